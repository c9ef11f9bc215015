//! What is a voice?

use crate::{Pauses, phrase};
use hoerblatt_core::{Pace, Speech};
use std::fmt;

/// Somebody or something that speaks: the embedded voice, or a program.
///
/// A voice belongs to one thread; [`Speaker`](crate::Speaker) makes one for each.
pub trait Voice {
    /// Its name. Two voices of the same name say the same text alike, sample by sample; prompts are named by it.
    fn id(&self) -> VoiceId;

    /// One phrase of plain words, at most a sentence. Silence at its ends does not matter: it is cut off.
    ///
    /// # Errors
    /// See [`VoiceError`].
    fn phrase(&mut self, words: &str, pace: Pace) -> Result<Pcm, VoiceError>;

    /// Speech with silences of the usual length.
    ///
    /// # Errors
    /// See [`VoiceError`].
    fn say(&mut self, speech: &Speech, pace: Pace) -> Result<Pcm, VoiceError> {
        self.say_with(speech, pace, &Pauses::default())
    }

    /// Speech with silences of the given length: each phrase is spoken by itself, its own silence is cut off at both ends, and
    /// exactly as many samples of silence as the pause asks for are put between.
    ///
    /// # Errors
    /// [`VoiceError::Silent`] if no word was said; else see [`VoiceError`].
    fn say_with(&mut self, speech: &Speech, pace: Pace, pauses: &Pauses) -> Result<Pcm, VoiceError> {
        let pauses = pauses.at(pace);
        let mut all = Pcm { samples: Vec::new(), rate_hz: 0 };
        let mut waiting_ms = 0;
        for phrase in phrase::phrases(speech, &pauses) {
            let mut said = if phrase.words.is_empty() { None } else { Some(self.phrase(&phrase.words, pace)?) };
            if let Some(pcm) = said.as_mut().filter(|pcm| !pcm.samples.is_empty()) {
                pcm.cut_silence();
                all.rate_hz = pcm.rate_hz;
                all.push_silence(waiting_ms);
                all.samples.append(&mut pcm.samples);
                waiting_ms = 0;
            }
            waiting_ms += phrase.silence_ms;
        }
        if all.samples.is_empty() {
            return Err(VoiceError::Silent);
        }
        all.push_silence(waiting_ms);
        Ok(all)
    }
}

/// Mono sound as 16-bit samples.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pcm {
    /// The samples.
    pub samples: Vec<i16>,
    /// How many of them make a second.
    pub rate_hz: u32,
}

impl Pcm {
    /// How long it sounds.
    pub fn seconds(&self) -> f64 {
        if self.rate_hz == 0 { 0.0 } else { self.samples.len() as f64 / f64::from(self.rate_hz) }
    }

    /// Adds silence of exactly this length.
    pub fn push_silence(&mut self, ms: u32) {
        let count = u64::from(ms) * u64::from(self.rate_hz) / 1000;
        self.samples.resize(self.samples.len() + usize::try_from(count).unwrap_or(0), 0);
    }

    /// Cuts the silence off both ends, so that a pause is as long as it was asked for.
    ///
    /// Silent is what stays 43 dB below the loudest sample: a final f of the embedded voice lies 33 dB below its vowels, the hiss that
    /// it leaves behind for up to 150 ms lies 48 dB below. 8 ms stay at each end and are faded, so that no click is heard.
    fn cut_silence(&mut self) {
        let peak = self.samples.iter().map(|s| s.unsigned_abs()).max().unwrap_or(0);
        let floor = (peak / 150).max(8);
        let loud = |s: &i16| s.unsigned_abs() > floor;
        let edge = (self.rate_hz / 125) as usize;
        let Some(first) = self.samples.iter().position(loud) else { return self.samples.clear() };
        let last = self.samples.iter().rposition(loud).unwrap_or(first);
        self.samples.truncate((last + 1 + edge).min(self.samples.len()));
        self.samples.drain(..first.saturating_sub(edge));
        let length = self.samples.len();
        let fade = edge.min(length / 2);
        for step in 0..fade {
            let scale = |sample: i16| (i64::from(sample) * (step as i64 + 1) / (fade as i64 + 1)) as i16;
            self.samples[step] = scale(self.samples[step]);
            self.samples[length - 1 - step] = scale(self.samples[length - 1 - step]);
        }
    }
}

/// The name of a voice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VoiceId(pub String);

