//! Document → a large-print, tagged PDF: PDF/UA-1 and PDF/A-2a in one file.
//!
//! The way of a sheet through this crate, one file a step:
//!
//! ```text
//! Document ─▶ arrange (rows of a section, with tags) ─▶ flow (pages) ─▶ overview ─▶ furniture ─▶ write (bytes) ─▶ verify
//!               └─ inline: collect ▸ measure ▸ breaks ▸ line
//! ```
//!
//! [`sheet`] is the large-print sheet as data, every number with its source. [`Press`] prints all flyers of a publication and makes what
//! they share once. Every placed piece of ink has a [`Mark`](page::Mark): content of the structure tree or artifact, so untagged ink cannot be built.
//!
//! Feature `preview` draws finished pages as PNG (`preview`). The crate knows no language, opens no file and asks no clock: fonts and pictures come in as bytes.

mod arrange;
pub mod dump;
mod flow;
mod font;
mod furniture;
mod inline;
mod layout;
mod options;
mod overview;
pub mod page;
mod picture;
mod press;
#[cfg(feature = "preview")]
mod preview;
pub mod rules;
pub mod sheet;
pub mod tag;
mod verify;
mod words;
mod write;

pub use font::{Family, Fonts, Weight};
pub use layout::Layout;
pub use options::{FlyerOptions, Logo};
pub use press::Press;
#[cfg(feature = "preview")]
pub use preview::preview;
pub use sheet::{Paper, Theme};
pub use verify::verify;
pub use words::HyphenPolicy;

use hoerblatt_core::{Checked, Document};

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// One flyer by itself. For several flyers of a publication use a [`Press`].
///
/// `None` if the options cannot be met, or if the text needs more pages than allowed.
pub fn flyer(document: &Document, fonts: &Fonts<'_>, options: &FlyerOptions) -> Checked<Pdf> {
    let press = Press::new([document], fonts, options);
    let mut diagnostics = press.diagnostics;
    let pdf = press.value.and_then(|press| press.flyer(document).report_to(&mut diagnostics));
    Checked { value: pdf, diagnostics }
}
