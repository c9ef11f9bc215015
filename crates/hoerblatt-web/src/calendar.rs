//! The events as an iCalendar file (RFC 5545).
//!
//! The same publication gives the same bytes: `DTSTAMP` is the day of publication, an entry's `UID` is the event's id. Whoever reads the
//! file again sees changed entries, not new ones.

use crate::{events, plain, written};
use chrono::{NaiveDate, NaiveTime};
use hoerblatt_core::{
    Block, Document, EventData, FactKind, Section, Sentence, StatusKind, WebPhrase,
    model::{Place, When},
};

/// How a calendar is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarOptions {
    /// IANA name of the time zone. In one that is not in [`ZONES`] times are written without zone, and mean the reader's own.
    pub zone: String,
    /// Where ids are unique: the host of the publication's pages.
    pub domain: Option<String>,
    /// The address of the page with the events.
    pub address: Option<String>,
}

impl Default for CalendarOptions {
    fn default() -> Self {
        Self { zone: "Europe/Berlin".to_owned(), domain: None, address: None }
    }
}

/// The zones whose rules are known: those of central European time, which change together since 1996 (directive 2000/84/EC).
pub const ZONES: [&str; 9] = [
    "Europe/Berlin",
    "Europe/Brussels",
    "Europe/Copenhagen",
    "Europe/Luxembourg",
    "Europe/Prague",
    "Europe/Rome",
    "Europe/Vaduz",
    "Europe/Vienna",
    "Europe/Zurich",
];

/// The calendar with one entry for each appointment.
pub fn calendar(document: &Document, options: &CalendarOptions) -> String {
    let mut file = Lines::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Hoerblatt//Hoerblatt//EN");
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
    file.text("NAME", &document.title.written);
    file.text("X-WR-CALNAME", &document.title.written);
    let all = events(document);
    let zone = ZONES.contains(&options.zone.as_str()).then_some(options.zone.as_str());
    let timed = all.iter().any(|(data, _)| data.when.iter().any(|when| when.from.is_some()));
    if let Some(zone) = zone.filter(|_| timed) {
        central_european(&mut file, zone);
    }
    for (data, section) in all {
        for (number, when) in data.when.iter().enumerate() {
            entry(&mut file, document, options, zone, (data, section), (number, when));
        }
    }
    file.line("END:VCALENDAR");
    file.0
}

