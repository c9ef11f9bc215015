//! The offices that people call.

use super::{Contact, District, Id, Place, Prose};
use crate::Span;
use chrono::{NaiveTime, Weekday};

/// An office of a district.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// Its id.
    pub id: Id<Office>,
    /// Its name.
    pub name: Prose,
    /// Who runs it: "AWO Dortmund".
    pub carrier: Option<Prose>,
    /// How to reach it.
    pub contact: Contact,
    /// Where it is.
    pub place: Option<Place>,
    /// The districts it serves.
    pub districts: Vec<Id<District>>,
    /// When somebody is there, in the order of the week; empty means: not told.
    pub hours: Vec<OpeningHours>,
    /// Where it stands in the sources.
    pub span: Option<Span>,
}

/// One stretch of time in the week in which somebody is there; closed on public holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpeningHours {
    /// First weekday.
    pub first: WeekdayOrd,
    /// Last weekday, the same one for a single day.
    pub last: WeekdayOrd,
    /// From.
    pub from: NaiveTime,
    /// Until, later than `from`.
    pub until: NaiveTime,
}

/// A weekday that can be ordered, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WeekdayOrd(pub Weekday);

impl PartialOrd for WeekdayOrd {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for WeekdayOrd {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.num_days_from_monday().cmp(&other.0.num_days_from_monday())
    }
}

/// A German Land (or another region with public holidays of its own), as an ISO 3166-2 code: `DE-NW`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Region(pub String);
