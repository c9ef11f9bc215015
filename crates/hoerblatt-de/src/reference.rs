//! Legal references: "§ 35a SGB XI", "§§ 12–14", "Art. 3 Abs. 2 GG". Spec: `spec/reference.md`.

use crate::cardinal::cardinal;
use crate::read::{Found, Scene};
use crate::text::{char_at, digits_end, is_space, past_range_sign, past_spaces, word_before};

/// Books of the Bible before chapter and verse, with their short forms after the Loccum guidelines.
const BOOKS: &[&str] = &[
    "Apg",
    "Apostelgeschichte",
    "Eph",
    "Epheser",
    "Ex",
    "Exodus",
    "Gal",
    "Galater",
    "Gen",
    "Genesis",
    "Hebr",
    "Hebräer",
    "Hiob",
    "Jak",
    "Jakobus",
    "Jer",
    "Jeremia",
    "Jes",
    "Jesaja",
    "Joh",
    "Johannes",
    "Kol",
    "Kolosser",
    "Kor",
    "Korinther",
    "Lk",
    "Lukas",
    "Markus",
    "Matthäus",
    "Mk",
    "Mose",
    "Mt",
    "Offb",
    "Offenbarung",
    "Petr",
    "Petrus",
    "Phil",
    "Philipper",
    "Prediger",
    "Ps",
    "Psalm",
    "Röm",
    "Römer",
    "Samuel",
    "Spr",
    "Sprüche",
    "Thess",
    "Tim",
    "Timotheus",
];

/// Chapter and verses after a book of the Bible: "Lk 2,1-20".
pub(crate) fn read_verses(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let bare = text[..at].trim_end_matches(is_space);
    let bare = bare.strip_suffix('.').unwrap_or(bare);
    if !BOOKS.contains(&word_before(bare, bare.len()).0) {
        return None;
    }
    let chapter = digits_end(text, at, 3);
    if !matches!(char_at(text, chapter), Some(',' | ':')) {
        return None;
    }
    let from = past_spaces(text, chapter + 1);
    let mut end = digits_end(text, from, 3);
    if end == from {
        return None;
    }
    let said = |range: std::ops::Range<usize>| text[range].parse().map(cardinal).ok();
    let mut spoken = format!("{}, {}", said(at..chapter)?, said(from..end)?);
    if let Some(next) = past_range_sign(text, end) {
        let last = digits_end(text, next, 3);
        if last > next {
            spoken.push_str(&format!(" bis {}", said(next..last)?));
            end = last;
        }
    }
    Some(Found::words(at, end, spoken, "reference", "verses"))
}

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
    // "im Sinne des Paragrafen zwei": weak like "Graf" after an article, bare after a preposition (Duden 9).
    let (before, _) = word_before(text, at);
    let weak =
        matches!(before, "des" | "dem" | "den" | "im" | "am" | "vom" | "zum" | "beim" | "diesem" | "diesen" | "dieses")
            || text[..at].trim_end_matches(is_space).ends_with("d.");
    let word = if weak { "Paragrafen" } else { "Paragraf" };
    Some(Found::words(at, at + one, word, "reference", if number { "one" } else { "alone" }))
}
