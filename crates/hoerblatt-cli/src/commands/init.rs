//! `init DIR`: a commented publication that publishes at once.

use crate::{context::Context, exit::Exit};
use clap::{ArgMatches, Command};
use hoerblatt::{Tongue, init, messages::clean, report::Format};
use serde_json::json;
use std::path::{Path, PathBuf};

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Legt eine neue Publikation an: Dateien mit Erklärungen, die sofort ein Blatt ergeben.",
            "Makes a new publication: files with explanations that give a sheet at once.",
        ))
        .override_usage(tongue.of("hoerblatt neu ORDNER", "hoerblatt init DIR"))
        .arg(super::folder(tongue))
        .after_help(tongue.of("Beispiel:\n  hoerblatt neu meine-stadt", "Example:\n  hoerblatt init my-town"))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let dir = super::path(matches, "folder").map_or(Path::new("."), PathBuf::as_path);
    match init::init(dir, context.tongue) {
        Ok(files) => {
            let name = clean(&dir.display().to_string());
            let files: Vec<String> = files.iter().map(|file| clean(&file.display().to_string())).collect();
            if context.format == Format::Json {
                context.print(&hoerblatt::report::json_text(&json!({ "written": files })));
            } else if context.verbose {
                files.iter().for_each(|file| context.tell(file));
            }
            let count = files.len();
            context.tell(&context.tongue.of(
                format!("Fertig: {count} Dateien in {name}. Weiter mit: hoerblatt herausgeben {name} --out fertig"),
                format!("Done: {count} files in {name}. Go on with: hoerblatt publish {name} --out out"),
            ));
            Exit::Done
        }
        Err(finding) => {
            context.report_one(&finding);
            Exit::after_nothing(std::slice::from_ref(&finding))
        }
    }
}
