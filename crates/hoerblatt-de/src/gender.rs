//! Gender forms: "Bürger*innen", "Kolleg:in", "BürgerInnen", "der*die", "jede*r", "träger*innenübergreifend". Spec: `spec/gender.md`.
//!
//! Two readings. *Pause*: a short glottal stop where the sign stands, as the star was meant to be read. *Pair*: both forms,
//! "Bürgerinnen und Bürger", in the case of the sentence; inside a compound the pause stays, because a pair cannot stand there.

use crate::Gender;
use crate::context::setting_before;
use crate::inflection::Case;
use crate::read::{Found, Scene};
use crate::text::{char_at, char_before, is_letter, letters_end, word_before};
use hoerblatt_core::{Pause, Speech, SpeechToken};
use std::{collections::HashMap, sync::LazyLock};

/// Person nouns whose masculine is not the stem: stem, masculine singular, masculine plural.
static PERSONS: LazyLock<HashMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = include_str!("../tables/persons.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        Some((cells.next()?, (cells.next()?, cells.next()?)))
    })
    .collect()
});

/// A form as it stands in the text.
struct Form<'t> {
    stem: &'t str,
    /// "in", "innen", "r" …
    suffix: &'t str,
    /// What follows the suffix within the word: "übergreifend", "vertretung".
    rest: &'t str,
    end: usize,
}

/// A gender form that starts here.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if char_before(text, at).is_some_and(is_letter) || !char_at(text, at).is_some_and(is_letter) {
        return None;
    }
    let form = with_sign(text, at).or_else(|| with_capital(text, at))?;
    let noun = form.suffix.starts_with("in") && form.stem.len() > 2;
    if scene.german.gender == Gender::Pair
        && !noun
        && let Some(found) = with_its_noun(text, at, &form)
    {
        return Some(found);
    }
    let speech = match scene.german.gender {
        Gender::Pair if matches!(form.suffix, "zze" | "ze") => Speech::words("Sintizze und Sinti"),
        Gender::Pair if matches!(form.suffix, "nja" | "nija") => Speech::words("Romnja und Roma"),
        Gender::Pair if noun && form.rest.is_empty() => Speech::words(pair(text, at, &form)),
        Gender::Pair if !noun && form.rest.is_empty() => Speech::words(article_pair(&form)),
        _ => paused(&form),
    };
    let rule = match (noun, form.rest.is_empty()) {
        (true, true) => "person",
        (true, false) => "compound",
        (false, _) => "article",
    };
    Some(Found::speech(at, form.end, speech, "gender", rule))
}

/// "eine*n Fahrer*in": article and noun together, "eine Fahrerin oder einen Fahrer".
fn with_its_noun(text: &str, at: usize, article: &Form<'_>) -> Option<Found> {
    let noun_at = crate::text::past_spaces(text, article.end);
    if noun_at == article.end || !char_at(text, noun_at).is_some_and(is_letter) {
        return None;
    }
    let noun = with_sign(text, noun_at).or_else(|| with_capital(text, noun_at))?;
    if noun.suffix != "in" || !noun.rest.is_empty() {
        return None;
    }
    let (feminine, masculine_article) = articles(article)?;
    let (one, many) = masculine(noun.stem);
    let masculine_noun = match masculine_article.chars().last() {
        Some('n' | 'm' | 's') if is_weak(&one) && !masculine_article.to_lowercase().ends_with("ein") => many,
        Some('s') => format!("{one}s"),
        _ => one,
    };
    let spoken = format!("{feminine} {}in oder {} {masculine_noun}", noun.stem, small(&masculine_article));
    Some(Found::words(at, noun.end, spoken, "gender", "article and person"))
}

/// Feminine and masculine of an article in both forms: "eine*n" → eine, einen; "des*der" → der, des.
fn articles(form: &Form<'_>) -> Option<(String, String)> {
    let Form { stem, suffix, .. } = form;
    let capital = stem.chars().next().is_some_and(char::is_uppercase);
    let cased = |word: &str| if capital { crate::text::capitalised(word) } else { word.to_owned() };
    let lower = stem.to_lowercase();
    Some(match (lower.as_str(), *suffix) {
        ("der", "die") | ("die", "der") => (cased("die"), cased("der")),
        ("des", "der") | ("der", "des") => (cased("der"), cased("des")),
        ("dem", "der") | ("der", "dem") => (cased("der"), cased("dem")),
        ("den", "die") | ("die", "den") => (cased("die"), cased("den")),
        (_, two_words) if two_words.contains(' ') => (cased(two_words), (*stem).to_owned()),
        (_, "e") => (format!("{stem}e"), (*stem).to_owned()),
        (_, "n" | "r") => ((*stem).to_owned(), format!("{stem}{suffix}")),
        (_, "m" | "s") => match stem.strip_suffix('r') {
            Some(root) => ((*stem).to_owned(), format!("{root}{suffix}")),
            None => (format!("{stem}r"), format!("{stem}{suffix}")),
        },
        _ => return None,
    })
}

