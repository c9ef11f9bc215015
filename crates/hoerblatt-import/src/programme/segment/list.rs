//! Lists and typed tables: each outermost item or row is an entry.

use super::{Context, Group, RowTable, Segmenter};
use crate::{
    lines::{Line, Shape, bare},
    programme::table,
};

impl<'a> Segmenter<'a, '_> {
    /// A list: each outermost item is an entry, with its continuation and the items below it.
    pub(super) fn list(&mut self, at: usize) -> usize {
        let mut end = self.stretch(at + 1, |next| matches!(self.lines[next].shape, Shape::Item(_) | Shape::Continued));
        // Prose between items of the same list is rare; a date alone before a list of times is its heading.
        let above = self.context.day.clone();
        self.day_for_times(at, end);
        let mut group = Group::new();
        self.items(at, end, &mut group);
        // Lists that only a blank line or a heading of their own parts are weighed by themselves.
        end = end.max(at + 1);
        self.context.day = above;
        self.groups.push(group);
        end
    }

    /// The items of one depth; those that head others tell for them.
    fn items(&mut self, at: usize, end: usize, group: &mut Group<'a>) {
        let outer = (at..end).filter_map(|n| depth(&self.lines[n])).min().unwrap_or(0);
        let mut item = at;
        while item < end {
            let next = self.stretch(item + 1, |n| n < end && depth(&self.lines[n]).is_none_or(|d| d > outer));
            // "Hörde" over "6. Juni: Vögel zählen" over "Treffpunkt: Hafen": the items right below tell whether this one heads them.
            let below = (item + 1..next).filter_map(|n| depth(&self.lines[n])).min();
            let inner = (item + 1..next).filter(|&n| depth(&self.lines[n]).is_some_and(|depth| Some(depth) == below));
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
                let heading = self.context_of(item);
                let programme = heading.programme || outer_context.programme;
                self.context = Context { programme, year: heading.year.or(outer_context.year), ..heading };
                self.context.day = mark.days();
                let first = inner.min().unwrap_or(next);
                self.items(first, next, group);
                self.context = outer_context;
            } else {
                group.push(self.unit(item..next, false, true));
            }
            item = next;
        }
    }

    /// "Uhrzeit | Was passiert? | Wo?" over rows without a day of their own.
    fn names_columns(&self, at: usize) -> bool {
        let Shape::Row(cells) = &self.lines[at].shape else { return false };
        let named = cells.iter().filter(|cell| self.words.field(bare(cell)).is_some()).count();
        named >= 2 && !self.marks[at].date && !self.marks[at].time
    }

    /// Rows of a typed table: with a head line that names columns, or without.
    pub(super) fn table(&mut self, at: usize) -> usize {
        let end = self.stretch(at + 1, |next| matches!(self.lines[next].shape, Shape::Row(_)));
        if let Shape::Row(head) = &self.lines[at].shape
            && let Some(columns) = table::columns(head, self.words)
        {
            self.tables.push(RowTable { columns, head: at, rows: at + 1..end, context: self.context.clone() });
            return end;
        }
        let first = at + usize::from(self.names_columns(at) && end > at + 1);
        let group = (first..end).map(|row| self.unit([row], false, true)).collect();
        self.groups.push(group);
        end
    }
}

fn depth(line: &Line) -> Option<u8> {
    if let Shape::Item(depth) = line.shape { Some(depth) } else { None }
}
