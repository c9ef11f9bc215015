//! The XML that all SSML dialects share.

use super::{Features, Rate, RenderOptions, azure};
use crate::{Piece, PieceKind, Script, prosody};
use hoerblatt_core::{Pace, Pause, Speech, SpeechToken};

/// Text as XML character data or as an attribute's value. What XML 1.0 cannot hold becomes a space.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // Everything else below U+0020, U+FFFE and U+FFFF are not allowed in XML 1.0 (clause 2.2); C1 controls are discouraged.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// What stands before and after the pieces of a document.
pub(super) struct Envelope {
    head: String,
    tail: String,
}

impl Envelope {
    pub(super) fn new(script: &Script, features: &Features, options: &RenderOptions) -> Self {
        let language = escape(script.language.as_str());
        let version = features.version;
        let mut head = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <speak version=\"{version}\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"{language}\">\n"
        );
        let mut tail = String::from("</speak>\n");
        if features.voice || options.voice.is_some() {
            let voice = options.voice.as_deref().unwrap_or_else(|| azure::voice(script.language.primary()));
            head.push_str(&format!("<voice name=\"{}\">\n", escape(voice)));
            tail.insert_str(0, "</voice>\n");
        }
        if options.pace != Pace::Normal {
            head.push_str(&format!("<prosody rate=\"{}\">\n", rate(features.rate, options.pace)));
            tail.insert_str(0, "</prosody>\n");
        }
        Self { head, tail }
    }

    /// The whole document.
    pub(super) fn around(&self, body: &str) -> String {
        format!("{}{body}{}", self.head, self.tail)
    }

    /// The document with nothing in it.
    pub(super) fn empty(&self) -> String {
        self.around("")
    }
}

fn rate(rate: Rate, pace: Pace) -> String {
    match rate {
        Rate::Percent => format!("{}%", pace.percent()),
        Rate::Factor => format!("{:.2}", f64::from(pace.percent()) / 100.0),
    }
}

/// Pieces one after the other with the silence between them: the longer of what one asks for after it and the next before it.
pub(super) fn body<'p>(pieces: impl IntoIterator<Item = &'p Piece>, features: &Features) -> String {
    let mut out = String::new();
    let mut before: Option<&Piece> = None;
    for next in pieces {
        if let Some(before) = before {
            out.push_str(&silence(next.pause_before().unwrap_or_else(|| before.pause_after())));
            out.push('\n');
        }
        out.push_str(&piece(next, features));
        before = Some(next);
    }
    out
}

/// A piece as a `<p>` with its sentences.
fn piece(piece: &Piece, features: &Features) -> String {
    let mut out = String::new();
    if let (true, PieceKind::Heading(_), Some(section)) = (features.mark, piece.kind, &piece.section) {
        out.push_str(&format!("<mark name=\"{}\"/>\n", escape(&section.0)));
    }
    out.push_str("<p>");
    for sentence in &piece.sentences {
        out.push_str("<s>");
        out.push_str(&sentence_xml(sentence, features));
        out.push_str("</s>");
    }
    out.push_str("</p>\n");
    out
}

/// The content of an `<s>`.
fn sentence_xml(speech: &Speech, features: &Features) -> String {
    let mut line = Line { out: String::new(), opening: String::new(), last: None };
    line.tokens(&speech.0, features);
    line.out
}

fn silence(pause: Pause) -> String {
    format!("<break time=\"{}ms\"/>", prosody::milliseconds(pause))
}

/// Text with elements in it, spaced as [`hoerblatt_core::append_words`] spaces plain text.
struct Line {
    out: String,
    /// Start tags that wait for their first word, so that the space before it stands outside.
    opening: String,
    /// The last character that is heard or that parts words; `None` where no space is wanted.
    last: Option<char>,
}

impl Line {
    fn tokens(&mut self, tokens: &[SpeechToken], features: &Features) {
        for token in tokens {
            match token {
                SpeechToken::Words(words) => self.words(words.trim()),
                SpeechToken::Spell(letters) => self.words(&letters.join(" ")),
                SpeechToken::Sounds { words, ipa } if features.phoneme => {
                    let start = format!("<phoneme alphabet=\"ipa\" ph=\"{}\">", escape(ipa));
                    self.element(&start, "</phoneme>", |line| line.words(words.trim()));
                }
                SpeechToken::Sounds { words, .. } => self.words(words.trim()),
                SpeechToken::Foreign(language, inner) if features.lang => {
                    let start = format!("<lang xml:lang=\"{}\">", escape(language.as_str()));
                    self.element(&start, "</lang>", |line| line.tokens(inner, features));
                }
                SpeechToken::Strong(inner) if features.emphasis => {
                    self.element("<emphasis>", "</emphasis>", |line| line.tokens(inner, features));
                }
                SpeechToken::Foreign(_, inner) | SpeechToken::Strong(inner) => self.tokens(inner, features),
                SpeechToken::Pause(pause) => self.pause(*pause),
            }
        }
    }

    fn element(&mut self, start: &str, end: &str, content: impl FnOnce(&mut Self)) {
        self.opening.push_str(start);
        content(self);
        if self.opening.ends_with(start) {
            // Nothing was said inside.
            self.opening.truncate(self.opening.len() - start.len());
        } else {
            self.out.push_str(end);
        }
    }

    fn words(&mut self, words: &str) {
        let Some(first) = words.chars().next() else { return };
        let leans = matches!(first, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | '“' | '‘' | '»' | '”');
        let open = self.last.is_none_or(|last| matches!(last, ' ' | '(' | '„' | '‚' | '«'));
        if !open && !leans {
            self.out.push(' ');
        }
        self.out.push_str(&std::mem::take(&mut self.opening));
        self.out.push_str(&escape(words));
        self.last = words.chars().last();
    }

    fn pause(&mut self, pause: Pause) {
        match pause {
            // A comma lets the voice keep its melody; a measured break would cut the sentence.
            Pause::Clause => self.words(","),
            Pause::Gender => {
                self.out.push_str(&silence(pause));
                self.last = None;
            }
            _ => {
                self.out.push_str(&silence(pause));
                self.last = Some('x');
            }
        }
    }
}
