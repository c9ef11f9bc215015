//! Markdown, read line by line from its source: a parser of the standard turns `- 11. Mai` into a list numbered from 11, and counts the next
//! one as 12. Here a number stays what stands there.

use crate::{
    lines::{Line, Page, Shape},
    text::{after_bullet, is_blank, join, raw_lines},
};
use hoerblatt_core::{FileId, language::ArticlePart};

/// Whether a text is Markdown: headings with `#`, underlined ones, links, strong text, tables; bullets alone are plain text, too.
pub(crate) fn is_markdown(text: &str) -> bool {
    let mut score = 0;
    let mut before = "";
    for (_, line) in raw_lines(text).take(400) {
        let line = line.trim();
        let heading = heading(line).is_some();
        let strong = line.matches("**").count() >= 2 || line.matches("__").count() >= 2;
        let link = line.find("](").is_some_and(|at| line[..at].contains('[') && line[at..].contains(')'));
        let underline = line.len() >= 3
            && !before.is_empty()
            && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'));
        let table = is_table_rule(line);
        let front = line == "---" && before.is_empty() && score == 0;
        score +=
            if heading || link || table { 2 } else { 0 } + i32::from(strong) + i32::from(underline) + i32::from(front);
        before = line;
    }
    score >= 2
}

fn is_overline(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| byte == b'=')
}

/// Reads Markdown.
pub(crate) fn read(text: &str, file: FileId) -> Page {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap = true;
    let mut indents: Vec<usize> = Vec::new();
    let mut raw = raw_lines(text).peekable();
    let mut fence = false;
    let mut soft = false;
    let mut boxed = false;
    front_matter(&mut raw, file, &mut lines);
    while let Some((range, line)) = raw.next() {
        let trimmed = line.trim_matches(is_blank);
        if trimmed.is_empty() {
            (gap, soft) = (true, false);
            continue;
        }
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fence = !fence;
            continue;
        }
        if !fence
            && (is_table_rule(trimmed) || is_break(trimmed) || trimmed.starts_with("<!--") && trimmed.ends_with("-->"))
        {
            gap = true;
            continue;
        }
        let start = range.start + line.len() - line.trim_start_matches(is_blank).len();
        let span = start..start + trimmed.len();
        let hard =
            line.ends_with("  ") || trimmed.ends_with('\\') || trimmed.ends_with("<br>") || trimmed.ends_with("<br/>");
        let body = trimmed
            .trim_end_matches('\\')
            .trim_end_matches("<br>")
            .trim_end_matches("<br/>")
            .trim_start_matches("> ")
            .trim_start_matches('>');
        let underline = raw
            .peek()
            .map(|(_, next)| next.trim())
            .filter(|next| next.len() >= 3 && !body.starts_with(['-', '*', '|', '#']));
        // "=====" over a heading as well as below it draws a box; it begins no section by itself.
        if gap && is_overline(trimmed) {
            boxed = true;
            continue;
        }
        let boxed = std::mem::take(&mut boxed);
        let level = underline.and_then(|next| match next {
            _ if boxed && is_overline(next) => Some(2),
            _ if next.bytes().all(|b| b == b'=') => Some(1),
            _ if next.bytes().all(|b| b == b'-') && (gap || lines.is_empty()) => Some(2),
            _ => None,
        });
        if let Some(level) = level {
            raw.next();
            push(&mut lines, body, file, span, Shape::Heading(level), true);
        } else if let Some((level, title)) = heading(body) {
            push(&mut lines, title, file, span, Shape::Heading(level), true);
            indents.clear();
        } else if trimmed.starts_with('|') && trimmed.matches('|').count() >= 2 {
            let cells = trimmed.trim_matches('|').split('|').map(|cell| inline(cell.trim()).0).collect();
            push(&mut lines, trimmed.trim_matches('|'), file, span, Shape::Row(cells), gap);
        } else if let Some(item) = after_bullet(body).or_else(|| numbered(body)) {
            let indent =
                line.chars().take_while(|c| is_blank(*c)).map(|c| if c == '\t' { 4 } else { 1 }).sum::<usize>();
            while indents.last().is_some_and(|&last| last > indent) {
                indents.pop();
            }
            if indents.last() != Some(&indent) {
                indents.push(indent);
            }
            let depth = u8::try_from(indents.len() - 1).unwrap_or(u8::MAX).min(20);
            let item = item.strip_prefix("[ ] ").or_else(|| item.strip_prefix("[x] ")).unwrap_or(item);
            push(&mut lines, item, file, span, Shape::Item(depth), gap);
        } else {
            let inside = !indents.is_empty() && (!gap || line.starts_with([' ', '\t']));
            let joins = !gap
                && soft
                && lines.last().is_some_and(|last| {
                    !matches!(last.shape, Shape::Heading(_) | Shape::Row(_)) && wraps(&last.text, body)
                });
            match lines.last_mut().filter(|_| joins) {
                Some(last) => {
                    join(&mut last.text, &inline(body).0);
                    last.span.end = u32::try_from(span.end).unwrap_or(u32::MAX);
                }
                None => {
                    if !inside {
                        indents.clear();
                    }
                    let shape = if inside { Shape::Continued } else { Shape::Plain };
                    push(&mut lines, body, file, span, shape, gap && !inside);
                }
            }
        }
        soft = !hard;
        gap = false;
    }
    let links = lines
        .iter()
        .flat_map(|line| {
            links(text.get(line.span.range()).unwrap_or(""))
                .into_iter()
                .map(|(name, address)| (name, address, line.span))
        })
        .collect();
    Page { lines, links, ..Page::default() }
}

