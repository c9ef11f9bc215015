//! What holds for any text at all.

use hoerblatt_core::Language;
use hoerblatt_core::language::contract::{parted_otherwise, speech_is_speakable};
use hoerblatt_de::{Gender, German, LanguageSettings};
use proptest::prelude::*;

/// Pieces that meet in office texts; strung together at random they hit the joints between the classes.
const PIECES: &[&str] = &[
    "am",
    " ",
    " ",
    " ",
    "11.",
    "Mai",
    "2022",
    "5",
    "05.05.",
    "14.30",
    "Uhr",
    "–",
    "-",
    "bis",
    "€",
    "%",
    "1",
    "Bürger",
    "*",
    "innen",
    ":",
    "(",
    ")",
    "0231",
    "/",
    "50",
    "Tel.",
    "z. B.",
    "St.",
    "XIV",
    ".",
    ",",
    "§",
    "35a",
    "SGB",
    "www.stadt.de",
    "info@stadt.de",
    "½",
    "km",
    "/h",
    "Mo",
    "Fr",
    "\n",
    "\u{a0}",
    "ß",
    "e\u{301}",
    "🎉",
    "½",
    "²",
    "Ludwig",
    "IV.",
    "Str.",
    "24",
    "a",
    "44141",
    "Dortmund",
    "DE02",
    "er",
    "-jährig",
    "+",
    "&",
    "\u{ad}",
    "\u{200b}",
    "٣",
    "９",
    "Ⅳ",
    "\"",
    "„",
    "“",
    "…",
    "@",
    "_",
    "×",
    "x",
    "=",
    "<",
    "~",
    "\t",
    "'",
    "1.200,-",
    "10:30",
    "3:1",
    "Dr.",
    "usw.",
    "COVID-19",
    "U43",
    "jede",
    "r",
    "des",
    "im",
    "den",
    "Nr.",
];

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat()),
        any::<String>(),
        "[0-9.,:/ €%()+*–-]{0,40}",
    ]
}

fn check(german: &German, text: &str) -> Result<(), TestCaseError> {
    let mut at = 0;
    for token in german.read(text) {
        prop_assert_eq!(token.range.start, at, "a gap before {:?} in {:?}", token.written, text);
        prop_assert!(token.range.end > at && text.get(token.range.clone()).is_some());
        prop_assert!(
            speech_is_speakable(&token.spoken),
            "{:?} of {:?} is said {:?}",
            token.written,
            text,
            token.spoken
        );
        at = token.range.end;
    }
    prop_assert_eq!(at, text.len());
    prop_assert_eq!(parted_otherwise(german, text), None);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_covered_and_speakable(text in texts()) {
        check(&German::default(), &text)?;
        check(&German::new(&LanguageSettings { gender: Gender::Pair, ..LanguageSettings::default() }), &text)?;
    }

    #[test]
    fn hyphenation_never_cuts_a_letter(word in any::<String>()) {
        for found in German::default().hyphenate(&word) {
            let at = found.at as usize;
            prop_assert!(word.is_char_boundary(at) && at > 0 && at < word.len());
        }
    }
}

/// Speaking what is already spoken changes nothing.
#[test]
fn speaking_is_idempotent() {
    let german = German::default();
    let rows = include_str!("municipal.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut changed = Vec::new();
    for written in rows.filter_map(|row| row.split('\t').nth(1)) {
        let once = german.speak_line(written);
        // Letters of an initialism and the gender pause are notation of the comparison form, not running text.
        if once.contains('|') {
            continue;
        }
        let twice = german.speak_line(&once);
        if words(&once) != words(&twice) {
            changed.push(format!("{once}\n  {twice}"));
        }
    }
    assert!(changed.is_empty(), "{} change:\n{}", changed.len(), changed.join("\n"));
}

fn words(line: &str) -> String {
    line.chars()
        .filter(|c| c.is_alphabetic() || *c == ' ')
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Long runs without spaces or ends are read in linear time: a quadratic reader would take hours for these.
#[test]
fn endless_runs_are_read() {
    let german = German::default();
    for piece in [
        "a", "1", "1.", "1,", "A", "*", "(", "+49 ", "1-", "ä", "Str. ", "Mo,", "5. ", "www.", "a*", "I", "§", "@",
        "1/", " ", "\n", "e\u{301}", "und 5. ",
    ] {
        let text = piece.repeat(20_000 / piece.len());
        let said: usize = german.read(&text).map(|token| token.range.len()).sum();
        assert_eq!(said, text.len(), "{piece:?}");
        assert_ne!(german.read(&text).next(), None);
    }
}

/// The kept corpus of the fuzz target `speak`.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads its corpus")]
fn the_fuzzing_corpus_is_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/speak");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the corpus stands beside the target") {
        let bytes = std::fs::read(entry.expect("readable").path()).expect("readable");
        check(&German::default(), &String::from_utf8_lossy(&bytes)).expect("covered and speakable");
        count += 1;
    }
    assert!(count >= 8, "only {count} inputs");
}

/// Import parts its texts without making tokens; every page of the specification and every office text is parted as it is read.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads its own pages")]
fn sentences_end_where_the_reader_ends_them() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = |folder: &str| {
        let entries = std::fs::read_dir(root.join(folder)).expect("the folder stands there");
        entries.map(|entry| entry.expect("readable").path())
    };
    let offices = files("../hoerblatt-import/tests/fixtures").map(|fixture| fixture.join("input.txt"));
    let texts = files("spec").chain(offices).filter_map(|path| std::fs::read_to_string(path).ok());
    let german = German::default();
    let (mut count, mut otherwise) = (0, Vec::new());
    for text in texts {
        // Line by line, and as paragraphs whose lines a mail program wrapped.
        let paragraphs: Vec<String> = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
        for piece in text.lines().chain(paragraphs.iter().map(String::as_str)).chain([text.as_str()]) {
            otherwise.extend(parted_otherwise(&german, piece));
            count += 1;
        }
    }
    assert!(count > 5000 && otherwise.is_empty(), "of {count}:\n{}", otherwise.join("\n"));
}
