//! Inlines → lines, in four steps: collect the pieces, measure them against the column, choose the breaks, build the lines.

pub(crate) mod breaks;
pub(crate) mod collect;
pub(crate) mod line;
pub(crate) mod measure;

use crate::{
    font::{Shape, Weight},
    page::TagId,
};
use hoerblatt_core::Break;
use std::sync::Arc;

/// A stretch of text that stays together unless a [`Join`] or [`Piece::breaks`] says otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) shape: Arc<Shape>,
    pub(crate) weight: Weight,
    /// The text leaf it belongs to.
    pub(crate) tag: TagId,
    /// What follows it.
    pub(crate) join: Join,
    /// Where it may be divided, offsets from its start.
    pub(crate) breaks: Vec<Break>,
}

/// What stands between two pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// Nothing: no line ends here.
    Tight,
    /// A space, where a line may end at a cost of 0–100.
    Space(u8),
    /// Nothing to see, but a line may end here at a cost of 0–100, as after the hyphen of "Online-Angebot".
    Seam(u8),
    /// A line may end here with a hyphen at a cost of 0–100.
    Hyphen(u8),
    /// A new line.
    Line,
}

impl Join {
    pub(crate) fn is_space(self) -> bool {
        matches!(self, Self::Space(_))
    }
}
