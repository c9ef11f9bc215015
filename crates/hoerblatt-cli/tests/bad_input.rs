//! What an office gets wrong: one sentence with its place, the exit code of the contract, and the good set of before stays.

mod common;

use common::{edit, files, path, publication, run};
use std::fs;

/// A slip in one file of a publication that was published before.
struct Slip {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    /// The exit code of `publish`.
    exit: i32,
    /// What the report holds.
    told: &'static [&'static str],
}

const SLIPS: &[Slip] = &[
    Slip {
        file: "publication.toml",
        from: "\ntitle = \"Nachmittage im Frühling\"\n",
        to: "\ntitle = \"Nachmittage im Frühling\nportal = \n",
        exit: 1,
        told: &["publication.toml:5:33: error:", "publication.toml:6:10: error:"],
    },
    Slip {
        file: "programme.toml",
        from: "from = \"15:00\"",
        to: "from = 15:00\"",
        exit: 1,
        told: &["programme.toml:10:8: error:"],
    },
    Slip {
        file: "article.toml",
        from: "kicker = ",
        to: "kiker = ",
        exit: 0,
        told: &["article.toml:5:1: warning:", "“kicker”"],
    },
    Slip {
        file: "programme.toml",
        from: "district = \"nord\"",
        to: "district = \"nrod\"",
        exit: 3,
        told: &["programme.toml:30:12: error:", "“nrod”", "“nord”"],
    },
    Slip {
        file: "programme.toml",
        from: "date = 2026-03-18",
        to: "date = 2026-02-31",
        exit: 3,
        told: &["programme.toml:9:8: error: There is no day “2026-02-31”"],
    },
    Slip {
        file: "programme.toml",
        from: "until = \"17:30\"",
        to: "until = \"14:30\"",
        exit: 3,
        told: &["programme.toml:11:9: error:", "14:30", "15:00"],
    },
    Slip {
        file: "programme.toml",
        from: "Tanzcafé mit Livemusik",
        to: "Tanzcafé mit 𐍆𐌹𐌳𐍅𐍉𐍂",
        exit: 0,
        told: &["programme.toml:7:9: warning:", "𐍆"],
    },
];

#[test]
fn every_slip_is_told_with_its_place() {
    for slip in SLIPS {
        let dir = publication();
        let (town, out) = (dir.path().join("stadt"), dir.path().join("out"));
        let publish = || {
            let ran =
                run(&["publish", &path(&town), "--out", &path(&out), "--only", "flyers,scripts", "--format", "plain"]);
            (ran, files(&out))
        };
        let (good, before) = publish();
        assert_eq!(good.code, 0, "{}", good.err);
        edit(&town.join(slip.file), slip.from, slip.to);
        let (ran, after) = publish();
        assert_eq!(ran.code, slip.exit, "{}: {}", slip.to, ran.err);
        for told in slip.told {
            assert!(ran.err.contains(told), "{}: no “{told}” in\n{}", slip.to, ran.err);
        }
        assert!(slip.exit != 1 || before == after, "{}: the good set has changed", slip.to);
        assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{}", slip.to);
    }
}

#[test]
fn a_name_that_the_voice_cannot_say_is_told_before_anybody_hears_the_gap() {
    let dir = publication();
    let town = dir.path().join("stadt");
    edit(&town.join("programme.toml"), "Tanzcafé mit Livemusik", "Tanzcafé mit 김민수");
    let ran = run(&["check", &path(&town), "--format", "plain"]);
    assert!(ran.out.contains("programme.toml:7:9: warning:") && ran.out.contains("김민수"), "{}", ran.out);
}

/// Letters that arrive taken apart (macOS writes them so) give the same sheet.
#[test]
fn decomposed_letters_make_no_difference() {
    let dir = publication();
    let (town, out) = (dir.path().join("stadt"), dir.path().join("out"));
    let publish = || {
        let ran = run(&["publish", &path(&town), "--out", &path(&out), "--only", "flyers,scripts"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        files(&out)
    };
    let composed = publish();
    edit(&town.join("programme.toml"), "Tanzcafé", "Tanzcafe\u{301}");
    assert!(composed == publish());
}

#[test]
fn without_a_file_there_is_nothing_to_publish() {
    let dir = publication();
    let (town, out) = (dir.path().join("stadt"), dir.path().join("out"));
    fs::remove_file(town.join("programme.toml")).expect("removed");
    let ran = run(&["publish", &path(&town), "--out", &path(&out)]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("programme.toml") && !out.join("manifest.json").exists(), "{}", ran.err);
}
