//! Currencies: their signs in the text and their words. Spec: `spec/money.md`.

use crate::inflection::Genus;
use crate::text::{char_at, is_letter, past_spaces, word_at};
use hoerblatt_core::model::Currency;

/// A currency's words.
pub(crate) struct Names {
    pub currency: Option<Currency>,
    pub unit: &'static str,
    pub one: Genus,
    pub part: (&'static str, &'static str),
    /// Whether the part is named after its number: "zwei Pfund ein Penny", but "zwei Euro eins".
    pub names_part: bool,
}

pub(crate) const EURO: Names = Names {
    currency: Some(Currency::Eur),
    unit: "Euro",
    one: Genus::Masculine,
    part: ("Cent", "Cent"),
    names_part: false,
};
pub(crate) const FRANC: Names = Names {
    currency: Some(Currency::Chf),
    unit: "Franken",
    one: Genus::Masculine,
    part: ("Rappen", "Rappen"),
    names_part: false,
};
const DOLLAR: Names = Names {
    currency: Some(Currency::Usd),
    unit: "Dollar",
    one: Genus::Masculine,
    part: ("Cent", "Cent"),
    names_part: true,
};
const POUND: Names = Names {
    currency: Some(Currency::Gbp),
    unit: "Pfund",
    one: Genus::Neuter,
    part: ("Penny", "Pence"),
    names_part: true,
};
const MARK: Names =
    Names { currency: None, unit: "Mark", one: Genus::Feminine, part: ("Pfennig", "Pfennig"), names_part: false };
const YEN: Names = Names { currency: None, unit: "Yen", one: Genus::Masculine, part: ("Sen", "Sen"), names_part: true };

impl Names {
    pub(crate) fn part(&self, count: u64) -> &'static str {
        if count == 1 { self.part.0 } else { self.part.1 }
    }
}

/// The words of the currency at a byte, and the byte after it.
pub(crate) fn named_at(text: &str, at: usize) -> Option<(&'static Names, usize)> {
    match char_at(text, at)? {
        '€' => return Some((&EURO, at + '€'.len_utf8())),
        '$' => return Some((&DOLLAR, at + 1)),
        '£' => return Some((&POUND, at + '£'.len_utf8())),
        '¥' => return Some((&YEN, at + '¥'.len_utf8())),
        _ => {}
    }
    let word = word_at(text, at);
    let names = match word {
        "Euro" | "EUR" | "Eur" | "EURO" | "euro" => &EURO,
        "CHF" | "Franken" | "SFr" | "sFr" => &FRANC,
        "USD" => &DOLLAR,
        "GBP" => &POUND,
        "DM" => &MARK,
        "Fr" if char_at(text, at + 2) == Some('.')
            && !char_at(text, past_spaces(text, at + 3)).is_some_and(is_letter) =>
        {
            return Some((&FRANC, at + 3));
        }
        _ => return None,
    };
    let end = at + word.len();
    // "Euro-Beträge", "DM-Münzen" are words of their own.
    (!(char_at(text, end) == Some('-') && char_at(text, end + 1).is_some_and(is_letter))).then_some((names, end))
}

/// The unit of the currency at a byte, and the byte after it.
pub(crate) fn name_at(text: &str, at: usize) -> Option<(&'static str, usize)> {
    named_at(text, at).map(|(names, end)| (names.unit, end))
}

/// The words of a currency.
pub(crate) fn names(currency: Currency) -> &'static Names {
    match currency {
        Currency::Chf => &FRANC,
        Currency::Usd => &DOLLAR,
        Currency::Gbp => &POUND,
        _ => &EURO,
    }
}
