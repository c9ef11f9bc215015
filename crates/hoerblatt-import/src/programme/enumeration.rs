//! "Rosen, Rhabarber, Rezepte": words that only stand in a row are one piece.

use super::{
    parts::{Part, Sign},
    roles::Parsed,
    words::Words,
};

/// Two words behind a comma may be a title and its venue; three without any sign of a place are a row.
const SHORTEST: usize = 3;

/// Joins the pieces of every row that stands by itself behind a colon or bar.
pub(super) fn join(entry: &mut Parsed, words: &Words<'_>) {
    let mut at = 0;
    while at < entry.parts.len() {
        let length = row_from(&entry.parts[at..], words);
        if length >= SHORTEST {
            let last = entry.parts[at + length - 1].clone();
            let first = &mut entry.parts[at];
            first.range.end = last.range.end;
            first.after = last.after;
            first.text = entry.lines[first.line].text[first.range.clone()].to_owned();
            entry.parts.drain(at + 1..at + length);
        }
        at += 1;
    }
}

/// How many pieces from the first belong to one row.
fn row_from(parts: &[Part], words: &Words<'_>) -> usize {
    let begins = |part: &Part| matches!(part.before, Sign::Colon | Sign::Bar) && part.after == Sign::Comma;
    if !parts.first().is_some_and(|part| begins(part) && is_plain_word(part, words)) {
        return 0;
    }
    let goes_on = |part: &&Part| part.line == parts[0].line && part.before == Sign::Comma && is_plain_word(part, words);
    let length = 1 + parts[1..].iter().take_while(goes_on).count();
    let ends = parts[length - 1].after != Sign::Comma;
    if ends { length } else { 0 }
}

/// One capitalised word that names no place.
fn is_plain_word(part: &Part, words: &Words<'_>) -> bool {
    part.text.starts_with(char::is_uppercase)
        && !part.text.contains(char::is_whitespace)
        && part.label.is_none()
        && part.remark.is_none()
        && words.place_words(&part.text) <= 0.0
}
