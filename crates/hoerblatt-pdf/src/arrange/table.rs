//! Tables: a line of columns where they fit; else two lines, each with two columns at most; else cell under cell. The tags are the same.

use super::Arranger;
use crate::{
    font::Weight,
    inline::{Join, Piece, line::Line},
    page::{Placed, TagId},
    sheet::Voice,
    tag::{Scope, Tag},
};
use hoerblatt_core::Table;
use std::sync::Arc;

/// A cell with more lines than this is a tower; it reads better below than beside the others.
const MOST_LINES: f32 = 3.0;

/// Columns of a table that is set in two lines a row.
const PAIR: usize = 2;

/// A row's cells, collected.
struct Cells {
    cells: Vec<Vec<Piece>>,
    head: bool,
}

impl Arranger<'_> {
    pub(crate) fn table(&mut self, table: &Table, root: TagId) {
        let tag = self.tags.add(Tag::Table, Some(root));
        let caption = self.tags.add(Tag::Caption, Some(tag));
        let pieces = self.collect(caption, |c| c.form(&table.caption, Weight::Regular, true));
        let first = self.row_count();
        self.paragraph(pieces, Voice::Body);
        self.keep_with_next(first);
        self.gap(self.sheet.step() * 2.0);

        let mut rows = vec![self.head_row(table, tag)];
        for row in &table.rows {
            let tr = self.tags.add(Tag::TR, Some(tag));
            let cell = |(at, cell): (usize, &Vec<_>)| {
                let (kind, weight) =
                    if at == 0 { (Tag::TH(Scope::Row), Weight::Bold) } else { (Tag::TD, Weight::Regular) };
                let tag = self.tags.add(kind, Some(tr));
                self.collect(tag, |c| c.inlines(cell, weight))
            };
            rows.push(Cells { cells: row.cells.iter().enumerate().map(cell).collect(), head: false });
        }
        let columns = table.columns.len().max(1);
        let grids = [columns, PAIR, 1].into_iter().filter(|&count| count <= columns);
        let widths = grids.into_iter().find_map(|count| self.column_widths(&rows, count));
        let widths = widths.unwrap_or_else(|| vec![self.width]);
        let mut head = None;
        for row in rows {
            let (is_head, first) = (row.head, self.row_count());
            self.table_row(row, &widths);
            if is_head {
                head = Some(Arc::new(self.rows[first..].to_vec()));
            } else {
                self.rows[first..].iter_mut().for_each(|row| row.head.clone_from(&head));
            }
        }
    }

    fn head_row(&mut self, table: &Table, tag: TagId) -> Cells {
        let tr = self.tags.add(Tag::TR, Some(tag));
        let cell = |form| {
            let tag = self.tags.add(Tag::TH(Scope::Column), Some(tr));
            self.collect(tag, |c| c.form(form, Weight::Bold, true))
        };
        Cells { cells: table.columns.iter().map(cell).collect(), head: true }
    }

    fn gutter(&self) -> f32 {
        self.sheet.size
    }

    /// Widths of `count` columns: each at least its widest word, the rest by need; `None` where even the words do not fit side by side, or where a
    /// cell would become a tower. Rows with more cells go on in a second line of the same columns.
    fn column_widths(&self, rows: &[Cells], count: usize) -> Option<Vec<f32>> {
        let scale = self.sheet.size / 1000.0;
        let (mut least, mut natural) = (vec![0.0_f32; count], vec![0.0_f32; count]);
        // The last cell of a row has the whole line if it stands on it alone.
        let cells = || {
            rows.iter()
                .flat_map(|row| row.cells.iter().enumerate().filter(|(at, _)| !is_alone(*at, row.cells.len(), count)))
        };
        for (at, pieces) in cells() {
            let (widest, whole) = extents(pieces, self.words.space(Weight::Bold));
            // The first column holds dates; they stay on one line if that is possible at all.
            let widest = if at == 0 && count > PAIR { whole } else { widest };
            let at = at % count;
            least[at] = least[at].max(widest * scale + 0.5);
            natural[at] = natural[at].max(whole * scale + 0.5);
        }
        let room = self.width - self.gutter() * (count - 1) as f32;
        let spare = room - least.iter().sum::<f32>();
        if spare < 0.0 {
            return None;
        }
        let wish: f32 = natural.iter().zip(&least).map(|(n, l)| n - l).sum();
        let share = if wish > 0.0 { (spare / wish).min(1.0) } else { 0.0 };
        let widths: Vec<f32> = natural.iter().zip(&least).map(|(n, l)| l + (n - l) * share).collect();
        let tower = |(at, pieces): (usize, &Vec<Piece>)| {
            let (_, whole) = extents(pieces, self.words.space(Weight::Regular));
            whole * scale > widths[at % count] * MOST_LINES
        };
        let towers = cells().any(tower);
        (!towers).then_some(widths)
    }

    /// A row of the table with the rule below it; its lines stay together.
    fn table_row(&mut self, row: Cells, widths: &[f32]) {
        let (first, count) = (self.row_count(), row.cells.len());
        let mut cells = row.cells.into_iter().enumerate().peekable();
        if widths.len() == 1 {
            // Line by line, so that a cell that is taller than a page goes on overleaf.
            let filled = cells.by_ref().filter(|(_, pieces)| !pieces.is_empty());
            filled.for_each(|(at, pieces)| self.paragraph(pieces, cell_voice(row.head, at)));
        }
        let style = self.sheet.style(Voice::Body);
        while cells.peek().is_some() {
            let columns: Vec<(f32, Vec<Line>)> = cells
                .by_ref()
                .take(widths.len())
                .zip(widths)
                .map(|((at, pieces), &width)| {
                    let width = if is_alone(at, count, widths.len()) { self.width } else { width };
                    (width, self.lines(pieces, cell_voice(row.head, at), width + 0.1))
                })
                .collect();
            let lines = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
            if lines == 0 {
                continue;
            }
            let mut placed: Vec<Placed> = Vec::new();
            let mut x = self.indent;
            for (width, column) in &columns {
                for (at, line) in column.iter().enumerate() {
                    placed.extend(self.place_line(line, &style, x, *width, at as f32 * style.leading));
                }
                x += width + self.gutter();
            }
            self.row(lines as f32 * style.leading, u16::try_from(lines).unwrap_or(u16::MAX), placed);
        }
        self.keep_with_next(first);
        self.gap(self.sheet.step() * 0.5);
        self.row_rule(row.head);
    }

    /// The rule below a row, thick below the head.
    fn row_rule(&mut self, head: bool) {
        let thickness = self.sheet.rule() * if head { 2.0 } else { 0.67 };
        let placed = self.bar(0.0, 0.0, self.width, thickness.max(1.0), self.sheet.palette.accent);
        self.row(thickness.max(1.0), 0, vec![placed]);
        if head {
            self.keep_with_next(self.row_count() - 1);
        }
        self.gap(self.sheet.step() * 0.5);
    }
}

/// Whether a cell of a row stands alone on the last of several lines.
fn is_alone(at: usize, cells: usize, columns: usize) -> bool {
    columns > 1 && cells > columns && at + 1 == cells && at.is_multiple_of(columns)
}

/// Heads of columns and of rows are strong.
fn cell_voice(head: bool, at: usize) -> Voice {
    if head || at == 0 { Voice::Strong } else { Voice::Body }
}

/// The widest stretch that does not break, and the width on one line; thousandths of an em.
fn extents(pieces: &[Piece], space: f32) -> (f32, f32) {
    let (mut widest, mut stretch, mut whole, mut longest) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    for piece in pieces {
        stretch += piece.shape.width;
        whole += piece.shape.width;
        widest = widest.max(stretch);
        match piece.join {
            Join::Tight => {}
            Join::Space(_) => {
                stretch = 0.0;
                whole += space;
            }
            Join::Seam(_) | Join::Hyphen(_) => stretch = 0.0,
            Join::Line => {
                stretch = 0.0;
                longest = longest.max(whole);
                whole = 0.0;
            }
        }
    }
    (widest, longest.max(whole))
}
