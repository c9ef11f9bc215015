//! A Word file as text: a line for each paragraph and row, which findings point into.

use crate::{lines::Shape, text::after_bullet};
use std::ops::Range;

/// Longer lines are prose: neither a heading that somebody only made bold nor a line of a list.
const LONGEST_HEADING: usize = 120;
const LONGEST_LIST_LINE: usize = 90;

/// A line of the document.
pub(super) struct Paragraph {
    pub text: String,
    pub shape: Shape,
    pub range: Range<usize>,
    pub gap: bool,
}

/// What was written in a paragraph, and how.
#[derive(Default)]
pub(super) struct Written {
    pub text: String,
    /// The level of a heading.
    pub level: Option<u8>,
    /// The depth of a list's item.
    pub list: Option<u8>,
    /// Bold so far, as in a heading that somebody only made bold.
    pub bold: bool,
    /// Whether the run being read is bold.
    pub bold_run: bool,
    pub any: bool,
}

/// The lines read so far, and their text.
pub(super) struct Rendition {
    pub text: String,
    pub paragraphs: Vec<Paragraph>,
    /// Whether the next line is parted from those before it.
    gap: bool,
}

impl Rendition {
    pub(super) fn new() -> Self {
        Self { text: String::new(), paragraphs: Vec::new(), gap: true }
    }

    /// Parts what follows from what was added.
    pub(super) fn part(&mut self) {
        self.gap = true;
    }

    /// Adds a paragraph, one line for each line break inside it.
    pub(super) fn add(&mut self, written: &Written) {
        let pieces: Vec<&str> = written.text.split('\n').map(str::trim).filter(|piece| !piece.is_empty()).collect();
        if pieces.is_empty() {
            self.text.push('\n');
            self.part();
            return;
        }
        let single = pieces.len() == 1 && written.text.chars().count() < LONGEST_HEADING;
        for (at, piece) in pieces.iter().enumerate() {
            let bullet = after_bullet(piece);
            let shape = match (written.level, written.list) {
                (Some(level), _) => Shape::Heading(level.min(9)),
                (None, Some(depth)) if at == 0 => Shape::Item(depth.min(20)),
                (None, Some(_)) => Shape::Continued,
                _ if bullet.is_some() => Shape::Item(0),
                _ if written.bold && single && !piece.ends_with(['.', ':', ',']) => Shape::Heading(5),
                _ if piece.contains('\t') => {
                    Shape::Row(piece.split('\t').map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()).collect())
                }
                _ => Shape::Plain,
            };
            let text = bullet.filter(|_| shape == Shape::Item(0)).unwrap_or(piece);
            let near = at > 0 || !self.gap && self.is_list_line(text);
            self.push(text, text.to_owned(), shape, !near);
        }
        self.gap = false;
    }

    /// Adds a row of a table.
    pub(super) fn add_row(&mut self, cells: Vec<String>) {
        let filled: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        if filled.is_empty() {
            self.text.push('\n');
        } else {
            let (told, shown) = (filled.join(" | "), cells.join(" | "));
            let shape = if cells.len() == 1 { Shape::Plain } else { Shape::Row(cells) };
            self.push(&shown, told, shape, self.gap);
        }
        self.gap = false;
    }

    /// Every paragraph of Word is parted from the next; short ones below each other are lines of a list.
    fn is_list_line(&self, text: &str) -> bool {
        let short = |text: &str| text.chars().count() < LONGEST_LIST_LINE;
        short(text) && self.paragraphs.last().is_some_and(|last| last.shape == Shape::Plain && short(&last.text))
    }

    fn push(&mut self, shown: &str, text: String, shape: Shape, gap: bool) {
        let start = self.text.len();
        self.text.push_str(shown);
        let range = start..self.text.len();
        self.text.push('\n');
        self.paragraphs.push(Paragraph { text, shape, range, gap });
    }
}
