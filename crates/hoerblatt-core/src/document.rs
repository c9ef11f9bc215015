//! What is a composed sheet?
//!
//! A [`Document`] is one text resolved for eye and ear. Whoever renders it needs no language, no defaults and no lookups.
//!
//! **Order.** [`Document::headline`] is the first heading. Then `sections`, each with its blocks before its own sections, depth
//! first: that *is* the reading order of the flyer, the script, the HTML twin and the telephone line. The heading of a section at
//! depth *n* (the outermost have depth 0) is a heading of level *n* + 2; levels never skip, because depth cannot.
//!
//! **Forms.** Text is always a [`Form`]: `written` for the eye, `spoken` for the ear, made together. The `written` texts of the
//! inlines of a sentence, put one after the other, are the printed line, spaces included; between two sentences of a
//! paragraph stands one space. The `spoken` texts are joined as [`Speech::to_line`] does it. Written text holds no control
//! character and no soft hyphen; where a word may be divided stands in `breaks`.
//!
//! **No-break spaces.** U+00A0 and U+202F inside `written` hold a unit together (a date, a time, a price, a name with its
//! title); a [`Inline::Value`] may be divided at ordinary spaces only.
//!
//! **Absence.** What a publication does not tell is not there: no empty fact, no empty section, no empty label.
//!
//! **Facts.** A [`Fact`] is a label with what it says. A label is printed and said before the content; a fact whose label is empty
//! says enough by itself (the date on a card).
//!
//! **Roles** carry the typed values that machines need (calendar, schema.org, date guards, opening hours).
//!
//! **Sharing.** Sections are behind [`Arc`]: what several editions share (an event, the article, the table of all dates) is composed
//! once, and `Arc::ptr_eq` tells a renderer that it may reuse what it made of it.

use crate::{
    Span, Speech, Value, Wording,
    model::{Access, Admission, District, Event, Id, LanguageTag, Office, OpeningHours, PhoneNumber, Place, When},
};
use chrono::NaiveDate;
use std::{path::PathBuf, sync::Arc};

/// A composed sheet.
#[derive(Debug, Clone)]
pub struct Document {
    /// The language of everything that is not marked otherwise.
    pub language: LanguageTag,
    /// Title for metadata, windows and lists: the publication's title, and the district where it is one.
    pub title: Form,
    /// Whose sheet it is.
    pub scope: DocumentScope,
    /// The portal it appears in; first line of the sheet.
    pub portal: Option<Form>,
    /// The word or two above the headline.
    pub kicker: Option<Form>,
    /// The headline, heading level 1.
    pub headline: Vec<Inline>,
    /// The day of publication.
    pub published: NaiveDate,
    /// The day from which "past" and "new" are reckoned, if given.
    pub today: Option<NaiveDate>,
    /// The sections in reading order.
    pub sections: Vec<Arc<Section>>,
    /// The engine's own sentences.
    pub wording: Wording,
}

/// Whose sheet a document is.
#[derive(Debug, Clone, PartialEq)]
pub enum DocumentScope {
    /// The whole publication.
    Publication,
    /// One district.
    District {
        /// Its id.
        id: Id<District>,
        /// Its name.
        name: Form,
    },
}

/// A stable name of a section: the path of ids from the outermost section, e.g. `programme/markt-der-moeglichkeiten`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(pub String);

/// A part of the sheet with its own heading.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its stable name.
    pub id: SectionId,
    /// What it is.
    pub role: Role,
    /// Its heading; never empty.
    pub heading: Vec<Inline>,
    /// What stands under the heading.
    pub blocks: Vec<Block>,
    /// Subsections.
    pub sections: Vec<Arc<Section>>,
    /// Where it comes from.
    pub span: Option<Span>,
}

/// What a section is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Role {
    /// The events of this sheet; its subsections are [`Role::Event`].
    Programme,
    /// One event.
    Event(Box<EventData>),
    /// The offices of this sheet (also when it is one): subsections are [`Role::Office`].
    Offices,
    /// One office.
    Office(Box<OfficeData>),
    /// The article; subsections are [`Role::ArticleSection`].
    Article,
    /// A part of the article.
    ArticleSection,
    /// The table of all dates.
    Overview,
    /// Where to read on.
    Links,
    /// Legal and other notices.
    Notices,
    /// Who is responsible.
    Imprint,
}

/// An event's values for machines.
#[derive(Debug, Clone, PartialEq)]
pub struct EventData {
    /// Its id.
    pub event: Id<Event>,
    /// Its title as plain text.
    pub title: Form,
    /// When it takes place.
    pub when: Vec<When>,
    /// Where, by district ids.
    pub districts: Vec<Id<District>>,
    /// Where.
    pub place: Option<Place>,
    /// What it costs.
    pub admission: Option<Admission>,
    /// What makes it accessible, in the order of the sentences of its [`FactKind::Access`].
    pub access: Vec<Access>,
    /// Whether it takes place as announced.
    pub status: StatusKind,
    /// Whether it is new on `today`.
    pub new: bool,
    /// The number to call about it, if it has one of its own.
    pub phone: Option<PhoneNumber>,
}

