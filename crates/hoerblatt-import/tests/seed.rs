//! The seed article, where its folder stands beside the repository: everything its editor expects is found.

use hoerblatt_core::Sources;
use hoerblatt_import::{ImportOptions, Input, import};
use std::path::Path;

#[path = "support/mod.rs"]
mod support;

#[test]
fn the_seed_article_gives_everything_its_editor_expects() {
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seed");
    let (Ok(text), Ok(expected)) =
        (support::read(&seed.join("artikel-2022-05-05.txt")), support::read(&seed.join("expected.json")))
    else {
        println!("not run: {} is not there; it is not part of the repository", seed.display());
        return;
    };
    let input = Input { name: "artikel-2022-05-05.txt", bytes: &text };
    let imported = import(&mut Sources::default(), &[input], &support::language(), &ImportOptions::default());
    let found = serde_json::to_value(imported.value.expect("it is an article").summary()).expect("a summary is JSON");
    let expected: serde_json::Value = serde_json::from_slice(&expected).expect("it is JSON");
    let mut missed = Vec::new();
    for key in ["headline", "kicker", "news_date", "teaser", "portal_name", "link_text", "notices", "section_headings"]
    {
        if found[key] != expected[key] {
            missed.push(format!("{key}: {} instead of {}", found[key], expected[key]));
        }
    }
    for key in ["caption", "licence", "credit"] {
        if found["image"][key] != expected["image"][key] {
            missed.push(format!("image.{key}: {} instead of {}", found["image"][key], expected["image"][key]));
        }
    }
    let (found, expected) =
        (found["events"].as_array().expect("a list"), expected["events"].as_array().expect("a list"));
    for (at, event) in expected.iter().enumerate() {
        for key in ["date", "end_date", "start_time", "end_time", "place", "title", "status"] {
            let one = found.get(at).map(|event| &event[key]);
            if one != Some(&event[key]) {
                missed.push(format!("event {at} {key}: {one:?} instead of {}", event[key]));
            }
        }
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
