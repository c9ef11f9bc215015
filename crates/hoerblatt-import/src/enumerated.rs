//! A list typed into one paragraph: "Die Termine: 14. Mai, 18 Uhr: … (…); 23. Mai, 17 Uhr: … (…); 1. Juni …".

use crate::{
    lines::{Line, Shape},
    programme::is_day,
};
use hoerblatt_core::Language;
use std::ops::Range;

/// So many pieces, each with its day, are a list.
const FEWEST: usize = 3;

/// Parts every paragraph whose pieces between semicolons each name a day: what leads it, then one item each.
pub(crate) fn part(lines: Vec<Line>, language: &dyn Language) -> Vec<Line> {
    if !lines.iter().any(|line| pieces(line).nth(FEWEST - 1).is_some()) {
        return lines;
    }
    lines.into_iter().flat_map(|line| items(&line, language).unwrap_or_else(|| vec![line])).collect()
}

fn pieces(line: &Line) -> impl Iterator<Item = &str> {
    let listed = line.shape == Shape::Plain && line.text.contains(';');
    let text = if listed { line.text.as_str() } else { "" };
    text.split("; ")
}

/// The leading line and the items of a paragraph, if it is a list.
fn items(line: &Line, language: &dyn Language) -> Option<Vec<Line>> {
    pieces(line).nth(FEWEST - 1)?;
    let first = first_day(pieces(line).next()?, language)?;
    if !pieces(line).all(|piece| first_day(piece, language).is_some()) {
        return None;
    }
    let (head, entries) = line.text.split_at(first.start);
    // The paragraph's text is copied once, not for every piece.
    let bare = Line { text: String::new(), ..line.clone() };
    let piece = |text: &str, shape: Shape, gap: bool| Line { text: text.to_owned(), shape, gap, ..bare.clone() };
    let entry = |text: &str| piece(text.trim_end_matches('.'), Shape::Item(0), false);
    let head = head.trim();
    let head = (!head.is_empty()).then(|| piece(head, Shape::Plain, line.gap));
    Some(head.into_iter().chain(entries.split("; ").map(entry)).collect())
}

/// Where the first day of a piece stands.
fn first_day(piece: &str, language: &dyn Language) -> Option<Range<usize>> {
    language.spot(piece).into_iter().find(|spot| is_day(&spot.value, spot.bound)).map(|spot| spot.range)
}
