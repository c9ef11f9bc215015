//! `check DIR`: everything that is wrong, missing, or reads, looks or sounds badly.

use crate::{context::Context, exit::Exit};
use clap::{Arg, ArgAction, ArgMatches, Command};
use hoerblatt::{
    Project, Tongue,
    check::{self, CheckOptions, Examination},
    core::{Diagnostic, Topic},
    fix,
    report::{self, Format},
};

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Prüft eine Publikation: was falsch ist, was fehlt, was sich schlecht liest, schlecht aussieht oder schlecht klingt.",
            "Checks a publication: what is wrong or missing, what reads, looks or sounds badly.",
        ))
        .override_usage(tongue.of("hoerblatt pruefen ORDNER [OPTIONEN]", "hoerblatt check DIR [OPTIONS]"))
        .arg(super::folder(tongue))
        .arg(super::today_option(tongue))
        .arg(
            Arg::new("fix")
                .long("fix")
                .action(ArgAction::SetTrue)
                .help_heading(tongue.of("Optionen", "Options"))
                .help(tongue.of(
                    "Verbessert, was ohne Rückfrage sicher ist (Anführungszeichen, geschützte Leerzeichen, eindeutige Tippfehler im Datum), und zeigt jede Änderung",
                    "Corrects what is safe without asking (quotation marks, no-break spaces, certain slips in dates) and shows every change",
                )),
        )
        .after_help(tongue.of(
            "Beispiele:\n  hoerblatt pruefen data/dortmund-2022\n  hoerblatt pruefen data/dortmund-2022 --format sarif > befunde.sarif",
            "Examples:\n  hoerblatt check data/dortmund-2022\n  hoerblatt check data/dortmund-2022 --format sarif > findings.sarif",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let mut project = super::read(matches);
    if matches.get_flag("fix") {
        if let Err(exit) = apply_fixes(&project, context) {
            return exit;
        }
        project = super::read(matches);
    }
    let options = CheckOptions { today: super::today(matches) };
    let examination = check::check(&project, &options);
    let shown = context.shown(&examination.findings);
    let report = context.as_report(&project.sources, &shown);
    match context.format {
        Format::Json | Format::Sarif => context.print(&report.render(context.format)),
        Format::Plain | Format::Snippet => print_by_topic(context, &project, &examination, &shown),
    }
    Exit::after_check(&examination.findings, context.fail_on_warning)
}

/// The report for a person: chapter by chapter, then the scores, then the sum.
fn print_by_topic(context: &Context, project: &Project, examination: &Examination, shown: &[Diagnostic]) {
    let tongue = context.tongue;
    for topic in [Topic::Wrong, Topic::Missing, Topic::Reads, Topic::Looks, Topic::Sounds, Topic::Outside] {
        let chapter: Vec<Diagnostic> = shown.iter().filter(|finding| finding.topic == topic).cloned().collect();
        if !chapter.is_empty() {
            let body = context.as_report(&project.sources, &chapter).render(context.format);
            context.print(&format!("{}\n{}\n", report::topic_heading(topic, tongue), body.trim_end_matches('\n')));
            context.print("\n");
        }
    }
    if !context.quiet && !examination.scores.is_empty() {
        context.print(&format!("{}\n", tongue.of("Wie leicht sich der Text liest", "How easily the text reads")));
        for score in &examination.scores {
            context.print(&format!("{}\n", score.sentence(tongue)));
        }
        context.print("\n");
    }
    context.tell(&context.as_report(&project.sources, &examination.findings).counts());
}

/// Shows what will change, then changes it.
fn apply_fixes(project: &Project, context: &Context) -> Result<(), Exit> {
    let fixes = fix::fixes(project);
    for file in &fixes {
        context.say(&file.diff());
        hoerblatt::write::file(&file.path, file.after.as_bytes()).map_err(|finding| {
            context.report_one(&finding);
            Exit::Outside
        })?;
    }
    if fixes.is_empty() {
        context.say(context.tongue.of("Nichts zu verbessern.\n", "Nothing to correct.\n"));
    }
    Ok(())
}
