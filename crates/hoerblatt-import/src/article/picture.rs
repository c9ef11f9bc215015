//! Facts about the picture: who made it, under which licence, what the line below it says.

use super::{Fact, ImportedArticle, Use};
use crate::{
    lines::{Line, Zone, plain, reads_as_prose},
    programme::{
        kinds::{Kind, Kinds},
        words::Words,
    },
    scan::Scan,
};
use hoerblatt_core::language::ArticlePart;

/// Finds the credit, and the caption beside it.
pub(crate) fn read(
    lines: &[Line],
    kinds: &[Kinds],
    uses: &mut [Use],
    article: &mut ImportedArticle,
    words: &Words<'_>,
) {
    let mut shown: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        if uses[at] != Use::Open || line.text.chars().count() > 300 || line.is_heading() || line.is_item() {
            continue;
        }
        let figure = line.zone == Zone::Figure;
        let found = names_credit(&line.text, kinds[at]).then(|| credit(&line.text, words, figure)).flatten();
        let Some(found) = found else {
            if figure && article.caption.is_none() {
                uses[at] = Use::Part(ArticlePart::Caption);
                article.caption = Some(Fact::of(line));
                shown = Some(at);
            } else if figure {
                // A second text of the same picture, mostly its alternative text: reported.
                uses[at] = Use::Furniture;
            }
            continue;
        };
        if article.credit.is_some() && !figure {
            continue;
        }
        uses[at] = Use::Part(ArticlePart::Credit);
        let fact = |text: &str| Some(Fact { text: text.to_owned(), span: line.span });
        if let Some(text) = found.credit {
            article.credit = fact(&text);
        }
        if let Some(text) = found.licence {
            article.licence = fact(&text);
        }
        if let Some(text) = found.caption {
            article.caption = fact(&text);
            // The alternative text gives way to what stands below the picture, and is reported.
            if let Some(alternative) = shown.take() {
                uses[alternative] = Use::Furniture;
            }
        }
    }
}

/// Whether a word that stands before a picture's credit is in a line, or the sign for it.
fn names_credit(text: &str, kinds: Kinds) -> bool {
    kinds.is(Kind::Credit) || text.contains('©') || text.contains('(') && (text.contains("(c)") || text.contains("(C)"))
}

#[derive(Debug, Default, PartialEq)]
struct Found {
    caption: Option<String>,
    credit: Option<String>,
    licence: Option<String>,
}

/// "Foto: …", "Bild (Bildlizenz/Fotograf/Grafiker): …", "Der Markt (Foto: Stadt / N. N.)", "© …".
fn credit(text: &str, words: &Words<'_>, figure: bool) -> Option<Found> {
    let lower = text.to_lowercase();
    // Only where small letters have the same bytes can a place in one be a place in the other.
    if lower.len() != text.len() {
        return None;
    }
    let (at, end) =
        words.vocabulary.picture_credit.iter().filter_map(|word| label_in(&lower, word)).max_by_key(|(at, _)| *at)?;
    let before =
        text[..at].trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '|' | '–' | '-' | '/' | ','));
    if !before.is_empty() && !figure && (reads_as_prose(before) && before.spaced().count() > 25) {
        return None;
    }
    let value = text[end..].trim_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | ':' | '|'));
    let caption_label = plain(before);
    let mut found = Found { caption: (!before.is_empty()).then(|| before.to_owned()), ..Found::default() };
    if words.vocabulary.picture_credit.contains(&caption_label.as_str()) {
        found.caption = None;
    }
    // "Bild: Der Friedensplatz. Foto: N. N." keeps its first label out of the caption.
    if let Some(caption) = &found.caption {
        let lower = caption.to_lowercase();
        let first =
            words.vocabulary.picture_credit.iter().find_map(|word| label_in(&lower, word).filter(|(at, _)| *at == 0));
        if let Some((_, end)) = first.filter(|(_, end)| *end <= caption.len()) {
            found.caption = Some(caption[end..].trim().to_owned());
        }
    }
    let (name, licence) = split_licence(value, words);
    // A whole sentence behind "Bild:" describes it.
    let describes = found.caption.is_none() && name.spaced().count() > 7;
    if describes {
        found.caption = Some(name.to_owned());
    } else if !name.is_empty() {
        found.credit = Some(name.trim_end_matches('.').to_owned()).filter(|name| !name.is_empty());
    }
    found.licence = licence;
    (found.credit.is_some() || found.licence.is_some() || describes).then_some(found)
}

/// Where a credit's label stands: `word` at a word's beginning, then a colon (with brackets before it), or the sign © itself.
fn label_in(lower: &str, word: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(at) = lower[from..].find(word).map(|at| at + from) {
        let end = at + word.len();
        let starts = lower[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        if starts && matches!(word, "©" | "(c)") {
            return Some((at, end));
        }
        let rest = &lower[end..];
        let bracket = rest
            .trim_start()
            .strip_prefix('(')
            .and_then(|inner| inner.find(')'))
            .map(|close| rest.len() - rest.trim_start().len() + 1 + close + 1);
        let after = &rest[bracket.unwrap_or(0)..];
        if starts && after.starts_with(':') {
            return Some((at, end + bracket.unwrap_or(0) + 1));
        }
        from = end;
    }
    None
}

/// How licences are written anywhere.
const LICENCES: &[&str] = &["cc by", "cc-by", "cc0", "cc 0", "cc-0", "public domain"];

/// A licence at the end of a credit: "CC BY-SA 4.0", "Lizenz: …", "Public Domain".
fn split_licence<'v>(value: &'v str, words: &Words<'_>) -> (&'v str, Option<String>) {
    let lower = value.to_lowercase();
    if lower.len() != value.len() {
        return (value, None);
    }
    let labels = words.vocabulary.article_labels.iter().filter(|(_, part)| *part == ArticlePart::Licence);
    let labelled = labels.filter_map(|(label, _)| lower.find(&format!("{label}:")));
    let start = LICENCES.iter().filter_map(|mark| lower.find(mark)).chain(labelled).min();
    let Some(start) = start else { return (value, None) };
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | '/' | '(' | ')' | '|' | '–' | '-' | ';');
    let licence = value[start..].trim_matches(edge);
    let licence = licence
        .split_once(':')
        .filter(|(label, _)| label.len() <= 8 && !label.contains(' '))
        .map_or(licence, |(_, rest)| rest.trim());
    (value[..start].trim_matches(edge), Some(licence.to_owned()))
}
