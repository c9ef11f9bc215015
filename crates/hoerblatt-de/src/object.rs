//! Whether a value is the object of a verb: "Wir suchen 1 Helfer", "kostet nur 1 Euro". Spec: `spec/one.md`.

use crate::text::word_before;

/// Whether the value is what a verb before it acts on: "Wir suchen 1 Helfer", "kostet nur 1 Euro", "Bitte 1 Stuhl mitbringen".
pub(crate) fn is_object(text: &str, at: usize) -> bool {
    let mut end = at;
    for _ in 0..6 {
        let (word, start) = word_before(text, end);
        if word.is_empty() {
            return false;
        }
        if word == "Bitte" || is_transitive(word) {
            return true;
        }
        if matches!(word, "und" | "dass" | "ist" | "sind" | "war" | "waren" | "bleibt" | "wird" | "wurde" | "kommt") {
            return false;
        }
        end = start;
    }
    false
}

/// Whether a form of such a verb stands here: "zeigt", "suchen".
pub(crate) fn is_transitive(word: &str) -> bool {
    const ENDINGS: &[&str] = &["", "e", "en", "et", "t", "st", "te", "ten", "n"];
    let lower = word.to_lowercase();
    TRANSITIVE.iter().any(|stem| lower.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)))
}

/// Stems of verbs that take an object in the accusative, as city news uses them.
const TRANSITIVE: &[&str] = &[
    "such",
    "kost",
    "zahl",
    "bezahl",
    "hab",
    "hat",
    "brauch",
    "bekomm",
    "bekam",
    "erhalt",
    "erhält",
    "biet",
    "nehm",
    "nimm",
    "bring",
    "kauf",
    "verkauf",
    "verlos",
    "spend",
    "gewinn",
    "gewann",
    "les",
    "seh",
    "trink",
    "stell",
    "leg",
    "mach",
    "öffn",
    "eröffn",
    "plan",
    "bau",
    "pflanz",
    "hol",
    "zeig",
    "vergib",
    "vergeb",
    "verlier",
    "verlor",
    "benötig",
    "kennt",
    "reserv",
    "bestell",
    "wünsch",
    "feier",
    "besuch",
    "verwend",
    "gib",
    "gab",
    "enthält",
    "enthalt",
    "umfass",
    "spar",
    "verlang",
    "beschäftig",
    "beantrag",
    "ersetz",
    "schenk",
    "koch",
    "beträg",
    "betrug",
    "dauer",
    "wieg",
    "wog",
    "misst",
    "maß",
    "verteil",
    "liefer",
    "besitz",
    "besaß",
    "erwart",
    "vermiet",
    "miet",
    "wähl",
    "trag",
    "träg",
    "trug",
    "schick",
    "send",
    "schreib",
    "schrieb",
    "erneuer",
    "ergänz",
    "empfing",
    "empfäng",
    "begrüß",
    "ehr",
    "traf",
    "treff",
    "triff",
    "sah",
    "sieh",
    "porträtier",
    "präsentier",
    "füg",
    "nutz",
    "leih",
    "verleih",
    "dreh",
    "veröffentlich",
    "betreib",
    "leit",
    "renovier",
    "sanier",
    "erricht",
    "mitbring",
    "hinterläss",
    "hinterließ",
    "hinterlass",
];
