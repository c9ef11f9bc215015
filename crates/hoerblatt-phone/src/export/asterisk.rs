//! A dialplan for Asterisk, to be included in `extensions.conf`.
//!
//! One context per node, all with the prefix `hoerblatt-<line>`. The applications used are `Answer Set ExecIf Goto GotoIf Background
//! WaitExten Playback Dial Hangup`, present in every Asterisk since 1.8. What real calls taught:
//!
//! * sounds stand in a folder of their own (`sounds/<line>/`), so that no language need be set;
//! * dates are compared as eight digits in a named time zone, because `GotoIfTime` knows no year;
//! * the greeting is a context apart, so that a key pressed during it does not bring it back;
//! * the three paces are folders, and the pace a variable in the path: switching is one `Set`;
//! * a busy or silent office has its own branch, by `DIALSTATUS`.
//!
//! No text of the data stands in the dialplan except in comments, and there only its letters and digits.

mod readme;

use super::ExportFile;
use crate::{
    CallFlow,
    flow::{Days, Edge, Kind, Listen, Node, NodeId, PaceChange},
};
use chrono::{NaiveDate, Timelike};
use hoerblatt_core::{Pace, model::OpeningHours};
use std::fmt::Write;

/// The longest context name that Asterisk keeps apart (`AST_MAX_CONTEXT` is 80 with its end).
const CONTEXT: usize = 79;

/// Characters of a prompt's text in a comment.
const COMMENT: usize = 60;

/// The dialplan, a sample for FreePBX and a page for the person who installs them.
///
/// ```
/// use hoerblatt_phone::{CallFlow, export::asterisk};
///
/// fn list(flow: &CallFlow) {
///     for file in asterisk::files(flow) {
///         println!("{}: {} bytes", file.path, file.text.len());
///     }
/// }
/// ```
pub fn files(flow: &CallFlow) -> Vec<ExportFile> {
    vec![
        ExportFile { path: dialplan_name(flow), text: dialplan(flow) },
        ExportFile { path: format!("freepbx-{}.conf", flow.line), text: freepbx(flow) },
        ExportFile { path: "README.md".into(), text: readme::write(flow) },
    ]
}

/// Every sound file that the dialplan plays, below the export's folder and without its ending.
pub fn sounds(flow: &CallFlow) -> impl Iterator<Item = String> + '_ {
    let paths = flow.prompts.values().flat_map(|prompt| Pace::ALL.map(|pace| prompt.path(pace)));
    paths.map(|path| format!("sounds/{}/{path}", flow.line))
}

fn dialplan_name(flow: &CallFlow) -> String {
    format!("extensions-{}.conf", flow.line)
}

/// The context in which a call begins.
pub fn entry(flow: &CallFlow) -> String {
    format!("hoerblatt-{}", flow.line)
}

/// The context of a node; a name that is too long for Asterisk is cut and made unique again by a hash.
pub fn context(flow: &CallFlow, node: &NodeId) -> String {
    use sha2::{Digest, Sha256};
    let whole = format!("{}-{node}", entry(flow));
    if whole.len() <= CONTEXT {
        return whole;
    }
    let mut name: String = whole.chars().take(CONTEXT - 11).collect();
    name.push('-');
    for byte in Sha256::digest(whole.as_bytes()).iter().take(5) {
        put(&mut name, format_args!("{byte:02x}"));
    }
    name
}

fn dialplan(flow: &CallFlow) -> String {
    let mut out = String::new();
    put(&mut out, format_args!("; hoerblatt {}\n; {}\n\n", env!("CARGO_PKG_VERSION"), comment(&flow.title.written)));
    begin(flow, &mut out);
    for node in &flow.nodes {
        put(&mut out, format_args!("\n[{}]\n", context(flow, &node.id)));
        self::node(flow, node, &mut out);
    }
    out
}

/// Sets what does not change during a call: the day, the hour, whether it is a holiday.
fn begin(flow: &CallFlow, out: &mut String) {
    let entry = entry(flow);
    let clock = |format| format!("${{STRFTIME(${{EPOCH}},{},{format})}}", flow.time_zone);
    put(out, format_args!("[{entry}]\n"));
    put(out, format_args!("exten => s,1,Answer()\n"));
    put(out, format_args!(" same => n,Set(HB_PACE={})\n", Pace::Normal.name()));
    put(out, format_args!(" same => n,Set(HB_DAY={})\n", clock("%Y%m%d")));
    put(out, format_args!(" same => n,Set(HB_CLOCK={})\n", clock("%u%H%M")));
    put(out, format_args!(" same => n,Set(HB_HOLIDAY=0)\n"));
    for day in &flow.holidays {
        put(out, format_args!(" same => n,ExecIf($[${{HB_DAY}} = {}]?Set(HB_HOLIDAY=1))\n", digits(*day)));
    }
    put(out, format_args!(" same => n,Goto({},s,1)\n", context(flow, &flow.start)));
    // A trunk that delivers the dialled number lands here as well.
    put(out, format_args!("exten => _X!,1,Goto(s,1)\n"));
    put(out, format_args!("exten => _+X!,1,Goto(s,1)\n"));
}

