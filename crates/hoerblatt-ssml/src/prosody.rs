//! How long is a pause, and how long does a speech take?
//!
//! The lengths are starting values from judgement, not from a study; what is known is the pace. German radio news keeps to at most five
//! syllables a second (Bose 2011); SVOX Pico's 3.9 with its pauses (106 words a minute) are right for older listeners, and [`Pace::Normal`] is that.

use hoerblatt_core::{Pace, Pause, Speech, SpeechToken};
use unicode_normalization::UnicodeNormalization;

/// Syllables a second at [`Pace::Normal`], pauses aside: the rate at which the estimates of the prompts of `data/dortmund-2022` add up
/// to what SVOX Pico's German voice takes for them.
pub const SYLLABLES_PER_SECOND: f64 = 4.7;

/// A letter said by its name takes about as long as a syllable and the gap after it.
const SYLLABLES_PER_LETTER: f64 = 1.3;

/// Milliseconds of silence for a pause at normal pace.
pub fn milliseconds(pause: Pause) -> u32 {
    match pause {
        // A glottal stop as in "Spiegel-Ei": heard as a gap inside a word, not between two.
        Pause::Gender => 60,
        Pause::Clause => 250,
        // Long enough to write a group of digits down.
        Pause::Group => 400,
        Pause::Sentence => 500,
        Pause::Item | Pause::Paragraph => 900,
        Pause::Section => 1500,
    }
}

/// Estimated seconds that a speech takes: syllables by pace, plus its pauses and those of its punctuation.
///
/// ```
/// use hoerblatt_core::{Pace, Speech};
/// use hoerblatt_ssml::prosody::seconds;
/// let speech = Speech::words("Mittwoch, elfter Mai.");
/// assert!((1.2..3.0).contains(&seconds(&speech, Pace::Normal)));
/// assert!(seconds(&speech, Pace::Slow) > seconds(&speech, Pace::Fast));
/// ```
pub fn seconds(speech: &Speech, pace: Pace) -> f64 {
    let mut effort = Effort::default();
    effort.tokens(&speech.0);
    // Pauses shrink with the pace as well: a fast reading with slow gaps sounds broken.
    (effort.syllables / SYLLABLES_PER_SECOND + f64::from(effort.silence) / 1000.0) * 100.0 / f64::from(pace.percent())
}

/// What a speech takes, added up.
#[derive(Debug, Default)]
struct Effort {
    syllables: f64,
    /// Milliseconds.
    silence: u32,
    /// Silence since the last word; where several pauses meet, the longest counts.
    pending: u32,
}

impl Effort {
    fn tokens(&mut self, tokens: &[SpeechToken]) {
        for token in tokens {
            match token {
                SpeechToken::Words(words) | SpeechToken::Sounds { words, .. } => self.words(words),
                SpeechToken::Spell(letters) => {
                    let names = letters.iter().map(|letter| syllables(letter).max(SYLLABLES_PER_LETTER));
                    self.say(names.sum());
                }
                SpeechToken::Foreign(_, inner) | SpeechToken::Strong(inner) => self.tokens(inner),
                SpeechToken::Pause(pause) => self.pause(milliseconds(*pause)),
            }
        }
    }

    fn words(&mut self, words: &str) {
        for word in words.split_whitespace() {
            self.say(syllables(word));
            // The mark may stand before a closing quotation mark.
            match word.trim_end_matches(['“', '”', '‘', '«', ')']).chars().last() {
                Some('.' | '!' | '?' | '…') => self.pause(milliseconds(Pause::Sentence)),
                Some(',' | ';' | ':' | '–') => self.pause(milliseconds(Pause::Clause)),
                _ => {}
            }
        }
    }

    fn say(&mut self, syllables: f64) {
        if syllables > 0.0 {
            self.silence += std::mem::take(&mut self.pending);
            self.syllables += syllables;
        }
    }

    /// Silence counts when something follows it: the end of a speech is not waited for.
    fn pause(&mut self, milliseconds: u32) {
        self.pending = self.pending.max(milliseconds);
    }
}

/// Syllables as groups of vowels; a word of a script whose vowels are not known counts three letters as one.
fn syllables(words: &str) -> f64 {
    let of_word = |word: &str| {
        let letters: Vec<char> = word.nfd().flat_map(char::to_lowercase).filter(|c| c.is_alphabetic()).collect();
        let starts = |at: usize| is_vowel(letters[at]) && (at == 0 || !is_vowel(letters[at - 1]));
        let groups = (0..letters.len()).filter(|&at| starts(at)).count();
        #[expect(clippy::cast_precision_loss, reason = "no word has 2^52 letters")]
        let by_length = letters.len() as f64 / 3.0;
        // Vowels that meet over a seam ("Bau-amt", "ge-impft") are one group but two syllables: length corrects for it.
        #[expect(clippy::cast_precision_loss, reason = "no word has 2^52 letters")]
        let counted = groups as f64;
        counted.max(by_length.min(counted + 1.0)).max(if letters.is_empty() { 0.0 } else { 1.0 })
    };
    words.split_whitespace().map(of_word).sum()
}

/// Vowels of Latin, Greek and Cyrillic letters without their marks.
fn is_vowel(letter: char) -> bool {
    "aeiouyæœøıаеёиоуыэюяіїєαειουηω".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_near_enough() {
        for (words, expected) in
            [("Mai", 1.0), ("Seniorenbüro", 6.0), ("zweitausendzweiundzwanzig", 7.0), ("Hörde", 2.0)]
        {
            let counted = syllables(words);
            assert!((counted - expected).abs() <= 1.0, "{words}: {counted} against {expected}");
        }
    }

    #[test]
    fn nothing_takes_no_time() {
        assert!(seconds(&Speech::default(), Pace::Normal).abs() < f64::EPSILON);
    }
}
