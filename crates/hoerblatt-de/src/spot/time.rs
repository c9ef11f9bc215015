//! Times of day: one, or from one to another.

use super::{
    Found,
    lexeme::{Kind, Lexemes},
};
use chrono::NaiveTime;
use hoerblatt_core::{
    Value,
    language::{Bound, Spot},
};

/// A time as written.
#[derive(Clone, Copy)]
struct Clock {
    time: NaiveTime,
    next: usize,
    /// "Uhr" or "h" stands behind.
    word: bool,
    /// Written with a colon, as only times are.
    colon: bool,
    /// Written with minutes.
    minutes: bool,
}

/// The time, or the stretch of time, that begins with the number at `at`.
pub(super) fn times(lexemes: &Lexemes<'_>, at: usize) -> Found {
    if !stands_free(lexemes, at) {
        return None;
    }
    let from = clock(lexemes, at)?;
    let until = until(lexemes, from.next).filter(|until| {
        // "15-17" is a stretch of time only with a clock word, a colon on both sides, or minutes on both sides.
        until.word
            || from.word && !counts(lexemes, *until)
            || (from.colon && until.colon)
            || (from.minutes && until.minutes)
    });
    if let Some(until) = until {
        let (first, last) = (from.time, until.time);
        let spot = Spot { range: lexemes.range(at, until.next), value: Value::Times(first, last), bound: Bound::On };
        return Some((vec![spot], until.next));
    }
    if !(from.word || from.colon || shares_clock_word(lexemes, from)) {
        return None;
    }
    let spot = Spot { range: lexemes.range(at, from.next), value: Value::Time(from.time), bound: Bound::On };
    Some((vec![spot], from.next))
}

/// "Dienstag, 16.00 – 17.30 Uhr": a clock word behind a stretch tells that neither end is a date.
pub(super) fn is_stretch_of_clock(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let from = clock(lexemes, at);
    from.and_then(|from| until(lexemes, from.next)).is_some_and(|until| until.word && !until.colon)
}

/// "14 Uhr – 2 Euro": a number by itself that counts what follows is no time.
fn counts(lexemes: &Lexemes<'_>, until: Clock) -> bool {
    let next = lexemes.skip_space(until.next);
    let named = lexemes.text(next).starts_with(char::is_uppercase) || lexemes.text(next) == "€";
    !until.colon && !until.minutes && named
}

/// "um 11 und 15 Uhr": the clock word stands once, behind the last time.
fn shares_clock_word(lexemes: &Lexemes<'_>, from: Clock) -> bool {
    let sign = lexemes.skip_space(from.next);
    matches!(lexemes.text(sign), "und" | "," | "/" | "+" | "&" | "oder")
        && clock(lexemes, lexemes.skip_space(sign + 1)).is_some_and(|next| next.word)
}

fn until(lexemes: &Lexemes<'_>, at: usize) -> Option<Clock> {
    let sign = lexemes.skip_space(at);
    if !lexemes.is_range_sign(sign) {
        return None;
    }
    let mut next = lexemes.skip_space(sign + 1);
    // "15 – ca. 17 Uhr", "15 bis gegen 17 Uhr"
    while matches!(lexemes.text(next), "ca" | "gegen" | "etwa" | "circa" | "bis" | ".") {
        next = lexemes.skip_space(next + 1);
    }
    clock(lexemes, next)
}

/// One time: `15`, `15.30`, `15:30`, each with or without "Uhr" or "h"; 24 is midnight.
fn clock(lexemes: &Lexemes<'_>, at: usize) -> Option<Clock> {
    let (hour, 1..=2) = lexemes.number(at)? else { return None };
    if hour > 24 {
        return None;
    }
    let colon = lexemes.text(at + 1) == ":";
    let dot = lexemes.text(at + 1) == ".";
    let minute = lexemes.number(at + 2).filter(|&(n, digits)| (colon || dot) && digits == 2 && n < 60);
    let (minute, mut next) = minute.map_or((0, at + 1), |(minute, _)| (minute, at + 3));
    if colon && next == at + 1 {
        return None;
    }
    // Seconds, as tables export them: "15:00:00".
    if colon && lexemes.text(next) == ":" && lexemes.number(next + 1).is_some_and(|(n, digits)| digits == 2 && n < 60) {
        next += 2;
    }
    let minutes = next > at + 1;
    let word = lexemes.skip_space(next);
    let has_word = is_clock_word(lexemes, word);
    let time = NaiveTime::from_hms_opt(hour % 24, minute, 0)?;
    Some(Clock { time, next: if has_word { word + 1 } else { next }, word: has_word, colon, minutes })
}

/// "Uhr", "h"; "H" alone would be an initial.
pub(super) fn is_clock_word(lexemes: &Lexemes<'_>, at: usize) -> bool {
    matches!(lexemes.text(at), "Uhr" | "UHR" | "uhr" | "h") && lexemes.kind(at) == Some(Kind::Word)
}

/// Whether nothing is glued before the number: `1:15`, `3.15`, `A15`.
fn stands_free(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    match lexemes.kind(before) {
        Some(Kind::Number | Kind::Word) => false,
        Some(Kind::Space) => true,
        _ => {
            !matches!(lexemes.text(before), "." | ":" | ",")
                || before.checked_sub(1).is_none_or(|b| lexemes.kind(b) != Some(Kind::Number))
        }
    }
}
