//! The flow as plain text, for `show flow`, goldens and bug reports: one line a node, one for each way on.

use super::{CallFlow, Days, Kind, PaceChange};
use std::fmt::Write;

/// The flow as text.
pub fn flow(flow: &CallFlow) -> String {
    let mut out = String::new();
    let text = |name: &str| flow.prompts.get(name).map_or_else(String::new, |prompt| one_line(&prompt.text()));
    put(&mut out, format_args!("line {} ({}), start {}, menu {}\n", flow.line, flow.time_zone, flow.start, flow.menu));
    for node in &flow.nodes {
        put(&mut out, format_args!("\n{}\n", node.id));
        match &node.kind {
            Kind::Listen(listen) => {
                let slowly = if listen.slowly { " slowly" } else { "" };
                put(&mut out, format_args!("  says{slowly} {}: {}\n", listen.prompt, text(&listen.prompt)));
                for (key, edge) in &listen.keys {
                    let pace = match edge.pace {
                        None => "",
                        Some(PaceChange::Slower) => " slower",
                        Some(PaceChange::Faster) => " faster",
                    };
                    put(&mut out, format_args!("  {} -> {}{pace}\n", key.sign(), edge.to));
                }
                put(
                    &mut out,
                    format_args!("  other -> {}\n  after {} ms -> {}\n", listen.wrong, listen.wait, listen.silence),
                );
            }
            Kind::ByDay { cases, otherwise } => {
                for (days, to) in cases {
                    put(&mut out, format_args!("  {} -> {to}\n", self::days(days)));
                }
                put(&mut out, format_args!("  else -> {otherwise}\n"));
            }
            Kind::ByHours { hours, open, closed } => {
                for hours in hours {
                    let (first, last) = (hours.first.0, hours.last.0);
                    let (from, until) = (hours.from.format("%H:%M"), hours.until.format("%H:%M"));
                    put(&mut out, format_args!("  {first}-{last} {from}-{until} -> {open}\n"));
                }
                put(&mut out, format_args!("  else -> {closed}\n"));
            }
            Kind::Connect { prompt, number, seconds, busy, no_answer } => {
                put(&mut out, format_args!("  says {prompt}: {}\n  dials {number}\n", text(prompt)));
                put(&mut out, format_args!("  busy -> {busy}\n  no answer in {seconds} s -> {no_answer}\n"));
            }
            Kind::End { prompt } => put(&mut out, format_args!("  says {prompt}: {}\n  hangs up\n", text(prompt))),
        }
    }
    out
}

fn days(days: &Days) -> String {
    let stretch = |(first, last): &(Option<chrono::NaiveDate>, chrono::NaiveDate)| match first {
        Some(first) => format!("{first}..{last}"),
        None => format!("..{last}"),
    };
    days.0.iter().map(stretch).collect::<Vec<_>>().join(", ")
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = out.write_fmt(text);
}
