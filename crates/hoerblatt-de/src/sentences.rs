//! Prose parted into sentences, for import: as the reader ends them, but without reading every word.
//!
//! Only a stop, a line break and the like can end a sentence, and the reader finds nothing unusual at most of them. So this goes from sign
//! to sign and looks, as the reader would, at the few words before each: where nothing is found there, the sign alone decides. Where
//! anything is found ("am 3. Mai", "z. B.", "Dr. Vogel"), the reader reads that one sentence.

use crate::read::{LONGEST_PLAIN, Reader, Scene, look, past_piece};
use crate::{German, sentence};
use std::ops::Range;

/// So many words before a sign are looked at. Nothing that the reader finds goes on over more words without a digit or a sign.
const WORDS_BEFORE: usize = 3;

/// The sentences of a text with the spaces behind them, without gap.
pub(crate) fn sentences(german: &German, text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = end_of_plain(german, text, start).unwrap_or_else(|| {
            let ended = Reader::from(german, text, start).find(|token| token.ends_sentence);
            ended.map_or(text.len(), |token| token.range.end)
        });
        sentences.push(start..end);
        start = end;
    }
    sentences
}

/// Where the sentence that begins at `start` ends; `None` where only the reader can tell.
fn end_of_plain(german: &German, text: &str, start: usize) -> Option<usize> {
    if !german.lexicon.is_empty() {
        return None;
    }
    let scene = Scene { text, floor: start, german };
    let mut looked = start;
    while let Some(sign) = next_sign(text, looked) {
        let past = past_piece(text, sign);
        // Nothing is left to be told apart behind the last sign.
        if past == text.len() && past - start <= LONGEST_PLAIN {
            return Some(past);
        }
        if past - start > LONGEST_PLAIN || !is_plain(&scene, words_before(text, looked, sign)..past) {
            return None;
        }
        if let Some(end) = sentence::end_after(text, sign, past) {
            return Some(end);
        }
        looked = past;
    }
    let plain = text.len() - start <= LONGEST_PLAIN;
    plain.then_some(text.len())
}

/// Where the next sign stands that may end a sentence.
fn next_sign(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|&at| match bytes[at] {
        b'.' | b'!' | b'?' | b'\n' | b'\r' => true,
        0xe2 => text[at..].starts_with('…'),
        _ => false,
    })
}

/// Whether the reader, going from piece to piece, finds nothing in a stretch of text.
fn is_plain(scene: &Scene<'_>, stretch: Range<usize>) -> bool {
    let mut at = stretch.start;
    while at < stretch.end {
        if look(scene, at).is_some() {
            return false;
        }
        at = past_piece(scene.text, at);
    }
    true
}

/// Where the last few words before a sign begin, but not before `floor`.
fn words_before(text: &str, floor: usize, sign: usize) -> usize {
    let spaces = text[floor..sign].char_indices().rev().filter(|(_, c)| c.is_whitespace());
    spaces.map(|(at, _)| floor + at).nth(WORDS_BEFORE - 1).unwrap_or(floor)
}
