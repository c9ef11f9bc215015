//! One publication's flyers: what they share is made once.
//!
//! A [`Press`] is made from all documents that it will print. It shapes each word once, cuts the faces down once to the letters that occur
//! in any of them and compresses them once, and arranges sections that several documents share once. After that it is only
//! read, so several threads may print at the same time; and because nothing depends on who came first, the bytes are the same in any order.

use crate::{
    FlyerOptions, Fonts, Logo, Pdf,
    arrange::{self, Arranger, Context, Part},
    flow::{self, Shifted},
    furniture,
    layout::Layout,
    picture::Pictures,
    rules,
    sheet::{Sheet, Voice},
    tag::{Tag, TagTree},
    words::Words,
    write,
};
use hoerblatt_core::{Checked, Diagnostic, Document, Section, SheetPhrase};
use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

/// Prints the flyers of one publication.
pub struct Press {
    sheet: Sheet,
    max_pages: Option<u32>,
    words: Words,
    pictures: Pictures,
    logo: Option<Logo>,
    /// Sections that several documents hold, by address; the section itself is kept so that the address stays its own.
    shared: Shared,
}

/// By address and depth: the section, and its layout once it is made.
type Shared = HashMap<(usize, usize), (Arc<Section>, OnceLock<Arc<Part>>)>;

