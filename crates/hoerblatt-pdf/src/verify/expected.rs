//! The words that a document's sheet must say, straight from the document and without any layout.

use hoerblatt_core::{Block, Document, Inline, Section, Sentence, SheetPhrase};

/// All words in reading order.
pub(super) fn words(document: &Document) -> Vec<String> {
    let mut text = String::new();
    for form in [&document.portal, &document.kicker].into_iter().flatten() {
        push(&form.written, &mut text);
    }
    inlines(&document.headline, &mut text);
    text.push('\n');
    document.sections.iter().for_each(|inner| section(inner, &mut text));
    push(&document.wording.say(SheetPhrase::PrintNote).written, &mut text);
    split(&text)
}

/// Text → words. No-break spaces hold words together for the eye only; hyphens are left out, because a divided word is the same word, whichever sign
/// divides it.
pub(super) fn split(text: &str) -> Vec<String> {
    let whole = text.replace(['\u{ad}', '-'], "");
    whole.split_whitespace().map(str::to_owned).collect()
}

fn push(text: &str, out: &mut String) {
    out.push_str(text);
    out.push('\n');
}

fn section(section: &Section, out: &mut String) {
    inlines(&section.heading, out);
    out.push('\n');
    section.blocks.iter().for_each(|inner| block(inner, out));
    section.sections.iter().for_each(|inner| self::section(inner, out));
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(all) | Block::Quote(all) => sentences(all, out),
        Block::List(items) => items.iter().for_each(|item| sentences(item, out)),
        Block::Facts(facts) => {
            for fact in facts {
                push(&fact.label.written, out);
                sentences(&fact.content, out);
            }
        }
        Block::Table(table) => {
            push(&table.caption.written, out);
            table.columns.iter().for_each(|column| push(&column.written, out));
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                inlines(cell, out);
                out.push('\n');
            }
        }
        Block::Figure(figure) => {
            [&figure.caption, &figure.credit].into_iter().flatten().for_each(|form| push(&form.written, out));
        }
        Block::Code(code) => sentences(&code.text, out),
        _ => {}
    }
}

fn sentences(all: &[Sentence], out: &mut String) {
    for sentence in all {
        inlines(&sentence.0, out);
        out.push(' ');
    }
    out.push('\n');
}

fn inlines(all: &[Inline], out: &mut String) {
    for inline in all {
        match inline {
            Inline::Text(form) | Inline::Value(_, form) | Inline::Abbreviation { form, .. } => {
                out.push_str(&form.written)
            }
            Inline::Strong(inner) | Inline::Foreign(_, inner) | Inline::Link(_, inner) => inlines(inner, out),
            Inline::Break => out.push('\n'),
            _ => {}
        }
    }
}
