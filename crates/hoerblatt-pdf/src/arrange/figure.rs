//! Pictures with their captions.

use super::Arranger;
use crate::{
    Logo,
    font::Weight,
    page::{Mark, Placed, TagId},
    rules,
    sheet::Voice,
    tag::Tag,
};
use hoerblatt_core::{Figure, Form};

/// The largest part of a page's height that a picture takes.
const TALLEST: f32 = 0.45;

impl Arranger<'_> {
    pub(crate) fn figure(&mut self, figure: &Figure, root: TagId) {
        let first = self.row_count();
        if let Some(file) = &figure.file {
            match self.pictures.find(file) {
                Ok(picture) => {
                    let tag = self.tags.add(Tag::Figure { alt: figure.alt.written.clone() }, Some(root));
                    let leaf = self.tags.add(Tag::Text, Some(tag));
                    let tallest = self.sheet.content_height() * TALLEST;
                    // One pixel to the point at most keeps 72 pixels an inch; fewer would be seen as blocks.
                    let scale = (self.width / picture.width).min(tallest / picture.height).min(1.0);
                    let ink = picture.ink(scale);
                    let placed = Placed { x: self.indent, y: 0.0, mark: Mark::Content(leaf), ink };
                    self.row(picture.height * scale, 0, vec![placed]);
                    self.gap(self.sheet.step());
                }
                Err(trouble) => self.report(rules::picture_unusable(figure.span, file.display().to_string(), trouble)),
            }
        }
        for form in [&figure.caption, &figure.credit].into_iter().flatten() {
            self.caption(form, root);
        }
        self.keep_together(first);
    }

    /// The head of the sheet: the city's logo, and beside it portal and kicker in lines of their own.
    pub(crate) fn masthead<'f>(&mut self, logo: Option<&Logo>, forms: impl Iterator<Item = (&'f Form, Voice)>) {
        let picture = logo.and_then(|logo| self.logo(logo));
        let (side, beside) =
            picture.as_ref().map_or((0.0, 0.0), |(_, width, height)| (*height, width + self.sheet.size));
        let mut lines = Vec::new();
        for (form, voice) in forms {
            let tag = self.tags.add(Tag::P, None);
            let weight = self.sheet.style(voice).weight;
            let pieces = self.collect(tag, |c| c.form(form, weight, true));
            lines.extend(self.lines(pieces, voice, self.width - beside));
        }
        let style = self.sheet.style(Voice::Body);
        if picture.is_none() {
            for line in &lines {
                let placed = self.place_line(line, &style, self.indent, self.width, 0.0);
                self.row(style.leading, 1, placed);
            }
            return;
        }
        let text = lines.len() as f32 * style.leading;
        let height = side.max(text);
        let mut placed: Vec<Placed> = picture.into_iter().map(|(placed, ..)| placed).collect();
        placed.iter_mut().for_each(|ink| ink.y = (height - side) / 2.0);
        for (at, line) in lines.iter().enumerate() {
            let top = (height - text) / 2.0 + at as f32 * style.leading;
            placed.extend(self.place_line(line, &style, self.indent + beside, self.width - beside, top));
        }
        self.row(height, u16::try_from(lines.len()).unwrap_or(u16::MAX), placed);
    }

    /// The city's logo, as high as three lines and as wide as a third of the sheet at most, with its width and height.
    fn logo(&mut self, logo: &Logo) -> Option<(Placed, f32, f32)> {
        match self.pictures.find(&logo.file) {
            Ok(picture) => {
                let tag = self.tags.add(Tag::Figure { alt: logo.alt.written.clone() }, None);
                let leaf = self.tags.add(Tag::Text, Some(tag));
                let scale = (self.sheet.blank() * 3.0 / picture.height).min(self.width / 3.0 / picture.width);
                let placed = Placed { x: self.indent, y: 0.0, mark: Mark::Content(leaf), ink: picture.ink(scale) };
                Some((placed, picture.width * scale, picture.height * scale))
            }
            Err(trouble) => {
                self.report(rules::picture_unusable(None, logo.file.display().to_string(), trouble));
                None
            }
        }
    }

    fn caption(&mut self, form: &Form, root: TagId) {
        let tag = self.tags.add(Tag::P, Some(root));
        let pieces = self.collect(tag, |c| c.form(form, Weight::Regular, true));
        self.paragraph(pieces, Voice::Body);
    }
}
