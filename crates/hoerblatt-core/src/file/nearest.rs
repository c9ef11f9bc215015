//! The known word most like a misspelt one.

/// The candidate with the fewest edits, if it is close enough to be meant: at most a third of its letters differ.
///
/// ```
/// use hoerblatt_core::file::nearest;
/// assert_eq!(nearest("destrict", ["district", "description"]), Some("district"));
/// assert_eq!(nearest("preis", ["title", "until"]), None);
/// ```
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let ranked = candidates.into_iter().map(|candidate| (strsim::osa_distance(word, candidate), candidate));
    let (edits, best) = ranked.min()?;
    (edits * 3 <= best.chars().count().max(3)).then_some(best)
}