/// In Markdown a line end is a space; but people who type lists without bullets mean their line ends. A full line was wrapped.
fn wraps(last: &str, line: &str) -> bool {
    let length = last.rsplit('\n').next().unwrap_or(last).chars().count();
    // "Treffpunkt: Haus Rodenberg"
    let labelled = line.split(' ').next().is_some_and(|word| word.ends_with(':'));
    length >= 55
        && !labelled
        && !line.starts_with("**")
        && (line.starts_with(char::is_lowercase)
            || length + line.split(' ').next().map_or(0, |w| w.chars().count()) >= 70)
}

/// Adds a line without its inline markup; a strong line by itself is a heading that somebody only made bold.
fn push(lines: &mut Vec<Line>, text: &str, file: FileId, span: std::ops::Range<usize>, shape: Shape, gap: bool) {
    let bold = shape == Shape::Plain
        && gap
        && text.len() < 120
        && ["**", "__"].iter().any(|sign| {
            text.strip_prefix(sign)
                .and_then(|t| t.strip_suffix(sign))
                .is_some_and(|inner| !inner.contains(sign) && !inner.ends_with(['.', ':']))
        });
    let (text, image) = inline(text);
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let mut line = Line::new(text, file, span, if bold { Shape::Heading(5) } else { shape }, gap);
    if image {
        line.zone = crate::lines::Zone::Figure;
    }
    lines.push(line);
}

