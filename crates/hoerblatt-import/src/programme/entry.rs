//! One entry of a list, block or heading becomes an event.

use super::{
    Finder, Programme,
    evidence::Worth,
    judge::{Judge, List},
    mark::Mark,
    parts::{EntryLine, Part, Sign, part},
    prose,
    roles::{Parsed, Role, text_of},
    segment::{Unit, is_day},
    series::has_remark,
    table,
    venue::{self, bare_place, district_inside, venue_inside},
    when::{self, Timing},
    words::Words,
};
use crate::{
    event::{ImportedEvent, ImportedStatus},
    lines::is_picture,
    rules,
    scan::Scan,
};
use hoerblatt_core::{Language, Notice, Span, Value, language::Field};
use std::borrow::Cow;

/// "3. Markt der Möglichkeiten": an item's number, where it is not a date.
fn without_number<'t>(line: &EntryLine<'t>, language: &dyn Language) -> Option<&'t str> {
    let text = line.text;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix(['.', ')'])?;
    if !(1..=2).contains(&digits) || !rest.starts_with(' ') {
        return None;
    }
    let rest = rest.trim_start();
    // "4. 2. Februar": behind the item's number stands a whole date.
    let dated = rest.starts_with(|c: char| c.is_ascii_digit())
        && language.spot(rest).first().is_some_and(|spot| {
            spot.range.start == 0
                && is_day(&spot.value, spot.bound)
                && rest[spot.range.clone()].contains(char::is_alphabetic)
        });
    let titled = rest.starts_with(|c: char| c.is_uppercase() || c == '„')
        && line.spots.first().is_none_or(|spot| spot.range.start > digits);
    (dated || titled).then_some(rest)
}

/// No more words stand before a quoted work in an event's name.
const LONGEST_LEAD: usize = 5;

