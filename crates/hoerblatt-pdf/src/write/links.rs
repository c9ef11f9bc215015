//! Links as annotations. `/Contents` says in words where a link leads, not the bare address.

use super::{
    content,
    file::{File, Ref, number, text_string},
};
use crate::{
    layout::Layout,
    page::{Ink, TagId},
    tag::Tag,
};
use std::fmt::Write;

/// A link's annotation on one page.
pub(crate) struct LinkAnnotation {
    pub(crate) tag: TagId,
    pub(crate) page: usize,
    pub(crate) annotation: Ref,
    /// Its key in the parent tree.
    pub(crate) key: usize,
}

/// One annotation per link and page; a link over several lines has several quadrilaterals.
pub(crate) fn links(layout: &Layout, pages: &[Ref], file: &mut File) -> Vec<LinkAnnotation> {
    let mut found: Vec<(TagId, usize, Vec<[f32; 4]>)> = Vec::new();
    for (page, placed) in
        layout.pages.iter().enumerate().flat_map(|(at, page)| page.placed.iter().map(move |p| (at, p)))
    {
        let Some(link) = content(placed.mark).and_then(|id| link_above(layout, id)) else { continue };
        let Ink::Text(run) = &placed.ink else { continue };
        let bottom = layout.sheet.height - placed.y;
        let area = [placed.x, bottom - run.size * 0.3, placed.x + run.width, bottom + run.size * 0.9].map(number);
        match found.iter_mut().rev().find(|(tag, at, _)| *tag == link && *at == page) {
            Some((_, _, areas)) => areas.push(area),
            None => found.push((link, page, vec![area])),
        }
    }
    found.sort_by_key(|(tag, page, _)| (*page, *tag));
    let first_key = pages.len();
    let write = |(at, (tag, page, areas)): (usize, (TagId, usize, Vec<[f32; 4]>))| {
        let key = first_key + at;
        let annotation = file.add(annotation(layout, tag, &areas, page, pages, key));
        LinkAnnotation { tag, page, annotation, key }
    };
    found.into_iter().enumerate().map(write).collect()
}

fn annotation(layout: &Layout, tag: TagId, areas: &[[f32; 4]], page: usize, pages: &[Ref], key: usize) -> String {
    let (target, purpose) = match layout.tags.node(tag).map(|node| &node.tag) {
        Some(Tag::Link(target)) => {
            let address: String = target.address.chars().filter(char::is_ascii).collect();
            (format!("/A<</S/URI/URI {}>>", text_string(&address)), target.purpose.as_str())
        }
        Some(Tag::Jump { page, purpose }) => {
            let there = pages.get(*page).map(|page| format!("/Dest[{page}/Fit]"));
            (there.unwrap_or_default(), purpose.as_str())
        }
        _ => (String::new(), ""),
    };
    let fold = |at: usize, pick: fn(f32, f32) -> f32| areas.iter().map(|a| a[at]).reduce(pick).unwrap_or(0.0);
    let (left, bottom, right, top) = (fold(0, f32::min), fold(1, f32::min), fold(2, f32::max), fold(3, f32::max));
    let mut quads = String::new();
    for [x1, y1, x2, y2] in areas {
        let _ = write!(quads, "{x1} {y2} {x2} {y2} {x1} {y1} {x2} {y1} ");
    }
    format!(
        "<</Type/Annot/Subtype/Link/Rect[{left} {bottom} {right} {top}]/QuadPoints[{quads}]/Border[0 0 0]/F 4/P {}/StructParent {key}\
         /Contents {}{target}>>",
        pages[page],
        text_string(purpose),
    )
}

fn link_above(layout: &Layout, id: TagId) -> Option<TagId> {
    let mut up = Some(id);
    while let Some(at) = up {
        let node = layout.tags.node(at)?;
        if matches!(node.tag, Tag::Link(_) | Tag::Jump { .. }) {
            return Some(at);
        }
        up = node.parent;
    }
    None
}
