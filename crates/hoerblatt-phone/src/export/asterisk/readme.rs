//! A page for the person who installs the line: sentences in the publication's language, commands between them.

use super::{NUMBER, dialplan_name, entry};
use crate::CallFlow;
use hoerblatt_core::LinePhrase;

/// The page, as Markdown.
pub(super) fn write(flow: &CallFlow) -> String {
    let (file, entry, line) = (dialplan_name(flow), entry(flow), &flow.line);
    let say = |phrase: LinePhrase| flow.wording.say(phrase).written;
    let title: String = say(LinePhrase::SetupTitle { title: flow.title.clone() }).replace(['\n', '\r'], " ");
    let mut page = format!("# {title}\n\n");
    let mut section = |phrase: LinePhrase, commands: &str| {
        page.push_str(&say(phrase));
        page.push_str("\n\n");
        if !commands.is_empty() {
            page.push_str(&format!("```\n{commands}\n```\n\n"));
        }
    };
    section(
        LinePhrase::SetupFiles,
        &format!("cp {file} /etc/asterisk/\ncp -r sounds/{line} /usr/share/asterisk/sounds/"),
    );
    section(LinePhrase::SetupInclude, &format!("#include \"{file}\"\nexten => {NUMBER},1,Goto({entry},s,1)"));
    section(LinePhrase::SetupFreepbx, &format!("freepbx-{line}.conf"));
    section(LinePhrase::SetupReload, "asterisk -rx 'dialplan reload'");
    section(LinePhrase::SetupTry, &format!("asterisk -rx 'dialplan show {entry}'"));
    section(
        LinePhrase::SetupUndo,
        &format!("rm /etc/asterisk/{file}\nrm -r /usr/share/asterisk/sounds/{line}\nasterisk -rx 'dialplan reload'"),
    );
    if let Some(until) = flow.holidays.last() {
        section(LinePhrase::SetupHolidays { until: *until }, "");
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}
