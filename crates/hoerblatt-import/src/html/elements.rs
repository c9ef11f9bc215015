//! What an element says of the text inside it.

use crate::{lines::Zone, scan::Scan};
use hoerblatt_core::language::ArticlePart;
use html5ever::Attribute;

/// Elements whose text belongs to the page.
const FURNITURE: &[&str] =
    &["nav", "footer", "aside", "form", "button", "select", "noscript", "template", "svg", "dialog", "iframe", "menu"];

/// Words in `class`, `id` or `role` that say the same.
const FURNITURE_WORDS: &[&str] = &[
    "breadcrumb",
    "navigation",
    "navbar",
    "nav-",
    "menu",
    "footer",
    "sidebar",
    "related",
    "share",
    "social",
    "cookie",
    "skiplink",
    "skip-link",
    "sr-only",
    "visually-hidden",
    "comments",
    "kommentare",
    "pagination",
    "banner",
    "weitere-",
];

/// Words in these attributes that name a picture, its caption and its credit.
const FIGURE_WORDS: &[&str] = &["caption", "bildunterschrift", "copyright", "bildnachweis", "credit"];

/// Elements that end a line and begin a new paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "figure",
    "figcaption",
    "table",
    "hr",
    "address",
    "center",
    "pre",
    "body",
    "fieldset",
    "details",
    "summary",
    "time",
];

/// What an attribute says.
pub(super) fn value(attributes: &[Attribute], key: &str) -> Option<String> {
    attributes.iter().find(|a| &*a.name.local == key).map(|a| a.value.to_string())
}

/// Whether an element ends a line and begins a new paragraph.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether an element's text belongs to the page, whatever its attributes say.
pub(super) fn is_furniture(name: &str) -> bool {
    FURNITURE.contains(&name)
}

/// The zone that an element opens, and the part of the article that it is.
pub(super) fn meaning(name: &str, attributes: &[Attribute]) -> (Zone, Option<ArticlePart>) {
    let hints: Vec<String> = ["class", "id", "role"].iter().filter_map(|key| value(attributes, key)).collect();
    let hints = hints.join(" ").to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| hints.contains(word));
    // "topnav", "main-nav": the last part of a class tells.
    let navigates = hints.split([' ', '-', '_']).any(|word| word.ends_with("nav"));
    let whole_page = matches!(name, "body" | "html" | "main");
    let hidden = value(attributes, "hidden").is_some() || value(attributes, "aria-hidden").as_deref() == Some("true");
    // Drupal tells the day of the news in a footer of the article: `<footer class="node__meta">`.
    let meta = name == "footer" && says(&["meta", "submitted"]);
    let zone = if meta {
        Zone::Article
    } else if is_furniture(name) || hidden || !whole_page && (navigates || says(FURNITURE_WORDS)) {
        Zone::Furniture
    } else if matches!(name, "figure" | "figcaption") || says(FIGURE_WORDS) {
        Zone::Figure
    } else {
        Zone::Article
    };
    (zone, part_of(&hints, name))
}

/// Whether an element is an article, or a block whose class names it a card or an event: "event-card", "termin"; "card-body" is inside of
/// one.
pub(super) fn is_card(name: &str, attributes: &[Attribute]) -> bool {
    if name == "article" || name != "li" && !is_block(name) {
        return name == "article";
    }
    let class = value(attributes, "class").unwrap_or_default().to_lowercase();
    let names =
        |class: &str| matches!(class, "event" | "event-item" | "termin" | "veranstaltung") || class.ends_with("card");
    class.spaced().any(names)
}

/// The part of an article that an element's class names.
fn part_of(hints: &str, name: &str) -> Option<ArticlePart> {
    let says = |words: &[&str]| words.iter().any(|word| hints.contains(word));
    if hints.is_empty() {
        None
    } else if says(&["kicker", "dachzeile", "topline", "roofline", "overline", "spitzmarke", "oberzeile"]) {
        Some(ArticlePart::Kicker)
    } else if matches!(name, "p" | "div")
        && says(&["teaser", "vorspann", "anreisser"])
        && !says(&["list", "grid", "box"])
    {
        Some(ArticlePart::Teaser)
    } else if says(&["portalname", "portal-name", "site-name"]) {
        Some(ArticlePart::Portal)
    } else {
        None
    }
}
