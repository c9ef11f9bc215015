//! Bare numbers: counted things, ranges, lists, spans of years. Spec: `spec/number.md`.

use crate::cardinal::{cardinal, year};
use crate::context::{self, noun_after};
use crate::inflection::{Case, Declension, Genus, Inflection};
use crate::noun;
use crate::numeral::{self, Numeral, numeral};
use crate::read::{Found, Scene};
use crate::text::{char_at, char_before, digit_at, digits_end, is_space, past_range_sign, past_spaces, word_before};
use crate::{fraction, label};
use hoerblatt_core::{Grammar, Number, Pause, Speech, SpeechToken, Value};

/// The form of "1" before what follows it: by the noun after it and what governs it; "eins" where it only counts.
pub(crate) fn form_of_one(text: &str, at: usize, end: usize) -> Inflection {
    // "RE 1 Richtung Aachen", "S 1": a line by its letters.
    let (before, _) = word_before(text, at);
    let line = before.len() <= 3 && !before.is_empty() && before.bytes().all(|b| b.is_ascii_uppercase());
    if line || label::before(text, at) || text[..at].trim_end_matches(is_space).ends_with('§') {
        return Inflection::default();
    }
    let Some((noun, word)) = noun_after(text, end) else {
        let next = crate::text::next_word(text, end);
        // A noun of unknown gender: "ein" is right for two genders of three.
        let attributive = crate::text::is_capital(next) && !crate::sentence::begins_sentence(next);
        return if attributive { one(text, at, Genus::Masculine) } else { Inflection::default() };
    };
    if noun.plural && word.ends_with("en") && is_weak_singular(text, at, end, word) {
        // "für 1 Erwachsenen", "mit 1 Jugendlichen": after a single 1 the weak form is a singular.
        return one(text, at, Genus::Masculine);
    }
    if noun.plural {
        return Inflection::default();
    }
    let inflection = one(text, at, noun.genus);
    let noun_end = past_spaces(text, end) + word.len();
    match context::is_measured(text, noun_end) && text[..noun_end].ends_with(word) {
        true => measured(inflection),
        false => inflection,
    }
}

/// Whether a plural form right after the 1 can be the weak singular of a person: "Erwachsenen", "Kollegen", not "Karten".
fn is_weak_singular(text: &str, at: usize, end: usize, word: &str) -> bool {
    let alone = char_before(text, at).is_none_or(char::is_whitespace);
    let stem = &word[..word.len() - 1];
    let person = noun::lookup(stem).is_some_and(|one| !one.plural && one.genus == Genus::Masculine);
    alone && person && crate::text::next_word(text, end) == word
}

/// "1 m hoch" is said "einen Meter hoch" where nothing governs the measure.
pub(crate) fn measured(inflection: Inflection) -> Inflection {
    match inflection.case {
        Case::Nominative => Inflection { case: Case::Accusative, ..inflection },
        _ => inflection,
    }
}

/// "1" before a noun of a gender, in the case that governs the place or the list it stands in.
pub(crate) fn one(text: &str, at: usize, genus: Genus) -> Inflection {
    let at = context::counted_list_start(text, at);
    let setting = context::setting_before(text, at);
    let object = !setting.governed && crate::object::is_object(text, at);
    let case = setting.case.unwrap_or(if object { Case::Accusative } else { Case::Nominative });
    Inflection::new(case, genus, Declension::Strong).attributive()
}

/// The word for a 1 in a grammar.
pub(crate) fn one_word(inflection: Inflection) -> &'static str {
    if inflection.attributive { inflection.one() } else { "eins" }
}

