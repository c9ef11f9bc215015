//! Findings as one JSON object, for programs.

use super::{Report, severity_id, topic_id};
use crate::messages;
use hoerblatt_core::{Argument, Diagnostic, Severity};
use serde_json::{Value, json};

pub(super) fn render(report: &Report<'_>) -> String {
    let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
    let object = json!({
        "findings": findings(report),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Note),
    });
    harmless(&object)
}

pub(super) fn findings(report: &Report<'_>) -> Value {
    report.findings.iter().map(|finding| one(report, finding)).collect()
}

fn one(report: &Report<'_>, finding: &Diagnostic) -> Value {
    let sentence = messages::sentence(finding, report.tongue);
    let place = report.place(finding);
    json!({
        "rule": finding.rule,
        "severity": severity_id(finding.severity),
        "topic": topic_id(finding.topic),
        "file": place.map(|(file, _)| file),
        "line": place.map(|(_, at)| at.line),
        "column": place.map(|(_, at)| at.column),
        "message": sentence.message,
        "hint": sentence.hint,
        "arguments": finding.arguments.iter().map(|(key, value)| ((*key).to_owned(), argument(value))).collect::<serde_json::Map<_, _>>(),
    })
}

fn argument(value: &Argument) -> Value {
    match value {
        Argument::Text(text) => json!(text),
        Argument::Number(number) => json!(number),
        Argument::Decimal(number) => json!(number),
        Argument::Date(date) => json!(date.format("%Y-%m-%d").to_string()),
        Argument::Time(time) => json!(time.format("%H:%M").to_string()),
        Argument::List(items) => json!(items),
    }
}

/// JSON as text with a line end. JSON lets U+007F to U+009F stand as they are, but a terminal may obey them: they are escaped.
pub fn harmless(value: &Value) -> String {
    let mut text = String::new();
    for c in format!("{value:#}\n").chars() {
        match c {
            '\u{7f}'..='\u{9f}' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => text.push(c),
        }
    }
    text
}
