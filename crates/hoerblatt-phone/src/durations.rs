//! How long does a prompt play? Estimated from its syllables, or measured where it has been rendered.

use crate::Prompt;
use hoerblatt_core::Pace;
use hoerblatt_ssml::prosody;
use std::collections::BTreeMap;

/// Seconds that prompts play.
pub trait Durations {
    /// Seconds of the whole prompt at a pace.
    fn seconds(&self, prompt: &Prompt, pace: Pace) -> f64;
}

/// Seconds by syllables and pauses, for prompts that have not been rendered.
#[derive(Debug, Clone, Copy, Default)]
pub struct Estimated;

impl Durations for Estimated {
    fn seconds(&self, prompt: &Prompt, pace: Pace) -> f64 {
        prosody::seconds(&prompt.speech(), pace)
    }
}

/// Seconds of rendered files by [`Prompt::path`]; what is missing is estimated.
#[derive(Debug, Clone, Default)]
pub struct Measured(pub BTreeMap<String, f64>);

impl Durations for Measured {
    fn seconds(&self, prompt: &Prompt, pace: Pace) -> f64 {
        let measured = self.0.get(&prompt.path(pace)).copied();
        measured.unwrap_or_else(|| Estimated.seconds(prompt, pace))
    }
}

/// Seconds from the beginning of a prompt to the end of its piece number `last`: its share of the whole by estimate.
pub(crate) fn seconds_until(prompt: &Prompt, last: usize, pace: Pace, durations: &dyn Durations) -> f64 {
    let part = Prompt { name: String::new(), pieces: prompt.pieces.iter().take(last + 1).cloned().collect() };
    let whole = Estimated.seconds(prompt, pace);
    let share = if whole > 0.0 { Estimated.seconds(&part, pace) / whole } else { 0.0 };
    durations.seconds(prompt, pace) * share
}
