//! Amounts of money in all German spellings: "2,50 €", "EUR 1.200,-", "5,– Euro", "50 Cent", "3 Mio. €". Spec: `spec/money.md`.
//!
//! "2,50 €" is said "zwei Euro fünfzig". "1 €" takes its case, with its Cents too: "für einen Euro", "kostet einen Euro fünfzig".

use crate::cardinal::{cardinal, cardinal_before_noun};
use crate::currency::{self, EURO, FRANC, Names};
use crate::inflection::{Case, Declension, Genus, Inflection};
use crate::numeral::{Numeral, numeral};
use crate::read::{Found, Scene};
use crate::region::Country;
use crate::text::{char_at, char_before, digit_at, past_range_sign, past_spaces, word_at};
use hoerblatt_core::{
    Grammar, Style, Value,
    model::{Currency, Money},
};

/// An amount as it stands in the text, without its currency.
struct Amount<'t> {
    numeral: Numeral<'t>,
    /// "Millionen" and the like between number and currency.
    scale: Option<(&'static str, &'static str)>,
    end: usize,
}

fn amount_at(text: &str, at: usize) -> Option<Amount<'_>> {
    let mut numeral = numeral(text, at)?;
    // "12.50" with a currency has decimals, whatever the sign.
    numeral.dotted = false;
    let mut end = numeral.end;
    // "5,-", "5,– ", "5.—", "5,--"
    if numeral.decimals.is_empty() && matches!(char_at(text, end), Some(',' | '.')) {
        let dashes: usize = text[end + 1..]
            .chars()
            .take_while(|c| matches!(c, '-' | '–' | '—' | '−'))
            .take(2)
            .map(char::len_utf8)
            .sum();
        let after = end + 1 + dashes;
        if dashes > 0 && !digit_at(text, after) {
            end = after;
        }
    }
    let from = past_spaces(text, end);
    let scale = scale_at(text, from);
    if let Some((_, after)) = scale {
        end = after;
    }
    Some(Amount { numeral, scale: scale.map(|(words, _)| words), end })
}

/// "Mio.", "Millionen", "Mrd.", "Tsd." at a byte: singular and plural, and the byte after it.
pub(crate) fn scale_at(text: &str, at: usize) -> Option<((&'static str, &'static str), usize)> {
    let word = word_at(text, at);
    let words = match word {
        "Mio" | "Million" | "Millionen" | "million" | "millionen" => ("Million", "Millionen"),
        "Mrd" | "Md" | "Milliarde" | "Milliarden" | "milliarde" | "milliarden" => ("Milliarde", "Milliarden"),
        "Bio" | "Billion" | "Billionen" if word != "Bio" || char_at(text, at + 3) == Some('.') => {
            ("Billion", "Billionen")
        }
        "Tsd" | "tausend" | "Tausend" => ("tausend", "tausend"),
        "Hunderttausend" => ("hunderttausend", "hunderttausend"),
        _ => return None,
    };
    let mut end = at + word.len();
    if word.len() <= 3 && char_at(text, end) == Some('.') {
        end += 1;
    }
    Some((words, end))
}

impl Amount<'_> {
    fn money(&self, names: &Names) -> Option<Money> {
        let whole = self.numeral.value()?;
        let cents = match self.numeral.decimals.len() {
            0 => 0,
            2 => self.numeral.decimals.parse::<u64>().ok()?,
            _ => return None,
        };
        let factor = match self.scale {
            None => 1,
            Some(("Million", _)) if cents == 0 => 1_000_000,
            Some(("Milliarde", _)) if cents == 0 => 1_000_000_000,
            Some(("tausend", _)) if cents == 0 => 1000,
            Some(_) => return None,
        };
        Some(Money::new(whole.checked_mul(factor)?.checked_mul(100)?.checked_add(cents)?, names.currency?))
    }

    /// In words; the unit only where `with_unit`, as in the first half of a range.
    fn spoken(&self, names: &Names, one: Inflection, with_unit: bool) -> String {
        let n = &self.numeral;
        let scaled_one = Inflection { genus: Genus::Feminine, ..one }.one();
        let one = Inflection { genus: names.one, ..one }.one();
        let (unit, space) = if with_unit { (names.unit, " ") } else { ("", "") };
        if let Some((single, many)) = self.scale {
            let count = if n.is_one() && single == "tausend" { "eintausend".to_owned() } else { n.spoken(scaled_one) };
            let word = if n.is_one() { single } else { many };
            return match (n.is_one(), single) {
                (true, "tausend") => format!("eintausend{space}{unit}"),
                (_, "tausend") if n.decimals.is_empty() => format!("{count}tausend{space}{unit}"),
                _ => format!("{count} {word}{space}{unit}"),
            };
        }
        // Noughts after the cents say nothing: "2,000 €", "2,500 €".
        let decimals = match n.decimals.get(2..) {
            Some(rest) if rest.bytes().all(|b| b == b'0') => &n.decimals[..2],
            _ if n.decimals == "0" => "00",
            _ => n.decimals.trim_end_matches('0'),
        };
        let decimals = if n.decimals.len() == 2 { n.decimals } else { decimals };
        let cents: Option<u64> = (decimals.len() == 2).then(|| decimals.parse().ok()).flatten();
        match (n.value(), cents) {
            (Some(0), Some(cents)) if cents > 0 => {
                format!("{} {}", cardinal_before_noun(cents, one), names.part(cents))
            }
            (Some(whole), Some(0)) => format!("{}{space}{unit}", cardinal_before_noun(whole, one)),
            (Some(whole), Some(cents)) => {
                let units = format!("{} {}", cardinal_before_noun(whole, one), names.unit);
                if names.names_part {
                    format!("{units} {} {}", cardinal_before_noun(cents, "ein"), names.part(cents))
                } else {
                    format!("{units} {}", cardinal(cents))
                }
            }
            _ => format!("{}{space}{unit}", Numeral { decimals, ..n.clone() }.spoken(one)),
        }
    }
}

