//! Findings in the lines they are about, for a terminal.

use super::{Report, plain, severity_word};
use crate::messages;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use hoerblatt_core::{Diagnostic, Severity};

pub(super) fn render(report: &Report<'_>) -> String {
    let renderer = if report.colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for finding in report.findings {
        match finding.span {
            Some(_) => text.push_str(&with_source(report, finding, &renderer)),
            None => {
                let alone = Report { findings: std::slice::from_ref(finding), ..*report };
                text.push_str(plain::render(&alone).trim_end());
            }
        }
        text.push_str("\n\n");
    }
    text
}

fn with_source(report: &Report<'_>, finding: &Diagnostic, renderer: &Renderer) -> String {
    let sentence = messages::sentence(finding, report.tongue);
    let word = severity_word(finding.severity, report.tongue);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(level.with_name(word).primary_title(sentence.message.as_str()).id(finding.rule));
    let places = finding.span.into_iter().map(|span| (span, AnnotationKind::Primary));
    let notes = finding.notes.iter().map(|&span| (span, AnnotationKind::Context));
    for (span, kind) in places.chain(notes) {
        let (source, range) = harmless_lines(report, span);
        let line = report.sources.position(span).line as usize;
        let snippet = Snippet::source(source)
            .path(messages::clean(report.sources.name(span.file)))
            .line_start(line)
            .annotation(kind.span(range));
        group = group.element(snippet);
    }
    if !sentence.hint.is_empty() {
        group =
            group.element(Level::HELP.with_name(report.tongue.of("Abhilfe", "help")).message(sentence.hint.as_str()));
    }
    renderer.render(&[group])
}

/// The line of a span (two if it goes on), with every sign that could steer a terminal replaced by one that cannot, and the span
/// in it. A long line is cut around the span: a press text may stand in one line.
fn harmless_lines(report: &Report<'_>, span: hoerblatt_core::Span) -> (String, std::ops::Range<usize>) {
    const AROUND: usize = 160;
    let text = report.sources.file_text(span.file);
    let range = span.range();
    let start = text[..floor(text, range.start)].rfind('\n').map_or(0, |at| at + 1);
    let end = text[floor(text, range.start)..].find('\n').map_or(text.len(), |at| range.start.min(text.len()) + at);
    let from = floor(text, start.max(range.start.saturating_sub(AROUND)));
    let to = floor(text, end.min(range.end.max(range.start) + AROUND).max(from));
    let mut shown = String::new();
    let (mut mark_from, mut mark_to) = (None, 0);
    for (at, c) in text[from..to].char_indices() {
        if from + at >= range.start && mark_from.is_none() {
            mark_from = Some(shown.len());
        }
        shown.push(if c == '\t' {
            ' '
        } else if c.is_control() || messages::is_direction_sign(c) {
            '\u{fffd}'
        } else {
            c
        });
        if from + at < range.end {
            mark_to = shown.len();
        }
    }
    let mark_from = mark_from.unwrap_or(shown.len());
    (shown, mark_from..mark_to.max(mark_from))
}

/// The nearest start of a character at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
