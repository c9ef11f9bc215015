//! What is said, in which order?
//!
//! A [`Script`] is flat: pieces one after the other, in the reading order of the document. What a piece is (a heading, a sentence
//! of a paragraph, a point of a list) decides the pause around it and how a dialect marks it.

use crate::Channel;
use hoerblatt_core::{
    Block, CodePurpose, Document, Fact, FactKind, Form, Inline, Pause, Role, ScriptPhrase, Section, SectionId,
    Sentence, Speech, SpeechToken, Table, Wording, append_words, model::LanguageTag,
};

/// A document as it is read aloud.
#[derive(Debug, Clone)]
pub struct Script {
    /// The language of everything that is not marked otherwise.
    pub language: LanguageTag,
    /// What it is called.
    pub title: Form,
    /// Who listens.
    pub channel: Channel,
    /// The pieces in the order in which they are said.
    pub pieces: Vec<Piece>,
    /// For what arises later: "Teil 2 von 3".
    pub wording: Wording,
}

/// What is said in one go, with a pause after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The section it belongs to; `None` before the first.
    pub section: Option<SectionId>,
    /// What it is.
    pub kind: PieceKind,
    /// Its sentences; never empty, none of them empty.
    pub sentences: Vec<Speech>,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PieceKind {
    /// A heading with its level, 1 for the headline.
    Heading(u8),
    /// Sentences of a paragraph.
    Paragraph,
    /// A point of a list, a fact with its label, a row of a table.
    Item,
    /// Somebody's words.
    Quote,
}

impl Piece {
    /// The silence before it.
    pub fn pause_before(&self) -> Option<Pause> {
        matches!(self.kind, PieceKind::Heading(_)).then_some(Pause::Section)
    }

    /// The silence after it.
    pub fn pause_after(&self) -> Pause {
        match self.kind {
            PieceKind::Heading(_) | PieceKind::Item => Pause::Item,
            PieceKind::Paragraph | PieceKind::Quote => Pause::Paragraph,
        }
    }
}

/// The script of a document for a channel.
pub fn script(document: &Document, channel: Channel) -> Script {
    let mut reader = Reader { channel, wording: &document.wording, section: None, pieces: Vec::new() };
    reader.opening(document);
    for section in &document.sections {
        reader.section(section, 2);
    }
    reader.end();
    Script {
        language: document.language.clone(),
        title: document.title.clone(),
        channel,
        pieces: reader.pieces,
        wording: document.wording.clone(),
    }
}

/// Walks the section tree and puts down what is said.
struct Reader<'d> {
    channel: Channel,
    wording: &'d Wording,
    section: Option<SectionId>,
    pieces: Vec<Piece>,
}

