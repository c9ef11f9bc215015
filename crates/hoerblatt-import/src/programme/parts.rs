//! Which pieces does an entry have? Its dates and times are taken out, the rest is parted at the signs that offices put between facts.

use super::{kinds::Kind, segment::is_day, words::Words};
use crate::lines::bare;
use hoerblatt_core::{
    Language, Value,
    language::{Field, Spot},
};
use std::ops::Range;

/// What stands between two pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// The beginning or end of a line.
    Line,
    /// A date, time or notice.
    Spot,
    Colon,
    Dash,
    Comma,
    /// `|`, tab, `·`, `;`, ` / `
    Bar,
    /// A bracket.
    Bracket,
    /// The end of a sentence.
    Stop,
}

/// A piece of an entry.
#[derive(Debug, Clone)]
pub(crate) struct Part<'t> {
    /// Which of the entry's lines.
    pub line: usize,
    /// Its bytes in that line.
    pub range: Range<usize>,
    /// Its text.
    pub text: &'t str,
    pub before: Sign,
    pub after: Sign,
    /// The field that a label before it names.
    pub label: Option<Field>,
    /// What a remark is about ("Eintritt frei").
    pub remark: Option<Field>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// An entry's line with what was found in it.
#[derive(Debug, Clone)]
pub(crate) struct EntryLine<'t> {
    pub text: &'t str,
    /// Dates, times, notices.
    pub spots: Vec<Spot>,
    /// For each spot, whether it belongs to a remark ("Anmeldung bis 3. Mai") and so is not the event's time.
    pub aside: Vec<bool>,
    /// For each spot, the field that a label before it names.
    pub labels: Vec<Option<Field>>,
}

impl<'t> EntryLine<'t> {
    pub(crate) fn new(text: &'t str, language: &dyn Language) -> Self {
        Self::with_spots(text, language.spot(text))
    }

    /// The same where its dates and times were looked for already.
    pub(crate) fn with_spots(text: &'t str, mut spots: Vec<Spot>) -> Self {
        drop_named_weekdays(text, &mut spots);
        Self { aside: vec![false; spots.len()], labels: vec![None; spots.len()], text, spots }
    }
}

/// "das schwarze Gold", "die man sich merken kann", "auf denen man sitzen darf": what goes on with the phrase before.
fn begins_clause(text: &str, words: &Words<'_>) -> bool {
    let mut pieces = text.split(' ');
    let first = pieces.next().unwrap_or("");
    let second = pieces.next().unwrap_or("");
    words.is_article(first) || words.is_preposition(first) && words.kinds(second).is(Kind::Turn)
}

/// "3. Mai, 15 Uhr: Tanzen am Mittwoch": beside a date, a weekday that stands apart from every date and time is a part of the name.
fn drop_named_weekdays(text: &str, spots: &mut Vec<Spot>) {
    let tells_when =
        |spot: &Spot| is_day(&spot.value, spot.bound) || matches!(spot.value, Value::Time(_) | Value::Times(..));
    if !spots.iter().any(tells_when) {
        return;
    }
    let touches = |end: usize, start: usize| !text[end..start].contains(char::is_alphanumeric);
    // "Kunstfrühstück am Sonntag (Sonntag, 26. Mai)": a day in brackets that has its own weekday needs no other.
    let whole = |spot: &Spot| matches!(spot.value, Value::Date(date) if date.weekday.is_some());
    let bracketed: Vec<bool> =
        spots.iter().map(|spot| whole(spot) && text[..spot.range.start].trim_end().ends_with('(')).collect();
    let is_weekday = |spot: &Spot| matches!(spot.value, Value::Weekday(_));
    if !spots.iter().any(is_weekday) {
        return;
    }
    let ranges: Vec<Option<Range<usize>>> =
        spots.iter().map(|spot| tells_when(spot).then(|| spot.range.clone())).collect();
    let mut at = 0_usize;
    spots.retain(|spot| {
        let (before, after) =
            (at.checked_sub(1).and_then(|before| ranges[before].as_ref()), ranges.get(at + 1).and_then(Option::as_ref));
        at += 1;
        !is_weekday(spot)
            || before.is_some_and(|before| touches(before.end, spot.range.start))
            || !bracketed.get(at).is_some_and(|bracketed| *bracketed)
                && after.is_some_and(|after| touches(spot.range.end, after.start))
    });
}

