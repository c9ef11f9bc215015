//! Roman numerals: rulers and popes ("Ludwig XIV."), wars and centuries ("II. Weltkrieg"), parts ("Teil IV", "SGB XI").
//! Spec: `spec/roman.md`.

use crate::cardinal::cardinal;
use crate::context::setting_before;
use crate::inflection::{Case, Declension, Genus, Inflection};
use crate::read::{Found, Scene};
use crate::text::{capitalised, char_at, past_range_sign, past_spaces, word_at, word_before};
use crate::{label, noun, ordinal};

/// The value of a well-formed numeral up to 3999.
pub(crate) fn value(word: &str) -> Option<u64> {
    const PARTS: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = word;
    let mut sum = 0;
    for (value, sign) in PARTS {
        let mut times = 0;
        while let Some(after) = rest.strip_prefix(sign) {
            times += 1;
            if times > 3 || times > 1 && (sign.len() == 2 || matches!(sign, "V" | "L" | "D")) {
                return None;
            }
            sum += value;
            rest = after;
        }
    }
    (rest.is_empty() && sum > 0).then_some(sum)
}

/// First names of rulers and popes after which a numeral is said "der Vierzehnte".
const RULERS: &[&str] = &[
    "Albert",
    "Albrecht",
    "Alexander",
    "Alfons",
    "August",
    "Benedikt",
    "Bonifatius",
    "Charles",
    "Christian",
    "Clemens",
    "Edward",
    "Elisabeth",
    "Elizabeth",
    "Ernst",
    "Felipe",
    "Ferdinand",
    "Franz",
    "Friedrich",
    "Georg",
    "Gregor",
    "Gustav",
    "Harald",
    "Heinrich",
    "Henri",
    "Innozenz",
    "Ivan",
    "Iwan",
    "Jakob",
    "Johann",
    "Johannes",
    "Joseph",
    "Josef",
    "Juan",
    "Karl",
    "Katharina",
    "Konrad",
    "Konstantin",
    "Leo",
    "Leopold",
    "Lothar",
    "Louis",
    "Ludwig",
    "Margarethe",
    "Margrethe",
    "Maria",
    "Maximilian",
    "Mehmed",
    "Napoleon",
    "Nikolaus",
    "Olaf",
    "Oskar",
    "Otto",
    "Paul",
    "Peter",
    "Philipp",
    "Pius",
    "Ramses",
    "Richard",
    "Rudolf",
    "Sigismund",
    "Sixtus",
    "Urban",
    "Victoria",
    "Viktor",
    "Wilhelm",
    "Willem",
    "Wladimir",
    "Zar",
    "Karls",
    "Ludwigs",
    "Friedrichs",
    "Wilhelms",
    "Heinrichs",
    "Ottos",
    "Georgs",
    "Napoleons",
];

/// Nouns before a numeral that is only counted.
const PARTS: &[&str] = &[
    "SGB",
    "Teil",
    "Band",
    "Kapitel",
    "Akt",
    "Klasse",
    "Stufe",
    "Gruppe",
    "Abschnitt",
    "Buch",
    "Hartz",
    "Typ",
    "Anlage",
    "Artikel",
    "Art",
    "Phase",
    "Stadtbezirk",
    "Halle",
    "Haus",
    "Gebäude",
    "Block",
    "Trakt",
    "Saal",
    "Bauabschnitt",
    "Sozialgesetzbuch",
    "Liga",
    "Gleis",
    "Zone",
    "Bezirk",
    "Nummer",
    "BGBl",
    "Tarifgruppe",
    "Schacht",
    "Zeche",
    "Wahlkreis",
    "Rocky",
    "Apollo",
    "Steuerklasse",
    "Lohngruppe",
    "Pflegestufe",
    "Modul",
    "Sekundarstufe",
    "Technikum",
    "Vatikanum",
];

