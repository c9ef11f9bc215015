//! The two publications of the repository as lines, in a language whose every word is `⟦x⟧`.
#![expect(clippy::disallowed_methods, reason = "a test loads the publications of the repository")]
#![allow(dead_code, reason = "each test uses its part")]

use chrono::NaiveDate;
use hoerblatt_core::{
    Checked, Document, Language, Scope, Sources, compose::Composition, language::pseudo::Pseudo, model::Publication,
};
use hoerblatt_phone::{CallFlow, Estimated, LineOptions};
use std::path::Path;

const FILES: [&str; 6] =
    ["publication.toml", "article.toml", "programme.toml", "districts.toml", "offices.toml", "lexicon.toml"];

/// A publication of the repository; `change` may edit each file's text before it is read.
pub(crate) fn load(name: &str, change: impl Fn(&str, String) -> String) -> Publication {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name);
    let mut sources = Sources::default();
    for file in FILES {
        if let Ok(text) = std::fs::read_to_string(folder.join(file)) {
            sources.add(file, change(file, text));
        }
    }
    Publication::read(&sources).value.expect("the publication can be read")
}

/// The line's options as the door takes them from a publication.
pub(crate) fn options(publication: &Publication, composition: &Composition<'_>) -> LineOptions {
    let phone = &publication.settings.phone;
    let default = LineOptions::default();
    LineOptions {
        line: phone.line.clone().unwrap_or_else(|| "dortmund".into()),
        groups: composition.groups.clone(),
        operator: phone.operator.clone(),
        dial: phone.dial.clone().unwrap_or(default.dial),
        region: phone.region.as_ref().map(|region| region.0.clone()),
        ..LineOptions::default()
    }
}

/// The documents of a publication: the whole, and one for each district.
pub(crate) fn documents(
    publication: &Publication,
    language: &dyn Language,
    today: Option<NaiveDate>,
) -> (Document, Vec<Document>, LineOptions) {
    let composition = Composition::new(publication, language, today);
    let districts = publication.districts.iter();
    let districts = districts.filter_map(|d| composition.document(&Scope::District(d.id.clone()))).collect();
    (composition.whole(), districts, options(publication, &composition))
}

/// The plan of a publication, with its findings.
pub(crate) fn plan(publication: &Publication, today: Option<NaiveDate>) -> Checked<CallFlow> {
    let (whole, districts, options) = documents(publication, &Pseudo, today);
    CallFlow::plan(&whole, &districts.iter().collect::<Vec<_>>(), &options, &Estimated)
}

/// The line of a publication of the repository.
pub(crate) fn line(name: &str, today: Option<NaiveDate>) -> CallFlow {
    let checked = plan(&load(name, |_, text| text), today);
    checked.value.unwrap_or_else(|| panic!("{name}: {:#?}", checked.diagnostics))
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
