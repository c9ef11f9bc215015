//! Postal addresses: house numbers, post codes, whole addresses. Spec: `spec/address.md`.
//!
//! A post code is said digit by digit; "24–26 a" as "vierundzwanzig bis sechsundzwanzig a".

use crate::cardinal::{cardinal, digits};
use crate::read::{Found, Scene};
use crate::text::{
    char_at, char_before, digit_at, digits_end, is_capital, is_letter, is_space, past_spaces, word_at, word_before,
};
use hoerblatt_core::{Speech, Value, model::Address};

const ENDINGS: &[&str] = &[
    "straße",
    "strasse",
    "str",
    "weg",
    "platz",
    "allee",
    "gasse",
    "ring",
    "damm",
    "ufer",
    "markt",
    "steig",
    "chaussee",
    "wall",
    "hof",
    "pfad",
    "graben",
    "berg",
    "park",
    "stieg",
    "promenade",
    "brücke",
    "kamp",
    "bogen",
    "winkel",
    "zeile",
    "garten",
    "feld",
    "tor",
    "anger",
    "hang",
    "heide",
    "wiese",
    "siedlung",
    "teich",
    "grund",
    "busch",
    "bruch",
    "höhe",
];

/// Whether a word could be the last word of a street's name.
pub(crate) fn is_street(word: &str) -> bool {
    if word.len() > 60 {
        return false;
    }
    let lower = word.to_lowercase();
    ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Whether a street's last word is so clearly one that a number after it must be a house number.
fn is_sure_street(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["straße", "strasse", "str", "allee", "gasse", "chaussee"].iter().any(|ending| lower.ends_with(ending))
        || ["weg", "platz", "ring", "damm", "ufer", "wall", "steig"]
            .iter()
            .any(|e| lower.ends_with(e) && lower.len() > e.len() + 2)
            && !lower.ends_with("bahnsteig")
            && !lower.ends_with("sitzplatz")
            && !lower.ends_with("stellplatz")
}

/// A house number: the byte after it and its words.
fn house_number(text: &str, at: usize) -> Option<(usize, String)> {
    let mut end = digits_end(text, at, 5);
    if end == at || end - at > 4 || text[at..].starts_with('0') {
        return None;
    }
    let mut words = cardinal(text[at..end].parse().ok()?);
    loop {
        // "24 a", "24a"
        let letter_at = past_spaces(text, end);
        let letter = word_at(text, letter_at);
        let closes = !crate::text::alphanumeric_at(text, letter_at + letter.len());
        let single =
            letter.len() == 1 && closes && (letter_at == end || letter.starts_with(|c: char| matches!(c, 'a'..='k')));
        if single && !(letter_at > end && letter == "h") {
            words.push(' ');
            words.push_str(letter);
            end = letter_at + 1;
        }
        let sign_at = past_spaces(text, end);
        let Some(sign) = char_at(text, sign_at) else { break };
        let next = past_spaces(text, sign_at + sign.len_utf8());
        let stop = digits_end(text, next, 5);
        if !matches!(sign, '-' | '–' | '/' | '+')
            || stop == next
            || stop - next > 4
            || matches!(char_at(text, stop), Some('.' | ':')) && digit_at(text, stop + 1)
        {
            // "24 a–c"
            let letters = word_at(text, next);
            if matches!(sign, '-' | '–')
                && letters.len() == 1
                && single
                && !crate::text::alphanumeric_at(text, next + 1)
            {
                words.push_str(" bis ");
                words.push_str(letters);
                end = next + 1;
            }
            break;
        }
        words.push_str(match sign {
            '/' | '+' => ", ",
            _ => " bis ",
        });
        words.push_str(&cardinal(text[next..stop].parse().ok()?));
        end = stop;
    }
    Some((end, words))
}

/// A street with its number, and the post code and town after it.
pub(crate) fn read_street(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let letters = crate::text::compound_end(text, at);
    let mut end = letters;
    let word = &text[at..letters];
    if !is_capital(word) {
        return None;
    }
    let short = word.ends_with("str") || word.ends_with("Str");
    if char_at(text, end) == Some('.') && short {
        end += 1;
    } else if short {
        return None;
    }
    let number_at = past_spaces(text, end);
    if number_at == end && !short || !digit_at(text, number_at) || !is_street(word) {
        return None;
    }
    let (number_end, number) = house_number(text, number_at)?;
    let postcode = postcode_after(text, number_end);
    if !is_sure_street(word) && postcode.is_none() || wants_more(text, number_end) {
        return None;
    }
    if crate::date::day_at(text, number_at).is_some_and(|d| d.month.is_some()) {
        return None;
    }
    let start = name_start(text, at, scene.floor);
    let written = &text[start..end];
    let name = match written.strip_suffix('.') {
        Some(stem) if stem.ends_with("str") => format!("{}straße", &stem[..stem.len() - 3]),
        Some(stem) if stem.ends_with("Str") => format!("{}Straße", &stem[..stem.len() - 3]),
        _ => written.to_owned(),
    };
    let mut spoken = Speech::words(format!("{} {number}", crate::plain::clean(&name)));
    let street = Some(text[start..number_end].to_owned());
    let mut address = Address { street, postcode: None, town: None };
    let mut stop = number_end;
    if let Some(Postcode { country, code, town, end: after }) = postcode {
        spoken = Speech::words(format!(
            "{} {number}, {country}{} {}",
            crate::plain::clean(&name),
            digits(code),
            crate::plain::clean(town)
        ));
        address.postcode = Some(code.to_owned());
        address.town = Some(town.to_owned());
        stop = after;
    }
    Some(Found::speech(start, stop, spoken, "address", "street").value(Value::Address(address)))
}

/// "Straße 24 Teilnehmende": a number that goes on is no house number.
fn wants_more(text: &str, end: usize) -> bool {
    matches!(char_at(text, end), Some('%' | '€' | '.' | ':'))
        && (digit_at(text, end + 1) || matches!(char_at(text, end), Some('%' | '€')))
        || crate::text::next_word(text, end) == "Uhr"
        || crate::text::next_word(text, end) == "Euro"
}

/// Words before the street's last word that belong to its name: "Märkische Straße", "Am Alten Markt", "Von-der-Tann-Straße".
fn name_start(text: &str, at: usize, floor: usize) -> usize {
    let mut start = at;
    for _ in 0..3 {
        let (word, word_start) = word_before(text, start);
        if word.is_empty() || word_start < floor {
            break;
        }
        let adjective =
            is_capital(word) && ["e", "en", "er", "es", "em"].iter().any(|e| word.ends_with(e)) && word.len() > 3;
        let preposition = matches!(
            word,
            "Am" | "An"
                | "Auf"
                | "Im"
                | "In"
                | "Zum"
                | "Zur"
                | "Unter"
                | "Alter"
                | "Alte"
                | "Hinter"
                | "Vor"
                | "Bei"
                | "Neuer"
                | "Beim"
        );
        let stands_before_article = matches!(word, "der" | "den" | "dem")
            && matches!(word_before(text, word_start).0, "An" | "Auf" | "In" | "Unter" | "Hinter" | "Vor" | "Bei");
        let sentence_start = crate::sentence::begins_sentence(word) && !preposition;
        if !(adjective && !sentence_start && !is_street(word) || preposition || stands_before_article) {
            break;
        }
        start = word_start;
    }
    start
}

/// A post code after a street, with its country sign.
struct Postcode<'t> {
    country: &'static str,
    code: &'t str,
    town: &'t str,
    end: usize,
}

