//! What was typed wrong, in the language of its user: clap knows what, we say it.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use hoerblatt::{Tongue, messages::clean};

/// One or two sentences: what is wrong, and where to look.
pub(crate) fn explain(error: &clap::Error, tongue: Tongue) -> String {
    let get = |kind| error.get(kind).map(value).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let wrong = get(ContextKind::InvalidValue);
    let sentence = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = get(ContextKind::InvalidSubcommand);
            tongue.of(format!("Den Befehl „{name}“ gibt es nicht."), format!("There is no command “{name}”."))
        }
        ErrorKind::UnknownArgument => tongue.of(
            format!("Die Angabe „{argument}“ wird hier nicht verstanden."),
            format!("“{argument}” is not understood here."),
        ),
        ErrorKind::InvalidValue if wrong.is_empty() => {
            tongue.of(format!("Nach „{argument}“ fehlt ein Wert."), format!("A value is missing after “{argument}”."))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let allowed = get(ContextKind::ValidValue);
            let known = if allowed.is_empty() {
                String::new()
            } else {
                tongue.of(format!(" Möglich: {allowed}."), format!(" Possible: {allowed}."))
            };
            tongue.of(
                format!("„{wrong}“ passt nicht zu „{argument}“.{known}"),
                format!("“{wrong}” does not fit “{argument}”.{known}"),
            )
        }
        ErrorKind::MissingRequiredArgument => {
            tongue.of(format!("Es fehlt: {argument}."), format!("Missing: {argument}."))
        }
        ErrorKind::MissingSubcommand => {
            tongue.of("Es fehlt ein Befehl.".to_owned(), "A command is missing.".to_owned())
        }
        ErrorKind::ArgumentConflict => {
            let other = get(ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                tongue.of(format!("„{argument}“ steht zweimal da."), format!("“{argument}” is given twice."))
            } else {
                tongue.of(
                    format!("„{argument}“ und „{other}“ schließen sich aus."),
                    format!("“{argument}” and “{other}” exclude each other."),
                )
            }
        }
        ErrorKind::InvalidUtf8 => {
            tongue.of("Eine Angabe ist kein gültiger Text.".to_owned(), "An argument is no valid text.".to_owned())
        }
        ErrorKind::NoEquals | ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            tongue.of(
                format!("Die Zahl der Werte bei „{argument}“ passt nicht."),
                format!("The number of values of “{argument}” does not fit."),
            )
        }
        _ => tongue.of("Der Aufruf wird nicht verstanden.".to_owned(), "This call is not understood.".to_owned()),
    };
    let suggestion = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(get)
        .find(|text| !text.is_empty())
        .map(|text| tongue.of(format!(" Meinten Sie „{text}“?"), format!(" Did you mean “{text}”?")))
        .unwrap_or_default();
    let more = tongue.of("Hilfe: hoerblatt --help", "Help: hoerblatt --help");
    format!("{}: {sentence}{suggestion}\n{more}", tongue.of("Fehler", "error"))
}

/// A value that clap names, as plain text: without the brackets of its own notation.
fn value(value: &ContextValue) -> String {
    let text = match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    };
    clean(text.trim())
}
