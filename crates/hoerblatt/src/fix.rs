//! What can be corrected without asking: typographic quotation marks, no-break spaces, and a date whose weekday proves the slip.
//!
//! Only the text inside TOML strings that are prose is touched, and only where there is one way to read it. Lines are never joined or
//! parted, so that a diff is easy to follow.

use crate::{check::prose, messages::clean, project::Project};
use chrono::{Datelike, NaiveDate};
use hoerblatt_core::{
    Date, Language, Span, Value,
    language::TokenKind,
    model::{Prose, Publication},
};
use std::{collections::BTreeSet, path::PathBuf};

/// A file with its corrections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedFile {
    /// The file.
    pub path: PathBuf,
    /// As it is.
    pub before: String,
    /// As it will be.
    pub after: String,
}

impl FixedFile {
    /// The changed lines, before and after, each with its number.
    pub fn diff(&self) -> String {
        let name = clean(&self.path.display().to_string());
        let lines = self.before.lines().zip(self.after.lines()).zip(1..);
        let changed = lines.filter(|((before, after), _)| before != after);
        changed.map(|((before, after), n)| format!("{name}:{n}\n- {}\n+ {}\n", clean(before), clean(after))).collect()
    }
}

/// A piece of a file and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    span: Span,
    text: String,
}

/// The files that have something to correct, as they will be.
pub fn fixes(project: &Project) -> Vec<FixedFile> {
    let Some(publication) = &project.publication else { return Vec::new() };
    let mut changes = BTreeSet::new();
    for piece in prose::pieces(publication) {
        if let Some(span) = piece.prose.span {
            changes.extend(typography(project.sources.text(span), span));
        }
        if let Ok(language) = project.language() {
            changes.extend(dates(project, publication, piece.prose, language.as_ref()));
        }
    }
    let files = project.sources.files();
    files
        .filter_map(|file| {
            let before = project.sources.file_text(file);
            let after = apply(before, changes.iter().filter(|change| change.span.file == file));
            let path = PathBuf::from(project.sources.name(file));
            (after != before).then(|| FixedFile { path, before: before.to_owned(), after })
        })
        .collect()
}

/// Changes from the last to the first, so that places stay right; one that overlaps another is left for the next time.
fn apply<'c>(before: &str, changes: impl DoubleEndedIterator<Item = &'c Change>) -> String {
    let mut after = before.to_owned();
    let mut limit = before.len();
    for change in changes.rev() {
        let range = change.span.range();
        if range.end <= limit && after.is_char_boundary(range.start) && after.is_char_boundary(range.end) {
            limit = range.start;
            after.replace_range(range, &change.text);
        }
    }
    after
}

/// Quotation marks and no-break spaces in the source of one TOML string.
fn typography(source: &str, span: Span) -> Vec<Change> {
    let at = |range: std::ops::Range<usize>| {
        Span::new(span.file, span.start as usize + range.start..span.start as usize + range.end)
    };
    let mut changes = quotes(source, &at);
    for (index, _) in source.match_indices(' ') {
        if holds_together(&source[..index], &source[index + 1..]) {
            changes.push(Change { span: at(index..index + 1), text: "\u{a0}".to_owned() });
        }
    }
    changes
}

/// `\"so\"` in a basic string, `"so"` in a multi-line or literal one, as „so“. Only pairs that open before a word and close after one.
fn quotes(source: &str, at: &dyn Fn(std::ops::Range<usize>) -> Span) -> Vec<Change> {
    let (delimiter, mark) = match source {
        _ if source.starts_with("\"\"\"") => ("\"\"\"", "\""),
        _ if source.starts_with("'''") => ("'''", "\""),
        _ if source.starts_with('"') => ("\"", "\\\""),
        _ if source.starts_with('\'') => ("'", "\""),
        _ => return Vec::new(),
    };
    let Some(inside) = source.strip_prefix(delimiter).and_then(|rest| rest.strip_suffix(delimiter)) else {
        return Vec::new();
    };
    let places: Vec<usize> = inside.match_indices(mark).map(|(index, _)| index).collect();
    if places.len() % 2 == 1 {
        return Vec::new();
    }
    let mut changes = Vec::new();
    for pair in places.chunks(2) {
        let &[open, close] = pair else { return Vec::new() };
        let before = inside[..open].chars().next_back();
        let after = inside[open + mark.len()..].chars().next();
        let end = inside[..close].chars().next_back();
        let opens =
            before.is_none_or(|c| c.is_whitespace() || "(–-/".contains(c)) && after.is_some_and(|c| !c.is_whitespace());
        if !opens || end.is_none_or(char::is_whitespace) {
            return Vec::new();
        }
        let shift = delimiter.len();
        let change = |place: usize, text: &str| Change {
            span: at(place + shift..place + shift + mark.len()),
            text: text.to_owned(),
        };
        changes.extend([change(open, "„"), change(close, "“")]);
    }
    changes
}