/// The country signs before a post code, as they are said.
const COUNTRIES: &[(&str, &str)] =
    &[("D-", "D "), ("A-", "A "), ("CH-", "C H "), ("F-", "F "), ("NL-", "N L "), ("L-", "L ")];

/// ", 44141 Dortmund", ", D-44149 Dortmund" after a street.
fn postcode_after(text: &str, at: usize) -> Option<Postcode<'_>> {
    let mut from = past_spaces(text, at);
    if let Some(sign @ (',' | '·' | '|' | ';' | '-' | '–')) = char_at(text, from) {
        from = past_spaces(text, from + sign.len_utf8());
    } else if from == at {
        return None;
    }
    let sign = COUNTRIES.iter().find(|(sign, _)| text[from..].starts_with(sign));
    from += sign.map_or(0, |(sign, _)| sign.len());
    let country = sign.map_or("", |(_, said)| said);
    let end = digits_end(text, from, 6);
    if !(4..=5).contains(&(end - from)) {
        return None;
    }
    let town_at = past_spaces(text, end);
    let town_end = town_end(text, town_at);
    (town_end > town_at && town_at > end && is_capital(&text[town_at..town_end])).then(|| Postcode {
        country,
        code: &text[from..end],
        town: &text[town_at..town_end],
        end: town_end,
    })
}

