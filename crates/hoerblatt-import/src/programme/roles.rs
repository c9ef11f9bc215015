//! Which piece is the title, which the place? The pieces of all entries of one list are weighed together, because a list keeps its shape.

use super::{
    agreement::{Leaning, Slot, leanings, place_as_the_others, slots},
    enumeration, evidence,
    kinds::{Kind, Kinds},
    parts::{EntryLine, Part, Sign},
    phrase::Phrase,
    places::{last_piece, lone_line, place_before_its_street, place_parts_in_a_row},
    title::{has_place, widen_title},
    when::Timing,
    words::Words,
};
use crate::{gazetteer::FoundDistrict, scan::Scan};
use hoerblatt_core::{
    Value,
    language::{Field, Spot},
};
use std::collections::BTreeMap;

/// What a piece was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Title,
    Place,
    District,
    /// A remark about one of the event's fields.
    About(Field),
    /// Says nothing by itself: "jeweils", a lone preposition.
    Joint,
}

/// An entry in pieces.
#[derive(Debug)]
pub(crate) struct Parsed<'t> {
    pub lines: Vec<EntryLine<'t>>,
    pub parts: Vec<Part<'t>>,
    pub roles: Vec<Option<Role>>,
    /// What speaks for a title and for a place in each piece.
    pub weights: Vec<Weight>,
    /// Whether the first line is a heading, and so is a title before anything else.
    pub headed: bool,
    /// The kinds of all words of its lines.
    pub kinds: Kinds,
    /// When it takes place.
    pub timing: Timing,
}

/// What speaks for the roles of a piece by itself.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Weight {
    pub title: f32,
    pub place: f32,
    /// What its words speak for a place, wherever it stands.
    pub place_words: f32,
    /// Whether it is the name of a district or of a part of one.
    pub district: bool,
    /// What stands between the date and a colon is a place rather.
    pub colon: f32,
    /// It begins with "mit" or "von", or its second word is one of them: no place.
    pub describes: bool,
}

/// How much the agreement of a list counts against a piece's own signs.
const LIST: f32 = 0.8;

/// A list of so many entries that share a shape is trusted more than a single word in one of them.
const LONG: usize = 5;
const LONG_LIST: f32 = 1.2;

/// A piece is a place when this much more speaks for a place than for a title.
const CLEARLY: f32 = 0.3;

/// Kinds of words that are no title and no place.
const SAYS_NOTHING: [Kind; 5] = [Kind::Preposition, Kind::Article, Kind::Each, Kind::Recurring, Kind::Joint];

