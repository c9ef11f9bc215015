//! What belongs to the page and not to the article: breadcrumbs, buttons, links to other news.

use super::Use;
use crate::{
    lines::{Line, Shape, Zone, bare},
    programme::words::Words,
    scan::Scan,
};

/// A line longer than this is no button and no breadcrumb.
const LONGEST: usize = 160;

/// One of these stands in every path.
const PATH_SIGNS: [char; 5] = ['>', '›', '»', '/', '→'];

/// A bar of links stands among this many lines at the top.
const FIRST: usize = 5;

/// Marks them.
pub(crate) fn mark(lines: &[Line], uses: &mut [Use], words: &Words<'_>) {
    let mut related: Option<u8> = None;
    for (at, line) in lines.iter().enumerate() {
        if line.zone == Zone::Furniture
            || is_breadcrumb(&line.text, at == 0)
            || is_button(line, words)
            || at < FIRST && is_bar_of_links(line, words)
        {
            uses[at] = Use::Furniture;
            continue;
        }
        let level = if let Shape::Heading(level) = line.shape { Some(level) } else { None };
        // Links to other news go on to the next heading of the same rank, or to the first running text.
        if let Some(rank) = related {
            let over = level.is_some_and(|level| level <= rank) || line.is_prose() && line.text.chars().count() > 200;
            if over {
                related = None;
            } else {
                uses[at] = Use::Furniture;
                continue;
            }
        }
        if at > 3 && words.heads_related_news(bare(&line.text)) {
            related = Some(level.unwrap_or(6));
            uses[at] = Use::Furniture;
        }
    }
}

fn holds_path_sign(text: &str) -> bool {
    // Their first bytes tell for most lines, and are looked for sixteen at once.
    let begins = |byte: u8| matches!(byte, b'>' | b'/' | 0xc2 | 0xe2);
    text.bytes().fold(false, |found, byte| found | begins(byte)) && text.contains(PATH_SIGNS)
}

/// "Startseite > Rathaus > Nachrichten": three pieces and more, all short.
///
/// A slash parts the facts of an entry, too; three pieces are a path only at the top of the page.
fn is_breadcrumb(text: &str, first: bool) -> bool {
    if text.len() > LONGEST || !holds_path_sign(text) || text.contains(['.', '!', '?']) && text.len() > 100 {
        return false;
    }
    [" > ", " › ", " » ", " / ", " → ", " >> "].iter().any(|sign| {
        let pieces: Vec<&str> = text.split(sign).collect();
        let names = pieces.iter().all(|piece| piece.spaced().count() <= 5 && !piece.has_digit());
        pieces.len() >= if *sign == " / " && !first { 4 } else { 3 } && names
    })
}

/// "Start | Aktuelles | Termine": short pieces, one of which is a known button.
fn is_bar_of_links(line: &Line, words: &Words<'_>) -> bool {
    let pieces: Vec<&str> = line.text.split(['|', '·', '•']).map(str::trim).collect();
    let short = |piece: &&str| piece.split(' ').count() <= 3 && !piece.has_digit();
    line.text.len() <= LONGEST
        && pieces.len() >= 3
        && pieces.iter().all(short)
        && pieces.iter().any(|piece| words.is_button(bare(piece)))
}

/// "Drucken | Teilen | Vorlesen", "Zum Inhalt springen".
fn is_button(line: &Line, words: &Words<'_>) -> bool {
    let text = line.text.as_str();
    if text.len() > LONGEST || line.is_heading() {
        return false;
    }
    // "Sie sind hier: Startseite / Aktuelles"
    if holds_path_sign(text) && words.is_button(text) {
        return true;
    }
    let parted = |byte: u8| matches!(byte, b'|' | b'/' | b'\t' | 0xc2 | 0xe2);
    if !text.bytes().fold(false, |found, byte| found | parted(byte)) {
        return words.is_button(bare(text));
    }
    let mut pieces = text.split(['|', '·', '•', '/', '\t']).map(str::trim).filter(|piece| !piece.is_empty()).peekable();
    // What begins like no button is none, and most lines do.
    pieces.peek().is_some() && pieces.all(|piece| words.is_button(bare(piece)))
}
