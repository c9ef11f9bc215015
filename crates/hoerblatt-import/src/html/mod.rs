//! Web pages, by the tokenizer alone: no tree is built, so 100,000 open elements cost a counter.

mod anchors;
mod elements;
mod page;
mod tags;
mod whole;

use crate::lines::Page;
use hoerblatt_core::FileId;
use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::{Rawtext, Rcdata, ScriptData},
    },
};
use page::State;
use std::cell::RefCell;

/// Whether a text (its beginning, in small letters) is a web page or a piece of one.
pub(crate) fn is_html(head: &str) -> bool {
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<h2",
        "<ul",
        "<ol>",
        "<table",
        "<article",
        "<main",
        "<section",
        "<br",
        "<span",
        "<li>",
        "<strong>",
        "<meta",
        "<figure",
    ];
    let found = tags.iter().filter(|tag| head.contains(**tag)).count();
    found >= 2 || (found == 1 && head.starts_with('<')) || head.starts_with("<!doctype html")
}

/// Reads a web page.
pub(crate) fn read(text: &str, file: FileId) -> Page {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let walker = Walker { state: RefCell::new(State::new(file, starts, text.len())) };
    let tokenizer = Tokenizer::new(walker, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    // A script's end asks to be run; there is nothing to run.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.state.into_inner().finish()
}

struct Walker {
    state: RefCell<State>,
}

impl TokenSink for Walker {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        state.line = usize::try_from(line).unwrap_or(usize::MAX).max(1);
        match token {
            Token::CharacterTokens(text) => state.text(&text),
            Token::TagToken(Tag { kind: TagKind::StartTag, name, attrs, self_closing, .. }) => {
                state.open(&name, &attrs, self_closing);
                return match name.as_ref() {
                    "script" => TokenSinkResult::RawData(ScriptData),
                    "style" | "xmp" | "noembed" | "noframes" => TokenSinkResult::RawData(Rawtext),
                    "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
                    _ => TokenSinkResult::Continue,
                };
            }
            Token::TagToken(tag) => state.close(&tag.name),
            Token::EOFToken => state.flush(true),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
