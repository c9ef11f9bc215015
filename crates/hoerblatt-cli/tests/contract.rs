//! The contract of the command line: what offices, scripts and acceptance tests rely on.

#![expect(clippy::disallowed_methods, reason = "the tests read and write folders of their own")]

mod common;

use common::{command, data, edit, files, finish, path, publication, run};
use std::{fs, io::Read, process::Stdio};

const COMMANDS: [(&str, Option<&str>); 16] = [
    ("init", Some("neu")),
    ("import", Some("einlesen")),
    ("check", Some("pruefen")),
    ("publish", Some("herausgeben")),
    ("flyer", None),
    ("preview", Some("vorschau")),
    ("script", None),
    ("phone", None),
    ("call", Some("anrufen")),
    ("speak", Some("sprich")),
    ("show", None),
    ("explain", Some("erklaere")),
    ("watch", None),
    ("completions", None),
    ("man", None),
    ("version", None),
];

#[test]
fn every_command_and_alias_has_help_in_both_languages() {
    for (name, alias) in COMMANDS.into_iter().filter(|(name, _)| *name != "version") {
        for called in [Some(name), alias].into_iter().flatten() {
            let german = run(&[called, "--help", "--lang", "de"]);
            let english = run(&[called, "--help", "--lang", "en"]);
            assert_eq!((german.code, english.code), (0, 0), "{called}: {}{}", german.err, english.err);
            assert!(german.out.contains("Aufruf: ") && english.out.contains("Usage: "), "{called}");
            assert_ne!(german.out, english.out, "{called}");
        }
    }
    assert_eq!(run(&["--version"]).code, 0);
}

#[test]
fn the_locale_chooses_the_language_and_lang_overrules_it() {
    let german = finish(command(&["chekc"]).env("LC_ALL", "de_DE.UTF-8").output().expect("runs"));
    assert_eq!(german.code, 2);
    assert!(german.err.contains("Den Befehl „chekc“ gibt es nicht. Meinten Sie „check“?"), "{}", german.err);
    let english = finish(command(&["--lang", "en", "chekc"]).env("LC_ALL", "de_DE.UTF-8").output().expect("runs"));
    assert!(english.err.contains("There is no command “chekc”."), "{}", english.err);
}

#[test]
fn wrong_usage_ends_with_2_and_a_sentence() {
    for arguments in [
        &["check"][..],
        &["publish", "x"],
        &["publish", "x", "--out"],
        &["publish", "x", "--out", "y", "--only", "paper"],
        &["check", "x", "--nonsense"],
        &["check", "x", "--today", "tomorrow"],
        &["explain", "no-such-rule"],
        &["publish", "x", "--out", "y", "--jobs", "0"],
        &["call", "x", "--keys", "1 x"],
    ] {
        for lang in ["de", "en"] {
            let ran = run(&[arguments, &["--lang", lang]].concat());
            assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.err);
            assert!(
                ran.out.is_empty() && ran.err.starts_with(if lang == "de" { "Fehler: " } else { "error: " }),
                "{arguments:?}: {}",
                ran.err
            );
        }
    }
}

#[test]
fn a_folder_that_is_not_there() {
    let ran = run(&["check", "/no/such/folder", "--format", "plain"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("There is no folder “/no/such/folder”."), "{}", ran.out);
}

#[test]
fn an_input_that_is_not_there() {
    let dir = tempfile::tempdir().expect("a folder");
    let ran = run(&["import", "/no/such/press.txt", "--out", &path(dir.path())]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("There is no file “/no/such/press.txt”."), "{}", ran.err);
}

#[test]
fn init_never_overwrites() {
    let dir = publication();
    let before = files(dir.path());
    let ran = run(&["init", &path(&dir.path().join("stadt"))]);
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("it is not overwritten"), "{}", ran.err);
    assert_eq!(files(dir.path()), before);
}

