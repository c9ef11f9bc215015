//! Numbers with units: "5 km", "30 %", "20 °C", "80 m²", "60 km/h", "2 Std.", "3 x 5 m". Spec: `spec/measure.md`.

use crate::cardinal::{cardinal, cardinal_before_noun};
use crate::inflection::{Case, Genus, Inflection};
use crate::noun::Noun;
use crate::numeral::{self, Numeral, numeral};
use crate::read::{Found, Scene};
use crate::text::{char_at, digit_at, is_capital, is_letter, past_range_sign, past_spaces, word_at};
use crate::{context, currency, money, number};
use hoerblatt_core::{Grammar, Number, Value};
use std::{collections::HashMap, sync::LazyLock};

/// A unit's words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    pub one: &'static str,
    pub many: &'static str,
    pub genus: Genus,
    /// Ends in "-n" in the dative plural: "nach fünf Kilometern".
    pub declines: bool,
}

static UNITS: LazyLock<HashMap<&'static str, Unit>> = LazyLock::new(|| {
    let rows = include_str!("../tables/units.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (sign, one, many, genus) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let genus = match genus {
            "m" => Genus::Masculine,
            "f" => Genus::Feminine,
            _ => Genus::Neuter,
        };
        Some((sign, Unit { one, many, genus, declines: cells.next() == Some("n") }))
    })
    .collect()
});

/// A unit by its sign.
pub(crate) fn unit(sign: &str) -> Option<Unit> {
    UNITS.get(sign).copied()
}

/// No unit has more letters and signs.
const LONGEST_SIGN: usize = 14;

/// The longest unit sign at a byte, and the byte after it.
pub(crate) fn unit_at(text: &str, at: usize) -> Option<(&str, Unit, usize)> {
    let mut best = None;
    for (index, c) in text[at..].char_indices().take(LONGEST_SIGN) {
        let part_of_sign = is_letter(c)
            || matches!(c, '%' | '‰' | '°' | '²' | '³' | '/' | '′' | '″' | '.' | '2' | '3' | 'µ' | 'Ω')
            || (c == ' ' && text[at..at + index].ends_with(['.', '°']));
        if !part_of_sign {
            break;
        }
        let end = at + index + c.len_utf8();
        let next = char_at(text, end);
        let goes_on =
            next.is_some_and(|n| (is_letter(n) && is_letter(c)) || (c.is_ascii_digit() && n.is_ascii_digit()));
        if !goes_on && let Some(found) = unit(&text[at..end]) {
            best = Some((&text[at..end], found, end));
        }
    }
    let (sign, found, end) = best?;
    // A one-letter sign before a small word or a stop is no unit: "5 m." ends a sentence, "3 a" is a house number.
    Some((sign, found, end))
}

/// The unit after a fraction, and the byte after it.
pub(crate) fn unit_after(text: &str, at: usize) -> Option<(Unit, usize)> {
    let (sign, unit, end) = unit_at(text, past_spaces(text, at))?;
    free(text, sign, end).then_some((unit, end))
}

