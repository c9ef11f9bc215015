//! Excel and LibreOffice Calc: every sheet becomes a table of what its cells show.
//!
//! Times arrive as a moment of 1899-12-31, dates as floats or typed text ("Mi, 25. Mai"); both are written out here the way a person reads them.

use crate::{
    Input,
    limits::MOST_COLUMNS,
    lines::{Page, Row, Table},
    rules,
};
use calamine::{Data, DataType, Reader, open_workbook_auto_from_rs};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use hoerblatt_core::{Diagnostic, Sources, Span};
use std::io::Cursor;

/// Reads a workbook; `None` with a finding where it cannot be opened.
pub(crate) fn read(sources: &mut Sources, input: &Input<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Page> {
    let broken = |sources: &mut Sources, error: &dyn std::fmt::Display| {
        let reason = error.to_string();
        let file = sources.add(input.name, "");
        let span = Span::new(file, 0..0);
        if reason.to_lowercase().contains("password") || reason.to_lowercase().contains("encrypt") {
            rules::import_encrypted(span, input.name)
        } else {
            rules::import_broken(span, input.name, reason)
        }
    };
    let mut workbook = match open_workbook_auto_from_rs(Cursor::new(input.bytes)) {
        Ok(workbook) => workbook,
        Err(error) => {
            diagnostics.push(broken(sources, &error));
            return None;
        }
    };
    let mut rendition = String::new();
    let mut tables: Vec<Vec<(Vec<String>, std::ops::Range<usize>)>> = Vec::new();
    for name in workbook.sheet_names() {
        let range = match workbook.worksheet_range(&name) {
            Ok(range) => range,
            Err(error) => {
                diagnostics.push(broken(sources, &error));
                continue;
            }
        };
        let mut rows = Vec::new();
        for cells in range.rows() {
            let cells: Vec<String> = cells.iter().take(MOST_COLUMNS).map(show).collect();
            let start = rendition.len();
            rendition.push_str(&cells.join(" | "));
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push((cells, start..rendition.len()));
            }
            rendition.push('\n');
        }
        tables.push(rows);
    }
    if tables.iter().all(Vec::is_empty) {
        let file = sources.add(input.name, "");
        diagnostics.push(rules::import_empty(Span::new(file, 0..0), input.name));
        return None;
    }
    // The rendition is what findings point into: its line is the sheet's row.
    let file = sources.add(input.name, rendition);
    let row = |(cells, range): (Vec<String>, std::ops::Range<usize>)| Row { cells, span: Span::new(file, range) };
    let table = |rows: Vec<(Vec<String>, std::ops::Range<usize>)>| Table { rows: rows.into_iter().map(row).collect() };
    Some(Page { tables: tables.into_iter().filter(|rows| !rows.is_empty()).map(table).collect(), ..Page::default() })
}

/// What a cell shows.
fn show(cell: &Data) -> String {
    match cell {
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => {
            let moment: Option<NaiveDateTime> = cell.as_datetime();
            moment.map(moment_text).or_else(|| cell.as_time().map(time_text)).unwrap_or_else(|| cell.to_string())
        }
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Error(_) | Data::Empty => String::new(),
        other => other.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// A date, a time (a moment of the epoch's first days), or both.
fn moment_text(moment: NaiveDateTime) -> String {
    let time = moment.time();
    if Some(moment.date()) < NaiveDate::from_ymd_opt(1900, 1, 2) {
        return time_text(time);
    }
    let midnight = time.num_seconds_from_midnight() == 0;
    if midnight { moment.date().to_string() } else { format!("{} {}", moment.date(), time_text(time)) }
}

fn time_text(time: NaiveTime) -> String {
    // Excel keeps times as fractions of a day: 15:00 may come as 14:59:59.
    let minutes = (time.num_seconds_from_midnight() + 30) / 60;
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}
