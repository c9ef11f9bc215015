//! Which glyphs stand for a word? Families in fallback order, shaping, and the subset that goes into the file.
//!
//! A glyph's *code* in the file (CID) is given per pair of glyph and text, not per glyph: a hyphen that the author wrote and a hyphen
//! that line breaking added are the same outline with two codes, of which the second means U+00AD. `pdfinfo -struct-text` then reads
//! a divided word as one word, and search finds it. The same goes for the space and the no-break space.

mod shape;
mod subset;

pub(crate) use shape::{Glyph, Shape, Shaper};
pub(crate) use subset::{EmbeddedFace, Inventory};

use harfrust::Font;

/// Regular or bold; emphasis is by weight alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// 400.
    Regular,
    /// 700.
    Bold,
}

/// A typeface in two weights, as TrueType bytes.
#[derive(Debug, Clone, Copy)]
pub struct Family<'f> {
    /// Its name, e.g. `Atkinson Hyperlegible Next`.
    pub name: &'f str,
    /// Weight 400, a whole TrueType file.
    pub regular: &'f [u8],
    /// Weight 700, a whole TrueType file.
    pub bold: &'f [u8],
}

/// The families of a sheet: the first is the face of the sheet, the others step in for letters it lacks, in this order.
#[derive(Debug, Clone, Default)]
pub struct Fonts<'f> {
    /// In fallback order.
    pub families: Vec<Family<'f>>,
}

/// One weight of one family, ready to be shaped.
pub(crate) struct Face {
    /// Name without spaces, for `/BaseFont`.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) font: Font,
    /// Thousandths of an em per font unit.
    pub(crate) scale: f32,
}

/// All faces; two per family, regular first.
pub(crate) struct Faces(pub(crate) Vec<Face>);

/// A face by its place in [`Faces`].
pub(crate) type FaceId = u8;

impl Faces {
    /// The faces that can be read; a family with a broken file is left out and its name returned.
    pub(crate) fn new(fonts: &Fonts<'_>) -> (Self, Vec<String>) {
        let (mut faces, mut broken) = (Vec::new(), Vec::new());
        for family in fonts.families.iter().take(100) {
            let face = |bytes: &[u8], weight: &str| {
                let font = Font::new(bytes.to_vec(), 0)?;
                let has_outlines = font.num_glyphs() > 0 && font.charmap().has_unicode();
                let name = family.name.split_whitespace().collect::<String>() + weight;
                let scale = 1000.0 / f32::from(font.units_per_em().max(1));
                has_outlines.then(|| Face { name, bytes: bytes.to_vec(), font, scale })
            };
            match (face(family.regular, "-Regular"), face(family.bold, "-Bold")) {
                (Some(regular), Some(bold)) => faces.extend([regular, bold]),
                _ => broken.push(family.name.to_owned()),
            }
        }
        (Self(faces), broken)
    }

    pub(crate) fn families(&self) -> usize {
        self.0.len() / 2
    }

    pub(crate) fn id(family: usize, weight: Weight) -> FaceId {
        u8::try_from(family * 2 + usize::from(weight == Weight::Bold)).unwrap_or(0)
    }

    /// The first family that has every one of `letters`.
    pub(crate) fn family_with(&self, letters: impl Iterator<Item = char> + Clone, weight: Weight) -> Option<usize> {
        (0..self.families()).find(|&family| {
            let face = &self.0[usize::from(Self::id(family, weight))];
            letters.clone().all(|c| face.font.charmap().map_unicode(c).is_some_and(|g| g.to_u32() != 0))
        })
    }
}
