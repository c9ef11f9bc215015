//! Edition + language → document: the one place where language is consulted.
//!
//! [`Composition`] resolves everything that editions share exactly once (events, article, table of all dates, notices) and hands out
//! documents that hold the same [`Arc`]s. [`Edition::compose`] is the short way for a single one.

mod article;
mod calendar;
mod contact;
mod programme;
mod prose;

use crate::{
    Checked, Diagnostic, Document, DocumentScope, Edition, Form, Inline, Label, Language, Role, Scope, Section,
    SectionId,
    model::{District, Id, Office, Publication},
};
use chrono::NaiveDate;
use programme::ComposedEvent;
use prose::Composer;
use std::{collections::BTreeMap, sync::Arc};

impl Edition<'_> {
    /// Composes this edition alone. For several editions of one publication use [`Composition`], which shares what they share.
    pub fn compose(&self, language: &dyn Language) -> Checked<Document> {
        let composition = Composition::new(self.publication, language, self.today);
        let document = composition.document(&self.scope);
        Checked { value: document, diagnostics: composition.diagnostics }
    }
}

/// A publication resolved for eye and ear, ready to be handed out edition by edition.
#[derive(Debug)]
pub struct Composition<'p> {
    publication: &'p Publication,
    today: Option<NaiveDate>,
    /// What the language or the data gave cause to say.
    pub diagnostics: Vec<Diagnostic>,
    /// The groups of districts for the telephone menu, with their names for eye and ear.
    pub groups: Vec<(Form, Vec<Id<District>>)>,
    /// The telephone line's greeting in the city's own words.
    pub greeting: Option<Form>,
    /// The names of all districts, in the order of the file.
    pub districts: Vec<(Id<District>, Form)>,
    head: Head,
    events: Vec<ComposedEvent<'p>>,
    offices: BTreeMap<Id<Office>, Arc<Section>>,
    overview: Option<Arc<Section>>,
    article: Arc<Section>,
    links: Option<Arc<Section>>,
    notices: Option<Arc<Section>>,
    imprint: Option<Arc<Section>>,
}

/// What stands above the sections.
#[derive(Debug)]
struct Head {
    language: crate::model::LanguageTag,
    title: Form,
    portal: Option<Form>,
    kicker: Option<Form>,
    headline: Vec<Inline>,
    wording: crate::Wording,
    programme_title: Vec<Inline>,
    programme_intro: Vec<crate::Block>,
}

impl<'p> Composition<'p> {
    /// Composes everything once. Events that are over on `today` are left out; without `today` none is.
    pub fn new(publication: &'p Publication, language: &dyn Language, today: Option<NaiveDate>) -> Self {
        let composer = Composer::new(language, publication);
        let whole = publication.edition(Scope::Publication).on(today);
        let districts: Vec<_> = publication.districts.iter().map(|d| (d.id.clone(), composer.form(&d.name))).collect();
        let names = districts.iter().cloned().collect();
        let events: Vec<_> =
            whole.events().map(|event| programme::event(&composer, event, whole.is_new(event), &names)).collect();
        let programme = &publication.programme;
        let heading = |title: Option<&crate::model::Prose>| match title {
            Some(title) => composer.inlines(title),
            None => vec![composer.label(Label::Events)],
        };
        let head = Head {
            language: language.tag(),
            title: composer.form(&publication.title),
            portal: publication.portal.as_ref().map(|portal| composer.form(portal)),
            kicker: publication.article.kicker.as_ref().map(|kicker| composer.form(kicker)),
            headline: composer.inlines(&publication.article.headline),
            programme_title: heading(programme.title.as_ref()),
            programme_intro: programme.intro.iter().flat_map(|intro| composer.blocks(intro)).collect(),
            wording: composer.wording.clone(),
        };
        Self {
            publication,
            today,
            groups: publication.groups.iter().map(|g| (composer.form(&g.name), g.districts.clone())).collect(),
            greeting: publication.settings.phone.greeting.as_ref().map(|greeting| composer.form(greeting)),
            overview: programme::overview(&composer, &events, &names),
            offices: contact::offices(&composer),
            article: article::article(&composer),
            links: article::links(&composer),
            notices: article::notices(&composer),
            imprint: contact::imprint(&composer),
            districts,
            head,
            events,
            diagnostics: composer.into_diagnostics(),
        }
    }

