//! Pictures with their captions.

use super::Arranger;
use crate::{
    Logo,
    font::Weight,
    page::{Ink, Mark, Placed, TagId},
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
                Ok((picture, (width, height))) => {
                    let tag = self.tags.add(Tag::Figure { alt: figure.alt.written.clone() }, Some(root));
                    let leaf = self.tags.add(Tag::Text, Some(tag));
                    let tallest = self.sheet.content_height() * TALLEST;
                    // One pixel to the point at most keeps 72 pixels an inch; fewer would be seen as blocks.
                    let scale = (self.width / width).min(tallest / height).min(1.0);
                    let (width, height) = (width * scale, height * scale);
                    let ink = Ink::Picture { picture, width, height };
                    let placed = Placed { x: self.indent, y: 0.0, mark: Mark::Content(leaf), ink };
                    self.row(height, 0, vec![placed]);
                    self.gap(self.sheet.step());
                }
                Err(trouble) => self.report(rules::picture_unusable(figure.span, file.display().to_string(), trouble)),
            }
        }
        for form in [&figure.caption, &figure.credit].into_iter().flatten() {
            self.caption(form, root);
        }
        self.keep_from(first, false);
    }

    /// The city's logo at the head of the sheet, as high as three lines at most.
    pub(crate) fn logo(&mut self, logo: &Logo) {
        match self.pictures.find(&logo.file) {
            Ok((picture, (width, height))) => {
                let tag = self.tags.add(Tag::Figure { alt: logo.alt.written.clone() }, None);
                let leaf = self.tags.add(Tag::Text, Some(tag));
                let scale = (self.sheet.blank() * 3.0 / height).min(self.width / 3.0 / width);
                let (width, height) = (width * scale, height * scale);
                let ink = Ink::Picture { picture, width, height };
                self.row(height, 0, vec![Placed { x: self.indent, y: 0.0, mark: Mark::Content(leaf), ink }]);
                self.gap(self.sheet.step() * 3.0);
            }
            Err(trouble) => self.report(rules::picture_unusable(None, logo.file.display().to_string(), trouble)),
        }
    }

    fn caption(&mut self, form: &Form, root: TagId) {
        let tag = self.tags.add(Tag::P, Some(root));
        let pieces = self.collect(tag, |c| c.form(form, Weight::Regular, true));
        self.paragraph(pieces, Voice::Body);
    }
}
