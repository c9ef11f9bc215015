//! A table of a TOML file, read key by key.

use super::nearest;
use crate::{Diagnostic, FileId, Sources, Span, model::Prose, rules};
use chrono::{NaiveDate, NaiveTime};
use std::cell::RefCell;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
    value::Datetime,
};
use unicode_normalization::UnicodeNormalization;

/// At most this many syntax errors are reported for one file; what follows is mostly an echo of the first ones.
const MOST_SYNTAX_ERRORS: usize = 20;

/// Everything found while reading; shared by all tables of a publication.
#[derive(Debug, Default)]
pub struct Findings(RefCell<Vec<Diagnostic>>);

impl Findings {
    /// Adds a finding.
    pub fn push(&self, diagnostic: Diagnostic) {
        self.0.borrow_mut().push(diagnostic);
    }

    /// All findings.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.0.into_inner()
    }
}

/// Parses a file into its root table; syntax errors become findings and the rest stands.
pub fn parse<'s>(sources: &'s Sources, file: FileId, findings: &Findings) -> Spanned<DeTable<'s>> {
    let text = sources.file_text(file);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors.iter().take(MOST_SYNTAX_ERRORS) {
        let span = error.span().map(|range| Span::new(file, range));
        let line = span.map_or("", |span| sources.line(file, sources.position(span).line));
        findings.push(match impossible_day(line) {
            Some(day) => rules::date_impossible(span, day),
            None => rules::toml_syntax(span, error.message()),
        });
    }
    table
}

/// A day such as `2026-02-31` on a line that the parser refused: the calendar is at fault, not the syntax.
fn impossible_day(line: &str) -> Option<&str> {
    let value = line.split_once('=')?.1.trim();
    let day = value.get(..10).filter(|day| day.is_ascii())?;
    let part = |range: std::ops::Range<usize>| day[range].parse::<u32>().ok();
    let (year, month, date) = (part(0..4)?, part(5..7)?, part(8..10)?);
    let dashes = day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-';
    (dashes && NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, date).is_none()).then_some(day)
}

/// A string of the file with its place.
#[derive(Debug, Clone)]
pub struct Text {
    /// The string as written.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A table of the file. Each getter reports a wrong type; [`Table::finish`] reports the keys that nobody asked for.
#[derive(Debug)]
pub struct Table<'t> {
    file: FileId,
    values: &'t DeTable<'t>,
    findings: &'t Findings,
    known: RefCell<Vec<&'static str>>,
    /// Where the table stands.
    pub span: Span,
}

impl<'t> Table<'t> {
    /// A reader over a parsed table.
    pub fn new(file: FileId, table: &'t Spanned<DeTable<'t>>, findings: &'t Findings) -> Self {
        Self::over(file, table.get_ref(), Span::new(file, table.span()), findings)
    }

    fn over(file: FileId, values: &'t DeTable<'t>, span: Span, findings: &'t Findings) -> Self {
        Self { file, values, findings, known: RefCell::default(), span }
    }

