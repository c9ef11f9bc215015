//! Cards of web pages: the day stands over the heading that names the event.

use super::{Mark, Segmenter};
use crate::lines::{Line, Shape};
use std::collections::BTreeMap;

/// No card has more lines; what follows it is text.
const LONGEST: usize = 12;

/// For each line, whether it is the day of a card: nothing but a day right over a heading without one. A single one may be the end of what
/// stands before it, so the headings of one level come at least twice, or right below a heading.
pub(super) fn days(lines: &[Line], free: &[bool], marks: &[Mark]) -> Vec<bool> {
    let level_below = |at: usize| {
        let day = free[at] && !lines[at].is_heading() && marks[at].pure_date && marks[at].is_anchor();
        let below = lines.get(at + 1).filter(|_| day && free[at + 1] && !marks[at + 1].date)?;
        if let Shape::Heading(level) = below.shape { Some(level) } else { None }
    };
    let levels: Vec<Option<u8>> = (0..lines.len()).map(level_below).collect();
    let mut counts: BTreeMap<u8, usize> = BTreeMap::new();
    for level in levels.iter().flatten() {
        *counts.entry(*level).or_default() += 1;
    }
    let below_heading = |at: usize| at > 0 && lines[at - 1].is_heading();
    let is_day =
        |(at, level): (usize, &Option<u8>)| level.is_some_and(|level| counts[&level] >= 2 || below_heading(at));
    levels.iter().enumerate().map(is_day).collect()
}

/// For each line that begins a card of the markup, the end of the card: it holds one day and at most one time by itself. A single one is
/// the page's own article.
pub(super) fn marked(lines: &[Line], free: &[bool], marks: &[Mark]) -> Vec<Option<usize>> {
    let mut ends: Vec<Option<usize>> = vec![None; lines.len()];
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|&next| lines[next].card != lines[at].card).unwrap_or(lines.len());
        let inside = |holds: fn(&Mark) -> bool| (at..end).filter(|&n| free[n] && holds(&marks[n])).count();
        let timed = inside(|mark| mark.time_first && !mark.date);
        let short = (2..=LONGEST).contains(&(end - at));
        if lines[at].card > 0 && short && inside(Mark::is_anchor) == 1 && timed <= 1 {
            ends[at] = Some(end);
        }
        at = end;
    }
    if ends.iter().flatten().count() < 2 {
        ends.fill(None);
    }
    ends
}

impl<'a> Segmenter<'a, '_> {
    /// A card of the markup, whatever the order of its lines; its heading is the title.
    pub(super) fn marked_card(&mut self, start: usize, end: usize) -> usize {
        let heading = (start..end).find(|&n| self.free[n] && self.lines[n].is_heading());
        let others = (start..end).filter(|&n| self.free[n] && Some(n) != heading);
        let unit = self.unit(heading.into_iter().chain(others), heading.is_some(), true);
        self.groups_push_near(unit);
        end
    }

    /// A card: its heading, its day, and the lines up to the next heading or card; or, where several times follow, a day for them all.
    pub(super) fn card(&mut self, day: usize) -> usize {
        let heading = day + 1;
        let end = self.stretch(heading + 1, |next| !self.lines[next].is_heading() && !self.card_days[next]);
        let below = &self.marks[heading + 1..end];
        // "19 bis 21 Uhr, Weststadtbücherei" alone is when and where the card's own event takes place.
        let timed = below.iter().filter(|mark| mark.time_first).count();
        if timed >= 2 || below.iter().any(Mark::is_anchor) {
            self.context = self.context_of(heading);
            self.context.day = self.marks[day].days();
            return heading + 1;
        }
        let rest = heading + 1..end.min(day + LONGEST);
        let unit = self.unit([heading, day].into_iter().chain(rest), true, true);
        self.groups_push_near(unit);
        end
    }
}
