//! Plain text: paragraphs, wrapped lines, bullets, tables typed with tabs or bars.

use crate::{
    limits::LONGEST_ENTRY,
    lines::{Line, Page, Shape},
    scan::Scan,
};
use hoerblatt_core::FileId;
use std::ops::Range;

/// Signs that begin a list item when a space follows; those of the first group need none.
const TIGHT_BULLETS: &[char] = &[
    '•', '▪', '►', '▶', '‣', '◦', '●', '■', '□', '◆', '⁃', '∙', '➤', '➢', '✓', '✔', '→', '»', '\u{f0b7}', '○', '·',
    '❖', '★',
];
const LOOSE_BULLETS: &[char] = &['-', '–', '—', '*', '+', '>', 'o', '~', '='];

/// Lines shorter than this end where their author wanted them to; longer ones may have been wrapped by a mail program (usually at 72 to 80).
const WRAP_FROM: usize = 58;

/// Lines longer than this were not wrapped at all.
const WRAP_TO: usize = 110;

/// A line of more bytes and so many words was never wrapped; other long lines may be an address of the web or a table.
const LONGEST_WRAPPED: usize = 140;
const FEWEST_WORDS: usize = 15;

/// Reads plain text.
pub(crate) fn read(text: &str, file: FileId) -> Page {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap = true;
    let mut indents: Vec<usize> = Vec::new();
    let mut last_length = 0;
    let width = wrapped_at(text);
    for (range, raw) in raw_lines(text) {
        let trimmed = raw.trim_matches(is_blank);
        if trimmed.is_empty() || is_rule(trimmed) {
            gap = true;
            continue;
        }
        let indent = raw.chars().take_while(|c| is_blank(*c)).map(|c| if c == '\t' { 4 } else { 1 }).sum::<usize>();
        let start = range.start + raw.len() - raw.trim_start_matches(is_blank).len();
        let span = start..start + trimmed.len();
        if let Some(item) = after_bullet(trimmed) {
            let depth = depth(&mut indents, indent);
            if !item.is_empty() {
                lines.push(Line::new(item, file, span, Shape::Item(depth), gap));
            } else if !gap {
                // An empty cell of a table that was copied cell by cell.
                lines.push(Line::new(trimmed, file, span, Shape::Plain, gap));
            }
        } else if let Some(mut cells) = cells(trimmed) {
            if raw.starts_with('\t') && trimmed.contains('\t') {
                // The day stands in the row above.
                cells.insert(0, String::new());
            }
            lines.push(Line::new(trimmed, file, span, Shape::Row(cells), gap));
        } else {
            let full = |last: &Line| {
                let hangs = indent > 0 && matches!(last.shape, Shape::Item(_) | Shape::Continued);
                let next = first_word(trimmed);
                hangs && last_length >= WRAP_FROM && width.is_some_and(|width| last_length + 1 + next > width)
            };
            let goes_on = |last: &Line| full(last) || continues(last, last_length, trimmed);
            let wrapped = width.is_some() && !gap && lines.last().is_some_and(goes_on);
            match lines.last_mut().filter(|_| wrapped) {
                Some(last) => {
                    join(&mut last.text, trimmed);
                    last.span.end = u32::try_from(span.end).unwrap_or(u32::MAX);
                }
                None => {
                    let in_item = lines.last().is_some_and(|l| matches!(l.shape, Shape::Item(_) | Shape::Continued));
                    let inside =
                        in_item && (!gap && !indents.is_empty() || indent > indents.last().copied().unwrap_or(0) + 1);
                    let shape = if inside { Shape::Continued } else { Shape::Plain };
                    if !inside {
                        indents.clear();
                    }
                    lines.push(Line::new(trimmed, file, span, shape, gap && !inside));
                }
            }
        }
        last_length = trimmed.chars().count();
        gap = false;
    }
    rows_stand_together(&mut lines);
    Page { lines, ..Page::default() }
}

/// The letters of the longest line, if a mail program may have wrapped the text: not where a whole paragraph stands on one line.
fn wrapped_at(text: &str) -> Option<usize> {
    let paragraph = |line: &str| line.len() > LONGEST_WRAPPED && line.spaced().nth(FEWEST_WORDS).is_some();
    if raw_lines(text).any(|(_, line)| paragraph(line)) {
        return None;
    }
    raw_lines(text).map(|(_, line)| line.chars().count()).max()
}

