//! Prose → tokens, lazily, in one pass.
//!
//! The reader walks from word to word. What needs no change runs on as plain text and is copied once per sentence; at the start of
//! every word the first character chooses one of three short lists of recognisers, which are asked in order. The first that
//! answers wins. Every look around a word is bounded (see [`text`](crate::text)), so the time is linear in the text.

use crate::{German, plain, text};
use crate::{
    abbreviation, address, date, electronic, fraction, gender, hours, identifier, initials, lexicon, measure, mixture,
    money, notice, number, ordinal, pair, phone, reference, roman, score, symbol, time,
};
use hoerblatt_core::language::{Token, TokenKind, Why};
use hoerblatt_core::{Grammar, Speech, SpeechToken, Value, is_speakable};
use std::borrow::Cow;

/// What a recogniser gets: the whole text and how far back it may reach.
pub(crate) struct Scene<'p> {
    pub text: &'p str,
    /// Where the plain text before the word begins; a recogniser may claim from here on ("Märkische" before "Straße 24").
    pub floor: usize,
    pub german: &'p German,
}

/// What a recogniser found.
pub(crate) struct Found {
    pub start: usize,
    pub end: usize,
    pub spoken: Speech,
    pub kind: TokenKind,
    pub why: Why,
}

impl Found {
    /// Words for a stretch of text.
    pub(crate) fn words(
        start: usize,
        end: usize,
        spoken: impl Into<String>,
        class: &'static str,
        rule: &'static str,
    ) -> Self {
        Self::speech(start, end, Speech::words(spoken), class, rule)
    }

    /// Speech for a stretch of text.
    pub(crate) fn speech(start: usize, end: usize, spoken: Speech, class: &'static str, rule: &'static str) -> Self {
        let why = Why { class, rule, grammar: Grammar::default() };
        Self { start, end, spoken, kind: TokenKind::Words, why }
    }

    /// The value that it is.
    pub(crate) fn value(self, value: Value) -> Self {
        Self { kind: TokenKind::Value(value), ..self }
    }

    /// What it is.
    pub(crate) fn kind(self, kind: TokenKind) -> Self {
        Self { kind, ..self }
    }

    /// The grammar in which it is said.
    pub(crate) fn grammar(mut self, grammar: Grammar) -> Self {
        self.why.grammar = grammar;
        self
    }
}

/// Looks at the word that starts at a byte.
pub(crate) type Recogniser = fn(&Scene<'_>, usize) -> Option<Found>;

/// Asked where a word begins with a digit, or with a sign before a digit.
pub(crate) const AT_DIGIT: &[Recogniser] = &[
    lexicon::read,
    electronic::read,
    date::read_iso,
    reference::read_verses,
    date::read_month_number,
    phone::read,
    identifier::read,
    mixture::read_ordinal_compound,
    date::read,
    time::read,
    money::read,
    measure::read,
    mixture::read,
    address::read_postcode,
    score::read,
    number::read_span_of_years,
    pair::read,
    fraction::read,
    ordinal::read,
    number::read,
];

/// Asked where a word begins with a letter and shows anything unusual (see [`unusual`]).
pub(crate) const AT_WORD: &[Recogniser] = &[
    lexicon::read,
    electronic::read,
    phone::read_letter,
    identifier::read,
    money::read_code_first,
    hours::read,
    date::read_weekday,
    date::read_month,
    date::read_short_life,
    address::read_street,
    gender::read,
    roman::read,
    reference::read,
    measure::read_alone,
    measure::read_rate,
    abbreviation::read,
    mixture::read_letters_first,
    initials::read_range,
    initials::read,
    notice::read,
];

/// Asked at any other sign.
pub(crate) const AT_SIGN: &[Recogniser] = &[
    lexicon::read,
    phone::read,
    time::read_sign_first,
    money::read_sign_first,
    measure::read_rate,
    reference::read,
    gender::read,
    number::read_signed,
    fraction::read,
    symbol::read,
];

/// The tokens of a text.
pub(crate) struct Reader<'p> {
    scene: Scene<'p>,
    /// Up to where tokens were given out.
    given: usize,
    /// Up to where the text was looked at.
    at: usize,
    /// A value that waits until the plain text before it was given out.
    waiting: Option<Found>,
}

impl<'p> Reader<'p> {
    pub(crate) fn new(german: &'p German, text: &'p str) -> Self {
        Self::from(german, text, 0)
    }

    /// Reads on from a byte where a sentence begins.
    pub(crate) fn from(german: &'p German, text: &'p str, start: usize) -> Self {
        Self { scene: Scene { text, floor: start, german }, given: start, at: start, waiting: None }
    }

    /// The plain text up to a byte as a token.
    fn plain_until(&mut self, end: usize, ends_sentence: bool) -> Token<'p> {
        let range = self.given..end;
        self.given = end;
        self.scene.floor = end;
        let written = &self.scene.text[range.clone()];
        // The hyphen that a value leaves behind ("Lehrer*innen- und …") is no dash.
        let hangs = text::char_before(self.scene.text, range.start).is_some_and(text::is_letter);
        let said = written.strip_prefix('-').filter(|_| hangs).unwrap_or(written);
        Token {
            range,
            spoken: Speech::words(plain::spoken(said)),
            written: Cow::Borrowed(written),
            kind: if plain::is_readable(written) { TokenKind::Words } else { TokenKind::Unreadable },
            why: None,
            ends_sentence,
        }
    }

    fn found_token(&mut self, found: Found) -> Token<'p> {
        let text = self.scene.text;
        let (mut end, mut spoken, mut ends) = (found.end, found.spoken, false);
        // A full stop that is part of the value ("usw.", "am 3.") ends the sentence too where nothing else does.
        if text[..end].ends_with('.') && sentence::ends_at_inner_stop(text, end) {
            ends = true;
            push_stop(&mut spoken);
            end = sentence::past_gap(text, end);
        }
        make_speakable(&mut spoken.0);
        self.given = end;
        self.at = end;
        self.scene.floor = end;
        let written = &text[found.start..end];
        let unchanged = found.kind == TokenKind::Words && spoken.to_line() == written.trim();
        Token {
            range: found.start..end,
            written: hold_together(written, &found.kind),
            spoken,
            kind: found.kind,
            why: (!unchanged).then_some(found.why),
            ends_sentence: ends,
        }
    }
}

