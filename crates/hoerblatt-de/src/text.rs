//! Looking around in running text. All looks are bounded: a word ends after [`LONGEST_WORD`] bytes, so that no text is read twice.

/// No German word that matters to us is longer; what is longer is copied, not looked at.
pub(crate) const LONGEST_WORD: usize = 96;

/// The lengths of the words of a list by their first bytes: most words of a text are told to be in none, before any is hashed.
pub(crate) struct Lengths([u64; 256]);

impl Lengths {
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut lengths = [0; 256];
        for word in words {
            lengths[usize::from(word.bytes().next().unwrap_or(0))] |= Self::bit(word);
        }
        Self(lengths)
    }

    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let first = word.as_bytes().first().copied().unwrap_or(0);
        self.0[usize::from(first)] & Self::bit(word) != 0
    }

    /// All longer words share the last bit.
    fn bit(word: &str) -> u64 {
        1 << word.len().min(63)
    }
}

/// Spaces within a line: ordinary, no-break, narrow no-break, thin, tab.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t')
}

/// Letters and the marks that combine with them.
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    (c.is_alphabetic() && !matches!(c, 'ª' | 'º' | 'ʰ'..='ʸ' | '\u{2160}'..='\u{2188}' | '\u{24b6}'..='\u{24e9}'))
        || ('\u{300}'..='\u{36f}').contains(&c)
}

/// The character at a byte.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte < 0x80 { Some(byte as char) } else { text.get(at..)?.chars().next() }
}

/// The character before a byte.
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Whether a digit stands at a byte.
pub(crate) fn digit_at(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// Whether an ASCII digit or a letter stands at a byte.
pub(crate) fn alphanumeric_at(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(|c| c.is_ascii_digit() || is_letter(c))
}

/// The end of the digits that start at a byte, at most `most` of them.
pub(crate) fn digits_end(text: &str, at: usize, most: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < bytes.len() && end - at < most && bytes[end].is_ascii_digit() {
        end += 1;
    }
    end
}

/// The end of the letters that start at a byte.
pub(crate) fn letters_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < bytes.len() && end - at < LONGEST_WORD {
        if bytes[end] < 0x80 {
            if !bytes[end].is_ascii_alphabetic() {
                break;
            }
            end += 1;
        } else {
            match text.get(end..).and_then(|rest| rest.chars().next()) {
                Some(c) if is_letter(c) => end += c.len_utf8(),
                _ => break,
            }
        }
    }
    end
}

/// Past the spaces at a byte (at most three: more are a layout, not a gap between words).
pub(crate) fn past_spaces(text: &str, at: usize) -> usize {
    let mut end = at;
    for _ in 0..3 {
        match char_at(text, end) {
            Some(c) if is_space(c) => end += c.len_utf8(),
            _ => break,
        }
    }
    end
}

/// The letters at a byte.
pub(crate) fn word_at(text: &str, at: usize) -> &str {
    text.get(at..letters_end(text, at)).unwrap_or("")
}

/// The word after spaces: hyphens between letters belong to it.
pub(crate) fn next_word(text: &str, at: usize) -> &str {
    let start = past_spaces(text, at);
    text.get(start..compound_end(text, start)).unwrap_or("")
}

/// The end of a word whose parts are joined by hyphens.
pub(crate) fn compound_end(text: &str, at: usize) -> usize {
    let mut end = letters_end(text, at);
    while end > at && end - at < LONGEST_WORD && matches!(text.as_bytes().get(end), Some(b'-')) {
        let next = letters_end(text, end + 1);
        if next == end + 1 {
            break;
        }
        end = next;
    }
    end
}

/// The word that ends before a byte, spaces skipped, and where it starts. Empty where something else than a word stands there.
pub(crate) fn word_before(text: &str, at: usize) -> (&str, usize) {
    let mut end = at;
    for _ in 0..3 {
        match char_before(text, end) {
            Some(c) if is_space(c) => end -= c.len_utf8(),
            _ => break,
        }
    }
    let mut start = end;
    while end - start < LONGEST_WORD {
        match char_before(text, start) {
            Some(c) if is_letter(c) || (c == '-' && start < end) => start -= c.len_utf8(),
            _ => break,
        }
    }
    (&text[start..end], start)
}

/// The text up to a byte without the signs that end it; at most a dozen are taken off, more are a layout.
pub(crate) fn trimmed(text: &str, end: usize, sign: impl Fn(char) -> bool) -> &str {
    let mut end = end;
    for _ in 0..12 {
        match char_before(text, end) {
            Some(c) if sign(c) => end -= c.len_utf8(),
            _ => break,
        }
    }
    &text[..end]
}

/// The length in bytes of the signs of a kind that end a text, at most `most` of them.
pub(crate) fn tail(text: &str, most: usize, sign: impl Fn(char) -> bool) -> usize {
    text.chars().rev().take(most).take_while(|c| sign(*c)).map(char::len_utf8).sum()
}

/// Whether a word stands within the last hundred bytes before a place.
pub(crate) fn shortly_before(text: &str, at: usize, word: &str) -> bool {
    let mut from = at.saturating_sub(100);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text[from..at].contains(word)
}

/// Whether the byte is where a line or the text begins, decoration such as bullets aside.
pub(crate) fn at_line_start(text: &str, at: usize) -> bool {
    for c in text[..at].chars().rev().take(8) {
        match c {
            '\n' | '\r' => return true,
            ' ' | '\u{a0}' | '\t' | '•' | '-' | '–' | '*' | '►' | '·' | '▪' | '●' | '"' | '„' | '»' | '(' | '>' =>
                {}
            _ => return false,
        }
    }
    text[..at].chars().rev().nth(8).is_none()
}

/// Whether the word begins with a capital letter.
pub(crate) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The word with its first letter large.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The range sign at a byte, with spaces around it, or the word "bis": where the second part starts.
pub(crate) fn past_range_sign(text: &str, at: usize) -> Option<usize> {
    let sign = past_spaces(text, at);
    match char_at(text, sign)? {
        c @ ('-' | '–' | '—' | '‑' | '−') => Some(past_spaces(text, sign + c.len_utf8())),
        'b' if text[sign..].starts_with("bis") => {
            let mut next = past_spaces(text, sign + 3);
            if next == sign + 3 {
                return None;
            }
            for filler in ["zum ", "einschließlich ", "einschl. ", "inkl. "] {
                if text[next..].starts_with(filler) {
                    next = past_spaces(text, next + filler.len());
                }
            }
            Some(next)
        }
        _ => None,
    }
}