/// One picture a page, whole, and none left over from a longer flyer.
#[test]
fn a_preview_is_one_picture_a_page() {
    let dir = tempfile::tempdir().expect("a folder");
    let (town, look) = (path(&dir.path().join("town")), dir.path().join("look"));
    assert_eq!(run(&["init", &town, "--lang", "en"]).code, 0);
    let flyer = |size: &str| {
        let ran = run(&["preview", &town, "--district", "mitte", "--out", &path(&look), "--dpi", "20", "--size", size]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let made = files(&look);
        assert!(ran.out.starts_with(&format!("Done: {} pictures in ", made.len())), "{}", ran.out);
        for (at, name) in (1..=made.len()).map(|at| (at, format!("mitte-{at}.png"))) {
            let picture = made.get(&name).unwrap_or_else(|| panic!("no page {at}: {:?}", made.keys()));
            assert!(picture.starts_with(b"\x89PNG") && picture.ends_with(b"IEND\xaeB`\x82"));
        }
        made.len()
    };
    let (large, small) = (flyer("28"), flyer("16"));
    assert!(large > small, "{large} pages, then {small}");

    fs::write(dir.path().join("file"), "").expect("a file");
    let nowhere = path(&dir.path().join("file").join("look"));
    assert_eq!(run(&["vorschau", &town, "--district", "mitte", "--out", &nowhere]).code, 4);
    assert_eq!(run(&["preview", &town, "--district", "mitte"]).code, 2);
    assert_eq!(run(&["preview", &town, "--out", &nowhere]).code, 2);
    assert_eq!(run(&["preview", "/no/such/folder", "--district", "mitte", "--out", &nowhere]).code, 1);
}

#[test]
fn a_new_publication_publishes_at_once() {
    for lang in ["de", "en"] {
        let dir = tempfile::tempdir().expect("a folder");
        let (town, out) = (path(&dir.path().join("town")), dir.path().join("out"));
        assert_eq!(run(&["init", &town, "--lang", lang]).code, 0);
        let ran = run(&["publish", &town, "--out", &path(&out), "--only", "flyers,scripts,web", "--lang", lang]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains("2") && ran.out.contains(&path(&out)), "a success line: {}", ran.out);
        let made = files(&out);
        for file in [
            "flyers/mitte.pdf",
            "flyers/nord.pdf",
            "scripts/mitte.screen-reader.ssml",
            "scripts/nord.phone.txt",
            "manifest.json",
            "web/index.html",
            "web/nord.ics",
        ] {
            assert!(made.contains_key(file), "{file} in {:?}", made.keys());
        }
        assert!(made["flyers/mitte.pdf"].starts_with(b"%PDF-"));
    }
}

#[test]
fn the_manifest_names_every_file_with_its_checksum() {
    let dir = publication();
    let out = dir.path().join("out");
    assert_eq!(
        run(&["publish", &path(&dir.path().join("stadt")), "--out", &path(&out), "--only", "flyers,scripts"]).code,
        0
    );
    let made = files(&out);
    let manifest = hoerblatt::manifest::Manifest::parse(&made["manifest.json"]).expect("a manifest");
    let named: Vec<&str> = manifest.files.iter().map(|entry| entry.path.as_str()).collect();
    let there: Vec<&str> = made.keys().map(String::as_str).filter(|name| *name != "manifest.json").collect();
    assert_eq!(named, there);
    for entry in &manifest.files {
        assert_eq!(entry.sha256, hoerblatt::manifest::sha256(&made[&entry.path]), "{}", entry.path);
        assert_eq!(entry.bytes, made[&entry.path].len() as u64);
    }
}

#[test]
fn one_job_or_two_give_the_same_bytes() {
    let dir = tempfile::tempdir().expect("a folder");
    let outs = ["1", "2"].map(|jobs| {
        let out = dir.path().join(jobs);
        let ran = run(&[
            "publish",
            &data("musterstadt-2026"),
            "--out",
            &path(&out),
            "--only",
            "flyers,scripts,web",
            "--jobs",
            jobs,
        ]);
        assert!(ran.code == 0 || ran.code == 3, "{}", ran.err);
        files(&out)
    });
    assert!(outs[0].len() > 10);
    assert_eq!(outs[0].keys().collect::<Vec<_>>(), outs[1].keys().collect::<Vec<_>>());
    assert!(outs[0] == outs[1], "the bytes differ");
}

#[test]
fn one_bad_event_takes_no_other_along() {
    let dir = publication();
    let (town, out) = (dir.path().join("stadt"), dir.path().join("out"));
    edit(&town.join("programme.toml"), "date = 2026-03-18", "date = 2026-02-31");
    let ran = run(&["publish", &path(&town), "--out", &path(&out), "--only", "scripts", "--format", "plain"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("programme.toml:9:8: error: There is no day “2026-02-31”"), "{}", ran.err);
    let nord = String::from_utf8(files(&out)["scripts/nord.phone.txt"].clone()).expect("text");
    assert!(nord.contains("Spaziergang"), "{nord}");
}

#[test]
fn a_broken_publication_leaves_the_good_set_as_it_was() {
    let dir = publication();
    let (town, out) = (dir.path().join("stadt"), dir.path().join("out"));
    let publish = || run(&["publish", &path(&town), "--out", &path(&out), "--only", "flyers,scripts"]);
    assert_eq!(publish().code, 0);
    let before = files(&out);
    fs::remove_file(town.join("article.toml")).expect("removed");
    let ran = publish();
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("article.toml"), "{}", ran.err);
    assert!(files(&out) == before);
}

#[test]
fn what_is_no_longer_part_of_the_set_goes_and_what_is_not_ours_stays() {
    let dir = publication();
    let (town, out) = (dir.path().join("stadt"), dir.path().join("out"));
    let publish = || assert_eq!(run(&["publish", &path(&town), "--out", &path(&out), "--only", "scripts"]).code, 0);
    publish();
    fs::write(out.join("scripts/notes.txt"), "mine").expect("a file");
    edit(&town.join("districts.toml"), "\"nord\"", "\"norden\"");
    edit(&town.join("programme.toml"), "district = \"nord\"", "district = \"norden\"");
    edit(&town.join("offices.toml"), "districts = [\"nord\"]", "districts = [\"norden\"]");
    publish();
    let made = files(&out);
    assert!(
        made.contains_key("scripts/norden.phone.txt") && !made.contains_key("scripts/nord.phone.txt"),
        "{:?}",
        made.keys()
    );
    assert_eq!(made["scripts/notes.txt"], b"mine");
}

#[test]
fn a_part_of_the_work_leaves_the_rest_in_place() {
    let dir = publication();
    let (town, out) = (dir.path().join("stadt"), dir.path().join("out"));
    let (town, place) = (path(&town), path(&out));
    assert_eq!(run(&["publish", &town, "--out", &place, "--only", "flyers,scripts"]).code, 0);
    assert_eq!(run(&["publish", &town, "--out", &place, "--only", "scripts", "--district", "nord"]).code, 0);
    let manifest = hoerblatt::manifest::Manifest::parse(&files(&out)["manifest.json"]).expect("a manifest");
    assert_eq!(manifest.files.len(), 2 + 2 * 4);
}

#[test]
fn an_unknown_district_is_wrong_usage() {
    let dir = publication();
    let ran = run(&["script", &path(&dir.path().join("stadt")), "--district", "nrod"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("Did you mean “nord”?"), "{}", ran.err);
}

#[test]
fn reports_come_in_the_form_that_was_asked_for() {
    let dir = publication();
    let town = dir.path().join("stadt");
    edit(&town.join("programme.toml"), "until = \"17:30\"", "until = \"14:30\"");
    let plain = run(&["pruefen", &path(&town), "--lang", "de", "--format", "plain"]);
    assert_eq!(plain.code, 1);
    assert!(
        plain
            .out
            .contains("Fehler: Der Termin „Tanzcafé mit Livemusik“ endet (14:30 Uhr), bevor er beginnt (15:00 Uhr)."),
        "{}",
        plain.out
    );
    assert!(!plain.out.contains(['│', '╭', '━', '\u{1b}']), "{}", plain.out);
    let json: serde_json::Value =
        serde_json::from_str(&run(&["check", &path(&town), "--format", "json"]).out).expect("JSON");
    assert_eq!(json["errors"], 1);
    let sarif: serde_json::Value =
        serde_json::from_str(&run(&["check", &path(&town), "--format", "sarif"]).out).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert!(results.iter().any(|result| result["ruleId"] == "event-ends-before-start"
        && result["locations"][0]["physicalLocation"]["region"]["startLine"].is_u64()));
    let snippet = run(&["check", &path(&town), "--format", "snippet", "--color", "never"]);
    assert!(snippet.out.contains("until = \"14:30\""), "{}", snippet.out);
}

#[test]
fn warnings_fail_only_when_asked_to() {
    let town = data("dortmund-2022");
    assert_eq!(run(&["check", &town]).code, 0);
    assert_eq!(run(&["check", &town, "--fail-on", "warning"]).code, 1);
    let quiet = run(&["check", &town, "--quiet"]);
    assert_eq!((quiet.code, quiet.out.as_str()), (0, ""));
}

#[test]
fn a_broken_pipe_is_no_error() {
    let mut child = command(&["explain"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    let mut first = [0; 1];
    let mut pipe = child.stdout.take().expect("a pipe");
    pipe.read_exact(&mut first).expect("one byte");
    drop(pipe);
    let output = child.wait_with_output().expect("ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn a_full_disk_on_standard_output_is_told() {
    let Ok(full) = fs::File::options().write(true).open("/dev/full") else { return };
    let output = command(&["explain"]).stdout(full).output().expect("runs");
    assert_eq!(output.status.code(), Some(4));
}

#[test]
fn data_never_steers_the_terminal() {
    let dir = publication();
    let town = dir.path().join("stadt");
    edit(&town.join("programme.toml"), "district = \"nord\"", "district = \"n\\u001b]0;x\\u0007\\u009b\"");
    for format in ["plain", "snippet", "json", "sarif"] {
        let ran = run(&["check", &path(&town), "--format", format]);
        let all = ran.out + &ran.err;
        assert!(all.chars().all(|c| c == '\n' || !c.is_control()), "{format}: {all:?}");
    }
}

#[test]
fn speak_gives_a_line_for_a_line() {
    let output = {
        use std::io::Write;
        let mut child =
            command(&["speak", "--lines"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("runs");
        child.stdin.take().expect("a pipe").write_all("Am 11. Mai.\n\nNoch 3 Tage.\n".as_bytes()).expect("written");
        finish(child.wait_with_output().expect("ends"))
    };
    assert_eq!(output.out, "Am elften Mai.\n\nNoch drei Tage.\n");
    let why = run(&["sprich", "--why", "am 11. Mai", "--lang", "de"]);
    assert!(why.out.contains("11. Mai => elften Mai (Klasse date"), "{}", why.out);
}

/// The city's own greeting is said in words, like everything else.
#[test]
fn the_line_greets_in_words() {
    let dir = publication();
    let town = dir.path().join("stadt");
    edit(&town.join("publication.toml"), "[phone]", "[phone]\ngreeting = \"Am 11. Mai geht es los.\"");
    let ran = run(&["call", &path(&town), "--keys", ""]);
    assert!(ran.out.lines().next().is_some_and(|line| line.ends_with("Am elften Mai geht es los.")), "{}", ran.out);
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    let german = run(&["erklaere", "event-without-time", "--lang", "de"]);
    assert!(german.out.contains("Warum: ") && german.out.contains("Besser:"), "{}", german.out);
    let english = run(&["explain", "event-without-time"]);
    assert!(english.out.contains("Why: ") && english.out.contains("Better:"), "{}", english.out);
}

#[test]
fn a_manual_page_and_completions_come_from_the_same_tree() {
    for lang in ["de", "en"] {
        let page = run(&["man", "--lang", lang]).out;
        assert!(
            page.starts_with(".TH HOERBLATT 1")
                && page.contains(if lang == "de" { ".SH BEFEHLE" } else { ".SH COMMANDS" })
        );
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(run(&["completions", shell]).out.contains("publish"), "{shell}");
    }
}

#[test]
fn safe_corrections_are_shown_and_made() {
    let dir = publication();
    let town = dir.path().join("stadt");
    edit(
        &town.join("article.toml"),
        "Alle sind willkommen",
        "Wir tanzen am Mittwoch, 19. März 2026, um 15 Uhr: \"Alle\" sind willkommen",
    );
    let ran = run(&["check", &path(&town), "--fix", "--format", "plain"]);
    assert!(ran.err.contains("- Wir tanzen am Mittwoch, 19. März 2026"), "{}", ran.err);
    let text = fs::read_to_string(town.join("article.toml")).expect("a file");
    assert!(
        text.contains("um 15\u{a0}Uhr: „Alle“ sind")
            && text.replace('\u{a0}', " ").contains("Mittwoch, 18. März 2026,"),
        "{text}"
    );
    assert!(run(&["check", &path(&town), "--fix"]).err.contains("Nothing to correct."));
}
