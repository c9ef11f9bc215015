//! Web pages, by the tokenizer alone: no tree is built, so 100,000 open elements cost a counter.

use crate::lines::{Line, Page, Shape, Zone};
use hoerblatt_core::{FileId, language::ArticlePart};
use html5ever::{
    Attribute,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::{Rawtext, Rcdata, ScriptData},
    },
};
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

/// Elements whose text belongs to the page.
const FURNITURE: &[&str] =
    &["nav", "footer", "aside", "form", "button", "select", "noscript", "template", "svg", "dialog", "iframe", "menu"];

/// Words in `class`, `id` or `role` that say the same.
const FURNITURE_WORDS: &[&str] = &[
    "breadcrumb",
    "navigation",
    "navbar",
    "nav-",
    "menu",
    "footer",
    "sidebar",
    "related",
    "share",
    "social",
    "cookie",
    "skiplink",
    "skip-link",
    "sr-only",
    "visually-hidden",
    "pagination",
    "banner",
    "weitere-",
];

/// Elements that end a line and begin a new paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "figure",
    "figcaption",
    "table",
    "hr",
    "address",
    "center",
    "pre",
    "body",
    "fieldset",
    "details",
    "summary",
    "time",
];

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

/// An element that changes how text inside it is read; all others are only counted by the tokenizer.
struct Open {
    name: String,
    zone: Zone,
    part: Option<ArticlePart>,
}

/// More open elements than this change nothing: 100,000 nested `div` are as good as 500.
const DEEPEST: usize = 500;

struct State {
    file: FileId,
    starts: Vec<usize>,
    length: usize,
    line: usize,
    first_line: usize,
    buffer: String,
    gap: bool,
    stack: Vec<Open>,
    too_deep: usize,
    skip: usize,
    title: bool,
    heading: Option<u8>,
    lists: u32,
    item: bool,
    item_started: bool,
    bold: u32,
    all_bold: bool,
    row: Option<Vec<String>>,
    term: Option<String>,
    lines: Vec<Line>,
    inside_main: Vec<bool>,
    main: u32,
    page_title: Option<Line>,
}

impl State {
    fn new(file: FileId, starts: Vec<usize>, length: usize) -> Self {
        Self {
            file,
            starts,
            length,
            line: 1,
            first_line: 1,
            buffer: String::new(),
            gap: true,
            stack: Vec::new(),
            too_deep: 0,
            skip: 0,
            title: false,
            heading: None,
            lists: 0,
            item: false,
            item_started: false,
            bold: 0,
            all_bold: true,
            row: None,
            term: None,
            lines: Vec::new(),
            inside_main: Vec::new(),
            main: 0,
            page_title: None,
        }
    }

    fn text(&mut self, text: &str) {
        if self.skip > 0 {
            return;
        }
        if self.buffer.is_empty() {
            self.first_line = self.line;
        }
        let bold = self.bold > 0;
        for sign in text.chars() {
            if sign.is_whitespace() {
                if !self.buffer.is_empty() && !self.buffer.ends_with(' ') {
                    self.buffer.push(' ');
                }
            } else if !matches!(sign, '\u{ad}' | '\u{200b}' | '\u{feff}') {
                self.all_bold &= bold;
                self.buffer.push(sign);
            }
        }
    }

    /// Ends the line that was gathered.
    fn flush(&mut self, gap: bool) {
        let text = std::mem::take(&mut self.buffer);
        let text = text.trim();
        let all_bold = std::mem::replace(&mut self.all_bold, true);
        if text.is_empty() {
            self.gap |= gap;
            return;
        }
        let start = self.starts.get(self.first_line - 1).copied().unwrap_or(0);
        let end = self.starts.get(self.line).copied().unwrap_or(self.length);
        let mut shape = match (self.heading, self.item) {
            (Some(level), _) => Shape::Heading(level),
            (None, true) if !self.item_started => {
                Shape::Item(u8::try_from(self.lists.saturating_sub(1)).unwrap_or(u8::MAX).min(20))
            }
            (None, true) => Shape::Continued,
            _ => Shape::Plain,
        };
        if shape == Shape::Plain && all_bold && gap && self.gap && text.len() < 120 && !text.ends_with(['.', ':']) {
            shape = Shape::Heading(5);
        }
        self.item_started |= self.item;
        let mut line = Line::new(text, self.file, start..end.max(start), shape, self.gap);
        let zones = self.stack.iter().map(|open| open.zone);
        line.zone = zones.fold(Zone::Article, |all, zone| match (all, zone) {
            (Zone::Furniture, _) | (_, Zone::Furniture) => Zone::Furniture,
            (Zone::Figure, _) | (_, Zone::Figure) => Zone::Figure,
            _ => Zone::Article,
        });
        line.part = self.stack.iter().rev().find_map(|open| open.part).filter(|_| line.zone == Zone::Article);
        self.lines.push(line);
        self.inside_main.push(self.main > 0);
        self.gap = gap;
    }

