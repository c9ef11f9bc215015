//! The page as far as it was read: the line being gathered, and the lines before it.

use super::{
    anchors::Anchor,
    whole::{CELL_BREAK, CELL_PARAGRAPH},
};
use crate::lines::{Line, Page, Shape, Zone};
use hoerblatt_core::{FileId, language::ArticlePart};
use std::{collections::BTreeSet, ops::Range};

/// An element that changes how text inside it is read; all others are only counted by the tokenizer.
pub(super) struct Open {
    pub name: String,
    pub zone: Zone,
    /// Which card it is.
    pub card: Option<u32>,
    pub part: Option<ArticlePart>,
}

/// Whether text stands in `<main>`, and in which `<article>`.
#[derive(Clone, Copy)]
pub(super) struct Inside {
    main: bool,
    /// The outermost article, counted from 1; 0 for none.
    article: u32,
}

impl Inside {
    pub(super) const MAIN: Self = Self { main: true, article: 0 };
}

pub(super) struct State {
    pub(super) file: FileId,
    pub(super) starts: Vec<usize>,
    pub(super) length: usize,
    pub(super) line: usize,
    pub(super) first_line: usize,
    pub(super) buffer: String,
    pub(super) gap: bool,
    pub(super) stack: Vec<Open>,
    pub(super) too_deep: usize,
    pub(super) skip: usize,
    pub(super) title: bool,
    pub(super) heading: Option<u8>,
    pub(super) lists: u32,
    pub(super) item: bool,
    pub(super) item_started: bool,
    pub(super) bold: u32,
    pub(super) all_bold: bool,
    pub(super) row: Option<Vec<String>>,
    /// What a `dt` names, until its `dd` is told.
    pub(super) term: Option<String>,
    /// The same for a second `dd`, where it is a day and no label.
    pub(super) day: Option<String>,
    /// The same, where it is a venue over several times.
    pub(super) again: Option<String>,
    pub(super) lines: Vec<Line>,
    /// For each line, where it stands.
    pub(super) inside: Vec<Inside>,
    pub(super) main: u32,
    pub(super) article: u32,
    /// How many `<article>` stand side by side: of several, none is the page's own.
    pub(super) articles: u32,
    /// How many elements may be cards.
    pub(super) cards: u32,
    /// The link that is open.
    pub(super) anchor: Option<Anchor>,
    /// Links that were closed: where they stand, what they say, where they lead.
    pub(super) links: Vec<(Inside, Line, String)>,
    pub(super) page_title: Option<Line>,
}

