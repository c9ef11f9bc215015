//! What can be said? A [`Value`] keeps its meaning until the last moment, so that nothing is printed and then guessed back.

use crate::model::{Address, Money, OpeningHours, PhoneNumber};
use chrono::{NaiveDate, NaiveTime, Weekday};

/// A piece of text whose meaning a machine knows.
///
/// `read(write(value, Style::Running))` gives the same value back for every complete one (an invariant that each language's
/// contract checks): a [`Date`] with a year, a [`PhoneNumber`] with an area code, and so on.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// A cardinal or decimal number.
    Number(Number),
    /// A place in an order: the 15th.
    Ordinal(u64),
    /// A fraction: ¾.
    Fraction {
        /// Above the line.
        numerator: u64,
        /// Below the line, not 0.
        denominator: u64,
    },
    /// A day.
    Date(Date),
    /// From one day to another.
    Dates(Date, Date),
    /// A day of the week by itself.
    Weekday(Weekday),
    /// From one day of the week to another.
    Weekdays(Weekday, Weekday),
    /// A month by itself or with its year.
    Month {
        /// 1–12.
        month: u32,
        /// The year, if named.
        year: Option<i32>,
    },
    /// A year that stands for itself: 2005.
    Year(i32),
    /// From one year to another: 2021/22.
    Years(i32, i32),
    /// A time of day.
    Time(NaiveTime),
    /// From one time to another.
    Times(NaiveTime, NaiveTime),
    /// An amount of money.
    Money(Money),
    /// From one amount to another.
    Moneys(Money, Money),
    /// A telephone number.
    Phone(PhoneNumber),
    /// An e-mail address.
    Email(String),
    /// A web address.
    Web(String),
    /// A number with a unit, the unit's symbol as written: `5 km`, `30 %`.
    Measure(Number, String),
    /// From one number to another.
    Numbers(Number, Number),
    /// A postal address.
    Address(Address),
    /// A stretch of the week in which somebody is there.
    Hours(OpeningHours),
    /// A word that tells that an event does not take place as announced.
    Notice(Notice),
}

/// What a word such as "ENTFÄLLT" or "verlegt" says about an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Notice {
    /// It does not take place.
    Cancelled,
    /// It takes place at another time or place.
    Moved,
    /// There are no places left; the event stays planned.
    SoldOut,
}

/// A day as far as the text tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year, if named.
    pub year: Option<i32>,
    /// 1–12.
    pub month: u32,
    /// 1–31.
    pub day: u32,
    /// The weekday, if named; it may contradict the date.
    pub weekday: Option<Weekday>,
}

impl Date {
    /// A whole date with its weekday.
    pub fn with_weekday(date: NaiveDate) -> Self {
        use chrono::Datelike;
        Self { year: Some(date.year()), month: date.month(), day: date.day(), weekday: Some(date.weekday()) }
    }

    /// A whole date without its weekday.
    pub fn plain(date: NaiveDate) -> Self {
        Self { weekday: None, ..Self::with_weekday(date) }
    }

    /// A date without year, with its weekday: what a sheet of this year prints.
    pub fn without_year(date: NaiveDate) -> Self {
        Self { year: None, ..Self::with_weekday(date) }
    }

    /// The day in the calendar, where the year is known and the day exists.
    pub fn calendar(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }
}

/// A number exactly as far as it was written: sign, whole part, decimals.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number {
    /// Below zero.
    pub negative: bool,
    /// The whole part.
    pub whole: u64,
    /// The decimals as digits ("50" of 2,50); empty for a whole number.
    pub decimals: String,
}

impl From<u64> for Number {
    fn from(whole: u64) -> Self {
        Self { negative: false, whole, decimals: String::new() }
    }
}

/// For the eye: how much room a value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// Large on a card: "Mittwoch, 11. Mai 2022".
    Card,
    /// In a table cell: "Mi., 11. Mai".
    Table,
    /// In a sentence: "11. Mai 2022".
    Running,
}

/// The grammar of one spoken value (case, gender, number, declension), in bits that only the language understands.
///
/// Everyone else passes it on. [`Grammar::default`] is what stands by itself on a card or in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Grammar(u32);

impl Grammar {
    /// For language crates: packs their own bits.
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// For language crates: the bits back.
    pub const fn bits(self) -> u32 {
        self.0
    }
}
