//! The flyer's own sentences.

use super::Words;
use hoerblatt_core::{Form, SheetPhrase};

pub(super) fn say(german: Words<'_>, phrase: &SheetPhrase) -> Form {
    match phrase {
        SheetPhrase::Page { page, pages } => german.say(&format!("Seite {page} von {pages}")),
        SheetPhrase::PrintNote => german.say("Drucken Sie dieses Blatt in Originalgröße auf mattes, festes Papier."),
    }
}
