//! Sections → rows: what stands under what, how large, how far apart. Pages come later, in [`flow`](crate::flow).
//!
//! A row is the least that a page takes: a line, a rule, a picture. It knows the gap it wants above it and whether it may be the last of its
//! page. Rows of a section do not depend on the page they end up on, so a section that several sheets share is arranged once.

mod block;
mod card;
mod figure;
mod table;

use crate::{
    font::Weight,
    inline::{
        Piece,
        breaks::{self, Column},
        collect::Collector,
        line, measure,
    },
    page::{Artifact, Ink, Mark, Placed, TagId},
    picture::Pictures,
    rules,
    sheet::{Rgb, Sheet, Style, Voice},
    tag::{Tag, TagTree},
    words::Words,
};
use hoerblatt_core::{Diagnostic, Role, Section, Span};
use std::sync::Arc;

/// The least that a page takes.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Gap above, pt; nothing at the top of a page.
    pub(crate) before: f32,
    /// Height, pt.
    pub(crate) height: f32,
    /// Ink from the row's top left corner, at the left margin.
    pub(crate) placed: Vec<Placed>,
    /// Whether it must stand on the same page as the row after it.
    pub(crate) keep: Keep,
    /// Whether it stands in a frame.
    pub(crate) frame: Frame,
    /// Lines of text that it holds.
    pub(crate) lines: u16,
    /// The head of its table, which stands again above it where it begins a page.
    pub(crate) head: Option<Arc<Vec<Row>>>,
}

/// What ties a row to the one after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Keep {
    /// Nothing.
    Free,
    /// They belong to one event, office or picture, which is split only where it is taller than a page.
    Together,
    /// Apart they would be lone: a heading, a label, the first line of a paragraph.
    Always,
    /// They are one thing: an event's day, time and title.
    One,
    /// They are the lines of one heading.
    Lines,
}

/// Where a row stands in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// In none.
    None,
    /// It is the first of one.
    First,
    /// In the same one as the row before it.
    Inside,
}

/// A section's own rows, without those of its subsections.
#[derive(Debug, Clone, Default)]
pub(crate) struct Part {
    pub(crate) tags: TagTree,
    pub(crate) rows: Vec<Row>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// What arranging needs to know.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) words: &'a Words,
    pub(crate) pictures: &'a Pictures,
}

/// Arranges a section's heading and blocks; `depth` 0 is outermost.
pub(crate) fn section(section: &Section, depth: usize, context: Context<'_>) -> Part {
    let mut arranger = Arranger::new(context, section.span);
    let root = arranger.tags.add(Tag::Sect(Arc::new(section.id.clone())), None);
    match &section.role {
        Role::Event(data) => arranger.event(section, data, root, depth),
        Role::Office(_) => arranger.office(section, root, depth),
        _ => {
            arranger.gap(arranger.sheet.blank() * if depth == 0 { 2.0 } else { 1.5 });
            arranger.heading(section, root, depth);
            arranger.blocks(&section.blocks, root);
        }
    }
    arranger.finish()
}

/// Rows being made.
pub(crate) struct Arranger<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) words: &'a Words,
    pub(crate) pictures: &'a Pictures,
    pub(crate) tags: TagTree,
    rows: Vec<Row>,
    diagnostics: Vec<Diagnostic>,
    span: Option<Span>,
    /// Gap that the next row wants.
    gap: f32,
    /// Left edge of the column, from the margin.
    pub(crate) indent: f32,
    /// Width of the column.
    pub(crate) width: f32,
    /// Colour of letters.
    pub(crate) colour: Rgb,
    frame: Frame,
    /// Nothing has been set below the last heading yet.
    opening: bool,
    /// The single line below a heading, which waits for what follows in its section.
    lone: Option<usize>,
}

