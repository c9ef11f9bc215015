//! What does an exchange play?

use crate::{
    Band, codec,
    g722::G722,
    wav::{self, Coding},
};

/// Container and coding of a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// WAV, 16-bit PCM, 8 kHz.
    Wav8,
    /// WAV, 16-bit PCM, 16 kHz. Asterisk takes it under `.wav16` only: under `.wav` callers hear nothing, without an error.
    Wav16,
    /// WAV, A-law, 8 kHz.
    WavAlaw,
    /// WAV, µ-law, 8 kHz.
    WavUlaw,
    /// Bare A-law; played byte for byte on an A-law call.
    Alaw,
    /// Bare µ-law.
    Ulaw,
    /// Bare 16-bit little-endian samples, 8 kHz.
    Sln,
    /// Bare 16-bit little-endian samples, 16 kHz.
    Sln16,
    /// G.722 at 64 kbit/s: 16 kHz in the room of 8.
    G722,
}

/// Length of a packet on a line: 20 ms. A file that does not fill its last one ends with a click or a gap.
const PACKET_MS: u32 = 20;

/// Silence at the end of every prompt. Asterisk's WAV reader drops the last 44 bytes of a file; a player that stops a packet early does no
/// harm either.
const TAIL_MS: u32 = 60;

impl Format {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Wav8,
        Self::Wav16,
        Self::WavAlaw,
        Self::WavUlaw,
        Self::Alaw,
        Self::Ulaw,
        Self::Sln,
        Self::Sln16,
        Self::G722,
    ];

    /// Its name in options and the manifest.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Wav8 => "wav",
            Self::Wav16 => "wav16",
            Self::WavAlaw => "wav-alaw",
            Self::WavUlaw => "wav-ulaw",
            Self::Alaw => "alaw",
            Self::Ulaw => "ulaw",
            Self::Sln => "sln",
            Self::Sln16 => "sln16",
            Self::G722 => "g722",
        }
    }

    /// The format of this name.
    pub fn from_keyword(keyword: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.keyword() == keyword)
    }

    /// The file extension by which Asterisk knows it.
    pub fn extension(self) -> &'static str {
        match self {
            Self::WavAlaw | Self::WavUlaw => "wav",
            other => other.keyword(),
        }
    }

    /// Samples a second before coding.
    pub fn rate_hz(self) -> u32 {
        match self {
            Self::Wav16 | Self::Sln16 | Self::G722 => 16_000,
            _ => 8_000,
        }
    }

    /// The part of the spectrum it carries.
    pub fn band(self) -> Band {
        if self.rate_hz() == 8_000 { Band::NARROW } else { Band::WIDE }
    }

    /// The file for these samples at [`Self::rate_hz`], with its silence at the end and its last packet filled.
    pub fn encode(self, mut samples: Vec<i16>) -> Vec<u8> {
        samples.resize(self.padded(samples.len()), 0);
        let linear = |samples: &[i16]| samples.iter().flat_map(|s| s.to_le_bytes()).collect::<Vec<u8>>();
        let each = |code: fn(i16) -> u8| samples.iter().map(|s| code(*s)).collect::<Vec<u8>>();
        match self {
            Self::Sln | Self::Sln16 => linear(&samples),
            Self::Wav8 | Self::Wav16 => wav::write(&linear(&samples), Coding::Pcm, self.rate_hz()),
            Self::Alaw => each(codec::alaw),
            Self::Ulaw => each(codec::ulaw),
            Self::WavAlaw => wav::write(&each(codec::alaw), Coding::Alaw, self.rate_hz()),
            Self::WavUlaw => wav::write(&each(codec::ulaw), Coding::Ulaw, self.rate_hz()),
            Self::G722 => G722::default().encode(&samples),
        }
    }

    /// How many samples a file has for this many samples of speech.
    pub fn padded(self, samples: usize) -> usize {
        let packet = (self.rate_hz() * PACKET_MS / 1000) as usize;
        let tail = (self.rate_hz() * TAIL_MS / 1000) as usize;
        (samples + tail).next_multiple_of(packet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_find_their_format() {
        for format in Format::ALL {
            assert_eq!(Format::from_keyword(format.keyword()), Some(format));
        }
        assert_eq!(Format::from_keyword("mp3"), None);
    }

    #[test]
    fn every_file_is_whole_packets_and_ends_in_silence() {
        for format in Format::ALL {
            for count in [0, 1, 159, 160, 161, 3_999] {
                let file = format.encode(vec![1000; count]);
                let header = match format {
                    Format::Wav8 | Format::Wav16 => 44,
                    Format::WavAlaw | Format::WavUlaw => 58,
                    _ => 0,
                };
                // Bytes in 20 ms of each coding.
                let packet = match format {
                    Format::Wav8 | Format::Sln => 320,
                    Format::Wav16 | Format::Sln16 => 640,
                    _ => 160,
                };
                assert_eq!((file.len() - header) % packet, 0, "{format:?}, {count} samples");
                let silence = match format {
                    Format::Alaw | Format::WavAlaw => 0xd5,
                    Format::Ulaw | Format::WavUlaw => 0xff,
                    _ => 0,
                };
                if format != Format::G722 {
                    assert!(file[file.len() - 44..].iter().all(|b| *b == silence), "{format:?}, {count} samples");
                }
            }
        }
    }
}
