//! One rule, one place: id, typed arguments, a German and an English sentence, a page for `explain`. Every rule has all of them.

#![expect(clippy::disallowed_methods, reason = "a test reads the repository's own files")]

use hoerblatt::{Tongue, explain, messages, rooms};
use std::{collections::BTreeSet, path::Path};

#[test]
fn every_rule_has_its_page_in_both_languages() {
    let mut lacking = Vec::new();
    for room in rooms::ALL {
        for info in room.rules {
            for tongue in Tongue::ALL {
                let at = format!("messages/{}/{}.toml [{}]", tongue.code(), room.name, info.id);
                let Some(texts) = messages::texts(info.id, tongue) else {
                    lacking.push(format!("{at} is missing"));
                    continue;
                };
                let parts = [
                    ("message", &texts.message),
                    ("hint", &texts.hint),
                    ("why", &texts.why),
                    ("source", &texts.source),
                    ("example", &texts.example),
                    ("better", &texts.better),
                ];
                lacking.extend(
                    parts
                        .iter()
                        .filter(|(_, text)| text.trim().is_empty())
                        .map(|(key, _)| format!("{at}: {key} is missing")),
                );
                for slot in messages::slots(&texts.message).chain(messages::slots(&texts.hint)) {
                    let name = slot.split(['|', ':']).next().unwrap_or("");
                    if !info.arguments.contains(&name) {
                        lacking.push(format!("{at}: {{{slot}}} is none of {:?}", info.arguments));
                    }
                }
            }
        }
    }
    assert!(lacking.is_empty(), "\n{}", lacking.join("\n"));
}

#[test]
fn every_rule_id_is_used_once() {
    let mut seen = BTreeSet::new();
    for room in rooms::ALL {
        for info in room.rules {
            assert!(seen.insert(info.id), "the rule {} is declared twice; the second time in {}", info.id, room.name);
        }
    }
}

#[test]
fn no_page_is_left_of_a_rule_that_is_gone() {
    let ids: BTreeSet<&str> = rooms::ALL.iter().flat_map(|room| room.rules).map(|info| info.id).collect();
    for tongue in Tongue::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages").join(tongue.code());
        for room in rooms::ALL {
            let text = std::fs::read_to_string(folder.join(format!("{}.toml", room.name))).expect("a message file");
            let pages: toml::Table =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}/{}: {error}", tongue.code(), room.name));
            for id in pages.keys() {
                assert!(
                    ids.contains(id.as_str()),
                    "{}/{}.toml has a page for {id}, which is no rule",
                    tongue.code(),
                    room.name
                );
            }
        }
    }
}

#[test]
fn both_languages_fill_the_same_slots() {
    for info in rooms::ALL.iter().flat_map(|room| room.rules) {
        let names = |tongue| -> BTreeSet<&str> {
            let texts = messages::texts(info.id, tongue).expect("tested above");
            messages::slots(&texts.message).map(|slot| slot.split(['|', ':']).next().unwrap_or("")).collect()
        };
        assert_eq!(names(Tongue::German), names(Tongue::English), "{}", info.id);
    }
}

#[test]
fn the_rules_page_of_the_documentation_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
    let fresh = explain::markdown();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("docs");
        std::fs::write(&path, &fresh).expect("docs/rules.md");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == fresh, "docs/rules.md is not up to date: UPDATE=1 cargo test -p hoerblatt --test messages");
}