impl Finder<'_> {
    /// An entry in pieces, its number off.
    pub(super) fn parse<'u>(&self, unit: &'u Unit<'_>, marks: &[Mark]) -> Parsed<'u> {
        let line = |(at, text): &'u (usize, Cow<'_, str>)| {
            let line = self.entry_line(text, &self.lines[*at].text, &marks[*at]);
            without_number(&line, self.language).map_or(line, |rest| EntryLine::new(rest, self.language))
        };
        let mut lines: Vec<EntryLine<'u>> = unit.lines.iter().map(line).collect();
        let parts = lines.iter_mut().enumerate().flat_map(|(number, line)| part(line, number, self.words)).collect();
        let timing = when::timing(&lines, self.words);
        let kinds = unit.lines.iter().map(|(at, _)| marks[*at].kinds).collect();
        Parsed { lines, parts, roles: Vec::new(), weights: Vec::new(), headed: unit.headed, kinds, timing }
    }

    /// A line of an entry; where it is read as it stands, its dates and times are known.
    fn entry_line<'u>(&self, text: &'u str, source: &str, mark: &Mark) -> EntryLine<'u> {
        match mark.known_spots().filter(|_| text == source) {
            Some(spots) => EntryLine::with_spots(text, spots.to_vec()),
            None => EntryLine::new(text, self.language),
        }
    }

    /// Adds an entry's event, if it is one.
    pub(super) fn entry(&self, unit: &Unit<'_>, parsed: &Parsed<'_>, list: List, programme: &mut Programme) {
        let timing = &parsed.timing;
        let judge = Judge { words: self.words, anchor: self.anchor, context: &unit.context };
        if timing.days.is_empty() && unit.context.day.is_empty() {
            return;
        }
        let first = &self.lines[unit.lines[0].0];
        let end = unit.lines.iter().map(|(at, _)| self.lines[*at].span.end).max();
        let span = Span { end: end.unwrap_or(0).max(first.span.end), ..first.span };
        let own = text_of(parsed, Role::Title).map(|title| {
            // "ich lade Sie herzlich ein zum Spaziergang"
            // "Jana Brückner liest aus „Letzte Schicht“" names the event as it stands.
            let announces = |before: &str| before.spaced().nth(LONGEST_LEAD).is_some() && self.words.announces(before);
            let sentence = prose::quotations(&title).next().is_some_and(|quote| announces(&title[..quote.start]));
            if sentence || title.starts_with(char::is_lowercase) { self.words.event_in(&title) } else { title }
        });
        let above = if own.is_none() { self.title_above(unit, parsed, timing, list) } else { None };
        let Some(title) = own.clone().or(above) else {
            if judge.dates_are_ahead(timing) && unit.context.programme {
                programme.diagnostics.push(rules::event_without_title(span, first.text.as_str()));
            }
            return;
        };
        let mut worth = judge.worth(&title, parsed, timing, list, unit);
        if self.led_by_look_alike(unit) || self.headed_by_look_alike(unit, &title) {
            worth.0 -= 4.0;
        }
        if worth.0 < Worth::ENOUGH {
            if worth.0 > Worth::ENOUGH - 1.5 {
                programme.diagnostics.push(rules::perhaps_an_event(span, first.text.as_str()));
            }
            return;
        }
        if own.is_none() {
            programme.diagnostics.push(rules::title_from_above(span, first.text.as_str(), title.as_str()));
        }
        let mut event = self.event(clean_title(own.as_deref().unwrap_or("")), span, unit, parsed, timing);
        if own.is_none() {
            event.title = clean_title(&title);
        }
        let timing = timing.with_time_of(self.for_all(unit), self.language, self.words);
        if judge.finish(event, &timing, programme) {
            for (at, _) in &unit.lines {
                programme.used[*at] = true;
            }
        }
    }

    /// "Die Anmeldetermine für die Klassen 5:" right above a list.
    fn led_by_look_alike(&self, unit: &Unit<'_>) -> bool {
        let intro = unit.context.intro.filter(|at| at + 1 == unit.context.list).map(|at| &self.lines[at].text);
        let last = intro.and_then(|text| prose::sentences(text, self.language).pop());
        last.is_some_and(|(_, sentence)| sentence.ends_with(':') && self.words.is_look_alike(sentence))
    }

    /// "Schadstoffmobil kommt in die Ortsteile": a headline about something else, where neither a heading nor a title tells of an event.
    fn headed_by_look_alike(&self, unit: &Unit<'_>, title: &str) -> bool {
        let unlike = |headline: &str| self.words.is_look_alike(headline) && !self.words.names_any_event(headline);
        (unit.context.heading.is_empty() || unit.context.place.is_some())
            && !unit.context.programme
            && !self.words.names_any_event(title)
            && self.headline.is_some_and(unlike)
    }

    fn event(&self, title: String, span: Span, unit: &Unit<'_>, parsed: &Parsed<'_>, timing: &Timing) -> ImportedEvent {
        let words = self.words;
        let mut event = ImportedEvent::new(title, span);
        event.status = timing.status;
        if event.status == ImportedStatus::Planned {
            event.status = self.status_above(unit.context.heading);
        }
        collect(&mut event, parsed);
        if let Some(text) = text_of(parsed, Role::District) {
            table::set_district(&mut event, &text, words);
        }
        places(&mut event, parsed, unit, words);
        if timing.sold_out {
            let spots = parsed.lines.iter().flat_map(|line| line.spots.iter().map(move |spot| (line, spot)));
            let sold_out = spots.filter(|(_, spot)| spot.value == Value::Notice(Notice::SoldOut));
            event.description.extend(sold_out.map(|(line, spot)| line.text[spot.range.clone()].to_owned()));
        }
        event
    }

    /// "Diese Veranstaltungen fallen aus": what a heading tells of the entries below it, unless it tells of several things.
    fn status_above(&self, heading: &str) -> ImportedStatus {
        let notices = self.language.spot(heading).into_iter().filter_map(|spot| match spot.value {
            Value::Notice(notice) => Some(notice),
            _ => None,
        });
        match notices.collect::<Vec<_>>().as_slice() {
            [Notice::Cancelled] => ImportedStatus::Cancelled,
            [Notice::Moved] => ImportedStatus::Moved { from: None },
            _ => ImportedStatus::Planned,
        }
    }

    /// The line that tells for all entries of a list.
    fn for_all(&self, unit: &Unit<'_>) -> Option<&str> {
        unit.context.for_all.map(|at| self.lines[at].text.as_str())
    }

    /// The title of an entry that has none: what the sentence before its list announces, else the heading above it, else the headline.
    fn title_above(&self, unit: &Unit<'_>, parsed: &Parsed<'_>, timing: &Timing, list: List) -> Option<String> {
        let placed = [Role::Place, Role::District].iter().any(|role| parsed.roles.contains(&Some(*role)));
        let certain = timing.labelled || (!timing.times.is_empty() || unit.context.for_all.is_some()) && placed;
        if list.titled * 2 >= list.length.max(2) || !certain && list.alike < 2 {
            return None;
        }
        let named = |text: &str| text.pieces().any(|word| self.words.names_event(word));
        let intro = unit.context.intro.map(|at| self.lines[at].text.as_str());
        if intro.is_some_and(|text| self.words.is_look_alike(text)) {
            return None;
        }
        let intro = intro.or(Some(unit.context.heading).filter(|text| text.ends_with(':')));
        let announced = intro.and_then(|text| prose::announced(text, self.words, self.language));
        let heading = Some(unit.context.heading).filter(|text| {
            let place = unit.context.place;
            named(text)
                && !text.ends_with(':')
                && !self.words.promises_programme(text)
                && place.is_none_or(|place| place == *text)
        });
        let headline = self
            .headline
            .filter(|text| (certain || named(text)) && !self.words.is_look_alike(text))
            .map(|text| table::without_notice(&self.words.event_in(text), self.language).0);
        announced.or_else(|| heading.map(str::to_owned)).or(headline)
    }
}

