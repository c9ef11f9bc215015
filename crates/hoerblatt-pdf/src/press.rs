//! One publication's flyers: what they share is made once.
//!
//! A [`Press`] is made from all documents that it will print. It shapes each word once, cuts the faces down once to the letters that occur
//! in any of them and compresses them once, and arranges sections that several documents share once. After that it is only
//! read, so several threads may print at the same time; and because nothing depends on who came first, the bytes are the same in any order.

use crate::{
    FlyerOptions, Fonts, Logo, Pdf,
    arrange::{self, Arranger, Context, Keep, Part},
    flow::{self, Shifted},
    furniture,
    layout::Layout,
    overview::{self, Stop},
    page::{Page, TagId},
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

/// A part at its place in the document.
struct PartAt<'d> {
    part: Arc<Part>,
    /// 0 is outermost.
    depth: usize,
    /// The section that it was arranged from, if any.
    section: Option<&'d Section>,
}

/// All parts in one tree and on pages.
struct Assembled {
    tags: TagTree,
    paged: flow::Paged,
    /// By part: its first row.
    first_rows: Vec<usize>,
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
        let mut parts = self.parts(document);
        let mut laid = self.assemble(&parts);
        if let Some(part) = self.overview(document, &parts, &laid) {
            parts.insert(1, PartAt { part: Arc::new(part), depth: 0, section: None });
            laid = self.assemble(&parts);
        }
        let mut diagnostics: Vec<Diagnostic> =
            parts.iter().flat_map(|at| at.part.diagnostics.iter().cloned()).collect();
        let Assembled { tags, paged: flow::Paged { mut pages, last_lines, .. }, .. } = laid;
        self.check_length(&pages, &parts, &mut diagnostics);
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

    /// Head, sections, print note: everything that stands on the sheet, in order.
    fn parts<'d>(&self, document: &'d Document) -> Vec<PartAt<'d>> {
        let own = |part| PartAt { part: Arc::new(part), depth: 0, section: None };
        let mut parts = vec![own(self.head(document))];
        document.sections.iter().for_each(|section| self.collect(section, 0, &mut parts));
        parts.push(own(self.print_note(document)));
        parts
    }

    /// A section's rows and those of its subsections.
    fn collect<'d>(&self, section: &'d Arc<Section>, depth: usize, parts: &mut Vec<PartAt<'d>>) {
        let arrange = || Arc::new(arrange::section(section, depth, self.context()));
        let part = match self.shared.get(&(address(section), depth)) {
            Some((_, part)) => Arc::clone(part.get_or_init(arrange)),
            None => arrange(),
        };
        parts.push(PartAt { part, depth, section: Some(section) });
        section.sections.iter().for_each(|inner| self.collect(inner, depth + 1, parts));
    }

    /// Tags of all parts in one tree, and their rows on pages.
    fn assemble(&self, parts: &[PartAt<'_>]) -> Assembled {
        let mut tags = TagTree::default();
        // The element of each depth that is open.
        let mut open = vec![tags.add(Tag::Document, None)];
        let mut rows: Vec<Shifted<'_>> = Vec::new();
        let mut first_rows = Vec::with_capacity(parts.len());
        for (at, PartAt { part, depth, .. }) in parts.iter().enumerate() {
            open.truncate(depth + 1);
            let shift = tags.append(&part.tags, open.last().copied());
            open.push(TagId(shift));
            if at + 1 == parts.len() {
                // The print note is no page of its own.
                let _ = rows.last_mut().map(|last| last.keep = Keep::Always);
            }
            first_rows.push(rows.len());
            rows.extend(part.rows.iter().map(|row| Shifted { shift, row, keep: row.keep }));
        }
        Assembled { tags, paged: flow::paginate(&rows, &self.sheet), first_rows }
    }

    /// The list of contents, where the first page would hold the headline alone.
    fn overview<'d>(&self, document: &'d Document, parts: &[PartAt<'d>], laid: &Assembled) -> Option<Part> {
        let page = |part: usize| laid.paged.page_of.get(*laid.first_rows.get(part)?).copied();
        if page(1)? == 0 || laid.paged.page_of.get(laid.first_rows[1].checked_sub(1)?) != Some(&0) {
            return None;
        }
        let stop = |(at, part): (usize, &PartAt<'d>)| {
            Some(Stop { section: part.section?, depth: part.depth, page: page(at)? })
        };
        let stops: Vec<Stop<'_>> = parts.iter().enumerate().filter_map(stop).collect();
        overview::overview(document, &stops, laid.paged.first_rest, self.context())
    }

    /// Logo, portal, kicker and headline.
    fn head(&self, document: &Document) -> Part {
        let mut arranger = Arranger::new(self.context(), None);
        let lines = [(&document.portal, Voice::Body), (&document.kicker, Voice::Strong)];
        arranger.masthead(self.logo.as_ref(), lines.iter().filter_map(|(form, voice)| Some((form.as_ref()?, *voice))));
        arranger.gap(self.sheet.step() * 2.0);
        let tag = arranger.tags.add(Tag::Heading(1), None);
        let pieces = arranger.collect(tag, |c| c.inlines(&document.headline, crate::font::Weight::Bold));
        arranger.paragraph(pieces, Voice::Headline);
        arranger.keep_together(0);
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

    fn check_length(&self, pages: &[Page], parts: &[PartAt<'_>], diagnostics: &mut Vec<Diagnostic>) {
        let Some(most) = self.max_pages else { return };
        if pages.len() > most as usize {
            let room = self.sheet.content_height() * most as f32;
            let rows = parts.iter().flat_map(|at| &at.part.rows);
            let needed: f32 = rows.map(|row| row.before + row.height).sum();
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
