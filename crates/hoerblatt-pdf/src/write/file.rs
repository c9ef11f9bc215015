//! Objects → bytes: small objects packed into object streams, a cross-reference stream at the end (ISO 32000-1, 7.5.7 and 7.5.8).

use flate2::{Compress, Compression, FlushCompress, Status};
use std::{fmt, fmt::Write};

/// An object's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Ref(u32);

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} 0 R", self.0)
    }
}

enum Body {
    Reserved,
    Plain(String),
    Stream { entries: String, data: Vec<u8> },
}

/// The objects of a file; the first has number 1.
#[derive(Default)]
pub(crate) struct File {
    bodies: Vec<Body>,
    deflater: Deflater,
}

/// Objects per object stream; readers unpack a whole stream for one object.
const PACKED: usize = 400;

impl File {
    /// A number for an object that is written later.
    pub(crate) fn reserve(&mut self) -> Ref {
        self.bodies.push(Body::Reserved);
        Ref(u32::try_from(self.bodies.len()).unwrap_or(u32::MAX))
    }

    pub(crate) fn set(&mut self, Ref(number): Ref, body: String) {
        if let Some(place) = self.bodies.get_mut(number as usize - 1) {
            *place = Body::Plain(body);
        }
    }

    pub(crate) fn add(&mut self, body: String) -> Ref {
        let number = self.reserve();
        self.set(number, body);
        number
    }

    /// Adds a stream and compresses it.
    pub(crate) fn compress_stream(&mut self, entries: String, data: &[u8]) -> Ref {
        let data = self.deflater.deflate(data);
        self.add_stream(entries, data, true)
    }

    /// Adds a stream; `entries` are those of its dictionary beside length and filter.
    pub(crate) fn add_stream(&mut self, entries: String, data: Vec<u8>, deflated: bool) -> Ref {
        let entries = if deflated { entries + "/Filter/FlateDecode" } else { entries };
        self.bodies.push(Body::Stream { entries, data });
        Ref(u32::try_from(self.bodies.len()).unwrap_or(u32::MAX))
    }

    /// The whole file. Its `/ID` is made from its content.
    pub(crate) fn finish(mut self, catalog: Ref, info: Ref) -> Vec<u8> {
        let size: usize =
            self.bodies.iter().map(|b| if let Body::Stream { data, .. } = b { data.len() + 200 } else { 0 }).sum();
        // The comment's bytes above 127 tell transfer programs that the file is binary (7.5.2).
        let mut out = Vec::with_capacity(size + 16_000);
        out.extend(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
        // By object: kind, field 2, field 3 of the cross-reference stream.
        let mut entries: Vec<(u8, u32, u32)> = vec![(0, 0, 65535)];
        entries.resize(self.bodies.len() + 1, (0, 0, 0));
        let mut plain: Vec<(u32, &str)> = Vec::new();
        for (at, body) in self.bodies.iter().enumerate() {
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            match body {
                Body::Reserved => plain.push((number, "null")),
                Body::Plain(text) => plain.push((number, text)),
                Body::Stream { entries: own, data } => {
                    entries[at + 1] = (1, offset(&out), 0);
                    stream(&mut out, number, own, data);
                }
            }
        }
        for pack in plain.chunks(PACKED) {
            let number = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            let (mut index, mut texts) = (String::new(), String::new());
            for (place, (object, text)) in pack.iter().enumerate() {
                let _ = write!(index, "{object} {} ", texts.len());
                texts.push_str(text);
                texts.push(' ');
                entries[*object as usize] = (2, number, u32::try_from(place).unwrap_or(0));
            }
            let own = format!("/Type/ObjStm/N {}/First {}/Filter/FlateDecode", pack.len(), index.len());
            let data = self.deflater.deflate((index + &texts).as_bytes());
            entries.push((1, offset(&out), 0));
            stream(&mut out, number, &own, &data);
        }
        let number = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let start = offset(&out);
        entries.push((1, start, 0));
        let table: Vec<u8> = entries
            .iter()
            .flat_map(|&(kind, a, b)| {
                let [a1, a2, a3, a4] = a.to_be_bytes();
                let [_, _, b1, b2] = b.to_be_bytes();
                [kind, a1, a2, a3, a4, b1, b2]
            })
            .collect();
        let id = fingerprint(&[&out]);
        let own = format!(
            "/Type/XRef/Size {}/W[1 4 2]/Root {catalog}/Info {info}/ID[<{id:032X}><{id:032X}>]/Filter/FlateDecode",
            entries.len()
        );
        stream(&mut out, number, &own, &self.deflater.deflate(&table));
        out.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        out
    }
}

fn stream(out: &mut Vec<u8>, number: u32, entries: &str, data: &[u8]) {
    out.extend(format!("{number} 0 obj\n<<{entries}/Length {}>>\nstream\n", data.len()).bytes());
    out.extend(data);
    // Both signs: a reader that takes the line end off by itself then never takes a byte of the data, whatever it ends with.
    out.extend(b"\r\nendstream\nendobj\n");
}

fn offset(out: &[u8]) -> u32 {
    u32::try_from(out.len()).unwrap_or(u32::MAX)
}

/// zlib data of `bytes` that several files share: small rather than quick.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    Deflater(Compress::new(Compression::new(9), true)).deflate(bytes)
}

/// Compresses what belongs to one file, stream after stream in the same working memory.
struct Deflater(Compress);

impl Default for Deflater {
    /// Level 1: pages grow from 2.9 to 3.9 kB against 6, at which a quarter of the time went into compressing.
    fn default() -> Self {
        Self(Compress::new(Compression::new(1), true))
    }
}

impl Deflater {
    fn deflate(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.0.reset();
        let mut out = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let read = usize::try_from(self.0.total_in()).unwrap_or(bytes.len());
            match self.0.compress_vec(&bytes[read..], &mut out, FlushCompress::Finish) {
                Ok(Status::StreamEnd) | Err(_) => return out,
                Ok(_) => out.reserve(out.capacity().max(256)),
            }
        }
    }
}

/// 128 bits that change with the content (FNV-1a); an identity, not a seal.
pub(crate) fn fingerprint(content: &[&[u8]]) -> u128 {
    let mut hash = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
    for part in content {
        for chunk in part.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            hash =
                (hash ^ u128::from(u64::from_le_bytes(word))).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
        hash = (hash ^ part.len() as u128).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    hash ^ (hash >> 64)
}

/// A text string: as it is where it is ASCII, UTF-16 with its mark otherwise (7.9.2.2).
pub(crate) fn text_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    if text.bytes().all(|b| (32..127).contains(&b)) {
        out.push('(');
        for c in text.chars() {
            if matches!(c, '(' | ')' | '\\') {
                out.push('\\');
            }
            out.push(c);
        }
        out.push(')');
    } else {
        out.push_str("<FEFF");
        for unit in text.encode_utf16() {
            let _ = write!(out, "{unit:04X}");
        }
        out.push('>');
    }
    out
}

/// A name with its unusual bytes escaped (7.3.5).
pub(crate) fn name(text: &str) -> String {
    let mut out = String::from("/");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'.') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "#{byte:02X}");
        }
    }
    out
}

/// A length with two decimals, which is finer than any printer.
pub(crate) fn number(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
