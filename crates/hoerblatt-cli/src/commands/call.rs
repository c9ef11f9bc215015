//! `call DIR`: the telephone line without a telephone.

use crate::{context::Context, exit::Exit};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use clap::{ArgMatches, Command};
use hoerblatt::{
    Project, Tongue,
    core::{Diagnostic, compose::Composition},
    messages::clean,
    phone::{
        CallFlow, Estimated,
        simulate::{Action, Answer, Call, Heard, State, actions, simulate},
    },
    publish::{documents, line},
    report::Format,
};
use serde_json::json;
use std::io::{BufRead, stdin};

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Spielt einen Anruf durch, ohne Telefon: Was hört, wer welche Taste drückt?",
            "Plays a call through, without a telephone: who presses which key hears what?",
        ))
        .override_usage(tongue.of("hoerblatt anrufen ORDNER [--keys TASTEN] [OPTIONEN]", "hoerblatt call DIR [--keys KEYS] [OPTIONS]"))
        .arg(super::folder(tongue))
        .arg(super::option(
            "keys",
            tongue.of("TASTEN", "KEYS"),
            tongue.of(
                "Tasten nacheinander: 1 drückt am Ende der Ansage, !1 sofort, . wartet; ohne sie fragt das Programm",
                "Keys one after the other: 1 presses at the end of a prompt, !1 at once, . waits; without them the program asks",
            ),
            tongue,
        ).allow_hyphen_values(true))
        .arg(super::today_option(tongue))
        .arg(
            super::option("time", tongue.of("UHRZEIT", "TIME"), tongue.of("Uhrzeit des Anrufs, sonst 10:00", "Time of the call, otherwise 10:00"), tongue)
                .value_parser(|text: &str| NaiveTime::parse_from_str(text, "%H:%M").map_err(|error| error.to_string())),
        )
        .arg(
            super::option(
                "answer",
                tongue.of("WORT", "WORD"),
                tongue.of("Was beim Verbinden geschieht: answered (jemand nimmt ab), busy (besetzt), no-answer", "What happens to a transfer: answered, busy, no-answer"),
                tongue,
            )
            .value_parser(["answered", "busy", "no-answer"]),
        )
        .after_help(tongue.of(
            "Beispiel:\n  hoerblatt anrufen data/dortmund-2022 --keys '1 2 # 0'",
            "Example:\n  hoerblatt call data/dortmund-2022 --keys '1 2 # 0'",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let wanted = match super::text(matches, "keys").map(actions).transpose() {
        Ok(wanted) => wanted,
        Err(wrong) => {
            let wrong = clean(&wrong);
            context.say(&context.tongue.of(
                format!(
                    "Fehler: „{wrong}“ ist keine Taste. Möglich sind 0 bis 9, * und #, mit ! davor, und der Punkt.\n"
                ),
                format!("error: “{wrong}” is no key. Possible are 0 to 9, * and #, with ! before them, and the dot.\n"),
            ));
            return Exit::Usage;
        }
    };
    let project = super::read(matches);
    let mut findings = project.findings.clone();
    let flow = flow(&project, super::today(matches), &mut findings);
    context.report(&project.sources, &findings);
    let (Some(flow), Some(publication)) = (flow, &project.publication) else { return Exit::after_nothing(&findings) };
    let day: NaiveDate = super::today(matches).unwrap_or(publication.article.published);
    let time =
        matches.get_one::<NaiveTime>("time").copied().or_else(|| NaiveTime::from_hms_opt(10, 0, 0)).unwrap_or_default();
    let answer = match super::text(matches, "answer") {
        Some("busy") => Answer::Busy,
        Some("no-answer") => Answer::NoAnswer,
        _ => Answer::Answered,
    };
    match wanted {
        Some(wanted) => unattended(context, &flow, &wanted, day.and_time(time), answer),
        None => by_hand(context, &flow, day.and_time(time), answer),
    }
    Exit::after_making(&findings, context.fail_on_warning)
}

/// The flow of a project, as it is planned for an exchange.
pub(super) fn flow(project: &Project, today: Option<NaiveDate>, findings: &mut Vec<Diagnostic>) -> Option<CallFlow> {
    let publication = project.publication.as_ref()?;
    let language = project.language().map_err(|finding| findings.push(finding)).ok()?;
    let composition = Composition::new(publication, language.as_ref(), today);
    findings.extend(composition.diagnostics.iter().cloned());
    line::flow(project, publication, &composition, &documents(publication, &composition), findings)
}

fn unattended(context: &Context, flow: &CallFlow, wanted: &[Action], at: NaiveDateTime, answer: Answer) {
    let (heard, state) = simulate(flow, wanted, at, answer, &Estimated);
    if context.format == Format::Json {
        let prompts: Vec<_> = heard
            .iter()
            .map(|h| json!({ "at": h.at, "seconds": h.seconds, "prompt": h.prompt, "text": h.text, "node": h.node.0 }))
            .collect();
        context.print(&hoerblatt::report::json_text(&json!({ "heard": prompts, "end": end(context.tongue, &state) })));
        return;
    }
    heard.iter().for_each(|heard| context.print(&line_of(heard)));
    context.print(&format!("{}\n", end(context.tongue, &state)));
}

/// Seconds, prompt name, text.
fn line_of(heard: &Heard) -> String {
    format!("{:.1} {} {}\n", heard.at, heard.prompt, clean(&heard.text))
}

fn end(tongue: Tongue, state: &State) -> String {
    match state {
        State::Listening => tongue.of("Die Leitung wartet auf eine Taste.", "The line waits for a key.").to_owned(),
        State::Connected(number) => tongue.of(format!("Verbunden mit {number}."), format!("Connected to {number}.")),
        State::Over => tongue.of("Aufgelegt.", "Hung up.").to_owned(),
    }
}

/// A key and the enter key, again and again.
fn by_hand(context: &Context, flow: &CallFlow, at: NaiveDateTime, answer: Answer) {
    context.say(context.tongue.of(
        "Taste und Eingabetaste; ein Punkt wartet; Strg+D legt auf.\n",
        "A key and Enter; a dot waits; Ctrl+D hangs up.\n",
    ));
    let mut call = Call::begin(flow, at, answer, &Estimated);
    let tell = |heard: Vec<Heard>| heard.iter().for_each(|heard| context.print(&line_of(heard)));
    tell(call.listen());
    for typed in stdin().lock().lines().map_while(Result::ok) {
        match actions(&typed) {
            Ok(pressed) => pressed.into_iter().for_each(|action| tell(call.act(action))),
            Err(wrong) => context.say(&format!("{}: {}\n", context.tongue.of("Keine Taste", "No key"), clean(&wrong))),
        }
        tell(call.listen());
        if *call.state() != State::Listening {
            break;
        }
    }
    context.print(&format!("{}\n", end(context.tongue, call.state())));
}
