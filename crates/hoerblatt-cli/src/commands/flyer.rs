//! `flyer DIR --district ID -o FILE.pdf`: one flyer.

use crate::{context::Context, exit::Exit};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use hoerblatt::{
    Tongue,
    core::{Diagnostic, Scope},
    pdf::{Paper, Pdf, Theme},
    publish::flyers,
};

/// What the sheet of the whole city is called.
const WHOLE: &str = "alle";

const THEMES: [&str; 4] = ["black-on-white", "white-on-black", "yellow-on-black", "city"];

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    let command = command
        .about(tongue.of("Macht einen Handzettel in Großdruck (PDF).", "Makes one large-print flyer (PDF)."))
        .override_usage(tongue.of(
            "hoerblatt flyer ORDNER --district KÜRZEL -o DATEI.pdf [OPTIONEN]",
            "hoerblatt flyer DIR --district ID -o FILE.pdf [OPTIONS]",
        ))
        .arg(super::folder(tongue))
        .arg(super::district_option(tongue))
        .arg(super::output_option(
            tongue.of("Wie die Datei heißen soll; - gibt sie aus", "What the file shall be called; - prints it"),
            tongue,
        ));
    sheet_options(command, tongue).after_help(tongue.of(
        "Beispiel:\n  hoerblatt flyer data/dortmund-2022 --district hoerde -o hoerde.pdf --size 20",
        "Example:\n  hoerblatt flyer data/dortmund-2022 --district hoerde -o hoerde.pdf --size 20",
    ))
}

/// The options that say how a sheet looks, and the one for the whole city's.
pub(super) fn sheet_options(command: Command, tongue: Tongue) -> Command {
    command
        .arg(
            super::option(
                "size",
                "PT",
                tongue.of(
                    "Schriftgröße in Punkt: 16, 18, 20, 24 oder 28",
                    "Size of the letters in points: 16, 18, 20, 24 or 28",
                ),
                tongue,
            )
            .value_parser(value_parser!(f32)),
        )
        .arg(
            super::option("paper", tongue.of("PAPIER", "PAPER"), "a4, a5, letter", tongue)
                .value_parser(["a4", "a5", "letter"]),
        )
        .arg(
            super::option(
                "theme",
                tongue.of("FARBEN", "THEME"),
                tongue.of(
                    "black-on-white (schwarz auf weiß), white-on-black, yellow-on-black, city (Farbe der Stadt)",
                    "black-on-white, white-on-black, yellow-on-black, city (the city's colour)",
                ),
                tongue,
            )
            .value_parser(THEMES),
        )
        .arg(super::today_option(tongue))
        .arg(
            Arg::new("whole")
                .long("whole")
                .action(ArgAction::SetTrue)
                .conflicts_with("district")
                .help_heading(tongue.of("Optionen", "Options"))
                .help(tongue.of("Ein Blatt für die ganze Stadt", "One sheet for the whole city")),
        )
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let sheet = match print(matches, context, "output", ("-o DATEI.pdf", "-o FILE.pdf")) {
        Ok(sheet) => sheet,
        Err(exit) => return exit,
    };
    if super::path(matches, "output").is_some_and(|file| file.as_os_str() == "-") {
        context.print_bytes(&sheet.pdf.bytes);
    } else if let Err(exit) = super::deliver(matches, context, &sheet.pdf.bytes) {
        return exit;
    }
    Exit::after_making(&sheet.findings, context.fail_on_warning)
}

/// A flyer that the arguments ask for.
pub(super) struct Sheet {
    /// The file.
    pub pdf: Pdf,
    /// The district's id, or `alle` for the whole city's sheet.
    pub name: String,
    /// What was found on the way; it has been reported.
    pub findings: Vec<Diagnostic>,
}

/// Prints the flyer of one district or of the whole city. `target` is the option that says where it goes; `missing` names it in both languages.
pub(super) fn print(
    matches: &ArgMatches,
    context: &Context,
    target: &str,
    (german, english): (&str, &str),
) -> Result<Sheet, Exit> {
    let missing = |german: &str, english: &str| {
        context.say(
            &context.tongue.of(format!("Fehler: Es fehlt {german}.\n"), format!("error: {english} is missing.\n")),
        );
        Exit::Usage
    };
    if super::text(matches, "district").is_none() && !matches.get_flag("whole") {
        return Err(missing(
            "--district KÜRZEL (oder --whole für die ganze Stadt)",
            "--district ID (or --whole for the whole city)",
        ));
    }
    if super::path(matches, target).is_none() {
        return Err(missing(german, english));
    }
    let project = super::read(matches);
    let district = super::district(matches, &project, context)?;
    let name = district.as_ref().map_or_else(|| WHOLE.to_owned(), ToString::to_string);
    let scope = district.map_or(Scope::Publication, Scope::District);
    let mut findings = project.findings.clone();
    let document = super::compose(&project, &scope, super::today(matches), &mut findings);
    let pdf = project.publication.as_ref().zip(document.as_ref()).and_then(|(publication, document)| {
        let mut options = flyers::options(publication, &project.pictures);
        options.size_pt = matches.get_one::<f32>("size").copied().unwrap_or(options.size_pt);
        options.paper = super::text(matches, "paper").and_then(Paper::parse).unwrap_or(options.paper);
        options.theme = super::text(matches, "theme").and_then(Theme::parse).unwrap_or(options.theme);
        hoerblatt::pdf::flyer(document, &flyers::fonts(), &options).report_to(&mut findings)
    });
    context.report(&project.sources, &findings);
    let pdf = pdf.ok_or_else(|| Exit::after_nothing(&findings))?;
    Ok(Sheet { pdf, name, findings })
}
