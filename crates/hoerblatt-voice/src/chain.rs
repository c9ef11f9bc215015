//! From a voice to what an exchange plays: band, rate, level, packets.

use crate::{Band, Format, Pauses, Pcm, Resampler, Voice, VoiceError, level};
use hoerblatt_core::{Pace, Speech};

/// How sound is made ready for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chain {
    /// Container and coding.
    pub format: Format,
    /// How long the silences are.
    pub pauses: Pauses,
}

/// Changes whenever the same speech comes out of the chain with other samples; part of the names of cached prompts.
const VERSION: u32 = 1;

/// Sound ready for a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Sound {
    /// The file.
    pub bytes: Vec<u8>,
    /// How long it plays, silence at the end included.
    pub samples: usize,
    /// Active-speech level in dB relative to [`level::TARGET_RMS`].
    pub level_db: f64,
}

impl Chain {
    /// A chain with the usual pauses.
    pub fn new(format: Format) -> Self {
        Self { format, pauses: Pauses::default() }
    }

    /// Its name, to be part of a prompt's: it changes whenever the same speech would come out with other samples.
    pub fn id(&self) -> String {
        let Pauses { group_ms, clause_ms, sentence_ms, item_ms, paragraph_ms, section_ms } = self.pauses;
        let pauses = [group_ms, clause_ms, sentence_ms, item_ms, paragraph_ms, section_ms].map(|ms| ms.to_string());
        format!("{VERSION}-{}-{}", self.format.keyword(), pauses.join("-"))
    }

    /// Speaks and makes ready.
    ///
    /// # Errors
    /// Those of the voice.
    pub fn render(&self, voice: &mut dyn Voice, speech: &Speech, pace: Pace) -> Result<Sound, VoiceError> {
        Ok(self.finish(&voice.say_with(speech, pace, &self.pauses)?))
    }

    /// Makes sound ready: filters, brings it to the line's rate and level, fills the last packet, encodes.
    pub fn finish(&self, pcm: &Pcm) -> Sound {
        let rate = self.format.rate_hz();
        let mut samples = in_band(pcm, rate, self.format.band());
        level::normalise(&mut samples, rate);
        let reached = level::active_level(&samples, rate).map_or(0.0, level::relative_db);
        // To a hundredth, as it is told; never "-0".
        let reached = libm::round(reached * 100.0) / 100.0 + 0.0;
        let rounded: Vec<i16> = samples.iter().map(|s| libm::roundf(*s) as i16).collect();
        Sound { samples: self.format.padded(rounded.len()), bytes: self.format.encode(rounded), level_db: reached }
    }
}

fn in_band(pcm: &Pcm, rate: u32, band: Band) -> Vec<f32> {
    let untouched = pcm.rate_hz == rate && band.low_hz.is_none();
    if untouched {
        return pcm.samples.iter().map(|s| f32::from(*s)).collect();
    }
    Resampler::new(pcm.rate_hz, rate, band).run(&pcm.samples)
}