/// A number or a range of numbers with a unit.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let first = numeral(text, at)?;
    // "5%ige", "5 %-ige"
    for sign in ["%ig", "%-ig", " %ig", " %-ig"] {
        if text[first.end..].starts_with(sign) {
            let end = crate::text::letters_end(text, first.end + sign.len());
            let spoken = format!("{}prozentig{}", first.spoken("ein"), &text[first.end + sign.len()..end]);
            return Some(Found::words(at, end, spoken, "measure", "percent"));
        }
    }
    if let Some(found) = by(text, at, &first) {
        return Some(found);
    }
    if let Some(found) = times(text, at, &first).or_else(|| range_of_times(text, at, &first)) {
        return Some(found);
    }
    if let Some(found) = scaled(text, at, &first) {
        return Some(found);
    }
    let own_unit = unit_at(text, past_spaces(text, first.end));
    let first_end = own_unit.map_or(first.end, |(.., end)| end);
    if let Some(next) = past_range_sign(text, first_end)
        && let Some(second) = numeral(text, next)
        && let Some((sign, unit, end)) = unit_at(text, past_spaces(text, second.end))
        && free(text, sign, end)
    {
        let one = if first.is_one() {
            own_unit.map_or("ein", |_| Inflection { genus: unit.genus, ..Inflection::default() }.one())
        } else {
            "eins"
        };
        let mut spoken = first.spoken(one);
        if let Some((_, own, _)) = own_unit {
            spoken = format!("{spoken} {}", if first.is_one() { own.one } else { own.many });
        }
        let many = unit_form(text, at, end, &second, unit);
        let spoken = match (parted(&first, sign, "ein"), parted(&second, sign, "ein")) {
            (Some(from), Some(to)) => format!("{from} bis {to}"),
            _ => format!("{spoken} bis {} {many}", second.spoken("ein")),
        };
        return Some(Found::words(at, end, spoken, "measure", "range"));
    }
    // "56,3 /km²": only what it is counted by.
    let slash = past_spaces(text, first.end);
    if own_unit.is_none()
        && char_at(text, slash) == Some('/')
        && let Some((sign, unit, after)) = unit_at(text, slash + 1)
        && (slash > first.end || sign.ends_with(['²', '³']))
    {
        let spoken = format!("{} pro {}", first.spoken("eins"), unit.one);
        return Some(Found::words(at, after, spoken, "measure", "per"));
    }
    let (sign, unit, end) = own_unit?;
    // "3100 St. Pölten": a post code before a saint's town.
    let saint =
        sign == "St." && first.whole.len() >= 4 && !first.grouped && is_capital(crate::text::next_word(text, end));
    if saint || !free(text, sign, end) || crate::label::before(text, at) && sign.len() == 1 {
        return None;
    }
    let counts_one = first.value() == Some(1);
    let mut inflection = if counts_one { number::one(text, at, unit.genus) } else { Inflection::default() };
    if first.is_one() && context::is_measured(text, end) {
        inflection = number::measured(inflection);
    }
    let spoken = parted(&first, sign, inflection.one())
        .unwrap_or_else(|| format!("{} {}", first.spoken(inflection.one()), unit_form(text, at, end, &first, unit)));
    let (spoken, end) = per(text, spoken, end);
    let (spoken, end) = glued(text, spoken, end);
    let found = Found::words(at, end, spoken, "measure", "unit").grammar(inflection.grammar());
    Some(match first.number(false) {
        Some(number) => found.value(Value::Measure(number, sign.to_owned())),
        None => found,
    })
}

/// "1,20 m" is told like a price, "ein Meter zwanzig"; below a metre and to the millimetre the comma is said.
fn parted(n: &Numeral<'_>, sign: &str, one: &str) -> Option<String> {
    let told = sign == "m" && n.decimals.len() == 2 && !n.dotted && n.whole != "0";
    let metres = told.then(|| n.value()).flatten()?;
    let metres = format!("{} Meter", cardinal_before_noun(metres, one));
    Some(match n.decimals.parse().ok()? {
        0 => metres,
        centimetres => format!("{metres} {}", cardinal(centimetres)),
    })
}

/// "km/h", "µg/m³" without a number: a unit whose slash tells.
pub(crate) fn read_alone(scene: &Scene<'_>, at: usize) -> Option<Found> {
    // Only a rate stands alone.
    if !scene.text[at..].chars().take(LONGEST_SIGN).any(|c| c == '/') {
        return None;
    }
    let (sign, unit, end) = unit_at(scene.text, at)?;
    let whole = sign.contains('/') && !crate::text::alphanumeric_at(scene.text, end);
    let inside = crate::text::char_before(scene.text, at).is_some_and(|c| is_letter(c) || c.is_ascii_digit());
    (whole && !inside).then(|| Found::words(at, end, unit.many, "measure", "alone"))
}

/// A sign that is also a word or a letter counts as unit only where it can be nothing else.
fn free(text: &str, sign: &str, end: usize) -> bool {
    if char_at(text, end).is_some_and(|c| c.is_ascii_digit()) && !sign.ends_with('%') {
        return false;
    }
    let tight = matches!(sign, "a" | "A" | "J" | "B" | "K" | "s" | "h" | "F" | "C" | "N" | "V" | "W");
    let hyphen = char_at(text, end) == Some('-') && char_at(text, end + 1).is_some_and(is_letter);
    // "Aktenzeichen 12 A 345/22", "3 L 512/24", "Reihe 5 Bd. 3": what a number follows is a name.
    if matches!(sign, "A" | "L" | "Bd.")
        && text[end..].trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let letter = matches!(sign, "a" | "J" | "B" | "K" | "F" | "C" | "N");
    !(letter || (tight && hyphen))
}

