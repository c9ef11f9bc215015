//! Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the changed line.

use super::{Report, sentences};
use crate::{messages, rooms};
use hoerblatt_core::{Diagnostic, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) fn render(report: &Report<'_>) -> String {
    let used: BTreeSet<&str> = report.findings.iter().map(|finding| finding.rule).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "hoerblatt",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": used.into_iter().map(|id| rule(report, id)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": report.findings.iter().map(|finding| result(report, finding)).collect::<Vec<_>>(),
        }],
    });
    super::json_text(&log)
}

fn rule(report: &Report<'_>, id: &str) -> Value {
    let texts = messages::texts(id, report.tongue);
    let severity = rooms::rule(id).map_or(Severity::Warning, |info| info.severity);
    json!({
        "id": id,
        "shortDescription": { "text": texts.map_or(id, |texts| texts.message.as_str()) },
        "fullDescription": { "text": texts.map_or(id, |texts| texts.why.as_str()) },
        "defaultConfiguration": { "level": level(severity) },
    })
}

fn result(report: &Report<'_>, finding: &Diagnostic) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": sentences(finding, report.tongue) },
    });
    if let Some((file, start)) = report.place(finding) {
        let end = finding.span.map(|span| report.sources.position_of(span.file, span.range().end)).unwrap_or(start);
        result["locations"] = json!([{ "physicalLocation": {
            "artifactLocation": { "uri": file.replace('\\', "/") },
            "region": { "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column },
        } }]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
