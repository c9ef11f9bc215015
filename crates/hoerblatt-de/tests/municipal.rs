//! Sentences of municipal news, each with the readings that are right; written from the rules, not from the engine's answers.
//!
//! Compared are words: case, punctuation and quotation marks do not count, a hyphen equals a space, and what Duden allows in two ways
//! (einhundert/hundert, zwo/zwei, siebenter/siebter) is one.

use hoerblatt_de::German;
use std::collections::BTreeMap;

const SENTENCES: &str = include_str!("municipal.tsv");

#[test]
fn municipal_sentences_are_read_as_a_newsreader_reads_them() {
    let german = German::default();
    let mut classes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
        let [class, written, readings] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}")
        };
        let said = german.speak_line(written);
        let right = readings.split(" // ").any(|reading| words(reading) == words(&said));
        let (all, missed) = classes.entry(class).or_default();
        *all += 1;
        if !right {
            *missed += 1;
            wrong.push(format!("{class}: {written}\n   said {said}\n  right {readings}"));
        }
    }
    let table: Vec<_> = classes.iter().map(|(class, (all, missed))| format!("{class} {missed}/{all}")).collect();
    assert!(wrong.is_empty(), "{}\n{} wrong; by class: {}", wrong.join("\n"), wrong.len(), table.join(", "));
}

/// The words that are compared.
fn words(line: &str) -> Vec<String> {
    let kept = |c: char| if c.is_alphabetic() || c == '|' || c == '\'' { c } else { ' ' };
    let folded: String = line.to_lowercase().chars().map(kept).collect();
    let one = |word: &str| {
        let word = word.replace("einhundert", "hundert").replace("eintausend", "tausend").replace("siebent", "siebt");
        if word == "zwo" {
            "zwei".to_owned()
        } else if word == "ät" {
            "at".to_owned()
        } else {
            word
        }
    };
    folded.split_whitespace().map(one).collect()
}
