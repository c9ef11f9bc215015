//! Offices, imprint, and the ways to reach somebody.

use super::{prose::Composer, section};
use crate::{
    Block, CodePurpose, Fact, FactKind, Form, Inline, Label, OfficeData, QrCode, Role, Section, Sentence, Style,
    Target, Value,
    model::{Contact, Id, Office, PhoneNumber, Place, Prose},
};
use std::{collections::BTreeMap, sync::Arc};

/// Country code put in place of a leading zero, where the publication names none.
const GERMANY: &str = "49";

/// Every office as a section of its own.
pub(super) fn offices(composer: &Composer<'_>) -> BTreeMap<Id<Office>, Arc<Section>> {
    let offices = composer.publication.offices.iter();
    offices.map(|office| (office.id.clone(), Arc::new(self::office(composer, office)))).collect()
}

fn office(composer: &Composer<'_>, office: &Office) -> Section {
    let mut facts = Vec::new();
    facts.extend(office.carrier.iter().map(|carrier| fact(composer, FactKind::Carrier, composer.paragraph(carrier))));
    facts.extend(office.place.iter().flat_map(|place| place_facts(composer, place)));
    let name = composer.form(&office.name);
    facts.extend(contact_facts(composer, &office.contact, &name));
    if !office.hours.is_empty() {
        let hour = |hours| Sentence(vec![composer.value(Value::Hours(hours), Style::Card)]);
        facts.push(fact(composer, FactKind::Hours, office.hours.iter().copied().map(hour).collect()));
    }
    let mut blocks = vec![Block::Facts(facts)];
    blocks.extend(office.contact.phone.iter().map(|phone| Block::Code(call_code(composer, phone))));
    let data = OfficeData {
        office: office.id.clone(),
        name,
        phone: office.contact.phone.clone(),
        hours: office.hours.clone(),
        districts: served(composer, office),
    };
    Section {
        heading: composer.inlines(&office.name),
        blocks,
        span: office.span,
        ..section(format!("offices/{}", office.id), Role::Office(Box::new(data)))
    }
}

fn served(composer: &Composer<'_>, office: &Office) -> Vec<Id<crate::model::District>> {
    let publication = composer.publication;
    let serves = |id: &Id<_>| publication.office_of(id).is_some_and(|other| other.id == office.id);
    publication.districts.iter().map(|d| d.id.clone()).filter(serves).collect()
}

/// A fact with its label.
pub(super) fn fact(composer: &Composer<'_>, kind: FactKind, content: Vec<Sentence>) -> Fact {
    Fact { kind, label: composer.wording.say(Label::Fact { kind }), content }
}

/// The venue with room and address, then how to get there.
pub(super) fn place_facts(composer: &Composer<'_>, place: &Place) -> Vec<Fact> {
    let mut content = vec![Sentence(composer.inlines(&place.name))];
    content.extend(place.room.iter().map(|room| Sentence(composer.inlines(room))));
    let address = place.address.iter().map(|address| composer.value(Value::Address(address.clone()), Style::Card));
    content.extend(address.map(|address| Sentence(vec![address])));
    let mut facts = vec![fact(composer, FactKind::Place, content)];
    let directions = place.directions.iter().map(|text| fact(composer, FactKind::Directions, composer.paragraph(text)));
    facts.extend(directions);
    facts
}

/// Person, telephone, mail, web: each as a link that tells what it does. `whom` is named in the links' purposes.
pub(super) fn contact_facts(composer: &Composer<'_>, contact: &Contact, whom: &Form) -> Vec<Fact> {
    let say = |label| composer.wording.say(label).written;
    let link = |kind, address: String, purpose: String, value| {
        let text = vec![composer.value(value, Style::Card)];
        fact(composer, kind, vec![Sentence(vec![Inline::Link(Target { address, purpose }, text)])])
    };
    let mut facts = Vec::new();
    facts.extend(
        contact.person.iter().map(|person: &Prose| fact(composer, FactKind::Person, composer.paragraph(person))),
    );
    if let Some(phone) = &contact.phone {
        let purpose = say(Label::PurposeCall { name: whom.clone() });
        facts.push(link(FactKind::Phone, dial(composer, phone), purpose, Value::Phone(phone.clone())));
    }
    if let Some(email) = &contact.email {
        let purpose = say(Label::PurposeMail { name: whom.clone() });
        facts.push(link(FactKind::Email, format!("mailto:{email}"), purpose, Value::Email(email.clone())));
    }
    if let Some(web) = &contact.web {
        let purpose = say(Label::PurposeWeb { name: whom.clone() });
        facts.push(link(FactKind::Web, web.clone(), purpose, Value::Web(web.clone())));
    }
    facts
}

fn dial(composer: &Composer<'_>, phone: &PhoneNumber) -> String {
    let country = composer.publication.settings.phone.country.as_deref().unwrap_or(GERMANY);
    format!("tel:{}", phone.dialled(country))
}

fn call_code(composer: &Composer<'_>, phone: &PhoneNumber) -> QrCode {
    let text = vec![composer.sentence(Label::CodeCall { phone: phone.clone() })];
    QrCode { purpose: CodePurpose::Call, payload: dial(composer, phone), text }
}

/// Who is responsible, with the code that opens the publication's page.
pub(super) fn imprint(composer: &Composer<'_>) -> Option<Arc<Section>> {
    let imprint = composer.publication.imprint.as_ref()?;
    let mut blocks = composer.blocks(&imprint.text);
    let facts = contact_facts(composer, &imprint.contact, &composer.form(&composer.publication.title));
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    if let Some(base) = &composer.publication.settings.web.base {
        let address = composer.value_form(&Value::Web(base.clone()), Style::Card);
        let text = vec![composer.sentence(Label::CodeWeb { address })];
        blocks.push(Block::Code(QrCode { purpose: CodePurpose::Web, payload: base.clone(), text }));
    }
    Some(Arc::new(Section {
        heading: vec![composer.label(Label::Imprint)],
        blocks,
        span: imprint.text.span,
        ..section("imprint", Role::Imprint)
    }))
}
