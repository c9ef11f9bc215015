//! `explain RULE`: why a rule is one, where it comes from, and how to do better.

use crate::{context::Context, exit::Exit};
use clap::{Arg, ArgMatches, Command};
use hoerblatt::{Tongue, explain};

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Erklärt eine Regel: warum es sie gibt, woher sie kommt, wie es besser geht.",
            "Explains a rule: why there is one, where it comes from, how to do better.",
        ))
        .override_usage(tongue.of("hoerblatt erklaere [REGEL]", "hoerblatt explain [RULE]"))
        .arg(
            Arg::new("rule")
                .value_name(tongue.of("REGEL", "RULE"))
                .help_heading(tongue.of("Angaben", "Arguments"))
                .help(tongue.of(
                    "Name der Regel, wie er am Ende einer Meldung steht; ohne ihn werden alle Regeln genannt",
                    "Name of the rule, as it stands at the end of a message; without it, all rules are listed",
                )),
        )
        .after_help(tongue.of(
            "Beispiel:\n  hoerblatt erklaere event-without-time",
            "Example:\n  hoerblatt explain event-without-time",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let tongue = context.tongue;
    let Some(rule) = super::text(matches, "rule") else {
        context.print(&explain::list(tongue));
        return Exit::Done;
    };
    if let Some(page) = explain::page(rule, tongue) {
        context.print(&page);
        return Exit::Done;
    }
    let rule = hoerblatt::messages::clean(rule);
    let nearest = explain::nearest(&rule)
        .map(|near| tongue.of(format!(" Meinten Sie „{near}“?"), format!(" Did you mean “{near}”?")));
    context.say(&format!(
        "{}{}\n",
        tongue.of(format!("Fehler: Die Regel „{rule}“ gibt es nicht."), format!("error: There is no rule “{rule}”.")),
        nearest.unwrap_or_default(),
    ));
    Exit::Usage
}
