//! A press text, a list and a calendar of one programme become one publication: each adds what it knows, and where they differ it is told.

use hoerblatt_core::{Argument, Diagnostic, Sources};
use hoerblatt_import::{ImportOptions, Imported, Input, import};
use std::io::Write;

#[path = "support/mod.rs"]
mod support;

const TEXT: &str = "Feste im Mai\n\nNachricht vom 05.05.2022\n\n\
    - 11. Mai Eving: Markt der Möglichkeiten\n\
    - 12. Mai Brackel, 15 bis 17 Uhr: Tanzcafé\n\
    - 13. Mai Mengede, 19 Uhr: Chorabend mit Tanz\n";

const ROWS: &[[&str; 5]] = &[
    ["Datum", "Uhrzeit", "Titel", "Ort", "Eintritt"],
    ["11.05.2022", "10 bis 14 Uhr", "MARKT DER MÖGLICHKEITEN", "Rathaus", "frei"],
    ["12.05.2022", "15 bis 18 Uhr", "Tanzcafé", "Saal", "5 Euro"],
    ["14.05.2022", "18 Uhr", "Lesung", "Bücherei", ""],
];

const CALENDAR: &str = "BEGIN:VCALENDAR\nVERSION:2.0\n\
    BEGIN:VEVENT\nDTSTART:20220512T150000\nDTEND:20220512T170000\nSUMMARY:Tanzcafé\nLOCATION:Gemeindehaus\nEND:VEVENT\n\
    BEGIN:VEVENT\nDTSTART:20220513T190000\nSUMMARY:Großer Chorabend mit Tanz\nLOCATION:Lutherkirche\nEND:VEVENT\n\
    BEGIN:VEVENT\nDTSTART:20220515T110000\nSUMMARY:Frühstück\nEND:VEVENT\nEND:VCALENDAR\n";

fn list() -> Vec<u8> {
    support::workbook::workbook("", |writer| {
        for (row, cells) in ROWS.iter().enumerate() {
            write!(writer, "<row r=\"{}\">", row + 1).expect("a row");
            for (cell, column) in cells.iter().zip('A'..) {
                let row = row + 1;
                write!(writer, "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>").expect("a cell");
            }
            writer.write_all(b"</row>").expect("its end");
        }
    })
}

fn read(inputs: &[Input<'_>]) -> (Imported, Vec<Diagnostic>) {
    let checked = import(&mut Sources::default(), inputs, &support::language(), &ImportOptions::default());
    (checked.value.expect("a publication"), checked.diagnostics)
}

/// What the findings of a rule say.
fn told(findings: &[Diagnostic], rule: &str) -> Vec<String> {
    let text = |argument: &Argument| match argument {
        Argument::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    let told = |finding: &Diagnostic| {
        finding.arguments.iter().map(|(_, argument)| text(argument)).collect::<Vec<_>>().join(" | ")
    };
    findings.iter().filter(|finding| finding.rule == rule).map(told).collect()
}

#[test]
fn three_files_become_one_publication() {
    let list = list();
    let (imported, findings) = read(&[
        Input { name: "presse.txt", bytes: TEXT.as_bytes() },
        Input { name: "liste.xlsx", bytes: &list },
        Input { name: "kalender.ics", bytes: CALENDAR.as_bytes() },
    ]);
    let events = imported.summary().events;
    let events: Vec<String> = events
        .iter()
        .map(|event| {
            let time = |time: &Option<String>| time.clone().unwrap_or_default();
            let (from, until) = (time(&event.start_time), time(&event.end_time));
            format!("{} {from}–{until} {}, {}", event.date, event.title, event.place.as_deref().unwrap_or(""))
        })
        .collect();
    assert_eq!(
        events,
        [
            "2022-05-11 10:00–14:00 Markt der Möglichkeiten, Rathaus",
            "2022-05-12 15:00–17:00 Tanzcafé, Saal",
            "2022-05-13 19:00– Chorabend mit Tanz, Lutherkirche",
            "2022-05-14 18:00– Lesung, Bücherei",
            "2022-05-15 11:00– Frühstück, ",
        ]
    );
    let districts: Vec<Option<&str>> = imported.events.iter().map(|event| event.district.as_deref()).collect();
    assert_eq!(districts, [Some("Eving"), Some("Brackel"), Some("Mengede"), None, None]);
    assert_eq!(imported.events[0].admission, ["frei"]);
    assert_eq!(imported.events[1].also.len(), 2);
    assert_eq!(
        told(&findings, "import-sources-differ"),
        [
            "Markt der Möglichkeiten | title | Markt der Möglichkeiten | MARKT DER MÖGLICHKEITEN",
            "Tanzcafé | until | 17:00 | 18:00",
            "Tanzcafé | place | Saal | Gemeindehaus",
            "Chorabend mit Tanz | title | Chorabend mit Tanz | Großer Chorabend mit Tanz",
        ]
    );
}

#[test]
fn the_same_title_is_found_among_any_number_of_events_of_a_day() {
    let row = |number: usize| format!("11.05.2022;10 Uhr;Vortrag {number};Saal {number}\n");
    let list = format!("Datum;Uhrzeit;Titel;Ort\n{}", (0..2_000).map(row).collect::<String>());
    let second = format!("Datum;Titel;Eintritt\n{}", "11.05.2022;Vortrag 7;frei\n");
    let (imported, _) = read(&[
        Input { name: "liste.csv", bytes: list.as_bytes() },
        Input { name: "preise.csv", bytes: second.as_bytes() },
    ]);
    assert_eq!(imported.events.len(), 2_000);
    assert_eq!(imported.events[7].admission, ["frei"]);
}
