//! Text that is said as it is written.

use crate::text::{is_letter, is_space};
use std::borrow::Cow;

/// Punctuation that runs along in plain text.
pub(crate) fn is_punctuation(c: char) -> bool {
    is_space(c)
        || matches!(
            c,
            '…' | '„'
                | '“'
                | '‚'
                | '‘'
                | '”'
                | '’'
                | '»'
                | '«'
                | '›'
                | '‹'
                | '\u{ad}'
                | '\u{200b}'
                | '\u{200d}'
                | '\u{feff}'
        )
}

/// Plain text for the ear: quotation marks and dashes stay, signs without a sound go.
pub(crate) fn spoken(written: &str) -> String {
    let trimmed = written.trim();
    if written == "-" || written == "‑" {
        // Between two values of one compound ("DIN-A4-Blatt"): no pause.
        return String::new();
    }
    if trimmed.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b' ' | b',' | b'.' | b';' | b':' | b'!' | b'?')) {
        return trimmed.to_owned();
    }
    let mut out = String::with_capacity(trimmed.len());
    let mut letters = trimmed.chars().peekable();
    let mut before = ' ';
    while let Some(c) = letters.next() {
        let said = match c {
            '-' | '‑' | '\u{2010}' => {
                match (before.is_alphabetic(), letters.peek().is_some_and(|n| n.is_alphabetic())) {
                    (true, true) => Some('-'),
                    _ if before == ' ' && letters.peek().is_none_or(|n| *n == ' ') => Some('–'),
                    _ => None,
                }
            }
            '–' | '—' | '―' => Some('–'),
            '[' | '{' => Some('('),
            ']' | '}' => Some(')'),
            '´' | '`' | 'ʼ' if is_letter(before) => Some('’'),
            c if is_space(c) || c.is_whitespace() => Some(' '),
            c if is_letter(c) || ".,;:!?…()„“‚‘”’»«›‹'".contains(c) => Some(c),
            _ => None,
        };
        if let Some(said) = said {
            out.push(said);
            before = said;
        }
    }
    if out.len() == trimmed.len() {
        return out;
    }
    match out.trim() {
        kept if kept.len() == out.len() => out,
        kept => kept.to_owned(),
    }
}

/// Whether a German voice can read the letters: Latin ones. Others are for the checker to name.
pub(crate) fn is_readable(written: &str) -> bool {
    written.is_ascii() || !written.chars().any(|c| is_letter(c) && !is_latin(c))
}

fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

/// Plain text with the silence of ordinary spaces: for values that carry words of the text along.
pub(crate) fn clean(written: &str) -> Cow<'_, str> {
    if written.is_ascii() && !written.contains(['-', '"']) {
        Cow::Borrowed(written)
    } else {
        Cow::Owned(spoken(written))
    }
}
