//! `import --format json`: what was found, with exactly the keys of the command line's contract.

use crate::{
    Imported,
    event::{ImportedEvent, ImportedStatus, ImportedWhen},
};
use chrono::{NaiveTime, Timelike};
use hoerblatt_core::Date;
use serde::Serialize;

/// What was found; absent facts are null or an empty list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The headline.
    pub headline: Option<String>,
    /// The word or two above it.
    pub kicker: Option<String>,
    /// The day of the news, ISO.
    pub news_date: Option<String>,
    /// The first paragraph.
    pub teaser: Option<String>,
    /// The portal or series.
    pub portal_name: Option<String>,
    /// The line that leads on.
    pub link_text: Option<String>,
    /// Legal and other notices.
    pub notices: Vec<String>,
    /// Facts about the picture.
    pub image: SummaryImage,
    /// Headings in the order of the text.
    pub section_headings: Vec<String>,
    /// Events in the order of the text, a series as single dates.
    pub events: Vec<SummaryEvent>,
}

/// Facts about a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct SummaryImage {
    /// The line below it.
    pub caption: Option<String>,
    /// Under which licence.
    pub licence: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

/// One date of one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SummaryEvent {
    /// ISO, or `--MM-DD` when no year is known.
    pub date: String,
    /// The last day of a range.
    pub end_date: Option<String>,
    /// `HH:MM`
    pub start_time: Option<String>,
    /// `HH:MM`
    pub end_time: Option<String>,
    /// The venue as written, or the district where none is given.
    pub place: Option<String>,
    /// The district that the text names.
    pub district: Option<String>,
    /// The title.
    pub title: String,
    /// `planned`, `cancelled` or `moved`.
    pub status: &'static str,
}

impl Summary {
    /// Sums an import up.
    pub fn of(imported: &Imported) -> Self {
        let article = &imported.article;
        Self {
            headline: article.headline.clone().map(|fact| fact.text),
            kicker: article.kicker.clone().map(|fact| fact.text),
            news_date: article.news_date.map(|(day, _)| day.to_string()),
            teaser: article.teaser.clone().map(|fact| fact.text),
            portal_name: article.portal.clone().map(|fact| fact.text),
            link_text: article.links.first().map(|link| link.text.text.clone()),
            notices: article.notices.iter().map(|fact| fact.text.clone()).collect(),
            image: SummaryImage {
                caption: article.caption.clone().map(|fact| fact.text),
                licence: article.licence.clone().map(|fact| fact.text),
                credit: article.credit.clone().map(|fact| fact.text),
            },
            section_headings: article
                .sections
                .iter()
                .filter_map(|s| s.heading.as_ref())
                .map(|fact| fact.text.clone())
                .collect(),
            events: imported.events.iter().flat_map(single_dates).collect(),
        }
    }

    /// As pretty JSON with a line end.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).map(|json| json + "\n").unwrap_or_default()
    }
}

fn single_dates(event: &ImportedEvent) -> impl Iterator<Item = SummaryEvent> + '_ {
    event.when.iter().map(move |when: &ImportedWhen| SummaryEvent {
        date: iso(when.date),
        end_date: when.until_date.map(iso),
        start_time: when.from.map(clock),
        end_time: when.until.map(clock),
        place: event.venue().map(str::to_owned),
        district: event.district.clone().filter(|_| event.district_named),
        title: event.title.clone(),
        status: match event.status {
            ImportedStatus::Planned => "planned",
            ImportedStatus::Cancelled => "cancelled",
            ImportedStatus::Moved { .. } => "moved",
        },
    })
}

/// `2022-05-11`, or `--05-11` without a year.
pub(crate) fn iso(date: Date) -> String {
    match date.year {
        Some(year) => format!("{year:04}-{:02}-{:02}", date.month, date.day),
        None => format!("--{:02}-{:02}", date.month, date.day),
    }
}

/// `15:00`
pub(crate) fn clock(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
