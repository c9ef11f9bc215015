//! Which piece is the title, which the place? The pieces of all entries of one list are weighed together, because a list keeps its shape.

use super::{
    enumeration,
    parts::{EntryLine, Part, Sign},
    words::{Kind, Words},
};
use crate::gazetteer::{FoundDistrict, without_district_word};
use hoerblatt_core::{Value, language::Field};
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
pub(crate) struct Parsed {
    pub lines: Vec<EntryLine>,
    pub parts: Vec<Part>,
    pub roles: Vec<Option<Role>>,
    /// What speaks for a title and for a place in each piece.
    pub weights: Vec<Weight>,
    /// Whether the first line is a heading, and so is a title before anything else.
    pub headed: bool,
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
pub(crate) fn assign(entries: &mut [Parsed], words: &Words<'_>) {
    for entry in entries.iter_mut() {
        enumeration::join(entry, words);
        let districts = entry.parts.iter().map(|part| words.gazetteer.find_labelled(&part.text, words));
        let districts: Vec<Option<FoundDistrict<'_>>> = districts.collect();
        let parts = || entry.parts.iter().zip(&districts);
        entry.roles = parts().map(|(part, district)| fixed(part, *district, words)).collect();
        entry.weights = parts().map(|(part, district)| weight(part, district.is_some(), words)).collect();
        for at in 0..entry.parts.len() {
            entry.weights[at].colon = before_colon(entry, at, words);
        }
    }
    let leanings = leanings(entries);
    let alone = entries.len() == 1;
    for entry in entries.iter_mut() {
        choose(entry, words, &leanings, alone);
    }
}

/// Roles that need no weighing: labels, remarks, joints, districts.
fn fixed(part: &Part, district: Option<FoundDistrict<'_>>, words: &Words<'_>) -> Option<Role> {
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

/// The key under which pieces of different entries are alike: how many in, and between which signs.
type Slot = (usize, usize, Sign, Sign);

fn slots<'e>(entry: &'e Parsed) -> impl Iterator<Item = (usize, Slot)> + 'e {
    let open = entry
        .parts
        .iter()
        .enumerate()
        .filter(|(at, _)| !matches!(entry.roles[*at], Some(Role::About(_) | Role::Joint)));
    let open: Vec<(usize, &Part)> = open.collect();
    let lines: Vec<usize> = open.iter().map(|(_, part)| part.line).collect();
    open.into_iter().enumerate().map(move |(order, (at, part))| {
        // "Wochenmarkt (verschoben vom 19. Oktober)": a remark in brackets behind the last piece leaves it the last.
        let last = lines.get(order + 1) != Some(&part.line);
        // "— Villa Esche — ENTFÄLLT": so does a notice.
        let spots = &entry.lines[part.line].spots;
        let mut behind = spots.iter().filter(|spot| spot.range.start >= part.range.end).peekable();
        let noticed = behind.peek().is_some() && behind.all(|spot| matches!(spot.value, Value::Notice(_)));
        let after =
            if last && noticed && matches!(part.after, Sign::Spot | Sign::Dash) { Sign::Line } else { part.after };
        let after = if last && after == Sign::Bracket && part.before != Sign::Bracket { Sign::Line } else { after };
        (at, (part.line, order, part.before, after))
    })
}

/// What the entries of a list say together about the pieces at one place.
#[derive(Debug, Clone, Copy)]
struct Leaning {
    /// How much more speaks for a title than for a place, on average.
    title: f32,
    /// Whether at least half of the entries have a piece there.
    common: bool,
    /// How many of them have one.
    entries: usize,
}

/// For each slot of the list. Slots of a single entry say nothing.
fn leanings(entries: &[Parsed]) -> BTreeMap<Slot, Leaning> {
    let mut sums: BTreeMap<Slot, (f32, f32)> = BTreeMap::new();
    for entry in entries {
        for (at, slot) in slots(entry) {
            let lean = match entry.roles[at] {
                Some(Role::District | Role::Place) => -4.0,
                Some(Role::Title) => 4.0,
                _ => entry.weights[at].title - entry.weights[at].place - entry.weights[at].colon,
            };
            let sum = sums.entry(slot).or_default();
            *sum = (sum.0 + lean, sum.1 + 1.0);
        }
    }
    let leaning = |sum: f32, count: f32| Leaning {
        title: sum / count,
        common: count * 2.0 >= entries.len() as f32,
        entries: count as usize,
    };
    let several = sums.into_iter().filter(|(_, (_, count))| *count >= 2.0);
    several.map(|(slot, (sum, count))| (slot, leaning(sum, count))).collect()
}

