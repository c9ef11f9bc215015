//! The sentences of every rule, in German and English.
//!
//! They stand in `messages/<tongue>/<room>.toml`, so that they are reviewed as text. A sentence is a template:
//!
//! - `{title}` is filled with the rule's argument of that name;
//! - `{count|Wort|Wörter}` chooses by number: the first word for one, the second for every other;
//! - `{found:type}` writes the name of a TOML type, `{message:toml}` a message of the TOML parser, in the reader's language;
//! - `{{out}}` is `{out}` itself;
//! - `⟨Meinten Sie „{nearest}“?⟩` is left out where a slot inside it is empty.
//!
//! A room's file is read when the first of its rules speaks; a run without findings reads none.

use crate::{Tongue, rooms};
use hoerblatt_core::{Argument, Diagnostic};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, OnceLock},
};

/// Longest piece of data that a sentence quotes, in characters; a title of 3,000 would hide what is wrong with it.
const LONGEST_QUOTE: usize = 120;

/// What is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What is wrong or missing.
    pub message: String,
    /// What to do; empty where the message says it all.
    pub hint: String,
}

/// A rule's page, as `hoerblatt explain` shows it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// Template of what is wrong.
    pub message: String,
    /// Template of what to do.
    #[serde(default)]
    pub hint: String,
    /// Why it matters to a reader or caller.
    #[serde(default)]
    pub why: String,
    /// The standard or study it comes from.
    #[serde(default)]
    pub source: String,
    /// A snippet that breaks the rule.
    #[serde(default)]
    pub example: String,
    /// The snippet as it should be.
    #[serde(default)]
    pub better: String,
}

/// The sentence of a finding, its slots filled; never holds a control character.
///
/// ```
/// use hoerblatt::{Tongue, core::rules, messages};
/// let finding = rules::key_missing(None, "headline");
/// assert_eq!(messages::sentence(&finding, Tongue::English).message, "The key “headline” is missing.");
/// ```
pub fn sentence(finding: &Diagnostic, tongue: Tongue) -> Sentence {
    match texts(finding.rule, tongue) {
        Some(texts) => Sentence {
            message: fill(&texts.message, &finding.arguments, tongue),
            hint: fill(&texts.hint, &finding.arguments, tongue),
        },
        // Only a rule of an embedder's own gets here: the test of completeness covers all of ours.
        None => Sentence { message: finding.rule.to_owned(), hint: String::new() },
    }
}

/// The page of a rule; `None` where there is no rule of that name.
pub fn texts(rule: &str, tongue: Tongue) -> Option<&'static Texts> {
    let room = rooms::ALL.iter().find(|room| room.rules.iter().any(|info| info.id == rule))?;
    room_texts(room, tongue).get(rule)
}

