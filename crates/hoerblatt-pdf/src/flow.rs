//! Rows → pages.
//!
//! Rows that must stay together form a block; a block that does not fit the rest of a page goes to the next. Only a block that is taller
//! than a whole page is split, between its rows. Nothing shrinks.

use crate::{
    arrange::{Frame, Row},
    page::{Artifact, Ink, Mark, Page, Placed, TagId},
    sheet::Sheet,
};

/// A row in its document.
#[derive(Clone, Copy)]
pub(crate) struct Shifted<'r> {
    /// From the tags of its part to those of the document.
    pub(crate) shift: u32,
    pub(crate) row: &'r Row,
    /// Must stand on the same page as the row after it.
    pub(crate) keep: bool,
}

/// Pages, and how many lines the last one holds.
pub(crate) struct Paged {
    pub(crate) pages: Vec<Page>,
    pub(crate) last_lines: u32,
}

/// Fills pages.
pub(crate) fn paginate(rows: &[Shifted<'_>], sheet: &Sheet) -> Paged {
    let mut filler = Filler { sheet, pages: vec![Page::default()], y: sheet.margin_top(), frame: None, lines: 0 };
    let mut at = 0;
    while at < rows.len() {
        let end = at + 1 + rows[at..].iter().take_while(|row| row.keep).count();
        let end = end.min(rows.len());
        filler.block(&rows[at..end]);
        at = end;
    }
    filler.close_frame();
    Paged { pages: filler.pages, last_lines: filler.lines }
}

struct Filler<'s> {
    sheet: &'s Sheet,
    pages: Vec<Page>,
    y: f32,
    /// Top of the open frame and where its ink goes.
    frame: Option<(f32, usize)>,
    /// Lines on the open page.
    lines: u32,
}

impl Filler<'_> {
    fn block(&mut self, rows: &[Shifted<'_>]) {
        let height = |rows: &[Shifted<'_>]| rows.iter().map(|Shifted { row, .. }| row.before + row.height).sum::<f32>();
        let needed = height(rows);
        let at_top = self.at_top();
        let first_gap = rows.first().map_or(0.0, |first| first.row.before);
        let rest = self.sheet.content_bottom() - self.y;
        if needed - if at_top { first_gap } else { 0.0 } > rest + 0.01 {
            let fits_a_page = needed - first_gap <= self.sheet.content_height() + 0.01;
            // A block that is split anyway may begin here if a good part of it goes on this page.
            if !at_top && (fits_a_page || rest < self.sheet.content_height() / 3.0) {
                self.new_page(false);
            }
        }
        for Shifted { shift, row, .. } in rows {
            let gap = if self.at_top() { 0.0 } else { row.before };
            if self.y + gap + row.height > self.sheet.content_bottom() + 0.01 && !self.at_top() {
                self.new_page(row.frame == Frame::Inside);
            }
            self.row(*shift, row);
        }
    }

    fn at_top(&self) -> bool {
        self.y <= self.sheet.margin_top()
    }

    fn row(&mut self, shift: u32, row: &Row) {
        let gap = if self.at_top() { 0.0 } else { row.before };
        if row.frame != Frame::Inside {
            self.close_frame();
        }
        self.y += gap;
        let page = self.pages.len() - 1;
        if row.frame != Frame::None && self.frame.is_none() {
            self.frame = Some((self.y, self.pages[page].placed.len()));
        }
        let (left, top) = (self.sheet.margin_x(), self.y);
        self.pages[page].placed.extend(row.placed.iter().map(|placed| Placed {
            x: placed.x + left,
            y: placed.y + top,
            mark: match placed.mark {
                Mark::Content(TagId(id)) => Mark::Content(TagId(id + shift)),
                artifact => artifact,
            },
            ink: placed.ink.clone(),
        }));
        self.y += row.height;
        self.lines += u32::from(row.lines);
    }

    /// Begins a page; a frame that goes on is closed here and opened there.
    fn new_page(&mut self, in_frame: bool) {
        self.close_frame();
        self.pages.push(Page::default());
        self.lines = 0;
        self.y = self.sheet.margin_top();
        if in_frame {
            self.frame = Some((self.y, 0));
        }
    }

    fn close_frame(&mut self) {
        let Some((top, place)) = self.frame.take() else { return };
        let line = self.sheet.rule() * 1.5;
        let ink =
            Ink::Frame { width: self.sheet.measure(), height: self.y - top, line, colour: self.sheet.palette.accent };
        let placed = Placed { x: self.sheet.margin_x(), y: top, mark: Mark::Artifact(Artifact::Layout), ink };
        if let Some(page) = self.pages.last_mut() {
            page.placed.insert(place.min(page.placed.len()), placed);
        }
    }
}
