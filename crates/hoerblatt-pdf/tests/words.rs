//! What stays together: a word in its element, a unit on its line.

mod support;

use hoerblatt_core::{Block, Form, Inline, Sentence};
use hoerblatt_pdf::{
    FlyerOptions, Layout, Paper, Press, dump,
    page::{Artifact, Ink, Mark},
};
use support::build::{document, section};

/// A paragraph on a sheet.
fn layout(inlines: Vec<Inline>, options: &FlyerOptions) -> Layout {
    let block = Block::Paragraph(vec![Sentence(inlines)]);
    let document = document("Probe", vec![section("a", "Probe", vec![block])]);
    let press = Press::new([&document], &support::fonts(), options).value.expect("a press");
    press.layout(&document).value.expect("a layout")
}

fn tags(inlines: Vec<Inline>) -> String {
    dump::tags(&layout(inlines, &FlyerOptions::default()))
}

/// The lines of a paragraph on a narrow sheet.
fn lines(text: &str) -> Vec<String> {
    let options = FlyerOptions { paper: Paper::A5, size_pt: 28.0, ..FlyerOptions::default() };
    let layout = layout(vec![words(text)], &options);
    let runs = layout.pages.iter().flat_map(|page| &page.placed).filter_map(|placed| match &placed.ink {
        Ink::Text(run) if run.size == 28.0 && placed.mark != Mark::Artifact(Artifact::Footer) => Some(run.text.clone()),
        _ => None,
    });
    runs.collect()
}

fn words(text: &str) -> Inline {
    Inline::Text(Form::plain(text))
}

fn short(text: &str, expansion: &str) -> Inline {
    Inline::Abbreviation { form: Form::plain(text), expansion: expansion.to_owned() }
}

/// Readers part words where an element ends, so a short form's element holds the whole word, and its expansion says the whole word.
#[test]
fn the_element_of_a_short_form_holds_the_whole_word() {
    let red_cross = |text| short(text, "Deutsches Rotes Kreuz");
    let cases = [
        (
            vec![words("Der "), red_cross("DRK"), words("-Kreisverband hilft.")],
            "Deutsches Rotes Kreuz-Kreisverband",
            "DRK-Kreisverband ",
        ),
        (
            vec![words("Der "), red_cross("DRK-"), words("Kreisverband hilft.")],
            "Deutsches Rotes Kreuz-Kreisverband",
            "DRK-Kreisverband ",
        ),
        (
            vec![words("Ein Nicht-"), red_cross("DRK"), words("ler.")],
            "Nicht-Deutsches Rotes Kreuzler.",
            "Nicht-DRKler.",
        ),
        (
            vec![red_cross("DRK"), words("-"), short("OV", "Ortsverein"), words("-Fest im Mai")],
            "Deutsches Rotes Kreuz-Ortsverein-Fest",
            "DRK-OV-Fest ",
        ),
        (vec![words("Das ("), red_cross("DRK"), words(") hilft.")], "Deutsches Rotes Kreuz", "DRK"),
        (vec![words("Das "), red_cross("DRK"), words(", die AWO")], "Deutsches Rotes Kreuz", "DRK"),
    ];
    for (inlines, expansion, text) in cases {
        let tags = tags(inlines);
        let wanted = format!("Span stands for {expansion:?}\n");
        let (_, after) = tags.split_once(&wanted).unwrap_or_else(|| panic!("no {wanted} in {tags}"));
        assert_eq!(after.lines().next().map(str::trim), Some(format!("“{text}”").as_str()), "{tags}");
        assert_eq!(tags.matches("stands for").count(), 1, "{tags}");
    }
}

/// An address goes on in the next line after a slash or a dot, with no sign that is not part of it.
#[test]
fn an_address_is_parted_without_a_hyphen() {
    for address in
        ["https://www.musterstadt.example/seniorenbuero/altstadt", "altstadt@seniorenbuero.musterstadt.example"]
    {
        let lines = lines(&format!("Im Netz: {address}"));
        let parts: Vec<&str> = lines.iter().filter_map(|line| line.trim().split(' ').next_back()).collect();
        assert!(parts.concat().contains(address), "{lines:?}");
        let inside = parts.iter().filter(|part| address.contains(**part) && !address.ends_with(**part));
        assert!(inside.clone().count() > 0 && inside.clone().all(|part| part.ends_with(['/', '.', '@'])), "{lines:?}");
    }
    // It stays whole where a line can hold it.
    assert!(lines("Mehr im Internet: www.stadt.example/a").iter().any(|line| line.trim() == "www.stadt.example/a"));
}

#[test]
fn no_line_ends_beside_a_gender_sign() {
    for word in [
        "Hafenarbeiter*innenversammlung",
        "Bürgermeister:innenversammlung",
        "Sozialarbeiter_innenversammlung",
        "Nachbar/innenversammlungen",
    ] {
        let lines = lines(&format!("Einladung für {word}"));
        assert!(lines.iter().any(|line| line.contains(['*', ':', '_', '/'])), "{lines:?}");
        for line in &lines {
            let line = line.trim();
            assert!(!line.ends_with(['*', ':', '_', '/']) && !line.starts_with(['*', ':', '_', '/']), "{lines:?}");
        }
    }
}
