//! `article.toml`.

use super::is_web_address;
use crate::{
    file::{Table, Text},
    model::{Article, ArticleSection, Image, Link, Prose},
    rules,
};
use std::path::{Component, Path, PathBuf};

/// Reads the article; `None` if it has no headline, no lead or no date.
pub(super) fn read(file: &Table<'_>) -> Option<Article> {
    let headline = file.required_prose("headline");
    let lead = file.required_prose("lead");
    file.require("published");
    let published = file.date("published").map(|(day, _)| day);
    let kicker = file.prose("kicker");
    let image = file.table("image").and_then(image);
    let body = file.tables("section").into_iter().filter_map(section).collect();
    let links = file.tables("link").into_iter().filter_map(link).collect();
    let notices = file.proses("notices");
    Some(Article { kicker, headline: headline?, lead: lead?, published: published?, image, body, notices, links })
}

fn section(table: Table<'_>) -> Option<ArticleSection> {
    let heading = table.prose("heading");
    // A heading that waits for its text is kept for the one who edits, and printed once there is text.
    let text = if heading.is_some() {
        table.prose("text").or_else(|| Some(Prose::new("")))
    } else {
        table.required_prose("text")
    };
    table.finish();
    Some(ArticleSection { heading, text: text? })
}

fn link(table: Table<'_>) -> Option<Link> {
    let text = table.required_prose("text");
    let address = table.text("address").and_then(|address| {
        let sound = is_web_address(&address.text);
        if !sound {
            table.report(rules::web_unsound(address.span, address.text.as_str()));
        }
        sound.then_some(address.text)
    });
    let span = Some(table.span);
    table.finish();
    Some(Link { text: text?, address, span })
}

fn image(table: Table<'_>) -> Option<Image> {
    let alt = table.required_prose("alt");
    let file = table.text("file").and_then(|text| inside(&table, text));
    let (caption, credit, licence) = (table.prose("caption"), table.prose("credit"), table.prose("licence"));
    let span = Some(table.span);
    table.finish();
    Some(Image { file, alt: alt?, caption, credit, licence, span })
}

/// A path that stays inside the publication's folder.
pub(super) fn inside(table: &Table<'_>, Text { text, span }: Text) -> Option<PathBuf> {
    let path = Path::new(text.trim());
    let sound = !text.trim().is_empty()
        && !text.contains(['\\', '\0'])
        && path.components().all(|part| matches!(part, Component::Normal(_)));
    if !sound {
        table.report(rules::path_unsound(span, text.as_str()));
    }
    sound.then(|| path.to_owned())
}
