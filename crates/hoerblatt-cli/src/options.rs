//! The options that every command has.

use clap::{Arg, ArgAction, ArgMatches, Command};
use hoerblatt::{Tongue, report::Format};
use std::ffi::{OsStr, OsString};

/// Adds the common options to a command.
pub(crate) fn common(command: Command, tongue: Tongue) -> Command {
    let heading = tongue.of("Für alle Befehle", "For all commands");
    let word = tongue.of("WORT", "WORD");
    let option = |name: &'static str| {
        Arg::new(name).long(name).value_name(word).help_heading(heading).hide_possible_values(true)
    };
    let switch = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help_heading(heading);
    command
        .arg(
            option("lang")
                .value_parser(["de", "en"])
                .help(tongue.of("Sprache der Meldungen: de oder en", "Language of the messages: de or en")),
        )
        .arg(option("format").value_parser(["plain", "snippet", "json", "sarif"]).help(tongue.of(
            "Form der Meldungen: plain (Sätze), snippet (mit Fundstelle), json; für check auch sarif",
            "Form of the messages: plain (sentences), snippet (with the lines), json; for check also sarif",
        )))
        .arg(
            option("fail-on").value_parser(["error", "warning"]).help(
                tongue.of(
                    "Ab wann es ein Fehler ist: error oder warning",
                    "From when on it is a failure: error or warning",
                ),
            ),
        )
        .arg(
            option("color")
                .value_parser(["auto", "always", "never"])
                .help(tongue.of("Farbe: auto, always (immer), never (nie)", "Colour: auto, always, never")),
        )
        .arg(switch("quiet").short('q').help(tongue.of("Nur Fehler melden", "Report errors only")))
        .arg(
            switch("verbose")
                .short('v')
                .conflicts_with("quiet")
                .help(tongue.of("Auch jede geschriebene Datei nennen", "Name every file that was written, too")),
        )
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help_heading(heading)
                .help(tongue.of("Diese Hilfe", "This help")),
        )
}

/// The language that `--lang` asks for, found before anything else is understood: help and errors are in it, too.
pub(crate) fn tongue_of(arguments: &[OsString]) -> Option<Tongue> {
    let mut rest = arguments.iter().skip(1).map(OsString::as_os_str).take_while(|argument| *argument != "--");
    while let Some(argument) = rest.next() {
        let value = if argument == "--lang" {
            rest.next()
        } else {
            argument.to_str().and_then(|a| a.strip_prefix("--lang=")).map(OsStr::new)
        };
        if let Some(tongue) = value.and_then(OsStr::to_str).and_then(Tongue::from_code) {
            return Some(tongue);
        }
    }
    None
}

/// The format that was asked for, if one was.
pub(crate) fn format(matches: &ArgMatches) -> Option<Format> {
    match matches.get_one::<String>("format")?.as_str() {
        "snippet" => Some(Format::Snippet),
        "json" => Some(Format::Json),
        "sarif" => Some(Format::Sarif),
        _ => Some(Format::Plain),
    }
}
