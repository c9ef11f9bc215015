//! What the city knows better than any rule: how its names are said.

use super::{LanguageTag, Prose};
use crate::Span;

/// The publication's own lexicon; it wins over everything the language knows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lexicon {
    /// The entries as written.
    pub entries: Vec<LexiconEntry>,
}

/// One word or name and how it is said.
#[derive(Debug, Clone, PartialEq)]
pub struct LexiconEntry {
    /// As written in the text; may hold spaces.
    pub written: String,
    /// Inflected or other forms that are said by the same rule, each with its own reading where one is given.
    pub forms: Vec<LexiconForm>,
    /// How it is said.
    pub reading: Reading,
    /// What it stands for, for `/E` in PDF and `<abbr>` in HTML.
    pub expansion: Option<Prose>,
    /// Where it stands in the sources.
    pub span: Option<Span>,
}

/// Another form of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct LexiconForm {
    /// As written.
    pub written: String,
    /// How this form is said; `None`: like the entry.
    pub reading: Option<Reading>,
}

/// How a lexicon entry is said.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// By other words: "Wi-Fi" as "Weifei".
    Words(String),
    /// By sounds (IPA), with words for engines that take none.
    Sounds {
        /// IPA.
        ipa: String,
        /// The nearest spelling.
        words: String,
    },
    /// Letter by letter.
    Letters,
    /// As it is written, but by the rules of another language.
    Foreign(LanguageTag),
    /// As it is written: protects a word from every rule.
    AsWritten,
}