/// A text without inline markup, and whether it is nothing but a picture (then it is the picture's text).
pub(crate) fn inline(text: &str) -> (String, bool) {
    if let Some(rest) = text.strip_prefix("![")
        && let Some((alt, after)) = rest.split_once("](")
        && let Some((target, "")) = after.split_once(')')
    {
        let title = target.split_once('"').map(|(_, title)| title.trim_end_matches('"'));
        return (title.filter(|t| !t.is_empty()).unwrap_or(alt).to_owned(), true);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['*', '_', '[', '!', '`', '\\', '<', '&', '~']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (taken, shown): (usize, String) = markup(rest, out.chars().next_back());
        out.push_str(&shown);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    (out, false)
}

/// The links of a line: `[text](address)`.
fn links(line: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices("](") {
        let text = line[..at].rfind('[').map(|open| inline(&line[open + 1..at]).0);
        let address = line[at + 2..].split([')', ' ']).next().unwrap_or("");
        let web = address.starts_with("http://") || address.starts_with("https://");
        if let (Some(text), true) = (text.filter(|text| !text.is_empty()), web) {
            found.push((text, address.to_owned()));
        }
    }
    found
}

/// The longest link or tag that is looked for.
const LONGEST_MARKUP: usize = 2_000;

fn window(text: &str, most: usize) -> &str {
    let end = (most.min(text.len())..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    &text[..end]
}

/// What a sign at the start of `rest` takes away, and what stays of it.
fn markup(rest: &str, before: Option<char>) -> (usize, String) {
    // A link or tag is never longer; without a bound, 5 MB of opening brackets would take minutes.
    let rest = window(rest, LONGEST_MARKUP);
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let keep = (first, rest[..first].to_owned());
    let outside = before.is_none_or(|c| !c.is_alphanumeric());
    let inside = before.is_some_and(|c| c.is_alphanumeric());
    for sign in ["***", "**", "__", "~~", "`"] {
        if rest.starts_with(sign) {
            // "Bürger**innen" keeps its stars only where they part letters on both sides.
            return (sign.len(), String::new());
        }
    }
    match rest.as_bytes()[0] {
        b'*' | b'_' => {
            let after = rest[1..].chars().next();
            let letter_after = after.is_some_and(char::is_alphanumeric);
            if inside && letter_after || (after.is_none_or(char::is_whitespace) && !inside) {
                return keep;
            }
            let closes = outside && letter_after && rest[1..].contains(rest.as_bytes()[0] as char);
            if closes || !outside || before.is_some_and(|c| matches!(c, '.' | '!' | '?' | ')')) {
                (1, String::new())
            } else {
                keep
            }
        }
        b'\\' => match rest[1..].chars().next() {
            Some(sign) if sign.is_ascii_punctuation() => (1 + sign.len_utf8(), sign.to_string()),
            _ => keep,
        },
        b'!' if rest.starts_with("![") => (1, String::new()),
        b'[' => {
            let Some(end) = rest.find("](") else { return keep };
            let inner = &rest[1..end];
            match rest[end..].find(')') {
                Some(close) if !inner.contains('\n') => (end + close + 1, inline(inner).0),
                _ => keep,
            }
        }
        b'<' => {
            let Some(end) = rest.find('>').filter(|&end| end < 200) else { return keep };
            let inner = &rest[1..end];
            if inner.starts_with("http") || inner.contains('@') {
                (end + 1, inner.to_owned())
            } else if inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
                (end + 1, if inner.starts_with("br") { " ".to_owned() } else { String::new() })
            } else {
                keep
            }
        }
        b'&' => match ["&nbsp;", "&amp;", "&ndash;", "&lt;", "&gt;", "&quot;"]
            .iter()
            .zip([" ", "&", "–", "<", ">", "\""])
            .find(|(entity, _)| rest.starts_with(**entity))
        {
            Some((entity, sign)) => (entity.len(), sign.to_owned()),
            None => keep,
        },
        _ => keep,
    }
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let level = line.bytes().take_while(|&byte| byte == b'#').count();
    let title = line[level..].strip_prefix(' ')?.trim().trim_end_matches('#').trim();
    ((1..=6).contains(&level) && !title.is_empty()).then(|| (u8::try_from(level).unwrap_or(6), title))
}

/// `1. Titel` and `1) Titel` are items; `11. Mai` is a date, which the programme's reader tells: so a number stays in the text.
fn numbered(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    ((1..=3).contains(&digits) && rest.starts_with(' ')).then_some(line)
}

fn is_table_rule(line: &str) -> bool {
    line.len() >= 3
        && line.contains('|')
        && line.contains("--")
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn is_break(line: &str) -> bool {
    let bare: String = line.chars().filter(|c| *c != ' ').collect();
    bare.len() >= 3
        && ["-", "*", "_"].iter().any(|sign| bare.trim_matches(sign.chars().next().unwrap_or('-')).is_empty())
}

/// `---` with `key: value` lines at the top: its values become labelled lines.
fn front_matter<'t>(
    raw: &mut std::iter::Peekable<impl Iterator<Item = (std::ops::Range<usize>, &'t str)>>,
    file: FileId,
    lines: &mut Vec<Line>,
) {
    if raw.peek().is_none_or(|(_, line)| line.trim() != "---") {
        return;
    }
    raw.next();
    // Keys are English in every generator of static pages.
    const KEYS: &[(&str, ArticlePart)] = &[
        ("title", ArticlePart::Headline),
        ("date", ArticlePart::NewsDate),
        ("kicker", ArticlePart::Kicker),
        ("subtitle", ArticlePart::Kicker),
        ("teaser", ArticlePart::Teaser),
        ("description", ArticlePart::Teaser),
        ("summary", ArticlePart::Teaser),
    ];
    for (range, line) in raw.by_ref() {
        if matches!(line.trim(), "---" | "...") {
            break;
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        let mut read = Line::new(value, file, range.start..range.start + line.len(), Shape::Plain, true);
        read.part = KEYS.iter().find(|(name, _)| *name == key.trim().to_lowercase()).map(|(_, part)| *part);
        if read.part.is_none() {
            read.text = line.trim().to_owned();
        }
        if !value.is_empty() {
            lines.push(read);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_markup_goes_and_gender_stars_stay() {
        for (written, shown) in [
            ("**11. Mai** Hörde: *Fest*", "11. Mai Hörde: Fest"),
            ("Bürger*innen und Senior*innen", "Bürger*innen und Senior*innen"),
            ("[Seniorenbüro](https://a.example) lädt ein", "Seniorenbüro lädt ein"),
            (r"11\. Mai", "11. Mai"),
            ("2 * 3", "2 * 3"),
            ("_leise_ <br> laut", "leise   laut"),
            ("a_b_c", "a_b_c"),
        ] {
            assert_eq!(inline(written).0, shown);
        }
    }

    #[test]
    fn a_number_at_the_start_of_an_item_stays() {
        let page =
            read("# Fest\n\n- 11. Mai Hörde\n- 11. Mai Eving\n", hoerblatt_core::Sources::default().add("a.md", ""));
        assert_eq!(page.lines[2].text, "11. Mai Eving");
    }
}
