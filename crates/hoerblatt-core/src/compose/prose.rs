//! Prose → sentences: the markup says what matters, the language what is meant and how it is said.

use crate::{
    Block, Break, Diagnostic, Form, Grammar, Inline, Label, Language, Markup, Run, Sentence, Span, Speech, SpeechToken,
    Style, Styling, Target, Value, Wording,
    language::{Token, TokenKind},
    markup,
    model::{Prose, Publication},
    read::is_web_address,
    rules,
};
use std::{cell::RefCell, collections::BTreeMap};

/// Words shorter than this many bytes are never divided: four letters must stay on each side.
const SHORTEST_DIVIDED: usize = 8;

/// What composing needs at every step: the language, the publication, a place for findings.
pub(super) struct Composer<'c> {
    pub(super) language: &'c dyn Language,
    pub(super) publication: &'c Publication,
    pub(super) wording: Wording,
    findings: RefCell<Vec<Diagnostic>>,
    divided: RefCell<BTreeMap<String, Vec<Break>>>,
}

impl<'c> Composer<'c> {
    pub(super) fn new(language: &'c dyn Language, publication: &'c Publication) -> Self {
        let (findings, divided) = (RefCell::default(), RefCell::default());
        Self { wording: language.wording(), language, publication, findings, divided }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.findings.into_inner()
    }

    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.findings.borrow_mut().push(diagnostic);
    }

    /// Paragraphs, lists and quotations.
    pub(super) fn blocks(&self, prose: &Prose) -> Vec<Block> {
        let sentences = |run: &Run| self.sentences(run, prose.span, Division::Allowed);
        let block = |part: Markup| match part {
            Markup::Paragraph(run) => Block::Paragraph(sentences(&run)),
            Markup::List(items) => Block::List(items.iter().map(sentences).collect()),
            Markup::Quote(run) => Block::Quote(sentences(&run)),
        };
        markup(&prose.text).into_iter().map(block).collect()
    }

    /// Running text of one paragraph, as in a fact.
    pub(super) fn paragraph(&self, prose: &Prose) -> Vec<Sentence> {
        self.sentences(&one_run(prose), prose.span, Division::Allowed)
    }

    /// A heading, title or name: one line that is never divided.
    pub(super) fn inlines(&self, prose: &Prose) -> Vec<Inline> {
        let mut line = Vec::new();
        for sentence in self.sentences(&one_run(prose), prose.span, Division::WhereTooWide) {
            if !line.is_empty() {
                line.push(Inline::Text(Form { written: " ".into(), ..Form::default() }));
            }
            line.extend(sentence.0);
        }
        line
    }

    /// A heading, title or name as one form.
    pub(super) fn form(&self, prose: &Prose) -> Form {
        flat(&self.inlines(prose))
    }

    /// One of the engine's own phrases.
    pub(super) fn label(&self, label: Label) -> Inline {
        Inline::Text(self.wording.say(label))
    }

    /// One of the engine's own phrases as a sentence.
    pub(super) fn sentence(&self, label: Label) -> Sentence {
        Sentence(vec![self.label(label)])
    }

    /// A value, written and spoken by itself.
    pub(super) fn value(&self, value: Value, style: Style) -> Inline {
        let form = self.value_form(&value, style);
        Inline::Value(Box::new(value), form)
    }

    pub(super) fn value_form(&self, value: &Value, style: Style) -> Form {
        let spoken = self.language.speak(value, Grammar::default());
        Form { written: self.language.write(value, style), breaks: Vec::new(), spoken }
    }

    fn sentences(&self, run: &Run, span: Option<Span>, division: Division) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let mut open: Vec<Piece<'_>> = Vec::new();
        for token in self.language.read(&run.text) {
            let ends = token.ends_sentence;
            self.pieces(token, run, span, division, &mut open);
            if ends {
                sentences.extend(close(self, std::mem::take(&mut open), span));
            }
        }
        sentences.extend(close(self, open, span));
        sentences
    }

    /// A token as one piece, or as several where the markup changes inside plain words.
    fn pieces<'r>(
        &self,
        token: Token<'_>,
        run: &'r Run,
        span: Option<Span>,
        division: Division,
        into: &mut Vec<Piece<'r>>,
    ) {
        let cuts = boundaries(run, &token);
        if cuts.is_empty() || token.kind != TokenKind::Words {
            let styles = styles_at(run, token.range.start);
            into.push(Piece { styles, inline: self.inline(token, span, division) });
            return;
        }
        // Plain words say the same alone; reading each part again gives both its forms.
        let mut from = token.range.start;
        for to in cuts.into_iter().chain([token.range.end]) {
            for part in self.language.read(&run.text[from..to]) {
                into.push(Piece { styles: styles_at(run, from), inline: self.inline(part, span, division) });
            }
            from = to;
        }
    }

    fn inline(&self, token: Token<'_>, span: Option<Span>, division: Division) -> Inline {
        let written = token.written.into_owned();
        let form = Form { breaks: Vec::new(), spoken: token.spoken, written };
        match token.kind {
            TokenKind::Value(value) => Inline::Value(Box::new(value), form),
            TokenKind::Abbreviation(expansion) => Inline::Abbreviation { form, expansion },
            TokenKind::Foreign(tag) => {
                // The tag stands on the inline; the speech inside is bare.
                let spoken = match form.spoken.0.as_slice() {
                    [SpeechToken::Foreign(inner_tag, inner)] if *inner_tag == tag => Speech(inner.clone()),
                    _ => form.spoken,
                };
                Inline::Foreign(tag, vec![Inline::Text(Form { spoken, ..form })])
            }
            TokenKind::Unreadable => {
                self.report(rules::unreadable(span, form.written.trim()));
                Inline::Text(form)
            }
            TokenKind::Words if division == Division::Allowed => {
                Inline::Text(Form { breaks: self.breaks(&form.written), ..form })
            }
            TokenKind::Words => {
                let mut breaks = [self.breaks(&form.written), self.line_ends(&form.written)].concat();
                breaks.sort();
                Inline::Text(Form { breaks, ..form })
            }
        }
    }

    /// Where the words of a text may be divided.
    fn breaks(&self, text: &str) -> Vec<Break> {
        let mut breaks = Vec::new();
        let mut at = 0;
        for chunk in text.split_inclusive(char::is_whitespace) {
            let word = chunk.trim_matches(|c: char| !c.is_alphabetic());
            if word.len() >= SHORTEST_DIVIDED {
                let shift = at + (chunk.len() - chunk.trim_start_matches(|c: char| !c.is_alphabetic()).len());
                let shift = u32::try_from(shift).unwrap_or(u32::MAX);
                let mut known = self.divided.borrow_mut();
                let inside = match known.get(word) {
                    Some(inside) => inside,
                    None => known.entry(word.to_owned()).or_insert(self.language.hyphenate(word)),
                };
                breaks.extend(inside.iter().map(|b| Break { at: b.at + shift, cost: b.cost }));
            }
            at += chunk.len();
        }
        breaks
    }

    /// What it costs to end a line of a heading at each of its spaces: nothing where a clause ends, little between two words, much where
    /// the sense is torn: "Alles neu macht der ⏎ Mai".
    fn line_ends(&self, text: &str) -> Vec<Break> {
        let cost = |at: usize| {
            let before = text[..at].rsplit(' ').next().unwrap_or("");
            if self.language.leads_on(before) || text[at..].starts_with(" – ") {
                TORN
            } else if before.ends_with(|c: char| c.is_alphanumeric()) {
                BETWEEN
            } else {
                0
            }
        };
        let spaces = text.match_indices(' ').map(|(at, _)| (at, cost(at))).filter(|(_, cost)| *cost > 0);
        spaces.map(|(at, cost)| Break { at: u32::try_from(at).unwrap_or(u32::MAX), cost }).collect()
    }
}

