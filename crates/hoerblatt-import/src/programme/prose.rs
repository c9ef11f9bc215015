//! Events told in sentences: "Am Mittwoch, 11. Mai, lädt das Seniorenbüro um 15 Uhr zu „99 und 1 Luftballon“ in das Haus am Park ein."
//!
//! A sentence is an event only if it announces (the language's words tell), names a title in quotation marks or between its verb
//! and its end, and its day is not past. Everything else stays body text.

use super::{
    Finder, Programme, clean_title,
    evidence::Words,
    judge::Judge,
    mark::Mark,
    parts::{EntryLine, field_of},
    roles::{bare_place, district_inside, venue_inside},
    segment::{Context, is_day},
    table::without_notice,
    when,
};
use crate::{event::ImportedEvent, limits::LONGEST_ENTRY, lines::plain};
use hoerblatt_core::{Language, Span, Value, language::Field};

/// A sentence may tell again what one of this many events before it told; more would cost time that grows with the square of the text.
const RETOLD_WITHIN: usize = 100;

impl Finder<'_> {
    /// Looks at every sentence of running text that has a digit.
    pub(super) fn prose(&self, marks: &[Mark], programme: &mut Programme) {
        let mut untitled: Option<(EntryLine, Span, usize, Option<String>)> = None;
        for (at, line) in self.lines.iter().enumerate() {
            let prose = marks[at].prose || line.is_prose();
            if !self.free[at] || programme.used[at] || !prose || !marks[at].date || line.text.len() > 40 * LONGEST_ENTRY
            {
                continue;
            }
            for (start, sentence) in sentences(&line.text, self.language) {
                if !self.may_announce(sentence) {
                    continue;
                }
                let begin = line.span.start + u32::try_from(start).unwrap_or(0);
                let span = Span { start: begin, end: begin + u32::try_from(sentence.len()).unwrap_or(0), ..line.span };
                let said = EntryLine::new(sentence, self.language);
                let named = subject(&said, self.words).or_else(|| invitation(&said, self.words));
                // "Premiere ist am …": the name of the kind is quoted in another sentence, or it stands in the headline.
                let endings = &self.words.vocabulary.event_endings;
                let kind = |title: &String| endings.contains(&title.to_lowercase().as_str());
                let title = self
                    .quoted_title(sentence)
                    .or_else(|| self.heading_of(at))
                    .or_else(|| named.clone().filter(|title| !kind(title)))
                    .or_else(|| self.quoted_title(&line.text));
                match title {
                    Some(title) => self.sentence(&said, &title, span, at, programme),
                    None => untitled = untitled.or(Some((said, span, at, named))),
                }
            }
        }
        // A text about a single event may name it nowhere but in its headline.
        let Some((said, span, at, kind)) = untitled.filter(|_| programme.events.is_empty()) else { return };
        let named = |text: &&str| text.split([' ', '-']).any(|word| self.words.names_event(word));
        let headline = self.headline.filter(|headline| kind.is_some() || named(headline));
        if let Some(title) = headline.map(|headline| self.words.event_in(headline)).or(kind) {
            let title = without_notice(&title, self.language).0;
            let (title, venue) =
                venue_inside(&title, self.words).map_or((title, None), |(title, venue)| (title, Some(venue)));
            self.sentence(&said, &title, span, at, programme);
            if let Some(event) = programme.events.last_mut() {
                event.place = event.place.take().or(venue);
            }
        }
    }

    /// Whether a sentence with a digit announces, and neither tells of the past nor of what comes back.
    fn may_announce(&self, sentence: &str) -> bool {
        let words = self.words;
        sentence.len() <= LONGEST_ENTRY
            && sentence.bytes().any(|byte| byte.is_ascii_digit())
            && words.announces(sentence)
            && !words.tells_past(sentence)
            && !words.is_look_alike(sentence)
            && !words.recurs(sentence)
    }

    /// What a sentence quotes, unless it is the name of a place or a club ("Kleingartenverein „Zur Sonnenseite“").
    fn quoted_title(&self, sentence: &str) -> Option<String> {
        let title = quoted(sentence)?;
        let before = sentence[..sentence.find(&title)?].trim_end_matches(['„', '»', '"', ' ']);
        let owner = before.rsplit(' ').next().unwrap_or("");
        (!self.words.names_place(owner) || self.words.names_event(owner)).then_some(title)
    }

    /// The heading right above a paragraph, if it names an event.
    fn heading_of(&self, at: usize) -> Option<String> {
        let above = at.checked_sub(1).filter(|&above| self.free[above])?;
        let line = &self.lines[above];
        let heading = line.is_heading() || line.gap && self.lines[at].gap && line.text.split_whitespace().count() <= 6;
        let named = line.text.split([' ', '-']).any(|word| self.words.names_event(word));
        (heading && named && !line.text.ends_with(['.', ':']) && !self.words.promises_programme(&line.text))
            .then(|| line.text.clone())
    }

    fn sentence(&self, said: &EntryLine, title: &str, span: Span, at: usize, programme: &mut Programme) {
        let timing = when::timing(std::slice::from_ref(said), self.words.vocabulary);
        let context = Context::default();
        let judge = Judge { words: self.words, anchor: self.anchor, context: &context };
        // Without a clock time a dated sentence is too often about something else: a decision, an exhibition's end, a deadline.
        if timing.days.is_empty() || timing.times.is_empty() || !judge.dates_are_ahead(&timing) {
            return;
        }
        if programme.events.iter().rev().take(RETOLD_WITHIN).any(|event| alike(&event.title, title)) {
            return;
        }
        let parts = day_by_day(said, self.words, self.language);
        if parts.len() > 1 {
            for (part, place, district) in parts {
                let timing = when::timing(std::slice::from_ref(&part), self.words.vocabulary);
                let mut event = ImportedEvent::new(clean_title(title), span);
                (event.district_named, event.place, event.district) = (district.is_some(), place, district);
                judge.finish(event, &timing, programme);
            }
            return;
        }
        let mut event = ImportedEvent::new(clean_title(title), span);
        event.status = timing.status;
        event.place =
            venue(said, title, self.words).or_else(|| labelled_venue(&self.lines[at].text, self.words, self.language));
        event.district = district_inside(&said.text, self.words).map(str::to_owned);
        event.district_named = event.district.is_some();
        judge.finish(event, &timing, programme);
    }
}

