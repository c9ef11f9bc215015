//! What can be wrong with voices and prompts.

use crate::{VoiceError, wav::WavError};
use hoerblatt_core::Diagnostic;

hoerblatt_core::rules! {
    /// The publication names an engine that does not exist.
    Error Wrong voice_unknown = "voice-unknown" { engine };
    /// The engine needs a command, and there is none.
    Error Wrong voice_without_command = "voice-without-command" { engine };
    /// The command has a `{name}` that nothing fills in.
    Error Wrong voice_command_slot = "voice-command-slot" { slot, command };
    /// The voice's program is not there.
    Error Outside voice_not_found = "voice-not-found" { program };
    /// The voice's program cannot be started.
    Error Outside voice_not_started = "voice-not-started" { program, reason };
    /// The voice's program ended with an error.
    Error Outside voice_failed = "voice-failed" { program, status, reason, prompts };
    /// The voice's program did not end in time.
    Error Outside voice_hung = "voice-hung" { program, seconds, prompts };
    /// The voice's program wrote no sound.
    Error Outside voice_wrote_nothing = "voice-wrote-nothing" { program, prompts };
    /// The voice's program wrote something that is no WAV file.
    Error Outside voice_wrote_no_wav = "voice-wrote-no-wav" { program, prompts };
    /// The voice's program wrote sound that cannot be used: not mono or stereo, not 16 bit, not 8–48 kHz.
    Error Outside voice_wrong_sound = "voice-wrong-sound" { program, found, prompts };
    /// The embedded voice failed.
    Error Outside voice_broken = "voice-broken" { reason, prompts };
    /// A prompt of which the voice can say no word.
    Error Sounds prompt_silent = "prompt-silent" { prompts };
    /// Words in letters that the voice does not know; it leaves them out.
    Warning Sounds voice_cannot_say = "voice-cannot-say" { words };
    /// A prompt file could not be written.
    Error Outside prompt_not_written = "prompt-not-written" { path, reason };
    /// Rendered prompts cannot be kept for the next run; this one is not affected.
    Warning Outside cache_not_written = "cache-not-written" { reason };
}

/// The finding for a voice's error, with the names of the prompts that are missing because of it.
pub fn from_error(error: &VoiceError, prompts: Vec<String>) -> Diagnostic {
    match error {
        VoiceError::NotFound { program } => voice_not_found(None, program),
        VoiceError::NotStarted { program, reason } => voice_not_started(None, program, reason),
        VoiceError::Failed { program, status, message } => voice_failed(None, program, status, message, prompts),
        VoiceError::Hung { program, seconds } => voice_hung(None, program, *seconds, prompts),
        VoiceError::WroteNothing { program } => voice_wrote_nothing(None, program, prompts),
        VoiceError::BadSound { program, found: WavError::NotWav } => voice_wrote_no_wav(None, program, prompts),
        VoiceError::BadSound { program, found } => voice_wrong_sound(None, program, found.to_string(), prompts),
        VoiceError::Silent => prompt_silent(None, prompts),
        VoiceError::Embedded { message: reason } | VoiceError::Temporary { reason } => {
            voice_broken(None, reason, prompts)
        }
    }
}