/// What a line end in a heading costs between a word that leads on and the next one.
const TORN: u8 = 100;
/// And between two words of one clause.
const BETWEEN: u8 = 20;

/// Whether words may be divided at any line end, or only where one is wider than the line (headings, names).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Division {
    Allowed,
    WhereTooWide,
}

/// An inline with the markup around it, outermost first.
struct Piece<'r> {
    styles: Vec<&'r Styling>,
    inline: Inline,
}

/// Headings and facts are one line: a list or a second paragraph in them is joined.
fn one_run(prose: &Prose) -> Run {
    crate::markup::run(&prose.text.replace('\n', " "))
}

fn styles_at(run: &Run, at: usize) -> Vec<&Styling> {
    run.stylings.iter().filter(|(range, _)| range.contains(&at)).map(|(_, styling)| styling).collect()
}

/// Where the markup changes inside a token.
fn boundaries(run: &Run, token: &Token<'_>) -> Vec<usize> {
    let ends = run.stylings.iter().flat_map(|(range, _)| [range.start, range.end]);
    let mut inside: Vec<usize> = ends.filter(|&at| token.range.start < at && at < token.range.end).collect();
    inside.sort_unstable();
    inside.dedup();
    inside
}

/// The pieces of one sentence, nested by their markup and trimmed at both ends.
fn close(composer: &Composer<'_>, mut pieces: Vec<Piece<'_>>, span: Option<Span>) -> Option<Sentence> {
    trim(&mut pieces);
    let sentence = nest(composer, pieces, 0, span);
    (!sentence.is_empty()).then_some(Sentence(sentence))
}

