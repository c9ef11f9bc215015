//! # German for Hörblatt
//!
//! Reads running text into words and values, writes values for the eye, speaks them as words with the right endings, hyphenates,
//! and knows the engine's own sentences in German.
//!
//! ```
//! use hoerblatt_de::German;
//! let german = German::default();
//! assert_eq!(german.speak_line("Zum 15. Mal am 11. Mai, 14.30 Uhr."), "Zum fünfzehnten Mal am elften Mai, vierzehn Uhr dreißig.");
//! ```
//!
//! One class of things that must be read, one file: it recognises, writes and speaks. `read.rs` holds the visible, ordered list of
//! recognisers; `spec/*.md` gives rule, reason, source and examples of each class, and runs as a test.
//!
//! | files | what |
//! |---|---|
//! | `read`, `plain`, `sentence`, `sentences`, `text` | the reader: one pass over the text, what stays as it is, where sentences end |
//! | `cardinal`, `numeral`, `number`, `fraction`, `score`, `pair`, `ordinal`, `roman`, `mixture` | numbers |
//! | `date`, `calendar`, `time`, `hours` | days, times, weekdays |
//! | `money`, `currency`, `measure`, `phone`, `identifier`, `address`, `electronic`, `reference` | amounts and addresses |
//! | `abbreviation`, `initials`, `gender`, `symbol`, `notice`, `lexicon` | words |
//! | `inflection`, `context`, `object`, `noun`, `label` | the grammar around a value |
//! | `wording`, `hyphen`, `region` | the engine's sentences, division of words, what differs between countries |
//! | `spot`, `vocabulary` | what import finds in office typing |

mod abbreviation;
mod address;
mod calendar;
mod cardinal;
mod context;
mod currency;
mod date;
mod electronic;
mod fraction;
mod gender;
mod hours;
mod hyphen;
mod identifier;
mod inflection;
mod initials;
mod label;
mod lexicon;
mod measure;
mod mixture;
mod money;
mod notice;
mod noun;
mod number;
mod numeral;
mod object;
mod ordinal;
mod pair;
mod phone;
mod plain;
mod read;
mod reference;
mod region;
mod roman;
mod score;
mod sentence;
mod sentences;
mod symbol;
mod text;
mod time;
mod wording;

pub mod spot;
pub mod vocabulary;

use hoerblatt_core::language::{Spot, Token, Vocabulary};
use hoerblatt_core::model::{LanguageTag, Lexicon, Region};
use hoerblatt_core::{Break, Grammar, Language, Speech, SpeechToken, Style, Value, Wording};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

/// What a publication decides about its German.
#[derive(Debug, Clone, Default)]
pub struct LanguageSettings {
    /// The publication's lexicon; it wins over every rule.
    pub lexicon: Lexicon,
    /// How gender forms are read.
    pub gender: Gender,
    /// The region, for what differs between countries: Austria says "Jänner", Switzerland writes "ss" and pays in "Fr.".
    pub region: Option<Region>,
}

/// How gender forms ("Bürger*innen") are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Gender {
    /// With a short pause where the sign stands: "Bürger|innen".
    #[default]
    Pause,
    /// As a pair of words: "Bürgerinnen und Bürger".
    Pair,
}

/// The German language with a publication's lexicon inside; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct German {
    pub(crate) lexicon: Arc<lexicon::Entries>,
    pub(crate) gender: Gender,
    pub(crate) keywords: Keywords,
    pub(crate) country: region::Country,
}

/// Words that need a look although nothing about their letters is unusual.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Keywords;

impl Keywords {
    pub(crate) fn contains(self, word: &str) -> bool {
        static WORDS: LazyLock<(HashSet<String>, text::Lengths)> = LazyLock::new(|| {
            let notices = notice::FORMS.iter().flat_map(|(form, _)| [(*form).to_owned(), text::capitalised(form)]);
            let words = abbreviation::keywords().chain(initials::keywords()).map(str::to_owned);
            let words: HashSet<String> = words.chain(calendar::keywords()).chain(notices).collect();
            let lengths = text::Lengths::of(words.iter().map(String::as_str));
            (words, lengths)
        });
        let (words, lengths) = &*WORDS;
        lengths.may_hold(word) && words.contains(word)
    }
}

impl German {
    /// German as a publication wants it.
    pub fn new(settings: &LanguageSettings) -> Self {
        Self {
            lexicon: Arc::new(lexicon::Entries::new(&settings.lexicon)),
            gender: settings.gender,
            keywords: Keywords,
            country: region::Country::of(settings.region.as_ref()),
        }
    }

    /// What is said for a line of text, in one line: the comparison form of `hoerblatt speak --lines`.
    ///
    /// Unchanged words keep their case and punctuation; letters of an initialism are parted by spaces, a gender pause is `|`, the
    /// groups of a telephone number are parted by commas.
    pub fn speak_line(&self, text: &str) -> String {
        self.speech_of(text).to_line()
    }

