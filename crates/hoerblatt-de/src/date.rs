//! Days: "am 11. Mai", "vom 5. bis 7. Juni", "Montag, 16. Mai 2022", "05.05.", "Mi., 25.05.". Spec: `spec/date.md`.
//!
//! A date is masculine (der Tag). Case and declension come from the article or preposition before it; a list or range of dates
//! shares its governor. After a governed weekday the date is an apposition and takes the article that German wants there: "am Montag,
//! 16. Mai" is said "am Montag, dem sechzehnten Mai" (Duden 9, *Datum*: of the two forms allowed, the one in the same case). A bare
//! "Montag, 16. Mai" in a list stays in the nominative without an article.

mod life;
mod list;
mod month;

pub(crate) use life::{read_life, read_short_life};
use list::{apposition_case, implied_month, inflection_at, past_comma_range};
pub(crate) use list::{list_start, starts_in_list};
pub(crate) use month::{read_month, read_month_number, speak_month};

use crate::calendar::{is_short_month, month, month_name, short_weekday, weekday, weekday_name};
use crate::cardinal::year;
use crate::context;
use crate::inflection::{Case, Declension, Genus, Inflection};
use crate::read::{Found, Scene};
use crate::text::{
    char_at, char_before, digit_at, digits_end, is_letter, past_range_sign, past_spaces, word_at, word_before,
};
use crate::{label, ordinal};
use chrono::Weekday;
use hoerblatt_core::{Date, Grammar, Style, Value};

