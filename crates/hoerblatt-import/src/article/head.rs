//! The head of an article: labelled parts, the day of the news, the headline with the word above it.

use super::{Fact, ImportedArticle, Use};
use crate::{
    lines::{Line, Shape, Zone, bare, plain, without_pictures},
    programme::{
        kinds::Kind,
        words::{Words, label_end},
    },
    scan::Scan,
    years::PLAUSIBLE,
};
use chrono::NaiveDate;
use hoerblatt_core::{
    Language, Value,
    language::{ArticlePart, Bound, Field},
};

/// The day of the news stands among the first lines, or with its label at the end.
const HEAD_LINES: usize = 25;

/// Parts that a label or the markup names: "Dachzeile: Jubiläum".
pub(crate) fn labels(
    lines: &mut [Line],
    uses: &mut [Use],
    article: &mut ImportedArticle,
    words: &Words<'_>,
    language: &dyn Language,
) {
    let labelled = |line: &Line| {
        let sign = label_end(&line.text)?;
        let part = words.article_part(bare(&line.text[..sign]))?;
        Some((part, line.text[sign + 1..].trim().to_owned()))
    };
    let count = lines.iter().filter(|line| labelled(line).is_some()).count();
    if count == 0 && lines.iter().all(|line| line.part.is_none()) {
        return;
    }
    for at in 0..lines.len() {
        if uses[at] != Use::Open {
            continue;
        }
        let (part, text) = match (lines[at].part, labelled(&lines[at])) {
            (Some(part), _) => (part, lines[at].text.clone()),
            // A single "Text:" or "Bereich:" may be anything.
            (None, Some((part, text)))
                if count >= 2 || matches!(part, ArticlePart::Kicker | ArticlePart::Headline | ArticlePart::Teaser) =>
            {
                (part, text)
            }
            _ => continue,
        };
        if part == ArticlePart::Body {
            if text.is_empty() {
                uses[at] = Use::Furniture;
            } else {
                lines[at].text = text;
            }
            continue;
        }
        // The value may stand on the next line.
        let (text, from) = match (text.is_empty(), lines.get(at + 1)) {
            (true, Some(next)) if uses[at + 1] == Use::Open && labelled(next).is_none() => (next.text.clone(), at + 1),
            (true, _) => continue,
            (false, _) => (text, at),
        };
        let fact = Some(Fact { text: text.clone(), span: lines[from].span });
        let slot = match part {
            ArticlePart::Kicker => &mut article.kicker,
            ArticlePart::Headline => &mut article.headline,
            ArticlePart::Teaser => &mut article.teaser,
            ArticlePart::Caption => &mut article.caption,
            ArticlePart::Credit => &mut article.credit,
            ArticlePart::Licence => &mut article.licence,
            ArticlePart::Portal => &mut article.portal,
            ArticlePart::Notice => {
                article.notices.extend(fact);
                (uses[at], uses[from]) = (Use::Part(part), Use::Part(part));
                continue;
            }
            ArticlePart::NewsDate => {
                let Some(day) = day_in(&text, language) else { continue };
                if article.news_date.is_none() {
                    article.news_date = Some((day, lines[from].span));
                    (uses[at], uses[from]) = (Use::Part(part), Use::Part(part));
                }
                continue;
            }
            _ => continue,
        };
        if slot.is_none() {
            *slot = fact;
            (uses[at], uses[from]) = (Use::Part(part), Use::Part(part));
        }
    }
}

/// The first complete date of a text.
fn day_in(text: &str, language: &dyn Language) -> Option<NaiveDate> {
    language.spot(text).into_iter().find_map(|spot| match spot.value {
        Value::Date(date) => date.calendar().filter(|_| date.year.is_some_and(|year| PLAUSIBLE.contains(&year))),
        _ => None,
    })
}

