//! What the numbers of colours mean: an sRGB profile (IEC 61966-2-1), built here, 500 bytes instead of 3 kB.

use super::file::{File, Ref, deflate};
use std::sync::LazyLock;

/// PDF/A's output intent.
pub(crate) fn output_intent(file: &mut File) -> Ref {
    static PROFILE: LazyLock<Vec<u8>> = LazyLock::new(|| deflate(&srgb()));
    let profile = file.add_stream("/N 3".to_owned(), PROFILE.clone(), true);
    file.add(format!(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile}>>"
    ))
}

/// An ICC profile of version 4.2 (ICC.1:2004-10): three primaries and one curve, adapted to D50.
fn srgb() -> Vec<u8> {
    let text = |text: &str| {
        let mut tag = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
        tag.extend(u32::try_from(text.len() * 2).unwrap_or(0).to_be_bytes());
        tag.extend(28_u32.to_be_bytes());
        tag.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        tag
    };
    let fixed = |value: f64| ((value * 65536.0).round() as i32).to_be_bytes();
    let numbers = |kind: &[u8; 4], values: &[f64]| {
        let mut tag = kind.to_vec();
        tag.extend([0; 4]);
        values.iter().for_each(|&value| tag.extend(fixed(value)));
        tag
    };
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045].iter().for_each(|&value| curve.extend(fixed(value)));
    let tags: [(&[u8; 4], Vec<u8>); 8] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("CC0")),
        (b"wtpt", numbers(b"XYZ ", &[0.9642, 1.0, 0.8249])),
        (
            b"chad",
            numbers(b"sf32", &[1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168]),
        ),
        (b"rXYZ", numbers(b"XYZ ", &[0.43607, 0.22249, 0.01392])),
        (b"gXYZ", numbers(b"XYZ ", &[0.38515, 0.71687, 0.09708])),
        (b"bXYZ", numbers(b"XYZ ", &[0.14307, 0.06061, 0.71410])),
        (b"rTRC", curve),
    ];
    let mut places: Vec<([u8; 4], u32, u32)> = Vec::new();
    let mut data: Vec<u8> = Vec::new();
    let first = 128 + 4 + 12 * 10;
    for (name, tag) in &tags {
        let (at, length) = (u32::try_from(first + data.len()).unwrap_or(0), u32::try_from(tag.len()).unwrap_or(0));
        places.push((**name, at, length));
        data.extend(tag);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let (_, at, length) = places[7];
    places.extend([(*b"gTRC", at, length), (*b"bTRC", at, length)]);

    let size = u32::try_from(first + data.len()).unwrap_or(0);
    let mut profile = size.to_be_bytes().to_vec();
    profile.extend(b"\0\0\0\0\x04\x20\0\0mntrRGB XYZ ");
    // A fixed day: the profile is the same in every file.
    profile.extend([2024_u16, 1, 1, 0, 0, 0].iter().flat_map(|n| n.to_be_bytes()));
    profile.extend(b"acsp");
    profile.extend([0; 28]);
    [0.9642, 1.0, 0.8249].iter().for_each(|&value| profile.extend(fixed(value)));
    profile.resize(128, 0);
    profile.extend(u32::try_from(places.len()).unwrap_or(0).to_be_bytes());
    for (name, at, length) in places {
        profile.extend(name);
        profile.extend(at.to_be_bytes());
        profile.extend(length.to_be_bytes());
    }
    profile.extend(data);
    profile
}
