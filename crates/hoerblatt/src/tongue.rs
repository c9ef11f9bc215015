//! In which language are reports written? The language of the *users* of the tool, not that of a publication.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// The language of sentences, help and reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// German.
    German,
    /// English.
    English,
}

const GERMAN_MONTHS: [&str; 12] = [
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
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Tongue {
    /// Both.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// The tongue of a code such as `de`; `None` for any other than `de` and `en`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "de" => Some(Self::German),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The tongue of a locale such as `de_DE.UTF-8` or `de-AT`: German for German ones, English for every other.
    ///
    /// ```
    /// use hoerblatt::Tongue;
    /// assert_eq!(Tongue::from_locale("de_DE.UTF-8"), Tongue::German);
    /// assert_eq!(Tongue::from_locale("C.UTF-8"), Tongue::English);
    /// ```
    pub fn from_locale(locale: &str) -> Self {
        let primary = locale.split(['_', '-', '.', '@']).next().unwrap_or("");
        if primary.eq_ignore_ascii_case("de") { Self::German } else { Self::English }
    }

    /// Its code: `de` or `en`.
    pub fn code(self) -> &'static str {
        self.of("de", "en")
    }

    /// One of two texts. Whoever writes a sentence for people writes it twice, side by side.
    pub fn of<T>(self, german: T, english: T) -> T {
        match self {
            Self::German => german,
            Self::English => english,
        }
    }

    /// A day in words: "11. Mai 2026", "11 May 2026".
    pub fn date(self, date: NaiveDate) -> String {
        let (day, month, year) = (date.day(), date.month0() as usize, date.year());
        match self {
            Self::German => format!("{day}. {} {year}", GERMAN_MONTHS[month]),
            Self::English => format!("{day} {} {year}", ENGLISH_MONTHS[month]),
        }
    }

    /// A time of day: "15:00 Uhr", "15:00".
    pub fn time(self, time: NaiveTime) -> String {
        let clock = format!("{}:{:02}", time.hour(), time.minute());
        self.of(format!("{clock} Uhr"), clock)
    }

    /// A measured number with one digit after the comma or point.
    pub fn decimal(self, number: f64) -> String {
        let text = format!("{number:.1}");
        self.of(text.replace('.', ","), text)
    }

    /// "eins, zwei und drei"
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => format!("{} {} {last}", most.join(", "), self.of("und", "and")),
        }
    }
}
