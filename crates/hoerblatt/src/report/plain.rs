//! Sentences without drawing: `file:line:column: severity: what is wrong. What to do. [rule]`, one finding per line.

use super::{Report, sentences, severity_word};
use crate::messages::clean;

pub(super) fn render(report: &Report<'_>) -> String {
    let mut text = String::new();
    for finding in report.findings {
        if let Some((file, at)) = report.place(finding) {
            text.push_str(&format!("{}:{}:{}: ", clean(file), at.line, at.column));
        }
        let severity = severity_word(finding.severity, report.tongue);
        text.push_str(&format!("{severity}: {} [{}]\n", sentences(finding, report.tongue), finding.rule));
    }
    text
}