/// The end of a town's name: "Dortmund", "Bad Hersfeld", "Frankfurt am Main", "Sankt Augustin", "Dortmund-Hörde".
fn town_end(text: &str, at: usize) -> usize {
    let mut end = crate::text::compound_end(text, at);
    for _ in 0..3 {
        let word = &text[at..end];
        let next = past_spaces(text, end);
        let follow = crate::text::next_word(text, end);
        let joins = matches!(follow, "am" | "an" | "im" | "in" | "ob" | "bei" | "vor" | "der" | "den")
            && is_capital(crate::text::next_word(text, next + follow.len()))
            && matches!(
                crate::text::next_word(text, next + follow.len()),
                "Main"
                    | "Rhein"
                    | "Ruhr"
                    | "Weser"
                    | "Neckar"
                    | "Donau"
                    | "Saale"
                    | "Oder"
                    | "Spree"
                    | "Lippe"
                    | "Bergstraße"
                    | "Breisgau"
                    | "Allgäu"
                    | "Inn"
                    | "Isar"
                    | "Elbe"
                    | "Mosel"
                    | "Lahn"
                    | "Tauber"
                    | "See"
                    | "Höhe"
                    | "Ilm"
                    | "Leine"
                    | "Wörthersee"
                    | "der"
            );
        let after_bad =
            matches!(word, "Bad" | "Sankt" | "St" | "Groß" | "Klein" | "Neu" | "Alt" | "Hann" | "Lüdinghausen")
                || matches!(
                    word.rsplit(' ').next(),
                    Some("am" | "an" | "im" | "in" | "ob" | "bei" | "vor" | "der" | "den")
                );
        if !(joins || after_bad && is_capital(follow)) || follow.is_empty() {
            break;
        }
        end = next + follow.len();
    }
    end
}

/// Towns whose post code has four digits; before other words four digits are a number or a year.
const SOUTHERN_TOWNS: &[&str] = &[
    "Aarau",
    "Baden",
    "Basel",
    "Bern",
    "Biel",
    "Bregenz",
    "Chur",
    "Davos",
    "Dornbirn",
    "Eisenstadt",
    "Feldkirch",
    "Frauenfeld",
    "Freiburg",
    "Gallen",
    "Genf",
    "Graz",
    "Innsbruck",
    "Klagenfurt",
    "Krems",
    "Kufstein",
    "Lausanne",
    "Leoben",
    "Linz",
    "Locarno",
    "Lugano",
    "Luzern",
    "Olten",
    "Pölten",
    "Salzburg",
    "Schaffhausen",
    "Solothurn",
    "Steyr",
    "Thun",
    "Vaduz",
    "Villach",
    "Wels",
    "Wien",
    "Winterthur",
    "Zug",
    "Zürich",
];

/// A post code before a town: "44141 Dortmund", also "D-44137", "A-1010 Wien".
pub(crate) fn read_postcode(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let end = digits_end(text, at, 6);
    if !(4..=5).contains(&(end - at)) || char_before(text, at).is_some_and(is_letter) {
        return None;
    }
    let town_at = past_spaces(text, end);
    // "3100 St. Pölten"
    let saint = if text[town_at..].starts_with("St. ") { "St. ".len() } else { 0 };
    let town = &text[town_at + saint..town_end(text, town_at + saint)];
    if town_at == end || !is_capital(town) {
        return None;
    }
    let known_plural =
        crate::noun::lookup(town).is_some_and(|noun| noun.plural) || crate::measure::is_unit_word(text, end);
    let bare = crate::text::trimmed(text, at, is_space);
    let before = char_before(bare, bare.len());
    let (word, _) = word_before(text, at);
    let country = text[..at].ends_with("A-") || text[..at].ends_with("CH-") || text[..at].ends_with("D-");
    let five = end - at == 5 && !known_plural && !crate::sentence::begins_sentence(town);
    let introduced = matches!(before, None | Some(',' | '\n' | '(' | '|' | '·' | ':' | ';'))
        || matches!(word, "in" | "aus" | "PLZ" | "Postleitzahl" | "nach" | "D")
        || before.is_some_and(|c| c.is_ascii_digit())
        || !crate::text::trimmed(text, at, char::is_whitespace).is_empty() && word.len() > 3 && is_capital(word);
    if !(country || SOUTHERN_TOWNS.contains(&town) || five && introduced) {
        return None;
    }
    let code = &text[at..end];
    if end - at == 4 && !(country || SOUTHERN_TOWNS.contains(&town)) {
        return None;
    }
    let title = if saint > 0 { "Sankt " } else { "" };
    let spoken = format!("{} {title}{}", digits(code), crate::plain::clean(town));
    let end = town_at + saint + town.len();
    let value = Address { street: None, postcode: Some(code.to_owned()), town: Some(text[town_at..end].to_owned()) };
    Some(Found::words(at, end, spoken, "address", "post code").value(Value::Address(value)))
}

/// An address for the eye, on one line.
pub(crate) fn write(address: &Address) -> String {
    let town = match (&address.postcode, &address.town) {
        (Some(code), Some(town)) => Some(format!("{code}\u{a0}{town}")),
        (code, town) => code.clone().or_else(|| town.clone()),
    };
    [address.street.clone(), town].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
