//! Does the finished file keep what it promises? Reads the bytes back, with another reader than the one that wrote them.
//!
//! Every glyph is tagged or artifact; the structure tree says what the document says, in its order, once; heading levels never skip;
//! sizes, leading, margins, line lengths and contrast meet the table below. The rules and their sources:
//!
//! | rule | asked | source |
//! |---|---|---|
//! | `untagged-ink` | none | ISO 14289-1, 7.1 |
//! | `heading-skips` | none | ISO 14289-1, 7.4.2; ACB |
//! | `type-size` | ≥ the chosen size, itself ≥ 16 pt | UKAAF G003; RLP; ACB 2025 |
//! | `heading-size` | ≥ text + 4 pt | Stadt Münster; ACB |
//! | `leading` | ≥ 1.5 in text, ≥ 1.2 in headings | ACB, Lebenshilfe; Bundesregierung |
//! | `line-length` | ≤ 80 characters | RNIB; Bundesregierung |
//! | `margin` | ≥ 10 mm, on A5 ≥ 7 mm | DBSV |
//! | `contrast` | ≥ 7:1 | WCAG 2.2, 1.4.6; DIN 1450 |
//! | `rule-thickness` | ≥ 1 pt | DBSV; LWL |
//! | `unit-split` | no line ends inside a date, time, price or number | UKAAF |

mod content;
mod expected;
mod tree;

use crate::{
    rules,
    sheet::{BODY_LEADING, LEAST_CONTRAST, Sheet},
};
use content::{Content, Line};
use hoerblatt_core::{Diagnostic, Document};

/// A rule of the table with what was measured against it.
struct Breach {
    rule: &'static str,
    measured: String,
    asked: String,
    source: &'static str,
}

/// Checks a finished file against its document and its sheet. Empty where everything holds.
pub fn verify(bytes: &[u8], document: &Document, sheet: &Sheet) -> Vec<Diagnostic> {
    let Ok(file) = lopdf::Document::load_mem(bytes) else {
        let breach = Breach { rule: "readable", measured: String::new(), asked: String::new(), source: "ISO 32000-1" };
        return vec![finding(breach)];
    };
    let mut fonts = content::Fonts::default();
    let pages: Vec<Content> =
        file.get_pages().into_values().map(|page| content::read(&file, page, &mut fonts)).collect();
    let mut breaches = Vec::new();
    for page in &pages {
        check_page(page, sheet, &mut breaches);
    }
    let tree = tree::read(&file, &pages);
    check_headings(&tree.headings, &mut breaches);
    let mut findings: Vec<Diagnostic> = breaches.into_iter().map(finding).collect();
    let expected = expected::words(document);
    if let Some((wanted, found)) = first_difference(&expected, &tree.words) {
        findings.push(rules::sheet_text_differs(document.sections.first().and_then(|s| s.span), wanted, found));
    }
    findings
}

fn finding(breach: Breach) -> Diagnostic {
    rules::sheet_rule_broken(None, breach.rule, breach.measured, breach.asked, breach.source)
}

/// Where two texts part, with a few words of each.
fn first_difference(expected: &[String], found: &[String]) -> Option<(String, String)> {
    let at = expected.iter().zip(found).position(|(a, b)| a != b);
    let at = at.or_else(|| (expected.len() != found.len()).then(|| expected.len().min(found.len())))?;
    let around =
        |words: &[String]| words.iter().skip(at.saturating_sub(2)).take(6).cloned().collect::<Vec<_>>().join(" ");
    Some((around(expected), around(found)))
}

fn check_headings(levels: &[u8], breaches: &mut Vec<Breach>) {
    let mut before = 0;
    for &level in levels {
        if level > before + 1 {
            breaches.push(Breach {
                rule: "heading-skips",
                measured: format!("H{before} → H{level}"),
                asked: format!("H{}", before + 1),
                source: "ISO 14289-1, 7.4.2; ACB",
            });
        }
        before = level;
    }
}

/// Lengths are compared with this tolerance, pt: finer than any printer.
const SLACK: f32 = 0.05;

