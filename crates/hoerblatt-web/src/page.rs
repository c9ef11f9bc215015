//! A document as a web page: the flyer's twin.
//!
//! What WCAG 2.2 asks for at level AAA and a machine can do: language of page and parts, landmarks, one heading outline without gaps, a
//! skip link, table heads with scope, links that tell their purpose, contrast over 7:1 in light and dark, text that reflows at 320 px and
//! grows with the reader's settings, lines under 80 characters. No script, nothing loaded from elsewhere.

use crate::{blocks::Blocks, html::Html, schema_org::schema_org};
use hoerblatt_core::{Document, Form, WebPhrase};
use std::{collections::BTreeMap, path::PathBuf};

/// What stands beside a document on its page. Every address is relative to the page or whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageOptions {
    /// The flyer.
    pub flyer: Option<String>,
    /// The plain text.
    pub text: Option<String>,
    /// The calendar file.
    pub calendar: Option<String>,
    /// The page of the whole publication, for a district's page.
    pub whole: Option<String>,
    /// The districts' pages with their names, for the page of the whole.
    pub districts: Vec<(Form, String)>,
    /// Recordings of this document.
    pub tracks: Vec<AudioTrack>,
    /// Where the pictures are, by the file that the publication names; a picture that is not here shows its caption only.
    pub pictures: BTreeMap<PathBuf, Picture>,
    /// The address of this page, for machines.
    pub address: Option<String>,
}

/// A picture on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its address.
    pub address: String,
    /// Width in pixels; with the height it keeps the page from jumping.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A recording.
#[derive(Debug, Clone, PartialEq)]
pub struct AudioTrack {
    /// What is heard.
    pub title: Form,
    /// Its address.
    pub address: String,
    /// Its type, e.g. `audio/wav`.
    pub media_type: String,
}

const STYLE: &str = include_str!("page.css");

/// The page.
pub fn page(document: &Document, options: &PageOptions) -> String {
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n");
    html.element("html", &[("lang", Some(document.language.as_str()))], |html| {
        html.line();
        html.element("head", &[], |html| head(html, document, options));
        html.line();
        html.element("body", &[], |html| body(html, document, options));
        html.line();
    });
    html.line();
    html.finish()
}

fn head(html: &mut Html, document: &Document, options: &PageOptions) {
    html.raw("\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.element("title", &[], |html| html.text(&document.title.written.replace('\u{a0}', " ")));
    let mut alternate = |kind: &str, address: &Option<String>| {
        if let Some(address) = address {
            html.line();
            html.open("link", &[("rel", Some("alternate")), ("type", Some(kind)), ("href", Some(address))]);
        }
    };
    alternate("application/pdf", &options.flyer);
    alternate("text/plain", &options.text);
    alternate("text/calendar", &options.calendar);
    html.raw("\n<style>\n");
    html.raw(STYLE);
    html.raw("</style>\n<script type=\"application/ld+json\">\n");
    html.raw(&schema_org(document, options.address.as_deref()));
    html.raw("\n</script>\n");
}

fn body(html: &mut Html, document: &Document, options: &PageOptions) {
    let say = |phrase: WebPhrase| document.wording.say(phrase).written;
    html.line();
    html.element("a", &[("class", Some("skip")), ("href", Some("#main"))], |html| html.text(&say(WebPhrase::SkipLink)));
    html.line();
    if let Some(portal) = &document.portal {
        html.element("header", &[], |html| html.element("p", &[], |html| html.text(&portal.written)));
        html.line();
    }
    let mut links = Vec::new();
    let mut link = |phrase: WebPhrase, address: &Option<String>| {
        links.extend(address.iter().map(|address| (say(phrase.clone()), address.clone())));
    };
    link(WebPhrase::Flyer, &options.flyer);
    link(WebPhrase::PlainText, &options.text);
    link(WebPhrase::CalendarFile, &options.calendar);
    link(WebPhrase::WholeProgramme, &options.whole);
    navigation(html, &say(WebPhrase::OtherForms), &links);
    let districts: Vec<_> =
        options.districts.iter().map(|(name, address)| (name.written.clone(), address.clone())).collect();
    navigation(html, &say(WebPhrase::Districts), &districts);
    html.element("main", &[("id", Some("main")), ("tabindex", Some("-1"))], |html| {
        html.line();
        if let Some(kicker) = &document.kicker {
            html.element("p", &[("class", Some("kicker"))], |html| html.text(&kicker.written));
            html.line();
        }
        let mut blocks = Blocks { html, options };
        blocks.heading(1, None, &document.headline);
        if !options.tracks.is_empty() {
            listen(blocks.html, &say(WebPhrase::Listen), &options.tracks);
        }
        document.sections.iter().for_each(|section| blocks.section(section, 0));
    });
    html.line();
}

fn navigation(html: &mut Html, label: &str, links: &[(String, String)]) {
    if links.is_empty() {
        return;
    }
    html.element("nav", &[("aria-label", Some(label))], |html| {
        html.line();
        html.element("ul", &[], |html| {
            for (text, address) in links {
                html.line();
                html.element("li", &[], |html| {
                    html.element("a", &[("href", Some(address))], |html| html.text(text));
                });
            }
            html.line();
        });
        html.line();
    });
    html.line();
}

/// Recordings; the page itself is their text.
fn listen(html: &mut Html, heading: &str, tracks: &[AudioTrack]) {
    html.element("section", &[("aria-labelledby", Some("listen"))], |html| {
        html.line();
        html.element("h2", &[("id", Some("listen"))], |html| html.text(heading));
        html.line();
        html.element("ul", &[("class", Some("tracks"))], |html| {
            for (number, track) in tracks.iter().enumerate() {
                let id = format!("track-{}", number + 1);
                html.line();
                html.element("li", &[], |html| {
                    html.element("span", &[("id", Some(&id))], |html| html.text(&track.title.written));
                    let audio =
                        [("controls", Some("")), ("preload", Some("none")), ("aria-labelledby", Some(id.as_str()))];
                    html.element("audio", &audio, |html| {
                        html.open("source", &[("src", Some(&track.address)), ("type", Some(&track.media_type))]);
                        html.element("a", &[("href", Some(&track.address))], |html| html.text(&track.title.written));
                    });
                });
            }
            html.line();
        });
        html.line();
    });
    html.line();
}
