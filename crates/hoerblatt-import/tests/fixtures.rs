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
            for line in human_text(sources.file_text(file), &fixture.file).lines() {
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

/// What of a file a person reads: a page without its scripts, a calendar without its machine's properties.
fn human_text(text: &str, file: &str) -> String {
    if file.ends_with(".html") {
        let blocks = [("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->")];
        let text = blocks.into_iter().fold(text.to_owned(), |text, (open, close)| without_blocks(&text, open, close));
        let entities = [
            ("auml", "ä"),
            ("ouml", "ö"),
            ("uuml", "ü"),
            ("Auml", "Ä"),
            ("Ouml", "Ö"),
            ("Uuml", "Ü"),
            ("szlig", "ß"),
            ("nbsp", " "),
            ("raquo", "»"),
            ("rsaquo", "›"),
            ("copy", "©"),
            ("ndash", "–"),
            ("quot", "\""),
            ("bdquo", "„"),
            ("ldquo", "“"),
        ];
        return entities.into_iter().fold(text, |text, (name, sign)| text.replace(&format!("&{name};"), sign));
    }
    if file.ends_with(".ics") {
        let unfolded = text.replace("\r\n", "\n").replace("\n ", "");
        let told = ["SUMMARY", "LOCATION", "DESCRIPTION", "CATEGORIES", "X-WR-CALNAME", "X-WR-CALDESC"];
        let value = |line: &str| {
            let (name, value) = line.split_once(':')?;
            told.contains(&name.split(';').next().unwrap_or("")).then(|| value.replace("\\n", " "))
        };
        return unfolded.lines().filter_map(value).collect::<Vec<_>>().join("\n");
    }
    text.replace("mailto:", "")
}

fn without_blocks(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(open) {
        kept.push_str(before);
        rest = inside.split_once(close).map_or("", |(_, after)| after);
    }
    kept + rest
}

/// Words of a line that are neither told nor part of a date, a time, a label or markup.
fn lost_words(line: &str, file: &str, told: &BTreeSet<String>, language: &dyn Language) -> Vec<String> {
    let line = behind_number(line, language);
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

/// A line behind its item's number, or behind the bare days that count below a month: "2. ", "Sa 14. bis So 15.".
fn behind_number<'l>(line: &'l str, language: &dyn Language) -> &'l str {
    let is_number = |word: &str| (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_weekday = |word: &str| {
        let dated = language.spot(&format!("{word} 1.1."));
        word.chars().all(char::is_alphabetic) && dated.first().is_some_and(|spot| spot.range.start == 0)
    };
    let mut rest = line;
    loop {
        let trimmed = rest.trim_start_matches([' ', '.', ',', '–', '-', ')']);
        let word = trimmed.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        // A whole date is left to the language.
        let dated =
            language.spot(trimmed).first().is_some_and(|spot| spot.range.start == 0 && spot.range.end > word.len() + 1);
        if word.is_empty() || dated || !(is_number(word) || is_weekday(word)) {
            return rest;
        }
        rest = &trimmed[word.len()..];
    }
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
        &vocabulary.recurring,
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
        amp mailto luft ballon abgesagt 2 1 3";
    MARKUP.split_whitespace().any(|known| known == word)
        || word.chars().all(|c| c.is_ascii_digit() || c == 't' || c == 'z')
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
