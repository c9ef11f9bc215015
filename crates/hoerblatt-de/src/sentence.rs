//! Where a sentence ends.
//!
//! Evidence, in this order: a line break; `!` `?` `…` or a full stop before a space and a capital, quotation mark or bracket; for a
//! full stop that belongs to an ordinal or a short form, only a word after it that begins sentences ("Der", "Bitte") or the end.

use crate::text::{char_at, is_letter, is_space, past_spaces, word_at};

/// If plain text from `from` to `to` ends a sentence: the byte after it and the spaces that follow.
pub(crate) fn end_after(text: &str, from: usize, to: usize) -> Option<usize> {
    match text.as_bytes().get(from)? {
        b'\n' | b'\r' => Some(past_gap(text, from)),
        b'.' | b'!' | b'?' => {
            let end = past_closing(text, to);
            match char_at(text, end) {
                None => Some(end),
                Some(c) if c.is_whitespace() => {
                    let next = past_gap(text, end);
                    let begins =
                        |c: char| c.is_uppercase() || c.is_ascii_digit() || !is_letter(c) && !",;–-".contains(c);
                    char_at(text, next).is_none_or(begins).then_some(next)
                }
                Some(_) => None,
            }
        }
        0xe2 if text[from..].starts_with('…') => {
            let next = past_gap(text, to);
            (next > to && char_at(text, next).is_none_or(char::is_uppercase)).then_some(next)
        }
        _ => None,
    }
}

/// Past further stops, closing quotation marks and brackets.
fn past_closing(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(c) = char_at(text, end) {
        if !matches!(c, '.' | '!' | '?' | '“' | '”' | '«' | '‹' | '’' | '"' | ')' | ']') || end - at > 12 {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Past all white space.
pub(crate) fn past_gap(text: &str, at: usize) -> usize {
    at + text[at..].find(|c: char| !c.is_whitespace()).unwrap_or(text.len() - at)
}

/// Whether a stop that already belongs to an ordinal or a short form ends the sentence as well.
pub(crate) fn ends_at_inner_stop(text: &str, end: usize) -> bool {
    match char_at(text, end) {
        None | Some('\n' | '\r') => true,
        Some(c) if is_space(c) => {
            let next = past_spaces(text, end);
            match char_at(text, next) {
                None | Some('\n' | '\r') => true,
                _ => begins_sentence(word_at(text, next)),
            }
        }
        Some(_) => false,
    }
}

/// Words that stand with a capital only because a sentence begins with them.
pub(crate) fn begins_sentence(word: &str) -> bool {
    STARTERS.binary_search(&word).is_ok()
}

const STARTERS: &[&str] = &[
    "Ab",
    "Aber",
    "Alle",
    "Allerdings",
    "Als",
    "Also",
    "Am",
    "An",
    "Anschließend",
    "Auch",
    "Auf",
    "Aus",
    "Außerdem",
    "Bei",
    "Beim",
    "Bereits",
    "Bis",
    "Bitte",
    "Da",
    "Dabei",
    "Dadurch",
    "Dafür",
    "Daher",
    "Damit",
    "Danach",
    "Dann",
    "Daran",
    "Darauf",
    "Darum",
    "Darüber",
    "Das",
    "Dass",
    "Davor",
    "Dazu",
    "Dein",
    "Dem",
    "Den",
    "Denn",
    "Der",
    "Deren",
    "Des",
    "Deshalb",
    "Deswegen",
    "Die",
    "Dies",
    "Diese",
    "Diesem",
    "Diesen",
    "Dieser",
    "Dieses",
    "Doch",
    "Dort",
    "Dorthin",
    "Du",
    "Durch",
    "Ebenfalls",
    "Ebenso",
    "Ein",
    "Eine",
    "Einem",
    "Einen",
    "Einer",
    "Eines",
    "Er",
    "Erst",
    "Es",
    "Etwa",
    "Für",
    "Gegen",
    "Gemeinsam",
    "Gerne",
    "Hier",
    "Hierbei",
    "Hierfür",
    "Hierzu",
    "Hinter",
    "Hinzu",
    "Ich",
    "Ihr",
    "Ihre",
    "Ihrem",
    "Ihren",
    "Ihrer",
    "Im",
    "Immer",
    "In",
    "Insgesamt",
    "Interessierte",
    "Ist",
    "Jede",
    "Jeder",
    "Jedes",
    "Jedoch",
    "Jetzt",
    "Kein",
    "Keine",
    "Laut",
    "Man",
    "Manche",
    "Mehr",
    "Mehrere",
    "Mein",
    "Mit",
    "Nach",
    "Nachdem",
    "Neben",
    "Nicht",
    "Noch",
    "Nun",
    "Nur",
    "Ob",
    "Obwohl",
    "Oder",
    "Ohne",
    "Schon",
    "Sein",
    "Seine",
    "Seit",
    "Seitdem",
    "Selbst",
    "Sie",
    "Sind",
    "So",
    "Sobald",
    "Somit",
    "Sondern",
    "Sowohl",
    "Später",
    "Trotz",
    "Trotzdem",
    "Um",
    "Und",
    "Uns",
    "Unser",
    "Unsere",
    "Unter",
    "Viele",
    "Vielen",
    "Vom",
    "Von",
    "Vor",
    "Vorher",
    "Was",
    "Weil",
    "Weitere",
    "Weiterhin",
    "Welche",
    "Wenn",
    "Wer",
    "Werden",
    "Wie",
    "Wir",
    "Wird",
    "Wo",
    "Während",
    "Zu",
    "Zudem",
    "Zum",
    "Zur",
    "Zusätzlich",
    "Zwischen",
    "Über",
];

#[cfg(test)]
mod tests {
    #[test]
    fn starters_are_sorted() {
        assert!(super::STARTERS.is_sorted());
    }
}
