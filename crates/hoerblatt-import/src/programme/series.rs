//! What the article says once for all entries of a list: "Alle Vorträge beginnen um 18 Uhr im Haus der Begegnung."
//!
//! An entry without a venue of its own gets the one that the article ties to the programme. The plainest tie counts; of several, the one
//! nearest to the list; of two that are equally near, none.

use super::{
    Finder, Programme,
    kinds::{Kind, Kinds},
    mark::Mark,
    parts::EntryLine,
    prose::{quotations, sentences},
    segment::is_day,
    venue::{self, district_inside, labelled_venue, venue_inside},
    when::{self, Stretch},
    words::Words,
};
use crate::{
    event::ImportedEvent,
    limits::LONGEST_ENTRY,
    lines::{Line, Shape, bare},
    scan::Scan,
};
use hoerblatt_core::{
    Value,
    language::{Bound, Field},
};
use std::ops::Range;

/// So many sayings before and behind a list are weighed; more would cost time that grows with the square of the text.
const HEARD_WITHIN: usize = 50;

/// A sentence that names a place's field does so in its first words: "Der Treffpunkt".
const LABEL_WITHIN: usize = 3;

/// Kinds of words of which one at least stands in every sentence that speaks of a whole programme.
const SAYS: [Kind; 5] = [Kind::Each, Kind::Whole, Kind::TakingPlace, Kind::Announcing, Kind::PlaceLabel];

/// How plainly a sentence ties a venue to the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    /// "Vorhang auf: Die neue Spielzeit im Stadttheater"
    Heading,
    /// "Der Heimatverein lädt zu seinen Vorträgen in das Alte Rathaus ein."
    Announced,
    /// "Gezeigt werden die Filme am Schlossweiher."
    TakesPlace,
    /// "Alle Vorträge …", "jeweils …", "Veranstaltungsort: …"
    Whole,
}

/// What a line says for all entries.
#[derive(Debug)]
struct Saying {
    line: usize,
    tie: Tie,
    venue: Option<String>,
    time: Option<Stretch>,
}

/// A list that was read: its events and its lines.
pub(super) struct ReadList {
    pub events: Range<usize>,
    pub lines: Range<usize>,
    /// Whether it is one event told in running text.
    pub alone: bool,
}