    /// The shared findings.
    pub fn findings(&self) -> &'t Findings {
        self.findings
    }

    /// Adds a finding.
    pub fn report(&self, diagnostic: Diagnostic) {
        self.findings.push(diagnostic);
    }

    fn value(&self, key: &'static str) -> Option<(&'t DeValue<'t>, Span)> {
        self.known.borrow_mut().push(key);
        let value = self.values.get(key)?;
        Some((value.get_ref(), Span::new(self.file, value.span())))
    }

    /// Where the value of the key stands, or the table where there is none.
    pub fn span_of(&self, key: &'static str) -> Span {
        self.value(key).map_or(self.span, |(_, span)| span)
    }

    /// Whether the key is written, whatever its value.
    pub fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    fn wrong_type(&self, span: Span, key: &'static str, expected: &str, found: &DeValue<'_>) {
        self.report(rules::wrong_type(span, key, expected, found.type_str()));
    }

    /// A string as it is written.
    pub fn text(&self, key: &'static str) -> Option<Text> {
        let (value, span) = self.value(key)?;
        let text = value.as_str();
        if text.is_none() {
            self.wrong_type(span, key, "string", value);
        }
        Some(Text { text: text?.to_owned(), span })
    }

    /// Prose: NFC, trimmed, without control characters.
    pub fn prose(&self, key: &'static str) -> Option<Prose> {
        let prose = self.as_prose(key, self.text(key)?);
        if prose.text.is_empty() {
            self.report(rules::text_empty(prose.span, key));
            return None;
        }
        Some(prose)
    }

    /// Prose that must be there.
    pub fn required_prose(&self, key: &'static str) -> Option<Prose> {
        self.require(key);
        self.prose(key)
    }

    /// Reports the key as missing if it is.
    pub fn require(&self, key: &'static str) {
        if !self.has(key) {
            self.report(rules::key_missing(self.span, key));
        }
    }

    fn as_prose(&self, key: &'static str, Text { text, span }: Text) -> Prose {
        let unwanted = |c: char| (c.is_control() && c != '\n' && c != '\t') || c == '\u{ad}' || is_invisible_control(c);
        if let Some(code) = text.chars().find(|&c| c.is_control() && unwanted(c) && c != '\r') {
            self.report(rules::control_character(span, key, format!("U+{:04X}", code as u32)));
        }
        let kept = text.chars().filter(|&c| !unwanted(c)).map(|c| if c == '\t' { ' ' } else { c });
        Prose { text: kept.nfc().collect::<String>().trim().to_owned(), span: Some(span) }
    }

    /// A boolean.
    pub fn boolean(&self, key: &'static str) -> Option<bool> {
        let (value, span) = self.value(key)?;
        if value.as_bool().is_none() {
            self.wrong_type(span, key, "boolean", value);
        }
        value.as_bool()
    }

    /// A number within `least..=most`.
    pub fn number(&self, key: &'static str, least: f64, most: f64) -> Option<f64> {
        let (value, span) = self.value(key)?;
        let number = match value {
            DeValue::Integer(n) if n.radix() == 10 => n.as_str().parse().ok(),
            DeValue::Float(n) => n.as_str().parse::<f64>().ok(),
            other => {
                self.wrong_type(span, key, "number", other);
                return None;
            }
        };
        let sound = number.filter(|n| (least..=most).contains(n));
        if sound.is_none() {
            self.report(rules::number_out_of_range(span, key, number.unwrap_or(f64::NAN), least, most));
        }
        sound
    }

    /// A number or a string as text: prices are written either way.
    pub fn number_or_text(&self, key: &'static str) -> Option<Text> {
        let (value, span) = self.value(key)?;
        let text = match value {
            DeValue::Integer(n) if n.radix() == 10 => n.as_str().to_owned(),
            // 2.5 means two fifty: money has two decimals.
            DeValue::Float(n) => n.as_str().parse::<f64>().map(|n| format!("{n:.2}")).unwrap_or_default(),
            DeValue::String(text) => text.to_string(),
            other => {
                self.wrong_type(span, key, "string", other);
                return None;
            }
        };
        Some(Text { text, span })
    }

    /// A calendar date, as TOML's own or as a string of the same shape.
    pub fn date(&self, key: &'static str) -> Option<(NaiveDate, Span)> {
        let (value, span) = self.value(key)?;
        self.as_date(key, value, span)
    }

    fn as_date(&self, key: &'static str, value: &DeValue<'_>, span: Span) -> Option<(NaiveDate, Span)> {
        let (written, parsed) = match value {
            DeValue::Datetime(Datetime { date: Some(date), .. }) => (date.to_string(), Some(*date)),
            DeValue::String(text) => (text.to_string(), text.trim().parse::<Datetime>().ok().and_then(|d| d.date)),
            other => {
                self.wrong_type(span, key, "date", other);
                return None;
            }
        };
        let day = parsed.and_then(|d| NaiveDate::from_ymd_opt(i32::from(d.year), u32::from(d.month), u32::from(d.day)));
        if day.is_none() {
            self.report(rules::date_impossible(span, written));
        }
        Some((day?, span))
    }

    /// A time of day, as TOML's own or as a string such as `"15:00"`.
    pub fn time(&self, key: &'static str) -> Option<NaiveTime> {
        let (value, span) = self.value(key)?;
        let (written, time) = match value {
            DeValue::Datetime(Datetime { date: None, time: Some(time), .. }) => {
                (time.to_string(), NaiveTime::from_hms_opt(u32::from(time.hour), u32::from(time.minute), 0))
            }
            DeValue::String(text) => (text.to_string(), clock(text)),
            other => {
                self.wrong_type(span, key, "time", other);
                return None;
            }
        };
        if time.is_none() {
            self.report(rules::time_impossible(span, written));
        }
        time
    }

    /// A table under this key.
    pub fn table(&self, key: &'static str) -> Option<Table<'t>> {
        let (value, span) = self.value(key)?;
        match value {
            DeValue::Table(table) => Some(Table::over(self.file, table, span, self.findings)),
            other => {
                self.wrong_type(span, key, "table", other);
                None
            }
        }
    }

    /// The tables of a list; an entry of another type is reported and left out.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'t>> {
        let mut tables = Vec::new();
        for (value, span) in self.entries(key) {
            match value {
                DeValue::Table(table) => tables.push(Table::over(self.file, table, span, self.findings)),
                other => self.wrong_type(span, key, "table", other),
            }
        }
        tables
    }

    /// The strings of a list; a single string counts as a list of one.
    pub fn texts(&self, key: &'static str) -> Vec<Text> {
        let mut texts = Vec::new();
        for (value, span) in self.entries(key) {
            match value.as_str() {
                Some(text) => texts.push(Text { text: text.to_owned(), span }),
                None => self.wrong_type(span, key, "string", value),
            }
        }
        texts
    }

    /// The prose of a list; empty entries are left out.
    pub fn proses(&self, key: &'static str) -> Vec<Prose> {
        self.texts(key)
            .into_iter()
            .map(|text| self.as_prose(key, text))
            .filter(|prose| !prose.text.is_empty())
            .collect()
    }

    /// The entries of a list that may be dates or tables.
    pub fn dates_or_tables(&self, key: &'static str) -> Vec<DateOrTable<'t>> {
        let mut entries = Vec::new();
        for (value, span) in self.entries(key) {
            match value {
                DeValue::Table(table) => {
                    entries.push(DateOrTable::Table(Table::over(self.file, table, span, self.findings)));
                }
                other => {
                    entries.extend(self.as_date(key, other, span).map(|(date, span)| DateOrTable::Date(date, span)))
                }
            }
        }
        entries
    }

    /// The entries of a list that may be strings (`Ok`) or tables (`Err`).
    pub fn texts_or_tables(&self, key: &'static str) -> Vec<Result<Text, Table<'t>>> {
        let mut entries = Vec::new();
        for (value, span) in self.entries(key) {
            match value {
                DeValue::Table(table) => entries.push(Err(Table::over(self.file, table, span, self.findings))),
                DeValue::String(text) => entries.push(Ok(Text { text: text.to_string(), span })),
                other => self.wrong_type(span, key, "string", other),
            }
        }
        entries
    }

    fn entries(&self, key: &'static str) -> Vec<(&'t DeValue<'t>, Span)> {
        let Some((value, span)) = self.value(key) else { return Vec::new() };
        match value {
            DeValue::Array(entries) => {
                entries.iter().map(|entry| (entry.get_ref(), Span::new(self.file, entry.span()))).collect()
            }
            single => vec![(single, span)],
        }
    }

    /// Whether the key holds a table (and not a string).
    pub fn is_table(&self, key: &'static str) -> bool {
        self.value(key).is_some_and(|(value, _)| value.is_table())
    }

    /// Reports every key that no getter asked for, with the nearest known one.
    pub fn finish(self) {
        let known = self.known.borrow();
        for (key, _) in self.values.iter() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let like = nearest(name, known.iter().copied()).unwrap_or("");
                self.report(rules::unknown_key(Span::new(self.file, key.span()), name, like));
            }
        }
    }
}

/// An entry of `dates`.
#[derive(Debug)]
pub enum DateOrTable<'t> {
    /// A plain date.
    Date(NaiveDate, Span),
    /// A table with `date`, `until-date`, `from`, `until`.
    Table(Table<'t>),
}

/// `15:00`, `9:30`, `15:00:00`, and `24:00` as the midnight that ends a day is not a time of that day.
fn clock(text: &str) -> Option<NaiveTime> {
    let mut parts = text.trim().split(':');
    let mut next = || parts.next().filter(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()));
    let (hour, minute) = (next()?.parse().ok()?, next()?.parse().ok()?);
    parts.next().is_none_or(|s| s == "00").then(|| NaiveTime::from_hms_opt(hour, minute, 0))?
}

/// Signs without width that steer text or hide in it: byte order mark, zero-width space, direction overrides.
/// Zero-width joiners stay; Persian and emoji need them.
fn is_invisible_control(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}
