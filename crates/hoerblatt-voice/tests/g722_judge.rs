//! G.722 byte for byte, judged by ffmpeg's encoder, which was written by others from the same recommendation.

#![expect(clippy::disallowed_methods, reason = "the test calls the judge")]

use hoerblatt_core::{Pace, Speech};
use hoerblatt_voice::{Chain, Format, Pcm, Speaker};
use std::process::Command;

fn judged(samples: &[u8], folder: &std::path::Path) -> Option<Vec<u8>> {
    let (linear, coded) = (folder.join("in.raw"), folder.join("out.g722"));
    std::fs::write(&linear, samples).unwrap();
    let arguments = ["-v", "error", "-nostdin", "-y", "-f", "s16le", "-ar", "16000", "-ac", "1", "-i"];
    let status = Command::new("ffmpeg").args(arguments).arg(&linear).args(["-f", "g722"]).arg(&coded).status().ok()?;
    assert!(status.success(), "ffmpeg: {status}");
    Some(std::fs::read(coded).unwrap())
}

/// Full-scale noise and silence: every step of the adaption is taken.
fn noise() -> Pcm {
    let mut seed = 1_u32;
    let mut next = |n: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if (n / 4000).is_multiple_of(2) { (seed >> 16) as i16 } else { (seed >> 27) as i16 }
    };
    Pcm { samples: (0..32_000).map(&mut next).collect(), rate_hz: 16_000 }
}

#[test]
fn speech_and_noise_are_coded_as_the_independent_coder_does() {
    let mut voice = Speaker::Pico.start().unwrap();
    let speech = voice.say(&Speech::words("Der Eintritt kostet fünf Euro fünfzig."), Pace::Normal).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for sound in [speech, noise()] {
        let linear = Format::Sln16.encode(sound.samples.clone());
        let Some(judged) = judged(&linear, folder.path()) else {
            let ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
            assert!(!ci, "no ffmpeg: G.722 is not judged");
            println!("no ffmpeg: G.722 is not judged");
            return;
        };
        assert!(Format::G722.encode(sound.samples) == judged);
    }
}

#[test]
fn half_the_bytes_of_narrow_band_for_twice_the_band() {
    let mut voice = Speaker::Pico.start().unwrap();
    let speech = Speech::words("Guten Tag.");
    let wide = Chain::new(Format::G722).render(voice.as_mut(), &speech, Pace::Normal).unwrap();
    let narrow = Chain::new(Format::Alaw).render(voice.as_mut(), &speech, Pace::Normal).unwrap();
    assert_eq!(wide.bytes.len(), narrow.bytes.len());
    assert_eq!(wide.samples, 2 * narrow.samples);
}