/// The grammar of an amount that nothing governs: "ein Euro".
const ALONE: Inflection = Inflection::new(Case::Nominative, Genus::Masculine, Declension::Strong);

/// The form of "1" before a currency in its sentence.
fn one(text: &str, at: usize, names: &Names) -> Inflection {
    crate::number::one(text, at, names.one)
}

/// A number with its currency after it, or a range.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let amount = amount_at(text, at)?;
    let mut unit_at = past_spaces(text, amount.end);
    let mut first_names = currency::named_at(text, unit_at);
    if let Some((_, end)) = first_names {
        unit_at = end;
    } else {
        unit_at = amount.end;
    }
    if let Some(next) = past_range_sign(text, unit_at)
        && let Some(second) = amount_at(text, next)
        && let Some((names, end)) = currency::named_at(text, past_spaces(text, second.end))
    {
        let with_unit = first_names.is_some();
        let one_form = if amount.numeral.is_one() && !with_unit { ALONE } else { one(text, at, names) };
        let spoken = format!("{} bis {}", amount.spoken(names, one_form, with_unit), second.spoken(names, ALONE, true));
        let found = Found::words(at, end, spoken, "money", "range");
        return Some(match (amount.money(names), second.money(names)) {
            (Some(a), Some(b)) => found.value(Value::Moneys(a, b)),
            _ => found,
        });
    }
    // "6,50/4,00 Euro": full and reduced price.
    if first_names.is_none()
        && amount.numeral.decimals.len() == 2
        && char_at(text, amount.end) == Some('/')
        && let Some(second) = amount_at(text, amount.end + 1)
        && let Some((names, end)) = currency::named_at(text, past_spaces(text, second.end))
    {
        let spoken = format!("{}, {}", amount.spoken(names, ALONE, true), second.spoken(names, ALONE, true));
        return Some(Found::words(at, end, spoken, "money", "two prices"));
    }
    if first_names.is_none() {
        first_names = cent_at(text, past_spaces(text, amount.end)).map(|end| (&EURO, end));
        if let Some((_, end)) = first_names {
            let inflection = one(text, at, &EURO);
            let spoken = format!("{} Cent", amount.numeral.spoken(inflection.one()));
            let (spoken, end) = crate::measure::per(text, spoken, end);
            let found = Found::words(at, end, spoken, "money", "cent").grammar(inflection.grammar());
            let cents = amount.numeral.value().filter(|_| amount.numeral.decimals.is_empty() && amount.scale.is_none());
            return Some(match cents {
                Some(cents) => found.value(Value::Money(Money::new(cents, Currency::Eur))),
                None => found,
            });
        }
        return bare_dash(text, at, &amount);
    }
    let (names, mut end) = first_names?;
    let inflection = one(text, at, names);
    let mut spoken = amount.spoken(names, inflection, true);
    // "2 Euro 50"
    let cents_at = past_spaces(text, end);
    let cents_end = crate::text::digits_end(text, cents_at, 3);
    if amount.numeral.decimals.is_empty()
        && cents_end - cents_at == 2
        && cents_at > end
        && !crate::text::alphanumeric_at(text, cents_end)
        && !matches!(char_at(text, cents_end), Some('.' | ',' | ':' | '-' | '–' | '%'))
        && !crate::text::is_capital(crate::text::next_word(text, cents_end))
    {
        spoken.push(' ');
        spoken.push_str(&cardinal(text[cents_at..cents_end].parse().ok()?));
        end = cents_end;
    }
    // "5,- Euro" and "5 €,-": the dash after the currency is part of it.
    end = past_late_dash(text, end);
    let (spoken, end) = crate::measure::per(text, spoken, end);
    let found = Found::words(at, end, spoken, "money", "amount").grammar(inflection.grammar());
    Some(match amount.money(names) {
        Some(money) => found.value(Value::Money(money)),
        None => found,
    })
}

/// Whether an amount with a dash for its cents stands after a byte: "5.–".
pub(crate) fn dash_after(text: &str, at: usize) -> bool {
    amount_at(text, past_spaces(text, at.min(text.len())))
        .is_some_and(|amount| text[amount.numeral.end..amount.end].starts_with([',', '.']))
}

