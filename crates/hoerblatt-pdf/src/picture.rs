//! Pictures as a PDF can hold them: JPEG data unopened, PNG decoded.

mod turn;

pub use turn::Turn;

use crate::{page::Ink, write::deflate};
use std::{
    collections::BTreeMap,
    io::Cursor,
    path::{Path, PathBuf},
    sync::Arc,
};

/// More pixels than this are refused: at 300 pixels an inch they would fill a poster, and decoding them would fill the memory.
const MOST_PIXELS: u64 = 64_000_000;

/// A picture ready to be written.
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) grey: bool,
    /// How it is turned to be looked at; width and height are the stored ones.
    pub(crate) turn: Turn,
    pub(crate) data: PictureData,
}

/// What layout needs to know of a picture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Printable {
    /// Its place in the list.
    pub(crate) place: usize,
    pub(crate) turn: Turn,
    /// In pixels, as it is looked at.
    pub(crate) width: f32,
    /// In pixels, as it is looked at.
    pub(crate) height: f32,
}

impl Printable {
    /// Its ink, so many points for each pixel.
    pub(crate) fn ink(self, scale: f32) -> Ink {
        let (width, height) = (self.width * scale, self.height * scale);
        Ink::Picture { picture: self.place, turn: self.turn, width, height }
    }
}

/// Its pixels.
pub(crate) enum PictureData {
    /// A whole JPEG file.
    Jpeg(Vec<u8>),
    /// Deflated rows of 8-bit samples.
    Samples(Vec<u8>),
}

/// Why a picture cannot be printed; the words are keys, the door crate says them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    Missing,
    NoPicture,
    Truncated,
    TooLarge,
    Cmyk,
}

impl From<Trouble> for hoerblatt_core::Argument {
    fn from(trouble: Trouble) -> Self {
        Self::Text(
            match trouble {
                Trouble::Missing => "missing",
                Trouble::NoPicture => "no-picture",
                Trouble::Truncated => "truncated",
                Trouble::TooLarge => "too-large",
                Trouble::Cmyk => "cmyk",
            }
            .to_owned(),
        )
    }
}

/// The pictures of a publication, decoded once.
#[derive(Default)]
pub(crate) struct Pictures {
    by_path: BTreeMap<PathBuf, Result<usize, Trouble>>,
    pub(crate) list: Vec<Arc<Picture>>,
}

impl Pictures {
    pub(crate) fn new(files: &BTreeMap<PathBuf, Vec<u8>>) -> Self {
        let mut pictures = Self::default();
        for (path, bytes) in files {
            let read = read(bytes).map(|picture| {
                pictures.list.push(Arc::new(picture));
                pictures.list.len() - 1
            });
            pictures.by_path.insert(path.clone(), read);
        }
        pictures
    }

    /// A picture by its path.
    pub(crate) fn find(&self, path: &Path) -> Result<Printable, Trouble> {
        let place = self.by_path.get(path).copied().unwrap_or(Err(Trouble::Missing))?;
        let Picture { turn, width, height, .. } = *self.list.get(place).ok_or(Trouble::Missing)?.as_ref();
        let (width, height) = if turn.is_sideways() { (height, width) } else { (width, height) };
        Ok(Printable { place, turn, width: width as f32, height: height as f32 })
    }
}

fn read(bytes: &[u8]) -> Result<Picture, Trouble> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => read_jpeg(bytes),
        [0x89, b'P', b'N', b'G', ..] => read_png(bytes),
        _ => Err(Trouble::NoPicture),
    }
}

fn check_size(width: u32, height: u32) -> Result<(), Trouble> {
    match u64::from(width) * u64::from(height) {
        0 => Err(Trouble::NoPicture),
        1..=MOST_PIXELS => Ok(()),
        _ => Err(Trouble::TooLarge),
    }
}

/// The segment of a JPEG that holds Exif data.
const APP1: u8 = 0xe1;

/// Reads the frame header of a JPEG (ITU-T T.81, B.2); the data itself stays as it is.
fn read_jpeg(bytes: &[u8]) -> Result<Picture, Trouble> {
    let mut at = 2;
    let mut turn = Turn::NONE;
    while let Some(&[0xff, marker]) = bytes.get(at..at + 2).and_then(|two| <&[u8; 2]>::try_from(two).ok()) {
        match marker {
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let Some(&[depth, h1, h0, w1, w0, components]) =
                    bytes.get(at + 4..at + 10).and_then(|six| <&[u8; 6]>::try_from(six).ok())
                else {
                    return Err(Trouble::Truncated);
                };
                let (width, height) =
                    (u32::from(u16::from_be_bytes([w1, w0])), u32::from(u16::from_be_bytes([h1, h0])));
                check_size(width, height)?;
                let grey = match (components, depth) {
                    (1, 8) => true,
                    (3, 8) => false,
                    (4, _) => return Err(Trouble::Cmyk),
                    _ => return Err(Trouble::NoPicture),
                };
                // Some cameras fill up after the end mark.
                let tail = bytes.iter().rposition(|&b| b != 0).map_or(0, |last| last + 1);
                if !bytes[..tail].ends_with(&[0xff, 0xd9]) {
                    return Err(Trouble::Truncated);
                }
                return Ok(Picture { width, height, grey, turn, data: PictureData::Jpeg(bytes.to_vec()) });
            }
            0xd9 | 0xda => return Err(Trouble::NoPicture),
            _ => {
                let Some(length) = bytes.get(at + 2..at + 4) else { return Err(Trouble::Truncated) };
                let next = at + 2 + usize::from(u16::from_be_bytes([length[0], length[1]])).max(2);
                let exif = bytes.get(at + 4..next).and_then(|segment| segment.strip_prefix(b"Exif\0\0"));
                turn = exif.filter(|_| marker == APP1).map_or(turn, Turn::of_exif);
                at = next;
            }
        }
    }
    Err(Trouble::Truncated)
}

fn read_png(bytes: &[u8]) -> Result<Picture, Trouble> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let trouble = |error: png::DecodingError| match error {
        png::DecodingError::IoError(_) => Trouble::Truncated,
        png::DecodingError::LimitsExceeded => Trouble::TooLarge,
        _ => Trouble::NoPicture,
    };
    let mut reader = decoder.read_info().map_err(trouble)?;
    let (width, height) = (reader.info().width, reader.info().height);
    let turn = reader.info().exif_metadata.as_deref().map_or(Turn::NONE, Turn::of_exif);
    check_size(width, height)?;
    let size = reader.output_buffer_size().ok_or(Trouble::TooLarge)?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(trouble)?;
    pixels.truncate(frame.buffer_size());
    let on_white = |sample: u8, alpha: u8| {
        let (sample, alpha) = (u32::from(sample), u32::from(alpha));
        u8::try_from((sample * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255)
    };
    let (grey, samples) = match frame.color_type {
        png::ColorType::Grayscale => (true, pixels),
        png::ColorType::Rgb => (false, pixels),
        png::ColorType::GrayscaleAlpha => (true, pixels.chunks_exact(2).map(|p| on_white(p[0], p[1])).collect()),
        png::ColorType::Rgba => {
            (false, pixels.chunks_exact(4).flat_map(|p| [0, 1, 2].map(|c| on_white(p[c], p[3]))).collect())
        }
        png::ColorType::Indexed => return Err(Trouble::NoPicture),
    };
    Ok(Picture { width, height, grey, turn, data: PictureData::Samples(deflate(&samples)) })
}