/// Parts a line of an entry.
pub(crate) fn part<'t>(line: &mut EntryLine<'t>, number: usize, words: &Words<'_>) -> Vec<Part<'t>> {
    let cuts = cuts(line);
    let mut parts: Vec<Part<'t>> = Vec::new();
    let mut label: Option<Field> = None;
    let mut remark: Option<Field> = None;
    let mut before = Sign::Line;
    let mut timed = false;
    let mut notice_until = 0;
    for (range, after, spot) in cuts {
        if let Some(spot) = spot {
            notice_until = notice_until.max(end_of_notice(line, spot));
            // "Hinweis: Die Führung fällt leider aus."
            let notice = remark == Some(Field::Description)
                && matches!(line.spots[spot].value, Value::Notice(_))
                && !words.is_exception(line.text);
            line.aside[spot] = remark.is_some()
                && !notice
                && !matches!(label, Some(Field::Date | Field::When | Field::Time | Field::From | Field::Until));
            line.labels[spot] = label;
            timed = true;
            let in_title = parts
                .last_mut()
                .filter(|last| before != Sign::Bar && label.is_none() && last.label == Some(Field::Title));
            if let Some(title) = in_title {
                // "Titel: Tanz in den 1. Mai"
                line.aside[spot] = true;
                title.range.end = line.spots[spot].range.end;
                title.text = &line.text[title.range.clone()];
                continue;
            }
            if let (Some(_), Some(last)) = (remark.filter(|_| line.aside[spot] || notice), parts.last_mut()) {
                // The remark goes on over the date in it: "Anmeldung bis 3. Mai unter …".
                last.range.end = line.spots[spot].range.end;
                last.text = &line.text[last.range.clone()];
            }
            before = Sign::Spot;
            continue;
        }
        let range = trimmed(line.text, range);
        let text: &'t str = &line.text[range.clone()];
        if text.is_empty() {
            before = strongest(before, after);
            continue;
        }
        if range.start < notice_until {
            let quoted = false;
            let remark = Some(Field::Description);
            parts.push(Part { line: number, text, range, before, after, label: None, remark, quoted });
            before = after;
            continue;
        }
        let bare = bare(text);
        // "Abfahrt 7 Uhr – 59 €": a time's label says nothing about what follows the time.
        if timed && matches!(label, Some(Field::From | Field::Until | Field::Time)) {
            label = None;
        }
        timed = false;
        // "Einlass 18.11 Uhr, Beginn 19.11 Uhr"
        let begins = after == Sign::Spot
            && matches!(words.field(bare), Some(Field::From | Field::Until | Field::Time | Field::When))
            // "Auf dem Steinhauerweg. Treffpunkt 9 Uhr, Parkplatz Hohenstein."
            || after == Sign::Spot && before == Sign::Stop && words.field(bare) == Some(Field::Place);
        if begins || after == Sign::Colon || matches!(before, Sign::Line | Sign::Bar) && after == Sign::Spot {
            // "Vortrag: Demenz verstehen": the kind of event belongs to its name.
            let kind = words.is_kind_of_event(bare);
            if let Some(field) = words.field(bare).filter(|field| !(kind && *field == Field::Title)) {
                (label, remark) = (Some(field), None);
                if matches!(
                    field,
                    Field::Registration
                        | Field::Admission
                        | Field::Phone
                        | Field::Email
                        | Field::Web
                        | Field::Organiser
                ) {
                    remark = Some(field);
                }
                if remark.is_none() {
                    before = after;
                    continue;
                }
            }
        }
        if matches!(before, Sign::Line | Sign::Stop | Sign::Bar) {
            remark = remark.filter(|_| before == Sign::Bar && label.is_some() && after != Sign::Colon);
        }
        let begins_remark = words.remark(bare).or_else(|| text.contains('€').then_some(Field::Admission));
        if remark.is_some()
            && !matches!(before, Sign::Line | Sign::Stop)
            && begins_remark.is_none_or(|new| Some(new) == remark)
        {
            // One remark to the end of its sentence.
            if let Some(last) = parts.last_mut().filter(|last| last.line == number && last.remark.is_some()) {
                last.range.end = range.end;
                last.text = &line.text[last.range.clone()];
                last.after = after;
                before = after;
                continue;
            }
        }
        // What a label names goes on to the next bar, sentence or label.
        let whole = |part: &&mut Part<'_>| {
            matches!(
                part.label,
                Some(Field::Title | Field::Place | Field::District | Field::Description | Field::Address)
            )
        };
        if label.is_none()
            && begins_remark.is_none()
            && !matches!(before, Sign::Line | Sign::Bar | Sign::Stop)
            && let Some(last) = parts.last_mut().filter(whole)
        {
            last.range.end =
                range.end + usize::from(line.text[range.end..].starts_with(')') && before == Sign::Bracket);
            last.text = &line.text[last.range.clone()];
            last.after = after;
            before = after;
            continue;
        }
        // "Passwörter, die man sich merken kann", "Kompost - das schwarze Gold": an article in small letters goes on with the phrase before.
        let goes_on = matches!(before, Sign::Comma | Sign::Dash)
            && label.is_none()
            && begins_remark.is_none()
            && begins_clause(text, words);
        if let Some(last) = parts
            .last_mut()
            .filter(|last| goes_on && last.after == before && last.remark.is_none() && last.label.is_none())
        {
            last.range.end = range.end;
            last.text = &line.text[last.range.clone()];
            last.after = after;
            before = after;
            continue;
        }
        remark = begins_remark.or(remark);
        let quoted = text.starts_with(['„', '“', '"', '»', '«', '‚', '›'])
            && text.ends_with(['“', '”', '"', '«', '»', '‘', '‹']);
        parts.push(Part {
            line: number,
            text,
            range,
            before,
            after,
            label: label.take().filter(|field| remark.is_none_or(|_| is_remark_field(*field))),
            remark,
            quoted,
        });
        before = after;
    }
    parts
}

