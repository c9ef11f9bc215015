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

/// Countries whose banks are met in German news; the fifth and sixth letter of a BIC (ISO 9362).
const BANK_COUNTRIES: &[&str] = &["DE", "AT", "CH", "LI", "LU", "BE", "NL", "FR", "ES", "IT", "PL", "LT", "IE", "GB"];

/// "WELADED1DOR", "DORTDE33XXX": eight or eleven signs with a country in the middle, letter by letter. Without "BIC" before it, a
/// digit or the "XXX" of a head office must show that it is no word in capitals.
fn bic(text: &str, at: usize) -> Option<Found> {
    let end =
        at + text.as_bytes()[at..].iter().take(12).take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
    let code = &text[at..end];
    if !matches!(code.len(), 8 | 11) || crate::text::alphanumeric_at(text, end) {
        return None;
    }
    let bare = crate::text::trimmed(text, at, |c: char| is_space(c) || c == ':');
    let announced = matches!(word_before(bare, bare.len()).0, "BIC" | "SWIFT" | "BIC-Code" | "SWIFT-BIC");
    let shape = code[..4].bytes().all(|b| b.is_ascii_uppercase())
        && BANK_COUNTRIES.contains(&&code[4..6])
        && (code[6..].bytes().any(|b| b.is_ascii_digit()) || code.ends_with("XXX"));
    if !(announced || shape) {
        return None;
    }
    let sign = |byte: u8| match byte {
        b'0'..=b'9' => crate::cardinal::digit(byte).to_owned(),
        letter => char::from(letter).to_string(),
    };
    let signs = code.bytes().map(sign).collect();
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
    "Geschäftszeichen",
    "Gz",
    "ISBN",
    "Kundennummer",
    "Kundennr",
    "Kunden-Nr",
    "Kd.-Nr",
    "Kd-Nr",
    "Mitgliedsnummer",
    "Mitgliedsnr",
    "Ausweisnummer",
    "Versicherungsnummer",
    "Versichertennummer",
    "Sozialversicherungsnummer",
    "Rechnungsnummer",
    "Rechnungsnr",
    "Buchungsnummer",
    "Kassenzeichen",
    "Personalnummer",
    "Personalnr",
    "Steuernr",
    "St.-Nr",
    "Bestellnummer",
    "Bestellnr",
    "Auftragsnummer",
    "Referenznummer",
    "Zählernummer",
    "Sendungsnummer",
    "Ticketnummer",
    "Seriennummer",
    "Steuer-ID",
    "Code",
    "Zugangs-PIN",
    "Chassisnummer",
    "Vereinsnummer",
    "Steuernummer",
    "Meeting-ID",
    "Kenncode",
    "PIN",
    "Zugangscode",
    "Kennnummer",
    "Gläubiger-ID",
    "Faxabruf",
    "HRA",
    "HRB",
    "VR",
    "GnR",
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

/// Words before numbers whose signs are copied with them; elsewhere a sign only parts the groups.
const SIGNED: &[&str] = &["Aktenzeichen", "Az", "Geschäftszeichen", "Gz", "Steuernummer", "Steuernr", "St.-Nr"];

/// The word for a sign between the groups of such a number.
fn sign_word(sign: &str) -> Option<&'static str> {
    match sign.trim() {
        "/" => Some("Schrägstrich"),
        "-" | "–" => Some("Bindestrich"),
        _ => None,
    }
}

/// Digits in groups after "ISBN", "BLZ", "PIN": digit by digit.
fn announced(text: &str, at: usize) -> Option<Found> {
    if !text.as_bytes()[at].is_ascii_digit() {
        return None;
    }
    let bare = crate::text::trimmed(text, at, |c: char| is_space(c) || matches!(c, ':' | '.'));
    let (word, _) = word_before(bare, bare.len());
    // "Kd.-Nr. 12345", "Art.-Nr. 4711": four signs and more of any number that names.
    let cut = word == "-Nr";
    if !(ANNOUNCING.contains(&word) || cut) {
        return None;
    }
    // Each group with the sign before it.
    let mut groups: Vec<(&str, &str)> = Vec::new();
    let mut end = at;
    let mut from = at;
    loop {
        let stop = digits_end(text, from, 24);
        if stop == from || groups.len() > 10 {
            break;
        }
        groups.push((&text[end..from], &text[from..stop]));
        end = stop;
        match text[end..].chars().next() {
            Some(c) if is_space(c) || matches!(c, '-' | '–' | '/') => from = end + c.len_utf8(),
            _ => break,
        }
    }
    let count: usize = groups.iter().map(|(_, digits)| digits.len()).sum();
    if count < if cut { 4 } else { 3 }
        || word == "Konto" && count < 6
        || crate::text::char_at(text, end).is_some_and(is_letter)
    {
        return None;
    }
    let mut speech = Vec::new();
    for (index, (sign, group)) in groups.into_iter().enumerate() {
        match sign_word(sign).filter(|_| SIGNED.contains(&word)) {
            Some(sign) => speech.push(SpeechToken::Words(sign.to_owned())),
            None if index > 0 => speech.push(SpeechToken::Pause(Pause::Group)),
            None => {}
        }
        speech.push(SpeechToken::Words(digits(group)));
    }
    Some(Found::speech(at, end, Speech(speech), "identifier", "announced"))
}
