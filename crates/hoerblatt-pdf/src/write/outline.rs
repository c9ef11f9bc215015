//! The outline: the headings, nested as they are in the document.

use super::{
    content, element_of,
    file::{File, Ref, number, text_string},
};
use crate::{
    layout::Layout,
    page::{Ink, TagId},
    tag::Tag,
};
use std::fmt::Write;

struct Entry {
    level: u8,
    title: String,
    page: usize,
    top: f32,
}

/// Writes the outline; `None` without headings.
pub(crate) fn write(layout: &Layout, pages: &[Ref], elements: &[Option<Ref>], file: &mut File) -> Option<Ref> {
    let entries = entries(layout);
    if entries.is_empty() || elements.is_empty() {
        return None;
    }
    let root = file.reserve();
    let refs: Vec<Ref> = entries.iter().map(|_| file.reserve()).collect();
    let parent = |at: usize| (0..at).rev().find(|&before| entries[before].level < entries[at].level);
    let parents: Vec<Option<usize>> = (0..entries.len()).map(parent).collect();
    let children = |of: Option<usize>| (0..entries.len()).filter(|&at| parents[at] == of).collect::<Vec<_>>();
    for (at, entry) in entries.iter().enumerate() {
        let up = parents[at].map_or(root, |p| refs[p]);
        let mut body = format!(
            "<</Title {}/Parent {up}/Dest[{} /XYZ null {} null]",
            text_string(&entry.title),
            pages[entry.page],
            number(layout.sheet.height - entry.top)
        );
        let siblings = children(parents[at]);
        let place = siblings.iter().position(|&s| s == at).unwrap_or(0);
        if place > 0 {
            let _ = write!(body, "/Prev {}", refs[siblings[place - 1]]);
        }
        if let Some(&next) = siblings.get(place + 1) {
            let _ = write!(body, "/Next {}", refs[next]);
        }
        let inner = children(Some(at));
        if let (Some(&first), Some(&last)) = (inner.first(), inner.last()) {
            // Negative: closed when the file is opened, so that the list of sections is seen first.
            let _ = write!(body, "/First {}/Last {}/Count -{}", refs[first], refs[last], inner.len());
        }
        file.set(refs[at], body + ">>");
    }
    let top = children(None);
    let (first, last) = (refs[*top.first()?], refs[*top.last()?]);
    file.set(root, format!("<</Type/Outlines/First {first}/Last {last}/Count {}>>", top.len()));
    Some(root)
}

/// Headings with their text and the place to jump to: the top of what stands highest of the section's own ink, so that the day of a card is seen.
fn entries(layout: &Layout) -> Vec<Entry> {
    let nodes = &layout.tags.nodes;
    let mut titles: Vec<String> = vec![String::new(); nodes.len()];
    let mut tops: Vec<Option<(usize, f32)>> = vec![None; nodes.len()];
    for (page, placed) in
        layout.pages.iter().enumerate().flat_map(|(at, page)| page.placed.iter().map(move |p| (at, p)))
    {
        let Some(id) = content(placed.mark) else { continue };
        let (top, text) = match &placed.ink {
            Ink::Text(run) => (placed.y - run.size * 1.2, run.text.as_str()),
            _ => (placed.y, ""),
        };
        let mut up = Some(element_of(&layout.tags, id));
        let mut owned = false;
        while let Some(TagId(at)) = up {
            let node = &nodes[at as usize];
            if matches!(node.tag, Tag::Heading(_)) {
                titles[at as usize].push_str(text);
            }
            if !owned {
                let place = tops[at as usize].get_or_insert((page, top));
                if place.0 == page && top < place.1 {
                    place.1 = top;
                }
            }
            owned |= matches!(node.tag, Tag::Sect(_));
            up = node.parent;
        }
    }
    let entry = |(at, node): (usize, &crate::tag::TagNode)| {
        let Tag::Heading(level) = node.tag else { return None };
        let section = node.parent.filter(|TagId(up)| matches!(nodes[*up as usize].tag, Tag::Sect(_)));
        let (page, top) = section.and_then(|TagId(up)| tops[up as usize]).or(tops[at])?;
        let title = titles[at].split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Entry { level, title, page, top: (top - layout.sheet.step()).max(0.0) })
    };
    nodes.iter().enumerate().filter_map(entry).collect()
}
