//! The programme: which lines are events, and what do they say?
//!
//! ```text
//! lines ──segment──▶ units ──part──▶ pieces ──assign──▶ roles ──▶ event?
//!         which lines       which facts      title or place     (Worth)
//! ```

pub(crate) mod evidence;
mod mark;
mod parts;
mod prose;
pub(crate) mod roles;
mod segment;
pub(crate) mod table;
pub(crate) mod when;

use crate::{
    event::{ImportedEvent, ImportedStatus, ImportedWhen},
    lines::{Line, Shape, Table, reads_as_prose},
    rules,
    years::{Anchor, HISTORY, PLAUSIBLE, Verdict, complete},
};
use evidence::{Words, Worth};
use hoerblatt_core::{Date, Diagnostic, Language, Span, language::Field};
use parts::{EntryLine, part};
use roles::{Parsed, Role, assign, bare_place, district_inside, text_of, venue_inside};
use segment::{Context, Unit, segment};
use when::Timing;

pub(crate) use segment::year_in;

/// What was found in an article's body.
#[derive(Debug, Default)]
pub(crate) struct Programme {
    pub events: Vec<ImportedEvent>,
    /// For each line, whether an event tells all of it.
    pub used: Vec<bool>,
    /// Rows of tables that are no event.
    pub rest: Vec<(String, Span)>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Finds the events among the lines that are `free`.
pub(crate) fn find(
    lines: &[Line],
    free: &[bool],
    words: &Words<'_>,
    language: &dyn Language,
    anchor: Anchor,
) -> Programme {
    let mut programme = Programme { used: vec![false; lines.len()], ..Programme::default() };
    let marks = mark::marks(lines, free, words, language);
    let segments = segment(lines, free, &marks, words);
    for table in &segments.tables {
        programme.used[table.head] = true;
        let mut before: Option<String> = None;
        for row in table.rows.clone() {
            let Shape::Row(cells) = &lines[row].shape else { continue };
            let mut named: Vec<(Field, &str)> = Vec::new();
            for (field, cell) in table.columns.iter().zip(cells) {
                named.push((field.unwrap_or(Field::Description), cell.as_str()));
            }
            // A merged date cell leaves gaps below it.
            let dated = named.iter().position(|(field, _)| matches!(field, Field::Date | Field::When));
            if let Some(at) = dated {
                if !named[at].1.is_empty() {
                    before = Some(named[at].1.to_owned());
                } else if let Some(day) = &before {
                    named[at].1 = day;
                }
            }
            let Some((event, timing)) = table::event(&named, lines[row].span, words, language) else { continue };
            let judge = Judge { words, anchor, context: &table.context };
            if judge.finish(event, &timing, true, &mut programme) {
                programme.used[row] = true;
            }
        }
    }
    for group in segments.groups {
        let mut entries: Vec<(Unit, Parsed)> = group.into_iter().map(|unit| parse(unit, words, language)).collect();
        let mut parsed: Vec<Parsed> = entries
            .iter_mut()
            .map(|(_, p)| std::mem::replace(p, Parsed { lines: vec![], parts: vec![], roles: vec![], headed: false }))
            .collect();
        assign(&mut parsed, words);
        let list = List::of(&parsed, words);
        for ((unit, _), parsed) in entries.iter().zip(parsed) {
            entry(unit, &parsed, list, lines, words, language, anchor, &mut programme);
        }
    }
    prose::find(lines, free, &marks, words, language, anchor, &mut programme);
    programme
}

/// Finds the events of a table by itself (CSV, spreadsheet): below the row that names the columns, or, without one, row by row.
pub(crate) fn records(
    table: &Table,
    words: &Words<'_>,
    language: &dyn Language,
    anchor: Anchor,
    programme: &mut Programme,
) {
    let head = table
        .rows
        .iter()
        .take(HEAD_WITHIN)
        .enumerate()
        .find_map(|(at, row)| Some((at, table::columns(&row.cells, words.vocabulary)?)));
    let (head, columns) = head.unzip();
    let columns = columns.or_else(|| table::columns_by_content(&table.rows, words, language)).unwrap_or_default();
    let context = Context::default();
    let judge = Judge { words, anchor, context: &context };
    let mut before: Vec<(Field, String)> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let above = head.is_some_and(|head| at <= head);
        let mut cells: Vec<(Field, &str)> = Vec::new();
        for (column, cell) in row.cells.iter().enumerate() {
            cells.push((columns.get(column).copied().flatten().unwrap_or(Field::Description), cell.as_str()));
        }
        if above || cells.is_empty() {
            programme.rest.extend((!above || head != Some(at)).then(|| (row.cells.join(" "), row.span)));
            continue;
        }
        // A merged cell leaves gaps below it: the day and the district count on.
        let titled = cells.iter().any(|(field, text)| *field == Field::Title && !text.is_empty());
        for (field, text) in
            cells.iter_mut().filter(|(field, _)| titled && matches!(field, Field::Date | Field::When | Field::District))
        {
            let known = before.iter_mut().find(|(known, _)| known == field);
            match (known, text.is_empty()) {
                (Some((_, value)), false) => *value = (*text).to_owned(),
                (None, false) => before.push((*field, (*text).to_owned())),
                _ => {}
            }
        }
        let dateless = cells.iter().any(|(field, text)| matches!(field, Field::Date | Field::When) && text.is_empty());
        if titled && dateless {
            for (field, text) in cells.iter_mut().filter(|(_, text)| text.is_empty()) {
                if let Some((_, value)) = before.iter().find(|(known, _)| known == field) {
                    *text = value;
                }
            }
        }
        let kept = match table::event(&cells, row.span, words, language) {
            Some((event, timing)) => judge.finish(event, &timing, true, programme),
            None => false,
        };
        if !kept && row.cells.iter().any(|cell| !cell.is_empty()) {
            let text =
                row.cells.iter().filter(|cell| !cell.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" | ");
            if !titled && dateless {
                programme.rest.push((text, row.span));
            } else {
                programme.diagnostics.push(rules::perhaps_an_event(row.span, text.as_str()));
                programme.rest.push((text, row.span));
            }
        }
    }
}

