//! Times of day: "14 Uhr", "14.30 Uhr", "14:30", "10–12 Uhr", "9.00 bis 17.00 Uhr", "15 h". Spec: `spec/time.md`.
//!
//! "14.30 Uhr" is said "vierzehn Uhr dreißig"; a full hour says no minutes, however it is written. In a range "Uhr" is said once
//! where the first time is a full hour: "neun bis siebzehn Uhr".

use crate::cardinal::cardinal;
use crate::read::{Found, Scene};
use crate::text::{char_at, digit_at, digits_end, past_range_sign, past_spaces, word_at, word_before};
use chrono::{NaiveTime, Timelike};
use hoerblatt_core::{Speech, Style, Value};

/// A time as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Clock {
    hour: u32,
    minute: Option<u32>,
    second: Option<u32>,
    /// Written with a colon: a time even without "Uhr".
    colon: bool,
    end: usize,
}

impl Clock {
    fn has_minutes(self) -> bool {
        self.minute.unwrap_or(0) > 0
    }

    /// The time of day. "24 Uhr" is the end of a day, for which there is no value: it stays as it is written.
    fn time(self) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(self.hour, self.minute.unwrap_or(0), self.second.unwrap_or(0))
    }

    /// The time at which a stretch ends: "20 bis 24 Uhr" ends at midnight, and is written and said so.
    fn end_time(self) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(self.hour % 24, self.minute.unwrap_or(0), self.second.unwrap_or(0))
    }
}

/// "14", "14.30", "14:30", "14:30:15".
fn clock_at(text: &str, at: usize) -> Option<Clock> {
    let end = digits_end(text, at, 3);
    if end == at || end - at > 2 {
        return None;
    }
    let hour: u32 = text[at..end].parse().ok()?;
    let mut clock = Clock { hour, minute: None, second: None, colon: false, end };
    if hour > 24 {
        return None;
    }
    let sign = char_at(text, end);
    // "10h30" is Swiss for 10.30 Uhr.
    if matches!(sign, Some('.' | ':' | 'h')) {
        let stop = digits_end(text, end + 1, 3);
        if stop - end == 3 {
            let minute: u32 = text[end + 1..stop].parse().ok()?;
            if minute > 59 {
                return None;
            }
            clock = Clock { minute: Some(minute), colon: sign != Some('.'), end: stop, ..clock };
            if clock.colon && char_at(text, stop) == Some(':') {
                let last = digits_end(text, stop + 1, 3);
                if last - stop == 3 {
                    clock = Clock { second: text[stop + 1..last].parse().ok().filter(|s| *s < 60), end: last, ..clock };
                }
            }
        }
    }
    Some(clock)
}

/// Past "Uhr" or "h" after a time; `None` where neither stands there.
fn past_uhr(text: &str, at: usize) -> Option<usize> {
    let from = past_spaces(text, at);
    let word = word_at(text, from);
    match word {
        "Uhr" | "UHR" => Some(from + 3),
        "h" => Some(from + 1),
        _ => None,
    }
}

/// A time or a range of times.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if let Some(found) = minutes(text, at) {
        return Some(found);
    }
    let first = clock_at(text, at)?;
    let uhr = past_uhr(text, first.end);
    if let Some(found) = range(text, at, first, uhr) {
        return Some(found);
    }
    if uhr.is_none() && !stands_as_time(text, at, first) {
        return None;
    }
    // "5 h" is a duration where nothing says otherwise; "15 h", "10:30h" are times.
    let hours = uhr.is_some_and(|end| text[..end].ends_with('h'));
    if hours && first.minute.is_none() && !after_time_word(text, at) {
        return None;
    }
    let mut end = uhr.unwrap_or(first.end);
    let mut clock = first;
    // "14 Uhr 30"
    if uhr.is_some() && !hours && first.minute.is_none() {
        let from = past_spaces(text, end);
        let stop = digits_end(text, from, 3);
        let minute = text[from..stop].parse::<u32>().ok().filter(|m| *m < 60 && stop - from == 2);
        let unit_follows = matches!(char_at(text, stop), Some('.' | ',' | ':' | '-' | '–' | '/'))
            && digit_at(text, stop + 1)
            || matches!(char_at(text, past_spaces(text, stop)), Some('°' | '%' | '€'))
            || crate::measure::is_unit_word(text, stop)
            || word_at(text, past_spaces(text, stop)).len() > 1
                && crate::text::is_capital(word_at(text, past_spaces(text, stop)));
        if let Some(minute) = minute.filter(|_| !unit_follows) {
            clock = Clock { minute: Some(minute), end: stop, ..clock };
            end = stop;
        }
    }
    // "1:23:45 Stunden", "2:05 Std.": a duration.
    let hours_at = past_spaces(text, clock.end);
    let hours_word = word_at(text, hours_at);
    if uhr.is_none() && matches!(hours_word, "Stunden" | "Std" | "Stdn") {
        let stop = hours_at + hours_word.len();
        let stop = stop + usize::from(hours_word != "Stunden" && char_at(text, stop) == Some('.'));
        return Some(Found::words(at, stop, duration(clock), "time", "duration"));
    }
    let spoken = spoken(clock);
    let found = Found::words(at, end, spoken, "time", if uhr.is_some() { "uhr" } else { "colon" });
    Some(match clock.time() {
        Some(time) => found.value(Value::Time(time)),
        None => found,
    })
}

