//! The news article around the programme.

use super::{Image, Prose};
use crate::Span;
use chrono::NaiveDate;

/// A city's news article.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The word or two above the headline.
    pub kicker: Option<Prose>,
    /// The headline.
    pub headline: Prose,
    /// The opening paragraphs.
    pub lead: Prose,
    /// The day it was published.
    pub published: NaiveDate,
    /// Its picture.
    pub image: Option<Image>,
    /// The text after the lead.
    pub body: Vec<ArticleSection>,
    /// Legal and other notices below it.
    pub notices: Vec<Prose>,
    /// Where to read on.
    pub links: Vec<Link>,
}

/// A part of the article under its own heading, or the paragraphs before the first one.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleSection {
    /// The heading.
    pub heading: Option<Prose>,
    /// Paragraphs, parted by blank lines; empty where only the heading is there, which is then not printed.
    pub text: Prose,
}

/// A link with a text that tells where it leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The text.
    pub text: Prose,
    /// The address, with its scheme; `None` where only the text is known.
    pub address: Option<String>,
    /// Where it stands in the sources.
    pub span: Option<Span>,
}
