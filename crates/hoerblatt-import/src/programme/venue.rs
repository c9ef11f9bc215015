//! Where does something take place? The venue in a sentence, in a title, in a cell, with the district that it carries along.

use super::{kinds::Kind, parts::EntryLine, prose::sentences, words::Words};
use crate::{
    event::ImportedEvent,
    gazetteer::{FoundDistrict, without_district_word},
    lines::bare,
    scan::Scan,
};
use hoerblatt_core::{Language, Value, language::Field};

/// "Treffpunkt ist der Parkplatz am Wald": the name behind a word that labels a place.
pub(super) fn labelled_venue(text: &str, words: &Words<'_>, language: &dyn Language) -> Option<String> {
    let labels = |word: &str| words.field(bare(word)) == Some(Field::Place);
    if !text.split(' ').any(labels) {
        return None;
    }
    sentences(text, language).into_iter().find_map(|(_, sentence)| {
        let (at, word) = sentence
            .split(' ')
            .scan(0, |at, word| Some((std::mem::replace(at, *at + word.len() + 1), word)))
            .find(|(_, word)| labels(word))?;
        let more = sentence.get(at + word.len() + 1..)?;
        // "Spielort aller Filme: Seebühne im Westfalenpark"
        let more =
            more.split_once(": ").filter(|(before, _)| before.split(' ').count() <= 4).map_or(more, |(_, name)| name);
        // "Treffpunkt für alle Exkursionen ist der Wanderparkplatz"
        let verb =
            more.match_indices(' ').find(|(at, _)| words.announces(more[..*at].rsplit(' ').next().unwrap_or("")));
        let more = verb.map_or(more, |(at, _)| &more[at..]);
        let name = name_of(&more[more.find(char::is_uppercase)?..], words);
        (!name.is_empty() && words.remark(&name).is_none()).then_some(name)
    })
}

/// Parts what a venue's name carries along: an address or district in brackets ("Haus Rodenberg (Rodenbergstraße 36, Aplerbeck)"), and a
/// district behind a small word ("Marktplatz in Aplerbeck").
pub(super) fn settle(event: &mut ImportedEvent, words: &Words<'_>) {
    let Some(place) = event.place.take() else { return };
    let (name, inside) = place.split_once(" (").map_or((place.as_str(), ""), |(name, inside)| (name, inside));
    let inside = inside.trim_end_matches(')');
    let pieces = inside.split(", ").filter(|piece| !piece.is_empty());
    let district = pieces.clone().find_map(|piece| words.gazetteer.find_labelled(piece, words));
    let street = |piece: &str| piece.ends_with(|c: char| c.is_ascii_digit()) && words.place_words(piece) >= 3.0;
    let (name, address) = match inside {
        "" => (place.as_str(), None),
        _ if district.is_some() || pieces.clone().any(street) => (name, pieces.clone().find(|piece| street(piece))),
        // A bracket that was cut off is closed.
        _ if !place.ends_with(')') => return event.place = Some(format!("{place})")),
        _ => return event.place = Some(place),
    };
    let (name, behind) = without_district(name, words);
    let name = without_labelled_district(event, name, words);
    if let Some(found) = behind.or(district).filter(|_| !event.district_named) {
        event.district = Some(found.district.to_owned());
        event.district_named = true;
    }
    event.address = event.address.take().or(address.map(str::to_owned));
    event.place = Some(name.to_owned());
}

/// "Stadtteil Buer, Rathausplatz": the venue, where a word says that the piece before it is a district.
fn without_labelled_district<'t>(event: &mut ImportedEvent, name: &'t str, words: &Words<'_>) -> &'t str {
    let Some((before, venue)) = name.split_once(", ") else { return name };
    let labelled = without_district_word(before, words).filter(|_| words.says_district(before));
    let Some(district) = labelled else { return name };
    if !event.district_named {
        event.district = Some(district.to_owned());
        event.district_named = true;
    }
    venue
}

