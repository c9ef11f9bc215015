//! What a finished sheet keeps: its text, its rules, its bytes.

mod support;

use hoerblatt_core::Document;
use hoerblatt_pdf::{FlyerOptions, Paper, Press, Theme, dump, sheet::SIZES, verify};
use std::{collections::BTreeMap, fs, path::Path};
use support::sample::Sample;

fn press(documents: &[(String, Document)], options: &FlyerOptions) -> Press {
    Press::new(documents.iter().map(|(_, d)| d), &support::fonts(), options).value.expect("a press")
}

fn options(name: &str) -> FlyerOptions {
    FlyerOptions { pictures: support::pictures(name, &support::publication(name)), ..FlyerOptions::default() }
}

/// Our own reader finds the document's words in the structure tree, once and in order, and every rule of the large-print table kept.
#[test]
fn every_sheet_says_its_document_and_keeps_the_rules() {
    for name in ["dortmund-2022", "musterstadt-2026"] {
        let documents = support::documents(&support::publication(name), &Sample);
        for paper in [Paper::A4, Paper::A5, Paper::Letter] {
            for (at, size_pt) in SIZES.into_iter().enumerate() {
                let theme = [Theme::BlackOnWhite, Theme::WhiteOnBlack, Theme::YellowOnBlack, Theme::City][at % 4];
                let options = FlyerOptions { paper, size_pt, theme, colour: Some("#00507d".into()), ..options(name) };
                let sheet = options.sheet(&mut Vec::new()).expect("a sheet");
                let press = press(&documents, &options);
                for (id, document) in documents.iter().skip(at).step_by(4) {
                    let pdf = press.flyer(document).value.expect("a flyer");
                    let findings = verify(&pdf.bytes, document, &sheet);
                    assert!(findings.is_empty(), "{name}/{id} {paper:?} {size_pt} {theme:?}: {findings:#?}");
                }
            }
        }
    }
}

/// The same bytes in any order and on any number of threads.
#[test]
fn bytes_do_not_depend_on_order_or_threads() {
    let documents = support::documents(&support::publication("musterstadt-2026"), &Sample);
    let options = options("musterstadt-2026");
    let first = press(&documents, &options);
    let forward: Vec<_> = documents.iter().map(|(_, d)| first.flyer(d).value).collect();
    let second = press(&documents, &options);
    let mut backward: Vec<_> = documents.iter().rev().map(|(_, d)| second.flyer(d).value).collect();
    backward.reverse();
    assert_eq!(forward, backward);
    let third = press(&documents, &options);
    let threaded: Vec<_> = std::thread::scope(|scope| {
        let handles: Vec<_> = documents.iter().map(|(_, d)| scope.spawn(|| third.flyer(d).value)).collect();
        handles.into_iter().map(|handle| handle.join().expect("no panic")).collect()
    });
    assert_eq!(forward, threaded);
}

/// Layout and tags as text, for reviewers; `UPDATE=1` writes them anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads and updates its goldens")]
fn layouts_are_as_reviewed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/pdf");
    let mut made: BTreeMap<String, String> = BTreeMap::new();
    for (name, ids) in [("dortmund-2022", ["innenstadt-nord", "hoerde"]), ("musterstadt-2026", ["nordufer", "alle"])] {
        let documents = support::documents(&support::publication(name), &Sample);
        let press = press(&documents, &options(name));
        for (id, document) in documents.iter().filter(|(id, _)| ids.contains(&id.as_str())) {
            let layout = press.layout(document).value.expect("a layout");
            made.insert(format!("{name}.{id}.pages.txt"), dump::pages(&layout));
            made.insert(format!("{name}.{id}.tags.txt"), dump::tags(&layout));
        }
    }
    assert!(made.len() >= 6, "districts that the goldens name are gone: {:?}", made.keys());
    let update = std::env::var_os("UPDATE").is_some();
    if update {
        fs::create_dir_all(&folder).expect("a folder for goldens");
    }
    for (name, text) in &made {
        let path = folder.join(name);
        if update {
            fs::write(&path, text).expect("a golden is written");
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        if let Some((at, (a, b))) = golden.lines().zip(text.lines()).enumerate().find(|(_, (a, b))| a != b) {
            panic!("{name}, line {}: golden “{a}”, now “{b}” (UPDATE=1 cargo test accepts it)", at + 1);
        }
        assert_eq!(
            golden.lines().count(),
            text.lines().count(),
            "{name}: length differs (UPDATE=1 cargo test accepts it)"
        );
    }
    for entry in fs::read_dir(&folder).expect("the goldens").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(made.contains_key(&name), "{name} is a golden that no test makes");
    }
}

/// Nothing of any language is added: every word of a sheet made with the pseudo-language is bracketed.
#[test]
fn no_word_comes_from_the_sheet() {
    let documents =
        support::documents(&support::publication("musterstadt-2026"), &hoerblatt_core::language::pseudo::Pseudo);
    let press = press(&documents, &options("musterstadt-2026"));
    for (id, document) in &documents {
        let layout = press.layout(document).value.expect("a layout");
        for line in dump::tags(&layout).lines().filter_map(|line| line.trim().strip_prefix('“')) {
            let mut depth = 0_usize;
            let naked: String = line
                .chars()
                .filter(|&c| {
                    depth = if c == '⟦' { depth + 1 } else { depth };
                    let outside = depth == 0;
                    depth = if c == '⟧' { depth.saturating_sub(1) } else { depth };
                    outside && c.is_alphanumeric()
                })
                .collect();
            assert!(naked.is_empty(), "{id}: “{naked}” in {line}");
        }
    }
}