/// "24:37 Min.": minutes and seconds of a race.
fn minutes(text: &str, at: usize) -> Option<Found> {
    let colon = digits_end(text, at, 3);
    let stop = digits_end(text, colon + 1, 3);
    if colon == at || char_at(text, colon) != Some(':') || stop != colon + 3 {
        return None;
    }
    let unit_at = past_spaces(text, stop);
    let unit = word_at(text, unit_at);
    if !matches!(unit, "Min" | "min" | "Minuten") {
        return None;
    }
    let end = unit_at + unit.len();
    let end = end + usize::from(unit == "Min" && char_at(text, end) == Some('.'));
    let (minutes, seconds): (u32, u32) = (text[at..colon].parse().ok()?, text[colon + 1..stop].parse().ok()?);
    let seconds = Some(seconds).filter(|n| *n > 0).map(|n| format!(" {}", part(n, "Sekunde", "Sekunden")));
    let spoken = format!("{}{}", part(minutes, "Minute", "Minuten"), seconds.unwrap_or_default());
    Some(Found::words(at, end, spoken, "time", "minutes"))
}

/// "9.00 bis 17.00 Uhr", "9:30–11", "9 Uhr bis 10 Uhr".
fn range(text: &str, at: usize, first: Clock, uhr: Option<usize>) -> Option<Found> {
    let next = past_range_sign(text, uhr.unwrap_or(first.end))?;
    let second = clock_at(text, next)?;
    let last_uhr = past_uhr(text, second.end);
    // Without "Uhr" after the second time, two colons or the "Uhr" of a later time in the list must tell.
    let sure = last_uhr.is_some()
        || (first.colon && second.colon)
        || first.minute.is_some()
            && second.minute.is_some()
            && (implied_uhr(text, second.end) || weekday_before(text, at))
        || uhr.is_some() && second.minute.is_some()
        || implied_uhr(text, second.end) && is_dash(text, first.end);
    if !sure || matches!(char_at(text, second.end), Some(':' | '-' | '–')) && digit_at(text, second.end + 1) {
        return None;
    }
    let end = last_uhr.unwrap_or(second.end);
    let mut words = String::new();
    if uhr.is_some() || first.has_minutes() {
        words.push_str(&spoken(first));
    } else {
        words.push_str(&cardinal(u64::from(first.hour)));
        if first.hour == 1 {
            words = "ein".to_owned();
        }
    }
    words.push_str(if text[first.end..next].contains("zum") { " bis zum " } else { " bis " });
    // "9–12 und 14–18 Uhr": the last time in the list says the "Uhr".
    let bare = last_uhr.is_none() && uhr.is_none() && second.minute.is_none() && !first.colon;
    if bare && second.hour != 1 {
        words.push_str(&cardinal(u64::from(second.hour)));
    } else {
        words.push_str(&spoken(second));
    }
    let found = Found::words(at, end, words, "time", "range");
    Some(match (first.time(), second.end_time()) {
        (Some(from), Some(until)) => found.value(Value::Times(from, until)),
        _ => found,
    })
}

fn is_dash(text: &str, at: usize) -> bool {
    matches!(char_at(text, past_spaces(text, at)), Some('-' | '–' | '—'))
}

/// A later time in the same list carries the "Uhr": "10.30, 12 und 14 Uhr".
fn implied_uhr(text: &str, at: usize) -> bool {
    let mut from = at;
    for _ in 0..8 {
        let mut next = past_spaces(text, from);
        let sign = ["und ", "oder ", "sowie ", "bzw. ", ",", "/", "+", "&", "u. ", "bis ", "–", "-"].into_iter();
        let Some(sign) = sign.into_iter().find(|sign| text[next..].starts_with(sign)) else { return false };
        next = past_spaces(text, next + sign.len());
        for word in ["von ", "um ", "ab "] {
            if text[next..].starts_with(word) {
                next += word.len();
            }
        }
        let Some(clock) = clock_at(text, next) else { return false };
        if past_uhr(text, clock.end).is_some() {
            return true;
        }
        from = clock.end;
    }
    false
}

/// A time without "Uhr": a colon with two digits after it, or a dot after a word that announces a time.
fn stands_as_time(text: &str, at: usize, clock: Clock) -> bool {
    if clock.minute.is_none() || crate::text::alphanumeric_at(text, clock.end) {
        return false;
    }
    let more = matches!(char_at(text, clock.end), Some('.' | ',' | ':')) && digit_at(text, clock.end + 1);
    if more {
        return false;
    }
    if clock.colon {
        return !crate::score::is_told(text, at);
    }
    implied_uhr(text, clock.end) || after_time_word(text, at) && !followed_by_unit(text, clock.end)
}