/// Numbers and ranges of them: "21 Personen", "10–12 Personen", "1.200 Gäste", "1,5".
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let first = numeral(text, at)?;
    if !first.grouped
        && let Some(found) = sectioned(text, at)
    {
        return Some(found);
    }
    if let Some(found) = range(scene, at, &first) {
        return Some(found);
    }
    if let Some(found) = comma_list(text, at) {
        return Some(found);
    }
    if let Some(found) = one_of_many(text, at, &first) {
        return Some(found);
    }
    let mut inflection = Inflection::default();
    let spoken = if first.is_one() {
        inflection = form_of_one(text, at, first.end);
        first.spoken(one_word(inflection))
    } else if is_year(text, at, &first) {
        let n = first.value()?;
        let found = Found::words(at, first.end, year(n), "year", "year");
        return Some(found.value(Value::Year(i32::try_from(n).ok()?)));
    } else {
        before_singular(text, &first).unwrap_or_else(|| first.spoken("eins"))
    };
    let found = Found::words(at, first.end, spoken, "number", "cardinal").grammar(inflection.grammar());
    Some(match first.number(false) {
        Some(number) => found.value(Value::Number(number)),
        None => found,
    })
}

/// "1 von 10 Männern": a pronoun in the gender of those it is one of, "einer von zehn Männern".
fn one_of_many(text: &str, at: usize, first: &Numeral<'_>) -> Option<Found> {
    let of = past_spaces(text, first.end);
    if !first.is_one() || !text[of..].starts_with("von ") || label::before(text, at) {
        return None;
    }
    let all = numeral(text, past_spaces(text, of + "von ".len()))?;
    let (noun, _) = noun_after(text, all.end).filter(|(noun, _)| noun.plural)?;
    let inflection = one(text, at, noun.genus);
    let spoken = match (inflection.case, noun.genus) {
        (Case::Nominative, Genus::Masculine) => "einer",
        (Case::Nominative | Case::Accusative, Genus::Neuter) => "eins",
        _ => inflection.one(),
    };
    Some(Found::words(at, first.end, spoken, "number", "one of many").grammar(inflection.grammar()))
}

/// "1001 Nacht": before a singular the last one takes the noun's gender, "tausendundeine Nacht" (Duden, *Tausendundeine Nacht*).
fn before_singular(text: &str, n: &Numeral<'_>) -> Option<String> {
    let hundreds = n.value().filter(|n| n % 100 == 1 && (101..2000).contains(n))? - 1;
    let (noun, word) = noun_after(text, n.end)?;
    let singular = !noun.plural && noun.genus == Genus::Feminine && crate::text::next_word(text, n.end) == word;
    let hundreds = cardinal(hundreds);
    let hundreds = hundreds.strip_prefix("ein").unwrap_or(&hundreds);
    (singular && n.decimals.is_empty()).then(|| format!("{hundreds}undeine"))
}

/// Four digits from 1100 to 2199 without grouping are a year, unless they count something ("1200 Gäste") or label it.
fn is_year(text: &str, at: usize, n: &Numeral<'_>) -> bool {
    let in_range = n.value().is_some_and(|v| (1100..2200).contains(&v));
    if !in_range || n.grouped || !n.decimals.is_empty() || n.whole.len() != 4 {
        return false;
    }
    // From 2000 on both readings are the same words; below, things are counted by thousands.
    let counts = crate::text::is_capital(crate::text::next_word(text, n.end))
        && noun_after(text, n.end).is_some_and(|(noun, _)| noun.plural || crate::measure::counts(noun));
    !counts && !label::before_number(text, at)
}

