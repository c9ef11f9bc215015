//! What each dialect writes: goldens, an outside judge, and text that must stay text.

mod common;

use common::{NASTY, document, sentence};
use hoerblatt_core::{Block, Document, Pace, Role, Section, SectionId};
use hoerblatt_ssml::{Channel, Dialect, RenderOptions, render, script};
use proptest::prelude::*;
use std::{path::PathBuf, process::Command, sync::Arc};

fn texts(document: &Document, channel: Channel, dialect: Dialect) -> Vec<String> {
    render(&script(document, channel), dialect, &RenderOptions::default()).into_iter().map(|part| part.text).collect()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a golden is a file")]
fn every_dialect_matches_its_golden() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for channel in Channel::ALL {
        for dialect in Dialect::ALL {
            let path = folder.join(format!("{}.{}.{}", channel.name(), dialect.name(), dialect.extension()));
            let written = texts(&document(), channel, dialect).join("\n");
            if std::env::var("UPDATE").is_ok() {
                std::fs::create_dir_all(&folder).expect("a folder for goldens");
                std::fs::write(&path, &written).expect("a golden is written");
            }
            let golden = std::fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(written, golden, "{} differs; UPDATE=1 cargo test accepts it", path.display());
        }
    }
}

/// Runs `xmllint`, required where CI=true and skipped with a line elsewhere.
#[expect(clippy::disallowed_methods, reason = "xmllint is an outside judge")]
fn xmllint(arguments: &[&str], text: &str) -> Option<Result<(), String>> {
    use std::io::Write;
    let mut command = Command::new("xmllint");
    command.args(["--nonet", "--noout"]).args(arguments).arg("-");
    command.env("XML_CATALOG_FILES", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schema/catalog.xml"));
    command.stdin(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "xmllint is missing (Debian: libxml2-utils)");
        eprintln!("skipped: xmllint is missing (Debian: libxml2-utils)");
        return None;
    };
    let written = child.stdin.take().expect("a pipe").write_all(text.as_bytes());
    let output = child.wait_with_output().expect("xmllint ends");
    written.expect("xmllint reads");
    Some(if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) })
}

#[test]
fn every_dialect_is_well_formed() {
    for channel in Channel::ALL {
        for dialect in Dialect::ALL.into_iter().filter(|dialect| *dialect != Dialect::Plain) {
            for text in texts(&document(), channel, dialect) {
                if let Some(Err(message)) = xmllint(&[], &text) {
                    panic!("{}: {message}\n{text}", dialect.name());
                }
            }
        }
    }
}

#[test]
fn ssml_1_0_is_valid() {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schema/synthesis-1.0.xsd");
    for pace in Pace::ALL {
        let options = RenderOptions { pace, voice: Some("Katja & Co".into()) };
        let parts = render(&script(&document(), Channel::ScreenReader), Dialect::W3cOne0, &options);
        if let Some(Err(message)) = xmllint(&["--schema", schema], &parts[0].text) {
            panic!("{message}\n{}", parts[0].text);
        }
    }
    // The judge itself: it must refuse an element of SSML 1.1.
    let newer =
        texts(&document(), Channel::ScreenReader, Dialect::W3c).concat().replace("version=\"1.1\"", "version=\"1.0\"");
    assert!(!matches!(xmllint(&["--schema", schema], &newer), Some(Ok(()))), "the schema accepts <lang>");
}

/// A document whose article is as long as asked, of ordinary or of endless sentences.
fn long(paragraphs: usize, words: usize, word: &str) -> Document {
    let text = vec![word; words].join(" ");
    let block = Block::Paragraph(vec![sentence(&format!("{text}.")), sentence("Ein kurzer Satz äöü.")]);
    let section = Section {
        id: SectionId("article".into()),
        role: Role::Article,
        heading: document().headline,
        blocks: vec![block; paragraphs],
        sections: vec![],
        span: None,
    };
    Document { sections: vec![Arc::new(section)], ..document() }
}

