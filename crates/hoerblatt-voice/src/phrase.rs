//! What is said in one go, and how long is it quiet after it?

use crate::Pauses;
use hoerblatt_core::{Pause, Speech, SpeechToken, append_words};

/// Words for one breath, and the silence after them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// Plain words with their punctuation; empty where the speech begins with a pause.
    pub words: String,
    /// Silence after them.
    pub silence_ms: u32,
}

/// Speech cut at its pauses and at the ends of sentences.
///
/// A phrase before a group or clause pause ends with a comma, which keeps the voice up; before any longer pause with a full stop.
/// Where several pauses meet, the longest counts. The words are free of what engines stumble over: quotation marks are dropped, and
/// brackets and dashes become commas.
pub fn phrases(speech: &Speech, pauses: &Pauses) -> Vec<Phrase> {
    let mut cutter = Cutter { pauses, done: Vec::new(), words: String::new() };
    cutter.tokens(&speech.0);
    cutter.end(0, '.');
    cutter.done
}

struct Cutter<'p> {
    pauses: &'p Pauses,
    done: Vec<Phrase>,
    words: String,
}

impl Cutter<'_> {
    fn tokens(&mut self, tokens: &[SpeechToken]) {
        for token in tokens {
            match token {
                SpeechToken::Words(words) | SpeechToken::Sounds { words, .. } => self.sentences(words),
                SpeechToken::Spell(letters) => append_words(&mut self.words, &letters.join(" ")),
                SpeechToken::Foreign(_, inner) | SpeechToken::Strong(inner) => self.tokens(inner),
                SpeechToken::Pause(Pause::Gender) => self.words.push(' '),
                SpeechToken::Pause(pause @ (Pause::Group | Pause::Clause)) => self.end(self.pauses.ms(*pause), ','),
                SpeechToken::Pause(pause) => self.end(self.pauses.ms(*pause), '.'),
            }
        }
    }

    /// Appends words, ending a phrase after each full stop that a space follows.
    fn sentences(&mut self, words: &str) {
        let mut rest = words.trim();
        while let Some(at) = rest.find([' ', '\n']) {
            let (before, after) = rest.split_at(at);
            self.append(before);
            let closed = before.trim_end_matches(['“', '”', '‘', '«', ')']).ends_with(['.', '!', '?', '…']);
            if closed {
                self.end(self.pauses.sentence_ms, '.');
            }
            rest = after.trim_start();
        }
        self.append(rest);
    }

    fn append(&mut self, word: &str) {
        let clean: String = word.chars().filter_map(speakable).collect();
        append_words(&mut self.words, &clean);
    }

    /// Ends the phrase, if there is one, with `mark` unless it has an end of its own.
    fn end(&mut self, silence_ms: u32, mark: char) {
        let mut words = tidy(&std::mem::take(&mut self.words));
        if words.is_empty() {
            match self.done.last_mut() {
                Some(last) => last.silence_ms = last.silence_ms.max(silence_ms),
                None if silence_ms > 0 => self.done.push(Phrase { words, silence_ms }),
                None => {}
            }
            return;
        }
        // A comma or colon at the end would keep the voice up before a long silence.
        let unfinished = words.ends_with([',', ';', ':']);
        if mark == '.' && unfinished {
            words.pop();
        }
        if !words.ends_with(['.', '!', '?', '…', ',', ';', ':']) {
            words.push(mark);
        }
        self.done.push(Phrase { words, silence_ms });
    }
}

/// A character as a voice may see it; `None` where it must see nothing.
fn speakable(c: char) -> Option<char> {
    match c {
        '„' | '“' | '”' | '»' | '«' | '›' | '‹' | '‚' | '‘' | '"' | '<' | '>' | '&' | '|' | '\\' | '\u{ad}' => {
            None
        }
        '’' | '\'' => Some('\''),
        '(' | ')' | '–' | '—' => Some(','),
        '…' => Some('.'),
        '\u{a0}' | '\u{202f}' => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// One space between words, none before a comma, no comma at the beginning or beside another sign.
fn tidy(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        for (place, c) in word.char_indices() {
            let sign = matches!(c, ',' | ';' | ':' | '.' | '!' | '?');
            if sign && (line.is_empty() || line.ends_with([',', ';', ':', '.', '!', '?'])) {
                continue;
            }
            if place == 0 && !sign && !line.is_empty() {
                line.push(' ');
            }
            line.push(c);
            // A sign that was a bracket or dash inside: "(,Saal" must not stick to the word.
            if sign && place + c.len_utf8() < word.len() && word[place + 1..].starts_with(char::is_alphabetic) {
                line.push(' ');
            }
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(tokens: Vec<SpeechToken>) -> Vec<(String, u32)> {
        phrases(&Speech(tokens), &Pauses::default()).into_iter().map(|p| (p.words, p.silence_ms)).collect()
    }
    fn words(text: &str) -> SpeechToken {
        SpeechToken::Words(text.into())
    }

    #[test]
    fn sentences_are_said_one_by_one() {
        let said = cut(vec![
            words("Guten Tag. Sie hören: „15 plus 1“! Bitte"),
            words("warten Sie."),
            SpeechToken::Pause(Pause::Item),
        ]);
        let expected = [("Guten Tag.", 500), ("Sie hören: 15 plus 1!", 500), ("Bitte warten Sie.", 900)];
        assert_eq!(said, expected.map(|(w, ms)| (w.to_owned(), ms)));
    }

    #[test]
    fn groups_keep_the_voice_up_and_the_end_lets_it_fall() {
        let said = cut(vec![
            words("null zwei drei"),
            SpeechToken::Pause(Pause::Group),
            words("fünf null,"),
            SpeechToken::Pause(Pause::Clause),
            SpeechToken::Pause(Pause::Sentence),
            words("Danke"),
        ]);
        let expected = [("null zwei drei,", 400), ("fünf null,", 500), ("Danke.", 0)];
        assert_eq!(said, expected.map(|(w, ms)| (w.to_owned(), ms)));
    }

    #[test]
    fn gender_pause_is_a_new_word_and_letters_stand_apart() {
        let said = cut(vec![
            words("Die Bürger"),
            SpeechToken::Pause(Pause::Gender),
            words("innen beim"),
            SpeechToken::Spell(vec!["D".into(), "R".into(), "K".into()]),
            words("."),
        ]);
        assert_eq!(said, [("Die Bürger innen beim D R K.".to_owned(), 0)]);
    }

    #[test]
    fn brackets_dashes_and_markup_do_not_reach_the_voice() {
        let said = cut(vec![words("Kaffee – Kuchen (im Saal), <speed level=\"5\"> & \"mehr\"")]);
        assert_eq!(said, [("Kaffee, Kuchen, im Saal, speed level=5 mehr.".to_owned(), 0)]);
    }

    #[test]
    fn speech_that_begins_with_a_pause_keeps_it() {
        let said = cut(vec![SpeechToken::Pause(Pause::Sentence), words("Ja")]);
        assert_eq!(said, [(String::new(), 500), ("Ja.".to_owned(), 0)]);
    }
}
