//! Letters and digits in one word: "2G-Regel", "COVID-19", "U43", "1950er", "15-jährig", "5-Sterne-Hotel". Spec: `spec/mixture.md`.

use crate::cardinal::{cardinal, digits, ordinal_stem, year};
use crate::numeral::numeral;
use crate::read::{Found, Scene};
use crate::text::{
    capitalised, char_at, char_before, digit_at, digits_end, is_capital, is_letter, letters_end, past_range_sign,
    past_spaces, word_at,
};
use crate::{initials, measure};
use hoerblatt_core::Speech;

/// A word that begins with digits.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if char_before(text, at).is_some_and(is_letter) {
        return None;
    }
    plus(text, at).or_else(|| range_before_word(text, at)).or_else(|| joined(scene, at)).or_else(|| lettered(scene, at))
}

/// "4.-Klässler", "1.- bis 4.-Klässler", "2.-Liga-Spiel": an ordinal's stem as the first part of a compound.
pub(crate) fn read_ordinal_compound(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let digits = digits_end(text, at, 3);
    if digits == at || !text[digits..].starts_with(".-") || char_before(text, at).is_some_and(is_letter) {
        return None;
    }
    let stem = capitalised(&ordinal_stem(text[at..digits].parse().ok()?));
    let from = digits + 2;
    let word = word_at(text, from);
    if is_capital(word) && crate::calendar::month(word).is_none() {
        let spoken = format!("{stem}{}", word.to_lowercase());
        return Some(Found::words(at, from + word.len(), spoken, "mixture", "ordinal compound"));
    }
    let joined = ["bis ", "und ", "oder "].iter().any(|joint| text[past_spaces(text, from)..].starts_with(joint));
    joined.then(|| Found::words(at, from, stem, "mixture", "open compound"))
}

/// "60+", "50plus": "sechzig plus".
fn plus(text: &str, at: usize) -> Option<Found> {
    let end = digits_end(text, at, 4);
    if char_at(text, end) != Some('+') || digit_at(text, end + 1) {
        return None;
    }
    let (mut stop, mut spoken) = (end + 1, format!("{} plus", cardinal(text[at..end].parse().ok()?)));
    if char_at(text, stop) == Some('-') && char_at(text, stop + 1).is_some_and(is_letter) {
        let word = crate::text::compound_end(text, stop + 1);
        spoken = format!("{spoken} {}", &text[stop + 1..word]);
        stop = word;
    }
    Some(Found::words(at, stop, spoken, "mixture", "plus"))
}

/// "6- bis 10-jährige", "3–5-tägig": the first number waits for the word of the second.
fn range_before_word(text: &str, at: usize) -> Option<Found> {
    let first = digits_end(text, at, 5);
    let open = first + usize::from(char_at(text, first) == Some('-'));
    let sign = text[open..].trim_start();
    if open > first {
        let bis = sign.starts_with("bis ") || sign.starts_with("und ") || sign.starts_with("oder ");
        if !bis && !sign.starts_with("/") || char_at(text, open).is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        let n: u64 = text[at..first].parse().ok()?;
        return Some(Found::words(
            at,
            open,
            if n == 1 { "ein".to_owned() } else { cardinal(n) },
            "mixture",
            "open compound",
        ));
    }
    let next = past_range_sign(text, first)?;
    let second = digits_end(text, next, 5);
    let (word, end) = joined_word(text, second)?;
    let (a, b): (u64, u64) = (text[at..first].parse().ok()?, text[next..second].parse().ok()?);
    let one = |n: u64| if n == 1 { "ein".to_owned() } else { cardinal(n) };
    Some(Found::words(at, end, format!("{} bis {}{word}", one(a), one(b)), "mixture", "range"))
}

/// A small word or ending that is written together with the number: "jährig", "fach", "mal", "er", "prozentig".
fn joined_word(text: &str, at: usize) -> Option<(String, usize)> {
    let hyphen = char_at(text, at) == Some('-');
    let from = at + usize::from(hyphen);
    let end = letters_end(text, from);
    let word = &text[from..end];
    const ENDINGS: &[&str] = &[
        "jährig",
        "tägig",
        "stündig",
        "minütig",
        "wöchig",
        "monatig",
        "monatlich",
        "wöchentlich",
        "jährlich",
        "prozentig",
        "fach",
        "mal",
        "malig",
        "teilig",
        "köpfig",
        "stellig",
        "seitig",
        "stöckig",
        "geschossig",
        "spurig",
        "sprachig",
        "zeilig",
        "spaltig",
        "armig",
        "bändig",
        "klassig",
        "zügig",
        "gradig",
        "händig",
        "stimmig",
        "sitzig",
        "gleisig",
        "reihig",
        "eckig",
        "flügelig",
        "rädrig",
        "beinig",
        "türig",
        "monats",
        "stufig",
        "gängig",
        "ter",
        "sekündig",
        "tausend",
        "hundert",
        "einhalb",
        "saitig",
    ];
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let found = small && ENDINGS.iter().any(|ending| word.starts_with(ending)) && word != "ter";
    found.then(|| (word.to_owned(), end))
}

