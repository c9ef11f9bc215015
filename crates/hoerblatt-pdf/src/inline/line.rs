//! Pieces of one line → runs of letters at their places.

use super::{Join, Piece, breaks::LineRange};
use crate::{
    font::{FaceId, Glyph, Shape},
    page::{Run, TagId},
    sheet::Rgb,
};
use std::sync::Arc;
use unicode_bidi::{BidiInfo, Level};

/// Runs of a line, `x` from the line's left edge, `rise` above its baseline.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) runs: Vec<LineRun>,
    /// Width without a space at the end, pt.
    pub(crate) width: f32,
    /// Whether the paragraph runs from right to left.
    pub(crate) rtl: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct LineRun {
    pub(crate) x: f32,
    pub(crate) rise: f32,
    pub(crate) tag: TagId,
    pub(crate) run: Arc<Run>,
}

/// The shapes that line building adds by itself.
pub(crate) struct Extras {
    /// A space in regular and bold.
    pub(crate) space: [Arc<Shape>; 2],
    /// A hyphen that means U+00AD (or U+002D, by policy), in regular and bold.
    pub(crate) hyphen: [Arc<Shape>; 2],
}

/// Builds one line.
pub(crate) fn build(pieces: &[Piece], line: &LineRange, size: f32, colour: Rgb, extras: &Extras) -> Line {
    let units = units(pieces, line, extras);
    let rtl = units.iter().any(|unit| unit.shape.rtl);
    let mut pen = Pen { size, colour, line: Line { runs: Vec::new(), width: 0.0, rtl: false }, open: None };
    if rtl {
        place_bidi(&units, &mut pen);
    } else {
        let mut x = 0.0;
        for unit in &units {
            pen.shape(unit.shape, unit.tag, x);
            x += unit.shape.width;
            if !unit.hangs {
                pen.line.width = x * size / 1000.0;
            }
        }
    }
    pen.close();
    pen.line
}

struct Unit<'p> {
    shape: &'p Shape,
    tag: TagId,
    /// A space at the line's end: it parts words for those who listen and takes no room.
    hangs: bool,
}

fn units<'p>(pieces: &'p [Piece], line: &LineRange, extras: &'p Extras) -> Vec<Unit<'p>> {
    let mut units = Vec::with_capacity((line.end - line.start) * 2);
    for (at, piece) in pieces.iter().enumerate().take(line.end).skip(line.start) {
        let weight = usize::from(piece.weight == crate::font::Weight::Bold);
        units.push(Unit { shape: &piece.shape, tag: piece.tag, hangs: false });
        let at_end = at + 1 == line.end;
        let very_last = at + 1 == pieces.len();
        if line.hyphen && at_end {
            units.push(Unit { shape: &extras.hyphen[weight], tag: piece.tag, hangs: false });
        } else if !very_last && (piece.join.is_space() || (piece.join == Join::Line && at_end)) {
            units.push(Unit { shape: &extras.space[weight], tag: piece.tag, hangs: at_end });
        }
    }
    units
}

/// Places units in the order of the Unicode bidirectional algorithm and writes them in the order of reading.
fn place_bidi(units: &[Unit<'_>], pen: &mut Pen) {
    let text: String = units.iter().map(|unit| &*unit.shape.text).collect();
    let info = BidiInfo::new(&text, None);
    let base = info.paragraphs.first().map_or(Level::ltr(), |paragraph| paragraph.level);
    let mut at = 0;
    let levels: Vec<Level> = units
        .iter()
        .map(|unit| {
            let level = info.levels.get(at).copied().unwrap_or(base);
            at += unit.shape.text.len();
            if unit.hangs { base } else { level }
        })
        .collect();
    let mut x = 0.0;
    let mut places = vec![0.0; units.len()];
    for index in BidiInfo::reorder_visual(&levels) {
        places[index] = x;
        x += units[index].shape.width;
    }
    let hanging: f32 = units.iter().filter(|unit| unit.hangs).map(|unit| unit.shape.width).sum();
    let shift = if base.is_rtl() { hanging } else { 0.0 };
    for (unit, place) in units.iter().zip(places) {
        pen.close();
        pen.shape(unit.shape, unit.tag, place - shift);
    }
    pen.line.rtl = base.is_rtl();
    pen.line.width = (x - hanging) * pen.size / 1000.0;
}

/// Writes glyphs into runs; lengths in thousandths of an em.
struct Pen {
    size: f32,
    colour: Rgb,
    line: Line,
    open: Option<Open>,
}

struct Open {
    face: FaceId,
    tag: TagId,
    x: f32,
    rise: f32,
    /// Where a viewer's pen stands after what was written.
    pen: f32,
    text: String,
    parts: Vec<(Vec<u8>, f32)>,
}

impl Pen {
    fn shape(&mut self, shape: &Shape, tag: TagId, x: f32) {
        let mut from = x;
        for run in &shape.runs {
            for glyph in &run.glyphs {
                let text = shape.text.get(glyph.start as usize..glyph.end as usize).unwrap_or("");
                self.glyph(run.face, *glyph, text, tag, from + glyph.x);
            }
            from += run.width;
        }
    }

    fn glyph(&mut self, face: FaceId, glyph: Glyph, text: &str, tag: TagId, x: f32) {
        let same = |open: &Open| open.face == face && open.tag == tag && open.rise == glyph.y;
        if !self.open.as_ref().is_some_and(same) {
            self.close();
        }
        let open = self.open.get_or_insert_with(|| Open {
            face,
            tag,
            x,
            rise: glyph.y,
            pen: x,
            text: String::new(),
            parts: vec![(Vec::new(), 0.0)],
        });
        let correction = (open.pen - x).round();
        if correction != 0.0 {
            if let Some(last) = open.parts.last_mut() {
                last.1 = correction;
            }
            open.parts.push((Vec::new(), 0.0));
        }
        if let Some((codes, _)) = open.parts.last_mut() {
            codes.extend(glyph.code.to_be_bytes());
        }
        open.text.push_str(text);
        open.pen += glyph.width - correction;
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let scale = self.size / 1000.0;
        let run = Run {
            text: open.text,
            face: open.face,
            size: self.size,
            width: (open.pen - open.x) * scale,
            colour: self.colour,
            parts: open.parts,
        };
        let (x, rise) = (open.x * scale, open.rise * scale);
        self.line.runs.push(LineRun { x, rise, tag: open.tag, run: Arc::new(run) });
    }
}
