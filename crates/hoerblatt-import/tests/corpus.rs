//! Replays the kept corpus of the fuzz targets: what once was strange must stay harmless.

use hoerblatt_core::Sources;
use hoerblatt_import::{ImportOptions, Input, import};
use std::{collections::BTreeMap, path::Path};

#[path = "support/mod.rs"]
mod support;

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads its own files")]
fn every_kept_input_of_the_fuzz_targets_is_survived() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let german = support::language();
    let mut replayed = 0;
    for target in ["text", "markdown", "html", "csv", "calendar", "sheet", "docx"] {
        for entry in std::fs::read_dir(corpus.join(format!("import_{target}"))).expect("a corpus") {
            let bytes = std::fs::read(entry.expect("an entry").path()).expect("an input");
            let mut sources = Sources::default();
            let checked =
                import(&mut sources, &[Input { name: target, bytes: &bytes }], &german, &ImportOptions::default());
            if let Some(imported) = checked.value {
                assert!(imported.to_files(&sources, &BTreeMap::new()).value.is_some());
            }
            replayed += 1;
        }
    }
    assert!(replayed >= 12, "only {replayed} inputs were there");
}
