//! Importing again: what was edited by hand stays, what changed in the source comes, what conflicts is said.

use hoerblatt_core::{Diagnostic, Sources};
use hoerblatt_import::{ImportOptions, Input, import};
use std::collections::BTreeMap;

#[path = "support/mod.rs"]
mod support;

type Folder = BTreeMap<String, String>;

fn import_over(text: &str, folder: &Folder) -> (Folder, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let inputs = [Input { name: "presse.txt", bytes: text.as_bytes() }];
    let imported =
        import(&mut sources, &inputs, &support::language(), &ImportOptions::default()).value.expect("an article");
    let files = imported.to_files(&sources, folder);
    (files.value.expect("files"), files.diagnostics)
}

const FIRST: &str = "Fest\n\nNachricht vom 05.05.2022\n\nTermine\n\n- 11. Mai Hörde: Markt\n- 12. Mai Eving: Tanzcafé\n- 13. Mai Brackel: Chor\n";

fn edited(folder: &Folder, from: &str, to: &str) -> Folder {
    let mut folder = folder.clone();
    let programme = folder.get_mut("programme.toml").expect("a programme");
    assert!(programme.contains(from), "{programme}");
    *programme = programme.replace(from, to);
    folder
}

#[test]
fn a_new_folder_names_the_source_line_of_each_event() {
    let (folder, _) = import_over(FIRST, &Folder::new());
    let programme = &folder["programme.toml"];
    assert!(programme.contains("# presse.txt:7: - 11. Mai Hörde: Markt\n[[event]]"), "{programme}");
    assert!(programme.contains("date = 2022-05-11") && programme.contains("district = \"hoerde\""));
    assert!(folder["districts.toml"].contains("id = \"luetgendortmund\""));
}

#[test]
fn the_same_file_again_changes_nothing() {
    let (first, _) = import_over(FIRST, &Folder::new());
    let (second, findings) = import_over(FIRST, &first);
    assert_eq!(first, second);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn edits_by_hand_stay_and_changes_of_the_source_come() {
    let (first, _) = import_over(FIRST, &Folder::new());
    let mine =
        edited(&first, "title = \"Tanzcafé\"", "title = \"Tanzcafé mit Livemusik\"\n# von Hand\nplace = \"Saal\"");
    let (merged, findings) =
        import_over(&FIRST.replace("13. Mai Brackel: Chor", "14. Mai Brackel: Chor\n- 15. Mai Mengede: Lesung"), &mine);
    let programme = &merged["programme.toml"];
    for kept in [
        "title = \"Tanzcafé mit Livemusik\"",
        "# von Hand",
        "place = \"Saal\"",
        "date = 2022-05-14",
        "title = \"Lesung\"",
        "id = \"2022-05-13-chor\"",
    ] {
        assert!(programme.contains(kept), "{kept} is missing:\n{programme}");
    }
    assert!(!programme.contains("date = 2022-05-13"), "{programme}");
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn a_conflict_keeps_the_edit_and_is_said() {
    let (first, _) = import_over(FIRST, &Folder::new());
    let mine = edited(&first, "date = 2022-05-13", "date = 2022-05-20");
    let (merged, findings) = import_over(&FIRST.replace("13. Mai Brackel", "14. Mai Brackel"), &mine);
    assert!(merged["programme.toml"].contains("date = 2022-05-20"));
    assert!(findings.iter().any(|finding| finding.rule == "import-conflict"), "{findings:?}");
}

#[test]
fn what_was_deleted_stays_away_and_what_is_gone_goes() {
    let (first, _) = import_over(FIRST, &Folder::new());
    let programme = &first["programme.toml"];
    let start = programme.find("# presse.txt:9").expect("the third event");
    let mut mine = first.clone();
    mine.insert("programme.toml".into(), programme[..start].to_owned());
    let (merged, _) = import_over(&FIRST.replace("- 11. Mai Hörde: Markt\n", ""), &mine);
    let programme = &merged["programme.toml"];
    assert!(
        !programme.contains("Chor") && !programme.contains("Markt") && programme.contains("Tanzcafé"),
        "{programme}"
    );
}

#[test]
fn several_files_become_one_publication() {
    let list = "Datum;Uhrzeit;Ort;Titel\n11.05.2022;15-17;Stiftsforum;Markt\n18.05.2022;10 Uhr;Rathaus;Vortrag\n";
    let inputs =
        [Input { name: "liste.csv", bytes: list.as_bytes() }, Input { name: "presse.txt", bytes: FIRST.as_bytes() }];
    let imported =
        import(&mut Sources::default(), &inputs, &support::language(), &ImportOptions::default()).value.expect("both");
    let summary = imported.summary();
    assert_eq!(summary.events.len(), 4);
    let market = &summary.events[0];
    assert_eq!(
        (market.title.as_str(), market.start_time.as_deref(), market.place.as_deref(), market.district.as_deref()),
        ("Markt", Some("15:00"), Some("Stiftsforum"), Some("Hörde"))
    );
}
