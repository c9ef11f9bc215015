//! Events and offices.
//!
//! An event is a card: a rule, its status if it does not take place as announced, the day large, the time, then the title and the rest. The day stands
//! first for the eye; for the ear the title comes first, because listeners go from heading to heading. The tags keep the document's order.

use super::Arranger;
use crate::{
    font::Weight,
    inline::{Join, Piece},
    page::{Artifact, Ink, Mark, Placed, Sign, TagId},
    sheet::Voice,
    tag::Tag,
};
use hoerblatt_core::{Block, EventData, Fact, FactKind, Section, StatusKind, model::Access};

/// More appointments than this stand in smaller type, so that a series does not fill the page.
const LARGE_DATES: usize = 3;

/// A fact with its pieces, tagged in the document's order, placed in the card's.
struct Collected {
    kind: FactKind,
    label: Vec<Piece>,
    content: Vec<Vec<Piece>>,
}

impl Arranger<'_> {
    pub(crate) fn event(&mut self, section: &Section, data: &EventData, root: TagId, depth: usize) {
        let level = u8::try_from(depth + 2).unwrap_or(u8::MAX);
        let heading = self.tags.add(Tag::Heading(level), Some(root));
        let title = self.collect(heading, |c| c.inlines(&section.heading, Weight::Bold));
        let (facts, rest) = match section.blocks.split_first() {
            Some((Block::Facts(facts), rest)) => (self.collect_facts(facts, root), rest),
            _ => (Vec::new(), &section.blocks[..]),
        };
        let first = self.row_count();
        self.gap(self.sheet.blank() * 1.5);
        self.rule(self.sheet.size / 6.0);
        self.gap(self.sheet.step() * 1.5);
        self.card_head(&facts, data.status);
        self.gap(self.sheet.step() * 1.5);
        self.paragraph(title, Voice::Subheading);
        // Where a long event must be split, day, time and title still stand together and above something.
        self.keep_as_one(first);
        self.gap(self.sheet.step());
        for fact in facts.into_iter().filter(|fact| !is_head(fact.kind)) {
            match fact.kind {
                FactKind::Access => self.access(fact, &data.access),
                _ => self.fact(fact, Voice::Body),
            }
        }
        self.blocks(rest, root);
        self.keep_together(first);
    }

    /// Status, novelty, days and times.
    fn card_head(&mut self, facts: &[Collected], status: StatusKind) {
        let dates = facts.iter().filter(|fact| fact.kind == FactKind::Date).count();
        for fact in facts.iter().filter(|fact| is_head(fact.kind)) {
            let text = || fact.label.iter().chain(fact.content.iter().flatten()).cloned().collect::<Vec<_>>();
            match fact.kind {
                FactKind::Status => self.status(text(), status),
                FactKind::New => self.paragraph(text(), Voice::Strong),
                FactKind::Date => {
                    self.gap(self.sheet.step() * 0.5);
                    self.paragraph(text(), if dates > LARGE_DATES { Voice::Subheading } else { Voice::Date });
                }
                _ => self.paragraph(text(), if dates > LARGE_DATES { Voice::Body } else { Voice::Subheading }),
            }
        }
    }

    /// A dark block with light letters and a sign: unmistakable on a copy of a copy, and without colour.
    fn status(&mut self, pieces: Vec<Piece>, status: StatusKind) {
        let style = self.sheet.style(Voice::Subheading);
        let padding = self.sheet.size * 0.6;
        let side = style.size;
        let text_at = self.indent + padding + side + padding;
        let colour = std::mem::replace(&mut self.colour, self.sheet.palette.paper);
        let lines = self.lines(pieces.clone(), Voice::Subheading, self.width - text_at + self.indent - padding);
        let height = lines.len() as f32 * style.leading + padding;
        if height > self.sheet.content_height() / 2.0 {
            // A reason as long as a page is text, not a sign.
            self.colour = colour;
            return self.paragraph(pieces, Voice::Strong);
        }
        let mut placed = vec![self.bar(0.0, 0.0, self.width, height, self.sheet.palette.accent)];
        let sign = if status == StatusKind::Moved { Sign::Arrow } else { Sign::Cross };
        placed.push(Placed {
            x: self.indent + padding,
            y: padding / 2.0 + (style.leading - side) / 2.0,
            mark: Mark::Artifact(Artifact::Layout),
            ink: Ink::Sign { sign, side, colour: self.colour },
        });
        for (at, line) in lines.iter().enumerate() {
            let top = padding / 2.0 + at as f32 * style.leading;
            placed.extend(self.place_line(line, &style, text_at, self.width, top));
        }
        self.colour = colour;
        self.row(height, u16::try_from(lines.len()).unwrap_or(u16::MAX), placed);
        self.gap(self.sheet.step() * 1.5);
    }

    pub(crate) fn office(&mut self, section: &Section, root: TagId, depth: usize) {
        self.gap(self.sheet.blank());
        let first = self.row_count();
        self.in_frame(|this| {
            this.heading(section, root, depth);
            for block in &section.blocks {
                match block {
                    Block::Facts(facts) => this.facts(facts, root, Voice::Phone),
                    other => this.blocks(std::slice::from_ref(other), root),
                }
            }
        });
        self.keep_together(first);
    }

    /// Facts as a list of labels with what they say; `phone` is the voice of telephone numbers.
    pub(crate) fn facts(&mut self, facts: &[Fact], root: TagId, phone: Voice) {
        for fact in self.collect_facts(facts, root) {
            self.fact(fact, phone);
        }
    }

    fn collect_facts(&mut self, facts: &[Fact], root: TagId) -> Vec<Collected> {
        let list = self.tags.add(Tag::L, Some(root));
        let mut collected = Vec::with_capacity(facts.len());
        for fact in facts {
            let weight =
                if is_head(fact.kind) || fact.kind == FactKind::Phone { Weight::Bold } else { Weight::Regular };
            let item = self.tags.add(Tag::LI, Some(list));
            let mut label = Vec::new();
            if !fact.label.written.is_empty() {
                let tag = self.tags.add(Tag::Lbl, Some(item));
                label = self.collect(tag, |c| {
                    c.form(&fact.label, Weight::Bold, true);
                    c.join(Join::Space(0));
                });
            }
            let body = self.tags.add(Tag::LBody, Some(item));
            let content = if has_lines(fact.kind) && fact.content.len() > 1 {
                // A paragraph each, so that those who listen hear where one ends.
                let each = |sentence| {
                    let tag = self.tags.add(Tag::P, Some(body));
                    self.collect(tag, |c| c.sentences(std::slice::from_ref(sentence), weight))
                };
                fact.content.iter().map(each).collect()
            } else {
                vec![self.collect(body, |c| c.sentences(&fact.content, weight))]
            };
            collected.push(Collected { kind: fact.kind, label, content });
        }
        collected
    }

    fn fact(&mut self, fact: Collected, phone: Voice) {
        self.gap(self.sheet.step());
        match fact.kind {
            FactKind::Phone if phone == Voice::Phone => {
                self.label_line(fact.label);
                self.paragraph(fact.content.into_iter().flatten().collect(), phone);
            }
            _ => {
                let mut pieces = fact.label;
                for mut line in fact.content {
                    // Venue, room and address stand under one another, as on an envelope.
                    if let Some(last) = pieces.last_mut().filter(|last| last.join == Join::Tight) {
                        last.join = Join::Line;
                    }
                    pieces.append(&mut line);
                }
                self.paragraph(pieces, Voice::Body);
            }
        }
    }

    /// What makes an event accessible: signs with words, never signs alone.
    fn access(&mut self, fact: Collected, kinds: &[Access]) {
        self.gap(self.sheet.step());
        self.label_line(fact.label);
        for (at, pieces) in fact.content.into_iter().enumerate() {
            let sign = match kinds.get(at) {
                Some(Access::StepFree) => Sign::Wheelchair,
                Some(Access::Steps) => Sign::Stairs,
                Some(Access::Lift) => Sign::Lift,
                Some(Access::HearingLoop) => Sign::Waves,
                _ => Sign::Tick,
            };
            self.signed(pieces, sign);
        }
    }

    /// A label on a line of its own, kept with what it labels.
    fn label_line(&mut self, label: Vec<Piece>) {
        if !label.is_empty() {
            let first = self.row_count();
            self.paragraph(label, Voice::Strong);
            self.keep_with_next(first);
        }
    }

    /// A paragraph with a sign before it.
    pub(crate) fn signed(&mut self, pieces: Vec<Piece>, sign: Sign) {
        let style = self.sheet.style(Voice::Body);
        let hang = self.sheet.size * 1.5;
        let first = self.row_count();
        self.indent += hang;
        self.width -= hang;
        self.paragraph(pieces, Voice::Body);
        self.indent -= hang;
        self.width += hang;
        let (side, colour) = (self.sheet.size, self.colour);
        let placed = Placed {
            x: self.indent,
            y: (style.leading - side) / 2.0,
            mark: Mark::Artifact(Artifact::Layout),
            ink: Ink::Sign { sign, side, colour },
        };
        if let Some(row) = self.rows.get_mut(first) {
            row.placed.insert(0, placed);
        }
    }
}

/// Facts that stand above a card's title.
fn is_head(kind: FactKind) -> bool {
    matches!(kind, FactKind::Status | FactKind::New | FactKind::Date | FactKind::Time)
}

/// Facts whose sentences stand on lines of their own.
fn has_lines(kind: FactKind) -> bool {
    matches!(kind, FactKind::Access | FactKind::Place | FactKind::Hours | FactKind::Date | FactKind::Time)
}
