//! `data/dortmund-2022` says what the seed article says, in other words.

use hoerblatt_tests::{folder, read, repository};
use serde_json::{Value, json};
use std::{collections::HashSet, fs};

/// The expected facts, where the folder with the seed lies beside the repository.
fn seed(name: &str) -> Option<String> {
    let text = fs::read_to_string(repository().join("../shared/seed").join(name)).ok();
    if text.is_none() {
        println!("skipped: ../shared/seed/{name} is not there");
    }
    text
}

#[test]
fn dates_districts_titles_and_credit_are_those_of_the_seed() {
    let Some(expected) = seed("expected.json") else { return };
    let expected: Value = serde_json::from_str(&expected).expect("the seed is JSON");
    let publication = read("dortmund-2022");

    let events: Vec<Value> = publication.programme.events.iter().map(|event| {
        let names = event.districts.iter().map(|id| publication.district(id).expect("a known district").name.text.clone());
        let when = event.when[0];
        json!({
            "date": when.date.to_string(), "end_date": when.until_date.map(|day| day.to_string()),
            "start_time": when.from.map(|time| time.to_string()), "end_time": when.until.map(|time| time.to_string()),
            "place": names.collect::<Vec<_>>().join(", "), "title": event.title.text, "status": "planned",
        })
    }).collect();
    assert_eq!(Value::from(events), expected["events"]);

    let article = &publication.article;
    assert_eq!(article.published.to_string(), expected["news_date"]);
    assert_eq!(article.kicker.as_ref().map(|kicker| kicker.text.as_str()), expected["kicker"].as_str());
    assert_eq!(publication.portal.as_ref().map(|portal| portal.text.as_str()), expected["portal_name"].as_str());
    let image = article.image.as_ref().expect("the picture's facts");
    let text = |prose: &Option<hoerblatt::core::model::Prose>| prose.as_ref().map(|prose| prose.text.clone());
    assert_eq!(text(&image.credit).as_deref(), expected["image"]["credit"].as_str());
    assert_eq!(text(&image.caption).as_deref(), expected["image"]["caption"].as_str());
    assert_eq!(text(&image.licence).as_deref(), expected["image"]["licence"].as_str());
    assert_eq!(image.file, None, "a picture without a licence is not copied");
}

#[test]
fn no_sentence_of_the_seed_was_copied() {
    let Some(original) = seed("artikel-2022-05-05.txt") else { return };
    let runs = |text: &str| -> Vec<String> {
        let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric() && c != '*').filter(|w| !w.is_empty()).collect();
        words.windows(6).map(|run| run.join(" ").to_lowercase()).collect()
    };
    let original: HashSet<_> = runs(&original).into_iter().collect();
    let ours = fs::read_to_string(folder("dortmund-2022").join("article.toml")).expect("the article");
    let copied: Vec<_> = runs(&ours).into_iter().filter(|run| original.contains(run)).collect();
    assert!(copied.is_empty(), "six words in a row as in the original: {copied:?}");
}
