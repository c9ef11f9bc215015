//! `districts.toml`, `offices.toml`, `lexicon.toml`: what a city has besides the article.

use super::{Ids, contact, place, word};
use crate::{
    Id,
    file::{Table, Text},
    model::{
        District, DistrictGroup, LanguageTag, Lexicon, LexiconEntry, LexiconForm, Office, OpeningHours, Prose, Reading,
        WeekdayOrd,
    },
    rules,
};
use chrono::Weekday;

/// Ids of districts and offices, for the references of events.
pub(super) struct CityIds {
    pub(super) districts: Ids<District>,
    pub(super) offices: Ids<Office>,
}

/// Reads offices first, because districts name them, then districts, then what offices say of districts.
pub(super) fn read(
    districts: &Table<'_>,
    offices: Option<&Table<'_>>,
) -> (Vec<District>, Vec<DistrictGroup>, Vec<Office>, CityIds) {
    let mut ids = CityIds { districts: Ids::new(), offices: Ids::new() };
    let office_tables: Vec<Table<'_>> = offices.map(|file| file.tables("office")).unwrap_or_default();
    let office_ids: Vec<Option<Id<Office>>> = office_tables.iter().map(|t| required_id(t, &mut ids.offices)).collect();

    let mut read_districts = Vec::new();
    for table in districts.tables("district") {
        let id = required_id(&table, &mut ids.districts);
        let name = table.required_prose("name");
        let office = table.text("office").and_then(|text| ids.offices.resolve(&table, text));
        let span = Some(table.span);
        table.finish();
        read_districts.extend(id.zip(name).map(|(id, name)| District { id, name, office, span }));
    }
    let mut groups = Vec::new();
    for table in districts.tables("group") {
        let name = table.required_prose("name");
        let members = references(&table, "districts", &ids.districts);
        table.finish();
        groups.extend(name.map(|name| DistrictGroup { name, districts: members }));
    }
    groups.retain(|group| !group.districts.is_empty());
    let read_offices = office_tables
        .into_iter()
        .zip(office_ids)
        .filter_map(|(table, id)| office(table, id?, &ids.districts))
        .collect();
    (read_districts, groups, read_offices, ids)
}

fn required_id<T>(table: &Table<'_>, ids: &mut Ids<T>) -> Option<Id<T>> {
    table.require("id");
    table.text("id").and_then(|text| ids.define(table, text))
}

fn references<T>(table: &Table<'_>, key: &'static str, ids: &Ids<T>) -> Vec<Id<T>> {
    table.texts(key).into_iter().filter_map(|text| ids.resolve(table, text)).collect()
}

fn office(table: Table<'_>, id: Id<Office>, districts: &Ids<District>) -> Option<Office> {
    let name = table.required_prose("name");
    let office = Office {
        id,
        carrier: table.prose("carrier"),
        contact: contact(&table),
        place: place(&table),
        districts: references(&table, "districts", districts),
        hours: hours(&table),
        span: Some(table.span),
        name: name.unwrap_or_else(|| Prose::new("")),
    };
    table.finish();
    (!office.name.text.is_empty()).then_some(office)
}

const DAYS: &[(Weekday, &str)] = &[
    (Weekday::Mon, "mo"),
    (Weekday::Tue, "di"),
    (Weekday::Wed, "mi"),
    (Weekday::Thu, "do"),
    (Weekday::Fri, "fr"),
    (Weekday::Sat, "sa"),
    (Weekday::Sun, "so"),
];

fn hours(office: &Table<'_>) -> Vec<OpeningHours> {
    let mut all = Vec::new();
    for table in office.tables("hours") {
        table.require("days");
        table.require("from");
        table.require("until");
        let days = table.text("days").and_then(|text| days(&table, text));
        let (from, until) = (table.time("from"), table.time("until"));
        let span = table.span;
        if let (Some((first, last)), Some(from), Some(until)) = (days, from, until) {
            if from < until {
                all.push(OpeningHours { first, last, from, until });
            } else {
                table.report(rules::event_ends_before_start(span, "hours", from, until));
            }
        }
        table.finish();
    }
    all.sort();
    all
}

fn days(table: &Table<'_>, text: Text) -> Option<(WeekdayOrd, WeekdayOrd)> {
    let (first, last) = text.text.split_once(['-', '–']).unwrap_or((&text.text, &text.text));
    let day = |name: &str| {
        let text = Text { text: name.trim().to_lowercase(), span: text.span };
        word(table, text, "days", DAYS).map(WeekdayOrd)
    };
    Some((day(first)?, day(last)?)).filter(|(first, last)| first <= last)
}

/// Reads the lexicon; an entry that does not say how it is said is left out.
pub(super) fn lexicon(file: &Table<'_>) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for table in file.tables("entry") {
        let written = table.required_prose("written").map(|prose| prose.text);
        let forms = forms(&table);
        let expansion = table.prose("expansion");
        let reading = reading(&table);
        let span = Some(table.span);
        if reading.is_none() && expansion.is_none() {
            table.report(rules::key_missing(span, "words"));
        }
        // An expansion alone is how the entry is said.
        let reading = reading.or_else(|| expansion.as_ref().map(|long| Reading::Words(long.text.clone())));
        table.finish();
        lexicon.entries.extend(written.zip(reading).map(|(written, reading)| LexiconEntry {
            written,
            forms,
            reading,
            expansion,
            span,
        }));
    }
    lexicon
}

fn forms(entry: &Table<'_>) -> Vec<LexiconForm> {
    let plain = |text: Text| LexiconForm { written: Prose::new(&text.text).text, reading: None };
    entry
        .texts_or_tables("forms")
        .into_iter()
        .filter_map(|form| match form {
            Ok(text) => Some(plain(text)),
            Err(table) => {
                let written = table.required_prose("written").map(|prose| prose.text);
                let reading = reading(&table);
                table.finish();
                Some(LexiconForm { written: written?, reading })
            }
        })
        .collect()
}

fn reading(table: &Table<'_>) -> Option<Reading> {
    let (words, ipa) = (table.prose("words").map(|p| p.text), table.prose("ipa").map(|p| p.text));
    let letters = table.boolean("letters").unwrap_or(false);
    let as_written = table.boolean("as-written").unwrap_or(false);
    let language = table.text("language").and_then(|text| {
        let tag = LanguageTag::new(text.text.trim());
        if tag.is_none() {
            table.report(rules::language_unsound(text.span, text.text));
        }
        tag
    });
    let written = || table.text("written").map(|t| t.text).unwrap_or_default();
    match (ipa, words, language) {
        (Some(ipa), words, _) => Some(Reading::Sounds { ipa, words: words.unwrap_or_else(written) }),
        (None, Some(words), _) => Some(Reading::Words(words)),
        (None, None, Some(tag)) => Some(Reading::Foreign(tag)),
        (None, None, None) if letters => Some(Reading::Letters),
        (None, None, None) => as_written.then_some(Reading::AsWritten),
    }
}
