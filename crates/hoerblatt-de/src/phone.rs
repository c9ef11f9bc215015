//! Telephone numbers: said digit by digit in the groups in which they are written. Spec: `spec/phone.md`.
//!
//! DIN 5008 parts country, area and subscriber number by a space and sets a hyphen before an extension; people remember and hear a
//! number in these groups. A number without any is said in twos from its end, three first where their count is odd.

use crate::cardinal::digits;
use crate::read::{Found, Scene};
use crate::text::{char_at, char_before, digit_at, is_letter, is_space, next_word, word_before};
use hoerblatt_core::{Pause, Speech, SpeechToken, Value, model::PhoneNumber};

/// Words before a number that tell that it is dialled.
const TELEPHONE: &[&str] = &[
    "Tel",
    "tel",
    "TEL",
    "Telefon",
    "telefonisch",
    "Telefonnummer",
    "Telefonnummern",
    "Telefax",
    "Fax",
    "FAX",
    "Faxnummer",
    "Fon",
    "Mobil",
    "mobil",
    "Mobilnummer",
    "Mobiltelefon",
    "Handy",
    "Handynummer",
    "Hotline",
    "Infotelefon",
    "Service-Telefon",
    "Servicenummer",
    "Rufnummer",
    "Rufnummern",
    "Notruf",
    "Notrufnummer",
    "Anruf",
    "Durchwahl",
    "WhatsApp",
    "Sorgentelefon",
    "Servicetelefon",
    "Bürgertelefon",
    "Pflegetelefon",
    "Seniorentelefon",
    "Kartentelefon",
    "T",
    "M",
    "F",
    "Ruf",
    "Telefonhotline",
    "Festnetz",
    "Zentrale",
    "Kontakt",
    "Anmeldung",
    "Rückfragen",
    "Behördennummer",
    "Behördenrufnummer",
    "Feuerwehr",
    "Polizei",
    "Rettungsdienst",
    "Notarzt",
];

/// A telephone number, recognised by the word before it or by its shape.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let first = char_at(text, at)?;
    if matches!(first, '☎' | '📞' | '📱' | '✆' | '℡') {
        return Some(Found::speech(at, at + first.len_utf8(), Speech::words("Telefon"), "phone", "sign"));
    }
    let starts = first.is_ascii_digit() || matches!(first, '+' | '(' | '-' | '–');
    if !starts || char_before(text, at).is_some_and(|c| is_letter(c) || c.is_ascii_digit()) {
        return None;
    }
    if let Some(found) = short(text, at) {
        return Some(found);
    }
    let announced = announced(text, at);
    if let Some(found) = extension(text, at) {
        return Some(found);
    }
    if matches!(first, '-' | '–') && !announced {
        return None;
    }
    let end = extent(text, at, announced)?;
    let written = &text[at..end];
    let count = written.bytes().filter(u8::is_ascii_digit).count();
    let leading = written.trim_start_matches(['(', ' ', '-', '–']);
    let shape = leading.starts_with("0") && count >= 6 && (grouped(written) || count >= 8)
        || leading.starts_with('+') && count >= 7;
    let long_enough = if announced { count >= 3 } else { shape };
    if !long_enough || count > 18 || announced && !shape && looks_like_something_else(text, at, end, count) {
        return None;
    }
    let bare = written.trim_start_matches(['-', '–']);
    let number = PhoneNumber::parse(bare)?;
    let rule = if announced { "announced" } else { "shape" };
    let mut spoken = speak(&number);
    // "0043" is dialled as it is written, not with a plus.
    if bare.starts_with("00")
        && number.is_international()
        && let Some(SpeechToken::Words(words)) = spoken.0.first_mut()
    {
        *words = words.replacen("plus", "null null", 1);
    }
    let found = Found::speech(at, end, spoken, "phone", rule);
    Some(if bare.len() == written.len() { found.value(Value::Phone(number)) } else { found })
}

