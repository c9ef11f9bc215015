//! Words as Pico may see them.

use std::borrow::Cow;

/// The letters that Pico has sounds for: it reads `é` as `e` itself, and leaves others out.
fn known(c: char) -> bool {
    c.is_ascii_alphabetic() || "äöüßÄÖÜ".contains(c)
}

/// Letters whose base letter without its mark would mislead, by the nearest German spelling.
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
    ('ç', "tsch"),
    ('Ç', "Tsch"),
    ('ñ', "nj"),
    ('Ñ', "Nj"),
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
    if words.contains(char::is_alphabetic) { with_letter_names(&words) } else { String::new() }
}

/// Spelled letters are said by their names as they are (measured against `de er ka`), but for two that Pico says as sounds.
fn with_letter_names(words: &str) -> String {
    let name = |word: &str| {
        let letter = word.trim_end_matches(['.', ',', '!', '?', ':', ';']);
        let name = match letter {
            "Y" | "y" => "Ypsilon",
            "ß" => "Eszett",
            _ => return word.to_owned(),
        };
        word.replacen(letter, name, 1)
    };
    words.split(' ').map(name).collect::<Vec<_>>().join(" ")
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
        assert_eq!(for_pico("Łódź, Şahin, Yağmur, Čapek, Nguyễn."), "Lodz, Schahin, Yamur, Tschapek, Nguyen.");
    }

    #[test]
    fn two_letters_are_spelled_out() {
        assert_eq!(for_pico("D Y K, Y. ß! Yoga"), "D Ypsilon K, Ypsilon. Eszett! Yoga");
    }

    #[test]
    fn nothing_looks_like_a_tag_or_a_sign() {
        assert_eq!(for_pico("a<b> & \"c\" *d* |e| 1"), "ab  c d e ");
        assert_eq!(for_pico("... <> &"), "");
    }
}
