//! Pictures.

use super::Prose;
use crate::Span;
use std::path::PathBuf;

/// A picture with what a reader who cannot see it needs, and what its author is owed.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// The file, relative to the publication's folder; `None` where only the facts are known.
    pub file: Option<PathBuf>,
    /// What it shows, for those who cannot see it.
    pub alt: Prose,
    /// The line below it.
    pub caption: Option<Prose>,
    /// Who made it.
    pub credit: Option<Prose>,
    /// Under which licence.
    pub licence: Option<Prose>,
    /// Where it stands in the sources.
    pub span: Option<Span>,
}
