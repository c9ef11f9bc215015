//! `programme.toml`: the events.

use super::{Ids, city::CityIds, contact, place, word};
use crate::{
    Id,
    file::{DateOrTable, Table, Text},
    model::{Access, Admission, Event, Money, Programme, Registration, Status, When},
    rules,
};
use chrono::{NaiveDate, NaiveTime};

/// Reads the programme; an event that cannot stand is left out.
pub(super) fn read(file: &Table<'_>, city: &CityIds) -> Programme {
    let mut ids = Ids::new();
    let tables = file.tables("event");
    let mut events: Vec<Event> = tables.into_iter().filter_map(|table| event(table, city, &mut ids)).collect();
    events.sort_by_key(|event| event.when[0]);
    Programme { title: file.prose("title"), intro: file.prose("intro"), events }
}

fn event(table: Table<'_>, city: &CityIds, ids: &mut Ids<Event>) -> Option<Event> {
    let title = table.required_prose("title");
    let name = title.as_ref().map_or("", |title| title.text.as_str());
    let when = appointments(&table, name);
    let id = id(&table, name, when.as_deref(), ids);
    let districts = districts(&table, city);
    let place = place(&table);
    let description = table.prose("description");
    let admission = table.table("admission").and_then(admission);
    let registration = table.table("registration").map(|written| registration(written, city));
    let (access, status) = (access(&table), status(&table));
    let added = table.date("added").map(|(day, _)| day);
    let span = Some(table.span);
    // Everything is read and reported before anything decides that the event cannot stand.
    table.finish();
    let (id, title, when, districts) = (id?, title?, when?, districts?);
    Some(Event { id, title, when, districts, place, description, admission, registration, access, status, added, span })
}

/// The event's id as written, or one made from its first day and its title.
fn id(table: &Table<'_>, title: &str, when: Option<&[When]>, ids: &mut Ids<Event>) -> Option<Id<Event>> {
    if let Some(text) = table.text("id") {
        return ids.define(table, text);
    }
    let day = when?.first()?.date;
    let slug = slug(title);
    let base: String = format!("{day}-{slug}").chars().take(56).collect();
    let base = base.trim_end_matches('-');
    // Two events of one day with one title are told apart by a number.
    let free = |candidate: &String| Id::new(candidate).is_some_and(|id| !ids.0.contains_key(&id));
    let candidate = std::iter::once(base.to_owned()).chain((2..).map(|n| format!("{base}-{n}"))).find(free)?;
    ids.define(table, Text { text: candidate, span: table.span })
}

/// A title as an id: letters of the alphabet, digits, hyphens.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn districts(table: &Table<'_>, city: &CityIds) -> Option<Vec<Id<crate::model::District>>> {
    let mut written = table.texts("district");
    written.extend(table.texts("districts"));
    let named = written.len();
    let found: Vec<_> = written.into_iter().filter_map(|text| city.districts.resolve(table, text)).collect();
    // An event whose only district is unknown belongs nowhere; to show it to the whole city would be wrong.
    (named == 0 || !found.is_empty()).then_some(found)
}

/// All appointments in the order of time; `None` if there is none that can stand.
fn appointments(table: &Table<'_>, title: &str) -> Option<Vec<When>> {
    let own = Times { from: table.time("from"), until: table.time("until") };
    let mut all = Vec::new();
    let single = table.date("date");
    let until_date = table.date("until-date").map(|(day, _)| day);
    if let Some((date, _)) = single {
        all.extend(checked(table, title, date, until_date, own));
    }
    for entry in table.dates_or_tables("dates") {
        match entry {
            DateOrTable::Date(date, _) => all.extend(checked(table, title, date, None, own)),
            DateOrTable::Table(entry) => all.extend(appointment(entry, title, own)),
        }
    }
    if all.is_empty() && !table.has("date") && !table.has("dates") {
        table.report(rules::event_without_date(table.span, title));
    }
    all.sort();
    all.dedup();
    (!all.is_empty()).then_some(all)
}

