//! The programme: what takes place.

use super::{Event, Prose};

/// All events in the order of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Programme {
    /// Its heading, e.g. "Programmübersicht".
    pub title: Option<Prose>,
    /// A text before the events.
    pub intro: Option<Prose>,
    /// The events, by first day, then time, then as written.
    pub events: Vec<Event>,
}
