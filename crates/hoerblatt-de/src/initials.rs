//! Initialisms: letters ("D R K") or words ("AWO"). Spec: `spec/initials.md`.
//!
//! A table tells for the ones a city uses. For unknown ones: up to three capitals, and longer ones that no German mouth can say
//! as a word, are letters; a longer one with vowels in the right places is a word, as is any capital among capitals (a heading).

use crate::read::{Found, Scene};
use crate::text::{
    Lengths, char_at, char_before, is_capital, is_letter, letters_end, past_spaces, word_at, word_before,
};
use hoerblatt_core::language::TokenKind;
use hoerblatt_core::{Speech, SpeechToken};
use std::{collections::HashMap, sync::LazyLock};

/// How an initialism is said, and what it stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Initialism {
    /// Empty: letter by letter. Else the words.
    words: &'static str,
    expansion: &'static str,
}

static TABLE: LazyLock<HashMap<&'static str, Initialism>> = LazyLock::new(|| {
    let rows = include_str!("../tables/initials.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let written = cells.next()?;
        let words = cells.next()?;
        Some((
            written,
            Initialism { words: if words == "*" { "" } else { words }, expansion: cells.next().unwrap_or("") },
        ))
    })
    .collect()
});

static LENGTHS: LazyLock<Lengths> = LazyLock::new(|| Lengths::of(TABLE.keys().copied()));

/// The table's entry for a word.
fn known(word: &str) -> Option<&'static Initialism> {
    if LENGTHS.may_hold(word) { TABLE.get(word) } else { None }
}

/// Words of the table that carry no second capital and so need naming: "Kfz", "Lkw".
pub(crate) fn keywords() -> impl Iterator<Item = &'static str> {
    TABLE.keys().copied()
}

/// Letters one by one, the plural's "s" on the last.
pub(crate) fn spell(word: &str) -> Speech {
    Speech(vec![SpeechToken::Spell(letters_of(word))])
}

fn letters_of(word: &str) -> Vec<String> {
    let mut letters: Vec<String> = Vec::new();
    for c in word.chars() {
        match c {
            's' if !letters.is_empty()
                && word.ends_with('s')
                && word.chars().filter(|c| c.is_uppercase()).count() >= 2
                && letters.len() + 1 == word.chars().count() =>
            {
                if let Some(last) = letters.last_mut() {
                    last.push(c);
                }
            }
            c if is_letter(c) => letters.push(c.to_string()),
            c if c.is_ascii_digit() => letters.push(crate::cardinal::digit(c as u8).to_owned()),
            _ => {}
        }
    }
    letters
}

/// Letters parted by spaces.
pub(crate) fn letters(word: &str) -> String {
    letters_of(word).join(" ")
}

/// How a run of letters is said where it stands inside a longer word.
pub(crate) fn said(word: &str) -> String {
    match verdict(word) {
        Some(Verdict::Letters) => letters_of(word).join(" "),
        Some(Verdict::Words(words)) => words.to_owned(),
        None => word.to_owned(),
    }
}

/// The same beside digits, where one or two capitals are letters and a small unit-like letter too: "35a", "2G", "CO2".
pub(crate) fn said_in_mixture(word: &str) -> String {
    if word.chars().count() == 1 {
        return word.to_owned();
    }
    // "mp3": no German word is without a vowel.
    if word.len() <= 3 && word.bytes().all(|b| b.is_ascii_lowercase() && !b"aeiouy".contains(&b)) {
        return letters(word);
    }
    said(word)
}

/// Short words that stand in capitals only to be seen: "Bitte NUR mit Anmeldung".
const EMPHASISED: &[&str] = &[
    "AB", "ALLE", "ALT", "AM", "AN", "AUCH", "AUF", "AUS", "BEI", "BIN", "BIS", "DA", "DAS", "DEM", "DEN", "DER",
    "DES", "DIE", "DREI", "DU", "ECHT", "EHE", "EIN", "ER", "ES", "FÜR", "GAR", "GUT", "HAT", "HER", "HIN", "ICH",
    "IHM", "IHN", "IHR", "IM", "IN", "IST", "JA", "JE", "MAL", "MAN", "MIR", "MIT", "NEU", "NEUN", "NIE", "NUN", "NUR",
    "OB", "ODER", "OFT", "OHNE", "ROT", "SEI", "SIE", "SO", "TAG", "TUN", "UM", "UND", "UNS", "VIEL", "VOM", "VON",
    "VOR", "WAR", "WAS", "WEG", "WEM", "WEN", "WER", "WIE", "WIR", "WO", "ZU", "ZUM", "ZUR", "ÜBER",
];

