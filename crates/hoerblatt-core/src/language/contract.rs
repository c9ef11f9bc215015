//! The checks that every language runs in its own tests: `hoerblatt_core::language::contract::check(&German::default())`.

use super::{Language, TokenKind};
use crate::{
    Date, Grammar, Number, Pause, Phrase, Speech, SpeechToken, Style, Value, is_speakable,
    model::{Address, Currency, Money, PhoneNumber},
};
use chrono::{NaiveDate, NaiveTime, Weekday};

/// Runs every check and returns what was broken, one sentence each; empty for a sound language.
///
/// * tokens cover the text without gap, whatever the text;
/// * sentences end where their tokens do;
/// * spoken words are speakable (see [`is_speakable`]) and never empty for a value or phrase;
/// * `read(write(v, Running))` is one token with the value `v`;
/// * breaks lie between letters and leave at least two on each side;
/// * every phrase is written and spoken.
pub fn check(language: &dyn Language) -> Vec<String> {
    let mut broken = Vec::new();
    for text in TEXTS {
        covers(language, text, &mut broken);
        broken.extend(parted_otherwise(language, text));
    }
    for value in values() {
        round_trip(language, &value, &mut broken);
    }
    for phrase in Phrase::samples() {
        let form = language.wording().say(phrase.clone());
        if !form.spoken.0.iter().all(token_is_speakable) {
            broken.push(format!("phrase {} is not speakable: {:?}", phrase.name(), form.spoken));
        }
        if form.written.contains(|c: char| c.is_control() || c == '\u{ad}') {
            broken.push(format!("phrase {} writes a control character: {:?}", phrase.name(), form.written));
        }
    }
    for word in ["Seniorenbüros", "Veranstaltungen", "Bürger*innen", "ab", "", "ß", "Ǆ", "e\u{301}tude"] {
        for at in language.hyphenate(word) {
            let at = at.at as usize;
            let sound = word.is_char_boundary(at) && word[..at].chars().count() >= 2 && word[at..].chars().count() >= 2;
            if !sound {
                broken.push(format!("break at {at} of {word:?} is not between letters"));
            }
        }
    }
    broken
}

/// Texts that any language must survive; meaning does not matter.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\n\n",
    "a",
    ".",
    "…",
    "1",
    "1.",
    "31.02.0000",
    "٣",
    "Ⅳ",
    "e\u{301}",
    "\u{200b}x\u{ad}y",
    "👩‍👩‍👧",
    "שלום",
    "a\u{0}b",
    "11. Mai 2022, 15–17 Uhr, Tel. 030 23125-017, 2,50 €",
    "http://a..b//?&=%",
    "((((",
    "\u{feff}",
    "９９",
    "½",
    "10\u{202f}000",
];

fn covers(language: &dyn Language, text: &str, broken: &mut Vec<String>) {
    let mut at = 0;
    for token in language.read(text) {
        if token.range.start != at || token.range.end < at || text.get(token.range.clone()).is_none() {
            broken.push(format!("token {:?} leaves a gap in {text:?} at {at}", token.range));
            return;
        }
        at = token.range.end;
        if !token.spoken.0.iter().all(token_is_speakable) {
            broken.push(format!("{:?} is not speakable: {:?}", token.written, token.spoken));
        }
    }
    if at != text.len() {
        broken.push(format!("{text:?} was read only up to byte {at}"));
    }
}

/// How a language parts a text into sentences, if not where its tokens end them.
pub fn parted_otherwise(language: &dyn Language, text: &str) -> Option<String> {
    let mut ends: Vec<usize> =
        language.read(text).filter(|token| token.ends_sentence).map(|token| token.range.end).collect();
    if ends.last().copied().unwrap_or(0) < text.len() {
        ends.push(text.len());
    }
    let parted = language.sentences(text);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let same = parted.iter().cloned().eq(starts.zip(&ends).map(|(start, &end)| start..end));
    (!same).then(|| format!("{text:?} is parted at {parted:?}, its tokens end sentences at {ends:?}"))
}

fn round_trip(language: &dyn Language, value: &Value, broken: &mut Vec<String>) {
    let written = language.write(value, Style::Running);
    let value_of = |kind| if let TokenKind::Value(value) = kind { Some(value) } else { None };
    let read: Vec<Value> = language.read(&written).filter_map(|token| value_of(token.kind)).collect();
    if read.as_slice() != std::slice::from_ref(value) {
        broken.push(format!("{value:?} is written {written:?} and read as {read:?}"));
    }
    let spoken = language.speak(value, Grammar::default());
    if spoken.is_empty() || !spoken.0.iter().all(token_is_speakable) {
        broken.push(format!("{value:?} is spoken {spoken:?}"));
    }
}

fn token_is_speakable(token: &SpeechToken) -> bool {
    match token {
        SpeechToken::Words(words) | SpeechToken::Sounds { words, .. } => is_speakable(words),
        SpeechToken::Spell(letters) => letters.iter().all(|l| is_speakable(l)),
        SpeechToken::Foreign(_, inner) | SpeechToken::Strong(inner) => inner.iter().all(token_is_speakable),
        SpeechToken::Pause(_) => true,
    }
}

/// Whether every word of a speech may be said; for tests of what was made of a language.
pub fn speech_is_speakable(speech: &Speech) -> bool {
    speech.0.iter().all(token_is_speakable)
}

fn values() -> Vec<Value> {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
    let time = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time");
    let phone = |text| Value::Phone(PhoneNumber::parse(text).expect("a number"));
    vec![
        Value::Date(Date::plain(day(2022, 5, 11))),
        Value::Date(Date::with_weekday(day(2026, 2, 28))),
        Value::Dates(Date::plain(day(2026, 10, 8)), Date::plain(day(2026, 10, 14))),
        Value::Time(time(15, 0)),
        Value::Time(time(9, 30)),
        Value::Times(time(15, 0), time(17, 30)),
        Value::Money(Money::new(250, Currency::Eur)),
        Value::Money(Money::new(120_000, Currency::Eur)),
        phone("030 23125-017"),
        phone("+49 30 23125017"),
        phone("115"),
        Value::Email("seniorenbuero@musterstadt.example".into()),
        Value::Web("https://www.musterstadt.example/termine".into()),
        Value::Measure(Number::from(5), "km".into()),
        Value::Month { month: 5, year: Some(2026) },
        Value::Weekdays(Weekday::Mon, Weekday::Fri),
        Value::Address(Address {
            street: Some("Märkische Straße 24".into()),
            postcode: Some("44141".into()),
            town: Some("Dortmund".into()),
        }),
    ]
}

/// Every kind of pause, for tests of channels.
pub const PAUSES: &[Pause] =
    &[Pause::Gender, Pause::Group, Pause::Clause, Pause::Sentence, Pause::Item, Pause::Paragraph, Pause::Section];
