//! The structure tree: elements, what they hold, and the way back from marked content to elements.

use super::{
    Marks, element_of,
    file::{File, Ref, number, text_string},
    links::LinkAnnotation,
};
use crate::{
    layout::Layout,
    page::{Ink, Mark, TagId},
    tag::{Scope, Tag, TagTree},
};
use std::{collections::BTreeMap, fmt::Write};

/// Writes the tree into `root`; gives the reference of each node that is an element.
pub(crate) fn write(
    layout: &Layout,
    marks: &Marks,
    pages: &[Ref],
    links: &[LinkAnnotation],
    root: Ref,
    file: &mut File,
) -> Vec<Option<Ref>> {
    let nodes = &layout.tags.nodes;
    let refs: Vec<Option<Ref>> = nodes.iter().map(|node| (node.tag != Tag::Text).then(|| file.reserve())).collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (at, node) in nodes.iter().enumerate() {
        if let Some(TagId(parent)) = node.parent {
            children[parent as usize].push(at);
        }
    }
    let mut links_of: BTreeMap<usize, Vec<&LinkAnnotation>> = BTreeMap::new();
    links.iter().for_each(|link| links_of.entry(link.tag.0 as usize).or_default().push(link));
    for (at, node) in nodes.iter().enumerate() {
        let Some(own) = refs[at] else { continue };
        let parent = node.parent.and_then(|TagId(up)| refs[up as usize]).unwrap_or(root);
        let mut body = format!("<</S/{}/P {parent}", TagTree::name(&node.tag));
        attributes(&mut body, layout, at);
        let links = links_of.get(&at).map_or(&[][..], Vec::as_slice);
        kids(&mut body, &children[at], &refs, marks, pages, links);
        file.set(own, body + ">>");
    }
    let parent_tree = parent_tree(layout, marks, pages.len(), links, &refs, file);
    let document = refs.first().copied().flatten().map_or_else(String::new, |r| r.to_string());
    file.set(
        root,
        format!(
            "<</Type/StructTreeRoot/K[{document}]/ParentTree {parent_tree}/ParentTreeNextKey {}>>",
            pages.len() + links.len()
        ),
    );
    refs
}

fn attributes(body: &mut String, layout: &Layout, at: usize) {
    let _ = match &layout.tags.nodes[at].tag {
        Tag::TH(Scope::Column) => write!(body, "/A<</O/Table/Scope/Column>>"),
        Tag::TH(Scope::Row) => write!(body, "/A<</O/Table/Scope/Row>>"),
        Tag::Foreign(language) => write!(body, "/Lang {}", text_string(language.as_str())),
        Tag::Expansion(expansion) => write!(body, "/E {}", text_string(expansion)),
        Tag::Figure { alt } => {
            let area = picture_area(layout, at);
            let [x1, y1, x2, y2] = area.map(number);
            write!(body, "/Alt {}/A<</O/Layout/Placement/Block/BBox[{x1} {y1} {x2} {y2}]>>", text_string(alt))
        }
        _ => Ok(()),
    };
}

/// Where a figure's picture stands, in PDF coordinates.
fn picture_area(layout: &Layout, figure: usize) -> [f32; 4] {
    let inks = layout.pages.iter().flat_map(|page| &page.placed);
    for placed in inks {
        let (Mark::Content(id), Ink::Picture { width, height, .. }) = (placed.mark, &placed.ink) else { continue };
        if element_of(&layout.tags, id).0 as usize == figure {
            let bottom = layout.sheet.height - placed.y - height;
            return [placed.x, bottom, placed.x + width, bottom + height];
        }
    }
    [0.0; 4]
}

fn kids(
    body: &mut String,
    children: &[usize],
    refs: &[Option<Ref>],
    marks: &Marks,
    pages: &[Ref],
    links: &[&LinkAnnotation],
) {
    let first_page = children.iter().flat_map(|&child| &marks[child]).map(|&(page, _)| page).next();
    let mut list = String::new();
    for &child in children {
        match refs[child] {
            Some(reference) => {
                let _ = write!(list, "{reference} ");
            }
            None => {
                for &(page, id) in &marks[child] {
                    let _ = if Some(page) == first_page {
                        write!(list, "{id} ")
                    } else {
                        write!(list, "<</Type/MCR/Pg {}/MCID {id}>>", pages[page])
                    };
                }
            }
        }
    }
    for link in links {
        let _ = write!(list, "<</Type/OBJR/Obj {}/Pg {}>>", link.annotation, pages[link.page]);
    }
    if let Some(page) = first_page {
        let _ = write!(body, "/Pg {}", pages[page]);
    }
    if !list.is_empty() {
        let _ = write!(body, "/K[{}]", list.trim_end());
    }
}

/// From pages' marked content, and from annotations, to elements (14.7.4.4).
fn parent_tree(
    layout: &Layout,
    marks: &Marks,
    pages: usize,
    links: &[LinkAnnotation],
    refs: &[Option<Ref>],
    file: &mut File,
) -> Ref {
    let mut by_page: Vec<Vec<(u32, Ref)>> = vec![Vec::new(); pages];
    for (at, places) in marks.iter().enumerate() {
        let element = element_of(&layout.tags, TagId(u32::try_from(at).unwrap_or(0)));
        let Some(reference) = refs[element.0 as usize] else { continue };
        for &(page, id) in places {
            by_page[page].push((id, reference));
        }
    }
    let mut numbers = String::from("<</Nums[");
    for (page, mut entries) in by_page.into_iter().enumerate() {
        entries.sort_by_key(|(id, _)| *id);
        let list: Vec<String> = entries.iter().map(|(_, reference)| reference.to_string()).collect();
        let _ = write!(numbers, "{page}[{}]", list.join(" "));
    }
    for link in links {
        if let Some(reference) = refs[link.tag.0 as usize] {
            let _ = write!(numbers, "{} {reference} ", link.key);
        }
    }
    file.add(numbers + "]>>")
}
