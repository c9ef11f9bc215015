//! Plain text of every stage: goldens, `hoerblatt show`, bug reports.
//!
//! One line per thing, two spaces per level; written text, then ` ⇒ ` and what is said where the two differ. Invisible characters are
//! shown: no-break space as `⍽`.

use crate::{
    Block, Document, DocumentScope, Edition, Fact, Form, Inline, Section, Sentence, Speech,
    model::{Event, Publication, Status, When},
};
use std::fmt::Write;

/// The publication as it was understood.
pub fn publication(publication: &Publication) -> String {
    let mut out = String::new();
    let p = publication;
    line(&mut out, 0, &format!("publication {} [{}]", p.title.text, p.language.as_str()));
    line(&mut out, 1, &format!("article {} ({})", p.article.headline.text, p.article.published));
    for part in &p.article.body {
        line(&mut out, 2, &format!("section {}", part.heading.as_ref().map_or("", |h| h.text.as_str())));
    }
    for district in &p.districts {
        let office = p.office_of(&district.id).map(|office| format!(", office #{}", office.id)).unwrap_or_default();
        line(&mut out, 1, &format!("district #{} {}{office}", district.id, district.name.text));
    }
    for group in &p.groups {
        let ids: Vec<_> = group.districts.iter().map(|id| format!("#{id}")).collect();
        line(&mut out, 1, &format!("group {}: {}", group.name.text, ids.join(" ")));
    }
    for office in &p.offices {
        let phone =
            office.contact.phone.as_ref().map(|phone| format!(", {}", phone.groups().join(" "))).unwrap_or_default();
        line(&mut out, 1, &format!("office #{} {}{phone}", office.id, office.name.text));
    }
    for entry in &p.lexicon.entries {
        line(&mut out, 1, &format!("lexicon {} {:?}", entry.written, entry.reading));
    }
    p.programme.events.iter().for_each(|event| self::event(&mut out, event));
    out
}

/// What one edition sees.
pub fn edition(edition: &Edition<'_>) -> String {
    let mut out = String::new();
    let name = edition.district().map_or("publication", |district| district.id.as_str());
    line(&mut out, 0, &format!("edition {name}"));
    edition.events().for_each(|event| self::event(&mut out, event));
    for office in edition.offices() {
        line(&mut out, 1, &format!("office #{}", office.id));
    }
    out
}

fn event(out: &mut String, event: &Event) {
    let status = match event.status {
        Status::Planned => "",
        Status::Cancelled { .. } => " cancelled",
        Status::Moved { .. } => " moved",
    };
    line(out, 1, &format!("event #{} {}{status}", event.id, event.title.text));
    for When { date, until_date, from, until } in &event.when {
        let option = |part: Option<String>| part.map(|text| format!("–{text}")).unwrap_or_default();
        let clock = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
        let times = from.map(|from| format!(" {}{}", clock(from), option(until.map(clock)))).unwrap_or_default();
        line(out, 2, &format!("{date}{}{times}", option(until_date.map(|day| day.to_string()))));
    }
    let districts: Vec<_> = event.districts.iter().map(|id| format!("#{id}")).collect();
    line(out, 2, &format!("districts {}", districts.join(" ")));
    if let Some(place) = &event.place {
        line(out, 2, &format!("place {}", place.name.text));
    }
}

/// A composed sheet: the section tree with every form.
pub fn document(document: &Document) -> String {
    let mut out = String::new();
    let scope = match &document.scope {
        DocumentScope::Publication => "publication".to_owned(),
        DocumentScope::District { id, .. } => format!("district #{id}"),
    };
    line(&mut out, 0, &format!("document [{}] {scope}", document.language.as_str()));
    line(&mut out, 1, &format!("title {}", form(&document.title)));
    document.portal.iter().for_each(|portal| line(&mut out, 1, &format!("portal {}", form(portal))));
    document.kicker.iter().for_each(|kicker| line(&mut out, 1, &format!("kicker {}", form(kicker))));
    line(&mut out, 1, &format!("h1 {}", inlines(&document.headline)));
    document.sections.iter().for_each(|part| section(&mut out, 1, part));
    out
}

