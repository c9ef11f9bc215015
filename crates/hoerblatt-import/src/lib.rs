//! # Import: from what offices really have
//!
//! Press texts, Markdown, web pages, lists (CSV, Excel, LibreOffice), Word files and calendars become a publication folder, or a summary.
//! Bytes in, strings out: the caller reads and writes files. Language comes in as a [`Language`]: its [`spot`](Language::spot) finds dates
//! and times, its [`vocabulary`](Language::vocabulary) the words by which offices name things.
//!
//! ```text
//! bytes ─kind─▶ reader ─▶ lines  ─▶ article + programme ┐
//!                    └──▶ tables ─▶ records ────────────┴merge─▶ Imported ─▶ TOML, or Summary
//! ```
//!
//! Nothing is lost: what is no event and no part of the article's head stays as body text, what belongs only to the page is reported.

mod article;
mod calendar;
mod csv;
mod decode;
mod docx;
mod enumerated;
mod event;
mod gazetteer;
mod html;
mod kind;
mod lines;
mod markdown;
mod merge;
mod programme;
mod scan;
mod sheet;
mod summary;
mod text;
mod toml;
mod tree;
mod update;
mod years;

pub mod limits;
pub mod rules;

pub use article::{Fact, ImportedArticle, ImportedLink, ImportedSection};
pub use event::{ImportedEvent, ImportedStatus, ImportedWhen};
pub use gazetteer::{FoundDistrict, Gazetteer};
pub use summary::{Summary, SummaryEvent, SummaryImage};

use hoerblatt_core::{Checked, Diagnostic, Language, Severity, Sources};
use std::collections::BTreeMap;

/// A file that an office sent.
#[derive(Debug, Clone, Copy)]
pub struct Input<'b> {
    /// Its name, for reports; its kind is told by its bytes.
    pub name: &'b str,
    /// Its bytes.
    pub bytes: &'b [u8],
}

/// What import may know beside the files.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// The town's districts.
    pub gazetteer: Gazetteer,
    /// The time zone of the town's clocks, for calendars: a name of the IANA database.
    pub time_zone: String,
}

impl Default for ImportOptions {
    fn default() -> Self {
        Self { gazetteer: Gazetteer::dortmund(), time_zone: "Europe/Berlin".to_owned() }
    }
}

/// What was found in all files together.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The article.
    pub article: ImportedArticle,
    /// The events, in the order of the first file that tells them.
    pub events: Vec<ImportedEvent>,
    /// The names of the districts that the gazetteer lists, for a new folder.
    pub districts: Vec<String>,
    /// The language of the texts.
    pub language: String,
}

impl Imported {
    /// The summary of the command line's contract.
    pub fn summary(&self) -> Summary {
        Summary::of(self)
    }

    /// The files of the publication folder by name, the source line of each fact as a comment.
    ///
    /// `existing` holds the folder's files as they are, by name, those under `imported/` too (what the last import wrote); empty for a
    /// new folder. What was edited by hand stays; what was edited *and* changed in the source is reported.
    pub fn to_files(
        &self,
        sources: &Sources,
        existing: &BTreeMap<String, String>,
    ) -> Checked<BTreeMap<String, String>> {
        let mut diagnostics = Vec::new();
        let files = update::update(toml::files(self, sources), existing, &mut diagnostics);
        Checked::with(files, diagnostics)
    }
}

/// Reads `inputs`, the most important first, adds their texts to `sources` (so that findings can name lines), and merges what they tell.
///
/// `value` is `None` only where no file could be used.
///
/// ```
/// use hoerblatt_core::{Language, Sources};
/// use hoerblatt_import::{ImportOptions, Input, import};
/// fn first_title(german: &dyn Language) -> Option<String> {
/// let text = "Fest im Park\n\nNachricht vom 05.05.2022\n\n- 11. Mai Hörde: Markt der Möglichkeiten\n- 12. Mai Eving: Tanzcafé\n";
/// let input = Input { name: "presse.txt", bytes: text.as_bytes() };
/// let imported = import(&mut Sources::default(), &[input], german, &ImportOptions::default()).value?;
/// Some(imported.events.first()?.title.clone()) // "Markt der Möglichkeiten"
/// }
/// ```
pub fn import(
    sources: &mut Sources,
    inputs: &[Input<'_>],
    language: &dyn Language,
    options: &ImportOptions,
) -> Checked<Imported> {
    let mut diagnostics = Vec::new();
    let mut parts = Vec::new();
    let mut order: Vec<&Input<'_>> = inputs.iter().collect();
    // Articles before lists and calendars: the news date of the one gives the years of the others.
    order.sort_by_key(|input| kind::detect(input.bytes).is_records());
    let mut news = None;
    for input in order {
        let part = read_input(sources, input, language, options, news, &mut diagnostics);
        if let Some(part) = part {
            news = news.or(part.article.news_date.map(|(day, _)| day));
            parts.push(part);
        }
    }
    if parts.is_empty() {
        return Checked::failed(diagnostics);
    }
    let imported = merge::merge(parts, &options.gazetteer, language.tag().as_str(), &mut diagnostics);
    // What one file lacks another may have told; a file that could not be used does not stop the rest.
    for diagnostic in &mut diagnostics {
        if diagnostic.severity == Severity::Error {
            diagnostic.severity = Severity::Warning;
        }
    }
    Checked::with(imported, diagnostics)
}

/// What one file told.
pub(crate) struct Part {
    pub article: ImportedArticle,
    pub events: Vec<ImportedEvent>,
}

fn read_input(
    sources: &mut Sources,
    input: &Input<'_>,
    language: &dyn Language,
    options: &ImportOptions,
    news: Option<chrono::NaiveDate>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Part> {
    let mut page = kind::read(sources, input, options, language, diagnostics)?;
    let words = programme::words::Words::new(language.vocabulary(), &options.gazetteer);
    page.lines = enumerated::part(page.lines, language);
    let (mut article, mut programme) = article::read(&mut page.lines, &words, language);
    let anchor = years::Anchor { news: article.news_date.map(|(day, _)| day).or(news), year: None };
    for table in page.tables {
        programme::records(&table, &words, language, anchor, &mut programme);
    }
    programme.events.extend(page.events);
    article.keep_rows(programme.rest);
    article.keep_links(page.links);
    diagnostics.append(&mut programme.diagnostics);
    let nothing = article == ImportedArticle::default() && programme.events.is_empty();
    (!nothing).then_some(Part { article, events: programme.events })
}
