//! Pieces against the column: a piece that is wider than the column is divided, at its own breaks first, between letters at worst.

use super::{Join, Piece};
use hoerblatt_core::Break;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// Pieces that all fit `measure`, and the words that had to be divided where no division reads well.
pub(crate) fn fit(pieces: Vec<Piece>, size: f32, measure: f32) -> (Vec<Piece>, Vec<String>) {
    let width = |piece: &Piece| piece.shape.width * size / 1000.0;
    if pieces.iter().all(|piece| width(piece) <= measure) {
        return (pieces, Vec::new());
    }
    let (mut out, mut forced) = (Vec::with_capacity(pieces.len()), Vec::new());
    for piece in pieces {
        if width(&piece) <= measure {
            out.push(piece);
            continue;
        }
        // A hyphen needs room too.
        for part in divide(&piece, &piece.breaks) {
            if width(&part) + size * 0.4 <= measure {
                out.push(part);
                continue;
            }
            forced.push(piece.shape.text.to_string());
            out.extend(letters(&part, size, measure));
        }
    }
    (out, forced)
}

/// The piece divided at `breaks`; right-to-left words are never divided.
pub(crate) fn divide(piece: &Piece, breaks: &[Break]) -> Vec<Piece> {
    if breaks.is_empty() || piece.shape.rtl {
        return vec![piece.clone()];
    }
    let end = u32::try_from(piece.shape.text.len()).unwrap_or(u32::MAX);
    let mut from = 0;
    let mut parts = Vec::with_capacity(breaks.len() + 1);
    for (to, join) in breaks.iter().map(|b| (b.at, Join::Hyphen(b.cost))).chain([(end, piece.join)]) {
        parts.push(Piece { shape: Arc::new(piece.shape.part(from, to)), join, breaks: Vec::new(), ..piece.clone() });
        from = to;
    }
    parts
}

/// The piece in stretches of letters that fit, without hyphens: an address that is copied must not gain a sign.
fn letters(piece: &Piece, size: f32, measure: f32) -> Vec<Piece> {
    let room = measure * 1000.0 / size;
    let text = &piece.shape.text;
    let mut cuts = vec![0_u32];
    let mut width = 0.0;
    for (at, cluster) in text.grapheme_indices(true) {
        let (from, to) = (u32::try_from(at).unwrap_or(0), u32::try_from(at + cluster.len()).unwrap_or(0));
        let advance = piece.shape.part(from, to).width;
        if width + advance > room && width > 0.0 {
            cuts.push(from);
            width = 0.0;
        }
        width += advance;
    }
    cuts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    let last = cuts.len() - 2;
    let part = |(at, ends): (usize, &[u32])| Piece {
        shape: Arc::new(piece.shape.part(ends[0], ends[1])),
        join: if at == last { piece.join } else { Join::Seam(100) },
        breaks: Vec::new(),
        ..piece.clone()
    };
    cuts.windows(2).enumerate().map(part).collect()
}
