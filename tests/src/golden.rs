//! Goldens are readable text: a reviewer reads a difference, not a checksum.
//!
//! `UPDATE=1 cargo test` writes them anew. A file that no case makes any more is dead and fails, too.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// Compares the cases of one kind with the files in `tests/golden/<kind>/`. The names of the cases are the names of the files, so
/// one call must hold all of a kind.
///
/// # Panics
/// With the first differing line of each case, and the names of missing and dead files.
pub fn check(kind: &str, cases: &BTreeMap<String, String>) {
    let folder = crate::repository().join("tests/golden").join(kind);
    let path = |name: &str| folder.join(format!("{name}.txt"));
    if std::env::var("UPDATE").is_ok_and(|switch| switch == "1") {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the goldens' folder can be made");
        for (name, text) in cases {
            fs::write(path(name), text).expect("a golden can be written");
        }
        return;
    }
    let mut faults = String::new();
    for (name, text) in cases {
        match fs::read_to_string(path(name)) {
            Ok(golden) if golden == *text => {}
            Ok(golden) => faults.push_str(&first_difference(&path(name), &golden, text)),
            Err(_) => _ = writeln!(faults, "{} is missing", path(name).display()),
        }
    }
    for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let file = entry.path();
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        if !cases.contains_key(name.as_ref()) {
            _ = writeln!(faults, "{} is dead: no case makes it", file.display());
        }
    }
    assert!(faults.is_empty(), "{faults}If this is as it should be: UPDATE=1 cargo test -p hoerblatt-tests");
}

fn first_difference(path: &Path, golden: &str, text: &str) -> String {
    let at = golden.lines().zip(text.lines()).take_while(|(old, new)| old == new).count();
    let line = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
    format!("{}:{}\n  golden {}\n  now    {}\n", path.display(), at + 1, line(golden), line(text))
}
