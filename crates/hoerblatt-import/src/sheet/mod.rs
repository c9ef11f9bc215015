//! Excel and LibreOffice Calc: every sheet becomes a table of what its cells show. Hidden rows and columns are left out and reported.

mod hidden;
mod show;
mod xlsx;

use crate::{
    Input,
    limits::{MOST_COLUMNS, MOST_EVENTS},
    lines::{Page, Row, Table},
    rules,
};
use calamine::{Data, Range as Cells, Reader, Sheets, open_workbook_auto_from_rs};
use hidden::Hidden;
use hoerblatt_core::{Diagnostic, Sources, Span};
use std::{io::Cursor, ops::Range};

/// A sheet as it was read.
#[derive(Debug, Default)]
struct Sheet {
    name: String,
    /// The cells that show something: row, column, text.
    cells: Vec<(u32, u32, String)>,
    /// Whether it has more rows than are taken in.
    cut: bool,
    hidden: Hidden,
    /// Cells with a formula whose result the program did not keep.
    unknown: Vec<(u32, u32)>,
}

/// Reads a workbook; `None` with a finding where it cannot be opened.
pub(crate) fn read(sources: &mut Sources, input: &Input<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Page> {
    let (sheets, faults) = sheets(input.bytes);
    // The rendition is what findings point into: a line of it is a row of a sheet.
    let mut rendition = String::new();
    let grids: Vec<Grid> = sheets.iter().map(|sheet| Grid::of(sheet, &mut rendition)).collect();
    let file = sources.add(input.name, rendition);
    let nowhere = Span::new(file, 0..0);
    diagnostics.extend(faults.iter().map(|reason| unusable(nowhere, input.name, reason)));
    for (sheet, grid) in sheets.iter().zip(&grids) {
        let name = sheet.name.as_str();
        for &(row, column) in &sheet.unknown {
            let cell = format!("{}{}", hidden::letters(column), row + 1);
            diagnostics.push(rules::formula_without_value(nowhere, input.name, name, cell));
        }
        for (rows, text, range) in &grid.hidden_rows {
            let span = Span::new(file, range.clone());
            diagnostics.push(rules::hidden_rows(span, input.name, name, rows.as_str(), text.as_str()));
        }
        for (column, text) in &grid.hidden_columns {
            diagnostics.push(rules::hidden_column(nowhere, input.name, name, column.as_str(), text.as_str()));
        }
        if sheet.cut {
            diagnostics.push(rules::too_many_events(nowhere, MOST_EVENTS));
        }
    }
    let row = |(cells, range): (Vec<String>, Range<usize>)| Row { cells, span: Span::new(file, range) };
    let table = |grid: Grid| Table { rows: grid.rows.into_iter().map(row).collect() };
    let tables: Vec<Table> = grids.into_iter().map(table).filter(|table| !table.rows.is_empty()).collect();
    if tables.is_empty() {
        if faults.is_empty() {
            diagnostics.push(rules::import_empty(nowhere, input.name));
        }
        return None;
    }
    Some(Page { tables, ..Page::default() })
}

fn unusable(span: Span, name: &str, reason: &str) -> Diagnostic {
    let reads = reason.to_lowercase();
    if reads.contains("password") || reads.contains("encrypt") {
        rules::import_encrypted(span, name)
    } else {
        rules::import_broken(span, name, reason)
    }
}

/// All sheets that could be read, and what the others lack.
fn sheets(bytes: &[u8]) -> (Vec<Sheet>, Vec<String>) {
    let (mut sheets, mut faults) = (Vec::new(), Vec::new());
    let mut workbook = match open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(workbook) => workbook,
        Err(error) => return (sheets, vec![error.to_string()]),
    };
    for name in workbook.sheet_names() {
        let sheet = match &mut workbook {
            // Cell by cell: a table of all cells between two far corners would not fit into any memory.
            Sheets::Xlsx(workbook) => xlsx::read(workbook, bytes, &name).map_err(|error| error.to_string()),
            other => {
                other.worksheet_range(&name).map(|cells| of_range(&name, &cells)).map_err(|error| error.to_string())
            }
        };
        match sheet {
            Ok(sheet) => sheets.push(sheet),
            Err(fault) => faults.push(fault),
        }
    }
    (sheets, faults)
}

fn of_range(name: &str, cells: &Cells<Data>) -> Sheet {
    let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
    let mut rows = 0;
    for (row, filled) in cells.rows().enumerate() {
        let texts = filled.iter().take(MOST_COLUMNS).map(show::show).enumerate().filter(|(_, text)| !text.is_empty());
        let before = sheet.cells.len();
        let at = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        sheet.cells.extend(texts.map(|(column, text)| (at(row), at(column), text)));
        rows += usize::from(sheet.cells.len() > before);
        if rows >= MOST_EVENTS {
            sheet.cut = true;
            break;
        }
    }
    sheet
}

/// What a sheet shows, row by row, and what it hides.
#[derive(Debug, Default)]
struct Grid {
    rows: Vec<(Vec<String>, Range<usize>)>,
    /// Runs of hidden rows: their numbers, their text.
    hidden_rows: Vec<(String, String, Range<usize>)>,
    /// Hidden columns: their letters, their text.
    hidden_columns: Vec<(String, String)>,
}

impl Grid {
    fn of(sheet: &Sheet, rendition: &mut String) -> Self {
        let mut grid = Self::default();
        let shown = |column: u32| !sheet.hidden.hides_column(column);
        let left = sheet.cells.iter().map(|(_, column, _)| *column).filter(|column| shown(*column)).min().unwrap_or(0);
        let mut run: Option<(Range<u32>, Vec<&str>, Range<usize>)> = None;
        for cells in sheet.cells.chunk_by(|one, other| one.0 == other.0) {
            let row = cells[0].0;
            let start = rendition.len();
            let texts: Vec<&str> = cells.iter().map(|(.., text)| text.as_str()).collect();
            rendition.push_str(&texts.join(" | "));
            let range = start..rendition.len();
            rendition.push('\n');
            if sheet.hidden.hides_row(row) {
                match &mut run {
                    Some((rows, hidden, place)) if rows.end == row => {
                        hidden.extend(texts);
                        (rows.end, place.end) = (row + 1, range.end);
                    }
                    _ => grid.end_run(run.replace((row..row + 1, texts, range))),
                }
                continue;
            }
            let mut shown_cells = Vec::new();
            for (_, column, text) in cells.iter().filter(|(_, column, _)| shown(*column)) {
                let at = (column - left) as usize;
                if at < MOST_COLUMNS {
                    shown_cells.resize(at, String::new());
                    shown_cells.push(text.clone());
                }
            }
            if !shown_cells.is_empty() {
                grid.rows.push((shown_cells, range));
            }
        }
        grid.end_run(run);
        grid.hidden_columns = sheet.hidden.columns_with(&sheet.cells);
        grid
    }

    fn end_run(&mut self, run: Option<(Range<u32>, Vec<&str>, Range<usize>)>) {
        let Some((rows, texts, range)) = run else { return };
        let (first, last) = (rows.start + 1, rows.end);
        let rows = if first == last { first.to_string() } else { format!("{first}–{last}") };
        self.hidden_rows.push((rows, texts.join(" | "), range));
    }
}
