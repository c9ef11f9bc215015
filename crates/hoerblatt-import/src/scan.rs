//! Looking through a text byte by byte: almost every sign of a German text is ASCII, and only the others are decoded.
//!
//! Each verb finds what the standard library's would; `cargo test` compares them.

// What a sign is, one bit each, so that several can be looked for at once.

/// A letter or a digit.
pub(crate) const LETTER: u8 = 1;
/// White space.
pub(crate) const SPACE: u8 = 2;
/// Any other sign.
pub(crate) const OTHER: u8 = 4;
/// The first byte does not tell.
const BEYOND_ASCII: u8 = 8;

/// By a sign's first byte.
static CLASSES: [u8; 256] = {
    let (mut classes, mut byte) = ([BEYOND_ASCII; 256], 0);
    while byte < 0x80 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b'\t'..=b'\r' | b' ' => SPACE,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
};

/// Where the first sign from a byte on stands that is of one of the classes.
#[inline]
pub(crate) fn find(text: &str, mut at: usize, wanted: u8) -> usize {
    let bytes = text.as_bytes();
    let stops = wanted | BEYOND_ASCII;
    while at < bytes.len() {
        let class = CLASSES[usize::from(bytes[at])];
        if class & stops == 0 {
            at += 1;
            continue;
        }
        if class & wanted != 0 {
            break;
        }
        let (class, length) = beyond_ascii(text, at);
        if class & wanted != 0 {
            break;
        }
        at += length;
    }
    at
}

/// The letter or digit that begins at a byte.
#[inline]
pub(crate) fn letter(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return byte.is_ascii_alphanumeric().then_some(char::from(byte));
    }
    text[at..].chars().next().filter(|sign| sign.is_alphanumeric())
}

/// The class of a sign that begins at a byte, and its length.
fn beyond_ascii(text: &str, at: usize) -> (u8, usize) {
    // From "À" to "ÿ" all but two signs are letters.
    if let Some([0xc3, second]) = text.as_bytes().get(at..at + 2) {
        return (if matches!(second, 0x97 | 0xb7) { OTHER } else { LETTER }, 2);
    }
    let Some(sign) = text[at..].chars().next() else { return (OTHER, 1) };
    let class = match () {
        () if sign.is_alphanumeric() => LETTER,
        () if sign.is_whitespace() => SPACE,
        () => OTHER,
    };
    (class, sign.len_utf8())
}

/// What a text is scanned for.
pub(crate) trait Scan {
    /// The words, and where each begins: runs of letters and digits.
    fn words(&self) -> Words<'_>;

    /// What white space parts, as [`str::split_whitespace`] does.
    fn spaced(&self) -> Spaced<'_>;

    /// What spaces and hyphens part; two of them in a row have an empty piece between them.
    fn pieces(&self) -> Pieces<'_>;

    /// What a sign of ASCII parts, as [`str::split`] does.
    fn cut(&self, sign: u8) -> Cut<'_>;

    /// Whether a digit stands in it.
    fn has_digit(&self) -> bool;

    /// The text without the signs and spaces at its ends.
    fn without_signs(&self) -> &str;
}

impl Scan for str {
    #[inline]
    fn words(&self) -> Words<'_> {
        Words { text: self, end: 0 }
    }

    #[inline]
    fn spaced(&self) -> Spaced<'_> {
        Spaced { text: self, end: 0 }
    }

    #[inline]
    fn pieces(&self) -> Pieces<'_> {
        Pieces { rest: Some(self) }
    }

    #[inline]
    fn cut(&self, sign: u8) -> Cut<'_> {
        debug_assert!(sign.is_ascii(), "other signs have several bytes");
        Cut { rest: Some(self), sign }
    }

    #[inline]
    fn has_digit(&self) -> bool {
        // Without an end before the last byte sixteen are looked at at once.
        self.bytes().fold(false, |found, byte| found | byte.is_ascii_digit())
    }

    #[inline]
    fn without_signs(&self) -> &str {
        let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        if is_letter(self.as_bytes().first()) && is_letter(self.as_bytes().last()) {
            return self;
        }
        self.trim_matches(|sign: char| !sign.is_alphanumeric())
    }
}

/// See [`Scan::words`].
#[derive(Debug, Clone)]
pub(crate) struct Words<'t> {
    text: &'t str,
    end: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = (usize, &'t str);

    #[inline]
    fn next(&mut self) -> Option<(usize, &'t str)> {
        let start = find(self.text, self.end, LETTER);
        self.end = find(self.text, start, SPACE | OTHER);
        (start < self.end).then(|| (start, &self.text[start..self.end]))
    }
}

/// See [`Scan::spaced`].
#[derive(Debug, Clone)]
pub(crate) struct Spaced<'t> {
    text: &'t str,
    end: usize,
}

impl<'t> Iterator for Spaced<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        let start = find(self.text, self.end, LETTER | OTHER);
        self.end = find(self.text, start, SPACE);
        (start < self.end).then(|| &self.text[start..self.end])
    }
}

/// See [`Scan::pieces`].
#[derive(Debug, Clone)]
pub(crate) struct Pieces<'t> {
    rest: Option<&'t str>,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        let text = self.rest?;
        let end = text.bytes().position(|byte| matches!(byte, b' ' | b'-'));
        self.rest = end.map(|end| &text[end + 1..]);
        Some(end.map_or(text, |end| &text[..end]))
    }
}

/// See [`Scan::cut`].
#[derive(Debug, Clone)]
pub(crate) struct Cut<'t> {
    rest: Option<&'t str>,
    sign: u8,
}

impl<'t> Iterator for Cut<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        let text = self.rest?;
        let end = text.bytes().position(|byte| byte == self.sign);
        self.rest = end.map(|end| &text[end + 1..]);
        Some(end.map_or(text, |end| &text[..end]))
    }
}

#[cfg(test)]
mod tests {
    use super::Scan;

    const TEXTS: [&str; 9] = [
        "",
        " ",
        "Am 3. Mai, um 15\u{a0}Uhr: Café–Größe × ÷ ß",
        "\u{2009}schmal\u{3000}weit\u{85}neu\u{200b}null ",
        "-a--b c-",
        "Ελληνικά, русский ١٢٣ 漢字 🎉ªº",
        "„Sie lebe hoch!“ (Ägypten)",
        "İstanbul\tİ\r\nẞ",
        "e\u{301}té Ⅳ ½ ²",
    ];

    #[test]
    fn the_standard_library_finds_the_same() {
        for text in TEXTS {
            let runs: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            assert_eq!(text.words().map(|(_, word)| word).collect::<Vec<_>>(), runs, "{text}");
            assert!(text.words().all(|(start, word)| text[start..].starts_with(word)), "{text}");
            assert_eq!(text.spaced().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>(), "{text}");
            assert_eq!(text.pieces().collect::<Vec<_>>(), text.split([' ', '-']).collect::<Vec<_>>(), "{text}");
            assert_eq!(text.cut(b' ').collect::<Vec<_>>(), text.split(' ').collect::<Vec<_>>(), "{text}");
            assert_eq!(text.has_digit(), text.contains(|c: char| c.is_ascii_digit()), "{text}");
            assert_eq!(text.without_signs(), text.trim_matches(|c: char| !c.is_alphanumeric()), "{text}");
        }
    }
}
