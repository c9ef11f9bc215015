//! The embedded voice: SVOX Pico, German, 16 kHz.
//!
//! What was measured and shapes this code:
//! - At its usual volume Pico clips (1,355 samples of one sentence); at volume 50 none, and the level is set later anyway.
//! - Pico's output depends on what its memory held before, and on what it said before. So the memory is zeroed once, kept as it is after
//!   loading, and put back before each phrase: the same phrase then gives the same samples, whoever spoke before and on every thread.
//! - It reads `*` as "Stern" and understands tags in its text, so it gets nothing but words ([`words`]).
//! - Whole words in letters it does not know (Cyrillic, Arabic) are left out in silence: see [`unsayable`].

mod engine;
mod words;

use crate::{Pcm, Voice, VoiceError, VoiceId};
use engine::Engine;
use hoerblatt_core::{Pace, Speech, SpeechToken};
use std::io::Write;

/// The name of the embedded voice; it changes when the same words sound different.
pub(crate) const ID: &str = "pico-de-DE-gl0-1";
/// Samples a second of the embedded voice.
const RATE_HZ: u32 = 16_000;

/// Pico's volume in percent: the loudest vowel of 300 sentences reaches 60 % of full scale.
const VOLUME: u32 = 50;

static TEXT_ANALYSIS: &[u8] = include_bytes!("../../data/de-DE_ta.bin");
static SIGNAL_GENERATION: &[u8] = include_bytes!("../../data/de-DE_gl0_sg.bin");

/// The embedded voice; one for each thread.
#[derive(Debug)]
pub struct Pico {
    engine: Engine,
}

impl Pico {
    /// Starts the voice; takes about 2 ms.
    ///
    /// # Errors
    /// If its data cannot be handed over in a temporary file, or memory is short.
    pub fn new() -> Result<Self, VoiceError> {
        let analysis = Lingware::new(TEXT_ANALYSIS)?;
        let generation = Lingware::new(SIGNAL_GENERATION)?;
        let engine = Engine::new(&[&analysis.path, &generation.path]);
        Ok(Self { engine: engine.map_err(|message| VoiceError::Embedded { message })? })
    }
}

impl Voice for Pico {
    fn id(&self) -> VoiceId {
        VoiceId(ID.to_owned())
    }

    fn phrase(&mut self, phrase: &str, pace: Pace) -> Result<Pcm, VoiceError> {
        let words = words::for_pico(phrase);
        if words.is_empty() {
            return Ok(Pcm { samples: Vec::new(), rate_hz: RATE_HZ });
        }
        let speed = pace.percent();
        let marked = format!("<volume level=\"{VOLUME}\"><speed level=\"{speed}\">{words}</speed></volume>");
        let samples = self.engine.speak(&marked).map_err(|message| VoiceError::Embedded { message })?;
        Ok(Pcm { samples, rate_hz: RATE_HZ })
    }
}

/// Words of which the embedded voice can say nothing, because it knows none of their letters; it leaves them out.
pub(crate) fn unsayable(speech: &Speech) -> Vec<String> {
    let mut found = Vec::new();
    collect_unsayable(&speech.0, &mut found);
    found
}

fn collect_unsayable(tokens: &[SpeechToken], found: &mut Vec<String>) {
    for token in tokens {
        match token {
            SpeechToken::Words(words) | SpeechToken::Sounds { words, .. } => {
                found.extend(
                    words
                        .split_whitespace()
                        .filter(|word| words::unsayable(word))
                        .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_owned()),
                );
            }
            SpeechToken::Spell(letters) => found.extend(letters.iter().filter(|l| words::unsayable(l)).cloned()),
            SpeechToken::Foreign(_, inner) | SpeechToken::Strong(inner) => collect_unsayable(inner, found),
            SpeechToken::Pause(_) => {}
        }
    }
}

/// A file of Pico's data for as long as Pico reads it (2 ms); removed when dropped.
///
/// Pico wants a path, not bytes; the path must end in `.bin` and be shorter than about 128 bytes.
struct Lingware {
    path: String,
    _file: tempfile::NamedTempFile,
    #[cfg(target_os = "linux")]
    _folder: Option<std::fs::File>,
}

/// Longest path that is handed to Pico.
const LONGEST_PATH: usize = 110;

