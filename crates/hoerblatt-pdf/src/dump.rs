//! Pages and tags as text: what a reviewer reads instead of pixels, and what `hoerblatt show pages` and `show tags` print.

use crate::{
    layout::Layout,
    page::{Artifact, Ink, Mark, Page, Placed, Sign, TagId},
    tag::{Scope, Tag, TagTree},
};
use std::fmt::Write;

/// The pages: a line for each baseline with its place, size and text, and for everything else that is drawn.
pub fn pages(layout: &Layout) -> String {
    let mut out = String::new();
    for (at, page) in layout.pages.iter().enumerate() {
        let _ = writeln!(
            out,
            "page {} of {}, {:.0} × {:.0} pt",
            at + 1,
            layout.pages.len(),
            layout.sheet.width,
            layout.sheet.height
        );
        dump_page(page, &mut out);
    }
    out
}

fn dump_page(page: &Page, out: &mut String) {
    let mut rest = &page.placed[..];
    while let Some(first) = rest.first() {
        let Ink::Text(run) = &first.ink else {
            other(first, out);
            rest = &rest[1..];
            continue;
        };
        let same = |placed: &&Placed| matches!(&placed.ink, Ink::Text(r) if placed.y == first.y && r.size == run.size);
        let count = rest.iter().take_while(same).count();
        let text: String = rest[..count]
            .iter()
            .filter_map(|p| if let Ink::Text(r) = &p.ink { Some(r.text.as_str()) } else { None })
            .collect();
        let mark = if matches!(first.mark, Mark::Artifact(_)) { "  (artifact)" } else { "" };
        let _ =
            writeln!(out, "  {:6.1} {:6.1}  {:4.1} pt  {}{mark}", first.x, first.y, run.size, visible(text.trim_end()));
        rest = &rest[count..];
    }
}

fn other(placed: &Placed, out: &mut String) {
    let what = match &placed.ink {
        Ink::Bar { width, height, .. } => format!("bar {width:.1} × {height:.1}"),
        Ink::Frame { width, height, .. } => format!("frame {width:.1} × {height:.1}"),
        Ink::Picture { width, height, .. } => format!("picture {width:.1} × {height:.1}"),
        Ink::Code { modules, side } => format!("code of {} modules, {side:.1}", modules.side),
        Ink::Sign { sign, side, .. } => {
            let name = match sign {
                Sign::Tick => "tick",
                Sign::Wheelchair => "wheelchair",
                Sign::Stairs => "stairs",
                Sign::Lift => "lift",
                Sign::Waves => "waves",
                Sign::Cross => "cross",
                Sign::Arrow => "arrow",
            };
            format!("{name} {side:.1}")
        }
        Ink::Text(_) => String::new(),
    };
    let mark = match placed.mark {
        Mark::Content(_) => "",
        Mark::Artifact(Artifact::Background) => "  (background)",
        Mark::Artifact(_) => "  (artifact)",
    };
    let _ = writeln!(out, "  {:6.1} {:6.1}  [{what}]{mark}", placed.x, placed.y);
}

/// The structure tree, indented, with the text of its leaves.
pub fn tags(layout: &Layout) -> String {
    let mut texts = vec![String::new(); layout.tags.nodes.len()];
    for placed in layout.pages.iter().flat_map(|page| &page.placed) {
        if let (Mark::Content(TagId(id)), Ink::Text(run)) = (placed.mark, &placed.ink) {
            texts[id as usize].push_str(&run.text);
        }
    }
    let mut out = String::new();
    let mut depths: Vec<usize> = Vec::with_capacity(texts.len());
    for (node, text) in layout.tags.nodes.iter().zip(&texts) {
        let depth = node.parent.map_or(0, |TagId(up)| depths[up as usize] + 1);
        depths.push(depth);
        let _ = match &node.tag {
            Tag::Text => writeln!(out, "{:1$}“{2}”", "", depth * 2, visible(text)),
            tag => writeln!(out, "{:1$}{2}{3}", "", depth * 2, TagTree::name(tag), detail(tag)),
        };
    }
    out
}

fn detail(tag: &Tag) -> String {
    match tag {
        Tag::Sect(id) => format!(" {}", id.0),
        Tag::TH(Scope::Column) => " scope=column".to_owned(),
        Tag::TH(Scope::Row) => " scope=row".to_owned(),
        Tag::Figure { alt } => format!(" alt={alt:?}"),
        Tag::Link(target) => format!(" to={} ({})", target.address, target.purpose),
        Tag::Jump { page, .. } => format!(" to page {}", page + 1),
        Tag::Foreign(language) => format!(" lang={}", language.as_str()),
        Tag::Expansion(expansion) => format!(" stands for {expansion:?}"),
        _ => String::new(),
    }
}

/// Invisible signs shown: `~` a no-break space, `¬` a hyphen that a line end added.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{a0}' | '\u{202f}' => '~',
            '\u{ad}' => '¬',
            other => other,
        })
        .collect()
}
