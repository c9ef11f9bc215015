//! A list keeps its shape: what the entries say together about the pieces at one place.

use super::{
    parts::{Part, Sign},
    roles::{Parsed, Role},
    words::Words,
};
use hoerblatt_core::{Value, language::Field};
use std::collections::BTreeMap;

/// The key under which pieces of different entries are alike: how many in, and between which signs.
pub(super) type Slot = (usize, usize, Sign, Sign);

pub(super) fn slots<'e>(entry: &'e Parsed<'_>) -> impl Iterator<Item = (usize, Slot)> + 'e {
    let open = entry
        .parts
        .iter()
        .enumerate()
        .filter(|(at, _)| !matches!(entry.roles[*at], Some(Role::About(_) | Role::Joint)));
    let open: Vec<(usize, &Part<'_>)> = open.collect();
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
pub(super) struct Leaning {
    /// How much more speaks for a title than for a place, on average.
    pub title: f32,
    /// Whether at least half of the entries have a piece there.
    pub common: bool,
    /// How many of them have one.
    pub entries: usize,
}

/// For each slot of the list. Slots of a single entry say nothing.
pub(super) fn leanings(entries: &[Parsed<'_>], slots: &[Vec<(usize, Slot)>]) -> BTreeMap<Slot, Leaning> {
    let mut sums: BTreeMap<Slot, (f32, f32)> = BTreeMap::new();
    for (entry, slots) in entries.iter().zip(slots) {
        for &(at, slot) in slots {
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

/// "(Anneliese Brost Musikforum, So. 19.04.2026, 18 Uhr)": where almost every entry of a long list has its place, an entry without one
/// has it, too.
pub(super) fn place_as_the_others(entries: &mut [Parsed<'_>], slots: &[Vec<(usize, Slot)>], words: &Words<'_>) {
    let mut places: BTreeMap<Slot, (usize, usize)> = BTreeMap::new();
    for (entry, slots) in entries.iter().zip(slots) {
        for &(at, slot) in slots {
            let (placed, all) = places.entry(slot).or_default();
            *placed += usize::from(entry.roles[at] == Some(Role::Place));
            *all += 1;
        }
    }
    // "Turm von St. Petri"
    let named = |part: &Part<'_>| part.text.split(' ').next().is_some_and(|word| words.names_place(word));
    let usual = |slot: &Slot| places.get(slot).is_some_and(|(placed, all)| *placed >= 3 && placed * 4 >= all * 3);
    let placeless = entries.iter_mut().zip(slots).filter(|(entry, _)| !entry.roles.contains(&Some(Role::Place)));
    for (entry, slots) in placeless {
        let open = |at: usize| {
            let part = &entry.parts[at];
            let plain = part.remark.is_none() && part.label.is_none() && !part.text.ends_with('.');
            let describes = entry.weights[at].describes && !named(part);
            plain && !describes && entry.roles[at] == Some(Role::About(Field::Description))
        };
        let found = slots.iter().find(|(at, slot)| usual(slot) && open(*at)).map(|(at, _)| *at);
        if let Some(at) = found {
            entry.roles[at] = Some(Role::Place);
        }
    }
}
