//! Days: "am 11. Mai", "vom 5. bis 7. Juni", "Montag, 16. Mai 2022", "05.05.", "Mi., 25.05.". Spec: `spec/date.md`.
//!
//! A date is masculine (der Tag). Case and declension come from the article or preposition before it; a list or range of dates
//! shares its governor. After a governed weekday the date is an apposition and takes the article that German wants there: "am Montag,
//! 16. Mai" is said "am Montag, dem sechzehnten Mai" (Duden 9, *Datum*: of the two forms allowed, the one in the same case). A bare
//! "Montag, 16. Mai" in a list stays in the nominative without an article.

use crate::calendar::{is_short_month, month, month_name, short_weekday, weekday, weekday_name};
use crate::cardinal::year;
use crate::context::{self, article_before, inflect, setting_before};
use crate::inflection::{Case, Declension, Genus, Inflection};
use crate::noun::Noun;
use crate::read::{Found, Scene};
use crate::text::{
    char_at, char_before, digit_at, digits_end, is_capital, is_letter, is_space, past_range_sign, past_spaces, word_at,
    word_before,
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
        && let Some(case) = apposition_case(text, at)
    {
        first.article = apposition_article(case);
        inflection = weak(case);
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

/// "Montag, 5., bis Freitag, 9. Juni": a comma may stand before "bis".
fn past_comma_range(text: &str, at: usize) -> Option<usize> {
    (char_at(text, at) == Some(',')).then(|| past_range_sign(text, at + 1)).flatten()
}

/// The month that a day without one takes from the end of its list: "5., 12. und 19. Mai".
fn implied_month(text: &str, at: usize) -> Option<((u32, &'static str), Option<i32>)> {
    let mut from = at;
    for _ in 0..16 {
        from = past_list_sign(text, from)?;
        let day = day_at(text, from)?;
        if let Some(month) = day.month {
            return Some((month, day.year));
        }
        from = day.end;
    }
    None
}

fn past_list_sign(text: &str, at: usize) -> Option<usize> {
    let mut next = past_spaces(text, at);
    let start = next;
    if char_at(text, next) == Some(',') {
        next = past_spaces(text, next + 1);
    }
    if let Some(after) = past_range_sign(text, next) {
        return Some(after);
    }
    for sign in ["und ", "u. ", "sowie ", "oder ", "auf ", "/", "+", "&", "am ", "und\u{a0}"] {
        if text[next..].starts_with(sign) {
            next = past_spaces(text, next + sign.len());
            if text[next..].starts_with("am ") {
                next += 3;
            }
            return Some(next);
        }
    }
    (next > start).then_some(next)
}

/// Whether a day of a list stands here: "18. März" after "17./".
pub(crate) fn starts_in_list(text: &str, at: usize) -> bool {
    day_at(text, at).is_some_and(|day| day.month.is_some() || implied_month(text, day.end).is_some())
}

/// The grammar of a date: from what governs it, or the list it stands in.
pub(crate) fn inflection_at(text: &str, at: usize) -> Inflection {
    let start = list_start(text, at);
    let setting = setting_before(text, start);
    let day = Noun { genus: Genus::Masculine, plural: false, ends_in_e: false };
    let article = article_before(text, start);
    // "verschoben auf Montag, den fünften Mai": of days "auf" says whither.
    let setting = match word_before(text, start).0 {
        "auf" | "Auf" => context::Setting { case: Some(Case::Accusative), ..setting },
        _ => setting,
    };
    let inflection = inflect(setting, Some(day), &article);
    let dative = inflection.case == Case::Dative && inflection.declension == Declension::Strong;
    if dative && start != at && weekday_before(text, at) {
        // "ab Montag, 16. Mai": the apposition follows the preposition weakly where no article helps.
        return Inflection { case: Case::Dative, ..inflection };
    }
    inflection
}

/// The case of a date that explains the named day before it: "am Ostermontag, 18. April", "am 1. Weihnachtstag, 25.12.".
fn apposition_case(text: &str, at: usize) -> Option<Case> {
    let bare = crate::text::trimmed(text, at, is_space).strip_suffix(',')?;
    let (word, start) = word_before(bare, bare.len());
    let names_a_day =
        ["tag", "mittwoch", "abend", "nacht", "advent"].iter().any(|end| word.to_lowercase().ends_with(end));
    if !names_a_day || !is_capital(word) {
        return None;
    }
    let before = crate::text::trimmed(text, start, is_space);
    let base = match before.strip_suffix('.') {
        Some(number) => number.trim_end_matches(|c: char| c.is_ascii_digit()).len(),
        None => list_start(text, start),
    };
    setting_before(text, base).case.filter(|case| apposition_article(*case).is_some())
}

fn weekday_before(text: &str, at: usize) -> bool {
    let bare = crate::text::trimmed(text, at, |c: char| is_space(c) || c == ',');
    weekday(word_before(text, bare.len()).0).is_some()
}

/// Back over the dates, weekdays and joining words of a list, to where its governor stands.
pub(crate) fn list_start(text: &str, at: usize) -> usize {
    let mut start = at;
    for _ in 0..48 {
        let bare = crate::text::trimmed(text, start, is_space);
        let bare = bare.strip_suffix([',', '/', '+', '&', '–', '-']).unwrap_or(bare);
        let (word, word_start) = word_before(bare, bare.len());
        let joins = matches!(word, "und" | "oder" | "sowie" | "u");
        if joins && (date_ends(&text[..word_start]) || weekday_before(text, word_start))
            || weekday(word).is_some()
            || short_weekday(word).is_some() && bare.len() < start
        {
            start = word_start;
        } else if date_ends(bare) && (bare.len() < start) {
            start = before_date(bare);
        } else {
            return start;
        }
    }
    start
}

/// Whether a day, a month or a month's year ends here.
fn date_ends(before: &str) -> bool {
    let bare = crate::text::trimmed(before, before.len(), |c: char| is_space(c) || c == ',');
    before_date(bare) < bare.len()
}

/// The start of the piece of a date that ends a text: "5.", "05.05.", "Mai", "2022" after a month.
fn before_date(bare: &str) -> usize {
    let (word, start) = word_before(bare, bare.len());
    if month(word).is_some() {
        let rest = crate::text::trimmed(bare, start, is_space);
        return if rest.ends_with('.') { before_date(rest) } else { bare.len() };
    }
    let digits = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).take(5).count();
    if let Some(stop) = bare.strip_suffix('.') {
        let n = digits(stop);
        if (1..=2).contains(&n) {
            let start = stop.len() - n;
            let rest = &bare[..start];
            return match rest.strip_suffix('.').map(digits) {
                Some(m @ 1..=2) => start - 1 - m,
                _ => start,
            };
        }
        return bare.len();
    }
    let n = digits(bare);
    if n == 4 {
        let rest = bare[..bare.len() - 4].trim_end_matches(is_space);
        let (word, _) = word_before(rest, rest.len());
        if month(word).is_some() || rest.ends_with('.') {
            return before_date(rest).min(bare.len() - 4);
        }
    }
    bare.len()
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
pub(crate) fn weak_dative(day: &Day) -> String {
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

/// A month for the ear.
pub(crate) fn speak_month(month: u32, y: Option<i32>) -> String {
    match y {
        Some(y) => format!("{} {}", month_name(month), year(u64::from(y.unsigned_abs()))),
        None => month_name(month).to_owned(),
    }
}
