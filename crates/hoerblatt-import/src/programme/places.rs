//! Which pieces belong to the venue? Its rooms and streets, a line by itself, the last piece behind a comma.

use super::{
    kinds::Kind,
    parts::{Part, Sign},
    roles::{Parsed, Role, Weight},
    title::has_joint,
    words::Words,
};
use crate::scan::Scan;
use hoerblatt_core::language::Field;

/// "Bürgerhaus, Märkische Straße 24, Raum 3": what follows a place behind a comma and is short belongs to it.
pub(super) fn place_parts_in_a_row(entry: &mut Parsed<'_>) {
    for at in 1..entry.parts.len() {
        let (before, this) = (&entry.parts[at - 1], &entry.parts[at]);
        let joined = before.line == this.line && this.before == Sign::Comma && this.label.is_none();
        let address = this.text.spaced().count() <= 4 && entry.weights[at].title < 1.5 && !entry.weights[at].describes;
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
pub(super) fn place_before_its_street(entry: &mut Parsed<'_>) {
    for at in 1..entry.parts.len() {
        let (before, this) = (&entry.parts[at - 1], &entry.parts[at]);
        let begins = matches!(before.before, Sign::Line | Sign::Spot | Sign::Bar);
        let leads = before.line == this.line && begins && this.before == Sign::Comma;
        let name = before.text.spaced().count() <= 4 && entry.weights[at - 1].title <= 0.6 && before.remark.is_none();
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
pub(super) fn lone_line(entry: &mut Parsed<'_>, words: &Words<'_>) {
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
fn names_a_place(part: &Part<'_>, weight: Weight, words: &Words<'_>) -> bool {
    let first = part.text.spaced().next().unwrap_or("");
    let leads = first.chars().count() >= 4
        || words.kinds_folded(first).is(Kind::Preposition)
        || first.chars().all(char::is_uppercase)
        // "St. Pankratius"
        || first.ends_with('.')
        || first.starts_with(|c: char| c.is_ascii_digit());
    let short = part.text.spaced().count() <= 6 && !part.text.ends_with('.') && !part.quoted;
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
pub(super) fn last_piece(entry: &mut Parsed<'_>, words: &Words<'_>) {
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
    let enumerated = has_joint(part.text, words)
        || one_word(last) && one_word(title) && entry.weights[last].place_words <= 0.0
        || (title + 1..last).any(|at| entry.parts[at].before == Sign::Comma && one_word(at) && one_word(title));
    if entry.roles[last] == Some(Role::About(Field::Description))
        && (part.before == Sign::Comma || part.before == Sign::Spot && part.after == Sign::Line)
        && part.label.is_none()
        && !enumerated
        && names_a_place(part, entry.weights[last], words)
    {
        entry.roles[last] = Some(Role::Place);
    }
}
