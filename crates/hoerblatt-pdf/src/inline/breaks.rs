//! Which pieces end a line? The whole paragraph is weighed, not line after line.
//!
//! Set ragged, a line may be as short as it likes, but the edge should be even and no hole should tear it. The badness of a line is the
//! square of the share of the measure that stays empty, so that two middling lines are better than a full and a short one. Words are divided only in a second
//! attempt, when the first leaves a hole beyond [`HOLE`] (RNIB, UKAAF: no word division unless unavoidable).
//!
//! Lines of a heading should be of one length: there the last line counts like the others, and no word is divided.

use super::{Join, Piece, measure};

/// The largest part of the measure that may stay empty before words are divided.
pub(crate) const HOLE: f32 = 0.35;

/// A last line shorter than this part of the measure leaves a word alone.
const LONELY: f32 = 0.15;

/// A line: pieces `start..end`, and whether it ends with a hyphen of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LineRange {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) hyphen: bool,
}

/// What the breaker knows about the type.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// Type size, pt.
    pub(crate) size: f32,
    /// Width, pt.
    pub(crate) measure: f32,
    /// Width of a space, thousandths of an em.
    pub(crate) space: f32,
    /// Width of a hyphen, thousandths of an em.
    pub(crate) hyphen: f32,
    /// Whether words may be divided at all (never in headings).
    pub(crate) divide: bool,
}

/// Breaks a paragraph. The pieces come back, because words may have been divided. Every piece fits the measure.
pub(crate) fn break_lines(pieces: Vec<Piece>, column: &Column) -> (Vec<Piece>, Vec<LineRange>) {
    let lines = optimal(&pieces, column);
    let divisible = || pieces.iter().any(|piece| !piece.breaks.is_empty());
    if !column.divide || !has_hole(&pieces, &lines, column) || !divisible() {
        return (pieces, lines);
    }
    let last = pieces.len() - 1;
    let divided: Vec<Piece> = pieces
        .iter()
        .enumerate()
        .flat_map(|(at, piece)| if at == last { vec![piece.clone()] } else { measure::divide(piece, &piece.breaks) })
        .collect();
    let lines = optimal(&divided, column);
    (divided, lines)
}

fn has_hole(pieces: &[Piece], lines: &[LineRange], column: &Column) -> bool {
    let inner = |line: &&LineRange| line.end < pieces.len() && pieces[line.end - 1].join != Join::Line;
    lines.iter().filter(inner).any(|line| column.measure - width(pieces, line, column) > column.measure * HOLE)
}

/// Width of a line, pt.
pub(crate) fn width(pieces: &[Piece], line: &LineRange, column: &Column) -> f32 {
    let inside = &pieces[line.start..line.end];
    let spaces = inside.iter().take(inside.len().saturating_sub(1)).filter(|p| p.join.is_space()).count();
    let words: f32 = inside.iter().map(|piece| piece.shape.width).sum();
    let hyphen = if line.hyphen { column.hyphen } else { 0.0 };
    (words + spaces as f32 * column.space + hyphen) * column.size / 1000.0
}

#[derive(Clone, Copy)]
struct Best {
    cost: f32,
    start: usize,
}

/// The cheapest sequence of lines.
fn optimal(pieces: &[Piece], column: &Column) -> Vec<LineRange> {
    if pieces.is_empty() {
        return Vec::new();
    }
    let room = column.measure * 1000.0 / column.size;
    // best[i]: the cheapest way to end a line before piece i.
    let mut best = vec![Best { cost: f32::INFINITY, start: 0 }; pieces.len() + 1];
    best[0].cost = 0.0;
    for end in 1..=pieces.len() {
        let join = pieces[end - 1].join;
        let last = end == pieces.len();
        if join == Join::Tight && !last {
            continue;
        }
        let hyphen = if matches!(join, Join::Hyphen(_)) && !last { column.hyphen } else { 0.0 };
        let mut natural = hyphen;
        for start in (0..end).rev() {
            let piece = &pieces[start];
            if start + 1 < end {
                if piece.join == Join::Line {
                    break;
                }
                if piece.join.is_space() {
                    natural += column.space;
                }
            }
            natural += piece.shape.width;
            let overfull = natural > room + 0.01;
            if best[start].cost.is_finite() {
                let ends_here = last || join == Join::Line;
                let badness = match column.divide {
                    _ if overfull => overfull_badness(natural),
                    true => badness(natural, room, join, ends_here, start > 0),
                    false => heading_badness(natural, room, join),
                };
                let cost = best[start].cost + badness;
                if cost < best[end].cost {
                    best[end] = Best { cost, start };
                }
                if overfull {
                    break;
                }
            }
        }
    }
    let mut lines = Vec::new();
    let mut end = pieces.len();
    while end > 0 {
        let start = best[end].start;
        let hyphen = end < pieces.len() && matches!(pieces[end - 1].join, Join::Hyphen(_));
        lines.push(LineRange { start, end, hyphen });
        end = start;
    }
    lines.reverse();
    lines
}

/// Only where tight pieces leave no choice; still better than no line at all.
fn overfull_badness(natural: f32) -> f32 {
    1.0e6 + natural
}

fn heading_badness(natural: f32, room: f32, join: Join) -> f32 {
    let empty = (room - natural) / room;
    empty * empty * 100.0 + cut(join)
}

fn badness(natural: f32, room: f32, join: Join, ends_here: bool, has_before: bool) -> f32 {
    let empty = (room - natural) / room;
    if ends_here {
        return if has_before && natural < room * LONELY { 25.0 } else { 0.0 };
    }
    let hole = if empty > HOLE { (empty - HOLE) * 200.0 } else { 0.0 };
    empty * empty * 100.0 + hole + cut(join)
}

/// What it costs to end a line there, beside the room that it leaves.
fn cut(join: Join) -> f32 {
    match join {
        Join::Space(cost) => f32::from(cost) * 0.15,
        Join::Seam(cost) => 1.0 + f32::from(cost) * 0.1,
        Join::Hyphen(cost) => 6.0 + f32::from(cost) * 0.2,
        _ => 0.0,
    }
}
