//! Tables by themselves (CSV, spreadsheet): below the row that names the columns, or, without one, row by row.

use super::{
    Programme,
    judge::Judge,
    segment::{Context, year_in},
    table,
    words::Words,
};
use crate::{event::ImportedEvent, lines::Table, rules, years::Anchor};
use hoerblatt_core::{Date, Language, language::Field};

/// Finds the events of a table by itself (CSV, spreadsheet): below the row that names the columns, or, without one, row by row.
pub(crate) fn records(
    table: &Table,
    words: &Words<'_>,
    language: &dyn Language,
    anchor: Anchor,
    programme: &mut Programme,
) {
    let head = table
        .rows
        .iter()
        .take(HEAD_WITHIN)
        .enumerate()
        .find_map(|(at, row)| Some((at, table::columns(&row.cells, words)?)));
    let (head, columns) = head.unzip();
    let columns = columns.or_else(|| table::columns_by_content(&table.rows, words, language)).unwrap_or_default();
    if let Some(row) = head.map(|head| &table.rows[head])
        && !table::is_plain_head(&row.cells, words)
    {
        programme.diagnostics.push(rules::left_out(row.span, row.cells.join(" | ")));
    }
    let first_event = programme.events.len();
    let context = Context::default();
    // "Veranstaltungsplan, April bis Juni 2022" above the head.
    let above = table.rows.iter().take(head.unwrap_or(0)).flat_map(|row| &row.cells);
    let year = above.filter_map(|cell| year_in(cell)).next();
    let anchor = Anchor { year: anchor.year.or(year.filter(|_| anchor.news.is_none())), ..anchor };
    let judge = Judge { words, anchor, context: &context };
    let mut before: Vec<(Field, String)> = Vec::new();
    let mut leading: Option<usize> = None;
    for (at, row) in table.rows.iter().enumerate() {
        let above = head.is_some_and(|head| at <= head);
        let mut cells: Vec<(Field, &str)> = Vec::new();
        for column in 0..row.cells.len().max(columns.len()) {
            // Empty cells at a row's end may not be in the file.
            let cell = row.cells.get(column).map_or("", String::as_str);
            cells.push((columns.get(column).copied().flatten().unwrap_or(Field::Description), cell));
        }
        if above || cells.is_empty() {
            programme.rest.extend((!above || head != Some(at)).then(|| (row.cells.join(" "), row.span)));
            continue;
        }
        // A merged cell leaves gaps below it: the day and the district count on.
        let titled = cells.iter().any(|(field, text)| *field == Field::Title && !text.is_empty());
        // Where the first column names district or venue, the entries stand below it.
        if let Some((_, text)) =
            cells.first_mut().filter(|(field, text)| titled && leads_rows(*field) && text.is_empty())
        {
            *text = leading.map_or("", |row| table.rows[row].cells[0].as_str());
        }
        for (field, text) in
            cells.iter_mut().filter(|(field, _)| titled && matches!(field, Field::Date | Field::When | Field::District))
        {
            let known = before.iter_mut().find(|(known, _)| known == field);
            match (known, text.is_empty()) {
                (Some((_, value)), false) => *value = (*text).to_owned(),
                (None, false) => before.push((*field, (*text).to_owned())),
                _ => {}
            }
        }
        let dateless = cells.iter().any(|(field, text)| matches!(field, Field::Date | Field::When) && text.is_empty());
        if titled && dateless {
            for (field, text) in cells.iter_mut().filter(|(_, text)| text.is_empty()) {
                if let Some((_, value)) = before.iter().find(|(known, _)| known == field) {
                    *text = value;
                }
            }
        }
        if row.cells.first().is_some_and(|cell| !cell.is_empty()) {
            leading = Some(at);
        }
        let kept = match table::event(&cells, row.span, words, language) {
            Some((event, timing)) if !event.title.is_empty() => judge.finish(event, &timing, programme),
            _ => false,
        };
        if !kept && row.cells.iter().any(|cell| !cell.is_empty()) {
            let text =
                row.cells.iter().filter(|cell| !cell.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" | ");
            if !titled && dateless {
                programme.rest.push((text, row.span));
            } else {
                programme.diagnostics.push(rules::perhaps_an_event(row.span, text.as_str()));
                programme.rest.push((text, row.span));
            }
        }
    }
    share_years(&mut programme.events[first_event..]);
}

/// "Mi, 11. Mai" between cells that are whole dates: the year of the row before counts, where its day does not lie ahead of it.
fn share_years(events: &mut [ImportedEvent]) {
    let mut before: Option<Date> = None;
    for when in events.iter_mut().flat_map(|event| &mut event.when) {
        if let (None, Some(last)) = (when.date.year, before) {
            let next = (when.date.month, when.date.day) < (last.month, last.day);
            when.date.year = last.year.map(|year| if next { year + 1 } else { year });
        }
        before = when.date.year.map(|_| when.date).or(before);
    }
}

/// Whether a first column of this field may stand for the rows below it.
fn leads_rows(field: Field) -> bool {
    matches!(field, Field::District | Field::Place)
}

/// A list may have a title and remarks above the row that names its columns.
const HEAD_WITHIN: usize = 12;