/// What is neither title nor place.
fn collect(event: &mut ImportedEvent, parsed: &Parsed<'_>) {
    for (at, part) in parsed.parts.iter().enumerate() {
        let Some(Role::About(field)) = parsed.roles[at] else { continue };
        let text = part.text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';')).to_owned();
        match field {
            Field::Admission => event.admission.push(text),
            Field::Registration | Field::Phone | Field::Email | Field::Web => event.registration.push(text),
            Field::Access => event.access.push(text),
            Field::Organiser => event.organiser.push(text),
            Field::Address => event.address = Some(text),
            _ => event.description.push(text),
        }
    }
}

/// "Ort: Vereinslokal", "19.30 Uhr, Lükaz" below the title: a label, or a time with nothing else beside it.
fn tells_place(parsed: &Parsed<'_>) -> bool {
    let roles = |line: usize| {
        let on_line = parsed.parts.iter().zip(&parsed.roles).filter(move |(part, _)| part.line == line);
        on_line.map(|(_, role)| *role)
    };
    let placed = |line: usize| {
        roles(line).any(|role| role == Some(Role::Place))
            && roles(line).all(|role| matches!(role, Some(Role::Place | Role::Joint)))
    };
    let timed = (1..parsed.lines.len()).any(|line| !parsed.lines[line].spots.is_empty() && placed(line));
    let bracketed = |(part, role): (&Part<'_>, &Option<Role>)| {
        *role == Some(Role::Place) && part.before == Sign::Bracket && part.after == Sign::Bracket
    };
    timed
        || parsed.parts.iter().any(|part| part.label == Some(Field::Place))
        || parsed.parts.iter().zip(&parsed.roles).any(bracketed)
}

