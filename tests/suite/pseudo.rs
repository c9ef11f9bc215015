//! No word of any language comes from core, flyer, script or telephone: what is made in the pseudo-language has brackets around every word.

use hoerblatt::{
    core::{
        Break, Document, Form, Grammar, Language, Phrase, Scope, Speech, SpeechToken, Style, Value, Wording,
        compose::Composition,
        language::{Token, Vocabulary, pseudo::Pseudo},
        model::LanguageTag,
    },
    pdf::{FlyerOptions, Press},
    publish::flyers::fonts,
    ssml::{Channel, Dialect, RenderOptions, render, script},
    web::{PageOptions, TextOptions, page, text},
};
use hoerblatt_tests::{PUBLICATIONS, read};
use std::{borrow::Cow, fs, process::Command};

/// [`Pseudo`] with brackets that the fonts have, so that a flyer can be printed in it: `‹x›` for `⟦x⟧`.
#[derive(Debug, Clone, Copy)]
struct Guillemets;

fn printable(text: &str) -> String {
    text.replace('⟦', "‹").replace('⟧', "›")
}

fn printable_speech(speech: Speech) -> Speech {
    let token = |token| match token {
        SpeechToken::Words(words) => SpeechToken::Words(printable(&words)),
        other => other,
    };
    Speech(speech.0.into_iter().map(token).collect())
}

fn printable_form(form: Form) -> Form {
    Form { written: printable(&form.written), breaks: Vec::new(), spoken: printable_speech(form.spoken) }
}

impl Language for Guillemets {
    fn tag(&self) -> LanguageTag {
        Pseudo.tag()
    }
    fn read<'p>(&'p self, prose: &'p str) -> Box<dyn Iterator<Item = Token<'p>> + 'p> {
        static PSEUDO: Pseudo = Pseudo;
        Box::new(PSEUDO.read(prose).map(|token| Token {
            written: Cow::Owned(printable(&token.written)),
            spoken: printable_speech(token.spoken),
            ..token
        }))
    }
    fn write(&self, value: &Value, style: Style) -> String {
        printable(&Pseudo.write(value, style))
    }
    fn speak(&self, value: &Value, grammar: Grammar) -> Speech {
        printable_speech(Pseudo.speak(value, grammar))
    }
    fn wording(&self) -> Wording {
        let pseudo = Pseudo.wording();
        Wording::new(move |phrase: &Phrase| printable_form(pseudo.say(phrase.clone())))
    }
    fn hyphenate(&self, _: &str) -> Vec<Break> {
        Vec::new()
    }
    fn vocabulary(&self) -> &Vocabulary {
        static PSEUDO: Pseudo = Pseudo;
        PSEUDO.vocabulary()
    }
}

/// Every document of a publication: each district's and the whole.
fn documents(publication: &str) -> Vec<Document> {
    let publication = read(publication);
    let composition = Composition::new(&publication, &Guillemets, Some(publication.article.published));
    let scopes = publication.districts.iter().map(|district| Scope::District(district.id.clone()));
    let mut documents: Vec<_> = scopes.filter_map(|scope| composition.document(&scope)).collect();
    assert_eq!(documents.len(), publication.districts.len());
    documents.push(composition.whole());
    documents
}

/// Words with a letter that stand outside brackets.
fn naked_words(text: &str) -> Vec<&str> {
    let outside = text.split('‹').flat_map(|piece| {
        let (inside, after) = piece.split_once('›').unwrap_or(("", piece));
        assert!(inside.len() < 400, "a bracket does not close: {inside}");
        after.split(|c: char| !c.is_alphanumeric())
    });
    outside.filter(|word| word.chars().any(char::is_alphabetic)).collect()
}

#[test]
fn a_naked_word_is_found() {
    assert_eq!(naked_words("‹a› b, ‹c d›: e12 3"), ["b", "e12"]);
}

/// The text of an XML or HTML file without its tags, its looks and what it says to machines.
fn without_tags(xml: &str) -> String {
    let mut xml = xml.to_owned();
    for (open, close) in [("<style", "</style>"), ("<script", "</script>")] {
        while let Some((at, end)) = xml.find(open).zip(xml.find(close)) {
            xml.replace_range(at..end + close.len(), "");
        }
    }
    let xml = ["&lt;", "&gt;", "&amp;", "&quot;", "&nbsp;"].iter().fold(xml, |xml, sign| xml.replace(sign, " "));
    xml.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect::<Vec<_>>().join(" ")
}

#[test]
fn scripts_add_no_word() {
    for name in PUBLICATIONS {
        for document in documents(name) {
            for (channel, dialect) in Channel::ALL.into_iter().flat_map(|channel| Dialect::ALL.map(|d| (channel, d))) {
                for part in render(&script(&document, channel), dialect, &RenderOptions::default()) {
                    let text = without_tags(&part.text);
                    assert!(text.contains('‹'));
                    let naked = naked_words(&text);
                    assert!(naked.is_empty(), "{name}, {}, {}: {naked:?}", channel.name(), dialect.name());
                }
            }
        }
    }
}

#[test]
fn pages_and_plain_text_add_no_word() {
    for name in PUBLICATIONS {
        for document in documents(name) {
            for made in [page(&document, &PageOptions::default()), text(&document, &TextOptions::default())] {
                // Plain text prints the address of a link; it belongs to no language.
                let words = without_tags(&made);
                let made: Vec<_> = words.split_whitespace().filter(|word| !word.contains("://")).collect();
                let made = made.join(" ");
                assert!(made.contains('‹'));
                let naked = naked_words(&made);
                assert!(naked.is_empty(), "{name}: {naked:?}");
            }
        }
    }
}

#[test]
fn flyers_add_no_word() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    for name in PUBLICATIONS {
        let documents = documents(name);
        let press = Press::new(&documents, &fonts(), &FlyerOptions::default()).value.expect("a press");
        for document in &documents {
            let path = scratch.path().join("flyer.pdf");
            let pdf = press.flyer(document).value.expect("a flyer");
            fs::write(&path, pdf.bytes).expect("a file can be written");
            // The structure tree has no furniture, the raw text has the page numbers too.
            for (program, arguments) in [("pdfinfo", ["-struct-text"].as_slice()), ("pdftotext", &["-raw"])] {
                let mut judge = Command::new(program);
                judge.args(arguments).arg(&path).args((program == "pdftotext").then_some("-"));
                let Ok(output) = judge.output() else {
                    assert_ne!(
                        std::env::var("CI").as_deref(),
                        Ok("true"),
                        "{program} is missing (Debian: poppler-utils)"
                    );
                    println!("skipped: {program} is missing (Debian: poppler-utils)");
                    continue;
                };
                let text = String::from_utf8_lossy(&output.stdout).into_owned();
                let text = if program == "pdfinfo" { quoted(&text) } else { text };
                assert!(text.contains('‹'), "{program} reads nothing");
                let naked = naked_words(&text);
                assert!(naked.is_empty(), "{name}, {program}: {naked:?}");
            }
        }
    }
}

/// The pieces of text in what `pdfinfo -struct-text` prints, without the names of the elements.
fn quoted(dump: &str) -> String {
    let pieces = dump.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
    pieces.collect::<Vec<_>>().join(" ")
}
