//! What the suite and the judges share: the publications of the repository and the comparison with goldens.
#![expect(clippy::disallowed_methods, reason = "goldens are files, and UPDATE writes them")]

pub mod golden;

use hoerblatt::{
    Project,
    core::{Document, Id, Language, Scope, Severity, compose::Composition, model::Publication},
};
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

/// Reads a publication of the repository.
///
/// # Panics
/// If it has an error or a key that is not known.
pub fn read(publication: &str) -> Publication {
    let project = Project::read(&folder(publication));
    let wrong =
        |finding: &&hoerblatt::core::Diagnostic| finding.severity == Severity::Error || finding.rule == "unknown-key";
    let wrong: Vec<_> = project.findings.iter().filter(wrong).collect();
    assert!(wrong.is_empty(), "{publication}: {wrong:#?}");
    project.publication.expect("a publication without errors")
}

/// Every document of a publication with its name: each district's by its id, and the `whole`.
pub fn documents(publication: &Publication, language: &dyn Language) -> Vec<(String, Document)> {
    let composition = Composition::new(publication, language, None);
    let district = |id: &Id<_>| Some((id.to_string(), composition.document(&Scope::District(id.clone()))?));
    let mut all: Vec<_> = publication.districts.iter().filter_map(|d| district(&d.id)).collect();
    assert_eq!(all.len(), publication.districts.len(), "every district has a document");
    all.push(("whole".to_owned(), composition.whole()));
    all
}
