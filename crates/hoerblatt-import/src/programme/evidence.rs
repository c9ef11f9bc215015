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

use super::parts::{Part, Sign, field_of};
use crate::{gazetteer::Gazetteer, lines::plain};
use hoerblatt_core::language::{Field, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// What a recogniser needs to weigh words: the language's endings by their last letters, and the districts.
pub(crate) struct Words<'v> {
    pub vocabulary: &'v Vocabulary,
    pub gazetteer: &'v Gazetteer,
    events: BTreeSet<&'v str>,
    places: BTreeSet<&'v str>,
    prepositions: BTreeSet<&'v str>,
    articles: BTreeSet<&'v str>,
    vetoes: Phrases<'v>,
    headings: Phrases<'v>,
    past: BTreeSet<&'v str>,
    announcing: BTreeSet<&'v str>,
    recurring: BTreeSet<&'v str>,
    longest: usize,
}

/// Phrases by their first word, so that a text is looked through once.
struct Phrases<'v>(BTreeMap<&'v str, Vec<&'v str>>);

impl<'v> Phrases<'v> {
    fn new(phrases: &[&'v str]) -> Self {
        let mut by_first: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for phrase in phrases {
            let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
            by_first.entry(first).or_default().push(rest);
        }
        Self(by_first)
    }

    /// Whether one of them stands in a text of small letters, at words' ends.
    fn stands_in(&self, text: &str) -> bool {
        let edge = |c: char| !c.is_alphanumeric();
        let mut at = 0;
        for word in text.split_inclusive(edge) {
            at += word.len();
            let Some(rests) = self.0.get(word.trim_end_matches(edge)) else { continue };
            let after = text[at..].trim_start_matches(edge);
            let follows = |rest: &&str| {
                after
                    .strip_prefix(*rest)
                    .is_some_and(|more| rest.is_empty() || !more.starts_with(char::is_alphanumeric))
            };
            if rests.iter().any(follows) {
                return true;
            }
        }
        false
    }
}

impl<'v> Words<'v> {
    pub(crate) fn new(vocabulary: &'v Vocabulary, gazetteer: &'v Gazetteer) -> Self {
        let events: BTreeSet<_> = vocabulary.event_endings.iter().copied().collect();
        let places: BTreeSet<_> = vocabulary.place_endings.iter().copied().collect();
        let longest = events.iter().chain(&places).map(|word| word.len()).max().unwrap_or(0);
        Self {
            events,
            places,
            prepositions: vocabulary.place_prepositions.iter().copied().collect(),
            articles: vocabulary.articles.iter().copied().collect(),
            vetoes: Phrases::new(&vocabulary.not_an_event),
            headings: Phrases::new(&vocabulary.programme_headings),
            past: vocabulary.past.iter().copied().collect(),
            announcing: vocabulary.announcing.iter().copied().collect(),
            recurring: vocabulary.recurring.iter().copied().collect(),
            longest,
            vocabulary,
            gazetteer,
        }
    }

    /// Whether a word names an event; a "Bürgertreff" is a place, because that is the longer of its two endings.
    pub(crate) fn names_event(&self, word: &str) -> bool {
        let event = self.ending(&self.events, word);
        event > 0 && event >= self.ending(&self.places, word)
    }

    pub(crate) fn names_place(&self, word: &str) -> bool {
        self.ending(&self.places, word) > 0
    }

    pub(crate) fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(word)
    }

    /// Whether a noun behind a small word leads to no place: "im Rahmen", "im Anschluss".
    pub(crate) fn leads_no_place(&self, word: &str) -> bool {
        self.vocabulary.no_places.contains(&word.to_lowercase().as_str())
    }

    /// Whether a small word stands before what somebody is invited to: "zum", "mit".
    pub(crate) fn leads_to_event(&self, word: &str) -> bool {
        self.vocabulary.occasions.contains(&word)
    }

    pub(crate) fn is_article(&self, word: &str) -> bool {
        self.articles.contains(word)
    }

