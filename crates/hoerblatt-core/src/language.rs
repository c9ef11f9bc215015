//! What must a language do?
//!
//! One crate per language implements [`Language`]; only [`compose`](crate::compose) and import ever call it. Everything after the
//! [`Document`](crate::Document) speaks through [`Form`](crate::Form)s and [`Wording`].

use crate::{Break, Grammar, Speech, Style, Value, Wording, model::LanguageTag};
use std::{borrow::Cow, ops::Range};

pub mod contract;
pub mod pseudo;

/// A language, with the publication's lexicon already inside.
pub trait Language: Send + Sync {
    /// Its tag.
    fn tag(&self) -> LanguageTag;

    /// Reads running text, lazily: the tokens' ranges follow each other without gap and cover the text to the last byte.
    ///
    /// The text is NFC without markup; line breaks part list items or lines, and end a sentence.
    fn read<'p>(&'p self, prose: &'p str) -> Box<dyn Iterator<Item = Token<'p>> + 'p>;

    /// Parts running text into its sentences, the spaces behind each included: the ranges follow each other without gap and cover the text.
    ///
    /// They end where tokens of [`read`](Self::read) end one. A language may know so without making the tokens.
    fn sentences(&self, prose: &str) -> Vec<Range<usize>> {
        let ends = self.read(prose).filter(|token| token.ends_sentence).map(|token| token.range.end);
        let mut start = 0;
        let mut sentences: Vec<Range<usize>> = ends.map(|end| std::mem::replace(&mut start, end)..end).collect();
        if start < prose.len() {
            sentences.push(start..prose.len());
        }
        sentences
    }

    /// A value for the eye. No-break spaces (U+00A0, U+202F) hold together what must not part over lines.
    fn write(&self, value: &Value, style: Style) -> String;

    /// A value for the ear, in the given grammar.
    fn speak(&self, value: &Value, grammar: Grammar) -> Speech;

    /// The sentences the engine itself says and prints.
    fn wording(&self) -> Wording;

    /// Where a word may be divided, with the cost of each place; empty for a word that stays whole.
    fn hyphenate(&self, word: &str) -> Vec<Break>;

    /// Whether a word leads on to the next one, as articles and prepositions do. A line of a heading does not end with such a word.
    fn leads_on(&self, _word: &str) -> bool {
        false
    }

    /// Words by which import finds its way in an office's files.
    fn vocabulary(&self) -> &Vocabulary;

    /// Finds the dates, times and notices in an office's text, in order and without overlap.
    ///
    /// Wider than [`read`](Self::read): what is spoken must never be guessed, but what is imported may be, because a person sees it
    /// before it is published. So a language may accept here what people mistype (`ab 21.00Uhr`), days that share a month (`7. + 8.
    /// September` gives two dates) and days that do not exist; and it need not make speech, which import does not use.
    fn spot(&self, text: &str) -> Vec<Spot> {
        let found = |token: Token<'_>| match token.kind {
            TokenKind::Value(value) if Spot::holds(&value) => {
                Some(Spot { range: token.range, value, bound: Bound::On })
            }
            _ => None,
        };
        self.read(text).filter_map(found).collect()
    }

    /// A grammar in words, for `speak --why`: "Dativ, schwach".
    fn describe(&self, grammar: Grammar) -> String {
        format!("{:#x}", grammar.bits())
    }
}

/// A piece of running text: what stands there, what it means, how it is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Token<'p> {
    /// Its bytes in the prose.
    pub range: Range<usize>,
    /// For the eye: as the author wrote it, spaces and punctuation included, with no-break spaces where a unit must stay whole.
    pub written: Cow<'p, str>,
    /// For the ear; empty for signs that are not said (bullets, decoration).
    pub spoken: Speech,
    /// What it is.
    pub kind: TokenKind,
    /// Why it is said so; `None` for text that is said as it is written.
    pub why: Option<Why>,
    /// Whether a sentence ends with this token.
    pub ends_sentence: bool,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum TokenKind {
    /// Words, with the spaces and punctuation between them.
    Words,
    /// A value.
    Value(Value),
    /// A short form that stands for something longer; the text is what it stands for.
    Abbreviation(String),
    /// A word of another language, as the lexicon says.
    Foreign(LanguageTag),
    /// Something the language could not read; `check` names it. It is said as well as can be.
    Unreadable,
}

/// Why a token is said as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why {
    /// The class that recognised it: `date`, `ordinal`, `gender` …
    pub class: &'static str,
    /// The rule within the class, as named on its spec page.
    pub rule: &'static str,
    /// The grammar it is said in.
    pub grammar: Grammar,
}

/// A date, a time or a notice that stands in an office's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its bytes, with the weekday and the small words that belong to it ("am", "von", "Uhr").
    pub range: Range<usize>,
    /// What it says: one of the kinds for which [`Spot::holds`].
    pub value: Value,
    /// Whether it is the time itself or a bound.
    pub bound: Bound,
}

impl Spot {
    /// Whether a value tells when or whether something takes place.
    pub fn holds(value: &Value) -> bool {
        use Value::{Date, Dates, Month, Notice, Time, Times, Weekday, Weekdays};
        matches!(
            value,
            Date(_) | Dates(..) | Time(_) | Times(..) | Weekday(_) | Weekdays(..) | Month { .. } | Notice(_)
        )
    }
}

/// How a date or time bounds what it stands with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// It is the day or the time: "am 3. Mai".
    On,
    /// It begins then: "ab 3. Mai", "ab 22 Uhr".
    From,
    /// It is over then, a deadline: "bis zum 3. Mai".
    Until,
    /// It was planned for then: "statt am 3. Mai", "ursprünglich 3. Mai".
    Former,
}