/// "am 24. Juni ab 14 Uhr in Eving, am 1. Juli ab 15 Uhr in Hörde": one piece per day, with its venue and district; nothing unless every
/// day has one.
fn day_by_day(
    said: &EntryLine,
    words: &Words<'_>,
    language: &dyn Language,
) -> Vec<(EntryLine, Option<String>, Option<String>)> {
    let days: Vec<usize> =
        said.spots.iter().filter(|spot| is_day(&spot.value, spot.bound)).map(|spot| spot.range.start).collect();
    let ends = days.iter().skip(1).copied().chain([said.text.len()]);
    let piece = |(start, end): (&usize, usize)| {
        let part = EntryLine::new(&said.text[*start..end], language);
        let district = district_inside(&part.text, words).map(str::to_owned);
        let place = venue(&part, "", words);
        (place.is_some() || district.is_some()).then_some((part, place, district))
    };
    days.iter().zip(ends).map(piece).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// "Treffpunkt ist der Parkplatz am Wald": the name behind a word that labels a place.
pub(super) fn labelled_venue(text: &str, words: &Words<'_>, language: &dyn Language) -> Option<String> {
    sentences(text, language).into_iter().find_map(|(_, sentence)| {
        let labels = |word: &str| field_of(&plain(word), words.vocabulary) == Some(Field::Place);
        let (at, word) = sentence
            .split(' ')
            .scan(0, |at, word| Some((std::mem::replace(at, *at + word.len() + 1), word)))
            .find(|(_, word)| labels(word))?;
        let more = sentence.get(at + word.len() + 1..)?;
        let name = name_of(&more[more.find(char::is_uppercase)?..], words);
        (!name.is_empty()).then_some(name)
    })
}

/// What a paragraph above a list announces: "Der Tanztee findet an folgenden Terminen statt:" → "Tanztee".
pub(super) fn announced(text: &str, words: &Words<'_>, language: &dyn Language) -> Option<String> {
    sentences(text, language).into_iter().rev().find_map(|(_, sentence)| {
        let said = EntryLine::new(sentence, language);
        quoted(sentence).or_else(|| subject(&said, words)).or_else(|| invitation(&said, words))
    })
}

/// "lädt … zum Tag des offenen Gartens", "beginnt mit einem Festgottesdienst in der Kirche": the noun behind a small word that names an
/// event, with the genitive that follows it.
fn invitation(said: &EntryLine, words: &Words<'_>) -> Option<String> {
    let sentence = said.text.as_str();
    let (mut before, mut article) = ("", false);
    let mut at = 0;
    for word in sentence.split_inclusive(' ') {
        let start = at;
        at += word.len();
        let bare = word.trim_end_matches([' ', ',', '.', '!', ':']);
        let inside = said.spots.iter().any(|spot| spot.range.contains(&start));
        let small = words.is_article(before) || words.is_preposition(before);
        // "zu einem großen Konzert": an adjective may stand between.
        let led = small || article && before.starts_with(char::is_lowercase);
        article = small;
        if !inside && led && bare.chars().count() >= 5 && words.names_event(bare) {
            let mut title = bare.to_owned();
            let (next, more) = sentence[at..].split_once(' ').unwrap_or_default();
            if bare.len() == word.trim_end().len() && words.is_article(next) {
                let more: Vec<&str> = more.split(' ').take_while(|word| !words.is_preposition(word)).take(2).collect();
                let name = more.join(" ");
                title = format!("{title} {next} {}", name.split([',', '.', ';']).next().unwrap_or(""));
            }
            return Some(title.trim().to_owned());
        }
        before = bare;
    }
    None
}

fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one.contains(&other) || other.contains(&one)
}

