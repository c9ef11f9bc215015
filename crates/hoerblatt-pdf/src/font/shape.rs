//! Word → positioned glyphs.

use super::{FaceId, Faces, Inventory, Weight};
use harfrust::{Buffer, Direction, ShapeOptions, ShapePlan, ShaperFont};
use std::{cell::RefCell, collections::HashMap};
use unicode_bidi::{BidiClass, bidi_class};
use unicode_segmentation::UnicodeSegmentation;

/// A word with its glyphs; lengths are thousandths of an em, so one shape serves every size.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shape {
    /// What is written.
    pub(crate) text: Box<str>,
    /// The glyphs by face, in the order of writing.
    pub(crate) runs: Vec<GlyphRun>,
    /// Total advance.
    pub(crate) width: f32,
    /// Whether it is written from right to left.
    pub(crate) rtl: bool,
    /// Letters that no face has; they are printed as a box and still mean themselves.
    pub(crate) missing: Vec<char>,
}

/// Glyphs of one face.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GlyphRun {
    pub(crate) face: FaceId,
    /// In reading order; in a right-to-left run `x` falls.
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) width: f32,
}

/// A glyph at its place in a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    /// Before [`Shape::encode`] the glyph id, after it the code in the file.
    pub(crate) code: u16,
    /// Its left edge from the run's left edge.
    pub(crate) x: f32,
    /// Above the baseline.
    pub(crate) y: f32,
    /// The advance that the file's `/W` array declares, a whole number.
    pub(crate) width: f32,
    /// Byte offset of its text in the word.
    pub(crate) start: u32,
    /// End of its text.
    pub(crate) end: u32,
}

/// Letters of one face and direction (true: right to left), each with its byte offset in the word.
type Stretch = (FaceId, bool, Vec<(char, u32)>);

/// Shapes words; keeps the shaping plans of each face and direction.
pub(crate) struct Shaper<'f> {
    faces: &'f Faces,
    fonts: Vec<ShaperFont<'f, 'static>>,
    plans: RefCell<HashMap<(FaceId, bool, u32), ShapePlan>>,
}

/// A letter that stands in for one that no face has.
const STAND_INS: [char; 3] = ['\u{fffd}', '\u{25a1}', '?'];

impl<'f> Shaper<'f> {
    pub(crate) fn new(faces: &'f Faces) -> Self {
        let fonts = faces.0.iter().map(|face| ShaperFont::new(&face.font)).collect();
        Self { faces, fonts, plans: RefCell::default() }
    }

    /// The glyphs of one word (or a space) in one weight; `code` still holds glyph ids.
    pub(crate) fn shape(&self, text: &str, weight: Weight) -> Shape {
        let mut missing = Vec::new();
        let mut pieces: Vec<Stretch> = Vec::new();
        for (at, cluster) in text.grapheme_indices(true) {
            let (face, letters) = self.resolve(at, cluster, weight, &mut missing);
            let rtl = cluster.chars().next().is_some_and(is_rtl);
            match pieces.last_mut() {
                Some((last, direction, all)) if *last == face && *direction == rtl => all.extend(letters),
                _ => pieces.push((face, rtl, letters)),
            }
        }
        let ends = |at: usize| pieces.get(at + 1).map_or(text.len(), |(_, _, letters)| letters[0].1 as usize);
        let runs: Vec<GlyphRun> = (0..pieces.len()).map(|at| self.run(&pieces[at], ends(at), text)).collect();
        let width = runs.iter().map(|run| run.width).sum();
        Shape { width, rtl: text.chars().any(is_rtl), text: text.into(), runs, missing }
    }

