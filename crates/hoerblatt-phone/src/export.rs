//! What does an exchange need? One target, one file.

pub mod asterisk;
pub mod json;

/// A file of an export, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// Where it goes, below the export's folder.
    pub path: String,
    /// What it holds.
    pub text: String,
}