/// What speaks for the roles of a piece, but for its colon.
fn weight(part: &Part, district: bool, words: &Words<'_>) -> Weight {
    let place_words = words.place_words_of(&part.text, district);
    Weight {
        title: words.title(part),
        place: words.place(part, place_words),
        place_words,
        district,
        colon: 0.0,
        describes: words.describes(&part.text),
    }
}

/// "12. Mai, Balou: Tanztee": what speaks for a place in up to four words between the date and a colon.
fn before_colon(entry: &Parsed, at: usize, words: &Words<'_>) -> f32 {
    let part = &entry.parts[at];
    let dated = !entry.lines[part.line].spots.is_empty();
    let short = part.after == Sign::Colon && part.text.split_whitespace().count() <= 4;
    // "Gebärdensprache: Ein Schnupperabend | Volkshochschule": the place stands elsewhere.
    let clear = |other: usize| entry.roles[other] != Some(Role::District) && entry.weights[other].place_words >= 2.0;
    if short && !clear(at) && (0..entry.parts.len()).any(clear) {
        return 0.0;
    }
    let named = || words.head(&part.text).split(' ').any(|word| words.names_event(word));
    if short && dated && !named() { 1.0 } else { 0.0 }
}

fn choose(entry: &mut Parsed, words: &Words<'_>, leanings: &BTreeMap<Slot, Leaning>, alone: bool) {
    let mut listed: Vec<Option<f32>> = vec![None; entry.parts.len()];
    let mut agreed = vec![false; entry.parts.len()];
    let mut common = vec![alone; entry.parts.len()];
    for (at, slot) in slots(entry) {
        let leaning = leanings.get(&slot);
        let weight =
            leaning.map_or(LIST, |leaning| if leaning.common && leaning.entries >= LONG { LONG_LIST } else { LIST });
        listed[at] = Some(leaning.map_or(0.0, |leaning| leaning.title) * weight);
        agreed[at] = alone || leaning.is_some();
        common[at] |= leaning.is_some_and(|leaning| leaning.common);
    }
    let labelled_place = entry.parts.iter().any(|part| part.label == Some(Field::Place));
    let lean = |entry: &Parsed, at: usize| {
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
            let sentence = sentence || part.before == Sign::Stop && open.first().is_some_and(|first| first < at);
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
            || text.split(' ').next().is_some_and(|word| words.is_preposition(word)) && !words.leads_elsewhere(text);
        let clearly = !labelled_place
            && named
            && !entry.weights[at].describes
            && -lean(entry, at) > CLEARLY
            && entry.weights[at].place + entry.weights[at].colon + listed[at].unwrap_or(0.0).min(0.0).abs() > 0.6;
        entry.roles[at] = Some(if clearly && !crate::lines::reads_as_prose(&entry.parts[at].text) {
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

/// "Bürgerhaus, Märkische Straße 24, Raum 3": what follows a place behind a comma and is short belongs to it.
fn place_parts_in_a_row(entry: &mut Parsed) {
    for at in 1..entry.parts.len() {
        let (before, this) = (&entry.parts[at - 1], &entry.parts[at]);
        let joined = before.line == this.line && this.before == Sign::Comma && this.label.is_none();
        let address =
            this.text.split_whitespace().count() <= 4 && entry.weights[at].title < 1.5 && !entry.weights[at].describes;
        let short = address && this.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if joined
            && short
            && entry.roles[at - 1] == Some(Role::Place)
            && entry.roles[at] == Some(Role::About(Field::Description))
        {
            entry.roles[at] = Some(Role::Place);
        }
    }
}

/// "FZW, Ritterstraße 20: Ü40-Party": a short piece before a place, at the beginning of the line or behind the date, is its name.
fn place_before_its_street(entry: &mut Parsed) {
    for at in 1..entry.parts.len() {
        let (before, this) = (&entry.parts[at - 1], &entry.parts[at]);
        let begins = matches!(before.before, Sign::Line | Sign::Spot | Sign::Bar);
        let leads = before.line == this.line && begins && this.before == Sign::Comma;
        let name = before.text.split_whitespace().count() <= 4
            && entry.weights[at - 1].title <= 0.6
            && before.remark.is_none();
        if leads
            && name
            && entry.roles[at] == Some(Role::Place)
            && entry.roles[at - 1] == Some(Role::About(Field::Description))
        {
            entry.roles[at - 1] = Some(Role::Place);
        }
    }
}

/// "Jazz im Hof / 7. September, 19 Uhr / Alte Schmiede": a short line by itself beside the lines of title and date is the place; of
/// several, the one right below both.
fn lone_line(entry: &mut Parsed, words: &Words<'_>) {
    let Some(title) = entry.roles.iter().position(|role| *role == Some(Role::Title)) else { return };
    if entry.roles.contains(&Some(Role::Place)) {
        return;
    }
    let title_line = entry.parts[title].line;
    let dated_line = entry.lines.iter().position(|line| !line.spots.is_empty()).unwrap_or(0);
    let mut lone: Vec<usize> = Vec::new();
    for line in (0..entry.lines.len()).filter(|&line| line != title_line) {
        let plain = |at: usize| {
            let part = &entry.parts[at];
            let unmarked = part.remark.is_none() && part.label.is_none();
            matches!(entry.roles[at], Some(Role::District | Role::About(Field::Description))) && unmarked
        };
        let mut on_line = (0..entry.parts.len()).filter(|&at| entry.parts[at].line == line);
        if let Some(first) = on_line.clone().find(|&at| entry.roles[at] != Some(Role::District))
            && on_line.all(plain)
            && entry.parts[first].before == Sign::Line
            && matches!(entry.parts[first].after, Sign::Line | Sign::Comma)
            && !entry.weights[first].describes
        {
            lone.push(first);
        }
    }
    let below = title_line.max(dated_line) + 1;
    let at = match lone.as_slice() {
        [at] => *at,
        several => match several.iter().find(|&&at| entry.parts[at].line == below) {
            Some(&at) => at,
            None => return,
        },
    };
    if names_a_place(&entry.parts[at], entry.weights[at], words) {
        entry.roles[at] = Some(Role::Place);
        place_parts_in_a_row(entry);
    }
}

/// Whether a piece may be a venue's name although no sign tells it: short, capitalised, no sentence.
fn names_a_place(part: &Part, weight: Weight, words: &Words<'_>) -> bool {
    let first = part.text.split_whitespace().next().unwrap_or("");
    let leads = first.chars().count() >= 4
        || words.kinds_folded(first).is(Kind::Preposition)
        || first.chars().all(char::is_uppercase)
        // "St. Pankratius"
        || first.ends_with('.')
        || first.starts_with(|c: char| c.is_ascii_digit());
    let short = part.text.split_whitespace().count() <= 6 && !part.text.ends_with('.') && !part.quoted;
    // "domicil": a name may be written small where it is all that stands on its line.
    let alone = part.before == Sign::Line && part.after == Sign::Line && !part.text.contains(' ');
    let named = first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || alone;
    leads
        && short
        && named
        && !weight.describes
        && !part.text.contains(['!', '?'])
        && weight.title <= weight.place + 0.9
}

/// "5. Mai, 18 Uhr: Filmabend „Tschick“, Kino Roxy": without any other place, the last piece behind a comma is it, if it is no part of an
/// enumeration ("Kaffee, Kuchen und Musik").
fn last_piece(entry: &mut Parsed, words: &Words<'_>) {
    let Some(title) = entry.roles.iter().position(|role| *role == Some(Role::Title)) else { return };
    if entry.roles.iter().any(|role| matches!(role, Some(Role::Place))) {
        return;
    }
    let line = entry.parts[title].line;
    let open =
        |at: &usize| entry.parts[*at].line == line && !matches!(entry.roles[*at], Some(Role::Joint | Role::District));
    let Some(last) = (title + 1..entry.parts.len()).filter(open).rfind(|&at| entry.parts[at].remark.is_none()) else {
        return;
    };
    let part = &entry.parts[last];
    let one_word = |at: usize| !entry.parts[at].text.contains(' ');
    let enumerated = has_joint(&part.text, words)
        || one_word(last) && one_word(title) && entry.weights[last].place_words <= 0.0
        || (title + 1..last).any(|at| entry.parts[at].before == Sign::Comma && one_word(at) && one_word(title));
    if entry.roles[last] == Some(Role::About(Field::Description))
        && part.before == Sign::Comma
        && part.label.is_none()
        && !enumerated
        && names_a_place(part, entry.weights[last], words)
    {
        entry.roles[last] = Some(Role::Place);
    }
}

/// A title goes on over a colon or dash ("Fachvortrag: Grundsicherung im Alter") and over commas of a row ("Kaffee, Kuchen und Musik").
fn widen_title(entry: &mut Parsed, common: &[bool], words: &Words<'_>) {
    let Some(mut first) = entry.roles.iter().position(|role| *role == Some(Role::Title)) else { return };
    while first > 0 && begins_before(entry, first, common, words) {
        entry.roles[first - 1] = Some(Role::Title);
        first -= 1;
    }
    let description = Some(Role::About(Field::Description));
    let line = entry.parts[first].line;
    // What stands in quotation marks is all of it.
    let whole = entry.parts[first].quoted;
    let mut length = entry.parts[first].text.len();
    for (at, common) in common.iter().enumerate().skip(first + 1) {
        if entry.roles[at] == Some(Role::Title) {
            continue;
        }
        let part = &entry.parts[at];
        length += part.text.len();
        let tells_kind = *common && describes(part, &entry.parts[first], words);
        let joins = match part.before {
            _ if whole || tells_kind => false,
            Sign::Colon => true,
            Sign::Dash => length <= 110,
            Sign::Comma => {
                part.text.split_whitespace().count() <= 5 && !entry.weights[at].describes
                    || has_joint(&part.text, words)
            }
            // "Stahl und Stille. Gedichte vom Hochofen" at the end of a line: a sentence would end with its stop.
            Sign::Stop => {
                let short = part.text.split_whitespace().count() <= 7 && part.text.starts_with(char::is_uppercase);
                matches!(part.after, Sign::Line | Sign::Bar | Sign::Dash)
                    && short
                    && !part.text.ends_with(['.', '!', '?'])
            }
            _ => false,
        };
        let adjacent = entry.roles[at - 1] == Some(Role::Title) && part.remark.is_none() && part.label.is_none();
        // "Fotoausstellung: Gesichter einer Straße" beside the venue.
        let named = part.before == Sign::Colon && is_no_place(entry, at);
        if part.line != line || !joins || !adjacent || entry.roles[at] != description && !named || length > 160 {
            break;
        }
        entry.roles[at] = Some(Role::Title);
    }
}

/// Whether a title begins with the piece before it: "Vortrag: …" before a quoted title keeps the kind of event with its name, and a dash
/// that few entries of the list have is a part of the title ("Leben mit Demenz – Filmgespräch").
fn begins_before(entry: &Parsed, first: usize, common: &[bool], words: &Words<'_>) -> bool {
    let (before, title) = (&entry.parts[first - 1], &entry.parts[first]);
    let open = entry.roles[first - 1] == Some(Role::About(Field::Description)) || is_no_place(entry, first - 1);
    if !open || before.line != title.line || before.after != title.before || before.remark.is_some() {
        return false;
    }
    let short = before.text.split_whitespace().count();
    match title.before {
        // "Bilder aus dem Baltikum: Reisevortrag in drei Kapiteln" on a line of its own.
        Sign::Colon if before.before == Sign::Line && title.after == Sign::Line => true,
        Sign::Colon => short <= 3 || short <= 6 && before.text.split(' ').any(|word| words.names_event(word)),
        Sign::Dash => !common[first - 1] && short <= 6 && has_place(entry, first - 1),
        _ => false,
    }
}

/// Whether a piece that was taken for the venue gives way to a plainer one elsewhere in its entry.
fn is_no_place(entry: &Parsed, at: usize) -> bool {
    let plainer = |other: usize| {
        other != at
            && entry.roles[other] == Some(Role::Place)
            && entry.weights[other].place_words >= 2.0
            && other + 1 != at
    };
    // "Erzählcafé: …" names a kind of event as well as a venue.
    let weight = entry.weights[at];
    let own = weight.place < 2.0 || entry.parts[at].before == Sign::Colon || weight.title >= 2.0;
    entry.roles[at] == Some(Role::Place) && own && (0..entry.parts.len()).any(plainer)
}

/// Whether an entry names a venue or district in another piece.
fn has_place(entry: &Parsed, at: usize) -> bool {
    let roles = entry.roles.iter().enumerate().filter(|(other, _)| *other != at);
    roles.map(|(_, role)| *role).any(|role| matches!(role, Some(Role::Place | Role::District)))
}

/// "Klangbrücken – Konzert", "Steine erzählen, Führung durch die Ausstellung": a kind of event behind a title that names none tells what it is;
/// "Rollentausch – Theater der Generationen" is a name.
fn describes(part: &Part, title: &Part, words: &Words<'_>) -> bool {
    let mut pieces = part.text.split(' ');
    let kind = pieces.next().is_some_and(|word| word.split('-').next().is_some_and(|word| words.names_event(word)));
    let owned = pieces.next().is_some_and(|word| words.is_article(word));
    let named = title.text.split([' ', '-']).any(|word| words.names_event(word));
    matches!(part.before, Sign::Dash | Sign::Comma) && kind && !owned && !named
}

/// Whether a word such as "und" joins what it holds.
fn has_joint(text: &str, words: &Words<'_>) -> bool {
    text.split(' ').any(|word| words.kinds(word).is(Kind::Joint))
}

/// The text of all neighbouring pieces with a role, as written, per line; lines joined by a comma.
pub(crate) fn text_of(entry: &Parsed, role: Role) -> Option<String> {
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
                text.push_str(&part.text);
            }
            _ => texts.push(part.text.clone()),
        }
        last = Some(at);
    }
    if texts.is_empty() { None } else { Some(texts.join(", ")) }
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
            && venue.split(',').next().is_some_and(|name| name.split([' ', '-']).any(|word| words.names_place(word)))
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