/// "jetzt im Dietrich-Keuning-Haus statt im Künstlerhaus": the venue in what an entry says of it.
fn told_in_words(place: &str, words: &Words<'_>) -> String {
    let first = place.split(' ').next().unwrap_or("");
    let told = first.starts_with(char::is_lowercase) && first.len() < place.len() && !words.is_bent(first);
    let venue = told.then(|| venue::venue(&EntryLine::with_spots(place, Vec::new()), "", words)).flatten();
    venue.unwrap_or_else(|| place.to_owned())
}

/// Venue and district, from the entry or the headings above it.
fn places(event: &mut ImportedEvent, parsed: &Parsed<'_>, unit: &Unit<'_>, words: &Words<'_>) {
    if let Some(place) = text_of(parsed, Role::Place) {
        event.place = Some(told_in_words(&bare_place(&place, words), words));
        event.place_told = tells_place(parsed);
    }
    if event.place.is_none()
        && event.district.is_none()
        && let Some((title, venue)) = venue_inside(&event.title, words)
    {
        (event.title, event.place) = (title, Some(venue));
    }
    if event.district.is_none() {
        let texts = [event.place.as_deref(), Some(event.title.as_str())];
        let named = texts.into_iter().flatten().find_map(|text| district_inside(text, words)).map(str::to_owned);
        event.district_named = named.is_some();
        event.district = named;
        let part = event.place.as_deref().and_then(|place| words.gazetteer.find(place));
        if let (None, Some(found)) = (&event.district, part) {
            event.district = Some(found.district.to_owned());
        }
    }
    let Some(heading) = unit.context.place else { return };
    match words.gazetteer.find(heading) {
        Some(found) if event.district.is_none() || !event.district_named => {
            event.district = Some(found.district.to_owned());
            event.district_named = !found.part;
            if found.part && event.place.is_none() {
                event.place = Some(heading.to_owned());
            }
        }
        None if unit.context.district.is_some() && event.district.is_none() => {
            event.district = unit.context.district.map(str::to_owned);
            event.district_named = true;
        }
        None if event.place.is_none() && event.district.is_none() => {
            event.district = district_inside(heading, words).map(str::to_owned);
            event.district_named = event.district.is_some();
            event.place = Some(heading.to_owned());
        }
        _ => {}
    }
}

impl Timing {
    /// With the time that a line tells for all, where the entry has none.
    fn with_time_of(&self, text: Option<&str>, language: &dyn Language, words: &Words<'_>) -> Timing {
        let mut timing = self.clone();
        if let (true, Some(text)) = (timing.times.is_empty(), text) {
            // "Einlass ist jeweils um 20 Uhr. Alle Filme beginnen um 21.30 Uhr."
            let sentences = prose::sentences(text, language).into_iter().map(|(_, sentence)| sentence);
            let begins = sentences.filter(|sentence| !has_remark(sentence, words, |_| true));
            let times = begins.map(|sentence| when::timing(&[EntryLine::new(sentence, language)], words).times);
            let times = times.into_iter().find(|times| !times.is_empty());
            let any = || when::timing(&[EntryLine::new(text, language)], words).times;
            timing.times = times.unwrap_or_else(any);
        }
        timing
    }
}

/// A title without the signs that only part it from its neighbours; quotation marks around the whole go, too.
pub(crate) fn clean_title(title: &str) -> String {
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '*' | '+') || is_picture(c);
    let title = title.trim_matches(edge);
    let inner =
        title.strip_prefix(['„', '“', '"', '»', '«', '‚']).and_then(|t| t.strip_suffix(['“', '”', '"', '«', '»', '‘']));
    let title = inner.filter(|t| !t.contains(['„', '“', '"', '»'])).unwrap_or(title);
    let stop = title.ends_with('.')
        && !title.ends_with("...")
        && title.split(' ').next_back().is_some_and(|w| w.chars().count() > 4);
    (if stop { &title[..title.len() - 1] } else { title }).trim().to_owned()
}
