//! "Februar", and below it "2 Gottesdienst", "Fr 14. | Spieleabend", "22–23 Wochenende": days whose month stands above them.

use super::{segment::is_day, words::Words};
use crate::lines::{Line, Shape};
use hoerblatt_core::{
    Language, Value,
    language::{Field, Spot},
};
use std::ops::Range;

/// A single number below a month may be anything; so many are days.
const FEWEST_DAYS: usize = 2;

/// For each line that begins with the bare number of a day below the name of a month: that day, with the line's other dates and times.
pub(super) fn days(
    lines: &[Line],
    free: &[bool],
    language: &dyn Language,
    words: &Words<'_>,
) -> Vec<Option<Vec<Spot>>> {
    let mut days: Vec<Option<Vec<Spot>>> = vec![None; lines.len()];
    let mut month: Option<&str> = None;
    for (at, line) in lines.iter().enumerate() {
        if names_month(line, language, words) {
            month = Some(&line.text);
        } else if line.is_heading() {
            month = None;
        } else if let Some(month) = month.filter(|_| free[at]) {
            days[at] = day_of(&line.text, month, language, words);
        }
    }
    if days.iter().flatten().count() < FEWEST_DAYS {
        days.fill(None);
    }
    days
}

/// Whether a line is nothing but a month, with or without its year.
fn names_month(line: &Line, language: &dyn Language, words: &Words<'_>) -> bool {
    let text = line.text.trim_end_matches(':');
    if text.split(' ').nth(2).is_some()
        || matches!(line.shape, Shape::Row(_))
        || text.starts_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let first = format!("1. {text}");
    let whole = |spot: &Spot| spot.range == (0..first.len()) && matches!(spot.value, Value::Date(_));
    matches!(language.spot(&first).as_slice(), [spot] if whole(spot)) && words.field(text).is_none()
}

/// The dates and times of a line that begins with bare days of a month.
fn day_of(text: &str, month: &str, language: &dyn Language, words: &Words<'_>) -> Option<Vec<Spot>> {
    let bare = bare_days(text, language)?;
    let rest = &text[bare.end..];
    let clock = rest.trim_start().split([' ', '\t', ',']).next().unwrap_or("");
    let goes_on = rest.starts_with([' ', '\t', '\u{a0}', ',', ':', '|', ')', '–', '-'])
        && words.field(clock) != Some(Field::Time);
    let spots = language.spot(text);
    // A line with a day of its own needs none from above.
    if !goes_on || spots.iter().any(|spot| is_day(&spot.value, spot.bound)) {
        return None;
    }
    let written = &text[bare.clone()];
    let stop = if written.ends_with('.') { "" } else { "." };
    let whole = format!("{written}{stop} {}", month.trim_end_matches(':'));
    let mut found = language.spot(&whole);
    found.retain(|spot| is_day(&spot.value, spot.bound));
    for spot in &mut found {
        spot.range = spot.range.start.min(bare.end)..spot.range.end.min(bare.end);
    }
    if found.is_empty() {
        return None;
    }
    found.extend(spots.into_iter().filter(|spot| spot.range.start >= bare.end));
    Some(found)
}

/// Where the days at the beginning of a line stand, with the weekday before them: "2", "Fr 14.", "22–23", "7. und 14.".
fn bare_days(text: &str, language: &dyn Language) -> Option<Range<usize>> {
    let first = text.find(|c: char| c.is_ascii_digit())?;
    // A short weekday is one only before a date; so it is asked with one.
    let weekday = text[..first].trim();
    let asked = |word: &str| language.spot(&format!("{word} 1.1.")).first().is_some_and(|spot| spot.range.start == 0);
    if !weekday.is_empty() && (weekday.split(' ').count() > 1 || !asked(weekday)) {
        return None;
    }
    let mut end = end_of_day(text, first)?;
    let joints = ["–", "-", "/", " – ", " - ", " und ", " bis ", ", ", " + ", " & "];
    loop {
        let behind = joints.iter().filter(|joint| text[end..].starts_with(**joint)).map(|joint| {
            let next = end + joint.len();
            // "Fr., 12. bis So., 14.": each day may have its weekday.
            let digit = text[next..].find(|c: char| c.is_ascii_digit()).map_or(next, |digit| next + digit);
            let weekday = text[next..digit].trim();
            if !weekday.contains(' ') && asked(weekday) { digit } else { next }
        });
        match behind.filter_map(|next| end_of_day(text, next)).next() {
            Some(next) => end = next,
            None => return Some(0..end),
        }
    }
}

/// Where the number of a day ends, with its full stop; the hour in "15.30" is none.
fn end_of_day(text: &str, start: usize) -> Option<usize> {
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits;
    let day = text[start..end].parse().ok().filter(|day: &u32| (1..=31).contains(day));
    let rest = &text[end..];
    let minutes = rest.strip_prefix(['.', ':']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (digits <= 2 && day.is_some() && !minutes).then_some(end + usize::from(rest.starts_with('.')))
}