/// "T: 0231 50-0", "M: 0171 …" in a signature: the letter stands for its word.
pub(crate) fn read_letter(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let word = match char_at(text, at)? {
        'T' => "Telefon",
        'M' => "Mobil",
        'F' => "Fax",
        _ => return None,
    };
    let number = crate::text::past_spaces(text, at + 2);
    let dialled = matches!(char_at(text, number), Some('0' | '+' | '('));
    let alone = !char_before(text, at).is_some_and(|c| is_letter(c) || c == '-');
    let letter = matches!(char_at(text, at + 1), Some(':' | '.')) && alone && dialled;
    (letter && extent(text, number, true).is_some())
        .then(|| Found::words(at, at + 2, format!("{word}:"), "phone", "letter"))
}

/// 110, 112, 115, 116 117 and their kin where they count nothing.
fn short(text: &str, at: usize) -> Option<Found> {
    let rest = &text[at..];
    let number = match harmonised(rest) {
        Some(length) => &rest[..length],
        None => ["110", "112", "115"].into_iter().find(|n| rest.starts_with(n))?,
    };
    let end = at + number.len();
    let labelled = crate::label::before(text, at);
    let only_a_service = number.len() > 3 && matches!(word_before(text, at).0, "Nummer" | "Nummern");
    if crate::text::alphanumeric_at(text, end) || labelled && !only_a_service && !is_dialled(text, at, end) {
        return None;
    }
    if matches!(char_at(text, end), Some(',' | '.' | ':' | '-' | '–' | '/')) && digit_at(text, end + 1) {
        return None;
    }
    if number.len() == 3 && !announced(text, at) && !is_dialled(text, at, end) {
        let next = next_word(text, end);
        let after = char_at(text, crate::text::past_spaces(text, end));
        let (before, _) = word_before(text, at);
        // "112 Gäste", "110 kg" count; "die 112", "unter 110", "die Nummer 115" and the bare number call.
        let calls = matches!(
            before,
            "die" | "Die" | "der" | "unter" | "Unter" | "wählen" | "Nummer" | "Notruf" | "über" | "und" | "oder" | ""
        ) && !before.is_empty();
        let alone = at == 0 && after.is_none();
        let counts = crate::text::is_capital(next) && !crate::sentence::begins_sentence(next)
            || matches!(after, Some('%' | '€' | '°'))
            || crate::measure::is_unit_word(text, end)
            || char_at(text, end) == Some('.')
                && char_at(text, end + 1).is_some_and(is_space)
                && text.get(end + 2..).is_some_and(|rest| rest.starts_with(char::is_lowercase));
        if !(alone || calls && !counts)
            || matches!(before, "über" | "und" | "oder") && !crate::text::shortly_before(text, at, "Notruf")
        {
            return None;
        }
    }
    let digits: String = rest[..number.len()].to_owned();
    let parsed = PhoneNumber::parse(&digits)?;
    Some(Found::speech(at, end, speak(&parsed), "phone", "short number").value(Value::Phone(parsed)))
}

/// The length of a European number of social value at the start of a text: "116 117", "116 016", "116117".
fn harmonised(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("116")?;
    let gap = after.chars().next().filter(|c| is_space(*c)).map_or(0, char::len_utf8);
    let digits = crate::text::digits_end(after, gap, 4) - gap;
    // The numbers given out begin with 0 or 1 (Bundesnetzagentur, 116xyz).
    (digits == 3 && after[gap..].starts_with(['0', '1'])).then_some(3 + gap + 3)
}

/// "Durchwahl -22", "0231 50-456 oder -457": few digits are enough.
fn extension(text: &str, at: usize) -> Option<Found> {
    let bare = crate::text::trimmed(text, at, |c: char| is_space(c) || c == ':');
    let from = at + char_at(text, at).filter(|c| matches!(c, '-' | '–')).map_or(0, char::len_utf8);
    let end = crate::text::digits_end(text, from, 6);
    let short = (word_before(bare, bare.len()).0 == "Durchwahl" || from > at && after_a_number(text, at))
        && (1..6).contains(&(end - from));
    let closed = !crate::text::alphanumeric_at(text, end) && !crate::text::alphanumeric_at(text, end + 1);
    (short && closed).then(|| Found::words(at, end, digits(&text[from..end]), "phone", "extension"))
}

