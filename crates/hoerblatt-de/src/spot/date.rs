//! Days: one, a list that shares its month, or a range.

use super::{
    Found,
    lexeme::{Kind, Lexemes},
};
use hoerblatt_core::{
    Date, Value,
    language::{Bound, Spot},
};

/// A day as far as it is written, with the lexemes it takes.
#[derive(Clone, Copy)]
struct Day {
    day: u32,
    month: Option<u32>,
    year: Option<i32>,
    first: usize,
    next: usize,
}

/// How one day is joined to the one before.
#[derive(Clone, Copy, PartialEq)]
enum Join {
    And,
    Slash,
    To,
}

/// No list of days in one line is longer; what follows is read as a new list.
const MOST_DAYS: usize = 40;

/// The dates that begin with the number at `at`.
pub(super) fn dates(lexemes: &Lexemes<'_>, at: usize) -> Found {
    if names_street(lexemes, at) {
        return None;
    }
    if let Some(day) = iso(lexemes, at) {
        return Some((vec![spot(lexemes, day, day)], day.next));
    }
    let mut days = vec![day(lexemes, at)?];
    let mut joins = Vec::new();
    while days.len() < MOST_DAYS {
        let last = days[days.len() - 1];
        let Some((join, next)) = join(lexemes, last.next) else { break };
        // After a whole date only a range goes on; a list of whole dates is one date after the other.
        if last.month.is_some() && join != Join::To {
            break;
        }
        let Some(following) = day(lexemes, next) else { break };
        joins.push(join);
        days.push(following);
    }
    // What stands behind the last month is no date: "am 3. Mai und 14." leaves the 14. alone.
    let whole = days.iter().rposition(|day| day.month.is_some())? + 1;
    days.truncate(whole);
    joins.truncate(whole - 1);
    for at in (0..days.len().saturating_sub(1)).rev() {
        let after = days[at + 1];
        days[at].month = days[at].month.or(after.month);
        days[at].year = days[at].year.or(match (days[at].month, after.month) {
            (Some(this), Some(next)) if this > next => after.year.map(|year| year - 1),
            _ => after.year,
        });
    }
    let next = days[days.len() - 1].next;
    Some((join_up(lexemes, &days, &joins), next))
}

/// "Straße des 18. Oktober", "Platz des 17. Juni": a day that a street remembers.
fn names_street(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let Some(article) = at.checked_sub(2).filter(|&article| lexemes.text(article) == "des") else { return false };
    let name = article.checked_sub(2).map_or("", |name| lexemes.text(name));
    ["straße", "Straße", "platz", "Platz", "allee", "Allee", "brücke", "Brücke", "park", "Park"]
        .iter()
        .any(|end| name.ends_with(end))
}

fn join_up(lexemes: &Lexemes<'_>, days: &[Day], joins: &[Join]) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut at = 0;
    while let Some(&day) = days.get(at) {
        let until = match (joins.get(at), days.get(at + 1)) {
            (Some(Join::To), Some(&until)) => Some(until),
            // "17./18. März" is one thing over two neighbouring days; "3./10./17. Mai" are three.
            (Some(Join::Slash), Some(&until)) if until.day == day.day + 1 && days.len() == 2 => Some(until),
            _ => None,
        };
        spots.push(spot(lexemes, day, until.unwrap_or(day)));
        at += if until.is_some() { 2 } else { 1 };
    }
    spots
}

fn spot(lexemes: &Lexemes<'_>, first: Day, last: Day) -> Spot {
    let date = |day: Day| Date { year: day.year, month: day.month.unwrap_or(0), day: day.day, weekday: None };
    let value = if (first.day, first.month, first.year) == (last.day, last.month, last.year) {
        let mut date = date(first);
        date.weekday = trailing_weekday(lexemes, first.next);
        Value::Date(date)
    } else {
        Value::Dates(date(first), date(last))
    };
    Spot { range: lexemes.range(first.first, last.next), value, bound: Bound::On }
}

/// "11.05.2022 (Mi)": the weekday in brackets; the brackets stay outside the spot.
fn trailing_weekday(lexemes: &Lexemes<'_>, next: usize) -> Option<chrono::Weekday> {
    let open = lexemes.skip_space(next);
    (lexemes.text(open) == "(").then(|| lexemes.weekday(open + 1)).flatten()
}

