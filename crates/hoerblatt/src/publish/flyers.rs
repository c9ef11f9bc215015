//! A district's flyer.

use super::{Output, Work};
use crate::load::Pictures;
use hoerblatt_core::{
    Diagnostic, Document, Form,
    model::{District, Id, Publication},
};
use hoerblatt_pdf::{FlyerOptions, Fonts, HyphenPolicy, Logo, Paper, Press, Theme};

/// A press for all documents of a publication; what they share is made once.
pub(crate) fn press<'d>(
    documents: impl IntoIterator<Item = &'d Document> + Clone,
    options: &FlyerOptions,
    findings: &mut Vec<Diagnostic>,
) -> Option<Press> {
    Press::new(documents, &fonts(), options).report_to(findings)
}

pub(super) fn make(work: &Work<'_>, district: &Id<District>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let (Some(press), Some(document)) = (&work.press, work.documents.get(district)) else { return findings };
    if let Some(pdf) = press.flyer(document).report_to(&mut findings) {
        work.write(&format!("flyers/{district}.pdf"), &pdf.bytes, Output::Flyers, district, &mut findings);
    }
    findings
}

/// The bundled typefaces.
pub fn fonts() -> Fonts<'static> {
    let family = |family: &hoerblatt_fonts::Family| hoerblatt_pdf::Family {
        name: family.name,
        regular: family.regular,
        bold: family.bold,
    };
    Fonts { families: hoerblatt_fonts::FAMILIES.iter().map(family).collect() }
}

/// How a publication wants its flyers.
pub fn options(publication: &Publication, pictures: &Pictures) -> FlyerOptions {
    let print = &publication.settings.print;
    let usual = FlyerOptions::default();
    FlyerOptions {
        size_pt: print.size.map_or(usual.size_pt, |size| size as f32),
        paper: print.paper.as_deref().and_then(Paper::parse).unwrap_or(usual.paper),
        theme: print.theme.as_deref().and_then(Theme::parse).unwrap_or(usual.theme),
        colour: print.colour.clone(),
        max_pages: print.max_pages,
        hyphen: if print.hyphen.as_deref() == Some("plain") { HyphenPolicy::Plain } else { usual.hyphen },
        logo: print
            .logo
            .as_ref()
            .map(|logo| Logo { file: logo.file.clone(), alt: Form::plain(logo.alt.text.as_str()) }),
        pictures: pictures.iter().map(|(path, bytes)| (path.clone(), bytes.to_vec())).collect(),
    }
}