/// Finds the line that tells the day of the news, by how it looks and where it stands.
pub(crate) fn news_date(
    lines: &[Line],
    uses: &mut [Use],
    article: &mut ImportedArticle,
    words: &Words<'_>,
    language: &dyn Language,
) {
    if article.news_date.is_some() {
        return;
    }
    let open: Vec<usize> = (0..lines.len()).filter(|&at| uses[at] == Use::Open).collect();
    let first_prose = open.iter().position(|&at| lines[at].is_prose()).unwrap_or(open.len());
    let tail = open.len().saturating_sub(8);
    let mut best: Option<(i32, usize, NaiveDate)> = None;
    // "Datum: …" over and over is a label of entries.
    let dated = |line: &&Line| matches!(words.label(&line.text), Some((Field::Date | Field::When, _)));
    let labels_entries = || lines.iter().filter(dated).nth(1).is_some();
    for (order, &at) in open.iter().enumerate() {
        if order >= HEAD_LINES && order < tail {
            continue;
        }
        let line = &lines[at];
        let text = line.text.as_str();
        if !text.has_digit() || text.len() > 4000 {
            continue;
        }
        // A dateline at the head of the first paragraph: "Musterstadt, 5. Mai 2022 – In diesem Jahr …".
        let dateline = line.is_prose();
        let window = if dateline { head_of(text, 70) } else { head_of(text, 160) };
        let found = language.spot(window).into_iter().find_map(|spot| match spot.value {
            Value::Date(date) if spot.bound == Bound::On && date.year.is_some_and(|y| PLAUSIBLE.contains(&y)) => {
                date.calendar().map(|day| (spot.range, day))
            }
            _ => None,
        });
        let Some((range, day)) = found else { continue };
        let before = plain(&window[..range.start]);
        let labelled = words.vocabulary.news_date.iter().any(|word| {
            before == *word
                || before.starts_with(word) && before[word.len()..].starts_with([' ', ':', ','])
                || before.ends_with(&format!(" {word}"))
                // "Stadt Hamm · Presseinformation Nr. 103 · 10. Oktober 2022"
                || !dateline && word.len() > 7 && before.split(' ').any(|piece| piece == *word)
        });
        let labelled = labelled && !(dated(&line) && labels_entries());
        let changed = words.is_look_alike(&before);
        let around = before.spaced().count()
            + if dateline {
                0
            } else {
                window[range.end..].spaced().filter(|w| w.chars().any(char::is_alphabetic)).count()
            };
        let mut score = match (labelled, around) {
            (true, 0..=12) => 10,
            (true, _) => 2,
            (false, 0) => 6,
            (false, 1..=3) => 4,
            // "Leipzig, 2. März 2026 (Pressestelle der Museen)"
            (false, 4..=8)
                if before.split(' ').count() <= 2
                    && !before.is_empty()
                    && window[range.end..].trim_start().starts_with('(') =>
            {
                4
            }
            // "Stadtverwaltung Landau in der Pfalz | Pressestelle | 13.02.2020"
            (false, 4..=8)
                if order < 3
                    && range.end == text.len()
                    && window[..range.start].trim_end().ends_with(['|', '·', '•']) =>
            {
                4
            }
            // "15.05.2023 | Amt für Umwelt und Klimaschutz": who speaks stands behind a sign.
            (false, 4..=8) if before.is_empty() && window[range.end..].trim_start().starts_with(['|', '·', '•']) => {
                4
            }
            _ => 0,
        };
        if dateline
            && !(order == first_prose
                && range.end < 60
                && text[range.end..].trim_start().starts_with(['–', '-', '—', ':', '.', ')', '|', '(']))
            && !labelled
        {
            score = 0;
        }
        // "Lünen, den 23. August 2021" below an official notice.
        let signed =
            order > first_prose && order >= tail && around <= 2 && range.end == text.len() && text.contains(", ");
        if signed && !line.is_item() {
            score = 3;
        } else if order > first_prose && !labelled || line.is_item() && !labelled || matches!(line.shape, Shape::Row(_))
        {
            score = 0;
        }
        if changed {
            score -= 6;
        }
        // Two bare dates under each other are a list, not a head.
        let next_is_date = open.get(order + 1).is_some_and(|&next| {
            !labelled && around == 0 && lines[next].text.len() < 60 && day_in(&lines[next].text, language).is_some()
        });
        if next_is_date {
            score = 0;
        }
        if score > 0 && best.is_none_or(|(most, ..)| score > most) {
            best = Some((score, at, day));
        }
    }
    if let Some((_, at, day)) = best {
        article.news_date = Some((day, lines[at].span));
        if !lines[at].is_prose() {
            uses[at] = Use::Part(ArticlePart::NewsDate);
        }
    }
}

