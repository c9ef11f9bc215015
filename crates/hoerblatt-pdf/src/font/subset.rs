//! The subset of each face that a publication needs, compressed once and shared by all of its sheets.

use super::{Face, FaceId, Faces};
use crate::write::deflate;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write,
    sync::Arc,
};
use subsetter::GlyphRemapper;

/// The codes of a publication's glyphs: one per face, glyph and text.
pub(crate) struct Inventory {
    codes: Codes,
    faces: Vec<FaceCodes>,
}

/// By face and glyph: the texts it may mean, each with its code.
type Codes = HashMap<(FaceId, u16), Vec<(Box<str>, u16)>>;

/// The codes of one face in order, code 1 first.
type FaceCodes = Vec<(u16, Box<str>)>;

impl Inventory {
    /// Codes for all pairs, in the order of glyph and text, so that they depend on what is printed and not on when.
    pub(crate) fn new<'s>(pairs: impl Iterator<Item = (FaceId, u16, &'s str)>, faces: &Faces) -> Self {
        let all: BTreeSet<(FaceId, u16, &str)> = pairs.collect();
        let mut codes = Codes::new();
        let mut lists: Vec<FaceCodes> = vec![Vec::new(); faces.0.len()];
        for (face, glyph, text) in all {
            let Some(list) = lists.get_mut(usize::from(face)) else { continue };
            list.push((glyph, text.into()));
            let code = u16::try_from(list.len()).unwrap_or(u16::MAX);
            codes.entry((face, glyph)).or_default().push((text.into(), code));
        }
        Self { codes, faces: lists }
    }

    /// The code of a glyph that means `text`; where the pair is new, a code of the same glyph; 0 where the glyph is new.
    pub(crate) fn code(&self, face: FaceId, glyph: u16, text: &str) -> u16 {
        let Some(known) = self.codes.get(&(face, glyph)) else { return 0 };
        known.iter().find(|(t, _)| **t == *text).or(known.first()).map_or(0, |(_, code)| *code)
    }

    /// The subsets of all faces that print anything.
    pub(crate) fn embed(&self, faces: &Faces) -> Vec<Option<Arc<EmbeddedFace>>> {
        let embed = |(face, codes): (&Face, &FaceCodes)| EmbeddedFace::new(face, codes).map(Arc::new);
        faces.0.iter().zip(&self.faces).map(embed).collect()
    }
}

/// Everything of a face that is the same in every file of a publication.
pub(crate) struct EmbeddedFace {
    /// `ABCDEF+Name-Regular`; the tag comes from the content.
    pub(crate) name: String,
    /// The TrueType subset, deflated.
    pub(crate) program: Vec<u8>,
    /// Its length before deflation.
    pub(crate) program_length: usize,
    /// `/CIDToGIDMap`, deflated.
    pub(crate) glyph_of_code: Vec<u8>,
    /// `/ToUnicode`, deflated.
    pub(crate) to_unicode: Vec<u8>,
    /// The inside of the `/W` array.
    pub(crate) widths: String,
    /// `/FontDescriptor` entries that are numbers.
    pub(crate) descriptor: String,
}

impl EmbeddedFace {
    fn new(face: &Face, codes: &FaceCodes) -> Option<Self> {
        if codes.is_empty() {
            return None;
        }
        let mut remapper = GlyphRemapper::new();
        let mut map = vec![0, 0];
        for (glyph, _) in codes {
            map.extend(remapper.remap(*glyph).to_be_bytes());
        }
        let program = subsetter::subset(&face.bytes, 0, &remapper).ok()?;
        let to_unicode = to_unicode(codes);
        let name = format!("{}+{}", tag(&[&program, to_unicode.as_bytes()]), face.name);
        let metrics = face.font.glyph_metrics();
        let mut widths = String::from("1[");
        for (glyph, _) in codes {
            let advance = metrics.h_advance(harfrust::GlyphId::new(u32::from(*glyph))) * face.scale;
            let _ = write!(widths, "{} ", advance.round());
        }
        widths.push(']');
        Some(Self {
            name,
            program_length: program.len(),
            program: deflate(&program),
            glyph_of_code: deflate(&map),
            to_unicode: deflate(to_unicode.as_bytes()),
            widths,
            descriptor: descriptor(face),
        })
    }
}

fn descriptor(face: &Face) -> String {
    let metrics = face.font.metrics();
    let line = metrics.h_line();
    let scaled = |value: f32| (value * face.scale).round();
    let (ascent, descent) = line.map_or((1000.0, -300.0), |line| (line.ascender.to_f32(), line.descender.to_f32()));
    let cap = metrics.cap_height.map_or(ascent * 0.7, |value| value.to_f32());
    let b = &metrics.bounds;
    let stem = if face.name.ends_with("Bold") { 140 } else { 80 };
    format!(
        "/Flags 4/ItalicAngle 0/StemV {stem}/Ascent {}/Descent {}/CapHeight {}/FontBBox[{} {} {} {}]",
        scaled(ascent),
        scaled(descent),
        scaled(cap),
        scaled(b.x_min.to_f32()),
        scaled(b.y_min.to_f32()),
        scaled(b.x_max.to_f32()),
        scaled(b.y_max.to_f32()),
    )
}

/// Six capitals from the content (ISO 32000-1, 9.6.4), the same for the same subset.
fn tag(content: &[&[u8]]) -> String {
    let mut hash = crate::write::fingerprint(content);
    let letter = |hash: &mut u128| {
        let letter = char::from(b'A' + u8::try_from(*hash % 26).unwrap_or(0));
        *hash /= 26;
        letter
    };
    (0..6).map(|_| letter(&mut hash)).collect()
}

/// The text of every code, in blocks of at most 100 (ISO 32000-1, 9.10.3).
fn to_unicode(codes: &FaceCodes) -> String {
    // With a space between all tokens: some readers take their CMap parser from examples, not from the grammar.
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let by_code: BTreeMap<u16, &str> =
        codes.iter().enumerate().map(|(at, (_, text))| (u16::try_from(at + 1).unwrap_or(u16::MAX), &**text)).collect();
    let entries: Vec<_> = by_code.into_iter().collect();
    for block in entries.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", block.len());
        for (code, text) in block {
            // The dots of an Arabic letter are glyphs without a letter of their own: they map to no text at all. A word joiner in its place would
            // be copied and searched for with the word.
            let units: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            let _ = writeln!(map, "<{code:04X}> <{units}>");
        }
        map.push_str("endbfchar\n");
    }
    map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
}