#[derive(Clone, Copy)]
struct Times {
    from: Option<NaiveTime>,
    until: Option<NaiveTime>,
}

/// A table with `date`, `until-date`, `from`, `until`; times that it does not name are the event's.
fn appointment(entry: Table<'_>, title: &str, default: Times) -> Option<When> {
    entry.require("date");
    let date = entry.date("date").map(|(day, _)| day);
    let until_date = entry.date("until-date").map(|(day, _)| day);
    let has_own = entry.has("from");
    let own = Times { from: entry.time("from"), until: entry.time("until") };
    let when = checked(&entry, title, date?, until_date, if has_own || own.until.is_some() { own } else { default });
    entry.finish();
    when
}

fn checked(
    table: &Table<'_>,
    title: &str,
    date: NaiveDate,
    until_date: Option<NaiveDate>,
    times: Times,
) -> Option<When> {
    let until_date = until_date.filter(|&last| last != date);
    if let Some(last) = until_date.filter(|&last| last < date) {
        table.report(rules::event_ends_before_start(table.span_of("until-date"), title, date, last));
        return None;
    }
    match (times.from, times.until) {
        (None, Some(until)) => {
            table.report(rules::event_end_without_start(table.span_of("until"), title, until));
            return None;
        }
        (Some(from), Some(until)) if until <= from && until_date.is_none() => {
            table.report(rules::event_ends_before_start(table.span_of("until"), title, from, until));
            return None;
        }
        _ => {}
    }
    Some(When { date, until_date, from: times.from, until: times.until })
}

fn access(table: &Table<'_>) -> Vec<Access> {
    let mut all: Vec<Access> =
        table.texts("access").into_iter().filter_map(|text| word(table, text, "access", Access::ALL)).collect();
    let mut seen = Vec::new();
    all.retain(|access| {
        !seen.contains(access) && {
            seen.push(*access);
            true
        }
    });
    all
}

fn money(table: &Table<'_>, key: &'static str) -> Option<Money> {
    let Text { text, span } = table.number_or_text(key)?;
    let money = Money::parse(&text);
    if money.is_none() {
        table.report(rules::money_unsound(span, text));
    }
    money
}

fn admission(table: Table<'_>) -> Option<Admission> {
    let admission = Admission {
        price: money(&table, "price"),
        reduced: money(&table, "reduced"),
        free: table.boolean("free").unwrap_or(false),
        note: table.prose("note"),
    };
    table.finish();
    (admission.free || admission.price.is_some() || admission.note.is_some()).then_some(admission)
}

fn registration(table: Table<'_>, city: &CityIds) -> Registration {
    let registration = Registration {
        required: table.boolean("required").unwrap_or(true),
        until: table.date("until").map(|(day, _)| day),
        office: table.text("office").and_then(|text| city.offices.resolve(&table, text)),
        contact: contact(&table),
        note: table.prose("note"),
    };
    table.finish();
    registration
}

#[derive(Clone, Copy)]
enum StatusWord {
    Planned,
    Cancelled,
    Moved,
}

fn status(table: &Table<'_>) -> Status {
    const WORDS: &[(StatusWord, &str)] =
        &[(StatusWord::Planned, "planned"), (StatusWord::Cancelled, "cancelled"), (StatusWord::Moved, "moved")];
    let reason = table.prose("reason");
    let before = table.table("moved-from").map(|written| {
        let date = written.date("date").map(|(day, _)| day);
        let when = date.map(|date| When {
            date,
            until_date: written.date("until-date").map(|(day, _)| day),
            from: written.time("from"),
            until: written.time("until"),
        });
        let place = written.prose("place");
        written.finish();
        (when, place)
    });
    match table.text("status").and_then(|text| word(table, text, "status", WORDS)) {
        Some(StatusWord::Cancelled) => Status::Cancelled { reason },
        Some(StatusWord::Moved) => {
            let (from, from_place) = before.unwrap_or_default();
            Status::Moved { from, from_place }
        }
        Some(StatusWord::Planned) | None => Status::Planned,
    }
}