/// A part of an article that an office's file may label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is the part of the article of the same name")]
pub enum ArticlePart {
    Kicker,
    Headline,
    NewsDate,
    Teaser,
    Body,
    Caption,
    Credit,
    Licence,
    Portal,
    Notice,
}

/// Words of a language by which import recognises the parts of an office's files; all lower case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    /// Column and label names: ("datum", Field::Date), ("wo", Field::Place) …
    pub fields: Vec<(&'static str, Field)>,
    /// Words before a place: "in", "im", "ort" …
    pub place_prepositions: Vec<&'static str>,
    /// Headings above a programme: "programm", "termine", "veranstaltungen" …
    pub programme_headings: Vec<&'static str>,
    /// Words that tell that a line is no event: office hours, bus lines, deadlines.
    pub not_an_event: Vec<&'static str>,
    /// Words before the date of a news item: "nachricht vom", "stand" …
    pub news_date: Vec<&'static str>,
    /// Words before a picture's credit: "foto", "bild" …
    pub picture_credit: Vec<&'static str>,
    /// Beginnings of legal notices: "dieser beitrag befasst sich" …
    pub notice_beginnings: Vec<&'static str>,
    /// Words that say that several dates share what follows: "jeweils".
    pub each: Vec<&'static str>,
    /// Words that speak of a whole programme: "alle", "sämtliche" …
    pub whole: Vec<&'static str>,
    /// Words of sentences that tell where something takes place: "statt", "gezeigt" …
    pub taking_place: Vec<&'static str>,
    /// What makes a place the exception and not the rule: "bei regen" …
    pub exceptions: Vec<&'static str>,
    /// First words of what describes an event and names no place: "mit", "von" …
    pub describing: Vec<&'static str>,
    /// Beginnings of the line that greets the readers: "liebe", "sehr geehrte" …
    pub greetings: Vec<&'static str>,
    /// Labels of the parts of an article: ("überschrift", Headline), ("dachzeile", Kicker) …
    pub article_labels: Vec<(&'static str, ArticlePart)>,
    /// Words at the beginning of a remark about an event: ("eintritt", Admission), ("anmeldung", Registration) …
    pub remarks: Vec<(&'static str, Field)>,
    /// Ends of words that name an event: "fest", "konzert" …
    pub event_endings: Vec<&'static str>,
    /// Ends of words that name a venue: "haus", "platz" …
    pub place_endings: Vec<&'static str>,
    /// Small words before what somebody is invited to: "zum", "zur", "mit" …
    pub occasions: Vec<&'static str>,
    /// Nouns behind a small word that lead to no place: "(im) Rahmen", "(im) Anschluss".
    pub no_places: Vec<&'static str>,
    /// Words before or after the name of a district: "stadtbezirk", "ortsteil" …
    pub district_words: Vec<&'static str>,
    /// Words that join facts and say nothing by themselves: "und", "bis", "uhr" …
    pub joints: Vec<&'static str>,
    /// Words by which a publisher's page or office calls itself: "portal", "pressestelle" …
    pub senders: Vec<&'static str>,
    /// Senders that are one only beside a name: "Stadt (Unna)", but "Kulturhauptstadt".
    pub bodies: Vec<&'static str>,
    /// Ends of place names, for headings above lists: "stadt", "dorf" …
    pub town_endings: Vec<&'static str>,
    /// Articles and other small words between a preposition and a place: "der", "dem" …
    pub articles: Vec<&'static str>,
    /// Articles between a noun and the one it belongs to: "(Haus) der (Begegnung)".
    pub genitive_articles: Vec<&'static str>,
    /// Words that stand behind the number of what they count: "jahre", "euro".
    pub counted: Vec<&'static str>,
    /// Prepositions that hold their article: "im", "am" …
    pub fused_articles: Vec<&'static str>,
    /// Endings of adjectives that the word before them bends: "(in der) alten (Turnhalle)".
    pub adjective_endings: Vec<&'static str>,
    /// Words that tell that a sentence announces an event: "findet", "lädt", "beginnt" …
    pub announcing: Vec<&'static str>,
    /// Words that tell that a sentence is about the past: "wurde", "fand", "damals" …
    pub past: Vec<&'static str>,
    /// Names of feast days, as they stand before their date: "karfreitag", "rosenmontag" …
    pub day_names: Vec<&'static str>,
    /// Words that deny what follows: "nicht (im Saal, sondern …)".
    pub negations: Vec<&'static str>,
    /// Articles before what is not known yet: "(an) einem (anderen Haus)".
    pub indefinite: Vec<&'static str>,
    /// Words that go on with the phrase before a comma: "(weniger Lärm,) mehr (Grün)".
    pub turns: Vec<&'static str>,
    /// Words of recurrence without dates: "jeden", "wöchentlich" …
    pub recurring: Vec<&'static str>,
    /// Beginnings of lines that belong to the page, not to the article: "zum inhalt springen" …
    pub furniture: Vec<&'static str>,
    /// Headings above links to other articles: "weitere nachrichten" …
    pub related_headings: Vec<&'static str>,
    /// Beginnings of the line that leads on: "weitere informationen" …
    pub link_beginnings: Vec<&'static str>,
}

/// A field of an event in an office's table or form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is the model field of the same name")]
pub enum Field {
    Date,
    UntilDate,
    Time,
    From,
    Until,
    When,
    District,
    Place,
    Address,
    Title,
    Description,
    Admission,
    Registration,
    Access,
    Status,
    Organiser,
    Phone,
    Email,
    Web,
}
