//! What a clerk gets for a mistake: a sentence that names the place, the exit code of the contract, and an untouched earlier output.
//!
//! Each folder of `suite/bad-input/` is a case: its files lie over those of `base/`, and `programme.toml.absent` takes that file away.
//! The golden says what `publish` answers, in English and in German, and what became of the set that the good `base/` had made.

use hoerblatt_tests::{golden, program, repository};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    process::Output,
};

/// Every file of a folder with its bytes, by its path in the folder.
fn set(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let (Ok(bytes), Ok(name)) = (fs::read(&path), path.strip_prefix(folder)) {
                files.insert(name.to_owned(), bytes);
            }
        }
    }
    files
}

/// Copies the files of a folder into another one; `x.absent` removes `x` there.
fn lay_over(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match name.strip_suffix(".absent") {
            Some(name) => fs::remove_file(to.join(name))?,
            None => fs::copy(&path, to.join(name)).map(drop)?,
        }
    }
    Ok(())
}

fn publish(folder: &Path, language: &str) -> Output {
    let arguments = ["publish", "publication", "--out", "out", "--only", "flyers,scripts", "--lang", language];
    program(folder).args(arguments).output().expect("the program starts")
}

/// What the program printed, one line after the other; nothing of it names the folder of the test.
fn answer(output: &Output) -> String {
    let code = output.status.code().map_or("a signal".to_owned(), |code| code.to_string());
    let text = [&output.stdout[..], &output.stderr[..]].map(String::from_utf8_lossy).concat();
    format!("exit {code}\n{text}")
}

fn change(before: &BTreeMap<PathBuf, Vec<u8>>, after: &BTreeMap<PathBuf, Vec<u8>>) -> String {
    let gone = before.keys().filter(|path| !after.contains_key(*path)).map(|path| format!("gone {}", path.display()));
    let new = after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes));
    let lines: Vec<_> = gone.chain(new.map(|(path, _)| format!("new {}", path.display()))).collect();
    if lines.is_empty() { "the set is as before\n".to_owned() } else { lines.join("\n") + "\n" }
}

#[test]
fn every_mistake_is_named_and_leaves_the_rest_standing() {
    let cases = repository().join("tests/suite/bad-input");
    let mut answers = BTreeMap::new();
    for case in fs::read_dir(&cases).expect("the cases").flatten().map(|entry| entry.path()) {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let publication = scratch.path().join("publication");
        lay_over(&cases.join("base"), &publication).expect("the base can be copied");
        let good = publish(scratch.path(), "en");
        assert_eq!(good.status.code(), Some(0), "the base is sound: {}", answer(&good));
        let before = set(&scratch.path().join("out"));
        lay_over(&case, &publication).expect("the case can be copied");
        let english = answer(&publish(scratch.path(), "en"));
        let changed = change(&before, &set(&scratch.path().join("out")));
        let german = answer(&publish(scratch.path(), "de"));
        answers.insert(name, format!("{english}\n{german}\n{changed}"));
    }
    golden::check("bad-input", &answers);
}

#[test]
fn an_output_folder_that_cannot_be_is_something_outside() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let publication = scratch.path().join("publication");
    lay_over(&repository().join("tests/suite/bad-input/base"), &publication).expect("the base can be copied");
    fs::write(scratch.path().join("out"), "a file").expect("a file can be written");
    let output = publish(scratch.path(), "en");
    assert_eq!(output.status.code(), Some(4), "{}", answer(&output));
    assert!(answer(&output).contains("out"), "{}", answer(&output));
    assert_eq!(fs::read(scratch.path().join("out")).expect("still there"), b"a file");
}
