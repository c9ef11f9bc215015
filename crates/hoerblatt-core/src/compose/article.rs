//! The article with its picture, links and notices.

use super::{prose::Composer, section};
use crate::{Block, Fact, FactKind, Figure, Inline, Label, Role, Section, Sentence, Target, model::Image};
use std::sync::Arc;

/// Lead, picture and the parts of the article; parts without a heading go on with the lead.
pub(super) fn article(composer: &Composer<'_>) -> Arc<Section> {
    let article = &composer.publication.article;
    let mut blocks = vec![published(composer)];
    blocks.extend(composer.blocks(&article.lead));
    // Caption and credit without the picture would only puzzle; `check` tells that the picture is missing.
    let shown = article.image.iter().filter(|image| image.file.is_some());
    blocks.extend(shown.map(|image| Block::Figure(figure(composer, image))));
    let mut sections = Vec::new();
    for (number, part) in article.body.iter().enumerate() {
        let text = composer.blocks(&part.text);
        if text.is_empty() {
            continue;
        }
        match (&part.heading, sections.is_empty()) {
            (Some(heading), _) => sections.push(Section {
                heading: composer.inlines(heading),
                blocks: text,
                span: part.text.span,
                ..section(format!("article/{}", number + 1), Role::ArticleSection)
            }),
            (None, true) => blocks.extend(text),
            (None, false) => sections.last_mut().expect("not empty").blocks.extend(text),
        }
    }
    Arc::new(Section {
        heading: vec![composer.label(Label::Article)],
        blocks,
        sections: sections.into_iter().map(Arc::new).collect(),
        span: article.lead.span,
        ..section("article", Role::Article)
    })
}

fn published(composer: &Composer<'_>) -> Block {
    let date = composer.publication.article.published;
    let content = vec![composer.sentence(Label::Published { date })];
    Block::Facts(vec![Fact { kind: FactKind::Published, label: Default::default(), content }])
}

fn figure(composer: &Composer<'_>, image: &Image) -> Figure {
    let licence = image.licence.as_ref().map(|licence| composer.form(licence));
    let credit = image.credit.as_ref().map(|credit| Label::Credit { credit: composer.form(credit), licence });
    Figure {
        file: image.file.clone(),
        alt: composer.form(&image.alt),
        caption: image.caption.as_ref().map(|caption| composer.form(caption)),
        credit: credit.map(|credit| composer.wording.say(credit)),
        span: image.span,
    }
}

/// Where to read on; a link whose address is not known stays as text.
pub(super) fn links(composer: &Composer<'_>) -> Option<Arc<Section>> {
    let item = |link: &crate::model::Link| {
        let text = composer.inlines(&link.text);
        let Some(address) = &link.address else { return vec![Sentence(text)] };
        let purpose = composer.wording.say(Label::PurposeWeb { name: composer.form(&link.text) }).written;
        vec![Sentence(vec![Inline::Link(Target { address: address.clone(), purpose }, text)])]
    };
    let links = &composer.publication.article.links;
    let items: Vec<_> = links.iter().map(item).collect();
    let section = Section {
        heading: vec![composer.label(Label::Links)],
        blocks: vec![Block::List(items)],
        ..section("links", Role::Links)
    };
    (!links.is_empty()).then(|| Arc::new(section))
}

/// Legal and other notices.
pub(super) fn notices(composer: &Composer<'_>) -> Option<Arc<Section>> {
    let notices = &composer.publication.article.notices;
    let section = Section {
        heading: vec![composer.label(Label::Notices)],
        blocks: notices.iter().flat_map(|notice| composer.blocks(notice)).collect(),
        ..section("notices", Role::Notices)
    };
    (!notices.is_empty()).then(|| Arc::new(section))
}
