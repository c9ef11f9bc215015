//! What a tag does to the line being gathered, and to what text inside the element means.

use super::{
    elements::{is_block, is_card, is_furniture, meaning, value},
    page::{Open, State},
    whole::{CELL_BREAK, CELL_PARAGRAPH},
};
use crate::lines::{Line, Shape, Zone};
use crate::scan::Scan;
use html5ever::Attribute;

/// More open elements than this change nothing: 100,000 nested `div` are as good as 500.
const DEEPEST: usize = 500;

impl State {
    pub(super) fn open(&mut self, name: &str, attributes: &[Attribute], self_closing: bool) {
        let value = |key: &str| value(attributes, key);
        match name {
            "script" | "style" | "textarea" | "xmp" | "noembed" | "noframes" => {
                self.skip += 1;
                return;
            }
            "title" if self.lines.is_empty() => {
                self.flush(true);
                self.title = true;
                return;
            }
            "br" => return if self.row.is_some() { self.break_cell(CELL_BREAK) } else { self.flush(false) },
            "img" => return self.picture(value("alt")),
            "meta" => return self.meta(value("name").or_else(|| value("property")), value("content")),
            "input" | "link" | "wbr" | "col" | "source" | "area" | "base" | "embed" | "hr" => {
                if name == "hr" {
                    self.end_layout(false);
                    self.flush(true);
                }
                return;
            }
            "a" => self.open_anchor(value("href")),
            "b" | "strong" => self.bold += 1,
            "td" | "th" => self.end_cell(),
            "table" => {
                self.end_layout(false);
                self.flush(true);
            }
            "tr" => {
                self.end_row();
                self.flush(true);
                self.row = Some(Vec::new());
            }
            "dt" => {
                self.flush(self.term.is_none());
                (self.day, self.again) = (None, None);
            }
            "dd" => {
                if self.term.is_some() {
                    self.flush(false);
                }
                let term = std::mem::take(&mut self.buffer).trim().trim_end_matches(':').to_owned();
                self.term = Some(term).filter(|term| !term.is_empty()).or_else(|| self.day.clone());
                self.day = self.term.clone().filter(|term| term.has_digit());
                self.again = self.term.clone().filter(|_| self.day.is_none()).or(self.again.take());
            }
            "ul" | "ol" => {
                self.flush(true);
                self.lists += 1;
            }
            "li" => {
                self.flush(false);
                (self.item, self.item_started) = (true, false);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_layout(name == "h1");
                self.flush(true);
                self.heading = name[1..].parse().ok();
            }
            _ if is_block(name) && self.row.is_none() => self.flush(!self.item),
            "p" | "div" => self.break_cell(CELL_PARAGRAPH),
            _ if is_block(name) => self.break_cell(CELL_BREAK),
            _ => {}
        }
        let (zone, part) = meaning(name, attributes);
        let card = (self.row.is_none() && is_card(name, attributes)).then(|| {
            self.flush(true);
            self.cards += 1;
            self.cards
        });
        if part.is_some() || zone != Zone::Article {
            self.flush(true);
        }
        if name == "article" && self.article == 0 && self.zone() == Zone::Article {
            self.articles += 1;
        }
        self.main += u32::from(name == "main");
        self.article += u32::from(name == "article");
        if self_closing {
            return;
        }
        if self.stack.len() < DEEPEST {
            self.stack.push(Open { name: name.to_owned(), zone, card, part });
        } else {
            self.too_deep += 1;
        }
    }

    /// A term keeps its words where its `dd` has none.
    fn end_term(&mut self, gap: bool) {
        if self.buffer.trim().is_empty() {
            self.buffer = self.term.take().unwrap_or_default();
        }
        self.flush(gap);
    }

    /// Inside a cell a line's end is remembered until it is known whether the table holds facts.
    fn break_cell(&mut self, sign: char) {
        let length = self.buffer.trim_end().len();
        self.buffer.truncate(length);
        if length > 0 {
            self.buffer.push(sign);
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        match name {
            "script" | "style" | "textarea" | "xmp" | "noembed" | "noframes" => {
                self.skip = self.skip.saturating_sub(1);
                return;
            }
            "title" if self.title => {
                let text = std::mem::take(&mut self.buffer);
                self.page_title = Some(Line::new(text.trim(), self.file, self.place(), Shape::Plain, true));
                self.title = false;
                return;
            }
            "a" => self.close_anchor(),
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "td" | "th" => match &mut self.row {
                Some(row) => row.push(std::mem::take(&mut self.buffer).trim().to_owned()),
                None => self.flush(true),
            },
            "tr" => self.end_row(),
            "dd" => self.end_term(false),
            "dl" => {
                self.end_term(true);
                (self.day, self.again) = (None, None);
            }
            "dt" => self.buffer.push(' '),
            "li" => {
                self.flush(false);
                self.item = self.lists > 1;
                self.item_started = true;
            }
            "ul" | "ol" => {
                self.flush(true);
                self.lists = self.lists.saturating_sub(1);
                self.item = self.lists > 0;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush(true);
                self.heading = None;
            }
            _ if (is_block(name) || is_furniture(name)) && self.row.is_none() => self.flush(!self.item),
            _ => {}
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        // An end without a start closes nothing; unclosed elements inside are closed with theirs.
        let within = self.stack.len().saturating_sub(40);
        if let Some(at) = self.stack[within..].iter().rposition(|open| open.name == name) {
            if self.stack[within + at..]
                .iter()
                .any(|open| open.part.is_some() || open.card.is_some() || open.zone != Zone::Article)
            {
                self.flush(true);
            }
            self.main -= u32::from(name == "main").min(self.main);
            self.article -= u32::from(name == "article").min(self.article);
            self.stack.truncate(within + at);
        }
    }
}
