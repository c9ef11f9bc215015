//! Where does a title begin and end? It goes on over colons, dashes and commas, and may begin before the piece that was chosen.

use super::{
    kinds::Kind,
    parts::{Part, Sign},
    roles::{Parsed, Role},
    words::Words,
};
use crate::scan::Scan;
use hoerblatt_core::language::Field;

/// A title goes on over a colon or dash ("Fachvortrag: Grundsicherung im Alter") and over commas of a row ("Kaffee, Kuchen und Musik").
pub(super) fn widen_title(entry: &mut Parsed<'_>, common: &[bool], words: &Words<'_>) {
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
                part.text.spaced().count() <= 5 && !entry.weights[at].describes || has_joint(part.text, words)
            }
            // "Stahl und Stille. Gedichte vom Hochofen" at the end of a line: a sentence would end with its stop.
            Sign::Stop => {
                let short = part.text.spaced().count() <= 7 && part.text.starts_with(char::is_uppercase);
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
fn begins_before(entry: &Parsed<'_>, first: usize, common: &[bool], words: &Words<'_>) -> bool {
    let (before, title) = (&entry.parts[first - 1], &entry.parts[first]);
    let open = entry.roles[first - 1] == Some(Role::About(Field::Description)) || is_no_place(entry, first - 1);
    if !open || before.line != title.line || before.after != title.before || before.remark.is_some() {
        return false;
    }
    let short = before.text.spaced().count();
    match title.before {
        // "Bilder aus dem Baltikum: Reisevortrag in drei Kapiteln" on a line of its own.
        Sign::Colon if before.before == Sign::Line && title.after == Sign::Line => true,
        Sign::Colon => short <= 3 || short <= 6 && before.text.split(' ').any(|word| words.names_event(word)),
        Sign::Dash => !common[first - 1] && short <= 6 && has_place(entry, first - 1),
        _ => false,
    }
}

/// Whether a piece that was taken for the venue gives way to a plainer one elsewhere in its entry.
fn is_no_place(entry: &Parsed<'_>, at: usize) -> bool {
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
pub(super) fn has_place(entry: &Parsed<'_>, at: usize) -> bool {
    let roles = entry.roles.iter().enumerate().filter(|(other, _)| *other != at);
    roles.map(|(_, role)| *role).any(|role| matches!(role, Some(Role::Place | Role::District)))
}

/// "Klangbrücken – Konzert", "Steine erzählen, Führung durch die Ausstellung": a kind of event behind a title that names none tells what it is;
/// "Rollentausch – Theater der Generationen" is a name.
fn describes(part: &Part<'_>, title: &Part<'_>, words: &Words<'_>) -> bool {
    let mut pieces = part.text.split(' ');
    let kind = pieces.next().is_some_and(|word| word.split('-').next().is_some_and(|word| words.names_event(word)));
    let owned = pieces.next().is_some_and(|word| words.is_article(word));
    let named = title.text.pieces().any(|word| words.names_event(word));
    matches!(part.before, Sign::Dash | Sign::Comma) && kind && !owned && !named
}

/// Whether a word such as "und" joins what it holds.
pub(super) fn has_joint(text: &str, words: &Words<'_>) -> bool {
    text.split(' ').any(|word| words.kinds(word).is(Kind::Joint))
}