/// The words of a part without its markup.
fn words_of(xml: &str) -> String {
    let mut inside = false;
    let mut text = String::new();
    for c in xml.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
        if c == '>' {
            text.push(' ');
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn long_scripts_are_split_within_every_limit_and_lose_no_word() {
    for document in [long(60, 40, "Größe"), long(2, 3_000, "Überbürgermeister"), long(1, 1, &"ü".repeat(7_000))] {
        let whole = script(&document, Channel::ScreenReader);
        for dialect in [Dialect::Azure, Dialect::Google, Dialect::Polly] {
            let parts = render(&whole, dialect, &RenderOptions::default());
            assert!(parts.len() > 1 || dialect == Dialect::Azure, "{} did not split", dialect.name());
            for part in &parts {
                let billed = words_of(&part.text).chars().count();
                let fits = match dialect {
                    Dialect::Google => part.text.len() <= 5_000,
                    Dialect::Polly => part.text.chars().count() <= 6_000 && billed <= 3_000,
                    _ => true,
                };
                assert!(fits, "{} part {} is too long", dialect.name(), part.number);
                assert_eq!(part.text.contains("⟦Part⟧"), parts.len() > 1, "each part of several says its number");
            }
            let said: String = parts
                .iter()
                .map(|part| part.text.matches('ö').count() + part.text.matches('ü').count())
                .sum::<usize>()
                .to_string();
            let expected = render(&whole, Dialect::W3c, &RenderOptions::default())[0].text.clone();
            assert_eq!(
                said,
                (expected.matches('ö').count() + expected.matches('ü').count()).to_string(),
                "{}",
                dialect.name()
            );
        }
    }
}

#[test]
fn ten_minutes_are_the_most_azure_gets() {
    let whole = script(&long(60, 40, "Größe"), Channel::ScreenReader);
    let parts = render(&whole, Dialect::Azure, &RenderOptions::default());
    let pieces = whole.pieces.iter().flat_map(|piece| &piece.sentences);
    let minutes: f64 =
        pieces.map(|sentence| hoerblatt_ssml::prosody::seconds(sentence, Pace::Normal)).sum::<f64>() / 60.0;
    assert!(parts.len() as f64 >= minutes / 10.0, "{} parts for {minutes} minutes", parts.len());
    assert!(parts.len() > 1);
}

#[test]
fn text_from_the_data_stays_text() {
    for dialect in [Dialect::W3c, Dialect::Azure, Dialect::Google, Dialect::Polly, Dialect::Espeak] {
        let text = texts(&document(), Channel::Phone, dialect).concat();
        assert_eq!(text.matches("</speak>").count(), 1, "{text}");
        assert!(text.contains("${SHELL(reboot)}, ; ) &quot; &amp; &lt; &gt; &apos; ]]&gt; &lt;!-- --&gt;"), "{text}");
        assert!(!text.contains(['\u{0}', '\u{b}', '\u{fffe}']));
    }
    let plain = texts(&document(), Channel::Phone, Dialect::Plain).concat();
    assert!(!plain.chars().any(|c| c.is_control() && c != '\n'));
    assert!(NASTY.contains('\u{0}'));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for dialect in Dialect::ALL {
        assert_eq!(texts(&document(), Channel::Phone, dialect), texts(&document(), Channel::Phone, dialect));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Balanced tags and no raw `&` whatever the text: a reader of XML never sees more elements than we wrote.
    #[test]
    fn any_text_is_harmless(text in any::<String>()) {
        let mut odd = document();
        odd.headline = vec![hoerblatt_core::Inline::Text(hoerblatt_core::Form::plain(text))];
        let calm = document();
        for dialect in Dialect::ALL.into_iter().filter(|d| *d != Dialect::Plain) {
            let odd = texts(&odd, Channel::Phone, dialect).concat();
            let calm = texts(&calm, Channel::Phone, dialect).concat();
            // A headline without a letter is not said at all; otherwise the elements are the same.
            let (odd, calm) = (odd.matches('<').count(), calm.matches('<').count());
            prop_assert!(odd <= calm, "{} elements against {}", odd, calm);
        }
    }
}
