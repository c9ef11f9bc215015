//! The HTML twins: a page per district and one for the whole, each with its calendar and plain text beside it.

use super::{Output, Work};
use hoerblatt_core::{
    Diagnostic, Document,
    model::{District, Id},
};
use hoerblatt_web::{CalendarOptions, PageOptions, Picture, TextOptions, calendar, page, text};
use std::collections::BTreeMap;

/// The page of one district.
pub(super) fn district(work: &Work<'_>, district: &Id<District>) -> Vec<Diagnostic> {
    let Some(document) = work.documents.get(district) else { return Vec::new() };
    let flyer = format!("flyers/{district}.pdf");
    let options = PageOptions {
        flyer: work.will_be_there(&flyer, Output::Flyers).then(|| format!("../{flyer}")),
        whole: Some("index.html".to_owned()),
        ..options(work, district.as_str())
    };
    write(work, document, district.as_str(), Some(district), &options)
}

/// The page of the whole publication, and the pictures that all pages show.
pub(super) fn whole(work: &Work<'_>) -> Vec<Diagnostic> {
    let districts = work.composition.districts.iter().map(|(id, name)| (name.clone(), format!("{id}.html"))).collect();
    let options = PageOptions { districts, ..options(work, "index") };
    let mut findings = write(work, &work.composition.whole(), "index", None, &options);
    for (path, bytes) in &work.project.pictures {
        let place = format!("web/{}", path_in_url(path));
        findings.extend(work.stage.write(&place, bytes, Output::Web, None).err());
    }
    findings
}

fn options(work: &Work<'_>, name: &str) -> PageOptions {
    let base = work.publication.settings.web.base.as_deref();
    PageOptions {
        text: Some(format!("{name}.txt")),
        calendar: Some(format!("{name}.ics")),
        address: base.map(|base| format!("{base}{name}.html")),
        pictures: pictures(work),
        ..PageOptions::default()
    }
}

fn write(
    work: &Work<'_>,
    document: &Document,
    name: &str,
    district: Option<&Id<District>>,
    options: &PageOptions,
) -> Vec<Diagnostic> {
    let settings = &work.publication.settings;
    let usual = CalendarOptions::default();
    let calendar_options = CalendarOptions {
        zone: settings.phone.time_zone.clone().unwrap_or(usual.zone),
        domain: settings.web.base.as_deref().and_then(host).map(str::to_owned),
        address: options.address.clone(),
    };
    let files = [
        ("html", page(document, options)),
        ("ics", calendar(document, &calendar_options)),
        ("txt", text(document, &TextOptions::default())),
    ];
    let district = district.map(Id::as_str);
    let write = |(ending, content): &(&str, String)| {
        work.stage.write(&format!("web/{name}.{ending}"), content.as_bytes(), Output::Web, district).err()
    };
    files.iter().filter_map(write).collect()
}

fn host(address: &str) -> Option<&str> {
    address.split_once("://")?.1.split('/').next()
}

fn path_in_url(path: &std::path::Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn pictures(work: &Work<'_>) -> BTreeMap<std::path::PathBuf, Picture> {
    let picture = |(path, bytes): (&std::path::PathBuf, &std::sync::Arc<[u8]>)| {
        let (width, height) = size(bytes)?;
        Some((path.clone(), Picture { address: path_in_url(path), width, height }))
    };
    work.project.pictures.iter().filter_map(picture).collect()
}

/// Width and height of a PNG or JPEG file, in pixels, from its header.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize, length: usize| {
        bytes.get(at..at + length).map(|part| part.iter().fold(0_u32, |sum, &byte| sum << 8 | u32::from(byte)))
    };
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((number(16, 4)?, number(20, 4)?));
    }
    if !bytes.starts_with(&[0xFF, 0xD8]) {
        return None;
    }
    // JPEG: from segment to segment until the frame header, which holds the size (ITU T.81, B.2.2).
    let mut at = 2;
    loop {
        let marker = number(at, 2)?;
        let frame = matches!(marker, 0xFFC0..=0xFFCF) && !matches!(marker, 0xFFC4 | 0xFFC8 | 0xFFCC);
        if frame {
            return Some((number(at + 7, 2)?, number(at + 5, 2)?));
        }
        let length = number(at + 2, 2)?;
        if marker >> 8 != 0xFF || length < 2 {
            return None;
        }
        at += 2 + length as usize;
    }
}
