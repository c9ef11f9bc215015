//! What governs a value: the article, preposition, adjective before it, the noun after it.

use crate::inflection::{Case, Declension, Genus, Inflection};
use crate::noun::{self, Noun};
use crate::text::{is_capital, is_space, next_word, word_before};

/// What the words before a value say about its grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Setting {
    /// The case, where something governs it.
    pub case: Option<Case>,
    /// By the article before it.
    pub declension: Option<Declension>,
    /// Where the article shows it.
    pub genus: Option<Genus>,
    /// Where the article shows it.
    pub plural: Option<bool>,
    /// An article or a preposition was found.
    pub governed: bool,
}

/// A preposition by its case. Two-way ones ("in", "an") stand with the dative, which is what tells when or where.
pub(crate) fn preposition(word: &str) -> Option<Case> {
    use Case::*;
    Some(match word {
        "ab" | "aus" | "außer" | "bei" | "entgegen" | "gegenüber" | "gemäß" | "laut" | "mit" | "mitsamt" | "nach"
        | "nebst" | "samt" | "seit" | "von" | "zu" | "zuzüglich" | "an" | "auf" | "hinter" | "in" | "neben"
        | "über" | "unter" | "vor" | "zwischen" | "binnen" => Dative,
        "bis" | "durch" | "für" | "gegen" | "ohne" | "um" | "je" | "pro" | "per" | "à" | "wider" => Accusative,
        "abzüglich" | "angesichts" | "anhand" | "anlässlich" | "anstatt" | "anstelle" | "aufgrund" | "außerhalb"
        | "bezüglich" | "dank" | "diesseits" | "einschließlich" | "hinsichtlich" | "infolge" | "inklusive"
        | "innerhalb" | "jenseits" | "oberhalb" | "statt" | "trotz" | "unterhalb" | "während" | "wegen"
        | "zugunsten" => Genitive,
        _ => return None,
    })
}

/// Whether a word, in lower case, belongs to the one after it: an article, a preposition, a joining word.
pub(crate) fn leads_on(word: &str) -> bool {
    determiner(word).is_some()
        || preposition(word).is_some()
        || matches!(word, "und" | "oder" | "sowie" | "als" | "wie")
}

/// Articles and what declines like them: case (where sure), declension, gender, number.
fn determiner(word: &str) -> Option<Setting> {
    use {Case::*, Declension::*, Genus::*};
    let set = |case, declension, genus, plural| {
        Some(Setting { case, declension: Some(declension), genus, plural, governed: true })
    };
    match word {
        "am" | "im" | "vom" | "zum" | "beim" | "unterm" | "überm" | "hinterm" | "vorm" => {
            return set(Some(Dative), Weak, None, Some(false));
        }
        "zur" => return set(Some(Dative), Weak, Some(Feminine), Some(false)),
        "ans" | "ins" | "aufs" | "ums" | "fürs" | "durchs" | "übers" | "unters" | "hinters" | "vors" => {
            return set(Some(Accusative), Weak, Some(Neuter), Some(false));
        }
        "der" => return set(None, Weak, None, None),
        "die" => return set(None, Weak, Some(Feminine), None),
        "das" => return set(None, Weak, Some(Neuter), Some(false)),
        "den" => return set(None, Weak, None, None),
        "dem" => return set(Some(Dative), Weak, None, Some(false)),
        "des" => return set(Some(Genitive), Weak, None, Some(false)),
        _ => {}
    }
    for stem in ["dies", "jen", "jed", "welch", "manch", "solch", "all", "beid", "sämtlich"] {
        if let Some(ending) = word.strip_prefix(stem) {
            return match ending {
                "er" | "e" | "en" => set(None, Weak, None, None),
                "es" => set(None, Weak, None, Some(false)),
                "em" => set(Some(Dative), Weak, None, Some(false)),
                _ => continue,
            };
        }
    }
    for stem in ["ein", "kein", "mein", "dein", "sein", "ihr", "unser", "unsr", "euer", "eur"] {
        if let Some(ending) = word.strip_prefix(stem) {
            return match ending {
                "" if stem != "unsr" && stem != "eur" => set(None, Mixed, None, Some(false)),
                "e" => set(None, Mixed, Some(Feminine), None),
                "en" => set(None, Mixed, None, None),
                "em" => set(Some(Dative), Mixed, None, Some(false)),
                "er" => set(None, Mixed, None, None),
                "es" => set(Some(Genitive), Mixed, None, Some(false)),
                _ => continue,
            };
        }
    }
    None
}

