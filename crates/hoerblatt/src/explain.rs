//! What is a rule for? The page that `hoerblatt explain` shows, the list of all, and the rules page of the documentation.

use crate::{
    Tongue,
    messages::{self, Texts},
    report, rooms,
};
use hoerblatt_core::{RuleInfo, Severity};

/// The page of a rule as plain text; `None` where there is no such rule.
pub fn page(rule: &str, tongue: Tongue) -> Option<String> {
    let info = rooms::rule(rule)?;
    let texts = messages::texts(rule, tongue)?;
    let mut page = format!("{rule} ({})\n\n{}\n", severity(info.severity, tongue), one_line(&texts.message));
    for (heading, text) in chapters(texts, tongue) {
        if text.contains('\n')
            || heading == tongue.of("Beispiel", "Example")
            || heading == tongue.of("Besser", "Better")
        {
            page.push_str(&format!("\n{heading}:\n{}\n", indented(text, "  ")));
        } else {
            page.push_str(&format!("\n{heading}: {text}\n"));
        }
    }
    Some(page)
}

/// All rules, one a line, by chapter.
pub fn list(tongue: Tongue) -> String {
    let mut list = String::new();
    for (heading, rules) in by_topic(tongue) {
        list.push_str(&format!("{heading}\n"));
        for info in rules {
            let message = messages::texts(info.id, tongue).map(|texts| one_line(&texts.message)).unwrap_or_default();
            list.push_str(&format!("  {}: {message}\n", info.id));
        }
        list.push('\n');
    }
    list.truncate(list.trim_end().len());
    list.push('\n');
    list
}

/// The rules page of the documentation, as Markdown in both languages.
pub fn markdown() -> String {
    let mut page = String::from(
        "<!-- Generated from the rules and their messages; `UPDATE=1 cargo test -p hoerblatt` writes it anew. -->\n\n# Rules\n\n\
         What `hoerblatt check` may say. `hoerblatt explain RULE` shows the same page on the terminal.\n",
    );
    for (heading, rules) in by_topic(Tongue::English) {
        page.push_str(&format!("\n## {heading}\n"));
        for info in rules {
            page.push_str(&format!("\n### `{}`\n\n", info.id));
            let arguments = info.arguments.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let arguments = if arguments.is_empty() { "none".to_owned() } else { arguments };
            page.push_str(&format!("{}; arguments: {arguments}.\n\n", severity(info.severity, Tongue::English)));
            for tongue in Tongue::ALL {
                if let Some(texts) = messages::texts(info.id, tongue) {
                    let what = format!("{} {}", one_line(&texts.message), one_line(&texts.hint));
                    page.push_str(&format!("- **{}** {}\n", tongue.code(), what.trim_end()));
                }
            }
            if let Some(texts) = messages::texts(info.id, Tongue::English) {
                page.push_str(&format!(
                    "- **why** {}\n- **source** {}\n",
                    one_line(&texts.why),
                    one_line(&texts.source)
                ));
                page.push_str(&format!(
                    "\n```toml\n{}\n# better\n{}\n```\n",
                    texts.example.trim_end(),
                    texts.better.trim_end()
                ));
            }
        }
    }
    page
}

/// The known rule most like `rule`, for a typing error.
pub fn nearest(rule: &str) -> Option<&'static str> {
    let all = rooms::ALL.iter().flat_map(|room| room.rules).map(|info| info.id);
    hoerblatt_core::file::nearest(rule, all)
}

fn by_topic(tongue: Tongue) -> Vec<(&'static str, Vec<&'static RuleInfo>)> {
    use hoerblatt_core::Topic::{Looks, Missing, Outside, Reads, Sounds, Wrong};
    let rules = |topic| rooms::ALL.iter().flat_map(|room| room.rules).filter(move |info| info.topic == topic).collect();
    [Wrong, Missing, Reads, Looks, Sounds, Outside]
        .map(|topic| (report::topic_heading(topic, tongue), rules(topic)))
        .into_iter()
        .filter(|(_, rules): &(_, Vec<_>)| !rules.is_empty())
        .collect()
}

fn chapters(texts: &Texts, tongue: Tongue) -> impl Iterator<Item = (&'static str, &str)> {
    [
        (tongue.of("Was tun", "What to do"), texts.hint.as_str()),
        (tongue.of("Warum", "Why"), texts.why.as_str()),
        (tongue.of("Quelle", "Source"), texts.source.as_str()),
        (tongue.of("Beispiel", "Example"), texts.example.as_str()),
        (tongue.of("Besser", "Better"), texts.better.as_str()),
    ]
    .into_iter()
    .map(|(heading, text)| (heading, text.trim()))
    .filter(|(_, text)| !text.is_empty())
}

fn severity(severity: Severity, tongue: Tongue) -> &'static str {
    match severity {
        Severity::Error => tongue.of("Fehler", "error"),
        Severity::Warning => tongue.of("Warnung", "warning"),
        Severity::Note => tongue.of("Hinweis", "note"),
    }
}

/// A template as people read it: slots with their names, without the brackets of what may be left out.
fn one_line(template: &str) -> String {
    template.replace(['⟨', '⟩'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn indented(text: &str, indent: &str) -> String {
    text.lines().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join("\n")
}
