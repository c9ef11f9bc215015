//! "Rosen, Rhabarber, Rezepte": what only stands in a row is one piece.

use super::{
    kinds::Kind,
    parts::{Part, Sign},
    roles::Parsed,
    words::Words,
};

/// Two words behind a comma may be a title and its venue; three without any sign of a place are a row.
const SHORTEST: usize = 3;

/// Joins the pieces of every row that stands by itself, and those of a whole line that names no place.
pub(super) fn join(entry: &mut Parsed<'_>, words: &Words<'_>) {
    let mut at = 0;
    while at < entry.parts.len() {
        let placed = entry.parts[..at].iter().any(|part| words.gazetteer.find(part.text).is_some());
        let length = row_from(&entry.parts[at..], placed, words).max(line_from(entry, at, words));
        if length > 1 {
            let last = entry.parts[at + length - 1].clone();
            let first = &mut entry.parts[at];
            first.range.end = last.range.end;
            first.after = last.after;
            first.text = &entry.lines[first.line].text[first.range.clone()];
            entry.parts.drain(at + 1..at + length);
        }
        at += 1;
    }
}

/// How many pieces from the first belong to one row: "Rosen, Rhabarber, Rezepte"; two where the last joins two words ("Kröten, Molche und
/// Frösche"). Behind a district one of them may sound like a venue ("Ampel, Zebrastreifen, Mittelinsel").
fn row_from(parts: &[Part<'_>], placed: bool, words: &Words<'_>) -> usize {
    let begins = |part: &Part<'_>| {
        matches!(part.before, Sign::Line | Sign::Colon | Sign::Bar | Sign::Bracket | Sign::Spot)
            && part.after == Sign::Comma
    };
    if !parts.first().is_some_and(|part| begins(part) && is_plain_word(part, words)) {
        return 0;
    }
    let follows = |part: &&Part<'_>| part.line == parts[0].line && part.before == Sign::Comma;
    let length = 1 + parts[1..]
        .iter()
        .take_while(|part| follows(part) && (is_plain_word(part, words) || placed && is_word(part)))
        .count();
    if parts.get(length).is_some_and(|last| follows(&last) && is_pair(last, placed, words)) {
        return length + 1;
    }
    let ends = parts[length - 1].after != Sign::Comma;
    if ends && length >= SHORTEST { length } else { 0 }
}

/// How many pieces a line has that nothing but commas part, without any sign of a place, in an entry that names its place in another line:
/// "Malen im Stehen, Sitzen, Liegen".
fn line_from(entry: &Parsed<'_>, at: usize, words: &Words<'_>) -> usize {
    let first = &entry.parts[at];
    if first.before != Sign::Line || first.after != Sign::Comma || !entry.lines[first.line].spots.is_empty() {
        return 0;
    }
    let placeless =
        |part: &Part<'_>| part.label.is_none() && part.remark.is_none() && words.place_words(part.text) < 2.0;
    let on_line: Vec<&Part<'_>> = entry.parts[at..].iter().take_while(|part| part.line == first.line).collect();
    let commas = on_line[1..].iter().all(|part| part.before == Sign::Comma);
    let elsewhere = entry.parts.iter().any(|part| part.line != first.line && words.place_words(part.text) >= 2.0);
    if commas && elsewhere && on_line.iter().all(|part| placeless(part)) { on_line.len() } else { 0 }
}

/// One capitalised word that names no place.
fn is_plain_word(part: &Part<'_>, words: &Words<'_>) -> bool {
    !part.text.contains(char::is_whitespace) && is_plain(part, words)
}

fn is_word(part: &Part<'_>) -> bool {
    let open = part.label.is_none() && part.remark.is_none();
    open && part.text.starts_with(char::is_uppercase) && !part.text.contains(char::is_whitespace)
}

/// "Molche und Frösche": two words and a joint.
fn is_pair(part: &Part<'_>, placed: bool, words: &Words<'_>) -> bool {
    let mut pieces = part.text.split(' ');
    let named = pieces.next().is_some();
    let joint = pieces.next().is_some_and(|word| words.kinds(word).is(Kind::Joint));
    named && joint && {
        pieces.next().is_some_and(|word| word.starts_with(char::is_uppercase)) && (placed || is_plain(part, words))
    }
}

fn is_plain(part: &Part<'_>, words: &Words<'_>) -> bool {
    part.text.starts_with(char::is_uppercase)
        && part.label.is_none()
        && part.remark.is_none()
        && words.place_words(part.text) <= 0.0
}
