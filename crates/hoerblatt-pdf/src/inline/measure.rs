//! Pieces against the column: a piece that is wider than the column is divided, at its own breaks first, between letters at worst.

use super::{Join, Piece, collect::is_address};
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
        let parts = match words(&piece) {
            words if words.len() > 1 => words,
            _ if is_address(&piece.shape.text) => address(&piece),
            _ => divide(&piece, &piece.breaks),
        };
        // A hyphen needs room too.
        for part in parts {
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

/// What no-break spaces hold together, word by word: "5. September 2026" that is wider than the column ends a line at one of them, not
/// inside a number.
fn words(piece: &Piece) -> Vec<Piece> {
    let text = &piece.shape.text;
    let spaces = text.match_indices(['\u{a0}', '\u{202f}']).map(|(at, space)| (at, at + space.len(), Join::Space(0)));
    let mut from = 0;
    let cuts = spaces.chain([(text.len(), text.len(), piece.join)]);
    cuts.map(|(end, next, join)| {
        let part = piece.shape.part(u32::try_from(from).unwrap_or(0), u32::try_from(end).unwrap_or(u32::MAX));
        from = next;
        Piece { shape: Arc::new(part), join, breaks: Vec::new(), ..piece.clone() }
    })
    .filter(|part| !part.shape.text.is_empty())
    .collect()
}

/// An address in parts, without hyphens, because a hyphen would become part of it: at its slashes, else at its dots.
fn address(piece: &Piece) -> Vec<Piece> {
    let text = &piece.shape.text;
    let signs = text.match_indices(['/', '.', '@']).map(|(at, sign)| (at + sign.len(), sign));
    let seams = signs.filter(|&(at, _)| {
        let long = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count() >= 3;
        long(&text[..at]) && long(&text[at..]) && !text[at..].starts_with('/')
    });
    let end = (text.len(), piece.join);
    let mut from = 0;
    let cuts = seams.map(|(at, sign)| (at, Join::Seam(if sign == "." { DOT_COST } else { SLASH_COST }))).chain([end]);
    cuts.map(|(to, join)| {
        let (start, end) = (u32::try_from(from).unwrap_or(0), u32::try_from(to).unwrap_or(u32::MAX));
        from = to;
        Piece { shape: Arc::new(piece.shape.part(start, end)), join, breaks: Vec::new(), ..piece.clone() }
    })
    .collect()
}

/// What a line end inside an address costs a reader: after a slash or `@` a part of it is complete, after a dot it is not.
const SLASH_COST: u8 = 20;
const DOT_COST: u8 = 80;

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

/// Signs inside gender forms, beside which no line ends even where a word is cut by force.
const GENDER_SIGNS: [char; 5] = ['*', ':', '_', '·', '/'];

/// The piece in stretches of letters that fit, without hyphens: a sign that is copied must not gain one.
fn letters(piece: &Piece, size: f32, measure: f32) -> Vec<Piece> {
    let room = measure * 1000.0 / size;
    let text = &piece.shape.text;
    let mut cuts = vec![0_u32];
    // Width since the last cut, and since the last place where a cut would do no harm.
    let (mut width, mut place, mut since) = (0.0, 0_u32, 0.0);
    for (at, cluster) in text.grapheme_indices(true) {
        let (from, to) = (u32::try_from(at).unwrap_or(0), u32::try_from(at + cluster.len()).unwrap_or(0));
        if !text[..at].ends_with(GENDER_SIGNS) && !cluster.starts_with(GENDER_SIGNS) {
            (place, since) = (from, 0.0);
        }
        let advance = piece.shape.part(from, to).width;
        if width + advance > room && width > 0.0 {
            let last = cuts.last().copied().unwrap_or(0);
            (width, place) = if place > last { (since, place) } else { (0.0, from) };
            cuts.push(place);
        }
        width += advance;
        since += advance;
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
