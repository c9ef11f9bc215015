//! How long is a pause?

use hoerblatt_core::{Pace, Pause};

/// Lengths of silence at normal pace, in ms.
///
/// The defaults are the project's, from judgement: 250 ms for a clause, 500 ms between sentences, 900 ms between the items of a list;
/// 400 ms between the groups of a telephone number leave time to write one down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the `Pause` of the same name")]
pub struct Pauses {
    pub group_ms: u32,
    pub clause_ms: u32,
    pub sentence_ms: u32,
    pub item_ms: u32,
    pub paragraph_ms: u32,
    pub section_ms: u32,
}

impl Default for Pauses {
    fn default() -> Self {
        Self { group_ms: 400, clause_ms: 250, sentence_ms: 500, item_ms: 900, paragraph_ms: 900, section_ms: 1500 }
    }
}

impl Pauses {
    /// The same pauses for another pace: they shrink and grow with the words.
    #[must_use]
    pub fn at(&self, pace: Pace) -> Self {
        let scaled = |ms: u32| u32::try_from(u64::from(ms) * 100 / u64::from(pace.percent())).unwrap_or(u32::MAX);
        Self {
            group_ms: scaled(self.group_ms),
            clause_ms: scaled(self.clause_ms),
            sentence_ms: scaled(self.sentence_ms),
            item_ms: scaled(self.item_ms),
            paragraph_ms: scaled(self.paragraph_ms),
            section_ms: scaled(self.section_ms),
        }
    }

    /// The silence for a pause. The gender pause has none of its own: it is the glottal stop with which every voice begins the word
    /// after it ("Bürger innen").
    pub fn ms(&self, pause: Pause) -> u32 {
        match pause {
            Pause::Gender => 0,
            Pause::Group => self.group_ms,
            Pause::Clause => self.clause_ms,
            Pause::Sentence => self.sentence_ms,
            Pause::Item => self.item_ms,
            Pause::Paragraph => self.paragraph_ms,
            Pause::Section => self.section_ms,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_voices_mean_the_same_pauses() {
        let pauses = [Pause::Group, Pause::Clause, Pause::Sentence, Pause::Item, Pause::Paragraph, Pause::Section];
        for pause in pauses {
            assert_eq!(Pauses::default().ms(pause), hoerblatt_ssml::prosody::milliseconds(pause), "{pause:?}");
        }
    }
}