/// An event's status without its reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named as in model::Status")]
pub enum StatusKind {
    Planned,
    Cancelled,
    Moved,
}

/// An office's values for machines.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficeData {
    /// Its id.
    pub office: Id<Office>,
    /// Its name.
    pub name: Form,
    /// Its number.
    pub phone: Option<PhoneNumber>,
    /// When somebody is there.
    pub hours: Vec<OpeningHours>,
    /// The districts it serves.
    pub districts: Vec<Id<District>>,
}

/// A block of a section.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Block {
    /// Sentences.
    Paragraph(Vec<Sentence>),
    /// Points; each item is a paragraph of its own.
    List(Vec<Vec<Sentence>>),
    /// Labels with what they say.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// Something to scan, with the text that says the same.
    Code(QrCode),
    /// Somebody's words.
    Quote(Vec<Sentence>),
}

/// One sentence; only the language can tell a full stop from an ordinal.
#[derive(Debug, Clone, Default)]
pub struct Sentence(pub Vec<Inline>);

/// A piece of a sentence.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Inline {
    /// Words.
    Text(Form),
    /// Something whose meaning is known; boxed, because text is what most of a document is.
    Value(Box<Value>, Form),
    /// A short form with what it stands for.
    Abbreviation {
        /// As it is printed and said.
        form: Form,
        /// What it stands for.
        expansion: String,
    },
    /// Words that matter more.
    Strong(Vec<Inline>),
    /// Words of another language.
    Foreign(LanguageTag, Vec<Inline>),
    /// A link.
    Link(Target, Vec<Inline>),
    /// A new line within a paragraph, as in an address.
    Break,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The address with its scheme: `https:`, `mailto:`, `tel:`.
    pub address: String,
    /// Where it leads, in words, for `/Contents` and `title`.
    pub purpose: String,
}

/// One piece of text for eye and ear.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Form {
    /// For the eye: pure text; no-break spaces allowed.
    pub written: String,
    /// Where it may be divided, never in dates and numbers; in headings only where a word is wider than the line, and what it costs to
    /// end a line at a space.
    pub breaks: Vec<Break>,
    /// For the ear.
    pub spoken: Speech,
}

/// A place inside a word where a line may end with a hyphen, or a space where a line would rather not end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Break {
    /// Byte offset in the written text: between two letters, or of a space. Spaces without a `Break` cost nothing.
    pub at: u32,
    /// What it costs a reader: 0 a compound seam that reads well, 100 a syllable that is better left whole, an article parted from its noun.
    pub cost: u8,
}

impl Form {
    /// A form that is said as it is written.
    pub fn plain(text: impl Into<String>) -> Self {
        let written = text.into();
        Self { spoken: Speech::words(written.clone()), written, breaks: Vec::new() }
    }

    /// Two forms one after the other.
    #[must_use]
    pub fn then(mut self, other: &Self) -> Self {
        let shift = u32::try_from(self.written.len()).unwrap_or(u32::MAX);
        self.breaks.extend(other.breaks.iter().map(|b| Break { at: b.at + shift, cost: b.cost }));
        self.written.push_str(&other.written);
        self.spoken.0.extend(other.spoken.0.iter().cloned());
        self
    }
}

/// A label with what it says.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it tells.
    pub kind: FactKind,
    /// The label; empty where the content says enough.
    pub label: Form,
    /// What it says.
    pub content: Vec<Sentence>,
}

/// What a fact tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FactKind {
    /// Cancelled or moved; comes first.
    Status,
    /// That it was added lately.
    New,
    /// A day or days; one fact per appointment.
    Date,
    /// The time of the appointment before it.
    Time,
    /// In which districts.
    Districts,
    /// The venue with room and address.
    Place,
    /// How to get there.
    Directions,
    /// What makes it accessible; one sentence per kind.
    Access,
    /// What it costs.
    Admission,
    /// Whether and how to register.
    Registration,
    /// Whom to ask.
    Person,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A web address.
    Web,
    /// When somebody is there.
    Hours,
    /// Who runs it.
    Carrier,
    /// When the article was published.
    Published,
}

/// A table; the first column names the row.
#[derive(Debug, Clone)]
pub struct Table {
    /// What the table shows.
    pub caption: Form,
    /// The column heads.
    pub columns: Vec<Form>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// The event it tells of.
    pub event: Option<Id<Event>>,
    /// The cells; the first is the row's head.
    pub cells: Vec<Vec<Inline>>,
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The file as the publication names it; compose makes no figure without one.
    pub file: Option<PathBuf>,
    /// What it shows.
    pub alt: Form,
    /// The line below it.
    pub caption: Option<Form>,
    /// Who made it, with its label: "Bild: …".
    pub credit: Option<Form>,
    /// Where it comes from.
    pub span: Option<Span>,
}

/// Something to scan with the text that says the same.
#[derive(Debug, Clone)]
pub struct QrCode {
    /// What scanning does.
    pub purpose: CodePurpose,
    /// What is encoded.
    pub payload: String,
    /// The text beside it.
    pub text: Vec<Sentence>,
}

/// What scanning a code does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodePurpose {
    /// Calls a number.
    Call,
    /// Opens a page.
    Web,
    /// Offers a calendar entry.
    Calendar,
}
