//! What a sheet hides, and what its program did not store, is told and never guessed.

use hoerblatt_core::{Argument, Diagnostic, Sources};
use hoerblatt_import::{ImportOptions, Imported, Input, import};
use std::io::Write;

#[path = "support/mod.rs"]
mod support;

fn read(columns: &str, rows: &str) -> (Imported, Vec<Diagnostic>) {
    let bytes = support::workbook::workbook(columns, |writer| writer.write_all(rows.as_bytes()).expect("rows"));
    let input = Input { name: "liste.xlsx", bytes: &bytes };
    let checked = import(&mut Sources::default(), &[input], &support::language(), &ImportOptions::default());
    (checked.value.expect("a list"), checked.diagnostics)
}

/// A row of texts from column A on.
fn row(number: u32, attributes: &str, texts: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let column = char::from(b'A' + u8::try_from(at).expect("few columns"));
        format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let cells: String = texts.iter().enumerate().map(cell).collect();
    format!("<row r=\"{number}\"{attributes}>{cells}</row>")
}

fn titles(imported: &Imported) -> Vec<&str> {
    imported.events.iter().map(|event| event.title.as_str()).collect()
}

/// The texts of the arguments of a rule's findings.
fn told(findings: &[Diagnostic], rule: &str) -> Vec<Vec<String>> {
    let text = |argument: &Argument| if let Argument::Text(text) = argument { text.clone() } else { String::new() };
    let of_rule = findings.iter().filter(|finding| finding.rule == rule);
    of_rule.map(|finding| finding.arguments.iter().map(|(_, argument)| text(argument)).collect()).collect()
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_listed() {
    let rows = [
        row(1, "", &["Datum", "Titel", "Notiz", "Ort"]),
        row(2, "", &["11.05.2022", "Markt", "Frau Meier fragen", "Rathaus"]),
        row(3, " hidden=\"1\"", &["12.05.2022", "Interner Termin", "", "Keller"]),
        row(4, " hidden=\"1\"", &["13.05.2022", "Probe", "", "Keller"]),
        row(5, "", &["14.05.2022", "Chor", "zugesagt", "Kirche"]),
    ];
    let columns = "<cols><col min=\"1\" max=\"2\"/><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>";
    let (imported, findings) = read(columns, &rows.concat());
    assert_eq!(titles(&imported), ["Markt", "Chor"]);
    assert_eq!(imported.events[0].place.as_deref(), Some("Rathaus"));
    let hidden = "12.05.2022 | Interner Termin | Keller | 13.05.2022 | Probe | Keller";
    assert_eq!(told(&findings, "import-hidden-rows"), [["liste.xlsx", "Mai", "3–4", hidden]]);
    let column = "Notiz | Frau Meier fragen | zugesagt";
    assert_eq!(told(&findings, "import-hidden-column"), [["liste.xlsx", "Mai", "C", column]]);
}

#[test]
fn a_formula_without_its_result_is_named() {
    let rows = [
        row(1, "", &["Datum", "Titel", "Ort"]),
        row(2, "", &["11.05.2022", "Markt", "Rathaus"]),
        "<row r=\"3\"><c r=\"A3\"><f>A2+7</f></c><c r=\"B3\" t=\"inlineStr\"><is><t>Chor</t></is></c></row>".to_owned(),
        row(4, "", &["14.05.2022", "Tanz", "Saal"]),
    ];
    let (_, findings) = read("", &rows.concat());
    assert_eq!(told(&findings, "import-formula-without-value"), [["liste.xlsx", "Mai", "A3"]]);
}