/// A list may have a title and remarks above the row that names its columns.
const HEAD_WITHIN: usize = 12;

/// What the entries of one list are as a whole.
#[derive(Debug, Clone, Copy)]
struct List {
    length: usize,
    /// Entries with a day of their own.
    alike: usize,
    /// Entries that are deadlines, hours, bus lines.
    look_alikes: usize,
}

impl List {
    fn of(entries: &[Parsed], words: &Words<'_>) -> Self {
        let mut list = Self { length: entries.len(), alike: 0, look_alikes: 0 };
        for entry in entries {
            let timing = when::timing(&entry.lines, words.vocabulary);
            let lead = entry.lines.first().map_or("", |line| line.text.as_str());
            // A deadline behind an entry's own day is a remark of a true event.
            let begins = lead.find(['.', '–', '(']).map_or(lead, |end| &lead[..end]);
            let look_alike = timing.only_deadlines || words.is_look_alike(begins);
            list.look_alikes += usize::from(look_alike);
            list.alike += usize::from(!look_alike && !timing.only_deadlines);
        }
        list
    }
}

fn parse(mut unit: Unit, words: &Words<'_>, language: &dyn Language) -> (Unit, Parsed) {
    for (_, text) in &mut unit.lines {
        if let Some(rest) = without_number(text, language) {
            *text = rest.to_owned();
        }
    }
    let mut lines: Vec<EntryLine> = unit.lines.iter().map(|(_, text)| EntryLine::new(text, language)).collect();
    let parts = lines.iter_mut().enumerate().flat_map(|(number, line)| part(line, number, words.vocabulary)).collect();
    let headed = unit.headed;
    (unit, Parsed { lines, parts, roles: Vec::new(), headed })
}

/// "3. Markt der Möglichkeiten": an item's number, where it is not a date.
fn without_number<'t>(text: &'t str, language: &dyn Language) -> Option<&'t str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix(['.', ')'])?;
    let numbered = (1..=2).contains(&digits)
        && rest.starts_with(' ')
        && rest.trim_start().starts_with(|c: char| c.is_uppercase() || c == '„');
    (numbered && language.spot(text).first().is_none_or(|spot| spot.range.start > digits)).then(|| rest.trim_start())
}

