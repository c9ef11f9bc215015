//! Outside judges: PDF/UA-1 and PDF/A-2a by `page_validation`, over papers, sizes, themes and districts of both publications.

mod support;

use hoerblatt_pdf::{FlyerOptions, Paper, Press, Theme};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use support::sample::Sample;

fn judge(bytes: &[u8], what: &str) {
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(bytes, &options).unwrap_or_else(|error| panic!("{what}: {error:?}"));
        assert!(report.failures.is_empty(), "{what}: {:#?}", report.failures);
    }
}

#[test]
fn every_flyer_is_pdf_ua_and_pdf_a() {
    for name in ["dortmund-2022", "musterstadt-2026"] {
        let publication = support::publication(name);
        let documents = support::documents(&publication, &Sample);
        let pictures = support::pictures(name, &publication);
        let options = FlyerOptions { pictures, ..FlyerOptions::default() };
        let press = Press::new(documents.iter().map(|(_, d)| d), &support::fonts(), &options).value.expect("a press");
        for (id, document) in &documents {
            let pdf = press.flyer(document).value.expect("a flyer");
            judge(&pdf.bytes, &format!("{name}/{id}"));
        }
    }
}

/// Each paper with each size and each theme at least once.
#[test]
fn every_paper_size_and_theme_is_pdf_ua_and_pdf_a() {
    let publication = support::publication("musterstadt-2026");
    let documents = support::documents(&publication, &Sample);
    let papers = [Paper::A4, Paper::A5, Paper::Letter];
    let themes = [Theme::BlackOnWhite, Theme::WhiteOnBlack, Theme::YellowOnBlack, Theme::City];
    for (at, size_pt) in [16.0, 18.0, 20.0, 24.0, 28.0].into_iter().enumerate() {
        for (other, paper) in papers.into_iter().enumerate() {
            let theme = themes[(at + other) % themes.len()];
            let options = FlyerOptions {
                size_pt,
                paper,
                theme,
                colour: Some("#00507d".to_owned()),
                pictures: support::pictures("musterstadt-2026", &publication),
                ..FlyerOptions::default()
            };
            let (id, document) = &documents[(at * 3 + other) % documents.len()];
            let pdf = hoerblatt_pdf::flyer(document, &support::fonts(), &options).value.expect("a flyer");
            judge(&pdf.bytes, &format!("{id} {size_pt} {paper:?} {theme:?}"));
        }
    }
}
