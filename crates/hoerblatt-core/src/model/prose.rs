//! Running text as an office wrote it.

use crate::Span;

/// Text in Unicode NFC with the place it came from.
///
/// It may carry a tiny markup, read by [`markup`](crate::markup): `**strong**`, `[text](address)`, `[text]{tr}` for a piece in another
/// language; a blank line parts paragraphs, lines with `- ` are a list, lines with `> ` a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The text, NFC, trimmed.
    pub text: String,
    /// The TOML string it stands in; `None` for text made in code.
    pub span: Option<Span>,
}

impl Prose {
    /// Prose made in code, normalised to NFC.
    pub fn new(text: &str) -> Self {
        use unicode_normalization::UnicodeNormalization;
        Self { text: text.trim().nfc().collect(), span: None }
    }
}

/// A BCP 47 language tag such as `de`, `tr` or `uk`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// A tag of 2–3 letters, optionally with subtags of 1–8 letters or digits; `None` for anything else.
    pub fn new(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or("");
        let sound = (2..=3).contains(&primary.len())
            && primary.bytes().all(|b| b.is_ascii_alphabetic())
            && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        sound.then(|| Self(tag.to_owned()))
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language: `de` of `de-AT`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or("")
    }
}
