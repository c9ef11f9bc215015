//! What are the pieces? Numbers, words, signs and spaces of a line.

use crate::calendar;
use chrono::Weekday;
use std::ops::Range;

/// What a lexeme is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Word,
    Space,
    Sign,
}

/// The kinds of signs by their first byte; nothing where only the whole sign tells.
static KINDS: [Option<Kind>; 256] = {
    let (mut kinds, mut byte) = ([None; 256], 0);
    while byte < 0x80 {
        kinds[byte] = Some(match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Kind::Word,
            b' ' | b'\t' | b'\n' => Kind::Space,
            b'0'..=b'9' => Kind::Number,
            _ => Kind::Sign,
        });
        byte += 1;
    }
    kinds
};

impl Kind {
    /// The kind of the sign that begins at a byte, and its length.
    #[inline]
    fn at(source: &str, at: usize) -> Option<(Self, usize)> {
        let byte = *source.as_bytes().get(at)?;
        match KINDS[usize::from(byte)] {
            Some(kind) => Some((kind, 1)),
            None => Self::beyond_ascii(source, at),
        }
    }

    fn beyond_ascii(source: &str, at: usize) -> Option<(Self, usize)> {
        let sign = source[at..].chars().next()?;
        let kind = match sign {
            'ä' | 'ö' | 'ü' | 'ß' | 'Ä' | 'Ö' | 'Ü' => Self::Word,
            '\u{a0}' | '\u{202f}' | '\u{2009}' => Self::Space,
            _ if sign.is_alphabetic() => Self::Word,
            _ => Self::Sign,
        };
        Some((kind, sign.len_utf8()))
    }
}

/// Where a lexeme begins; it ends where the next one does.
#[derive(Clone, Copy)]
struct Lexeme {
    kind: Kind,
    start: u32,
}

/// A text in pieces.
pub(super) struct Lexemes<'t> {
    source: &'t str,
    all: Vec<Lexeme>,
}

impl<'t> Lexemes<'t> {
    /// Parts a text of less than 4 GB; nothing stands in a longer one.
    pub(super) fn new(source: &'t str) -> Self {
        let source = if u32::try_from(source.len()).is_ok() { source } else { "" };
        let mut all: Vec<Lexeme> = Vec::with_capacity(source.len() / 3);
        let mut last = Kind::Sign;
        let mut at = 0;
        while let Some((kind, length)) = Kind::at(source, at) {
            // Every sign stands by itself; letters, digits and spaces run on.
            if kind != last || kind == Kind::Sign {
                all.push(Lexeme { kind, start: at as u32 });
            }
            last = kind;
            at += length;
        }
        Self { source, all }
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.all.get(at).map(|lexeme| lexeme.kind)
    }

    /// The text of a lexeme; empty past the end.
    pub(super) fn text(&self, at: usize) -> &'t str {
        if at < self.all.len() { &self.source[self.start(at)..self.start(at + 1)] } else { "" }
    }

    /// Where a lexeme begins, in bytes.
    pub(super) fn start(&self, at: usize) -> usize {
        self.all.get(at).map_or(self.source.len(), |lexeme| lexeme.start as usize)
    }

    /// The bytes from one lexeme up to (not with) another.
    pub(super) fn range(&self, from: usize, to: usize) -> Range<usize> {
        let end = if (1..=self.all.len()).contains(&to) { self.start(to) } else { self.start(from) };
        self.start(from)..end
    }

    /// The next lexeme that is no space.
    pub(super) fn skip_space(&self, at: usize) -> usize {
        if self.kind(at) == Some(Kind::Space) { at + 1 } else { at }
    }

    /// The lexeme before, over spaces and a comma or full stop between a weekday and its date.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let mut at = at.checked_sub(1)?;
        let mut stops = 0;
        while self.kind(at) == Some(Kind::Space) || (stops < 2 && matches!(self.text(at), "," | "." | "(" | "/" | "|"))
        {
            if self.kind(at) != Some(Kind::Space) {
                // A full stop or comma joins only a weekday ("Mi., 11. Mai") or a short "ca.".
                let word = at.checked_sub(1)?;
                if self.kind(word) == Some(Kind::Word)
                    && self.weekday(word).is_none()
                    && !matches!(self.text(word), "ca" | "Ca")
                {
                    return None;
                }
                stops += 1;
            }
            at = at.checked_sub(1)?;
        }
        Some(at)
    }

    /// The number at a lexeme and how many digits it has; `None` for more than nine digits.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        let digits = Some(at).filter(|&at| self.kind(at) == Some(Kind::Number)).map(|at| self.text(at))?;
        let value = |digits: &str| digits.bytes().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        (digits.len() <= 9).then(|| (value(digits), digits.len()))
    }

    /// Whether a lexeme stands for "from … to …".
    pub(super) fn is_range_sign(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "–" | "—" | "‒" | "‑" | "−" | "bis" | "Bis" | "BIS")
    }

    /// The weekday a word names, in full or as the usual two letters.
    pub(super) fn weekday(&self, at: usize) -> Option<Weekday> {
        self.word(at).and_then(calendar::typed_weekday)
    }

    /// The month a word names, in full or shortened.
    pub(super) fn month(&self, at: usize) -> Option<u32> {
        self.word(at).and_then(calendar::typed_month)
    }

    /// The month a word names in full.
    pub(super) fn full_month(&self, at: usize) -> Option<u32> {
        self.word(at).and_then(calendar::typed_full_month)
    }

    fn word(&self, at: usize) -> Option<&'t str> {
        (self.kind(at) == Some(Kind::Word)).then(|| self.text(at))
    }
}
