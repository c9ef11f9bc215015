//! Calendars (iCalendar): folded lines, time zones, recurrences, cancelled entries.

use crate::{
    ImportOptions,
    event::{ImportedEvent, ImportedStatus, ImportedWhen},
    limits::MOST_RECURRENCES,
    lines::Page,
    programme::{
        table::{set_district, without_notice},
        venue::{bare_place, district_inside},
        words::Words,
    },
    rules,
    text::raw_lines,
};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use hoerblatt_core::{Date, Diagnostic, FileId, Language, Sources, Span, language::Field};
use std::ops::Range;

/// One property of an entry: `DTSTART;TZID=Europe/Berlin:20220511T150000`.
struct Property<'t> {
    name: String,
    parameters: Vec<(String, &'t str)>,
    value: String,
    range: Range<usize>,
}

/// Zone names that Outlook writes, with what they mean; the rest is taken from the IANA database.
const WINDOWS_ZONES: &[(&str, &str)] = &[
    ("w. europe standard time", "Europe/Berlin"),
    ("central europe standard time", "Europe/Budapest"),
    ("central european standard time", "Europe/Warsaw"),
    ("romance standard time", "Europe/Paris"),
    ("gmt standard time", "Europe/London"),
    ("greenwich standard time", "Atlantic/Reykjavik"),
    ("e. europe standard time", "Europe/Chisinau"),
    ("fle standard time", "Europe/Kyiv"),
    ("turkey standard time", "Europe/Istanbul"),
    ("eastern standard time", "America/New_York"),
    ("utc", "UTC"),
];

/// Reads a calendar.
pub(crate) fn read(
    text: &str,
    file: FileId,
    sources: &Sources,
    options: &ImportOptions,
    language: &dyn Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Page {
    let words = Words::new(language.vocabulary(), &options.gazetteer);
    let town: Tz = options.time_zone.parse().unwrap_or(chrono_tz::Europe::Berlin);
    let mut events = Vec::new();
    let mut entry: Option<Vec<Property<'_>>> = None;
    let mut inside_other = 0_usize;
    for (range, line) in unfolded(text) {
        let Some(property) = property(text, &line, range.clone()) else { continue };
        match (property.name.as_str(), property.value.to_uppercase().as_str()) {
            ("BEGIN", "VEVENT") => entry = Some(Vec::new()),
            ("BEGIN", _) if entry.is_some() => inside_other += 1,
            ("END", "VEVENT") => {
                if let Some(properties) = entry.take() {
                    let place =
                        sources.position_of(file, properties.first().map_or(range.start, |p| p.range.start)).line;
                    match event(&properties, file, town, &words, language, diagnostics) {
                        Ok(event) => events.push(event),
                        Err(reason) => diagnostics.push(rules::import_calendar(
                            Span::new(file, range),
                            sources.name(file),
                            place,
                            reason,
                        )),
                    }
                }
                inside_other = 0;
            }
            // What a person called the calendar is no part of any entry.
            ("X-WR-CALNAME" | "NAME" | "X-WR-CALDESC", _) if entry.is_none() && !property.value.is_empty() => {
                diagnostics.push(rules::left_out(Span::new(file, range), unescaped(&property.value)));
            }
            ("END", _) if inside_other > 0 => inside_other -= 1,
            _ if inside_other == 0 => {
                if let Some(properties) = &mut entry {
                    properties.push(property);
                }
            }
            _ => {}
        }
    }
    if let Some(properties) = entry.filter(|properties| !properties.is_empty()) {
        // The file ends inside an entry; what is there may be enough.
        let span = Span::new(file, properties[0].range.clone());
        let line = sources.position_of(file, properties[0].range.start).line;
        match event(&properties, file, town, &words, language, diagnostics) {
            Ok(event) => events.push(event),
            Err(reason) => diagnostics.push(rules::import_calendar(span, sources.name(file), line, reason)),
        }
    }
    Page { events, ..Page::default() }
}

/// Content lines: a line that begins with a space goes on with the one before.
fn unfolded(text: &str) -> Vec<(Range<usize>, String)> {
    let mut lines: Vec<(Range<usize>, String)> = Vec::new();
    for (range, line) in raw_lines(text) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((whole, last))) => {
                last.push_str(rest);
                whole.end = range.end;
            }
            _ if line.trim().is_empty() => {}
            _ => lines.push((range, line.to_owned())),
        }
    }
    lines
}

