//! The article around the programme: headline, picture, paragraphs, notices; and what belongs only to the page.

mod furniture;
mod head;
mod picture;

use crate::{
    lines::{Line, Shape, plain},
    programme::{self, Finder, Programme, kinds::Kinds, words::Words},
    rules,
    scan::Scan,
    years::Anchor,
};
use chrono::NaiveDate;
use hoerblatt_core::{Diagnostic, Language, Span, language::ArticlePart};

/// A text with the place it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Fact {
    pub(crate) fn of(line: &Line) -> Self {
        Self { text: line.text.clone(), span: line.span }
    }
}

/// An article as far as an office's file tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportedArticle {
    /// The headline.
    pub headline: Option<Fact>,
    /// The word or two above it.
    pub kicker: Option<Fact>,
    /// The day of the news.
    pub news_date: Option<(NaiveDate, Span)>,
    /// The first paragraph.
    pub teaser: Option<Fact>,
    /// The portal or series.
    pub portal: Option<Fact>,
    /// The line below the picture.
    pub caption: Option<Fact>,
    /// Who made the picture.
    pub credit: Option<Fact>,
    /// The picture's licence.
    pub licence: Option<Fact>,
    /// Everything else, in order: headings with their paragraphs.
    pub sections: Vec<ImportedSection>,
    /// Legal and other notices.
    pub notices: Vec<Fact>,
    /// Where to read on.
    pub links: Vec<ImportedLink>,
    /// Links inside the text.
    pub inside: Vec<ImportedLink>,
}

impl ImportedArticle {
    /// Gives the links their addresses, and keeps those that stand inside a text. Both come in the page's order.
    pub(crate) fn keep_links(&mut self, links: Vec<(String, String, Span)>) {
        let mut lines = self.links.iter_mut().peekable();
        for (text, address, span) in links {
            while lines.next_if(|line| line.text.span.start < span.start).is_some() {}
            match lines.next_if(|line| line.text.span.start == span.start && line.text.text.contains(&text)) {
                Some(line) => line.address = Some(address),
                None => self.inside.push(ImportedLink { text: Fact { text, span }, address: Some(address) }),
            }
        }
    }

    /// Keeps the rows of tables that are no event as a list at the end.
    pub(crate) fn keep_rows(&mut self, rows: Vec<(String, Span)>) {
        if rows.is_empty() {
            return;
        }
        let paragraphs = rows.into_iter().map(|(text, span)| Fact { text: format!("- {text}"), span }).collect();
        self.sections.push(ImportedSection { heading: None, paragraphs });
    }
}

/// Paragraphs under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportedSection {
    /// The heading; `None` for what stands before the first one.
    pub heading: Option<Fact>,
    /// Its paragraphs and list items (these begin with `- `).
    pub paragraphs: Vec<Fact>,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedLink {
    /// Its text.
    pub text: Fact,
    /// Its address, where the format tells one.
    pub address: Option<String>,
}

/// What a line was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Not decided yet: body or programme.
    Open,
    /// A part of the head.
    Part(ArticlePart),
    /// The line that leads on.
    Link,
    /// Belongs to the page.
    Furniture,
}

/// Reads an article.
pub(crate) fn read(lines: &mut [Line], words: &Words<'_>, language: &dyn Language) -> (ImportedArticle, Programme) {
    let mut article = ImportedArticle::default();
    let mut uses = vec![Use::Open; lines.len()];
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    furniture::mark(lines, &mut uses, words);
    head::labels(lines, &mut uses, &mut article, words, language);
    head::news_date(lines, &mut uses, &mut article, words, language);
    let kinds: Vec<Kinds> = lines.iter().map(|line| words.kinds_in(&line.text)).collect();
    picture::read(lines, &kinds, &mut uses, &mut article, words);
    tail(lines, &mut uses, &mut article, words);
    head::headline(lines, &mut uses, &mut article, words, language);
    let free: Vec<bool> = uses.iter().map(|used| *used == Use::Open).collect();
    let anchor = Anchor { news: article.news_date.map(|(day, _)| day), year: year(lines, &uses, &article, language) };
    let headline = article.headline.as_ref().map(|fact| fact.text.as_str());
    let mut programme = Finder { lines, free: &free, kinds: &kinds, words, language, anchor, headline }.find();
    diagnostics.extend(
        uses.iter()
            .zip(lines.iter())
            .filter(|(used, line)| match used {
                Use::Furniture => true,
                Use::Part(ArticlePart::NewsDate) => tells_more(&line.text, words, language),
                _ => false,
            })
            .map(|(_, line)| rules::left_out(line.span, line.text.as_str())),
    );
    body(lines, &uses, &programme.used, &mut article, words);
    programme.diagnostics.splice(0..0, diagnostics);
    (article, programme)
}

/// Whether a line with the day of the news holds other words: "Stadt Unna | Pressemeldung | 17. Februar 2025".
fn tells_more(text: &str, words: &Words<'_>, language: &dyn Language) -> bool {
    let mut rest = text.to_lowercase();
    if rest.len() != text.len() {
        return true;
    }
    for spot in language.spot(text).into_iter().rev() {
        rest.replace_range(spot.range, " ");
    }
    let labels: Vec<&str> = words.vocabulary.news_date.iter().flat_map(|label| label.split(' ')).collect();
    rest.split(|c: char| !c.is_alphabetic()).any(|word| !word.is_empty() && !labels.contains(&word))
}