/// "(verlegt, ursprünglich Pfarrheim St. Josef)": the end of a bracket that begins with a notice; what stands in it explains the notice.
fn end_of_notice(line: &EntryLine<'_>, spot: usize) -> usize {
    let Spot { range, value, .. } = &line.spots[spot];
    let opened = line.text[..range.start].trim_end().ends_with(['(', '[']);
    let close = line.text[range.end..].find([')', ']']).filter(|_| opened && matches!(value, Value::Notice(_)));
    close.map_or(0, |close| range.end + close)
}

fn is_remark_field(field: Field) -> bool {
    !matches!(field, Field::Title | Field::Place | Field::District)
}

fn strongest(before: Sign, after: Sign) -> Sign {
    if matches!(before, Sign::Line) || after == Sign::Comma { before } else { after }
}

/// The line cut at spots and signs: pieces with the sign behind them, spots with their number.
fn cuts(line: &EntryLine<'_>) -> Vec<(Range<usize>, Sign, Option<usize>)> {
    let text = line.text;
    let mut cuts = Vec::new();
    let mut start = 0;
    let mut spots = line.spots.iter().enumerate().peekable();
    let mut quote: Option<char> = None;
    let mut at = 0;
    while at < text.len() {
        if let Some((number, spot)) = spots.next_if(|(_, spot)| spot.range.start <= at) {
            if quote.is_none() && spot.range.start >= start {
                cuts.push((start..spot.range.start, Sign::Spot, None));
                cuts.push((spot.range.clone(), Sign::Spot, Some(number)));
                start = spot.range.end;
                at = at.max(spot.range.end);
            }
            continue;
        }
        // No letter or digit of ASCII parts anything.
        let until = spots.peek().map_or(text.len(), |(_, spot)| spot.range.start).min(text.len());
        if let Some(letters) = text.as_bytes().get(at..until) {
            at += letters.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            if at == until {
                continue;
            }
        }
        let Some(sign) = text[at..].chars().next() else { break };
        let next = at + sign.len_utf8();
        match (quote, sign) {
            (None, '„' | '»' | '“' | '‚') if text[next..].contains(['“', '”', '«', '"', '‘']) => {
                quote = Some(sign)
            }
            (None, '"') if text[next..].contains('"') => quote = Some(sign),
            (Some(_), '“' | '”' | '«' | '"' | '‘') => quote = None,
            (Some(_), _) => {}
            (None, _) => {
                if let Some((kind, length)) = sign_at(text, at, sign) {
                    cuts.push((start..at, kind, None));
                    start = at + length;
                    at = start;
                    continue;
                }
            }
        }
        at = next;
    }
    cuts.push((start..text.len(), Sign::Line, None));
    cuts
}

