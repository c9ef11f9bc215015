//! Fractions: "1/2", "2 ½", "zu 3/4", "1/2 Stunde". Spec: `spec/number.md`.

use crate::cardinal::cardinal;
use crate::context::{self, noun_after};
use crate::inflection::{Case, Declension, Genus, Inflection};
use crate::label;
use crate::number::one;
use crate::read::{Found, Scene};
use crate::text::{char_at, digit_at, digits_end, is_space, past_spaces, word_before};
use hoerblatt_core::Value;

/// Vulgar fractions and fractions with a slash: "½", "3/4", "2 ½", "1 1/2".
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let whole_end = digits_end(text, at, 4);
    let (whole, from) = match char_at(text, whole_end) {
        _ if whole_end == at => (None, at),
        Some(c) if is_space(c) || vulgar(c).is_some() => {
            (text[at..whole_end].parse::<u64>().ok(), past_spaces(text, whole_end))
        }
        _ => (None, at),
    };
    let (numerator, denominator, end) = match char_at(text, from).and_then(vulgar) {
        Some((n, d)) => (n, d, from + char_at(text, from)?.len_utf8()),
        None => {
            let slash = digits_end(text, from, 3);
            let sign = char_at(text, slash)?;
            if slash == from || !matches!(sign, '/' | '⁄') {
                return None;
            }
            let end = digits_end(text, slash + sign.len_utf8(), 4);
            let n: u64 = text[from..slash].parse().ok()?;
            let d: u64 = text[slash + sign.len_utf8()..end].parse().ok()?;
            let usual = (2..=20).contains(&d) || d <= 100 && n == 1 || matches!(d, 25 | 32 | 64 | 1000) || n == d;
            // "Zimmer 12/13", "Saison 24/25" count on; "4/2" is as good as a whole.
            let counts_on = label::before(text, at) || n > 12 && d == n + 1;
            let whole_parts = d == 2 && (3..10).contains(&n);
            // "24/7" is no fraction: around the clock.
            if text[from..end] == *"24/7" {
                return Some(Found::words(at, end, "vierundzwanzig sieben", "number", "around the clock"));
            }
            if !usual
                || counts_on
                || n == 0 && d > 0
                || n >= d && d > 0 && !whole_parts
                || n > 99
                || crate::text::alphanumeric_at(text, end)
            {
                return None;
            }
            (n, d, end)
        }
    };
    if matches!(char_at(text, end), Some('/' | ':')) && digit_at(text, end + 1) {
        return None;
    }
    // "um 1/2 10 Uhr"
    let hour = past_spaces(text, end);
    let hour_end = digits_end(text, hour, 3);
    if whole.is_none()
        && (numerator, denominator) == (1, 2)
        && matches!(word_before(text, at).0, "um" | "Um" | "ab" | "gegen" | "bis" | "vor" | "nach")
        && hour > end
        && text[hour..hour_end].parse::<u64>().is_ok_and(|h| (1..=12).contains(&h))
    {
        let spoken = format!("halb {}", cardinal(text[hour..hour_end].parse().ok()?));
        return Some(Found::words(at, hour_end, spoken, "time", "half"));
    }
    let unit = crate::measure::unit_after(text, end);
    let next = noun_after(text, end)
        .filter(|(noun, word)| !noun.plural && text[past_spaces(text, end)..].starts_with(word))
        .map(|(noun, _)| noun.genus)
        .or(unit.map(|(unit, _)| unit.genus));
    let mut spoken = match (whole, numerator, denominator) {
        (Some(1), 1, 2) => "eineinhalb".to_owned(),
        (Some(w), 1, 2) if w < 100 => format!("{}einhalb", cardinal(w)),
        (Some(w), 1, 4) if w < 100 => format!("{}einviertel", crate::cardinal::cardinal_before_noun(w, "ein")),
        (Some(w), 3, 4) if w < 100 => format!("{}dreiviertel", crate::cardinal::cardinal_before_noun(w, "ein")),
        (Some(w), n, d) => format!("{} {}", cardinal(w), spoken(n, d)),
        (None, 1, 2) => next.map_or_else(|| "ein halb".to_owned(), |genus| half(text, at, genus)),
        (None, 3, 4) if next == Some(Genus::Feminine) => {
            let article = matches!(word_before(text, at).0, "eine" | "Eine" | "einer" | "der" | "die" | "Die" | "jede");
            if article { "drei viertel" } else { "eine drei viertel" }.to_owned()
        }
        (None, n, d) => spoken(n, d),
    };
    // "zu zwei Dritteln", but "nach zwei Drittel Stunden".
    let dative = context::setting_before(text, at).case == Some(Case::Dative);
    if dative && whole.is_none() && numerator > 1 && next.is_none() && spoken.ends_with("el") {
        spoken.push('n');
    }
    let mut end = end;
    if let Some((unit, after)) = unit {
        let one = whole.is_none() && numerator < denominator;
        spoken = format!("{spoken} {}", if one { unit.one } else { unit.many });
        end = after;
    }
    let found = Found::words(at, end, spoken, "number", "fraction");
    Some(match whole {
        None => found.value(Value::Fraction { numerator, denominator }),
        Some(_) => found,
    })
}

/// "eine halbe Stunde", "mit einem halben Liter".
fn half(text: &str, at: usize, genus: Genus) -> String {
    let one = one(text, at, genus);
    let half = Inflection { declension: Declension::Mixed, ..one };
    format!("{} halb{}", one.one(), half.adjective_ending())
}

/// "drei Viertel", "ein Halb", "zwei Hundertstel".
pub(crate) fn spoken(numerator: u64, denominator: u64) -> String {
    let part = match denominator {
        1 => "Ganze".to_owned(),
        2 if numerator == 1 => return "ein halb".to_owned(),
        2 => "halbe".to_owned(),
        n => crate::text::capitalised(&format!("{}el", crate::cardinal::ordinal_stem(n))),
    };
    let count = if numerator == 1 { "ein".to_owned() } else { cardinal(numerator) };
    format!("{count} {part}")
}

fn vulgar(c: char) -> Option<(u64, u64)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    })
}
