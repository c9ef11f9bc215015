//! Rows → pages.
//!
//! Rows that must stay together form a block; a block that does not fit the rest of a page goes to the next. Only a block that is taller
//! than a whole page is split, where it is tied least. Nothing shrinks. A table that goes on repeats its head, as an artifact: it was said already.

use crate::{
    arrange::{Frame, Keep, Row},
    page::{Artifact, Ink, Mark, Page, Placed, TagId},
    sheet::Sheet,
};

/// A row in its document.
#[derive(Clone, Copy)]
pub(crate) struct Shifted<'r> {
    /// From the tags of its part to those of the document.
    pub(crate) shift: u32,
    pub(crate) row: &'r Row,
    /// Whether it must stand on the same page as the row after it.
    pub(crate) keep: Keep,
}

/// Pages with what later steps ask about them.
pub(crate) struct Paged {
    pub(crate) pages: Vec<Page>,
    /// Lines on the last page.
    pub(crate) last_lines: u32,
    /// The page of each row, from 0.
    pub(crate) page_of: Vec<usize>,
    /// What the first page has left below its last row, pt.
    pub(crate) first_rest: f32,
}

/// Fills pages.
pub(crate) fn paginate(rows: &[Shifted<'_>], sheet: &Sheet) -> Paged {
    let mut filler = Filler {
        sheet,
        pages: vec![Page::default()],
        y: sheet.margin_top(),
        frame: None,
        lines: 0,
        page_of: Vec::with_capacity(rows.len()),
        first_rest: 0.0,
    };
    blocks(rows, Keep::Together).for_each(|block| filler.block(block));
    filler.close_frame();
    filler.note_rest();
    let Filler { pages, lines, page_of, first_rest, .. } = filler;
    Paged { pages, last_lines: lines, page_of, first_rest }
}

/// Rows in runs, each of which is tied at least so tightly.
fn blocks<'r, 's>(mut rest: &'r [Shifted<'s>], least: Keep) -> impl Iterator<Item = &'r [Shifted<'s>]> {
    std::iter::from_fn(move || {
        let count = rest.iter().take_while(|row| row.keep >= least).count() + 1;
        let (block, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        rest = after;
        (!block.is_empty()).then_some(block)
    })
}

struct Filler<'s> {
    sheet: &'s Sheet,
    pages: Vec<Page>,
    y: f32,
    /// Top of the open frame and where its ink goes.
    frame: Option<(f32, usize)>,
    /// Lines on the open page.
    lines: u32,
    page_of: Vec<usize>,
    first_rest: f32,
}

impl Filler<'_> {
    fn block(&mut self, rows: &[Shifted<'_>]) {
        let Some(first) = rows.first().map(|first| first.row) else { return };
        let needed = rows.iter().map(|Shifted { row, .. }| row.before + row.height).sum::<f32>();
        let at_top = self.at_top();
        let rest = self.sheet.content_bottom() - self.y;
        let fits = |room: f32, at_top: bool| needed - if at_top { first.before } else { 0.0 } <= room + 0.01;
        if !fits(rest, at_top) {
            let fits_a_page = fits(self.sheet.content_height(), true);
            // A block that is split anyway may begin here if a good part of it goes on this page.
            if !at_top && (fits_a_page || rest < self.sheet.content_height() / 3.0) {
                self.new_page(first, first.frame == Frame::Inside);
            }
            let weakest = rows[..rows.len() - 1].iter().map(|row| row.keep).min();
            let tighter = match weakest {
                Some(Keep::Together) => Some(Keep::Always),
                Some(Keep::Always) => Some(Keep::One),
                Some(Keep::One) => Some(Keep::Lines),
                _ => None,
            };
            if let Some(tighter) = tighter.filter(|_| !fits_a_page) {
                return blocks(rows, tighter).for_each(|block| self.block(block));
            }
        }
        for Shifted { shift, row, .. } in rows {
            let gap = if self.at_top() { 0.0 } else { row.before };
            if self.y + gap + row.height > self.sheet.content_bottom() + 0.01 && !self.at_top() {
                self.new_page(row, row.frame == Frame::Inside);
            }
            self.page_of.push(self.pages.len() - 1);
            self.row(row, |mark| match mark {
                Mark::Content(TagId(id)) => Mark::Content(TagId(id + shift)),
                artifact => artifact,
            });
        }
    }

    fn at_top(&self) -> bool {
        self.y <= self.sheet.margin_top()
    }

    fn row(&mut self, row: &Row, mark: impl Fn(Mark) -> Mark) {
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
            mark: mark(placed.mark),
            ink: placed.ink.clone(),
        }));
        self.y += row.height;
        self.lines += u32::from(row.lines);
    }

    /// Begins a page for `row`; a frame that goes on is closed here and opened there, and a table's head is repeated.
    fn new_page(&mut self, row: &Row, in_frame: bool) {
        self.close_frame();
        self.note_rest();
        self.pages.push(Page::default());
        self.lines = 0;
        self.y = self.sheet.margin_top();
        if in_frame {
            self.frame = Some((self.y, 0));
        }
        for head in row.head.iter().flat_map(|head| head.iter()) {
            self.row(head, |_| Mark::Artifact(Artifact::Layout));
        }
    }

    fn note_rest(&mut self) {
        if self.pages.len() == 1 {
            self.first_rest = self.sheet.content_bottom() - self.y;
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
