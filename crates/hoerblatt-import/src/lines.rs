//! What every reader makes of its format: lines in reading order, each with its place in the source and what the format tells of it.

use crate::scan::Scan;
use hoerblatt_core::{FileId, Span, language::ArticlePart};
use std::ops::Range;

/// A file, read.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Its tables of records (CSV, spreadsheet, calendar); tables inside an article are lines.
    pub tables: Vec<Table>,
    /// Links inside lines: the text and the address.
    pub links: Vec<(String, String, Span)>,
    /// Events that the format itself names (a calendar).
    pub events: Vec<crate::event::ImportedEvent>,
}

/// A line as a reader sees it: wrapped lines are joined, bullets are off.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// The text without bullet, markup and outer spaces; never empty.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// What the format says it is.
    pub shape: Shape,
    /// Whether something parts it from the line before: a blank line, a new paragraph.
    pub gap: bool,
    /// Where on the page it stands, as far as the format tells.
    pub zone: Zone,
    /// Which card of a list it stands in, where the markup parts them; 0 for none.
    pub card: u32,
    /// The part of the article it is, where the markup names it.
    pub part: Option<ArticlePart>,
}

/// What a format says a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Text.
    Plain,
    /// A heading of a level from 1.
    Heading(u8),
    /// A list item, the outermost with depth 0.
    Item(u8),
    /// Goes on with the item or heading before it.
    Continued,
    /// A row of a table, cell by cell.
    Row(Vec<String>),
}

/// Where on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    /// In the text itself.
    Article,
    /// In a picture's frame.
    Figure,
    /// Navigation, header, footer, aside.
    Furniture,
}

/// Records with named columns.
#[derive(Debug)]
pub(crate) struct Table {
    /// The rows, the first of which may name the columns.
    pub rows: Vec<Row>,
}

/// One record.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The cells, without outer spaces.
    pub cells: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

impl Line {
    pub(crate) fn new(text: impl Into<String>, file: FileId, range: Range<usize>, shape: Shape, gap: bool) -> Self {
        Self { text: text.into(), span: Span::new(file, range), shape, gap, zone: Zone::Article, card: 0, part: None }
    }

    /// Whether it reads as running text: long, or a long sentence.
    pub(crate) fn is_prose(&self) -> bool {
        reads_as_prose(&self.text)
    }

    /// Whether the format marks it as a heading.
    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.shape, Shape::Heading(_))
    }

    /// Whether it is a list item.
    pub(crate) fn is_item(&self) -> bool {
        matches!(self.shape, Shape::Item(_))
    }
}

/// Whether a text is longer than any label, title or entry, or a whole sentence of some length.
pub(crate) fn reads_as_prose(text: &str) -> bool {
    let bare = without_pictures(text);
    // No word beyond the last that counts is looked at: every line of a text is asked.
    let enough =
        if bare.len() < text.len() || text.ends_with(['.', '!', '?', ':', '“', '"', '…']) { 9 } else { 32 };
    // So many words have at least so many bytes.
    text.len() >= 2 * enough - 1 && text.spaced().nth(enough - 1).is_some()
}

/// A text without the pictures at its end, as posts in social networks have them.
pub(crate) fn without_pictures(text: &str) -> &str {
    let picture = |sign: char| is_picture(sign) || sign == ' ';
    if text.as_bytes().last().is_none_or(u8::is_ascii) { text } else { text.trim_end_matches(picture) }
}

/// Emoji and arrows, with the marks that join them.
pub(crate) fn is_picture(sign: char) -> bool {
    matches!(sign, '\u{200d}' | '\u{fe0f}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Lower case, without outer spaces and signs: how headings and labels are compared.
pub(crate) fn plain(text: &str) -> String {
    bare(text).to_lowercase()
}

/// Without outer spaces and signs.
pub(crate) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '©' | '.'))
}
