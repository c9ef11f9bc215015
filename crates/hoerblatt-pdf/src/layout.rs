//! A sheet laid out: pages and tags, before any byte is written.

use crate::{page::Page, sheet::Sheet, tag::TagTree};

/// Pages and the structure tree that their marks point into.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The sheet's measures.
    pub sheet: Sheet,
    /// The structure tree.
    pub tags: TagTree,
    /// The pages.
    pub pages: Vec<Page>,
}
