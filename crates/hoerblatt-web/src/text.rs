//! A document as plain text: for Braille displays, mail, and whoever wants nothing else.
//!
//! No decoration that a Braille display would spell out: headings stand between empty lines, lists have a hyphen, the cells of a table row
//! stand in one line. Paragraphs are one line each unless a width is asked for.

use hoerblatt_core::{Block, Document, Fact, FactKind, Figure, Form, Inline, Section, Sentence, Table};

/// How plain text is laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TextOptions {
    /// Characters in a line, e.g. 72 for mail; without it each paragraph is one line, which readers wrap themselves.
    pub width: Option<usize>,
}

/// The text.
pub fn text(document: &Document, options: &TextOptions) -> String {
    let mut writer = Writer { lines: Vec::new(), width: options.width };
    document.portal.iter().chain(&document.kicker).for_each(|form| writer.line("", &form.written));
    writer.blank();
    writer.line("", &written(&document.headline));
    document.sections.iter().for_each(|section| writer.section(section));
    let mut text = writer.lines.join("\n");
    text.push('\n');
    text
}

struct Writer {
    lines: Vec<String>,
    width: Option<usize>,
}

impl Writer {
    fn section(&mut self, section: &Section) {
        self.blank();
        self.line("", &written(&section.heading));
        section.blocks.iter().for_each(|block| self.block(block));
        section.sections.iter().for_each(|inner| self.section(inner));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(sentences) | Block::Quote(sentences) => {
                self.blank();
                self.line("", &joined(sentences));
            }
            Block::List(items) => {
                self.blank();
                items.iter().for_each(|item| self.line("- ", &joined(item)));
            }
            Block::Facts(facts) => facts.iter().for_each(|fact| self.fact(fact)),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            // What is scanned on paper stands in the facts here.
            _ => {}
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let mut content = String::new();
        for Sentence(inlines) in &fact.content {
            let listed = matches!(fact.kind, FactKind::Place | FactKind::Access | FactKind::Hours);
            content.push_str(match content.chars().last() {
                None => "",
                Some(_) if listed => ", ",
                Some('.' | '!' | '?' | '…') => " ",
                Some(_) => ". ",
            });
            content.push_str(&written(inlines));
        }
        let label = &fact.label.written;
        let space = if label.is_empty() { "" } else { " " };
        self.line("", &format!("{label}{space}{content}"));
    }

    fn table(&mut self, table: &Table) {
        self.blank();
        self.line("", &table.caption.written);
        for row in &table.rows {
            let cells: Vec<String> =
                row.cells.iter().map(|cell| written(cell)).filter(|cell| !cell.is_empty()).collect();
            self.line("- ", &cells.join("; "));
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.blank();
        let lines = [Some(&figure.alt), figure.caption.as_ref(), figure.credit.as_ref()];
        lines.into_iter().flatten().for_each(|form: &Form| self.line("", &form.written));
    }

    /// One empty line, never two.
    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// A line, wrapped at ordinary spaces; what follows the first begins under its text.
    fn line(&mut self, mark: &str, text: &str) {
        let clean: String = text.chars().filter(|c| !c.is_control()).collect();
        let mut line = mark.to_owned();
        let mut empty = true;
        for word in clean.split(' ').filter(|word| !word.is_empty()) {
            let full = self.width.is_some_and(|width| line.chars().count() + 1 + word.chars().count() > width);
            if full && !empty {
                self.lines.push(unbound(&line));
                line = " ".repeat(mark.len());
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        if !empty {
            self.lines.push(unbound(&line));
        }
    }
}

/// Ordinary spaces for no-break ones, which some displays show as a sign of their own.
fn unbound(line: &str) -> String {
    line.replace(['\u{a0}', '\u{202f}'], " ")
}

fn joined(sentences: &[Sentence]) -> String {
    sentences.iter().map(|Sentence(inlines)| written(inlines)).collect::<Vec<_>>().join(" ")
}

/// The text with its no-break spaces; a web link is followed by its address unless it shows it.
fn written(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(form) | Inline::Value(_, form) | Inline::Abbreviation { form, .. } => {
                text.push_str(&form.written)
            }
            Inline::Strong(inner) | Inline::Foreign(_, inner) => text.push_str(&written(inner)),
            Inline::Link(target, inner) => {
                let shown = written(inner);
                let bare =
                    target.address.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
                let web = target.address.starts_with("http");
                let tells = shown.contains(bare);
                text.push_str(&shown);
                if web && !tells {
                    text.push_str(&format!(" ({})", target.address));
                }
            }
            Inline::Break => text.push_str(", "),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(mark: &str, text: &str, width: usize) -> Vec<String> {
        let mut writer = Writer { lines: Vec::new(), width: Some(width) };
        writer.line(mark, text);
        writer.lines
    }

    #[test]
    fn lines_part_at_ordinary_spaces_only() {
        assert_eq!(wrapped("", "am 11.\u{a0}Mai um 15\u{a0}Uhr", 10), ["am 11. Mai", "um 15 Uhr"]);
        assert_eq!(wrapped("- ", "Kaffee und Kuchen", 12), ["- Kaffee und", "  Kuchen"]);
        assert_eq!(
            wrapped("", "Donaudampfschifffahrt heute", 10),
            ["Donaudampfschifffahrt", "heute"],
            "a long word stays whole"
        );
        assert_eq!(wrapped("", "", 10), [""; 0]);
    }
}
