//! What the tests share: the language, and reading their own files.

#![allow(dead_code, unreachable_pub, reason = "each test uses its part")]

pub mod workbook;

use hoerblatt_de::German;
use std::path::Path;

/// The language of the fixtures.
pub fn language() -> German {
    German::default()
}

/// Reads a test's file.
#[expect(clippy::disallowed_methods, reason = "a test reads its own files")]
pub fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    std::fs::read(path)
}
