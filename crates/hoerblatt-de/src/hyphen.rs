//! Where a word may be divided: at the seams of a compound first, between syllables at a high cost.
//!
//! Liang's patterns know no ranks: every engine tried broke "Netzwerkpart-ner*innen" where "Netzwerk-partner*innen" reads better. So
//! seams are looked for first, in three ways of falling certainty: parts of a small lexicon that cover the word, the linking elements
//! that only stand at seams ("-ungs|", "-heits|"), a known last part. The 1996 patterns (dehyph-exptl, MIT) come below them.

use crate::noun;
use hoerblatt_core::Break;
use hyphenation::{Hyphenator, Language, Load, Standard};
use std::{collections::HashSet, sync::LazyLock};

/// Letters that stay together at either end of a word; fewer leave a stump that a reader of large print must guess.
const LEAST: usize = 4;
/// A seam between two known parts.
const SEAM: u8 = 0;
/// A seam shown by a linking element.
const LINKED: u8 = 10;
/// A seam before a known last part.
const HEAD: u8 = 25;
/// A syllable.
const SYLLABLE: u8 = 80;
/// No German word that is divided is longer; longer strings are no words.
const LONGEST: usize = 120;

static PATTERNS: LazyLock<Option<Standard>> = LazyLock::new(|| {
    let mut bytes: &[u8] = include_bytes!("../data/de-1996.standard.bincode");
    Standard::from_reader(Language::German1996, &mut bytes).ok()
});

static PARTS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../tables/compounds.tsv").lines().filter(|line| !line.starts_with('#')).collect());

