//! Variables `${…}`, functions and expressions `$[…]`, as far as the export uses them.

use chrono::NaiveDateTime;
use std::collections::BTreeMap;

type Variables = BTreeMap<String, String>;

/// The text with everything in `${…}` and `$[…]` replaced by its value.
pub(super) fn substitute(text: &str, variables: &Variables, at: NaiveDateTime) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('$') {
        out.push_str(&rest[..start]);
        let (open, close) = match rest[start..].chars().nth(1) {
            Some('{') => ('{', '}'),
            Some('[') => ('[', ']'),
            other => panic!("a dollar before {other:?} in {text:?}"),
        };
        let end = start + closing(&rest[start..], open, close);
        let inner = &rest[start + 2..end];
        out.push_str(&match open {
            '{' => variable(inner, variables, at),
            _ => expression(&substitute(inner, variables, at)).to_string(),
        });
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}

/// The place of the bracket that closes the first one.
fn closing(text: &str, open: char, close: char) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    panic!("{open} is not closed in {text:?}");
}

fn variable(name: &str, variables: &Variables, at: NaiveDateTime) -> String {
    match name.split_once('(') {
        None if name == "EPOCH" => "EPOCH".into(),
        None => variables.get(name).unwrap_or_else(|| panic!("variable {name} is not set")).clone(),
        Some(("STRFTIME", arguments)) => {
            let arguments = substitute(arguments.strip_suffix(')').expect("its end"), variables, at);
            let parts: Vec<&str> = arguments.split(',').collect();
            let ["EPOCH", "Europe/Berlin", format] = parts.as_slice() else { panic!("STRFTIME({arguments})") };
            at.format(format).to_string()
        }
        Some(("IF", arguments)) => {
            let arguments = substitute(arguments.strip_suffix(')').expect("its end"), variables, at);
            let (condition, values) = arguments.split_once('?').expect("IF(condition?a:b)");
            let (then, otherwise) = values.split_once(':').expect("two values");
            if is_true(condition) { then.into() } else { otherwise.into() }
        }
        Some((function, _)) => panic!("unknown function {function}"),
    }
}

/// Whether a value counts as true: neither empty nor 0.
pub(super) fn is_true(value: &str) -> bool {
    assert!(matches!(value, "0" | "1"), "a condition is {value:?}");
    value == "1"
}

/// Comparisons joined by `&`.
fn expression(text: &str) -> u8 {
    u8::from(text.split(" & ").all(comparison))
}

fn comparison(text: &str) -> bool {
    for operator in [" >= ", " <= ", " < ", " = "] {
        if let Some((left, right)) = text.split_once(operator) {
            let order = compare(left.trim(), right.trim());
            return match operator {
                " >= " => order.is_ge(),
                " <= " => order.is_le(),
                " < " => order.is_lt(),
                _ => order.is_eq(),
            };
        }
    }
    panic!("not a comparison: {text:?}");
}

/// Numbers as numbers, quoted text as text; a mixture is a mistake.
fn compare(left: &str, right: &str) -> std::cmp::Ordering {
    match (left.parse::<u64>(), right.parse::<u64>()) {
        (Ok(left), Ok(right)) => left.cmp(&right),
        (Err(_), Err(_)) => {
            let quoted = |text: &str| text.strip_prefix('"').and_then(|t| t.strip_suffix('"')).map(str::to_owned);
            let both = quoted(left).zip(quoted(right)).unwrap_or_else(|| panic!("{left:?} against {right:?}"));
            both.0.cmp(&both.1)
        }
        _ => panic!("{left:?} is compared with {right:?}"),
    }
}