/// A numeral after a ruler's name, before a noun with its stop, or after a noun that counts parts.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let whole = word_at(text, at);
    let word = whole.trim_end_matches(['a', 'b', 'c', 'd', 'e']);
    if word.is_empty() || word.len() > 15 || !word.bytes().all(|b| b"IVXLCDM".contains(&b)) {
        return None;
    }
    if whole.len() > word.len() {
        // "Klasse IIa", "Stufe IVb": a letter may follow where the numeral counts a part.
        let counts = whole.len() == word.len() + 1 && counts_parts(text, at) && word != "C";
        let spoken = format!("{} {}", cardinal(value(word)?), &whole[word.len()..]);
        return counts.then(|| Found::words(at, at + whole.len(), spoken, "roman", "part"));
    }
    let n = value(word)?;
    let mut end = at + word.len();
    // "Eingang C", "Block D" are letters.
    if crate::text::alphanumeric_at(text, end) || matches!(word, "C" | "D" | "L" | "M") {
        return None;
    }
    // "Anno MDCXLVIII": a year on an old house.
    if word.len() >= 4 && n >= 1000 {
        return Some(Found::words(at, end, crate::cardinal::year(n), "roman", "year"));
    }
    let stopped = char_at(text, end) == Some('.');
    let (before, before_at) = word_before(text, at);
    if RULERS.contains(&before) || before.strip_suffix('s').is_some_and(|stem| RULERS.contains(&stem)) {
        let (spoken, inflection) = ruler(text, before, before_at, n);
        let stop = usize::from(stopped);
        return Some(Found::words(at, end + stop, spoken, "roman", "ruler").grammar(inflection.grammar()));
    }
    let part = counts_parts(text, at);
    if let Some(next) = past_range_sign(text, end).filter(|_| part) {
        let second = word_at(text, next);
        if let Some(m) = value(second).filter(|_| second.bytes().all(|b| b"IVXLCDM".contains(&b))) {
            return Some(Found::words(
                at,
                next + second.len(),
                format!("{} bis {}", cardinal(n), cardinal(m)),
                "roman",
                "range",
            ));
        }
    }
    if part && (word.len() > 1 || matches!(word, "I" | "V" | "X")) {
        let (spoken, end) = with_second(text, cardinal(n), end);
        return Some(Found::words(at, end, spoken, "roman", "part"));
    }
    if stopped {
        let next_at = past_spaces(text, end + 1);
        let next = crate::text::next_word(text, next_at);
        let ordered = next_at > end + 1
            && (noun::lookup(next).is_some() && crate::text::is_capital(next)
                || crate::context::noun_after(text, end + 1).is_some()
                || setting_before(text, at).governed && !next.is_empty());
        let range = past_range_sign(text, end + 1).map(|from| word_at(text, from)).and_then(value);
        if range.is_some()
            || ordered && (word.len() > 1 || matches!(word, "I" | "V" | "X")) && !crate::sentence::begins_sentence(next)
        {
            let inflection = ordinal::inflection_at(text, at, end + 1);
            let found = Found::words(at, end + 1, ordinal::spoken(n, inflection), "roman", "ordinal");
            return Some(found.grammar(inflection.grammar()));
        }
        // "I. Allgemeines" as the head of a section.
        if crate::text::at_line_start(text, at) && crate::text::is_capital(next) {
            return Some(Found::words(at, end + 1, format!("{}.", capitalised(&cardinal(n))), "roman", "heading"));
        }
        // "an der Haltestelle Rathaus II.": the stop ends the sentence.
        if !crate::sentence::ends_at_inner_stop(text, end + 1) {
            return None;
        }
    }
    // "Rocky III", "Heimat II": two signs and more after a capitalised word; "XXL", "CD", "DM", "MC", "CDs" are other things.
    let signs: &[u8] = if word.len() > 3 { b"IVXL" } else { b"IVX" };
    // "ASC 09 II": a club's second team.
    let team = matches!(word, "II" | "III" | "IV")
        && crate::text::trimmed(text, at, crate::text::is_space).ends_with(|c: char| c.is_ascii_digit());
    let name = team || crate::text::is_capital(before) && word.len() >= 2 && word.bytes().all(|b| signs.contains(&b));
    let common = matches!(
        word,
        "XX" | "XXX" | "IX" | "XV" | "II" | "III" | "IV" | "VI" | "VII" | "VIII" | "XI" | "XII" | "XIII" | "XIV"
    ) || word.len() > 2;
    if !(name && common) || char_at(text, end) == Some('-') {
        return None;
    }
    let spoken;
    (spoken, end) = with_second(text, cardinal(n), end);
    Some(Found::words(at, end, spoken, "roman", "name"))
}

/// Whether a noun before the numeral counts its parts: "Teil", "Bd.", "Saal".
fn counts_parts(text: &str, at: usize) -> bool {
    let (before, _) = word_before(text, at);
    let bare = crate::text::trimmed(text, at, char::is_whitespace);
    const SHORT: &[&str] = &["Art", "Kap", "Bd", "BGBl", "Abschn", "Abt", "Nr", "Kl", "Bl", "Sek"];
    PARTS.contains(&before)
        || label::is_label(before)
        || before.is_empty()
            && bare.strip_suffix('.').is_some_and(|short| SHORT.contains(&word_before(short, short.len()).0))
}

