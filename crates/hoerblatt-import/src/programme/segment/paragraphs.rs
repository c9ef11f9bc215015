//! Lines without markup: blocks, days over times, headings that only look like one.

use super::{Days, Group, Segmenter};
use crate::{
    lines::{Line, Shape},
    programme::kinds::Kind,
    scan::Scan,
};
use hoerblatt_core::language::Field;

impl<'a> Segmenter<'a, '_> {
    /// Paragraphs up to the next heading, list or table.
    pub(super) fn paragraphs(&mut self, at: usize) -> usize {
        let plain = |next: usize| matches!(self.lines[next].shape, Shape::Plain | Shape::Continued);
        let end = self.stretch(at + 1, |next| plain(next) && !self.card_days[next]);
        let mut start = at;
        while start < end {
            // Running text parts the runs; it may promise what comes ("Folgende Termine sind geplant:").
            if self.marks[start].prose {
                self.prose(start);
                start += 1;
                continue;
            }
            if self.heads_week(start) {
                self.context.day = self.marks[start].days();
                start += 1;
                continue;
            }
            let stop = (start..end).find(|&n| self.marks[n].prose || self.heads_week(n)).unwrap_or(end);
            self.context.list = start;
            if stop == end && self.heads_list(stop - 1) {
                if start < stop - 1 {
                    self.run_of_lines(start, stop - 1);
                }
                self.context.day = self.marks[stop - 1].days();
            } else {
                self.run_of_lines(start, stop);
            }
            start = stop;
        }
        end
    }

    /// Whether a line is nothing but the day of the list or table of times right below it.
    fn heads_list(&self, at: usize) -> bool {
        let below = at + 1;
        let day = self.marks[at].pure_date && self.marks[at].is_anchor() && !self.marks[at].time;
        let listed = |line: &Line| matches!(line.shape, Shape::Item(_) | Shape::Row(_));
        let list = self.lines.get(below).is_some_and(|line| listed(line) && self.free[below]);
        let end = self.stretch(below, |next| listed(&self.lines[next]));
        day && list && (below..end).any(|n| self.marks[n].time) && (below..end).all(|n| !self.marks[n].date)
    }

    fn prose(&mut self, at: usize) {
        let text = &self.lines[at].text;
        if text.ends_with(':') {
            self.context.programme |= self.marks[at].kinds.promise_programme();
        }
        self.context.intro = Some(at);
        if let [day] = self.marks[at].days().as_slice() {
            self.told = vec![*day];
        }
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        let mut placed = || words.any(|word| self.words.field(word) == Some(Field::Place));
        let for_all = !self.marks[at].date && self.marks[at].kinds.is(Kind::Each);
        if for_all && (self.marks[at].time || placed()) {
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
        self.day_for_times(start, end);
        if !self.context.day.is_empty() && (start..end).any(|n| self.marks[n].time) {
            return self.timed(start, end);
        }
        for n in start..end {
            self.short_heading(n);
        }
    }

    /// A short line that parts a text without markup.
    pub(super) fn short_heading(&mut self, at: usize) {
        let text = &self.lines[at].text;
        let each = text.split(' ').any(|word| self.words.kinds_folded(word).is(Kind::Each));
        if each && self.marks[at].time {
            self.context.for_all = Some(at);
            return;
        }
        let heads = !text.ends_with(['.', ',', ';']) && text.chars().count() <= 90;
        if heads {
            let above = std::mem::take(&mut self.context);
            self.context = self.context_of(at);
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

    /// Each block with an anchor is an entry; a short one without is its title or a heading, or goes on with the entry before.
    fn block_units(&mut self, blocks: &[(usize, usize)]) {
        let titled = self.titles_stand_alone(blocks);
        let mut group = Group::new();
        for (index, &(from, to)) in blocks.iter().enumerate() {
            if self.is_anchored(&(from, to)) {
                let title = usize::from(titled && index > 0 && self.may_be_title(blocks[index - 1]));
                group.push(self.unit(from - title..to, title > 0, false));
            } else if to - from == 1 {
                let next_is_anchor = blocks.get(index + 1).is_some_and(|block| self.is_anchored(block));
                if (next_is_anchor || group.is_empty()) && !(titled && self.may_be_title((from, to))) {
                    self.short_heading(from);
                }
            }
        }
        self.groups.push(group);
    }

    fn is_anchored(&self, block: &(usize, usize)) -> bool {
        (block.0..block.1).any(|n| self.marks[n].is_anchor())
    }

    /// A line by itself that is neither a heading of the programme nor a place nor a sentence.
    fn may_be_title(&self, (from, to): (usize, usize)) -> bool {
        let text = &self.lines[from].text;
        to - from == 1
            && !self.is_anchored(&(from, to))
            && !text.ends_with(['.', ':', ','])
            && !self.marks[from].kinds.promise_programme()
            && self.context_of(from).place.is_none()
    }

    /// "Repair-Café", a blank line, "18. Mai, 13 Uhr" over the venue: whether every entry's day leads its block and a line by itself
    /// stands before it.
    fn titles_stand_alone(&self, blocks: &[(usize, usize)]) -> bool {
        let anchored: Vec<usize> = (0..blocks.len()).filter(|&at| self.is_anchored(&blocks[at])).collect();
        let led = |&at: &usize| {
            let first = &self.marks[blocks[at].0];
            first.is_anchor() && first.pure_date && at > 0 && self.may_be_title(blocks[at - 1])
        };
        let single = anchored.first().filter(|&&at| anchored.len() == 1 && at > 0).is_some_and(|&at| {
            let named = self.lines[blocks[at - 1].0].text.pieces().any(|word| self.words.names_event(word));
            blocks[at].1 - blocks[at].0 > 2 && !named
        });
        !anchored.is_empty() && !single && anchored.iter().all(led)
    }

    /// Whether a pure date heads lines that begin with a time.
    fn heads_times(&self, at: usize, end: usize) -> bool {
        let mark = &self.marks[at];
        if mark.time || !mark.pure_date && !self.marks[at].kinds.promise_programme() {
            return false;
        }
        let until = (at + 1..end).find(|&n| self.marks[n].is_anchor()).unwrap_or(end);
        let timed = (at + 1..until).filter(|&n| self.marks[n].time_first && !self.marks[n].pure_date).count();
        // A day over its title and one line with the time is an entry by itself.
        let in_block = self.stretch(at + 1, |n| n < until && !self.lines[n].gap);
        let first_time = (at + 1..in_block).find(|&n| self.marks[n].time_first);
        if timed == 1 && first_time.is_some_and(|time| time > at + 1) {
            return false;
        }
        let pure_times = (at + 1..until).filter(|&n| self.marks[n].time_first && self.marks[n].pure_date).count();
        timed >= 1 || pure_times >= 2
    }

    /// Whether an entry has its time and something beside it, and follows its neighbour without a gap: what a gap parts from it is a heading.
    fn is_told(&self, entry: &[usize]) -> bool {
        entry.iter().any(|&n| self.marks[n].time)
            && entry.iter().any(|&n| !self.marks[n].pure_date)
            && entry.last().is_some_and(|&last| !self.lines[last].gap)
    }

    /// Lines with times below lines with days.
    fn timed(&mut self, start: usize, end: usize) {
        let mut group = Group::new();
        let mut entry: Vec<usize> = Vec::new();
        let mut day: Days = self.context.day.clone();
        // "Stadtmuseum, 18.30 Uhr: Führung": where no line begins with its time, every line with one is an entry.
        let inside = !(start..end).any(|n| self.marks[n].time_first) && (start..end).any(|n| self.marks[n].time);
        let flush = |this: &Self, entry: &mut Vec<usize>, day: &Days, group: &mut Group<'a>| {
            if entry.iter().any(|&n| this.marks[n].time || this.marks[n].is_anchor()) {
                let mut unit = this.unit(entry.iter().copied(), false, true);
                unit.context.day.clone_from(day);
                group.push(unit);
            }
            entry.clear();
        };
        for n in start..end {
            let mark = &self.marks[n];
            if mark.is_anchor() && self.heads_times(n, end) {
                flush(self, &mut entry, &day, &mut group);
                day = mark.days();
            } else if mark.is_anchor()
                || mark.time_first
                || mark.weekday_first
                || (mark.time && (inside || self.lines[n].gap))
            {
                flush(self, &mut entry, &day, &mut group);
                entry.push(n);
            } else if self.lines[n].gap && (self.is_told(&entry) || self.context_of(n).place.is_some()) {
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
}
