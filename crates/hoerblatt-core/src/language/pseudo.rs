//! A language whose every word is `⟦x⟧`: what appears without brackets came from nobody's language.
//!
//! A test composes with it and looks at every output; a word of German or English inside core, flyer, script, telephone or web is then
//! visible at once.

use super::{Language, Token, TokenKind, Vocabulary};
use crate::{Break, Form, Grammar, Phrase, Slot, Speech, Style, Value, Wording, model::LanguageTag};
use std::borrow::Cow;

/// The pseudo-language.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pseudo;

impl Language for Pseudo {
    fn tag(&self) -> LanguageTag {
        LanguageTag::new("qaa").expect("qaa is reserved for local use")
    }

    fn read<'p>(&'p self, prose: &'p str) -> Box<dyn Iterator<Item = Token<'p>> + 'p> {
        let mut from = 0;
        Box::new(prose.split_inclusive(' ').map(move |word| {
            let range = from..from + word.len();
            from = range.end;
            let written = bracket(word);
            Token {
                range,
                spoken: Speech::words(written.trim()),
                ends_sentence: word.trim_end().ends_with(['.', '!', '?']),
                written: Cow::Owned(written),
                kind: TokenKind::Words,
                why: None,
            }
        }))
    }

    fn write(&self, value: &Value, _: Style) -> String {
        words(&format!("{value:?}"))
    }

    fn speak(&self, value: &Value, _: Grammar) -> Speech {
        Speech::words(words(&format!("{value:?}")))
    }

    fn wording(&self) -> Wording {
        Wording::new(phrase)
    }

    fn hyphenate(&self, _: &str) -> Vec<Break> {
        Vec::new()
    }

    fn vocabulary(&self) -> &Vocabulary {
        static NONE: std::sync::OnceLock<Vocabulary> = std::sync::OnceLock::new();
        NONE.get_or_init(Vocabulary::default)
    }
}

fn bracket(word: &str) -> String {
    let bare = word.trim();
    if bare.is_empty() { word.to_owned() } else { word.replace(bare, &format!("⟦{bare}⟧")) }
}

fn words(text: &str) -> String {
    let pieces = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    pieces.map(|w| format!("⟦{w}⟧")).collect::<Vec<_>>().join(" ")
}

fn phrase(phrase: &Phrase) -> Form {
    let mut form = Form::plain(words(phrase.name()));
    for slot in phrase.slots() {
        let filled = match slot {
            Slot::Form(inner) => inner,
            Slot::Forms(inner) => inner.iter().fold(Form::default(), |all, one| all.then(&Form::plain(" ")).then(one)),
            other => Form::plain(words(&format!("{other:?}"))),
        };
        form = form.then(&Form { spoken: Speech::default(), ..Form::plain(" ") }).then(&filled);
    }
    form
}
