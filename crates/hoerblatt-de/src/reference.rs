//! Legal references: "§ 35a SGB XI", "§§ 12–14", "Art. 3 Abs. 2 GG". Spec: `spec/reference.md`.

use crate::read::{Found, Scene};
use crate::text::{char_at, past_spaces};

/// The paragraph sign, singular or plural; what follows is read by the other classes.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if char_at(text, at)? != '§' {
        return None;
    }
    let one = '§'.len_utf8();
    if text[at + one..].starts_with('§') {
        return Some(Found::words(at, at + 2 * one, "Paragrafen", "reference", "several"));
    }
    let number = crate::text::digit_at(text, past_spaces(text, at + one));
    Some(Found::words(at, at + one, "Paragraf", "reference", if number { "one" } else { "alone" }))
}