impl Finder<'_> {
    /// An event that running text tells, as a list by itself.
    pub(super) fn read_alone(&self, at: usize, event: &ImportedEvent) -> ReadList {
        let line = self.lines.partition_point(|line| line.span.start <= event.span.start).saturating_sub(1);
        ReadList { events: at..at + 1, lines: line..line + 1, alone: true }
    }

    /// Gives the events of every list what the article says once for all of them.
    pub(super) fn complete_from_series(&self, lists: &[ReadList], marks: &[Mark], programme: &mut Programme) {
        let Programme { events, used, .. } = programme;
        let untimed = |event: &ImportedEvent| event.when.iter().any(|when| when.from.is_none());
        let lacking = |event: &ImportedEvent| untimed(event) || self.lacks_place(event);
        let lacks = |list: &ReadList| events[list.events.clone()].iter().any(lacking);
        if !lists.iter().any(lacks) {
            return;
        }
        let sayings = self.sayings(marks, used);
        for list in lists {
            let events = &mut events[list.events.clone()];
            // Where most entries name their place, only what is said of all counts for the rest.
            let lack: Vec<bool> = events.iter().map(|event| self.lacks_place(event)).collect();
            let placed = events.iter().zip(&lack).filter(|(event, lacks)| !**lacks && !self.guesses_place(event));
            let placed = placed.count() * 2 > events.len();
            let least = match () {
                () if placed => Tie::Whole,
                () if list.alone => Tie::TakesPlace,
                () => Tie::Heading,
            };
            let venue = nearest(&sayings, &list.lines, |saying| saying.venue.as_ref().filter(|_| saying.tie >= least));
            let time = nearest(&sayings, &list.lines, |saying| saying.time.as_ref());
            // A line by itself that was taken for a venue gives way to one that is told: "Uwe Kranz".
            let told = venue.is_some() && !placed && lack.contains(&true);
            for (event, lacks) in events.iter_mut().zip(lack) {
                let guessed = told && self.guesses_place(event);
                if guessed {
                    event.description.extend(event.place.take());
                }
                if lacks || guessed {
                    event.place = venue.cloned();
                }
                if let Some(&(from, until)) = time {
                    for when in event.when.iter_mut().filter(|when| when.from.is_none() && when.until_date.is_none()) {
                        (when.from, when.until) = (Some(from), until);
                    }
                }
            }
        }
    }

    /// Whether an entry names neither venue nor district; "Mengede im Mittelalter" is a title.
    fn lacks_place(&self, event: &ImportedEvent) -> bool {
        let in_title = || district_inside(&event.title, self.words) == event.district.as_deref();
        event.place.is_none() && (event.district.is_none() || in_title())
    }

    /// Whether nothing in the name of an entry's venue tells that it is one.
    fn guesses_place(&self, event: &ImportedEvent) -> bool {
        event.district.is_none()
            && !event.place_told
            && event.place.as_ref().is_some_and(|place| self.words.place_words(place) <= 0.0)
    }

    /// Everything that is said for a whole programme, in the order of the lines.
    fn sayings(&self, marks: &[Mark], used: &[bool]) -> Vec<Saying> {
        let headline = self.headline.and_then(|headline| Some((Tie::Heading, heading_venue(headline, self.words)?)));
        let headline = headline.map(|(tie, venue)| Saying { line: 0, tie, venue: Some(venue), time: None });
        let of_body = |(at, line): (usize, &Line)| {
            let open = self.free[at] && !used[at] && !matches!(line.shape, Shape::Row(_));
            if open { self.sayings_of(at, line, &marks[at]) } else { Vec::new() }
        };
        headline.into_iter().chain(self.lines.iter().enumerate().flat_map(of_body)).collect()
    }

    fn sayings_of(&self, at: usize, line: &Line, mark: &Mark) -> Vec<Saying> {
        if line.text.len() > 4 * LONGEST_ENTRY {
            return Vec::new();
        }
        if line.is_heading() || line.text.ends_with(':') && !line.is_prose() {
            let venue = heading_venue(&line.text, self.words);
            return venue
                .map(|venue| Saying { line: at, tie: Tie::Heading, venue: Some(venue), time: None })
                .into_iter()
                .collect();
        }
        // Most lines hold no word by which a sentence speaks of a programme: they need not be parted.
        let kinds = mark.kinds;
        if !kinds.is_any(&SAYS) {
            return Vec::new();
        }
        if !self.may_speak_of_all(&line.text, kinds) {
            return Vec::new();
        }
        let sentences = sentences(&line.text, self.language);
        let alone = sentences.len() == 1;
        let kinds_of = |sentence| if alone { kinds } else { self.words.kinds_in(sentence) };
        sentences.into_iter().filter_map(|(_, sentence)| self.saying(at, sentence, kinds_of(sentence))).collect()
    }

    /// Whether a sentence of a text with any of these kinds of words may have a tie: "alle" or "lädt" alone says nothing of events.
    fn may_speak_of_all(&self, text: &str, kinds: Kinds) -> bool {
        // A sentence may end at any white space, but words are parted at the plain one.
        let parted = || text.contains(|c: char| c.is_whitespace() && c != ' ');
        kinds.is_any(&[Kind::Each, Kind::TakingPlace])
            || kinds.is(Kind::Whole) && kinds.is(Kind::Announcing)
            || kinds.is(Kind::PlaceLabel) && may_label_place(text, self.words)
            || kinds.is(Kind::ProgrammeName)
            || self.words.names_any_event(text)
            || parted()
    }

    /// What a sentence says of the whole programme, if it speaks of it at all.
    fn saying(&self, line: usize, sentence: &str, kinds: Kinds) -> Option<Saying> {
        let words = self.words;
        if kinds.is(Kind::Past) {
            return None;
        }
        let label = kinds.is(Kind::PlaceLabel) && labels_place(sentence, words);
        let each = kinds.is(Kind::Each);
        let whole = each || kinds.is(Kind::Whole);
        let takes_place = kinds.is(Kind::TakingPlace);
        let about_events = || kinds.promise_programme() || words.names_any_event(sentence);
        let announces = kinds.is(Kind::Announcing);
        let recurs = kinds.is(Kind::Recurring);
        let tie = match () {
            () if label || each || whole && (takes_place || announces || about_events()) => Tie::Whole,
            () if takes_place && !recurs => Tie::TakesPlace,
            () if announces && !recurs && about_events() => Tie::Announced,
            () => return None,
        };
        if kinds.is_any(&[Kind::LookAlike, Kind::Exception]) {
            return None;
        }
        let said = EntryLine::new(sentence, self.language);
        // A sentence about one day tells of one event.
        let one_day = |spot: &hoerblatt_core::language::Spot| {
            matches!(spot.value, Value::Date(_)) && is_day(&spot.value, spot.bound) && spot.bound != Bound::From
        };
        if said.spots.iter().any(one_day) {
            return None;
        }
        let timing = when::timing(std::slice::from_ref(&said), words);
        // A sentence with a clock time or a name of its own tells of one event, unless it speaks of all.
        if tie < Tie::Whole && (!timing.times.is_empty() || quotations(sentence).next().is_some()) {
            return None;
        }
        let venue = if label { labelled_venue(sentence, words, self.language) } else { self.venue_said(&said, tie) };
        let time = match timing.times.as_slice() {
            [(_, stretch)] if whole && !has_remark(sentence, words, |_| true) => Some(*stretch),
            _ => None,
        };
        (venue.is_some() || time.is_some()).then_some(Saying { line, tie, venue, time })
    }

    /// The venue that a sentence tells, unless its clause is about tickets, registration or the organiser.
    fn venue_said(&self, said: &EntryLine<'_>, tie: Tie) -> Option<String> {
        let plain_name = || venue::behind_article(said, self.words).filter(|_| tie >= Tie::TakesPlace);
        let venue = venue::venue(said, "", self.words).or_else(plain_name)?;
        let at = said.text.find(venue.split(',').next().unwrap_or(""))?;
        let clause = clause_around(said.text, at);
        (!is_aside(clause, self.words)).then_some(venue)
    }
}