fn past_late_dash(text: &str, end: usize) -> usize {
    for dash in [",--", ",-", ",–", ",—"] {
        if text[end..].starts_with(dash) && !digit_at(text, end + dash.len()) {
            return end + dash.len();
        }
    }
    end
}

/// "5,-" without a currency is an amount of Euro in a price list.
fn bare_dash(text: &str, at: usize, amount: &Amount<'_>) -> Option<Found> {
    let dash = text[amount.numeral.end..amount.end].starts_with([',', '.']) && amount.scale.is_none();
    dash.then(|| {
        let found = Found::words(at, amount.end, amount.spoken(&EURO, one(text, at, &EURO), true), "money", "dash");
        match amount.money(&EURO) {
            Some(money) => found.value(Value::Money(money)),
            None => found,
        }
    })
}

fn cent_at(text: &str, at: usize) -> Option<usize> {
    let word = word_at(text, at);
    match word {
        "Cent" | "Cents" => Some(at + word.len()),
        "Ct" | "ct" => Some(
            at + word.len()
                + usize::from(
                    char_at(text, at + word.len()) == Some('.') && char_at(text, at + word.len() + 1).is_some(),
                ),
        ),
        _ => None,
    }
}

/// "€ 5", "$5".
pub(crate) fn read_sign_first(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let (names, after) = currency::named_at(text, at)?;
    code_first(scene, at, names, after)
}

/// "EUR 1.200,-", "CHF 12.50", "Fr. 5.–".
pub(crate) fn read_code_first(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let word = word_at(text, at);
    if !matches!(word, "EUR" | "CHF" | "USD" | "GBP" | "DM" | "SFr" | "sFr" | "Fr" | "Euro") {
        return None;
    }
    let (names, after) = match word {
        "Fr" if char_at(text, at + 2) == Some('.') => (&FRANC, at + 3),
        _ => currency::named_at(text, at)?,
    };
    if word == "Euro" && char_before(text, at).is_some_and(|c| c == '-') {
        return None;
    }
    code_first(scene, at, names, after)
}

fn code_first(scene: &Scene<'_>, at: usize, names: &'static Names, after: usize) -> Option<Found> {
    let text = scene.text;
    let from = past_spaces(text, after);
    let amount = amount_at(text, from)?;
    if crate::time::read(scene, from).is_some() {
        return None;
    }
    let word = word_at(text, at);
    // "Euro 5" is rare; "5 Euro" was read from its number, so a plain number after "Euro" is another thing.
    let marked = text[amount.numeral.end..amount.end].starts_with([',', '.']) || !amount.numeral.decimals.is_empty();
    if word == "Euro" && !marked
        || word == "Fr" && !marked && crate::calendar::month(word_at(text, past_spaces(text, amount.end + 1))).is_some()
    {
        return None;
    }
    let swiss = scene.german.country == Country::Switzerland;
    if word == "Fr" && (!marked && !swiss || crate::date::day_at(text, from).is_some_and(|day| day.month.is_some())) {
        return None;
    }
    let mut spoken = amount.spoken(names, one(text, at, names), true);
    let mut end = amount.end;
    if let Some(next) = past_range_sign(text, end)
        && let Some(second) = amount_at(text, next)
    {
        spoken = format!("{} bis {}", amount.spoken(names, ALONE, false), second.spoken(names, ALONE, true));
        end = second.end;
        return Some(Found::words(at, end, spoken, "money", "range"));
    }
    let (spoken, end) = crate::measure::per(text, spoken, end);
    let found = Found::words(at, end, spoken, "money", "currency first");
    Some(match amount.money(names) {
        Some(money) => found.value(Value::Money(money)),
        None => found,
    })
}

/// An amount for the ear.
pub(crate) fn speak(money: Money, grammar: Grammar) -> String {
    let names = currency::names(money.currency());
    let inflection = Inflection { genus: names.one, ..Inflection::of(grammar) };
    let decimals = if money.cents() == 0 { String::new() } else { format!("{:02}", money.cents()) };
    let numeral =
        Numeral { end: 0, whole: money.units().to_string(), decimals: &decimals, grouped: false, dotted: false };
    Amount { numeral, scale: None, end: 0 }.spoken(names, inflection, true)
}

/// An amount for the eye: "2,50 Euro" in a sentence, "2,50 €" in a table.
pub(crate) fn write(money: Money, style: Style) -> String {
    let number = hoerblatt_core::Number {
        negative: false,
        whole: money.units(),
        decimals: if money.cents() == 0 { String::new() } else { format!("{:02}", money.cents()) },
    };
    let names = currency::names(money.currency());
    let unit = match (style, names.currency) {
        (Style::Table, Some(Currency::Eur)) => "€",
        _ => names.unit,
    };
    let mut digits = crate::numeral::written(&number);
    if money.units() >= 1000 && money.units() < 10_000 {
        // Amounts are grouped from four digits on.
        digits.insert(1, '.');
    }
    format!("{digits}\u{a0}{unit}")
}
