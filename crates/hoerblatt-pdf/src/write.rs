//! Pages and tags → the bytes of a PDF. Only the files below this one name printpdf or lopdf.
//!
//! printpdf writes the page content. Everything around it is written here, because printpdf has no structure tree, no language, no page
//! labels and no usable metadata, and because font programs are the same in all files of a publication and are compressed only once.

mod code;
pub(crate) mod colour;
mod file;
mod font;
mod image;
mod links;
mod metadata;
mod outline;
mod paint;
mod sign;
mod structure;

pub(crate) use file::{deflate, fingerprint};

use crate::{
    font::EmbeddedFace,
    layout::Layout,
    page::{Ink, Mark, Modules, TagId},
    picture::Picture,
    tag::{Tag, TagTree},
};
use file::{File, Ref};
use hoerblatt_core::Document;
use std::{fmt::Write, sync::Arc};

/// What all files of a publication share.
pub(crate) struct Shared<'a> {
    pub(crate) faces: &'a [Option<Arc<EmbeddedFace>>],
    pub(crate) pictures: &'a [Arc<Picture>],
}

/// Where a text leaf is painted: page and marked-content id.
pub(crate) type Marks = Vec<Vec<(usize, u32)>>;

/// Writes the file.
pub(crate) fn pdf(layout: &Layout, document: &Document, shared: &Shared<'_>) -> Vec<u8> {
    let mut file = File::default();
    let catalog = file.reserve();
    let tree = file.reserve();
    let page_refs: Vec<Ref> = layout.pages.iter().map(|_| file.reserve()).collect();
    let painted = paint::paint(layout);
    let resources = resources(&mut file, layout, shared, &painted.codes);
    let links = links::links(layout, &page_refs, &mut file);
    let elements = structure::write(layout, &painted.marks, &page_refs, &links, tree, &mut file);

    let pages = file.reserve();
    for (at, content) in painted.contents.iter().enumerate() {
        let contents = file.compress_stream(String::new(), content);
        let mut page = format!(
            "<</Type/Page/Parent {pages}/MediaBox[0 0 {w} {h}]/BleedBox[0 0 {w} {h}]/TrimBox[0 0 {w} {h}]/Resources {resources}\
             /Contents {contents}/StructParents {at}/Tabs/S",
            w = layout.sheet.width,
            h = layout.sheet.height,
        );
        let annotations: Vec<String> =
            links.iter().filter(|l| l.page == at).map(|l| l.annotation.to_string()).collect();
        if !annotations.is_empty() {
            let _ = write!(page, "/Annots[{}]", annotations.join(" "));
        }
        file.set(page_refs[at], page + ">>");
    }
    let kids: Vec<String> = page_refs.iter().map(Ref::to_string).collect();
    file.set(pages, format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" ")));

    let outline = outline::write(layout, &page_refs, &elements, &mut file);
    let metadata = metadata::write(document, &mut file);
    let info = metadata::info(document, &mut file);
    let intent = colour::output_intent(&mut file);
    let language = file::text_string(document.language.as_str());
    let mut entries = format!(
        "<</Type/Catalog/Pages {pages}/MarkInfo<</Marked true>>/Lang {language}/StructTreeRoot {tree}/Metadata {metadata}\
         /OutputIntents[{intent}]/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>",
    );
    if let Some(outline) = outline {
        let _ = write!(entries, "/Outlines {outline}/PageMode/UseOutlines");
    }
    file.set(catalog, entries + ">>");
    file.finish(catalog, info)
}

fn resources(file: &mut File, layout: &Layout, shared: &Shared<'_>, codes: &[Arc<Modules>]) -> Ref {
    let used = |face: usize| {
        let inks = layout.pages.iter().flat_map(|page| &page.placed).map(|placed| &placed.ink);
        inks.filter_map(|ink| if let Ink::Text(run) = ink { Some(run) } else { None })
            .any(|run| usize::from(run.face) == face)
    };
    let mut entries = String::from("<</Font<<");
    for (at, face) in shared.faces.iter().enumerate() {
        if let Some(face) = face.as_deref().filter(|_| used(at)) {
            let _ = write!(entries, "/{} {}", paint::font_name(at), font::write(face, file));
        }
    }
    entries.push_str(">>");
    let mut pictures: Vec<usize> = layout
        .pages
        .iter()
        .flat_map(|page| &page.placed)
        .filter_map(|placed| if let Ink::Picture { picture, .. } = placed.ink { Some(picture) } else { None })
        .collect();
    pictures.sort_unstable();
    pictures.dedup();
    if !pictures.is_empty() || !codes.is_empty() {
        entries.push_str("/XObject<<");
        for at in pictures {
            if let Some(picture) = shared.pictures.get(at) {
                let _ = write!(entries, "/{} {}", paint::picture_name(at), image::write(picture, file));
            }
        }
        for (at, modules) in codes.iter().enumerate() {
            let _ = write!(entries, "/{} {}", paint::code_name(at), code::write(modules, file));
        }
        entries.push_str(">>");
    }
    file.add(entries + ">>")
}

/// The nearest element at or above a node that is no text leaf.
pub(crate) fn element_of(tags: &TagTree, id: TagId) -> TagId {
    match tags.node(id) {
        Some(node) if node.tag == Tag::Text => node.parent.unwrap_or(TagId(0)),
        _ => id,
    }
}

/// The element of a mark.
pub(crate) fn content(mark: Mark) -> Option<TagId> {
    match mark {
        Mark::Content(id) => Some(id),
        Mark::Artifact(_) => None,
    }
}