/// "Zollern II/IV": a second numeral after a slash.
fn with_second(text: &str, spoken: String, end: usize) -> (String, usize) {
    if char_at(text, end) == Some('/') {
        let second = word_at(text, end + 1);
        if let Some(m) = value(second).filter(|_| second.bytes().all(|b| b"IVX".contains(&b))) {
            return (format!("{spoken}, {}", cardinal(m)), end + 1 + second.len());
        }
    }
    (spoken, end)
}

/// "Ludwig der Vierzehnte", "unter Ludwig dem Vierzehnten", "Ludwigs des Vierzehnten", "Elisabeth die Zweite".
fn ruler(text: &str, name: &str, name_at: usize, n: u64) -> (String, Inflection) {
    let women = ["Elisabeth", "Elizabeth", "Katharina", "Margarethe", "Margrethe", "Maria", "Victoria"];
    let genus = if women.iter().any(|w| name.starts_with(w)) { Genus::Feminine } else { Genus::Masculine };
    let genitive = name.ends_with('s')
        && name.strip_suffix('s').is_some_and(|stem| RULERS.contains(&stem))
        && !matches!(name, "Charles" | "Louis");
    let case = if genitive { Case::Genitive } else { governing_case(text, name_at) };
    let article = match (case, genus) {
        (Case::Nominative, Genus::Feminine) | (Case::Accusative, Genus::Feminine) => "die",
        (_, Genus::Feminine) => "der",
        (Case::Nominative, _) => "der",
        (Case::Genitive, _) => "des",
        (Case::Dative, _) => "dem",
        (Case::Accusative, _) => "den",
    };
    let inflection = Inflection::new(case, genus, Declension::Weak);
    (format!("{article} {}", capitalised(&ordinal::spoken(n, inflection))), inflection)
}

/// Titles and further first names stand between a preposition and the name: "von Papst Johannes Paul II."
fn governing_case(text: &str, name_at: usize) -> Case {
    let mut at = name_at;
    for _ in 0..4 {
        let (word, start) = word_before(text, at);
        let title = RULERS.contains(&word)
            || matches!(
                word,
                "König"
                    | "Kaiser"
                    | "Papst"
                    | "Königin"
                    | "Zar"
                    | "Zarin"
                    | "Fürst"
                    | "Herzog"
                    | "Graf"
                    | "Kurfürst"
                    | "Prinz"
                    | "Großherzog"
                    | "Kaiserin"
                    | "Sultan"
            );
        if matches!(word, "Königs" | "Kaisers" | "Papstes" | "Zaren" | "Fürsten" | "Herzogs" | "Grafen" | "Kurfürsten")
        {
            return if matches!(word, "Königs" | "Kaisers" | "Papstes" | "Herzogs") {
                Case::Genitive
            } else {
                setting_before(text, start).case.unwrap_or(Case::Nominative)
            };
        }
        if !title {
            break;
        }
        at = start;
    }
    // "Geschichten über Katharina die Zweite", "ein Brief an Papst Benedikt": of persons, these say whither.
    if matches!(
        word_before(text, at).0,
        "an" | "An" | "auf" | "Auf" | "über" | "Über" | "in" | "für" | "gegen" | "ohne"
    ) {
        return Case::Accusative;
    }
    let object = follows_its_verb(text, at);
    setting_before(text, at).case.unwrap_or(if object { Case::Accusative } else { Case::Nominative })
}

/// "Das Gemälde zeigt Kaiser Wilhelm den Zweiten": the verb stands right before, and the sentence begins with its subject.
///
/// After an adverb, a date or a preposition the name may be the subject ("1987 besuchte Papst …"), so only an article or a
/// possessive at the beginning of the sentence tells.
fn follows_its_verb(text: &str, at: usize) -> bool {
    const SUBJECTS: &[&str] = &[
        "Der", "Die", "Das", "Ein", "Eine", "Unser", "Unsere", "Sein", "Seine", "Ihr", "Ihre", "Es", "Er", "Sie", "Wir",
    ];
    let (verb, start) = word_before(text, at);
    if !crate::object::is_transitive(verb) {
        return false;
    }
    let mut end = start;
    for _ in 0..5 {
        let (word, start) = word_before(text, end);
        if word.is_empty() {
            return false;
        }
        if crate::text::at_line_start(text, start) || text[..start].trim_end().ends_with(['.', '!', '?']) {
            return SUBJECTS.contains(&word);
        }
        end = start;
    }
    false
}
