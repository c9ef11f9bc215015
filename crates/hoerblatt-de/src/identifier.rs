//! Codes that are said sign by sign in their written groups: IBAN, BIC, ISBN, registration numbers. Spec: `spec/identifier.md`.

use crate::cardinal::digits;
use crate::read::{Found, Scene};
use crate::text::{char_before, digits_end, is_letter, is_space, word_before};
use hoerblatt_core::{Pause, Speech, SpeechToken};

/// An IBAN, or digits after a word that announces a code.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if char_before(text, at).is_some_and(|c| is_letter(c) || c.is_ascii_digit()) {
        return None;
    }
    iban(text, at).or_else(|| bic(text, at)).or_else(|| announced(text, at))
}

/// Two letters, two digits, then groups up to 30 signs: "DE12 3456 7890 1234 5678 90".
fn iban(text: &str, at: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let head = bytes.get(at..at + 4)?;
    if !(head[0].is_ascii_uppercase()
        && head[1].is_ascii_uppercase()
        && head[2].is_ascii_digit()
        && head[3].is_ascii_digit())
    {
        return None;
    }
    let mut end = at + 4;
    let mut signs = 4;
    loop {
        let from = end
            + usize::from(text[end..].starts_with([' ', '\u{a0}']))
                * text[end..].chars().next().map_or(0, char::len_utf8);
        let stop = digits_end(text, from, 30);
        if stop == from || signs + stop - from > 30 {
            break;
        }
        signs += stop - from;
        end = stop;
    }
    if signs < 15 || crate::text::alphanumeric_at(text, end) {
        return None;
    }
    // An IBAN is read in groups of four, spaces or not.
    let compact: String = text[at..end].chars().filter(|c| !is_space(*c)).collect();
    let mut speech = Vec::new();
    for (index, group) in compact.as_bytes().chunks(4).enumerate() {
        if index > 0 {
            speech.push(SpeechToken::Pause(Pause::Group));
        }
        let group = String::from_utf8_lossy(group);
        if index == 0 {
            speech.push(SpeechToken::Spell(group[..2].chars().map(String::from).collect()));
            speech.push(SpeechToken::Words(digits(&group[2..])));
        } else {
            speech.push(SpeechToken::Words(digits(&group)));
        }
    }
    Some(Found::speech(at, end, Speech(speech), "identifier", "IBAN"))
}

/// "WELADED1DOR" after "BIC": eight or eleven signs, letter by letter.
fn bic(text: &str, at: usize) -> Option<Found> {
    let bare = text[..at].trim_end_matches(|c: char| is_space(c) || c == ':');
    if !matches!(word_before(bare, bare.len()).0, "BIC" | "SWIFT" | "BIC-Code" | "SWIFT-BIC") {
        return None;
    }
    let end =
        at + text.as_bytes()[at..].iter().take(12).take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
    if !matches!(end - at, 8 | 11) {
        return None;
    }
    let sign = |byte: u8| match byte {
        b'0'..=b'9' => crate::cardinal::digit(byte).to_owned(),
        letter => char::from(letter).to_string(),
    };
    let signs = text[at..end].bytes().map(sign).collect();
    Some(Found::speech(at, end, Speech(vec![SpeechToken::Spell(signs)]), "identifier", "BIC"))
}

const ANNOUNCING: &[&str] = &[
    "IBAN",
    "Kontonummer",
    "Konto",
    "BLZ",
    "Bankleitzahl",
    "Aktenzeichen",
    "Az",
    "ISBN",
    "Kundennummer",
    "Vereinsnummer",
    "Steuernummer",
    "Meeting-ID",
    "Kenncode",
    "PIN",
    "Zugangscode",
    "Kennnummer",
    "Gläubiger-ID",
    "Faxabruf",
    "Registernummer",
    "Vorgangsnummer",
    "Artikelnummer",
    "Vertragsnummer",
    "Telefoncode",
    "Passcode",
    "Postfach",
    "PLZ",
    "Postleitzahl",
    "Matrikelnummer",
];

/// Digits in groups after "ISBN", "BLZ", "PIN": digit by digit.
fn announced(text: &str, at: usize) -> Option<Found> {
    if !text.as_bytes()[at].is_ascii_digit() {
        return None;
    }
    let bare = crate::text::trimmed(text, at, |c: char| is_space(c) || matches!(c, ':' | '.'));
    let (word, _) = word_before(bare, bare.len());
    if !ANNOUNCING.contains(&word) {
        return None;
    }
    let mut groups: Vec<&str> = Vec::new();
    let mut end = at;
    let mut from = at;
    loop {
        let stop = digits_end(text, from, 24);
        if stop == from || groups.len() > 10 {
            break;
        }
        groups.push(&text[from..stop]);
        end = stop;
        match text[end..].chars().next() {
            Some(c) if is_space(c) || matches!(c, '-' | '–' | '/') => from = end + c.len_utf8(),
            _ => break,
        }
    }
    if groups.concat().len() < 3
        || word == "Konto" && groups.concat().len() < 6
        || crate::text::char_at(text, end).is_some_and(is_letter)
    {
        return None;
    }
    let mut speech = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            speech.push(SpeechToken::Pause(Pause::Group));
        }
        speech.push(SpeechToken::Words(digits(group)));
    }
    Some(Found::speech(at, end, Speech(speech), "identifier", "announced"))
}
