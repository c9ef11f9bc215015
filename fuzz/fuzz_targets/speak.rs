//! Any bytes: the German reader covers the text, says only what can be said, and does not panic.
#![no_main]

use hoerblatt_core::Language;
use hoerblatt_core::language::contract::speech_is_speakable;
use hoerblatt_de::German;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let german = German::default();
    let mut at = 0;
    for token in german.read(&text) {
        assert_eq!(token.range.start, at);
        assert!(speech_is_speakable(&token.spoken));
        at = token.range.end;
    }
    assert_eq!(at, text.len());
});
