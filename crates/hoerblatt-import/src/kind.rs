//! What kind of file is it? The bytes tell; names lie ("liste.xls" that is a web page, "programm.csv" that is a Word file).

use crate::{
    ImportOptions, Input, calendar, csv,
    decode::{self, Decoded},
    docx, html,
    limits::{MOST_INPUT_BYTES, MOST_UNPACKED_BYTES, MOST_ZIP_ENTRIES},
    lines::Page,
    markdown, rules, sheet, text,
};
use hoerblatt_core::{Diagnostic, FileId, Language, Sources, Span};
use std::io::{Cursor, Read};

/// Kinds of files that can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A list with delimiters.
    Csv,
    /// Excel or LibreOffice Calc.
    Sheet,
    /// Word (docx).
    Docx,
    /// iCalendar.
    Calendar,
    /// An Office file with a password.
    Encrypted,
    /// Something that holds no text that could be read; the word is the kind's usual name.
    Other(&'static str),
}

impl Kind {
    /// Whether it holds records rather than an article.
    pub(crate) fn is_records(self) -> bool {
        matches!(self, Self::Csv | Self::Sheet | Self::Calendar)
    }
}

/// Beginnings of files that hold no readable text.
const OTHER: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
    (b"{\\rtf", "RTF"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"BZh", "bzip2"),
];

/// Tells the kind of a file.
pub(crate) fn detect(bytes: &[u8]) -> Kind {
    if let Some((_, name)) = OTHER.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Kind::Other(name);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        // Directory entries of an OLE container are UTF-16; a sector's worth of names is enough to know it.
        let holds = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(wide.len()).any(|window| window == wide)
        };
        return match (holds("EncryptedPackage"), holds("Workbook") || holds("Book"), holds("WordDocument")) {
            (true, ..) => Kind::Encrypted,
            (_, true, _) => Kind::Sheet,
            (_, _, true) => Kind::Other("doc"),
            _ => Kind::Other("OLE"),
        };
    }
    if is_binary(bytes) {
        return Kind::Other("?");
    }
    of_text(&decode::decode(&bytes[..bytes.len().min(64 << 10)]).text)
}

/// What a zip holds, by the names inside. A name that stands in the bytes is enough where the directory is broken.
fn packed(bytes: &[u8]) -> Kind {
    let names: Vec<String> = match zip::ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive.file_names().take(MOST_ZIP_ENTRIES).flatten().map(|name| name.into_owned()).collect(),
        Err(_) => Vec::new(),
    };
    let head = &bytes[..bytes.len().min(1 << 20)];
    let holds = |name: &str| {
        names.iter().any(|known| known.starts_with(name))
            || names.is_empty() && head.windows(name.len()).any(|w| w == name.as_bytes())
    };
    if holds("word/") {
        Kind::Docx
    } else if holds("xl/") || holds("content.xml") {
        let text = head.windows(39).any(|w| w == b"application/vnd.oasis.opendocument.text");
        if text { Kind::Other("odt") } else { Kind::Sheet }
    } else {
        Kind::Other("zip")
    }
}

/// Bytes that are no text in any encoding: many control characters, and not UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(8192)];
    let decoded = decode::decode(sample);
    let signs = decoded.text.chars().count().max(1);
    decoded.controls * 10 > signs + decoded.controls
}

/// The kind of a text, by its first 64 KB.
fn of_text(text: &str) -> Kind {
    let start = text.trim_start_matches(text::is_blank);
    let head: String = start.chars().take(2000).collect::<String>().to_lowercase();
    if head.starts_with("begin:vcalendar") || head.starts_with("begin:vevent") {
        Kind::Calendar
    } else if html::is_html(&head) {
        Kind::Html
    } else if csv::delimiter(start).is_some() {
        Kind::Csv
    } else if markdown::is_markdown(start) {
        Kind::Markdown
    } else {
        Kind::Text
    }
}