fn check_page(page: &Content, sheet: &Sheet, breaches: &mut Vec<Breach>) {
    let mut breach =
        |rule, measured: String, asked: String, source| breaches.push(Breach { rule, measured, asked, source });
    for what in &page.unmarked {
        breach("untagged-ink", what.clone(), "0".to_owned(), "ISO 14289-1, 7.1");
    }
    for &thickness in page.thin_rules.iter().filter(|&&t| t < 1.0 - SLACK) {
        breach("rule-thickness", format!("{thickness:.2} pt"), "1 pt".to_owned(), "DBSV; LWL");
    }
    // 10 mm on A4; smaller paper is held in the hand like a smaller page.
    let margin = 28.35 * (sheet.width / 595.28).min(1.0);
    for line in &page.lines {
        let text = || line.text.trim().to_owned();
        if line.size < sheet.size - SLACK {
            breach(
                "type-size",
                format!("{} pt: {}", line.size, text()),
                format!("{} pt", sheet.size),
                "UKAAF G003; RLP; ACB 2025",
            );
        }
        if line.is_heading && line.size < sheet.size + 4.0 - SLACK {
            breach(
                "heading-size",
                format!("{} pt: {}", line.size, text()),
                format!("{} pt", sheet.size + 4.0),
                "Stadt Münster; ACB",
            );
        }
        let letters = line.text.trim().chars().filter(|&c| c != '\u{ad}').count();
        if letters > 80 {
            breach("line-length", format!("{letters}: {}", text()), "80".to_owned(), "RNIB; Bundesregierung");
        }
        let outside = line.left < margin - SLACK
            || line.right > sheet.width - margin + SLACK
            || line.baseline < margin - SLACK
            || line.baseline > sheet.height - margin + SLACK;
        if outside {
            let place = format!("{:.0}–{:.0} pt: {}", line.left, line.right, text());
            breach("margin", place, format!("{margin:.0} pt"), "DBSV");
        }
        let contrast = line.ink.contrast(line.paper);
        if contrast < LEAST_CONTRAST {
            breach(
                "contrast",
                format!("{contrast:.1}:1 {}", text()),
                format!("{LEAST_CONTRAST}:1"),
                "WCAG 2.2, 1.4.6; DIN 1450",
            );
        }
    }
    for pair in page.lines.windows(2) {
        check_leading(&pair[0], &pair[1], sheet, &mut breach);
        let same_text = pair[0].mark.is_some() && pair[0].mark == pair[1].mark;
        if same_text && splits_unit(&pair[0].text, &pair[1].text) {
            let lines = format!("{} | {}", pair[0].text.trim_end(), pair[1].text.trim_end());
            breach("unit-split", lines, String::new(), "UKAAF");
        }
    }
}

/// Whether the end of a line parts what is one piece of information. A line of a paragraph may end at a space, at a hyphen between letters, after a
/// sign of an address, or anywhere in a word that is wider than the line.
fn splits_unit(above: &str, below: &str) -> bool {
    const NO_BREAK: [char; 2] = ['\u{a0}', '\u{202f}'];
    if above.ends_with(NO_BREAK) || below.starts_with(NO_BREAK) {
        return true;
    }
    let word = above.rsplit(' ').next().unwrap_or("");
    let (last, before) = (word.chars().last(), word.chars().rev().nth(1));
    match last {
        None | Some('\u{ad}') => false,
        Some('-' | '–') => {
            before.is_some_and(|c| c.is_ascii_digit()) && below.starts_with(|c: char| c.is_ascii_digit())
        }
        Some('/' | '.' | '@') if word.contains("://") || word.contains('@') || word.starts_with("www.") => false,
        Some('/') => !below.starts_with(char::is_alphabetic),
        // Nothing but this word stands on the line: there was no other place to end it.
        _ => word.len() < above.trim_start().len(),
    }
}

/// Two lines of one stretch of text stand far enough apart.
fn check_leading(
    above: &Line,
    below: &Line,
    sheet: &Sheet,
    breach: &mut impl FnMut(&'static str, String, String, &'static str),
) {
    let distance = above.baseline - below.baseline;
    if above.mark != below.mark || above.size != below.size || distance < SLACK {
        return;
    }
    let (asked, source) =
        if above.size <= sheet.size + SLACK { (BODY_LEADING, "ACB; Lebenshilfe") } else { (1.2, "Bundesregierung") };
    if distance < above.size * asked - SLACK {
        breach("leading", format!("{:.2}: {}", distance / above.size, below.text.trim()), asked.to_string(), source);
    }
}

#[cfg(test)]
mod tests {
    use super::splits_unit;

    #[test]
    fn a_line_ends_where_information_ends() {
        for (above, below) in [
            ("am Freitag, ", "13.\u{a0}Mai"),
            ("der Senioren\u{ad}", "büros"),
            ("im Online-", "Angebot"),
            ("und https://", "www.stadt.example/"),
            ("www.stadt.", "example"),
            ("Donaudampfschifffahrt", "sgesellschaft"),
        ] {
            assert!(!splits_unit(above, below), "{above}|{below}");
        }
        for (above, below) in [
            ("am 13.\u{a0}", "Mai"),
            ("um 14", "\u{a0}Uhr"),
            ("Telefon 030 23125-", "112"),
            ("kostet 4,", "50"),
            ("am 3.", "11."),
        ] {
            assert!(splits_unit(above, below), "{above}|{below}");
        }
    }
}
