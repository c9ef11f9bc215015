//! `preview DIR --district ID --out OUT`: a flyer's pages as PNG, for people who want to look before they print.

use crate::{context::Context, exit::Exit};
use clap::{ArgMatches, Command, value_parser};
use hoerblatt::{Tongue, preview};
use std::path::Path;

/// Pixels an inch: an A4 page then fills a screen.
const USUAL_DPI: f32 = 100.0;

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    let command = command
        .about(tongue.of(
            "Zeigt einen Handzettel als Bilder, eines je Seite (PNG).",
            "Shows a flyer as pictures, one for each page (PNG).",
        ))
        .override_usage(tongue.of(
            "hoerblatt preview ORDNER --district KÜRZEL --out ZIEL [OPTIONEN]",
            "hoerblatt preview DIR --district ID --out OUT [OPTIONS]",
        ))
        .arg(super::folder(tongue))
        .arg(super::district_option(tongue))
        .arg(super::path_option(
            "out",
            tongue.of("ZIEL", "OUT"),
            tongue.of(
                "Ordner für die Bilder KÜRZEL-1.png, KÜRZEL-2.png …",
                "Folder for the pictures ID-1.png, ID-2.png …",
            ),
            tongue,
        ))
        .arg(
            super::option(
                "dpi",
                "DPI",
                tongue.of("Bildpunkte je Zoll, 20 bis 300; sonst 100", "Pixels an inch, 20 to 300; else 100"),
                tongue,
            )
            .value_parser(value_parser!(f32)),
        );
    super::flyer::sheet_options(command, tongue).after_help(tongue.of(
        "Beispiel:\n  hoerblatt preview data/dortmund-2022 --district hoerde --out ansicht",
        "Example:\n  hoerblatt preview data/dortmund-2022 --district hoerde --out look",
    ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let sheet = match super::flyer::print(matches, context, "out", ("--out ZIEL", "--out OUT")) {
        Ok(sheet) => sheet,
        Err(exit) => return exit,
    };
    let out = super::path(matches, "out").map_or(Path::new("."), |out| out.as_path());
    let dpi = matches.get_one::<f32>("dpi").copied().unwrap_or(USUAL_DPI);
    match preview::write(&sheet.pdf, out, &sheet.name, dpi) {
        Ok(files) => {
            let (count, folder) = (files.len(), hoerblatt::messages::clean(&out.display().to_string()));
            context.tell(&context.tongue.of(
                format!("Fertig: {count} {} in {folder}.", if count == 1 { "Bild" } else { "Bilder" }),
                format!("Done: {count} {} in {folder}.", if count == 1 { "picture" } else { "pictures" }),
            ));
            Exit::after_making(&sheet.findings, context.fail_on_warning)
        }
        Err(finding) => {
            context.report_one(&finding);
            Exit::Outside
        }
    }
}
