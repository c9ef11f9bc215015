//! What stands on which page: dates and sections, on a first page that would hold the headline alone.
//!
//! An event is not split while it fits on a page, so a long first event leaves the first page nearly empty. The list of contents fills the gap with
//! what a reader of many large pages needs most (UKAAF G003 asks for one in longer documents), and since it only fills the gap, it moves
//! nothing: the page numbers are known when it is made. It says nothing new, so it is a `TOC` that the document's own text does not hold.

use crate::{
    arrange::{Arranger, Context, Part},
    font::Weight,
    page::TagId,
    sheet::Voice,
    tag::Tag,
};
use hoerblatt_core::{Block, Document, FactKind, Role, Section, Sentence, SheetPhrase};

/// A section and its page, from 0.
#[derive(Clone, Copy)]
pub(crate) struct Stop<'d> {
    pub(crate) section: &'d Section,
    /// 0 is outermost.
    pub(crate) depth: usize,
    pub(crate) page: usize,
}

/// The longest list that `room` holds: all dates and sections, else the dates, else the sections.
pub(crate) fn overview(document: &Document, stops: &[Stop<'_>], room: f32, context: Context<'_>) -> Option<Part> {
    let is_event = |stop: &Stop<'_>| matches!(stop.section.role, Role::Event(_));
    let has_events = |stop: &Stop<'_>| stop.section.sections.iter().any(|inner| matches!(inner.role, Role::Event(_)));
    let all = || stops.iter().filter(|stop| is_event(stop) || stop.depth == 0 && !has_events(stop));
    let choices: [Vec<&Stop<'_>>; 3] = [
        all().collect(),
        all().filter(|stop| is_event(stop)).collect(),
        stops.iter().filter(|stop| stop.depth == 0).collect(),
    ];
    let made = choices.into_iter().filter(|choice| choice.len() > 1).map(|choice| list(document, &choice, context));
    made.into_iter().find(|part| part.rows.iter().map(|row| row.before + row.height).sum::<f32>() <= room)
}

fn list(document: &Document, stops: &[&Stop<'_>], context: Context<'_>) -> Part {
    let mut arranger = Arranger::new(context, None);
    let root = arranger.tags.add(Tag::Toc, None);
    arranger.gap(arranger.sheet.blank() * 1.5);
    let caption = arranger.tags.add(Tag::Caption, Some(root));
    let title = document.wording.say(SheetPhrase::Contents);
    let pieces = arranger.collect(caption, |c| c.form(&title, Weight::Bold, false));
    arranger.paragraph(pieces, Voice::Subheading);
    for stop in stops {
        arranger.gap(arranger.sheet.step() * 2.0);
        arranger.entry(document, stop, root);
    }
    arranger.keep_together(0);
    arranger.finish()
}

impl Arranger<'_> {
    /// The day bold with the title under it, or the section's name; at the right edge the page.
    fn entry(&mut self, document: &Document, stop: &Stop<'_>, root: TagId) {
        let item = self.tags.add(Tag::TocItem, Some(root));
        let reference = self.tags.add(Tag::P, Some(item));
        let page = document.wording.say(SheetPhrase::OnPage { page: stop.page as u64 + 1 });
        let link = self.tags.add(Tag::Jump { page: stop.page, purpose: page.written.clone() }, Some(reference));
        let day = day(stop.section);
        let text = self.collect(link, |c| {
            if let Some(day) = day {
                c.sentences(day, Weight::Bold);
                c.join(crate::inline::Join::Line);
            }
            c.inlines(&stop.section.heading, if day.is_some() { Weight::Regular } else { Weight::Bold });
        });
        let number = self.tags.add(Tag::P, Some(item));
        let number = self.collect(number, |c| c.form(&page, Weight::Regular, false));

        let style = self.sheet.style(Voice::Body);
        let number = self.lines(number, Voice::Body, self.width);
        let wide = number.iter().map(|line| line.width).fold(0.0, f32::max);
        let lines = self.lines(text, Voice::Body, (self.width - wide - self.sheet.size).max(self.sheet.size * 6.0));
        let mut placed = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            placed.extend(self.place_line(line, &style, self.indent, self.width, at as f32 * style.leading));
        }
        for line in &number {
            placed.extend(self.place_line(line, &style, self.indent + self.width - wide, wide, 0.0));
        }
        self.row(lines.len() as f32 * style.leading, u16::try_from(lines.len()).unwrap_or(u16::MAX), placed);
    }
}

/// The day of an event, as its card shows it; none where there are several, because one alone would mislead.
fn day(section: &Section) -> Option<&[Sentence]> {
    let facts =
        section.blocks.iter().find_map(|block| if let Block::Facts(facts) = block { Some(facts) } else { None })?;
    let mut days = facts.iter().filter(|fact| fact.kind == FactKind::Date);
    let day = days.next().filter(|day| day.content.len() == 1 && matches!(section.role, Role::Event(_)))?;
    days.next().is_none().then_some(&day.content)
}
