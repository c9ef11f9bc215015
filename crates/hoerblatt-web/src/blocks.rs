//! Sections, blocks and inlines as HTML.

use crate::{PageOptions, html::Html, written};
use hoerblatt_core::{
    Block, CodePurpose, Fact, FactKind, Figure, Form, Inline, QrCode, Role, Section, Sentence, Table, Target, Value,
};
use std::fmt::Write;

/// Writes blocks into a page.
pub(crate) struct Blocks<'p> {
    pub(crate) html: &'p mut Html,
    pub(crate) options: &'p PageOptions,
}

impl Blocks<'_> {
    /// A section with its subsections; an event is an article of its own, an outer section a landmark.
    pub(crate) fn section(&mut self, section: &Section, depth: usize) {
        let name = match section.role {
            Role::Event(_) | Role::Article => "article",
            _ => "section",
        };
        let class = match &section.role {
            Role::Event(_) => Some("event"),
            Role::Office(_) => Some("office"),
            _ => None,
        };
        let id = section.id.0.as_str();
        let labelled = (depth == 0 || class == Some("event")).then_some(id);
        self.html.open(name, &[("class", class), ("aria-labelledby", labelled)]);
        self.html.line();
        self.heading(depth + 2, Some(id), &section.heading);
        section.blocks.iter().for_each(|block| self.block(block));
        section.sections.iter().for_each(|inner| self.section(inner, depth + 1));
        self.html.close(name);
        self.html.line();
    }

    /// A heading; HTML has six levels.
    pub(crate) fn heading(&mut self, level: usize, id: Option<&str>, inlines: &[Inline]) {
        let name = format!("h{}", level.min(6));
        self.html.open(&name, &[("id", id)]);
        self.inlines(inlines);
        self.html.close(&name);
        self.html.line();
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(sentences) => self.paragraph(None, sentences),
            Block::List(items) => self.list(items),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Code(code) => self.code(code),
            Block::Quote(sentences) => {
                self.html.open("blockquote", &[]);
                self.paragraph(None, sentences);
                self.html.close("blockquote");
            }
            _ => {}
        }
        self.html.line();
    }

    fn paragraph(&mut self, class: Option<&str>, sentences: &[Sentence]) {
        self.html.open("p", &[("class", class)]);
        self.sentences(sentences);
        self.html.close("p");
    }

    fn sentences(&mut self, sentences: &[Sentence]) {
        for (number, Sentence(inlines)) in sentences.iter().enumerate() {
            if number > 0 {
                self.html.text(" ");
            }
            self.inlines(inlines);
        }
    }

    fn list(&mut self, items: &[Vec<Sentence>]) {
        self.html.open("ul", &[]);
        for item in items {
            self.html.line();
            self.html.open("li", &[]);
            self.sentences(item);
            self.html.close("li");
        }
        self.html.line();
        self.html.close("ul");
    }

    /// Facts with a label are terms with their descriptions; those that say enough by themselves are lines. The order stays.
    fn facts(&mut self, facts: &[Fact]) {
        for run in facts.chunk_by(|a, b| a.label.written.is_empty() == b.label.written.is_empty()) {
            if run[0].label.written.is_empty() {
                for fact in run {
                    self.paragraph(Some(class_of(fact.kind)), &fact.content);
                    self.html.line();
                }
                continue;
            }
            self.html.open("dl", &[]);
            for fact in run {
                self.html.line();
                self.html.open("div", &[("class", Some(class_of(fact.kind)))]);
                self.html.element("dt", &[], |html| html.text(&fact.label.written));
                self.html.text(" ");
                // Each sentence of a fact stands by itself: one way in, one line of an address.
                for Sentence(inlines) in &fact.content {
                    self.html.open("dd", &[]);
                    self.inlines(inlines);
                    self.html.close("dd");
                }
                self.html.close("div");
            }
            self.html.line();
            self.html.close("dl");
            self.html.line();
        }
    }

    /// A real table; on a narrow screen it scrolls by itself, by keyboard too.
    fn table(&mut self, table: &Table) {
        let scroll = [
            ("class", Some("table")),
            ("role", Some("group")),
            ("aria-label", Some(table.caption.written.as_str())),
            ("tabindex", Some("0")),
        ];
        self.html.open("div", &scroll);
        self.html.open("table", &[]);
        self.html.line();
        self.html.element("caption", &[], |html| html.text(&table.caption.written));
        self.html.line();
        self.html.open("thead", &[]);
        self.html.open("tr", &[]);
        for column in &table.columns {
            self.html.element("th", &[("scope", Some("col"))], |html| html.text(&column.written));
        }
        self.html.close("tr");
        self.html.close("thead");
        self.html.line();
        self.html.open("tbody", &[]);
        for row in &table.rows {
            self.html.line();
            self.html.open("tr", &[]);
            for (column, cell) in row.cells.iter().enumerate() {
                let (name, scope) = if column == 0 { ("th", Some("row")) } else { ("td", None) };
                self.html.open(name, &[("scope", scope)]);
                self.inlines(cell);
                self.html.close(name);
            }
            self.html.close("tr");
        }
        self.html.line();
        self.html.close("tbody");
        self.html.close("table");
        self.html.close("div");
    }

    fn figure(&mut self, figure: &Figure) {
        let picture = figure.file.as_ref().and_then(|file| self.options.pictures.get(file));
        let lines: Vec<&Form> = figure.caption.iter().chain(&figure.credit).collect();
        if picture.is_none() && lines.is_empty() {
            return;
        }
        self.html.open("figure", &[]);
        if let Some(picture) = picture {
            let (width, height) = (picture.width.to_string(), picture.height.to_string());
            let attributes = [
                ("src", Some(picture.address.as_str())),
                ("alt", Some(figure.alt.written.as_str())),
                ("width", Some(width.as_str())),
                ("height", Some(height.as_str())),
            ];
            self.html.open("img", &attributes);
        }
        if !lines.is_empty() {
            self.html.element("figcaption", &[], |html| {
                for (number, line) in lines.iter().enumerate() {
                    html.raw(if number > 0 { "<br>" } else { "" });
                    html.text(&line.written);
                }
            });
        }
        self.html.close("figure");
    }

    /// On a screen a code to scan is a link with the same text.
    fn code(&mut self, code: &QrCode) {
        let address = match code.purpose {
            CodePurpose::Calendar => self.options.calendar.clone().unwrap_or_else(|| data_address(&code.payload)),
            CodePurpose::Call | CodePurpose::Web => code.payload.clone(),
        };
        self.html.open("p", &[("class", Some("code"))]);
        // A link inside the text would stand in this one; its words say the same.
        let words: Vec<String> = code.text.iter().map(|Sentence(inlines)| written(inlines)).collect();
        self.html.element("a", &[("href", Some(&address))], |html| html.text(&words.join(" ")));
        self.html.close("p");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        inlines.iter().for_each(|inline| self.inline(inline));
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(form) => self.html.text(&form.written),
            Inline::Value(value, form) => self.value(value, form),
            Inline::Abbreviation { form, expansion } => {
                self.html.element("abbr", &[("title", Some(expansion))], |html| html.text(&form.written));
            }
            Inline::Strong(inner) => {
                self.html.open("strong", &[]);
                self.inlines(inner);
                self.html.close("strong");
            }
            Inline::Foreign(language, inner) => {
                let leftward = ["ar", "fa", "he", "ur", "yi", "ckb", "ps"].contains(&language.primary());
                let direction = leftward.then_some("rtl");
                self.html.open("span", &[("lang", Some(language.as_str())), ("dir", direction)]);
                self.inlines(inner);
                self.html.close("span");
            }
            Inline::Link(target, inner) => self.link(target, inner),
            Inline::Break => self.html.raw("<br>"),
            _ => {}
        }
    }

    fn value(&mut self, value: &Value, form: &Form) {
        let machine = match value {
            Value::Date(date) => date.calendar().map(|day| day.format("%Y-%m-%d").to_string()),
            Value::Time(time) => Some(time.format("%H:%M").to_string()),
            _ => None,
        };
        match machine {
            Some(machine) => {
                self.html.element("time", &[("datetime", Some(&machine))], |html| html.text(&form.written))
            }
            None => self.html.text(&form.written),
        }
    }

    /// A link whose name tells where it leads even when links are listed without their surroundings (WCAG 2.4.9); the name holds
    /// what is seen (2.5.3). An address with another scheme than these four stays text.
    fn link(&mut self, target: &Target, inner: &[Inline]) {
        let sound = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| target.address.starts_with(scheme));
        if !sound {
            return self.inlines(inner);
        }
        let (seen, purpose) = (written(inner), target.purpose.replace(['\u{a0}', '\u{202f}'], " "));
        let name = match purpose.contains(&seen) {
            true => Some(&purpose).filter(|purpose| **purpose != seen).cloned(),
            false if purpose.is_empty() => None,
            false => Some(format!("{seen} – {purpose}")),
        };
        self.html.open("a", &[("href", Some(&target.address)), ("aria-label", name.as_deref())]);
        self.inlines(inner);
        self.html.close("a");
    }
}

fn class_of(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Status => "status",
        FactKind::New => "new",
        FactKind::Date => "date",
        FactKind::Time => "time",
        FactKind::Phone => "phone",
        FactKind::Published => "published",
        _ => "fact",
    }
}

/// An address that holds the calendar entry itself (RFC 2397).
fn data_address(payload: &str) -> String {
    let mut address = String::from("data:text/calendar;charset=utf-8,");
    for byte in payload.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}
