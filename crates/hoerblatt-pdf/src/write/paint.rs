//! Placed ink → content streams, by printpdf.
//!
//! Fonts, pictures and codes are named here and written elsewhere: printpdf is given none, so that it neither embeds nor renumbers anything.

use super::{Marks, element_of, file::number, sign};
use crate::{
    layout::Layout,
    page::{Artifact, Ink, Mark, Modules, Page, Placed, QUIET_ZONE, Run, Sign, TagId},
    sheet::Rgb,
    tag::TagTree,
};
use printpdf::{
    Color, CurTransMat, DictItem, FontId, Line, LineCapStyle, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFontHandle,
    PdfPage, PdfSaveOptions, Point, Pt, Rect, TextMatrix, WindingOrder,
};
use std::{collections::BTreeMap, sync::Arc};

/// The pages' content and where each text leaf is in it.
pub(crate) struct Painted {
    pub(crate) contents: Vec<Vec<u8>>,
    pub(crate) marks: Marks,
    /// The codes in the order of their names.
    pub(crate) codes: Vec<Arc<Modules>>,
}

/// The resource name of a face; never `F1`–`F14`, which printpdf takes for the standard fonts.
pub(crate) fn font_name(face: usize) -> String {
    format!("T{face}")
}

/// The resource name of a picture.
pub(crate) fn picture_name(picture: usize) -> String {
    format!("P{picture}")
}

/// The resource name of a code.
pub(crate) fn code_name(code: usize) -> String {
    format!("C{code}")
}

/// Paints all pages.
pub(crate) fn paint(layout: &Layout) -> Painted {
    let mut marks: Marks = vec![Vec::new(); layout.tags.nodes.len()];
    let mut codes = Vec::new();
    let mut document = PdfDocument::new("");
    for (at, page) in layout.pages.iter().enumerate() {
        let (marks, codes) = (&mut marks, &mut codes);
        let ops =
            Painter { layout, page: at, ops: Vec::new(), next: 0, marks, codes, colour: None, font: None }.page(page);
        document.pages.push(PdfPage::new(Mm(0.0), Mm(0.0), ops));
    }
    // `secure` would leave out the operators that printpdf has no variant for.
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let written = document.to_lopdf_document(&options, &mut Vec::new());
    let content = |page: lopdf::ObjectId| {
        let contents =
            written.get_dictionary(page).and_then(|d| d.get(b"Contents")).and_then(lopdf::Object::as_reference);
        let stream = contents.and_then(|id| written.get_object(id)).and_then(lopdf::Object::as_stream);
        stream.map(|stream| stream.content.clone()).unwrap_or_default()
    };
    Painted { contents: written.get_pages().into_values().map(content).collect(), marks, codes }
}

struct Painter<'a> {
    layout: &'a Layout,
    page: usize,
    ops: Vec<Op>,
    /// The next marked-content id.
    next: u32,
    marks: &'a mut Marks,
    codes: &'a mut Vec<Arc<Modules>>,
    /// The current fill colour; a graphics state's, so it outlives text objects.
    colour: Option<Rgb>,
    font: Option<(u8, f32)>,
}

