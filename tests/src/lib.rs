//! What the suite and the judges share: the publications of the repository and the comparison with goldens.
#![expect(clippy::disallowed_methods, reason = "tests read the repository's files and the switch UPDATE")]

pub mod golden;

use hoerblatt_core::{Checked, Sources, model::Publication};
use std::path::{Path, PathBuf};

/// The publications that everything is tried on.
pub const PUBLICATIONS: [&str; 2] = ["dortmund-2022", "musterstadt-2026"];

/// The root of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in a folder of the repository")
}

/// The folder of a publication.
pub fn folder(publication: &str) -> PathBuf {
    repository().join("data").join(publication)
}

/// Reads a publication of the repository; with every finding, because both shall be free of errors.
pub fn read(publication: &str) -> Checked<Publication> {
    let mut sources = Sources::default();
    for name in ["publication", "article", "programme", "districts", "offices", "lexicon"] {
        let path = folder(publication).join(format!("{name}.toml"));
        if let Ok(text) = std::fs::read_to_string(&path) {
            sources.add(format!("{name}.toml"), text);
        }
    }
    Publication::read(&sources)
}