fn head_of(text: &str, most: usize) -> &str {
    let end = (most.min(text.len())..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    &text[..end]
}

/// Finds headline, kicker, caption and portal among the lines before the running text.
pub(crate) fn headline(
    lines: &[Line],
    uses: &mut [Use],
    article: &mut ImportedArticle,
    words: &Words<'_>,
    language: &dyn Language,
) {
    portal(lines, uses, article, words);
    let marked = (0..lines.len()).find(|&at| uses[at] == Use::Open && lines[at].shape == Shape::Heading(1));
    let date_line = uses.iter().position(|used| *used == Use::Part(ArticlePart::NewsDate));
    let credit = uses.iter().position(|used| *used == Use::Part(ArticlePart::Credit));
    let first_prose = (0..lines.len()).find(|&at| {
        uses[at] == Use::Open
            && lines[at].is_prose()
            && lines[at].shape == Shape::Plain
            && !is_headline_long(&lines[at], lines.get(at + 1))
    });
    let end = first_prose.unwrap_or(lines.len());
    let is_dated = |at: usize| {
        lines[at].text.has_digit()
            && language.spot(&lines[at].text).iter().any(|s| matches!(s.value, Value::Date(_) | Value::Dates(..)))
    };
    // The head ends where the list begins.
    let first_entry = (0..end)
        .find(|&at| {
            uses[at] == Use::Open
                && (lines[at].is_item()
                    || matches!(lines[at].shape, Shape::Row(_))
                    || !lines[at].is_heading() && is_dated(at) && at > 0 && leads_with_date(&lines[at], language))
        })
        .unwrap_or(end);
    let first_labelled = (1..end).find(|&at| {
        let field = words.label(&lines[at].text).map(|(field, _)| field);
        uses[at] == Use::Open && matches!(field, Some(Field::When | Field::Date | Field::Place | Field::Title))
    });
    let end = marked.map_or(end.min(first_entry.max(1)).min(first_labelled.unwrap_or(end)), |at| at + 1);
    let open = |at: &usize| uses[*at] == Use::Open && lines[*at].zone == Zone::Article;
    let candidates: Vec<usize> = (0..end.min(lines.len())).filter(open).collect();
    let chosen = if article.headline.is_some() {
        None
    } else {
        marked.or_else(|| {
            let score = |at: usize| {
                let length = lines[at].text.spaced().count() as f32;
                let above = date_line.is_none_or(|date| at < date);
                let heading = if let (Shape::Heading(level), true) = (&lines[at].shape, above) {
                    6.0 - f32::from(*level)
                } else {
                    0.0
                };
                // A verb makes a headline of the first line; what stands below without one explains it.
                let told = candidates.first() == Some(&at) && length >= 4.0 && words.announces(&lines[at].text);
                let beside_date =
                    date_line.is_some_and(|date| candidates.iter().filter(|&&c| c < date).max() == Some(&at));
                let text = lines[at].text.as_str();
                let formal =
                    words.vocabulary.news_date.iter().any(|word| word.len() > 7 && plain(text).starts_with(word));
                let unlike = [
                    greets(text, words),
                    is_letterhead(text, words),
                    // What stands over the picture's credit tells what the picture shows, or whose page it is.
                    credit.is_some_and(|credit| at < credit),
                    formal || has_postcode(text),
                    text.ends_with([':', ',']),
                    // "Neun Veranstaltungen in vier Wochen / Flohmarkt zum Abschluss" stands below the headline.
                    text.contains(" / "),
                    text.ends_with('.') && !text.ends_with("..."),
                    text.starts_with(char::is_lowercase),
                    is_dated(at) && !above,
                ];
                let unlike = unlike.into_iter().filter(|holds| *holds).count() as f32;
                let signs = if beside_date { 1.0 } else { 0.0 } + if told { 3.0 } else { 0.0 };
                length.min(9.0) * 0.5 + heading + signs - 3.0 * unlike
            };
            candidates.iter().copied().max_by(|a, b| score(*a).total_cmp(&score(*b)).then(b.cmp(a)))
        })
    };
    let single = candidates.len() == 1 && lines.len() <= 1;
    if let Some(at) = chosen.filter(|_| !single || lines[0].is_heading()) {
        uses[at] = Use::Part(ArticlePart::Headline);
        article.headline = Some(Fact::of(&lines[at]));
        let kicker = candidates.iter().rev().find(|&&candidate| candidate < at).copied();
        let fits = |line: &Line| {
            line.text.spaced().count() <= 5
                && line.text.chars().count() <= 50
                && !line.text.ends_with(['.', ','])
                && !has_postcode(&line.text)
                && words.remark(&line.text).is_none()
                // "Pfarrbrief Nr. 12/2017"
                && !line.text.split(' ').any(|word| word.contains('/') && word.has_digit())
                && !words.vocabulary.news_date.iter().any(|word| word.len() > 7 && plain(&line.text).starts_with(word))
        };
        // What stands over the picture's credit, and the credit over the headline, belongs to the picture.
        let of_picture = |kicker: usize| credit.is_some_and(|credit| kicker < credit && credit < at);
        let kicker = kicker.filter(|&kicker| !of_picture(kicker) && fits(&lines[kicker]) && at - kicker <= 4);
        if let Some(kicker) = kicker.filter(|_| article.kicker.is_none()) {
            uses[kicker] = Use::Part(ArticlePart::Kicker);
            article.kicker =
                Some(Fact { text: lines[kicker].text.trim_end_matches(':').to_owned(), span: lines[kicker].span });
        }
    }
    caption(lines, uses, article, &candidates);
}

/// A headline of ten words that ends with "!" is no running text: one line, and a whole paragraph follows.
fn is_headline_long(line: &Line, next: Option<&Line>) -> bool {
    let short = line.text.chars().count() <= 140 && !line.text.ends_with(['.', ':']);
    short && next.is_some_and(|next| next.gap)
}

/// "Liebe Gemeindeglieder, liebe Leserinnen und Leser,": a letter's first line.
fn greets(text: &str, words: &Words<'_>) -> bool {
    let first = text.split([' ', ',']).next().unwrap_or("");
    let ends = text.ends_with([',', '!']) || without_pictures(text).len() < text.len();
    ends && words.kinds_folded(first).is(Kind::Greeting)
}

/// "Stadt Bochum – Referat für Kommunikation", "Hanse- und Universitätsstadt Rostock": who publishes, without a verb.
fn is_letterhead(text: &str, words: &Words<'_>) -> bool {
    let sender = |word: &str| {
        words.vocabulary.senders.iter().any(|known| word == *known || known.len() > 4 && word.ends_with(known))
    };
    let named = plain(text).pieces().any(sender);
    // A verb is longer than "und", "für", "der".
    let verbless = text.split(' ').all(|word| !word.starts_with(char::is_lowercase) || word.chars().count() <= 3);
    named && verbless && !text.contains([':', '!', '?', '„'])
}

/// Whether five digits stand by themselves: a line of an address.
fn has_postcode(text: &str) -> bool {
    text.split([' ', ',']).any(|word| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn leads_with_date(line: &Line, language: &dyn Language) -> bool {
    let first = language.spot(&line.text).into_iter().next();
    first.is_some_and(|spot| !line.text[..spot.range.start].contains(char::is_alphanumeric))
}

/// What stands beside the credit and is nothing else is the line below the picture.
fn caption(lines: &[Line], uses: &mut [Use], article: &mut ImportedArticle, candidates: &[usize]) {
    let credit = uses.iter().position(|used| *used == Use::Part(ArticlePart::Credit));
    let Some(credit) = credit.filter(|_| article.caption.is_none()) else { return };
    let before =
        candidates.iter().copied().filter(|&at| uses[at] == Use::Open && at < credit && credit - at <= 3).max();
    if let Some(at) = before.filter(|&at| !lines[at].is_heading()) {
        uses[at] = Use::Part(ArticlePart::Caption);
        article.caption = Some(Fact::of(&lines[at]));
    }
}

/// A page's name: it calls itself portal, or stands both above and below the text.
fn portal(lines: &[Line], uses: &mut [Use], article: &mut ImportedArticle, words: &Words<'_>) {
    let short = |at: usize| {
        uses[at] == Use::Open
            && !lines[at].is_heading()
            && lines[at].text.spaced().count() <= 6
            && lines[at].shape == Shape::Plain
            // "18 Uhr: Die Nordstadt-Band" is an entry.
            && !lines[at].text.contains(|c: char| c.is_ascii_digit() || c == ':')
    };
    let last = (0..lines.len()).rev().find(|&at| uses[at] == Use::Open);
    let head: Vec<usize> = (0..lines.len().min(12)).filter(|&at| short(at)).collect();
    let repeated =
        last.and_then(|last| head.iter().copied().find(|&at| at != last && lines[at].text == lines[last].text));
    let sender = |at: &usize| {
        // "Seniorenbüro Innenstadt-West" heads a list.
        if lines[*at].text.split(' ').any(|word| words.gazetteer.find(word).is_some()) {
            return false;
        }
        let name = plain(&lines[*at].text);
        // "Ostern in unserer Gemeinde" is no name of an office.
        if name.split(' ').any(|word| words.is_preposition(word)) {
            return false;
        }
        // "Kulturhauptstadt", "Kirchenkreis"
        if !name.contains(' ') && words.vocabulary.bodies.iter().any(|body| name.ends_with(body)) {
            return false;
        }
        let mut pieces = name.split([' ', '-', '|', '–', ',']);
        let first_or_end = pieces.clone().next().is_some_and(|first| words.vocabulary.senders.contains(&first));
        (first_or_end
            || !lines[*at].text.split(' ').any(|word| word.starts_with(char::is_lowercase))
                && pieces
                    .any(|piece| words.vocabulary.senders.iter().any(|word| word.len() > 4 && piece.ends_with(word))))
            && lines[*at].text.spaced().count() <= 5
    };
    let chosen = repeated.or_else(|| head.iter().copied().take(4).find(sender));
    // A page's head may hold nothing but the portal's name.
    let in_page_head = |at: &usize| uses[*at] == Use::Furniture && lines[*at].text.spaced().count() <= 3 && sender(at);
    if let (None, None, Some(at)) = (chosen, &article.portal, (0..lines.len().min(12)).find(in_page_head)) {
        article.portal = Some(Fact::of(&lines[at]));
    }
    let Some(at) = chosen else { return };
    if article.portal.is_none() {
        article.portal = Some(Fact::of(&lines[at]));
    }
    for again in
        (0..lines.len()).filter(|&other| lines[other].text == lines[at].text && short(other)).collect::<Vec<_>>()
    {
        uses[again] = Use::Part(ArticlePart::Portal);
    }
}
