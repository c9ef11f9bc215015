//! Word: paragraphs, headings (by the style's name or outline level, for style ids are localised), lists, tables.

mod body;
mod rendition;
mod styles;

use crate::{
    Input,
    lines::{Line, Page},
    rules,
};
use hoerblatt_core::{Diagnostic, FileId, Sources, Span};
use quick_xml::events::BytesStart;
use rendition::{Paragraph, Rendition};
use std::io::{Cursor, Read};

/// Reads a Word file; `None` with a finding where it is damaged.
pub(crate) fn read(sources: &mut Sources, input: &Input<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Page> {
    let document = match document(input.bytes) {
        Ok(document) => document,
        Err(reason) => {
            let file = sources.add(input.name, "");
            diagnostics.push(rules::import_broken(Span::new(file, 0..0), input.name, reason));
            return None;
        }
    };
    let Rendition { text, paragraphs, .. } = document;
    if paragraphs.is_empty() {
        let file = sources.add(input.name, "");
        diagnostics.push(rules::import_empty(Span::new(file, 0..0), input.name));
        return None;
    }
    // The rendition is what findings point into: its line is the document's paragraph.
    let file: FileId = sources.add(input.name, text);
    let line = |p: Paragraph| Line::new(p.text, file, p.range, p.shape, p.gap);
    Some(Page { lines: paragraphs.into_iter().map(line).collect(), ..Page::default() })
}

fn document(bytes: &[u8]) -> Result<Rendition, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut part = |name: &str| -> Result<String, String> {
        let mut text = Vec::new();
        // Its size was checked when the file was opened.
        archive
            .by_name(name)
            .map_err(|error| error.to_string())?
            .read_to_end(&mut text)
            .map_err(|error| error.to_string())?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    };
    let styles = part("word/styles.xml").map(|xml| styles::headings(&xml)).unwrap_or_default();
    body::read(&part("word/document.xml")?, &styles)
}

/// What an attribute of a tag says.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.into_owned())
}
