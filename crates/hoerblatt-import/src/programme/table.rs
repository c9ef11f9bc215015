//! Records with named columns: CSV, spreadsheets, tables in articles.

use super::{
    parts::EntryLine,
    venue::{bare_place, district_inside},
    when::{Timing, timing},
    words::Words,
};
use crate::{
    event::{ImportedEvent, ImportedStatus},
    gazetteer::without_district_word,
    lines::bare,
    scan::Scan,
};
use chrono::NaiveTime;
use hoerblatt_core::{
    Language, Span, Value,
    language::{Bound, Field, Spot},
};

/// The name of a column has no more words: "Titel (max. 60 Zeichen)", "Ort der Veranstaltung und Raum".
const LONGEST_COLUMN_NAME: usize = 6;

/// The fields that a head line names; `None` unless it names a day and something that takes place then.
pub(crate) fn columns(head: &[String], words: &Words<'_>) -> Option<Vec<Option<Field>>> {
    let mut columns: Vec<Option<Field>> = head.iter().map(|cell| column(cell, words)).collect();
    if !columns.iter().any(|field| matches!(field, Some(Field::Date | Field::When))) {
        // "Titel | Beginn | Uhrzeit": the beginning is a day.
        if let Some(from) = columns.iter_mut().find(|field| **field == Some(Field::From)) {
            *from = Some(Field::When);
        }
    }
    let dated = columns.iter().any(|field| matches!(field, Some(Field::Date | Field::When)));
    if dated {
        name_by_kind(&mut columns, head, words);
    }
    let known = columns.iter().flatten().count();
    if !dated || known < 2 {
        return None;
    }
    // A second column of one name is a remark; "Beginn" beside "Uhrzeit" is what it says.
    if !columns.contains(&Some(Field::Title)) {
        let substitute = columns
            .iter()
            .position(Option::is_none)
            .or_else(|| columns.iter().position(|field| *field == Some(Field::Description)));
        // "Stadtbezirk | Termin | Uhrzeit | Treffpunkt": what takes place stands above the table.
        match substitute {
            Some(at) => columns[at] = Some(Field::Title),
            None if known < 3 => return None,
            None => {}
        }
    }
    Some(columns)
}

/// Whether every column is named by its field alone; else its name tells something that the fields do not ("Gremium", "Erster Termin").
pub(crate) fn is_plain_head(head: &[String], words: &Words<'_>) -> bool {
    head.iter().all(|cell| cell.trim().is_empty() || words.field(bare(cell)).is_some())
}

/// The fields of a table without a head, by what most of its rows hold: a date, a time, a district, a place; the longest texts are titles.
pub(crate) fn columns_by_content(
    rows: &[crate::lines::Row],
    words: &Words<'_>,
    language: &dyn Language,
) -> Option<Vec<Option<Field>>> {
    let sample: Vec<_> =
        rows.iter().filter(|row| row.cells.iter().filter(|cell| !cell.is_empty()).count() >= 2).take(50).collect();
    let width = sample.iter().map(|row| row.cells.len()).max()?;
    let mut columns = vec![None; width];
    let mut open: Vec<(usize, f32)> = Vec::new();
    for (at, column) in columns.iter_mut().enumerate() {
        let cells: Vec<&str> = sample
            .iter()
            .filter_map(|row| row.cells.get(at))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .collect();
        let share =
            |holds: &dyn Fn(&str) -> bool| cells.iter().filter(|cell| holds(cell)).count() * 2 > cells.len().max(1);
        let spotted = |cell: &str, holds: fn(&Value) -> bool| {
            cell.len() <= 60 && language.spot(cell).iter().any(|spot| holds(&spot.value))
        };
        if cells.is_empty() {
            continue;
        }
        if share(&|cell| spotted(cell, |v| matches!(v, Value::Date(_) | Value::Dates(..)))) {
            *column = Some(Field::When);
        } else if share(&|cell| spotted(cell, |v| matches!(v, Value::Time(_) | Value::Times(..)))) {
            *column = Some(Field::Time);
        } else if share(&|cell| words.gazetteer.find(cell).is_some()) {
            *column = Some(Field::District);
        } else {
            let lean = cells.iter().map(|cell| {
                let named = cell.pieces().any(|word| words.names_event(word));
                words.place_words(cell) - if named { 2.0 } else { 0.0 }
            });
            open.push((at, lean.sum::<f32>() / cells.len() as f32));
        }
    }
    columns.contains(&Some(Field::When)).then_some(())?;
    let title = open.iter().min_by(|a, b| a.1.total_cmp(&b.1))?.0;
    columns[title] = Some(Field::Title);
    let place = open.iter().filter(|(at, lean)| *at != title && *lean > 0.3).max_by(|a, b| a.1.total_cmp(&b.1));
    if let Some(&(at, _)) = place {
        columns[at] = Some(Field::Place);
    }
    Some(columns)
}

