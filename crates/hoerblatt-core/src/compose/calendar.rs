//! The calendar entry that a code on the sheet offers.

use super::prose::Composer;
use crate::{
    CodePurpose, Form, Label, QrCode,
    model::{Event, Status, When},
};
use std::fmt::Write;

/// A code with the event's first appointment as an iCalendar event (RFC 5545, 3.6.1), in local time; none for a cancelled event.
///
/// Every byte makes the code finer and harder to scan, so it holds only what a calendar shows. The frame (`VCALENDAR`, `UID`) that a file
/// needs is left out: the cameras of telephones take the bare `VEVENT`, and the file stands beside the HTML twin.
pub(super) fn code(composer: &Composer<'_>, event: &Event, title: &Form) -> Option<QrCode> {
    let when = event.when.first().filter(|_| !matches!(event.status, Status::Cancelled { .. }))?;
    let mut entry = format!("BEGIN:VEVENT\r\nSUMMARY:{}\r\n{}", escaped(&title.written), times(when));
    if let Some(place) = &event.place {
        let _ = write!(entry, "LOCATION:{}\r\n", escaped(&place.name.text));
    }
    entry.push_str("END:VEVENT");
    let text = vec![composer.sentence(Label::CodeCalendar { title: title.clone() })];
    Some(QrCode { purpose: CodePurpose::Calendar, payload: entry, text })
}

/// `DTSTART` and `DTEND`; the end of whole days is exclusive (RFC 5545, 3.6.1).
fn times(when: &When) -> String {
    let day = "%Y%m%d";
    let last = when.last_day();
    match (when.from, when.until) {
        (Some(from), Some(until)) => {
            format!(
                "DTSTART:{}T{}\r\nDTEND:{}T{}\r\n",
                when.date.format(day),
                from.format("%H%M%S"),
                last.format(day),
                until.format("%H%M%S")
            )
        }
        (Some(from), None) => format!("DTSTART:{}T{}\r\n", when.date.format(day), from.format("%H%M%S")),
        _ => {
            let end = last.succ_opt().unwrap_or(last);
            format!("DTSTART;VALUE=DATE:{}\r\nDTEND;VALUE=DATE:{}\r\n", when.date.format(day), end.format(day))
        }
    }
}

/// TEXT values (RFC 5545, 3.3.11): backslash, semicolon, comma and newline are escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\u{a0}' | '\u{202f}' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
