//! The body of a Word file: what its reader sees, in the order in which it is read.

use super::{
    attribute,
    rendition::{Rendition, Written},
};
use crate::scan::Scan;
use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};
use std::{collections::BTreeMap, mem};

/// Deleted and moved text, field codes, and drawings told a second time for old programs: none of it does the reader see.
const UNSEEN: [&str; 4] = ["w:del", "w:moveFrom", "w:instrText", "mc:Fallback"];

/// Reads the paragraphs and tables; `styles` are the headings among the styles.
pub(super) fn read(xml: &str, styles: &BTreeMap<String, u8>) -> Result<Rendition, String> {
    let mut reader = Reader::from_str(xml);
    let mut body = Body::new(styles);
    let mut unseen = 0_usize;
    loop {
        match reader.read_event() {
            // What was read up to the damage is used.
            Err(error) if body.rendition.paragraphs.is_empty() => return Err(error.to_string()),
            Err(_) | Ok(Event::Eof) => break,
            Ok(Event::Start(_)) if unseen > 0 => unseen += 1,
            Ok(Event::End(_)) if unseen > 0 => unseen -= 1,
            Ok(_) if unseen > 0 => {}
            Ok(Event::Start(tag)) if UNSEEN.contains(&tag.name().as_ref()) => unseen = 1,
            Ok(Event::Start(tag)) => body.open(&tag),
            Ok(Event::Empty(tag)) if tag.name().as_ref() == "w:p" => body.rendition.part(),
            Ok(Event::Empty(tag)) => body.mark(&tag),
            Ok(Event::End(tag)) => body.close(tag.name().as_ref()),
            Ok(Event::Text(text)) => body.text(text.as_ref()),
            Ok(Event::GeneralRef(entity)) => body.sign(&entity),
            Ok(_) => {}
        }
    }
    Ok(body.finish())
}

/// A row that is being read.
#[derive(Default)]
struct Row {
    cells: Vec<String>,
    cell: String,
}

impl Row {
    /// Adds words to the cell, one blank between them.
    fn tell(&mut self, text: &str) {
        for word in text.spaced() {
            if !self.cell.is_empty() {
                self.cell.push(' ');
            }
            self.cell.push_str(word);
        }
    }
}

struct Body<'s> {
    styles: &'s BTreeMap<String, u8>,
    rendition: Rendition,
    current: Written,
    /// Paragraphs that a text box interrupts.
    interrupted: Vec<Written>,
    /// Paragraphs of text boxes: they are told after the paragraph that holds the box.
    boxed: Vec<Written>,
    /// Rows that are open; more than one where a table stands in a cell.
    rows: Vec<Row>,
    in_text: bool,
}

impl<'s> Body<'s> {
    fn new(styles: &'s BTreeMap<String, u8>) -> Self {
        Self {
            styles,
            rendition: Rendition::new(),
            current: Written::default(),
            interrupted: Vec::new(),
            boxed: Vec::new(),
            rows: Vec::new(),
            in_text: false,
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.name().as_ref() {
            "w:p" => self.current = Written { bold: true, ..Written::default() },
            "w:r" => self.current.bold_run = false,
            "w:t" => self.in_text = true,
            "w:tr" => self.rows.push(Row::default()),
            "w:txbxContent" => self.interrupted.push(mem::take(&mut self.current)),
            _ => self.mark(tag),
        }
    }

    /// What a tag says of the paragraph or run in which it stands.
    fn mark(&mut self, tag: &BytesStart<'_>) {
        let value = || attribute(tag, "w:val");
        let current = &mut self.current;
        match tag.name().as_ref() {
            "w:pStyle" => current.level = current.level.or(value().and_then(|id| self.styles.get(&id).copied())),
            "w:outlineLvl" => {
                current.level = value().and_then(|l| l.parse::<u8>().ok()).filter(|l| *l < 9).map(|l| l + 1)
            }
            "w:ilvl" => current.list = value().and_then(|depth| depth.parse().ok()),
            "w:numPr" => current.list = current.list.or(Some(0)),
            "w:b" => current.bold_run = value().is_none_or(|value| value != "0" && value != "false"),
            "w:tab" if current.any => current.text.push('\t'),
            "w:br" | "w:cr" => current.text.push('\n'),
            "w:noBreakHyphen" => current.text.push('-'),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !self.in_text {
            return;
        }
        let blank = text.trim().is_empty();
        self.current.bold &= self.current.bold_run || blank;
        self.current.any |= !blank;
        self.current.text.push_str(text);
    }

    fn sign(&mut self, entity: &BytesRef<'_>) {
        if !self.in_text {
            return;
        }
        self.current.text.push_str(match entity.as_ref() {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => "",
        });
        if let Ok(Some(sign)) = entity.resolve_char_ref() {
            self.current.text.push(sign);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "w:t" => self.in_text = false,
            "w:p" => self.end_paragraph(),
            "w:tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(mem::take(&mut row.cell));
                }
            }
            "w:tr" => self.end_row(),
            "w:tbl" => self.rendition.part(),
            "w:txbxContent" => self.current = self.interrupted.pop().unwrap_or_default(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let written = mem::take(&mut self.current);
        if let Some(row) = self.rows.last_mut() {
            row.tell(&written.text);
        } else if self.interrupted.is_empty() {
            self.rendition.add(&written);
            self.end_boxes();
        } else {
            self.boxed.push(written);
        }
    }

    /// Adds what stands in text boxes, parted from what stands around them.
    fn end_boxes(&mut self) {
        if self.boxed.is_empty() {
            return;
        }
        self.rendition.part();
        for written in self.boxed.drain(..) {
            self.rendition.add(&written);
        }
        self.rendition.part();
    }

    /// A table in a cell is told as text of that cell.
    fn end_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        match self.rows.last_mut() {
            Some(outer) => row.cells.iter().for_each(|cell| outer.tell(cell)),
            None => self.rendition.add_row(row.cells),
        }
    }

    fn finish(mut self) -> Rendition {
        self.end_boxes();
        self.rendition
    }
}
