//! The typefaces that Hörblatt prints with, as bytes inside the program: no installation, the same sheet on every machine.
//!
//! | family | why | covers |
//! |---|---|---|
//! | Atkinson Hyperlegible Next | letters that are easily confused (I l 1, O 0, B 8) are drawn apart; no ligatures, tabular figures | Latin: German, Turkish, Polish |
//! | Noto Sans | the first fallback | Latin, Cyrillic, Greek |
//! | Noto Sans Arabic | the second fallback | Arabic |
//!
//! All are TrueType outlines with 1000 units to the em, in two weights and no italics: emphasis on a large-print sheet is by weight
//! alone (UKAAF G003). We claim that the letters are distinct, not that they are proven to read faster: no controlled trial was found.
//!
//! ```
//! let text_face = &hoerblatt_fonts::FAMILIES[0];
//! assert_eq!(text_face.name, "Atkinson Hyperlegible Next");
//! assert!(text_face.licence.contains("SIL OPEN FONT LICENSE"));
//! ```

/// Atkinson Hyperlegible Next, weight 400, version 2.001.
pub const ATKINSON_REGULAR: &[u8] =
    include_bytes!("../atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf");
/// Atkinson Hyperlegible Next, weight 700, version 2.001.
pub const ATKINSON_BOLD: &[u8] = include_bytes!("../atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf");
/// Noto Sans, weight 400, version 2.015.
pub const NOTO_SANS_REGULAR: &[u8] = include_bytes!("../noto-sans/NotoSans-Regular.ttf");
/// Noto Sans, weight 700, version 2.015.
pub const NOTO_SANS_BOLD: &[u8] = include_bytes!("../noto-sans/NotoSans-Bold.ttf");
/// Noto Sans Arabic, weight 400, version 2.012.
pub const NOTO_SANS_ARABIC_REGULAR: &[u8] = include_bytes!("../noto-sans-arabic/NotoSansArabic-Regular.ttf");
/// Noto Sans Arabic, weight 700, version 2.012.
pub const NOTO_SANS_ARABIC_BOLD: &[u8] = include_bytes!("../noto-sans-arabic/NotoSansArabic-Bold.ttf");

/// A typeface in the two weights that a sheet uses.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    /// Its name, as in the font's name table.
    pub name: &'static str,
    /// Weight 400, a whole TrueType file.
    pub regular: &'static [u8],
    /// Weight 700, a whole TrueType file.
    pub bold: &'static [u8],
    /// Its licence (SIL Open Font License 1.1) with the copyright line, to hand on together with the font.
    pub licence: &'static str,
}

/// The families in fallback order: a letter is set in the first one that has it.
pub const FAMILIES: [Family; 3] = [
    Family {
        name: "Atkinson Hyperlegible Next",
        regular: ATKINSON_REGULAR,
        bold: ATKINSON_BOLD,
        licence: include_str!("../atkinson-hyperlegible-next/OFL.txt"),
    },
    Family {
        name: "Noto Sans",
        regular: NOTO_SANS_REGULAR,
        bold: NOTO_SANS_BOLD,
        licence: include_str!("../noto-sans/OFL.txt"),
    },
    Family {
        name: "Noto Sans Arabic",
        regular: NOTO_SANS_ARABIC_REGULAR,
        bold: NOTO_SANS_ARABIC_BOLD,
        licence: include_str!("../noto-sans-arabic/OFL.txt"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_truetype_and_names_its_family() {
        for family in FAMILIES {
            for (weight, file) in [("Regular", family.regular), ("Bold", family.bold)] {
                assert_eq!(file[..4], [0, 1, 0, 0], "{} {weight} has TrueType outlines", family.name);
                // Names in the name table are UTF-16, big-endian.
                let full_name: Vec<u8> =
                    format!("{} {weight}", family.name).encode_utf16().flat_map(u16::to_be_bytes).collect();
                assert!(file.windows(full_name.len()).any(|at| at == full_name), "{} {weight}", family.name);
            }
        }
    }

    #[test]
    fn every_licence_names_its_authors() {
        for family in FAMILIES {
            let first = family.licence.lines().next().unwrap_or_default();
            assert!(first.starts_with("Copyright 20") && first.contains("Project Authors"), "{first}");
        }
    }
}