/// Nouns that end in "-en" in every case but the nominative: "den Kollegen", "dem Studenten".
fn is_weak(noun: &str) -> bool {
    ["e", "ent", "ant", "ist", "at", "et", "it", "graf", "held", "mensch", "pat"].iter().any(|end| noun.ends_with(end))
        && !noun.ends_with("rat")
}

/// The second of a pair stands inside the sentence; the polite "Ihr" keeps its capital.
fn small(word: &str) -> String {
    if word.starts_with("Ihr") { word.to_owned() } else { word.to_lowercase() }
}

fn paused(form: &Form<'_>) -> Speech {
    let tail = format!("{}{}", form.suffix, form.rest);
    Speech(vec![SpeechToken::Words(form.stem.to_owned()), SpeechToken::Pause(Pause::Gender), SpeechToken::Words(tail)])
}

/// Endings of articles, pronouns and adjectives after a sign.
const ENDINGS: &[&str] = &[
    "r", "n", "e", "m", "s", "er", "en", "em", "es", "die", "der", "das", "dem", "den", "des", "sie", "er", "ihr",
    "ihm", "ihre", "ihren", "ihrem", "ihrer", "eine", "einer", "einem", "einen", "sein", "seine", "seiner", "keine",
    "ein", "jeder", "jede", "zur", "zum", "diese", "dieser",
];

/// "Bürger*innen", "Bürger/-innen", "Schüler(innen)", "jede:r", "der/die".
fn with_sign<'t>(text: &'t str, at: usize) -> Option<Form<'t>> {
    let stem_end = crate::text::compound_end(text, at);
    let sign = char_at(text, stem_end)?;
    let mut from = stem_end + sign.len_utf8();
    let strong = matches!(sign, '*' | '_' | '·' | '•' | '∗' | '＊');
    // "Besucher**innen": a star typed twice.
    if sign == '*' && char_at(text, from) == Some('*') {
        from += 1;
    }
    match sign {
        '*' | '_' | '·' | '•' | ':' | '∗' | '＊' | '(' => {}
        '/' if char_at(text, from) == Some('-') => from += 1,
        '/' => {}
        _ => return None,
    }
    let stem = &text[at..stem_end];
    let tail_end = letters_end(text, from);
    let tail = &text[from..tail_end];
    if tail.is_empty() {
        return None;
    }
    // "Patient(inn)en"
    if sign == '(' && tail == "inn" && text[tail_end..].starts_with(")en") && person_like(stem) {
        let end = tail_end + 3;
        return (!char_at(text, end).is_some_and(is_letter)).then_some(Form { stem, suffix: "innen", rest: "", end });
    }
    let small_stem = stem.chars().next().is_some_and(char::is_lowercase);
    for suffix in ["innen", "in"] {
        let Some(rest) = tail.strip_prefix(suffix) else { continue };
        let plausible = stem.len() >= 3 && (suffix == "innen" || rest.is_empty() || strong);
        if !plausible {
            continue;
        }
        // "Beginn:innen ist es warm" lacks a space: what is a noun of its own and names no person takes no ending.
        if sign == ':' && !person_like(stem) && crate::noun::lookup(stem).is_some() {
            return None;
        }
        // "Stadt/innen" would be a slash between words; stems of persons end in a few ways.
        if sign == '/' && !person_like(stem) {
            return None;
        }
        let mut end = tail_end;
        let mut rest = rest;
        if sign == '(' {
            if char_at(text, tail_end) != Some(')') {
                return None;
            }
            let after = letters_end(text, tail_end + 1);
            if !rest.is_empty() {
                return None;
            }
            rest = &text[tail_end + 1..after];
            end = after;
        }
        // "Bürger*innen-Büro" goes on with its hyphen.
        return Some(Form { stem, suffix, rest, end });
    }
    // The Romani forms have endings of their own: "Sinti*zze und Rom*nja".
    if matches!((stem, tail), ("Sinti", "zze" | "ze") | ("Rom", "nja" | "nija")) {
        return Some(Form { stem, suffix: tail, rest: "", end: tail_end });
    }
    if let Some(form) = two_words(text, at, stem_end, from) {
        return Some(form);
    }
    let article = ENDINGS.contains(&tail) && article_like(stem, tail, small_stem, sign);
    if !article {
        return None;
    }
    let mut end = tail_end;
    if sign == '(' {
        if char_at(text, tail_end) != Some(')') {
            return None;
        }
        end = tail_end + 1;
    }
    Some(Form { stem, suffix: tail, rest: "", end })
}