impl Painter<'_> {
    /// Neighbours with the same mark make one marked-content sequence.
    fn page(mut self, page: &Page) -> Vec<Op> {
        let mut rest = &page.placed[..];
        while let Some(first) = rest.first() {
            let count = rest.iter().take_while(|placed| placed.mark == first.mark).count();
            let (group, after) = rest.split_at(count);
            self.group(first.mark, group);
            rest = after;
        }
        self.ops
    }

    fn group(&mut self, mark: Mark, group: &[Placed]) {
        let (tag, properties) = match mark {
            Mark::Content(id) => {
                let number = self.next;
                self.next += 1;
                self.marks[id.0 as usize].push((self.page, number));
                (self.tag_name(id), vec![("MCID", DictItem::Int(i64::from(number)))])
            }
            Mark::Artifact(artifact) => ("Artifact", artifact_properties(artifact)),
        };
        let map: BTreeMap<String, DictItem> = properties.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
        let begin = Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } };
        let only_text = group.iter().all(|placed| matches!(placed.ink, Ink::Text(_)));
        if only_text {
            // BT outermost: a text object inside marked content would be cut by some readers.
            self.ops.push(Op::StartTextSection);
            self.ops.push(begin);
            group.iter().for_each(|placed| self.ink(placed, true));
            self.ops.push(Op::EndMarkedContent);
            self.ops.push(Op::EndTextSection);
        } else {
            self.ops.push(begin);
            group.iter().for_each(|placed| self.ink(placed, false));
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn tag_name(&self, id: TagId) -> &'static str {
        let element = element_of(&self.layout.tags, id);
        self.layout.tags.node(element).map_or("P", |node| TagTree::name(&node.tag))
    }

    fn ink(&mut self, placed: &Placed, in_text: bool) {
        let (x, top) = (number(placed.x), self.layout.sheet.height - placed.y);
        match &placed.ink {
            Ink::Text(run) => {
                if !in_text {
                    self.ops.push(Op::StartTextSection);
                }
                self.text(run, x, number(top));
                if !in_text {
                    self.ops.push(Op::EndTextSection);
                }
            }
            Ink::Bar { width, height, colour } => {
                self.fill(*colour);
                self.rectangle(x, top - height, *width, *height, PaintMode::Fill);
            }
            Ink::Frame { width, height, line, colour } => {
                self.ops.push(Op::SetOutlineColor { col: rgb(*colour) });
                self.ops.push(Op::SetOutlineThickness { pt: Pt(number(*line)) });
                let inside = line / 2.0;
                self.rectangle(x + inside, top - height + inside, width - line, height - line, PaintMode::Stroke);
            }
            Ink::Picture { picture, turn, width, height } => {
                let matrix = turn.matrix(placed.x, top - height, *width, *height).map(number);
                self.object(picture_name(*picture), matrix);
            }
            Ink::Code { modules, side } => self.code(modules, x, top, *side),
            Ink::Sign { sign, side, colour } => self.sign(*sign, x, top, *side, *colour),
        }
    }

    fn text(&mut self, run: &Run, x: f32, y: f32) {
        self.fill(run.colour);
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            let font = PdfFontHandle::External(FontId(font_name(usize::from(run.face))));
            self.ops.push(Op::SetFont { font, size: Pt(run.size) });
        }
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
        let mut items = Vec::with_capacity(run.parts.len() * 2);
        for (codes, correction) in &run.parts {
            if !codes.is_empty() {
                items.push(DictItem::String { data: codes.clone(), literal: true });
            }
            if *correction != 0.0 {
                // Whole thousandths of an em (see `inline::line`).
                items.push(DictItem::Int(*correction as i64));
            }
        }
        // `TJ` by name: `Op::ShowText` would write every glyph as a string of its own.
        self.ops.push(Op::Unknown { key: "TJ".to_owned(), value: vec![DictItem::Array(items)] });
    }

    fn fill(&mut self, colour: Rgb) {
        if self.colour != Some(colour) {
            self.colour = Some(colour);
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, mode: PaintMode) {
        let pt = |value: f32| Pt(number(value));
        let rectangle = Rect {
            x: pt(x),
            y: pt(y),
            width: pt(width),
            height: pt(height),
            mode: Some(mode),
            winding_order: Some(WindingOrder::NonZero),
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    /// A code on a white ground, whatever the theme: cameras want dark on light.
    fn code(&mut self, modules: &Arc<Modules>, x: f32, top: f32, side: f32) {
        self.fill(Rgb::WHITE);
        self.rectangle(x, top - side, side, side, PaintMode::Fill);
        self.fill(Rgb::BLACK);
        let scale = side / (modules.side + 2 * QUIET_ZONE) as f32;
        self.object(code_name(self.codes.len()), [scale, 0.0, 0.0, -scale, x, number(top)]);
        self.codes.push(Arc::clone(modules));
    }

    /// A picture or a code, from its own space to the page's.
    fn object(&mut self, name: String, matrix: [f32; 6]) {
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix) });
        self.ops.push(Op::Unknown { key: "Do".to_owned(), value: vec![DictItem::Name(name.into_bytes())] });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn sign(&mut self, sign: Sign, x: f32, top: f32, side: f32, colour: Rgb) {
        let (strokes, weight) = sign::strokes(sign);
        self.ops.push(Op::SetOutlineColor { col: rgb(colour) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(number(side * weight)) });
        self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
        for stroke in strokes {
            let point = |&(right, down): &(f32, f32)| LinePoint {
                p: Point { x: Pt(number(x + right * side)), y: Pt(number(top - down * side)) },
                bezier: false,
            };
            self.ops.push(Op::DrawLine { line: Line { points: stroke.iter().map(point).collect(), is_closed: false } });
        }
        self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Butt });
    }
}

fn rgb(Rgb(r, g, b): Rgb) -> Color {
    let share = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(printpdf::Rgb { r: share(r), g: share(g), b: share(b), icc_profile: None })
}

fn artifact_properties(artifact: Artifact) -> Vec<(&'static str, DictItem)> {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    match artifact {
        Artifact::Background => vec![("Type", name("Page"))],
        Artifact::Layout => vec![("Type", name("Layout"))],
        Artifact::Footer => vec![("Type", name("Pagination")), ("Subtype", name("Footer"))],
    }
}
