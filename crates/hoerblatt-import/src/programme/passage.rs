//! Which sentences belong together? "Los geht es am Sonntag, 3. August. Beim „Frühstück für alle“ rücken um 9 Uhr die Decken zusammen.": the
//! day stands in one sentence, the name in the next.

use super::{Finder, parts::EntryLine, prose::quotations, segment::is_day};
use hoerblatt_core::{
    Value,
    language::{Bound, Spot},
};

/// One sentence with a day, or two that tell of the same event.
pub(super) struct Passage<'t> {
    /// Where it begins in its paragraph.
    pub start: usize,
    pub text: &'t str,
    /// The sentence in which the day stands.
    pub dated: &'t str,
}

/// A sentence of a paragraph, and what it holds.
struct Sentence<'t> {
    start: usize,
    text: &'t str,
    day: bool,
    time: bool,
    title: bool,
    notice: bool,
}

impl Finder<'_> {
    /// Every sentence of a paragraph that names a day, with the neighbour that names the event or its time where it does not itself.
    pub(super) fn passages<'t>(&self, paragraph: &'t str, sentences: &[(usize, &'t str)]) -> Vec<Passage<'t>> {
        let sentences: Vec<Sentence<'t>> = sentences.iter().map(|&(start, text)| self.look(start, text)).collect();
        let mut taken = vec![false; sentences.len()];
        let mut passages = Vec::new();
        for (at, sentence) in sentences.iter().enumerate().filter(|(_, sentence)| sentence.day) {
            let beside = |other: usize| sentences.get(other).filter(|other| !other.day);
            let names = |other: &usize| beside(*other).is_some_and(|sentence| sentence.title && !taken[*other]);
            let (mut first, mut last) = (at, at);
            if !sentence.title {
                let named = Some(at + 1).filter(names).or_else(|| at.checked_sub(1).filter(names));
                first = first.min(named.unwrap_or(at));
                last = last.max(named.unwrap_or(at));
            }
            let timed = sentences[first..=last].iter().any(|sentence| sentence.time);
            // "… war ein Abend angekündigt. Er muss leider ausfallen.": the next sentence tells its status, or its time.
            let tells = |next: &Sentence<'_>| next.notice || next.time && !timed;
            if beside(last + 1).is_some_and(|next| !next.title && tells(next)) {
                last += 1;
            }
            taken[first..=last].fill(true);
            let end = sentences[last].start + sentences[last].text.len();
            let start = sentences[first].start;
            passages.push(Passage { start, text: &paragraph[start..end], dated: sentence.text });
        }
        passages
    }

    fn look<'t>(&self, start: usize, text: &'t str) -> Sentence<'t> {
        let spots = self.language.spot(text);
        let is_time =
            |spot: &Spot| matches!(spot.value, Value::Time(_) | Value::Times(..)) && spot.bound != Bound::Until;
        let day = spots.iter().any(|spot| is_day(&spot.value, spot.bound));
        let time = spots.iter().any(is_time);
        let notice = spots.iter().any(|spot| matches!(spot.value, Value::Notice(_)));
        let said = EntryLine::with_spots(text, spots);
        Sentence { start, text, day, time, title: self.quotes_title(&said), notice }
    }

    /// Whether a sentence quotes a name, and not what somebody says: "„Wir freuen uns“, sagt die Leiterin".
    fn quotes_title(&self, said: &EntryLine<'_>) -> bool {
        let Some(quote) = quotations(said.text).next() else { return false };
        let behind = said.text[quote.end..].trim_start_matches(['“', '”', '«', '"', '‘']);
        let speech = behind.strip_prefix(", ").is_some_and(|rest| {
            let next = rest.split(' ').next().unwrap_or("");
            next.starts_with(char::is_lowercase) && !self.words.is_article(next) && !self.words.is_preposition(next)
        });
        let whole_sentence = said.text[quote].ends_with(['.', ',']);
        !speech && !whole_sentence && self.quotation(said).is_some()
    }
}