/// Reads a file of any kind; `None` with a finding where nothing can be used.
pub(crate) fn read(
    sources: &mut Sources,
    input: &Input<'_>,
    options: &ImportOptions,
    language: &dyn Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Page> {
    let fail = |sources: &mut Sources, finding: fn(Span, &str) -> Diagnostic| {
        let file = sources.add(input.name, "");
        finding(Span::new(file, 0..0), input.name)
    };
    let megabytes = |bytes: u64| i64::try_from(bytes >> 20).unwrap_or(i64::MAX);
    if input.bytes.len() > MOST_INPUT_BYTES {
        let file = sources.add(input.name, "");
        diagnostics.push(rules::import_too_large(
            Span::new(file, 0..0),
            input.name,
            megabytes(MOST_INPUT_BYTES as u64),
        ));
        return None;
    }
    let kind = detect(input.bytes);
    match kind {
        Kind::Encrypted => {
            diagnostics.push(fail(sources, |span, name| rules::import_encrypted(span, name)));
            return None;
        }
        Kind::Other(name) => {
            let file = sources.add(input.name, "");
            diagnostics.push(rules::import_unreadable(Span::new(file, 0..0), input.name, name));
            return None;
        }
        Kind::Sheet | Kind::Docx if input.bytes.starts_with(b"PK") => {
            if let Err(finding) = unpacks_within_limits(sources, input) {
                diagnostics.push(finding);
                return None;
            }
        }
        _ => {}
    }
    match kind {
        Kind::Sheet => return sheet::read(sources, input, diagnostics),
        Kind::Docx => return docx::read(sources, input, diagnostics),
        _ => {}
    }
    let decoded = decode::decode(input.bytes);
    if decode::is_empty(&decoded.text) {
        diagnostics.push(fail(sources, |span, name| rules::import_empty(span, name)));
        return None;
    }
    let file = sources.add(input.name, decoded.text.as_str());
    tell(sources, file, input.name, &decoded, diagnostics);
    Some(match kind {
        Kind::Html => html::read(&decoded.text, file),
        Kind::Markdown => markdown::read(&decoded.text, file),
        Kind::Csv => csv::read(&decoded.text, file, input.name, diagnostics),
        Kind::Calendar => calendar::read(&decoded.text, file, sources, options, language, diagnostics),
        _ => text::read(&decoded.text, file),
    })
}

fn tell(sources: &Sources, file: FileId, name: &str, decoded: &Decoded, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(at) = decoded.first_broken {
        let place = sources.position_of(file, at);
        diagnostics.push(rules::import_encoding(Span::new(file, at..at + 3), name, place.line, place.column));
    }
    if decoded.controls > 0 {
        diagnostics.push(rules::import_control(Span::new(file, 0..0), name, decoded.controls));
    }
}

/// Unpacks every file of a zip into nothing, to learn what it really holds: the sizes in its directory may lie.
fn unpacks_within_limits(sources: &mut Sources, input: &Input<'_>) -> Result<(), Diagnostic> {
    let mut broken = |reason: String| {
        let file = sources.add(input.name, "");
        rules::import_broken(Span::new(file, 0..0), input.name, reason)
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(input.bytes)).map_err(|error| broken(error.to_string()))?;
    let mut total: u64 = 0;
    let mut too_large = archive.len() > MOST_ZIP_ENTRIES;
    for at in 0..archive.len().min(MOST_ZIP_ENTRIES) {
        let entry = archive.by_index(at).map_err(|error| broken(error.to_string()))?;
        let is_xml = entry.name().is_ok_and(|name| name.ends_with(".xml") || name.ends_with(".rels"));
        if !is_xml {
            continue;
        }
        total += std::io::copy(
            &mut entry.take(MOST_UNPACKED_BYTES + 1 - total.min(MOST_UNPACKED_BYTES)),
            &mut std::io::sink(),
        )
        .map_err(|error| broken(error.to_string()))?;
        too_large |= total > MOST_UNPACKED_BYTES;
        if too_large {
            break;
        }
    }
    if too_large {
        let file = sources.add(input.name, "");
        let most = i64::try_from(MOST_UNPACKED_BYTES >> 20).unwrap_or(i64::MAX);
        return Err(rules::import_too_large(Span::new(file, 0..0), input.name, most));
    }
    Ok(())
}
