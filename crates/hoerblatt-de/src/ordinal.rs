//! Ordinals: "zum 15. Mal", "ihr 15. Geburtstag", "1. Stock", "3.–5. Klasse". Spec: `spec/ordinal.md`.
//!
//! A number with a full stop is an ordinal, or a number that ends a sentence. Evidence for the ordinal: an article, preposition or
//! possessive before it, a small letter after it, a noun of known gender after it, the start of a line. Evidence for the end of a
//! sentence: a labelling noun before it ("Zimmer 12."), more than three digits, a word after it that begins sentences, nothing after it.

use crate::cardinal::ordinal_stem;
use crate::context::{article_before, inflect, noun_after, setting_before};
use crate::inflection::{Case, Declension, Genus, Inflection};
use crate::label;
use crate::read::{Found, Scene};
use crate::sentence::begins_sentence;
use crate::text::{
    char_at, digit_at, digits_end, is_capital, is_letter, next_word, past_range_sign, past_spaces, word_before,
};
use hoerblatt_core::{Grammar, Value};

/// An ordinal, or two joined by a range sign.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let (n, stop) = number_with_stop(text, at)?;
    // "3.–5. Klasse", "1. bis 3. Platz"
    if let Some(next) = past_range_sign(text, stop)
        && let Some((m, end)) = number_with_stop(text, next)
        && char_at(text, past_spaces(text, end)).is_some_and(is_letter)
    {
        let inflection = inflection_at(text, at, end);
        let spoken = format!("{} bis {}", spoken(n, inflection), spoken(m, inflection));
        return Some(Found::words(at, end, spoken, "ordinal", "range").grammar(inflection.grammar()));
    }
    if !is_ordinal(text, at, stop, n) {
        return None;
    }
    if let Some((article, inflection)) = named_day(text, at, stop) {
        let found = Found::words(at, stop, format!("{article} {}", spoken(n, inflection)), "ordinal", "apposition");
        return Some(found.grammar(inflection.grammar()).value(Value::Ordinal(n)));
    }
    let inflection = inflection_at(text, at, stop);
    let rule = if setting_before(text, at).governed { "governed" } else { "free" };
    let found = Found::words(at, stop, spoken(n, inflection), "ordinal", rule);
    Some(found.grammar(inflection.grammar()).value(Value::Ordinal(n)))
}

/// "am Sonntag, 1. Advent": a named day that explains the day before it, with the article that an apposition takes.
fn named_day(text: &str, at: usize, stop: usize) -> Option<(&'static str, Inflection)> {
    let word = next_word(text, stop);
    let feminine = crate::noun::lookup(word).is_some_and(|noun| noun.genus == Genus::Feminine);
    let day = crate::calendar::names_a_day(word) && !feminine;
    day.then(|| crate::date::apposition(text, at)).flatten()
}

/// A number of at most four digits directly before a full stop, and the byte after the stop.
fn number_with_stop(text: &str, at: usize) -> Option<(u64, usize)> {
    let mut end = digits_end(text, at, 5);
    // "die 1.000. Besucherin"
    if (1..=3).contains(&(end - at)) && text[end..].starts_with('.') && digits_end(text, end + 1, 4) == end + 4 {
        let whole = format!("{}{}", &text[at..end], &text[end + 1..end + 4]);
        end += 4;
        let stops = char_at(text, end) == Some('.') && !digit_at(text, end + 1) && setting_before(text, at).governed;
        return whole.parse().ok().filter(|n| stops && *n > 0).map(|n| (n, end + 1));
    }
    if end == at || end - at > 4 || char_at(text, end) != Some('.') || digit_at(text, end + 1) {
        return None;
    }
    let n: u64 = text[at..end].parse().ok()?;
    (n > 0 && char_at(text, end + 1) != Some('.')).then_some((n, end + 1))
}