    fn open(&mut self, name: &str, attributes: &[Attribute], self_closing: bool) {
        let value = |key: &str| attributes.iter().find(|a| &*a.name.local == key).map(|a| a.value.to_string());
        match name {
            "script" | "style" | "textarea" | "xmp" | "noembed" | "noframes" => {
                self.skip += 1;
                return;
            }
            "title" if self.lines.is_empty() => {
                self.flush(true);
                self.title = true;
                return;
            }
            "br" => return if self.row.is_some() { self.text(" ") } else { self.flush(false) },
            "img" => return self.picture(value("alt")),
            "meta" => return self.meta(value("name").or_else(|| value("property")), value("content")),
            "input" | "link" | "wbr" | "col" | "source" | "area" | "base" | "embed" | "hr" => {
                if name == "hr" {
                    self.flush(true);
                }
                return;
            }
            "b" | "strong" => self.bold += 1,
            "td" | "th" => self.buffer.clear(),
            "tr" => {
                self.flush(true);
                self.row = Some(Vec::new());
            }
            "dt" => self.flush(self.term.is_none()),
            "dd" => {
                let term = std::mem::take(&mut self.buffer);
                self.term = Some(term.trim().trim_end_matches(':').to_owned()).filter(|term| !term.is_empty());
            }
            "ul" | "ol" => {
                self.flush(true);
                self.lists += 1;
            }
            "li" => {
                self.flush(false);
                (self.item, self.item_started) = (true, false);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush(true);
                self.heading = name[1..].parse().ok();
            }
            _ if BLOCKS.contains(&name) && self.row.is_none() => self.flush(!self.item),
            _ if BLOCKS.contains(&name) => self.text(" "),
            _ => {}
        }
        let hints = [value("class"), value("id"), value("role")]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        let part = part_of(&hints, name);
        if part.is_some() {
            self.flush(true);
        }
        let furniture = FURNITURE.contains(&name)
            || name != "body"
                && name != "html"
                && name != "main"
                && FURNITURE_WORDS.iter().any(|word| hints.contains(word))
            || value("hidden").is_some()
            || value("aria-hidden").as_deref() == Some("true");
        let figure = matches!(name, "figure" | "figcaption")
            || ["caption", "bildunterschrift", "copyright", "bildnachweis", "credit"]
                .iter()
                .any(|word| hints.contains(word));
        if furniture || figure {
            self.flush(true);
        }
        self.main += u32::from(matches!(name, "main" | "article"));
        let zone = if furniture {
            Zone::Furniture
        } else if figure {
            Zone::Figure
        } else {
            Zone::Article
        };
        if self_closing {
            return;
        }
        if self.stack.len() < DEEPEST {
            self.stack.push(Open { name: name.to_owned(), zone, part });
        } else {
            self.too_deep += 1;
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "script" | "style" | "textarea" | "xmp" | "noembed" | "noframes" => {
                self.skip = self.skip.saturating_sub(1);
                return;
            }
            "title" if self.title => {
                let text = std::mem::take(&mut self.buffer);
                let start = self.starts.get(self.first_line - 1).copied().unwrap_or(0);
                let end = self.starts.get(self.line).copied().unwrap_or(self.length);
                self.page_title = Some(Line::new(text.trim(), self.file, start..end.max(start), Shape::Plain, true));
                self.title = false;
                return;
            }
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "td" | "th" => {
                let cell = std::mem::take(&mut self.buffer).trim().to_owned();
                match &mut self.row {
                    Some(row) => row.push(cell),
                    None => self.buffer = cell,
                }
            }
            "tr" => self.end_row(),
            "dd" => {
                if let Some(term) = self.term.take() {
                    let text = std::mem::take(&mut self.buffer);
                    self.buffer = format!("{term}: {}", text.trim());
                    self.flush(false);
                }
            }
            "dt" => self.buffer.push(' '),
            "li" => {
                self.flush(false);
                self.item = self.lists > 1;
                self.item_started = true;
            }
            "ul" | "ol" => {
                self.flush(true);
                self.lists = self.lists.saturating_sub(1);
                self.item = self.lists > 0;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush(true);
                self.heading = None;
            }
            _ if (BLOCKS.contains(&name) || FURNITURE.contains(&name)) && self.row.is_none() => self.flush(!self.item),
            _ => {}
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        // An end without a start closes nothing; unclosed elements inside are closed with theirs.
        let within = self.stack.len().saturating_sub(40);
        if let Some(at) = self.stack[within..].iter().rposition(|open| open.name == name) {
            if self.stack[within + at..].iter().any(|open| open.part.is_some() || open.zone != Zone::Article) {
                self.flush(true);
            }
            self.main -= u32::from(matches!(name, "main" | "article")).min(self.main);
            self.stack.truncate(within + at);
        }
    }

    fn end_row(&mut self) {
        let Some(cells) = self.row.take() else { return };
        let filled: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        if filled.is_empty() {
            return;
        }
        self.buffer = filled.join(" | ");
        // A table of one column, or a label with its value, is layout.
        let shape = match filled.len() {
            1 => Shape::Plain,
            2 if filled[0].ends_with(':') => {
                self.buffer = filled.join(" ");
                Shape::Plain
            }
            _ => Shape::Row(cells.clone()),
        };
        let before = self.lines.len();
        self.first_line = self.first_line.min(self.line);
        self.flush(false);
        if let Some(line) = self.lines.get_mut(before) {
            line.shape = shape;
        }
    }

    fn picture(&mut self, alt: Option<String>) {
        let Some(alt) = alt.filter(|alt| alt.trim().chars().count() > 3 && self.row.is_none()) else { return };
        self.flush(true);
        self.buffer = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        self.first_line = self.line;
        self.flush(true);
        if let Some(line) = self.lines.last_mut().filter(|line| line.zone == Zone::Article) {
            line.zone = Zone::Figure;
            line.shape = Shape::Plain;
        }
    }

    /// The day of the news, where the page's head names it.
    fn meta(&mut self, name: Option<String>, content: Option<String>) {
        let (Some(name), Some(content)) = (name, content) else { return };
        let dated = matches!(
            name.to_lowercase().as_str(),
            "date" | "article:published_time" | "dcterms.date" | "dc.date" | "datepublished"
        );
        if dated {
            let start = self.starts.get(self.line - 1).copied().unwrap_or(0);
            let day = content.split('T').next().unwrap_or("").to_owned();
            let mut line = Line::new(day, self.file, start..start + 1, Shape::Plain, true);
            line.part = Some(ArticlePart::NewsDate);
            self.lines.push(line);
            self.inside_main.push(true);
        }
    }

    fn finish(mut self) -> Page {
        self.flush(true);
        // Where the page marks its main part, everything outside it is the page's.
        let marked = self.inside_main.iter().zip(&self.lines).any(|(inside, line)| *inside && line.part.is_none());
        for (line, inside) in self.lines.iter_mut().zip(&self.inside_main) {
            if marked && !inside && !matches!(line.shape, Shape::Heading(1)) {
                line.zone = Zone::Furniture;
            }
        }
        let headed =
            self.lines.iter().any(|line| matches!(line.shape, Shape::Heading(1 | 2)) && line.zone == Zone::Article);
        if let Some(mut title) = self.page_title.filter(|title| !title.text.is_empty()) {
            if headed || self.lines.iter().any(|line| line.text == title.text) {
                title.zone = Zone::Furniture;
            } else {
                title.shape = Shape::Heading(1);
            }
            self.lines.insert(0, title);
        }
        Page { lines: self.lines, ..Page::default() }
    }
}

/// The part of an article that an element's class names.
fn part_of(hints: &str, name: &str) -> Option<ArticlePart> {
    let says = |words: &[&str]| words.iter().any(|word| hints.contains(word));
    if hints.is_empty() {
        None
    } else if says(&["kicker", "dachzeile", "topline", "roofline", "overline", "spitzmarke", "oberzeile"]) {
        Some(ArticlePart::Kicker)
    } else if matches!(name, "p" | "div")
        && says(&["teaser", "vorspann", "anreisser"])
        && !says(&["list", "grid", "box"])
    {
        Some(ArticlePart::Teaser)
    } else if says(&["portalname", "portal-name", "site-name"]) {
        Some(ArticlePart::Portal)
    } else {
        None
    }
}
