//! The tiny markup of prose: `**strong**`, `[text](address)`, `[text]{tr}`, paragraphs, `- ` lists, `> ` quotations.
//!
//! Anything that does not fit is text: a lone `**` or bracket stays as it is written. Nothing nests but strong text inside a link or
//! a foreign piece.

use crate::model::LanguageTag;
use std::ops::Range;

/// A paragraph, list or quotation of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Markup {
    /// Running text.
    Paragraph(Run),
    /// Points.
    List(Vec<Run>),
    /// Somebody's words.
    Quote(Run),
}

/// Text without markup, and what the markup said about parts of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The text; lines of a paragraph are joined by one space.
    pub text: String,
    /// What is styled, by byte range of `text`, in the order of their starts.
    pub stylings: Vec<(Range<usize>, Styling)>,
}

/// What the markup says about a piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Styling {
    /// It matters more.
    Strong,
    /// It leads to an address.
    Link(String),
    /// It is in another language.
    Foreign(LanguageTag),
}

/// Reads prose into paragraphs, lists and quotations.
///
/// ```
/// use hoerblatt_core::{Markup, Styling, markup};
/// let parts = markup("Kommen Sie **bitte** mit.\n\n- Kaffee\n- Kuchen");
/// let Markup::Paragraph(run) = &parts[0] else { panic!() };
/// assert_eq!(run.text, "Kommen Sie bitte mit.");
/// assert_eq!(run.stylings, [(11..16, Styling::Strong)]);
/// assert!(matches!(&parts[1], Markup::List(items) if items.len() == 2));
/// ```
pub fn markup(prose: &str) -> Vec<Markup> {
    let mut parts = Vec::new();
    let mut open: Option<(Kind, Vec<String>)> = None;
    for line in prose.lines().map(str::trim) {
        let (kind, rest) = kind_of(line);
        match (&mut open, kind) {
            (_, Kind::Blank) => parts.extend(open.take().map(close)),
            (Some((Kind::Item, items)), Kind::Text) => {
                // A line under a list item goes on with it.
                let last = items.last_mut().expect("an open list has an item");
                last.push(' ');
                last.push_str(rest);
            }
            (Some((running, lines)), kind) if *running == kind => lines.push(rest.to_owned()),
            _ => {
                parts.extend(open.take().map(close));
                open = Some((kind, vec![rest.to_owned()]));
            }
        }
    }
    parts.extend(open.map(close));
    parts
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Kind {
    Blank,
    Text,
    Item,
    Quote,
}

fn kind_of(line: &str) -> (Kind, &str) {
    match line {
        "" => (Kind::Blank, ""),
        _ => match (line.strip_prefix("- "), line.strip_prefix("> ")) {
            (Some(rest), _) => (Kind::Item, rest.trim_start()),
            (_, Some(rest)) => (Kind::Quote, rest.trim_start()),
            _ => (Kind::Text, line),
        },
    }
}

fn close((kind, lines): (Kind, Vec<String>)) -> Markup {
    match kind {
        Kind::Item => Markup::List(lines.iter().map(|line| run(line)).collect()),
        Kind::Quote => Markup::Quote(run(&lines.join(" "))),
        Kind::Text | Kind::Blank => Markup::Paragraph(run(&lines.join(" "))),
    }
}

/// Reads the markup inside one paragraph.
pub(crate) fn run(line: &str) -> Run {
    let mut out = Run::default();
    read_into(line, &mut out);
    out.stylings.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    out
}

fn read_into(mut line: &str, out: &mut Run) {
    while let Some(at) = line.find(['*', '[']) {
        out.text.push_str(&line[..at]);
        line = &line[at..];
        let (inner, styling, used) = match styled(line) {
            Some(found) => found,
            None => {
                // Not markup: the sign is text.
                let sign = if line.starts_with("**") { 2 } else { 1 };
                out.text.push_str(&line[..sign]);
                line = &line[sign..];
                continue;
            }
        };
        let start = out.text.len();
        read_into(inner, out);
        out.stylings.push((start..out.text.len(), styling));
        line = &line[used..];
    }
    out.text.push_str(line);
}

/// The styled piece at the start of `line`: its inner text, what it is, and how many bytes it takes.
fn styled(line: &str) -> Option<(&str, Styling, usize)> {
    if let Some(rest) = line.strip_prefix("**") {
        let end = rest.find("**").filter(|&end| end > 0)?;
        return Some((&rest[..end], Styling::Strong, end + 4));
    }
    let rest = line.strip_prefix('[')?;
    let end = rest.find(']')?;
    let (inner, after) = (&rest[..end], &rest[end + 1..]);
    let enclosed = |open, close| {
        let body = after.strip_prefix(open)?;
        body.find(close).map(|at| &body[..at])
    };
    let (styling, extra) = if let Some(address) = enclosed('(', ')') {
        (Styling::Link(address.trim().to_owned()), address.len())
    } else {
        let tag = enclosed('{', '}')?;
        (Styling::Foreign(LanguageTag::new(tag.trim())?), tag.len())
    };
    (!inner.is_empty()).then_some((inner, styling, 1 + end + 1 + extra + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_markup_stays_text() {
        for text in ["Bürger*innen", "2 ** 3", "[offen", "[ohne Adresse]", "a [b](c", "****", "[x]{nolanguage1}"] {
            assert_eq!(run(text), Run { text: text.to_owned(), stylings: vec![] });
        }
    }

    #[test]
    fn links_and_languages_keep_strong_text_inside() {
        let read = run("[**Hoş** geldiniz]{tr} und [mehr](https://example.org)");
        assert_eq!(read.text, "Hoş geldiniz und mehr");
        let tags: Vec<_> = read.stylings.iter().map(|(range, s)| (&read.text[range.clone()], s.clone())).collect();
        assert_eq!(tags[0], ("Hoş geldiniz", Styling::Foreign(LanguageTag::new("tr").unwrap())));
        assert_eq!(tags[1], ("Hoş", Styling::Strong));
        assert_eq!(tags[2], ("mehr", Styling::Link("https://example.org".into())));
    }

    #[test]
    fn a_list_takes_its_continuation_lines() {
        let parts = markup("- eins\n  und mehr\n- zwei\n> so sprach sie");
        assert_eq!(parts.len(), 2);
        assert!(matches!(&parts[0], Markup::List(items) if items[0].text == "eins und mehr" && items.len() == 2));
        assert!(matches!(&parts[1], Markup::Quote(run) if run.text == "so sprach sie"));
    }
}
