//! Which lines belong together? Entries are found around their dates, in whatever shape the list has.
//!
//! A line with a day is an *anchor*. In a list each item is an entry; in paragraphs each paragraph with one anchor is; where dates stand alone
//! on their lines, the distances between them tell whether titles stand before or behind. A date over lines that begin with a time is a
//! heading for them; so is a district's or venue's name.

use super::{evidence::Words, mark::Mark, parts::field_of};
use crate::lines::{Line, Shape, plain};
use hoerblatt_core::{
    Date, Value,
    language::{Bound, Field},
};

/// What the headings above an entry tell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    /// The nearest heading's text.
    pub heading: String,
    /// Whether it, or the line before the list, promises a programme.
    pub programme: bool,
    /// The day of a date heading.
    pub day: Vec<(Date, Option<Date>)>,
    /// A district or venue that stands as a heading.
    pub place: Option<String>,
    /// A line that tells for all entries ("jeweils um 15 Uhr im Gemeindehaus").
    pub for_all: Option<usize>,
    /// Which day heading it is, for lists whose entries share it.
    pub year: Option<i32>,
}

/// The lines of one entry.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    /// Which lines, with the text to read in each: two lines where one is only the label of the next.
    pub lines: Vec<(usize, String)>,
    /// Whether the first line is a heading.
    pub headed: bool,
    /// Whether it is an item of a list or a row.
    pub listed: bool,
    pub context: Context,
}

/// Entries of the same list or run.
pub(crate) type Group = Vec<Unit>;

/// Parts the lines of an article's body into groups of entries; `free` tells which lines may be used.
pub(crate) fn segment(lines: &[Line], free: &[bool], marks: &[Mark], words: &Words<'_>) -> Segments {
    let context = Context::default();
    let mut segmenter = Segmenter { lines, marks, free, words, context, groups: Vec::new(), tables: Vec::new() };
    segmenter.run();
    Segments { groups: segmenter.groups, tables: segmenter.tables }
}

/// What a body was parted into.
pub(crate) struct Segments {
    pub groups: Vec<Group>,
    /// Tables whose first row names the columns.
    pub tables: Vec<RowTable>,
}

/// A table inside an article.
pub(crate) struct RowTable {
    pub columns: Vec<Option<Field>>,
    /// The lines that are its rows, the head among them.
    pub head: usize,
    pub rows: std::ops::Range<usize>,
    pub context: Context,
}

struct Segmenter<'a> {
    lines: &'a [Line],
    marks: &'a [Mark],
    free: &'a [bool],
    words: &'a Words<'a>,
    context: Context,
    groups: Vec<Group>,
    tables: Vec<RowTable>,
}

