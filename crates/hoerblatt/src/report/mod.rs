//! Findings for people and machines: one file per format.

use crate::{Tongue, messages};
use hoerblatt_core::{Diagnostic, LineColumn, Severity, Sources, Topic};

mod json;
mod plain;
mod sarif;
mod snippet;

pub use json::harmless as json_text;

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Sentences, one finding per line: for pipes, for screen readers.
    #[default]
    Plain,
    /// With the lines they are about; for a terminal.
    Snippet,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
}

/// Findings with what is needed to show them.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Where they point.
    pub sources: &'a Sources,
    /// The findings.
    pub findings: &'a [Diagnostic],
    /// For whom.
    pub tongue: Tongue,
    /// Whether colour may be used; it never carries meaning alone.
    pub colour: bool,
}

impl Report<'_> {
    /// The report as text with a line end; empty for no findings in `Plain` and `Snippet`.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Plain => plain::render(self),
            Format::Snippet => snippet::render(self),
            Format::Json => json::render(self),
            Format::Sarif => sarif::render(self),
        }
    }

    /// The findings as JSON values, for reports that hold more than findings.
    pub fn to_json(&self) -> serde_json::Value {
        json::findings(self)
    }

    /// "3 Fehler, 1 Warnung, 2 Hinweise"; what there is none of is left out.
    pub fn counts(&self) -> String {
        let count = |severity| self.findings.iter().filter(|finding| finding.severity == severity).count();
        let say = |n: usize, severity: Severity| (n > 0).then(|| format!("{n} {}", plural(severity, n, self.tongue)));
        let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
            .into_iter()
            .filter_map(|severity| say(count(severity), severity))
            .collect();
        if parts.is_empty() { self.tongue.of("Keine Befunde", "No findings").to_owned() } else { parts.join(", ") }
    }

    fn place(&self, finding: &Diagnostic) -> Option<(&str, LineColumn)> {
        finding.span.map(|span| (self.sources.name(span.file), self.sources.position(span)))
    }
}

/// Puts findings in the order in which a reader works: by file and place, then those without a place; doubles leave.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| {
        let place = |d: &Diagnostic| d.span.map_or((true, None), |span| (false, Some(span)));
        (place(a), std::cmp::Reverse(a.severity), a.rule).cmp(&(place(b), std::cmp::Reverse(b.severity), b.rule))
    });
    findings.dedup();
}

fn severity_word(severity: Severity, tongue: Tongue) -> &'static str {
    match severity {
        Severity::Error => tongue.of("Fehler", "error"),
        Severity::Warning => tongue.of("Warnung", "warning"),
        Severity::Note => tongue.of("Hinweis", "note"),
    }
}

fn plural(severity: Severity, count: usize, tongue: Tongue) -> &'static str {
    match (severity, count) {
        (_, 1) => severity_word(severity, tongue),
        (Severity::Error, _) => tongue.of("Fehler", "errors"),
        (Severity::Warning, _) => tongue.of("Warnungen", "warnings"),
        (Severity::Note, _) => tongue.of("Hinweise", "notes"),
    }
}

fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A chapter's heading in the report of `check`.
pub fn topic_heading(topic: Topic, tongue: Tongue) -> &'static str {
    match topic {
        Topic::Wrong => tongue.of("Was falsch ist", "What is wrong"),
        Topic::Missing => tongue.of("Was Leserinnen und Lesern fehlt", "What readers will miss"),
        Topic::Reads => tongue.of("Was sich schwer liest", "What reads badly"),
        Topic::Looks => tongue.of("Was schlecht aussieht", "What looks bad"),
        Topic::Sounds => tongue.of("Was schlecht klingt", "What sounds bad"),
        Topic::Outside => tongue.of("Was außerhalb fehlt oder scheitert", "What is missing or fails outside"),
    }
}

fn topic_id(topic: Topic) -> &'static str {
    match topic {
        Topic::Wrong => "wrong",
        Topic::Missing => "missing",
        Topic::Reads => "reads",
        Topic::Looks => "looks",
        Topic::Sounds => "sounds",
        Topic::Outside => "outside",
    }
}

/// The sentence and what to do, in one line.
fn sentences(finding: &Diagnostic, tongue: Tongue) -> String {
    let sentence = messages::sentence(finding, tongue);
    format!("{} {}", sentence.message, sentence.hint).trim_end().to_owned()
}
