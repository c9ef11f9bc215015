//! Sound files as other programs write and read them (RIFF/WAVE).

use crate::Pcm;
use std::fmt;

/// Why a file is no sound that can be used: mono or stereo, 16 bit, 8–48 kHz is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum WavError {
    /// It is no RIFF/WAVE file, or it breaks off before its samples.
    NotWav,
    /// It is one, but coded in another way.
    Unusable {
        /// Coding by its number in the format chunk; 1 is PCM.
        coding: u16,
        /// How many channels.
        channels: u16,
        /// Bits a sample.
        bits: u16,
        /// Samples a second.
        rate_hz: u32,
    },
}

impl fmt::Display for WavError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotWav => f.write_str("no WAV file"),
            Self::Unusable { coding, channels, bits, rate_hz } => {
                write!(f, "WAV: {rate_hz} Hz, {channels} × {bits} bit, codec {coding}")
            }
        }
    }
}

/// Reads 16-bit PCM; two channels become one. The length in the header is not trusted: programs that write to a pipe do not know
/// it yet (espeak-ng says 2 GB).
///
/// # Errors
/// See [`WavError`].
pub fn read(bytes: &[u8]) -> Result<Pcm, WavError> {
    if bytes.get(..4) != Some(b"RIFF") || bytes.get(8..12) != Some(b"WAVE") {
        return Err(WavError::NotWav);
    }
    let mut format = None;
    let mut rest = &bytes[12..];
    while let Some((header, body)) = rest.split_at_checked(8) {
        let size = u32::from_le_bytes([header[4], header[5], header[6], header[7]]) as usize;
        let chunk = &body[..size.min(body.len())];
        match &header[..4] {
            b"fmt " => format = Some(Format::read(chunk).ok_or(WavError::NotWav)?),
            b"data" => return format.ok_or(WavError::NotWav)?.samples(chunk),
            _ => {}
        }
        // Chunks begin at even places.
        rest = body.get(size.saturating_add(size % 2)..).unwrap_or(&[]);
    }
    Err(WavError::NotWav)
}

struct Format {
    coding: u16,
    channels: u16,
    bits: u16,
    rate_hz: u32,
}

impl Format {
    fn read(chunk: &[u8]) -> Option<Self> {
        let word = |at: usize| Some(u16::from_le_bytes([*chunk.get(at)?, *chunk.get(at + 1)?]));
        let coding = match word(0)? {
            0xfffe => word(24)?, // extensible: the coding stands at the head of the subformat
            coding => coding,
        };
        let rate_hz = u32::from(word(4)?) | u32::from(word(6)?) << 16;
        Some(Self { coding, channels: word(2)?, bits: word(14)?, rate_hz })
    }

    fn samples(&self, data: &[u8]) -> Result<Pcm, WavError> {
        let &Self { coding, channels, bits, rate_hz } = self;
        if coding != 1 || bits != 16 || !(1..=2).contains(&channels) || !(8000..=48_000).contains(&rate_hz) {
            return Err(WavError::Unusable { coding, channels, bits, rate_hz });
        }
        let sample = |bytes: &[u8]| i16::from_le_bytes([bytes[0], bytes[1]]);
        let samples = match channels {
            1 => data.chunks_exact(2).map(sample).collect(),
            _ => data.chunks_exact(4).map(|both| sample(&both[..2]).midpoint(sample(&both[2..]))).collect(),
        };
        Ok(Pcm { samples, rate_hz })
    }
}

/// How the samples of a WAV file are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coding {
    Pcm,
    Alaw,
    Ulaw,
}

/// A WAV file around coded mono samples.
pub(crate) fn write(data: &[u8], coding: Coding, rate_hz: u32) -> Vec<u8> {
    let (number, bytes_per_sample): (u16, u16) = match coding {
        Coding::Pcm => (1, 2),
        Coding::Alaw => (6, 1),
        Coding::Ulaw => (7, 1),
    };
    let mut format = Vec::with_capacity(18);
    format.extend(number.to_le_bytes());
    format.extend(1_u16.to_le_bytes());
    format.extend(rate_hz.to_le_bytes());
    format.extend((rate_hz * u32::from(bytes_per_sample)).to_le_bytes());
    format.extend(bytes_per_sample.to_le_bytes());
    format.extend((bytes_per_sample * 8).to_le_bytes());
    let mut chunks = Vec::with_capacity(data.len() + 60);
    if coding != Coding::Pcm {
        // Everything but PCM says the size of its extension (none) and how many samples there are.
        format.extend(0_u16.to_le_bytes());
    }
    push_chunk(&mut chunks, b"fmt ", &format);
    if coding != Coding::Pcm {
        push_chunk(&mut chunks, b"fact", &length(data.len()).to_le_bytes());
    }
    push_chunk(&mut chunks, b"data", data);
    let mut file = Vec::with_capacity(chunks.len() + 12);
    file.extend(b"RIFF");
    file.extend(length(chunks.len() + 4).to_le_bytes());
    file.extend(b"WAVE");
    file.extend(chunks);
    file
}

fn push_chunk(file: &mut Vec<u8>, name: &[u8; 4], body: &[u8]) {
    file.extend(name);
    file.extend(length(body.len()).to_le_bytes());
    file.extend(body);
    if body.len() % 2 == 1 {
        file.push(0);
    }
}

/// Four gigabytes of telephone speech are 74 hours; beyond that the header says "until the end".
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let pcm = Pcm { samples: vec![0, 1, -1, i16::MAX, i16::MIN], rate_hz: 16_000 };
        let data: Vec<u8> = pcm.samples.iter().flat_map(|s| s.to_le_bytes()).collect();
        assert_eq!(read(&write(&data, Coding::Pcm, 16_000)), Ok(pcm));
    }

    #[test]
    fn a_pipe_does_not_know_its_length() {
        let mut file = write(&[1, 0, 2, 0], Coding::Pcm, 22_050);
        let data = file.len() - 8;
        file[data..data + 4].copy_from_slice(&0x7fff_f000_u32.to_le_bytes());
        assert_eq!(read(&file).unwrap().samples, [1, 2]);
    }

    #[test]
    fn stereo_becomes_mono() {
        let mut file = write(&[10, 0, 20, 0], Coding::Pcm, 8000);
        file[22] = 2;
        assert_eq!(read(&file).unwrap().samples, [15]);
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        assert_eq!(read(b"ID3 no wav at all"), Err(WavError::NotWav));
        assert_eq!(read(b""), Err(WavError::NotWav));
        assert_eq!(read(b"RIFF\0\0\0\0WAVEfmt \x04\0\0\0\x01\0\x01\0"), Err(WavError::NotWav));
        let alaw = read(&write(&[0xd5; 8], Coding::Alaw, 8000)).unwrap_err();
        assert_eq!(alaw.to_string(), "WAV: 8000 Hz, 1 × 8 bit, codec 6");
        let fast = read(&write(&[0; 8], Coding::Pcm, 96_000)).unwrap_err();
        assert_eq!(fast.to_string(), "WAV: 96000 Hz, 1 × 16 bit, codec 1");
    }

    #[test]
    fn no_input_panics() {
        let file = write(&[1, 0, 2, 0], Coding::Alaw, 8000);
        for cut in 0..file.len() {
            let _ = read(&file[..cut]);
            for value in [0, 1, 0x7f, 0xff] {
                let mut broken = file.clone();
                broken[cut] = value;
                let _ = read(&broken);
            }
        }
    }
}
