//! Which frequencies does a line carry, at how many samples a second?
//!
//! One filter does both: a windowed sinc that is band-limited and read at the new rate (a polyphase filter). Linear phase, about 70 dB
//! of attenuation beyond its edges.

use std::f64::consts::PI;

/// The part of the spectrum that is kept, in Hz.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Band {
    /// Lower edge; `None` keeps everything below the upper one.
    pub low_hz: Option<u32>,
    /// Upper edge.
    pub high_hz: u32,
}

impl Band {
    /// 300–3400 Hz, what G.711 lines are made for (ITU-T G.712): rumble only costs level, and what lies above would fold back.
    pub const NARROW: Self = Self { low_hz: Some(300), high_hz: 3400 };
    /// Up to 7 kHz, what G.722 lines are made for.
    pub const WIDE: Self = Self { low_hz: None, high_hz: 7000 };
}

/// Width of an edge in Hz, from full level to silence.
const EDGE_HZ: f64 = 140.0;
/// How far outside the band the middle of its edge lies, where the level is down by 6 dB; at the band's limit it is down by 2 dB. A
/// woman's fundamental of 200 Hz lies beyond the edge: it carries nothing on such a line, and would only cost level.
const OUTSIDE_HZ: f64 = 20.0;
/// Kaiser window for 70 dB: β = 0.1102 (70 − 8.7).
const BETA: f64 = 6.755;
/// Attenuation that the window gives, in dB; with [`EDGE_HZ`] it sets the filter's length.
const ATTENUATION: f64 = 70.0;

/// Brings samples from one rate to another within a band.
#[derive(Debug, Clone)]
pub struct Resampler {
    /// New rate over old, reduced.
    up: usize,
    down: usize,
    taps: usize,
    /// `up` filters of `taps` coefficients, one for each position between two old samples.
    phases: Vec<f32>,
}

impl Resampler {
    /// A resampler between two rates of 8–48 kHz. An upper edge beyond what either rate carries is drawn in.
    pub fn new(from_hz: u32, to_hz: u32, band: Band) -> Self {
        let (from_hz, to_hz) = (from_hz.max(1), to_hz.max(1));
        let divisor = greatest_common_divisor(from_hz, to_hz);
        let (up, down) = ((to_hz / divisor) as usize, (from_hz / divisor) as usize);
        let rate = f64::from(from_hz);
        let nyquist = f64::from(from_hz.min(to_hz)) / 2.0;
        let high = (f64::from(band.high_hz) + OUTSIDE_HZ).min(nyquist - EDGE_HZ / 2.0) / rate;
        let low = band.low_hz.map_or(0.0, |low| (f64::from(low) - OUTSIDE_HZ).max(0.0) / rate);
        let length = (ATTENUATION - 8.0) / (2.285 * 2.0 * PI * EDGE_HZ / rate);
        let taps = (length.ceil() as usize).next_multiple_of(16);
        let half = taps as f64 / 2.0;
        let mut phases = Vec::with_capacity(up * taps);
        for phase in 0..up {
            for tap in 0..taps {
                // Distance, in old samples, between this tap's sample and the moment that is computed.
                let t = tap as f64 - (half - 1.0) - phase as f64 / up as f64;
                let kernel = 2.0 * high * sinc(2.0 * high * t) - 2.0 * low * sinc(2.0 * low * t);
                phases.push((kernel * kaiser(t / half)) as f32);
            }
        }
        Self { up, down, taps, phases }
    }

    /// The samples at the new rate; as long in time as the old ones, without delay.
    pub fn run(&self, samples: &[i16]) -> Vec<f32> {
        let before = self.taps / 2 - 1;
        let mut padded = vec![0.0; samples.len() + 2 * self.taps];
        for (place, sample) in padded[before..].iter_mut().zip(samples) {
            *place = f32::from(*sample);
        }
        let count = (samples.len() * self.up).div_ceil(self.down);
        let at = |n: usize| {
            let (index, phase) = ((n * self.down) / self.up, (n * self.down) % self.up);
            let filter = &self.phases[phase * self.taps..(phase + 1) * self.taps];
            dot(&padded[index..index + self.taps], filter)
        };
        (0..count).map(at).collect()
    }
}

/// Sum of products in eight lanes, always in the same order, so that every machine gives the same sum.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum()
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

fn sinc(x: f64) -> f64 {
    if x == 0.0 { 1.0 } else { libm::sin(PI * x) / (PI * x) }
}

/// The Kaiser window at `x` of −1 to 1.
fn kaiser(x: f64) -> f64 {
    let inside = 1.0 - x * x;
    if inside <= 0.0 { 0.0 } else { bessel(BETA * libm::sqrt(inside)) / bessel(BETA) }
}

/// The modified Bessel function of the first kind of order zero, by its power series.
fn bessel(x: f64) -> f64 {
    let (mut sum, mut term) = (1.0, 1.0);
    for k in 1..40 {
        let factor = x / (2.0 * f64::from(k));
        term *= factor * factor;
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Level of a tone of `hz` behind the resampler, in dB against before.
    fn response(from: u32, to: u32, band: Band, hz: f64) -> f64 {
        let tone: Vec<i16> =
            (0..from).map(|n| (10_000.0 * libm::sin(2.0 * PI * hz * f64::from(n) / f64::from(from))) as i16).collect();
        let out = Resampler::new(from, to, band).run(&tone);
        assert_eq!(out.len(), to as usize, "a second stays a second");
        let middle = &out[out.len() / 4..out.len() * 3 / 4];
        let power = middle.iter().map(|s| f64::from(*s) * f64::from(*s)).sum::<f64>() / middle.len() as f64;
        10.0 * libm::log10(power / 5e7 + 1e-12)
    }

    #[test]
    fn narrow_band_is_flat_inside_and_silent_outside() {
        for from in [8_000, 16_000, 22_050, 24_000, 44_100, 48_000] {
            for hz in [360.0, 400.0, 1000.0, 2500.0, 3340.0] {
                let level = response(from, 8000, Band::NARROW, hz);
                assert!(level.abs() < 0.3, "{from} Hz, tone of {hz} Hz: {level} dB");
            }
            for hz in [300.0, 3400.0] {
                let level = response(from, 8000, Band::NARROW, hz);
                assert!((-3.0..-1.0).contains(&level), "{from} Hz, tone of {hz} Hz: {level} dB");
            }
            for hz in [40.0, 100.0, 200.0, 3500.0, 3950.0, 5000.0, 7500.0, 10_500.0] {
                if hz * 2.0 < f64::from(from) {
                    let level = response(from, 8000, Band::NARROW, hz);
                    assert!(level < -60.0, "{from} Hz, tone of {hz} Hz: {level} dB");
                }
            }
        }
    }

    #[test]
    fn wide_band_reaches_seven_kilohertz() {
        for from in [16_000, 22_050, 44_100] {
            for hz in [60.0, 1000.0, 6900.0] {
                let level = response(from, 16_000, Band::WIDE, hz);
                assert!(level.abs() < 0.3, "{from} Hz, tone of {hz} Hz: {level} dB");
            }
            if from > 16_000 {
                assert!(response(from, 16_000, Band::WIDE, 9_000.0) < -60.0);
            }
        }
        assert!(response(8_000, 16_000, Band::WIDE, 3000.0).abs() < 0.3, "upwards too");
    }
}
