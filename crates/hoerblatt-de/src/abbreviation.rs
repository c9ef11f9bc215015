//! Abbreviations in context: "z. B.", "Dr.", "Str.", "St." before a name and after a number, "Fr." for a day and a person.
//! Spec: `spec/abbreviation.md`.

use crate::inflection::{Case, Genus};
use crate::read::{Found, Scene};
use crate::sentence::begins_sentence;
use crate::text::{
    Lengths, alphanumeric_at, char_at, char_before, digit_at, is_capital, is_letter, letters_end, next_word,
    past_spaces, word_before,
};
use crate::{calendar, context};
use hoerblatt_core::language::TokenKind;
use std::{collections::HashMap, sync::LazyLock};

/// An abbreviation by its conditions.
#[derive(Debug, Clone, Copy)]
struct Short {
    words: &'static str,
    /// `n` a number must follow, `N` a capitalised word, `d` a number must stand before, `l` a letter must follow, `s` a small one, `b` nouns on both sides,
    /// `t` a day must follow, `v` a preposition of time, empty: always;
    /// `a` always, and it is an adjective that takes its ending from the noun after it.
    when: &'static str,
}

static TABLE: LazyLock<HashMap<&'static str, Vec<Short>>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Vec<Short>> = HashMap::new();
    for row in include_str!("../tables/abbreviations.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = row.split('\t');
        if let (Some(written), Some(words)) = (cells.next(), cells.next()) {
            table.entry(written).or_default().push(Short { words, when: cells.next().unwrap_or("") });
        }
    }
    table
});

static LENGTHS: LazyLock<Lengths> = LazyLock::new(|| Lengths::of(TABLE.keys().copied()));

/// Abbreviations without a full stop, which the reader must be told of: "Nr", "ca".
pub(crate) fn keywords() -> impl Iterator<Item = &'static str> {
    TABLE.keys().copied().filter(|key| !key.contains('.'))
}

/// What an abbreviation stands for where nothing around it matters: "Zi." in "2-Zi.-Wohnung".
pub(crate) fn expansion(written: &str) -> Option<&'static str> {
    TABLE.get(written)?.iter().find(|short| short.when.is_empty()).map(|short| short.words)
}

/// No abbreviation has more parts: "i. d. R.", "m. d. B. u. K."
const MOST_PARTS: usize = 5;

/// The longest abbreviation at a byte, spaces between its parts or not.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if char_before(text, at).is_some_and(is_letter) {
        return None;
    }
    let mut key = String::new();
    let mut end = at;
    let mut best: Option<(usize, &'static Short)> = None;
    for part in 0..MOST_PARTS {
        let from = if part == 0 { at } else { past_spaces(text, end) };
        let stop = letters_end(text, from);
        if stop == from || from > end + 2 {
            break;
        }
        key.push_str(&text[from..stop]);
        if let Some(short) = lookup(&key, text, at, stop) {
            best = Some((stop, short));
        }
        // "Abs.", also "m/w/d" and "c/o" with their slashes.
        match char_at(text, stop) {
            Some(sign @ ('.' | '/')) => {
                key.push(sign);
                end = stop + 1;
            }
            Some('-') if key == "USt" => {
                key.push('-');
                end = stop + 1;
                continue;
            }
            _ => break,
        }
        if let Some(short) = lookup(&key, text, at, end) {
            best = Some((end, short));
        }
        // "Univ.-Prof.": the hyphen belongs to the short form where the whole is one.
        if char_at(text, end) == Some('-') && char_at(text, end + 1).is_some_and(is_letter) {
            key.push('-');
            end += 1;
        }
    }
    let Some((end, short)) = best else { return by_ending(text, at) };
    let mut words = match short.when {
        "a" => adjective(text, at, end, short.words),
        _ => short.words.to_owned(),
    };
    if words == "Seite" && follows_subsection(text, at) {
        words = "Satz".to_owned();
    }
    agree(text, at, end, &mut words);
    let kind = TokenKind::Abbreviation(words.clone());
    Some(Found::words(at, end, words, "abbreviation", rule(short.when)).kind(kind))
}

