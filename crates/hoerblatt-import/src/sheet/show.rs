//! What a cell shows: times arrive as a moment of 1899-12-31, dates as floats or typed text ("Mi, 25. Mai"); both are written out the way a
//! person reads them.

use crate::scan::Scan;
use calamine::{Data, DataType};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// The text of a cell.
pub(super) fn show(cell: &Data) -> String {
    match cell {
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => {
            let moment: Option<NaiveDateTime> = cell.as_datetime();
            moment.map(moment_text).or_else(|| cell.as_time().map(time_text)).unwrap_or_else(|| cell.to_string())
        }
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Error(_) | Data::Empty => String::new(),
        other => other.to_string().spaced().collect::<Vec<_>>().join(" "),
    }
}

/// A date, a time (a moment of the epoch's first days), or both.
fn moment_text(moment: NaiveDateTime) -> String {
    let time = moment.time();
    if Some(moment.date()) < NaiveDate::from_ymd_opt(1900, 1, 2) {
        return time_text(time);
    }
    let midnight = time.num_seconds_from_midnight() == 0;
    if midnight { moment.date().to_string() } else { format!("{} {}", moment.date(), time_text(time)) }
}

fn time_text(time: NaiveTime) -> String {
    // Excel keeps times as fractions of a day: 15:00 may come as 14:59:59.
    let minutes = (time.num_seconds_from_midnight() + 30) / 60;
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}
