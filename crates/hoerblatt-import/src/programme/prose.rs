//! Events told in sentences: "Am Mittwoch, 11. Mai, lädt das Seniorenbüro um 15 Uhr zu „99 und 1 Luftballon“ in das Haus am Park ein."
//!
//! A sentence is an event only if it announces (the language's words tell), names a title in quotation marks or between its verb
//! and its end, and its day is not past. Everything else stays body text.

use super::{
    Context, Judge, Programme, clean_title,
    evidence::Words,
    mark::Mark,
    parts::EntryLine,
    roles::{bare_place, district_inside},
    when,
};
use crate::{event::ImportedEvent, limits::LONGEST_ENTRY, lines::Line, years::Anchor};
use hoerblatt_core::{Language, Span, Value};

/// Looks at every sentence of running text that has a digit.
pub(crate) fn find(
    lines: &[Line],
    free: &[bool],
    marks: &[Mark],
    words: &Words<'_>,
    language: &dyn Language,
    anchor: Anchor,
    programme: &mut Programme,
) {
    for (at, line) in lines.iter().enumerate() {
        let prose = marks[at].prose || line.is_prose();
        let worth_reading = prose && marks[at].date && words.announces(&line.text);
        if !free[at] || programme.used[at] || !worth_reading || line.text.len() > 40 * LONGEST_ENTRY {
            continue;
        }
        for (start, sentence) in sentences(&line.text, language) {
            let dated = sentence.len() <= LONGEST_ENTRY && sentence.bytes().any(|byte| byte.is_ascii_digit());
            if !dated
                || !words.announces(sentence)
                || words.tells_past(sentence)
                || words.is_look_alike(sentence)
                || words.recurs(sentence)
            {
                continue;
            }
            let begin = line.span.start + u32::try_from(start).unwrap_or(0);
            let span = Span { start: begin, end: begin + u32::try_from(sentence.len()).unwrap_or(0), ..line.span };
            sentence_event(sentence, span, words, language, anchor, programme);
        }
    }
}

fn sentence_event(
    sentence: &str,
    span: Span,
    words: &Words<'_>,
    language: &dyn Language,
    anchor: Anchor,
    programme: &mut Programme,
) {
    let line = EntryLine::new(sentence, language);
    let timing = when::timing(std::slice::from_ref(&line), words.vocabulary);
    let context = Context::default();
    let judge = Judge { words, anchor, context: &context };
    // Without a clock time a dated sentence is too often about something else: a decision, an exhibition's end, a deadline.
    if timing.days.is_empty() || timing.times.is_empty() || !judge.dates_are_ahead(&timing) {
        return;
    }
    let Some(title) = quoted(sentence).or_else(|| subject(&line, words)) else { return };
    let known = programme.events.iter().any(|event| alike(&event.title, &title));
    if known {
        return;
    }
    let mut event = ImportedEvent::new(clean_title(&title), span);
    event.status = timing.status;
    event.place = venue(&line, &title, words);
    event.district = district_inside(sentence, words).map(str::to_owned);
    event.district_named = event.district.is_some();
    judge.finish(event, &timing, false, programme);
}

fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one.contains(&other) || other.contains(&one)
}

/// The text in the first quotation marks that hold more than a single small word.
fn quoted(sentence: &str) -> Option<String> {
    let (start, open) = sentence.char_indices().find(|(_, c)| matches!(c, '„' | '»' | '"'))?;
    let inner = &sentence[start + open.len_utf8()..];
    let end = inner.find(match open {
        '„' => ['“', '”', '"'],
        '»' => ['«', '«', '«'],
        _ => ['"', '"', '"'],
    })?;
    let title = inner[..end].trim();
    (title.chars().count() >= 3).then(|| title.to_owned())
}

/// "Das nächste Tanzcafé findet am … statt": the words from the capital before the verb, if they name an event.
fn subject(line: &EntryLine, words: &Words<'_>) -> Option<String> {
    let sentence = line.text.as_str();
    let verb = sentence.match_indices(' ').map(|(at, _)| at + 1).find(|&at| {
        let word = sentence[at..].split(' ').next().unwrap_or("");
        words.vocabulary.announcing.contains(&word)
    })?;
    let before = sentence[..verb].trim_end();
    let blocked = line.spots.iter().any(|spot| spot.range.start < verb && !matches!(spot.value, Value::Notice(_)));
    if blocked {
        return None;
    }
    let mut rest = before;
    while let Some((first, more)) = rest.split_once(' ') {
        let small = first.to_lowercase();
        // "Das nächste Tanzcafé": the article and the small words up to the noun.
        if !words.is_article(&small) && first.starts_with(char::is_uppercase) {
            break;
        }
        rest = more;
    }
    let named = rest.split([' ', '-']).any(|word| words.names_event(word));
    let short = rest.split_whitespace().count() <= 6 && rest.starts_with(char::is_uppercase) && !rest.contains(',');
    (named && short).then(|| rest.to_owned())
}

/// The venue behind a preposition: up to the next comma, verb or date.
fn venue(line: &EntryLine, title: &str, words: &Words<'_>) -> Option<String> {
    let sentence = line.text.as_str();
    let floor = sentence.find(title).map_or(0..0, |at| at..at + title.len());
    for (at, _) in sentence.match_indices(' ') {
        let start = at + 1;
        if floor.contains(&start) || line.spots.iter().any(|spot| spot.range.contains(&start)) {
            continue;
        }
        let word = sentence[start..].split(' ').next().unwrap_or("");
        if !words.is_preposition(word) {
            continue;
        }
        let piece = &sentence[start..];
        let spot = line
            .spots
            .iter()
            .map(|spot| spot.range.start)
            .find(|&spot| spot > start)
            .map_or(piece.len(), |spot| spot - start);
        let stop = piece.find([',', '.', ';', '(', '„', '“', ':']).unwrap_or(piece.len()).min(spot);
        let stop = floor.start.checked_sub(start).filter(|&d| d > 0).map_or(stop, |title| stop.min(title));
        let phrase = name_of(&bare_place(&piece[..stop], words), words);
        if phrase.split([' ', '-']).any(|word| words.names_place(word)) {
            return Some(phrase);
        }
    }
    None
}

/// The capitalised run at the beginning: "Wilhelm-Hansmann-Haus zu einem Nachmittag" → "Wilhelm-Hansmann-Haus".
fn name_of(phrase: &str, vocabulary: &Words<'_>) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in phrase.split_whitespace() {
        let inside = vocabulary.is_preposition(word) || vocabulary.is_article(word);
        if !(word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || (inside && !words.is_empty())) {
            break;
        }
        words.push(word);
    }
    while words.last().is_some_and(|word| word.starts_with(char::is_lowercase)) {
        words.pop();
    }
    words.join(" ")
}

/// Sentences with their offset; the language tells a full stop from an ordinal or an abbreviation.
fn sentences<'t>(text: &'t str, language: &dyn Language) -> Vec<(usize, &'t str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for token in language.read(text) {
        if token.ends_sentence {
            found.push((start, text[start..token.range.end].trim()));
            start = token.range.end;
        }
    }
    if start < text.len() {
        found.push((start, text[start..].trim()));
    }
    found
}