/// "15-jährig", "3-fach", "1950er", "5-Sterne-Hotel", "100-Meter-Lauf", "5te".
fn joined(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let n = numeral(text, at)?;
    if n.whole.starts_with('0') && n.whole.len() > 1 {
        return None;
    }
    let count = n.value()?;
    let stem = match (count, n.decimals) {
        (1, "") => "ein".to_owned(),
        (_, "") => cardinal(count),
        (1, "5") => "eineinhalb".to_owned(),
        (_, "5") if count > 0 => format!("{}einhalb", cardinal(count)),
        _ => n.spoken("eins"),
    };
    if let Some((word, end)) = joined_word(text, n.end) {
        return Some(Found::words(at, end, format!("{stem}{word}"), "mixture", "joined"));
    }
    // "15-Jährige"
    if char_at(text, n.end) == Some('-') {
        let from = n.end + 1;
        let word = crate::text::word_at(text, from);
        if word.starts_with("Fach") && matches!(word, "Fache" | "Fachen" | "Faches") {
            // "das 1,5-Fache" keeps its comma.
            let count = if n.decimals.is_empty() { stem.clone() } else { n.spoken("eins") };
            let spoken = crate::text::capitalised(&format!("{count}{}", word.to_lowercase()));
            return Some(Found::words(at, from + word.len(), spoken, "mixture", "joined"));
        }
        if ["Jährig", "Prozentig"].iter().any(|w| word.starts_with(w)) {
            let spoken = format!("{}{}", crate::text::capitalised(&stem), word.to_lowercase());
            return Some(Found::words(at, from + word.len(), spoken, "mixture", "joined"));
        }
    }
    if !n.decimals.is_empty() {
        return None;
    }
    let letters = crate::text::word_at(text, n.end);
    let end = n.end + letters.len();
    match letters {
        "er" | "ern" | "ers" | "erin" => {
            let base = if n.whole.len() == 4 { year(count) } else { cardinal(count) };
            let (rest, stop) = hyphenated(text, end);
            return Some(Found::words(at, stop, format!("{base}{letters}{rest}"), "mixture", "decade"));
        }
        "te" | "ten" | "ter" | "tes" | "tem" | "ste" | "sten" | "ster" | "stes" | "stem" => {
            let ending = &letters[letters.find('e').unwrap_or(0)..];
            return Some(Found::words(
                at,
                end,
                format!("{}{ending}", ordinal_stem(count)),
                "mixture",
                "ordinal ending",
            ));
        }
        "plus" => return Some(Found::words(at, end, format!("{} plus", cardinal(count)), "mixture", "plus")),
        "" => {}
        _ => return None,
    }
    let (rest, stop) = hyphenated(text, n.end);
    if rest.is_empty() {
        return None;
    }
    let base = if n.whole.len() == 4 && !n.grouped && (1100..2200).contains(&count) { year(count) } else { stem };
    // "Dreißig-Minuten-Takt": a noun's first part takes the capital of the noun.
    let noun = rest.rsplit(['-', ' ']).next().is_some_and(is_capital);
    let base = if noun { capitalised(&base) } else { base };
    Some(Found::words(at, stop, format!("{base}{rest}"), "mixture", "compound"))
}

/// The hyphenated rest of a compound, its units and short forms in words: "-km-Lauf" → "-Kilometer-Lauf".
pub(crate) fn hyphenated(text: &str, at: usize) -> (String, usize) {
    let mut out = String::new();
    let mut end = at;
    while char_at(text, end) == Some('-') && end - at < crate::text::LONGEST_WORD {
        let from = end + 1;
        if digit_at(text, from) {
            let stop = digits_end(text, from, 8);
            if char_at(text, stop) != Some('-') && char_at(text, stop).is_some_and(is_letter) || out.is_empty() {
                break;
            }
            out.push('-');
            out.push_str(&text[from..stop].parse().map_or_else(|_| digits(&text[from..stop]), cardinal));
            end = stop;
            continue;
        }
        let stop = letters_end(text, from);
        if stop == from {
            break;
        }
        let word = &text[from..stop];
        // A sign with its stop or exponent: "m²-Wohnung".
        let square = matches!(char_at(text, stop), Some('²' | '³'));
        let sign_end = if square { stop + '²'.len_utf8() } else { stop };
        let stopped = char_at(text, sign_end) == Some('.') && char_at(text, sign_end + 1) == Some('-');
        let said = match measure::unit(&text[from..sign_end]) {
            // "8-Std.-Tag", "10-Min.-Takt", "2-Zi.-Wohnung"
            unit if stopped => {
                let short = crate::abbreviation::expansion(&text[from..=sign_end]);
                out.push('-');
                out.push_str(unit.map(|unit| unit.many).or(short).unwrap_or(word));
                end = sign_end + 1;
                continue;
            }
            Some(unit) if char_at(text, sign_end) == Some('-') => unit.many.to_owned(),
            _ => initials::said(word),
        };
        out.push_str(if said.contains(' ') { " " } else { "-" });
        out.push_str(&said);
        end = sign_end;
    }
    (out, end)
}