fn entry(
    file: &mut Lines,
    document: &Document,
    options: &CalendarOptions,
    zone: Option<&str>,
    (data, section): (&EventData, &Section),
    (number, when): (usize, &When),
) {
    let series = if number == 0 { String::new() } else { format!("-{}", number + 1) };
    let domain = options.domain.as_deref().unwrap_or("hoerblatt");
    file.line("BEGIN:VEVENT");
    file.line(&format!("UID:{}{series}@{}", data.event, clean(domain)));
    file.line(&format!("DTSTAMP:{}T000000Z", document.published.format("%Y%m%d")));
    times(file, zone, when);
    // Many calendars show a cancelled entry like any other: the title says it too.
    let title = match data.status {
        StatusKind::Planned => data.title.clone(),
        StatusKind::Cancelled => document.wording.say(WebPhrase::CancelledTitle { title: data.title.clone() }),
        StatusKind::Moved => document.wording.say(WebPhrase::MovedTitle { title: data.title.clone() }),
    };
    file.text("SUMMARY", &title.written);
    file.line(if data.status == StatusKind::Cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    if let Some(place) = &data.place {
        file.text("LOCATION", &location(place));
    }
    let description = description(section);
    if !description.is_empty() {
        file.text("DESCRIPTION", &description);
    }
    if let Some(address) = &options.address {
        file.line(&format!("URL:{}", clean(address)));
    }
    file.line("END:VEVENT");
}

/// The end of whole days is exclusive (3.6.1). Several days with the same hours are that many short entries, not one that lasts
/// through the nights; an end before the beginning lies on the next day.
fn times(file: &mut Lines, zone: Option<&str>, when: &When) {
    let last = when.last_day();
    let Some(from) = when.from else {
        file.line(&format!("DTSTART;VALUE=DATE:{}", when.date.format("%Y%m%d")));
        let end = last.succ_opt().unwrap_or(last);
        return file.line(&format!("DTEND;VALUE=DATE:{}", end.format("%Y%m%d")));
    };
    let moment = |name: &str, date: NaiveDate, time: NaiveTime| {
        let zone = zone.map_or_else(String::new, |zone| format!(";TZID={zone}"));
        format!("{name}{zone}:{}T{}", date.format("%Y%m%d"), time.format("%H%M%S"))
    };
    file.line(&moment("DTSTART", when.date, from));
    let overnight = when.until.is_some_and(|until| until <= from);
    if let Some(until) = when.until {
        let end = if overnight { last } else { when.date };
        file.line(&moment("DTEND", end, until));
    }
    let days = (last - when.date).num_days() + 1;
    if days > 1 && !overnight {
        file.line(&format!("RRULE:FREQ=DAILY;COUNT={days}"));
    }
}

fn location(place: &Place) -> String {
    let mut parts = vec![plain(&place.name)];
    parts.extend(place.room.as_ref().map(plain));
    if let Some(address) = &place.address {
        parts.extend(address.street.clone());
        let town: Vec<&str> = address.postcode.iter().chain(&address.town).map(String::as_str).collect();
        parts.extend((!town.is_empty()).then(|| town.join(" ")));
    }
    parts.join(", ")
}

/// What the other fields do not tell: facts with their labels, then the description.
fn description(section: &Section) -> String {
    let sentences =
        |all: &[Sentence]| all.iter().map(|Sentence(inlines)| written(inlines)).collect::<Vec<_>>().join(" ");
    let mut lines = Vec::new();
    for block in &section.blocks {
        match block {
            Block::Facts(facts) => {
                let told = [FactKind::Date, FactKind::Time, FactKind::Place];
                lines.extend(facts.iter().filter(|fact| !told.contains(&fact.kind)).map(|fact| {
                    let label = &fact.label.written;
                    let space = if label.is_empty() { "" } else { " " };
                    format!("{label}{space}{}", sentences(&fact.content))
                }));
            }
            Block::Paragraph(all) | Block::Quote(all) => lines.push(sentences(all)),
            Block::List(items) => lines.extend(items.iter().map(|item| format!("- {}", sentences(item)))),
            _ => {}
        }
    }
    lines.join("\n")
}

/// Last Sunday of March to last Sunday of October, at one o'clock universal time, since 1996.
fn central_european(file: &mut Lines, zone: &str) {
    file.line("BEGIN:VTIMEZONE");
    file.line(&format!("TZID:{zone}"));
    let mut part = |name: &str, from: &str, to: &str, start: &str, month: u32, short: &str| {
        file.line(&format!("BEGIN:{name}"));
        file.line(&format!("DTSTART:{start}"));
        file.line(&format!("RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"));
        file.line(&format!("TZOFFSETFROM:{from}"));
        file.line(&format!("TZOFFSETTO:{to}"));
        file.line(&format!("TZNAME:{short}"));
        file.line(&format!("END:{name}"));
    };
    part("DAYLIGHT", "+0100", "+0200", "19960331T020000", 3, "CEST");
    part("STANDARD", "+0200", "+0100", "19961027T030000", 10, "CET");
    file.line("END:VTIMEZONE");
}

/// The file's content lines.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line, folded so that none is longer than 75 octets, and never inside a character (3.1).
    fn line(&mut self, line: &str) {
        let mut room = 75;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = 74;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text (3.3.11): backslash, semicolon, comma and line break are escaped.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                '\u{a0}' | '\u{202f}' => line.push(' '),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }
}

/// A value that is no text, without what would break its line.
fn clean(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).collect()
}