#[expect(clippy::too_many_arguments, reason = "the whole context of one decision, named")]
fn entry(
    unit: &Unit,
    parsed: &Parsed,
    list: List,
    lines: &[Line],
    words: &Words<'_>,
    language: &dyn Language,
    anchor: Anchor,
    programme: &mut Programme,
) {
    let timing = when::timing(&parsed.lines, words.vocabulary);
    let judge = Judge { words, anchor, context: &unit.context };
    if timing.days.is_empty() && unit.context.day.is_empty() {
        return;
    }
    let first = unit.lines[0].0;
    let span = unit
        .lines
        .iter()
        .fold(lines[first].span, |span, (at, _)| Span { end: lines[*at].span.end.max(span.end), ..span });
    let Some(title) = text_of(parsed, Role::Title) else {
        if judge.dates_are_ahead(&timing) && unit.context.programme {
            programme.diagnostics.push(rules::event_without_title(span, lines[first].text.as_str()));
        }
        return;
    };
    let worth = judge.worth(&title, parsed, &timing, list, unit);
    if worth.0 < Worth::ENOUGH {
        if worth.0 > Worth::ENOUGH - 1.5 {
            programme.diagnostics.push(rules::perhaps_an_event(span, lines[first].text.as_str()));
        }
        return;
    }
    let mut event = ImportedEvent::new(clean_title(&title), span);
    event.status = timing.status;
    collect(&mut event, parsed, words);
    if let Some(text) = text_of(parsed, Role::District) {
        table::set_district(&mut event, &text, words);
    }
    places(&mut event, parsed, unit, words);
    if timing.sold_out {
        let texts = parsed.lines.iter().flat_map(|line| line.spots.iter().map(move |spot| (line, spot)));
        let sold_out = texts.filter(|(_, s)| s.value == hoerblatt_core::Value::Notice(hoerblatt_core::Notice::SoldOut));
        event.description.extend(sold_out.map(|(line, spot)| line.text[spot.range.clone()].to_owned()));
    }
    if let Some(at) = unit.context.for_all {
        for_all(&mut event, &lines[at].text, words, language);
    }
    if judge.finish(
        event,
        &timing.with_time_of(unit.context.for_all.map(|at| lines[at].text.as_str()), language, words),
        list.alike > 1,
        programme,
    ) {
        for (at, _) in &unit.lines {
            programme.used[*at] = true;
        }
    }
}

/// What is neither title nor place.
fn collect(event: &mut ImportedEvent, parsed: &Parsed, words: &Words<'_>) {
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
    let _ = words;
}

/// Venue and district, from the entry or the headings above it.
fn places(event: &mut ImportedEvent, parsed: &Parsed, unit: &Unit, words: &Words<'_>) {
    if let Some(place) = text_of(parsed, Role::Place) {
        event.place = Some(bare_place(&place, words));
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
    let Some(heading) = &unit.context.place else { return };
    match words.gazetteer.find(heading) {
        Some(found) if event.district.is_none() || !event.district_named => {
            event.district = Some(found.district.to_owned());
            event.district_named = !found.part;
            if found.part && event.place.is_none() {
                event.place = Some(heading.clone());
            }
        }
        None if event.place.is_none() && event.district.is_none() => event.place = Some(heading.clone()),
        _ => {}
    }
}

/// "Jeweils um 15 Uhr im Gemeindehaus": what a line says for all entries; the place only where they have none.
fn for_all(event: &mut ImportedEvent, text: &str, words: &Words<'_>, language: &dyn Language) {
    if event.place.is_some() {
        return;
    }
    let mut line = EntryLine::new(text, language);
    let parts = part(&mut line, 0, words.vocabulary);
    let venue = parts
        .iter()
        .filter(|part| part.remark.is_none() && words.place_words(&part.text) >= 4.0)
        .map(|part| bare_place(&part.text, words))
        .next();
    event.place = venue.or_else(|| venue_inside(text.trim_end_matches(['.', ':']), words).map(|(_, venue)| venue));
}

impl Timing {
    /// With the time that a line tells for all, where the entry has none.
    fn with_time_of(&self, text: Option<&str>, language: &dyn Language, words: &Words<'_>) -> Timing {
        let mut timing = self.clone();
        if let (true, Some(text)) = (timing.times.is_empty(), text) {
            timing.times = when::timing(&[EntryLine::new(text, language)], words.vocabulary).times;
        }
        timing
    }
}

/// A title without the signs that only part it from its neighbours; quotation marks around the whole go, too.
pub(crate) fn clean_title(title: &str) -> String {
    let title = title.trim().trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '*' | '+'));
    let inner =
        title.strip_prefix(['„', '“', '"', '»', '«', '‚']).and_then(|t| t.strip_suffix(['“', '”', '"', '«', '»', '‘']));
    let title = inner.filter(|t| !t.contains(['„', '“', '"', '»'])).unwrap_or(title);
    let stop = title.ends_with('.')
        && !title.ends_with("...")
        && title.split(' ').next_back().is_some_and(|w| w.chars().count() > 4);
    (if stop { &title[..title.len() - 1] } else { title }).trim().to_owned()
}

/// Decides whether an entry is an event, and completes its dates.
struct Judge<'a> {
    words: &'a Words<'a>,
    anchor: Anchor,
    context: &'a Context,
}