/// "10–12 Personen", "3 bis 4 Tage".
fn range(scene: &Scene<'_>, at: usize, first: &Numeral<'_>) -> Option<Found> {
    let text = scene.text;
    let next = past_range_sign(text, first.end)?;
    let second = numeral(text, next)?;
    let words = text[first.end..next].contains("bis");
    let chained = matches!(char_at(text, second.end), Some('-' | '–' | '/')) && digit_at(text, second.end + 1);
    if !words
        && (label::before(text, at) || label::before_paper(text, at))
        && let Some(found) = parted_label(text, at, first, &second)
    {
        return Some(found);
    }
    if chained || first.whole.starts_with('0') && first.whole.len() > 1 {
        return None;
    }
    // "DIN 13501-1": what falls is no range.
    if !words && first.value() > second.value() && first.decimals.is_empty() && first.whole.len() > second.whole.len() {
        return None;
    }
    let ordinal = char_at(text, second.end) == Some('.')
        && char_at(text, past_spaces(text, second.end + 1)).is_some_and(char::is_uppercase)
        && words;
    if ordinal {
        return None;
    }
    let years = first.whole.len() == 4 && is_year(text, at, first) && is_year(text, at, &second);
    let spoken = if years {
        format!("{} bis {}", year(first.value()?), year(second.value()?))
    } else {
        let counts = noun_after(text, second.end).is_some() || crate::text::next_word(text, second.end) == "mal";
        let one = if first.is_one() && counts { "ein" } else { "eins" };
        format!("{} bis {}", first.spoken(one), second.spoken("eins"))
    };
    if text[first.end..next].contains("zum ") {
        return None;
    }
    let found = Found::words(at, second.end, spoken, if years { "year" } else { "number" }, "range");
    Some(match (years, first.number(false), second.number(false)) {
        (true, Some(a), Some(b)) => {
            found.value(Value::Years(i32::try_from(a.whole).ok()?, i32::try_from(b.whole).ok()?))
        }
        (false, Some(a), Some(b)) => found.value(Value::Numbers(a, b)),
        _ => found,
    })
}

/// "4.2.1", "192.168.0.1": numbers parted by dots, more than two.
fn sectioned(text: &str, at: usize) -> Option<Found> {
    let mut words = Vec::new();
    let mut end = at;
    loop {
        let stop = digits_end(text, end, 6);
        if stop == end || words.len() == 12 {
            return None;
        }
        words.push(cardinal(text[end..stop].parse().ok()?));
        end = stop;
        if char_at(text, end) != Some('.') || !digit_at(text, end + 1) {
            break;
        }
        end += 1;
    }
    (words.len() > 2).then(|| Found::words(at, end, words.join(" Punkt "), "number", "section"))
}

/// "Kursnr. 22-1234", "Drucksache Nr. 12345-22": a label in parts, not a range; said digit by digit.
fn parted_label(text: &str, at: usize, first: &Numeral<'_>, second: &Numeral<'_>) -> Option<Found> {
    // "Nr. 98–102" counts on; "Kursnr. 251-4711" does not.
    let longer = second.whole.len() > first.whole.len() && second.whole.len() > 3;
    let rises = second.value()? > first.value()? && second.whole.len() < first.whole.len() + 2 && !longer;
    let rises = rises && !label::before_code(text, at) && !label::before_paper(text, at);
    let plain = first.decimals.is_empty() && second.decimals.is_empty() && !first.grouped && !second.grouped;
    if rises || !plain || crate::text::alphanumeric_at(text, second.end) {
        return None;
    }
    let groups = vec![
        SpeechToken::Words(crate::cardinal::digits(&first.whole)),
        SpeechToken::Pause(Pause::Group),
        SpeechToken::Words(crate::cardinal::digits(&second.whole)),
    ];
    Some(Found::speech(at, second.end, Speech(groups), "number", "label in parts"))
}

/// "1,2,3": more than two numbers parted by commas without spaces are pairs of decimals from the end, an odd one first.
fn comma_list(text: &str, at: usize) -> Option<Found> {
    let mut parts = Vec::new();
    let mut end = at;
    loop {
        let stop = digits_end(text, end, 6);
        if stop == end || parts.len() == 12 {
            return None;
        }
        parts.push(&text[end..stop]);
        end = stop;
        if char_at(text, end) != Some(',') || !digit_at(text, end + 1) {
            break;
        }
        end += 1;
    }
    if parts.len() < 3 {
        return None;
    }
    let mut spoken = Vec::new();
    let odd = parts.len() % 2;
    if odd == 1 {
        spoken.push(cardinal(parts[0].parse().ok()?));
    }
    for pair in parts[odd..].chunks(2) {
        let decimals: Vec<&str> = pair[1].bytes().map(crate::cardinal::digit).collect();
        spoken.push(format!("{} Komma {}", cardinal(pair[0].parse().ok()?), decimals.join(" ")));
    }
    Some(Found::words(at, end, spoken.join(", "), "number", "list"))
}

