//! Abbreviations in context: "z. B.", "Dr.", "Str.", "St." before a name and after a number, "Fr." for a day and a person.
//! Spec: `spec/abbreviation.md`.

use crate::read::{Found, Scene};
use crate::text::{char_at, char_before, digit_at, is_letter, letters_end, past_spaces, word_before};
use hoerblatt_core::language::TokenKind;
use std::{collections::HashMap, sync::LazyLock};

/// An abbreviation by its conditions.
#[derive(Debug, Clone, Copy)]
struct Short {
    words: &'static str,
    /// `n` a number must follow, `N` a capitalised word, `d` a number must stand before, `l` a letter must follow, empty: always.
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

/// Abbreviations without a full stop, which the reader must be told of: "Nr", "ca".
pub(crate) fn keywords() -> impl Iterator<Item = &'static str> {
    TABLE.keys().copied().filter(|key| !key.contains('.'))
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
            _ => break,
        }
        if let Some(short) = lookup(&key, text, at, end) {
            best = Some((end, short));
        }
    }
    let (end, short) = best?;
    let mut words = short.words.to_owned();
    agree(text, at, end, &mut words);
    let kind = TokenKind::Abbreviation(words.clone());
    Some(Found::words(at, end, words, "abbreviation", rule(short.when)).kind(kind))
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
    let stopped = key.ends_with('.');
    if !stopped
        && (char_at(text, end)
            .is_some_and(|c| is_letter(c) || c == '.' || c == '-' && char_at(text, end + 1).is_some_and(is_letter)))
    {
        return None;
    }
    TABLE.get(key)?.iter().find(|short| {
        let next = past_spaces(text, end);
        match short.when {
            "n" => digit_at(text, next) || is_roman(crate::text::word_at(text, next)),
            "N" => char_at(text, next).is_some_and(char::is_uppercase) && next <= end + 2,
            "d" => text[..at].trim_end_matches(crate::text::is_space).ends_with(|c: char| c.is_ascii_digit()),
            "l" => char_at(text, next).is_some_and(is_letter),
            _ => true,
        }
    })
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && crate::roman::value(word).is_some()
}

/// Number and case where the text shows them: "des 19. Jh." is a genitive, "Nrn." a plural.
fn agree(text: &str, at: usize, _: usize, words: &mut String) {
    if words == "Jahrhundert" {
        let setting = crate::context::setting_before(text, at);
        if setting.case == Some(crate::inflection::Case::Genitive) {
            words.push('s');
        }
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
