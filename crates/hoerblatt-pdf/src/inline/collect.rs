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
    /// A short form that the last piece belongs to, while its word may still go on.
    short_form: Option<ShortForm>,
    pub(crate) pieces: Vec<Piece>,
}

/// The element of a short form, its text leaf, and the element around it.
#[derive(Clone, Copy)]
struct ShortForm {
    element: TagId,
    leaf: TagId,
    parent: TagId,
}

/// What a line end after a hard hyphen or slash costs a reader: less than a division, more than a space.
const SEAM_COST: u8 = 30;

impl<'a, S: Shapes> Collector<'a, S> {
    pub(crate) fn new(shapes: &'a S, tags: &'a mut TagTree, parent: TagId) -> Self {
        Self { shapes, tags, parent, leaf: None, short_form: None, pieces: Vec::new() }
    }

    /// Goes on below another element, as with the label and the content of a fact, which share a line.
    pub(crate) fn enter(&mut self, parent: TagId) {
        (self.parent, self.leaf) = (parent, None);
    }

    /// Adds sentences with a space between them.
    pub(crate) fn sentences(&mut self, sentences: &[Sentence], weight: Weight) {
        for (at, sentence) in sentences.iter().enumerate() {
            if at > 0 {
                self.join(Join::Space(0));
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
                    self.short_form(form, expansion, weight);
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

    /// Adds a short form. Its element holds the whole word, "DRK-Kreisverband", because readers part words where elements end: what stands before
    /// the short form moves in here, [`Self::form`] adds what follows.
    fn short_form(&mut self, form: &Form, expansion: &str, weight: Weight) {
        let expansion = format!("{expansion}{}", if form.written.ends_with('-') { "-" } else { "" });
        let open = self.short_form.take().filter(|open| self.goes_on(*open, &form.written, &expansion));
        let open = open.unwrap_or_else(|| self.open_short_form(&form.written, &expansion));
        self.enter(open.element);
        self.leaf = Some(open.leaf);
        self.form(form, weight, false);
        self.enter(open.parent);
        self.short_form = Some(open);
    }

    fn open_short_form(&mut self, written: &str, expansion: &str) -> ShortForm {
        let parent = self.parent;
        let before = self.pieces.len() - if written.starts_with(is_inside_word) { self.open_word() } else { 0 };
        let word: String = self.pieces[before..].iter().map(|piece| &*piece.shape.text).collect();
        let element = self.tags.add(Tag::Expansion(word + expansion), Some(parent));
        let leaf = self.tags.add(Tag::Text, Some(element));
        self.pieces[before..].iter_mut().for_each(|piece| piece.tag = leaf);
        ShortForm { element, leaf, parent }
    }

    /// How many pieces at the end make a word that has not ended yet, as far as they stand in the open text leaf.
    fn open_word(&self) -> usize {
        let open = |piece: &&Piece| Some(piece.tag) == self.leaf && matches!(piece.join, Join::Tight | Join::Seam(_));
        let ends_inside = self.pieces.last().is_some_and(|last| last.shape.text.ends_with(is_inside_word));
        if ends_inside { self.pieces.iter().rev().take_while(open).count() } else { 0 }
    }

    /// Whether the word of a short form goes on with `written`; its expansion then goes on with `said`.
    fn goes_on(&mut self, open: ShortForm, written: &str, said: &str) -> bool {
        let Some(last) = self.pieces.last_mut() else { return false };
        let before = &*last.shape.text;
        let same_word = matches!(last.join, Join::Tight | Join::Seam(_))
            && open.parent == self.parent
            && before.ends_with(is_inside_word)
            && written.starts_with(is_inside_word);
        if same_word {
            if may_end_line(before, written) {
                last.join = Join::Seam(SEAM_COST);
            }
            if let Some(Tag::Expansion(all)) =
                self.tags.nodes.get_mut(open.element.0 as usize).map(|node| &mut node.tag)
            {
                all.push_str(said);
            }
        }
        same_word
    }

    /// Adds a form; `seams` allows line ends after its hard hyphens.
    pub(crate) fn form(&mut self, form: &Form, weight: Weight, seams: bool) {
        if form.written.starts_with(' ') {
            self.join(Join::Space(0));
        }
        for (at, text, join) in pieces(&form.written, seams) {
            let short = self.short_form.take().filter(|open| self.goes_on(*open, text, text));
            let leaf = short.map_or_else(|| self.leaf(), |open| open.leaf);
            let end = at + text.len();
            let inside = |b: &&Break| (b.at as usize) > at && (b.at as usize) < end;
            let moved = |b: &Break| Break { at: b.at - u32::try_from(at).unwrap_or(0), cost: b.cost };
            let breaks = form.breaks.iter().filter(inside).map(moved).collect();
            let space = form.breaks.iter().find(|b| join.is_space() && b.at as usize == end);
            let join = space.map_or(join, |space| Join::Space(space.cost));
            let shape = self.shapes.shape(text, weight);
            self.pieces.push(Piece { shape, weight, tag: leaf, join, breaks });
            self.short_form = short;
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
            let join = if rest.is_empty() { Join::Tight } else { Join::Space(0) };
            return Some((at, word, join));
        }
    })
}

/// The first place in a word where a line may end without a hyphen: after a hyphen or slash with three letters on both sides. Addresses stay
/// whole as long as they fit ([`measure`](super::measure)).
fn seam(word: &str) -> Option<usize> {
    if is_address(word) {
        return None;
    }
    word.match_indices(['-', '/', '–']).map(|(at, sign)| at + sign.len()).find(|&at| {
        let (before, after) = word.split_at(at);
        may_end_line(before, after)
    })
}

/// What a browser or a mail program would take for an address.
pub(crate) fn is_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.") || word.contains('@')
}

/// Whether a line may end between two parts of a word. A lower-case letter after a slash is a gender form, "Bürger/innen", which stays whole
/// as with the other gender signs.
fn may_end_line(before: &str, after: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let between_letters = before.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
        && after.starts_with(if before.ends_with('/') { char::is_uppercase } else { char::is_alphanumeric });
    before.ends_with(['-', '/', '–']) && letters(before) >= 3 && letters(after) >= 3 && between_letters
}

/// Whether a sign between two others holds them together as one word.
fn is_inside_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-'
}
