//! Writes a publication folder: TOML with the source line of each fact as a comment.

use crate::{
    Imported,
    article::{Fact, ImportedArticle},
    event::{ImportedEvent, ImportedStatus, ImportedWhen},
    limits::LONGEST_COMMENT,
    summary::{clock, iso},
};
use chrono::Days;
use hoerblatt_core::{Date, Sources, Span};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The files of a new folder by name.
pub(crate) fn files(imported: &Imported, sources: &Sources) -> BTreeMap<String, String> {
    let ids = district_ids(&imported.districts);
    let files = [
        ("publication.toml", publication(imported, sources)),
        ("article.toml", article(&imported.article, sources)),
        ("programme.toml", programme(imported, &ids, sources)),
        ("districts.toml", districts(&ids)),
    ];
    files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}

/// `# presse.txt:12: the line`: where the next fact comes from.
fn comment(out: &mut String, span: Span, sources: &Sources) {
    let place = sources.position(span);
    let line: String =
        sources.line(span.file, place.line).trim().chars().filter(|c| !c.is_control()).take(LONGEST_COMMENT).collect();
    let _ = writeln!(out, "# {}:{}: {line}", single_line(sources.name(span.file)), place.line);
}

fn single_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// A basic string with everything escaped that TOML asks for, and what a terminal would obey.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            sign if sign.is_control()
                || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                let _ = write!(out, "\\u{:04X}", u32::from(sign));
            }
            sign => out.push(sign),
        }
    }
    out.push('"');
    out
}

fn pair(out: &mut String, key: &str, text: &str) {
    let _ = writeln!(out, "{key} = {}", quoted(text));
}

fn fact(out: &mut String, key: &str, fact: Option<&Fact>, sources: &Sources) {
    match fact {
        Some(fact) => {
            comment(out, fact.span, sources);
            pair(out, key, &fact.text);
        }
        // A key that must be there shows where it belongs; `check` tells that it is missing.
        None => {
            let _ = writeln!(out, "# {key} = \"\"");
        }
    }
}

fn publication(imported: &Imported, sources: &Sources) -> String {
    let mut out = String::new();
    let title = imported.article.headline.as_ref().or(imported.article.kicker.as_ref());
    fact(&mut out, "title", title, sources);
    if let Some(portal) = &imported.article.portal {
        fact(&mut out, "portal", Some(portal), sources);
    }
    pair(&mut out, "language", &imported.language);
    out
}

fn article(article: &ImportedArticle, sources: &Sources) -> String {
    let mut out = String::new();
    if article.kicker.is_some() {
        fact(&mut out, "kicker", article.kicker.as_ref(), sources);
    }
    fact(&mut out, "headline", article.headline.as_ref(), sources);
    match article.news_date {
        Some((day, span)) => {
            comment(&mut out, span, sources);
            let _ = writeln!(out, "published = {day}");
        }
        None => out.push_str("# published = 2026-01-31\n"),
    }
    fact(&mut out, "lead", article.teaser.as_ref(), sources);
    if !article.notices.is_empty() {
        for notice in &article.notices {
            comment(&mut out, notice.span, sources);
        }
        let _ = writeln!(
            out,
            "notices = [{}]",
            article.notices.iter().map(|n| quoted(&n.text)).collect::<Vec<_>>().join(", ")
        );
    }
    let picture = [("caption", &article.caption), ("credit", &article.credit), ("licence", &article.licence)];
    if picture.iter().any(|(_, fact)| fact.is_some()) {
        out.push_str("\n[image]\n");
        fact(&mut out, "alt", article.caption.as_ref(), sources);
        for (key, found) in picture {
            if found.is_some() {
                fact(&mut out, key, found.as_ref(), sources);
            }
        }
    }
    for section in &article.sections {
        out.push('\n');
        let first = section.heading.as_ref().or(section.paragraphs.first());
        if let Some(first) = first {
            comment(&mut out, first.span, sources);
        }
        out.push_str("[[section]]\n");
        if let Some(heading) = &section.heading {
            pair(&mut out, "heading", &heading.text);
        }
        let mut text = String::new();
        for (at, paragraph) in section.paragraphs.iter().enumerate() {
            let list = at > 0 && paragraph.text.starts_with("- ") && section.paragraphs[at - 1].text.starts_with("- ");
            text.push_str(if at == 0 {
                ""
            } else if list {
                "\n"
            } else {
                "\n\n"
            });
            text.push_str(&paragraph.text);
        }
        match text.is_empty() {
            // The programme's own heading has no text of its own.
            true => out.push_str("# text = \"\"\n"),
            false => pair(&mut out, "text", &text),
        }
    }
    for link in article.links.iter().chain(&article.inside) {
        out.push('\n');
        comment(&mut out, link.text.span, sources);
        out.push_str("[[link]]\n");
        pair(&mut out, "text", &link.text.text);
        if let Some(address) = &link.address {
            pair(&mut out, "address", address);
        }
    }
    out
}

fn districts(ids: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    for (name, id) in ids {
        let _ = writeln!(out, "[[district]]\nid = {}\nname = {}\n", quoted(id), quoted(name));
    }
    out
}

/// An id for each district; two names that fold alike get numbers.
fn district_ids(names: &[String]) -> BTreeMap<String, String> {
    let mut taken = BTreeSet::new();
    names.iter().map(|name| (name.clone(), unique(slug(name), &mut taken))).collect()
}