/// Whether the end of a telephone number stands before "oder", "und", a comma or a slash: its other extension follows.
fn after_a_number(text: &str, at: usize) -> bool {
    let (word, start) = word_before(text, at);
    let bare = match word {
        "oder" | "und" | "bis" | "bzw" => crate::text::trimmed(text, start, is_space),
        "" => crate::text::trimmed(text, at, |c: char| is_space(c) || matches!(c, ',' | '/')),
        _ => return false,
    };
    let dialled = |c: char| c.is_ascii_digit() || is_space(c) || matches!(c, '-' | '–' | '/' | '(' | ')');
    let number = bare.len() - crate::text::tail(bare, 24, dialled);
    bare.len() < at && bare[number..].bytes().filter(u8::is_ascii_digit).count() >= 6
}

/// Whether the sentence speaks of dialling: "Im Notfall 110 oder 112 wählen", "Wählen Sie 112".
fn is_dialled(text: &str, at: usize, end: usize) -> bool {
    const DIALLING: &[&str] = &["wählen", "anrufen", "rufen", "wählt", "ruft", "angerufen", "gewählt"];
    let counted =
        crate::text::is_capital(next_word(text, end)) && !crate::sentence::begins_sentence(next_word(text, end));
    if counted || crate::measure::is_unit_word(text, end) {
        return false;
    }
    let clause = |c: char| matches!(c, '.' | '!' | '?' | ';' | '\n');
    let before = text[..at].char_indices().rev().take(60).find(|(_, c)| clause(*c)).map_or(0, |(i, _)| i);
    let before = before.max(at.saturating_sub(at.min(90)));
    let words_before = text.get(before..at).or_else(|| text.get(before + 1..at)).unwrap_or("");
    let rest: String = text[end..].chars().take(40).take_while(|c| !clause(*c)).collect();
    let says = |words: &str| {
        words.split(|c: char| !is_letter(c)).any(|word| {
            DIALLING.contains(&word.to_lowercase().as_str()) || matches!(word, "Notfall" | "Notruf" | "Notrufnummer")
        })
    };
    says(words_before) || says(&rest)
}

/// Whether a word before the number says that it is dialled: "Tel.: ", "Telefon ", "unter der Nummer ".
fn announced(text: &str, at: usize) -> bool {
    let bare = crate::text::trimmed(text, at, |c: char| is_space(c) || matches!(c, ':' | '.' | '(' | '/' | '☎' | '📞'));
    let (word, start) = word_before(bare, bare.len());
    if TELEPHONE.contains(&word)
        || word.ends_with("telefon")
        || word.ends_with("hotline")
        || word.ends_with("rufnummer")
    {
        // One letter announces only with a colon or stop: "T: 0231".
        return word.len() > 1 || bare.len() < at - 1;
    }
    if matches!(word, "Nummer" | "Nr") {
        let (before, start) = word_before(text, start);
        return matches!(before, "der" | "die")
            && matches!(word_before(text, start).0, "unter" | "Unter" | "wählen" | "über");
    }
    // "Tel. 0231 1234 oder 0231 5678", "Telefon 0231 123, 0231 456"
    if matches!(word, "oder" | "und" | "bzw") || word.is_empty() {
        return false;
    }
    false
}