fn property<'t>(text: &'t str, line: &str, range: Range<usize>) -> Option<Property<'t>> {
    // A colon inside a quoted parameter does not end the name.
    let mut quoted = false;
    let colon = line
        .char_indices()
        .find(|(_, sign)| {
            quoted ^= *sign == '"';
            *sign == ':' && !quoted
        })?
        .0;
    let mut head = line[..colon].split(';');
    let name = head.next()?.trim().to_uppercase();
    let source = text.get(range.clone()).unwrap_or("");
    let parameters = head.filter_map(|parameter| parameter.split_once('=')).map(|(key, value)| {
        let value = value.trim_matches('"');
        let at = source.find(value).unwrap_or(0);
        (key.to_uppercase(), source.get(at..at + value.len()).unwrap_or(""))
    });
    Some(Property { name, parameters: parameters.collect(), value: line[colon + 1..].trim().to_owned(), range })
}

/// `\,` `\;` `\n` as they are meant.
fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match (sign, if sign == '\\' { signs.next() } else { None }) {
            ('\\', Some('n' | 'N')) => out.push('\n'),
            ('\\', Some(other)) => out.push(other),
            _ => out.push(sign),
        }
    }
    out.trim().to_owned()
}

fn event(
    properties: &[Property<'_>],
    file: FileId,
    town: Tz,
    words: &Words<'_>,
    language: &dyn Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<ImportedEvent, &'static str> {
    let find = |name: &str| properties.iter().find(|property| property.name == name);
    let span =
        Span::new(file, properties.first().map_or(0, |p| p.range.start)..properties.last().map_or(0, |p| p.range.end));
    let title = find("SUMMARY")
        .map(|property| unescaped(&property.value))
        .filter(|title| !title.is_empty())
        .ok_or("SUMMARY")?;
    let (clean, notice) = without_notice(&title.replace('\n', " "), language);
    let mut event = ImportedEvent::new(if clean.is_empty() { title } else { clean }, span);
    event.status = notice.unwrap_or_default();
    if find("STATUS").is_some_and(|property| property.value.eq_ignore_ascii_case("CANCELLED")) {
        event.status = ImportedStatus::Cancelled;
    }
    let start = find("DTSTART").ok_or("DTSTART")?;
    let zone_of = |property: &Property<'_>, diagnostics: &mut Vec<Diagnostic>| {
        let name = property.parameters.iter().find(|(key, _)| key == "TZID").map(|(_, zone)| *zone)?;
        let known =
            WINDOWS_ZONES.iter().find(|(windows, _)| *windows == name.to_lowercase()).map_or(name, |(_, iana)| iana);
        let zone = known.trim_start_matches('/').parse::<Tz>().ok();
        if zone.is_none() {
            diagnostics.push(rules::import_zone(Span::new(file, property.range.clone()), name));
        }
        zone
    };
    let zone = zone_of(start, diagnostics);
    let first = moment(&start.value, zone, town).ok_or("DTSTART")?;
    let end = find("DTEND").and_then(|property| moment(&property.value, zone_of(property, diagnostics), town));
    let end = end.or_else(|| {
        find("DURATION")
            .and_then(|p| duration(&p.value))
            .and_then(|length| first.0.checked_add_signed(length))
            .map(|at| (at, first.1))
    });
    for (at, _) in occurrences(properties, first, zone, town) {
        event.when.push(appointment((at, first.1), end.map(|end| (at + (end.0 - first.0), end.1))));
    }
    let location = find("LOCATION")
        .map(|property| unescaped(&property.value).replace('\n', ", "))
        .filter(|place| !place.is_empty());
    if let Some(place) = location {
        event.district = district_inside(&place, words).map(str::to_owned);
        event.district_named = event.district.is_some();
        let whole = words.gazetteer.find_labelled(&place, words).is_some_and(|found| !found.part);
        event.place = (!whole).then(|| bare_place(&place, words));
    }
    if let Some(category) = find("CATEGORIES").map(|p| unescaped(&p.value)).filter(|_| event.district.is_none()) {
        let named = category.split(',').find_map(|one| words.gazetteer.find(one.trim())).filter(|found| !found.part);
        event.district = named.map(|found| found.district.to_owned());
        event.district_named = event.district.is_some();
        if event.district.is_none() {
            event.description.push(category);
        }
    }
    let description = find("DESCRIPTION").map(|p| unescaped(&p.value)).filter(|text| !text.is_empty());
    let labelled = description.iter().flat_map(|text| text.lines()).find_map(|line| match words.label(line) {
        Some((Field::District, value)) => Some(line[value..].trim()),
        _ => None,
    });
    if let Some(district) = labelled.filter(|district| event.district.is_none() && !district.is_empty()) {
        set_district(&mut event, district, words);
    }
    event.description.extend(description);
    event.registration.extend(find("URL").map(|p| p.value.clone()).filter(|text| !text.is_empty()));
    Ok(event)
}