/// Words that may stand between an article and a value: adjectives, ordinals' "und", and names in "-er" ("Dortmunder").
fn may_stand_between(word: &str) -> bool {
    let adjective = ["en", "e", "er", "es", "em"].iter().any(|ending| word.ends_with(ending)) && word.len() > 4;
    if is_capital(word) {
        return word.ends_with("er") && word.len() > 5 && noun::lookup(word).is_none();
    }
    matches!(
        word,
        "und" | "oder" | "sowie" | "bis" | "plus" | "beziehungsweise" | "inzwischen" | "nunmehr" | "schon" | "bereits"
    ) || adjective
}

/// What governs the value that starts at a byte.
pub(crate) fn setting_before(text: &str, at: usize) -> Setting {
    let mut end = at;
    for step in 0..6 {
        let end_trimmed = crate::text::trimmed(text, end, is_space).len();
        // An ordinal before it ("vom 5. bis", "der 1. und", "der 3., 4. Platz") is passed over.
        if let Some(start) = listed_ordinal_before(text, end_trimmed, step) {
            end = start;
            continue;
        }
        if let Some(found) = shortened(text, end_trimmed, at) {
            return found;
        }
        let (word, start) = word_before(text, end);
        if word.is_empty() {
            break;
        }
        let lower = word.to_lowercase();
        if let Some(found) = determiner(&lower) {
            return with_preposition(text, start, found, &lower);
        }
        // "vom 5. bis 7.": the range's "bis" governs nothing; "bis kommenden Freitag" does.
        let joins_range =
            crate::text::trimmed(text, start, is_space).ends_with(|c: char| c == '.' || c.is_ascii_digit());
        if (lower != "bis" || step == 0 || !joins_range)
            && let Some(case) = preposition(&lower)
        {
            return Setting { case: Some(case), governed: true, ..Setting::default() };
        }
        if !may_stand_between(word) {
            break;
        }
        end = start;
    }
    Setting::default()
}

/// "v. 1.3.", "d. 22. Januar", "jd. 1. Montag": what governs is written short. Before other things than days "v." is "von".
fn shortened(text: &str, end: usize, at: usize) -> Option<Setting> {
    let bare = text[..end].strip_suffix('.')?;
    match word_before(bare, bare.len()).0 {
        "v" if crate::date::starts_in_list(text, at) => determiner("vom"),
        "v" => Some(Setting { case: Some(Case::Dative), governed: true, ..Setting::default() }),
        "d" if crate::date::starts_in_list(text, at) => {
            Some(Setting { case: Some(Case::Accusative), ..determiner("den")? })
        }
        "jd" => Some(Setting { case: Some(Case::Accusative), ..determiner("jeden")? }),
        _ => None,
    }
}

/// An ordinal of the same list: after the first step back any, directly before the value only one with its comma.
fn listed_ordinal_before(text: &str, end: usize, step: usize) -> Option<usize> {
    match text[..end].strip_suffix(',') {
        Some(bare) => ordinal_before(text, bare.len()),
        None if step > 0 || text[end..].starts_with(' ') => ordinal_before(text, end),
        None => None,
    }
}

/// Where an ordinal that ends at a byte ("5." or "5") starts.
fn ordinal_before(text: &str, end: usize) -> Option<usize> {
    let bare = text[..end].strip_suffix('.')?;
    let digits = bare.bytes().rev().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| bare.len() - digits)
}

/// An article may itself stand after a preposition: "in der", "für die", "von den".
fn with_preposition(text: &str, at: usize, found: Setting, article: &str) -> Setting {
    use Case::*;
    if found.case.is_some() {
        return found;
    }
    let (before, _) = word_before(text, at);
    let before = before.to_lowercase();
    let Some(governed) = preposition(&before) else {
        let case = match article {
            "den" | "einen" | "diesen" | "jeden" | "ihren" | "seinen" | "unseren" | "meinen" | "keinen" => {
                Some(Accusative)
            }
            _ => None,
        };
        return Setting { case, ..found };
    };
    // "in die", "auf den": a two-way preposition with an accusative article.
    let two_way =
        matches!(before.as_str(), "an" | "auf" | "hinter" | "in" | "neben" | "über" | "unter" | "vor" | "zwischen");
    let accusative = article.ends_with("ie") || article.ends_with("as") || article.ends_with('e');
    let case = if two_way && (accusative || article.ends_with("en")) { Accusative } else { governed };
    Setting { case: Some(case), ..found }
}