/// "beim*bei der", "vom*von der", "im*in der": the preposition melts with one article, not with the other.
fn two_words(text: &str, at: usize, stem_end: usize, from: usize) -> Option<Form<'_>> {
    const MELTED: [(&str, &str); 4] = [("beim", "bei der"), ("vom", "von der"), ("im", "in der"), ("am", "an der")];
    let stem = &text[at..stem_end];
    let (_, feminine) = MELTED.into_iter().find(|(melted, _)| stem.eq_ignore_ascii_case(melted))?;
    let end = from + feminine.len();
    let written = text[from..].starts_with(feminine) && !char_at(text, end).is_some_and(is_letter);
    written.then_some(Form { stem, suffix: feminine, rest: "", end })
}

/// Which articles, pronouns and adjectives a short ending may follow.
fn article_like(stem: &str, tail: &str, small: bool, sign: char) -> bool {
    let lower = stem.to_lowercase();
    const STEMS: &[&str] = &[
        "der", "die", "das", "dem", "den", "des", "ein", "eine", "einer", "einem", "einen", "kein", "keine", "keiner",
        "keinem", "jede", "jeder", "jedem", "jeden", "ihre", "ihr", "ihrem", "ihrer", "ihren", "sein", "seine",
        "seiner", "seinem", "seinen", "diese", "dieser", "diesem", "diesen", "jene", "jener", "unsere", "unserer",
        "meine", "deine", "eure", "er", "sie", "ihm", "ihn", "welche", "welcher", "manche", "solche", "solcher", "zum",
        "zur", "beim", "vom", "alle", "eines", "einzelne",
    ];
    if STEMS.contains(&lower.as_str()) {
        return sign != ':' || tail.len() <= 3;
    }
    // Adjectives and participles used as nouns: "gute*r", "Angestellte:r", "Beamt*er".
    let short = tail.len() <= 2;
    let marked = matches!(sign, '*' | '_' | '·' | ':' | '(' | '∗');
    // "Ehrenamtliche/r": with a slash only a capitalised person.
    let slashed = sign == '/' && !small && matches!(tail, "r" | "n") && lower.ends_with('e') && stem.len() > 6;
    short
        && (marked || slashed)
        && stem.len() > 3
        && (lower.ends_with('e') || !small && sign == '*' && lower.ends_with('t'))
        && matches!(tail, "r" | "n" | "m" | "s")
}

/// Stems of persons: from the table or by their ending.
fn person_like(stem: &str) -> bool {
    let last = stem.rsplit('-').next().unwrap_or(stem);
    let ends = [
        "er", "or", "ent", "ant", "ist", "eur", "loge", "log", "ar", "är", "at", "et", "it", "än", "ling", "wirt",
        "arzt", "anwalt", "nd", "al", "rat", "schaft",
    ];
    person(last).is_some() || ends.iter().any(|e| last.ends_with(e))
}

/// "BürgerInnen", "LehrerIn": a capital I after a small letter.
fn with_capital<'t>(text: &'t str, at: usize) -> Option<Form<'t>> {
    let end = letters_end(text, at);
    let word = &text[at..end];
    let split = word.find("In").filter(|split| *split > 2)?;
    let before_small = word[..split].chars().next_back().is_some_and(char::is_lowercase);
    let tail = &word[split..];
    let (suffix, rest) = match tail.strip_prefix("Innen") {
        Some(rest) if rest.chars().all(char::is_lowercase) => ("innen", rest),
        None if tail == "In" => ("in", ""),
        _ => return None,
    };
    (before_small && person_like(&word[..split])).then_some(Form { stem: &word[..split], suffix, rest, end })
}

/// The table's row for a stem or the last part of a compound.
fn person(stem: &str) -> Option<(String, String)> {
    if let Some((one, many)) = PERSONS.get(stem) {
        return Some(((*one).to_owned(), (*many).to_owned()));
    }
    let lower = stem.to_lowercase();
    for (at, _) in lower.char_indices().skip(1).filter(|(at, _)| stem.is_char_boundary(*at)) {
        let head = crate::text::capitalised(&lower[at..]);
        if head.len() >= 4
            && let Some((one, many)) = PERSONS.get(head.as_str())
        {
            let front = &stem[..at];
            let join = |word: &str| {
                if front.ends_with('-') { format!("{front}{word}") } else { format!("{front}{}", word.to_lowercase()) }
            };
            return Some((join(one), join(many)));
        }
    }
    None
}