impl Press {
    /// A press for these documents. `None` if the options cannot be met or no font can be read.
    pub fn new<'d>(
        documents: impl IntoIterator<Item = &'d Document> + Clone,
        fonts: &Fonts<'_>,
        options: &FlyerOptions,
    ) -> Checked<Self> {
        let mut diagnostics = Vec::new();
        let Some(sheet) = options.sheet(&mut diagnostics) else { return Checked::failed(diagnostics) };
        let words = Words::new(documents.clone(), fonts, options.hyphen);
        diagnostics.extend(words.broken.iter().map(|name| rules::font_unreadable(None, name)));
        if !furniture::has_letters(&words) {
            return Checked::failed(diagnostics);
        }
        let pictures = Pictures::new(&options.pictures);
        let shared = shared_sections(documents);
        let logo = options.logo.clone();
        Checked::with(Self { sheet, max_pages: options.max_pages, words, pictures, logo, shared }, diagnostics)
    }

    /// Pages and tags of a document.
    pub fn layout(&self, document: &Document) -> Checked<Layout> {
        let mut diagnostics = Vec::new();
        let mut tags = TagTree::default();
        let root = tags.add(Tag::Document, None);
        let mut parts: Vec<(u32, Arc<Part>)> = Vec::new();
        let head = Arc::new(self.head(document));
        parts.push((tags.append(&head.tags, Some(root)), head));
        for section in &document.sections {
            self.collect(section, 0, root, &mut tags, &mut parts);
        }
        let note = Arc::new(self.print_note(document));
        parts.push((tags.append(&note.tags, Some(root)), note));
        let mut rows: Vec<Shifted<'_>> = Vec::new();
        for (at, (shift, part)) in parts.iter().enumerate() {
            diagnostics.extend(part.diagnostics.iter().cloned());
            if at + 1 == parts.len() {
                // The print note is no page of its own.
                let _ = rows.last_mut().map(|last| last.keep = true);
            }
            rows.extend(part.rows.iter().map(|row| Shifted { shift: *shift, row, keep: row.keep }));
        }
        let flow::Paged { mut pages, last_lines } = flow::paginate(&rows, &self.sheet);
        self.check_length(&pages, &rows, &mut diagnostics);
        if pages.len() > 1 && last_lines <= SHORT_PAGE {
            diagnostics.push(rules::short_last_page(None, last_lines));
        }
        furniture::furnish(&mut pages, document, &self.sheet, &self.words);
        let failed = diagnostics.iter().any(|d| d.rule == "too-many-pages");
        let layout = Layout { sheet: self.sheet, tags, pages };
        if failed { Checked::failed(diagnostics) } else { Checked::with(layout, diagnostics) }
    }

    /// A document's flyer.
    pub fn flyer(&self, document: &Document) -> Checked<Pdf> {
        let shared = write::Shared { faces: &self.words.embedded, pictures: &self.pictures.list };
        self.layout(document)
            .map(|layout| Pdf { bytes: write::pdf(&layout, document, &shared), pages: layout.pages.len() })
    }

    fn context(&self) -> Context<'_> {
        Context { sheet: &self.sheet, words: &self.words, pictures: &self.pictures }
    }

    /// A section's rows and those of its subsections.
    fn collect(
        &self,
        section: &Arc<Section>,
        depth: usize,
        parent: crate::page::TagId,
        tags: &mut TagTree,
        parts: &mut Vec<(u32, Arc<Part>)>,
    ) {
        let arrange = || Arc::new(arrange::section(section, depth, self.context()));
        let part = match self.shared.get(&(address(section), depth)) {
            Some((_, part)) => Arc::clone(part.get_or_init(arrange)),
            None => arrange(),
        };
        let shift = tags.append(&part.tags, Some(parent));
        parts.push((shift, part));
        for inner in &section.sections {
            self.collect(inner, depth + 1, crate::page::TagId(shift), tags, parts);
        }
    }

    /// Logo, portal, kicker and headline.
    fn head(&self, document: &Document) -> Part {
        let mut arranger = Arranger::new(self.context(), None);
        if let Some(logo) = &self.logo {
            arranger.logo(logo);
        }
        for (form, voice) in [(&document.portal, Voice::Body), (&document.kicker, Voice::Strong)] {
            if let Some(form) = form {
                let tag = arranger.tags.add(Tag::P, None);
                let weight = self.sheet.style(voice).weight;
                let pieces = arranger.collect(tag, |c| c.form(form, weight, false));
                arranger.paragraph(pieces, voice);
                arranger.gap(self.sheet.step() * 2.0);
            }
        }
        let tag = arranger.tags.add(Tag::Heading(1), None);
        let pieces = arranger.collect(tag, |c| c.inlines(&document.headline, crate::font::Weight::Bold));
        arranger.paragraph(pieces, Voice::Headline);
        arranger.keep_from(0, false);
        arranger.finish()
    }

    /// On what paper to print, at the very end.
    fn print_note(&self, document: &Document) -> Part {
        let mut arranger = Arranger::new(self.context(), None);
        let note = document.wording.say(SheetPhrase::PrintNote);
        arranger.gap(self.sheet.blank());
        let tag = arranger.tags.add(Tag::P, None);
        let pieces = arranger.collect(tag, |c| c.form(&note, crate::font::Weight::Regular, true));
        arranger.paragraph(pieces, Voice::Body);
        arranger.finish()
    }

    fn check_length(&self, pages: &[crate::page::Page], rows: &[Shifted<'_>], diagnostics: &mut Vec<Diagnostic>) {
        let Some(most) = self.max_pages else { return };
        if pages.len() > most as usize {
            let room = self.sheet.content_height() * most as f32;
            let needed: f32 = rows.iter().map(|Shifted { row, .. }| row.before + row.height).sum();
            // Page ends leave gaps, so a text may be too long although its lines would fit: then by one line at least.
            let lines = ((needed - room) / self.sheet.blank()).ceil().max(1.0) as i64;
            diagnostics.push(rules::too_many_pages(None, pages.len(), most, lines));
        }
    }
}

/// A last page with so few lines is worth a word.
const SHORT_PAGE: u32 = 3;

fn address(section: &Arc<Section>) -> usize {
    Arc::as_ptr(section) as usize
}

/// Sections that occur in more than one document.
fn shared_sections<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Shared {
    fn visit(section: &Arc<Section>, depth: usize, counts: &mut HashMap<(usize, usize), (u32, Arc<Section>)>) {
        counts.entry((address(section), depth)).or_insert_with(|| (0, Arc::clone(section))).0 += 1;
        section.sections.iter().for_each(|inner| visit(inner, depth + 1, counts));
    }
    let mut counts = HashMap::new();
    for document in documents {
        document.sections.iter().for_each(|section| visit(section, 0, &mut counts));
    }
    let several = counts.into_iter().filter(|(_, (count, _))| *count > 1);
    several.map(|(key, (_, section))| (key, (section, OnceLock::new()))).collect()
}
