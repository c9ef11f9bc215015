//! How long is a pause, and how long does a speech take?
//!
//! The lengths are starting values from judgement, not from a study; what is known is the pace. German radio news keeps to at most five
//! syllables a second (Bose 2011); SVOX Pico's 3.9 (106 words a minute) is right for older listeners, and [`Pace::Normal`] is that.

use hoerblatt_core::{Pace, Pause, Speech, SpeechToken};
use unicode_normalization::UnicodeNormalization;

/// Syllables a second at [`Pace::Normal`], measured with SVOX Pico's German voice.
pub const SYLLABLES_PER_SECOND: f64 = 3.9;

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
/// assert!((1.5..3.0).contains(&seconds(&speech, Pace::Normal)));
/// assert!(seconds(&speech, Pace::Slow) > seconds(&speech, Pace::Fast));
/// ```
pub fn seconds(speech: &Speech, pace: Pace) -> f64 {
    let (syllables, silence) = speech.0.iter().map(effort).fold((0.0, 0), |(s, p), (t, q)| (s + t, p + q));
    // Pauses shrink with the pace as well: a fast reading with slow gaps sounds broken.
    (syllables / SYLLABLES_PER_SECOND + f64::from(silence) / 1000.0) * 100.0 / f64::from(pace.percent())
}

/// Syllables and milliseconds of silence of one token.
fn effort(token: &SpeechToken) -> (f64, u32) {
    match token {
        SpeechToken::Words(words) | SpeechToken::Sounds { words, .. } => (syllables(words), silence(words)),
        SpeechToken::Spell(letters) => {
            let names: f64 = letters.iter().map(|letter| syllables(letter).max(SYLLABLES_PER_LETTER)).sum();
            (names, 0)
        }
        SpeechToken::Foreign(_, inner) | SpeechToken::Strong(inner) => {
            inner.iter().map(effort).fold((0.0, 0), |(s, p), (t, q)| (s + t, p + q))
        }
        SpeechToken::Pause(pause) => (0.0, milliseconds(*pause)),
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

/// Milliseconds for the punctuation inside words.
fn silence(words: &str) -> u32 {
    let of = |mark: char| match mark {
        ',' | '–' => milliseconds(Pause::Clause),
        '.' | '!' | '?' | ':' | ';' | '…' => milliseconds(Pause::Sentence),
        _ => 0,
    };
    words.chars().map(of).sum()
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