enum Verdict {
    Letters,
    Words(&'static str),
}

/// What a word of capitals is; `None` for an ordinary word.
fn verdict(word: &str) -> Option<Verdict> {
    if let Some(entry) = known(word) {
        return Some(if entry.words.is_empty() { Verdict::Letters } else { Verdict::Words(entry.words) });
    }
    if let Some(stem) = word.strip_suffix('s')
        && let Some(entry) = known(stem)
        && entry.words.is_empty()
    {
        return Some(Verdict::Letters);
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().count();
    if let Some(said) = with_small_letters(word, capitals) {
        return Some(said);
    }
    let all = capitals == letters || capitals >= 2 && capitals + 1 == letters && word.ends_with('s');
    if !all || letters < 2 {
        return None;
    }
    if EMPHASISED.binary_search(&word).is_ok() {
        return None;
    }
    (capitals <= 3 || capitals <= 6 && !sayable(word)).then_some(Verdict::Letters)
}

/// "StVO", "KöR", "WfbM": a word that ends in a capital is no word; a short one is said by its letters.
fn with_small_letters(word: &str, capitals: usize) -> Option<Verdict> {
    let letters = word.chars().count();
    let ends_large = word.chars().next_back().is_some_and(char::is_uppercase);
    (ends_large && capitals >= 2 && capitals < letters && letters <= 5).then_some(Verdict::Letters)
}

/// Two consonants with which a German syllable begins, and with which one ends (Duden 4, phonotactics). `X` is "ch" and "sch".
const ONSETS: &[&str] = &[
    "BL", "BR", "DR", "FL", "FR", "GL", "GN", "GR", "KL", "KN", "KR", "PF", "PL", "PR", "SK", "SL", "SM", "SN", "SP",
    "ST", "SW", "TR", "TS", "XL", "XM", "XN", "XR", "XW", "ZW",
];
const CODAS: &[&str] = &[
    "FF", "FT", "HL", "HM", "HN", "HR", "HT", "KS", "KT", "LB", "LD", "LF", "LG", "LK", "LL", "LM", "LS", "LT", "LX",
    "LZ", "MM", "MP", "MS", "MT", "ND", "NF", "NG", "NK", "NN", "NS", "NT", "NX", "NZ", "PF", "PP", "PS", "PT", "RB",
    "RD", "RF", "RG", "RK", "RL", "RM", "RN", "RR", "RS", "RT", "RX", "RZ", "SK", "SP", "SS", "ST", "TS", "TT", "TZ",
    "XS", "XT",
];

/// Whether a German mouth can say the capitals as a word: "NICHT", "FABIDO", not "ADFC".
fn sayable(word: &str) -> bool {
    let plain = word.replace('Ä', "A").replace('Ö', "O").replace('Ü', "U");
    let sounds = plain.replace("SCH", "X").replace("CH", "X").replace("CK", "K").replace("QU", "K").replace("TH", "T");
    let vowel = |c: char| "AEIOUÄÖÜY".contains(c);
    let runs: Vec<&str> = sounds.split(vowel).collect();
    let (vowels, last) = (runs.len() - 1, runs.len() - 1);
    let fits = |(index, run): (usize, &&str)| match run.len() {
        0 | 1 => true,
        2 if index == 0 => ONSETS.contains(run),
        2 if index == last => CODAS.contains(run),
        2 => true,
        3 | 4 if index == last => CODAS.contains(&&run[..2]) && matches!(&run[2..], "S" | "T" | "ST" | "TS"),
        3 if index > 0 => CODAS.contains(&&run[..2]) || ONSETS.contains(&&run[1..]),
        _ => false,
    };
    // Letters of other scripts are no German sounds.
    sounds.is_ascii() && vowels > 0 && runs.iter().enumerate().all(fits)
}

/// A word of capitals, alone or as the first part of a compound.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if char_before(text, at).is_some_and(|c| is_letter(c) || c.is_ascii_digit()) {
        return None;
    }
    let mut end = letters_end(text, at);
    let word = &text[at..end];
    // "A&E", "R&B", "H&M"
    if char_at(text, end) == Some('&') && char_at(text, end + 1).is_some_and(char::is_uppercase) && word.len() <= 3 {
        let second = word_at(text, end + 1);
        if second.len() <= 3 {
            let spoken = format!("{} und {}", letters_of(word).join(" "), letters_of(second).join(" "));
            return Some(Found::words(at, end + 1 + second.len(), spoken, "initials", "ampersand"));
        }
    }
    // "FSJler", "BFDlerinnen": the letters, then the ending.
    let stem = word.trim_end_matches(char::is_lowercase);
    let ending = &word[stem.len()..];
    if matches!(ending, "ler" | "lern" | "lers" | "lerin" | "lerinnen")
        && stem.chars().count() >= 2
        && stem.chars().all(char::is_uppercase)
    {
        return Some(Found::words(at, end, format!("{} {ending}", letters(stem)), "initials", "ending"));
    }
    if word.chars().count() < 2 || known(word).is_none() && in_capitals(text, at, end) {
        return None;
    }
    let speech = match verdict(word)? {
        Verdict::Letters => spell(word),
        Verdict::Words(words) => Speech::words(words),
    };
    let expansion = known(word).map(|entry| entry.expansion).filter(|e| !e.is_empty());
    // "DRK-Haus": the hyphen goes with the letters, the rest is read on its own.
    if char_at(text, end) == Some('-')
        && char_at(text, end + 1).is_some_and(|c| is_letter(c) || c.is_ascii_digit())
        && matches!(verdict(word), Some(Verdict::Letters))
    {
        end += 1;
    }
    let found = Found::speech(at, end, speech, "initials", if expansion.is_some() { "table" } else { "shape" });
    Some(match expansion {
        Some(expansion) => found.kind(TokenKind::Abbreviation(expansion.to_owned())),
        None => found,
    })
}

