//! Digits in a text as a number: grouped by dots, spaces or apostrophes, with decimals.

use crate::cardinal::{cardinal, cardinal_before_noun, digit, digits};
use crate::text::{char_at, digit_at, digits_end};
use hoerblatt_core::Number;

/// A number as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numeral<'t> {
    pub end: usize,
    /// The digits of the whole part, grouping removed.
    pub whole: String,
    /// The digits after the comma.
    pub decimals: &'t str,
    /// Parted in groups of three: an amount for sure, never a year or an ordinal.
    pub grouped: bool,
    /// The decimals stand after a dot ("2.50").
    pub dotted: bool,
}

/// Longer runs are read digit by digit in pieces of this length.
const LONGEST: usize = 24;

/// Reads the number at a byte: `1.200`, `10 000`, `1'200`, `3,5`, `2022`.
pub(crate) fn numeral(text: &str, at: usize) -> Option<Numeral<'_>> {
    let first = digits_end(text, at, LONGEST);
    if first == at {
        return None;
    }
    let mut whole = text[at..first].to_owned();
    let mut end = first;
    let mut grouped = false;
    if first - at <= 3 && !whole.starts_with('0') {
        let sign = char_at(text, end);
        if let Some(sign @ ('.' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')) = sign {
            while char_at(text, end) == Some(sign) && whole.len() < LONGEST {
                let group = end + sign.len_utf8();
                if digits_end(text, group, 4) != group + 3 {
                    break;
                }
                // "am 5. 200 Gäste": a space groups only where another sign would not fit better.
                whole.push_str(&text[group..group + 3]);
                end = group + 3;
                grouped = true;
            }
        }
    }
    let mut decimals = "";
    let mut dotted = false;
    let comma = char_at(text, end);
    if matches!(comma, Some(',' | '.')) && digit_at(text, end + 1) {
        let last = digits_end(text, end + 1, LONGEST);
        if comma == Some(',') || !grouped && text[end + 1..last].len() <= 2 {
            decimals = &text[end + 1..last];
            dotted = comma == Some('.');
            end = last;
        }
    }
    Some(Numeral { end, whole, decimals, grouped, dotted })
}

impl Numeral<'_> {
    /// The whole part, where it fits.
    pub(crate) fn value(&self) -> Option<u64> {
        self.whole.parse().ok()
    }

    /// Whether it is exactly 1.
    pub(crate) fn is_one(&self) -> bool {
        self.whole == "1" && self.decimals.is_empty()
    }

    /// As core's number.
    pub(crate) fn number(&self, negative: bool) -> Option<Number> {
        Some(Number { negative, whole: self.value()?, decimals: self.decimals.to_owned() })
    }

    /// In words, a single 1 in the form given.
    pub(crate) fn spoken(&self, one: &str) -> String {
        // "007", "0231": leading zeros are said.
        let plain = !(self.whole.len() > 1 && self.whole.starts_with('0'));
        let mut words = match self.value().filter(|_| plain) {
            Some(n) if self.decimals.is_empty() => cardinal_before_noun(n, one),
            Some(n) => cardinal(n),
            None => digits(&self.whole),
        };
        if self.dotted && self.decimals.len() == 2 && !self.decimals.starts_with('0') {
            // "Raum 2.14": a number, a dot, a number.
            words.push_str(" Punkt ");
            words.push_str(&cardinal(self.decimals.parse().unwrap_or(0)));
        } else if !self.decimals.is_empty() {
            words.push_str(if self.dotted { " Punkt" } else { " Komma" });
            for byte in self.decimals.bytes() {
                words.push(' ');
                words.push_str(digit(byte));
            }
        }
        words
    }
}

/// Core's number without its sign, as if it stood in a text.
pub(crate) fn of(number: &Number) -> Numeral<'_> {
    Numeral { end: 0, whole: number.whole.to_string(), decimals: &number.decimals, grouped: false, dotted: false }
}

/// Core's number in words.
pub(crate) fn spoken(number: &Number, one: &str) -> String {
    let words = of(number).spoken(one);
    if number.negative { format!("minus {words}") } else { words }
}

/// Core's number for the eye: groups of three parted by dots from 10.000 on (Duden: from five digits).
pub(crate) fn written(number: &Number) -> String {
    let mut out = String::new();
    if number.negative {
        out.push('−');
    }
    let whole = number.whole.to_string();
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) && whole.len() > 4 {
            out.push('.');
        }
        out.push(digit);
    }
    if !number.decimals.is_empty() {
        out.push(',');
        out.push_str(&number.decimals);
    }
    out
}
