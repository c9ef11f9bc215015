//! Which events are one, told twice: a common day, like titles, and no other place or time.

use crate::{event::ImportedEvent, scan::Scan, tree::small};
use hoerblatt_core::Date;
use std::{
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

/// Events of one day that a new one is compared with: a list of 100,000 rows of one day must not take hours. Like titles are looked for
/// among the latest, the very same title among all.
const MOST_COMPARED: usize = 300;

/// A month and a day: a year that a file does not tell may be any.
type Day = (u32, u32);

/// The words of a title, each by its number: numbers are compared faster than words.
pub(super) type Title = Rc<[u32]>;

/// The events so far, by their days and titles.
#[derive(Default)]
pub(super) struct Known {
    words: HashMap<String, u32>,
    titles: Vec<Title>,
    by_day: BTreeMap<Day, Vec<usize>>,
    by_title: HashMap<(Day, Title), Vec<usize>>,
}

impl Known {
    /// A title by the numbers of its words; a new word gets the next number.
    pub(super) fn title(&mut self, text: &str) -> Title {
        let mut folded = String::new();
        let mut number = |word: &str| {
            folded.clear();
            folded.extend(small(word));
            self.words.get(&folded).copied().unwrap_or_else(|| {
                let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
                self.words.insert(folded.clone(), next);
                next
            })
        };
        written_words(text).map(&mut number).collect()
    }

    /// The one of `events` that `event` tells again; the latest, if there are several.
    pub(super) fn find(&self, event: &ImportedEvent, title: &Title, events: &[ImportedEvent]) -> Option<usize> {
        let same = days(event).filter_map(|day| self.by_title.get(&(day, Rc::clone(title))));
        let like = days(event).filter_map(|day| self.by_day.get(&day)).flat_map(|numbers| latest(numbers));
        let like = like.filter(|&at| self.titles.get(at).is_some_and(|known| are_alike(known, title)));
        same.flat_map(|numbers| latest(numbers)).chain(like).find(|&at| agree(&events[at], event))
    }

    /// Adds the next event.
    pub(super) fn add(&mut self, event: &ImportedEvent, title: Title) {
        let number = self.titles.len();
        for day in days(event) {
            self.by_day.entry(day).or_default().push(number);
            self.by_title.entry((day, Rc::clone(&title))).or_default().push(number);
        }
        self.titles.push(title);
    }
}

fn latest(numbers: &[usize]) -> impl Iterator<Item = usize> {
    numbers.iter().rev().take(MOST_COMPARED).copied()
}

/// Whether two names are alike, as titles are.
pub(super) fn alike(one: &str, other: &str) -> bool {
    are_alike(&words(one).collect::<Vec<_>>(), &words(other).collect::<Vec<_>>())
}

/// Titles are alike if their words are, but for capitals, signs and a few more words on one side.
fn are_alike<W: PartialEq>(one: &[W], other: &[W]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    one == other || short.len() >= 2 && short.len() * 2 >= long.len() && short.iter().all(|word| long.contains(word))
}

/// The words of a text in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    written_words(text).map(|word| small(word).collect())
}

fn written_words(text: &str) -> impl Iterator<Item = &str> {
    text.words().map(|(_, word)| word)
}

fn days(event: &ImportedEvent) -> impl Iterator<Item = Day> {
    event.when.iter().map(|when| (when.date.month, when.date.day))
}

/// Whether two events have a day and time in common (what one does not tell counts as the same) and no district parts them.
fn agree(one: &ImportedEvent, other: &ImportedEvent) -> bool {
    let day = |a: Date, b: Date| {
        a.month == b.month && a.day == b.day && (a.year == b.year || a.year.is_none() || b.year.is_none())
    };
    let common = one.when.iter().any(|a| {
        other.when.iter().any(|b| day(a.date, b.date) && (a.from == b.from || a.from.is_none() || b.from.is_none()))
    });
    let apart = match (&one.district, &other.district) {
        (Some(a), Some(b)) => a != b,
        _ => false,
    };
    common && !apart
}
