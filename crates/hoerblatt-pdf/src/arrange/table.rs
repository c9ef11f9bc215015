//! Tables: in columns where they fit, row under row where they do not. The tags are the same.

use super::Arranger;
use crate::{
    font::Weight,
    inline::{Join, Piece, line::Line},
    page::{Placed, TagId},
    sheet::Voice,
    tag::{Scope, Tag},
};
use hoerblatt_core::Table;

/// A cell with more lines than this reads better under its row than beside it.
const MOST_LINES: f32 = 6.0;

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
        self.keep_from(first, true);
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
        match self.column_widths(&rows) {
            Some(widths) => rows.into_iter().for_each(|row| self.row_in_columns(row, &widths)),
            None => rows.into_iter().for_each(|row| self.row_stacked(row)),
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

    /// Widths of the columns: each at least its widest word, the rest by need; `None` where even the words do not fit side by side, or where a
    /// cell would become a tower.
    fn column_widths(&self, rows: &[Cells]) -> Option<Vec<f32>> {
        let count = rows.iter().map(|row| row.cells.len()).max().filter(|&count| count > 0)?;
        let scale = self.sheet.size / 1000.0;
        let (mut least, mut natural) = (vec![0.0_f32; count], vec![0.0_f32; count]);
        for row in rows {
            for (at, pieces) in row.cells.iter().enumerate() {
                let (widest, whole) = extents(pieces, self.words.space(Weight::Bold));
                // The first column holds dates; they stay on one line if that is possible at all.
                let widest = if at == 0 { whole } else { widest };
                least[at] = least[at].max(widest * scale + 0.5);
                natural[at] = natural[at].max(whole * scale + 0.5);
            }
        }
        let room = self.width - self.gutter() * (count - 1) as f32;
        let spare = room - least.iter().sum::<f32>();
        if spare < 0.0 {
            return None;
        }
        let wish: f32 = natural.iter().zip(&least).map(|(n, l)| n - l).sum();
        let share = if wish > 0.0 { (spare / wish).min(1.0) } else { 0.0 };
        let widths: Vec<f32> = natural.iter().zip(&least).map(|(n, l)| l + (n - l) * share).collect();
        let towers = rows.iter().flat_map(|row| row.cells.iter().zip(&widths)).any(|(pieces, width)| {
            let (_, whole) = extents(pieces, self.words.space(Weight::Regular));
            whole * scale > width * MOST_LINES
        });
        (!towers).then_some(widths)
    }

    fn row_in_columns(&mut self, row: Cells, widths: &[f32]) {
        let style = self.sheet.style(Voice::Body);
        let voice = if row.head { Voice::Strong } else { Voice::Body };
        let columns: Vec<Vec<Line>> =
            row.cells.into_iter().zip(widths).map(|(pieces, &width)| self.lines(pieces, voice, width + 0.1)).collect();
        let lines = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut placed: Vec<Placed> = Vec::new();
        let mut x = self.indent;
        for (column, width) in columns.iter().zip(widths) {
            for (at, line) in column.iter().enumerate() {
                placed.extend(self.place_line(line, &style, x, *width, at as f32 * style.leading));
            }
            x += width + self.gutter();
        }
        let first = self.row_count();
        self.row(lines as f32 * style.leading, u16::try_from(lines).unwrap_or(u16::MAX), placed);
        self.keep_from(first, true);
        self.gap(self.sheet.step() * 0.5);
        self.row_rule(row.head);
    }

    fn row_stacked(&mut self, row: Cells) {
        let first = self.row_count();
        for (at, pieces) in row.cells.into_iter().enumerate() {
            if !pieces.is_empty() {
                self.paragraph(pieces, if at == 0 || row.head { Voice::Strong } else { Voice::Body });
            }
        }
        self.keep_from(first, true);
        self.gap(self.sheet.step() * 0.5);
        self.row_rule(row.head);
    }

    /// The rule below a row, thick below the head.
    fn row_rule(&mut self, head: bool) {
        let thickness = self.sheet.rule() * if head { 2.0 } else { 0.67 };
        let placed = self.bar(0.0, 0.0, self.width, thickness.max(1.0), self.sheet.palette.accent);
        let first = self.row_count();
        self.row(thickness.max(1.0), 0, vec![placed]);
        self.keep_from(first, head);
        self.gap(self.sheet.step() * 0.5);
    }
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
            Join::Space => {
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
