//! A piece of an entry, word by word: what the vocabulary knows of each is looked up once, and weighed for a title and for a place.

use super::{
    kinds::{Kind, Kinds},
    words::Words,
};
use crate::scan::Scan;

/// A piece in words.
pub(super) struct Phrase<'t> {
    pub text: &'t str,
    words: Vec<Word<'t>>,
}

/// A word and what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    pub text: &'t str,
    /// Its kinds as it is written.
    pub kinds: Kinds,
    /// Its kinds, whatever its capitals.
    pub folded: Kinds,
    /// A part of it names an event: "Repair-Café".
    pub event: bool,
    /// It, or what a slash parts in it, names a place.
    pub place: bool,
}

impl<'t> Word<'t> {
    fn new(text: &'t str, words: &Words<'_>) -> Self {
        let folded = words.kinds_folded(text);
        let known = folded != Kinds::default();
        let kinds = if known { words.kinds(text) } else { folded };
        let (event, place) = if text.bytes().any(|byte| matches!(byte, b'-' | b'/')) {
            let event = text.split(['-', '/']).any(|part| words.names_event(part));
            (event, text.cut(b'/').any(|part| words.names_place(part)))
        } else {
            words.names(text)
        };
        Self { text, kinds, folded, event, place }
    }
}

impl<'t> Phrase<'t> {
    pub(super) fn new(text: &'t str, words: &Words<'_>) -> Self {
        let mut known = Vec::with_capacity(8);
        known.extend(text.spaced().map(|word| Word::new(word, words)));
        Self { text, words: known }
    }

    pub(super) fn words(&self) -> &[Word<'t>] {
        &self.words
    }

    /// The words before a preposition or a genitive inside: in "Tanzcafé im Bürgerhaus" and "Nacht der Museen" only the first tells what
    /// the piece is.
    pub(super) fn head(&self) -> &[Word<'t>] {
        let inside = self.words.iter().skip(1);
        let end = inside.take_while(|word| !word.kinds.is_any(&[Kind::Preposition, Kind::Genitive])).count() + 1;
        &self.words[..end.min(self.words.len())]
    }

    /// "Mit dem Bläserkreis der Musikschule", "Werke von Hammerschmidt": what tells of an event and names no place.
    pub(super) fn describes(&self) -> bool {
        self.words.iter().take(2).any(|word| word.folded.is(Kind::Describing)) || self.counts()
    }

    /// "8 bis 12 Jahre": a number, and what it counts.
    pub(super) fn counts(&self) -> bool {
        let number = self.words.iter().position(|word| word.text.starts_with(|c: char| c.is_ascii_digit()));
        number.is_some_and(|at| self.words[at..].iter().any(|word| word.folded.is(Kind::Counted)))
    }

    /// "ab 10 Jahren", "auf 20 Plätze", "am Gründonnerstag": what a small word leads to is a number or a day and no venue.
    pub(super) fn leads_elsewhere(&self) -> bool {
        let Some(second) = self.words.get(1) else { return false };
        let counted = second.text.starts_with(|c: char| c.is_ascii_digit());
        counted && !self.words.iter().any(|word| word.place) || second.folded.is(Kind::DayName)
    }
}