/// "§ 2 Abs. 3 S. 1": after a subsection "S." is a sentence of the law, not a page.
fn follows_subsection(text: &str, at: usize) -> bool {
    let bare = crate::text::trimmed(text, at, |c: char| c == ' ' || c == '\u{a0}' || c.is_ascii_digit());
    let bare = bare.strip_suffix('.').unwrap_or(bare);
    matches!(word_before(bare, bare.len()).0, "Abs" | "Absatz" | "Art" | "Artikel") || bare.ends_with('§')
}

fn rule(when: &str) -> &'static str {
    match when {
        "n" => "before a number",
        "N" => "before a name",
        "d" => "after a number",
        _ => "always",
    }
}

/// The entry for a key whose condition holds.
fn lookup(key: &str, text: &str, at: usize, end: usize) -> Option<&'static Short> {
    if !LENGTHS.may_hold(key) {
        return None;
    }
    let stopped = key.ends_with('.');
    if !stopped
        && (char_at(text, end).is_some_and(|c| {
            is_letter(c)
                || c == '.' && alphanumeric_at(text, end + 1)
                || c == '-' && char_at(text, end + 1).is_some_and(is_letter)
        }))
    {
        return None;
    }
    TABLE.get(key)?.iter().find(|short| {
        let next = past_spaces(text, end);
        match short.when {
            "n" => digit_at(text, next) || is_roman(crate::text::word_at(text, next)),
            "N" => {
                let name = char_at(text, next).is_some_and(char::is_uppercase) && next <= end + 2;
                name && !begins_sentence(crate::text::word_at(text, next)) || joins_name(text, end)
            }
            "d" => crate::text::trimmed(text, at, crate::text::is_space).ends_with(|c: char| c.is_ascii_digit()),
            "l" => char_at(text, next).is_some_and(is_letter),
            "s" => char_at(text, next).is_some_and(char::is_lowercase),
            "t" => crate::date::starts_in_list(text, next),
            "v" => matches!(
                crate::text::word_at(text, next),
                "bis" | "ab" | "bei" | "unter" | "über" | "per" | "im" | "nicht"
            ),
            "b" => is_capital(word_before(text, at).0) && char_at(text, next).is_some_and(char::is_uppercase),
            _ => true,
        }
    })
}

/// "St.-Georg-Platz": the name follows after a hyphen.
fn joins_name(text: &str, end: usize) -> bool {
    char_at(text, end) == Some('-') && char_at(text, end + 1).is_some_and(char::is_uppercase)
}

/// An adjective's stem with the ending that its noun asks for: "ev. Gemeindehaus", "im kath. Pfarrheim", "mit freundl. Grüßen".
///
/// Before a capital whose gender is unknown the ending is "-e", right for feminines and plurals; before anything else the stem stands.
fn adjective(text: &str, at: usize, end: usize, stem: &str) -> String {
    let next = next_word(text, end);
    if !is_capital(next) || past_spaces(text, end) == end || calendar::month(next).is_some() {
        return stem.to_owned();
    }
    if let Some(inflection) = crate::ordinal::like_its_noun(next) {
        return format!("{stem}{}", inflection.adjective_ending());
    }
    let noun = context::noun_after(text, end).map(|(noun, _)| noun);
    let setting = context::setting_before(text, at);
    let inflection = context::inflect(setting, noun, &context::article_before(text, at));
    let unknown = noun.is_none() && inflection.case == Case::Nominative;
    format!("{stem}{}", if unknown { "e" } else { inflection.adjective_ending() })
}