/// A day as it stands in the text; the month may stand later ("5. und 12. Mai").
#[derive(Debug, Clone)]
pub(crate) struct Day {
    pub weekday: Option<(Weekday, &'static str)>,
    /// "den", "dem" between weekday and day.
    pub article: Option<&'static str>,
    pub day: u32,
    pub month: Option<(u32, &'static str)>,
    pub year: Option<i32>,
    pub end: usize,
}

impl Day {
    fn date(&self, month: u32, year: Option<i32>) -> Date {
        Date { year: self.year.or(year), month, day: self.day, weekday: self.weekday.map(|(day, _)| day) }
    }

    /// The day in words: weekday, article, day, month, year, as far as they are written.
    fn spoken(&self, inflection: Inflection) -> String {
        let mut words = String::new();
        let mut inflection = inflection;
        if let Some((_, name)) = self.weekday {
            words.push_str(name);
            words.push_str(", ");
        }
        let implied = self.weekday.and_then(|_| apposition_article(inflection.case));
        if let Some(article) = self.article.or(implied) {
            words.push_str(article);
            words.push(' ');
            inflection = weak(if article == "dem" { Case::Dative } else { Case::Accusative });
        }
        words.push_str(&ordinal::spoken(u64::from(self.day), inflection));
        if let Some((_, name)) = self.month {
            words.push(' ');
            words.push_str(name);
        }
        if let Some(y) = self.year {
            words.push(' ');
            words.push_str(&year(u64::from(y.unsigned_abs())));
        }
        words
    }
}

/// The article of a date that stands as an apposition after a governed weekday.
fn apposition_article(case: Case) -> Option<&'static str> {
    match case {
        Case::Dative => Some("dem"),
        Case::Accusative => Some("den"),
        Case::Nominative | Case::Genitive => None,
    }
}

/// The article and the grammar of a day that explains the governed day before it: "am Ostermontag, 18. April".
pub(crate) fn apposition(text: &str, at: usize) -> Option<(&'static str, Inflection)> {
    let case = apposition_case(text, at)?;
    Some((apposition_article(case)?, weak(case)))
}

fn weak(case: Case) -> Inflection {
    Inflection::new(case, Genus::Masculine, Declension::Weak)
}

/// A day at a byte: optional weekday and article, then "5.", "5. Mai", "5.5.", each with or without year.
pub(crate) fn day_at(text: &str, at: usize) -> Option<Day> {
    let (weekday, article, from) = weekday_prefix(text, at).map_or((None, None, at), |(w, a, f)| (Some(w), a, f));
    let day_end = digits_end(text, from, 3);
    let day: u32 = text[from..day_end].parse().ok()?;
    if day_end - from > 2 || !(1..=31).contains(&day) || char_at(text, day_end)? != '.' {
        return None;
    }
    let open = Day { weekday, article, day, month: None, year: None, end: day_end + 1 };
    Some(numeric(text, &open).or_else(|| named(text, &open)).unwrap_or(open))
}

/// "5.5.", "05.05.2022", "5. 5. 22" after the day's stop.
fn numeric(text: &str, open: &Day) -> Option<Day> {
    let from = past_spaces(text, open.end);
    if from > open.end + 2 {
        return None;
    }
    let stop = digits_end(text, from, 3);
    let month: u32 = text[from..stop].parse().ok()?;
    if stop - from > 2 || !(1..=12).contains(&month) {
        return None;
    }
    let month = (month, month_name(month));
    if char_at(text, stop) != Some('.') {
        // "05.05 bis": without its last stop a date is one only where it goes on as a range of dates, or after "am".
        let two = stop - from == 2 && from == open.end;
        let follows = past_range_sign(text, stop).is_some_and(|next| {
            let second = digits_end(text, next, 2);
            second > next && char_at(text, second) == Some('.') && digit_at(text, second + 1)
        });
        let unit = crate::text::next_word(text, stop);
        let clock = matches!(unit, "Uhr" | "h" | "Euro" | "EUR") || past_range_sign(text, stop).is_some() && !follows;
        let am = matches!(
            word_before(text, open.end - digits_before(text, open.end - 1) - 1).0,
            "am" | "vom" | "Am" | "Vom" | "zum" | "den"
        );
        return (two && !clock && (follows || am || open.weekday.is_some())).then(|| Day {
            month: Some(month),
            end: stop,
            ..open.clone()
        });
    }
    let mut end = stop + 1;
    let year_at = past_spaces(text, end);
    let year_end = digits_end(text, year_at, 5);
    let year = match year_end - year_at {
        4 => text[year_at..year_end].parse().ok().filter(|y| (1000..2200).contains(y) || year_at == end),
        2 if year_at == end => {
            text[year_at..year_end].parse().ok().map(|y: i32| if y < 50 { 2000 + y } else { 1900 + y })
        }
        0 => None,
        _ if year_at == end => return None,
        _ => None,
    };
    let clock = crate::text::next_word(text, year_end) == "Uhr";
    let year = if clock { None } else { year };
    if year.is_some() {
        end = year_end;
    }
    // "1.2.3.4", "10.12.14.5" are no dates.
    if year.is_some() && char_at(text, end) == Some('.') && digit_at(text, end + 1) {
        return None;
    }
    Some(Day { month: Some(month), year, end, ..open.clone() })
}

fn digits_before(text: &str, end: usize) -> usize {
    text[..end].bytes().rev().take(2).take_while(u8::is_ascii_digit).count()
}

/// "5. Mai", "5. Jan. 2022" after the day's stop.
fn named(text: &str, open: &Day) -> Option<Day> {
    let from = past_spaces(text, open.end);
    let word = word_at(text, from);
    let found = month(word)?;
    let mut end = from + word.len();
    if is_short_month(word) && char_at(text, end) == Some('.') {
        end += 1;
    } else if word == "Jan" && crate::text::is_capital(crate::text::next_word(text, end)) {
        // "2. Jan Otto" is a runner, no month.
        return None;
    }
    let (year, end) = year_after(text, end);
    Some(Day { month: Some(found), year, end, ..open.clone() })
}

/// A year after a month.
fn year_after(text: &str, end: usize) -> (Option<i32>, usize) {
    let from = past_spaces(text, end);
    let stop = digits_end(text, from, 5);
    let next = char_at(text, stop);
    let range = matches!(next, Some(':' | ',')) && digit_at(text, stop + 1)
        || matches!(next, Some('.')) && digit_at(text, stop + 1);
    let unit = matches!(crate::text::next_word(text, stop), "Uhr" | "Personen" | "Euro" | "Menschen" | "Gäste");
    match text[from..stop].parse::<i32>() {
        Ok(y) if stop - from == 4 && from > end && (1000..2200).contains(&y) && !range && !unit => (Some(y), stop),
        _ => (None, end),
    }
}

/// A weekday with its comma and article before a day: the name, the article, where the day starts.
fn weekday_prefix(text: &str, at: usize) -> Option<((Weekday, &'static str), Option<&'static str>, usize)> {
    let word = word_at(text, at);
    let named = weekday(word).or_else(|| short_weekday(word))?;
    let mut from = at + word.len();
    if char_at(text, from) == Some('.') && weekday(word).is_none() {
        from += 1;
    }
    from = past_spaces(text, from);
    if char_at(text, from) == Some(',') {
        from += 1;
    }
    from = past_spaces(text, from);
    let article = ["den", "dem"].into_iter().find(|a| word_at(text, from) == *a);
    if let Some(article) = article {
        from = past_spaces(text, from + article.len());
    }
    digit_at(text, from).then_some((named, article, from))
}

/// A day or a range of days that starts with a digit.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if label::before(text, at)
        || char_before(text, at)
            .is_some_and(|c| is_letter(c) || matches!(c, ',' | '.') && at > 1 && digit_at(text, at - 2))
    {
        return None;
    }
    read_from(text, at, day_at(text, at)?)
}

/// The rest of a day or range, its beginning read.
pub(crate) fn read_from(text: &str, at: usize, first: Day) -> Option<Found> {
    let mut first = first;
    let mut inflection = inflection_at(text, at);
    if first.weekday.is_none()
        && first.article.is_none()
        && let Some((article, weak)) = apposition(text, at)
    {
        first.article = Some(article);
        inflection = weak;
    }
    if let Some(next) = past_range_sign(text, first.end).or_else(|| past_comma_range(text, first.end))
        && let Some(second) = day_at(text, next)
    {
        let implied = second.month.map(|m| (m, second.year)).or_else(|| implied_month(text, second.end));
        if let Some(((m2, _), y2)) = implied {
            let m1 = first.month.map_or(m2, |(m, _)| m);
            // A range over the turn of the year begins in the year before.
            let y1 = y2.map(|y| if (m1, first.day) > (m2, second.day) { y - 1 } else { y });
            let zum = text[first.end..next].contains("zum");
            let (joint, after) = match zum {
                true => ("bis zum", weak(Case::Dative)),
                false => ("bis", inflection),
            };
            let included = if text[first.end..next].contains("einschl") { " einschließlich" } else { "" };
            let spoken = format!("{} {joint}{included} {}", first.spoken(inflection), second.spoken(after));
            let value = Value::Dates(first.date(m1, y1), second.date(m2, y2));
            let found = Found::words(at, second.end, spoken, "date", "range");
            return Some(found.grammar(inflection.grammar()).value(value));
        }
    }
    let (month, year, rule) = match first.month {
        Some((m, _)) => (m, None, if context::setting_before(text, at).governed { "governed" } else { "free" }),
        None => {
            let ((m, _), y) = implied_month(text, first.end)?;
            (m, y, "list")
        }
    };
    let found = Found::words(at, first.end, first.spoken(inflection), "date", rule);
    Some(found.grammar(inflection.grammar()).value(Value::Date(first.date(month, year))))
}

/// "2022-05-11".
pub(crate) fn read_iso(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let bytes = text.as_bytes().get(at..at + 10)?;
    let shape = bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if !shape || digit_at(text, at + 10) || char_at(text, at + 10) == Some('-') {
        return None;
    }
    let (y, m, d) =
        (text[at..at + 4].parse().ok()?, text[at + 5..at + 7].parse().ok()?, text[at + 8..at + 10].parse().ok()?);
    if !(1..=12).contains(&m) || !(1..=31).contains(&d) {
        return None;
    }
    let day =
        Day { weekday: None, article: None, day: d, month: Some((m, month_name(m))), year: Some(y), end: at + 10 };
    read_from(text, at, day)
}

/// A weekday, with the date that follows it.
pub(crate) fn read_weekday(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let word = word_at(text, at);
    let full = weekday(word);
    if full.is_none() && short_weekday(word).is_none() {
        return None;
    }
    if full.is_none() && word == "Fr" && crate::money::dash_after(text, at + word.len() + 1) {
        return None;
    }
    if let Some(found) = day_at(text, at).and_then(|day| read_from(text, at, day)) {
        return Some(found);
    }
    let (day, name) = full?;
    let end = at + word.len();
    if char_at(text, end).is_some_and(|c| matches!(c, '-' | '*' | ':') && char_at(text, end + 1).is_some_and(is_letter))
    {
        return None;
    }
    Some(Found::words(at, end, name, "date", "weekday").value(Value::Weekday(day)))
}

/// A day for the eye.
pub(crate) fn write(date: &Date, style: Style) -> String {
    let mut out = String::new();
    if let Some(day) = date.weekday {
        let name = weekday_name(day);
        match style {
            Style::Table => {
                out.push_str(&name[..2]);
                out.push_str(".,\u{a0}");
            }
            Style::Card | Style::Running => {
                out.push_str(name);
                out.push_str(", ");
            }
        }
    }
    out.push_str(&format!("{}.\u{a0}{}", date.day, month_name(date.month)));
    if let Some(year) = date.year {
        out.push_str(&format!("\u{a0}{year}"));
    }
    out
}

/// A range of days for the eye: what both share is written once.
pub(crate) fn write_range(first: &Date, last: &Date, style: Style) -> String {
    let same_year = first.year == last.year;
    let start = if same_year && first.month == last.month && first.weekday.is_none() {
        format!("{}.", first.day)
    } else {
        write(&Date { year: if same_year { None } else { first.year }, ..*first }, style)
    };
    format!("{start} bis {}", write(last, style))
}

fn day_of(date: &Date) -> Day {
    Day {
        weekday: date.weekday.map(|day| (day, weekday_name(day))),
        article: None,
        day: date.day,
        month: Some((date.month, month_name(date.month))),
        year: date.year,
        end: 0,
    }
}

/// A day after "am".
fn weak_dative(day: &Day) -> String {
    day.spoken(weak(Case::Dative))
}

/// A day for the ear.
pub(crate) fn speak(date: &Date, grammar: Grammar) -> String {
    day_of(date).spoken(Inflection::of(grammar))
}

/// A range of days for the ear.
pub(crate) fn speak_range(first: &Date, last: &Date, grammar: Grammar) -> String {
    let inflection = Inflection::of(grammar);
    let mut start = day_of(first);
    if first.year == last.year {
        start.year = None;
        if first.month == last.month {
            start.month = None;
        }
    }
    format!("{} bis {}", start.spoken(inflection), day_of(last).spoken(inflection))
}
