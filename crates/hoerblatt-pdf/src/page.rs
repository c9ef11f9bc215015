//! What stands on a page: placed ink, and why it is there.
//!
//! Everything that is placed carries a [`Mark`]: content of the structure tree, or an artifact. Untagged ink cannot be built.

pub use crate::picture::Turn;
use crate::{font::FaceId, sheet::Rgb};
use std::sync::Arc;

/// A node of the [`TagTree`](crate::tag::TagTree).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TagId(pub u32);

/// Why ink is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// It says something: a node of the structure tree.
    Content(TagId),
    /// It does not: a screen reader passes over it.
    Artifact(Artifact),
}

/// Ink that says nothing which is not said elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Artifact {
    /// The colour of the page.
    Background,
    /// Rules, frames, bars, bullets' decoration.
    Layout,
    /// Page number and running title.
    Footer,
}

/// Ink at its place. `x` and `y` are pt from the top left corner of the page; for text `y` is the baseline, for all else the top.
#[derive(Debug, Clone)]
pub struct Placed {
    /// From the left edge.
    pub x: f32,
    /// From the top edge.
    pub y: f32,
    /// Why it is there.
    pub mark: Mark,
    /// What it is.
    pub ink: Ink,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub enum Ink {
    /// Letters.
    Text(Arc<Run>),
    /// A filled rectangle.
    Bar {
        /// pt.
        width: f32,
        /// pt.
        height: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// The outline of a rectangle, drawn inside it.
    Frame {
        /// pt.
        width: f32,
        /// pt.
        height: f32,
        /// Thickness, pt.
        line: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// A picture of the sheet's list.
    Picture {
        /// Its place in the list.
        picture: usize,
        /// From the stored picture to the one that is looked at.
        turn: Turn,
        /// pt.
        width: f32,
        /// pt.
        height: f32,
    },
    /// A QR code with its quiet zone.
    Code {
        /// The dark squares, row by row.
        modules: Arc<Modules>,
        /// Side with the quiet zone, pt.
        side: f32,
    },
    /// A sign drawn by lines.
    Sign {
        /// Which.
        sign: Sign,
        /// Height and width, pt.
        side: f32,
        /// Its colour.
        colour: Rgb,
    },
}

/// Letters of one face, size and colour on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// What is written, for dumps and checks.
    pub text: String,
    pub(crate) face: FaceId,
    /// Type size, pt.
    pub size: f32,
    /// Width, pt.
    pub width: f32,
    /// Colour.
    pub colour: Rgb,
    /// Codes with the correction after each group in thousandths of an em, as `TJ` takes it.
    pub(crate) parts: Vec<(Vec<u8>, f32)>,
}

/// A square of dark and light modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modules {
    /// Modules on a side, without the quiet zone.
    pub side: usize,
    /// Row by row; true is dark.
    pub dark: Vec<bool>,
}

/// Signs that stand beside words, never instead of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Something that is there.
    Tick,
    /// Somebody in a wheelchair: no steps.
    Wheelchair,
    /// Steps, said as plainly as the good news.
    Stairs,
    /// A cabin with arrows up and down.
    Lift,
    /// Sound that reaches a hearing aid.
    Waves,
    /// Something that is not: cancelled, steps.
    Cross,
    /// Something that moved.
    Arrow,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// What stands on it, in reading order; artifacts where they are drawn.
    pub placed: Vec<Placed>,
}

/// The quiet zone around a code, in modules (ISO/IEC 18004).
pub const QUIET_ZONE: usize = 4;
