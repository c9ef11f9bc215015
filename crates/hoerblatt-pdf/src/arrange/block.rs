//! Paragraphs, lists, quotations, codes to scan.

use super::Arranger;
use crate::{
    font::Weight,
    page::{Artifact, Ink, Mark, Modules, Placed, QUIET_ZONE, TagId},
    rules,
    sheet::{Rgb, Voice},
    tag::Tag,
};
use hoerblatt_core::{Block, QrCode, Sentence};
use std::sync::Arc;

impl Arranger<'_> {
    pub(crate) fn blocks(&mut self, blocks: &[Block], root: TagId) {
        for block in blocks {
            self.gap(self.sheet.blank());
            match block {
                Block::Paragraph(sentences) => {
                    let tag = self.tags.add(Tag::P, Some(root));
                    let pieces = self.collect(tag, |c| c.sentences(sentences, Weight::Regular));
                    self.paragraph(pieces, Voice::Body);
                }
                Block::List(items) => self.list(items, root),
                Block::Facts(facts) => self.facts(facts, root, Voice::Body),
                Block::Table(table) => self.table(table, root),
                Block::Figure(figure) => self.figure(figure, root),
                Block::Code(code) => self.code(code, root),
                Block::Quote(sentences) => self.quote(sentences, root),
                _ => {}
            }
        }
    }

    fn list(&mut self, items: &[Vec<Sentence>], root: TagId) {
        let list = self.tags.add(Tag::L, Some(root));
        let hang = self.sheet.size * 1.2;
        let style = self.sheet.style(Voice::Body);
        for item in items {
            let tag = self.tags.add(Tag::LI, Some(list));
            let label = self.tags.add(Tag::Lbl, Some(tag));
            let bullet = self.collect(label, |c| c.form(&hoerblatt_core::Form::plain("•"), Weight::Regular, false));
            let bullet = self.lines(bullet, Voice::Body, hang);
            let body = self.tags.add(Tag::LBody, Some(tag));
            let pieces = self.collect(body, |c| c.sentences(item, Weight::Regular));
            let first = self.row_count();
            self.indent += hang;
            self.width -= hang;
            self.paragraph(pieces, Voice::Body);
            self.indent -= hang;
            self.width += hang;
            let ink = bullet.iter().flat_map(|line| self.place_line(line, &style, self.indent, hang, 0.0));
            let ink: Vec<Placed> = ink.collect();
            if let Some(row) = self.rows.get_mut(first) {
                row.placed.splice(0..0, ink);
            }
            self.gap(self.sheet.step() * 2.0);
        }
    }

    fn quote(&mut self, sentences: &[Sentence], root: TagId) {
        let quote = self.tags.add(Tag::BlockQuote, Some(root));
        let tag = self.tags.add(Tag::P, Some(quote));
        let pieces = self.collect(tag, |c| c.sentences(sentences, Weight::Regular));
        let hang = self.sheet.size * 1.5;
        let first = self.row_count();
        self.indent += hang;
        self.width -= hang;
        self.paragraph(pieces, Voice::Body);
        self.indent -= hang;
        self.width += hang;
        let bar =
            self.bar(0.0, 0.0, self.sheet.size / 6.0, self.sheet.style(Voice::Body).leading, self.sheet.palette.accent);
        for row in &mut self.rows[first..] {
            row.placed.insert(0, bar.clone());
        }
    }

    /// A code with its text beside it. The code says nothing that the text does not, so it is an artifact for those who listen.
    fn code(&mut self, code: &QrCode, root: TagId) {
        let tag = self.tags.add(Tag::P, Some(root));
        let pieces = self.collect(tag, |c| c.sentences(&code.text, Weight::Regular));
        let Some(symbol) = modules(&code.payload) else {
            self.report(rules::code_too_long(self.span(), code.payload.as_str()));
            self.paragraph(pieces, Voice::Body);
            return;
        };
        // A phone camera at arm's length needs about half a millimetre a module.
        let modules = (symbol.side + 2 * QUIET_ZONE) as f32;
        let side = (modules * 1.7).max(self.sheet.size * 4.5).min(self.width).min(self.sheet.content_height());
        // On white paper the quiet zone hangs into the margin, so that the dark squares stand flush with the text.
        let hang = if self.sheet.palette.paper == Rgb::WHITE { side / modules * QUIET_ZONE as f32 } else { 0.0 };
        let ink = Ink::Code { modules: Arc::new(symbol), side };
        let code = Placed { x: self.indent - hang, y: 0.0, mark: Mark::Artifact(Artifact::Layout), ink };
        let (gap, style) = (self.sheet.size, self.sheet.style(Voice::Body));
        let width = self.width - side - gap;
        let lines =
            if width < self.sheet.size * 9.0 { Vec::new() } else { self.lines(pieces.clone(), Voice::Body, width) };
        let text_height = lines.len() as f32 * style.leading;
        if lines.is_empty() || text_height > self.sheet.content_height() / 2.0 {
            let first = self.row_count();
            self.row(side, 0, vec![code]);
            self.keep_with_next(first);
            self.gap(self.sheet.step());
            self.paragraph(pieces, Voice::Body);
            return;
        }
        let height = side.max(text_height);
        let mut placed = vec![code];
        for (at, line) in lines.iter().enumerate() {
            let top = (height - text_height) / 2.0 + at as f32 * style.leading;
            placed.extend(self.place_line(line, &style, self.indent + side - hang + gap, width, top));
        }
        self.row(height, u16::try_from(lines.len()).unwrap_or(u16::MAX), placed);
    }
}

/// The dark and light squares that hold a text; `None` where no code is large enough for it.
fn modules(payload: &str) -> Option<Modules> {
    let code = fast_qr::QRBuilder::new(payload.as_bytes()).ecl(fast_qr::ECL::M).build().ok()?;
    let dark = (0..code.size).flat_map(|row| code[row].iter().map(|module| module.value())).collect();
    Some(Modules { side: code.size, dark })
}
