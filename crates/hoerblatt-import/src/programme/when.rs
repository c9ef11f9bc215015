//! When does an entry take place? Its dates and times, paired.

use super::{kinds::Kind, parts::EntryLine, words::Words};
use crate::event::{ImportedStatus, ImportedWhen};
use chrono::{NaiveTime, Weekday};
use hoerblatt_core::{
    Date, Notice, Value,
    language::{Bound, Field},
};

/// What the spots of an entry say together.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Timing {
    /// The appointments; without any day where only a time was found.
    pub days: Vec<(Date, Option<Date>)>,
    /// One stretch of time per day, or one for all.
    pub times: Vec<(usize, Stretch)>,
    pub status: ImportedStatus,
    /// Whether places are sold out; the event stays planned.
    pub sold_out: bool,
    /// Whether the only days are deadlines ("bis 3. Mai").
    pub only_deadlines: bool,
    /// The weekday that stands by itself, for lists below the dates of a week.
    pub weekday: Option<Weekday>,
    /// Whether a label named the day.
    pub labelled: bool,
}

/// A time with or without an end.
pub(crate) type Stretch = (NaiveTime, Option<NaiveTime>);

/// Reads an entry's lines.
pub(crate) fn timing(lines: &[EntryLine<'_>], words: &Words<'_>) -> Timing {
    let mut timing = Timing::default();
    let mut deadlines = Vec::new();
    let mut former: Option<Date> = None;
    let mut open_from = false;
    let mut last_time_end: Option<(usize, usize)> = None;
    for (number, line) in lines.iter().enumerate() {
        for (at, spot) in line.spots.iter().enumerate() {
            if line.aside[at] {
                continue;
            }
            let label = line.labels[at];
            match (&spot.value, spot.bound) {
                (Value::Notice(Notice::Cancelled), _) => timing.status = ImportedStatus::Cancelled,
                // "Fällt aus! Ein Nachholtermin steht noch nicht fest."
                (Value::Notice(Notice::Moved), _) if timing.status == ImportedStatus::Cancelled => {}
                (Value::Notice(Notice::Moved), _) => timing.status = ImportedStatus::Moved { from: None },
                (Value::Notice(Notice::SoldOut), _) => timing.sold_out = true,
                (Value::Date(date), Bound::Former) => former = Some(*date),
                (Value::Date(date), Bound::Until) => match timing.days.last_mut() {
                    Some((_, until @ None)) if open_from => *until = Some(*date),
                    _ => deadlines.push(*date),
                },
                (Value::Date(date), bound) => {
                    // "Von | Bis | Beginn | Ende": a day in the column of an end is the last one.
                    if matches!(label, Some(Field::UntilDate | Field::Until))
                        && let Some((first, until @ None)) = timing.days.last_mut()
                    {
                        let same = (first.year, first.month, first.day) == (date.year, date.month, date.day);
                        *until = Some(*date).filter(|_| !same);
                    } else {
                        timing.days.push((*date, None));
                    }
                    open_from = bound == Bound::From;
                    timing.labelled |= matches!(label, Some(Field::Date | Field::When));
                }
                (Value::Dates(first, last), _) => {
                    timing.days.push((*first, Some(*last)));
                    timing.labelled |= matches!(label, Some(Field::Date | Field::When));
                }
                (Value::Weekday(weekday), _) => timing.weekday = timing.weekday.or(Some(*weekday)),
                (Value::Times(from, until), _) => push_time(&mut timing, (*from, Some(*until))),
                (Value::Time(time), bound) => {
                    let before = word_before(line, at);
                    let is_end = bound == Bound::Until
                        || label == Some(Field::Until)
                        || words.field(&before) == Some(Field::Until);
                    // Not the beginning: a remark such as "Einlass" stands right before it.
                    let side = words.is_remark(&before);
                    match timing.times.last_mut() {
                        Some((_, (_, until @ None))) if is_end => *until = Some(*time),
                        _ if is_end => {}
                        _ if side => {}
                        // A second time: another showing ("11 und 15 Uhr") if only a joint parts them.
                        Some((day, _)) if *day == timing.days.len() => {
                            let joined = last_time_end.is_some_and(|(in_line, end)| {
                                in_line == number
                                    && joint(&line.text[end.min(spot.range.start)..spot.range.start], words)
                            });
                            match timing.days.last() {
                                Some(&(date, until)) if joined => {
                                    timing.days.push((date, until));
                                    push_time(&mut timing, (*time, None));
                                }
                                None if joined => push_time(&mut timing, (*time, None)),
                                _ => {}
                            }
                        }
                        _ => push_time(&mut timing, (*time, None)),
                    }
                    last_time_end = Some((number, spot.range.end));
                }
                _ => {}
            }
        }
    }
    drop_span_of_listed_days(&mut timing);
    timing.only_deadlines = timing.days.is_empty() && !deadlines.is_empty();
    if let ImportedStatus::Moved { from } = &mut timing.status {
        // "vom 5. auf den 12. Mai": the last day is the new one.
        if former.is_none() && timing.days.len() >= 2 {
            former = Some(timing.days.remove(0).0);
            timing.days.drain(..timing.days.len() - 1);
            let kept = timing.times.last().map(|(_, stretch)| (1, *stretch));
            timing.times = kept.into_iter().collect();
        }
        if let (None, [(date, Some(until))]) = (former, timing.days.as_mut_slice()) {
            former = Some(*date);
            let new = *until;
            timing.days = vec![(new, None)];
        }
        *from = former;
    } else if former.is_some() {
        timing.status = ImportedStatus::Moved { from: former };
    }
    timing
}

/// "jeden Dienstag vom 3. bis 24. September (3., 10., 17. und 24. September)": the days count, not the span around them.
fn drop_span_of_listed_days(timing: &mut Timing) {
    let [(first, Some(last)), days @ ..] = timing.days.as_slice() else { return };
    let key = |date: &Date| (date.month, date.day);
    let inside = |(day, until): &(Date, Option<Date>)| until.is_none() && (key(first)..=key(last)).contains(&key(day));
    if days.len() >= 2 && days.iter().all(inside) {
        timing.days.remove(0);
        for (day, _) in &mut timing.times {
            *day = day.saturating_sub(1);
        }
    }
}

fn push_time(timing: &mut Timing, stretch: Stretch) {
    timing.times.push((timing.days.len(), stretch));
}

/// The word right before a spot, in small letters: "endet (um 16 Uhr)".
fn word_before(line: &EntryLine<'_>, at: usize) -> String {
    let start = line.spots[at].range.start;
    let floor = at.checked_sub(1).map_or(0, |before| line.spots[before].range.end);
    let before = line.text[floor.min(start)..start].trim_end_matches([' ', ':', '(']);
    before.rsplit([' ', '(', ',']).next().unwrap_or("").to_lowercase()
}

fn joint(between: &str, words: &Words<'_>) -> bool {
    let between = between.trim();
    matches!(between, "/" | "," | "+" | "&") || words.kinds_folded(between).is(Kind::Joint)
}

impl Timing {
    /// The appointments, on the `day` from the heading above where the entry has none of its own.
    pub(crate) fn appointments(&self, day: &[(Date, Option<Date>)]) -> Vec<ImportedWhen> {
        if let (true, [(date, until_date)]) = (self.days.is_empty(), day)
            && self.times.len() > 1
        {
            // "Führungen um 11 und 14 Uhr" below a day.
            let at = |&(_, (from, until)): &(usize, Stretch)| ImportedWhen {
                date: *date,
                until_date: *until_date,
                from: Some(from),
                until,
            };
            return self.times.iter().map(at).collect();
        }
        let days = if self.days.is_empty() { day } else { &self.days };
        let mut appointments = Vec::new();
        for (at, &(date, until_date)) in days.iter().enumerate() {
            // The time behind this day and before the next; else the one that follows for all; else one that stood before the days.
            let own = self.times.iter().find(|(day, _)| *day == at + 1);
            let later = self.times.iter().find(|(day, _)| *day > at + 1);
            let before = self.times.iter().find(|(day, _)| *day == 0);
            let shared = self.times.last();
            let stretch = own.or(later).or(before).or(shared).map(|(_, stretch)| *stretch);
            let (from, until) = stretch.map_or((None, None), |(from, until)| (Some(from), until));
            appointments.push(ImportedWhen { date, until_date, from, until });
        }
        appointments
    }
}