fn unique(base: String, taken: &mut BTreeSet<String>) -> String {
    let base = if base.is_empty() { "x".to_owned() } else { base };
    let mut id = base.clone();
    let mut count = 2;
    while !taken.insert(id.clone()) {
        id = format!("{base}-{count}");
        count += 1;
    }
    id
}

/// `a–z 0–9 -` of a name, at most 48 characters, folded as the core folds titles.
pub(crate) fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut slug = String::new();
    for sign in name.to_lowercase().chars() {
        match sign {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            _ => {
                let base = std::iter::once(sign).nfd().next().unwrap_or(sign);
                if base.is_ascii_alphanumeric() {
                    slug.push(base);
                } else if !slug.ends_with('-') && !slug.is_empty() {
                    slug.push('-');
                }
            }
        }
    }
    slug.truncate(48);
    slug.trim_matches('-').to_owned()
}

fn programme(imported: &Imported, ids: &BTreeMap<String, String>, sources: &Sources) -> String {
    let mut out = String::new();
    let mut taken = BTreeSet::new();
    for event in &imported.events {
        out.push('\n');
        for span in std::iter::once(event.span).chain(event.also.iter().copied()) {
            comment(&mut out, span, sources);
        }
        out.push_str("[[event]]\n");
        let day = event.when.first().map_or(String::new(), |when| iso(when.date));
        let base: String = format!("{}-{}", day.trim_matches('-'), slug(&event.title)).chars().take(56).collect();
        pair(&mut out, "id", &unique(base.trim_matches('-').to_owned(), &mut taken));
        pair(&mut out, "title", &event.title);
        when(&mut out, &event.when);
        if let Some(id) = event.district.as_ref().and_then(|name| ids.get(name)) {
            pair(&mut out, "district", id);
        }
        place(&mut out, event);
        let mut description = event.description.clone();
        description.extend(event.access.iter().cloned());
        description.extend(event.organiser.iter().cloned());
        if !description.is_empty() {
            pair(&mut out, "description", &description.join("\n\n"));
        }
        for (key, texts) in [("admission", &event.admission), ("registration", &event.registration)] {
            if !texts.is_empty() {
                let _ = writeln!(out, "{key} = {{ note = {} }}", quoted(&texts.join("\n\n")));
            }
        }
        match event.status {
            ImportedStatus::Planned => {}
            ImportedStatus::Cancelled => pair(&mut out, "status", "cancelled"),
            ImportedStatus::Moved { from } => {
                pair(&mut out, "status", "moved");
                if let Some(from) = from {
                    let _ = writeln!(out, "moved-from = {{ date = {} }}", day_value(from));
                }
            }
        }
    }
    out
}

fn place(out: &mut String, event: &ImportedEvent) {
    let Some(address) = &event.address else {
        if let Some(place) = &event.place {
            pair(out, "place", place);
        }
        return;
    };
    let (street, town) =
        address.split_once(',').map_or((address.as_str(), None), |(street, town)| (street, Some(town.trim())));
    let postcode = town
        .and_then(|town| town.split_once(' '))
        .filter(|(code, _)| code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit()));
    let _ = write!(
        out,
        "place = {{ name = {}, street = {}",
        quoted(event.place.as_deref().unwrap_or(street)),
        quoted(street.trim())
    );
    match (postcode, town) {
        (Some((code, town)), _) => {
            let _ = write!(out, ", postcode = {}, town = {}", quoted(code), quoted(town));
        }
        (None, Some(town)) => {
            let _ = write!(out, ", town = {}", quoted(town));
        }
        _ => {}
    }
    out.push_str(" }\n");
}

/// A date as TOML's own, or as text where it is not whole, so that `check` names it.
fn day_value(date: Date) -> String {
    match date.calendar() {
        Some(day) => day.to_string(),
        None => quoted(&iso(date)),
    }
}

/// The last day as written, or the next one where the time runs over midnight.
fn last_day(when: &ImportedWhen) -> Option<Date> {
    let over_midnight = matches!((when.from, when.until), (Some(from), Some(until)) if until <= from);
    when.until_date.or_else(|| {
        let next = when.date.calendar()?.checked_add_days(Days::new(1))?;
        over_midnight.then(|| Date::plain(next))
    })
}

fn pairs(when: &ImportedWhen) -> Vec<(&'static str, String)> {
    let mut pairs = vec![("date", day_value(when.date))];
    pairs.extend(last_day(when).map(|day| ("until-date", day_value(day))));
    pairs.extend(when.from.map(|from| ("from", quoted(&clock(from)))));
    pairs.extend(when.from.and(when.until).map(|until| ("until", quoted(&clock(until)))));
    pairs
}

fn when(out: &mut String, all: &[ImportedWhen]) {
    if let [one] = all {
        for (key, value) in pairs(one) {
            let _ = writeln!(out, "{key} = {value}");
        }
        return;
    }
    out.push_str("dates = [\n");
    for one in all {
        let fields: Vec<String> = pairs(one).into_iter().map(|(key, value)| format!("{key} = {value}")).collect();
        let _ = writeln!(out, "  {{ {} }},", fields.join(", "));
    }
    out.push_str("]\n");
}
