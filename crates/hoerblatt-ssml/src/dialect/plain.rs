//! Words only: a text that any program reads the same, and a person can read out.
//!
//! One sentence a line, an empty line between paragraphs, points of a list on lines of their own. No sign that a screen reader would
//! name: the glottal stop of a gender form is a hyphen.

use crate::{Piece, PieceKind, Script};
use hoerblatt_core::{Pause, Speech, SpeechToken, append_words};

pub(super) fn write(script: &Script) -> String {
    let mut text = String::new();
    let mut before: Option<PieceKind> = None;
    for piece in &script.pieces {
        let close_up = before == Some(PieceKind::Item) && piece.kind == PieceKind::Item;
        if before.is_some() && !close_up {
            text.push('\n');
        }
        lines(piece, &mut text);
        before = Some(piece.kind);
    }
    text
}

fn lines(piece: &Piece, text: &mut String) {
    for sentence in &piece.sentences {
        text.push_str(&line(sentence));
        text.push('\n');
    }
}

/// The words of a speech in one line.
fn line(speech: &Speech) -> String {
    let mut line = String::new();
    words(&speech.0, &mut line);
    line.chars().map(|c| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c }).collect()
}

fn words(tokens: &[SpeechToken], line: &mut String) {
    let mut join = false;
    for token in tokens {
        match token {
            SpeechToken::Words(text) | SpeechToken::Sounds { words: text, .. } => {
                if std::mem::take(&mut join) {
                    line.push_str(text.trim());
                } else {
                    append_words(line, text.trim());
                }
            }
            SpeechToken::Spell(letters) => append_words(line, &letters.join(" ")),
            SpeechToken::Foreign(_, inner) | SpeechToken::Strong(inner) => words(inner, line),
            SpeechToken::Pause(Pause::Gender) => {
                line.push('-');
                join = true;
            }
            SpeechToken::Pause(Pause::Group | Pause::Clause) => append_words(line, ","),
            SpeechToken::Pause(_) => {}
        }
    }
}
