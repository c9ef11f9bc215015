//! Days and the lines around them, where nothing but the distances tells which lines belong together.

use super::{Group, Segmenter};

impl<'a> Segmenter<'a, '_> {
    /// Dates and the lines around them: behind a self-contained anchor, or by the distances between bare dates.
    pub(super) fn around_anchors(&mut self, start: usize, end: usize) -> Group<'a> {
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
                    && self.context_of(n).place.is_some()
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
                let title_ahead = !self.marks[first - 1].kinds.promise_programme();
                let place_behind = self.words.place_words(&self.lines[last + 1].text) >= 2.0;
                usize::from(title_ahead && (place_behind || !self.lines[first].gap || behind > 3))
            }
            Some(&gap) => gap.saturating_sub(behind).min(ahead).min(3),
        }
    }

    /// Where the last entry of a run ends: no longer than the others, and not over a gap that they do not have.
    fn end_of_last(&self, anchor: usize, end: usize, group: &Group<'_>) -> usize {
        let length = group.iter().map(|unit| {
            let at = unit.lines.iter().position(|(n, _)| self.marks[*n].is_anchor()).unwrap_or(0);
            unit.lines.len() - at
        });
        match length.max() {
            Some(longest) => end.min(anchor + longest.max(1)),
            None => (anchor + 1..end).find(|&n| n > anchor + 5).unwrap_or(end),
        }
    }
}
