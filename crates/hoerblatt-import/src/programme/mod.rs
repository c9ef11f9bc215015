//! The programme: which lines are events, and what do they say?
//!
//! ```text
//! lines ──segment──▶ units ──part──▶ pieces ──assign──▶ roles ──▶ event?
//!         which lines       which facts      title or place     (Worth)
//! ```

mod agreement;
mod clause;
mod entry;
mod enumeration;
mod evidence;
mod judge;
pub(crate) mod kinds;
mod mark;
mod month;
mod parts;
mod passage;
mod phrase;
mod places;
mod prose;
mod records;
pub(crate) mod roles;
mod segment;
mod series;
pub(crate) mod table;
mod title;
pub(crate) mod venue;
pub(crate) mod when;
pub(crate) mod words;

use crate::{
    event::ImportedEvent,
    lines::{Line, Shape},
    rules,
    years::Anchor,
};
use hoerblatt_core::{Diagnostic, Language, Span, language::Field};
use judge::{Judge, List};
use kinds::Kinds;
use mark::Mark;
use roles::{Parsed, assign};
use segment::{RowTable, Unit, segment};
use series::ReadList;
use words::Words;

pub(crate) use entry::clean_title;
pub(crate) use records::records;
pub(crate) use segment::{is_day, year_in};

/// What was found in an article's body.
#[derive(Debug, Default)]
pub(crate) struct Programme {
    pub events: Vec<ImportedEvent>,
    /// For each line, whether an event tells all of it.
    pub used: Vec<bool>,
    /// Rows of tables that are no event.
    pub rest: Vec<(String, Span)>,
    pub diagnostics: Vec<Diagnostic>,
    /// Events of running text with the name that may be their venue, if nothing tells one.
    guesses: Vec<(usize, String)>,
}

/// What the search knows of the article around the programme.
pub(crate) struct Finder<'a> {
    pub lines: &'a [Line],
    /// Which lines are no part of the article's head.
    pub free: &'a [bool],
    /// The kinds of all words and phrases of each line.
    pub kinds: &'a [Kinds],
    pub words: &'a Words<'a>,
    pub language: &'a dyn Language,
    pub anchor: Anchor,
    /// A single event may have no other title.
    pub headline: Option<&'a str>,
}

/// From the first line of a list to its last.
fn lines_of(group: &[Unit<'_>]) -> std::ops::Range<usize> {
    let lines = group.iter().flat_map(|unit| &unit.lines).map(|(at, _)| *at);
    lines.clone().min().map_or(0..0, |first| first..lines.max().map_or(first, |last| last + 1))
}

impl Finder<'_> {
    /// Finds the events among the lines that are free.
    pub(crate) fn find(&self) -> Programme {
        let mut programme = Programme { used: vec![false; self.lines.len()], ..Programme::default() };
        let marks: Vec<Mark> = mark::marks(self);
        let segments = segment(self.lines, self.free, &marks, self.words);
        let mut lists: Vec<ReadList> = Vec::new();
        for table in &segments.tables {
            let first = programme.events.len();
            self.table(table, &mut programme);
            lists.push(ReadList { events: first..programme.events.len(), lines: table.rows.clone(), alone: false });
        }
        for group in segments.groups {
            let first = programme.events.len();
            let lines = lines_of(&group);
            self.group(&group, &marks, &mut programme);
            lists.push(ReadList { events: first..programme.events.len(), lines, alone: false });
        }
        let listed = programme.events.len();
        self.prose(&marks, &mut programme);
        lists.extend((listed..programme.events.len()).map(|event| self.read_alone(event, &programme.events[event])));
        self.complete_from_series(&lists, &marks, &mut programme);
        for (at, guess) in std::mem::take(&mut programme.guesses) {
            programme.events[at].place.get_or_insert(guess);
        }
        // Lists, tables and sentences were looked at one after the other; a reader meets them in the order of the text.
        programme.events.sort_by_key(|event| event.span.start);
        programme
    }

    /// Entries of one list are parted, then weighed together, then judged one by one.
    fn group(&self, units: &[Unit<'_>], marks: &[Mark], programme: &mut Programme) {
        let mut parsed: Vec<Parsed<'_>> = units.iter().map(|unit| self.parse(unit, marks)).collect();
        assign(&mut parsed, self.words);
        let list = List::of(&parsed, self.words);
        for (unit, parsed) in units.iter().zip(parsed) {
            self.entry(unit, &parsed, list, programme);
        }
    }

    /// A table inside the article, below the row that names its columns.
    fn table(&self, table: &RowTable<'_>, programme: &mut Programme) {
        programme.used[table.head] = true;
        let head = &self.lines[table.head];
        if let Shape::Row(cells) = &head.shape
            && !table::is_plain_head(cells, self.words)
        {
            programme.diagnostics.push(rules::left_out(head.span, cells.join(" | ")));
        }
        let judge = Judge { words: self.words, anchor: self.anchor, context: &table.context };
        let mut before: Option<&str> = None;
        for row in table.rows.clone() {
            let Shape::Row(cells) = &self.lines[row].shape else { continue };
            let fields = table.columns.iter().map(|field| field.unwrap_or(Field::Description));
            let mut named: Vec<(Field, &str)> = fields.zip(cells.iter().map(String::as_str)).collect();
            // A merged date cell leaves gaps below it.
            if let Some((_, cell)) = named.iter_mut().find(|(field, _)| matches!(field, Field::Date | Field::When)) {
                match before {
                    Some(day) if cell.is_empty() => *cell = day,
                    _ => before = Some(cell),
                }
            }
            let found = table::event(&named, self.lines[row].span, self.words, self.language);
            let Some((mut event, timing)) = found else { continue };
            if event.title.is_empty() {
                let Some(headline) = self.headline else { continue };
                event.title = self.words.event_in(headline);
                let text = cells.join(" ");
                programme.diagnostics.push(rules::title_from_above(event.span, text, event.title.as_str()));
            }
            programme.used[row] = judge.finish(event, &timing, programme);
        }
    }
}