/// Gives every piece of every entry of one list its role.
pub(crate) fn assign(entries: &mut [Parsed<'_>], words: &Words<'_>) {
    for entry in entries.iter_mut() {
        enumeration::join(entry, words);
        let districts = entry.parts.iter().map(|part| words.gazetteer.find_labelled(part.text, words));
        let districts: Vec<Option<FoundDistrict<'_>>> = districts.collect();
        let parts = || entry.parts.iter().zip(&districts);
        entry.roles = parts().map(|(part, district)| fixed(part, *district, words)).collect();
        entry.weights = parts().map(|(part, district)| weight(part, district.is_some(), words)).collect();
        for at in 0..entry.parts.len() {
            entry.weights[at].colon = before_colon(entry, at, words);
        }
    }
    let slots: Vec<Vec<(usize, Slot)>> = entries.iter().map(|entry| slots(entry).collect()).collect();
    let leanings = leanings(entries, &slots);
    let alone = entries.len() == 1;
    for (entry, slots) in entries.iter_mut().zip(&slots) {
        choose(entry, slots, words, &leanings, alone);
    }
    if entries.len() > 3 {
        place_as_the_others(entries, &slots, words);
    }
}

/// Roles that need no weighing: labels, remarks, joints, districts.
fn fixed(part: &Part<'_>, district: Option<FoundDistrict<'_>>, words: &Words<'_>) -> Option<Role> {
    if let Some(label) = part.label {
        return Some(match label {
            Field::Title => Role::Title,
            Field::Place => Role::Place,
            Field::District => Role::District,
            Field::Date | Field::When | Field::Time | Field::From | Field::Until | Field::UntilDate => return None,
            other => Role::About(other),
        });
    }
    if let Some(remark) = part.remark {
        return Some(Role::About(remark));
    }
    let says_nothing = |word: &str| {
        words.kinds_folded(word).is_any(&SAYS_NOTHING)
            || !word.contains(char::is_alphanumeric)
            || matches!(words.field(word), Some(Field::Date | Field::When | Field::Time | Field::From | Field::Until))
    };
    let mut pieces = part.text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.')).filter(|w| !w.is_empty());
    if pieces.all(says_nothing) {
        return Some(Role::Joint);
    }
    // Signs that only decorate: "+++", "***", an emoji.
    if !part.text.contains(char::is_alphanumeric) {
        return Some(Role::Joint);
    }
    match district {
        Some(found) => (!found.part && !part.quoted).then_some(Role::District),
        // "(Stadtteil Brambauer)": a district of a town that the gazetteer does not know.
        None => {
            let (first, name) = part.text.split_once(' ')?;
            let short =
                name.split(' ').count() <= 2 && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
            let labelled = words.says_district(first) && short;
            labelled.then_some(Role::District)
        }
    }
}

/// What speaks for the roles of a piece, but for its colon.
fn weight(part: &Part<'_>, district: bool, words: &Words<'_>) -> Weight {
    let phrase = Phrase::new(part.text, words);
    let place_words = if district { evidence::DISTRICT } else { words.place_in(&phrase) };
    Weight {
        title: evidence::title(part, words.title_in(&phrase)),
        place: evidence::place(part, place_words),
        place_words,
        district,
        colon: 0.0,
        describes: phrase.describes(),
    }
}

/// "12. Mai, Balou: Tanztee": what speaks for a place in up to four words between the date and a colon.
fn before_colon(entry: &Parsed<'_>, at: usize, words: &Words<'_>) -> f32 {
    let part = &entry.parts[at];
    let dated = !entry.lines[part.line].spots.is_empty();
    let short = part.after == Sign::Colon && part.text.spaced().count() <= 4;
    // "Gebärdensprache: Ein Schnupperabend | Volkshochschule": the place stands elsewhere.
    let clear = |other: usize| entry.roles[other] != Some(Role::District) && entry.weights[other].place_words >= 2.0;
    if short && !clear(at) && (0..entry.parts.len()).any(clear) {
        return 0.0;
    }
    let named = || words.head(part.text).split(' ').any(|word| words.names_event(word));
    if short && dated && !named() { 1.0 } else { 0.0 }
}

fn choose(
    entry: &mut Parsed<'_>,
    slots: &[(usize, Slot)],
    words: &Words<'_>,
    leanings: &BTreeMap<Slot, Leaning>,
    alone: bool,
) {
    let mut listed: Vec<Option<f32>> = vec![None; entry.parts.len()];
    let mut agreed = vec![false; entry.parts.len()];
    let mut common = vec![alone; entry.parts.len()];
    for &(at, slot) in slots {
        let leaning = leanings.get(&slot);
        let weight =
            leaning.map_or(LIST, |leaning| if leaning.common && leaning.entries >= LONG { LONG_LIST } else { LIST });
        listed[at] = Some(leaning.map_or(0.0, |leaning| leaning.title) * weight);
        agreed[at] = alone || leaning.is_some();
        common[at] |= leaning.is_some_and(|leaning| leaning.common);
    }
    let labelled_place = entry.parts.iter().any(|part| part.label == Some(Field::Place));
    let lean = |entry: &Parsed<'_>, at: usize| {
        let weight = entry.weights[at];
        // Before a colon stands a place if the list agrees, or if there is no list.
        let colon = if agreed[at] { weight.colon } else { 0.0 };
        weight.title - weight.place - colon + listed[at].unwrap_or(0.0)
    };
    let open: Vec<usize> = (0..entry.parts.len()).filter(|&at| entry.roles[at].is_none()).collect();
    let titled = entry.roles.contains(&Some(Role::Title));
    let title = if titled {
        None
    } else if entry.headed && open.first().is_some_and(|&at| entry.parts[at].line == 0) {
        open.first().copied()
    } else {
        // Earlier pieces win where nothing else decides; those of the first line, too.
        let rank = |at: &usize| {
            let part = &entry.parts[*at];
            // A sentence below the first line describes, and so do "Werke von Haydn".
            let sentence =
                part.line > 0 && (part.after == Sign::Stop || entry.weights[*at].describes) && open.len() > 1;
            // "13. April: Entlang der Ruhr. Treffpunkt 9 Uhr. Führung: H. Kessler": nor does a later sentence of the first line name it.
            let stops = entry.parts[..*at].iter().any(|before| before.line == part.line && before.after == Sign::Stop);
            // "Achtung: Das Konzert ist | abgesagt!"
            let noticed = part.text.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_lowercase))
                && next_spot(entry, part).is_some_and(|spot| matches!(spot.value, Value::Notice(_)));
            let sentence = sentence || noticed && open.len() > 1;
            let sentence = sentence || stops && open.first().is_some_and(|first| first < at);
            lean(entry, *at) - 0.15 * (*at as f32) - 0.4 * (part.line.min(3) as f32) - if sentence { 3.5 } else { 0.0 }
        };
        // A list may hold nothing but days and places; its title then stands above it.
        let places_only = |at: &usize| {
            let part = &entry.parts[*at];
            let by_itself = entry.weights[*at].title - entry.weights[*at].place;
            let short = part.text.split(' ').count() <= 3 && part.before != Sign::Colon;
            short && by_itself <= 0.5 && lean(entry, *at) < -0.9 && listed[*at].is_some_and(|listed| listed < -1.0)
        };
        let ranked = open.iter().map(|at| (*at, rank(at)));
        let best = ranked.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(at, _)| at);
        let district = |at: &usize| entry.weights[*at].district;
        let untitled = (open.len() == 1 || open.iter().any(district)) && open.iter().all(places_only);
        best.filter(|_| !untitled)
    };
    if let Some(title) = title {
        entry.roles[title] = Some(Role::Title);
    }
    for &at in open.iter().filter(|&&at| Some(at) != title) {
        let text = &entry.parts[at].text;
        // "Dämmen, aber richtig": what begins small names a place only by a word of one, or behind a small word that leads to one.
        let turns = text.split(' ').next().is_some_and(|word| words.kinds(word).is(Kind::Turn));
        let named = !text.starts_with(char::is_lowercase)
            || entry.weights[at].colon > 0.0 && !text.contains(' ')
            || entry.weights[at].place > 1.0 && !turns
            || text.split(' ').next().is_some_and(|word| words.is_preposition(word))
                && !Phrase::new(text, words).leads_elsewhere();
        // "Festes Schuhwerk und Handschuhe sind erforderlich." below the venue.
        let sentence = entry.parts[at].before == Sign::Line && text.ends_with('.') && text.spaced().nth(3).is_some();
        // "Weihnachtsoratorium, Kantaten I bis III" over "Marktkirche": the venue has a line of its own.
        let own_line = |other: usize| {
            let part = &entry.parts[other];
            part.before == Sign::Line && part.after == Sign::Line && entry.weights[other].place_words >= 2.0
        };
        let goes_on = title.is_some_and(|title| title < at && entry.parts[title].line == entry.parts[at].line)
            && entry.parts[at].before == Sign::Comma
            && entry.weights[at].place_words <= 0.0
            && open.iter().any(|&other| own_line(other));
        let clearly = !labelled_place
            && !sentence
            && !goes_on
            && named
            && !entry.weights[at].describes
            && -lean(entry, at) > CLEARLY
            && entry.weights[at].place + entry.weights[at].colon + listed[at].unwrap_or(0.0).min(0.0).abs() > 0.6;
        entry.roles[at] = Some(if clearly && !crate::lines::reads_as_prose(entry.parts[at].text) {
            Role::Place
        } else {
            Role::About(Field::Description)
        });
    }
    place_parts_in_a_row(entry);
    place_before_its_street(entry);
    if !labelled_place {
        lone_line(entry, words);
        last_piece(entry, words);
    }
    widen_title(entry, &common, words);
    if entry.roles.iter().all(|role| *role != Some(Role::Title)) {
        // "Innenstadt-Ost: Barrierefrei zum Stadthaus": where nothing else names the entry, what seemed a remark does.
        let remark = entry.parts.iter().position(|part| {
            part.before == Sign::Colon && part.label.is_none() && part.remark.is_some() && part.text.contains(' ')
        });
        if let Some(at) = remark.filter(|&at| at > 0 && has_place(entry, at)) {
            entry.roles[at] = Some(Role::Title);
            return;
        }
        // A lone district may be all that is written; it stays a district.
        let part_name = (0..entry.parts.len())
            .find(|&at| entry.roles[at] == Some(Role::Place) && entry.weights[at].place_words < 2.0);
        if let Some(at) = part_name.filter(|_| entry.roles.iter().filter(|r| **r == Some(Role::Place)).count() > 1) {
            entry.roles[at] = Some(Role::Title);
        }
    }
}