/// The parting sign at a place of the text, and its length.
fn sign_at(text: &str, at: usize, sign: char) -> Option<(Sign, usize)> {
    if sign.is_ascii_alphanumeric() {
        return None;
    }
    let rest = &text[at + sign.len_utf8()..];
    let spaced_before = at == 0 || text[..at].ends_with(|c: char| c.is_whitespace() || c == ')');
    let spaced_after = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let kind = match sign {
        '=' | '-' | '>' if spaced_before && rest.starts_with("> ") => return Some((Sign::Bar, 2)),
        '|' | '\t' | ';' | '•' | '·' | '⋅' | '¦' | '►' => Sign::Bar,
        '/' if spaced_before && spaced_after => Sign::Bar,
        '/' if rest.starts_with('/') && !text[..at].ends_with(':') => return Some((Sign::Bar, 2)),
        '(' | ')' | '[' | ']' => Sign::Bracket,
        ':' if spaced_after => Sign::Colon,
        ',' if spaced_after => Sign::Comma,
        '-' | '–' | '—' | '−' if spaced_before && spaced_after => Sign::Dash,
        '>' | '→' if spaced_before && spaced_after => Sign::Bar,
        '.' if spaced_after && ends_sentence(&text[..at], rest) => Sign::Stop,
        ' ' if rest.starts_with("  ") => return Some((Sign::Bar, 3)),
        _ => return None,
    };
    Some((kind, sign.len_utf8()))
}

/// A full stop ends a sentence after a word of four letters or more, before a capital: not after "Dr.", "St.", "Str." or an ordinal.
fn ends_sentence(before: &str, rest: &str) -> bool {
    let last = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '„' | '"' | '-')).next().unwrap_or("");
    let long = last.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !last.to_lowercase().ends_with("str");
    let long = long || before.ends_with(['?', '!', '“', '”', '«', '"']) && before.contains(['„', '»', '"', '“']);
    long && rest.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '„')
        || rest.trim().is_empty() && long
}

/// Without spaces and separating signs at the ends; quotation marks and sentence signs stay.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let edge = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '-' | '–' | '—' | '|' | '/' | '+' | '&' | '=' | '\u{200b}')
    };
    let front = piece.len() - piece.trim_start_matches(|c| edge(c) || matches!(c, '.' | ':' | '!')).len();
    let back = piece.trim_end_matches(|c| edge(c) || c == ':').len();
    if back <= front { range.start..range.start } else { range.start + front..range.start + back }
}
