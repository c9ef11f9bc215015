//! # Hörblatt, the core
//!
//! One text, written once, for the eye (a large-print flyer), the ear (a script, a telephone line) and the machine.
//! This crate models it and knows no language, no PDF, no XML, and does no input or output.
//!
//! ```text
//! Sources ──read──▶ Publication ──edition──▶ Edition ──compose(Language)──▶ Document
//! ```
//!
//! | step | question | where |
//! |---|---|---|
//! | [`Sources`], [`Span`] | where did this text come from? | `source` |
//! | [`Diagnostic`], [`Checked`] | what is wrong? | `diagnostic` |
//! | [`file`](mod@file) | what is written in the TOML? | one file per kind |
//! | [`model`] | what is meant? | one file per noun |
//! | [`Edition`] | what does one district see? | `edition` |
//! | [`Value`], [`Speech`] | what can be said? | `value`, `speech` |
//! | [`Language`] | what must a language do? | `language` |
//! | [`Document`] | what is a composed sheet? | `document` |
//! | [`compose`] | how does it come about? | `compose` |

mod diagnostic;
mod document;
mod edition;
mod markup;
mod source;
mod speech;
mod value;

pub mod compose;
pub mod dump;
pub mod file;
pub mod language;
pub mod model;
pub mod read;
pub mod rules;
pub mod wording;

pub use diagnostic::{Argument, Checked, Diagnostic, RuleInfo, Severity, Topic};
pub use document::{
    Block, Break, CodePurpose, Document, DocumentScope, EventData, Fact, FactKind, Figure, Form, Inline, OfficeData,
    QrCode, Role, Section, SectionId, Sentence, StatusKind, Table, TableRow, Target,
};
pub use edition::{Edition, Scope};
pub use language::Language;
pub use markup::{Markup, Run, Styling, markup};
pub use model::Id;
pub use source::{FileId, LineColumn, Sources, Span};
pub use speech::{Pace, Pause, Speech, SpeechToken, append_words, is_speakable};
pub use value::{Date, Grammar, Notice, Number, Style, Value};
pub use wording::{Label, LinePhrase, Phrase, ScriptPhrase, SheetPhrase, Slot, WebPhrase, Wording};