fn node(flow: &CallFlow, node: &Node, out: &mut String) {
    let goto = |to: &NodeId| format!("{},s,1", context(flow, to));
    match &node.kind {
        Kind::Listen(listen) => self::listen(flow, listen, out),
        Kind::ByDay { cases, otherwise } => {
            let mut steps = Steps::new(out);
            for (days, to) in cases {
                for condition in conditions(days) {
                    steps.step(format_args!("GotoIf($[{condition}]?{})", goto(to)));
                }
            }
            steps.step(format_args!("Goto({})", goto(otherwise)));
        }
        Kind::ByHours { hours, open, closed } => {
            let mut steps = Steps::new(out);
            if hours.is_empty() {
                steps.step(format_args!("Goto({})", goto(open)));
                return;
            }
            steps.step(format_args!("GotoIf($[${{HB_HOLIDAY}} = 1]?{})", goto(closed)));
            for (from, until) in hours.iter().flat_map(clock_range) {
                let condition = format!("${{HB_CLOCK}} >= {from} & ${{HB_CLOCK}} < {until}");
                steps.step(format_args!("GotoIf($[{condition}]?{})", goto(open)));
            }
            steps.step(format_args!("Goto({})", goto(closed)));
        }
        Kind::Connect { prompt, number, seconds, busy, no_answer } => {
            let callee = flow.dial.replace("{number}", number);
            let mut steps = Steps::new(out);
            steps.say(flow, "Playback", prompt, false);
            steps.step(format_args!("Dial({callee},{seconds})"));
            steps.step(format_args!("GotoIf($[\"${{DIALSTATUS}}\" = \"BUSY\"]?{})", goto(busy)));
            steps.step(format_args!("ExecIf($[\"${{DIALSTATUS}}\" = \"ANSWER\"]?Hangup())"));
            steps.step(format_args!("Goto({})", goto(no_answer)));
        }
        Kind::End { prompt } => {
            let mut steps = Steps::new(out);
            steps.say(flow, "Playback", prompt, false);
            steps.step(format_args!("Hangup()"));
        }
    }
}

fn listen(flow: &CallFlow, listen: &Listen, out: &mut String) {
    let mut steps = Steps::new(out);
    steps.say(flow, "Background", &listen.prompt, listen.slowly);
    let on = |to: &NodeId| format!("Goto({},s,1)", context(flow, to));
    if listen.wait > 0 {
        steps.step(format_args!("WaitExten({})", f64::from(listen.wait) / 1000.0));
        put(out, format_args!("exten => t,1,{}\n", on(&listen.silence)));
    } else {
        steps.step(format_args!("{}", on(&listen.silence)));
    }
    for (key, Edge { to, pace }) in &listen.keys {
        put(out, format_args!("exten => {},1,", key.sign()));
        if let Some(change) = pace {
            put(out, format_args!("{}\n same => n,", self::pace(*change)));
        }
        put(out, format_args!("{}\n", on(to)));
    }
    put(out, format_args!("exten => i,1,{}\n", on(&listen.wrong)));
}

/// The pace one step on, as [`Pace::slower`] and [`Pace::faster`] have it.
fn pace(change: PaceChange) -> String {
    let (turn, from_other_end) = match change {
        PaceChange::Slower => (Pace::Slow, Pace::Fast),
        PaceChange::Faster => (Pace::Fast, Pace::Slow),
    };
    let condition = format!("$[\"${{HB_PACE}}\" = \"{}\"]", from_other_end.name());
    format!("Set(HB_PACE=${{IF({condition}?{}:{})}})", Pace::Normal.name(), turn.name())
}

/// The days as conditions, one for each stretch.
fn conditions(days: &Days) -> impl Iterator<Item = String> + '_ {
    days.0.iter().map(|(first, last)| match first {
        Some(first) => format!("${{HB_DAY}} >= {} & ${{HB_DAY}} <= {}", digits(*first), digits(*last)),
        None => format!("${{HB_DAY}} <= {}", digits(*last)),
    })
}

/// Weekday and time as five digits, for each day of the hours: Monday 9:00 is 10900.
fn clock_range(hours: &OpeningHours) -> impl Iterator<Item = (u32, u32)> + use<> {
    let days = hours.first.0.number_from_monday()..=hours.last.0.number_from_monday();
    let clock = |time: chrono::NaiveTime| time.hour() * 100 + time.minute();
    let (from, until) = (clock(hours.from), clock(hours.until));
    days.map(move |day| (day * 10_000 + from, day * 10_000 + until))
}

fn digits(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// Priorities of the extension `s`.
struct Steps<'o> {
    out: &'o mut String,
    first: bool,
}

impl<'o> Steps<'o> {
    fn new(out: &'o mut String) -> Self {
        Self { out, first: true }
    }

    fn step(&mut self, application: std::fmt::Arguments<'_>) {
        let start = if std::mem::take(&mut self.first) { "exten => s,1," } else { " same => n," };
        put(self.out, format_args!("{start}{application}\n"));
    }

    fn say(&mut self, flow: &CallFlow, application: &str, prompt: &str, slowly: bool) {
        let pace = if slowly { Pace::Slow.name() } else { "${HB_PACE}" };
        if let Some(prompt) = flow.prompts.get(prompt) {
            put(self.out, format_args!("; {}\n", comment(&prompt.text())));
        }
        self.step(format_args!("{application}({}/{pace}/{prompt})", flow.line));
    }
}

/// Letters, digits and single spaces of a text: nothing that means anything in a configuration file.
fn comment(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let cut: String = words.join(" ").chars().take(COMMENT).collect();
    cut.trim_end().to_owned()
}

/// Lines for FreePBX's own file for custom contexts: the number 4711 as an example.
fn freepbx(flow: &CallFlow) -> String {
    let (file, entry) = (dialplan_name(flow), entry(flow));
    format!(
        "; /etc/asterisk/extensions_custom.conf\n#include \"{file}\"\n\n\
         [from-internal-custom]\nexten => {NUMBER},1,Goto({entry},s,1)\n"
    )
}

/// An extension to try the line by; the person who installs it chooses another.
const NUMBER: &str = "4711";

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = out.write_fmt(text);
}