/// The end of the digits and signs that make up the number.
fn extent(text: &str, at: usize, announced: bool) -> Option<usize> {
    let mut end = at;
    let mut last_digit = None;
    let mut spaces = 0;
    for (index, c) in text[at..].char_indices().take(40) {
        let here = at + index;
        match c {
            '0'..='9' => {
                last_digit = Some(here + 1);
                spaces = 0;
            }
            '+' if index == 0 => {}
            '(' | ')' => spaces = 0,
            ' ' | '\u{a0}' | '\u{202f}' | '-' | '–' | '‑' | '/' => {
                spaces += 1;
                if spaces > 3 {
                    break;
                }
            }
            '.' if digit_at(text, here + 1) && announced => {}
            _ => {
                end = here;
                break;
            }
        }
        end = here + c.len_utf8();
    }
    let mut stop = last_digit?;
    // Digits that run into a word, a time or a date are not part of the number: "0231 50-0, 14 Uhr" ends before, "… 15 Uhr" gives back.
    let next = next_word(text, stop);
    let gives_back = matches!(next, "Uhr" | "h" | "Euro" | "EUR" | "Cent" | "Personen")
        || matches!(char_at(text, stop), Some('.' | ':')) && digit_at(text, stop + 1);
    if gives_back {
        let back = text[at..stop].rfind([' ', '\u{a0}'])?;
        stop = at + text[at..at + back].trim_end_matches(|c: char| !c.is_ascii_digit()).len();
    }
    let _ = end;
    if text[at..].starts_with('(') && !text[at..stop].contains(')') {
        return None;
    }
    (!char_at(text, stop).is_some_and(|c| is_letter(c) || c == '%' || c == '€')).then_some(stop)
}

fn grouped(written: &str) -> bool {
    let inner = written.trim_matches(|c: char| !c.is_ascii_digit());
    inner.contains([' ', '/', '-', '–', '\u{a0}', ')', '\u{202f}'])
}

/// After "Anmeldung" or "Kontakt" a short number may be anything else: a date, a count.
fn looks_like_something_else(text: &str, at: usize, end: usize, count: usize) -> bool {
    let next = char_at(text, end);
    let (word, _) = word_before(
        crate::text::trimmed(text, at, |c: char| matches!(c, ' ' | ':')),
        crate::text::trimmed(text, at, |c: char| matches!(c, ' ' | ':')).len(),
    );
    let vague = matches!(
        word,
        "Kontakt"
            | "Anmeldung"
            | "Rückfragen"
            | "Ruf"
            | "Zentrale"
            | "Anruf"
            | "Polizei"
            | "Feuerwehr"
            | "T"
            | "M"
            | "F"
    );
    next == Some('.') && digit_at(text, end + 1)
        || vague && count < 5
        || crate::text::is_capital(next_word(text, end)) && count < 5
        || next == Some(':') && digit_at(text, end + 1)
        || crate::date::day_at(text, at).is_some_and(|day| day.month.is_some())
}

/// A number for the ear: groups of digits parted by pauses.
pub(crate) fn speak(number: &PhoneNumber) -> Speech {
    let mut speech = Vec::new();
    let mut groups: Vec<String> = number.groups().to_vec();
    if groups.len() == 1 && !number.is_short() {
        groups = pairs_from_the_end(&groups[0]);
    }
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            speech.push(SpeechToken::Pause(Pause::Group));
        }
        let plus = if index == 0 && number.is_international() { "plus " } else { "" };
        speech.push(SpeechToken::Words(format!("{plus}{}", digits(group))));
    }
    Speech(speech)
}

/// "02315022475" → 023 15 02 24 75: a lone nought at the beginning would sound like a number of its own.
fn pairs_from_the_end(digits: &str) -> Vec<String> {
    let first = if digits.len() % 2 == 1 { 3 } else { 2 }.min(digits.len());
    let pairs = digits.as_bytes()[first..].chunks(2).map(|pair| String::from_utf8_lossy(pair).into_owned());
    std::iter::once(digits[..first].to_owned()).chain(pairs).collect()
}

/// A number for the eye, after DIN 5008.
pub(crate) fn write(number: &PhoneNumber) -> String {
    let groups = number.groups();
    let last = groups.len().saturating_sub(1);
    let mut out = if number.is_international() { "+".to_owned() } else { String::new() };
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            out.push(if index == last && number.has_extension() { '-' } else { '\u{a0}' });
        }
        out.push_str(group);
    }
    out
}
