//! Which rows and columns does a sheet of Excel hide? The reader of its cells does not tell; the sheet's own file does.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufReader, Cursor},
    ops::RangeInclusive,
};

/// What a sheet hides; counted from 0.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    rows: BTreeSet<u32>,
    columns: Vec<RangeInclusive<u32>>,
}

impl Hidden {
    pub(super) fn hides_row(&self, row: u32) -> bool {
        self.rows.contains(&row)
    }

    pub(super) fn hides_column(&self, column: u32) -> bool {
        self.columns.iter().any(|columns| columns.contains(&column))
    }

    /// The hidden columns that hold anything, with what they hold in rows that are shown.
    pub(super) fn columns_with(&self, cells: &[(u32, u32, String)]) -> Vec<(String, String)> {
        let mut texts: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for (_, column, text) in
            cells.iter().filter(|(row, column, _)| self.hides_column(*column) && !self.hides_row(*row))
        {
            texts.entry(*column).or_default().push(text);
        }
        texts.into_iter().map(|(column, texts)| (letters(column), texts.join(" | "))).collect()
    }
}

/// A column's letters: A, Z, AA.
pub(super) fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// Looks through the sheet of a name; what cannot be read hides nothing.
pub(super) fn of_sheet(bytes: &[u8], name: &str) -> Hidden {
    let mut hidden = Hidden::default();
    let Some(path) = path_of(bytes, name) else { return hidden };
    let mut row = 0;
    each_tag(bytes, &path, |tag| {
        let number = |name: &str| attribute(tag, name).and_then(|value| value.parse::<u32>().ok());
        match tag.local_name().as_ref() {
            "row" => {
                row = number("r").unwrap_or(row + 1);
                if is_hidden(tag) && row > 0 {
                    hidden.rows.insert(row - 1);
                }
            }
            "col" if is_hidden(tag) => {
                if let (Some(first @ 1..), Some(last @ 1..)) = (number("min"), number("max")) {
                    hidden.columns.push(first - 1..=last - 1);
                }
            }
            _ => {}
        }
    });
    hidden
}

/// Where the sheet of a name is kept: the workbook names its relation, the relations name its file.
fn path_of(bytes: &[u8], name: &str) -> Option<String> {
    let mut relation = None;
    each_tag(bytes, "xl/workbook.xml", |tag| {
        if tag.local_name().as_ref() == "sheet" && attribute(tag, "name").as_deref() == Some(name) {
            relation = relation.take().or(attribute(tag, "id"));
        }
    });
    let relation = relation?;
    let mut target = None;
    each_tag(bytes, "xl/_rels/workbook.xml.rels", |tag| {
        if attribute(tag, "Id").as_deref() == Some(relation.as_str()) {
            target = target.take().or(attribute(tag, "Target"));
        }
    });
    let target = target?;
    Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

/// Every start of an element of a file inside the workbook, up to the first that cannot be read.
fn each_tag(bytes: &[u8], path: &str, mut look: impl FnMut(&BytesStart<'_>)) {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return };
    let Ok(file) = archive.by_name(path) else { return };
    let mut reader = Reader::from_reader(BufReader::new(file));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => look(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The value of an attribute, whatever stands before its name ("r:id").
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "hidden").is_some_and(|value| value == "1" || value == "true")
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_have_their_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(super::letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
