//! Months without a day: "Mai 2026", "Jan. 2022", "Mai–Juli", "06/2025".

use super::year_after;
use crate::calendar::{is_short_month, month, month_name};
use crate::cardinal::year;
use crate::label;
use crate::read::{Found, Scene};
use crate::text::{char_at, char_before, digits_end, past_range_sign, word_at, word_before};
use hoerblatt_core::Value;

/// "06/2025": month and year on a card or a form; a leading zero or "bis", "ab", "gültig" before it must tell.
pub(crate) fn read_month_number(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let slash = digits_end(text, at, 3);
    let end = digits_end(text, slash + 1, 5);
    let shape = (1..=2).contains(&(slash - at)) && char_at(text, slash) == Some('/') && end == slash + 5;
    let (word, _) = word_before(text, at);
    let told = text[at..].starts_with('0') || matches!(word, "bis" | "ab" | "seit" | "von" | "Stand");
    if !shape || !told || crate::text::alphanumeric_at(text, end) || word != "Stand" && label::before(text, at) {
        return None;
    }
    if matches!(char_at(text, end), Some('/' | '-' | '–'))
        || char_before(text, at).is_some_and(|c| matches!(c, '/' | '-'))
    {
        return None;
    }
    let (number, y) = (text[at..slash].parse().ok()?, text[slash + 1..end].parse().ok()?);
    if !(1..=12).contains(&number) || !(1900..2100).contains(&y) {
        return None;
    }
    let found = Found::words(at, end, speak_month(number, Some(y)), "date", "month");
    Some(found.value(Value::Month { month: number, year: Some(y) }))
}

/// A month with its year: "Mai 2026", "Jan. 2022".
pub(crate) fn read_month(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let word = word_at(text, at);
    let (number, name) = month(word)?;
    let mut end = at + word.len();
    let short = is_short_month(word);
    let stopped = short && char_at(text, end) == Some('.');
    if stopped {
        end += 1;
    }
    if let Some(found) = months(text, at, name, end) {
        return Some(found);
    }
    let (year_value, with_year) = year_after(text, end);
    if let Some(y) = year_value {
        let spoken = format!("{name} {}", year(u64::from(y.unsigned_abs())));
        let found = Found::words(at, with_year, spoken, "date", "month");
        return Some(found.value(Value::Month { month: number, year: Some(y) }));
    }
    // "Der Sohn heißt Jan. Er spielt": a first name unless something tells of time.
    let name_of_a_person = word == "Jan" && !tells_of_time(text, at);
    (stopped && !name_of_a_person)
        .then(|| Found::words(at, end, name, "date", "month").value(Value::Month { month: number, year: None }))
}

/// Whether a word before a month tells that it is one, or nothing stands before it: "im Jan.", "Ende Jan."
fn tells_of_time(text: &str, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "im", "Im", "ab", "Ab", "bis", "Bis", "seit", "Seit", "von", "Ende", "Anfang", "Mitte", "und", "jeden",
        "diesen",
    ];
    let (word, _) = word_before(text, at);
    word.is_empty() || WORDS.contains(&word)
}

/// "Mai–Juli", "Mai 2022 – Juli 2023": a dash between months means "bis".
fn months(text: &str, at: usize, name: &str, name_end: usize) -> Option<Found> {
    let (first_year, first_end) = year_after(text, name_end);
    let next = past_range_sign(text, first_end).filter(|_| !text[first_end..].trim_start().starts_with("bis"))?;
    let word = word_at(text, next);
    let (_, last_name) = month(word)?;
    let mut end = next + word.len();
    if crate::text::alphanumeric_at(text, end) || char_at(text, end) == Some('-') {
        return None;
    }
    end += usize::from(is_short_month(word) && char_at(text, end) == Some('.'));
    let (last_year, end) = year_after(text, end);
    let with_year = |name: &str, y: Option<i32>| match y {
        Some(y) => format!("{name} {}", year(u64::from(y.unsigned_abs()))),
        None => name.to_owned(),
    };
    let spoken = format!("{} bis {}", with_year(name, first_year), with_year(last_name, last_year));
    Some(Found::words(at, end, spoken, "date", "months"))
}

/// A month for the ear.
pub(crate) fn speak_month(month: u32, y: Option<i32>) -> String {
    match y {
        Some(y) => format!("{} {}", month_name(month), year(u64::from(y.unsigned_abs()))),
        None => month_name(month).to_owned(),
    }
}
