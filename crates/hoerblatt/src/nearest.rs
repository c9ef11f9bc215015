//! What was meant? The known word with the fewest changes to the one that was typed.

/// The candidate most like `word`, if it is like enough: at most a third of its letters changed.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let best = candidates.map(|candidate| (distance(word, candidate), candidate)).min()?;
    (best.0 <= word.chars().count().max(3) / 3).then_some(best.1)
}

/// Levenshtein's distance in letters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_understood_and_a_guess_is_not_made() {
        let known = ["hoerde", "brackel", "eving"];
        assert_eq!(nearest("hörde", known.into_iter()), None);
        assert_eq!(nearest("brakel", known.into_iter()), Some("brackel"));
        assert_eq!(nearest("xyz", known.into_iter()), None);
    }
}
