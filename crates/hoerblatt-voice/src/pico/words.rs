//! Words as Pico may see them.

use std::borrow::Cow;

/// Whether Pico has a sound for the letter: the German alphabet and the accents of loan words.
fn known(c: char) -> bool {
    c.is_ascii_alphabetic() || "äöüßÄÖÜéèêáàâóòôúùûíìîëïçñÉÈÊÁÀÂÓÒÔÚÙÛÍÌÎËÏÇÑ".contains(c)
}

/// Letters that do not part into a base letter and a mark, by the nearest German spelling.
const RESPELLED: &[(char, &str)] = &[
    ('ł', "l"),
    ('Ł', "L"),
    ('ı', "i"),
    ('İ', "I"),
    ('ş', "sch"),
    ('Ş', "Sch"),
    ('š', "sch"),
    ('Š', "Sch"),
    ('ś', "sch"),
    ('Ś', "Sch"),
    ('ž', "sch"),
    ('Ž', "Sch"),
    ('ż', "sch"),
    ('Ż', "Sch"),
    ('č', "tsch"),
    ('Č', "Tsch"),
    ('ć', "tsch"),
    ('Ć', "Tsch"),
    ('ğ', ""),
    ('Ğ', "G"),
    ('ø', "ö"),
    ('Ø', "Ö"),
    ('æ', "ä"),
    ('Æ', "Ä"),
    ('œ', "ö"),
    ('Œ', "Ö"),
    ('đ', "d"),
    ('Đ', "D"),
    ('ð', "d"),
    ('Ð', "D"),
    ('þ', "th"),
    ('Þ', "Th"),
    ('ą', "on"),
    ('ę', "en"),
    ('ő', "ö"),
    ('Ő', "Ö"),
    ('ű', "ü"),
    ('Ű', "Ü"),
    ('ẞ', "SS"),
    ('ħ', "h"),
    ('ŋ', "ng"),
    ('ə', "e"),
    ('Ə', "E"),
];

/// The words with every letter either known to Pico or respelled, and no sign that it would read as a tag or aloud.
pub(super) fn for_pico(phrase: &str) -> String {
    let mut words = String::with_capacity(phrase.len());
    for c in phrase.chars() {
        match c {
            _ if known(c) => words.push(c),
            ' ' | '.' | ',' | '!' | '?' | ':' | ';' | '\'' => words.push(c),
            '-' if words.ends_with(char::is_alphabetic) => words.push(c),
            _ => words.push_str(&respelled(c)),
        }
    }
    if words.contains(char::is_alphabetic) { words } else { String::new() }
}

/// Whether nothing of the word is left.
pub(super) fn unsayable(word: &str) -> bool {
    word.contains(char::is_alphabetic) && for_pico(word).is_empty()
}

fn respelled(c: char) -> Cow<'static, str> {
    if let Some((_, spelling)) = RESPELLED.iter().find(|(letter, _)| *letter == c) {
        return Cow::Borrowed(spelling);
    }
    let mut base = None;
    unicode_normalization::char::decompose_canonical(c, |part| base = base.or(known(part).then_some(part)));
    base.map_or(Cow::Borrowed(""), |letter| Cow::Owned(letter.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_latin_letters_are_respelled() {
        assert_eq!(for_pico("Łódź, Şahin, Yağmur, Čapek, Nguyễn."), "Lódz, Schahin, Yamur, Tschapek, Nguyen.");
    }

    #[test]
    fn nothing_looks_like_a_tag_or_a_sign() {
        assert_eq!(for_pico("a<b> & \"c\" *d* |e| 1"), "ab  c d e ");
        assert_eq!(for_pico("... <> &"), "");
    }
}
