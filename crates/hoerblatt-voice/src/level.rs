//! How loud is speech?
//!
//! RFC 7874 §4 asks for active speech at an RMS of 2600 (16-bit samples, −22 dBFS). Loudness is the level *while somebody speaks*; a peak or
//! the mean over pauses says little (normalising peaks spreads prompts over 4 dB). [`active_level`] measures it after ITU-T P.56, method B.

/// Level that every prompt gets: active-speech RMS by RFC 7874 §4.
pub const TARGET_RMS: f64 = 2600.0;

/// No sample goes beyond this; 1 dB below full scale, so that an exchange that transcodes does not clip either.
pub const CEILING: f32 = 29_200.0;

/// P.56: time constant of the envelope, in seconds.
const ENVELOPE_S: f64 = 0.03;
/// P.56: how long speech counts as active after the envelope has fallen below a threshold, in seconds.
const HANGOVER_S: f64 = 0.2;
/// P.56: by how many dB the active level lies above the threshold at which activity is counted.
const MARGIN_DB: f64 = 15.9;

/// Root mean square of the parts in which somebody speaks; `None` if nobody does.
///
/// The activity at each of 15 thresholds (a factor of 2 apart) gives a level; the right threshold is the one that lies
/// 15.9 dB below its own level, found by interpolation.
pub fn active_level(samples: &[f32], rate_hz: u32) -> Option<f64> {
    const THRESHOLDS: usize = 15;
    let rate = f64::from(rate_hz.max(1));
    let smooth = libm::exp(-1.0 / (rate * ENVELOPE_S));
    let hangover = (rate * HANGOVER_S) as u32;
    let (mut fast, mut envelope, mut energy) = (0.0_f64, 0.0_f64, 0.0_f64);
    let mut active = [0_u64; THRESHOLDS];
    let mut hanging = [hangover; THRESHOLDS];
    for sample in samples {
        let sample = f64::from(*sample);
        energy += sample * sample;
        fast = smooth * fast + (1.0 - smooth) * sample.abs();
        envelope = smooth * envelope + (1.0 - smooth) * fast;
        let mut threshold = 1.0;
        for step in 0..THRESHOLDS {
            if envelope >= threshold {
                active[step] += 1;
                hanging[step] = 0;
            } else if hanging[step] < hangover {
                active[step] += 1;
                hanging[step] += 1;
            }
            threshold *= 2.0;
        }
    }
    let mut above: Option<(f64, f64)> = None;
    for (step, count) in active.iter().enumerate().take_while(|(_, count)| **count > 0) {
        let level = 10.0 * libm::log10(energy / *count as f64);
        let margin = level - 20.0 * libm::log10(f64::from(1_u32 << step));
        if margin <= MARGIN_DB {
            let level = above.map_or(level, |(level_above, margin_above)| {
                let share = (margin_above - MARGIN_DB) / (margin_above - margin);
                level_above + share * (level - level_above)
            });
            return Some(libm::pow(10.0, level / 20.0));
        }
        above = Some((level, margin));
    }
    // The whole is so loud, or so short, that no threshold lies 15.9 dB below its level: then all of it is speech.
    above.map(|(level, _)| libm::pow(10.0, level / 20.0))
}

/// Brings speech to [`TARGET_RMS`] with no sample beyond [`CEILING`].
pub fn normalise(samples: &mut [f32], rate_hz: u32) {
    // Limiting takes a little level away; the second round gives it back.
    for _ in 0..2 {
        let Some(level) = active_level(samples, rate_hz) else { return };
        let gain = (TARGET_RMS / level) as f32;
        samples.iter_mut().for_each(|sample| *sample *= gain);
        limit(samples, rate_hz);
    }
}

/// A limiter that looks ahead: 5 ms before a peak the gain begins to fall and 5 ms after it is back, so no wave is bent.
///
/// The gain each sample needs is spread over the window by taking its minimum, then smoothed by a mean over the same window: the
/// mean of values none of which is above what the peak needs is not above it either.
fn limit(samples: &mut [f32], rate_hz: u32) {
    let Some(first) = samples.iter().position(|s| s.abs() > CEILING) else { return };
    let reach = (rate_hz / 200).max(1) as usize;
    let mut needed = vec![1.0_f32; samples.len() + 2 * reach];
    for (place, sample) in samples.iter().enumerate().skip(first).filter(|(_, s)| s.abs() > CEILING) {
        let gain = CEILING / sample.abs();
        for spread in &mut needed[place..=place + 2 * reach] {
            *spread = spread.min(gain);
        }
    }
    // `needed[place + reach]` belongs to sample `place`; the mean of `needed[place..=place + 2 reach]` is centred on it.
    let width = 2 * reach + 1;
    let mut sum: f64 = needed[..width].iter().map(|g| f64::from(*g)).sum();
    for (place, sample) in samples.iter_mut().enumerate() {
        *sample = (*sample * (sum / width as f64) as f32).clamp(-CEILING, CEILING);
        let next = needed.get(place + width).copied().unwrap_or(1.0);
        sum += f64::from(next) - f64::from(needed[place]);
    }
}

/// A level in dB relative to [`TARGET_RMS`].
pub fn relative_db(rms: f64) -> f64 {
    20.0 * libm::log10(rms / TARGET_RMS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(amplitude: f32, seconds: f32) -> Vec<f32> {
        let count = (8000.0 * seconds) as usize;
        (0..count).map(|n| amplitude * libm::sinf(n as f32 * 0.7)).collect()
    }

    #[test]
    fn pauses_do_not_count() {
        let speech = tone(4000.0, 2.0);
        let rms = 4000.0 / 2.0_f64.sqrt();
        let steady = active_level(&speech, 8000).unwrap();
        assert!((20.0 * libm::log10(steady / rms)).abs() < 0.1, "{steady}");
        let mut paused = speech.clone();
        paused.resize(speech.len() + 8000 * 6, 0.0);
        paused.extend_from_slice(&speech);
        let level = active_level(&paused, 8000).unwrap();
        assert!((20.0 * libm::log10(level / rms)).abs() < 0.6, "six seconds of silence change {level} against {rms}");
    }

    #[test]
    fn silence_has_no_level_and_stays_silence() {
        let mut silence = vec![0.0; 8000];
        assert_eq!(active_level(&silence, 8000), None);
        normalise(&mut silence, 8000);
        assert!(silence.iter().all(|s| *s == 0.0));
        assert_eq!(active_level(&[], 8000), None);
    }

    #[test]
    fn peaks_are_drawn_in_without_changing_what_is_far_from_them() {
        let mut samples = tone(3000.0, 1.0);
        samples[4000] = 90_000.0;
        let before = samples.clone();
        limit(&mut samples, 8000);
        assert!(samples.iter().all(|s| s.abs() <= CEILING));
        assert!((samples[4000] - CEILING).abs() < 1.0, "{}", samples[4000]);
        assert_eq!(samples[..3900], before[..3900]);
        assert_eq!(samples[4100..], before[4100..]);
    }

    #[test]
    fn every_loudness_comes_out_the_same() {
        for amplitude in [30.0, 800.0, 12_000.0] {
            let mut samples = tone(amplitude, 3.0);
            normalise(&mut samples, 8000);
            let level = active_level(&samples, 8000).unwrap();
            assert!(relative_db(level).abs() < 0.1, "{amplitude} → {level}");
        }
    }
}