fn column(cell: &str, words: &Words<'_>) -> Option<Field> {
    let name = bare(cell);
    // "der neue Termin steht noch nicht fest" names no column.
    if name.spaced().nth(LONGEST_COLUMN_NAME).is_some() {
        return None;
    }
    words.field(name).or_else(|| {
        // "Ort / Raum", "Titel (max. 60 Zeichen)", "Datum*": the first word that is known.
        let mut pieces =
            name.split(['/', '(', ',', '&', '*', '|', '\n', '+', ':']).map(str::trim).filter(|p| !p.is_empty());
        let by_piece = pieces.find_map(|piece| words.field(piece));
        by_piece.or_else(|| name.spaced().find_map(|word| words.field(word.without_signs())))
    })
}

/// Columns that no field is the name of: "Kirche", "Bad" tell the venue, "Konzert" the title.
fn name_by_kind(columns: &mut [Option<Field>], head: &[String], words: &Words<'_>) {
    let kind = |cell: &String| match bare(cell) {
        name if words.names_place(name) => Some(Field::Place),
        name => words.names_event(name).then_some(Field::Title),
    };
    for at in 0..columns.len() {
        let field = kind(&head[at]).filter(|field| columns[at].is_none() && !columns.contains(&Some(*field)));
        columns[at] = columns[at].or(field);
    }
}

/// An event from a record's cells; `None` where it has no day. Its title may be empty.
pub(crate) fn event(
    cells: &[(Field, &str)],
    span: Span,
    words: &Words<'_>,
    language: &dyn Language,
) -> Option<(ImportedEvent, Timing)> {
    let mut lines: Vec<EntryLine<'_>> = Vec::new();
    let mut event = ImportedEvent::new("", span);
    let mut status: Option<ImportedStatus> = None;
    for &(field, text) in cells {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        match field {
            Field::Date | Field::When | Field::UntilDate | Field::Time | Field::From | Field::Until => {
                let mut line = EntryLine::new(text, language);
                if matches!(field, Field::Time | Field::From | Field::Until) && line.spots.is_empty() {
                    line.spots = bare_times(text).into_iter().collect();
                }
                line.labels = vec![Some(field); line.spots.len()];
                line.aside = vec![false; line.spots.len()];
                let rest = without_spots(&line);
                if rest.chars().filter(|c| c.is_alphabetic()).count() > 5 {
                    event.description.push(text.to_owned());
                }
                lines.push(line);
            }
            Field::Title | Field::Status | Field::Description => {
                let (rest, found) = without_notice(text, language);
                // A remark tells of the status only where it begins with it: "verschoben vom 31. März".
                let leads = rest.is_empty() || !text.starts_with(rest.as_str());
                status = found.filter(|_| field != Field::Description || leads).or(status);
                match field {
                    Field::Title if event.title.is_empty() => {
                        event.title = if rest.is_empty() { text.to_owned() } else { rest }
                    }
                    Field::Status if found.is_some() => {}
                    Field::Status => event.description.push(text.to_owned()),
                    _ => event.description.push(text.to_owned()),
                }
            }
            Field::District => set_district(&mut event, text, words),
            Field::Place => {
                event.place = Some(match event.place.take() {
                    Some(place) => format!("{place}, {text}"),
                    None => text.to_owned(),
                })
            }
            Field::Address => event.address = Some(text.to_owned()),
            Field::Admission => event.admission.push(text.to_owned()),
            Field::Registration | Field::Phone | Field::Email | Field::Web => event.registration.push(text.to_owned()),
            Field::Access => event.access.push(text.to_owned()),
            Field::Organiser => event.organiser.push(text.to_owned()),
            _ => event.description.push(text.to_owned()),
        }
    }
    let mut timing = timing(&lines, words);
    timing.labelled = true;
    event.status = status.unwrap_or(timing.status);
    if let (ImportedStatus::Moved { from: None }, ImportedStatus::Moved { from }) = (event.status, timing.status) {
        event.status = ImportedStatus::Moved { from };
    }
    // A place column that only names districts.
    if event.district.is_none()
        && let Some(found) = event.place.as_deref().and_then(|place| words.gazetteer.find_labelled(place, words))
    {
        event.district = Some(found.district.to_owned());
        event.district_named = !found.part;
        if !found.part {
            event.place = None;
        }
    }
    event.place = event.place.map(|place| told_place(&place, words));
    if event.district.is_none() {
        let texts = [event.place.as_deref(), Some(event.title.as_str())];
        let named = texts.into_iter().flatten().find_map(|text| district_inside(text, words)).map(str::to_owned);
        event.district_named = named.is_some();
        event.district = named;
    }
    (!timing.days.is_empty()).then_some((event, timing))
}

