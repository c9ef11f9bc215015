//! An event of the programme.

use super::{Admission, District, Id, Place, Prose, Registration};
use crate::Span;
use chrono::{NaiveDate, NaiveTime};

/// One entry of the programme; a series has several [`When`]s.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its id, used in file names and prompts.
    pub id: Id<Event>,
    /// What it is called.
    pub title: Prose,
    /// When it takes place, in the order of time; never empty.
    pub when: Vec<When>,
    /// The districts it belongs to; empty means: the whole city.
    pub districts: Vec<Id<District>>,
    /// Where.
    pub place: Option<Place>,
    /// What happens there.
    pub description: Option<Prose>,
    /// What it costs.
    pub admission: Option<Admission>,
    /// Whether and how to register.
    pub registration: Option<Registration>,
    /// What makes it accessible, in the order written.
    pub access: Vec<Access>,
    /// Whether it takes place as announced.
    pub status: Status,
    /// The day it was added to the programme; with `--today` it is called new for 14 days.
    pub added: Option<NaiveDate>,
    /// Where it stands in the sources.
    pub span: Option<Span>,
}

impl Event {
    /// The last day on which any part of it takes place.
    pub fn last_day(&self) -> NaiveDate {
        self.when.iter().map(When::last_day).max().unwrap_or_default()
    }

    /// The first day.
    pub fn first_day(&self) -> NaiveDate {
        self.when.iter().map(|w| w.date).min().unwrap_or_default()
    }
}

/// One appointment: a day or a range of days, with or without times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    /// The (first) day.
    pub date: NaiveDate,
    /// The last day of a range, if it is another one.
    pub until_date: Option<NaiveDate>,
    /// When it begins.
    pub from: Option<NaiveTime>,
    /// When it ends; only together with `from`.
    pub until: Option<NaiveTime>,
}

impl When {
    /// The last day.
    pub fn last_day(&self) -> NaiveDate {
        self.until_date.unwrap_or(self.date)
    }
}

/// Whether an event takes place as announced.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Status {
    /// As announced.
    #[default]
    Planned,
    /// It does not take place.
    Cancelled {
        /// Why, if a reason is given.
        reason: Option<Prose>,
    },
    /// It takes place at another time or place; `Event::when` and `Event::place` hold the new ones.
    Moved {
        /// The first announced date, where the date changed.
        from: Option<When>,
        /// The first announced place, where the place changed.
        from_place: Option<Prose>,
    },
}

/// What makes a place or event accessible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Access {
    /// No steps on the way in and inside.
    StepFree,
    /// A lift.
    Lift,
    /// An accessible toilet.
    AccessibleToilet,
    /// An induction loop for hearing aids.
    HearingLoop,
    /// Interpreters for German Sign Language.
    SignLanguage,
    /// Speech-to-text interpreting.
    SpeechToText,
    /// Audio description.
    AudioDescription,
    /// Easy language (Leichte Sprache).
    EasyLanguage,
    /// Guide dogs are welcome.
    GuideDogs,
    /// Parking for disabled people.
    AccessibleParking,
    /// Tactile guidance.
    TactileGuidance,
    /// Not step-free: said as plainly as the good news.
    Steps,
}

impl Access {
    /// Every kind with its word in the TOML.
    pub const ALL: &[(Self, &'static str)] = &[
        (Self::StepFree, "step-free"),
        (Self::Lift, "lift"),
        (Self::AccessibleToilet, "accessible-toilet"),
        (Self::HearingLoop, "hearing-loop"),
        (Self::SignLanguage, "sign-language"),
        (Self::SpeechToText, "speech-to-text"),
        (Self::AudioDescription, "audio-description"),
        (Self::EasyLanguage, "easy-language"),
        (Self::GuideDogs, "guide-dogs"),
        (Self::AccessibleParking, "accessible-parking"),
        (Self::TactileGuidance, "tactile-guidance"),
        (Self::Steps, "steps"),
    ];

    /// Its word in the TOML.
    pub fn keyword(self) -> &'static str {
        Self::ALL.iter().find(|(access, _)| *access == self).map_or("", |(_, word)| word)
    }
}
