//! The composed documents of both publications, written and spoken, as readable goldens; and what must hold for every one of them.

use hoerblatt::{
    core::{Document, dump, is_speakable},
    language_of,
    ssml::{Channel, Dialect, RenderOptions, render, script},
};
use hoerblatt_tests::{PUBLICATIONS, documents, golden, read};
use std::collections::BTreeMap;

fn german_documents(name: &str) -> Vec<(String, Document)> {
    let publication = read(name);
    documents(&publication, language_of(&publication).expect("German is built in").as_ref())
}

/// The whole, a district with two events (or with an office), one without any: the rest differs only in its facts.
#[test]
fn documents_match_their_goldens() {
    let chosen = ["whole", "innenstadt-nord", "hafenviertel", "weinberg"];
    let mut dumps = BTreeMap::new();
    for name in PUBLICATIONS {
        for (scope, document) in
            german_documents(name).into_iter().filter(|(scope, _)| chosen.contains(&scope.as_str()))
        {
            dumps.insert(format!("{name}.{scope}"), dump::document(&document));
        }
    }
    golden::check("document", &dumps);
}

#[test]
fn nothing_is_left_to_a_voice_but_words() {
    for name in PUBLICATIONS {
        for (scope, document) in german_documents(name) {
            for channel in Channel::ALL {
                for part in render(&script(&document, channel), Dialect::Plain, &RenderOptions::default()) {
                    for line in part.text.lines() {
                        // The gender pause is written as a bar; there is no voice that reads plain text aloud bar and all.
                        let line = line.replace('|', "");
                        assert!(is_speakable(&line), "{name}, {scope}, {}: {line}", channel.name());
                    }
                }
            }
        }
    }
}
