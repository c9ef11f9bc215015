//! Bytes → text: UTF-8, UTF-16 with or without mark, Windows-1252.

use crate::text::is_blank;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A decoded text with what had to be done to it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// NFC, without control characters; line ends as they were.
    pub text: String,
    /// Byte offset (in `text`) of the first sign that could not be decoded.
    pub first_broken: Option<usize>,
    /// Control characters that were left out.
    pub controls: usize,
}

/// Decodes a text file.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
    let first_broken = broken.then(|| text.find('\u{fffd}')).flatten();
    clean(&text, first_broken)
}

/// Without control characters, in NFC.
fn clean(text: &str, first_broken: Option<usize>) -> Decoded {
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    // In UTF-8 control characters are single bytes below the space, DEL, or begin with 0xC2: most texts hold none of them.
    let is_odd = |b: u8| b < b' ' && !matches!(b, b'\n' | b'\r' | b'\t' | 0xc) || matches!(b, 0x7f | 0xc2);
    // Without a way out of the loop it runs over sixteen bytes at once.
    let maybe = text.bytes().fold(false, |odd, byte| odd | is_odd(byte));
    let controls = if maybe { text.chars().filter(|c| is_control(*c)).count() } else { 0 };
    let text: String = if controls == 0 { text.to_owned() } else { text.chars().filter(|c| !is_control(*c)).collect() };
    // Below U+0300, whose first byte is 0xCC, nothing composes: most of a text need not be looked up.
    let starts = text.bytes().enumerate().filter(|(_, byte)| *byte >= 0xcc);
    let composing = starts.filter_map(|(at, _)| text[at..].chars().next());
    let nfc = text.bytes().fold(0, u8::max) < 0xcc || is_nfc_quick(composing) == IsNormalized::Yes;
    let text = if nfc { text } else { text.nfc().collect() };
    let first_broken = first_broken.and_then(|_| text.find('\u{fffd}'));
    Decoded { text, first_broken, controls }
}

/// The encoding of bytes without mark. Truncated UTF-8 is still UTF-8: only a file with more broken than sound sequences is not.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = utf16_without_mark(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if sound > broken || (broken == 1 && sound == 0 && bytes.len() < 4) { UTF_8 } else { WINDOWS_1252 }
}

/// UTF-16 of a text in Latin script has a zero in almost every second byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let pairs = sample.len() / 2;
    if pairs < 2 {
        return None;
    }
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    match (high * 10 >= pairs * 7, low * 10 >= pairs * 7) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether there is anything to read.
pub(crate) fn is_empty(text: &str) -> bool {
    text.chars().all(is_blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).text
    }

    #[test]
    fn every_encoding_that_offices_save() {
        assert_eq!(text("\u{feff}Hörde".as_bytes()), "Hörde");
        assert_eq!(text(b"H\xf6rde \x96 15 \x80"), "Hörde – 15 €");
        let le: Vec<u8> = "Hörde, 11. Mai".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "Hörde, 11. Mai".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!((text(&le), text(&be)), ("Hörde, 11. Mai".into(), "Hörde, 11. Mai".into()));
        assert_eq!(text("Ho\u{308}rde".as_bytes()), "Hörde");
    }

    #[test]
    fn truncated_utf8_is_still_utf8() {
        let bytes = "Hörde, Lütgendortmund, ö".as_bytes();
        let decoded = decode(&bytes[..bytes.len() - 1]);
        assert_eq!(decoded.text, "Hörde, Lütgendortmund, \u{fffd}");
        assert_eq!(decoded.first_broken, Some(25));
        assert_eq!(decode(b"a\0b\x07c").controls, 2);
    }
}
