//! File → model: cross references, dates, and *all* problems at once.
//!
//! A finding belongs to the smallest item that cannot stand: a price that cannot be read leaves the event its title and date; an event
//! without a date is left out; the others stay.

mod article;
mod city;
mod event;
mod publication;

pub(crate) use publication::read;

use crate::{
    Checked, Id, Sources, Span,
    file::{Table, Text, nearest},
    model::{Address, Contact, PhoneNumber, Place, Publication},
    rules,
};
use std::collections::BTreeMap;

impl Publication {
    /// Reads the six files of a publication (see [`file`](crate::file)).
    ///
    /// The value is `None` only where no sheet can be made at all: a file that must be there is missing, or the article has no
    /// headline, or there is no district.
    ///
    /// ```
    /// use hoerblatt_core::{Sources, model::Publication};
    /// let mut sources = Sources::default();
    /// sources.add("publication.toml", "title = \"Musterblatt\"");
    /// sources.add("article.toml", "headline = \"Fest\"\nlead = \"Wir feiern.\"\npublished = 2026-05-01");
    /// sources.add("districts.toml", "[[district]]\nid = \"mitte\"\nname = \"Mitte\"");
    /// sources.add("programme.toml", "[[event]]\ntitle = \"Tanz\"\ndate = 2026-05-11\n[[event]]\ntitle = \"ohne Tag\"");
    /// let read = Publication::read(&sources);
    /// assert_eq!(read.value.unwrap().programme.events.len(), 1);
    /// assert_eq!(read.diagnostics[0].rule, "event-without-date");
    /// ```
    pub fn read(sources: &Sources) -> Checked<Self> {
        read(sources)
    }
}

/// The ids of one kind, to find what a reference names.
#[derive(Debug)]
pub(crate) struct Ids<T>(BTreeMap<Id<T>, Span>);

impl<T> Ids<T> {
    pub(crate) fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// An id that must be new.
    fn define(&mut self, table: &Table<'_>, Text { text, span }: Text) -> Option<Id<T>> {
        let Some(id) = Id::new(&text) else {
            table.report(rules::id_unsound(span, text));
            return None;
        };
        if let Some(&first) = self.0.get(&id) {
            table.report(rules::id_twice(span, id.as_str()).note(Some(first)));
            return None;
        }
        self.0.insert(id.clone(), span);
        Some(id)
    }

    /// An id that must exist.
    fn resolve(&self, table: &Table<'_>, Text { text, span }: Text) -> Option<Id<T>> {
        let found = Id::new(&text).filter(|id| self.0.contains_key(id));
        if found.is_none() {
            let like = nearest(&text, self.0.keys().map(Id::as_str)).unwrap_or("").to_owned();
            table.report(rules::id_unknown(span, text, like));
        }
        found
    }
}

/// The word under `key`, which must be one of `allowed`.
fn word<T: Copy>(table: &Table<'_>, text: Text, key: &'static str, allowed: &[(T, &str)]) -> Option<T> {
    let found = allowed.iter().find(|(_, word)| *word == text.text.trim()).map(|(value, _)| *value);
    if found.is_none() {
        let words: Vec<String> = allowed.iter().map(|(_, word)| (*word).to_owned()).collect();
        table.report(rules::unknown_word(text.span, key, text.text, words));
    }
    found
}

fn phone(table: &Table<'_>, key: &'static str) -> Option<PhoneNumber> {
    let Text { text, span } = table.text(key)?;
    let number = PhoneNumber::parse(&text);
    if number.is_none() {
        table.report(rules::phone_unsound(span, text));
    }
    number
}

fn email(table: &Table<'_>, key: &'static str) -> Option<String> {
    let Text { text, span } = table.text(key)?;
    let text = text.trim();
    let letter = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let sound = text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && local.chars().all(letter) && domain.contains('.') && is_host(domain)
    });
    if !sound {
        table.report(rules::email_unsound(span, text));
    }
    sound.then(|| text.to_owned())
}

fn web(table: &Table<'_>, key: &'static str) -> Option<String> {
    let Text { text, span } = table.text(key)?;
    let text = text.trim();
    let sound = is_web_address(text);
    if !sound {
        table.report(rules::web_unsound(span, text));
    }
    sound.then(|| text.to_owned())
}

/// Whether it is an address that a link may carry: https or http with a host, without spaces, quotes or control characters.
pub(crate) fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or("");
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = host.split_once(':').map_or(host, |(name, _)| name);
    is_host(host)
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`'))
}

fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host.split('.').all(|label| {
            !label.is_empty() && !label.starts_with('-') && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

fn contact(table: &Table<'_>) -> Contact {
    Contact {
        person: table.prose("person"),
        phone: phone(table, "phone"),
        email: email(table, "email"),
        web: web(table, "web"),
    }
}

/// `place = "Bürgerhaus"` or a table with an address.
fn place(table: &Table<'_>) -> Option<Place> {
    if !table.is_table("place") {
        return table.prose("place").map(|name| Place { name, address: None, room: None, directions: None });
    }
    let written = table.table("place")?;
    let name = written.required_prose("name");
    let line = |key| written.prose(key).map(|prose| prose.text);
    let address = Address { street: line("street"), postcode: line("postcode"), town: line("town") };
    let has_address = address.street.is_some() || address.postcode.is_some() || address.town.is_some();
    let (room, directions) = (written.prose("room"), written.prose("directions"));
    written.finish();
    Some(Place { name: name?, address: has_address.then_some(address), room, directions })
}
