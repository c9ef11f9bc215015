//! The publication's own lexicon: it wins over everything else, for single words, names of several words and their inflected forms.

use crate::read::{Found, Scene};
use crate::text::{alphanumeric_at, char_before, digit_at, is_letter, letters_end};
use crate::{German, initials};
use hoerblatt_core::language::TokenKind;
use hoerblatt_core::model::{Lexicon, Reading};
use hoerblatt_core::{Speech, SpeechToken};
use std::collections::HashMap;

/// The lexicon, found by the first letters of its entries.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entries {
    by_start: HashMap<String, Vec<Entry>>,
}

#[derive(Debug, Clone)]
struct Entry {
    written: String,
    reading: Reading,
    expansion: Option<String>,
}

impl Entries {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut by_start: HashMap<String, Vec<Entry>> = HashMap::new();
        for entry in &lexicon.entries {
            let expansion = entry.expansion.as_ref().map(|prose| prose.text.clone());
            let own = (entry.written.clone(), entry.reading.clone());
            let forms = entry
                .forms
                .iter()
                .map(|form| (form.written.clone(), form.reading.clone().unwrap_or_else(|| entry.reading.clone())));
            for (written, reading) in std::iter::once(own).chain(forms) {
                if written.trim().is_empty() {
                    continue;
                }
                let entry = Entry { written: written.trim().to_owned(), reading, expansion: expansion.clone() };
                by_start.entry(start(&entry.written, 0).to_owned()).or_default().push(entry);
            }
        }
        // The longest name first: "Haus Rodenberg" before "Haus".
        let by_length = |a: &Entry, b: &Entry| b.written.len().cmp(&a.written.len()).then(a.written.cmp(&b.written));
        by_start.values_mut().for_each(|entries| entries.sort_by(by_length));
        Self { by_start }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.by_start.is_empty()
    }

    /// Whether an entry begins with these letters.
    pub(crate) fn may_start(&self, word: &str) -> bool {
        !self.by_start.is_empty() && self.by_start.contains_key(word)
    }
}

/// The letters at a byte, or the one sign that stands there.
fn start(text: &str, at: usize) -> &str {
    match letters_end(text, at) {
        end if end > at => &text[at..end],
        _ => &text[at..at + text[at..].chars().next().map_or(0, char::len_utf8)],
    }
}

/// An entry that stands at a byte as a whole word.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let entries = &scene.german.lexicon;
    if entries.by_start.is_empty() {
        return None;
    }
    let text = scene.text;
    let candidates = entries.by_start.get(start(text, at))?;
    if char_before(text, at).is_some_and(|c| is_letter(c) || c.is_ascii_digit()) {
        return None;
    }
    let entry = candidates.iter().find(|entry| {
        let end = at + entry.written.len();
        let word_ends = entry.written.ends_with(|c: char| is_letter(c) || c.is_ascii_digit());
        let closed = !(word_ends && (alphanumeric_at(text, end) || digit_at(text, end)));
        text[at..].starts_with(&entry.written) && closed
    })?;
    let spoken = speech(scene.german, &entry.reading, &entry.written);
    let kind = match (&entry.reading, &entry.expansion) {
        (Reading::Foreign(tag), _) => TokenKind::Foreign(tag.clone()),
        (_, Some(expansion)) => TokenKind::Abbreviation(expansion.clone()),
        _ => TokenKind::Words,
    };
    Some(Found::speech(at, at + entry.written.len(), spoken, "lexicon", "entry").kind(kind))
}

/// What an entry says.
fn speech(german: &German, reading: &Reading, written: &str) -> Speech {
    match reading {
        Reading::Words(words) => sayable(german, words),
        Reading::Sounds { ipa, words } => {
            let words = sayable(german, words).to_line();
            Speech(vec![SpeechToken::Sounds { words, ipa: ipa.clone() }])
        }
        Reading::Letters => initials::spell(written),
        Reading::Foreign(tag) => {
            Speech(vec![SpeechToken::Foreign(tag.clone(), Speech::words(crate::plain::spoken(written)).0)])
        }
        Reading::AsWritten => Speech::words(crate::plain::spoken(written)),
    }
}

/// A respelling may itself hold a number; what it says is read by the rules, without the lexicon.
fn sayable(german: &German, words: &str) -> Speech {
    if hoerblatt_core::is_speakable(words) {
        return Speech::words(words);
    }
    german.without_lexicon().speech_of(words)
}
