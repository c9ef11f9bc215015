//! The content stream of a finished page, interpreted as far as text, rules and marks go.

use crate::sheet::Rgb;
use lopdf::{Dictionary, Document, Object, ObjectId, content::Operation};
use std::collections::BTreeMap;

/// What a page holds.
#[derive(Default)]
pub(super) struct Content {
    /// Text by marked-content id.
    pub(super) texts: BTreeMap<i64, String>,
    /// Lines of text as they are set.
    pub(super) lines: Vec<Line>,
    /// What is painted outside any marked content.
    pub(super) unmarked: Vec<String>,
    /// Heights or thicknesses of rules, pt.
    pub(super) thin_rules: Vec<f32>,
}

/// Text of one mark on one baseline.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) mark: Option<i64>,
    pub(super) is_heading: bool,
    pub(super) size: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    /// From the bottom of the page.
    pub(super) baseline: f32,
    pub(super) ink: Rgb,
    /// What it stands on.
    pub(super) paper: Rgb,
}

/// A font as a reader needs it.
#[derive(Default)]
struct Font {
    unicode: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f32>,
}

/// The fonts of a file's resources, each read once.
#[derive(Default)]
pub(super) struct Fonts(BTreeMap<Option<ObjectId>, BTreeMap<Vec<u8>, Font>>);

pub(super) fn read(file: &Document, page: ObjectId, fonts: &mut Fonts) -> Content {
    let resources = file.get_dictionary(page).ok().and_then(|page| page.get(b"Resources").ok());
    let id = resources.and_then(|resources| resources.as_reference().ok());
    if id.is_none() {
        // Resources of this page alone.
        fonts.0.remove(&None);
    }
    let fonts = fonts.0.entry(id).or_insert_with(|| read_fonts(file, resources));
    let bytes = file.get_page_content(page);
    let operations = lopdf::content::Content::decode(&bytes).map(|content| content.operations).unwrap_or_default();
    let mut reader = Reader::new(fonts);
    operations.iter().for_each(|operation| reader.operation(operation));
    reader.content
}

fn read_fonts(file: &Document, resources: Option<&Object>) -> BTreeMap<Vec<u8>, Font> {
    let get =
        |d: &Dictionary, key: &[u8]| d.get(key).ok().and_then(|o| file.dereference(o).ok()).map(|(_, o)| o.clone());
    let resources = resources.and_then(|resources| file.dereference(resources).ok());
    let Some(Object::Dictionary(all)) = resources.and_then(|(_, r)| get(r.as_dict().ok()?, b"Font")) else {
        return BTreeMap::new();
    };
    let read = |font: &Object| {
        let font = file.dereference(font).ok()?.1.as_dict().ok()?;
        let map =
            file.dereference(font.get(b"ToUnicode").ok()?).ok()?.1.as_stream().ok()?.decompressed_content().ok()?;
        let inner = get(font, b"DescendantFonts")?.as_array().ok()?.first()?.clone();
        let inner = file.dereference(&inner).ok()?.1.as_dict().ok()?.clone();
        Some(Font { unicode: unicode(&String::from_utf8_lossy(&map)), widths: widths(&get(&inner, b"W")?) })
    };
    all.iter().map(|(name, font)| (name.clone(), read(font).unwrap_or_default())).collect()
}

/// The `bfchar` lines of a ToUnicode map.
fn unicode(map: &str) -> BTreeMap<u16, String> {
    let mut out = BTreeMap::new();
    for line in map.lines() {
        let parts: Vec<&str> = line.split(['<', '>']).collect();
        let [_, code, _, text, ..] = parts[..] else { continue };
        let (4, Ok(code)) = (code.len(), u16::from_str_radix(code, 16)) else { continue };
        let units: Vec<u16> =
            (0..text.len() / 4).filter_map(|at| u16::from_str_radix(text.get(at * 4..at * 4 + 4)?, 16).ok()).collect();
        out.insert(code, String::from_utf16_lossy(&units));
    }
    out
}

/// A `/W` array of the form `first [w w w]`.
fn widths(array: &Object) -> BTreeMap<u16, f32> {
    let mut out = BTreeMap::new();
    let Ok(items) = array.as_array() else { return out };
    for pair in items.chunks(2) {
        let (Some(Ok(first)), Some(Ok(list))) = (pair.first().map(Object::as_i64), pair.get(1).map(Object::as_array))
        else {
            continue;
        };
        for (code, width) in (first..).zip(list) {
            if let (Ok(code), Ok(width)) = (u16::try_from(code), width.as_float()) {
                out.insert(code, width);
            }
        }
    }
    out
}

struct Reader<'f> {
    fonts: &'f BTreeMap<Vec<u8>, Font>,
    content: Content,
    /// Open marked content: the id, or none for artifacts; and whether it is a heading.
    marks: Vec<(Option<i64>, bool)>,
    font: Option<&'f Font>,
    size: f32,
    x: f32,
    y: f32,
    ink: Rgb,
    line_width: f32,
    /// Rectangles of the path, and everything filled so far.
    path: Vec<[f32; 4]>,
    filled: Vec<([f32; 4], Rgb)>,
    transformed: Vec<bool>,
}

