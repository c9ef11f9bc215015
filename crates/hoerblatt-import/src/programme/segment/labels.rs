//! Labelled blocks (`Was … Wann … Wo …`), and tables flattened to one cell a line.

use super::{Group, Segmenter};
use crate::lines::bare;
use hoerblatt_core::language::Field;
use std::borrow::Cow;

/// So many columns of a table may have a name that tells nothing.
const MOST_UNNAMED: usize = 3;

impl<'a> Segmenter<'a, '_> {
    /// `Was: … / Wann: … / Wo: …`: a new entry begins where the first label comes again, or at a line without label after the last.
    pub(super) fn labelled_blocks(&mut self, start: usize, end: usize) -> bool {
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
            let next_labelled = (n + 1..end.min(n + 2))
                .any(|m| !self.lines[m].gap && self.marks[m].label.is_some_and(|f| seen.contains(&f)));
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
                    *text = Cow::Owned(format!("{label}: {value}"));
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
    pub(super) fn cells_by_line(&mut self, start: usize, end: usize) -> bool {
        let field = |n: usize| self.words.field(bare(&self.lines[n].text));
        // A heading "Termine" above the head is a field's name, too: the head whose rows have their day in the right line furthest is it.
        let heads = (start..end).filter(|&n| n + 2 < end && (n..n + 3).all(|m| field(m).is_some()));
        let fitting = heads.take(3).filter_map(|head| {
            let apart = |n: usize| n > head && self.lines[n].gap;
            let named: Vec<Field> = (head..end).map_while(|n| field(n).filter(|_| !apart(n))).collect();
            let date = named.iter().position(|field| matches!(field, Field::Date | Field::When))?;
            // A column that no field is the name of ("Alter") stands before the first row, too.
            let first = head + named.len();
            let first =
                (first + date..end.min(first + date + MOST_UNNAMED + 1)).find(|&n| self.marks[n].is_anchor())? - date;
            let width = first - head;
            let rows =
                (first..end).step_by(width).take_while(|row| row + width <= end && self.marks[row + date].is_anchor());
            let covered = rows.count() * width;
            (covered > 0).then_some((covered, head, date, width))
        });
        let fitting = fitting
            .max_by_key(|(covered, head, ..)| (*covered, std::cmp::Reverse(*head)))
            .map(|(_, head, date, width)| (head, date, width));
        let Some((head, date, width)) = fitting else { return false };
        let mut group = Group::new();
        let mut row = head + width;
        while row + width <= end && self.marks[row + date].is_anchor() {
            let mut unit = self.unit(row..row + width, false, true);
            for (line, column) in unit.lines.iter_mut().zip(head..) {
                // The field's own name: "Film: …" would be read as a part of the title.
                let label = self.words.name_of(field(column).unwrap_or(Field::Description)).unwrap_or_default();
                let empty = !line.1.contains(char::is_alphanumeric);
                line.1 = if empty { Cow::Borrowed("") } else { Cow::Owned(format!("{label}: {}", line.1)) };
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
