//! Whole numbers as words: "zweitausendfünf", written together as Duden writes them below a million.

/// A number as it is counted: "eins", "einundzwanzig", "zwei Millionen drei".
pub(crate) fn cardinal(n: u64) -> String {
    let mut words = String::new();
    push_cardinal(&mut words, n, "eins");
    words
}

/// A number before a noun, its last "ein" in the form given: "einundzwanzig", "hundertein Kinder" is said "einhunderteins".
pub(crate) fn cardinal_before_noun(n: u64, one: &str) -> String {
    if n == 1 { one.to_owned() } else { cardinal(n) }
}

const SMALL: [&str; 20] = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
];
const TENS: [&str; 10] =
    ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

/// Names of the powers of a thousand from a million on: singular, plural.
const LARGE: [(u64, &str, &str); 5] = [
    (1_000_000_000_000_000_000, "Trillion", "Trillionen"),
    (1_000_000_000_000_000, "Billiarde", "Billiarden"),
    (1_000_000_000_000, "Billion", "Billionen"),
    (1_000_000_000, "Milliarde", "Milliarden"),
    (1_000_000, "Million", "Millionen"),
];

/// Appends a number; `one` is the form of a final 1.
pub(crate) fn push_cardinal(words: &mut String, n: u64, one: &str) {
    if n == 0 {
        words.push_str("null");
        return;
    }
    let mut rest = n;
    for (power, single, many) in LARGE {
        let count = rest / power;
        rest %= power;
        if count > 0 {
            if count == 1 {
                words.push_str("eine ");
                words.push_str(single);
            } else {
                push_below_million(words, count, "eine");
                words.push(' ');
                words.push_str(many);
            }
            if rest > 0 {
                words.push(' ');
            }
        }
    }
    push_below_million(words, rest, one);
}

fn push_below_million(words: &mut String, n: u64, one: &str) {
    let (thousands, rest) = (n / 1000, n % 1000);
    if thousands > 0 {
        push_below_thousand(words, thousands, "ein");
        words.push_str("tausend");
    }
    push_below_thousand(words, rest, one);
}

fn push_below_thousand(words: &mut String, n: u64, one: &str) {
    let (hundreds, rest) = ((n / 100) as usize, (n % 100) as usize);
    if hundreds > 0 {
        words.push_str(SMALL[hundreds]);
        words.push_str("hundert");
    }
    match rest {
        0 => {}
        1 => words.push_str(one),
        2..=19 => words.push_str(SMALL[rest]),
        _ => {
            if !rest.is_multiple_of(10) {
                words.push_str(SMALL[rest % 10]);
                words.push_str("und");
            }
            words.push_str(TENS[rest / 10]);
        }
    }
}

/// A year: 1100–1999 by hundreds ("neunzehnhundertneunundneunzig"), all others as numbers ("zweitausendfünf").
pub(crate) fn year(n: u64) -> String {
    if !(1100..2000).contains(&n) {
        return cardinal(n);
    }
    let mut words = String::new();
    push_below_thousand(&mut words, n / 100, "ein");
    words.push_str("hundert");
    push_below_thousand(&mut words, n % 100, "eins");
    words
}

/// The name of a digit.
pub(crate) fn digit(byte: u8) -> &'static str {
    match byte {
        b'1' => "eins",
        b'0'..=b'9' => SMALL[usize::from(byte - b'0')],
        _ => "",
    }
}

/// Digits one by one: "vier vier eins vier eins". Other signs are passed over.
pub(crate) fn digits(text: &str) -> String {
    let mut words = String::new();
    for byte in text.bytes().filter(u8::is_ascii_digit) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(digit(byte));
    }
    words
}

/// The stem of an ordinal, to which the ending from "e" on is added: "fünfzehnt", "siebt", "einhundertst".
pub(crate) fn ordinal_stem(n: u64) -> String {
    let last = n % 100;
    let head = |words: &mut String, part: u64| {
        if n > part {
            push_cardinal(words, n - part, "eins");
            // "eine Million" takes no space before an ordinal: "einmillionster" is rare enough to stay parted.
            if (n - part).is_multiple_of(1_000_000) {
                words.push(' ');
            }
        }
    };
    let mut words = String::new();
    match last {
        1 => head(&mut words, 1),
        3 => head(&mut words, 3),
        7 => head(&mut words, 7),
        8 => head(&mut words, 8),
        _ => {}
    }
    match last {
        1 => words.push_str("erst"),
        3 => words.push_str("dritt"),
        7 => words.push_str("siebt"),
        8 => words.push_str("acht"),
        2..=19 => {
            push_cardinal(&mut words, n, "ein");
            words.push('t');
        }
        0 if n == 0 => words.push_str("nullt"),
        0 if n.is_multiple_of(1_000_000) => {
            push_millionth(&mut words, n);
        }
        _ => {
            push_cardinal(&mut words, n, "ein");
            words.push_str("st");
        }
    }
    words
}

/// "einmillionst", "zweimilliardst".
fn push_millionth(words: &mut String, n: u64) {
    for (power, single, _) in LARGE {
        if n.is_multiple_of(power) {
            push_below_million(words, n / power, "ein");
            words.push_str(&single.to_lowercase());
            if words.ends_with('e') {
                words.pop();
            }
            words.push_str("st");
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_together_below_a_million() {
        for (n, words) in [
            (0, "null"),
            (1, "eins"),
            (16, "sechzehn"),
            (17, "siebzehn"),
            (21, "einundzwanzig"),
            (30, "dreißig"),
            (101, "einhunderteins"),
            (2005, "zweitausendfünf"),
            (21_001, "einundzwanzigtausendeins"),
            (1_000_000, "eine Million"),
            (2_000_001, "zwei Millionen eins"),
            (1_200_000_000, "eine Milliarde zweihundert Millionen"),
        ] {
            assert_eq!(cardinal(n), words);
        }
    }

    #[test]
    fn ordinals_have_their_irregular_stems() {
        for (n, stem) in [
            (1, "erst"),
            (3, "dritt"),
            (7, "siebt"),
            (8, "acht"),
            (12, "zwölft"),
            (20, "zwanzigst"),
            (21, "einundzwanzigst"),
            (27, "siebenundzwanzigst"),
            (100, "einhundertst"),
            (101, "einhunderterst"),
            (107, "einhundertsiebt"),
            (1000, "eintausendst"),
            (1_000_000, "einmillionst"),
        ] {
            assert_eq!(ordinal_stem(n), stem);
        }
    }

    #[test]
    fn years_go_by_hundreds_until_1999() {
        assert_eq!(year(1999), "neunzehnhundertneunundneunzig");
        assert_eq!(year(1900), "neunzehnhundert");
        assert_eq!(year(2005), "zweitausendfünf");
        assert_eq!(year(1066), "eintausendsechsundsechzig");
        assert_eq!(year(800), "achthundert");
    }
}