/// The places where a word may be divided, in order, with their cost.
pub(crate) fn breaks(word: &str) -> Vec<Break> {
    if word.len() > LONGEST || word.chars().any(|c| c.is_ascii_digit() || c == '@' || c == '.') {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut start = 0;
    // Signs part a word into pieces: hyphens, gender signs. No piece is divided closer than four letters to one.
    for piece in word.split_inclusive(|c: char| !crate::text::is_letter(c)) {
        let letters = piece.trim_end_matches(|c: char| !crate::text::is_letter(c));
        // "Bürger*innen" stays whole; "Bürger*innen|versammlung" has a seam behind its gender form.
        match letters.strip_prefix("innen").filter(|_| start > 0) {
            None => divide(letters, start, &mut out),
            Some(rest) if rest.chars().count() >= LEAST => {
                let seam = start + letters.len() - rest.len();
                out.push(Break { at: u32::try_from(seam).unwrap_or(u32::MAX), cost: SEAM });
                divide(rest, seam, &mut out);
            }
            Some(_) => {}
        }
        start += piece.len();
    }
    out
}

/// Divides one piece of letters.
fn divide(letters: &str, start: usize, out: &mut Vec<Break>) {
    if letters.chars().count() < 2 * LEAST {
        return;
    }
    let lower = letters.to_lowercase();
    if lower.len() != letters.len() {
        return;
    }
    let seams = seams(&lower);
    let mut found: Vec<(usize, u8)> = seams.clone();
    if let Some(patterns) = PATTERNS.as_ref() {
        let syllables = patterns.hyphenate(&lower).breaks;
        let near = |at: usize| seams.iter().any(|(seam, _)| seam.abs_diff(at) < LEAST);
        found.extend(syllables.into_iter().filter(|at| !near(*at)).map(|at| (at, SYLLABLE)));
    }
    found.sort_unstable();
    found.dedup_by_key(|(at, _)| *at);
    for (at, cost) in found {
        let sound = letters.is_char_boundary(at)
            && letters[..at].chars().count() >= LEAST
            && letters[at..].chars().count() >= LEAST;
        if sound && let Ok(at) = u32::try_from(start + at) {
            out.push(Break { at, cost });
        }
    }
}

/// The seams of a compound.
fn seams(word: &str) -> Vec<(usize, u8)> {
    if let Some(parts) = covered(word) {
        return parts.into_iter().map(|at| (at, SEAM)).collect();
    }
    let mut found = Vec::new();
    const LINKS: &[&str] = &["ungs", "ions", "täts", "heits", "keits", "schafts", "lings", "tums"];
    for link in LINKS {
        for (at, _) in word.match_indices(link) {
            let seam = at + link.len();
            if word[seam..].chars().count() >= LEAST && at > 0 {
                found.push((seam, LINKED));
            }
        }
    }
    let head = word.char_indices().map(|(at, _)| at).skip(LEAST).find(|at| {
        let tail = &word[*at..];
        tail.chars().count() >= LEAST && (PARTS.contains(tail) || noun::is_head(tail))
    });
    found.extend(head.map(|at| (at, HEAD)));
    found.sort_unstable();
    found.dedup_by_key(|(at, _)| *at);
    found
}

/// The seams of a word that parts of the lexicon cover from end to end, with linking elements between them; the fewest parts win.
fn covered(word: &str) -> Option<Vec<usize>> {
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    // best[i]: the seams of the cover up to ends[i] with the fewest parts.
    let mut best: Vec<Option<Vec<usize>>> = vec![None; ends.len()];
    best[0] = Some(Vec::new());
    for to in 1..ends.len() {
        for from in (0..to).rev().take(20) {
            let Some(before) = &best[from] else { continue };
            let piece = &word[ends[from]..ends[to]];
            let last = to + 1 == ends.len();
            if !is_part(piece, last) {
                continue;
            }
            let mut seams = before.clone();
            if !last {
                seams.push(ends[to]);
            }
            if best[to].as_ref().is_none_or(|known| seams.len() < known.len()) {
                best[to] = Some(seams);
            }
        }
    }
    best.pop().flatten().filter(|seams| !seams.is_empty())
}

/// A part of the lexicon, in the middle with a linking element, at the end with an ending.
fn is_part(piece: &str, last: bool) -> bool {
    if piece.len() < 3 {
        return false;
    }
    if PARTS.contains(piece) {
        return true;
    }
    let joints: &[&str] = if last {
        &["s", "es", "n", "en", "e", "er", "ern", "in", "innen"]
    } else {
        &["s", "es", "n", "en", "er", "e"]
    };
    joints.iter().any(|joint| piece.strip_suffix(joint).is_some_and(|stem| stem.len() > 3 && PARTS.contains(stem)))
        || last && noun::is_head(piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The word with `·` at its seams.
    fn shown(word: &str) -> String {
        let mut out = word.to_owned();
        for found in breaks(word).iter().rev().filter(|found| found.cost < SYLLABLE) {
            out.insert(found.at as usize, '·');
        }
        out
    }

    #[test]
    fn seams_come_before_syllables() {
        for (word, division) in [
            ("Netzwerkpartner*innen", "Netzwerk·partner*innen"),
            ("Veranstaltungspalette", "Veranstaltungs·palette"),
            ("Seniorenbüros", "Senioren·büros"),
            ("Jubiläumsevent", "Jubiläums·event"),
            ("coronabedingt", "corona·bedingt"),
            ("Kooperationsnetzwerk", "Kooperations·netzwerk"),
            ("Stadtbezirk", "Stadt·bezirk"),
            ("Bürger*innen", "Bürger*innen"),
            ("Haus", "Haus"),
        ] {
            assert_eq!(shown(word), division);
        }
    }

    #[test]
    fn syllables_cost_more_and_leave_four_letters() {
        let found = breaks("Unterhaltungskünstlerin");
        assert!(found.iter().any(|f| f.cost == SYLLABLE) && found.iter().any(|f| f.cost < SYLLABLE));
        assert!(breaks("Oktober").is_empty());
    }

    #[test]
    fn parts_are_sorted() {
        let parts: Vec<&str> =
            include_str!("../tables/compounds.tsv").lines().filter(|l| !l.starts_with('#')).collect();
        assert!(parts.is_sorted());
    }
}