impl<'f> Reader<'f> {
    fn new(fonts: &'f BTreeMap<Vec<u8>, Font>) -> Self {
        Self {
            fonts,
            content: Content::default(),
            marks: Vec::new(),
            font: None,
            size: 0.0,
            x: 0.0,
            y: 0.0,
            ink: Rgb::BLACK,
            line_width: 1.0,
            path: Vec::new(),
            filled: Vec::new(),
            transformed: vec![false],
        }
    }

    fn operation(&mut self, operation: &Operation) {
        let number = |at: usize| operation.operands.get(at).and_then(|o| o.as_float().ok()).unwrap_or(0.0);
        match operation.operator.as_str() {
            "BDC" | "BMC" => self.begin(operation),
            "EMC" => drop(self.marks.pop()),
            "Tf" => {
                let name = operation.operands.first().and_then(|o| o.as_name().ok()).unwrap_or(b"");
                (self.font, self.size) = (self.fonts.get(name), number(1));
            }
            "Tm" => (self.x, self.y) = (number(4), number(5)),
            "TJ" => {
                if let Some(Ok(items)) = operation.operands.first().map(Object::as_array) {
                    self.show(items);
                }
            }
            "Tj" | "'" | "\"" => self.unmarked(&operation.operator),
            "rg" => {
                let byte = |at| (number(at) * 255.0).round().clamp(0.0, 255.0) as u8;
                self.ink = Rgb(byte(0), byte(1), byte(2));
            }
            "w" => self.line_width = number(0),
            "re" => self.path.push([number(0), number(1), number(2), number(3)]),
            "q" => self.transformed.push(self.transformed.last().copied().unwrap_or(false)),
            "Q" => drop(self.transformed.pop()),
            "cm" => {
                if let Some(last) = self.transformed.last_mut() {
                    *last = true;
                }
            }
            "f" | "f*" => self.fill(),
            "S" => {
                self.content.thin_rules.push(self.line_width);
                self.paint("S");
                self.path.clear();
            }
            "Do" | "sh" => self.paint(&operation.operator),
            _ => {}
        }
    }

    fn begin(&mut self, operation: &Operation) {
        let tag = operation.operands.first().and_then(|o| o.as_name().ok()).unwrap_or(b"");
        let id = operation.operands.get(1).and_then(|o| o.as_dict().ok()).and_then(|d| d.get(b"MCID").ok());
        let heading = matches!(tag, [b'H', b'1'..=b'6']);
        self.marks.push((id.and_then(|id| id.as_i64().ok()), heading));
    }

    fn unmarked(&mut self, what: &str) {
        if self.marks.is_empty() {
            self.content.unmarked.push(what.to_owned());
        }
    }

    fn paint(&mut self, what: &str) {
        self.unmarked(what);
    }

    fn fill(&mut self) {
        self.unmarked("f");
        // Modules of a code are drawn in a coordinate system of their own and are no rules.
        if self.transformed.last() == Some(&false) {
            for area in &self.path {
                self.content.thin_rules.push(area[2].min(area[3]));
                self.filled.push((*area, self.ink));
            }
        }
        self.path.clear();
    }

    fn show(&mut self, items: &[Object]) {
        self.unmarked("TJ");
        let (mark, is_heading) = self.marks.last().copied().unwrap_or((None, false));
        let (left, mut text) = (self.x, String::new());
        for item in items {
            match item {
                Object::String(bytes, _) => {
                    for pair in bytes.chunks_exact(2) {
                        let code = u16::from_be_bytes([pair[0], pair[1]]);
                        let font = self.font;
                        text.push_str(font.and_then(|f| f.unicode.get(&code)).map_or("\u{fffd}", String::as_str));
                        self.x += font.and_then(|f| f.widths.get(&code)).copied().unwrap_or(0.0) * self.size / 1000.0;
                    }
                }
                number => self.x -= number.as_float().unwrap_or(0.0) * self.size / 1000.0,
            }
        }
        if let Some(id) = mark {
            self.content.texts.entry(id).or_default().push_str(&text);
        }
        if text.is_empty() {
            // Dots of Arabic letters, set above or below the line.
            return;
        }
        // A space that hangs at a line's end takes no room on paper.
        let hanging = if text.ends_with(' ') { self.size * 0.3 } else { 0.0 };
        let right = self.x - hanging;
        match self.content.lines.last_mut() {
            Some(last) if last.mark == mark && last.baseline == self.y && last.size == self.size => {
                last.text.push_str(&text);
                (last.left, last.right) = (last.left.min(left), last.right.max(right));
            }
            _ => {
                let (baseline, size, ink) = (self.y, self.size, self.ink);
                let inside =
                    |[x, y, w, h]: &[f32; 4]| *x <= left && left <= x + w && *y <= baseline && baseline <= y + h;
                let paper =
                    self.filled.iter().rev().find(|(area, _)| inside(area)).map_or(Rgb::WHITE, |(_, colour)| *colour);
                self.content.lines.push(Line { text, mark, is_heading, size, left, right, baseline, ink, paper });
            }
        }
    }
}