    /// What is said for a text.
    pub fn speech_of(&self, text: &str) -> Speech {
        Speech(read::Reader::new(self, text).flat_map(|token| token.spoken.0).collect::<Vec<SpeechToken>>())
    }

    /// The same settings without the lexicon, to read what the lexicon itself says.
    pub(crate) fn without_lexicon(&self) -> Self {
        Self { lexicon: Arc::default(), ..self.clone() }
    }
}

impl Language for German {
    fn tag(&self) -> LanguageTag {
        LanguageTag::new("de").expect("de is a language tag")
    }

    fn read<'p>(&'p self, prose: &'p str) -> Box<dyn Iterator<Item = Token<'p>> + 'p> {
        Box::new(read::Reader::new(self, prose))
    }

    fn sentences(&self, prose: &str) -> Vec<Range<usize>> {
        sentences::sentences(self, prose)
    }

    fn write(&self, value: &Value, style: Style) -> String {
        self.country.written(match value {
            Value::Number(number) => numeral::written(number),
            Value::Ordinal(n) => format!("{n}."),
            Value::Fraction { numerator, denominator } => format!("{numerator}/{denominator}"),
            Value::Date(date) => date::write(date, style),
            Value::Dates(first, last) => date::write_range(first, last, style),
            Value::Weekday(day) => calendar::weekday_name(*day).to_owned(),
            Value::Weekdays(first, last) => hours::weekdays(*first, *last),
            Value::Month { month, year: Some(year) } => format!("{}\u{a0}{year}", calendar::month_name(*month)),
            Value::Month { month, year: None } => calendar::month_name(*month).to_owned(),
            Value::Year(year) => year.to_string(),
            Value::Years(first, last) => format!("{first} bis {last}"),
            Value::Time(time) => time::write(*time, style),
            Value::Times(from, until) => time::write_range(*from, *until, style),
            Value::Money(money) => money::write(*money, style),
            Value::Moneys(from, to) => format!("{} bis {}", money::write(*from, style), money::write(*to, style)),
            Value::Phone(number) => phone::write(number),
            Value::Email(address) | Value::Web(address) => address.clone(),
            Value::Measure(number, unit) => measure::write(number, unit),
            Value::Numbers(from, to) => format!("{} bis {}", numeral::written(from), numeral::written(to)),
            Value::Address(address) => address::write(address),
            Value::Hours(hours) => hours::write(hours, style),
            Value::Notice(notice) => notice::word(*notice).to_owned(),
            _ => String::new(),
        })
    }

    fn speak(&self, value: &Value, grammar: Grammar) -> Speech {
        let year = |y: i32| cardinal::year(u64::from(y.unsigned_abs()));
        Speech::words(self.country.spoken(match value {
            Value::Number(number) => number::speak(number, grammar),
            Value::Ordinal(n) => ordinal::speak(*n, grammar),
            Value::Fraction { numerator, denominator } => fraction::spoken(*numerator, *denominator),
            Value::Date(date) => date::speak(date, grammar),
            Value::Dates(first, last) => date::speak_range(first, last, grammar),
            Value::Weekday(day) => calendar::weekday_name(*day).to_owned(),
            Value::Weekdays(first, last) => hours::weekdays(*first, *last),
            Value::Month { month, year } => date::speak_month(*month, *year),
            Value::Year(y) => year(*y),
            Value::Years(first, last) => format!("{} bis {}", year(*first), year(*last)),
            Value::Time(time) => time::speak(*time),
            Value::Times(from, until) => time::speak_range(*from, *until),
            Value::Money(money) => money::speak(*money, grammar),
            Value::Moneys(from, to) => format!("{} bis {}", money::speak(*from, grammar), money::speak(*to, grammar)),
            Value::Phone(number) => return phone::speak(number),
            Value::Email(address) | Value::Web(address) => return electronic::speak(address),
            Value::Measure(number, unit) => measure::speak(number, unit, grammar),
            Value::Numbers(from, to) => {
                format!("{} bis {}", number::speak(from, Grammar::default()), number::speak(to, Grammar::default()))
            }
            Value::Address(_) => return self.speech_of(&self.write(value, Style::Running)),
            Value::Hours(hours) => hours::speak(hours),
            Value::Notice(notice) => notice::word(*notice).to_owned(),
            _ => String::new(),
        }))
    }

    fn wording(&self) -> Wording {
        let german = self.clone();
        Wording::new(move |phrase| german.country.form(wording::say(&german, phrase)))
    }

    fn hyphenate(&self, word: &str) -> Vec<Break> {
        hyphen::breaks(word)
    }

    fn leads_on(&self, word: &str) -> bool {
        context::leads_on(&word.to_lowercase())
    }

    fn vocabulary(&self) -> &Vocabulary {
        static GERMAN: LazyLock<Vocabulary> = LazyLock::new(vocabulary::vocabulary);
        &GERMAN
    }

    fn spot(&self, text: &str) -> Vec<Spot> {
        spot::spot(text)
    }

    fn describe(&self, grammar: Grammar) -> String {
        inflection::Inflection::of(grammar).describe()
    }
}
