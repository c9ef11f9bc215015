//! What is a line by itself: a table's row, a picture, the day in the page's head.

use super::page::State;
use crate::lines::{Line, Shape, Zone};
use hoerblatt_core::language::ArticlePart;

impl State {
    pub(super) fn end_row(&mut self) {
        let Some(cells) = self.row.take() else { return };
        let filled: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
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
            _ => Shape::Row(cells.clone()),
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
        self.buffer = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        self.first_line = self.line;
        self.flush(true);
        if let Some(line) = self.lines.last_mut().filter(|line| line.zone == Zone::Article) {
            line.zone = Zone::Figure;
            line.shape = Shape::Plain;
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
            self.inside_main.push(true);
        }
    }
}