    /// The document of the whole publication: the article first, then all events by date, all offices.
    pub fn whole(&self) -> Document {
        let events: Vec<_> = self.events.iter().map(|event| Arc::clone(&event.with_districts)).collect();
        let heading = self.head.programme_title.clone();
        let programme = self.programme(heading, events, Label::NoEvents, self.head.programme_intro.clone());
        let offices = self.publication.offices.iter().filter_map(|office| self.offices.get(&office.id)).cloned();
        let offices = self.office_section(vec![self.label(Label::Offices)], offices.collect());
        let order = [Some(Arc::clone(&self.article)), Some(programme), offices, self.links.clone()];
        self.assemble(self.head.title.clone(), DocumentScope::Publication, order)
    }

    /// The document of one edition; `None` for a district that does not exist.
    pub fn document(&self, scope: &Scope) -> Option<Document> {
        match scope {
            Scope::Publication => Some(self.whole()),
            Scope::District(id) => self.district(id),
        }
    }

    /// A district's document: its events first, then its office, the article, the table of all dates.
    fn district(&self, id: &Id<District>) -> Option<Document> {
        let name = self.districts.iter().find(|(other, _)| other == id).map(|(_, name)| name.clone())?;
        let ours = self.events.iter().filter(|e| e.event.districts.is_empty() || e.event.districts.contains(id));
        let events: Vec<_> = ours.map(|event| Arc::clone(&event.for_district)).collect();
        let heading = vec![self.label(Label::EventsIn { district: name.clone() })];
        let programme = self.programme(heading, events, Label::NoEventsIn { district: name.clone() }, Vec::new());
        let office = self.publication.office_of(id).and_then(|office| self.offices.get(&office.id)).cloned();
        let heading = vec![self.label(Label::OfficeIn { district: name.clone() })];
        let offices = self.office_section(heading, office.into_iter().collect());
        let title =
            self.head.wording.say(Label::Title { publication: self.head.title.clone(), district: name.clone() });
        let article = Some(Arc::clone(&self.article));
        let order = [Some(programme), offices, article, self.overview.clone(), self.links.clone()];
        Some(self.assemble(title, DocumentScope::District { id: id.clone(), name }, order))
    }

    fn label(&self, label: Label) -> Inline {
        Inline::Text(self.head.wording.say(label))
    }

    fn programme(
        &self,
        heading: Vec<Inline>,
        events: Vec<Arc<Section>>,
        none: Label,
        mut blocks: Vec<crate::Block>,
    ) -> Arc<Section> {
        if events.is_empty() {
            blocks.push(crate::Block::Paragraph(vec![crate::Sentence(vec![self.label(none)])]));
        }
        Arc::new(Section { heading, blocks, sections: events, ..section("programme", Role::Programme) })
    }

    fn office_section(&self, heading: Vec<Inline>, offices: Vec<Arc<Section>>) -> Option<Arc<Section>> {
        let section = || Section { heading, sections: offices.clone(), ..section("offices", Role::Offices) };
        (!offices.is_empty()).then(|| Arc::new(section()))
    }

    fn assemble<const N: usize>(
        &self,
        title: Form,
        scope: DocumentScope,
        order: [Option<Arc<Section>>; N],
    ) -> Document {
        let last = [self.notices.clone(), self.imprint.clone()];
        Document {
            language: self.head.language.clone(),
            title,
            scope,
            portal: self.head.portal.clone(),
            kicker: self.head.kicker.clone(),
            headline: self.head.headline.clone(),
            published: self.publication.article.published,
            today: self.today,
            sections: order.into_iter().chain(last).flatten().collect(),
            wording: self.head.wording.clone(),
        }
    }
}

/// A section without content, to be filled with `..section(id, role)`.
fn section(id: impl Into<String>, role: Role) -> Section {
    Section {
        id: SectionId(id.into()),
        role,
        heading: Vec::new(),
        blocks: Vec::new(),
        sections: Vec::new(),
        span: None,
    }
}
