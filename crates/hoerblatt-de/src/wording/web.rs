//! The HTML twin's and the calendar's own sentences.

use super::Words;
use hoerblatt_core::{Form, WebPhrase};

pub(super) fn say(german: Words<'_>, phrase: &WebPhrase) -> Form {
    match phrase {
        WebPhrase::SkipLink => german.say("Zum Inhalt springen"),
        WebPhrase::OtherForms => german.say("Dieses Blatt in anderer Form"),
        WebPhrase::Flyer => german.say("Großdruck als PDF"),
        WebPhrase::PlainText => german.say("Reiner Text, auch für die Braillezeile"),
        WebPhrase::CalendarFile => german.say("Termine für den Kalender"),
        WebPhrase::Listen => german.say("Zum Anhören"),
        WebPhrase::Districts => german.say("Stadtbezirke"),
        WebPhrase::WholeProgramme => german.say("Alle Termine der Stadt"),
        WebPhrase::CancelledTitle { title } => german.fill("Entfällt: {}", &[title]),
        WebPhrase::MovedTitle { title } => german.fill("Verlegt: {}", &[title]),
    }
}