/// The form of the unit: singular after 1, dative plural after a preposition with the dative and without a substance after it.
fn unit_form(text: &str, at: usize, end: usize, n: &Numeral<'_>, unit: Unit) -> String {
    if n.is_one() {
        return unit.one.to_owned();
    }
    // "über 65 Jahre" is more than so many.
    let more = matches!(crate::text::word_before(text, at).0, "über" | "Über");
    let dative = unit.declines
        && !more
        && !n.whole.is_empty()
        && context::setting_before(text, at).case == Some(Case::Dative)
        && !is_capital(crate::text::next_word(text, end));
    if dative { format!("{}n", unit.many) } else { unit.many.to_owned() }
}

/// "5 €/Std.", "30 km/Woche": a slash before a second unit is said "pro".
pub(crate) fn per(text: &str, spoken: String, end: usize) -> (String, usize) {
    if char_at(text, end) == Some('/')
        && let Some((_, unit, after)) = unit_at(text, end + 1)
    {
        return (format!("{spoken} pro {}", unit.one), after);
    }
    // "49 €/Monat" is a rate; "12 €/erm. 8 €" are two prices.
    if char_at(text, end) == Some('/') && char_at(text, end + 1).is_some_and(char::is_uppercase) {
        return (format!("{spoken} pro"), end + 1);
    }
    (spoken, end)
}

/// "Euro/Monat", "€/Person": a price by what it is paid for, without its amount.
pub(crate) fn read_rate(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let (currency, end) = currency::name_at(text, at)?;
    let inside = crate::text::char_before(text, at).is_some_and(|c| is_letter(c) || c.is_ascii_digit());
    let (spoken, stop) = per(text, currency.to_owned(), end);
    (!inside && stop > end).then(|| Found::words(at, stop, spoken, "measure", "rate"))
}

/// "5%ige", "30%-Rabatt", "10-km-Lauf" go on as one word.
fn glued(text: &str, spoken: String, end: usize) -> (String, usize) {
    if char_at(text, end) == Some('-') && char_at(text, end + 1).is_some_and(is_letter) {
        let stop = crate::text::compound_end(text, end + 1);
        return (format!("{spoken} {}", &text[end + 1..stop]), stop);
    }
    // "5%ige": the unit becomes part of the word.
    let word = word_at(text, end);
    if word.starts_with("ig") {
        let joined = spoken.rsplit_once(' ').map(|(count, unit)| format!("{count}{}{word}", unit.to_lowercase()));
        return (joined.unwrap_or(spoken), end + word.len());
    }
    (spoken, end)
}

/// "3 x 5 m", "2 × 45 Minuten": "mal" between numbers.
fn by(text: &str, at: usize, first: &Numeral<'_>) -> Option<Found> {
    let mut end = first.end;
    let mut spoken = first.spoken("ein");
    let mut parts = 0;
    loop {
        let unit = unit_at(text, past_spaces(text, end));
        let after_unit = unit.map_or(end, |(.., e)| e);
        let sign_at = past_spaces(text, after_unit);
        let Some(sign @ ('x' | '×' | '*')) = char_at(text, sign_at) else { break };
        let next = past_spaces(text, sign_at + sign.len_utf8());
        let Some(n) = numeral(text, next) else { break };
        if let Some((_, unit, _)) = unit {
            spoken = format!("{spoken} {}", unit.many);
        }
        end = n.end;
        // "90 cm x 2,00 m": a length with its own metres.
        if let Some((sign, _, after)) = unit_at(text, past_spaces(text, end))
            && let Some(length) = parted(&n, sign, "ein").filter(|_| unit.is_some())
        {
            return Some(Found::words(at, after, format!("{spoken} mal {length}"), "measure", "by"));
        }
        spoken = format!("{spoken} mal {}", n.spoken("eins"));
        parts += 1;
        if char_at(text, past_spaces(text, end)).is_none() {
            break;
        }
    }
    if parts == 0 {
        return None;
    }
    if let Some((_, unit, after)) = unit_at(text, past_spaces(text, end)) {
        spoken = format!("{spoken} {}", unit.many);
        end = after;
    } else if char_at(text, end) == Some('-') {
        // "4x100-m-Staffel"
        let (rest, stop) = crate::mixture::hyphenated(text, end);
        spoken.push_str(&rest);
        end = stop;
    }
    Some(Found::words(at, end, spoken, "measure", "by"))
}

