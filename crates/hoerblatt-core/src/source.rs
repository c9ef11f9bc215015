//! Where did this text come from? [`Sources`] keeps every file that was read, a [`Span`] points into one of them.
//!
//! A span travels from the TOML through prose, document and layout, so that "this word is wider than the column" can name
//! the line a clerk has to change.

use std::ops::Range;

/// One of the files in a [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A stretch of bytes in one file; `start..end`, half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span over `range` of `file`.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place as people count it: from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: u32,
}

#[derive(Debug, Clone)]
struct SourceFile {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

/// Every file that was read, by the name under which it is reported.
///
/// ```
/// use hoerblatt_core::{Sources, Span};
/// let mut sources = Sources::default();
/// let file = sources.add("article.toml", "kicker = \"Jubiläum\"\nheadline = 1\n");
/// let span = Span::new(file, 32..33);
/// assert_eq!((sources.position(span).line, sources.position(span).column), (2, 12));
/// assert_eq!(sources.text(span), "1");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file under the `name` by which it is found and reported, e.g. `programme.toml`.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let text = text.into();
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        self.files.push(SourceFile { name: name.into(), text, line_starts });
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The file whose name is `name` or ends in `/name`.
    pub fn find(&self, name: &str) -> Option<FileId> {
        let is_it = |file: &SourceFile| {
            file.name.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with(['/', '\\']))
        };
        self.files.iter().position(is_it).and_then(|at| u32::try_from(at).ok()).map(FileId)
    }

    /// All files in the order in which they were added.
    pub fn files(&self) -> impl Iterator<Item = FileId> + '_ {
        (0..self.files.len()).filter_map(|at| u32::try_from(at).ok()).map(FileId)
    }

    /// The name under which the file was added.
    pub fn name(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].name
    }

    /// The whole text of a file.
    pub fn file_text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].text
    }

    /// The text under a span; empty where the span does not fit the file.
    pub fn text(&self, span: Span) -> &str {
        self.file_text(span.file).get(span.range()).unwrap_or("")
    }

    /// Line and column of the first character of a span.
    pub fn position(&self, span: Span) -> LineColumn {
        self.position_of(span.file, span.start as usize)
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn position_of(&self, file: FileId, offset: usize) -> LineColumn {
        let source = &self.files[file.0 as usize];
        let offset = offset.min(source.text.len());
        let line = source.line_starts.partition_point(|&start| start <= offset) - 1;
        let before = &source.text.as_bytes()[source.line_starts[line]..offset];
        // A byte that does not continue a character starts one: counting those never splits a character.
        let column = before.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        LineColumn { line: saturate(line) + 1, column: saturate(column) + 1 }
    }

    /// One line of a file (from 1) without its line end, for showing it in a report.
    pub fn line(&self, file: FileId, line: u32) -> &str {
        let source = &self.files[file.0 as usize];
        let at = (line as usize).saturating_sub(1);
        let Some(&start) = source.line_starts.get(at) else { return "" };
        let end = source.line_starts.get(at + 1).map_or(source.text.len(), |&next| next);
        source.text[start..end].trim_end_matches(['\n', '\r'])
    }
}

fn saturate(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX - 1)
}