/// In a value, spaces between its parts become no-break spaces: a date, a time, a price never part over lines.
fn hold_together<'p>(written: &'p str, kind: &TokenKind) -> Cow<'p, str> {
    let unit = match kind {
        TokenKind::Value(Value::Address(_) | Value::Email(_) | Value::Web(_) | Value::Hours(_)) => false,
        TokenKind::Value(Value::Dates(..) | Value::Times(..) | Value::Moneys(..) | Value::Numbers(..)) => false,
        TokenKind::Value(_) | TokenKind::Abbreviation(_) => written.len() <= 24,
        _ => false,
    };
    let inner = written.trim();
    if !unit || !inner.contains(' ') {
        return Cow::Borrowed(written);
    }
    Cow::Owned(written.replacen(inner, &inner.replace(' ', "\u{a0}"), 1))
}

/// Words that a value carries along from the text are held to the rule for all words: no sign that has no sound.
fn make_speakable(tokens: &mut [SpeechToken]) {
    for token in tokens {
        match token {
            SpeechToken::Words(words) | SpeechToken::Sounds { words, .. } if !is_speakable(words) => {
                *words = plain::spoken(words);
            }
            SpeechToken::Foreign(_, inner) | SpeechToken::Strong(inner) => make_speakable(inner),
            _ => {}
        }
    }
}

fn push_stop(spoken: &mut Speech) {
    match spoken.0.last_mut() {
        Some(SpeechToken::Words(words)) => words.push('.'),
        Some(_) => spoken.0.push(SpeechToken::Words(".".into())),
        None => {}
    }
}

impl<'p> Iterator for Reader<'p> {
    type Item = Token<'p>;

    fn next(&mut self) -> Option<Token<'p>> {
        if let Some(found) = self.waiting.take() {
            return Some(self.found_token(found));
        }
        let text = self.scene.text;
        while self.at < text.len() {
            if let Some(found) = look(&self.scene, self.at) {
                if found.start > self.given {
                    let plain = self.plain_until(found.start, false);
                    self.waiting = Some(found);
                    return Some(plain);
                }
                return Some(self.found_token(found));
            }
            let before = self.at;
            self.at = past_piece(text, before);
            if let Some(end) = sentence::end_after(text, before, self.at) {
                self.at = end;
                return Some(self.plain_until(end, true));
            }
            if self.at - self.given > LONGEST_PLAIN && text::char_before(text, self.at).is_some_and(text::is_space) {
                return Some(self.plain_until(self.at, false));
            }
        }
        (self.given < text.len()).then(|| self.plain_until(text.len(), true))
    }
}

/// Plain text is given out after this many bytes at the latest, so that memory does not grow with a text without sentence ends.
pub(crate) const LONGEST_PLAIN: usize = 4096;

/// Asks the recognisers at a place.
pub(crate) fn look(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let list = match text.as_bytes()[at] {
        b' ' | b',' | b'.' | b';' | b'!' | b'?' | b'\n' => return None,
        b'0'..=b'9' => AT_DIGIT,
        b'a'..=b'z' | b'A'..=b'Z' => match unusual(scene, at) {
            true => AT_WORD,
            false => return None,
        },
        0x80.. => match text[at..].chars().next() {
            Some(c) if text::is_letter(c) => match unusual(scene, at) {
                true => AT_WORD,
                false => return None,
            },
            Some(c) if plain::is_punctuation(c) => return None,
            _ => AT_SIGN,
        },
        _ => AT_SIGN,
    };
    let found = list.iter().find_map(|recogniser| recogniser(scene, at))?;
    debug_assert!(found.start >= scene.floor && found.end > at, "a recogniser must go forward");
    Some(found)
}

/// Past the word, the digits or the one sign at a byte.
pub(crate) fn past_piece(text: &str, at: usize) -> usize {
    let letters = text::letters_end(text, at);
    if letters > at {
        return letters;
    }
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}

/// Whether a word could be more than a word: capitals or digits inside, a sign after it, or a known short form or keyword.
///
/// This one look at each word is what keeps plain text fast.
fn unusual(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.text;
    let bytes = text.as_bytes();
    // In the middle of a longer word or after a sign that belongs to it, the start was looked at already.
    let end = text::letters_end(text, at);
    let word = &text[at..end];
    let capitals = word.chars().skip(1).any(char::is_uppercase);
    if capitals
        || matches!(bytes.get(end), Some(b'0'..=b'9' | b'.' | b'*' | b':' | b'_' | b'/' | b'(' | b'@' | b'-' | b'&'))
    {
        return true;
    }
    if bytes.get(end).is_some_and(|b| *b >= 0x80)
        && matches!(text::char_at(text, end), Some('·' | '‑' | '•' | '∗' | '＊'))
    {
        return true;
    }
    word.len() == 1
        || scene.german.keywords.contains(word)
        || scene.german.lexicon.may_start(word)
        || (bytes[at].is_ascii_uppercase() || bytes[at] >= 0x80)
            && text::digit_at(text, text::past_spaces(text, end))
            && address::is_street(word)
}

use crate::sentence;
