//! Which way up? Cameras store what the sensor saw and note in Exif how it was held.

/// How a stored picture is turned or mirrored to be looked at: the numbers 1 to 8 of Exif's orientation (CIPA DC-008, 4.6.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn(u8);

/// The tag of the orientation.
const ORIENTATION: u16 = 0x0112;

impl Turn {
    /// As it is stored.
    pub(crate) const NONE: Self = Self(1);

    /// The turn that Exif data ask for; none where they ask for nothing or are broken.
    pub(crate) fn of_exif(exif: &[u8]) -> Self {
        orientation(exif).filter(|turn| (1..=8).contains(turn)).map_or(Self::NONE, Self)
    }

    /// Whether width and height change places.
    pub(crate) fn is_sideways(self) -> bool {
        self.0 >= 5
    }

    /// The matrix that puts the unit square of a PDF image, which is the stored picture, turned into a box.
    pub(crate) fn matrix(self, x: f32, y: f32, width: f32, height: f32) -> [f32; 6] {
        let (right, top) = (x + width, y + height);
        match self.0 {
            2 => [-width, 0.0, 0.0, height, right, y],
            3 => [-width, 0.0, 0.0, -height, right, top],
            4 => [width, 0.0, 0.0, -height, x, top],
            5 => [0.0, -height, -width, 0.0, right, top],
            6 => [0.0, -height, width, 0.0, x, top],
            7 => [0.0, height, width, 0.0, x, y],
            8 => [0.0, height, -width, 0.0, right, y],
            _ => [width, 0.0, 0.0, height, x, y],
        }
    }
}

/// The orientation in the first directory of a TIFF header.
fn orientation(exif: &[u8]) -> Option<u8> {
    let little = match exif.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let two = <[u8; 2]>::try_from(exif.get(at..at + 2)?).ok()?;
        Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let long = |at: usize| {
        let four = <[u8; 4]>::try_from(exif.get(at..at + 4)?).ok()?;
        Some(if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
    };
    let first = usize::try_from(long(4)?).ok()?.checked_add(2)?;
    let count = usize::from(short(first - 2)?);
    // An entry: tag, type, count, value; 12 bytes.
    let entry = (0..count).map(|at| first + at * 12).find(|&at| short(at) == Some(ORIENTATION))?;
    u8::try_from(short(entry + 8)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exif(little: bool, orientation: u16) -> Vec<u8> {
        let short = |value: u16| if little { value.to_le_bytes() } else { value.to_be_bytes() };
        let long = |value: u32| if little { value.to_le_bytes() } else { value.to_be_bytes() };
        let mut bytes = if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        bytes.extend(long(8));
        bytes.extend(short(2));
        for (tag, value) in [(0x0100, 7), (ORIENTATION, orientation)] {
            bytes.extend([short(tag), short(3)].concat());
            bytes.extend(long(1));
            bytes.extend([short(value), short(0)].concat());
        }
        bytes
    }

    #[test]
    fn both_byte_orders_are_read_and_nonsense_is_upright() {
        for little in [true, false] {
            for turn in 1..=8_u8 {
                assert_eq!(Turn::of_exif(&exif(little, u16::from(turn))), Turn(turn));
            }
            assert_eq!(Turn::of_exif(&exif(little, 9)), Turn::NONE);
            let whole = exif(little, 6);
            (0..whole.len() - 2).for_each(|end| assert_eq!(Turn::of_exif(&whole[..end]), Turn::NONE));
        }
        assert_eq!(Turn::of_exif(b"II*\0\xff\xff\xff\xff"), Turn::NONE);
    }

    /// Where the stored picture's top left corner, (0, 1) in PDF's unit square, comes to lie: Exif names these corners.
    #[test]
    fn the_first_corner_goes_where_exif_says() {
        let corner = |turn: u8| {
            let [a, b, c, d, e, f] = Turn(turn).matrix(10.0, 20.0, 3.0, 2.0);
            let (at, next) = ((c + e, d + f), (a + c + e, b + d + f));
            // And in which direction the first row runs.
            (at, (next.0 - at.0, next.1 - at.1))
        };
        let (left, right, top, bottom) = (10.0, 13.0, 22.0, 20.0);
        assert_eq!(corner(1), ((left, top), (3.0, 0.0)));
        assert_eq!(corner(2), ((right, top), (-3.0, 0.0)));
        assert_eq!(corner(3), ((right, bottom), (-3.0, 0.0)));
        assert_eq!(corner(4), ((left, bottom), (3.0, 0.0)));
        assert_eq!(corner(5), ((left, top), (0.0, -2.0)));
        assert_eq!(corner(6), ((right, top), (0.0, -2.0)));
        assert_eq!(corner(7), ((right, bottom), (0.0, 2.0)));
        assert_eq!(corner(8), ((left, bottom), (0.0, 2.0)));
    }
}
