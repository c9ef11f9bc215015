//! Is an entry an event, and on which days?

use super::{
    Programme,
    evidence::Worth,
    kinds::{Kind, Kinds},
    parts,
    roles::{Parsed, Role},
    segment::{Context, Unit},
    venue,
    when::Timing,
    words::Words,
};
use crate::{
    event::{ImportedEvent, ImportedStatus, ImportedWhen},
    lines::reads_as_prose,
    rules,
    scan::Scan,
    years::{Anchor, HISTORY, PLAUSIBLE, Verdict, complete},
};
use chrono::{Datelike, NaiveDate};
use hoerblatt_core::{Date, Diagnostic, Span};

/// What the entries of one list are as a whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    pub length: usize,
    /// Entries with a day of their own.
    pub alike: usize,
    /// Entries that are deadlines, hours, bus lines.
    pub look_alikes: usize,
    /// Entries that name a day and a title.
    pub titled: usize,
}

impl List {
    pub(super) fn of(entries: &[Parsed<'_>], words: &Words<'_>) -> Self {
        let mut list = Self { length: entries.len(), alike: 0, look_alikes: 0, titled: 0 };
        for entry in entries {
            let timing = &entry.timing;
            let lead = entry.lines.first().map_or("", |line| line.text);
            // A deadline behind an entry's own day is a remark of a true event.
            let begins = lead.find(['.', '–', '(']).map_or(lead, |end| &lead[..end]);
            let look_alike = timing.only_deadlines || entry.kinds.is(Kind::LookAlike) && words.is_look_alike(begins);
            list.titled += usize::from(!timing.days.is_empty() && entry.roles.contains(&Some(Role::Title)));
            list.look_alikes += usize::from(look_alike);
            list.alike += usize::from(!look_alike && !timing.only_deadlines);
        }
        list
    }
}

/// Decides whether an entry is an event, and completes its dates.
pub(super) struct Judge<'a> {
    pub words: &'a Words<'a>,
    pub anchor: Anchor,
    pub context: &'a Context<'a>,
}

impl Judge<'_> {
    fn anchor(&self) -> Anchor {
        Anchor { year: self.context.year.or(self.anchor.year), ..self.anchor }
    }

    /// The day that stands above an entry; of a week, the one that its weekday names.
    fn days_above(&self, timing: &Timing) -> Vec<(Date, Option<Date>)> {
        let above = self.context.day.clone();
        let (Some(weekday), [(first, Some(last))]) = (timing.weekday, above.as_slice()) else { return above };
        let (first, last) = (complete(*first, self.anchor()).0, complete(*last, self.anchor()).0);
        let (Some(first), Some(last)) = (first.calendar(), last.calendar()) else { return above };
        let day = first.iter_days().take(7).take_while(|day| *day <= last).find(|day| day.weekday() == weekday);
        let date = |day: NaiveDate| Date { year: Some(day.year()), month: day.month(), day: day.day(), weekday: None };
        day.map(|day| (date(day), None)).into_iter().collect()
    }

    fn days<'t>(&'t self, timing: &'t Timing) -> &'t [(Date, Option<Date>)] {
        if timing.days.is_empty() { &self.context.day } else { &timing.days }
    }

    /// Whether any day lies on or after the news, as far as is known.
    pub(super) fn dates_are_ahead(&self, timing: &Timing) -> bool {
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

    pub(super) fn worth(
        &self,
        title: &str,
        parsed: &Parsed<'_>,
        timing: &Timing,
        list: List,
        unit: &Unit<'_>,
    ) -> Worth {
        let has = |role: Role| parsed.roles.contains(&Some(role));
        // A title of its own lines has no other words than they.
        let above = || [parsed.kinds, self.words.kinds_in(title)].into_iter().collect();
        let kinds: Kinds = if has(Role::Title) { parsed.kinds } else { above() };
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
        let only_name =
            kinds.is(Kind::ProgrammeName) && self.words.promises_programme(title) && title.spaced().count() <= 3;
        add(only_name && timing.times.is_empty(), -4.0);
        add(unit.context.programme, 1.5);
        add(title.pieces().any(|word| self.words.names_event(word)), 0.5);
        add(!self.dates_are_ahead(timing), -4.0);
        let lead = parsed.lines.first().map_or("", |line| line.text);
        let before = parsed
            .lines
            .first()
            .and_then(|line| line.spots.first().map(|s| &line.text[..s.range.start]))
            .unwrap_or(lead);
        let look_alike = |text: &str| kinds.is(Kind::LookAlike) && self.words.is_look_alike(text);
        add(look_alike(title) || look_alike(before), -4.0);
        // "Öffnungszeiten" for a title
        add(title.split(' ').next().is_some_and(look_alike), -3.0);
        add(unit.context.kinds.is(Kind::LookAlike), -4.0);
        add(reads_as_prose(title) || title.spaced().count() > 18, -2.0);
        // "Medien, deren Leihfrist am 3. Juli endet, werden verlängert.": a sentence without a time, not led by its day.
        add(timing.times.is_empty() && !before.trim().is_empty() && reads_as_prose(lead), -3.0);
        add(kinds.is(Kind::Past) && self.words.tells_past(title), -2.0);
        Worth(worth)
    }

    /// Completes the dates, reports what is odd, and adds the event; `false` where no day is left.
    pub(super) fn finish(&self, mut event: ImportedEvent, timing: &Timing, programme: &mut Programme) -> bool {
        let span = event.span;
        let mut moved_from = None;
        if let ImportedStatus::Moved { from: Some(from) } = event.status {
            moved_from = Some(complete(from, self.anchor()).0);
        }
        if moved_from.is_some() {
            event.status = ImportedStatus::Moved { from: moved_from };
        }
        venue::settle(&mut event, self.words);
        for when in timing.appointments(&self.days_above(timing)) {
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
    if verdict == Verdict::Fine {
        return;
    }
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