impl<'a> Arranger<'a> {
    pub(crate) fn new(context: Context<'a>, span: Option<Span>) -> Self {
        Self {
            sheet: context.sheet,
            words: context.words,
            pictures: context.pictures,
            tags: TagTree::default(),
            rows: Vec::new(),
            diagnostics: Vec::new(),
            span,
            gap: 0.0,
            indent: 0.0,
            width: context.sheet.measure(),
            colour: context.sheet.palette.ink,
            frame: Frame::None,
            opening: false,
            lone: None,
        }
    }

    pub(crate) fn finish(mut self) -> Part {
        if let Some(last) = self.lone.filter(|lone| lone + 1 == self.rows.len()) {
            self.rows[last].keep = Keep::Free;
        }
        Part { tags: self.tags, rows: self.rows, diagnostics: self.diagnostics }
    }

    /// Wants at least this gap above the next row.
    pub(crate) fn gap(&mut self, gap: f32) {
        self.gap = self.gap.max(gap);
    }

    pub(crate) fn report(&mut self, finding: Diagnostic) {
        self.diagnostics.push(finding);
    }

    pub(crate) fn span(&self) -> Option<Span> {
        self.span
    }

    /// Adds a row of `height` whose ink is made by `ink` from the row's top.
    pub(crate) fn row(&mut self, height: f32, lines: u16, placed: Vec<Placed>) {
        let before = std::mem::take(&mut self.gap);
        self.rows.push(Row { before, height, placed, keep: Keep::Free, frame: self.frame, lines, head: None });
        if self.frame == Frame::First {
            self.frame = Frame::Inside;
        }
    }

    /// Keeps all rows from `first` on together, as far as a page holds them.
    pub(crate) fn keep_together(&mut self, first: usize) {
        let last = self.rows.len().saturating_sub(1);
        for row in self.rows.iter_mut().take(last).skip(first) {
            row.keep = row.keep.max(Keep::Together);
        }
    }

    /// Keeps all rows from `first` on together with each other and with what follows.
    pub(crate) fn keep_with_next(&mut self, first: usize) {
        self.rows.iter_mut().skip(first).for_each(|row| row.keep = row.keep.max(Keep::Always));
    }

    /// Makes all rows from `first` on one thing, and keeps it with what follows.
    pub(crate) fn keep_as_one(&mut self, first: usize) {
        self.keep_with_next(first);
        let last = self.rows.len().saturating_sub(1);
        self.rows.iter_mut().take(last).skip(first).for_each(|row| row.keep = row.keep.max(Keep::One));
    }

