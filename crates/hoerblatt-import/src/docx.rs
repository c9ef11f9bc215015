//! Word: paragraphs, headings (by the style's name or outline level, for style ids are localised), lists, tables.

use crate::{
    Input,
    lines::{Line, Page, Shape},
    rules,
};
use hoerblatt_core::{Diagnostic, FileId, Sources, Span};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
    ops::Range,
};

/// A paragraph of the document.
struct Paragraph {
    text: String,
    shape: Shape,
    range: Range<usize>,
    gap: bool,
}

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
    let (rendition, paragraphs) = document;
    if paragraphs.is_empty() {
        let file = sources.add(input.name, "");
        diagnostics.push(rules::import_empty(Span::new(file, 0..0), input.name));
        return None;
    }
    // The rendition is what findings point into: its line is the document's paragraph.
    let file: FileId = sources.add(input.name, rendition);
    let line = |p: Paragraph| Line::new(p.text, file, p.range, p.shape, p.gap);
    Some(Page { lines: paragraphs.into_iter().map(line).collect(), ..Page::default() })
}

fn document(bytes: &[u8]) -> Result<(String, Vec<Paragraph>), String> {
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
    let styles = part("word/styles.xml").map(|xml| headings(&xml)).unwrap_or_default();
    paragraphs(&part("word/document.xml")?, &styles)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

/// Which styles are headings: by outline level, else by the name that Word keeps in English in every language.
fn headings(xml: &str) -> BTreeMap<String, u8> {
    let mut headings = BTreeMap::new();
    let mut reader = Reader::from_str(xml);
    let mut id = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "w:style" => id = attribute(&tag, "w:styleId").unwrap_or_default(),
                "w:name" => {
                    let name = attribute(&tag, "w:val").unwrap_or_default().to_lowercase();
                    let level = match name.as_str() {
                        "title" => Some(1),
                        "subtitle" => Some(6),
                        _ => name.strip_prefix("heading ").and_then(|level| level.parse().ok()),
                    };
                    if let Some(level) = level {
                        headings.insert(id.clone(), level);
                    }
                }
                "w:outlineLvl" => {
                    let level: Option<u8> = attribute(&tag, "w:val").and_then(|level| level.parse().ok());
                    if let Some(level) = level.filter(|level| *level < 9) {
                        headings.entry(id.clone()).or_insert(level + 1);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    headings
}

/// What is known of the paragraph that is being read.
#[derive(Default)]
struct Current {
    text: String,
    level: Option<u8>,
    list: Option<u8>,
    /// Bold so far, as in a heading that somebody only made bold.
    bold: bool,
    any: bool,
}

fn paragraphs(xml: &str, styles: &BTreeMap<String, u8>) -> Result<(String, Vec<Paragraph>), String> {
    let mut reader = Reader::from_str(xml);
    let mut rendition = String::new();
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut current = Current::default();
    let (mut run_bold, mut in_text, mut skipped) = (false, false, 0_usize);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cell = String::new();
    let mut gap = true;
    loop {
        let event = reader.read_event();
        let empty = matches!(event, Ok(Event::Empty(_)));
        match event {
            Err(error) => {
                // What was read up to the damage is used.
                if paragraphs.is_empty() {
                    return Err(error.to_string());
                }
                break;
            }
            Ok(Event::Eof) => break,
            Ok(Event::Start(tag) | Event::Empty(tag)) if skipped == 0 => match tag.name().as_ref() {
                "w:p" => current = Current { bold: true, ..Current::default() },
                "w:pStyle" => {
                    current.level = current.level.or(attribute(&tag, "w:val").and_then(|id| styles.get(&id).copied()))
                }
                "w:outlineLvl" => {
                    current.level =
                        attribute(&tag, "w:val").and_then(|l| l.parse::<u8>().ok()).filter(|l| *l < 9).map(|l| l + 1)
                }
                "w:ilvl" => current.list = attribute(&tag, "w:val").and_then(|level| level.parse().ok()),
                "w:numPr" => current.list = current.list.or(Some(0)),
                "w:r" => run_bold = false,
                "w:b" => run_bold = attribute(&tag, "w:val").is_none_or(|value| value != "0" && value != "false"),
                "w:t" => in_text = true,
                "w:tab" if current.any => current.text.push('\t'),
                "w:br" | "w:cr" => current.text.push('\n'),
                "w:noBreakHyphen" => current.text.push('-'),
                "w:tr" => rows.push(Vec::new()),
                "w:tc" => cell.clear(),
                // Deleted text, fallbacks of drawings and field codes are not what the reader sees.
                "w:del" | "mc:Fallback" | "w:instrText" | "w:txbxContent" => skipped = usize::from(!empty),
                _ => {}
            },
            Ok(Event::Start(_)) => skipped += 1,
            Ok(Event::End(_)) if skipped > 0 => skipped -= 1,
            Ok(Event::Text(text)) if in_text && skipped == 0 => {
                let text = text.as_ref();
                current.bold &= run_bold || text.trim().is_empty();
                current.any |= !text.trim().is_empty();
                current.text.push_str(text);
            }
            Ok(Event::GeneralRef(entity)) if in_text && skipped == 0 => {
                current.text.push_str(match entity.as_ref() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => "",
                });
                if let Ok(Some(sign)) = entity.resolve_char_ref() {
                    current.text.push(sign);
                }
            }
            Ok(Event::End(tag)) => match tag.name().as_ref() {
                "w:t" => in_text = false,
                "w:p" if !rows.is_empty() => {
                    if !cell.is_empty() {
                        cell.push(' ');
                    }
                    cell.push_str(current.text.trim());
                }
                "w:p" => gap = add(&mut paragraphs, &mut rendition, &current, gap),
                "w:tc" => {
                    let text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
                    if let Some(row) = rows.last_mut() {
                        row.push(text);
                    }
                }
                "w:tr" => {
                    if rows.len() == 1
                        && let Some(cells) = rows.pop()
                    {
                        let start = rendition.len();
                        rendition.push_str(&cells.join(" | "));
                        let range = start..rendition.len();
                        rendition.push('\n');
                        if cells.iter().any(|cell| !cell.is_empty()) {
                            let text = cells.iter().filter(|c| !c.is_empty()).cloned().collect::<Vec<_>>().join(" | ");
                            let shape = if cells.len() == 1 { Shape::Plain } else { Shape::Row(cells) };
                            paragraphs.push(Paragraph { text, shape, range, gap });
                        }
                        gap = false;
                    } else {
                        rows.pop();
                    }
                }
                "w:tbl" => gap = true,
                _ => {}
            },
            Ok(_) => {}
        }
    }
    Ok((rendition, paragraphs))
}

/// Adds a paragraph, one line for each line break inside it; tells whether the next one is parted from it.
fn add(paragraphs: &mut Vec<Paragraph>, rendition: &mut String, current: &Current, gap: bool) -> bool {
    let pieces: Vec<&str> = current.text.split('\n').map(str::trim).filter(|piece| !piece.is_empty()).collect();
    if pieces.is_empty() {
        rendition.push('\n');
        return true;
    }
    let single = pieces.len() == 1 && current.text.chars().count() < 120;
    for (at, piece) in pieces.iter().enumerate() {
        let bullet = crate::text::after_bullet(piece);
        let shape = match (current.level, current.list) {
            (Some(level), _) => Shape::Heading(level.min(9)),
            (None, Some(depth)) if at == 0 => Shape::Item(depth.min(20)),
            (None, Some(_)) => Shape::Continued,
            _ if bullet.is_some() => Shape::Item(0),
            _ if current.bold && single && !piece.ends_with(['.', ':', ',']) => Shape::Heading(5),
            _ if piece.contains('\t') => {
                Shape::Row(piece.split('\t').map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()).collect())
            }
            _ => Shape::Plain,
        };
        let text = bullet.filter(|_| shape == Shape::Item(0)).unwrap_or(piece);
        let start = rendition.len();
        rendition.push_str(text);
        let range = start..rendition.len();
        rendition.push('\n');
        // Every paragraph of Word is parted from the next; short ones below each other are lines of a list.
        let near = at > 0
            || !gap
                && paragraphs.last().is_some_and(|last| last.shape == Shape::Plain && last.text.chars().count() < 90)
                && text.chars().count() < 90;
        paragraphs.push(Paragraph { text: text.to_owned(), shape, range, gap: !near });
    }
    false
}
