//! The structure tree, made from the sections before any line is broken.
//!
//! What a node says is held by [`Tag::Text`] leaves: they are no structure elements but the places where marked content goes. The order
//! of the nodes is the reading order, whatever order the ink is placed in.

use crate::page::TagId;
use hoerblatt_core::{SectionId, model::LanguageTag};
use std::sync::Arc;

/// A kind of structure element (ISO 32000-1, 14.8.4), with what only that kind has.
#[derive(Debug, Clone, PartialEq)]
pub enum Tag {
    /// The whole.
    Document,
    /// A section.
    Sect(Arc<SectionId>),
    /// A heading of a level from 1.
    Heading(u8),
    /// A paragraph.
    P,
    /// A list.
    L,
    /// A point.
    LI,
    /// A point's label.
    Lbl,
    /// A point's content.
    LBody,
    /// A table.
    Table,
    /// What a table or figure shows.
    Caption,
    /// A row.
    TR,
    /// A head of a column or row.
    TH(Scope),
    /// A cell.
    TD,
    /// A picture; the text stands for it.
    Figure {
        /// What it shows.
        alt: String,
    },
    /// A quotation.
    BlockQuote,
    /// A list of contents.
    Toc,
    /// An entry of it.
    TocItem,
    /// A link.
    Link(Arc<hoerblatt_core::Target>),
    /// A link to a page of the sheet, from 0.
    Jump {
        /// The page.
        page: usize,
        /// Where it leads, in words.
        purpose: String,
    },
    /// A stretch in another language.
    Foreign(LanguageTag),
    /// A short form; the text is what it stands for.
    Expansion(String),
    /// Not an element: the place of text in its parent.
    Text,
}

/// What a head of a table is the head of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// A column.
    Column,
    /// A row.
    Row,
}

/// A node.
#[derive(Debug, Clone, PartialEq)]
pub struct TagNode {
    /// What it is.
    pub tag: Tag,
    /// The node it belongs to; only the root has none.
    pub parent: Option<TagId>,
}

/// The nodes in reading order: a parent before its children, and these before what follows the parent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TagTree {
    /// By [`TagId`].
    pub nodes: Vec<TagNode>,
}

impl TagTree {
    /// Adds a node at the end.
    pub fn add(&mut self, tag: Tag, parent: Option<TagId>) -> TagId {
        let id = TagId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(TagNode { tag, parent });
        id
    }

    /// Adds another tree below `parent`; gives the shift from its ids to those here.
    pub fn append(&mut self, other: &Self, parent: Option<TagId>) -> u32 {
        let shift = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let moved = |node: &TagNode| TagNode {
            tag: node.tag.clone(),
            parent: node.parent.map(|TagId(id)| TagId(id + shift)).or(parent),
        };
        self.nodes.extend(other.nodes.iter().map(moved));
        shift
    }

    /// A node.
    pub fn node(&self, TagId(id): TagId) -> Option<&TagNode> {
        self.nodes.get(id as usize)
    }

    /// The node's own name in the structure tree; text leaves have none.
    pub fn name(tag: &Tag) -> &'static str {
        match tag {
            Tag::Document => "Document",
            Tag::Sect(_) => "Sect",
            Tag::Heading(1) => "H1",
            Tag::Heading(2) => "H2",
            Tag::Heading(3) => "H3",
            Tag::Heading(4) => "H4",
            Tag::Heading(5) => "H5",
            Tag::Heading(_) => "H6",
            Tag::P => "P",
            Tag::L => "L",
            Tag::LI => "LI",
            Tag::Lbl => "Lbl",
            Tag::LBody => "LBody",
            Tag::Table => "Table",
            Tag::Caption => "Caption",
            Tag::TR => "TR",
            Tag::TH(_) => "TH",
            Tag::TD => "TD",
            Tag::Figure { .. } => "Figure",
            Tag::BlockQuote => "BlockQuote",
            Tag::Toc => "TOC",
            Tag::TocItem => "TOCI",
            Tag::Link(_) | Tag::Jump { .. } => "Link",
            Tag::Foreign(_) | Tag::Expansion(_) => "Span",
            Tag::Text => "",
        }
    }
}
