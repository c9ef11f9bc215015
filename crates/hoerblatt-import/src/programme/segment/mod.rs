//! Which lines belong together? Entries are found around their dates, in whatever shape the list has.
//!
//! A line with a day is an *anchor*. In a list each item is an entry; in paragraphs each paragraph with one anchor is; where dates stand alone
//! on their lines, the distances between them tell whether titles stand before or behind. A date over lines that begin with a time is a
//! heading for them; so is a district's or venue's name.

mod anchors;
mod cards;
mod days;
mod labels;
mod list;
mod paragraphs;

use super::{
    kinds::{Kind, Kinds},
    mark::Mark,
    words::{Words, pictogram},
};
use crate::lines::{Line, Shape, bare};
use crate::scan::Scan;
use hoerblatt_core::{
    Date, Value,
    language::{Bound, Field},
};
use std::borrow::Cow;

/// Days, with the last day of a stretch.
pub(crate) type Days = Vec<(Date, Option<Date>)>;

/// What the headings above an entry tell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context<'a> {
    /// The nearest heading's text.
    pub heading: &'a str,
    /// The kinds of its words.
    pub kinds: Kinds,
    /// Whether it, or the line before the list, promises a programme.
    pub programme: bool,
    /// The day of a date heading.
    pub day: Days,
    /// A district or venue that stands as a heading.
    pub place: Option<&'a str>,
    /// The same, where the heading says that it is a district ("Stadtbezirk Wanne").
    pub district: Option<&'a str>,
    /// A line that tells for all entries ("jeweils um 15 Uhr im Gemeindehaus").
    pub for_all: Option<usize>,
    /// The running text before.
    pub intro: Option<usize>,
    /// Where the list or run begins.
    pub list: usize,
    /// The year that a heading names.
    pub year: Option<i32>,
}

/// The lines of one entry.
#[derive(Debug, Clone)]
pub(crate) struct Unit<'a> {
    /// Which lines, with the text to read in each: two lines where one is only the label of the next.
    pub lines: Vec<(usize, Cow<'a, str>)>,
    /// Whether the first line is a heading.
    pub headed: bool,
    /// Whether it is an item of a list or a row.
    pub listed: bool,
    pub context: Context<'a>,
}

/// Entries of the same list or run.
pub(crate) type Group<'a> = Vec<Unit<'a>>;

/// Parts the lines of an article's body into groups of entries; `free` tells which lines may be used.
pub(crate) fn segment<'a>(
    lines: &'a [Line],
    free: &'a [bool],
    marks: &'a [Mark],
    words: &'a Words<'_>,
) -> Segments<'a> {
    let mut segmenter = Segmenter {
        lines,
        marks,
        free,
        words,
        card_days: cards::days(lines, free, marks),
        card_ends: cards::marked(lines, free, marks),
        day_level: 0,
        context: Context::default(),
        told: Days::new(),
        groups: Vec::new(),
        tables: Vec::new(),
    };
    segmenter.run();
    Segments { groups: segmenter.groups, tables: segmenter.tables }
}

/// What a body was parted into.
pub(crate) struct Segments<'a> {
    pub groups: Vec<Group<'a>>,
    /// Tables whose first row names the columns.
    pub tables: Vec<RowTable<'a>>,
}

/// A table inside an article.
pub(crate) struct RowTable<'a> {
    pub columns: Vec<Option<Field>>,
    /// The lines that are its rows, the head among them.
    pub head: usize,
    pub rows: std::ops::Range<usize>,
    pub context: Context<'a>,
}

struct Segmenter<'a, 'v> {
    lines: &'a [Line],
    marks: &'a [Mark],
    free: &'a [bool],
    words: &'a Words<'v>,
    /// Which lines are the days of cards.
    card_days: Vec<bool>,
    /// Where the cards of the markup end, for the line that begins each.
    card_ends: Vec<Option<usize>>,
    context: Context<'a>,
    /// The level of the heading that set the context's day.
    day_level: u8,
    /// The only day that the last running text with a day names: that of a list of times below it.
    told: Days,
    groups: Vec<Group<'a>>,
    tables: Vec<RowTable<'a>>,
}