fn trim(pieces: &mut Vec<Piece<'_>>) {
    while let Some(first) = pieces.first_mut() {
        let form = form_mut(&mut first.inline);
        let cut = form.written.len() - form.written.trim_start_matches([' ', '\n']).len();
        form.written.drain(..cut);
        let cut = u32::try_from(cut).unwrap_or(0);
        form.breaks.iter_mut().for_each(|b| b.at = b.at.saturating_sub(cut));
        if !form.written.is_empty() || !form.spoken.is_empty() {
            break;
        }
        pieces.remove(0);
    }
    while let Some(last) = pieces.last_mut() {
        let form = form_mut(&mut last.inline);
        form.written.truncate(form.written.trim_end_matches([' ', '\n']).len());
        if !form.written.is_empty() || !form.spoken.is_empty() {
            break;
        }
        pieces.pop();
    }
}

/// The form of an inline as the reader makes it; those are never nested but for a foreign word.
fn form_mut(inline: &mut Inline) -> &mut Form {
    match inline {
        Inline::Text(form) | Inline::Value(_, form) | Inline::Abbreviation { form, .. } => form,
        Inline::Foreign(_, inner) | Inline::Strong(inner) | Inline::Link(_, inner) => form_mut(&mut inner[0]),
        Inline::Break => unreachable!("the reader makes no line breaks"),
    }
}

fn nest(composer: &Composer<'_>, pieces: Vec<Piece<'_>>, depth: usize, span: Option<Span>) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let Some(&style) = piece.styles.get(depth) else {
            out.push(piece.inline);
            continue;
        };
        let mut group = vec![piece];
        while let Some(next) = pieces.next_if(|next| next.styles.get(depth).is_some_and(|s| std::ptr::eq(*s, style))) {
            group.push(next);
        }
        let inner = nest(composer, group, depth + 1, span);
        match style {
            Styling::Strong => out.push(Inline::Strong(inner)),
            Styling::Foreign(tag) => out.push(Inline::Foreign(tag.clone(), inner)),
            Styling::Link(address) if is_link(address) => {
                let purpose = composer.wording.say(Label::PurposeWeb { name: flat(&inner) }).written;
                out.push(Inline::Link(Target { address: address.clone(), purpose }, inner));
            }
            Styling::Link(address) => {
                composer.report(rules::web_unsound(span, address.as_str()));
                out.extend(inner);
            }
        }
    }
    out
}

fn is_link(address: &str) -> bool {
    let plain =
        |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"@.+-_".contains(&b));
    is_web_address(address) || ["mailto:", "tel:"].iter().any(|s| address.strip_prefix(s).is_some_and(plain))
}

/// Inlines as one form: written one after the other, spoken one after the other.
pub(super) fn flat(inlines: &[Inline]) -> Form {
    inlines.iter().fold(Form::default(), |all, inline| match inline {
        Inline::Text(form) | Inline::Value(_, form) | Inline::Abbreviation { form, .. } => all.then(form),
        Inline::Strong(inner) | Inline::Link(_, inner) => all.then(&flat(inner)),
        Inline::Foreign(tag, inner) => {
            let inner = flat(inner);
            let spoken = Speech(vec![SpeechToken::Foreign(tag.clone(), inner.spoken.0)]);
            all.then(&Form { spoken, ..inner })
        }
        Inline::Break => all.then(&Form { written: " ".into(), ..Form::default() }),
    })
}
