//! Each finding of import has a text that causes it.

use hoerblatt_core::Sources;
use hoerblatt_import::{ImportOptions, Input, import};

#[path = "support/mod.rs"]
mod support;

fn rules(inputs: &[(&str, &[u8])]) -> Vec<&'static str> {
    let inputs: Vec<Input<'_>> = inputs.iter().map(|(name, bytes)| Input { name, bytes }).collect();
    let read = import(&mut Sources::default(), &inputs, &support::language(), &ImportOptions::default());
    read.diagnostics.iter().map(|finding| finding.rule).collect()
}

const HEAD: &str = "Fest im Park\n\nNachricht vom 05.05.2022\n\n";

#[test]
fn each_text_causes_its_finding() {
    let press = |body: &str| format!("{HEAD}{body}\n");
    let cases = [
        ("import-control", press("- 11. Mai Hörde: Markt\u{1}platz")),
        ("import-weekday-differs", press("Programm\n\n- Montag, 11. Mai Hörde: Markt\n- 12. Mai Eving: Tanz")),
        ("import-event-twice", press("Programm\n\n- 11. Mai Hörde: Markt\n- 11. Mai Hörde: Markt")),
        (
            "import-year-unknown",
            "Fest im Park\n\nProgramm\n\n- 11. Mai Hörde: Markt\n- 12. Mai Eving: Tanz\n".to_owned(),
        ),
        (
            "import-news-date-missing",
            "Fest im Park\n\nProgramm\n\n- 11. Mai Hörde: Markt\n- 12. Mai Eving: Tanz\n".to_owned(),
        ),
        ("import-headline-missing", "Datum;Titel;Ort\n11.05.2022;Markt;Hörde\n12.05.2022;Tanz;Eving\n".to_owned()),
        (
            "import-title-from-above",
            press("Der Tanztee findet an folgenden Terminen um 15 Uhr im Rathaus statt:\n\n- 11. Mai\n- 18. Mai"),
        ),
        ("import-no-events", press("Wir haben viel vor und freuen uns auf Sie.")),
    ];
    for (rule, text) in cases {
        let found = rules(&[("eingabe.txt", text.as_bytes())]);
        assert!(found.contains(&rule), "{rule}: {found:?} in {text:?}");
    }
}

#[test]
fn a_zone_that_is_not_known_is_reported() {
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Mond/Mare:20220511T150000\r\nSUMMARY:Markt\r\n\
                    END:VEVENT\r\nEND:VCALENDAR\r\n";
    let found = rules(&[("termine.ics", calendar.as_bytes())]);
    assert!(found.contains(&"import-zone"), "{found:?}");
}
