//! What is a line by itself: a table's row, a picture, the day in the page's head.

use super::page::{Inside, State};
use crate::lines::{Line, Shape, Zone};
use crate::scan::Scan;
use hoerblatt_core::language::ArticlePart;

/// Where a line ends inside a cell: it may be wrapped there.
pub(super) const CELL_BREAK: char = '\n';

/// Where a paragraph begins inside a cell: "Casablanca" over "Melodram mit Ingrid Bergman".
pub(super) const CELL_PARAGRAPH: char = '\r';

/// A cell beside the headline with fewer lines may hold the line above it.
const FEWEST_OF_MENU: usize = 3;

impl State {
    /// Many a cell has no end tag.
    pub(super) fn end_cell(&mut self) {
        if let Some(row) = &mut self.row {
            row.extend(Some(std::mem::take(&mut self.buffer).trim().to_owned()).filter(|cell| !cell.is_empty()));
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        let Some(cells) = self.row.take() else { return };
        let told = |cell: &String| cell.replace(CELL_BREAK, " ").replace(CELL_PARAGRAPH, " | ");
        let filled: Vec<String> = cells.iter().map(told).filter(|cell| !cell.is_empty()).collect();
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace([CELL_BREAK, CELL_PARAGRAPH], " ")).collect();
        if filled.is_empty() {
            return;
        }
        self.buffer = filled.join(" | ");
        // A table of one column, or a label with its value, is layout.
        let shape = match filled.len() {
            1 => Shape::Plain,
            2 if filled[0].ends_with(':') => {
                self.buffer = filled.join(" ");
                Shape::Plain
            }
            _ => Shape::Row(cells),
        };
        let before = self.lines.len();
        self.first_line = self.first_line.min(self.line);
        self.flush(false);
        if let Some(line) = self.lines.get_mut(before) {
            line.shape = shape;
        }
    }

    pub(super) fn picture(&mut self, alt: Option<String>) {
        let Some(alt) = alt.filter(|alt| alt.trim().chars().count() > 3 && self.row.is_none()) else { return };
        self.flush(true);
        self.buffer = alt.spaced().collect::<Vec<_>>().join(" ");
        self.first_line = self.line;
        self.flush(true);
        if let Some(line) = self.lines.last_mut().filter(|line| line.zone == Zone::Article) {
            line.zone = Zone::Figure;
            line.shape = Shape::Plain;
        }
    }

    /// A cell with a heading or a table in it is no fact but a part of the page's layout: what was read of the row becomes lines.
    /// Beside a headline, cells of several lines are the page's: its menu, its counter.
    pub(super) fn end_layout(&mut self, headline: bool) {
        let Some(cells) = self.row.take() else { return };
        let open = std::mem::take(&mut self.buffer);
        for (cell, beside) in cells.iter().map(|cell| (cell, headline)).chain([(&open, false)]) {
            let first = self.lines.len();
            for line in cell.split([CELL_BREAK, CELL_PARAGRAPH]) {
                self.buffer = line.trim().to_owned();
                self.flush(true);
            }
            if beside && self.lines.len() - first >= FEWEST_OF_MENU {
                self.lines[first..].iter_mut().for_each(|line| line.zone = Zone::Furniture);
            }
        }
    }

    /// The day of the news, where the page's head names it.
    pub(super) fn meta(&mut self, name: Option<String>, content: Option<String>) {
        let (Some(name), Some(content)) = (name, content) else { return };
        let dated = matches!(
            name.to_lowercase().as_str(),
            "date" | "article:published_time" | "dcterms.date" | "dc.date" | "datepublished"
        );
        if dated {
            let start = self.starts.get(self.line - 1).copied().unwrap_or(0);
            let day = content.split('T').next().unwrap_or("").to_owned();
            let mut line = Line::new(day, self.file, start..start + 1, Shape::Plain, true);
            line.part = Some(ArticlePart::NewsDate);
            self.lines.push(line);
            self.inside.push(Inside::MAIN);
        }
    }
}
