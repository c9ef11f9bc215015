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

impl Kind {
    /// The kind of the sign at a byte, and its length.
    #[inline]
    fn at(source: &str, at: usize) -> Option<(Self, usize)> {
        let byte = *source.as_bytes().get(at)?;
        let kind = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Self::Word,
            b' ' | b'\t' | b'\n' => Self::Space,
            b'0'..=b'9' => Self::Number,
            0..0x80 => Self::Sign,
            _ => {
                let sign = source[at..].chars().next()?;
                return Some((Self::beyond_ascii(sign), sign.len_utf8()));
            }
        };
        Some((kind, 1))
    }

    fn beyond_ascii(sign: char) -> Self {
        match sign {
            'ä' | 'ö' | 'ü' | 'ß' | 'Ä' | 'Ö' | 'Ü' => Self::Word,
            '\u{a0}' | '\u{202f}' | '\u{2009}' => Self::Space,
            _ if sign.is_alphabetic() => Self::Word,
            _ => Self::Sign,
        }
    }
}

#[derive(Clone, Copy)]
struct Lexeme {
    kind: Kind,
    start: usize,
    end: usize,
}

/// A text in pieces.
pub(super) struct Lexemes<'t> {
    source: &'t str,
    all: Vec<Lexeme>,
}

impl<'t> Lexemes<'t> {
    pub(super) fn new(source: &'t str) -> Self {
        let mut all: Vec<Lexeme> = Vec::with_capacity(source.len() / 4);
        let mut start = 0;
        while let Some((kind, length)) = Kind::at(source, start) {
            let mut end = start + length;
            // Every sign stands by itself; letters, digits and spaces run on.
            while let Some((_, length)) = Kind::at(source, end).filter(|(next, _)| kind != Kind::Sign && *next == kind)
            {
                end += length;
            }
            all.push(Lexeme { kind, start, end });
            start = end;
        }
        Self { source, all }
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.all.get(at).map(|lexeme| lexeme.kind)
    }

    /// The text of a lexeme; empty past the end.
    pub(super) fn text(&self, at: usize) -> &'t str {
        self.all.get(at).map_or("", |lexeme| &self.source[lexeme.start..lexeme.end])
    }

    /// Where a lexeme begins, in bytes.
    pub(super) fn start(&self, at: usize) -> usize {
        self.all.get(at).map_or(self.source.len(), |lexeme| lexeme.start)
    }

    /// The bytes from one lexeme up to (not with) another.
    pub(super) fn range(&self, from: usize, to: usize) -> Range<usize> {
        let end = to.checked_sub(1).and_then(|last| self.all.get(last)).map_or(self.start(from), |lexeme| lexeme.end);
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
        let lexeme = self.all.get(at).filter(|lexeme| lexeme.kind == Kind::Number)?;
        let digits = lexeme.end - lexeme.start;
        (digits <= 9).then(|| self.text(at).parse().ok()).flatten().map(|number| (number, digits))
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