/// "A–Z", "Aufgang B-D": two letters in their order around a dash are a range.
pub(crate) fn read_range(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let letter = |at: usize| char_at(text, at).filter(char::is_ascii_uppercase);
    let first = letter(at)?;
    let dash = char_at(text, at + 1).filter(|c| matches!(c, '-' | '–' | '—' | '‑'))?;
    let second_at = at + 1 + dash.len_utf8();
    let second = letter(second_at)?;
    let part = |c: char| is_letter(c) || c.is_ascii_digit() || matches!(c, '-' | '–' | '.');
    let alone = !char_before(text, at).is_some_and(part)
        && !char_at(text, second_at + 1).is_some_and(|c| part(c) && (c != '.' || letter(second_at + 2).is_some()));
    (alone && first < second)
        .then(|| Found::words(at, second_at + 1, format!("{first} bis {second}"), "initials", "range"))
}

/// Whether the word stands among other words in capitals: "WICHTIGER HINWEIS", "ZUM TAG".
fn in_capitals(text: &str, at: usize, end: usize) -> bool {
    let shouted =
        |word: &str| word.chars().count() > 3 && word.chars().all(char::is_uppercase) && verdict(word).is_none();
    let next = word_at(text, past_spaces(text, end));
    let (before, _) = word_before(text, at);
    shouted(next)
        || shouted(before)
        || is_capital(next)
            && next.len() > 1
            && next.chars().all(char::is_uppercase)
            && shouted(word_at(text, past_spaces(text, past_spaces(text, end) + next.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_emphasised_words_are_sorted() {
        assert!(EMPHASISED.is_sorted());
    }

    #[test]
    fn what_a_mouth_can_say_is_a_word() {
        for word in ["NICHT", "JETZT", "FABIDO", "ACHTUNG", "STARK", "HERBST", "STOPP"] {
            assert!(sayable(word), "{word}");
        }
        for letters in ["ADFC", "DLRG", "BMFSFJ", "ÖPNV", "VRR", "LSBT", "AKNW"] {
            assert!(!sayable(letters), "{letters}");
        }
    }
}