/// "Marktplatz in Aplerbeck", "Westpark in der Innenstadt-West": the name, and the district behind it.
fn without_district<'t, 'w>(name: &'t str, words: &'w Words<'_>) -> (&'t str, Option<FoundDistrict<'w>>) {
    // "Gemeindehaus St. Clemens, Hörde"
    if let Some((venue, last)) = name.rsplit_once(", ")
        && let Some(found) = words.gazetteer.find_labelled(last, words).filter(|found| !found.part)
    {
        return (venue, Some(found));
    }
    let mut behind = name.rmatch_indices(' ').filter_map(|(at, _)| {
        let (small, rest) = name[at + 1..].split_once(' ')?;
        let rest = rest.split_once(' ').filter(|(word, _)| words.is_article(word)).map_or(rest, |(_, rest)| rest);
        let found = words.gazetteer.find(rest).filter(|found| words.is_preposition(small) && !found.part)?;
        Some((&name[..at], Some(found)))
    });
    behind.next().unwrap_or((name, None))
}

/// The venue behind a preposition: up to the next comma, verb or date.
pub(super) fn venue(line: &EntryLine<'_>, title: &str, words: &Words<'_>) -> Option<String> {
    let sentence = line.text;
    let floor = sentence.find(title).map_or(0..0, |at| at..at + title.len());
    let mut end = 0;
    for word in sentence.cut(b' ') {
        let start = end;
        end += word.len() + 1;
        // "Im Ratssaal steht …": a sentence may begin with its place.
        let begins = start == 0 || sentence[..start].trim_end().ends_with([':', '.', '!', '?']);
        if !(words.is_preposition(word) || begins && words.kinds_folded(word).is(Kind::Preposition)) {
            continue;
        }
        if floor.contains(&start) || line.spots.iter().any(|spot| spot.range.contains(&start)) {
            continue;
        }
        // "nicht im Studio, sondern …", "an einem anderen Haus"
        let before = sentence[..start].trim_end().rsplit(' ').next().unwrap_or("");
        let next = sentence[start + word.len()..].trim_start().split(' ').next().unwrap_or("");
        if words.kinds(before).is(Kind::Negation) || words.kinds(next).is(Kind::Indefinite) {
            continue;
        }
        let piece = &sentence[start..];
        let spot = line
            .spots
            .iter()
            .map(|spot| spot.range.start)
            .find(|&spot| spot > start)
            .map_or(piece.len(), |spot| spot - start);
        let stop = phrase_end(piece).min(spot);
        let stop = floor.start.checked_sub(start).filter(|&d| d > 0).map_or(stop, |title| stop.min(title));
        let phrase = name_of(&bare_place(&piece[..stop], words), words);
        if phrase.pieces().any(|word| words.names_place(word)) {
            let street = piece.get(stop..).and_then(|rest| street_behind(rest, words));
            return Some(street.map_or(phrase.clone(), |street| format!("{phrase}, {street}")));
        }
    }
    right_behind(line, floor.end, words)
}

/// "um 19 Uhr im Gohliser Schlösschen", "„Revierpoeten“ in der Färberei": right behind a time or the title a small word leads to a venue
/// even where no word of its name tells so.
fn right_behind(line: &EntryLine<'_>, title_end: usize, words: &Words<'_>) -> Option<String> {
    let timed = line.spots.iter().filter(|spot| matches!(spot.value, Value::Time(_) | Value::Times(..)));
    let ends = timed.map(|spot| spot.range.end).chain((title_end > 0).then_some(title_end));
    ends.filter_map(|end| {
        let rest = line.text[end..].trim_start_matches(['“', '”', '"', '«', '‘', ' ']);
        let small = rest.split(' ').next().filter(|word| words.is_preposition(word))?;
        let piece = &rest[..phrase_end(rest)];
        let phrase = name_of(&bare_place(piece, words), words);
        let first = phrase.pieces().next().unwrap_or("");
        let named = first.chars().count() >= 3 && !words.leads_no_place(first) && !words.names_event(first);
        (named && rest.len() > small.len()).then_some(phrase)
    })
    .next()
}

