//! What offices send by mistake: never a panic, a clear finding, and a bound on time.

use hoerblatt_core::{Diagnostic, Sources};
use hoerblatt_import::{ImportOptions, Imported, Input, import};
use std::io::{Cursor, Write};

#[path = "support/mod.rs"]
mod support;

fn run(name: &str, bytes: &[u8]) -> (Option<Imported>, Vec<Diagnostic>) {
    let checked =
        import(&mut Sources::default(), &[Input { name, bytes }], &support::language(), &ImportOptions::default());
    if let Some(imported) = &checked.value {
        // Whatever was read can be written.
        let _ = imported.summary().to_json();
    }
    (checked.value, checked.diagnostics)
}

fn refused(name: &str, bytes: &[u8], rule: &str) {
    let (value, findings) = run(name, bytes);
    assert!(value.is_none(), "{name}: something was found");
    assert!(findings.iter().any(|finding| finding.rule == rule), "{name}: {findings:?}");
}

#[test]
fn files_that_cannot_be_used_are_named() {
    refused("leer.txt", b"", "import-empty");
    refused("leerzeichen.txt", "  \n\t\u{feff}\n".as_bytes(), "import-empty");
    refused("bild.txt", b"\x89PNG\r\n\x1a\n0000", "import-unreadable");
    refused("programm.txt", b"%PDF-1.7 \xe2\xe3", "import-unreadable");
    let noise: Vec<u8> = (0..5000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 % 32).collect();
    refused("rauschen.txt", &noise, "import-unreadable");
    refused("kaputt.docx", b"PK\x03\x04 word/document.xml and no directory", "import-broken");
    refused("kaputt.xlsx", b"PK\x03\x04 xl/workbook.xml", "import-broken");
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    refused("geheim.docx", &locked, "import-encrypted");
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let inputs = [
        Input { name: "bild.png", bytes: b"\x89PNG\r\n" },
        Input {
            name: "presse.txt",
            bytes: "Fest im Park\n\nNachricht vom 05.05.2022\n\n- 11. Mai Hörde: Markt\n- 12. Mai Eving: Tanzcafé\n"
                .as_bytes(),
        },
    ];
    let checked = import(&mut Sources::default(), &inputs, &support::language(), &ImportOptions::default());
    assert_eq!(checked.value.expect("the press text").events.len(), 2);
    assert!(checked.diagnostics.iter().any(|finding| finding.rule == "import-unreadable"));
}