fn first_word(line: &str) -> usize {
    line.spaced().next().map_or(0, |word| word.chars().count())
}

/// "Stadt Unna | Pressemeldung | 17. Februar": a row by itself is a line.
fn rows_stand_together(lines: &mut [Line]) {
    let is_row = |line: Option<&Line>| line.is_some_and(|line| matches!(line.shape, Shape::Row(_)));
    for at in 0..lines.len() {
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        if is_row(lines.get(at)) && !is_row(before) && !is_row(lines.get(at + 1)) && lines[at].text.contains('|') {
            lines[at].shape = Shape::Plain;
        }
    }
}

/// Every line with its bytes, at any line end.
pub(crate) fn raw_lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let (end, past) = line_end(text, start)?;
        let line = start..past;
        start = past;
        Some((line.clone(), &text[line.start..end]))
    })
}

/// Where the line that begins at a byte ends, without and with the sign that ends it; nothing behind the last line.
fn line_end(text: &str, start: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(ahead) = bytes[at..].iter().position(|byte| matches!(byte, b'\n' | b'\r' | b'\x0c' | 0xe2)) {
        at += ahead;
        match &bytes[at..] {
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => return Some((at, at + 3)),
            [0xe2, ..] => at += 1,
            _ => return Some((at, at + 1)),
        }
    }
    (start < text.len()).then_some((text.len(), text.len()))
}

/// Spaces of every kind, and the marks that show nothing.
pub(crate) fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{ad}' | '\u{0}')
}

/// A line of signs that only draws: `-----`, `* * *`, `=====`.
fn is_rule(line: &str) -> bool {
    line.chars().nth(2).is_some()
        && line.chars().all(|c| matches!(c, '-' | '–' | '—' | '=' | '_' | '*' | '~' | '#' | '+' | '|' | ' ' | '.'))
}

/// The text behind a bullet.
pub(crate) fn after_bullet(line: &str) -> Option<&str> {
    let sign = line.chars().next()?;
    let rest = &line[sign.len_utf8()..];
    // "»Ein Licht geht auf«" is a quotation.
    if TIGHT_BULLETS.contains(&sign) && !(sign == '»' && rest.contains('«')) {
        return Some(rest.trim_start_matches(is_blank));
    }
    let spaced = rest.starts_with(is_blank) || rest.is_empty();
    (LOOSE_BULLETS.contains(&sign) && spaced).then(|| rest.trim_start_matches(is_blank))
}

/// How deep an item stands, by its indentation; 400 levels are as good as 20.
fn depth(indents: &mut Vec<usize>, indent: usize) -> u8 {
    while indents.last().is_some_and(|&last| last > indent) {
        indents.pop();
    }
    if indents.last() != Some(&indent) {
        indents.push(indent);
    }
    u8::try_from(indents.len() - 1).unwrap_or(u8::MAX).min(20)
}

/// The cells of a row typed with tabs, bars, or wide gaps; two bars or one tab make a row.
fn cells(line: &str) -> Option<Vec<String>> {
    let split = |sign: &str| line.trim_matches('|').split(sign).map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    if line.contains('\t') {
        let cells: Vec<String> = split("\t").into_iter().filter(|cell| !cell.is_empty()).collect();
        return (cells.len() >= 2).then_some(cells);
    }
    if line.matches('|').count() >= 2 {
        return Some(split("|"));
    }
    if !line.contains("   ") {
        return None;
    }
    let wide: Vec<String> =
        line.split("   ").map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect();
    (wide.len() >= 3).then_some(wide)
}

