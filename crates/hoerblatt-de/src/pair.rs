//! Two numbers parted by a slash that are neither a fraction nor a date: "Saison 24/25", "Blutdruck 120/80", "Größe 38/40",
//! "50/50". Spec: `spec/range.md`.
//!
//! Nobody says "Schrägstrich" in these: the numbers follow each other, and a blood pressure is so much "zu" so much. File numbers
//! keep their sign, because they are copied by ear ("5 K 123/20").

use crate::cardinal::cardinal;
use crate::label;
use crate::read::{Found, Scene};
use crate::text::{alphanumeric_at, char_at, char_before, digits_end, is_space, shortly_before, trimmed, word_before};
use hoerblatt_core::{Pause, Speech, SpeechToken};

/// Words before a blood pressure; "RR" is what doctors write (Riva-Rocci).
const BLOOD_PRESSURE: &[&str] = &["Blutdruck", "Blutdruckwert", "Blutdruckwerte", "RR"];

/// Words before years of two figures.
const SEASONS: &[&str] = &["Saison", "Spielzeit", "Schuljahr", "Semester", "Wintersemester", "Winter", "Spieljahr"];

/// Two numbers around a slash.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let slash = digits_end(text, at, 3);
    if char_at(text, slash) != Some('/') || char_before(text, at).is_some_and(|c| matches!(c, '/' | ',' | '.' | '-')) {
        return None;
    }
    let end = digits_end(text, slash + 1, 3);
    if end == slash + 1 || alphanumeric_at(text, end) || goes_on(text, end) {
        return None;
    }
    let (first, second): (u64, u64) = (text[at..slash].parse().ok()?, text[slash + 1..end].parse().ok()?);
    let (before, _) = word_before(text, trimmed(text, at, |c| is_space(c) || c == ':').len());
    let (joint, rule) = match before {
        word if BLOOD_PRESSURE.contains(&word) => (" zu ", "blood pressure"),
        "über" | "unter" | "von" if shortly_before(text, at, "Blutdruck") => (" zu ", "blood pressure"),
        word if SEASONS.contains(&word) => (" ", "season"),
        _ if first == second => (" ", "halves"),
        "Größe" | "Größen" => (", ", "size"),
        _ if label::before(text, at) => (", ", "label"),
        _ => return None,
    };
    let (first, second) = (cardinal(first), cardinal(second));
    if joint != ", " {
        let unit = crate::measure::unit_after(text, end);
        let (unit, end) = unit.map_or((String::new(), end), |(unit, end)| (format!(" {}", unit.many), end));
        return Some(Found::words(at, end, format!("{first}{joint}{second}{unit}"), "pair", rule));
    }
    let speech = vec![SpeechToken::Words(first), SpeechToken::Pause(Pause::Clause), SpeechToken::Words(second)];
    Some(Found::speech(at, end, Speech(speech), "pair", rule))
}

/// Whether a further part follows: "12/13/14", "1/2-3".
fn goes_on(text: &str, end: usize) -> bool {
    matches!(char_at(text, end), Some('/' | '-' | '–' | '.' | ','))
        && char_at(text, end + char_at(text, end).map_or(1, char::len_utf8)).is_some_and(|c| c.is_ascii_digit())
}