/// Short forms that a whole family of words shares: "Parkstr.", "Kursnr.", "erforderl."
fn by_ending(text: &str, at: usize) -> Option<Found> {
    let stop = letters_end(text, at);
    if char_at(text, stop) != Some('.') || alphanumeric_at(text, stop + 1) {
        return None;
    }
    let word = &text[at..stop];
    const NOUNS: &[(&str, &str)] = &[
        ("str", "straße"),
        ("nr", "nummer"),
        ("mitgl", "mitglieder"),
        ("gebühr", "gebühr"),
        ("bhf", "bahnhof"),
        ("std", "stunden"),
        ("pl", "platz"),
    ];
    for (short, long) in NOUNS {
        if let Some(front) = word.strip_suffix(short)
            && front.chars().count() > 3
            && is_capital(word)
        {
            return Some(Found::words(at, stop + 1, format!("{front}{long}"), "abbreviation", "ending"));
        }
    }
    // No German word ends in these letters; "-lich" is cut so.
    let lich = ["tl", "dl", "chl", "rl", "nl", "bl", "gl", "sl"].iter().any(|end| word.ends_with(end));
    let small = word.chars().all(char::is_lowercase) || word.ends_with("tl");
    if lich && small && word.chars().count() >= 6 {
        let words = adjective(text, at, stop + 1, &format!("{word}ich"));
        return Some(Found::words(at, stop + 1, words, "abbreviation", "ending"));
    }
    None
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && crate::roman::value(word).is_some()
}

/// "d." before a noun: the genitive after another noun ("Haus d. Vielfalt"), else the case that governs it.
fn article(text: &str, at: usize, end: usize) -> &'static str {
    use {Case::*, Genus::*};
    let noun = context::noun_after(text, end).map(|(noun, _)| noun);
    let bare = text[..at].trim_end_matches(crate::text::is_space);
    let bare = bare.strip_suffix('.').unwrap_or(bare);
    let (before, _) = word_before(bare, bare.len());
    let case = if is_capital(before) { Genitive } else { context::setting_before(text, at).case.unwrap_or(Nominative) };
    let (genus, plural) = noun.map_or((Feminine, false), |n| (n.genus, n.plural));
    match (case, genus, plural) {
        (Genitive, _, true) | (Genitive | Dative, Feminine, false) | (Nominative, Masculine, false) => "der",
        (Genitive, ..) => "des",
        (Dative, _, true) | (Accusative, Masculine, false) => "den",
        (Dative, ..) => "dem",
        (_, Neuter, false) => "das",
        (Nominative | Accusative, ..) => "die",
    }
}

/// Number and case where the text shows them: "des 19. Jh." is a genitive, "Nrn." a plural.
fn agree(text: &str, at: usize, end: usize, words: &mut String) {
    if words == "Jahrhundert" {
        let setting = crate::context::setting_before(text, at);
        if setting.case == Some(crate::inflection::Case::Genitive) {
            words.push('s');
        }
    }
    if words == "der" {
        *words = article(text, at, end).to_owned();
    }
    // "Frau Dipl.-Päd. Lange", "Frau Bgm. Schulz"
    let (title, _) = word_before(text, at);
    if title == "Frau" || text[..at].trim_end().ends_with("Fr.") {
        const PROFESSIONS: &[&str] = &["oge", "ieur", "Bürgermeister", "Pfarrer", "Direktor", "Meister", "Referent"];
        if PROFESSIONS.iter().any(|end| words.ends_with(end)) {
            *words = format!("{}in", words.trim_end_matches('e'));
        }
    }
    let count = crate::text::trimmed(text, at, crate::text::is_space);
    if words == "Erwachsene"
        && count.ends_with('1')
        && !count[..count.len() - 1].ends_with(|c: char| c.is_ascii_digit())
    {
        words.push('r');
    }
    if words == "Personen" && matches!(word_before(text, at).0, "pro" | "je" | "Pro" | "Je") {
        *words = "Person".to_owned();
    }
    if words == "Herr" {
        let (before, _) = word_before(text, at);
        let governed =
            crate::context::preposition(&before.to_lowercase()).is_some() || matches!(before, "dem" | "den" | "des");
        if governed {
            words.push('n');
        }
    }
}