/// Why a voice said nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum VoiceError {
    /// There is no such program.
    NotFound {
        /// As the command names it.
        program: String,
    },
    /// The program could not be started, for another reason.
    NotStarted {
        /// As the command names it.
        program: String,
        /// What the system says.
        reason: String,
    },
    /// The program ended with an error.
    Failed {
        /// As the command names it.
        program: String,
        /// Its exit code, or the signal that ended it.
        status: String,
        /// The first line it wrote to its error output.
        message: String,
    },
    /// The program did not end in time, and was stopped with everything it had started.
    Hung {
        /// As the command names it.
        program: String,
        /// How long it was given.
        seconds: u32,
    },
    /// The program ended well, but there is no sound.
    WroteNothing {
        /// As the command names it.
        program: String,
    },
    /// What the program wrote is no sound that can be used.
    BadSound {
        /// As the command names it.
        program: String,
        /// What is wrong with it.
        found: crate::wav::WavError,
    },
    /// None of the words can be said by this voice.
    Silent,
    /// The embedded voice failed.
    Embedded {
        /// What it says itself.
        message: String,
    },
    /// A temporary file could not be written.
    Temporary {
        /// What the system says.
        reason: String,
    },
}

impl VoiceError {
    /// A temporary file that could not be written. The crate `tempfile` puts the random path into its errors; without it the same
    /// fault is told once for all prompts.
    pub(crate) fn temporary(error: &std::io::Error) -> Self {
        let text = error.to_string();
        Self::Temporary { reason: text.split(" at path ").next().unwrap_or_default().to_owned() }
    }
}

impl fmt::Display for VoiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound { program } => write!(f, "voice program {program} not found"),
            Self::NotStarted { program, reason } => write!(f, "voice program {program} could not be started: {reason}"),
            Self::Failed { program, status, message } => {
                write!(f, "voice program {program} failed ({status}): {message}")
            }
            Self::Hung { program, seconds } => {
                write!(f, "voice program {program} did not end within {seconds} s and was stopped")
            }
            Self::WroteNothing { program } => write!(f, "voice program {program} wrote no sound"),
            Self::BadSound { program, found } => write!(f, "voice program {program} wrote sound that is {found}"),
            Self::Silent => f.write_str("the voice can say none of the words"),
            Self::Embedded { message } => write!(f, "the embedded voice failed: {message}"),
            Self::Temporary { reason } => write!(f, "a temporary file could not be written: {reason}"),
        }
    }
}

impl std::error::Error for VoiceError {}

#[cfg(test)]
mod tests {
    use super::*;
    use hoerblatt_core::{Pause, SpeechToken};

    /// Says every phrase as 100 ms of full sound between 50 ms of silence, 1 kHz.
    struct Tone;
    impl Voice for Tone {
        fn id(&self) -> VoiceId {
            VoiceId("tone".into())
        }
        fn phrase(&mut self, _: &str, _: Pace) -> Result<Pcm, VoiceError> {
            let samples = [vec![0; 50], vec![1000; 100], vec![0; 50]].concat();
            Ok(Pcm { samples, rate_hz: 1000 })
        }
    }

    #[test]
    fn silences_are_exact() {
        let words = |text: &str| SpeechToken::Words(text.into());
        let speech = Speech(vec![
            words("eins"),
            SpeechToken::Pause(Pause::Group),
            words("zwei. Drei"),
            SpeechToken::Pause(Pause::Section),
        ]);
        let said = Tone.say(&speech, Pace::Normal).unwrap();
        let pauses = Pauses::default();
        // Three phrases, each of 100 ms with 8 ms left at both ends.
        let silence = pauses.group_ms + pauses.sentence_ms + pauses.section_ms;
        assert_eq!(said.samples.len(), (3 * 116 + silence) as usize);
        let slow = Tone.say(&speech, Pace::Slow).unwrap();
        assert_eq!(slow.samples.len(), (3 * 116 + silence * 5 / 4) as usize);
    }

    #[test]
    fn a_fault_with_temporary_files_is_told_without_their_random_names() {
        let fault =
            || tempfile::tempdir_in("/no/such/folder").map_err(|error| VoiceError::temporary(&error)).unwrap_err();
        assert_eq!(fault(), fault());
    }

    #[test]
    fn nothing_to_say_is_an_error_not_a_silent_file() {
        assert_eq!(Tone.say(&Speech::default(), Pace::Normal), Err(VoiceError::Silent));
        assert_eq!(Tone.say(&Speech(vec![SpeechToken::Pause(Pause::Item)]), Pace::Normal), Err(VoiceError::Silent));
    }
}
