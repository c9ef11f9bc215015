//! The flyer's own sentences.

use super::Words;
use hoerblatt_core::{Form, SheetPhrase};

pub(super) fn say(german: Words<'_>, phrase: &SheetPhrase) -> Form {
    match phrase {
        SheetPhrase::Page { page, pages } => german.say(&format!("Seite {page} von {pages}")),
        SheetPhrase::Contents => german.say("Inhalt"),
        SheetPhrase::OnPage { page } => german.say(&format!("Seite {page}")),
        SheetPhrase::PrintNote => {
            // LWL: matt paper of 100 to 150 g/m², no fold through the type.
            german.say("Drucken Sie dieses Blatt in Originalgröße auf mattes Papier mit mindestens 120 Gramm. Falten Sie es nicht durch die Schrift.")
        }
    }
}
