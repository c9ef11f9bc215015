//! Entries below a day: their titles are headings of a lower rank, or lead blocks whose time stands in another line.

use super::{Group, Segmenter};
use crate::lines::Shape;
use std::ops::Range;

/// No entry has more lines; what follows is text.
const LONGEST: usize = 14;

impl<'a> Segmenter<'a, '_> {
    /// "Sonntag, 22. September" over "**Matinee**" over "11 Uhr, Hansesaal": the entries up to the next heading of the day's rank, if titles
    /// lead all of them; else nothing.
    pub(super) fn below_day(&mut self, day: usize, level: u8) -> Option<usize> {
        let inside = |next: usize| !matches!(self.lines[next].shape, Shape::Heading(other) if other <= level);
        let end = self.stretch(day + 1, inside);
        let titled = self.titled(day + 1, end)?;
        let mut context = self.context.clone();
        context.day = self.marks[day].days();
        let outer = std::mem::replace(&mut self.context, context);
        let units: Group<'a> = titled
            .into_iter()
            .map(|lines| self.unit(lines.start..lines.end.min(lines.start + LONGEST), true, true))
            .collect();
        self.context = outer;
        for unit in units {
            self.groups_push_near(unit);
        }
        Some(end)
    }

    /// The lines of each entry; `None` where a line is a day, a place or a sentence by itself, or where one title has several times.
    fn titled(&self, start: usize, end: usize) -> Option<Vec<Range<usize>>> {
        let mut entries: Vec<Range<usize>> = Vec::new();
        for (from, to) in self.parts_below(start, end) {
            let mark = &self.marks[from];
            let heading = self.lines[from].is_heading();
            let told = (from + 1..to).any(|n| self.marks[n].time_first);
            // "16 Uhr: Markt der Ehrenamtsbörse"
            let timed = mark.time && !(heading && mark.time_first && !mark.pure_date);
            if (heading || told) && !timed && !mark.prose {
                entries.push(from..to);
            } else {
                entries.last_mut()?.end = to;
            }
        }
        let titles = |entry: &Range<usize>| {
            let times = entry.clone().filter(|&n| self.marks[n].time_first).count();
            times <= 1
                && !self.marks[entry.start].kinds.promise_programme()
                && self.context_of(entry.start).place.is_none()
        };
        let dated = (start..end).any(|n| self.marks[n].date || self.lines[n].is_item());
        (!entries.is_empty() && !dated && entries.iter().all(titles)).then_some(entries)
    }

    /// Stretches of lines that neither a gap nor a heading parts.
    fn parts_below(&self, start: usize, end: usize) -> Vec<(usize, usize)> {
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for n in start..end {
            match parts.last_mut() {
                Some((_, to)) if !self.lines[n].gap && !self.lines[n].is_heading() => *to = n + 1,
                _ => parts.push((n, n + 1)),
            }
        }
        parts
    }
}
