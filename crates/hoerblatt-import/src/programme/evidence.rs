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
    parts::{Part, Sign},
    words::{Kind, Words},
};
use crate::scan::Scan;
use hoerblatt_core::language::Field;

impl Words<'_> {
    /// How much speaks for a place, by the words of a piece and where it stands; 2 and more is convincing.
    pub(crate) fn place(&self, part: &Part, by_words: f32) -> f32 {
        let mut score = by_words;
        if part.before == Sign::Bracket && part.after == Sign::Bracket {
            score += 1.5;
        }
        if part.after == Sign::Line && matches!(part.before, Sign::Comma | Sign::Dash | Sign::Bar) {
            score += 0.7;
        }
        score
    }

    /// The same for a text by itself.
    pub(crate) fn place_words(&self, text: &str) -> f32 {
        self.place_words_of(text, self.gazetteer.find_labelled(text, self).is_some())
    }

    /// The same where it is known whether the text is the name of a district.
    pub(crate) fn place_words_of(&self, text: &str, district: bool) -> f32 {
        if district {
            return 6.0;
        }
        let mut words = text.spaced();
        let first = words.next().unwrap_or("");
        if self.describes(text) {
            return 0.0;
        }
        let mut score = 0.0;
        let leads = self.kinds_folded(first).is(Kind::Preposition) && !self.leads_elsewhere(text);
        if leads && first.starts_with(char::is_lowercase) && words.clone().next().is_some() {
            score += 2.5;
        } else if leads {
            // "Treffpunkt Reinoldikirche": the label without its colon.
            let label = self.field(first) == Some(Field::Place);
            score += if label && words.clone().next().is_some() { 3.0 } else { 0.8 };
        }
        let head = if leads { text } else { self.owner(self.head(text)) };
        if head.split([' ', '/']).any(|word| self.names_place(word)) {
            score += 2.0;
        }
        // "Bahnhof Aplerbeck", "Haltepunkt Kruckel": the name of a district or a part of one behind the first word.
        let named = text.spaced().skip(1).any(|word| self.gazetteer.find(word).is_some());
        if named && !head.pieces().any(|word| self.names_event(word)) {
            score += 1.5;
        }
        if !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–')) {
            return score;
        }
        let all: Vec<&str> = text.spaced().collect();
        let number = |word: &&str| {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase()).trim_end_matches(',');
            !digits.is_empty()
                && digits.len() <= 5
                && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–'))
        };
        let numbered = all.len() >= 2 && all[1..].iter().any(number) && all[0].starts_with(char::is_uppercase);
        let street = numbered && all.iter().any(|w| self.names_place(w.trim_end_matches('.')));
        if street || all.first().is_some_and(|w| w.len() == 5 && number(w)) && all.len() >= 2 {
            score += 3.0;
        }
        score
    }

    /// "ab 10 Jahren", "auf 20 Plätze", "am Gründonnerstag": what a small word leads to is a number or a day and no venue.
    pub(crate) fn leads_elsewhere(&self, text: &str) -> bool {
        let second = text.spaced().nth(1).unwrap_or("");
        let counted = second.starts_with(|c: char| c.is_ascii_digit());
        counted && !text.split([' ', '/']).any(|word| self.names_place(word))
            || self.kinds_folded(second).is(Kind::DayName)
    }

    /// How much speaks for a title.
    pub(crate) fn title(&self, part: &Part) -> f32 {
        let text = part.text.as_str();
        let mut score = 0.0;
        if part.quoted || text.contains(['„', '»']) {
            score += 4.0;
        }
        if self.owner(self.head(text)).split([' ', '-', '/']).any(|word| self.names_event(word)) {
            score += 2.0;
        }
        if text.contains(['!', '?']) {
            score += 1.5;
        }
        let words: Vec<&str> = text.spaced().collect();
        if words
            .iter()
            .skip(1)
            .any(|w| w.starts_with(char::is_lowercase) && !self.is_article(w) && !self.is_preposition(w))
        {
            score += 0.7;
        }
        if words.len() > 4 {
            score += 0.8;
        }
        if part.before == Sign::Colon {
            score += 0.8;
        }
        if part.before == Sign::Line {
            score += 0.5;
        }
        if text.starts_with(char::is_lowercase) {
            score -= 1.5;
        }
        // "Laternen bitte mitbringen!"
        if words.iter().skip(1).any(|word| word.starts_with(char::is_lowercase) && self.is_remark(word)) {
            score -= 2.0;
        }
        if part.before == Sign::Bracket && part.after == Sign::Bracket {
            score -= 2.0;
        }
        score
    }
}

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
