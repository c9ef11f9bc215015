//! Any bytes behind the beginning of this format: never a panic, and what was read can be written.
#![no_main]

use hoerblatt_core::Sources;
use hoerblatt_import::{ImportOptions, Input, import};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

fuzz_target!(|bytes: &[u8]| {
    let all = [b"# Fest\\n\\n[a](https://b.example)\\n\\n".as_slice(), bytes].concat();
    for bytes in [all.as_slice(), bytes] {
        let mut sources = Sources::default();
        let german = hoerblatt_de::German::default();
        let input = Input { name: "presse.md", bytes };
        if let Some(imported) = import(&mut sources, &[input], &german, &ImportOptions::default()).value {
            let _ = imported.summary().to_json();
            let _ = imported.to_files(&sources, &BTreeMap::new());
        }
    }
});