impl State {
    pub(super) fn new(file: FileId, starts: Vec<usize>, length: usize) -> Self {
        Self {
            file,
            starts,
            length,
            line: 1,
            first_line: 1,
            buffer: String::new(),
            gap: true,
            stack: Vec::new(),
            too_deep: 0,
            skip: 0,
            title: false,
            heading: None,
            lists: 0,
            item: false,
            item_started: false,
            bold: 0,
            all_bold: true,
            row: None,
            term: None,
            day: None,
            again: None,
            lines: Vec::new(),
            inside: Vec::new(),
            main: 0,
            article: 0,
            articles: 0,
            cards: 0,
            anchor: None,
            links: Vec::new(),
            page_title: None,
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.skip > 0 {
            return;
        }
        if self.buffer.is_empty() {
            self.first_line = self.line;
        }
        let bold = self.bold > 0;
        for sign in text.chars() {
            if sign.is_whitespace() {
                if !self.buffer.is_empty() && !self.buffer.ends_with([' ', CELL_BREAK, CELL_PARAGRAPH]) {
                    self.buffer.push(' ');
                }
            } else if !matches!(sign, '\u{ad}' | '\u{200b}' | '\u{feff}') {
                self.all_bold &= bold;
                self.buffer.push(sign);
            }
        }
    }

    /// Ends the line that was gathered.
    pub(super) fn flush(&mut self, gap: bool) {
        let mut text = std::mem::take(&mut self.buffer).trim().to_owned();
        if let Some(term) = self.term.take_if(|_| !text.is_empty()) {
            text = format!("{term}: {text}");
        } else if let Some(term) = self.again.as_ref().filter(|_| text.starts_with(|c: char| c.is_ascii_digit())) {
            // "Adlerturm", and below it one `dd` for each time.
            text = format!("{term}: {text}");
        }
        let all_bold = std::mem::replace(&mut self.all_bold, true);
        if text.is_empty() {
            self.gap |= gap;
            return;
        }
        let mut shape = match (self.heading, self.item) {
            (Some(level), _) => Shape::Heading(level),
            (None, true) if !self.item_started => {
                Shape::Item(u8::try_from(self.lists.saturating_sub(1)).unwrap_or(u8::MAX).min(20))
            }
            (None, true) => Shape::Continued,
            _ => Shape::Plain,
        };
        if shape == Shape::Plain && all_bold && gap && self.gap && text.len() < 120 && !text.ends_with(['.', ':']) {
            shape = Shape::Heading(5);
        }
        self.item_started |= self.item;
        let mut line = Line::new(text, self.file, self.place(), shape, self.gap);
        line.zone = self.zone();
        line.card = self.stack.iter().rev().find_map(|open| open.card).unwrap_or(0);
        line.part = self.stack.iter().rev().find_map(|open| open.part).filter(|_| line.zone == Zone::Article);
        self.lines.push(line);
        self.inside.push(self.inside());
        self.gap = gap;
    }

    /// The source lines from which the gathered text comes.
    pub(super) fn place(&self) -> Range<usize> {
        let start = self.starts.get(self.first_line - 1).copied().unwrap_or(0);
        let end = self.starts.get(self.line).copied().unwrap_or(self.length);
        start..end.max(start)
    }

    pub(super) fn inside(&self) -> Inside {
        Inside { main: self.main > 0, article: if self.article > 0 { self.articles } else { 0 } }
    }

    /// Where text stands that comes now: an element outside counts more than one inside it.
    pub(super) fn zone(&self) -> Zone {
        self.stack.iter().fold(Zone::Article, |all, open| match (all, open.zone) {
            (Zone::Furniture, _) | (_, Zone::Furniture) => Zone::Furniture,
            (Zone::Figure, _) | (_, Zone::Figure) => Zone::Figure,
            _ => Zone::Article,
        })
    }

    pub(super) fn finish(mut self) -> Page {
        self.flush(true);
        // Where the page marks its main part, everything outside it is the page's. Several articles are the cards of a list, unless one of
        // them holds the headline.
        let headlines = self.lines.iter().zip(&self.inside).filter(|(line, _)| line.shape == Shape::Heading(1));
        let headed: BTreeSet<u32> = headlines.map(|(_, at)| at.article).collect();
        let whole = match (self.articles, headed.first()) {
            (1, _) => 1,
            (_, Some(&article)) if headed.len() == 1 => article,
            _ => 0,
        };
        let inside = |at: &Inside| at.main || at.article > 0 && at.article == whole;
        let marked = self.inside.iter().zip(&self.lines).any(|(at, line)| inside(at) && line.part.is_none());
        for (line, at) in self.lines.iter_mut().zip(&self.inside) {
            if marked && !inside(at) && !matches!(line.shape, Shape::Heading(1)) {
                line.zone = Zone::Furniture;
            }
        }
        let headed =
            self.lines.iter().any(|line| matches!(line.shape, Shape::Heading(1 | 2)) && line.zone == Zone::Article);
        if let Some(mut title) = self.page_title.filter(|title| !title.text.is_empty()) {
            if headed || self.lines.iter().any(|line| line.text == title.text) {
                title.zone = Zone::Furniture;
            } else {
                title.shape = Shape::Heading(1);
            }
            self.lines.insert(0, title);
        }
        let links = self.links.into_iter().filter(|(at, ..)| inside(at) || !marked);
        let links = links.map(|(_, line, address)| (line.text, address, line.span)).collect();
        Page { lines: self.lines, links, ..Page::default() }
    }
}
