//! Runs the program as a user does: in a folder of its own, with an environment that is known.

#![allow(dead_code, reason = "each test file uses its own part")]
#![expect(clippy::disallowed_methods, reason = "the tests start the program that they test")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The program with nothing around it but a cache shared by the tests: English, no terminal.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoerblatt"));
    command
        .args(arguments)
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .env("HOERBLATT_CACHE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache"));
    command
}

/// How a run ended.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn run(arguments: &[&str]) -> Ran {
    finish(command(arguments).output().expect("the program runs"))
}

pub(crate) fn finish(output: Output) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    Ran { code: output.status.code().expect("it ended by itself"), out: text(output.stdout), err: text(output.stderr) }
}

pub(crate) fn data(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name).display().to_string()
}

/// A new publication in a folder of its own.
pub(crate) fn publication() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    let made = run(&["init", path(&dir.path().join("stadt")).as_str(), "--lang", "de"]);
    assert_eq!(made.code, 0, "{}", made.err);
    dir
}

pub(crate) fn path(path: &Path) -> String {
    path.display().to_string()
}

pub(crate) fn edit(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("a file");
    assert!(text.contains(from), "{} does not hold “{from}”", file.display());
    fs::write(file, text.replace(from, to)).expect("a file");
}

/// Every file below a folder with its bytes; hidden ones aside.
pub(crate) fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, dir: &Path, all: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
            let path: PathBuf = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
            } else if path.is_dir() {
                walk(root, &path, all);
            } else {
                let name = path.strip_prefix(root).expect("below the root").display().to_string();
                all.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    let mut all = BTreeMap::new();
    walk(dir, dir, &mut all);
    all
}
