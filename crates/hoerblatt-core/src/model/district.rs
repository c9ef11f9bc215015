//! The parts of a city that get a flyer each.

use super::{Id, Office, Prose};
use crate::Span;

/// A district: one flyer, one pair of scripts, one branch of the telephone line.
#[derive(Debug, Clone, PartialEq)]
pub struct District {
    /// Its id, used in file names.
    pub id: Id<District>,
    /// Its name.
    pub name: Prose,
    /// The office that serves it.
    pub office: Option<Id<Office>>,
    /// Where it stands in the sources.
    pub span: Option<Span>,
}

/// Neighbouring districts under one key of the telephone menu: "Norden", "Innenstadt".
#[derive(Debug, Clone, PartialEq)]
pub struct DistrictGroup {
    /// What callers hear.
    pub name: Prose,
    /// Its districts in the order of the keys.
    pub districts: Vec<Id<District>>,
}
