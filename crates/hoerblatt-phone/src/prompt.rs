//! What is played? A [`Prompt`] is a stretch of speech with a name that comes from its content.
//!
//! The same words by the same voice always have the same name, so an unchanged prompt is never rendered twice, and old and new files
//! can stand side by side while a line is being updated.

use hoerblatt_core::{Pace, Pause, Speech, SpeechToken};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Room for the readable beginning of a name: with hyphen and hash 31 characters, one less than the strictest exchange takes
/// (Auerswald COMpact: 32).
const READABLE: usize = 20;

/// Hex digits of the hash: 40 bits, one chance in 20,000 of any clash among 10,000 prompts.
const HASH: usize = 10;

/// What is played in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// Its name: readable beginning, hyphen, hash of voice, paces, chain and words. ASCII letters, digits and hyphens only.
    pub name: String,
    /// What is said, piece after piece, with the pause of a sentence between two.
    pub pieces: Vec<Speech>,
}

impl Prompt {
    /// A prompt; `voice` and `chain` name who speaks and what is done to the sound, since either changes the file.
    ///
    /// ```
    /// use hoerblatt_core::Speech;
    /// use hoerblatt_phone::Prompt;
    /// let prompt = Prompt::new("Menü", vec![Speech::words("Auf Wiederhören.")], "pico", "8k-alaw");
    /// assert_eq!(prompt.name, Prompt::new("Menü", vec![Speech::words("Auf Wiederhören.")], "pico", "8k-alaw").name);
    /// assert!(prompt.name.starts_with("men-"));
    /// ```
    pub fn new(readable: &str, pieces: Vec<Speech>, voice: &str, chain: &str) -> Self {
        let pieces: Vec<Speech> = pieces.into_iter().filter(|piece| !piece.is_empty()).collect();
        let mut hash = Sha256::new();
        for part in [voice, chain] {
            field(&mut hash, b'v', part);
        }
        for pace in Pace::ALL {
            field(&mut hash, b'p', &pace.percent().to_string());
        }
        for piece in &pieces {
            hash.update(b"[");
            tokens(&mut hash, &piece.0);
        }
        let mut hex = String::new();
        for byte in hash.finalize().iter().take(HASH / 2) {
            // Writing into a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        let start = readable_start(readable);
        Self { name: if start.is_empty() { hex } else { format!("{start}-{hex}") }, pieces }
    }

    /// The name of the file without its ending, below the line's folder: one folder for each pace.
    pub fn path(&self, pace: Pace) -> String {
        format!("{}/{}", pace.name(), self.name)
    }

    /// Everything that is said, with its pauses; begins with half a second of silence, because callers take the receiver from the
    /// keypad to the ear after each key (Avaya).
    pub fn speech(&self) -> Speech {
        let mut all = vec![SpeechToken::Pause(Pause::Sentence)];
        for (number, piece) in self.pieces.iter().enumerate() {
            if number > 0 {
                all.push(SpeechToken::Pause(Pause::Sentence));
            }
            all.extend(piece.0.iter().cloned());
        }
        Speech(all)
    }

    /// The words in one line, with a full stop after a piece that has no end of its own.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in self.pieces.iter().map(Speech::to_line) {
            if !text.is_empty() {
                text.push_str(if text.ends_with(['.', '!', '?', '…', ':']) { " " } else { ". " });
            }
            text.push_str(&line);
        }
        text
    }
}

fn readable_start(text: &str) -> String {
    let mut start = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            start.push(c.to_ascii_lowercase());
        } else if matches!(c, '-' | '_') && !start.is_empty() && !start.ends_with('-') {
            start.push('-');
        }
        if start.len() == READABLE {
            break;
        }
    }
    start.trim_end_matches('-').to_owned()
}

/// A field with its length before it, so that no two contents give the same bytes.
fn field(hash: &mut Sha256, tag: u8, text: &str) {
    hash.update([tag]);
    hash.update((text.len() as u64).to_be_bytes());
    hash.update(text.as_bytes());
}

fn tokens(hash: &mut Sha256, all: &[SpeechToken]) {
    hash.update((all.len() as u64).to_be_bytes());
    for token in all {
        match token {
            SpeechToken::Words(words) => field(hash, b'w', words),
            SpeechToken::Spell(letters) => field(hash, b'l', &letters.join(" ")),
            SpeechToken::Sounds { words, ipa } => {
                field(hash, b's', words);
                field(hash, b'i', ipa);
            }
            SpeechToken::Foreign(language, inner) => {
                field(hash, b'f', language.as_str());
                tokens(hash, inner);
            }
            SpeechToken::Strong(inner) => {
                hash.update(b"!");
                tokens(hash, inner);
            }
            SpeechToken::Pause(pause) => field(hash, b'-', &hoerblatt_ssml::prosody::milliseconds(*pause).to_string()),
        }
    }
}
