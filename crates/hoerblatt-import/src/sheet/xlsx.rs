//! The cells of a sheet of Excel, one by one.

use super::{Sheet, hidden, show::show};
use crate::limits::MOST_EVENTS;
use calamine::{Data, Xlsx, XlsxError};
use std::io::Cursor;

/// Reads a sheet.
pub(super) fn read(workbook: &mut Xlsx<Cursor<&[u8]>>, bytes: &[u8], name: &str) -> Result<Sheet, XlsxError> {
    let mut sheet = Sheet { name: name.to_owned(), hidden: hidden::of_sheet(bytes, name), ..Sheet::default() };
    let mut cells = workbook.worksheet_cells_reader(name)?;
    let (mut rows, mut last) = (0, None);
    while let Some(cell) = cells.next_cell_with_formula_metadata()? {
        let (row, column) = cell.pos;
        let value = Data::from(cell.value);
        if cell.formula.is_some() && value == Data::Empty {
            sheet.unknown.push((row, column));
        }
        let text = show(&value);
        if text.is_empty() {
            continue;
        }
        if last.replace(row) != Some(row) {
            rows += 1;
            if rows > MOST_EVENTS {
                sheet.cut = true;
                break;
            }
        }
        sheet.cells.push((row, column, text));
    }
    // A sheet is written in order; one that is not is put in order.
    sheet.cells.sort_by_key(|(row, column, _)| (*row, *column));
    Ok(sheet)
}