/// All pages of a room.
pub(crate) fn room_texts(room: &'static rooms::Room, tongue: Tongue) -> &'static BTreeMap<String, Texts> {
    type Read = HashMap<(&'static str, &'static str), &'static BTreeMap<String, Texts>>;
    static READ: OnceLock<Mutex<Read>> = OnceLock::new();
    let mut read = READ.get_or_init(Mutex::default).lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    read.entry((room.name, tongue.code())).or_insert_with(|| {
        let file = tongue.of(room.german, room.english);
        // The files are part of the program; that they can be read is tested.
        Box::leak(Box::new(toml::from_str(file).unwrap_or_default()))
    })
}

/// Fills a template's slots.
fn fill(template: &str, arguments: &[(&'static str, Argument)], tongue: Tongue) -> String {
    expand(template, arguments, tongue).trim().to_owned()
}

fn expand(template: &str, arguments: &[(&'static str, Argument)], tongue: Tongue) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find(['⟨', '{']) {
        filled.push_str(&rest[..at]);
        let opened = &rest[at..];
        if let Some(inner) = opened.strip_prefix("{{") {
            let (literal, after) = inner.split_once("}}").unwrap_or((inner, ""));
            filled.push_str(&format!("{{{literal}}}"));
            rest = after;
        } else if let Some(inner) = opened.strip_prefix('⟨') {
            let (part, after) = inner.split_once('⟩').unwrap_or((inner, ""));
            if slots(part).all(|slot| !slot_text(slot, arguments, tongue).is_empty()) {
                filled.push_str(&expand(part, arguments, tongue));
            }
            rest = after;
        } else {
            let (slot, after) = opened[1..].split_once('}').unwrap_or((&opened[1..], ""));
            filled.push_str(&slot_text(slot, arguments, tongue));
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// The slots of a template, without braces.
pub fn slots(template: &str) -> impl Iterator<Item = &str> {
    let mut rest = template;
    std::iter::from_fn(move || {
        loop {
            let opened = &rest[rest.find('{')?..];
            let literal = opened.starts_with("{{");
            let (slot, after) = opened.trim_start_matches('{').split_once('}')?;
            rest = after;
            if !literal {
                return Some(slot);
            }
        }
    })
}

fn slot_text(slot: &str, arguments: &[(&'static str, Argument)], tongue: Tongue) -> String {
    let mut parts = slot.split('|');
    let (name, kind) = split_kind(parts.next().unwrap_or(""));
    let Some((_, argument)) = arguments.iter().find(|(key, _)| *key == name) else { return String::new() };
    if let (Argument::Text(text), Some(kind)) = (argument, kind) {
        return foreign_words(kind, text, tongue);
    }
    match (argument, parts.next(), parts.next()) {
        (Argument::Number(1), Some(one), _) => one.to_owned(),
        (_, _, Some(many)) => many.to_owned(),
        (Argument::Text(text), ..) => quoted(text),
        (Argument::Number(number), ..) => number.to_string(),
        (Argument::Decimal(number), ..) => tongue.decimal(*number),
        (Argument::Date(date), ..) => tongue.date(*date),
        (Argument::Time(time), ..) => tongue.time(*time),
        (Argument::List(items), ..) => tongue.list(&items.iter().map(|item| quoted(item)).collect::<Vec<_>>()),
    }
}

/// A slot's name and the kind of words in it.
pub(crate) fn split_kind(slot: &str) -> (&str, Option<&str>) {
    slot.split_once(':').map_or((slot, None), |(name, kind)| (name, Some(kind)))
}

/// Words of the TOML parser in the reader's language.
fn foreign_words(kind: &str, text: &str, tongue: Tongue) -> String {
    let german = match kind {
        "type" => TYPES,
        _ => SYNTAX,
    };
    match (tongue, german.iter().find(|(english, ..)| text.starts_with(english))) {
        (Tongue::German, Some((_, german))) => (*german).to_owned(),
        (Tongue::German, None) => "die Schreibweise stimmt nicht".to_owned(),
        (Tongue::English, _) if kind == "type" => english_type(text),
        (Tongue::English, _) => quoted(text.lines().next().unwrap_or("")),
    }
}

fn english_type(name: &str) -> String {
    match name {
        "string" => "text".to_owned(),
        "boolean" => "true or false".to_owned(),
        "array" => "a list".to_owned(),
        "datetime" => "a date or time".to_owned(),
        "integer" => "a whole number".to_owned(),
        "float" | "number" => "a number".to_owned(),
        other => format!("a {other}"),
    }
}

/// TOML's types in German, in the accusative and nominative alike.
const TYPES: &[(&str, &str)] = &[
    ("string", "Text"),
    ("boolean", "true (ja) oder false (nein)"),
    ("integer", "eine ganze Zahl"),
    ("float", "eine Zahl mit Komma"),
    ("number", "eine Zahl"),
    ("array", "eine Liste"),
    ("table", "eine Tabelle mit eigenen Angaben"),
    ("datetime", "ein Datum oder eine Uhrzeit"),
    ("date", "ein Datum wie 2026-05-11"),
    ("time", "eine Uhrzeit wie \"15:00\""),
];

/// What the TOML parser says, by the beginning of its sentence.
const SYNTAX: &[(&str, &str)] = &[
    ("duplicate key", "dieselbe Angabe steht hier schon"),
    ("invalid basic string", "der Text hat kein schließendes Anführungszeichen"),
    ("invalid multi-line", "der mehrzeilige Text wird nicht mit drei Anführungszeichen geschlossen"),
    ("invalid literal string", "der Text hat kein schließendes Anführungszeichen"),
    ("invalid string", "der Text hat kein schließendes Anführungszeichen"),
    ("string values must be quoted", "Text gehört in Anführungszeichen"),
    ("missing value", "nach dem Gleichheitszeichen fehlt die Angabe"),
    ("key with no value", "nach dem Schlüssel fehlen Gleichheitszeichen und Angabe"),
    ("missing assignment", "zwischen Schlüssel und Angabe fehlt das Gleichheitszeichen"),
    ("extra `=`", "hier steht ein Gleichheitszeichen zu viel"),
    ("extra assignment", "hier steht ein Gleichheitszeichen zu viel"),
    ("missing comma", "zwischen zwei Angaben fehlt ein Komma"),
    ("extra comma", "hier steht ein Komma zu viel"),
    ("unclosed table", "die eckige Klammer wird nicht geschlossen"),
    ("unclosed array table", "die doppelte eckige Klammer wird nicht geschlossen"),
    ("unclosed array", "die eckige Klammer der Liste wird nicht geschlossen"),
    ("unclosed inline table", "die geschweifte Klammer wird nicht geschlossen"),
    ("invalid unquoted key", "der Schlüssel enthält ein Zeichen, das dort nicht stehen darf"),
    ("unquoted keys cannot be empty", "vor dem Gleichheitszeichen fehlt der Schlüssel"),
    ("unexpected leading zero", "eine Zahl darf nicht mit 0 beginnen"),
    ("unexpected key or value", "nach der Angabe steht noch etwas"),
    ("unexpected content", "hier steht etwas, das nicht verstanden wird"),
    ("carriage return", "die Zeile endet mit einem unvollständigen Zeilenende"),
    ("cannot recurse further", "die Klammern sind zu tief geschachtelt"),
    ("recursion limit", "die Klammern sind zu tief geschachtelt"),
];

/// Data as it may reach a terminal: no control character, no sign that turns the direction of text, and not too long.
fn quoted(text: &str) -> String {
    let clean = clean(text);
    if clean.chars().count() <= LONGEST_QUOTE {
        return clean;
    }
    let start: String = clean.chars().take(LONGEST_QUOTE).collect();
    format!("{}…", start.trim_end())
}

/// Text from the data with line ends as spaces, and every sign that could steer a terminal or turn the direction of text made visible
/// as `U+001B`.
///
/// ```
/// assert_eq!(hoerblatt::messages::clean("Titel\u{1b}[2J\nmehr"), "Titel(U+001B)[2J mehr");
/// ```
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{a0}' | '\u{202f}' => clean.push(' '),
            _ if c.is_control() || is_direction_sign(c) => clean.push_str(&format!("(U+{:04X})", u32::from(c))),
            _ => clean.push(c),
        }
    }
    clean
}

/// Signs that reorder what follows: what is read would not be what is written ("Trojan Source", CVE-2021-42574).
pub(crate) fn is_direction_sign(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_chooses_by_number_and_leaves_out_what_is_empty() {
        let fill = |template: &str, count: i64, nearest: &str| {
            fill(template, &[("count", count.into()), ("nearest", nearest.into())], Tongue::German)
        };
        let template = "{count} {count|Wort|Wörter}. ⟨Meinten Sie „{nearest}“? ⟩Ende.";
        assert_eq!(fill(template, 1, ""), "1 Wort. Ende.");
        assert_eq!(fill(template, 3, "title"), "3 Wörter. Meinten Sie „title“? Ende.");
    }

    #[test]
    fn numbers_dates_and_times_are_written_as_the_reader_writes_them() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 11).expect("a day");
        let time = chrono::NaiveTime::from_hms_opt(9, 5, 0).expect("a time");
        let arguments: [(&str, Argument); 3] = [("on", day.into()), ("at", time.into()), ("size", 16.5.into())];
        assert_eq!(fill("{on}, {at}, {size} pt", &arguments, Tongue::German), "11. Mai 2026, 9:05 Uhr, 16,5 pt");
        assert_eq!(fill("{on}, {at}, {size} pt", &arguments, Tongue::English), "11 May 2026, 9:05, 16.5 pt");
    }

    #[test]
    fn data_never_steers_the_terminal() {
        let nasty = "\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}gnp.exe";
        assert!(quoted(nasty).chars().all(|c| !c.is_control() && !is_direction_sign(c)));
        assert_eq!(quoted(&"ä".repeat(400)).chars().count(), LONGEST_QUOTE + 1);
    }
}