impl<'a> Segmenter<'a, '_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            if let Some(end) = self.card_ends[at] {
                self.context.list = at;
                at = self.marked_card(at, end);
                continue;
            }
            if !self.free[at] {
                // "Volkshochschule" above the day of the news names who speaks, not where the list below takes place.
                self.context.place = None;
                at += 1;
                continue;
            }
            self.context.list = at;
            at = match self.lines[at].shape {
                _ if self.card_days[at] => self.card(at),
                Shape::Heading(level) => self.heading(at, level),
                Shape::Row(_) => self.table(at),
                Shape::Item(_) => self.list(at),
                Shape::Plain | Shape::Continued => self.paragraphs(at),
            };
        }
    }

    fn unit(&self, lines: impl IntoIterator<Item = usize>, headed: bool, listed: bool) -> Unit<'a> {
        let mut texts: Vec<(usize, Cow<'a, str>)> = Vec::new();
        let mut label: Option<usize> = None;
        for at in lines {
            let text = self.lines[at].text.as_str();
            // "Wann:" alone on its line belongs to the next.
            if let Some(before) = label.take() {
                let joined = format!("{} {text}", self.lines[before].text);
                texts.pop();
                texts.push((before, Cow::Owned(joined)));
                texts.push((at, Cow::Borrowed("")));
            } else {
                if self.marks[at].label_alone {
                    label = Some(at);
                }
                texts.push((at, self.with_label(text)));
            }
        }
        Unit { lines: texts, headed, listed, context: self.context.clone() }
    }

    /// "📍 Rathaus" is read as "Ort: Rathaus".
    fn with_label(&self, text: &'a str) -> Cow<'a, str> {
        let label =
            pictogram(text).and_then(|(field, end)| Some(format!("{}: {}", self.words.name_of(field)?, &text[end..])));
        label.map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// Whether a line names the days of a week, and the next lines begin with weekdays.
    fn heads_week(&self, at: usize) -> bool {
        let week = matches!(self.marks[at].days().as_slice(), [(_, Some(_))]);
        week && (at + 1..at + 3).all(|next| self.marks.get(next).is_some_and(|mark| mark.weekday_first))
    }

    /// Gives a list of times without any day the day that the text before it told.
    fn day_for_times(&mut self, start: usize, end: usize) {
        let after_intro = self.context.intro.is_some_and(|at| at + 1 == start && !self.marks[at].days().is_empty());
        let timed = (start..end).filter(|&n| self.marks[n].time_first || after_intro && self.marks[n].time).count();
        let dated = (start..end).any(|n| self.marks[n].date || self.marks[n].weekday_first);
        if timed >= 2 && !dated && self.context.day.is_empty() {
            self.context.day.clone_from(&self.told);
        }
    }

    /// The end of a stretch of lines from `at` that satisfy `belongs`.
    fn stretch(&self, at: usize, belongs: impl Fn(usize) -> bool) -> usize {
        (at..self.lines.len())
            .find(|&next| !self.free[next] || self.card_ends[next].is_some() || !belongs(next))
            .unwrap_or(self.lines.len())
    }

    /// A heading: a day, a place, an entry's title, or the name of a section.
    fn heading(&mut self, at: usize, level: u8) -> usize {
        let mark = &self.marks[at];
        if self.heads_week(at) {
            self.context.day = mark.days();
            return at + 1;
        }
        if mark.pure_date
            && mark.is_anchor()
            && !mark.time
            && let Some(end) = self.below_day(at, level)
        {
            return end;
        }
        let end = self.stretch(at + 1, |next| !matches!(self.lines[next].shape, Shape::Heading(_)));
        let anchors = (at + 1..end).filter(|&next| self.marks[next].is_anchor()).count();
        if mark.pure_date && mark.is_anchor() {
            (self.context.day, self.day_level) = (mark.days(), level);
            let timed = (at + 1..end).filter(|&next| self.marks[next].time_first || self.marks[next].time).count();
            if timed == 0 && anchors == 0 && end > at + 1 && !self.lines[at + 1].is_prose() {
                let unit = self.unit(at..end.min(at + 6), false, true);
                self.groups_push_near(unit);
                return end;
            }
            return at + 1;
        }
        if mark.is_anchor() && !self.marks[at].kinds.promise_programme() {
            let unit = self.unit(at..end.min(at + 12), true, true);
            self.groups_push_near(unit);
            return end;
        }
        let labels = (at + 1..end).filter(|&next| self.marks[next].label.is_some()).count();
        let next_is_anchor = (at + 1..end.min(at + 3)).any(|next| {
            self.marks[next].is_anchor() && (self.marks[next].pure_date || self.marks[next].label.is_some())
        });
        let whens = (at + 1..end).filter(|&n| matches!(self.marks[n].label, Some(Field::When | Field::Date))).count();
        let single = anchors == 1 || (labels >= 2 && anchors == 2 && whens < 2);
        let placed = (at + 1..end).any(|next| self.marks[next].label == Some(Field::Place));
        if single && next_is_anchor && (placed || self.context_of(at).place.is_none()) && !self.is_programme_name(at) {
            let unit = self.unit(at..end.min(at + 14), true, true);
            self.groups_push_near(unit);
            return end;
        }
        let above = std::mem::take(&mut self.context);
        self.context = self.context_of(at);
        // A deeper heading stays inside the programme of the one above.
        self.context.programme |= level > 2 && above.programme;
        self.context.year = self.context.year.or(above.year);
        if !mark.days().is_empty() {
            (self.context.day, self.day_level) = (mark.days(), level);
        } else if level > self.day_level {
            // "Programm am Sonntag, 8. September" over "Stadtbezirk Hörde"
            self.context.day = above.day;
        }
        at + 1
    }

    /// Entries under their own headings stand in one list, so that they are weighed together.
    fn groups_push_near(&mut self, unit: Unit<'a>) {
        let first = unit.lines.first().map_or(0, |(at, _)| *at);
        match self.groups.last_mut() {
            Some(group)
                if group.last().is_some_and(|last| {
                    last.headed == unit.headed && last.lines.last().is_some_and(|(at, _)| first - at <= 6)
                }) =>
            {
                group.push(unit);
            }
            _ => self.groups.push(vec![unit]),
        }
    }

    fn is_programme_name(&self, at: usize) -> bool {
        self.words.is_programme_name(bare(&self.lines[at].text))
    }

    /// What a line tells as a heading.
    fn context_of(&self, at: usize) -> Context<'a> {
        let text: &'a str = &self.lines[at].text;
        // "Bücherei Langendreer (Unterstraße 71)": the address is told apart from the name later.
        let written = text;
        let text = text.strip_suffix(')').and_then(|text| text.split_once(" (")).map_or(text, |(name, _)| name);
        let name = bare(text);
        let district = self.words.gazetteer.find_labelled(text.trim_end_matches(':'), self.words);
        let labelled = crate::gazetteer::without_district_word(text.trim_end_matches(':'), self.words);
        let short = text.spaced().nth(5).is_none() && !text.contains(['!', '?', '„']);
        let programme = self.marks[at].kinds.is(Kind::ProgrammeName) && self.words.promises_programme(text);
        let town = || name.cut(b' ').nth(2).is_none() && self.words.names_town(name);
        // "Treff" and "Markt" name both; beside a district's name they are a place.
        let beside_district = || text.spaced().skip(1).any(|word| self.words.gazetteer.find(word).is_some());
        // So are they in front of a name: "Lesecafé Kapitelchen", "Medientreff Kirchstraße".
        let named = || {
            name.split_once(' ').is_some_and(|(_, rest)| !rest.contains(' ') && rest.starts_with(char::is_uppercase))
        };
        let names_event = |word: &str| {
            let (event, place) = self.words.names(word);
            event && !(place && (named() || beside_district()))
        };
        let place = || self.words.place_words(text.trim_end_matches(':')) >= 2.0 || town();
        let venue = short && !programme && !text.pieces().any(names_event) && place();
        let place = match district {
            Some(found) if !found.part => Some(found.district),
            _ if district.is_some() || venue => Some(labelled.unwrap_or(written).trim_end_matches(':').trim()),
            _ => labelled.filter(|_| short),
        };
        let kinds = self.marks[at].kinds;
        let said = labelled.filter(|_| short && kinds.is(Kind::District) && self.words.says_district(text));
        let district = said.filter(|_| district.is_none());
        Context { heading: written, kinds, programme, place, district, year: year_in(text), ..Context::default() }
    }
}

/// A year in a heading: "Programm 2023", "Veranstaltungen im Mai 2023".
pub(crate) fn year_in(text: &str) -> Option<i32> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).find(|year| (2000..=2100).contains(year))
}

/// Whether a spot names a day on which something may take place.
pub(crate) fn is_day(value: &Value, bound: Bound) -> bool {
    matches!((value, bound), (Value::Date(_), Bound::On | Bound::From) | (Value::Dates(..), _))
}