/// A venue from a column: "Treffpunkt Lindenhof" is its name there and no label.
fn told_place(text: &str, words: &Words<'_>) -> String {
    let label = text.split(' ').next().is_some_and(|first| words.field(first) == Some(Field::Place));
    if label { text.trim().to_owned() } else { bare_place(text, words) }
}

/// Sets an event's district from a cell or label; a name that the gazetteer does not know stays as written.
pub(crate) fn set_district(event: &mut ImportedEvent, text: &str, words: &Words<'_>) {
    match words.gazetteer.find_labelled(text, words) {
        Some(found) => {
            event.district = Some(found.district.to_owned());
            event.district_named = !found.part;
            if found.part && event.place.is_none() {
                event.place = Some(text.to_owned());
            }
        }
        None => {
            event.district = Some(without_district_word(text, words).unwrap_or(text).to_owned());
            event.district_named = true;
        }
    }
}

/// "14-16", "9", "1530": a time column needs no word or colon.
fn bare_times(text: &str) -> Option<Spot> {
    let time = |piece: &str| -> Option<NaiveTime> {
        let digits: String = piece.trim().chars().filter(char::is_ascii_digit).collect();
        let (hour, minute) = match digits.len() {
            1 | 2 => (digits.parse().ok()?, 0),
            3 | 4 => (digits[..digits.len() - 2].parse().ok()?, digits[digits.len() - 2..].parse().ok()?),
            _ => return None,
        };
        NaiveTime::from_hms_opt(if hour == 24 { 0 } else { hour }, minute, 0)
    };
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let value = match text.split_once(['-', '–', '—']) {
        Some((from, until)) => Value::Times(time(from)?, time(until)?),
        None => Value::Time(time(text)?),
    };
    Some(Spot { range: 0..text.len(), value, bound: Bound::On })
}

fn without_spots(line: &EntryLine<'_>) -> String {
    let mut rest = line.text.to_owned();
    for spot in line.spots.iter().rev() {
        rest.replace_range(spot.range.clone(), " ");
    }
    rest
}

/// A text without a notice such as "ABGESAGT:", and the notice.
pub(crate) fn without_notice(text: &str, language: &dyn Language) -> (String, Option<ImportedStatus>) {
    use hoerblatt_core::Notice;
    let spots = language.spot(text);
    let found = spots.iter().find_map(|spot| match &spot.value {
        Value::Notice(Notice::Cancelled) => Some((spot.range.clone(), Some(ImportedStatus::Cancelled))),
        Value::Notice(Notice::Moved) => Some((spot.range.clone(), Some(ImportedStatus::Moved { from: None }))),
        Value::Notice(Notice::SoldOut) => Some((spot.range.clone(), None)),
        _ => None,
    });
    let Some((range, status)) = found else { return (text.to_owned(), None) };
    if status.is_none() {
        return (text.to_owned(), None);
    }
    // Only a notice at an edge is one; "Wie der Zug verlegt wurde" is a title.
    let edge = |piece: &str| !piece.contains(char::is_alphanumeric);
    if !edge(&text[..range.start]) && !edge(&text[range.end..]) {
        return (text.to_owned(), None);
    }
    let clean = |piece: &str| {
        piece
            .trim_matches(|c: char| {
                c.is_whitespace() || matches!(c, ':' | '-' | '–' | '(' | ')' | '!' | '+' | '*' | '[' | ']' | ',' | '/')
            })
            .to_owned()
    };
    let (before, after) = (clean(&text[..range.start]), clean(&text[range.end..]));
    (if before.is_empty() { after } else { before }, status)
}
