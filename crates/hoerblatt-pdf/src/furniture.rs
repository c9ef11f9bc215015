//! What every page bears beside its content: its colour, the title and the page number. All of it is artifact.

use crate::{
    font::Weight,
    inline::{
        Piece,
        breaks::LineRange,
        collect::{Collector, Shapes},
        line,
    },
    page::{Artifact, Ink, Mark, Page, Placed},
    sheet::{Rgb, Sheet, Voice},
    tag::{Tag, TagTree},
    words::Words,
};
use hoerblatt_core::{Document, Form, SheetPhrase};
use std::sync::Arc;

/// Adds background, running title and page numbers. Page numbers are as large as the text (UKAAF, ACB).
pub(crate) fn furnish(pages: &mut [Page], document: &Document, sheet: &Sheet, words: &Words) {
    let count = pages.len() as u64;
    let title = single_line(&document.title, sheet, words);
    for (at, page) in pages.iter_mut().enumerate() {
        let phrase = SheetPhrase::Page { page: at as u64 + 1, pages: count };
        let number = single_line(&document.wording.say(phrase), sheet, words);
        footer(page, &title, &number, sheet);
        if sheet.palette.paper != Rgb::WHITE {
            let ink = Ink::Bar { width: sheet.width, height: sheet.height, colour: sheet.palette.paper };
            page.placed.insert(0, Placed { x: 0.0, y: 0.0, mark: Mark::Artifact(Artifact::Background), ink });
        }
    }
}

fn footer(page: &mut Page, title: &line::Line, number: &line::Line, sheet: &Sheet) {
    let style = sheet.style(Voice::Body);
    let bottom = sheet.height - sheet.margin_bottom();
    let top = bottom - style.leading;
    let mark = Mark::Artifact(Artifact::Footer);
    let rule =
        Ink::Bar { width: sheet.measure(), height: (sheet.rule() * 0.67).max(1.0), colour: sheet.palette.accent };
    page.placed.push(Placed { x: sheet.margin_x(), y: top - sheet.step(), mark, ink: rule });
    let mut place = |line: &line::Line, left: f32| {
        let baseline = top + crate::arrange::baseline(&style);
        page.placed.extend(line.runs.iter().map(|run| Placed {
            x: left + run.x,
            y: baseline - run.rise,
            mark,
            ink: Ink::Text(Arc::clone(&run.run)),
        }));
    };
    let right = sheet.width - sheet.margin_x() - number.width;
    // A title that would touch the number stays away: it is on the first page anyway.
    if sheet.margin_x() + title.width + sheet.size * 2.0 <= right {
        place(title, sheet.margin_x());
    }
    place(number, right.max(0.0));
}

/// A form on one line, however long.
fn single_line(form: &Form, sheet: &Sheet, words: &Words) -> line::Line {
    let mut tags = TagTree::default();
    let root = tags.add(Tag::Document, None);
    let mut collector = Collector::new(words, &mut tags, root);
    collector.form(form, Weight::Regular, false);
    let pieces: Vec<Piece> = collector.pieces;
    let range = LineRange { start: 0, end: pieces.len(), hyphen: false };
    line::build(&pieces, &range, sheet.size, sheet.palette.ink, &words.extras)
}

/// Whether `words` can say something at all; used by checks before a sheet is made.
pub(crate) fn has_letters(words: &Words) -> bool {
    words.shape("?", Weight::Regular).runs.iter().any(|run| !run.glyphs.is_empty())
}
