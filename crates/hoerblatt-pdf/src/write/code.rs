//! A code's dark squares as a form of their own: a hundred times as many operators as a line of text, so they do not go through printpdf.

use super::file::{File, Ref};
use crate::page::{Modules, QUIET_ZONE};
use std::fmt::Write;

/// The squares in the current colour, one unit a module, rows from the top down.
pub(crate) fn write(modules: &Modules, file: &mut File) -> Ref {
    let mut content = String::with_capacity(modules.dark.len() * 3);
    for (row, line) in modules.dark.chunks(modules.side.max(1)).enumerate() {
        let mut column = 0;
        for run in line.chunk_by(|a, b| a == b) {
            if run[0] {
                let _ = write!(content, "{} {} {} 1 re ", column + QUIET_ZONE, row + QUIET_ZONE, run.len());
            }
            column += run.len();
        }
    }
    content.push('f');
    let side = modules.side + 2 * QUIET_ZONE;
    let entries = format!("/Type/XObject/Subtype/Form/BBox[0 0 {side} {side}]/Resources<<>>");
    file.compress_stream(entries, content.as_bytes())
}
