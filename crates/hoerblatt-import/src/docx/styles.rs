//! Which styles of a Word file are headings.

use super::attribute;
use quick_xml::{Reader, events::Event};
use std::collections::BTreeMap;

/// Which styles are headings: by outline level, else by the name that Word keeps in English in every language.
pub(super) fn headings(xml: &str) -> BTreeMap<String, u8> {
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
