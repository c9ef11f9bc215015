//! Judges the reading order of flyers: the words that `pdfinfo -struct-text` reads from the structure tree must be the document's, in
//! order, once, unbroken.
//!
//! Usage: `reading_order PUBLICATION FILE.pdf…`, each file named after its district, up to the first dot. The exit code is 1 if any differs.
#![expect(clippy::disallowed_methods, reason = "a judge of finished files starts an outside program")]

use hoerblatt::{
    Project,
    core::{Block, Document, Id, Inline, Scope, Section, Sentence, SheetPhrase, compose::Composition},
};
use std::{
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [folder, flyers @ ..] = &arguments[..] else { return ExitCode::from(2) };
    let faults: Vec<String> = match differences(folder, flyers) {
        Ok(faults) => faults,
        Err(error) => vec![error],
    };
    faults.iter().for_each(|fault| println!("{fault}"));
    println!("{} files, {} faults", flyers.len(), faults.len());
    ExitCode::from(u8::from(!faults.is_empty() || flyers.is_empty()))
}

fn differences(folder: &Path, flyers: &[PathBuf]) -> Result<Vec<String>, String> {
    let project = Project::read(folder);
    let publication = project.publication.as_ref().ok_or("the publication cannot be read")?;
    let language = project.language().map_err(|finding| finding.rule.to_owned())?;
    let composition = Composition::new(publication, language.as_ref(), None);
    let mut faults = Vec::new();
    for flyer in flyers {
        let district = flyer.file_name().and_then(|name| Id::new(name.to_str()?.split('.').next()?));
        let document = district.and_then(|id| composition.document(&Scope::District(id)));
        let Some(document) = document else {
            faults.push(format!("{} is no district's flyer", flyer.display()));
            continue;
        };
        let (wanted, read) = (words(&text_of(&document)), words(&structure_text(flyer)?));
        let same = wanted.iter().zip(&read).take_while(|(wanted, read)| wanted == read).count();
        if same < wanted.len().max(read.len()) {
            let around = |words: &[String]| {
                words[same.saturating_sub(3).min(words.len())..].iter().take(8).cloned().collect::<Vec<_>>().join(" ")
            };
            faults.push(format!(
                "{}: word {same}: wanted “{}”, read “{}”",
                flyer.display(),
                around(&wanted),
                around(&read)
            ));
        }
    }
    Ok(faults)
}

/// What poppler reads. Its dump has a line for each element and, below it, a line in quotation marks for each piece of its text. A block
/// ends the word before it; an inline element does not, but where one begins or ends inside a word, those who listen may hear two. The list
/// of contents is the sheet's, not the document's.
fn structure_text(flyer: &Path) -> Result<String, String> {
    let output = Command::new("pdfinfo").args(["-struct-text", "-enc", "UTF-8"]).arg(flyer).output();
    let output = output.map_err(|error| format!("pdfinfo: {error}"))?;
    let dump = String::from_utf8_lossy(&output.stdout).into_owned();
    let (mut text, mut element, mut depth) = (String::new(), "", 0);
    let mut contents = None;
    for line in dump.lines() {
        let inner = line.trim_start();
        let indent = line.len() - inner.len();
        contents = contents
            .filter(|outer| indent > *outer)
            .or_else(|| (inner.split(' ').next() == Some("TOC")).then_some(indent));
        if contents.is_some() {
            continue;
        }
        match inner.strip_prefix('"').and_then(|piece| piece.strip_suffix('"')) {
            // A bullet is a label that only the sheet has.
            Some("•" | "• ") if element == "Lbl" => {}
            Some(piece) => {
                let splits_word =
                    indent != depth && text.ends_with(is_inside_word) && piece.starts_with(is_inside_word);
                text.push_str(if splits_word { " " } else { "" });
                text.push_str(piece);
                depth = indent;
            }
            // An attribute, an annotation.
            None if inner.starts_with('/') || inner.starts_with("Object ") => {}
            None => {
                element = inner.split([' ', ':']).next().unwrap_or("");
                text.push_str(if inner.ends_with("(inline)") { "" } else { "\n" });
            }
        }
    }
    Ok(text)
}

fn is_inside_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-'
}

/// Words without the spaces and the soft hyphens that only the eye needs.
fn words(text: &str) -> Vec<String> {
    text.replace('\u{ad}', "").split_whitespace().map(str::to_owned).collect()
}

/// The document's text in its own order.
fn text_of(document: &Document) -> String {
    let mut text = Text::default();
    document.portal.iter().chain(&document.kicker).for_each(|form| text.line(&form.written));
    text.inlines(&document.headline);
    document.sections.iter().for_each(|section| text.section(section));
    text.line(&document.wording.say(SheetPhrase::PrintNote).written);
    text.0
}

#[derive(Default)]
struct Text(String);

impl Text {
    fn line(&mut self, text: &str) {
        self.0.push('\n');
        self.0.push_str(text);
    }

    fn section(&mut self, section: &Section) {
        self.inlines(&section.heading);
        section.blocks.iter().for_each(|block| self.block(block));
        section.sections.iter().for_each(|inner| self.section(inner));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(all) | Block::Quote(all) => self.sentences(all),
            Block::List(items) => items.iter().for_each(|item| self.sentences(item)),
            Block::Facts(facts) => facts.iter().for_each(|fact| {
                self.line(&fact.label.written);
                self.sentences(&fact.content);
            }),
            Block::Table(table) => {
                self.line(&table.caption.written);
                table.columns.iter().for_each(|column| self.line(&column.written));
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| self.inlines(cell));
            }
            Block::Figure(figure) => {
                figure.caption.iter().chain(&figure.credit).for_each(|form| self.line(&form.written));
            }
            Block::Code(code) => self.sentences(&code.text),
            other => self.line(&format!("{other:?} is unknown to this judge")),
        }
    }

    fn sentences(&mut self, all: &[Sentence]) {
        all.iter().for_each(|sentence| self.inlines(&sentence.0));
    }

    fn inlines(&mut self, all: &[Inline]) {
        self.0.push('\n');
        self.run(all);
    }

    fn run(&mut self, all: &[Inline]) {
        for inline in all {
            match inline {
                Inline::Text(form) | Inline::Value(_, form) | Inline::Abbreviation { form, .. } => {
                    self.0.push_str(&form.written)
                }
                Inline::Strong(inner) | Inline::Foreign(_, inner) | Inline::Link(_, inner) => self.run(inner),
                Inline::Break => self.0.push('\n'),
                other => self.line(&format!("{other:?} is unknown to this judge")),
            }
        }
    }
}
