//! Which voice speaks? From the publication's `[voice]` table to a [`Voice`] on each thread.

use crate::{Command, Voice, VoiceError, VoiceId, rules};
use hoerblatt_core::{Diagnostic, Speech, model::VoiceSettings};

/// A choice of voice, shared by all threads; each [starts](Speaker::start) one of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Speaker {
    /// The embedded voice.
    #[cfg(feature = "pico")]
    Pico,
    /// An outside program.
    Command(Command),
}

impl Speaker {
    /// The voice that a publication asks for; the embedded one if it asks for none.
    ///
    /// # Errors
    /// A diagnostic if the engine is unknown or its command cannot work.
    pub fn from_settings(settings: &VoiceSettings) -> Result<Self, Diagnostic> {
        let engine = settings.engine.as_deref().unwrap_or(if settings.command.is_empty() { "pico" } else { "command" });
        let command = match (engine, settings.command.is_empty()) {
            #[cfg(feature = "pico")]
            ("pico", _) => return Ok(Self::Pico),
            (_, false) => Command::new(&settings.command)?,
            ("espeak-ng", true) => Command::espeak_ng(),
            ("piper" | "command", true) => return Err(rules::voice_without_command(None, engine)),
            _ => return Err(rules::voice_unknown(None, engine)),
        };
        let timeout = settings.timeout_seconds.unwrap_or(Command::TIMEOUT_SECONDS);
        Ok(Self::Command(Command { timeout_seconds: timeout.max(1), ..command }))
    }

    /// Its name.
    pub fn id(&self) -> VoiceId {
        match self {
            #[cfg(feature = "pico")]
            Self::Pico => VoiceId(crate::pico::ID.to_owned()),
            Self::Command(command) => command.id(),
        }
    }

    /// A voice for this thread.
    ///
    /// # Errors
    /// If the embedded voice cannot start.
    pub fn start(&self) -> Result<Box<dyn Voice>, VoiceError> {
        match self {
            #[cfg(feature = "pico")]
            Self::Pico => Ok(Box::new(crate::Pico::new()?)),
            Self::Command(command) => Ok(Box::new(command.clone())),
        }
    }

    /// Words of `speech` of which this voice can say nothing, because it knows none of their letters; it leaves them out. What an
    /// outside program knows cannot be asked.
    pub fn unsayable(&self, speech: &Speech) -> Vec<String> {
        match self {
            #[cfg(feature = "pico")]
            Self::Pico => crate::pico::unsayable(speech),
            Self::Command(_) => {
                let _ = speech;
                Vec::new()
            }
        }
    }
}
