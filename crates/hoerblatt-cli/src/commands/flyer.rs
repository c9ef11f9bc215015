//! `flyer DIR --district ID -o FILE.pdf`: one flyer.

use crate::{context::Context, exit::Exit};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use hoerblatt::{
    Tongue,
    core::Scope,
    pdf::{Paper, Theme},
    publish::flyers,
};

const THEMES: [&str; 4] = ["black-on-white", "white-on-black", "yellow-on-black", "city"];

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
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
        ))
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
        .after_help(tongue.of(
            "Beispiel:\n  hoerblatt flyer data/dortmund-2022 --district hoerde -o hoerde.pdf --size 20",
            "Example:\n  hoerblatt flyer data/dortmund-2022 --district hoerde -o hoerde.pdf --size 20",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let project = super::read(matches);
    let district = match super::district(matches, &project, context) {
        Ok(district) => district,
        Err(exit) => return exit,
    };
    if district.is_none() && !matches.get_flag("whole") {
        context.say(context.tongue.of(
            "Fehler: Es fehlt --district KÜRZEL (oder --whole für die ganze Stadt).\n",
            "error: --district ID is missing (or --whole for the whole city).\n",
        ));
        return Exit::Usage;
    }
    let Some(file) = super::path(matches, "output") else {
        context.say(context.tongue.of("Fehler: Es fehlt -o DATEI.pdf.\n", "error: -o FILE.pdf is missing.\n"));
        return Exit::Usage;
    };
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
    let Some(pdf) = pdf else { return Exit::after_nothing(&findings) };
    if file.as_os_str() == "-" {
        context.print_bytes(&pdf.bytes);
    } else if let Err(exit) = super::deliver(matches, context, &pdf.bytes) {
        return exit;
    }
    Exit::after_making(&findings, context.fail_on_warning)
}
