//! The two publications of the repository read without an error and compose in the pseudo-language.
#![expect(clippy::disallowed_methods, reason = "a test loads the publications of the repository")]

use hoerblatt_core::{
    Scope, Severity, Sources, compose::Composition, dump, language::pseudo::Pseudo, model::Publication,
};
use std::path::Path;

const FILES: [&str; 6] =
    ["publication.toml", "article.toml", "programme.toml", "districts.toml", "offices.toml", "lexicon.toml"];

fn load(name: &str) -> Publication {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name);
    let mut sources = Sources::default();
    for file in FILES {
        if let Ok(text) = std::fs::read_to_string(folder.join(file)) {
            sources.add(file, text);
        }
    }
    let read = Publication::read(&sources);
    let errors: Vec<_> =
        read.diagnostics.iter().filter(|d| d.severity == Severity::Error || d.rule == "unknown-key").collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
    read.value.expect("a publication without errors has a value")
}

#[test]
fn both_publications_read_without_errors() {
    assert_eq!(load("dortmund-2022").programme.events.len(), 13);
    assert!(load("musterstadt-2026").programme.events.len() >= 15);
}

#[test]
fn a_composition_shares_what_editions_share() {
    let publication = load("dortmund-2022");
    let composition = Composition::new(&publication, &Pseudo, None);
    let districts: Vec<_> = publication
        .districts
        .iter()
        .map(|d| composition.document(&Scope::District(d.id.clone())).expect("the district exists"))
        .collect();
    let article =
        |d: &hoerblatt_core::Document| d.sections.iter().find(|s| s.id.0 == "article").cloned().expect("an article");
    assert!(districts.iter().all(|d| std::sync::Arc::ptr_eq(&article(d), &article(&districts[0]))));
}

#[test]
fn no_word_of_any_language_comes_from_core() {
    for name in ["dortmund-2022", "musterstadt-2026"] {
        let publication = load(name);
        let composition = Composition::new(&publication, &Pseudo, publication.article.published.into());
        let mut documents = vec![composition.whole()];
        documents
            .extend(publication.districts.iter().filter_map(|d| composition.document(&Scope::District(d.id.clone()))));
        for document in documents {
            for line in dump::document(&document).lines() {
                let structure =
                    ["document ", "figure ", "code ", "holds "].iter().any(|word| line.trim_start().starts_with(word));
                let naked = unbracketed(line);
                assert!(structure || naked.is_empty(), "{name}: {naked:?} in {line}");
            }
        }
    }
}

/// Words outside `⟦ ⟧` that are not words of the dump itself.
fn unbracketed(line: &str) -> Vec<String> {
    let mut outside = String::new();
    let (mut word, mut address) = (false, false);
    for c in line.chars() {
        match c {
            '⟦' => word = true,
            '⟧' => word = false,
            _ if word => {}
            // The address of a link stands in the dump as it is.
            '(' if outside.ends_with(']') => address = true,
            ')' => address = false,
            c if !address => outside.push(c),
            _ => {}
        }
    }
    let own = |word: &str| {
        let keys = "title portal kicker h1 section paragraph quote list item table alt caption credit status new date time districts place \
            directions access admission registration person phone email web hours carrier published programme event offices office \
            article articlesection overview links notices imprint tr pl uk ar en";
        keys.split_whitespace().any(|key| key == word) || word.len() == 2 && word.starts_with('h')
    };
    let without_ids = outside.split_whitespace().filter(|w| !w.contains('/'));
    let words =
        without_ids.flat_map(|w| w.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>());
    words.filter(|w| w.chars().any(char::is_alphabetic) && !own(w)).collect()
}
