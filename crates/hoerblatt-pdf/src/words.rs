//! Every word of a publication with its shape: shaped once, read by all sheets on all threads.

use crate::{
    font::{EmbeddedFace, Faces, Fonts, Inventory, Shape, Shaper, Weight},
    inline::{
        collect::{Shapes, form_texts, texts},
        line::Extras,
    },
};
use hoerblatt_core::{Block, Document, Form, Inline, Role, Section, Sentence, SheetPhrase, Wording};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// How a hyphen at a line end is written into the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum HyphenPolicy {
    /// As U+00AD: readers and search hear one unbroken word. The default.
    #[default]
    Soft,
    /// As U+002D: for readers that split words at soft hyphens (nvda#16349).
    Plain,
}

impl HyphenPolicy {
    /// Reads `soft` and `plain` as `publication.toml` writes them.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "soft" => Some(Self::Soft),
            "plain" => Some(Self::Plain),
            _ => None,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Soft => "\u{ad}",
            Self::Plain => "-",
        }
    }
}

/// The shapes of all words, and the faces cut down to them.
pub(crate) struct Words {
    faces: Faces,
    shapes: [HashMap<Box<str>, Arc<Shape>>; 2],
    inventory: Inventory,
    pub(crate) extras: Extras,
    /// By face; `None` for faces that print nothing.
    pub(crate) embedded: Vec<Option<Arc<EmbeddedFace>>>,
    /// Families whose files could not be read.
    pub(crate) broken: Vec<String>,
}

/// Page numbers up to this one are shaped beforehand; later ones when they come.
const USUAL_PAGES: u64 = 100;

impl Words {
    pub(crate) fn new<'d>(
        documents: impl IntoIterator<Item = &'d Document>,
        fonts: &Fonts<'_>,
        hyphen: HyphenPolicy,
    ) -> Self {
        let (faces, broken) = Faces::new(fonts);
        let shaper = Shaper::new(&faces);
        let mut shapes: [HashMap<Box<str>, Shape>; 2] = Default::default();
        let mut add = |text: &str, weight: Weight| {
            let known = &mut shapes[usize::from(weight == Weight::Bold)];
            if !known.contains_key(text) {
                known.insert(text.into(), shaper.shape(text, weight));
            }
        };
        for weight in [Weight::Regular, Weight::Bold] {
            for text in [" ", "-", "\u{ad}", "•", "?"] {
                add(text, weight);
            }
        }
        let mut seen = HashSet::new();
        let mut documents = documents.into_iter().peekable();
        // One publication, one wording.
        documents.peek().iter().for_each(|first| visit_wording(&first.wording, &mut add));
        for document in documents {
            visit(document, &mut seen, &mut add);
        }
        // In any order: the inventory sorts.
        let inventory = Inventory::new(shapes.iter().flat_map(HashMap::values).flat_map(Shape::pairs), &faces);
        let encode = |(text, shape): (Box<str>, Shape)| (text, Arc::new(shape.encode(&inventory)));
        let shapes = shapes.map(|known| known.into_iter().map(encode).collect::<HashMap<_, _>>());
        let both = |text: &str| [0, 1].map(|weight: usize| Arc::clone(&shapes[weight][text]));
        let extras = Extras { space: both(" "), hyphen: both(hyphen.sign()) };
        drop(shaper);
        let embedded = inventory.embed(&faces);
        Self { faces, shapes, inventory, extras, embedded, broken }
    }

    /// Width of a space, thousandths of an em.
    pub(crate) fn space(&self, weight: Weight) -> f32 {
        self.extras.space[usize::from(weight == Weight::Bold)].width
    }

    /// Width of a hyphen, thousandths of an em.
    pub(crate) fn hyphen(&self, weight: Weight) -> f32 {
        self.extras.hyphen[usize::from(weight == Weight::Bold)].width
    }
}

impl Shapes for Words {
    fn shape(&self, text: &str, weight: Weight) -> Arc<Shape> {
        match self.shapes[usize::from(weight == Weight::Bold)].get(text) {
            Some(shape) => Arc::clone(shape),
            // Only page numbers beyond the usual come here; their letters are in the subset.
            None => Arc::new(Shaper::new(&self.faces).shape(text, weight).encode(&self.inventory)),
        }
    }
}

/// Calls `add` with every text of the document in the weight in which it is printed.
fn visit(document: &Document, seen: &mut HashSet<*const Section>, add: &mut impl FnMut(&str, Weight)) {
    let header = [Some(&document.title), document.portal.as_ref(), document.kicker.as_ref()];
    for form in header.into_iter().flatten() {
        form_both(form, add);
    }
    texts(&document.headline, Weight::Bold, add);
    for section in &document.sections {
        visit_section(section, seen, add);
    }
}

/// What the sheet itself says.
fn visit_wording(wording: &Wording, add: &mut impl FnMut(&str, Weight)) {
    form_texts(&wording.say(SheetPhrase::PrintNote), true, Weight::Regular, add);
    form_texts(&wording.say(SheetPhrase::Contents), false, Weight::Bold, add);
    for page in 1..=USUAL_PAGES {
        form_texts(&wording.say(SheetPhrase::OnPage { page }), false, Weight::Regular, add);
        form_texts(&wording.say(SheetPhrase::Page { page, pages: page }), false, Weight::Regular, add);
    }
}

fn visit_section(section: &Arc<Section>, seen: &mut HashSet<*const Section>, add: &mut impl FnMut(&str, Weight)) {
    if !seen.insert(Arc::as_ptr(section)) {
        return;
    }
    texts(&section.heading, Weight::Bold, add);
    // In the overview.
    if matches!(section.role, Role::Event(_)) {
        texts(&section.heading, Weight::Regular, add);
    }
    for block in &section.blocks {
        visit_block(block, add);
    }
    for inner in &section.sections {
        visit_section(inner, seen, add);
    }
}

fn visit_block(block: &Block, add: &mut impl FnMut(&str, Weight)) {
    use Weight::{Bold, Regular};
    let sentences = |all: &[Sentence], weight, add: &mut _| {
        all.iter().for_each(|sentence| texts(&sentence.0, weight, add));
    };
    match block {
        Block::Paragraph(all) | Block::Quote(all) => sentences(all, Regular, add),
        Block::List(items) => items.iter().for_each(|item| sentences(item, Regular, add)),
        Block::Facts(facts) => {
            for fact in facts {
                form_texts(&fact.label, true, Bold, add);
                sentences(&fact.content, Regular, add);
                sentences(&fact.content, Bold, add);
            }
        }
        Block::Table(table) => {
            form_both(&table.caption, add);
            table.columns.iter().for_each(|column| form_texts(column, true, Bold, add));
            for cells in table.rows.iter().map(|row| &row.cells) {
                cells.iter().for_each(|cell| cell_texts(cell, add));
            }
        }
        Block::Figure(figure) => {
            [&figure.caption, &figure.credit]
                .into_iter()
                .flatten()
                .for_each(|form| form_texts(form, true, Regular, add));
        }
        Block::Code(code) => sentences(&code.text, Regular, add),
        _ => {}
    }
}

fn cell_texts(cell: &[Inline], add: &mut impl FnMut(&str, Weight)) {
    texts(cell, Weight::Regular, add);
    texts(cell, Weight::Bold, add);
}

fn form_both(form: &Form, add: &mut impl FnMut(&str, Weight)) {
    form_texts(form, true, Weight::Regular, add);
    form_texts(form, true, Weight::Bold, add);
}
