//! Words that tell that an event does not take place as announced: ENTFÄLLT, abgesagt, verlegt, AUSVERKAUFT. Spec: `spec/notice.md`.

use crate::read::{Found, Scene};
use crate::text::word_at;
use hoerblatt_core::{Notice, Value};

/// Every form by which [`read`] knows a notice, lower case.
pub(crate) const FORMS: &[(&str, Notice)] = &[
    ("abgesagt", Notice::Cancelled),
    ("absage", Notice::Cancelled),
    ("ausgebucht", Notice::SoldOut),
    ("ausverkauft", Notice::SoldOut),
    ("entfallen", Notice::Cancelled),
    ("entfällt", Notice::Cancelled),
    ("storniert", Notice::Cancelled),
    ("terminverlegung", Notice::Moved),
    ("verlegt", Notice::Moved),
    ("verschoben", Notice::Moved),
];

/// The word as it is, with what it means.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let word = word_at(scene.text, at);
    let lower = word.to_lowercase();
    let (_, notice) = FORMS.iter().find(|(form, _)| *form == lower)?;
    Some(Found::words(at, at + word.len(), word, "notice", "word").value(Value::Notice(*notice)))
}

/// A notice in a word, for eye and ear.
pub(crate) fn word(notice: Notice) -> &'static str {
    match notice {
        Notice::Moved => "verlegt",
        Notice::SoldOut => "ausverkauft",
        _ => "entfällt",
    }
}
