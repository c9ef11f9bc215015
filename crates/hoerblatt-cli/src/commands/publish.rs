//! `publish DIR --out OUT`: everything that can be made of a publication.

use crate::{context::Context, exit::Exit, progress::Line};
use clap::{Arg, ArgMatches, Command, value_parser};
use hoerblatt::{
    PublishOptions, Tongue,
    core::Diagnostic,
    messages::clean,
    publish::{self, Outcome, Output},
    report::Format,
    write::{Placing, Written},
};
use serde_json::json;
use std::{num::NonZero, path::Path, path::PathBuf, time::Duration};

/// How long another run on the same folder is waited for. Publishing with audio takes half a minute on an old machine.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Macht alles: Handzettel, Vorlesetexte, Telefonansage, Internetseiten.",
            "Makes everything: flyers, scripts, the telephone line, web pages.",
        ))
        .override_usage(tongue.of(
            "hoerblatt herausgeben ORDNER --out ZIEL [OPTIONEN]",
            "hoerblatt publish DIR --out OUT [OPTIONS]",
        ))
        .arg(super::folder(tongue))
        .arg(out_option(tongue))
        .arg(only_option(tongue))
        .arg(super::district_option(tongue))
        .arg(super::today_option(tongue))
        .arg(
            super::option(
                "jobs",
                tongue.of("ZAHL", "NUMBER"),
                tongue.of("Wie viel zugleich gearbeitet wird; sonst so viel, wie der Rechner kann", "How much is done at once; otherwise as much as the machine can"),
                tongue,
            )
            .value_parser(value_parser!(NonZero<usize>)),
        )
        .after_help(tongue.of(
            "Beispiele:\n  hoerblatt herausgeben data/dortmund-2022 --out fertig\n  hoerblatt herausgeben data/dortmund-2022 --out fertig --only flyers,scripts",
            "Examples:\n  hoerblatt publish data/dortmund-2022 --out out\n  hoerblatt publish data/dortmund-2022 --out out --only flyers,scripts",
        ))
}

/// `--out OUT`.
pub(super) fn out_option(tongue: Tongue) -> Arg {
    super::path_option(
        "out",
        tongue.of("ZIEL", "OUT"),
        tongue.of("Ordner für alles, was entsteht", "Folder for everything that is made"),
        tongue,
    )
    .required(true)
}

/// `--only flyers,scripts`.
pub(super) fn only_option(tongue: Tongue) -> Arg {
    super::option(
        "only",
        tongue.of("LISTE", "LIST"),
        tongue.of(
            "Nur dies, mit Komma getrennt: flyers (Handzettel), scripts (Vorlesetexte), phone (Telefonansage), audio (nur die Ansagen), web (Internetseiten)",
            "These only, parted by commas: flyers, scripts, phone (the telephone line), audio (its prompts), web",
        ),
        tongue,
    )
    .value_delimiter(',')
    .value_parser(Output::ALL.map(Output::word))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let project = super::read(matches);
    let district = match super::district(matches, &project, context) {
        Ok(district) => district,
        Err(exit) => return exit,
    };
    let out = super::path(matches, "out").map_or(Path::new("out"), PathBuf::as_path);
    let options = PublishOptions {
        district,
        jobs: matches.get_one::<NonZero<usize>>("jobs").copied(),
        today: super::today(matches),
        ..options(matches, context)
    };
    let progress = Line::new(context.may_show_progress, context.tongue);
    let outcome = publish::publish(&project, out, &options, &progress);
    drop(progress);
    finish(context, &project.sources, &outcome, out)
}

/// The options that all commands share that publish.
pub(super) fn options(matches: &ArgMatches, context: &Context) -> PublishOptions {
    let words = matches.try_get_many::<String>("only").ok().flatten().into_iter().flatten();
    let only = words.filter_map(|word| Output::ALL.into_iter().find(|output| output.word() == word)).collect();
    PublishOptions {
        only,
        cache: context.cache.clone(),
        patience: PATIENCE,
        placing: Placing::AtOnce,
        ..PublishOptions::default()
    }
}

/// Reports what was found and says what was made and where.
pub(super) fn finish(context: &Context, sources: &hoerblatt::core::Sources, outcome: &Outcome, out: &Path) -> Exit {
    if context.format == Format::Json {
        context.print(&as_json(context, sources, outcome));
    } else {
        context.report(sources, &outcome.findings);
    }
    let Some(written) = &outcome.written else { return Exit::after_nothing(&outcome.findings) };
    tell(context, written, &outcome.findings, out);
    if written.files.is_empty() && Exit::after_making(&outcome.findings, false) == Exit::Part {
        return Exit::after_nothing(&outcome.findings);
    }
    Exit::after_making(&outcome.findings, context.fail_on_warning)
}

fn tell(context: &Context, written: &Written, findings: &[Diagnostic], out: &Path) {
    let tongue = context.tongue;
    let out = clean(&out.display().to_string());
    if context.verbose {
        written.files.iter().for_each(|file| context.tell(&format!("{out}/{file}")));
        written.removed.iter().for_each(|file| {
            context.tell(&tongue.of(format!("entfernt: {out}/{file}"), format!("removed: {out}/{file}")))
        });
    }
    let count = |prefix: &str, ending: &str| {
        written.files.iter().filter(|file| file.starts_with(prefix) && file.ends_with(ending)).count()
    };
    let prompts = written.files.iter().filter(|file| file.starts_with("phone/") && file.contains("/sounds/")).count();
    let parts = [
        (count("flyers/", ".pdf"), tongue.of(("Handzettel", "Handzettel"), ("flyer", "flyers"))),
        (count("scripts/", ""), tongue.of(("Vorlesetext", "Vorlesetexte"), ("script", "scripts"))),
        (
            count("web/", ""),
            tongue.of(("Datei fürs Internet", "Dateien fürs Internet"), ("file for the web", "files for the web")),
        ),
        (
            count("phone/", "") - prompts,
            tongue.of(
                ("Datei für die Telefonanlage", "Dateien für die Telefonanlage"),
                ("file for the exchange", "files for the exchange"),
            ),
        ),
        (prompts, tongue.of(("Ansage", "Ansagen"), ("prompt", "prompts"))),
    ];
    let made: Vec<String> = parts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, (one, many))| format!("{n} {}", if n == 1 { one } else { many }))
        .collect();
    let made = if made.is_empty() { tongue.of("nichts", "nothing").to_owned() } else { tongue.list(&made) };
    let counts = context.as_report(&Default::default(), findings).counts();
    context
        .tell(&tongue.of(format!("Fertig: {made} in {out}. {counts}."), format!("Done: {made} in {out}. {counts}.")));
}

fn as_json(context: &Context, sources: &hoerblatt::core::Sources, outcome: &Outcome) -> String {
    let shown = context.shown(&outcome.findings);
    let written = outcome.written.as_ref();
    let object = json!({
        "written": written.map(|written| &written.files),
        "unchanged": written.map(|written| written.unchanged),
        "removed": written.map(|written| &written.removed),
        "findings": context.as_report(sources, &shown).to_json(),
    });
    hoerblatt::report::json_text(&object)
}