/// The text in the first quotation marks that hold more than a single small word.
pub(super) fn quoted(sentence: &str) -> Option<String> {
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
            let street = piece.get(stop..).and_then(|rest| street_behind(rest, words));
            return Some(street.map_or(phrase.clone(), |street| format!("{phrase}, {street}")));
        }
    }
    None
}

/// ", Hülshof 32, statt": a street with its number behind a venue's name.
fn street_behind<'t>(rest: &'t str, words: &Words<'_>) -> Option<&'t str> {
    let street = rest.strip_prefix(", ")?.split([',', '.', ';', ')']).next()?.trim();
    let (name, number) = street.rsplit_once(' ')?;
    let numbered = number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 4;
    (numbered && name.starts_with(char::is_uppercase) && name.split(' ').count() <= 3 && !words.announces(name))
        .then_some(street)
}

/// The capitalised run at the beginning: "Wilhelm-Hansmann-Haus zu einem Nachmittag" → "Wilhelm-Hansmann-Haus".
pub(super) fn name_of(phrase: &str, vocabulary: &Words<'_>) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut rest = phrase.split_whitespace().peekable();
    while let Some(word) = rest.next() {
        // "Hörsaal der Klinik" goes on, "Lutherkirche | das Konzert" does not.
        let event = rest.peek().is_some_and(|next| vocabulary.names_event(next) && !vocabulary.names_place(next));
        // "Kinder- und Jugendbibliothek"
        let divided = words.last().is_some_and(|last| last.ends_with('-'));
        let inside = vocabulary.is_preposition(word) || vocabulary.is_article(word) && !event || divided;
        if !(word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || (inside && !words.is_empty())) {
            break;
        }
        words.push(word);
    }
    while words.last().is_some_and(|word| word.starts_with(char::is_lowercase)) {
        words.pop();
    }
    words.join(" ").trim_end_matches(['.', ',', ';']).to_owned()
}

/// Sentences with their offset; the language tells a full stop from an ordinal or an abbreviation.
pub(super) fn sentences<'t>(text: &'t str, language: &dyn Language) -> Vec<(usize, &'t str)> {
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