/// A moment of the town's clocks, and whether it has a time.
type Moment = (NaiveDateTime, bool);

fn moment(value: &str, zone: Option<Tz>, town: Tz) -> Option<Moment> {
    if let Ok(day) = NaiveDate::parse_from_str(value, "%Y%m%d") {
        return Some((day.and_time(NaiveTime::MIN), false));
    }
    let (value, utc) = value.strip_suffix('Z').map_or((value, false), |value| (value, true));
    let at = NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S")
        .or_else(|_| NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M"))
        .ok()?;
    let local = if utc {
        Utc.from_utc_datetime(&at).with_timezone(&town).naive_local()
    } else {
        match zone.filter(|zone| *zone != town) {
            // A time that the clocks skip or show twice is taken as written.
            Some(zone) => {
                zone.from_local_datetime(&at).earliest().map_or(at, |there| there.with_timezone(&town).naive_local())
            }
            None => at,
        }
    };
    Some((local, true))
}

/// `PT1H30M`, `P1D`; weeks and days count as days.
fn duration(value: &str) -> Option<chrono::TimeDelta> {
    let (mut total, mut number) = (0_i64, 0_i64);
    for sign in value.chars() {
        match sign {
            '0'..='9' => number = number.checked_mul(10)?.checked_add(i64::from(sign as u8 - b'0'))?,
            'P' | 'T' | '+' => {}
            unit => {
                let seconds = match unit {
                    'W' => 604_800,
                    'D' => 86_400,
                    'H' => 3_600,
                    'M' => 60,
                    'S' => 1,
                    _ => return None,
                };
                total = total.checked_add(number.checked_mul(seconds)?)?;
                number = 0;
            }
        }
    }
    chrono::TimeDelta::try_seconds(total)
}

/// The entry's own moment and those of its recurrence, without its exceptions.
fn occurrences(properties: &[Property<'_>], first: Moment, zone: Option<Tz>, town: Tz) -> Vec<Moment> {
    let all = |name: &'static str| properties.iter().filter(move |p| p.name == name).flat_map(|p| p.value.split(','));
    let mut moments = vec![first];
    if let Some(rule) = properties.iter().find(|property| property.name == "RRULE") {
        // The rule runs on the town's clocks, so that 15 Uhr stays 15 Uhr over the change of time.
        let text = format!("DTSTART:{}Z\nRRULE:{}", first.0.format("%Y%m%dT%H%M%S"), until_in_utc(&rule.value));
        if let Ok(set) = text.parse::<rrule::RRuleSet>() {
            moments = set.limit().all(MOST_RECURRENCES).dates.into_iter().map(|at| (at.naive_utc(), first.1)).collect();
        }
    }
    moments.extend(all("RDATE").filter_map(|value| moment(value, zone, town)));
    let left_out: Vec<NaiveDateTime> =
        all("EXDATE").filter_map(|value| moment(value, zone, town)).map(|(at, _)| at).collect();
    moments.retain(|(at, _)| {
        !left_out.iter().any(|out| out == at || out.time() == NaiveTime::MIN && out.date() == at.date())
    });
    moments.sort_unstable();
    moments.dedup();
    moments
}

/// `UNTIL=20220630` and `UNTIL=20220630T220000Z` as the rule's own clock needs it: the whole last day.
fn until_in_utc(rule: &str) -> String {
    let part = |part: &str| match part.split_once('=') {
        Some((key, value)) if key.eq_ignore_ascii_case("UNTIL") && value.len() >= 8 => {
            format!("UNTIL={}T235959Z", value.get(..8).unwrap_or(value))
        }
        _ => part.to_owned(),
    };
    rule.split(';').map(part).collect::<Vec<_>>().join(";")
}

fn appointment(start: Moment, end: Option<Moment>) -> ImportedWhen {
    let date = |at: NaiveDateTime| Date::plain(at.date());
    let mut when =
        ImportedWhen { date: date(start.0), until_date: None, from: start.1.then(|| start.0.time()), until: None };
    if let Some((end, timed)) = end {
        // DTEND is exclusive: an entry over whole days ends on the day before.
        let last = if timed { end.date() } else { end.date().checked_sub_days(Days::new(1)).unwrap_or(end.date()) };
        let night = timed
            && last > start.0.date()
            && end.time() <= NaiveTime::from_hms_opt(6, 0, 0).unwrap_or_default()
            && (end - start.0).num_hours() < 24;
        when.until_date = (last > start.0.date() && !night).then(|| Date::plain(last));
        when.until = (timed && start.1 && end > start.0).then(|| end.time());
    }
    when
}