    /// The face for a cluster and the letters to shape, with signs that a face lacks replaced by their look-alikes.
    fn resolve(&self, at: usize, cluster: &str, weight: Weight, missing: &mut Vec<char>) -> (FaceId, Vec<(char, u32)>) {
        let offset = |inner: usize| u32::try_from(at + inner).unwrap_or(u32::MAX);
        let letters = |map: fn(char) -> char| cluster.char_indices().map(move |(i, c)| (map(c), offset(i))).collect();
        // A shaper hides soft hyphens, because text may hold them anywhere. Ours stand at line ends alone and must be seen.
        let visible = cluster != "\u{ad}";
        if let Some(family) = self.faces.family_with(cluster.chars(), weight).filter(|_| visible) {
            return (Faces::id(family, weight), letters(|c| c));
        }
        if let Some(family) = self.faces.family_with(cluster.chars().map(look_alike), weight) {
            return (Faces::id(family, weight), letters(look_alike));
        }
        missing.extend(cluster.chars().filter(|&c| self.faces.family_with([c].into_iter(), weight).is_none()));
        for sign in STAND_INS {
            if let Some(family) = self.faces.family_with([sign].into_iter(), weight) {
                return (Faces::id(family, weight), vec![(sign, offset(0))]);
            }
        }
        (Faces::id(0, weight), vec![(' ', offset(0))])
    }

    fn run(&self, (face, rtl, letters): &(FaceId, bool, Vec<(char, u32)>), end: usize, text: &str) -> GlyphRun {
        let Some(font) = self.fonts.get(usize::from(*face)) else {
            return GlyphRun { face: *face, glyphs: Vec::new(), width: 0.0 };
        };
        let mut buffer = Buffer::new();
        for (letter, at) in letters {
            buffer.push(u32::from(*letter), *at);
        }
        buffer.guess_segment_properties();
        buffer.set_direction(if *rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        let script = buffer.script();
        let script_tag = script.map_or(0, |script| u32::from_be_bytes(script.tag().to_be_bytes()));
        let mut plans = self.plans.borrow_mut();
        let plan = plans
            .entry((*face, *rtl, script_tag))
            .or_insert_with(|| ShapePlan::new(font, buffer.direction(), script, None, &[]));
        if harfrust::shape(font, &mut buffer, ShapeOptions::new().plan(Some(plan))).is_err() {
            return GlyphRun { face: *face, glyphs: Vec::new(), width: 0.0 };
        }
        self.collect(*face, *rtl, &buffer, end, text)
    }

    fn collect(&self, face: FaceId, rtl: bool, buffer: &Buffer, end: usize, text: &str) -> GlyphRun {
        let scale = self.faces.0[usize::from(face)].scale;
        let metrics = self.faces.0[usize::from(face)].font.glyph_metrics();
        let (mut pen, mut glyphs) = (0.0_f32, Vec::with_capacity(buffer.len()));
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let glyph = u16::try_from(info.glyph_id).unwrap_or(0);
            glyphs.push(Glyph {
                code: glyph,
                x: pen + scaled(position.x_offset, scale),
                y: scaled(position.y_offset, scale),
                // Whole numbers, because that is what is written into `/W`.
                width: (metrics.h_advance(harfrust::GlyphId::new(u32::from(glyph))) * scale).round(),
                start: info.cluster,
                end: 0,
            });
            pen += scaled(position.x_advance, scale);
        }
        if rtl {
            glyphs.reverse();
        }
        let mut next = u32::try_from(end).unwrap_or(u32::MAX);
        for at in (0..glyphs.len()).rev() {
            if at + 1 < glyphs.len() && glyphs[at + 1].start != glyphs[at].start {
                next = glyphs[at + 1].start;
            }
            glyphs[at].end = next;
        }
        share_clusters(&mut glyphs, text);
        GlyphRun { face, glyphs, width: pen }
    }
}