/// The year that a headline names; without a date of the news, the one that all complete dates share.
fn year(lines: &[Line], uses: &[Use], article: &ImportedArticle, language: &dyn Language) -> Option<i32> {
    let headline = article.headline.as_ref().and_then(|fact| programme::year_in(&fact.text));
    if headline.is_some() || article.news_date.is_some() {
        return headline;
    }
    use hoerblatt_core::Value;
    let mut years = Vec::new();
    for (line, _) in lines.iter().zip(uses).filter(|(line, used)| **used == Use::Open && line.text.len() <= 600) {
        if !line.text.has_digit() {
            continue;
        }
        years.extend(language.spot(&line.text).into_iter().filter_map(|spot| match spot.value {
            Value::Date(date) | Value::Dates(_, date) => date.year,
            Value::Month { year, .. } => year,
            _ => None,
        }));
        years.extend(line.is_heading().then(|| programme::year_in(&line.text)).flatten());
    }
    years.retain(|year| crate::years::PLAUSIBLE.contains(year));
    let first = years.first().copied();
    first.filter(|first| years.iter().all(|year| year == first))
}

/// Notices, the line that leads on, and a portal's name repeated at the end.
fn tail(lines: &[Line], uses: &mut [Use], article: &mut ImportedArticle, words: &Words<'_>) {
    for (at, line) in lines.iter().enumerate() {
        if uses[at] != Use::Open {
            continue;
        }
        let bare = line.text.trim_start_matches(['*', '(', '+', '†', ' ', '„']);
        // "Wo: Bürgerhaus" / "Hinweis: Der Abend fällt aus": what stands right below a label belongs to its entry.
        let above = at.checked_sub(1).filter(|_| !line.gap).and_then(|above| words.label(&lines[above].text));
        let plain = matches!(line.shape, Shape::Plain | Shape::Continued) && above.is_none();
        if plain && words.begins_notice(bare) && line.text.len() > 20 {
            uses[at] = Use::Part(ArticlePart::Notice);
            article.notices.push(Fact::of(line));
        } else if words.begins_link(bare)
            && line.text.spaced().count() >= 2
            && line.text.chars().count() <= 160
            && !line.is_heading()
        {
            let heads = lines.get(at + 1).is_some_and(|next| next.gap)
                && line.gap
                && !line.text.ends_with('.')
                && line.text.spaced().count() <= 3;
            if !heads && !line.text.ends_with(':') {
                uses[at] = Use::Link;
                article.links.push(ImportedLink { text: Fact::of(line), address: None });
            }
        }
    }
}

/// What is left: headings with their paragraphs.
fn body(lines: &[Line], uses: &[Use], used: &[bool], article: &mut ImportedArticle, words: &Words<'_>) {
    let mut sections = vec![ImportedSection::default()];
    let markup = lines.iter().any(Line::is_heading);
    let is_open = |at: usize| uses.get(at).is_some_and(|used| *used == Use::Open);
    for (at, line) in lines.iter().enumerate() {
        if !is_open(at) || used[at] {
            continue;
        }
        let next_open = (at + 1..lines.len()).find(|&next| matches!(uses[next], Use::Open | Use::Link));
        let heads = line.is_heading() || !markup && is_heading(lines, at, next_open, used, words);
        if heads {
            sections.push(ImportedSection { heading: Some(Fact::of(line)), paragraphs: Vec::new() });
            continue;
        }
        let item = matches!(line.shape, Shape::Item(_) | Shape::Row(_));
        let text = if item { format!("- {}", line.text) } else { line.text.clone() };
        let fact = Fact { text, span: line.span };
        if article.teaser.is_none() && !item && sections.len() == 1 && line.text.chars().count() >= 40 {
            article.teaser = Some(Fact::of(line));
        } else if let Some(section) = sections.last_mut() {
            section.paragraphs.push(fact);
        }
    }
    sections.retain(|section| section.heading.is_some() || !section.paragraphs.is_empty());
    // A text that begins with a heading has its first paragraph below it.
    if article.teaser.is_none() {
        let paragraph = |fact: &Fact| !fact.text.starts_with("- ") && fact.text.chars().count() >= 40;
        if let Some(section) = sections.iter_mut().find(|section| section.paragraphs.iter().any(paragraph)) {
            let at = section.paragraphs.iter().position(paragraph).unwrap_or(0);
            article.teaser = Some(section.paragraphs.remove(at));
        }
    }
    article.sections = sections;
}

/// Whether a line of a text without markup is a heading: short, by itself, without a full stop, and something follows.
fn is_heading(lines: &[Line], at: usize, next: Option<usize>, used: &[bool], words: &Words<'_>) -> bool {
    let line = &lines[at];
    let Some(next) = next else { return false };
    let short = line.text.chars().count() <= 80 && line.text.spaced().count() <= 9;
    let open_end = !line.text.ends_with(['.', ',', ';', '!', '…']) && !line.text.contains(['@', '|']);
    let promises = used[next] && (words.promises_programme(&line.text) || !line.text.ends_with(':'));
    let parts = lines[next].gap
        || used[next]
        || lines[next].is_item()
        || (lines[next].is_prose() && line.text.spaced().count() <= 6);
    let label = line.text.ends_with(':') && !promises && line.text.spaced().count() > 4;
    matches!(line.shape, Shape::Plain)
        && line.gap
        && short
        && open_end
        && parts
        && !label
        && plain(&line.text).chars().any(char::is_alphabetic)
}
