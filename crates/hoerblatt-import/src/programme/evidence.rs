//! What speaks for a title, what for a place, what for an event at all? Every weight of the recogniser stands here.
//!
//! An entry's pieces compete for two roles. Each sign is weak by itself; their sum, and the agreement of the entries of one list, decides.
//!
//! | for a place | weight | for a title | weight |
//! |---|---|---|---|
//! | it is a district of the gazetteer | 6 | it stands in quotation marks | 4 |
//! | a word ends like a venue ("haus", "platz") | 2 | a word ends like an event ("fest", "vortrag") | 2 |
//! | a small preposition leads it ("im", "in der") | 2.5 | it holds "!" or "?" | 1.5 |
//! | a district's name stands inside | 1.5 | | |
//! | a house number or postcode | 3 | a small word inside ("mit", "für", "und") | 0.7 |
//! | it stands in brackets behind the rest | 1.5 | it stands behind a colon | 0.8 |
//! | it stands last, behind a comma or dash | 0.7 | it stands first | 0.5 |
//! | up to four words between date and colon | 1 | more than four words | 0.8 |
//!
//! For an entry as a whole see [`Worth`].

use super::{
    kinds::{Kind, Kinds},
    parts::{Part, Sign},
    phrase::{Phrase, Word},
    words::Words,
};
use hoerblatt_core::language::Field;

impl Words<'_> {
    /// How much speaks for a place in a text by itself; 2 and more is convincing.
    pub(crate) fn place_words(&self, text: &str) -> f32 {
        let district = self.gazetteer.find_labelled(text, self).is_some();
        if district { DISTRICT } else { self.place_in(&Phrase::new(text, self)) }
    }

    /// The same for what is no name of a district.
    pub(super) fn place_in(&self, phrase: &Phrase<'_>) -> f32 {
        let Some(first) = phrase.words().first() else { return 0.0 };
        let several = phrase.words().len() > 1;
        if phrase.describes() {
            return 0.0;
        }
        let mut score = 0.0;
        let leads = first.folded.is(Kind::Preposition) && !phrase.leads_elsewhere();
        if leads && first.text.starts_with(char::is_lowercase) && several {
            score += 2.5;
        } else if leads {
            // "Treffpunkt Reinoldikirche": the label without its colon.
            let label = self.field(first.text) == Some(Field::Place);
            score += if label && several { 3.0 } else { 0.8 };
        }
        let head = if leads { phrase.words() } else { phrase.head() };
        if head.iter().any(|word| word.place) {
            score += 2.0;
        }
        // "Bahnhof Aplerbeck", "Haltepunkt Kruckel": the name of a district or a part of one behind the first word.
        let named = |word: &Word<'_>| word.kinds == Kinds::default() && self.gazetteer.find(word.text).is_some();
        let named = phrase.words()[1..].iter().any(named);
        if named && !head.iter().any(|word| word.event) {
            score += 1.5;
        }
        if is_address(phrase, self) {
            score += 3.0;
        }
        score
    }

    /// How much speaks for a title, but for where it stands.
    pub(super) fn title_in(&self, phrase: &Phrase<'_>) -> f32 {
        let text = phrase.text;
        let inner = phrase.words().iter().skip(1).filter(|word| word.text.starts_with(char::is_lowercase));
        let mut score = 0.0;
        if phrase.head().iter().any(|word| word.event) {
            score += 2.0;
        }
        if text.contains(['!', '?']) {
            score += 1.5;
        }
        if inner.clone().any(|word| !word.kinds.is_any(&[Kind::Article, Kind::Preposition])) {
            score += 0.7;
        }
        if phrase.words().len() > 4 {
            score += 0.8;
        }
        if text.starts_with(char::is_lowercase) {
            score -= 1.5;
        }
        if phrase.counts() {
            score -= 2.0;
        }
        // "Laternen bitte mitbringen!"
        if inner.clone().any(|word| self.is_remark(word.text)) {
            score -= 2.0;
        }
        score
    }
}

/// How much speaks for a place in a piece, by its words and by where it stands.
pub(super) fn place(part: &Part<'_>, by_words: f32) -> f32 {
    let mut score = by_words;
    if part.before == Sign::Bracket && part.after == Sign::Bracket {
        score += 1.5;
    }
    if part.after == Sign::Line && matches!(part.before, Sign::Comma | Sign::Dash | Sign::Bar) {
        score += 0.7;
    }
    score
}

/// The same for a title.
pub(super) fn title(part: &Part<'_>, by_words: f32) -> f32 {
    let mut score = by_words;
    if part.quoted || part.text.contains(['„', '»']) {
        score += 4.0;
    }
    if part.before == Sign::Colon {
        score += 0.8;
    }
    if part.before == Sign::Line {
        score += 0.5;
    }
    if part.before == Sign::Bracket && part.after == Sign::Bracket {
        score -= 2.0;
    }
    score
}

/// "Märkische Straße 24", "44135 Dortmund".
fn is_address(phrase: &Phrase<'_>, words: &Words<'_>) -> bool {
    let [first, rest @ ..] = phrase.words() else { return false };
    if rest.is_empty() || !phrase.text.contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–')) {
        return false;
    }
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase()).trim_end_matches(',');
        !digits.is_empty() && digits.len() <= 5 && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–'))
    };
    let numbered = rest.iter().any(|word| number(word.text)) && first.text.starts_with(char::is_uppercase);
    let street = || phrase.words().iter().any(|word| words.names_place(word.text.trim_end_matches('.')));
    numbered && street() || first.text.len() == 5 && number(first.text)
}

/// What the name of a district weighs for a place.
pub(super) const DISTRICT: f32 = 6.0;

/// What speaks for taking an entry as an event; it is one from [`Worth::ENOUGH`].
///
/// | sign | weight |
/// |---|---|
/// | it has a title and a day | 2 |
/// | a label or a column names its day | 2 |
/// | the line begins with the date, or stands in a list | 1 |
/// | a time | 1 |
/// | a place or a district | 1 |
/// | each further entry of the same shape beside it (up to two) | 0.5 |
/// | a heading such as "Programm" above | 1.5 |
/// | a word of an event in the title | 0.5 |
/// | a word such as "Anmeldeschluss", "Linie", "Öffnungszeiten" in entry or heading | −4 |
/// | the day lies well before the news | −4 |
/// | it tells of the past | −2 |
/// | half of the list are deadlines, hours and the like | −4 |
/// | nothing but "Programm" for a title, and no time | −4 |
/// | running text | −2 |
/// | it stands below "Weitere Nachrichten" | −6 |
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Worth(pub f32);

impl Worth {
    /// From here an entry is an event.
    pub(crate) const ENOUGH: f32 = 3.0;
}
