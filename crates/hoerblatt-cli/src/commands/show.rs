//! `show STAGE DIR`: every stage of the work as text.

use crate::{context::Context, exit::Exit};
use clap::{Arg, ArgMatches, Command};
use hoerblatt::{
    Project, Tongue,
    core::{Scope, dump},
    pdf::{self, Press},
    phone,
    publish::flyers,
    ssml::{Channel, Dialect, RenderOptions, render, script},
};

const STAGES: [&str; 7] = ["publication", "edition", "document", "pages", "tags", "script", "flow"];

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Zeigt eine Stufe der Arbeit als Text: was gelesen, verstanden, gesetzt und gesagt wird.",
            "Shows one stage of the work as text: what is read, understood, set and said.",
        ))
        .override_usage(tongue.of("hoerblatt show STUFE ORDNER [OPTIONEN]", "hoerblatt show STAGE DIR [OPTIONS]"))
        .arg(
            Arg::new("stage")
                .value_name(tongue.of("STUFE", "STAGE"))
                .required(true)
                .value_parser(STAGES)
                .hide_possible_values(true)
                .help_heading(tongue.of("Angaben", "Arguments"))
                .help(tongue.of(
                    "publication (die Dateien), edition (ein Stadtbezirk), document (das Blatt), pages (Seiten), tags (Lesestruktur), script (Vorlesetext), flow (Telefonmenü)",
                    "publication, edition, document, pages, tags, script, flow",
                )),
        )
        .arg(super::folder(tongue))
        .arg(super::district_option(tongue))
        .arg(super::today_option(tongue))
        .after_help(tongue.of(
            "Beispiel:\n  hoerblatt show document data/dortmund-2022 --district hoerde",
            "Example:\n  hoerblatt show document data/dortmund-2022 --district hoerde",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let (project, scope) = match super::read_scope(matches, context) {
        Ok(read) => read,
        Err(exit) => return exit,
    };
    let mut findings = project.findings.clone();
    let text = stage(&project, matches, &scope, &mut findings);
    context.report(&project.sources, &findings);
    let Some(text) = text else { return Exit::after_nothing(&findings) };
    context.print(&text);
    Exit::after_making(&findings, context.fail_on_warning)
}

fn stage(
    project: &Project,
    matches: &ArgMatches,
    scope: &Scope,
    findings: &mut Vec<hoerblatt::core::Diagnostic>,
) -> Option<String> {
    let publication = project.publication.as_ref()?;
    let today = super::today(matches);
    let mut document = || super::compose(project, scope, today, findings);
    match super::text(matches, "stage")? {
        "publication" => Some(dump::publication(publication)),
        "edition" => Some(dump::edition(&publication.edition(scope.clone()).on(today))),
        "document" => document().map(|document| dump::document(&document)),
        "script" => document().map(|document| {
            let parts = render(&script(&document, Channel::ScreenReader), Dialect::Plain, &RenderOptions::default());
            parts.into_iter().map(|part| part.text).collect()
        }),
        stage @ ("pages" | "tags") => document().and_then(|document| {
            let options = flyers::options(publication, &project.pictures);
            let press = Press::new([&document], &flyers::fonts(), &options).report_to(findings)?;
            let layout = press.layout(&document).report_to(findings)?;
            Some(if stage == "pages" { pdf::dump::pages(&layout) } else { pdf::dump::tags(&layout) })
        }),
        "flow" => {
            super::call::flow(project, today, findings).map(|flow| phone::export::json::json(&flow, &phone::Estimated))
        }
        _ => None,
    }
}
