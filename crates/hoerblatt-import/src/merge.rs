//! Several files, one publication: an event that a press text, a list and a calendar tell becomes one, with what each of them knows.

use crate::{
    Imported, Part,
    article::ImportedArticle,
    event::{ImportedEvent, ImportedStatus},
    gazetteer::Gazetteer,
    limits::MOST_EVENTS,
    rules,
    summary::{clock, iso},
    tree::small,
};
use hoerblatt_core::{Date, Diagnostic};
use std::collections::BTreeMap;

/// Events of one day that a new one is compared with: a list of 100,000 rows of one day must not take hours.
const MOST_COMPARED: usize = 100;

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
    let mut by_day: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    for part in parts {
        merge_article(&mut imported.article, part.article);
        for event in part.events {
            let days: Vec<(u32, u32)> = event.when.iter().map(|when| (when.date.month, when.date.day)).collect();
            let candidates = days
                .iter()
                .filter_map(|day| by_day.get(day))
                .flat_map(|day| day.iter().rev().take(MOST_COMPARED))
                .copied();
            let same = candidates.into_iter().find(|&at| is_same(&imported.events[at], &event));
            if let Some(at) = same {
                merge_event(&mut imported.events[at], event, diagnostics);
                continue;
            }
            if imported.events.len() >= MOST_EVENTS {
                diagnostics.push(rules::too_many_events(event.span, MOST_EVENTS));
                break;
            }
            for day in days {
                by_day.entry(day).or_default().push(imported.events.len());
            }
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

/// The same event: a common day (a year that one does not know counts as the same), like titles, and no other place or time.
fn is_same(one: &ImportedEvent, other: &ImportedEvent) -> bool {
    let day = |a: Date, b: Date| {
        a.month == b.month && a.day == b.day && (a.year == b.year || a.year.is_none() || b.year.is_none())
    };
    let common = one.when.iter().any(|a| {
        other.when.iter().any(|b| day(a.date, b.date) && (a.from == b.from || a.from.is_none() || b.from.is_none()))
    });
    let apart = match (&one.district, &other.district) {
        (Some(a), Some(b)) => a != b,
        _ => false,
    };
    common && !apart && alike(&one.title, &other.title)
}

/// Titles are alike if their words are, but for capitals, signs and a few more words on one side.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (of_one, of_other) = (one.clone().count(), other.clone().count());
    if of_one == of_other && one.clone().zip(other.clone()).all(|(one, other)| same_word(one, other)) {
        return true;
    }
    let (mut short, length, long, longer) =
        if of_one <= of_other { (one, of_one, other, of_other) } else { (other, of_other, one, of_one) };
    length >= 2 && length * 2 >= longer && short.all(|word| long.clone().any(|other| same_word(word, other)))
}

fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether two words are the same but for capitals.
fn same_word(one: &str, other: &str) -> bool {
    small(one).eq(small(other))
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