    pub(crate) fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Collects pieces below `parent`.
    pub(crate) fn collect(&mut self, parent: TagId, add: impl FnOnce(&mut Collector<'_, Words>)) -> Vec<Piece> {
        let mut collector = Collector::new(self.words, &mut self.tags, parent);
        add(&mut collector);
        let pieces = collector.pieces;
        for piece in &pieces {
            for &letter in &piece.shape.missing {
                let code = format!("U+{:04X}", u32::from(letter));
                let finding = rules::glyph_missing(self.span, letter.to_string(), code, &*piece.shape.text);
                if !self.diagnostics.contains(&finding) {
                    self.diagnostics.push(finding);
                }
            }
        }
        pieces
    }

    /// Sets a paragraph in the column; no lone line at its start or end (ACB: no widows, no orphans).
    pub(crate) fn paragraph(&mut self, pieces: Vec<Piece>, voice: Voice) {
        let style = self.sheet.style(voice);
        let first = self.rows.len();
        for line in self.lines(pieces, voice, self.width) {
            let placed = self.place_line(&line, &style, self.indent, self.width, 0.0);
            self.row(style.leading, 1, placed);
        }
        let count = self.rows.len() - first;
        if !matches!(voice, Voice::Body | Voice::Strong) {
            self.rows.iter_mut().skip(first).take(count.saturating_sub(1)).for_each(|row| row.keep = Keep::Lines);
        } else if count > 1 {
            self.rows[first].keep = Keep::Always;
            let last = self.rows.len() - 2;
            self.rows[last].keep = Keep::Always;
        }
        // A heading with one line below it would be as lone as the heading by itself.
        if std::mem::take(&mut self.opening) && count == 1 {
            self.lone = Some(first);
            self.rows[first].keep = Keep::Always;
        }
    }

    /// The lines of a paragraph in a column of `width`.
    pub(crate) fn lines(&mut self, pieces: Vec<Piece>, voice: Voice, width: f32) -> Vec<line::Line> {
        let style = self.sheet.style(voice);
        let (pieces, forced) = measure::fit(pieces, style.size, width);
        for word in forced {
            self.report(rules::word_wider_than_column(self.span, word, style.size));
        }
        let column = Column {
            size: style.size,
            measure: width,
            space: self.words.space(style.weight),
            hyphen: self.words.hyphen(style.weight),
            divide: matches!(voice, Voice::Body),
        };
        let (pieces, ranges) = breaks::break_lines(pieces, &column);
        let build = |range| line::build(&pieces, range, style.size, self.colour, &self.words.extras);
        ranges.iter().map(build).collect()
    }

    /// The ink of a line whose row begins at `top`.
    pub(crate) fn place_line(
        &self,
        line: &line::Line,
        style: &Style,
        indent: f32,
        width: f32,
        top: f32,
    ) -> Vec<Placed> {
        let left = if line.rtl { indent + width - line.width } else { indent };
        let baseline = top + baseline(style);
        let place = |run: &line::LineRun| Placed {
            x: left + run.x,
            y: baseline - run.rise,
            mark: Mark::Content(run.tag),
            ink: Ink::Text(Arc::clone(&run.run)),
        };
        line.runs.iter().map(place).collect()
    }

    /// A rule over the whole column.
    pub(crate) fn rule(&mut self, thickness: f32) {
        let placed = self.bar(0.0, 0.0, self.width, thickness, self.sheet.palette.accent);
        self.row(thickness, 0, vec![placed]);
        self.keep_with_next(self.rows.len() - 1);
    }

    pub(crate) fn bar(&self, x: f32, y: f32, width: f32, height: f32, colour: Rgb) -> Placed {
        let ink = Ink::Bar { width, height, colour };
        Placed { x: self.indent + x, y, mark: Mark::Artifact(Artifact::Layout), ink }
    }

    /// A section's heading, kept with what follows.
    pub(crate) fn heading(&mut self, section: &Section, parent: TagId, depth: usize) {
        let level = u8::try_from(depth + 2).unwrap_or(u8::MAX);
        let tag = self.tags.add(Tag::Heading(level), Some(parent));
        let pieces = self.collect(tag, |c| c.inlines(&section.heading, Weight::Bold));
        let first = self.row_count();
        self.paragraph(pieces, if depth == 0 { Voice::Heading } else { Voice::Subheading });
        self.keep_with_next(first);
        self.gap(self.sheet.step() * if depth == 0 { 2.0 } else { 1.0 });
        self.opening = true;
    }

    /// Sets everything that `inner` adds into a frame.
    pub(crate) fn in_frame(&mut self, inner: impl FnOnce(&mut Self)) {
        let padding = self.sheet.size;
        self.frame = Frame::First;
        self.row(padding * 0.75, 0, Vec::new());
        self.keep_with_next(self.rows.len() - 1);
        self.indent += padding;
        self.width -= 2.0 * padding;
        inner(self);
        self.indent -= padding;
        self.width += 2.0 * padding;
        self.gap = 0.0;
        self.row(padding, 0, Vec::new());
        self.frame = Frame::None;
    }
}

/// Baseline below the row's top: capitals stand in the middle of the row (Atkinson's are 0.668 of the size high).
pub(crate) fn baseline(style: &Style) -> f32 {
    style.leading / 2.0 + style.size * 0.334
}
