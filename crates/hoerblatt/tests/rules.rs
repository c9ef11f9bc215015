//! Every rule fires where it should, and only there: one folder per rule in `tests/suite/rules/`.
//!
//! The base is the publication that `hoerblatt init` writes, which `check` finds nothing wrong with. A case changes it:
//! `[[replace]]` (file, from, to; or `whole`), `[[append]]` (file, text), `remove` and `latin1` (lists of files), `[[picture]]` (file), `today`.
//! The check then finds what it found before, and the rule; `also` lists rules that cannot but come along. Notes come and go with every
//! line of text, so only the note that a case is about counts. A rule that no publication can break names the test that breaks it:
//! `tested-by`.

#![expect(clippy::disallowed_methods, reason = "a test reads its cases and writes folders of its own")]

use hoerblatt::{Project, Tongue, check, core::Severity, init, rooms};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct Case {
    replace: Vec<Replace>,
    append: Vec<Append>,
    picture: Vec<Picture>,
    remove: Vec<String>,
    latin1: Vec<String>,
    also: Vec<String>,
    today: Option<toml::value::Datetime>,
    tested_by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replace {
    file: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    whole: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Append {
    file: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Picture {
    file: String,
    text: Option<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn found(dir: &Path, today: Option<chrono::NaiveDate>) -> BTreeSet<&'static str> {
    let examination = check::check(&Project::read(dir), &check::CheckOptions { today });
    examination.findings.iter().map(|finding| finding.rule).collect()
}

/// Writes the base with the case's changes into `dir`.
fn lay_out(rule: &str, case: &Case, dir: &Path) {
    let mut files: BTreeMap<String, String> =
        init::files(Tongue::German).map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    for change in &case.replace {
        let text = files.get_mut(&change.file).unwrap_or_else(|| panic!("{rule}: no file {}", change.file));
        match &change.whole {
            Some(whole) => text.clone_from(whole),
            None => {
                assert!(text.contains(&change.from), "{rule}: {} does not hold “{}”", change.file, change.from);
                *text = text.replacen(&change.from, &change.to, 1);
            }
        }
    }
    for change in &case.append {
        files.get_mut(&change.file).unwrap_or_else(|| panic!("{rule}: no file {}", change.file)).push_str(&change.text);
    }
    case.remove.iter().for_each(|name| drop(files.remove(name)));
    for (name, text) in files {
        let bytes = if case.latin1.contains(&name) {
            text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect()
        } else {
            text.into_bytes()
        };
        fs::write(dir.join(name), bytes).expect("a file");
    }
    for picture in &case.picture {
        let bytes = picture.text.as_ref().map_or_else(
            || fs::read(root().join("data/musterstadt-2026/marktplatz.png")).expect("a picture"),
            |text| text.clone().into_bytes(),
        );
        fs::write(dir.join(&picture.file), bytes).expect("a picture");
    }
}

#[test]
fn a_new_publication_has_nothing_to_complain_about() {
    let dir = tempfile::tempdir().expect("a folder");
    lay_out("init", &Case::default(), dir.path());
    let findings = check::check(&Project::read(dir.path()), &check::CheckOptions::default()).findings;
    let grave: Vec<_> = findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    assert!(grave.is_empty(), "{grave:#?}");
}

/// Numerals are no short forms, and the rules for German prose leave other languages alone.
#[test]
fn good_text_is_left_alone() {
    let dir = tempfile::tempdir().expect("a folder");
    let turkish = "Haftada iki kez buluşuyoruz ve birlikte çay içip konuşuyoruz, ".repeat(3);
    let text = format!("Im Saal IV und im Saal VII ist Platz. [{turkish}]{{tr}}");
    let good = Replace { file: "article.toml".into(), from: "Getränke stehen bereit.".into(), to: text, whole: None };
    lay_out("good", &Case { replace: vec![good], ..Case::default() }, dir.path());
    let grave = [Severity::Error, Severity::Warning];
    let findings = check::check(&Project::read(dir.path()), &check::CheckOptions::default()).findings;
    let found: Vec<_> = findings.iter().filter(|finding| grave.contains(&finding.severity)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn each_case_breaks_its_rule_and_no_other() {
    let base = tempfile::tempdir().expect("a folder");
    lay_out("init", &Case::default(), base.path());
    let before = found(base.path(), None);
    let mut wrong = Vec::new();
    for (rule, case) in cases() {
        if case.tested_by.is_some() {
            continue;
        }
        let dir = tempfile::tempdir().expect("a folder");
        lay_out(&rule, &case, dir.path());
        let today = case.today.as_ref().and_then(|today| today.to_string().parse().ok());
        let now = found(dir.path(), today);
        let counts = |id: &&str| *id == rule || rooms::rule(id).is_some_and(|info| info.severity != Severity::Note);
        let new: BTreeSet<&str> = now.difference(&before).copied().filter(counts).collect();
        let expected: BTreeSet<&str> = case.also.iter().map(String::as_str).chain([rule.as_str()]).collect();
        if new != expected {
            wrong.push(format!("{rule}: expected {expected:?}, found {new:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_and_every_case_a_rule() {
    let rules: BTreeSet<String> =
        rooms::ALL.iter().flat_map(|room| room.rules).map(|info| info.id.to_owned()).collect();
    let cases: BTreeSet<String> = cases().into_keys().collect();
    let lacking: Vec<_> = rules.difference(&cases).collect();
    let stray: Vec<_> = cases.difference(&rules).collect();
    assert!(
        lacking.is_empty() && stray.is_empty(),
        "rules without a case: {lacking:?}; cases without a rule: {stray:?}"
    );
}

#[test]
fn a_rule_that_is_tested_elsewhere_names_a_test_that_is_there() {
    let mut tests = String::new();
    let crates = root().join("crates");
    for folder in fs::read_dir(crates).expect("the crates").flatten() {
        for below in ["src", "tests"] {
            collect(&folder.path().join(below), &mut tests);
        }
    }
    for (rule, case) in cases() {
        if let Some(test) = case.tested_by {
            assert!(tests.contains(&format!("fn {test}(")), "{rule}: there is no test {test}");
        }
    }
}

fn collect(dir: &Path, text: &mut String) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, text);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&fs::read_to_string(path).unwrap_or_default());
        }
    }
}

fn cases() -> BTreeMap<String, Case> {
    let folder = root().join("tests/suite/rules");
    let case = |entry: fs::DirEntry| {
        let rule = entry.file_name().into_string().expect("a rule id");
        let text = fs::read_to_string(entry.path().join("case.toml")).unwrap_or_else(|error| panic!("{rule}: {error}"));
        let case = toml::from_str(&text).unwrap_or_else(|error| panic!("{rule}: {error}"));
        (rule, case)
    };
    fs::read_dir(folder).expect("tests/suite/rules").flatten().map(case).collect()
}
