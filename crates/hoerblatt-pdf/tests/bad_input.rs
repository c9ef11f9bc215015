//! What offices send by mistake: a finding or a right sheet, never a panic, never ink outside the page.

mod support;

use hoerblatt_core::{Block, Checked, Document, Figure, Form, Language, language::pseudo::Pseudo};
use hoerblatt_pdf::{FlyerOptions, Fonts, Paper, Pdf, Press, Theme, flyer, page::Ink, verify};
use std::{collections::BTreeMap, path::PathBuf};
use support::build::{document, section, text};

fn print(document: &Document, options: &FlyerOptions) -> Checked<Pdf> {
    flyer(document, &support::fonts(), options)
}

/// A sheet that keeps all its rules, and the ids of the findings.
fn sound(document: &Document, options: &FlyerOptions) -> Vec<&'static str> {
    let printed = print(document, options);
    let pdf = printed.value.expect("a sheet");
    let sheet = options.sheet(&mut Vec::new()).expect("a sheet");
    let broken = verify(&pdf.bytes, document, &sheet);
    assert!(broken.is_empty(), "{broken:#?}");
    printed.diagnostics.iter().map(|d| d.rule).collect()
}

#[test]
fn a_word_of_300_letters_is_divided_and_reported() {
    let word = "x".repeat(300);
    for paper in [Paper::A4, Paper::A5] {
        let options = FlyerOptions { paper, ..FlyerOptions::default() };
        let document = document(&word, vec![section("a", &word, vec![Block::Paragraph(text(&word))])]);
        let printed = print(&document, &options);
        assert!(printed.diagnostics.iter().any(|d| d.rule == "word-wider-than-column"));
        let layout = hoerblatt_pdf::Press::new([&document], &support::fonts(), &options)
            .value
            .and_then(|press| press.layout(&document).value)
            .expect("a layout");
        for placed in layout.pages.iter().flat_map(|page| &page.placed) {
            if let Ink::Text(run) = &placed.ink {
                assert!(
                    placed.x >= 0.0 && placed.x + run.width <= layout.sheet.width,
                    "ink outside the page: {}",
                    run.text
                );
            }
        }
    }
}

