//! `import FILE… --out DIR`: what offices have, as a publication.

use crate::{context::Context, exit::Exit};
use clap::{Arg, ArgMatches, Command, value_parser};
use hoerblatt::{Tongue, import::ImportOptions, intake, language_named, messages::clean, report::Format};
use std::path::PathBuf;

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Liest, was im Büro da ist (Text, Word, Excel, Internetseite, Kalender), und macht eine Publikation daraus.",
            "Reads what an office has (text, Word, Excel, web page, calendar) and makes a publication of it.",
        ))
        .override_usage(tongue.of("hoerblatt einlesen DATEI… --out ORDNER [OPTIONEN]", "hoerblatt import FILE… --out DIR [OPTIONS]"))
        .arg(
            Arg::new("files")
                .value_name(tongue.of("DATEI", "FILE"))
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help_heading(tongue.of("Angaben", "Arguments"))
                .help(tongue.of("Eine oder mehrere Dateien, die wichtigste zuerst", "One or more files, the most important first")),
        )
        .arg(super::path_option(
            "out",
            tongue.of("ORDNER", "DIR"),
            tongue.of("Ordner der Publikation; was darin von Hand geändert wurde, bleibt", "Folder of the publication; what was edited there by hand stays"),
            tongue,
        ))
        .after_help(tongue.of(
            "Beispiele:\n  hoerblatt einlesen presse.docx termine.xlsx --out meine-stadt\n  hoerblatt einlesen presse.txt --format json",
            "Examples:\n  hoerblatt import press.docx dates.xlsx --out my-town\n  hoerblatt import press.txt --format json",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let files: Vec<PathBuf> = matches.get_many::<PathBuf>("files").into_iter().flatten().cloned().collect();
    let out = super::path(matches, "out");
    let summary_only = context.format == Format::Json;
    if out.is_none() && !summary_only {
        context.say(context.tongue.of(
            "Fehler: Es fehlt --out ORDNER (oder --format json).\n",
            "error: --out DIR is missing (or --format json).\n",
        ));
        return Exit::Usage;
    }
    let language = match language_named("de") {
        Ok(language) => language,
        Err(finding) => {
            context.report_one(&finding);
            return Exit::Errors;
        }
    };
    let mut taken = intake::read(&files, language.as_ref(), &ImportOptions::default());
    let written = match (&taken.imported, out) {
        (Some(imported), _) if summary_only => {
            let summary = serde_json::to_string_pretty(&imported.summary()).unwrap_or_default();
            context.print(&format!("{summary}\n"));
            Some(Vec::new())
        }
        (Some(_), Some(dir)) => intake::write(&mut taken, dir),
        _ => None,
    };
    // The summary has standard output to itself; what was found is told beside it.
    let shown = context.shown(&taken.findings);
    let format = if summary_only { Format::Plain } else { context.format };
    context.say(&context.as_report(&taken.sources, &shown).render(format));
    let Some(written) = written else { return Exit::after_nothing(&taken.findings) };
    if let (Some(dir), false) = (out, summary_only) {
        let name = clean(&dir.display().to_string());
        let events = taken.imported.as_ref().map_or(0, |imported| imported.summary().events.len());
        written.iter().filter(|_| context.verbose).for_each(|file| context.tell(&clean(&file.display().to_string())));
        context.tell(&context.tongue.of(
            format!("Fertig: {events} Termine in {name}. Weiter mit: hoerblatt pruefen {name}"),
            format!("Done: {events} events in {name}. Go on with: hoerblatt check {name}"),
        ));
    }
    Exit::after_making(&taken.findings, context.fail_on_warning)
}
