//! Events and the table of all dates.

use super::{
    calendar,
    contact::{contact_facts, fact, place_facts},
    prose::{Composer, flat},
    section,
};
use crate::{
    Block, Date, EventData, Fact, FactKind, Form, Inline, Label, Role, Section, Sentence, StatusKind, Style, Table,
    TableRow, Value,
    model::{Admission, Contact, District, Event, Id, Registration, Status, When},
};
use std::{collections::BTreeMap, sync::Arc};

/// A longer table fills more than five pages of large print; the sheet then says where all dates are.
const MOST_ROWS: usize = 100;

/// An event, composed once in the two ways in which it is shown.
#[derive(Debug)]
pub(super) struct ComposedEvent<'p> {
    pub(super) event: &'p Event,
    /// With its districts named: in the whole programme.
    pub(super) with_districts: Arc<Section>,
    /// Without the district where it is the only one: on that district's own sheet.
    pub(super) for_district: Arc<Section>,
}

type DistrictNames = BTreeMap<Id<District>, Form>;

/// Composes one event.
pub(super) fn event<'p>(
    composer: &Composer<'_>,
    event: &'p Event,
    new: bool,
    names: &DistrictNames,
) -> ComposedEvent<'p> {
    let heading = composer.inlines(&event.title);
    let mut facts = Vec::new();
    facts.extend(status(composer, &event.status));
    if new {
        facts.push(fact(composer, FactKind::New, vec![composer.sentence(Label::New)]));
    }
    facts.extend(appointments(composer, &event.when));
    let districts = fact(composer, FactKind::Districts, vec![districts(composer, event, names)]);
    let place_in_order = facts.len();
    facts.extend(event.place.iter().flat_map(|place| place_facts(composer, place)));
    if !event.access.is_empty() {
        let kinds = event.access.iter().map(|&access| composer.sentence(Label::Access { access }));
        facts.push(fact(composer, FactKind::Access, kinds.collect()));
    }
    facts.extend(event.admission.iter().map(|a| fact(composer, FactKind::Admission, admission(composer, a))));
    let contact = registration_contact(composer, event.registration.as_ref());
    if let Some(written) = &event.registration {
        facts.push(fact(composer, FactKind::Registration, registration(composer, written)));
        facts.extend(contact_facts(composer, &contact, &flat(&heading)));
    }
    let mut blocks = event.description.iter().flat_map(|text| composer.blocks(text)).collect::<Vec<_>>();
    if composer.publication.settings.web.base.is_none() {
        blocks.extend(calendar::code(composer, event, &flat(&heading)).map(Block::Code));
    }
    let data = EventData {
        event: event.id.clone(),
        title: flat(&heading),
        when: event.when.clone(),
        districts: event.districts.clone(),
        place: event.place.clone(),
        admission: event.admission.clone(),
        access: event.access.clone(),
        status: kind(&event.status),
        new,
        phone: contact.phone,
    };
    let with_facts = |facts: Vec<Fact>| {
        let blocks = std::iter::once(Block::Facts(facts)).chain(blocks.iter().cloned()).collect();
        let role = Role::Event(Box::new(data.clone()));
        Arc::new(Section {
            heading: heading.clone(),
            blocks,
            span: event.span,
            ..section(format!("programme/{}", event.id), role)
        })
    };
    let mut all = facts.clone();
    all.insert(place_in_order, districts);
    let with_districts = with_facts(all);
    let for_district = if event.districts.len() == 1 { with_facts(facts) } else { Arc::clone(&with_districts) };
    ComposedEvent { event, with_districts, for_district }
}

fn kind(status: &Status) -> StatusKind {
    match status {
        Status::Planned => StatusKind::Planned,
        Status::Cancelled { .. } => StatusKind::Cancelled,
        Status::Moved { .. } => StatusKind::Moved,
    }
}

fn status(composer: &Composer<'_>, status: &Status) -> Option<Fact> {
    let label = match status {
        Status::Planned => return None,
        Status::Cancelled { reason } => Label::Cancelled { reason: reason.as_ref().map(|r| composer.form(r)) },
        Status::Moved { from, from_place } => {
            Label::Moved { date: from.map(|when| when.date), place: from_place.as_ref().map(|p| composer.form(p)) }
        }
    };
    Some(fact(composer, FactKind::Status, vec![composer.sentence(label)]))
}

/// Days and times; a time that all days of a series share is told once, after them.
fn appointments(composer: &Composer<'_>, all: &[When]) -> Vec<Fact> {
    let time_of = |when: &When| (when.from, when.until);
    let shared = all.len() > 1 && all.iter().all(|when| time_of(when) == time_of(&all[0]));
    let one = |inline| vec![Sentence(vec![inline])];
    let mut facts = Vec::new();
    for (number, when) in all.iter().enumerate() {
        facts.push(fact(composer, FactKind::Date, one(composer.value(day(when), Style::Card))));
        let Some(time) = time(when) else { continue };
        let last = number + 1 == all.len();
        if shared && last {
            let each = Label::Each { time: composer.value_form(&time, Style::Card) };
            facts.push(fact(composer, FactKind::Time, vec![composer.sentence(each)]));
        } else if !shared {
            facts.push(fact(composer, FactKind::Time, one(composer.value(time, Style::Card))));
        }
    }
    facts
}

