//! The call flow as JSON, for exchanges that have no export of their own.
//!
//! [`SCHEMA`] says what each field means; it is JSON Schema 2020-12.

use super::ExportFile;
use crate::{
    CallFlow, Durations,
    flow::{Days, Edge, Kind, Listen, Node, PaceChange, Purpose},
};
use chrono::NaiveDate;
use hoerblatt_core::{Pace, model::OpeningHours};
use serde_json::{Map, Value, json};

/// The schema of the file.
pub const SCHEMA: &str = include_str!("json/call-flow.schema.json");

/// The version of the format; a reader that knows another must refuse.
const VERSION: u32 = 1;

/// The flow and its schema.
pub fn files(flow: &CallFlow, durations: &dyn Durations) -> Vec<ExportFile> {
    vec![
        ExportFile { path: format!("{}.call-flow.json", flow.line), text: json(flow, durations) },
        ExportFile { path: "call-flow.schema.json".into(), text: SCHEMA.into() },
    ]
}

/// The flow alone.
pub fn json(flow: &CallFlow, durations: &dyn Durations) -> String {
    let prompts = flow.prompts.values().map(|prompt| {
        let seconds = |pace| (durations.seconds(prompt, pace) * 1000.0).round() / 1000.0;
        let files: Map<String, Value> = Pace::ALL
            .map(|pace| (pace.name().to_owned(), json!({ "file": prompt.path(pace), "seconds": seconds(pace) })))
            .into_iter()
            .collect();
        json!({ "name": prompt.name, "text": prompt.text(), "paces": files })
    });
    let districts = flow.districts.iter().map(|(name, id)| json!({ "name": name.written, "node": id.0 }));
    let whole = json!({
        "format": "hoerblatt-call-flow",
        "version": VERSION,
        "line": flow.line,
        "language": flow.language.as_str(),
        "title": flow.title.written,
        "time-zone": flow.time_zone,
        "dial": flow.dial,
        "holidays": flow.holidays.iter().map(day).collect::<Vec<_>>(),
        "start": flow.start.0,
        "menu": flow.menu.0,
        "districts": districts.collect::<Vec<_>>(),
        "nodes": flow.nodes.iter().map(node).collect::<Vec<_>>(),
        "prompts": prompts.collect::<Vec<_>>(),
    });
    let mut text = format!("{whole:#}");
    text.push('\n');
    text
}

fn day(day: &NaiveDate) -> Value {
    json!(day.format("%Y-%m-%d").to_string())
}

fn node(node: &Node) -> Value {
    let mut fields = match &node.kind {
        Kind::Listen(listen) => self::listen(listen),
        Kind::ByDay { cases, otherwise } => {
            let cases = cases.iter().map(|(days, to)| json!({ "days": self::days(days), "to": to.0 }));
            json!({ "kind": "by-day", "cases": cases.collect::<Vec<_>>(), "otherwise": otherwise.0 })
        }
        Kind::ByHours { hours, open, closed } => json!({
            "kind": "by-hours", "hours": hours.iter().map(self::hours).collect::<Vec<_>>(), "open": open.0, "closed": closed.0,
        }),
        Kind::Connect { prompt, number, seconds, busy, no_answer } => json!({
            "kind": "connect", "prompt": prompt, "number": number, "seconds": seconds, "busy": busy.0, "no-answer": no_answer.0,
        }),
        Kind::End { prompt } => json!({ "kind": "end", "prompt": prompt }),
    };
    fields["id"] = json!(node.id.0);
    fields["purpose"] = json!(purpose(&node.purpose));
    if let Purpose::Event(event) | Purpose::Details(event) = &node.purpose {
        fields["event"] = json!(event.as_str());
    }
    fields
}

fn listen(listen: &Listen) -> Value {
    let edge = |edge: &Edge| match edge.pace {
        None => json!({ "to": edge.to.0 }),
        Some(PaceChange::Slower) => json!({ "to": edge.to.0, "pace": "slower" }),
        Some(PaceChange::Faster) => json!({ "to": edge.to.0, "pace": "faster" }),
    };
    let keys = listen.keys.iter().map(|(key, to)| (key.sign().to_string(), edge(to)));
    let offered: String = listen.offered.iter().map(|(key, _)| key.sign()).collect();
    json!({
        "kind": "listen", "prompt": listen.prompt, "slowly": listen.slowly, "wait-ms": listen.wait, "offered": offered,
        "keys": keys.collect::<Map<_, _>>(), "wrong": listen.wrong.0, "silence": listen.silence.0,
    })
}

fn days(days: &Days) -> Value {
    let stretch = |(first, last): &(Option<NaiveDate>, NaiveDate)| match first {
        Some(first) => json!({ "from": day(first), "until": day(last) }),
        None => json!({ "until": day(last) }),
    };
    days.0.iter().map(stretch).collect()
}

fn hours(hours: &OpeningHours) -> Value {
    json!({
        "first": hours.first.0.number_from_monday(), "last": hours.last.0.number_from_monday(),
        "from": hours.from.format("%H:%M").to_string(), "until": hours.until.format("%H:%M").to_string(),
    })
}

fn purpose(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Greeting => "greeting",
        Purpose::Menu => "menu",
        Purpose::Event(_) => "event",
        Purpose::Details(_) => "details",
        Purpose::Article => "article",
        Purpose::Office => "office",
        Purpose::Name => "name",
        Purpose::Notice => "notice",
        Purpose::Switch => "switch",
    }
}
