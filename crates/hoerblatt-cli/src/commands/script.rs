//! `script DIR --channel phone`: one script, for a look or for another engine.

use crate::{context::Context, exit::Exit};
use clap::{ArgMatches, Command};
use hoerblatt::{
    Tongue,
    ssml::{Channel, Dialect, RenderOptions, render, script},
};

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Gibt einen Vorlesetext aus, wie ihn ein Sprachprogramm oder ein Mensch liest.",
            "Prints one script, as a speech engine or a person reads it.",
        ))
        .override_usage(tongue.of("hoerblatt script ORDNER [OPTIONEN]", "hoerblatt script DIR [OPTIONS]"))
        .arg(super::folder(tongue))
        .arg(super::district_option(tongue))
        .arg(
            super::option(
                "channel",
                tongue.of("WEG", "CHANNEL"),
                tongue.of("screen-reader (Vorlesen am Bildschirm) oder phone (Telefon)", "screen-reader or phone"),
                tongue,
            )
            .value_parser(Channel::ALL.map(Channel::name))
            .default_value("screen-reader")
            .hide_default_value(true),
        )
        .arg(
            super::option(
                "dialect",
                tongue.of("FORM", "DIALECT"),
                tongue.of(
                    "w3c, w3c-1.0, azure, google, polly, espeak oder plain (nur Wörter)",
                    "w3c, w3c-1.0, azure, google, polly, espeak or plain (words only)",
                ),
                tongue,
            )
            .value_parser(Dialect::ALL.map(Dialect::name))
            .default_value("w3c")
            .hide_default_value(true),
        )
        .arg(super::today_option(tongue))
        .arg(super::output_option(
            tongue.of("In diese Datei statt auf den Bildschirm", "Into this file instead of the screen"),
            tongue,
        ))
        .after_help(tongue.of(
            "Beispiel:\n  hoerblatt script data/dortmund-2022 --district hoerde --channel phone --dialect plain",
            "Example:\n  hoerblatt script data/dortmund-2022 --district hoerde --channel phone --dialect plain",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let (project, scope) = match super::read_scope(matches, context) {
        Ok(read) => read,
        Err(exit) => return exit,
    };
    let mut findings = project.findings.clone();
    let document = super::compose(&project, &scope, super::today(matches), &mut findings);
    context.report(&project.sources, &findings);
    let Some(document) = document else { return Exit::after_nothing(&findings) };
    let channel = super::text(matches, "channel").and_then(Channel::named).unwrap_or(Channel::ScreenReader);
    let dialect = super::text(matches, "dialect").and_then(Dialect::named).unwrap_or(Dialect::W3c);
    let parts = render(&script(&document, channel), dialect, &RenderOptions::default());
    let text: String = parts.into_iter().map(|part| part.text).collect();
    match super::deliver(matches, context, text.as_bytes()) {
        Ok(()) => Exit::after_making(&findings, context.fail_on_warning),
        Err(exit) => exit,
    }
}