impl Reader<'_> {
    fn opening(&mut self, document: &Document) {
        for line in [&document.portal, &document.kicker].into_iter().flatten() {
            self.say(PieceKind::Paragraph, vec![line.spoken.clone()]);
        }
        self.say(PieceKind::Heading(1), vec![speech_of(&document.headline)]);
    }

    fn end(&mut self) {
        self.section = None;
        self.say(PieceKind::Paragraph, vec![self.wording.say(ScriptPhrase::End).spoken]);
    }

    fn section(&mut self, section: &Section, level: u8) {
        if !self.is_for_listener(&section.role) {
            return;
        }
        self.section = Some(section.id.clone());
        self.say(PieceKind::Heading(level), vec![speech_of(&section.heading)]);
        for block in &section.blocks {
            self.block(block);
        }
        for inner in &section.sections {
            self.section(inner, level.saturating_add(1));
        }
    }

    /// A caller cannot follow a link, and has asked for one district.
    fn is_for_listener(&self, role: &Role) -> bool {
        self.channel == Channel::ScreenReader || !matches!(role, Role::Links | Role::Overview | Role::Imprint)
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(sentences) => self.say(PieceKind::Paragraph, speeches(sentences)),
            Block::Quote(sentences) => self.say(PieceKind::Quote, speeches(sentences)),
            Block::List(items) => self.list(items),
            Block::Facts(facts) => facts.iter().for_each(|fact| self.fact(fact)),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) if self.channel == Channel::ScreenReader => {
                let mut alt = self.wording.say(ScriptPhrase::Picture).spoken;
                alt.extend(figure.alt.spoken.clone());
                let below = [&figure.caption, &figure.credit].into_iter().flatten().map(|form| form.spoken.clone());
                self.say(PieceKind::Paragraph, std::iter::once(alt).chain(below).collect());
            }
            // The number has been said as a fact, and a calendar entry is of no use to an ear.
            Block::Code(code) if self.channel == Channel::ScreenReader && code.purpose == CodePurpose::Web => {
                self.say(PieceKind::Paragraph, speeches(&code.text));
            }
            _ => {}
        }
    }

    fn list(&mut self, items: &[Vec<Sentence>]) {
        if self.channel == Channel::ScreenReader {
            let count = items.len() as u64;
            self.say(PieceKind::Paragraph, vec![self.wording.say(ScriptPhrase::ListOf { count }).spoken]);
        }
        for item in items {
            self.say(PieceKind::Item, speeches(item));
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let written_only = matches!(fact.kind, FactKind::Email | FactKind::Web);
        if self.channel == Channel::Phone && written_only {
            return;
        }
        let mut sentences = speeches(&fact.content);
        if self.channel == Channel::Phone && fact.kind == FactKind::Phone {
            let mut again = self.wording.say(ScriptPhrase::Again).spoken;
            sentences.iter().for_each(|sentence| again.extend(sentence.clone()));
            sentences.push(again);
        }
        self.say(PieceKind::Item, labelled(&fact.label, sentences));
    }

    fn table(&mut self, table: &Table) {
        self.say(PieceKind::Paragraph, vec![table.caption.spoken.clone()]);
        for row in &table.rows {
            let mut speech = Speech::default();
            for cell in row.cells.iter().map(|cell| speech_of(cell)).filter(|cell| !cell.is_empty()) {
                if !speech.is_empty() {
                    speech.0.push(SpeechToken::Pause(Pause::Clause));
                }
                speech.extend(cell);
            }
            self.say(PieceKind::Item, vec![speech]);
        }
    }

    fn say(&mut self, kind: PieceKind, sentences: Vec<Speech>) {
        let sentences: Vec<Speech> = sentences.into_iter().map(compact).filter(says_something).collect();
        if !sentences.is_empty() {
            self.pieces.push(Piece { section: self.section.clone(), kind, sentences });
        }
    }
}

/// Puts the label before the first sentence.
fn labelled(label: &Form, mut sentences: Vec<Speech>) -> Vec<Speech> {
    if let Some(first) = sentences.first_mut() {
        let mut whole = label.spoken.clone();
        whole.extend(std::mem::take(first));
        *first = whole;
    }
    sentences
}

fn speeches(sentences: &[Sentence]) -> Vec<Speech> {
    sentences.iter().map(|sentence| speech_of(&sentence.0)).collect()
}

/// The sentences one after the other as one speech, with a [`Pause::Sentence`] between them only where nothing marks the end.
pub fn speech_of_sentences(sentences: &[Sentence]) -> Speech {
    let mut whole = Speech::default();
    for speech in speeches(sentences).into_iter().filter(says_something) {
        let open = !whole.is_empty() && !whole.to_line().ends_with(['.', '!', '?', '…', ':']);
        if open {
            whole.0.push(SpeechToken::Pause(Pause::Clause));
        }
        whole.extend(speech);
    }
    compact(whole)
}

/// The spoken form of a line.
pub fn speech_of(inlines: &[Inline]) -> Speech {
    let mut speech = Speech::default();
    for inline in inlines {
        match inline {
            Inline::Text(form) | Inline::Value(_, form) | Inline::Abbreviation { form, .. } => {
                speech.extend(form.spoken.clone())
            }
            Inline::Strong(inner) => speech.0.push(SpeechToken::Strong(speech_of(inner).0)),
            Inline::Foreign(language, inner) => {
                speech.0.push(SpeechToken::Foreign(language.clone(), speech_of(inner).0))
            }
            Inline::Link(_, inner) => speech.extend(speech_of(inner)),
            Inline::Break => speech.0.push(SpeechToken::Pause(Pause::Clause)),
            _ => {}
        }
    }
    compact(speech)
}

/// The same speech with neighbouring words in one token, so that equal sentences are equal values.
pub fn compact(speech: Speech) -> Speech {
    let mut all: Vec<SpeechToken> = Vec::with_capacity(speech.0.len());
    for token in speech.0 {
        match token {
            SpeechToken::Words(words) => match all.last_mut() {
                Some(SpeechToken::Words(before)) => append_words(before, words.trim()),
                _ if words.trim().is_empty() => {}
                _ => all.push(SpeechToken::Words(words.trim().to_owned())),
            },
            other => all.push(other),
        }
    }
    Speech(all)
}

fn says_something(speech: &Speech) -> bool {
    speech.to_line().chars().any(char::is_alphabetic)
}