/// The date, time or notice right behind a piece.
fn next_spot<'e>(entry: &'e Parsed<'_>, part: &Part<'_>) -> Option<&'e Spot> {
    let behind = |spot: &&Spot| spot.range.start >= part.range.end;
    entry.lines[part.line].spots.iter().find(behind).filter(|_| part.after == Sign::Spot)
}

/// The text of all neighbouring pieces with a role, as written, per line; lines joined by a comma.
pub(crate) fn text_of(entry: &Parsed<'_>, role: Role) -> Option<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, part) in entry.parts.iter().enumerate().filter(|(at, _)| entry.roles[*at] == Some(role)) {
        let line = &entry.lines[part.line].text;
        let follows = last.filter(|&last| last + 1 == at && entry.parts[last].line == part.line);
        let between = follows.map(|last| entry.parts[last].range.end..part.range.start);
        let joined = between.filter(|between| {
            let spot_inside =
                entry.lines[part.line].spots.iter().any(|s| s.range.start < between.end && s.range.end > between.start);
            !spot_inside && part.before != Sign::Bracket
        });
        match (joined, texts.last_mut()) {
            (Some(between), Some(text)) => {
                text.push_str(&line[between]);
                text.push_str(part.text);
            }
            _ => texts.push(part.text.to_owned()),
        }
        last = Some(at);
    }
    if texts.is_empty() { None } else { Some(texts.join(", ")) }
}
