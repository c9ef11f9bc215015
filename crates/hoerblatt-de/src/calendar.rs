//! Names of months and weekdays, with their short forms and the southern ones.

use chrono::Weekday;

/// Months by number: the name that is written.
pub(crate) const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// Weekdays, Monday first.
pub(crate) const WEEKDAYS: [&str; 7] =
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

/// A month by any of its names: its number, and the name to say (Jänner and Feber stay what they are).
pub(crate) fn month(word: &str) -> Option<(u32, &'static str)> {
    Some(match word {
        "Januar" | "Jan" | "JANUAR" => (1, "Januar"),
        "Jänner" | "Jän" => (1, "Jänner"),
        "Februar" | "Feb" | "Febr" | "FEBRUAR" => (2, "Februar"),
        "Feber" => (2, "Feber"),
        "März" | "Mrz" | "Mär" | "MÄRZ" => (3, "März"),
        "April" | "Apr" | "APRIL" => (4, "April"),
        "Mai" | "MAI" => (5, "Mai"),
        "Juni" | "Jun" | "JUNI" => (6, "Juni"),
        "Juno" => (6, "Juno"),
        "Juli" | "Jul" | "JULI" => (7, "Juli"),
        "August" | "Aug" | "AUGUST" => (8, "August"),
        "September" | "Sept" | "Sep" | "SEPTEMBER" => (9, "September"),
        "Oktober" | "Okt" | "OKTOBER" => (10, "Oktober"),
        "November" | "Nov" | "NOVEMBER" => (11, "November"),
        "Dezember" | "Dez" | "DEZEMBER" => (12, "Dezember"),
        _ => return None,
    })
}

/// Whether a month's name is a short form, which may carry a full stop.
pub(crate) fn is_short_month(word: &str) -> bool {
    month(word).is_some_and(|(_, name)| name.len() != word.len())
}

/// A weekday by its full name, with the name to say.
pub(crate) fn weekday(word: &str) -> Option<(Weekday, &'static str)> {
    use Weekday::*;
    Some(match word {
        "Montag" | "MONTAG" => (Mon, "Montag"),
        "Dienstag" | "DIENSTAG" => (Tue, "Dienstag"),
        "Mittwoch" | "MITTWOCH" => (Wed, "Mittwoch"),
        "Donnerstag" | "DONNERSTAG" => (Thu, "Donnerstag"),
        "Freitag" | "FREITAG" => (Fri, "Freitag"),
        "Samstag" | "SAMSTAG" => (Sat, "Samstag"),
        "Sonnabend" => (Sat, "Sonnabend"),
        "Sonntag" | "SONNTAG" => (Sun, "Sonntag"),
        _ => return None,
    })
}

/// A weekday by its short form.
pub(crate) fn short_weekday(word: &str) -> Option<(Weekday, &'static str)> {
    use Weekday::*;
    Some(match word {
        "Mo" | "MO" => (Mon, "Montag"),
        "Di" | "DI" => (Tue, "Dienstag"),
        "Mi" | "MI" => (Wed, "Mittwoch"),
        "Do" | "DO" => (Thu, "Donnerstag"),
        "Fr" | "FR" => (Fri, "Freitag"),
        "Sa" | "SA" => (Sat, "Samstag"),
        "So" | "SO" => (Sun, "Sonntag"),
        _ => return None,
    })
}

/// The name of a weekday.
pub(crate) fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize]
}

/// The name of a month, empty for a number that is none.
pub(crate) fn month_name(month: u32) -> &'static str {
    month.checked_sub(1).and_then(|m| MONTHS.get(m as usize)).copied().unwrap_or("")
}