/// "2x", "3 ×": "zweimal". Also "3mal", "2-mal".
fn times(text: &str, at: usize, n: &Numeral<'_>) -> Option<Found> {
    if !n.decimals.is_empty() {
        return None;
    }
    let from = past_spaces(text, n.end);
    let sign = char_at(text, from)?;
    let end = from + sign.len_utf8();
    let times = matches!(sign, '×') || sign == 'x' && !char_at(text, end).is_some_and(is_letter);
    let spoken = format!("{}mal", n.spoken("ein"));
    (times && !digit_at(text, past_spaces(text, end))).then(|| Found::words(at, end, spoken, "measure", "times"))
}

/// "1–2x": "ein bis zweimal".
fn range_of_times(text: &str, at: usize, first: &Numeral<'_>) -> Option<Found> {
    let next = past_range_sign(text, first.end)?;
    let last = times(text, next, &numeral(text, next)?)?;
    let spoken = format!("{} bis {}", first.spoken("ein"), last.spoken.to_line());
    Some(Found::words(at, last.end, spoken, "measure", "times"))
}

/// "2 Mio.", "18 Milliarden", "5 Tsd.": the scale as a word, with the unit after it.
fn scaled(text: &str, at: usize, n: &Numeral<'_>) -> Option<Found> {
    let ((single, many), end) = money::scale_at(text, past_spaces(text, n.end))?;
    if single == "tausend" {
        let spoken = if n.decimals.is_empty() {
            format!("{}tausend", n.spoken("ein"))
        } else {
            format!("{} tausend", n.spoken("eins"))
        };
        return Some(Found::words(at, end, spoken, "number", "scale"));
    }
    let inflection = number::one(text, at, Genus::Feminine);
    let spoken = format!("{} {}", n.spoken(inflection.one()), if n.is_one() { single } else { many });
    if let Some((unit, after)) = unit_after(text, end) {
        return Some(Found::words(at, after, format!("{spoken} {}", unit.many), "measure", "scale"));
    }
    Some(Found::words(at, end, spoken, "number", "scale"))
}

/// Whether a noun of this kind is counted in thousands rather than dated.
pub(crate) fn counts(noun: Noun) -> bool {
    noun.plural || noun.genus == Genus::Neuter
}

/// A measure for the ear.
pub(crate) fn speak(number: &Number, sign: &str, grammar: Grammar) -> String {
    let inflection = Inflection::of(grammar);
    let one = number.whole == 1 && number.decimals.is_empty();
    match unit(sign) {
        Some(unit) => {
            let form = Inflection { genus: unit.genus, ..inflection }.one();
            let parted = parted(&numeral::of(number), sign, form).filter(|_| !number.negative);
            parted.unwrap_or_else(|| {
                format!("{} {}", numeral::spoken(number, form), if one { unit.one } else { unit.many })
            })
        }
        None => format!("{} {}", numeral::spoken(number, "eins"), crate::plain::spoken(sign)).trim().to_owned(),
    }
}

/// A measure for the eye, its parts held together.
pub(crate) fn write(number: &Number, sign: &str) -> String {
    format!("{}\u{a0}{sign}", numeral::written(number))
}

/// Whether a word after a number is a unit.
pub(crate) fn is_unit_word(text: &str, at: usize) -> bool {
    unit_at(text, past_spaces(text, at)).is_some()
        || money::scale_at(text, past_spaces(text, at)).is_some()
        || matches!(word_at(text, past_spaces(text, at)), "Uhr" | "Euro" | "Cent")
}
