//! An event as far as an office's file tells it.

use chrono::NaiveTime;
use hoerblatt_core::{Date, Span};

/// An event that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedEvent {
    /// Its title as written.
    pub title: String,
    /// Its appointments; never empty.
    pub when: Vec<ImportedWhen>,
    /// The venue as written.
    pub place: Option<String>,
    /// Whether a label or the time beside it tells that this is a venue.
    pub place_told: bool,
    /// The venue's street and town, where a column of its own holds them.
    pub address: Option<String>,
    /// The district, spelled as the gazetteer spells it.
    pub district: Option<String>,
    /// Whether the text names the district itself, not only a part of it.
    pub district_named: bool,
    /// What else is told.
    pub description: Vec<String>,
    /// What it costs, as written.
    pub admission: Vec<String>,
    /// Whether and how to register, as written; telephone and addresses included.
    pub registration: Vec<String>,
    /// What makes it accessible, as written.
    pub access: Vec<String>,
    /// Who does it, as written.
    pub organiser: Vec<String>,
    /// Whether it takes place as announced.
    pub status: ImportedStatus,
    /// Where it stands in the sources.
    pub span: Span,
    /// Other places that told the same: a list beside the press text.
    pub also: Vec<Span>,
}

/// One appointment; a day whose year no source tells has none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ImportedWhen {
    /// The (first) day.
    pub date: Date,
    /// The last day of a range.
    pub until_date: Option<Date>,
    /// When it begins.
    pub from: Option<NaiveTime>,
    /// When it ends.
    pub until: Option<NaiveTime>,
}

/// Whether an event takes place as announced.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum ImportedStatus {
    /// As announced.
    #[default]
    Planned,
    /// It does not take place.
    Cancelled,
    /// It takes place at another time or place than first announced.
    Moved {
        /// The day first announced, where it is told.
        from: Option<Date>,
    },
}

impl ImportedEvent {
    /// An event with nothing but a title.
    pub(crate) fn new(title: impl Into<String>, span: Span) -> Self {
        Self {
            title: title.into(),
            when: Vec::new(),
            place: None,
            place_told: false,
            address: None,
            district: None,
            district_named: false,
            description: Vec::new(),
            admission: Vec::new(),
            registration: Vec::new(),
            access: Vec::new(),
            organiser: Vec::new(),
            status: ImportedStatus::Planned,
            span,
            also: Vec::new(),
        }
    }

    /// The venue, or the district where none is given.
    pub fn venue(&self) -> Option<&str> {
        self.place.as_deref().or(self.district.as_deref())
    }
}