impl Lingware {
    fn new(bytes: &[u8]) -> Result<Self, VoiceError> {
        let failed = |error: std::io::Error| VoiceError::temporary(&error);
        let mut file = tempfile::Builder::new().prefix("hb").suffix(".bin").tempfile().map_err(failed)?;
        file.write_all(bytes).map_err(failed)?;
        let path = file.path().to_string_lossy().into_owned();
        #[cfg(target_os = "linux")]
        if path.len() > LONGEST_PATH {
            let (path, folder) = through_open_folder(file.path()).map_err(failed)?;
            return Ok(Self { path, _file: file, _folder: Some(folder) });
        }
        if path.len() > LONGEST_PATH {
            return Err(VoiceError::Temporary { reason: format!("{path}: > {LONGEST_PATH} bytes") });
        }
        Ok(Self {
            path,
            _file: file,
            #[cfg(target_os = "linux")]
            _folder: None,
        })
    }
}

/// A short path to a file in a folder with a long one: by the number under which this process has the folder open.
#[cfg(target_os = "linux")]
fn through_open_folder(path: &std::path::Path) -> std::io::Result<(String, std::fs::File)> {
    use std::os::fd::AsRawFd;
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(std::io::ErrorKind::InvalidFilename.into());
    };
    #[expect(clippy::disallowed_methods, reason = "opens the temporary folder, reads nothing")]
    let folder = std::fs::File::open(folder)?;
    Ok((format!("/proc/self/fd/{}/{}", folder.as_raw_fd(), name.to_string_lossy()), folder))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at files")]
mod tests {
    use super::*;

    fn say(voice: &mut Pico, text: &str, pace: Pace) -> Pcm {
        voice.say(&Speech::words(text), pace).unwrap()
    }

    #[test]
    fn a_phrase_sounds_the_same_whatever_was_said_before() {
        let mut first = Pico::new().unwrap();
        let alone = say(&mut first, "Am Mittwoch, dem elften Mai, ist Tanzcafé in Hörde.", Pace::Normal);
        say(&mut first, "Etwas ganz anderes.", Pace::Fast);
        let again = say(&mut first, "Am Mittwoch, dem elften Mai, ist Tanzcafé in Hörde.", Pace::Normal);
        assert!(alone == again, "the same voice");
        let other = std::thread::spawn(|| {
            let mut second = Pico::new().unwrap();
            say(&mut second, "Vorher.", Pace::Slow);
            say(&mut second, "Am Mittwoch, dem elften Mai, ist Tanzcafé in Hörde.", Pace::Normal)
        });
        assert!(alone == other.join().unwrap(), "another voice on another thread");
        assert!((3.0..6.0).contains(&alone.seconds()), "{} s", alone.seconds());
    }

    #[test]
    fn paces_differ_and_nothing_clips() {
        let mut voice = Pico::new().unwrap();
        let text = "Das Seniorenbüro Hörde lädt alle Bürgerinnen und Bürger herzlich zum Tanzcafé ein";
        let [slow, normal, fast] = Pace::ALL.map(|pace| say(&mut voice, text, pace));
        let ratio = |pcm: &Pcm| pcm.seconds() / normal.seconds();
        assert!((1.1..1.4).contains(&ratio(&slow)), "{}", ratio(&slow));
        assert!((0.7..0.9).contains(&ratio(&fast)), "{}", ratio(&fast));
        for pcm in [slow, normal, fast] {
            let peak = pcm.samples.iter().map(|s| s.unsigned_abs()).max().unwrap();
            assert!((4_000..30_000).contains(&peak), "{peak}");
        }
    }

    #[test]
    fn a_very_long_sentence_is_said_to_its_end() {
        let mut voice = Pico::new().unwrap();
        let once = say(&mut voice, "Kaffee und Kuchen", Pace::Fast).seconds();
        let long = vec!["Kaffee und Kuchen"; 200].join(" und ");
        let said = say(&mut voice, &long, Pace::Fast).seconds();
        assert!(said > 150.0 * once, "{said} s against {once} s once");
    }

    #[test]
    fn words_in_unknown_letters_are_named() {
        let speech = Speech::words("Łódź, Şahin und (Влада) Ολγα");
        assert_eq!(unsayable(&speech), ["Влада", "Ολγα"]);
        let mut voice = Pico::new().unwrap();
        assert_eq!(voice.say(&Speech::words("Влада"), Pace::Normal), Err(VoiceError::Silent));
    }

    #[test]
    fn no_file_stays() {
        let data = Lingware::new(b"data").unwrap();
        let path = data.path.clone();
        assert!(std::fs::metadata(&path).is_ok() && path.len() <= LONGEST_PATH, "{path}");
        drop(data);
        assert!(std::fs::metadata(&path).is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_temporary_folder_with_a_long_name_does_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("x".repeat(200));
        std::fs::create_dir(&deep).unwrap();
        std::fs::write(deep.join("a.bin"), "data").unwrap();
        let (short, _open) = through_open_folder(&deep.join("a.bin")).unwrap();
        assert!(short.len() < 60);
        assert_eq!(std::fs::read(short).unwrap(), b"data");
    }
}