fn followed_by_unit(text: &str, at: usize) -> bool {
    let from = past_spaces(text, at);
    matches!(char_at(text, from), Some('€' | '%' | '$' | '°'))
        || matches!(word_at(text, from), "Euro" | "EUR" | "Meter" | "Kilometer" | "km" | "m")
}

fn after_time_word(text: &str, at: usize) -> bool {
    let (word, _) = word_before(text, at);
    matches!(word, "um" | "Um" | "gegen" | "Gegen" | "Beginn" | "Einlass" | "Uhrzeit")
        || matches!(word, "ab" | "Ab" | "von" | "Von" | "bis" | "Bis")
        || word.is_empty() && {
            let bare = crate::text::trimmed(text, at, |c: char| matches!(c, ' ' | ':'));
            matches!(
                word_before(bare, bare.len()).0,
                "Beginn"
                    | "Einlass"
                    | "Uhrzeit"
                    | "Zeit"
                    | "Start"
                    | "Ende"
                    | "Abfahrt"
                    | "Ankunft"
                    | "Anstoß"
                    | "Treffpunkt"
            )
        }
}

fn weekday_before(text: &str, at: usize) -> bool {
    let bare = crate::text::trimmed(text, at, |c: char| matches!(c, ' ' | ':' | ',' | '.'));
    let (word, _) = word_before(bare, bare.len());
    crate::calendar::weekday(word).is_some() || crate::calendar::short_weekday(word).is_some()
}

/// A clock face before a time is decoration.
pub(crate) fn read_sign_first(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let sign = char_at(scene.text, at)?;
    matches!(sign, '🕐'..='🕧' | '⏰' | '⏱')
        .then(|| Found::speech(at, at + sign.len_utf8(), Speech::default(), "symbol", "decoration"))
}

/// "eine Minute", "zwölf Minuten".
fn part(n: u32, one: &str, many: &str) -> String {
    match n {
        1 => format!("eine {one}"),
        n => format!("{} {many}", cardinal(u64::from(n))),
    }
}

/// "eine Stunde dreiundzwanzig Minuten fünfundvierzig Sekunden".
fn duration(clock: Clock) -> String {
    let mut words = part(clock.hour, "Stunde", "Stunden");
    for (n, one, many) in [(clock.minute, "Minute", "Minuten"), (clock.second, "Sekunde", "Sekunden")] {
        if let Some(n) = n.filter(|n| *n > 0) {
            words.push(' ');
            words.push_str(&part(n, one, many));
        }
    }
    words
}

fn spoken(clock: Clock) -> String {
    let one = |n: u32, one: &str| if n == 1 { one.to_owned() } else { cardinal(u64::from(n)) };
    let mut words = format!("{} Uhr", one(clock.hour, "ein"));
    if let Some(second) = clock.second {
        let minute = clock.minute.unwrap_or(0);
        let plural = |n, single: &str, many: &str| if n == 1 { single.to_owned() } else { many.to_owned() };
        words.push_str(&format!(
            " {} {} {} {}",
            one(minute, "eine"),
            plural(minute, "Minute", "Minuten"),
            one(second, "eine"),
            plural(second, "Sekunde", "Sekunden"),
        ));
    } else if clock.has_minutes() {
        words.push(' ');
        words.push_str(&cardinal(u64::from(clock.minute.unwrap_or(0))));
    }
    words
}

fn clock_of(time: NaiveTime) -> Clock {
    Clock { hour: time.hour(), minute: Some(time.minute()), second: None, colon: false, end: 0 }
}

/// A time for the ear.
pub(crate) fn speak(time: NaiveTime) -> String {
    spoken(clock_of(time))
}

/// A range of times for the ear.
pub(crate) fn speak_range(from: NaiveTime, until: NaiveTime) -> String {
    let start = match (from.hour(), from.minute()) {
        (1, 0) => "ein".to_owned(),
        (hour, 0) => cardinal(u64::from(hour)),
        _ => speak(from),
    };
    // A range that ends at midnight ends at 24 Uhr.
    let end =
        Clock { hour: if until.hour() == 0 && until.minute() == 0 { 24 } else { until.hour() }, ..clock_of(until) };
    format!("{start} bis {}", spoken(end))
}

/// A time for the eye: Duden writes "15 Uhr" and "9.30 Uhr".
pub(crate) fn write(time: NaiveTime, style: Style) -> String {
    format!("{}\u{a0}Uhr", face(time, style))
}

/// A range of times for the eye.
pub(crate) fn write_range(from: NaiveTime, until: NaiveTime, style: Style) -> String {
    let end = if until.hour() == 0 && until.minute() == 0 { "24".to_owned() } else { face(until, style) };
    match style {
        Style::Table => format!("{}–{end}\u{a0}Uhr", face(from, style)),
        Style::Card | Style::Running => format!("{} bis {end}\u{a0}Uhr", face(from, style)),
    }
}

fn face(time: NaiveTime, _: Style) -> String {
    match time.minute() {
        0 => time.hour().to_string(),
        minute => format!("{}.{minute:02}", time.hour()),
    }
}
