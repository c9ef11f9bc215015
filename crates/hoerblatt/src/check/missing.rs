//! What a reader or caller needs and does not find.

use crate::rules;
use hoerblatt_core::{
    Diagnostic,
    model::{Access, Event, Image, Publication, Status},
};

pub(super) fn check(publication: &Publication, findings: &mut Vec<Diagnostic>) {
    for event in &publication.programme.events {
        if !matches!(event.status, Status::Cancelled { .. }) {
            of_event(event, publication, findings);
        }
    }
    if let Some(image) = &publication.article.image {
        of_image(image, findings);
    }
    for office in publication.offices.iter().filter(|office| office.contact.phone.is_none()) {
        findings.push(rules::office_without_phone(office.name.span.or(office.span), office.name.text.as_str()));
    }
    for link in publication.article.links.iter().filter(|link| link.address.is_none()) {
        findings.push(rules::link_without_address(link.text.span.or(link.span), link.text.text.as_str()));
    }
    for district in &publication.districts {
        let has_event = |event: &Event| event.districts.is_empty() || event.districts.contains(&district.id);
        if !publication.programme.events.iter().any(has_event) {
            findings
                .push(rules::district_without_event(district.name.span.or(district.span), district.name.text.as_str()));
        }
    }
    if publication.imprint.is_none() {
        findings.push(rules::no_imprint(None));
    }
    if !has_phone(publication) {
        findings.push(rules::no_phone(None));
    }
}

fn of_event(event: &Event, publication: &Publication, findings: &mut Vec<Diagnostic>) {
    let (at, title) = (event.title.span.or(event.span), event.title.text.as_str());
    if event.when.iter().any(|when| when.from.is_none()) {
        findings.push(rules::event_without_time(at, title));
    }
    if event.place.is_none() {
        findings.push(rules::event_without_place(at, title));
    }
    if !event.access.iter().any(|access| matches!(access, Access::StepFree | Access::Lift | Access::Steps)) {
        findings.push(rules::event_without_access(at, title));
    }
    if event.admission.is_none() {
        findings.push(rules::event_without_price(at, title));
    }
    let reachable = event.registration.as_ref().is_none_or(|registration| {
        let office = registration.office.as_ref().and_then(|id| publication.office(id));
        !registration.contact.is_empty() || office.is_some_and(|office| !office.contact.is_empty())
    });
    if !reachable {
        findings.push(rules::registration_without_contact(at, title));
    }
}

fn of_image(image: &Image, findings: &mut Vec<Diagnostic>) {
    if says_nothing(&image.alt.text) {
        findings.push(rules::alt_says_nothing(image.alt.span.or(image.span), image.alt.text.as_str()));
    }
    if image.credit.is_none() {
        findings.push(rules::picture_without_credit(image.span));
    }
    if image.licence.is_none() {
        findings.push(rules::picture_without_licence(image.span));
    }
}

/// A file name or a single word such as "Bild" or "Foto 1" tells nobody what there is to see.
fn says_nothing(alt: &str) -> bool {
    let is_file =
        [".jpg", ".jpeg", ".png", ".svg", ".webp", ".gif"].iter().any(|ending| alt.to_lowercase().ends_with(ending));
    let words = alt.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    is_file || words < 2
}

fn has_phone(publication: &Publication) -> bool {
    let settings = &publication.settings.phone;
    let of_event =
        |event: &Event| event.registration.as_ref().is_some_and(|registration| registration.contact.phone.is_some());
    settings.number.is_some()
        || settings.operator.is_some()
        || publication.imprint.as_ref().is_some_and(|imprint| imprint.contact.phone.is_some())
        || publication.offices.iter().any(|office| office.contact.phone.is_some())
        || publication.programme.events.iter().any(of_event)
}