/// Where several glyphs make one cluster, gives each its own letter as far as there are letters; the rest mean nothing by themselves.
fn share_clusters(glyphs: &mut [Glyph], text: &str) {
    let mut at = 0;
    while at < glyphs.len() {
        let (start, end) = (glyphs[at].start, glyphs[at].end);
        let count = glyphs[at..].iter().take_while(|g| g.start == start).count();
        if count > 1 {
            let mut letters =
                text.get(start as usize..end as usize).unwrap_or("").char_indices().map(|(i, _)| i).skip(1);
            let mut from = start;
            for glyph in &mut glyphs[at..at + count - 1] {
                let to = letters.next().map_or(end, |i| start + u32::try_from(i).unwrap_or(0));
                (glyph.start, glyph.end) = (from, to);
                from = to;
            }
            let last = &mut glyphs[at + count - 1];
            (last.start, last.end) = (from, end);
        }
        at += count;
    }
}

fn scaled(units: i32, scale: f32) -> f32 {
    units as f32 * scale
}

/// Signs that look like another one that more faces have; they keep their own meaning in the file.
fn look_alike(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => ' ',
        '\u{2010}' | '\u{2011}' | '\u{ad}' => '-',
        '\u{2212}' => '–',
        other => other,
    }
}

/// Whether a letter runs from right to left.
pub(crate) fn is_rtl(c: char) -> bool {
    // Everything below Hebrew is not; this spares the table for Latin text.
    c >= '\u{590}' && matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

impl Shape {
    /// Glyph ids → codes of the file; a pair that the inventory does not know is printed as its stand-in.
    pub(crate) fn encode(mut self, inventory: &Inventory) -> Self {
        for run in &mut self.runs {
            for glyph in &mut run.glyphs {
                let text = self.text.get(glyph.start as usize..glyph.end as usize).unwrap_or("");
                glyph.code = inventory.code(run.face, glyph.code, text);
            }
        }
        self
    }

    /// Every pair of glyph and text in it.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (FaceId, u16, &str)> {
        self.runs.iter().flat_map(|run| {
            run.glyphs.iter().map(|g| (run.face, g.code, self.text.get(g.start as usize..g.end as usize).unwrap_or("")))
        })
    }

    /// The part of the word between two byte offsets. Only for words from left to right; kerning over the seam is lost, which is right,
    /// because a line ends there.
    pub(crate) fn part(&self, from: u32, to: u32) -> Self {
        let mut runs = Vec::new();
        for run in &self.runs {
            let glyphs: Vec<Glyph> = run.glyphs.iter().filter(|g| g.start >= from && g.start < to).copied().collect();
            let (Some(first), Some(last)) = (glyphs.first().copied(), glyphs.last().copied()) else { continue };
            let whole = last.start == run.glyphs.last().map_or(0, |g| g.start);
            let right = if whole { run.width } else { last.x + last.width };
            let shift = if first.start == run.glyphs[0].start { 0.0 } else { first.x };
            let moved = |g: Glyph| Glyph { x: g.x - shift, start: g.start - from, end: g.end.min(to) - from, ..g };
            runs.push(GlyphRun {
                face: run.face,
                glyphs: glyphs.into_iter().map(moved).collect(),
                width: right - shift,
            });
        }
        let width = runs.iter().map(|run| run.width).sum();
        let text = self.text.get(from as usize..to as usize).unwrap_or("").into();
        Self { text, runs, width, rtl: self.rtl, missing: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::{Family, Fonts};

    #[test]
    fn a_soft_hyphen_at_a_line_end_is_seen() {
        let family = |f: &hoerblatt_fonts::Family| Family { name: f.name, regular: f.regular, bold: f.bold };
        let (faces, _) = Faces::new(&Fonts { families: hoerblatt_fonts::FAMILIES.iter().map(family).collect() });
        let shaper = Shaper::new(&faces);
        for weight in [Weight::Regular, Weight::Bold] {
            let glyphs =
                |text| shaper.shape(text, weight).pairs().map(|(face, glyph, _)| (face, glyph)).collect::<Vec<_>>();
            assert_eq!(glyphs("\u{ad}"), glyphs("-"));
            assert_eq!(shaper.shape("\u{ad}", weight).width, shaper.shape("-", weight).width);
        }
    }
}
