//! Runs every `written => spoken` line of `spec/*.md`.
//!
//! Compared as the readings are used: case, punctuation and quotation marks do not count, a hyphen equals a space; spaces and the
//! gender pause `|` do count.

#![expect(clippy::disallowed_methods, reason = "a test reads its own pages")]

use hoerblatt_core::model::{Lexicon, LexiconEntry, Reading};
use hoerblatt_de::{Gender, German, LanguageSettings};
use std::{fs, path::Path};

/// The settled way of comparing two readings.
fn settled(line: &str) -> String {
    let kept = line.chars().map(|c| match c {
        '-' | '–' | '‑' => ' ',
        c if c.is_alphabetic() || c == '|' || ('\u{300}'..='\u{36f}').contains(&c) => c,
        c if c.is_ascii_digit() => c,
        '\'' | '’' => '’',
        _ => ' ',
    });
    let kept: String = kept.collect::<String>().to_lowercase();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The entries that a page sets in a block of its own: `AWO = A W O`, `MUK = letters`, `U = as written`.
fn lexicon(page: &str) -> Lexicon {
    let block = page.split("```lexicon\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or("");
    let entry = |line: &str| {
        let (written, said) = line.split_once(" = ")?;
        let reading = match said {
            "letters" => Reading::Letters,
            "as written" => Reading::AsWritten,
            words => Reading::Words(words.into()),
        };
        Some(LexiconEntry { written: written.into(), forms: Vec::new(), reading, expansion: None, span: None })
    };
    Lexicon { entries: block.lines().filter_map(entry).collect() }
}

fn lines(page: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    let mut inside = false;
    page.lines().enumerate().filter_map(move |(number, line)| {
        if line.starts_with("```") {
            inside = !inside;
            return None;
        }
        let (written, spoken) = line.split_once(" => ")?;
        inside.then_some((number + 1, written, spoken))
    })
}

#[test]
fn every_page_is_spoken_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec");
    let mut pages: Vec<_> =
        fs::read_dir(folder).expect("spec exists").map(|entry| entry.expect("readable").path()).collect();
    pages.sort();
    let (mut count, mut wrong) = (0, Vec::new());
    for path in pages {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let page = fs::read_to_string(&path).expect("a page is text");
        let gender = if name.contains("pair") { Gender::Pair } else { Gender::Pause };
        let german = German::new(&LanguageSettings { lexicon: lexicon(&page), gender, region: None });
        for (number, written, spoken) in lines(&page) {
            count += 1;
            let said = german.speak_line(written);
            if settled(&said) != settled(spoken) {
                wrong.push(format!("{name}:{number}\n  written  {written}\n  expected {spoken}\n  said     {said}"));
            }
        }
    }
    assert!(count >= 1500, "only {count} lines found");
    assert!(wrong.is_empty(), "{} of {count} lines are spoken otherwise:\n{}", wrong.len(), wrong.join("\n"));
}
