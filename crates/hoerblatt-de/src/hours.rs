//! Weekdays in opening hours: "Mo–Fr", "Di + Do", "Mi. ab 9 Uhr". Spec: `spec/hours.md`.

use crate::calendar::{short_weekday, weekday, weekday_name};
use crate::read::{Found, Scene};
use crate::text::{
    char_at, char_before, digit_at, is_letter, is_space, past_range_sign, past_spaces, word_at, word_before,
};
use chrono::Weekday;
use hoerblatt_core::{Value, model::OpeningHours};

/// A weekday at a byte in any form: the day, its name, the byte after it and its stop, whether it was short.
fn any_weekday(text: &str, at: usize) -> Option<(Weekday, &'static str, usize, bool)> {
    let word = word_at(text, at);
    if let Some((day, name)) = weekday(word) {
        return Some((day, name, at + word.len(), false));
    }
    let (day, name) = short_weekday(word)?;
    let end = at + word.len();
    Some((day, name, end + usize::from(char_at(text, end) == Some('.')), true))
}

/// A range of weekdays, or a short form that stands for one.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if char_before(text, at).is_some_and(|c| is_letter(c) || c.is_ascii_digit()) {
        return None;
    }
    let (first, name, end, short) = any_weekday(text, at)?;
    // "Fr. 5.–" is Swiss money.
    if name == "Freitag" && short && crate::money::dash_after(text, end) {
        return None;
    }
    if let Some(next) = past_range_sign(text, end)
        && let Some((last, last_name, last_end, _)) = any_weekday(text, next)
        && !crate::text::alphanumeric_at(text, last_end)
        && crate::date::day_at(text, at).is_none()
        && crate::date::day_at(text, next).is_none_or(|day| day.month.is_none())
    {
        let joint = if text[end..next].contains("zum") { "bis zum" } else { "bis" };
        let found = Found::words(at, last_end, format!("{name} {joint} {last_name}"), "hours", "weekdays");
        return Some(found.value(Value::Weekdays(first, last)));
    }
    if !short
        || crate::date::day_at(text, at).is_some() && digit_follows_as_date(text, at, end)
        || !evidence(text, at, end)
    {
        return None;
    }
    Some(Found::words(at, end, name, "hours", "weekday").value(Value::Weekday(first)))
}

fn digit_follows_as_date(text: &str, at: usize, _: usize) -> bool {
    crate::date::day_at(text, at).is_some_and(|day| day.month.is_some())
}

/// "Mo", "Do" and "So" are words or names too: a digit, a colon, another weekday or "ab 9" after it, or one before it, must tell.
fn evidence(text: &str, at: usize, end: usize) -> bool {
    let stopped = text[..end].ends_with('.');
    let from = past_spaces(text, end);
    let next = char_at(text, from);
    if next.is_some_and(|c| c.is_ascii_digit()) && from > end || next == Some(':') {
        return true;
    }
    let after_sign = match next {
        Some(',' | '/' | '+' | '&' | '|') => past_spaces(text, from + 1),
        _ if text[from..].starts_with("und ") || text[from..].starts_with("u. ") => past_spaces(text, from + 3),
        _ if text[from..].starts_with("auf ") => past_spaces(text, from + 4),
        _ => from,
    };
    if after_sign > from
        && (any_weekday(text, after_sign).is_some_and(|(_, _, e, _)| !crate::text::alphanumeric_at(text, e))
            || digit_at(text, after_sign))
    {
        return true;
    }
    let word = word_at(text, from);
    if matches!(
        word,
        "ab" | "von"
            | "bis"
            | "um"
            | "vormittags"
            | "nachmittags"
            | "abends"
            | "vorm"
            | "nachm"
            | "geschlossen"
            | "geschl"
            | "auch"
            | "Ruhetag"
            | "nach"
            | "im"
            | "alle"
    ) && (stopped
        || !matches!(word, "nach" | "im" | "alle" | "auch")
        || word == "alle" && another_weekday_before(text, at))
    {
        let number = past_spaces(text, from + word.len());
        if digit_at(text, number) || word == "im" || !matches!(word, "ab" | "von" | "bis" | "um" | "nach") {
            return true;
        }
    }
    // "jeden 2. Mi im Monat"
    let rest = &text[from..];
    if ["im Monat", "i. M.", "des Monats", "eines Monats", "im Quartal"].iter().any(|every| rest.starts_with(every)) {
        return true;
    }
    let (before, _) = word_before(text, at);
    let ordered = before.ends_with("ten") && before.len() > 5;
    if ordered && stopped {
        return true;
    }
    if matches!(before, "am" | "Am" | "jeden" | "Jeden" | "jeder" | "bis" | "vom" | "ab")
        && (stopped || before.starts_with(['j', 'J', 'a', 'A']))
        && before != "ab"
    {
        return true;
    }
    weekday_before(text, at)
}

/// A weekday's short form stands earlier in the line: "Mo–Sa alle 15 Min., So alle 30 Min."
fn another_weekday_before(text: &str, at: usize) -> bool {
    let line = text[..at].char_indices().rev().take(60).find(|(_, c)| *c == '\n').map_or(0, |(i, _)| i);
    let from = text[..at].char_indices().rev().take(60).last().map_or(at, |(i, _)| i).max(line);
    text[from..at].split(|c: char| !is_letter(c)).any(|word| short_weekday(word).is_some())
}

/// Another weekday stands before it in a list: "Mo, Mi und Fr".
fn weekday_before(text: &str, at: usize) -> bool {
    let bare = crate::text::trimmed(text, at, |c: char| is_space(c) || matches!(c, ',' | '/' | '+' | '&' | '.'));
    let (word, start) = word_before(bare, bare.len());
    let word = if matches!(word, "und" | "u" | "oder" | "auf") {
        let bare = crate::text::trimmed(bare, start, |c: char| is_space(c) || c == '.');
        word_before(bare, bare.len()).0
    } else {
        word
    };
    bare.len() < at && (short_weekday(word).is_some() || weekday(word).is_some())
}

/// Opening hours for the eye.
pub(crate) fn write(hours: &OpeningHours, style: hoerblatt_core::Style) -> String {
    let days = weekdays(hours.first.0, hours.last.0);
    format!("{days}, {}", crate::time::write_range(hours.from, hours.until, style))
}

/// Opening hours for the ear.
pub(crate) fn speak(hours: &OpeningHours) -> String {
    let days = weekdays(hours.first.0, hours.last.0);
    format!("{days}, {}", crate::time::speak_range(hours.from, hours.until))
}

/// "Montag bis Freitag", or one day.
pub(crate) fn weekdays(first: Weekday, last: Weekday) -> String {
    if first == last {
        weekday_name(first).to_owned()
    } else {
        format!("{} bis {}", weekday_name(first), weekday_name(last))
    }
}
