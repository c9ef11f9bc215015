//! Sentences of municipal news, each with the readings that are right; written from the rules, not from the engine's answers.
//!
//! Compared are words: case, punctuation and quotation marks do not count, a hyphen equals a space, and what Duden allows in two ways
//! (einhundert/hundert, zwo/zwei, siebenter/siebter) is one.

use hoerblatt_de::{Gender, German, LanguageSettings};
use proptest::prelude::*;
use std::collections::BTreeMap;

const SENTENCES: &[&str] = &[include_str!("municipal.tsv"), include_str!("values.tsv"), include_str!("words.tsv")];

/// The same with gender forms said in pairs.
const PAIRS: &[&str] = &[include_str!("pair.tsv")];

#[test]
fn municipal_sentences_are_read_as_a_newsreader_reads_them() {
    compare(&German::default(), SENTENCES);
}

#[test]
fn gender_forms_are_said_in_pairs_where_the_publication_wants_them() {
    compare(&pairing(), PAIRS);
}

#[test]
fn what_was_spoken_is_spoken_unchanged() {
    let mut changed = Vec::new();
    for german in [German::default(), pairing()] {
        for (_, written, _) in rows(SENTENCES).chain(rows(PAIRS)) {
            let once = german.speak_line(written);
            let twice = german.speak_line(&once);
            if words(&twice) != words(&once) || !is_speech(&once) {
                changed.push(format!("{written}\n   said {once}\n  again {twice}"));
            }
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    /// Whatever was typed, nothing but words and punctuation comes out.
    #[test]
    fn no_digit_and_no_symbol_is_ever_spoken(text in "(\\PC{0,40}|[0-9a-zA-ZäöüßÄÖÜ .,:;/()§%€*+&\\-–]{0,60})") {
        let said = German::default().speak_line(&text);
        prop_assert!(is_speech(&said), "{:?} is said {:?}", text, said);
    }
}

fn pairing() -> German {
    German::new(&LanguageSettings { gender: Gender::Pair, ..LanguageSettings::default() })
}

/// Class, sentence, readings.
fn rows(tables: &'static [&'static str]) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    tables.iter().flat_map(|table| table.lines()).filter(|line| !line.starts_with('#')).map(|line| {
        let [class, written, readings] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}")
        };
        (class, written, readings)
    })
}

fn is_speech(said: &str) -> bool {
    let spoken = |c: char| c.is_alphabetic() || c.is_whitespace() || ".,;:!?…()|'’‘‚“”„»«›‹–-".contains(c);
    said.chars().all(|c| spoken(c) || ('\u{300}'..='\u{36f}').contains(&c))
}

/// Demands that each sentence is said in one of its readings.
fn compare(german: &German, tables: &'static [&'static str]) {
    let mut classes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (class, written, readings) in rows(tables) {
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
