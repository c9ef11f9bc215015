//! Lists with delimiters: `;`, `,`, tab or `|`, quoted fields, records over several lines.

use crate::{
    limits::MOST_COLUMNS,
    lines::{Page, Row, Table, reads_as_prose},
    rules,
    scan::Scan,
    text::raw_lines,
};
use hoerblatt_core::{Diagnostic, FileId, Span};

/// Delimiters in the order in which a tie is decided.
const DELIMITERS: &[u8] = b";\t,|";

/// How many lines are looked at to find the delimiter.
const SAMPLE: usize = 30;

/// A note above the rows of a list has no more words.
const LONGEST_NOTE: usize = 25;

/// So many sentences beside the rows make it an article with a typed table.
const SENTENCES: usize = 2;

/// The delimiter of a text that is a list; `None` for any other text.
///
/// In a list nearly every record has as many delimiters as the first, and records are short of sentences: prose has commas, too.
pub(crate) fn delimiter(text: &str) -> Option<u8> {
    let lines: Vec<&str> =
        raw_lines(text).map(|(_, line)| line).filter(|line| !line.trim().is_empty()).take(SAMPLE).collect();
    if lines.len() < 2
        || lines[0].starts_with('|')
        || lines.iter().any(|line| line.starts_with("|--") || line.starts_with("| --"))
    {
        return None;
    }
    let count = |line: &str, delimiter: u8| {
        let mut quoted = false;
        line.bytes()
            .filter(|&byte| {
                quoted ^= byte == b'"';
                byte == delimiter && !quoted
            })
            .count()
    };
    DELIMITERS.iter().copied().find(|&delimiter| {
        // A title line above the list has fewer; take what most lines have.
        let mut counts: Vec<usize> = lines.iter().map(|line| count(line, delimiter)).collect();
        let first = counts.iter().copied().find(|count| *count >= 2).unwrap_or(0);
        counts.sort_unstable();
        let middle = counts[counts.len() / 2];
        let same = counts.iter().filter(|count| **count == middle).count();
        let steady = middle >= 1 && same * 10 >= counts.len() * 6 && first >= middle;
        // In a list quotation marks hold a whole field; in a sentence they stand behind a space.
        let quotes_field = |line: &str| line.starts_with('"') || line.contains(",\"");
        let prose = delimiter == b','
            && lines.iter().filter(|line| line.contains(", ") && !quotes_field(line)).count() * 2 > lines.len();
        // A paragraph beside the rows makes it an article with a typed table.
        let paragraph = |line: &&str| count(line, delimiter) == 0 && line.split(' ').nth(LONGEST_NOTE).is_some();
        let sentence = |line: &&&str| count(line, delimiter) == 0 && line.ends_with('.') && reads_as_prose(line);
        let prose = prose || lines.iter().any(paragraph) || lines.iter().filter(sentence).count() >= SENTENCES;
        // Two columns only with semicolons, and only if every line has them.
        let pairs = delimiter == b';' && same == counts.len();
        let enough = (middle >= 2 || pairs) && !prose;
        steady && enough && (delimiter != b'\t' || middle >= 2)
    })
}

/// Reads a list.
pub(crate) fn read(text: &str, file: FileId, name: &str, diagnostics: &mut Vec<Diagnostic>) -> Page {
    let delimiter = delimiter(text).unwrap_or(b';');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows: Vec<Row> = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut width = 0;
    // The text is UTF-8 and records may be ragged, so a record cannot fail; should it, the rest is left.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = usize::try_from(record.position().map_or(0, csv::Position::byte)).unwrap_or(0);
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len());
        let cells: Vec<String> =
            record.iter().take(MOST_COLUMNS).map(|cell| cell.spaced().collect::<Vec<_>>().join(" ")).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let start = start + text[start.min(end)..end].len() - text[start.min(end)..end].trim_start().len();
        let span = Span::new(file, start..text[..end].trim_end().len().max(start));
        let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        if width > 0 && filled > width {
            let line = i64::try_from(record.position().map_or(1, csv::Position::line)).unwrap_or(i64::MAX);
            diagnostics.push(rules::import_ragged(span, name, line));
        }
        if width == 0 && filled >= 2 {
            width = cells.len();
        }
        rows.push(Row { cells, span });
    }
    Page { tables: vec![Table { rows }], ..Page::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_told_from_prose() {
        assert_eq!(delimiter("Datum;Ort;Titel\n11.05.2022;Hörde;Fest\n"), Some(b';'));
        assert_eq!(delimiter("Datum,Ort,Titel\n11.05.2022,Hörde,\"Tanz, Musik\"\n"), Some(b','));
        assert_eq!(delimiter("Datum\tOrt\tTitel\n11.05.2022\tHörde\tFest\n"), Some(b'\t'));
        assert_eq!(
            delimiter("Am Montag, den 3. Mai, wird gefeiert.\nKaffee, Kuchen, Musik und Tanz, alles da.\n"),
            None
        );
        assert_eq!(delimiter("Kino\nFr, 5.7., 21 Uhr: \"Oppenheimer\"\nSa, 6.7., 21 Uhr: \"Paddington\"\n"), None);
        assert_eq!(delimiter("Fest\n\n11. Mai: Tanz\n"), None);
    }
}
