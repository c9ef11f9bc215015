//! Inlines → pieces, with the tags they need.

use super::{Join, Piece};
use crate::{
    font::{Shape, Weight},
    page::TagId,
    tag::{Tag, TagTree},
};
use hoerblatt_core::{Break, Form, Inline, Sentence};
use std::sync::Arc;

/// Where shapes come from.
pub(crate) trait Shapes {
    /// The shape of a piece of text.
    fn shape(&self, text: &str, weight: Weight) -> Arc<Shape>;
}

/// Collects the pieces of one paragraph.
pub(crate) struct Collector<'a, S: Shapes> {
    shapes: &'a S,
    tags: &'a mut TagTree,
    /// The element that the text belongs to.
    parent: TagId,
    /// The open text leaf of `parent`, if the last piece stands in it.
    leaf: Option<TagId>,
    pub(crate) pieces: Vec<Piece>,
}

/// What a line end after a hard hyphen or slash costs a reader: less than a division, more than a space.
const SEAM_COST: u8 = 30;

impl<'a, S: Shapes> Collector<'a, S> {
    pub(crate) fn new(shapes: &'a S, tags: &'a mut TagTree, parent: TagId) -> Self {
        Self { shapes, tags, parent, leaf: None, pieces: Vec::new() }
    }

    /// Goes on below another element, as with the label and the content of a fact, which share a line.
    pub(crate) fn enter(&mut self, parent: TagId) {
        (self.parent, self.leaf) = (parent, None);
    }

    /// Adds sentences with a space between them.
    pub(crate) fn sentences(&mut self, sentences: &[Sentence], weight: Weight) {
        for (at, sentence) in sentences.iter().enumerate() {
            if at > 0 {
                self.join(Join::Space);
            }
            self.inlines(&sentence.0, weight);
        }
    }

    pub(crate) fn inlines(&mut self, inlines: &[Inline], weight: Weight) {
        for inline in inlines {
            match inline {
                Inline::Text(form) => self.form(form, weight, true),
                Inline::Value(_, form) => self.form(form, weight, false),
                Inline::Abbreviation { form, expansion } => {
                    self.within(Tag::Expansion(expansion.clone()), |this| this.form(form, weight, false));
                }
                Inline::Strong(inner) => self.inlines(inner, Weight::Bold),
                Inline::Foreign(language, inner) => {
                    self.within(Tag::Foreign(language.clone()), |this| this.inlines(inner, weight));
                }
                Inline::Link(target, inner) => {
                    self.within(Tag::Link(Arc::new(target.clone())), |this| this.inlines(inner, weight));
                }
                Inline::Break => self.join(Join::Line),
                _ => {}
            }
        }
    }

    fn within(&mut self, tag: Tag, add: impl FnOnce(&mut Self)) {
        let outer = self.parent;
        let inner = self.tags.add(tag, Some(outer));
        self.enter(inner);
        add(self);
        self.enter(outer);
    }

    /// Adds a form; `seams` allows line ends after its hard hyphens.
    pub(crate) fn form(&mut self, form: &Form, weight: Weight, seams: bool) {
        if form.written.starts_with(' ') {
            self.join(Join::Space);
        }
        for (at, text, join) in pieces(&form.written, seams) {
            let leaf = self.leaf();
            let end = at + text.len();
            let inside = |b: &&Break| (b.at as usize) > at && (b.at as usize) < end;
            let moved = |b: &Break| Break { at: b.at - u32::try_from(at).unwrap_or(0), cost: b.cost };
            let breaks = form.breaks.iter().filter(inside).map(moved).collect();
            let shape = self.shapes.shape(text, weight);
            self.pieces.push(Piece { shape, weight, tag: leaf, join, breaks });
        }
    }

    /// Changes what follows the last piece; a new line outweighs a space.
    pub(crate) fn join(&mut self, join: Join) {
        if let Some(last) = self.pieces.last_mut()
            && last.join != Join::Line
        {
            last.join = join;
        }
    }

    fn leaf(&mut self) -> TagId {
        let parent = self.parent;
        *self.leaf.get_or_insert_with(|| self.tags.add(Tag::Text, Some(parent)))
    }
}

/// Every piece of text that the inlines will ask a shape for.
pub(crate) fn texts(inlines: &[Inline], weight: Weight, each: &mut impl FnMut(&str, Weight)) {
    for inline in inlines {
        match inline {
            Inline::Text(form) => form_texts(form, true, weight, each),
            Inline::Value(_, form) | Inline::Abbreviation { form, .. } => form_texts(form, false, weight, each),
            Inline::Strong(inner) => texts(inner, Weight::Bold, each),
            Inline::Foreign(_, inner) | Inline::Link(_, inner) => texts(inner, weight, each),
            _ => {}
        }
    }
}

/// Every piece of text of a form.
pub(crate) fn form_texts(form: &Form, seams: bool, weight: Weight, each: &mut impl FnMut(&str, Weight)) {
    for (_, text, _) in pieces(&form.written, seams) {
        each(text, weight);
    }
}

/// Text → pieces with their offsets and what follows each.
fn pieces(text: &str, seams: bool) -> impl Iterator<Item = (usize, &str, Join)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            let at = text.len() - rest.len();
            let space = rest.find([' ', '\n', '\t']);
            let word = &rest[..space.unwrap_or(rest.len())];
            if word.is_empty() {
                rest = &rest[1..];
                continue;
            }
            if let Some(seam) = seams.then(|| seam(word)).flatten() {
                rest = &rest[seam..];
                return Some((at, &word[..seam], Join::Seam(SEAM_COST)));
            }
            rest = &rest[word.len()..];
            let join = if rest.is_empty() { Join::Tight } else { Join::Space };
            return Some((at, word, join));
        }
    })
}

/// The first place in a word where a line may end without a hyphen: after a hyphen or slash with three letters on both sides.
fn seam(word: &str) -> Option<usize> {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    word.match_indices(['-', '/', '–']).map(|(at, sign)| at + sign.len()).find(|&at| {
        let (before, after) = word.split_at(at);
        let next_to_gender_sign = after.starts_with(['*', ':', '_']) || before.contains("://");
        letters(before) >= 3 && letters(after) >= 3 && !next_to_gender_sign && !word.contains('@')
    })
}
