//! # Hörblatt on the screen: the flyer's twin in HTML, plain text, calendar
//!
//! Blind readers dislike PDF where HTML would do, so every sheet has a page that says the same.
//!
//! | question | where |
//! |---|---|
//! | what does a browser show? | [`page`], its blocks in `blocks.rs`, its looks in `page.css` |
//! | what does a search engine understand? | [`schema_org`] |
//! | what does a calendar take? | [`calendar`] |
//! | what do a Braille display and a letter take? | [`text`] |
//!
//! All four take a [`Document`] and give a `String`; they know no language, write no file and cannot fail. Text
//! from the document is data: whatever stands in it comes out as text.
//!
//! ```
//! use hoerblatt_core::{Scope, Sources, language::pseudo::Pseudo, model::Publication};
//! use hoerblatt_web::{PageOptions, page};
//!
//! let mut sources = Sources::default();
//! sources.add("publication.toml", "title = \"Termine\"");
//! sources.add("article.toml", "headline = \"Mai\"\nlead = \"Im Mai.\"\npublished = 2026-05-01");
//! sources.add("programme.toml", "[[event]]\ntitle = \"Tanz & Tee\"\ndate = 2026-05-11");
//! sources.add("districts.toml", "[[district]]\nid = \"hoerde\"\nname = \"Hörde\"");
//! let publication = Publication::read(&sources).value.unwrap();
//! let document = publication.edition(Scope::Publication).compose(&Pseudo).value.unwrap();
//! let html = page(&document, &PageOptions::default());
//! assert!(html.contains("<time datetime=\"2026-05-11\">") && html.contains("&amp;"));
//! ```

mod blocks;
mod calendar;
mod html;
mod page;
mod schema_org;
mod text;

pub use calendar::{CalendarOptions, ZONES, calendar};
pub use page::{AudioTrack, PageOptions, Picture, page};
pub use schema_org::schema_org;
pub use text::{TextOptions, text};

use hoerblatt_core::{Document, EventData, Inline, Role, Section, model::Prose};

/// The events of a document in reading order, each with its section.
fn events(document: &Document) -> Vec<(&EventData, &Section)> {
    fn collect<'d>(section: &'d Section, found: &mut Vec<(&'d EventData, &'d Section)>) {
        if let Role::Event(data) = &section.role {
            found.push((data, section));
        }
        section.sections.iter().for_each(|inner| collect(inner, found));
    }
    let mut found = Vec::new();
    document.sections.iter().for_each(|section| collect(section, &mut found));
    found
}

/// The written text of inlines, with ordinary spaces.
fn written(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(form) | Inline::Value(_, form) | Inline::Abbreviation { form, .. } => {
                text.push_str(&form.written)
            }
            Inline::Strong(inner) | Inline::Foreign(_, inner) | Inline::Link(_, inner) => {
                text.push_str(&written(inner))
            }
            Inline::Break => text.push(' '),
            _ => {}
        }
    }
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// Prose without its markup, in one line.
fn plain(prose: &Prose) -> String {
    use hoerblatt_core::Markup;
    let mut lines = Vec::new();
    for part in hoerblatt_core::markup(&prose.text) {
        match part {
            Markup::Paragraph(run) | Markup::Quote(run) => lines.push(run.text),
            Markup::List(items) => lines.extend(items.into_iter().map(|item| item.text)),
        }
    }
    lines.join(" ")
}