/// "Die Konzerte finden in der Färberei statt": a name behind a small word with its article, by which it is no town.
pub(super) fn behind_article(line: &EntryLine<'_>, words: &Words<'_>) -> Option<String> {
    let text = line.text;
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    starts
        .filter(|start| !line.spots.iter().any(|spot| spot.range.contains(start)))
        .filter_map(|start| {
            let (small, rest) = text[start..].split_once(' ')?;
            let kinds = words.kinds_folded(small);
            let article = || rest.cut(b' ').next().is_some_and(|word| words.is_article(word));
            if !(kinds.is(Kind::FusedArticle) || kinds.is(Kind::Preposition) && article()) {
                return None;
            }
            let noun = start + small.len() + 1;
            let dated = line.spots.iter().any(|spot| spot.range.contains(&noun));
            let piece = &text[start..];
            let name = name_of(&bare_place(&piece[..phrase_end(piece)], words), words);
            let first = name.pieces().next().unwrap_or("");
            let named = first.chars().count() >= 3
                && !words.leads_no_place(first)
                && !words.names_event(first)
                && !words.promises_programme(first);
            (named && !dated).then_some(name)
        })
        .next()
}

/// Where a phrase ends: at a sign, but not at the full stop of "St." or "Dr.".
fn phrase_end(piece: &str) -> usize {
    let signs = piece.char_indices().filter(|(_, sign)| matches!(sign, ',' | '.' | ';' | '(' | '„' | '“' | ':'));
    let ends = |&(at, sign): &(usize, char)| {
        let word = piece[..at].rsplit([' ', '-']).next().unwrap_or("");
        sign != '.' || word.chars().count() > 3 || piece[at..].trim_end() == "."
    };
    signs.filter(ends).map(|(at, _)| at).next().unwrap_or(piece.len())
}

/// ", Hülshof 32, statt": a street with its number behind a venue's name.
fn street_behind<'t>(rest: &'t str, words: &Words<'_>) -> Option<&'t str> {
    let street = rest.strip_prefix(", ")?.split([',', '.', ';', ')']).next()?.trim();
    let (name, number) = street.rsplit_once(' ')?;
    let numbered = number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 4;
    (numbered && name.starts_with(char::is_uppercase) && name.split(' ').count() <= 3 && !words.announces(name))
        .then_some(street)
}

/// The capitalised run at the beginning: "Wilhelm-Hansmann-Haus zu einem Nachmittag" → "Wilhelm-Hansmann-Haus".
pub(super) fn name_of(phrase: &str, words: &Words<'_>) -> String {
    // "alten Turnhalle": what is bent by the small word before it is left to that word.
    let all: Vec<&str> = phrase.spaced().skip_while(|word| words.is_bent(word)).collect();
    let mut length = 0;
    for (at, &word) in all.iter().enumerate() {
        // "Hörsaal der Klinik" goes on, "Lutherkirche | das Konzert" does not.
        let event = all.get(at + 1).is_some_and(|next| words.names_event(next) && !words.names_place(next));
        // "Kinder- und Jugendbibliothek"
        let divided = at > 0 && all[at - 1].ends_with('-');
        // "Haus der sozialen Dienste"
        let before_article = at > 0 && words.is_article(all[at - 1]);
        let adjective = before_article
            && all.get(at + 1).is_some_and(|next| next.starts_with(char::is_uppercase) && !words.names_event(next));
        // "Forum am Markt", but "Drahtbrücke | die Decken"
        let follows_small = at > 0 && words.is_preposition(all[at - 1]);
        let inside = adjective
            || words.is_preposition(word) && !turns_away(&all[at + 1..], words)
            || words.is_article(word) && !event && (follows_small || words.kinds(word).is(Kind::Genitive))
            || words.leads_to_event(word) && joins_name(&all[at + 1..], words)
            || divided;
        let named = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if named {
            length = at + 1;
        } else if !inside || at == 0 {
            break;
        }
    }
    all[..length].join(" ").trim_end_matches(['.', ',', ';']).to_owned()
}

