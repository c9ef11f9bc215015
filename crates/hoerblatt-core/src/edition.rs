//! What does one district, or the whole publication, see?

use crate::model::{District, Event, Id, Office, Publication};
use chrono::NaiveDate;

/// Whose edition it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The whole publication.
    Publication,
    /// One district.
    District(Id<District>),
}

/// A borrowed view of a publication: one district's or the whole.
#[derive(Debug, Clone)]
pub struct Edition<'p> {
    /// What it is a view of.
    pub publication: &'p Publication,
    /// Whose it is.
    pub scope: Scope,
    /// The day from which "past" and "new" are reckoned; without it nothing is dropped and nothing is new.
    pub today: Option<NaiveDate>,
}

/// For how many days an event is called new.
const NEW_FOR_DAYS: i64 = 14;

impl Publication {
    /// The edition of one district or of the whole.
    pub fn edition(&self, scope: Scope) -> Edition<'_> {
        Edition { publication: self, scope, today: None }
    }

    /// The editions of all districts in the order of the file.
    pub fn editions(&self) -> impl Iterator<Item = Edition<'_>> {
        self.districts.iter().map(|district| self.edition(Scope::District(district.id.clone())))
    }
}

impl<'p> Edition<'p> {
    /// The same edition on a given day.
    #[must_use]
    pub fn on(mut self, today: Option<NaiveDate>) -> Self {
        self.today = today;
        self
    }

    /// The district it is for.
    pub fn district(&self) -> Option<&'p District> {
        match &self.scope {
            Scope::Publication => None,
            Scope::District(id) => self.publication.district(id),
        }
    }

    /// Its events in the order of time: the district's own and those of the whole city, without those that are over.
    pub fn events(&self) -> impl Iterator<Item = &'p Event> + use<'p> {
        let (scope, today) = (self.scope.clone(), self.today);
        self.publication.programme.events.iter().filter(move |event| {
            let over = today.is_some_and(|today| event.last_day() < today);
            let ours = match &scope {
                Scope::Publication => true,
                Scope::District(id) => event.districts.is_empty() || event.districts.contains(id),
            };
            ours && !over
        })
    }

    /// The offices it names: the district's own, or all.
    pub fn offices(&self) -> Vec<&'p Office> {
        match &self.scope {
            Scope::Publication => self.publication.offices.iter().collect(),
            Scope::District(id) => self.publication.office_of(id).into_iter().collect(),
        }
    }

    /// Whether an event was added within the last fortnight before `today`.
    pub fn is_new(&self, event: &Event) -> bool {
        let age = self.today.zip(event.added).map(|(today, added)| (today - added).num_days());
        age.is_some_and(|days| (0..=NEW_FOR_DAYS).contains(&days))
    }
}
