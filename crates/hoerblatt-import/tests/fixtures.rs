//! Every fixture: a page of office text with the facts that a person finds in it, and the proof that no word of it is lost.
//!
//! The workbooks were written by openpyxl 3.1, xlwt 1.3 and odfpy 1.4: a title above the head row, date and time cells, merged cells, dates
//! as typed text, a formula whose value the program did not keep (its row is reported), a hidden row, two sheets.

use hoerblatt_core::{Argument, Diagnostic, Language, Sources, language::Vocabulary};
use hoerblatt_import::{ImportOptions, Imported, Input, import};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

#[path = "support/mod.rs"]
mod support;

struct Fixture {
    name: String,
    file: String,
    bytes: Vec<u8>,
    expected: serde_json::Value,
}

#[expect(clippy::disallowed_methods, reason = "a test reads its own files")]
fn fixtures() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(&folder).expect("the fixtures").map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    let read = |folder: &PathBuf| {
        let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let input =
            files.into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == "input")).expect("an input");
        let expected = std::fs::read(folder.join("expected.json")).expect("expected.json");
        Fixture {
            name: folder.file_name().expect("a name").to_string_lossy().into_owned(),
            file: input.file_name().expect("a name").to_string_lossy().into_owned(),
            bytes: std::fs::read(&input).expect("an input"),
            expected: serde_json::from_slice(&expected).expect("expected.json is JSON"),
        }
    };
    folders.iter().map(read).collect()
}

fn run(fixture: &Fixture) -> (Imported, Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let input = Input { name: &fixture.file, bytes: &fixture.bytes };
    let checked = import(&mut sources, &[input], &support::language(), &ImportOptions::default());
    (
        checked.value.unwrap_or_else(|| panic!("{}: nothing was found: {:?}", fixture.name, checked.diagnostics)),
        sources,
        checked.diagnostics,
    )
}

#[test]
fn every_fixture_gives_what_a_person_finds_in_it() {
    let fixtures = fixtures();
    let mut missed = Vec::new();
    for fixture in &fixtures {
        let (imported, ..) = run(fixture);
        let found = serde_json::to_value(imported.summary()).expect("a summary is JSON");
        for (key, expected) in fixture.expected.as_object().expect("an object") {
            if &found[key] != expected {
                missed.push(format!("{} {key}:\n  found    {}\n  expected {expected}", fixture.name, found[key]));
            }
        }
    }
    assert!(fixtures.len() >= 100, "only {} fixtures", fixtures.len());
    assert!(missed.is_empty(), "{} of {} differ:\n{}", missed.len(), fixtures.len(), missed.join("\n"));
}

#[test]
fn no_word_of_any_fixture_is_lost() {
    let language = support::language();
    let mut lost = Vec::new();
    for fixture in fixtures() {
        let (imported, sources, diagnostics) = run(&fixture);
        let files = imported.to_files(&sources, &BTreeMap::new()).value.expect("files");
        let mut told: BTreeSet<String> = BTreeSet::new();
        for (_, text) in files.iter().filter(|(name, _)| name.ends_with(".toml")) {
            // Comments do not count: they would hide a loss.
            told.extend(
                text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| words(&line.replace("\\n", " "))),
            );
        }
        for argument in diagnostics.iter().flat_map(|finding| &finding.arguments) {
            if let Argument::Text(text) = &argument.1 {
                told.extend(words(text));
            }
        }
        for file in sources.files() {
            for line in sources.file_text(file).lines() {
                lost.extend(
                    lost_words(line, &fixture.file, &told, &language)
                        .into_iter()
                        .map(|word| format!("{}: {word}", fixture.name)),
                );
            }
        }
    }
    assert!(lost.is_empty(), "{} words are lost:\n{}", lost.len(), lost.join("\n"));
}

/// Words of a line that are neither told nor part of a date, a time, a label or markup.
fn lost_words(line: &str, file: &str, told: &BTreeSet<String>, language: &dyn Language) -> Vec<String> {
    // An item's number is a bullet.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=2).contains(&digits)
        && line[digits..].starts_with(". ")
        && language.spot(line).first().is_none_or(|spot| spot.range.start > 0);
    let line = if numbered { &line[digits..] } else { line };
    let line = &if file.ends_with(".html") { without_tags(line) } else { line.to_owned() };
    // A picture of Markdown: its file's name is no text.
    let line = if line.starts_with("![") { line.split("](").next().unwrap_or("") } else { line };
    let mut rest = line.to_owned();
    for spot in language.spot(line).into_iter().rev() {
        rest.replace_range(spot.range, " ");
    }
    let markup = file.ends_with(".html") || file.ends_with(".ics");
    let vocabulary = language.vocabulary();
    words(&rest)
        .into_iter()
        .filter(|word| !told.contains(word) && !is_label(word, vocabulary) && !(markup && is_markup(word)))
        .filter(|word| !(markup && told.iter().any(|known| known.contains(word.as_str()))))
        .collect()
}

/// A line of a web page without its tags; what a picture shows stays.
fn without_tags(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, more)) = rest.split_once('<') {
        let (tag, after) = more.split_once('>').unwrap_or((more, ""));
        let alt = tag.split_once("alt=\"").and_then(|(_, value)| value.split_once('"')).map_or("", |(value, _)| value);
        text.extend([before, " ", alt, " "]);
        rest = after;
    }
    text + rest
}

fn is_label(word: &str, vocabulary: &Vocabulary) -> bool {
    let names =
        vocabulary.fields.iter().map(|(name, _)| *name).chain(vocabulary.article_labels.iter().map(|(name, _)| *name));
    let small = [
        &vocabulary.place_prepositions,
        &vocabulary.joints,
        &vocabulary.articles,
        &vocabulary.each,
        &vocabulary.news_date,
        &vocabulary.picture_credit,
    ];
    names.flat_map(str::split_whitespace).any(|name| name == word)
        || small.into_iter().flatten().flat_map(|phrase| phrase.split_whitespace()).any(|small| small == word)
}

/// Names of tags, attributes, calendar properties, and what stands in scripts and styles.
fn is_markup(word: &str) -> bool {
    const MARKUP: &str = "doctype meta charset utf header article gt html lang de head title style color red script var skript body nav ul li a href n main p class dachzeile h1 h2 datum figure img src jpg alt figcaption \
        div id content br table tr th td aside footer begin end vcalendar vevent version dtstart dtend tzid w europe standard time value date summary location rrule freq weekly count exdate x 0 00 \
        amp luft ballon abgesagt 2 1 3";
    MARKUP.split_whitespace().any(|known| known == word)
        || word.chars().all(|c| c.is_ascii_digit() || c == 't' || c == 'z')
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