#[test]
fn a_title_of_500_characters_fills_lines() {
    let title = "Ein sehr langer Titel ".repeat(23);
    let found = sound(
        &document(&title, vec![section("a", &title, vec![Block::Paragraph(text(&title))])]),
        &FlyerOptions::default(),
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn an_empty_document_is_a_sheet() {
    assert!(sound(&document("Nichts", Vec::new()), &FlyerOptions::default()).is_empty());
}

#[test]
fn two_thousand_sections_flow_over_pages() {
    let all = (0..2000)
        .map(|n| section(&format!("s{n}"), &format!("Termin {n}"), vec![Block::Paragraph(text("Kommen Sie."))]));
    let printed = print(&document("Viele", all.collect()), &FlyerOptions::default());
    assert!(printed.value.expect("a sheet").pages > 200);
}

#[test]
fn an_emoji_is_named_and_still_means_itself() {
    let document =
        document("Tanz", vec![section("a", "Musik", vec![Block::Paragraph(text("Mit Musik 🎉 und Tanz."))])]);
    assert_eq!(sound(&document, &FlyerOptions::default()), ["glyph-missing"]);
}

#[test]
fn control_and_invisible_signs_do_no_harm() {
    let words = "a\u{7}b \u{200b}c \u{202e}d\u{202c} e\u{301} \u{fe0f} ا\u{64e}ل";
    let printed = print(
        &document(words, vec![section("a", words, vec![Block::Paragraph(text(words))])]),
        &FlyerOptions::default(),
    );
    assert!(printed.value.is_some());
}

#[test]
fn right_to_left_names_keep_their_letters() {
    let line = "Treffpunkt مركز اللقاء للجميع in der Stadt, Олена Шевченко, Ελένη, Çiğdem, Łukasz.";
    assert!(
        sound(&document(line, vec![section("a", line, vec![Block::Paragraph(text(line))])]), &FlyerOptions::default())
            .is_empty()
    );
}

fn with_picture(bytes: Option<Vec<u8>>) -> Vec<&'static str> {
    let file = PathBuf::from("bild.jpg");
    let figure = Figure {
        file: Some(file.clone()),
        alt: Form::plain("Ein Platz"),
        caption: Some(Form::plain("Der Platz im Mai")),
        credit: None,
        span: None,
    };
    let options = FlyerOptions {
        pictures: bytes.map(|bytes| (file, bytes)).into_iter().collect::<BTreeMap<_, _>>(),
        ..FlyerOptions::default()
    };
    sound(&document("Bild", vec![section("a", "Bild", vec![Block::Figure(figure)])]), &options)
}

/// A JPEG's frame header for so many pixels, without any picture after it.
fn jpeg_header(width: u16, height: u16, end: bool) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xc0, 0, 17, 8];
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend([3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
    if end {
        bytes.extend([0xff, 0xd9]);
    }
    bytes
}

#[test]
fn pictures_that_cannot_be_printed_are_reported_and_their_captions_stand() {
    assert_eq!(with_picture(None), ["picture-unusable"]);
    assert_eq!(with_picture(Some(b"GIF89a".to_vec())), ["picture-unusable"]);
    assert_eq!(with_picture(Some(Vec::new())), ["picture-unusable"]);
    assert_eq!(with_picture(Some(vec![0xff, 0xd8, 0xff, 0xe0, 0xff])), ["picture-unusable"]);
    assert_eq!(with_picture(Some(jpeg_header(100, 100, false))), ["picture-unusable"]);
    assert_eq!(with_picture(Some(jpeg_header(10_000, 10_000, true))), ["picture-unusable"]);
    assert_eq!(with_picture(Some(b"\x89PNG\r\n\x1a\n".to_vec())), ["picture-unusable"]);
    assert!(with_picture(Some(jpeg_header(100, 100, true))).is_empty());
}

/// A JPEG of 400 × 200 pixels whose Exif data say how the camera was held.
fn held(orientation: u8) -> Vec<u8> {
    let tiff =
        [b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[orientation], b"\0\0\0\0\0\0"].concat();
    let length = u16::try_from(2 + 6 + tiff.len()).expect("short").to_be_bytes();
    [b"\xff\xd8\xff\xe1".as_slice(), &length, b"Exif\0\0", &tiff, &jpeg_header(400, 200, true)[2..]].concat()
}

#[test]
fn a_picture_stands_as_the_camera_was_held() {
    for (orientation, width, height) in [(1, 400.0, 200.0), (3, 400.0, 200.0), (6, 200.0, 400.0), (8, 200.0, 400.0)] {
        let file = PathBuf::from("bild.jpg");
        let options = FlyerOptions {
            pictures: [(file.clone(), held(orientation))].into_iter().collect(),
            ..FlyerOptions::default()
        };
        let figure =
            Figure { file: Some(file), alt: Form::plain("Ein Platz"), caption: None, credit: None, span: None };
        let document = document("Bild", vec![section("a", "Bild", vec![Block::Figure(figure)])]);
        let press = Press::new([&document], &support::fonts(), &options).value.expect("a press");
        let layout = press.layout(&document).value.expect("a layout");
        let size = layout.pages.iter().flat_map(|page| &page.placed).find_map(|placed| match placed.ink {
            Ink::Picture { width, height, .. } => Some((width, height)),
            _ => None,
        });
        let (found_width, found_height) = size.expect("the picture");
        // Tall pictures are made smaller to fit the page; the proportions show the turn.
        assert!((found_width / found_height - width / height).abs() < 0.01, "orientation {orientation}");
        assert!(sound(&document, &options).is_empty());
    }
}

#[test]
fn colours_sizes_and_fonts_that_cannot_be_met_are_refused_with_a_finding() {
    let document = document("Probe", Vec::new());
    let refused = |options: FlyerOptions| {
        let printed = print(&document, &options);
        assert!(printed.value.is_none());
        printed.diagnostics.iter().map(|d| d.rule).collect::<Vec<_>>()
    };
    let city = |colour: Option<&str>| FlyerOptions {
        theme: Theme::City,
        colour: colour.map(str::to_owned),
        ..FlyerOptions::default()
    };
    assert_eq!(refused(city(Some("#f28c00"))), ["contrast-too-low"]);
    assert_eq!(refused(city(Some("blau"))), ["colour-unsound"]);
    assert_eq!(refused(city(Some("#ééé"))), ["colour-unsound"]);
    assert_eq!(refused(city(None)), ["colour-missing"]);
    assert_eq!(refused(FlyerOptions { size_pt: 12.0, ..FlyerOptions::default() }), ["size-unsound"]);
    assert_eq!(refused(FlyerOptions { size_pt: f32::NAN, ..FlyerOptions::default() }), ["size-unsound"]);
    assert!(flyer(&document, &Fonts::default(), &FlyerOptions::default()).value.is_none());
}

#[test]
fn too_much_text_says_by_how_many_lines() {
    let all = (0..40).map(|n| section(&format!("s{n}"), "Termin", vec![Block::Paragraph(text("Kommen Sie."))]));
    let options = FlyerOptions { max_pages: Some(2), ..FlyerOptions::default() };
    let printed = print(&document("Viele", all.collect()), &options);
    assert!(printed.value.is_none());
    let finding = printed.diagnostics.iter().find(|d| d.rule == "too-many-pages").expect("a finding");
    assert!(matches!(finding.argument("lines"), Some(hoerblatt_core::Argument::Number(lines)) if *lines > 10));
}

#[test]
fn the_pseudo_language_prints_too() {
    let wording = Pseudo.wording();
    let document = Document { wording, ..document("⟦x⟧", Vec::new()) };
    assert!(print(&document, &FlyerOptions::default()).value.is_some());
}
