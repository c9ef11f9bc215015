//! Where a word may be divided.

use hoerblatt_core::Break;

/// The places where a word may be divided, with their cost.
pub(crate) fn breaks(word: &str) -> Vec<Break> {
    let _ = word;
    Vec::new()
}