/// Whether a space must not part what stands around it: a number and its unit (DIN 5008), the parts of "z. B.".
fn holds_together(before: &str, after: &str) -> bool {
    const UNITS: [&str; 12] = ["Uhr", "€", "Euro", "%", "km", "m", "cm", "kg", "g", "Cent", "l", "°C"];
    const PAIRS: [(&str, &str); 6] =
        [("z.", "B."), ("d.", "h."), ("u.", "a."), ("i.", "d."), ("o.", "Ä."), ("u.", "Ä.")];
    let last = before.rsplit([' ', '\n', '(', '"']).next().unwrap_or("");
    let next: String =
        after.chars().take_while(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ')' | '"' | '!' | '?')).collect();
    let number = last.chars().next_back().is_some_and(|c| c.is_ascii_digit());
    (number && UNITS.contains(&next.trim_end_matches(['.', ':']))) || PAIRS.contains(&(last, next.as_str()))
}

/// A date in prose whose weekday does not fit, where exactly one day of the programme does: one digit away and on that weekday, or
/// the same day in the article's year.
fn dates(project: &Project, publication: &Publication, text: &Prose, language: &dyn Language) -> Vec<Change> {
    let mut changes = Vec::new();
    for run in prose::runs(text) {
        for token in language.read(&run.text) {
            let TokenKind::Value(Value::Date(date)) = &token.kind else { continue };
            let Some(right) = meant(publication, date) else { continue };
            let Some(mended) = mend(&run.text[token.range.clone()], date, right) else { continue };
            let Some(span) = prose::locate(&project.sources, text, run.text[token.range].trim()) else { continue };
            if project.sources.text(span) == mended.0 {
                changes.push(Change { span, text: mended.1 });
            }
        }
    }
    changes
}

/// The one day that a contradictory date must mean.
fn meant(publication: &Publication, date: &Date) -> Option<NaiveDate> {
    let weekday = date.weekday?;
    let published = publication.article.published;
    let fits = |year: i32| NaiveDate::from_ymd_opt(year, date.month, date.day).filter(|day| day.weekday() == weekday);
    match date.year {
        Some(year) if fits(year).is_some() => return None,
        None if fits(published.year()).or_else(|| fits(published.year() + 1)).is_some() => return None,
        _ => {}
    }
    let days: BTreeSet<NaiveDate> =
        publication.programme.events.iter().flat_map(|event| &event.when).map(|when| when.date).collect();
    let near = |day: &NaiveDate| {
        let same_day = (day.month(), day.day()) == (date.month, date.day);
        let same_month = day.month() == date.month && date.year.is_none_or(|year| year == day.year());
        let slip = same_month && one_digit_apart(day.day(), date.day);
        day.weekday() == weekday && ((same_day && date.year.is_some()) || slip)
    };
    let mut found = days.into_iter().filter(near);
    found.next().filter(|_| found.next().is_none())
}

fn one_digit_apart(a: u32, b: u32) -> bool {
    let digits = |n: u32| format!("{n:02}").into_bytes();
    digits(a).iter().zip(digits(b)).filter(|(x, y)| **x != *y).count() == 1
}

/// The written date with its wrong number replaced: (as it stands, as it should be).
fn mend(written: &str, wrong: &Date, right: NaiveDate) -> Option<(String, String)> {
    let written = written.trim();
    let (from, to) = if wrong.day == right.day() {
        (wrong.year?.to_string(), right.year().to_string())
    } else {
        (wrong.day.to_string(), right.day().to_string())
    };
    let (at, _) = written.match_indices(&from).next()?;
    let mut mended = written.to_owned();
    mended.replace_range(at..at + from.len(), &to);
    Some((written.to_owned(), mended))
}
