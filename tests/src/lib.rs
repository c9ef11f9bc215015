//! What the suite and the judges share: the publications of the repository and the comparison with goldens.
#![expect(clippy::disallowed_methods, reason = "tests read the repository's files and the switch UPDATE")]

pub mod golden;

use hoerblatt_core::{Checked, Document, Language, Scope, Sources, compose::Composition, model::Publication};
use hoerblatt_de::{Gender, German, LanguageSettings};
use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::Once,
};

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

/// German with a publication's lexicon and settings.
pub fn german(publication: &Publication) -> German {
    let pair = publication.settings.speech.gender.as_deref() == Some("pair");
    German::new(&LanguageSettings {
        lexicon: publication.lexicon.clone(),
        gender: if pair { Gender::Pair } else { Gender::Pause },
        region: publication.settings.phone.region.clone(),
        reference_date: Some(publication.article.published),
    })
}

/// Every document of a publication with its name: each district's by its id, and the `whole`.
pub fn documents(publication: &Publication, language: &dyn Language) -> Vec<(String, Document)> {
    let composition = Composition::new(publication, language, None);
    let district =
        |id: &hoerblatt_core::Id<_>| Some((id.to_string(), composition.document(&Scope::District(id.clone()))?));
    let mut all: Vec<_> = publication.districts.iter().filter_map(|d| district(&d.id)).collect();
    assert_eq!(all.len(), publication.districts.len(), "every district has a document");
    all.push(("whole".to_owned(), composition.whole()));
    all
}

/// The command line program with a folder to work in and nothing of the surroundings that could change what it says.
///
/// Cargo builds a binary only for the tests of its own crate, so the first call here builds it.
pub fn program(folder: &Path) -> Command {
    static BUILT: Once = Once::new();
    BUILT.call_once(|| {
        let mut cargo = Command::new(env!("CARGO"));
        let built = cargo.args(["build", "--quiet", "--package", "hoerblatt-cli"]).current_dir(repository()).status();
        assert!(built.is_ok_and(|status| status.success()), "hoerblatt-cli does not compile");
    });
    // This test lies in target/<profile>/deps, the program beside that folder.
    let deps = std::env::current_exe().expect("a test knows its own path");
    let profile = deps.parent().and_then(Path::parent).expect("target/<profile>/deps");
    let mut command = Command::new(profile.join("hoerblatt"));
    command.current_dir(folder).env("NO_COLOR", "1").env_remove("LANG").env_remove("LC_ALL");
    command.env("XDG_CACHE_HOME", folder.join("cache"));
    command
}
