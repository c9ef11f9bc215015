//! The script's own sentences.

use super::Words;
use hoerblatt_core::{Form, ScriptPhrase};

pub(super) fn say(german: Words<'_>, phrase: &ScriptPhrase) -> Form {
    match phrase {
        ScriptPhrase::Part { part, parts } => german.say(&format!("Teil {part} von {parts}.")),
        ScriptPhrase::ListOf { count: 1 } => german.say("Liste mit einem Punkt:"),
        ScriptPhrase::ListOf { count } => german.say(&format!("Liste mit {count} Punkten:")),
        ScriptPhrase::Picture => german.say("Bild:"),
        ScriptPhrase::Again => german.say("Noch einmal:"),
        ScriptPhrase::End => german.say("Ende des Textes."),
    }
}
