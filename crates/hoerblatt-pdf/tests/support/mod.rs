//! What the tests of this crate share: the two publications, the bundled faces.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its part")]

pub mod build;
pub mod corpus;
pub mod sample;

use hoerblatt_core::{Document, Language, Scope, Sources, compose::Composition, model::Publication};
use hoerblatt_pdf::{Family, Fonts};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

const FILES: [&str; 6] =
    ["publication.toml", "article.toml", "programme.toml", "districts.toml", "offices.toml", "lexicon.toml"];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name)
}

/// A publication of the repository.
#[expect(clippy::disallowed_methods, reason = "a test loads the publications of the repository")]
pub fn publication(name: &str) -> Publication {
    let mut sources = Sources::default();
    for file in FILES {
        if let Ok(text) = std::fs::read_to_string(folder(name).join(file)) {
            sources.add(file, text);
        }
    }
    Publication::read(&sources).value.expect("the repository's publications are sound")
}

/// The pictures that a publication names.
#[expect(clippy::disallowed_methods, reason = "a test loads the publications of the repository")]
pub fn pictures(name: &str, publication: &Publication) -> BTreeMap<PathBuf, Vec<u8>> {
    let image = publication.article.image.iter().filter_map(|image| image.file.clone());
    let logo = publication.settings.print.logo.iter().map(|logo| logo.file.clone());
    image.chain(logo).filter_map(|file| Some((file.clone(), std::fs::read(folder(name).join(&file)).ok()?))).collect()
}

/// The documents of a publication: the whole, then each district.
pub fn documents(publication: &Publication, language: &dyn Language) -> Vec<(String, Document)> {
    let composition = Composition::new(publication, language, None);
    let districts = publication.districts.iter().filter_map(|d| {
        let document = composition.document(&Scope::District(d.id.clone()))?;
        Some((d.id.to_string(), document))
    });
    [("alle".to_owned(), composition.whole())].into_iter().chain(districts).collect()
}

/// The bundled faces.
pub fn fonts() -> Fonts<'static> {
    let family = |f: &hoerblatt_fonts::Family| Family { name: f.name, regular: f.regular, bold: f.bold };
    Fonts { families: hoerblatt_fonts::FAMILIES.iter().map(family).collect() }
}