fn day(when: &When) -> Value {
    let first = Date::with_weekday(when.date);
    when.until_date.map_or(Value::Date(first), |last| Value::Dates(first, Date::with_weekday(last)))
}

fn time(when: &When) -> Option<Value> {
    let from = when.from?;
    Some(when.until.map_or(Value::Time(from), |until| Value::Times(from, until)))
}

fn districts(composer: &Composer<'_>, event: &Event, names: &DistrictNames) -> Sentence {
    let own: Vec<Form> = event.districts.iter().filter_map(|id| names.get(id)).cloned().collect();
    composer.sentence(if own.is_empty() { Label::WholeCity } else { Label::Joined { names: own } })
}

fn admission(composer: &Composer<'_>, admission: &Admission) -> Vec<Sentence> {
    let price = admission.price.map(|price| Label::Price { price, reduced: admission.reduced });
    let told = if admission.free { Some(Label::Free) } else { price };
    let mut content: Vec<Sentence> = told.into_iter().map(|label| composer.sentence(label)).collect();
    content.extend(admission.note.iter().flat_map(|note| composer.paragraph(note)));
    content
}

fn registration(composer: &Composer<'_>, registration: &Registration) -> Vec<Sentence> {
    let office = registration.office.as_ref().and_then(|id| composer.publication.office(id));
    let label = Label::Registration {
        required: registration.required,
        until: registration.until,
        office: office.map(|office| composer.form(&office.name)),
    };
    let mut content = vec![composer.sentence(label)];
    content.extend(registration.note.iter().flat_map(|note| composer.paragraph(note)));
    content
}

/// Where to register: as written, else the office's own contact.
fn registration_contact(composer: &Composer<'_>, registration: Option<&Registration>) -> Contact {
    let Some(registration) = registration else { return Contact::default() };
    let office = registration.office.as_ref().and_then(|id| composer.publication.office(id));
    match office {
        Some(office) if registration.contact.is_empty() => Contact { person: None, ..office.contact.clone() },
        _ => registration.contact.clone(),
    }
}

/// The table of all dates; where it would be too long for paper, a sentence says so.
pub(super) fn overview(
    composer: &Composer<'_>,
    events: &[ComposedEvent<'_>],
    names: &DistrictNames,
) -> Option<Arc<Section>> {
    (events.len() > 1).then_some(())?;
    let rows: usize = events.iter().map(|e| e.event.when.len()).sum();
    let block = if rows > MOST_ROWS {
        Block::Paragraph(vec![composer.sentence(Label::OverviewElsewhere { count: rows as u64 })])
    } else {
        Block::Table(table(composer, events, names))
    };
    Some(Arc::new(Section {
        heading: vec![composer.label(Label::Overview)],
        blocks: vec![block],
        ..section("overview", Role::Overview)
    }))
}

fn table(composer: &Composer<'_>, events: &[ComposedEvent<'_>], names: &DistrictNames) -> Table {
    let timed = events.iter().any(|e| e.event.when.iter().any(|when| when.from.is_some()));
    let mut columns = vec![Label::ColumnDate];
    columns.extend(timed.then_some(Label::ColumnTime));
    columns.extend([Label::ColumnDistrict, Label::ColumnTitle]);
    let mut rows: Vec<(When, TableRow)> = Vec::new();
    for composed in events {
        for when in &composed.event.when {
            let mut cells = vec![vec![composer.value(day(when), Style::Table)]];
            if timed {
                cells.push(time(when).map(|time| composer.value(time, Style::Table)).into_iter().collect());
            }
            cells.push(districts(composer, composed.event, names).0);
            cells.push(title(composer, composed));
            rows.push((*when, TableRow { event: Some(composed.event.id.clone()), cells }));
        }
    }
    rows.sort_by_key(|(when, _)| *when);
    Table {
        caption: composer.wording.say(Label::OverviewCaption),
        columns: columns.into_iter().map(|label| composer.wording.say(label)).collect(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}

/// The title, with what changed before it.
fn title(composer: &Composer<'_>, composed: &ComposedEvent<'_>) -> Vec<Inline> {
    let mark = match kind(&composed.event.status) {
        StatusKind::Planned => None,
        StatusKind::Cancelled => Some(Label::CellCancelled),
        StatusKind::Moved => Some(Label::CellMoved),
    };
    let space = Inline::Text(Form { written: " ".into(), ..Form::default() });
    let mut cell: Vec<Inline> =
        mark.into_iter().flat_map(|label| [Inline::Strong(vec![composer.label(label)]), space.clone()]).collect();
    cell.extend(composed.with_districts.heading.iter().cloned());
    cell
}
