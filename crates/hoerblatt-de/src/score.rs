//! Scores, scales and ratios: "3:1", "25:17", "1:25.000". Spec: `spec/score.md`.

use crate::numeral::numeral;
use crate::read::{Found, Scene};
use crate::text::{char_at, digit_at, past_spaces, word_before};

/// "3:1", "1:25.000": a score or a scale. Two digits after the colon are a time unless something was won or lost.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let first = numeral(text, at)?;
    let colon = past_spaces(text, first.end);
    if char_at(text, colon)? != ':' {
        return None;
    }
    let next = past_spaces(text, colon + 1);
    if next - colon != colon - first.end + 1 {
        return None;
    }
    let second = numeral(text, next)?;
    if matches!(char_at(text, second.end), Some(':')) && digit_at(text, second.end + 1) {
        return None;
    }
    let spoken = format!("{} zu {}", first.spoken("eins"), second.spoken("eins"));
    Some(Found::words(at, second.end, spoken, "number", "score"))
}

/// What tells of a score; compounds such as "Auswärtssieg" by their end.
const SCORES: &[&str] = &[
    "gewann",
    "gewannen",
    "gewonnen",
    "verlor",
    "verloren",
    "siegte",
    "siegten",
    "unterlag",
    "unterlagen",
    "sieg",
    "niederlage",
    "ergebnis",
    "stand",
    "satz",
    "sätze",
    "sätzen",
    "spielte",
    "spielten",
    "trennten",
    "führte",
    "führten",
    "besiegte",
    "besiegten",
    "schlug",
    "schlugen",
    "verhältnis",
    "maßstab",
    "remis",
    "unentschieden",
    "tiebreak",
    "verlängerung",
    "elfmeterschießen",
    "siebenmeterschießen",
    "halbzeit",
    "drittel",
    "endete",
    "endeten",
    "setzte",
    "setzten",
    "bezwang",
    "bezwangen",
    "lautete",
    "entscheidungssatz",
    "punkten",
    "toren",
    "rückstand",
    "führung",
];

/// Something was won, lost or ended: "gewann mit 25:17, 22:25 und 15:13". A preposition of time right before it tells the opposite.
pub(crate) fn is_told(text: &str, at: usize) -> bool {
    const OF_TIME: &[&str] = &["um", "ab", "bis", "gegen", "von", "seit", "nach", "vor", "Um", "Ab", "Bis", "Von"];
    if OF_TIME.contains(&word_before(text, at).0) {
        return false;
    }
    let mut end = at;
    for _ in 0..10 {
        // Other scores of the same list are passed over.
        let scores = |c: char| c.is_ascii_digit() || matches!(c, ':' | ' ' | ',' | '(' | ')');
        let bare = end - crate::text::tail(&text[..end], 40, scores);
        let (word, start) = word_before(text, bare);
        if word.is_empty() {
            return false;
        }
        let lower = word.to_lowercase();
        if SCORES
            .iter()
            .any(|score| lower == *score || lower.ends_with(score) && score.len() > 3 && crate::text::is_capital(word))
        {
            return true;
        }
        end = start;
    }
    false
}