impl Segmenter<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            if !self.free[at] {
                at += 1;
                continue;
            }
            at = match self.lines[at].shape {
                Shape::Heading(level) => self.heading(at, level),
                Shape::Row(_) => self.table(at),
                Shape::Item(_) => self.list(at),
                Shape::Plain | Shape::Continued => self.paragraphs(at),
            };
        }
    }

    fn unit(&self, lines: impl IntoIterator<Item = usize>, headed: bool, listed: bool) -> Unit {
        let mut texts: Vec<(usize, String)> = Vec::new();
        let mut label: Option<usize> = None;
        for at in lines {
            let text = &self.lines[at].text;
            // "Wann:" alone on its line belongs to the next.
            if let Some(before) = label.take() {
                let joined = format!("{} {text}", self.lines[before].text);
                texts.pop();
                texts.push((before, joined));
                texts.push((at, String::new()));
            } else {
                if self.marks[at].label_alone {
                    label = Some(at);
                }
                texts.push((at, text.clone()));
            }
        }
        Unit { lines: texts, headed, listed, context: self.context.clone() }
    }

    /// The end of a stretch of lines from `at` that satisfy `belongs`.
    fn stretch(&self, at: usize, belongs: impl Fn(usize) -> bool) -> usize {
        (at..self.lines.len()).find(|&next| !self.free[next] || !belongs(next)).unwrap_or(self.lines.len())
    }

    /// A heading: a day, a place, an entry's title, or the name of a section.
    fn heading(&mut self, at: usize, level: u8) -> usize {
        let mark = &self.marks[at];
        let end = self.stretch(at + 1, |next| !matches!(self.lines[next].shape, Shape::Heading(_)));
        let anchors = (at + 1..end).filter(|&next| self.marks[next].is_anchor()).count();
        if mark.pure_date && mark.is_anchor() {
            self.context.day = mark.days();
            let timed = (at + 1..end).filter(|&next| self.marks[next].time_first || self.marks[next].time).count();
            if timed == 0 && anchors == 0 && end > at + 1 && !self.lines[at + 1].is_prose() {
                let unit = self.unit(at..end.min(at + 6), false, true);
                self.groups_push_near(unit);
                return end;
            }
            return at + 1;
        }
        if mark.is_anchor() && !self.words.promises_programme(&self.lines[at].text) {
            let unit = self.unit(at..end.min(at + 12), true, true);
            self.groups_push_near(unit);
            return end;
        }
        let labels = (at + 1..end).filter(|&next| self.marks[next].label.is_some()).count();
        let next_is_anchor = (at + 1..end.min(at + 3)).any(|next| {
            self.marks[next].is_anchor() && (self.marks[next].pure_date || self.marks[next].label.is_some())
        });
        let single = anchors == 1 || (labels >= 2 && (1..=2).contains(&anchors));
        if single
            && next_is_anchor
            && self.context_of(&self.lines[at].text).place.is_none()
            && !self.is_programme_name(at)
        {
            let unit = self.unit(at..end.min(at + 14), true, true);
            self.groups_push_near(unit);
            return end;
        }
        let above = std::mem::take(&mut self.context);
        self.context = self.context_of(&self.lines[at].text);
        // A deeper heading stays inside the programme of the one above.
        self.context.programme |= level > 2 && above.programme;
        self.context.year = self.context.year.or(above.year);
        if !mark.days().is_empty() {
            self.context.day = mark.days();
        }
        at + 1
    }

    /// Entries under their own headings stand in one list, so that they are weighed together.
    fn groups_push_near(&mut self, unit: Unit) {
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
        let text = plain(&self.lines[at].text);
        self.words.vocabulary.programme_headings.contains(&text.as_str())
    }

    /// What a text tells as a heading.
    fn context_of(&self, text: &str) -> Context {
        let name = plain(text);
        let district = self.words.gazetteer.find_labelled(text.trim_end_matches(':'), self.words.vocabulary);
        let labelled = crate::gazetteer::without_district_word(text.trim_end_matches(':'), self.words.vocabulary);
        let short = text.split_whitespace().count() <= 5 && !text.contains(['!', '?', '„']);
        let programme = self.words.promises_programme(text);
        let town =
            name.split(' ').count() <= 2 && self.words.vocabulary.town_endings.iter().any(|end| name.ends_with(end));
        let event = text.split([' ', '-']).any(|word| self.words.names_event(word));
        let venue =
            short && !event && !programme && (self.words.place_words(text.trim_end_matches(':')) >= 2.0 || town);
        let place = match district {
            Some(found) if !found.part => Some(found.district.to_owned()),
            _ if district.is_some() || venue => Some(labelled.unwrap_or(text).trim_end_matches(':').trim().to_owned()),
            _ => labelled.filter(|_| short).map(str::to_owned),
        };
        Context { heading: text.to_owned(), programme, place, year: year_in(text), ..Context::default() }
    }

    /// A list: each outermost item is an entry, with its continuation and the items below it.
    fn list(&mut self, at: usize) -> usize {
        let mut end = self.stretch(at + 1, |next| matches!(self.lines[next].shape, Shape::Item(_) | Shape::Continued));
        // Prose between items of the same list is rare; a date alone before a list of times is its heading.
        let outer = (at..end).filter_map(|n| depth(&self.lines[n])).min().unwrap_or(0);
        let mut group = Group::new();
        let mut item = at;
        while item < end {
            let next = self.stretch(item + 1, |n| n < end && depth(&self.lines[n]).is_none_or(|d| d > outer));
            let inner = (item + 1..next).filter(|&n| depth(&self.lines[n]).is_some());
            let mark = &self.marks[item];
            let dated_below =
                inner.clone().filter(|&n| self.marks[n].is_anchor() && self.marks[n].label.is_none()).count();
            let timed_below =
                inner.clone().filter(|&n| self.marks[n].time_first && self.marks[n].label.is_none()).count();
            let heads = (!mark.is_anchor() && dated_below >= 1 && inner.clone().all(|n| self.marks[n].label.is_none()))
                && (dated_below >= 2 || !self.marks[item + 1].pure_date)
                || (mark.pure_date
                    && mark.is_anchor()
                    && (timed_below >= 2 || timed_below == 1 && next == item + 2 && !self.marks[item + 1].pure_date));
            if heads {
                let outer_context = self.context.clone();
                let heading = self.context_of(&self.lines[item].text);
                self.context = Context { programme: heading.programme || outer_context.programme, ..heading };
                self.context.day = mark.days();
                for n in inner {
                    group.push(self.unit([n], false, true));
                }
                self.context = outer_context;
            } else {
                group.push(self.unit(item..next, false, true));
            }
            item = next;
        }
        // Lists that only a blank line or a heading of their own parts are weighed by themselves.
        end = end.max(at + 1);
        self.groups.push(group);
        end
    }

    /// Rows of a typed table: with a head line that names columns, or without.
    fn table(&mut self, at: usize) -> usize {
        let end = self.stretch(at + 1, |next| matches!(self.lines[next].shape, Shape::Row(_)));
        if let Shape::Row(head) = &self.lines[at].shape
            && let Some(columns) = super::table::columns(head, self.words.vocabulary)
        {
            self.tables.push(RowTable { columns, head: at, rows: at + 1..end, context: self.context.clone() });
            return end;
        }
        let group = (at..end).map(|row| self.unit([row], false, true)).collect();
        self.groups.push(group);
        end
    }

    /// Paragraphs up to the next heading, list or table.
    fn paragraphs(&mut self, at: usize) -> usize {
        let end = self.stretch(at + 1, |next| matches!(self.lines[next].shape, Shape::Plain | Shape::Continued));
        let mut start = at;
        while start < end {
            // Running text parts the runs; it may promise what comes ("Folgende Termine sind geplant:").
            if self.marks[start].prose {
                self.prose(start);
                start += 1;
                continue;
            }
            let stop = (start..end).find(|&n| self.marks[n].prose).unwrap_or(end);
            self.run_of_lines(start, stop);
            start = stop;
        }
        end
    }

    fn prose(&mut self, at: usize) {
        let text = &self.lines[at].text;
        if text.ends_with(':') {
            self.context.programme |= self.words.promises_programme(text);
        }
        if self.words.vocabulary.each.iter().any(|each| text.to_lowercase().contains(each))
            && self.marks[at].time
            && !self.marks[at].date
        {
            self.context.for_all = Some(at);
        }
        self.context.day.clear();
    }

    fn run_of_lines(&mut self, start: usize, end: usize) {
        if self.labelled_blocks(start, end) || self.cells_by_line(start, end) {
            return;
        }
        let anchors: Vec<usize> = (start..end).filter(|&n| self.marks[n].is_anchor()).collect();
        if anchors.is_empty() {
            return self.without_anchors(start, end);
        }
        let day_headings = anchors.iter().filter(|&&n| self.heads_times(n, end)).count();
        if day_headings > 0 {
            return self.timed(start, end);
        }
        let blocks = self.blocks(start, end);
        let alone = |block: &(usize, usize)| block.1 - block.0 == 1 && self.marks[block.0].pure_date;
        let one_each = blocks.iter().all(|&(from, to)| (from..to).filter(|&n| self.marks[n].is_anchor()).count() <= 1);
        let any_alone = blocks.iter().filter(|b| self.marks[b.0].is_anchor()).any(alone);
        if one_each && !any_alone {
            self.block_units(&blocks);
        } else if !one_each && blocks.len() > 1 && !any_alone {
            let mut group = Group::new();
            for &(from, to) in &blocks {
                let anchored = (from..to).any(|n| self.marks[n].is_anchor());
                if anchored {
                    group.extend(self.around_anchors(from, to));
                } else if to - from == 1 {
                    self.short_heading(from);
                }
            }
            self.groups.push(group);
        } else {
            let group = self.around_anchors(start, end);
            self.groups.push(group);
        }
    }

    /// Lines without any day: headings, or times below a date heading.
    fn without_anchors(&mut self, start: usize, end: usize) {
        if !self.context.day.is_empty() && (start..end).any(|n| self.marks[n].time) {
            return self.timed(start, end);
        }
        for n in start..end {
            self.short_heading(n);
        }
    }

    /// A short line that parts a text without markup.
    fn short_heading(&mut self, at: usize) {
        let text = &self.lines[at].text;
        let each = self.words.vocabulary.each.iter().any(|each| text.to_lowercase().split(' ').any(|w| w == *each));
        if each && self.marks[at].time {
            self.context.for_all = Some(at);
            return;
        }
        let heads = !text.ends_with(['.', ',', ';']) && text.chars().count() <= 90;
        if heads {
            let above = std::mem::take(&mut self.context);
            self.context = self.context_of(&self.lines[at].text);
            self.context.year = self.context.year.or(above.year);
            // "Hörde" below "Programm" is still programme.
            self.context.programme |= above.programme && self.context.place.is_some();
        }
    }

    /// Stretches of lines without a gap.
    fn blocks(&self, start: usize, end: usize) -> Vec<(usize, usize)> {
        let mut blocks: Vec<(usize, usize)> = Vec::new();
        for n in start..end {
            match blocks.last_mut() {
                Some((_, to)) if !self.lines[n].gap => *to = n + 1,
                _ => blocks.push((n, n + 1)),
            }
        }
        blocks
    }

    /// Each block with an anchor is an entry; a short one without is a heading, or goes on with the entry before.
    fn block_units(&mut self, blocks: &[(usize, usize)]) {
        let mut group = Group::new();
        for (index, &(from, to)) in blocks.iter().enumerate() {
            if (from..to).any(|n| self.marks[n].is_anchor()) {
                group.push(self.unit(from..to, false, false));
            } else if to - from == 1 {
                let next_is_anchor =
                    blocks.get(index + 1).is_some_and(|&(from, to)| (from..to).any(|n| self.marks[n].is_anchor()));
                if next_is_anchor || group.is_empty() {
                    self.short_heading(from);
                }
            }
        }
        self.groups.push(group);
    }

    /// Whether a pure date heads lines that begin with a time.
    fn heads_times(&self, at: usize, end: usize) -> bool {
        let mark = &self.marks[at];
        if !mark.pure_date || mark.time {
            return false;
        }
        let until = (at + 1..end).find(|&n| self.marks[n].is_anchor()).unwrap_or(end);
        let timed = (at + 1..until).filter(|&n| self.marks[n].time_first && !self.marks[n].pure_date).count();
        let pure_times = (at + 1..until).filter(|&n| self.marks[n].time_first && self.marks[n].pure_date).count();
        timed >= 1 || pure_times >= 2
    }

    /// Lines with times below lines with days.
    fn timed(&mut self, start: usize, end: usize) {
        let mut group = Group::new();
        let mut entry: Vec<usize> = Vec::new();
        let mut day: Vec<(Date, Option<Date>)> = self.context.day.clone();
        let flush = |this: &Self, entry: &mut Vec<usize>, day: &[(Date, Option<Date>)], group: &mut Group| {
            if entry.iter().any(|&n| this.marks[n].time || this.marks[n].is_anchor()) {
                let mut unit = this.unit(entry.iter().copied(), false, true);
                unit.context.day = day.to_vec();
                group.push(unit);
            }
            entry.clear();
        };
        for n in start..end {
            let mark = &self.marks[n];
            if mark.is_anchor() && self.heads_times(n, end) {
                flush(self, &mut entry, &day, &mut group);
                day = mark.days();
            } else if mark.is_anchor() || mark.time_first || (mark.time && self.lines[n].gap) {
                flush(self, &mut entry, &day, &mut group);
                entry.push(n);
            } else if self.lines[n].gap && self.context_of(&self.lines[n].text).place.is_some() {
                flush(self, &mut entry, &day, &mut group);
                self.short_heading(n);
            } else {
                entry.push(n);
            }
        }
        flush(self, &mut entry, &day, &mut group);
        self.context.day = day;
        self.groups.push(group);
    }

    /// Dates and the lines around them: behind a self-contained anchor, or by the distances between bare dates.
    fn around_anchors(&mut self, start: usize, end: usize) -> Group {
        let anchors: Vec<usize> = (start..end).filter(|&n| self.marks[n].is_anchor()).collect();
        let Some((&first, &last)) = anchors.first().zip(anchors.last()) else { return Group::new() };
        let bare = anchors.iter().filter(|&&n| self.marks[n].pure_date).count() * 2 > anchors.len();
        let before = if bare { self.lines_before(&anchors, start, end) } else { 0 };
        for n in start..first - before {
            self.short_heading(n);
        }
        let mut group = Group::new();
        for (index, &anchor) in anchors.iter().enumerate() {
            let from = anchor - before.min(anchor - start);
            let next = anchors.get(index + 1).map_or(end, |&next| next - before.min(next - anchor - 1));
            let limit = if anchor == last { self.end_of_last(anchor, next, &group) } else { next };
            // A line parted from the entry before and naming a place heads the next entries.
            let heading = (anchor + 1..limit).rev().find(|&n| {
                index + 1 < anchors.len()
                    && n + 1 == limit
                    && before == 0
                    && self.lines[n].gap
                    && !self.lines[limit].gap
            });
            let parts_places = (anchor + 1..limit).find(|&n| {
                n + 1 == limit
                    && index + 1 < anchors.len()
                    && !bare
                    && self.context_of(&self.lines[n].text).place.is_some()
                    && self.lines[n].gap
            });
            let stop = heading.or(parts_places).unwrap_or(limit);
            group.push(self.unit(from..stop, false, false));
            for n in stop..limit {
                self.short_heading(n);
            }
        }
        group
    }

    /// How many lines before each bare date belong to it: what the gaps hold more than the lines behind the last one.
    fn lines_before(&self, anchors: &[usize], start: usize, end: usize) -> usize {
        let (first, last) = (anchors[0], anchors[anchors.len() - 1]);
        let mut gaps: Vec<usize> = anchors.windows(2).map(|pair| pair[1] - pair[0] - 1).collect();
        let (ahead, behind) = (first - start, end - last - 1);
        gaps.sort_unstable();
        match gaps.get(gaps.len() / 2) {
            // A single date: its title stands before it, unless nothing but a heading does.
            None if ahead == 0 => 0,
            None if behind == 0 => 1,
            None => {
                let title_ahead = !self.words.promises_programme(&self.lines[first - 1].text);
                let place_behind = self.words.place_words(&self.lines[last + 1].text) >= 2.0;
                usize::from(title_ahead && (place_behind || !self.lines[first].gap || behind > 3))
            }
            Some(&gap) => gap.saturating_sub(behind).min(ahead).min(3),
        }
    }

    /// Where the last entry of a run ends: no longer than the others, and not over a gap that they do not have.
    fn end_of_last(&self, anchor: usize, end: usize, group: &Group) -> usize {
        let length = group.iter().map(|unit| {
            let at = unit.lines.iter().position(|(n, _)| self.marks[*n].is_anchor()).unwrap_or(0);
            unit.lines.len() - at
        });
        match length.max() {
            Some(longest) => end.min(anchor + longest.max(1)),
            None => (anchor + 1..end).find(|&n| n > anchor + 5).unwrap_or(end),
        }
    }

    /// `Was: … / Wann: … / Wo: …`: a new entry begins where the first label comes again, or at a line without label after the last.
    fn labelled_blocks(&mut self, start: usize, end: usize) -> bool {
        let labelled: Vec<usize> = (start..end).filter(|&n| self.marks[n].label.is_some()).collect();
        let dated = labelled.iter().any(|&n| {
            matches!(self.marks[n].label, Some(Field::Date | Field::When))
                && (self.marks[n].date || self.marks[n].label_alone)
        });
        if labelled.len() < 2 || !dated || labelled.len() * 3 < end - start {
            return false;
        }
        let mut group = Group::new();
        let mut entry: Vec<usize> = Vec::new();
        let mut seen: Vec<Field> = Vec::new();
        for n in start..end {
            let label = self.marks[n].label;
            let again = label.is_some_and(|field| seen.contains(&field));
            let value_of_label = n > start && self.marks[n - 1].label_alone;
            // A line without label after labelled ones, parted by a gap or right before the first label again: the next title.
            let next_labelled = (n + 1..end.min(n + 2)).any(|m| self.marks[m].label.is_some_and(|f| seen.contains(&f)));
            let title = label.is_none() && !value_of_label && !seen.is_empty() && (self.lines[n].gap || next_labelled);
            if again || title {
                group.push(self.unit(std::mem::take(&mut entry), false, true));
                seen.clear();
            }
            seen.extend(label);
            entry.push(n);
        }
        group.push(self.unit(entry, false, true));
        // Lines before the first title: only the last of them is it.
        for unit in &mut group {
            // "Wo Rathaus" is read as "Wo: Rathaus".
            for (n, text) in &mut unit.lines {
                let bare = self.marks[*n].label.is_some() && !text.contains(':');
                if let (true, Some((label, value))) = (bare, text.split_once(' ')) {
                    *text = format!("{label}: {value}");
                }
            }
            let first_label = unit.lines.iter().position(|(n, _)| self.marks[*n].label.is_some()).unwrap_or(0);
            if first_label > 1 {
                unit.lines.drain(..first_label - 1);
            }
        }
        self.groups.push(group);
        true
    }

    /// A table flattened to one cell a line: its head names the columns, the rest comes in rows of as many lines.
    fn cells_by_line(&mut self, start: usize, end: usize) -> bool {
        let field = |n: usize| field_of(&plain(&self.lines[n].text), self.words.vocabulary);
        // A heading "Termine" above the head is a field's name, too: the head whose rows have their day in the right line furthest is it.
        let heads = (start..end).filter(|&n| n + 2 < end && (n..n + 3).all(|m| field(m).is_some()));
        let fitting = heads.take(3).filter_map(|head| {
            let columns: Vec<Field> = (head..end).map_while(field).collect();
            let date = columns.iter().position(|field| matches!(field, Field::Date | Field::When))?;
            let rows = (head + columns.len()..end)
                .step_by(columns.len())
                .take_while(|row| row + columns.len() <= end && self.marks[row + date].is_anchor());
            let covered = rows.count() * columns.len();
            (covered > 0).then_some((covered, head, date, columns.len()))
        });
        let fitting = fitting.max_by_key(|(covered, ..)| *covered).map(|(_, head, date, width)| (head, date, width));
        let Some((head, date, width)) = fitting else { return false };
        let mut group = Group::new();
        let mut row = head + width;
        while row + width <= end && self.marks[row + date].is_anchor() {
            let mut unit = self.unit(row..row + width, false, true);
            for (line, column) in unit.lines.iter_mut().zip(head..) {
                line.1 = format!("{}: {}", self.lines[column].text.trim_end_matches(':'), line.1);
            }
            group.push(unit);
            row += width;
        }
        let found = !group.is_empty();
        if found {
            self.groups.push(group);
        }
        found
    }
}

fn depth(line: &Line) -> Option<u8> {
    if let Shape::Item(depth) = line.shape { Some(depth) } else { None }
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
