//! The structure tree of a finished file: its words in order, and its headings.

use super::{content::Content, expected};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// What the tree says.
pub(super) struct Tree {
    /// Words in the order of the tree; bullets, which are labels, and the list of contents left out.
    pub(super) words: Vec<String>,
    /// Levels of the headings in order.
    pub(super) headings: Vec<u8>,
}

pub(super) fn read(file: &Document, pages: &[Content]) -> Tree {
    let numbers: BTreeMap<ObjectId, usize> =
        file.get_pages().into_values().enumerate().map(|(at, id)| (id, at)).collect();
    let mut reader = Reader { file, pages, numbers, text: String::new(), headings: Vec::new(), depth: 0 };
    if let Some(root) = file.catalog().ok().and_then(|catalog| reader.dictionary(catalog.get(b"StructTreeRoot").ok()?))
    {
        reader.kids(root, None);
    }
    let words = expected::split(&reader.text).into_iter().filter(|word| word != "•").collect();
    Tree { words, headings: reader.headings }
}

struct Reader<'a> {
    file: &'a Document,
    pages: &'a [Content],
    numbers: BTreeMap<ObjectId, usize>,
    text: String,
    headings: Vec<u8>,
    depth: usize,
}

/// Deeper trees than this are broken.
const DEEPEST: usize = 64;

impl<'a> Reader<'a> {
    fn dictionary(&self, object: &'a Object) -> Option<&'a Dictionary> {
        self.file.dereference(object).ok()?.1.as_dict().ok()
    }

    fn element(&mut self, element: &'a Dictionary, page: Option<usize>) {
        let kind = element.get(b"S").and_then(Object::as_name).unwrap_or(b"");
        if let [b'H', digit @ b'1'..=b'6'] = kind {
            self.headings.push(digit - b'0');
        }
        // A list of contents repeats what the document says.
        if kind != b"TOC" {
            self.kids(element, page);
        }
        if !matches!(kind, b"Link" | b"Span") {
            self.text.push('\n');
        }
    }

    fn kids(&mut self, element: &'a Dictionary, page: Option<usize>) {
        let own = element.get(b"Pg").and_then(Object::as_reference).ok().and_then(|id| self.numbers.get(&id).copied());
        let page = own.or(page);
        let Ok(kids) = element.get(b"K") else { return };
        self.depth += 1;
        if self.depth < DEEPEST {
            match self.file.dereference(kids).map(|(_, object)| object) {
                Ok(Object::Array(all)) => all.iter().for_each(|kid| self.kid(kid, page)),
                Ok(one) => self.kid(one, page),
                Err(_) => {}
            }
        }
        self.depth -= 1;
    }

    fn kid(&mut self, kid: &'a Object, page: Option<usize>) {
        if let Object::Integer(id) = kid {
            self.marked(page, *id);
            return;
        }
        let Some(dictionary) = self.dictionary(kid) else { return };
        match dictionary.get(b"Type").and_then(Object::as_name) {
            Ok(b"MCR") => {
                let own = dictionary.get(b"Pg").and_then(Object::as_reference).ok();
                let page = own.and_then(|id| self.numbers.get(&id).copied()).or(page);
                if let Ok(id) = dictionary.get(b"MCID").and_then(Object::as_i64) {
                    self.marked(page, id);
                }
            }
            Ok(b"OBJR") => {}
            _ => self.element(dictionary, page),
        }
    }

    fn marked(&mut self, page: Option<usize>, id: i64) {
        if let Some(text) = page.and_then(|at| self.pages.get(at)).and_then(|content| content.texts.get(&id)) {
            self.text.push_str(text);
        }
    }
}
