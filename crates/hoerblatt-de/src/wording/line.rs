//! The telephone line's own sentences.

use super::Words;
use hoerblatt_core::{Form, LinePhrase};

pub(super) fn say(german: Words<'_>, phrase: &LinePhrase) -> Form {
    match phrase {
        LinePhrase::Greeting { title } => german.fill("Guten Tag. Sie hören: {}.", &[title]),
        LinePhrase::Choice { what, key } => {
            german.fill(&format!("Für {{}} drücken Sie die {}.", key_name(*key)), &[what])
        }
        LinePhrase::Goodbye => german.say("Auf Wiederhören."),
    }
}

/// What a key is called: "Eins", "Stern-Taste", "Raute-Taste".
pub(super) fn key_name(key: char) -> &'static str {
    match key {
        '0' => "Null",
        '1' => "Eins",
        '2' => "Zwei",
        '3' => "Drei",
        '4' => "Vier",
        '5' => "Fünf",
        '6' => "Sechs",
        '7' => "Sieben",
        '8' => "Acht",
        '9' => "Neun",
        '*' => "Stern-Taste",
        '#' => "Raute-Taste",
        _ => "Taste",
    }
}