/// "Kloster zum | Heiligen Kreuz": whether a name goes on behind such a word; "Rathaus zum | Empfang" does not.
fn joins_name(rest: &[&str], words: &Words<'_>) -> bool {
    let named = |word: &&str| word.starts_with(char::is_uppercase);
    let adjective = rest.first().is_some_and(|word| words.bends(word));
    adjective && rest.iter().take(2).all(|word| named(word) && !words.names_event(word))
}

/// "Stadtarchiv über | das Thema", "Rathaus im | Rahmen der Woche": whether what follows a small word tells of the event and not of the place.
fn turns_away(rest: &[&str], words: &Words<'_>) -> bool {
    let noun = rest.iter().find(|word| !words.is_article(word)).copied().unwrap_or("");
    let names_title = words.field(bare(noun)) == Some(Field::Title);
    names_title || words.leads_no_place(noun) || words.names_event(noun) && !words.names_place(noun)
}

/// A place without the small words before it: "im Rathaus" is the "Rathaus".
pub(crate) fn bare_place(text: &str, words: &Words<'_>) -> String {
    let text = text.trim().trim_end_matches([',', ';', '.']);
    let mut rest = text;
    if let Some((first, more)) = rest.split_once(' ')
        && words.kinds_folded(first).is(Kind::Preposition)
    {
        rest = more.trim_start();
        if let Some((article, more)) = rest.split_once(' ')
            && words.is_article(article)
        {
            rest = more.trim_start();
        }
    }
    if rest.is_empty() { text.to_owned() } else { rest.trim_matches(['„', '“', '"']).to_owned() }
}

/// "Tanzcafé im Wilhelm-Hansmann-Haus" → the title and the venue; only where a venue's name is plain to see.
pub(crate) fn venue_inside(title: &str, words: &Words<'_>) -> Option<(String, String)> {
    let starts = title.match_indices(' ').map(|(at, _)| at + 1);
    for start in starts.collect::<Vec<_>>().into_iter().rev() {
        let rest = &title[start..];
        let Some((preposition, after)) = rest.split_once(' ') else { continue };
        if !words.is_preposition(preposition) {
            continue;
        }
        let venue = bare_place(rest, words);
        let name = venue.split([' ', ',']).next().unwrap_or("");
        let compound = name.chars().count() >= 7 || venue.contains(' ');
        let quotes = title[..start].matches(['„', '»', '"']).count() > title[..start].matches(['“', '«', '”']).count();
        if !quotes
            && after.starts_with(char::is_alphabetic)
            && compound
            && name.starts_with(char::is_uppercase)
            && venue.split(',').next().is_some_and(|name| name.pieces().any(|word| words.names_place(word)))
            && !venue.contains(['!', '?'])
        {
            return Some((title[..start].trim().to_owned(), venue));
        }
    }
    None
}

/// The district a text names inside: "Seniorenbüro Hörde", "Markt in Eving".
pub(crate) fn district_inside<'w>(text: &str, words: &'w Words<'_>) -> Option<&'w str> {
    let whole = words.gazetteer.find(text).or_else(|| words.gazetteer.find(without_district_word(text, words)?));
    whole.filter(|found| !found.part).map(|found| found.district).or_else(|| {
        let pieces = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '/' | ':'));
        let mut found = pieces.filter(|w| w.starts_with(char::is_uppercase)).filter_map(|word| {
            let town = word.split_once('-').map(|(_, district)| district);
            words.gazetteer.find(word).or_else(|| words.gazetteer.find(town?))
        });
        found.find(|found| !found.part).map(|found| found.district)
    })
}