/// What the plainest of the sayings tells; of several, the one nearest to the list; nothing where two that differ are equally near.
fn nearest<'s, T: PartialEq>(
    sayings: &'s [Saying],
    lines: &Range<usize>,
    told: impl Fn(&'s Saying) -> Option<&'s T>,
) -> Option<&'s T> {
    let after = sayings.partition_point(|saying| saying.line < lines.start);
    let sayings = &sayings[after.saturating_sub(HEARD_WITHIN)..(after + HEARD_WITHIN).min(sayings.len())];
    let distance = |saying: &Saying| {
        if saying.line < lines.start { lines.start - saying.line } else { (saying.line + 1).saturating_sub(lines.end) }
    };
    let rank = |saying: &Saying| (std::cmp::Reverse(saying.tie), distance(saying));
    let best = sayings.iter().filter(|saying| told(saying).is_some()).map(rank).min()?;
    let mut told = sayings.iter().filter(|saying| rank(saying) == best).filter_map(told);
    let first = told.next()?;
    told.all(|other| other == first).then_some(first)
}

/// "Die neue Spielzeit im Stadttheater", "Vorträge im Alten Rathaus:": the venue that ends a heading.
fn heading_venue(text: &str, words: &Words<'_>) -> Option<String> {
    if words.kinds_in(text).is_any(&[Kind::LookAlike, Kind::Past]) || is_aside(text, words) {
        return None;
    }
    venue_inside(text.trim_end_matches(['.', ':', '!']), words).map(|(_, venue)| venue)
}

/// Whether a sentence begins with the name of a place's field: "Ort: …", "Der Treffpunkt ist …"; not "vor Ort".
fn labels_place(sentence: &str, words: &Words<'_>) -> bool {
    let mut before = "";
    for word in sentence.split(' ').take(LABEL_WITHIN) {
        if words.field(bare(word)) == Some(Field::Place) {
            return !words.kinds_folded(before).is(Kind::Preposition);
        }
        before = word;
    }
    false
}

/// Whether a sentence of a text may begin with the name of a place's field: every word behind which one may end is taken for its end.
fn may_label_place(text: &str, words: &Words<'_>) -> bool {
    let mut from_start = 0;
    text.cut(b' ').any(|word| {
        from_start += 1;
        let label = from_start <= LABEL_WITHIN && words.field(bare(word)) == Some(Field::Place);
        if word.bytes().any(|byte| matches!(byte, b'.' | b'!' | b'?') || !byte.is_ascii())
            && word.contains(['.', '!', '?', '…'])
        {
            from_start = 0;
        }
        label
    })
}

/// The clause in which a byte of a sentence stands.
fn clause_around(sentence: &str, at: usize) -> &str {
    let parts = [", ", "; ", " – ", " - ", " und "];
    let start = parts.iter().filter_map(|part| Some(sentence[..at].rfind(part)? + part.len())).max().unwrap_or(0);
    let end = parts.iter().filter_map(|part| sentence[at..].find(part)).min().map_or(sentence.len(), |end| at + end);
    &sentence[start..end]
}

/// Whether a clause is about tickets, registration, the organiser: its venue is not that of the programme.
fn is_aside(clause: &str, words: &Words<'_>) -> bool {
    has_remark(clause, words, |field| !matches!(field, Field::Description | Field::Access))
}

/// Whether a remark about such a field begins at any word of a text: "Einlass ist jeweils ab 20 Uhr".
pub(super) fn has_remark(text: &str, words: &Words<'_>, about: impl Fn(Field) -> bool) -> bool {
    let starts = text.match_indices(' ').map(|(at, _)| at + 1);
    std::iter::once(0)
        .chain(starts)
        .any(|at| words.remark(text[at..].trim_start_matches(['(', '„'])).is_some_and(&about))
}