/// Masculine singular and plural of a stem.
fn masculine(stem: &str) -> (String, String) {
    if let Some(found) = person(stem) {
        return found;
    }
    if stem.ends_with("er") || stem.ends_with("el") {
        return (stem.to_owned(), stem.to_owned());
    }
    if stem.ends_with("eur")
        || stem.ends_with("är")
        || stem.ends_with("al")
        || stem.ends_with("ling")
        || stem.ends_with("ar")
        || stem.ends_with("än")
    {
        return (stem.to_owned(), format!("{stem}e"));
    }
    if stem.ends_with("log") || stem.ends_with("og") {
        return (format!("{stem}e"), format!("{stem}en"));
    }
    (stem.to_owned(), format!("{stem}en"))
}

/// "Bürgerinnen und Bürgern", "eine Ansprechpartnerin oder ein Ansprechpartner" without its article: "Ansprechpartnerin oder Ansprechpartner".
fn pair(text: &str, at: usize, form: &Form<'_>) -> String {
    let (one, many) = masculine(form.stem);
    // "Beamte" declines like an adjective: "die Beamten", "Beamte".
    let after_article = !crate::context::article_before(text, at).is_empty();
    if one.ends_with("ter") && many.ends_with("te") && form.suffix == "innen" && after_article {
        return format!("{}innen und {many}n", form.stem);
    }
    if form.suffix == "in" {
        return format!("{}in oder {one}", form.stem);
    }
    let dative = dative_plural(text, at) && !many.ends_with('n') && !many.ends_with('s');
    format!("{}innen und {many}{}", form.stem, if dative { "n" } else { "" })
}

/// Whether a plural stands in the dative: a preposition with the dative before it, "den" after one, or an adjective in "-en" after it.
fn dative_plural(text: &str, at: usize) -> bool {
    // "zwischen Schüler*innen und Lehrer*innen", "mit Anwohner*innen, Helfer*innen und Gästen": as the first, so the others.
    let mut first = at;
    for _ in 0..8 {
        match listed_person_before(text, first) {
            Some(before) => first = before,
            None => break,
        }
    }
    let (before, start) = word_before(text, first);
    // In a plural only the dative has these.
    const DATIVES: &[&str] = &[
        "den",
        "allen",
        "vielen",
        "einigen",
        "mehreren",
        "beiden",
        "unseren",
        "euren",
        "ihren",
        "seinen",
        "meinen",
        "deinen",
        "diesen",
        "jenen",
        "keinen",
        "welchen",
        "sämtlichen",
        "manchen",
    ];
    if DATIVES.contains(&before.to_lowercase().as_str()) {
        return true;
    }
    match setting_before(text, first).case {
        Some(Case::Dative) => before != "der",
        None if matches!(before, "und" | "sowie" | "oder") => {
            // "mit Partnern und Bürger*innen": the first of the pair tells.
            setting_before(text, start).case == Some(Case::Dative)
        }
        _ => false,
    }
}

/// Where the plural before a comma or "und" starts; in the dative it ends in "n" or "s" ("Gästen", "Helfer*innen", "Teams").
fn listed_person_before(text: &str, at: usize) -> Option<usize> {
    let bare = crate::text::trimmed(text, at, crate::text::is_space);
    let end = match bare.strip_suffix(',') {
        Some(listed) => listed.len(),
        None => {
            let (joint, start) = word_before(text, at);
            matches!(joint, "und" | "sowie" | "oder" | "bzw")
                .then(|| crate::text::trimmed(text, start, crate::text::is_space).len())?
        }
    };
    let length = crate::text::tail(&text[..end], crate::text::LONGEST_WORD, |c| !c.is_whitespace());
    let item = &text[end - length..end];
    let plural = item.ends_with('n') || item.ends_with('s');
    (length > 0 && plural && crate::text::is_capital(item)).then_some(end - length)
}

/// "der oder die", "jede oder jeder".
fn article_pair(form: &Form<'_>) -> String {
    let whole = ENDINGS.contains(&form.suffix)
        && form.suffix.len() >= 2
        && form.stem.len() <= 5
        && !matches!(form.suffix, "er" | "en" | "em" | "es")
        || matches!(form.stem, "er" | "sie")
        || form.suffix.contains(' ');
    if whole {
        return format!("{} oder {}", form.stem, form.suffix);
    }
    match articles(form) {
        Some((feminine, masculine)) => format!("{feminine} oder {}", small(&masculine)),
        None => format!("{} oder {}{}", form.stem, small(form.stem), form.suffix),
    }
}
