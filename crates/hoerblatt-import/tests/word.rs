//! Word files as offices send them round: with tables, and with the changes that colleagues tracked.

use hoerblatt_core::Sources;
use hoerblatt_import::{ImportOptions, Imported, Input, import};
use std::io::Write;
use zip::write::SimpleFileOptions;

#[path = "support/mod.rs"]
mod support;

fn read(body: &str) -> Imported {
    let bytes = support::workbook::packed(|writer| {
        writer.start_file("word/document.xml", SimpleFileOptions::default()).expect("a file");
        let head = [paragraph("Feste im Mai"), paragraph("Nachricht vom 05.05.2022")].concat();
        write!(writer, "<w:document><w:body>{head}{body}</w:body></w:document>").expect("its text");
    });
    let input = Input { name: "presse.docx", bytes: &bytes };
    let checked = import(&mut Sources::default(), &[input], &support::language(), &ImportOptions::default());
    checked.value.expect("an article")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

fn item(runs: &str) -> String {
    format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr>{runs}</w:p>")
}

/// Day and time, title, place of every event.
fn events(imported: &Imported) -> Vec<(String, String, String)> {
    let event = |event: hoerblatt_import::SummaryEvent| {
        let time = event.start_time.map_or(String::new(), |time| format!(" {time}"));
        (event.date + &time, event.title, event.place.unwrap_or_default())
    };
    imported.summary().events.into_iter().map(event).collect()
}

fn expect(found: &Imported, expected: &[(&str, &str, &str)]) {
    let found = events(found);
    let found: Vec<_> =
        found.iter().map(|(when, title, place)| (when.as_str(), title.as_str(), place.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_table_gives_its_rows() {
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell))).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let rows = [
        row(&["Datum", "Uhrzeit", "Titel", "Ort"]),
        row(&["11. Mai", "15 Uhr", "Markt", "Rathaus"]),
        row(&["12. Mai", "19.30 Uhr", "Chorabend", "Lutherkirche"]),
    ];
    let found = read(&format!("<w:tbl>{}</w:tbl>", rows.concat()));
    expect(&found, &[("2022-05-11 15:00", "Markt", "Rathaus"), ("2022-05-12 19:30", "Chorabend", "Lutherkirche")]);
}

#[test]
fn what_was_deleted_is_gone_and_what_was_inserted_stands() {
    let deleted = |text: &str| format!("<w:del w:id=\"1\"><w:r><w:delText>{text}</w:delText></w:r></w:del>");
    let inserted = |text: &str| format!("<w:ins w:id=\"2\">{}</w:ins>", run(text));
    let body = [
        item(&[run("11. Mai "), deleted("Hörde"), inserted("Eving"), run(": Markt")].concat()),
        item(&[run("12. Mai Brackel: "), deleted("Vortrag"), inserted("Tanzcafé")].concat()),
        item(&inserted("13. Mai Mengede: Chorabend")),
        item(&deleted("14. Mai Aplerbeck: Lesung")),
    ];
    let found = read(&body.concat());
    expect(
        &found,
        &[
            ("2022-05-11", "Markt", "Eving"),
            ("2022-05-12", "Tanzcafé", "Brackel"),
            ("2022-05-13", "Chorabend", "Mengede"),
        ],
    );
}

#[test]
fn a_text_box_and_a_table_in_a_cell_are_read() {
    let drawing = format!("<w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing>", {
        [item(&run("12. Mai Brackel: Tanzcafé")), item(&run("13. Mai Mengede: Chorabend"))].concat()
    });
    let old = format!("<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>", paragraph("14. Mai Hörde: Lesung"));
    let boxed = format!(
        "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>{}<w:r><mc:AlternateContent><mc:Choice>{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
        run("Alle Stadtbezirke "),
        run("laden ein"),
    );
    let inner = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", paragraph("im Rathaus"));
    let row = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{inner}</w:tc></w:tr></w:tbl>",
        paragraph("15. Mai"),
        paragraph("Markt der Bücher")
    );
    let found = read(&[boxed, row].concat());
    expect(
        &found,
        &[
            ("2022-05-12", "Tanzcafé", "Brackel"),
            ("2022-05-13", "Chorabend", "Mengede"),
            ("2022-05-15", "Markt der Bücher", "Rathaus"),
        ],
    );
    // The box stands inside the heading, and does not part its words.
    assert_eq!(found.summary().section_headings, ["Alle Stadtbezirke laden ein"]);
}