fn section(out: &mut String, depth: usize, section: &Section) {
    let role = format!("{:?}", section.role);
    let role = role.split(['(', ' ']).next().unwrap_or("").to_lowercase();
    line(out, depth, &format!("section {} {role} h{} {}", section.id.0, depth + 1, inlines(&section.heading)));
    section.blocks.iter().for_each(|part| block(out, depth + 1, part));
    section.sections.iter().for_each(|part| self::section(out, depth + 1, part));
}

fn block(out: &mut String, depth: usize, block: &Block) {
    match block {
        Block::Paragraph(sentences) => paragraph(out, depth, "paragraph", sentences),
        Block::Quote(sentences) => paragraph(out, depth, "quote", sentences),
        Block::List(items) => {
            line(out, depth, "list");
            items.iter().for_each(|item| paragraph(out, depth + 1, "item", item));
        }
        Block::Facts(facts) => facts.iter().for_each(|fact| self::fact(out, depth, fact)),
        Block::Table(table) => {
            line(out, depth, &format!("table {}", form(&table.caption)));
            let heads: Vec<_> = table.columns.iter().map(form).collect();
            line(out, depth + 1, &heads.join(" | "));
            for row in &table.rows {
                let cells: Vec<_> = row.cells.iter().map(|cell| inlines(cell)).collect();
                line(out, depth + 1, &cells.join(" | "));
            }
        }
        Block::Figure(figure) => {
            let file = figure.file.as_ref().map_or_else(String::new, |path| path.display().to_string());
            line(out, depth, &format!("figure {file}"));
            line(out, depth + 1, &format!("alt {}", form(&figure.alt)));
            figure.caption.iter().for_each(|caption| line(out, depth + 1, &format!("caption {}", form(caption))));
            figure.credit.iter().for_each(|credit| line(out, depth + 1, &format!("credit {}", form(credit))));
        }
        Block::Code(code) => {
            paragraph(out, depth, &format!("code {:?}", code.purpose), &code.text);
            code.payload.lines().for_each(|own| line(out, depth + 1, &format!("holds {own}")));
        }
    }
}

fn fact(out: &mut String, depth: usize, fact: &Fact) {
    let kind = format!("{:?}", fact.kind).to_lowercase();
    let label = if fact.label.written.is_empty() { String::new() } else { format!(" [{}]", form(&fact.label)) };
    paragraph(out, depth, &format!("{kind}{label}"), &fact.content);
}

fn paragraph(out: &mut String, depth: usize, name: &str, sentences: &[Sentence]) {
    match sentences {
        [one] => line(out, depth, &format!("{name} {}", inlines(&one.0))),
        many => {
            line(out, depth, name);
            many.iter().for_each(|sentence| line(out, depth + 1, &inlines(&sentence.0)));
        }
    }
}

/// Inlines in one line, what is said after an arrow where it differs.
pub fn inlines(inlines: &[Inline]) -> String {
    let (mut written, mut spoken) = (String::new(), Speech::default());
    collect(inlines, &mut written, &mut spoken);
    both(&written, &spoken)
}

fn collect(inlines: &[Inline], written: &mut String, spoken: &mut Speech) {
    for inline in inlines {
        let around = |open: String, inner: &[Inline], close: &str, written: &mut String, spoken: &mut Speech| {
            written.push_str(&open);
            collect(inner, written, spoken);
            written.push_str(close);
        };
        match inline {
            Inline::Text(form) | Inline::Value(_, form) | Inline::Abbreviation { form, .. } => {
                written.push_str(&form.written);
                spoken.extend(form.spoken.clone());
            }
            Inline::Strong(inner) => around("**".into(), inner, "**", written, spoken),
            Inline::Foreign(tag, inner) => around(format!("{{{}:", tag.as_str()), inner, "}", written, spoken),
            Inline::Link(target, inner) => {
                around("[".into(), inner, &format!("]({})", target.address), written, spoken)
            }
            Inline::Break => written.push('⏎'),
        }
    }
}

fn form(form: &Form) -> String {
    both(&form.written, &form.spoken)
}

fn both(written: &str, spoken: &Speech) -> String {
    let said = spoken.to_line();
    let shown = written.replace(['\u{a0}', '\u{202f}'], "⍽");
    if said == written { shown } else { format!("{shown} ⇒ {said}") }
}

fn line(out: &mut String, depth: usize, text: &str) {
    let _ = writeln!(out, "{:width$}{text}", "", width = depth * 2);
}
