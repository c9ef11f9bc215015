//! Several files, one publication: an event that a press text, a list and a calendar tell becomes one, with what each of them knows.

mod known;

use crate::{
    Imported, Part,
    article::ImportedArticle,
    event::{ImportedEvent, ImportedStatus},
    gazetteer::Gazetteer,
    limits::MOST_EVENTS,
    rules,
    summary::{clock, iso},
};
use hoerblatt_core::Diagnostic;
use known::{Known, alike};

/// Merges what the files told, the first being the most important.
pub(crate) fn merge(
    parts: Vec<Part>,
    gazetteer: &Gazetteer,
    language: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Imported {
    let mut imported = Imported {
        article: ImportedArticle::default(),
        events: Vec::new(),
        districts: Vec::new(),
        language: language.to_owned(),
    };
    let mut known = Known::default();
    for part in parts {
        merge_article(&mut imported.article, part.article);
        for event in part.events {
            let title = known.title(&event.title);
            if let Some(at) = known.find(&event, &title, &imported.events) {
                merge_event(&mut imported.events[at], event, diagnostics);
                continue;
            }
            if imported.events.len() >= MOST_EVENTS {
                diagnostics.push(rules::too_many_events(event.span, MOST_EVENTS));
                break;
            }
            known.add(&event, title);
            imported.events.push(event);
        }
    }
    imported.districts = districts(&imported.events, gazetteer);
    // A list or a calendar alone has neither; the clerk adds them.
    if imported.article.headline.is_none() {
        diagnostics.push(rules::headline_missing(None));
    }
    if imported.article.news_date.is_none() {
        diagnostics.push(rules::news_date_missing(None));
    }
    if imported.events.is_empty() {
        diagnostics.push(rules::no_events(None));
    }
    imported
}

/// All of the town's districts if the texts name any of them; else those that the texts name.
fn districts(events: &[ImportedEvent], gazetteer: &Gazetteer) -> Vec<String> {
    let named: Vec<&str> = events.iter().filter_map(|event| event.district.as_deref()).collect();
    let mut all: Vec<String> = Vec::new();
    if named.iter().any(|name| gazetteer.find(name).is_some()) {
        all.extend(gazetteer.names().map(str::to_owned));
    }
    for name in named {
        if !all.iter().any(|known| known == name) {
            all.push(name.to_owned());
        }
    }
    all
}

fn merge_article(article: &mut ImportedArticle, other: ImportedArticle) {
    if *article == ImportedArticle::default() {
        *article = other;
        return;
    }
    // A second headline is text: nothing is lost.
    let mut more = other.sections;
    let mut heading = crate::ImportedSection::default();
    let mut fill = |mine: &mut Option<crate::Fact>, theirs: Option<crate::Fact>| match (&mine, theirs) {
        (None, theirs) => *mine = theirs,
        (Some(kept), Some(theirs)) if kept.text != theirs.text => heading.paragraphs.push(theirs),
        _ => {}
    };
    fill(&mut article.headline, other.headline);
    fill(&mut article.kicker, other.kicker);
    fill(&mut article.teaser, other.teaser);
    fill(&mut article.portal, other.portal);
    fill(&mut article.caption, other.caption);
    fill(&mut article.credit, other.credit);
    fill(&mut article.licence, other.licence);
    article.news_date = article.news_date.or(other.news_date);
    if !heading.paragraphs.is_empty() {
        article.sections.push(heading);
    }
    article.sections.append(&mut more);
    for notice in other.notices {
        if !article.notices.iter().any(|known| known.text == notice.text) {
            article.notices.push(notice);
        }
    }
    article.inside.extend(other.inside);
    for link in other.links {
        if !article.links.iter().any(|known| known.text.text == link.text.text) {
            article.links.push(link);
        }
    }
}

fn merge_event(event: &mut ImportedEvent, other: ImportedEvent, diagnostics: &mut Vec<Diagnostic>) {
    let title = event.title.as_str();
    let mut differ = |field: &str, kept: &str, theirs: &str| {
        diagnostics.push(rules::sources_differ(other.span, title, field, kept, theirs));
    };
    for when in &other.when {
        let known = event.when.iter_mut().find(|known| {
            known.date.month == when.date.month
                && known.date.day == when.date.day
                && (known.from == when.from || known.from.is_none() || when.from.is_none())
        });
        match known {
            Some(known) => {
                known.date.year = known.date.year.or(when.date.year);
                known.until_date = known.until_date.or(when.until_date);
                if known.from.is_none() {
                    (known.from, known.until) = (when.from, when.until);
                } else if known.from == when.from {
                    if let (Some(kept), Some(theirs)) = (known.until, when.until)
                        && kept != theirs
                    {
                        differ("until", &clock(kept), &clock(theirs));
                    }
                    known.until = known.until.or(when.until);
                }
            }
            None => event.when.push(*when),
        }
    }
    event.when.sort_by_key(|when| (when.date.year, when.date.month, when.date.day, when.from));
    match (&event.place, &other.place) {
        (None, Some(_)) => event.place = other.place.clone(),
        (Some(kept), Some(theirs))
            if !alike(kept, theirs) && !theirs.contains(kept.as_str()) && !kept.contains(theirs.as_str()) =>
        {
            differ("place", kept, theirs)
        }
        _ => {}
    }
    let missing = event.district.is_none();
    if missing {
        event.district.clone_from(&other.district);
        event.district_named = other.district_named;
    }
    event.address = event.address.take().or(other.address);
    if event.status == ImportedStatus::Planned {
        event.status = other.status;
    }
    for (mine, theirs) in [
        (&mut event.description, other.description),
        (&mut event.admission, other.admission),
        (&mut event.registration, other.registration),
        (&mut event.access, other.access),
        (&mut event.organiser, other.organiser),
    ] {
        for text in theirs {
            if !mine.contains(&text) {
                mine.push(text);
            }
        }
    }
    if other.title != event.title {
        differ("title", title, &other.title);
    } else {
        let first = event.when.first().map_or(String::new(), |when| {
            format!("{} {}", iso(when.date), when.from.map_or(String::new(), clock)).trim().to_owned()
        });
        diagnostics.push(rules::event_twice(other.span, title, first));
    }
    event.also.push(other.span);
}
