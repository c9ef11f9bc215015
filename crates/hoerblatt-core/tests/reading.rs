//! Broken files: everything is reported at once, at its place, and one broken item never takes the others along.

use hoerblatt_core::{Checked, Sources, model::Publication};

/// A sound publication, with some of its files replaced.
fn read(changed: &[(&str, &str)]) -> (Sources, Checked<Publication>) {
    let sound = [
        ("publication.toml", "title = \"Musterblatt\"\n"),
        ("article.toml", "headline = \"Fest\"\nlead = \"Wir feiern.\"\npublished = 2026-05-01\n"),
        ("districts.toml", "[[district]]\nid = \"hoerde\"\nname = \"Hörde\"\n"),
        ("programme.toml", "[[event]]\ntitle = \"Tanz\"\ndate = 2026-05-11\ndistrict = \"hoerde\"\n"),
    ];
    let mut sources = Sources::default();
    for (name, text) in sound {
        if !changed.iter().any(|(other, _)| *other == name) {
            sources.add(name, text);
        }
    }
    for (name, text) in changed {
        sources.add(*name, *text);
    }
    let read = Publication::read(&sources);
    (sources, read)
}

/// `rule@line:column` of every finding.
fn findings(changed: &[(&str, &str)]) -> Vec<String> {
    let (sources, read) = read(changed);
    let place = |span| {
        let at = sources.position(span);
        format!("@{}:{}", at.line, at.column)
    };
    read.diagnostics.iter().map(|d| format!("{}{}", d.rule, d.span.map(place).unwrap_or_default())).collect()
}

#[test]
fn a_sound_publication_has_no_findings() {
    assert_eq!(findings(&[]), [""; 0]);
}

#[test]
fn several_syntax_errors_are_reported_together() {
    let found = findings(&[("publication.toml", "title = \"A\"\nportal = \n[print\nsize = = 3\n")]);
    assert_eq!(found, ["toml-syntax@2:10", "toml-syntax@3:7", "toml-syntax@4:8", "toml-syntax@4:10"]);
}

#[test]
fn a_day_that_does_not_exist_is_the_calendars_fault() {
    let programme = "[[event]]\ntitle = \"A\"\ndate = 2026-02-31\n[[event]]\ntitle = \"B\"\ndate = \"2026-02-30\"\n[[event]]\ntitle = \"C\"\ndate = 2026-03-01\n";
    let (_, read) = read(&[("programme.toml", programme)]);
    let rules: Vec<_> = read.diagnostics.iter().map(|d| d.rule).collect();
    assert_eq!(rules, ["date-impossible", "date-impossible"]);
    let titles: Vec<_> = read.value.unwrap().programme.events.into_iter().map(|e| e.title.text).collect();
    assert_eq!(titles, ["C"]);
}

#[test]
fn everything_wrong_with_an_event_is_told_and_only_that_event_is_left_out() {
    let programme = "[[event]]\ntitle = \"A\"\ndate = 2026-05-11\nfrom = 15:00:00\nuntil = 14:00:00\ndestrict = \"hoerde\"\nadmission = { price = \"viel\" }\n\
                     [[event]]\ntitle = \"B\"\ndate = 2026-05-12\ndistrict = \"hoerd\"\n[[event]]\ntitle = \"C\"\ndate = 2026-05-13\nplace = { name = \"Saal\", stret = \"x\" }\n";
    assert_eq!(
        findings(&[("programme.toml", programme)]),
        [
            "event-ends-before-start@5:9",
            "unknown-key@6:1",
            "money-unsound@7:23",
            "id-unknown@11:12",
            "unknown-key@15:26"
        ]
    );
    let (_, read) = read(&[("programme.toml", programme)]);
    assert_eq!(read.value.unwrap().programme.events.len(), 1);
}

#[test]
fn decomposed_letters_are_composed_and_control_characters_left_out() {
    let (_, read) = read(&[("publication.toml", "title = \"Ho\u{308}rblatt\\u0007\\u200B\"\n")]);
    assert_eq!(read.diagnostics.iter().map(|d| d.rule).collect::<Vec<_>>(), ["control-character"]);
    assert_eq!(read.value.unwrap().title.text, "Hörblatt");
}

#[test]
fn a_picture_stays_inside_the_folder() {
    for path in ["../secret.png", "/etc/passwd", "C:\\\\x.png", ""] {
        let article = format!(
            "headline = \"F\"\nlead = \"L\"\npublished = 2026-05-01\n[image]\nalt = \"A\"\nfile = \"{path}\"\n"
        );
        let found = findings(&[("article.toml", &article)]);
        assert_eq!(found, ["path-unsound@6:8"], "{path}");
    }
}

#[test]
fn a_missing_file_does_not_hide_what_is_wrong_in_the_others() {
    let mut sources = Sources::default();
    sources.add("publication.toml", "titel = \"A\"");
    let read = Publication::read(&sources);
    assert!(read.value.is_none());
    let rules: Vec<_> = read.diagnostics.iter().map(|d| d.rule).collect();
    assert_eq!(rules, ["file-missing", "file-missing", "file-missing", "key-missing", "unknown-key"]);
}

#[test]
fn no_text_makes_the_reader_panic() {
    let nasty = [
        "",
        "\u{0}",
        "[[event]]",
        "[[event]]\n[[event]]",
        "event = 3",
        "event = [1, {}]",
        "[event]\ndate = 2026-01-01",
        "a.b.c = 1\na.b = 2",
        "[[event]]\ntitle = \"x\"\ndates = [2026-01-01, {}, 3, \"heute\", {date = 2026-01-02, from = \"25:00\"}]",
        "'''",
        "\"\\u{110000}\"",
        "x = 0x",
        "[[event]]\ntitle = \"\u{1F600}\u{202e}\"\ndate = 9999-12-31\nuntil-date = 0001-01-01",
    ];
    for text in nasty {
        for file in
            ["publication.toml", "article.toml", "programme.toml", "districts.toml", "offices.toml", "lexicon.toml"]
        {
            let _ = findings(&[(file, text)]);
        }
    }
}
