//! Events on pages: none is split that fits on one, however many there are.

mod support;

use hoerblatt_core::model::Id;
use hoerblatt_pdf::{
    FlyerOptions, Layout, Paper, Press,
    page::{Ink, Mark, TagId},
    tag::Tag,
    verify,
};
use std::collections::{BTreeMap, BTreeSet};
use support::sample::Sample;

/// For each event: on which pages it stands, with the least and the greatest baseline there.
fn events(layout: &Layout) -> BTreeMap<TagId, BTreeMap<usize, (f32, f32)>> {
    let is_event = |tag: &Tag| matches!(tag, Tag::Sect(id) if id.0.starts_with("programme/"));
    let event_of = |mut at: TagId| loop {
        let node = layout.tags.node(at)?;
        if is_event(&node.tag) {
            return Some(at);
        }
        at = node.parent?;
    };
    let mut found: BTreeMap<TagId, BTreeMap<usize, (f32, f32)>> = BTreeMap::new();
    for (page, placed) in
        layout.pages.iter().enumerate().flat_map(|(at, page)| page.placed.iter().map(move |p| (at, p)))
    {
        let (Mark::Content(leaf), Ink::Text(_)) = (placed.mark, &placed.ink) else { continue };
        if let Some(event) = event_of(leaf) {
            let (top, bottom) = found.entry(event).or_default().entry(page).or_insert((placed.y, placed.y));
            (*top, *bottom) = (top.min(placed.y), bottom.max(placed.y));
        }
    }
    found
}

#[test]
fn an_event_that_fits_on_a_page_is_never_split() {
    let mut publications: Vec<_> = (1..=3).map(|seed| support::corpus::publication(seed, 12)).collect();
    publications.push(support::publication("musterstadt-2026"));
    let (mut whole, mut split) = (0, 0);
    for publication in &publications {
        let documents = support::documents(publication, &Sample);
        for (paper, size_pt) in [(Paper::A4, 18.0), (Paper::A5, 20.0), (Paper::Letter, 28.0)] {
            let options = FlyerOptions { paper, size_pt, ..FlyerOptions::default() };
            let press =
                Press::new(documents.iter().map(|(_, d)| d), &support::fonts(), &options).value.expect("a press");
            for (id, document) in &documents {
                let layout = press.layout(document).value.expect("a layout");
                for (at, (event, pages)) in events(&layout).into_iter().enumerate() {
                    if pages.len() == 1 {
                        whole += 1;
                        continue;
                    }
                    split += 1;
                    // Between its first and last baseline on each page it needs at least this; rule, paddings and gaps come on top.
                    let height: f32 = pages.values().map(|(top, bottom)| bottom - top).sum();
                    let mut least = layout.sheet.content_height() - 6.0 * layout.sheet.blank();
                    // The heading of all events stays with the first.
                    least -= if at == 0 { 5.0 * layout.sheet.blank() } else { 0.0 };
                    assert!(height > least, "{id} {paper:?} {size_pt}: {event:?} is split over {pages:?}");
                }
            }
        }
    }
    assert!(whole > 200 && split > 0, "{whole} whole, {split} split: both kinds must occur");
}

#[test]
fn two_thousand_events_and_none() {
    let mut publication = support::corpus::publication(5, 2);
    let some = std::mem::take(&mut publication.programme.events);
    let sound = |publication: &hoerblatt_core::model::Publication| {
        let documents = support::documents(publication, &Sample);
        let (_, document) = documents.iter().find(|(id, _)| id == "d0").expect("the district");
        let options = FlyerOptions::default();
        let printed = hoerblatt_pdf::flyer(document, &support::fonts(), &options);
        let pdf = printed.value.expect("a flyer");
        let sheet = options.sheet(&mut Vec::new()).expect("a sheet");
        let broken = verify(&pdf.bytes, document, &sheet);
        assert!(broken.is_empty(), "{broken:#?}");
        pdf.pages
    };
    assert!(sound(&publication) >= 1);

    publication.programme.events = (0..2000)
        .map(|number| {
            let mut event = some[number % some.len()].clone();
            event.id = Id::new(&format!("e{number}")).expect("an id");
            event.districts = vec![Id::new("d0").expect("an id")];
            event
        })
        .collect();
    assert!(sound(&publication) > 500);
}

/// On the smallest sheet in the largest type a card is taller than a page, and yet no title is torn from itself.
#[test]
fn no_heading_is_split_over_pages() {
    let publication = support::publication("musterstadt-2026");
    let documents = support::documents(&publication, &Sample);
    let options = FlyerOptions { paper: Paper::A5, size_pt: 28.0, ..FlyerOptions::default() };
    let press = Press::new(documents.iter().map(|(_, d)| d), &support::fonts(), &options).value.expect("a press");
    let mut headings = 0;
    for (id, document) in &documents {
        let layout = press.layout(document).value.expect("a layout");
        let mut pages_of: BTreeMap<TagId, BTreeSet<usize>> = BTreeMap::new();
        for (at, page) in layout.pages.iter().enumerate() {
            for placed in &page.placed {
                let Mark::Content(leaf) = placed.mark else { continue };
                let parent = layout.tags.node(leaf).and_then(|node| node.parent);
                let heading =
                    parent.filter(|&up| layout.tags.node(up).is_some_and(|n| matches!(n.tag, Tag::Heading(_))));
                if let Some(heading) = heading {
                    pages_of.entry(heading).or_default().insert(at);
                }
            }
        }
        headings += pages_of.len();
        for pages in pages_of.values() {
            assert_eq!(pages.len(), 1, "{id}: a heading stands on pages {:?}", pages);
        }
    }
    assert!(headings > 100);
}
