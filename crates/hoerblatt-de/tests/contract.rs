//! The checks that every language runs.

use hoerblatt_core::language::contract;
use hoerblatt_de::German;

#[test]
fn german_keeps_the_contract_of_a_language() {
    let broken = contract::check(&German::default());
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
