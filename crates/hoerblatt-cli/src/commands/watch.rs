//! `watch DIR --out OUT`: keeps the output fresh while somebody edits.

use super::publish::{only_option, out_option};
use crate::{context::Context, exit::Exit};
use clap::{Arg, ArgAction, ArgMatches, Command};
use hoerblatt::{
    Tongue,
    publish::{Output, available},
    watch,
    write::Placing,
};
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Macht nach jedem Speichern neu, was sich geändert hat. Ende mit Strg+C.",
            "Makes anew what a save changed. Ctrl+C ends it.",
        ))
        .override_usage(
            tongue.of("hoerblatt watch ORDNER --out ZIEL [OPTIONEN]", "hoerblatt watch DIR --out OUT [OPTIONS]"),
        )
        .arg(super::folder(tongue))
        .arg(out_option(tongue))
        .arg(only_option(tongue))
        .arg(super::today_option(tongue))
        .arg(
            Arg::new("audio")
                .long("audio")
                .action(ArgAction::SetTrue)
                .help_heading(tongue.of("Optionen", "Options"))
                .help(
                    tongue.of("Auch die Telefonansage mit ihren Ansagen", "The telephone line with its prompts, too"),
                ),
        )
        .after_help(tongue.of(
            "Beispiel:\n  hoerblatt watch meine-stadt --out fertig",
            "Example:\n  hoerblatt watch my-town --out out",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let out = super::path(matches, "out").map_or(Path::new("out"), PathBuf::as_path);
    let dir = super::path(matches, "folder").map_or(Path::new("."), PathBuf::as_path);
    let mut options = super::publish::options(matches, context);
    options.today = super::today(matches);
    options.placing = Placing::OneByOne;
    if options.only.is_empty() {
        options.only = available();
        if !matches.get_flag("audio") {
            // A dialplan without its prompts would be silent.
            options.only.remove(&Output::Phone);
            options.only.remove(&Output::Audio);
        }
    }
    watch::watch(dir, out, &options, &mut |project, outcome| {
        super::publish::finish(context, &project.sources, outcome, out);
        ControlFlow::Continue(())
    });
    Exit::Done
}
