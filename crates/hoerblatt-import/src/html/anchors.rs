//! Links: what leads somewhere is kept with where it leads.

use super::page::State;
use crate::lines::{Line, Shape, Zone};
use crate::scan::Scan;

/// A link that is open.
pub(super) struct Anchor {
    address: String,
    /// Where in the gathered text it began, and after how many lines.
    begin: usize,
    lines: usize,
}

impl State {
    pub(super) fn open_anchor(&mut self, address: Option<String>) {
        let (begin, lines) = (self.buffer.len(), self.lines.len());
        self.anchor = address.map(|address| Anchor { address: address.trim().to_owned(), begin, lines });
    }

    pub(super) fn close_anchor(&mut self) {
        let Some(Anchor { address, begin, lines }) = self.anchor.take() else { return };
        if self.skip > 0 || self.zone() == Zone::Furniture {
            return;
        }
        // A card that is a link as a whole is known by its first line.
        let line = match self.lines.get(lines) {
            Some(first) => first.clone(),
            None => {
                let text = self.buffer.get(begin..).unwrap_or("").trim();
                Line::new(text, self.file, self.place(), Shape::Plain, false)
            }
        };
        if address.starts_with("https://") || address.starts_with("http://") {
            if !line.text.is_empty() {
                self.links.push((self.inside(), line, address));
            }
        } else if let Some(contact) = contact(&address, &line.text) {
            self.text(&format!(", {contact}"));
        }
    }
}

/// The e-mail address or number behind a link that its text does not tell: a publication's links lead to web pages only.
fn contact<'a>(address: &'a str, text: &str) -> Option<&'a str> {
    let told = |known: &str| text.to_lowercase().contains(&known.to_lowercase());
    if let Some(mail) = address.strip_prefix("mailto:") {
        let mail = mail.split('?').next().unwrap_or("");
        // Many a page writes "(at)" to keep machines away.
        return Some(mail)
            .filter(|mail| mail.contains('@') && !told(mail) && !text.contains("(at)") && !text.contains("[at]"));
    }
    // A number in the text is the same one, however it is parted.
    let number = address.strip_prefix("tel:")?;
    Some(number).filter(|number| !number.is_empty() && !text.has_digit())
}