/// The evidence, in order of weight.
fn is_ordinal(text: &str, at: usize, stop: usize, n: u64) -> bool {
    if label::before_list(text, at) || text[at..].starts_with('0') {
        return false;
    }
    let gap = past_spaces(text, stop);
    let Some(next) = char_at(text, gap) else { return governed_tightly(text, at) && n < 100 };
    if gap == stop {
        // "15.," "15.)" after an article; "1.Platz".
        return match next {
            ',' | ';' | ')' | ':' | '/' | '-' | '–' | '!' | '?' => governed_tightly(text, at) && n < 1000,
            c => is_letter(c) && n < 100,
        };
    }
    if next.is_lowercase() {
        // "Im Jahr 2005. und" is no German; a small letter goes on with the sentence.
        return n < 1000 || governed_tightly(text, at);
    }
    if !next.is_uppercase() {
        return governed_tightly(text, at) && n < 1000;
    }
    let word = next_word(text, gap);
    if begins_sentence(word) {
        // "Kommen Sie am 3. Wir freuen uns.": a day of the month may end a sentence.
        return n <= 31 && matches!(word_before(text, at).0, "am" | "Am" | "vom" | "Vom" | "zum" | "Zum");
    }
    // "Er wurde 90. Herzlichen Glückwunsch!", "um 9. Frühstück": a verb or a time word before, a new sentence after.
    if matches!(
        word_before(text, at).0,
        "um" | "Um"
            | "wurde"
            | "wird"
            | "wurden"
            | "werden"
            | "sind"
            | "waren"
            | "kostet"
            | "kosten"
            | "zahlen"
            | "zahlt"
            | "beträgt"
    ) {
        return false;
    }
    if n >= 1000 {
        // "der 1000. Besucher", but "im Jahr 2005. Besucher kamen": an article and a single noun must hold it on both sides.
        return governed_tightly(text, at) && noun_after(text, stop).is_some_and(|(_, noun)| noun == word);
    }
    let (before, _) = word_before(text, at);
    let noun = noun_after(text, stop);
    // "für Kinder 5. Anmeldungen sind möglich": many of a rank need an article or a preposition before them.
    let many = noun.is_some_and(|(noun, _)| noun.plural) && !crate::text::at_line_start(text, at);
    if many && !before.is_empty() && !setting_before(text, at).governed {
        return false;
    }
    governed_tightly(text, at)
        || crate::text::at_line_start(text, at)
        || noun.is_some()
        || word.ends_with("er") && is_capital(word)
        || before.is_empty()
        || is_capital(before)
}

/// An article, possessive or adjective stands right before the number.
fn governed_tightly(text: &str, at: usize) -> bool {
    if !setting_before(text, at).governed {
        return false;
    }
    let (word, _) = word_before(text, at);
    // "mit 5." or "auf 3." ends a sentence more often than it orders.
    word.is_empty() || crate::context::preposition(&word.to_lowercase()).is_none()
}

/// The grammar of the ordinal from both sides; a list of ordinals shares its governor and its noun.
pub(crate) fn inflection_at(text: &str, at: usize, end: usize) -> Inflection {
    if let Some(inflection) = like_its_noun(next_word(text, end)) {
        return inflection;
    }
    if noun_after(text, past_list(text, end)).is_none() && is_hers(text, at) {
        return Inflection::new(Case::Nominative, Genus::Feminine, Declension::Strong);
    }
    let start = crate::date::list_start(text, at);
    let setting = setting_before(text, start);
    let noun = noun_after(text, past_list(text, end)).map(|(noun, _)| noun);
    inflect(setting, noun, &article_before(text, start))
}

/// "Sie wurde 2.", "Anna war 1.": the rank of a woman, as far as a pronoun tells.
fn is_hers(text: &str, at: usize) -> bool {
    let (verb, start) = word_before(text, at);
    matches!(verb, "wurde" | "wird" | "ist" | "war") && matches!(word_before(text, start).0, "Sie" | "sie")
}

/// Past the further ordinals of a list: ", 2. und 3." after "1.".
fn past_list(text: &str, end: usize) -> usize {
    let mut last = end;
    for _ in 0..12 {
        let mut next = past_spaces(text, last);
        for sign in [",", "/", "+", "&", "und ", "oder ", "sowie ", "bis ", "–", "-"] {
            if text[next..].starts_with(sign) {
                next = past_spaces(text, next + sign.len());
                break;
            }
        }
        if text[next..].starts_with("und ") {
            next += 4;
        }
        match number_with_stop(text, next) {
            Some((_, stop)) => last = stop,
            None => break,
        }
    }
    last
}

/// Nouns that decline like adjectives show the ending that the ordinal shares: "1. Vorsitzende", "2. Vorsitzender", "dem 1. Beigeordneten".
pub(crate) fn like_its_noun(word: &str) -> Option<Inflection> {
    use {Case::*, Declension::*, Genus::*};
    const STEMS: &[&str] = &["vorsitzend", "beigeordnet", "abgeordnet", "beauftragt", "verantwortlich", "delegiert"];
    let lower = word.to_lowercase();
    let ending = STEMS.iter().find_map(|stem| lower.split_once(stem)).map(|(_, ending)| ending)?;
    match ending {
        "e" => Some(Inflection::new(Nominative, Feminine, Strong)),
        "er" => Some(Inflection::new(Nominative, Masculine, Strong)),
        "en" => Some(Inflection::new(Dative, Masculine, Weak)),
        "em" => Some(Inflection::new(Dative, Masculine, Strong)),
        _ => None,
    }
}

/// "fünfzehnten", "siebtes".
pub(crate) fn spoken(n: u64, inflection: Inflection) -> String {
    format!("{}{}", ordinal_stem(n), inflection.adjective_ending())
}

/// An ordinal for the ear.
pub(crate) fn speak(n: u64, grammar: Grammar) -> String {
    spoken(n, Inflection::of(grammar))
}