/// Digits and letters in turns: "35a", "2G", "3D-Druck", "4K".
fn lettered(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let end = digits_end(text, at, 12);
    let next = char_at(text, end)?;
    if !is_letter(next) {
        return None;
    }
    let found = pieces(text, at)?;
    // "Hausnr. 3a–c"
    let last = letters_end(text, found.end + '–'.len_utf8());
    if text[found.end..].starts_with('–') && last == found.end + '–'.len_utf8() + 1 && !digit_at(text, last) {
        let spoken = format!("{} bis {}", found.spoken.to_line(), &text[last - 1..last]);
        return Some(Found::words(at, last, spoken, "mixture", "letters and digits"));
    }
    Some(found)
}

/// A word that begins with letters and holds digits: "COVID-19", "U43", "A1", "CO2", "G20-Gipfel".
pub(crate) fn read_letters_first(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if char_before(text, at).is_some_and(|c| is_letter(c) || c.is_ascii_digit()) {
        return None;
    }
    let end = letters_end(text, at);
    let sign = char_at(text, end)?;
    // "A-1010 Wien", "CH-8001 Zürich": a country before its post code.
    let country = matches!(&text[at..end], "A" | "CH" | "D" | "F" | "L" | "NL") && sign == '-';
    if country && (4..=5).contains(&(digits_end(text, end + 1, 6) - end - 1)) {
        return None;
    }
    let digits_after = sign.is_ascii_digit()
        || matches!(sign, '₂')
        || matches!(sign, '-' | '‑') && digit_at(text, end + sign.len_utf8());
    if !digits_after {
        return None;
    }
    // "A-1010 Wien", "CH-8001 Zürich": a post code with its country.
    let code = digits_end(text, end + 1, 6);
    if sign == '-' && matches!(&text[at..end], "A" | "D" | "CH") && (4..=5).contains(&(code - end - 1)) {
        let spoken = format!("{} {}", initials::letters(&text[at..end]), digits(&text[end + 1..code]));
        return Some(Found::words(at, code, spoken, "address", "post code"));
    }
    pieces(text, at)
}

/// The parts of a mixed word, each said for itself.
fn pieces(text: &str, at: usize) -> Option<Found> {
    let mut words: Vec<String> = Vec::new();
    let mut end = at;
    let mut parts = 0;
    while parts < 12 {
        parts += 1;
        let c = char_at(text, end);
        match c {
            Some(c) if c.is_ascii_digit() => {
                let stop = digits_end(text, end, 12);
                let run = &text[end..stop];
                let zero = run.starts_with('0') && run.len() > 1;
                words.push(match run.parse::<u64>() {
                    Ok(n) if !zero && run.len() == 4 => year(n),
                    Ok(n) if !zero && run.len() <= 6 => cardinal(n),
                    _ => digits(run),
                });
                end = stop;
                // "A2.14", "PM2,5": a sign between numbers is said.
                let sign = match char_at(text, end) {
                    Some('.') => "Punkt",
                    Some(',') => "Komma",
                    _ => "",
                };
                if !sign.is_empty() && digit_at(text, end + 1) && words.len() < 4 {
                    words.push(sign.to_owned());
                    end += 1;
                }
            }
            Some('₂') => {
                words.push("zwei".to_owned());
                end += '₂'.len_utf8();
            }
            Some(c) if is_letter(c) => {
                let stop = letters_end(text, end);
                words.push(initials::said_in_mixture(&text[end..stop]));
                end = stop;
            }
            Some('-' | '‑') if crate::text::alphanumeric_at(text, end + c.map_or(1, char::len_utf8)) => {
                end += c.map_or(1, char::len_utf8)
            }
            _ => break,
        }
    }
    (end > at).then(|| Found::speech(at, end, Speech::words(words.join(" ")), "mixture", "letters and digits"))
}
