//! HTML as text: elements that are always closed, text that is always escaped.

use std::fmt::Write;

/// An HTML document being written.
#[derive(Debug, Default)]
pub(crate) struct Html {
    text: String,
}

impl Html {
    /// Opens an element; each attribute's value is escaped, and one without a value is left out.
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, Option<&str>)]) {
        let _ = write!(self.text, "<{name}");
        for (key, value) in attributes {
            if let Some(value) = value {
                let _ = write!(self.text, " {key}=\"{}\"", escaped(value));
            }
        }
        self.text.push('>');
    }

    /// Closes an element.
    pub(crate) fn close(&mut self, name: &str) {
        let _ = write!(self.text, "</{name}>");
    }

    /// An element around content.
    pub(crate) fn element(&mut self, name: &str, attributes: &[(&str, Option<&str>)], content: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        content(self);
        self.close(name);
    }

    /// Text, escaped.
    pub(crate) fn text(&mut self, text: &str) {
        self.text.push_str(&escaped(text));
    }

    /// A new line in the source, for people who read it.
    pub(crate) fn line(&mut self) {
        self.text.push('\n');
    }

    /// Something that is HTML already.
    pub(crate) fn raw(&mut self, html: &str) {
        self.text.push_str(html);
    }

    /// The whole.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}

/// Text as it may stand between tags and in quoted attributes; control characters, which HTML forbids, are dropped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            '\n' => out.push(' '),
            c if c.is_control() || ('\u{fdd0}'..='\u{fdef}').contains(&c) || u32::from(c) & 0xfffe == 0xfffe => {}
            c => out.push(c),
        }
    }
    out
}
