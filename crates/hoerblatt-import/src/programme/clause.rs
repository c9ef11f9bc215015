//! A sentence may tell several events: one clause for each.

use super::{
    parts::EntryLine,
    prose::quotations,
    segment::is_day,
    venue::{district_inside, venue},
    words::Words,
};
use hoerblatt_core::Language;
use std::ops::Range;

/// "am Freitag das Konzert „Blech und Blüten“ im Westpark, am Sonntag die Matinee „Worte“": one clause for each day where each has a quoted
/// title of its own, before or behind it; else the whole sentence.
pub(super) fn clauses(said: &EntryLine<'_>) -> Vec<Range<usize>> {
    let whole = 0..said.text.len();
    let days = days(said);
    if days.len() < 2 {
        return vec![whole];
    }
    let quotes: Vec<usize> = quotations(said.text).map(|quote| quote.start).collect();
    let led_by = if quotes.first() < days.first() { &quotes } else { &days };
    let starts = std::iter::once(0).chain(led_by.iter().skip(1).copied());
    let ends = led_by.iter().skip(1).copied().chain([whole.end]);
    let clauses: Vec<Range<usize>> = starts.zip(ends).map(|(start, end)| start..end).collect();
    let one_each = |places: &[usize]| {
        places.len() == clauses.len() && clauses.iter().zip(places).all(|(clause, place)| clause.contains(place))
    };
    if one_each(&days) && one_each(&quotes) { clauses } else { vec![whole] }
}

/// Where the days of a sentence stand.
fn days(said: &EntryLine<'_>) -> Vec<usize> {
    said.spots.iter().filter(|spot| is_day(&spot.value, spot.bound)).map(|spot| spot.range.start).collect()
}

/// "am 24. Juni ab 14 Uhr in Eving, am 1. Juli ab 15 Uhr in Hörde": one piece per day, with its venue and district; nothing unless every
/// day has one.
pub(super) fn day_by_day<'t>(
    said: &EntryLine<'t>,
    words: &Words<'_>,
    language: &dyn Language,
) -> Vec<(EntryLine<'t>, Option<String>, Option<String>)> {
    let days = days(said);
    let ends = days.iter().skip(1).copied().chain([said.text.len()]);
    let piece = |(start, end): (&usize, usize)| {
        let part = EntryLine::new(&said.text[*start..end], language);
        let district = district_inside(part.text, words).map(str::to_owned);
        let place = venue(&part, "", words);
        (place.is_some() || district.is_some()).then_some((part, place, district))
    };
    days.iter().zip(ends).map(piece).collect::<Option<Vec<_>>>().unwrap_or_default()
}