    /// The first name of a field, by which a label is written.
    pub(crate) fn name_of(&self, field: Field) -> Option<&'v str> {
        self.vocabulary.fields.iter().find(|(_, known)| *known == field).map(|(name, _)| *name)
    }

    /// The field named at the beginning of a line, and where its value begins.
    pub(crate) fn label(&self, text: &str) -> Option<(Field, usize)> {
        if let Some((field, end)) = pictogram(text) {
            return Some((field, end));
        }
        if let Some(colon) = text.find([':', '\t']).filter(|&colon| colon <= 40) {
            let spaced = text[colon + 1..].starts_with(char::is_whitespace) || colon + 1 == text.len();
            let field = field_of(&plain(&text[..colon]), self.vocabulary).filter(|_| spaced);
            return field.map(|field| (field, (colon + 1).min(text.len())));
        }
        // "Wann 11. Mai", "Wo Rathaus": question words need no colon.
        let (first, rest) = text.split_once(' ')?;
        let value = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let field = field_of(&plain(first), self.vocabulary)?;
        let question = matches!(field, Field::When)
            || (first.chars().count() <= 3 && matches!(field, Field::Place | Field::Title | Field::Description));
        (question && value).then_some((field, first.len()))
    }

    /// Whether a text speaks of office hours, deadlines, bus lines and the like.
    pub(crate) fn is_look_alike(&self, text: &str) -> bool {
        self.vetoes.stands_in(&text.to_lowercase())
    }

    /// Whether a heading or a line before a list promises a programme.
    pub(crate) fn promises_programme(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.headings.stands_in(&text) && !self.vetoes.stands_in(&text)
    }

    /// Whether a sentence tells of the past.
    pub(crate) fn tells_past(&self, text: &str) -> bool {
        any_word(text, &self.past)
    }

    /// Whether a sentence announces something.
    pub(crate) fn announces(&self, text: &str) -> bool {
        any_word(text, &self.announcing)
    }

    /// Whether something comes back without a date: "jeden Mittwoch".
    pub(crate) fn recurs(&self, text: &str) -> bool {
        any_word(text, &self.recurring)
    }

    /// How long the longest of the endings is that a word has; 0 where it has none.
    fn ending(&self, endings: &BTreeSet<&str>, word: &str) -> usize {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        // A name of a thing is written with a capital; "machten" and "einladen" end like venues, too.
        if !word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return 0;
        }
        let word = word.to_lowercase();
        let mut starts = word.char_indices().map(|(at, _)| at).filter(|&at| word.len() - at <= self.longest);
        starts.find(|&at| endings.contains(&word[at..])).map_or(0, |at| word.len() - at)
    }

    /// The event that a headline announces: what it quotes, what it invites to, else all of it.
    pub(crate) fn event_in(&self, headline: &str) -> String {
        if let Some(quoted) = super::prose::quoted(headline) {
            return quoted;
        }
        let mut rest = headline;
        let mut announced = false;
        while let Some((word, more)) = rest.split_once(' ') {
            let named = more.split([' ', '-']).take(2).any(|word| self.names_event(word));
            if announced && word.starts_with(char::is_lowercase) && more.starts_with(char::is_uppercase) && named {
                return more.to_owned();
            }
            announced |= self.announces(word);
            rest = more;
        }
        headline.to_owned()
    }

    /// The words before a preposition inside: in "Tanzcafé im Bürgerhaus" only "Tanzcafé" tells what the piece is.
    pub(crate) fn head<'t>(&self, text: &'t str) -> &'t str {
        let mut at = 0;
        for word in text.split_inclusive(' ') {
            if at > 0 && self.is_preposition(word.trim()) {
                return &text[..at];
            }
            at += word.len();
        }
        text
    }

    /// How much speaks for a place; 2 and more is convincing.
    pub(crate) fn place(&self, part: &Part) -> f32 {
        let text = part.text.as_str();
        let mut score = self.place_words(text);
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
        if self.gazetteer.find_labelled(text, self.vocabulary).is_some() {
            return 6.0;
        }
        let mut words = text.split_whitespace();
        let first = words.next().unwrap_or("");
        let mut score = 0.0;
        let leads = self.is_preposition(&first.to_lowercase());
        if leads && first.starts_with(char::is_lowercase) && words.clone().next().is_some() {
            score += 2.5;
        } else if leads {
            // "Treffpunkt Reinoldikirche": the label without its colon.
            let label = field_of(&first.to_lowercase(), self.vocabulary) == Some(Field::Place);
            score += if label && words.clone().next().is_some() { 3.0 } else { 0.8 };
        }
        let head = if leads { text } else { self.head(text) };
        if head.split([' ', '/']).any(|word| self.names_place(word)) {
            score += 2.0;
        }
        // "Bahnhof Aplerbeck", "Haltepunkt Kruckel": the name of a district or a part of one behind the first word.
        let named = text.split_whitespace().skip(1).any(|word| self.gazetteer.find(word).is_some());
        if named && !head.split([' ', '-']).any(|word| self.names_event(word)) {
            score += 1.5;
        }
        let all: Vec<&str> = text.split_whitespace().collect();
        let number = |word: &&str| {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase()).trim_end_matches(',');
            !digits.is_empty() && digits.len() <= 5 && digits.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        };
        let numbered = all.len() >= 2 && all[1..].iter().any(number) && all[0].starts_with(char::is_uppercase);
        let street = numbered && all.iter().any(|w| self.names_place(w.trim_end_matches('.')));
        if street || all.first().is_some_and(|w| w.len() == 5 && number(w)) && all.len() >= 2 {
            score += 3.0;
        }
        score
    }

    /// How much speaks for a title.
    pub(crate) fn title(&self, part: &Part) -> f32 {
        let text = part.text.as_str();
        let mut score = 0.0;
        if part.quoted || text.contains(['„', '»']) {
            score += 4.0;
        }
        if self.head(text).split([' ', '-', '/']).any(|word| self.names_event(word)) {
            score += 2.0;
        }
        if text.contains(['!', '?']) {
            score += 1.5;
        }
        let words: Vec<&str> = text.split_whitespace().collect();
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
        if part.before == Sign::Bracket && part.after == Sign::Bracket {
            score -= 2.0;
        }
        score
    }
}

/// The field that a picture sign at the beginning of a line stands for, as posts in social networks use them, and where its value begins.
pub(crate) fn pictogram(text: &str) -> Option<(Field, usize)> {
    let sign = text.chars().next().filter(|sign| *sign >= '\u{231a}')?;
    let field = match sign {
        '📅' | '📆' | '🗓' => Field::When,
        '⏰' | '⌚' | '⏱' | '⏲' | '🕐'..='🕧' => Field::Time,
        '📍' | '📌' | '🏠' | '🏡' | '🏢' | '🏛' | '🗺' | '🧭' => Field::Place,
        '💶' | '💰' | '🎟' | '🎫' | '💵' => Field::Admission,
        '📞' | '☎' | '📱' => Field::Phone,
        '📧' | '✉' | '📩' => Field::Email,
        '🌐' | '🔗' => Field::Web,
        '📝' | '🖊' | '✍' => Field::Registration,
        _ => return None,
    };
    let rest = text[sign.len_utf8()..].trim_start_matches(['\u{fe0f}', ':', ' ', '\u{a0}']);
    Some((field, text.len() - rest.len()))
}

fn any_word(text: &str, words: &BTreeSet<&str>) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| !word.is_empty() && words.contains(word.to_lowercase().as_str()))
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