/// One day: `11.`, `11. Mai`, `11.05.`, `11.05.22`, `11 Mai`.
fn day(lexemes: &Lexemes<'_>, at: usize) -> Option<Day> {
    let first = skip_weekday(lexemes, at);
    let (number, digits) = lexemes.number(first)?;
    if digits > 2 || number > 31 || !stands_free(lexemes, first) {
        return None;
    }
    let dot = lexemes.text(first + 1) == ".";
    let after = lexemes.skip_space(first + if dot { 2 } else { 1 });
    let day = Day { day: number, month: None, year: None, first, next: first + 2 };
    if let Some(month) = lexemes.month(after) {
        // "3 Mar" might be anything; without the dot only a month in full counts.
        if dot || lexemes.full_month(after).is_some() {
            let short = lexemes.full_month(after).is_none() && lexemes.text(after + 1) == ".";
            return Some(with_year(
                lexemes,
                Day { month: Some(month), next: after + 1 + usize::from(short), ..day },
                true,
            ));
        }
    }
    if dot && let Some((month, digits)) = lexemes.number(after) {
        // "4. 2. Februar": the second number is the day of the month that follows.
        let is_day = lexemes.text(after + 1) == "." && lexemes.month(lexemes.skip_space(after + 2)).is_some();
        let is_time = time_follows(lexemes, after + 1) || super::time::is_stretch_of_clock(lexemes, first);
        if digits <= 2 && (1..=12).contains(&month) && !is_day && !is_time {
            let closed = lexemes.text(after + 1) == ".";
            let weekday_before = lexemes.before(first).is_some_and(|before| lexemes.weekday(before).is_some());
            let bare_end = weekday_before && lexemes.kind(after + 1) != Some(Kind::Number);
            if closed || bare_end || range_of_numeric(lexemes, after + 1) {
                let numeric = Day { month: Some(month), next: after + 1 + usize::from(closed), ..day };
                return Some(if closed { with_year(lexemes, numeric, false) } else { numeric });
            }
        }
        return None;
    }
    // "11/05/2022"
    if let (false, "/", Some((month, 1..=2)), "/", Some((year, 4))) =
        (dot, lexemes.text(first + 1), lexemes.number(first + 2), lexemes.text(first + 3), lexemes.number(first + 4))
        && month <= 12
    {
        return Some(Day { month: Some(month), year: i32::try_from(year).ok(), next: first + 5, ..day });
    }
    // "8-14. Oktober", "7 + 8. Mai": the dot may stand only once, at the end.
    let joined = join(lexemes, first + 1).is_some_and(|(_, next)| {
        lexemes.number(next).is_some_and(|(n, digits)| digits <= 2 && n <= 31) && lexemes.text(next + 1) == "."
    });
    (dot || joined).then_some(Day { next: first + 1 + usize::from(dot), ..day })
}

/// Within a list each day may have its weekday: "Sa, 3. und So, 4. Mai".
fn skip_weekday(lexemes: &Lexemes<'_>, at: usize) -> usize {
    let mut next = at;
    while matches!(lexemes.text(next), "zum" | "den" | "dem" | "am" | "einschließlich") {
        next = lexemes.skip_space(next + 1);
    }
    if lexemes.weekday(next).is_none() {
        return next;
    }
    next += 1;
    while matches!(lexemes.text(next), "," | "." | "den" | "dem") || lexemes.kind(next) == Some(Kind::Space) {
        next += 1;
    }
    next
}

/// Whether nothing is glued before the number that makes it part of something else: `3.11.05`, `B11.`, `1:11.`.
fn stands_free(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    match lexemes.kind(before) {
        Some(Kind::Space) => true,
        Some(Kind::Number) => false,
        Some(Kind::Word) => lexemes.weekday(before).is_some() || matches!(lexemes.text(before), "am" | "ab" | "vom"),
        _ => {
            let glued = matches!(lexemes.text(before), "." | ":" | "," | "§" | "€" | "#" | "@" | "=" | "_" | "%");
            !glued
                || before.checked_sub(1).is_none_or(|b| lexemes.kind(b) != Some(Kind::Number))
                    && !matches!(lexemes.text(before), "§" | "#" | "@" | "=" | "_")
        }
    }
}

/// A date is no date where a clock word comes right behind: "10.11 Uhr".
fn time_follows(lexemes: &Lexemes<'_>, at: usize) -> bool {
    super::time::is_clock_word(lexemes, lexemes.skip_space(at))
}