fn zip(entries: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("a zip").into_inner()
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_unpacked() {
    let bomb = zip(&[("xl/workbook.xml", vec![b' '; 60 << 20])]);
    assert!(bomb.len() < 200_000);
    refused("bombe.xlsx", &bomb, "import-too-large");
}

#[test]
fn a_word_file_is_read_with_localised_styles_lists_and_tables() {
    let styles = r#"<w:styles><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
    let paragraph =
        |style: &str, text: &str| format!(r#"<w:p><w:pPr>{style}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#);
    let body = [
        paragraph("", "Jubiläum"),
        paragraph(r#"<w:pStyle w:val="berschrift1"/>"#, "Seniorenbüros feiern &amp; laden ein"),
        paragraph("", "Nachricht vom 05.05.2022"),
        paragraph("", "In diesem Jahr feiern die Büros ihren Geburtstag nach, den sie nicht feiern konnten."),
        paragraph(r#"<w:numPr><w:ilvl w:val="0"/></w:numPr>"#, "11. Mai Aplerbeck: Luftballons"),
        paragraph(r#"<w:numPr><w:ilvl w:val="0"/></w:numPr>"#, "12. Mai Hörde: Markt der Möglichkeiten"),
    ];
    let document = format!("<w:document><w:body>{}</w:body></w:document>", body.concat());
    let (value, _) =
        run("presse.docx", &zip(&[("word/styles.xml", styles.into()), ("word/document.xml", document.into_bytes())]));
    let summary = value.expect("an article").summary();
    assert_eq!(summary.headline.as_deref(), Some("Seniorenbüros feiern & laden ein"));
    assert_eq!(summary.kicker.as_deref(), Some("Jubiläum"));
    let titles: Vec<_> = summary.events.iter().map(|event| (event.date.as_str(), event.title.as_str())).collect();
    assert_eq!(titles, [("2022-05-11", "Luftballons"), ("2022-05-12", "Markt der Möglichkeiten")]);
}

#[test]
fn huge_and_deep_texts_end_in_seconds() {
    let word = "Seniorenbüro feiert 11. Mai mit 15 Uhr ";
    let (value, _) = run("zeile.txt", word.repeat((5 << 20) / word.len()).as_bytes());
    assert!(value.is_some(), "5 MB in one line are body text");
    let deep = format!("<html><body>{}11. Mai Hörde: Markt", "<div>".repeat(100_000));
    let _ = run("tief.html", deep.as_bytes());
    let nested: String = (0..400).map(|depth| format!("{}- Punkt {depth}\n", " ".repeat(depth))).collect();
    let _ = run("tief.txt", nested.as_bytes());
    let _ = run("klammern.md", format!("# a\n\n{}", "[".repeat(50_000)).as_bytes());
    // One paragraph of wrapped lines, and one of entries between semicolons: what grows with the square of either would not end.
    let wrapped = "Das ist ein langer Satz ohne Ende und ohne Semikolon mit vielen Worten, die weiter\n";
    let _ = run("umbruch.txt", wrapped.repeat((2 << 20) / wrapped.len()).as_bytes());
    let listed = "14. Mai, 18 Uhr: Vogelstimmen (Garten); ";
    let _ = run("semikolon.txt", format!("Termine: {}", listed.repeat((1 << 20) / listed.len())).as_bytes());
    let _ = run("komma.csv", "a;b;c\n".repeat(100_000).as_bytes());
}

#[test]
fn ragged_lists_broken_calendars_and_odd_bytes_give_what_they_hold() {
    let (list, findings) = run(
        "liste.csv",
        b"Datum;Titel;Ort\n11.05.2022;Fest\n12.05.2022;Tanz;Saal;zu viel;mehr\n;;\nkein Datum;Chor;Kirche\n",
    );
    assert_eq!(list.expect("a list").events.len(), 2);
    assert!(findings.iter().any(|finding| finding.rule == "import-ragged"));
    let calendar =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Ohne Tag\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20220511\nSUMMARY:Fest\n";
    let (calendar, findings) = run("kaputt.ics", calendar.as_bytes());
    assert_eq!(calendar.expect("a calendar").events.len(), 1);
    assert!(findings.iter().any(|finding| finding.rule == "import-calendar"));
    let text = "Fest\n\nNachricht vom 05.05.2022\n\n- 11. Mai Hörde: Markt\n- 12. Mai Eving: Tanzcafé\n";
    let latin: Vec<u8> = text.chars().map(|sign| u32::from(sign) as u8).collect();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut cut = text.as_bytes().to_vec();
    cut.extend(b"\xc3");
    let nul = text.replace("Fest", "Fe\0st").into_bytes();
    for (name, bytes) in [("latin.txt", latin), ("utf16.txt", wide), ("abgeschnitten.txt", cut), ("nul.txt", nul)] {
        let (value, _) = run(name, &bytes);
        let summary = value.expect(name).summary();
        assert_eq!(summary.events.len(), 2, "{name}");
        assert_eq!(summary.events[0].place.as_deref(), Some("Hörde"), "{name}");
        assert_eq!(summary.headline.as_deref(), Some("Fest"), "{name}");
    }
}

#[test]
fn impossible_days_and_entries_without_title_are_reported() {
    let text = "Fest\n\nNachricht vom 05.05.2022\n\nTermine\n\n- 31. Februar Hörde: Markt\n- 12. Mai 0000 Eving: Tanzcafé\n- 13. Mai Hörde\n- 14. Mai Brackel: Chor\n";
    let (value, findings) = run("presse.txt", text.as_bytes());
    let summary = value.expect("an article").summary();
    let dates: Vec<_> = summary.events.iter().map(|event| event.date.as_str()).collect();
    assert_eq!(dates, ["2022-05-12", "2022-05-14"]);
    for rule in ["import-no-such-day", "import-year-implausible", "import-event-without-title"] {
        assert!(findings.iter().any(|finding| finding.rule == rule), "{rule}: {findings:?}");
    }
}

#[test]
fn any_cut_of_any_fixture_is_survived() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for name in [
        "calendar/input.ics",
        "web-page/input.html",
        "list-with-semicolons/input.csv",
        "markdown-table/input.md",
        "trap-series/input.txt",
    ] {
        let bytes = support::read(&folder.join(name)).expect("a fixture");
        for end in (0..bytes.len()).step_by(7) {
            let _ = run(name, &bytes[..end]);
        }
    }
}