/// The grammar of an adjective-like value (an ordinal) from what stands before it and the noun after it.
pub(crate) fn inflect(setting: Setting, noun: Option<Noun>, article: &str) -> Inflection {
    use {Case::*, Declension::*, Genus::*};
    let declension = setting.declension.unwrap_or(Strong);
    let mut genus = noun.map(|n| n.genus).or(setting.genus).unwrap_or(Masculine);
    let mut plural = noun.is_some_and(|n| n.plural);
    if setting.genus == Some(Feminine) && genus != Feminine && !plural {
        // "die 1. Vorsitzende" is a woman; "die 3. Teilnehmer" are many.
        if noun.is_some_and(|n| n.ends_in_e) {
            genus = Feminine;
        } else {
            plural = true;
        }
    }
    let case = match (setting.case, article) {
        (Some(case), _) => {
            // "in den 3. Klassen": "den" after a dative preposition is a plural.
            if case == Dative && article == "den" {
                plural = true;
            }
            case
        }
        (None, "der") => match (genus, plural) {
            (_, true) => Genitive,
            (Feminine, _) => Dative,
            _ => Nominative,
        },
        (None, word) if word.ends_with("er") && declension == Mixed && word != "unser" && word != "euer" => Dative,
        _ => Nominative,
    };
    Inflection { case, genus, plural, declension, attributive: false }
}

/// Where the first of a list of counted things starts: "1 Küche, 2 Zimmer und 1 Balkon" share what governs the first.
pub(crate) fn counted_list_start(text: &str, at: usize) -> usize {
    let mut start = at;
    for _ in 0..6 {
        match counted_thing_before(text, start) {
            Some(before) => start = before,
            None => return start,
        }
    }
    start
}

/// The number of a counted thing that a comma or "und" joins to what starts at a byte.
fn counted_thing_before(text: &str, at: usize) -> Option<usize> {
    let bare = crate::text::trimmed(text, at, is_space);
    let end = match bare.strip_suffix(',') {
        Some(listed) => listed.len(),
        None => {
            let (word, start) = word_before(text, crate::text::trimmed(bare, bare.len(), |c| c == '.').len());
            matches!(word, "und" | "u" | "oder" | "sowie" | "plus")
                .then(|| crate::text::trimmed(text, start, is_space).len())?
        }
    };
    let (noun, noun_at) = word_before(text, end);
    if !is_capital(noun) {
        return None;
    }
    let mut number_end = crate::text::trimmed(text, noun_at, is_space).len();
    let (adjective, adjective_at) = word_before(text, number_end);
    if may_stand_between(adjective) && !is_capital(adjective) {
        number_end = crate::text::trimmed(text, adjective_at, is_space).len();
    }
    let digits = text[..number_end].bytes().rev().take(6).take_while(u8::is_ascii_digit).count();
    (digits > 0 && number_end < noun_at).then(|| number_end - digits)
}

/// Adjectives and adverbs that stand with a measure in the accusative: "einen Meter hoch", "einen Monat alt" (Duden 4, adverbial accusative).
const MEASURED: &[&str] = &[
    "alt", "breit", "dick", "entfernt", "groß", "hoch", "lang", "schwer", "stark", "tief", "weit", "früher", "später",
    "vorher", "zuvor", "danach", "darauf", "nachher", "jünger", "älter", "länger", "kürzer", "höher",
];

/// Whether a measure that ends at a byte is told of something: "1 m hoch", "1 Monat später".
pub(crate) fn is_measured(text: &str, end: usize) -> bool {
    MEASURED.contains(&next_word(text, end))
}

/// The nearest article before a value, lower case; empty if there is none.
pub(crate) fn article_before(text: &str, at: usize) -> String {
    let mut end = at;
    for step in 0..6 {
        let trimmed = crate::text::trimmed(text, end, is_space).len();
        if let Some(start) = listed_ordinal_before(text, trimmed, step) {
            end = start;
            continue;
        }
        let (word, start) = word_before(text, end);
        let lower = word.to_lowercase();
        if word.is_empty() || determiner(&lower).is_some() {
            return lower;
        }
        if !may_stand_between(word) {
            break;
        }
        end = start;
    }
    String::new()
}

/// The first noun after a value: adjectives and names in "-er" between them are passed over.
pub(crate) fn noun_after(text: &str, at: usize) -> Option<(Noun, &str)> {
    let mut from = at;
    for _ in 0..4 {
        let word = next_word(text, from);
        if word.is_empty() {
            return None;
        }
        if is_capital(word)
            && let Some(noun) = noun::lookup(word)
        {
            return Some((noun, word));
        }
        let end = crate::text::past_spaces(text, from) + word.len();
        // "1. stellv. Bürgermeisterin": a cut adjective.
        if !is_capital(word) && word.len() > 3 && crate::text::char_at(text, end) == Some('.') {
            from = end + 1;
            continue;
        }
        let adjective = ["e", "en", "er", "es", "em"].iter().any(|ending| word.ends_with(ending)) || word == "Drei";
        if !adjective || (!is_capital(word) && preposition(word).is_some()) {
            return None;
        }
        from = crate::text::past_spaces(text, from) + word.len();
    }
    None
}
