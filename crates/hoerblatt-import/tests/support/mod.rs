//! What the tests share: the language, and reading their own files.

#![allow(dead_code, unreachable_pub, reason = "each test uses its part")]

use hoerblatt_core::{
    Break, Grammar, Language, Speech, Style, Value, Wording,
    language::{Spot, Token, TokenKind, Vocabulary, pseudo::Pseudo},
    model::LanguageTag,
};
use std::{path::Path, sync::OnceLock};

/// German as import sees it: its spots and its words.
pub struct Office;

impl Language for Office {
    fn tag(&self) -> LanguageTag {
        LanguageTag::new("de").expect("a tag")
    }
    fn read<'p>(&'p self, prose: &'p str) -> Box<dyn Iterator<Item = Token<'p>> + 'p> {
        // Import never reads aloud.
        Box::new(std::iter::once(Token {
            range: 0..prose.len(),
            written: prose.into(),
            spoken: Speech::default(),
            kind: TokenKind::Words,
            why: None,
            ends_sentence: true,
        }))
    }
    fn write(&self, value: &Value, style: Style) -> String {
        Pseudo.write(value, style)
    }
    fn speak(&self, value: &Value, grammar: Grammar) -> Speech {
        Pseudo.speak(value, grammar)
    }
    fn wording(&self) -> Wording {
        Pseudo.wording()
    }
    fn hyphenate(&self, word: &str) -> Vec<Break> {
        Pseudo.hyphenate(word)
    }
    fn vocabulary(&self) -> &Vocabulary {
        static WORDS: OnceLock<Vocabulary> = OnceLock::new();
        WORDS.get_or_init(hoerblatt_de::vocabulary::vocabulary)
    }
    fn spot(&self, text: &str) -> Vec<Spot> {
        hoerblatt_de::spot::spot(text)
    }
}

/// The language of the fixtures.
pub fn language() -> impl Language {
    Office
}

/// Reads a test's file.
#[expect(clippy::disallowed_methods, reason = "a test reads its own files")]
pub fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    std::fs::read(path)
}