/// "2021/22", "1914–18": a span whose second year is cut short or follows a slash.
pub(crate) fn read_span_of_years(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let first_end = digits_end(text, at, 5);
    if first_end - at != 4 {
        return None;
    }
    let first: u64 = text[at..first_end].parse().ok()?;
    if !(1100..2200).contains(&first) {
        return None;
    }
    let (rule, next) = match char_at(text, first_end)? {
        '/' => ("slash", first_end + 1),
        '-' | '–' => ("cut short", first_end + char_at(text, first_end)?.len_utf8()),
        _ => return None,
    };
    let end = digits_end(text, next, 5);
    let second: u64 = text[next..end].parse().ok()?;
    let full = match end - next {
        2 => first / 100 * 100 + second,
        4 if rule == "slash" => second,
        _ => return None,
    };
    if full <= first || full > first + 100 || crate::text::alphanumeric_at(text, end) {
        return None;
    }
    // "2021/22" is said as it is cut; "1914–18" as a range of whole years.
    let spoken = match (rule, end - next) {
        ("slash", 2) => format!("{} {}", year(first), cardinal(second)),
        ("slash", _) => format!("{} {}", year(first), year(full)),
        _ => format!("{} bis {}", year(first), if first / 100 == 20 { year(full) } else { cardinal(second) }),
    };
    let found = Found::words(at, end, spoken, "year", rule);
    Some(found.value(Value::Years(i32::try_from(first).ok()?, i32::try_from(full).ok()?)))
}

/// "−5", "+3", "-5": a sign before a number, at the start of a word.
pub(crate) fn read_signed(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let sign = char_at(text, at)?;
    let negative = matches!(sign, '-' | '−' | '–');
    if !negative && sign != '+' && sign != '±' {
        return None;
    }
    let free = char_before(text, at).is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '„' | '»' | ':'));
    let from = at + sign.len_utf8();
    // A dash before a number that stands at the start of a line or after a number is a bullet or a range.
    let after_number = word_before(text, at).0.is_empty()
        && char_before(text, at.saturating_sub(1)).is_some_and(|c| c.is_ascii_digit());
    if !free || !digit_at(text, from) || (sign == '–' && after_number) {
        return None;
    }
    let name = match sign {
        '+' => "plus",
        '±' => "plus minus",
        _ => "minus",
    };
    if let Some(mut found) = crate::measure::read(scene, from).or_else(|| crate::money::read(scene, from)) {
        found.spoken = Speech::words(format!("{name} {}", found.spoken.to_line()));
        if let hoerblatt_core::language::TokenKind::Value(Value::Measure(number, _)) = &mut found.kind {
            number.negative = negative;
        }
        return Some(Found { start: at, ..found });
    }
    if let Some(fraction) = fraction::read(scene, from) {
        let spoken = Speech::words(format!("{name} {}", fraction.spoken.to_line()));
        return Some(Found::speech(at, fraction.end, spoken, "number", "sign"));
    }
    let n = numeral(text, from)?;
    let found = Found::words(at, n.end, format!("{name} {}", n.spoken("eins")), "number", "sign");
    Some(match n.number(negative) {
        Some(number) if sign != '±' => found.value(Value::Number(number)),
        _ => found,
    })
}

/// A digit of another script, or full width, as its value.
pub(crate) fn foreign_digit(c: char) -> Option<u8> {
    let code = c as u32;
    let zero = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10].into_iter().find(|z| (*z..*z + 10).contains(&code))?;
    u8::try_from(code - zero).ok()
}

/// A number for the ear.
pub(crate) fn speak(number: &Number, grammar: Grammar) -> String {
    numeral::spoken(number, one_word(Inflection::of(grammar)))
}
