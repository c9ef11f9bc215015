//! Any program as a voice: espeak-ng, Piper, whatever an office has.
//!
//! A command is a list of program and arguments; no shell is involved, so no text can become a command. These are filled in wherever
//! they stand in an argument:
//!
//! | | |
//! |---|---|
//! | `{text}` | the words of one phrase; without it they are given on standard input |
//! | `{out}` | the file in which the program leaves its WAV; without it the WAV is read from standard output |
//! | `{rate}` | words a minute: 112, 140, 175 by pace |
//! | `{stretch}` | how much longer than normal it should sound: 1.25, 1.00, 0.80 by pace (Piper's `--length_scale`) |

mod run;

use crate::{Pcm, Voice, VoiceError, VoiceId, rules, wav};
use hoerblatt_core::{Diagnostic, Pace};
use run::Ended;

/// A program that speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What it is called or where it is.
    pub program: String,
    /// Its arguments with what is to be filled in.
    pub arguments: Vec<String>,
    /// After how many seconds it is stopped, with everything it started.
    pub timeout_seconds: u32,
}

/// espeak-ng at `-s 140` speaks 114 words a minute, by measurement: the pace that suits older listeners.
const WORDS_A_MINUTE: u32 = 140;

impl Command {
    /// How long a program has for one phrase, if nobody says otherwise.
    pub const TIMEOUT_SECONDS: u32 = 30;

    /// A program and its arguments.
    ///
    /// # Errors
    /// A diagnostic if the list is empty or an argument has an unknown `{name}`.
    pub fn new(command: &[String]) -> Result<Self, Diagnostic> {
        let Some((program, arguments)) = command.split_first().filter(|(program, _)| !program.trim().is_empty()) else {
            return Err(rules::voice_without_command(None, "command"));
        };
        let unknown = arguments.iter().find_map(|argument| unknown_slot(argument));
        if let Some(slot) = unknown {
            return Err(rules::voice_command_slot(None, slot, command.join(" ")));
        }
        Ok(Self { program: program.clone(), arguments: arguments.to_vec(), timeout_seconds: Self::TIMEOUT_SECONDS })
    }

    /// espeak-ng with its German voice.
    pub fn espeak_ng() -> Self {
        let arguments = ["-v", "de", "-s", "{rate}", "-w", "{out}", "--", "{text}"];
        Self {
            program: "espeak-ng".to_owned(),
            arguments: arguments.map(str::to_owned).to_vec(),
            timeout_seconds: Self::TIMEOUT_SECONDS,
        }
    }

    fn filled(&self, words: &str, out: &str, pace: Pace) -> Vec<String> {
        let rate = (WORDS_A_MINUTE * pace.percent() / 100).to_string();
        let stretch = format!("{:.2}", 100.0 / f64::from(pace.percent()));
        // `{text}` comes last: words that look like a slot must not be filled in.
        let fill = |argument: &String| {
            let others = argument.replace("{out}", out).replace("{rate}", &rate).replace("{stretch}", &stretch);
            others.replace("{text}", words)
        };
        self.arguments.iter().map(fill).collect()
    }

    fn names(&self, slot: &str) -> bool {
        self.arguments.iter().any(|argument| argument.contains(slot))
    }
}

/// The first `{name}` of an argument that is none of ours.
fn unknown_slot(argument: &str) -> Option<String> {
    let mut rest = argument;
    while let Some((_, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        let word = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase());
        if word && !["text", "out", "rate", "stretch"].contains(&name) {
            return Some(format!("{{{name}}}"));
        }
        rest = after;
    }
    None
}

impl Voice for Command {
    fn id(&self) -> VoiceId {
        VoiceId(format!("command {} {}", self.program, self.arguments.join("\u{1f}")))
    }

    fn phrase(&mut self, words: &str, pace: Pace) -> Result<Pcm, VoiceError> {
        let program = || self.program.clone();
        let folder = tempfile::tempdir().map_err(|error| VoiceError::temporary(&error))?;
        let out = folder.path().join("out.wav");
        let arguments = self.filled(words, &out.to_string_lossy(), pace);
        let input = if self.names("{text}") { "" } else { words };
        let ended = run::run(&self.program, &arguments, input, self.timeout_seconds);
        let output = match ended {
            Ended::Well { output } => output,
            Ended::Badly { status, message } => return Err(VoiceError::Failed { program: program(), status, message }),
            Ended::Late => return Err(VoiceError::Hung { program: program(), seconds: self.timeout_seconds }),
            Ended::NotFound => return Err(VoiceError::NotFound { program: program() }),
            Ended::NotStarted { reason } => return Err(VoiceError::NotStarted { program: program(), reason }),
        };
        #[expect(clippy::disallowed_methods, reason = "the file that the program was told to write")]
        let sound = if self.names("{out}") { std::fs::read(&out).unwrap_or_default() } else { output };
        if sound.is_empty() {
            return Err(VoiceError::WroteNothing { program: program() });
        }
        let pcm = wav::read(&sound).map_err(|found| VoiceError::BadSound { program: program(), found })?;
        if pcm.samples.iter().all(|sample| *sample == 0) {
            return Err(VoiceError::WroteNothing { program: program() });
        }
        Ok(pcm)
    }
}