/// Whether a line goes on with the one before, which a mail program wrapped.
fn continues(last: &Line, last_length: usize, line: &str) -> bool {
    if matches!(last.shape, Shape::Row(_) | Shape::Heading(_)) || !(WRAP_FROM..=WRAP_TO).contains(&last_length) {
        return false;
    }
    // Only the end of a paragraph that grows line by line is looked at; all of it every time would cost its square.
    let before = tail(&last.text);
    if line.starts_with(char::is_lowercase)
        || line.starts_with('(')
        || before.contains("; ") && line.matches("; ").count() <= 1 && is_cut(before)
    {
        return true;
    }
    // A wrapped line is full: the next word would not have fitted. A line that begins with a number goes on only with "am", "um", "bis".
    let first_word = first_word(line);
    let last_word = last.text.rsplit(' ').next().unwrap_or("");
    let small = last_word.chars().count() <= 4 && last_word.chars().all(char::is_lowercase);
    let number = line.starts_with(|c: char| c.is_ascii_digit());
    // "Wann: Dienstag, 19. September" is a line of its own.
    let labelled = line.split(' ').next().is_some_and(|word| word.ends_with(':'));
    last_length + first_word >= 68
        && !labelled
        && !last.text.ends_with([':', ';', ')'])
        && (!number || small)
        && !(is_entry_like(before) && (is_entry_like(line) || is_a_fact(line)))
}

/// The last bytes of a text, as many as an entry may have.
fn tail(text: &str) -> &str {
    let start = (text.len().saturating_sub(LONGEST_ENTRY)..).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[start..]
}

/// "…; 24. Mai, 14 Uhr:" / "Spaziergang (…); 1." / "Juni, …": a list typed into one paragraph was wrapped inside an entry.
fn is_cut(last: &str) -> bool {
    let word = last.rsplit(' ').next().unwrap_or("");
    let ordinal = word.strip_suffix('.').is_some_and(|day| !day.is_empty() && day.bytes().all(|b| b.is_ascii_digit()));
    // "Umzug (Markt); Vortrag ohne": the entries before end with their bracket.
    let open = last.rsplit_once("; ").is_some_and(|(before, entry)| before.ends_with(')') && !entry.ends_with(')'));
    ordinal || open || last.ends_with([':', ','])
}

/// "Kranzniederlegung" below an entry's day and place: a few words without any sign.
fn is_a_fact(line: &str) -> bool {
    line.split(' ').count() <= 3 && !line.contains([',', '.', ';', ':', '('])
}

/// Two lines that both hold digits and a sign that parts facts are entries of a list, however full: wrapped text seldom does, and a
/// paragraph left in two costs less than two events in one.
fn is_entry_like(line: &str) -> bool {
    let commas = line.matches(", ").count();
    // "So 24.3. 10.00 Uhr Familiengottesdienst": led by its day.
    let dated = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.');
    if line.split(' ').take(2).any(dated) && line.split(' ').nth(2).is_some() {
        return true;
    }
    line.has_digit()
        && (commas >= 3 || [": ", " – ", " - ", " | ", " / ", "., ", "+++"].iter().any(|sign| line.contains(sign)))
        || commas >= 2 && line.bytes().take(20).any(|byte| byte.is_ascii_digit())
}

/// Joins a wrapped line; a hyphen before a small letter was set by the wrapping.
pub(crate) fn join(text: &mut String, more: &str) {
    let divided = text.ends_with('-')
        && text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
        && more.starts_with(char::is_lowercase)
        // "Kinder- und" keeps its hyphen; the joining words are short, the ends of divided words mostly are not.
        && more.spaced().next().is_some_and(|word| word.chars().count() > 4 || !more.contains(' '));
    if divided {
        text.pop();
    } else {
        text.push(' ');
    }
    text.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;
    use hoerblatt_core::Sources;

    fn shapes(text: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let file = sources.add("a.txt", text);
        let page = read(text, file);
        page.lines.iter().map(|l| format!("{:?} {}", l.shape, l.text)).collect()
    }

    #[test]
    fn bullets_of_every_kind_are_taken_off() {
        let read = shapes("• eins\n- zwei\n► drei\n  – vier\n* fünf");
        assert_eq!(read, ["Item(0) eins", "Item(0) zwei", "Item(0) drei", "Item(1) vier", "Item(0) fünf"]);
    }

    #[test]
    fn wrapped_lines_are_joined_and_short_ones_are_not() {
        let read = shapes(
            "Das wird nun mit einer bunten Veranstaltungspalette nachge-\nholt, die alle freut.\n\nWann: 11. Mai\nWo: Rathaus",
        );
        assert_eq!(read.len(), 3);
        assert!(read[0].contains("nachgeholt, die"));
    }

    #[test]
    fn tabs_make_rows() {
        assert_eq!(shapes("Datum\tOrt\tTitel")[0], r#"Row(["Datum", "Ort", "Titel"]) Datum	Ort	Titel"#);
    }
}
