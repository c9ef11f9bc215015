//! Documents built by hand.

use super::sample::Sample;
use hoerblatt_core::{
    Block, Document, DocumentScope, Form, Inline, Language, Role, Section, SectionId, Sentence, model::LanguageTag,
};
use std::sync::Arc;

/// Text as one sentence.
pub fn text(text: &str) -> Vec<Sentence> {
    vec![Sentence(vec![Inline::Text(Form::plain(text))])]
}

/// A section of the article.
pub fn section(id: &str, heading: &str, blocks: Vec<Block>) -> Arc<Section> {
    Arc::new(Section {
        id: SectionId(id.to_owned()),
        role: Role::ArticleSection,
        heading: vec![Inline::Text(Form::plain(heading))],
        blocks,
        sections: Vec::new(),
        span: None,
    })
}

/// A document without events.
pub fn document(headline: &str, sections: Vec<Arc<Section>>) -> Document {
    Document {
        language: LanguageTag::new("de").expect("a tag"),
        title: Form::plain("Probe"),
        scope: DocumentScope::Publication,
        portal: None,
        kicker: None,
        headline: vec![Inline::Text(Form::plain(headline))],
        published: chrono::NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day"),
        today: None,
        sections,
        wording: Sample.wording(),
    }
}