/// "11.05-13.05.2022" and "11.05 bis 13.05.": the first day lacks its dot.
fn range_of_numeric(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let sign = lexemes.skip_space(at);
    if !lexemes.is_range_sign(sign) {
        return false;
    }
    let next = lexemes.skip_space(sign + 1);
    let day = lexemes.number(next).is_some_and(|(n, digits)| digits <= 2 && n <= 31);
    let month = lexemes.number(next + 2).is_some_and(|(n, digits)| digits <= 2 && n <= 12);
    day && lexemes.text(next + 1) == "." && month && lexemes.text(next + 3) == "."
}

/// Takes the year behind a month: four digits, `'22`, or two digits right behind a numeric month.
fn with_year(lexemes: &Lexemes<'_>, day: Day, named: bool) -> Day {
    let mut at = lexemes.skip_space(day.next);
    if matches!(lexemes.text(at), "'" | "’" | "‘") {
        at += 1;
    } else if named && lexemes.text(at) == "," && lexemes.number(at + 1).is_none() {
        // "3. Mai, 2023": a comma typed before the year.
        let year = lexemes.skip_space(at + 1);
        if lexemes.number(year).is_some_and(|(n, digits)| digits == 4 && (1900..2100).contains(&n))
            && !time_follows(lexemes, year + 1)
        {
            at = year;
        }
    }
    let glued = at == day.next;
    let apostrophe = at > 0 && matches!(lexemes.text(at - 1), "'" | "’" | "‘");
    let Some((number, digits)) = lexemes.number(at) else { return day };
    // "am 3. Mai 2023 Gäste" is rare, "am 3. Mai 1500 Gäste" rarer still; a clock word behind makes it a time.
    let year = match digits {
        4 if !time_follows(lexemes, at + 1) => i32::try_from(number).ok(),
        2 if (!named && glued) || apostrophe => {
            let end = at + 1;
            let decimal = matches!(lexemes.text(end), ":" | ".") && lexemes.number(end + 1).is_some();
            (!time_follows(lexemes, end) && !decimal).then_some(2000 + number as i32)
        }
        // "11. 05. 22" with spaces.
        2 if !named && !time_follows(lexemes, at + 1) && lexemes.text(at + 1) != "." && lexemes.text(at + 1) != ":" => {
            let ends = matches!(lexemes.text(at + 1), "" | "," | ";" | ")" | " ");
            let range = lexemes.is_range_sign(lexemes.skip_space(at + 1));
            (ends && !range && number >= 15).then_some(2000 + number as i32)
        }
        _ => None,
    };
    match year {
        Some(year) => Day { year: Some(year), next: at + 1, ..day },
        None => day,
    }
}

/// What joins two days.
fn join(lexemes: &Lexemes<'_>, at: usize) -> Option<(Join, usize)> {
    let mut sign = lexemes.skip_space(at);
    if lexemes.text(sign) == "," {
        let word = lexemes.skip_space(sign + 1);
        if matches!(lexemes.text(word), "und" | "sowie" | "bis") {
            sign = word;
        }
    }
    let join = match lexemes.text(sign) {
        "und" | "u" | "+" | "&" | "," | "sowie" => Join::And,
        "/" => Join::Slash,
        _ if lexemes.is_range_sign(sign) => Join::To,
        _ => return None,
    };
    let mut next = sign + 1;
    if lexemes.text(sign) == "u" && lexemes.text(next) == "." {
        next += 1;
    }
    Some((join, lexemes.skip_space(next)))
}

/// `2022-05-11`
fn iso(lexemes: &Lexemes<'_>, at: usize) -> Option<Day> {
    let (year, 4) = lexemes.number(at)? else { return None };
    let ((month, 1..=2), (day, 1..=2)) = (lexemes.number(at + 2)?, lexemes.number(at + 4)?) else { return None };
    let signs = lexemes.text(at + 1) == "-" && lexemes.text(at + 3) == "-";
    let free =
        at.checked_sub(1).is_none_or(|before| lexemes.kind(before) == Some(Kind::Space) || lexemes.text(before) == "(");
    (signs && free && month <= 12 && day <= 31).then_some(Day {
        day,
        month: Some(month),
        year: i32::try_from(year).ok(),
        first: at,
        next: at + 5,
    })
}

/// Whether the weekday at `at` belongs to a date that follows.
pub(super) fn follows_weekday(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let mut next = at + 1;
    while matches!(lexemes.text(next), "," | "." | "den" | "dem" | "am") || lexemes.kind(next) == Some(Kind::Space) {
        next += 1;
    }
    lexemes.kind(next) == Some(Kind::Number) && dates(lexemes, next).is_some()
}