impl Judge<'_> {
    fn anchor(&self) -> Anchor {
        Anchor { year: self.context.year.or(self.anchor.year), ..self.anchor }
    }

    fn days<'t>(&'t self, timing: &'t Timing) -> &'t [(Date, Option<Date>)] {
        if timing.days.is_empty() { &self.context.day } else { &timing.days }
    }

    /// Whether any day lies on or after the news, as far as is known.
    fn dates_are_ahead(&self, timing: &Timing) -> bool {
        let days = self.days(timing);
        if days.iter().any(|(date, _)| date.year.is_some_and(|year| PLAUSIBLE.contains(&year) && year < HISTORY)) {
            return false;
        }
        let Some(news) = self.anchor.news else { return true };
        days.iter().any(|(date, until)| {
            let last = until.unwrap_or(*date);
            let (last, _) = complete(last, self.anchor());
            // A programme may have begun a few weeks before its news.
            last.calendar().is_none_or(|day| (news - day).num_days() <= 35)
        })
    }

    fn worth(&self, title: &str, parsed: &Parsed, timing: &Timing, list: List, unit: &Unit) -> Worth {
        let has = |role: Role| parsed.roles.contains(&Some(role));
        let mut worth = 2.0;
        let mut add = |holds: bool, weight: f32| worth += if holds { weight } else { 0.0 };
        let leading =
            parsed.parts.first().is_none_or(|part| part.before == parts::Sign::Spot) || unit.listed || unit.headed;
        add(timing.labelled, 2.0);
        add(leading, 1.0);
        add(!timing.times.is_empty(), 1.0);
        add(has(Role::Place) || has(Role::District) || unit.context.place.is_some(), 1.0);
        add(list.alike >= 2, 0.5);
        add(list.alike >= 3, 0.5);
        add(list.look_alikes * 2 >= list.length && list.look_alikes > 0, -4.0);
        let only_name = self.words.promises_programme(title) && title.split_whitespace().count() <= 3;
        add(only_name && timing.times.is_empty(), -4.0);
        add(unit.context.programme, 1.5);
        add(title.split([' ', '-']).any(|word| self.words.names_event(word)), 0.5);
        add(!self.dates_are_ahead(timing), -4.0);
        let lead = parsed.lines.first().map_or("", |line| line.text.as_str());
        let before = parsed
            .lines
            .first()
            .and_then(|line| line.spots.first().map(|s| &line.text[..s.range.start]))
            .unwrap_or(lead);
        add(self.words.is_look_alike(title) || self.words.is_look_alike(before), -4.0);
        add(self.words.is_look_alike(&unit.context.heading), -4.0);
        add(reads_as_prose(title) || title.split_whitespace().count() > 18, -2.0);
        add(self.words.tells_past(title), -2.0);
        Worth(worth)
    }

    /// Completes the dates, reports what is odd, and adds the event; `false` where no day is left.
    fn finish(&self, mut event: ImportedEvent, timing: &Timing, _listed: bool, programme: &mut Programme) -> bool {
        let span = event.span;
        let mut moved_from = None;
        if let ImportedStatus::Moved { from: Some(from) } = event.status {
            moved_from = Some(complete(from, self.anchor()).0);
        }
        if moved_from.is_some() {
            event.status = ImportedStatus::Moved { from: moved_from };
        }
        for when in timing.appointments(&self.context.day, None) {
            let (date, verdict) = complete(when.date, self.anchor());
            report(verdict, when.date, date, span, &event.title, &mut programme.diagnostics);
            if verdict == Verdict::Impossible {
                continue;
            }
            let until_date = when.until_date.map(|until| {
                let year = until.year.or(date
                    .year
                    .map(|year| if (until.month, until.day) < (date.month, date.day) { year + 1 } else { year }));
                complete(Date { year, ..until }, self.anchor()).0
            });
            event.when.push(ImportedWhen { date, until_date, ..when });
        }
        let key = |when: &ImportedWhen| (when.date.year, when.date.month, when.date.day, when.from);
        event.when.sort_by_key(key);
        event.when.dedup();
        let found = !event.when.is_empty();
        if found {
            programme.events.push(event);
        }
        found
    }
}

fn report(verdict: Verdict, written: Date, date: Date, span: Span, title: &str, diagnostics: &mut Vec<Diagnostic>) {
    let text =
        format!("{}.{}.{}", written.day, written.month, written.year.map_or(String::new(), |year| year.to_string()));
    diagnostics.extend(match verdict {
        Verdict::Fine => None,
        Verdict::Unknown => Some(rules::year_unknown(span, title, text)),
        Verdict::Implausible => Some(rules::year_implausible(span, text, date.year.unwrap_or_default())),
        Verdict::Impossible => Some(rules::no_such_day(span, text, title)),
        Verdict::OtherWeekday => date.calendar().map(|day| rules::weekday_differs(span, title, day)),
    });
}
