//! What is said: words, not markup.
//!
//! [`Speech`] is all an engine needs. Numbers, dates and signs are already words in the right case; an engine decides only how
//! long a [`Pause`] is and how a letter sounds.

use crate::model::LanguageTag;

/// A stretch of spoken words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Speech(pub Vec<SpeechToken>);

/// One piece of speech.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SpeechToken {
    /// Words as they are said. Letters, combining marks, apostrophes, hyphens inside a word and sentence punctuation; no digit, no
    /// symbol, no soft hyphen (see [`is_speakable`]).
    Words(String),
    /// Letters said one by one, each by the name the language gives it: `["D", "R", "K"]`.
    Spell(Vec<String>),
    /// Words with their sounds in IPA; engines without phonemes say the words.
    Sounds {
        /// The nearest spelling.
        words: String,
        /// IPA.
        ipa: String,
    },
    /// Words of another language.
    Foreign(LanguageTag, Vec<SpeechToken>),
    /// Words that matter more.
    Strong(Vec<SpeechToken>),
    /// Silence.
    Pause(Pause),
}

/// A silence by its reason; how long it lasts is the channel's choice (see `hoerblatt-ssml`, `prosody`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pause {
    /// The short glottal stop inside a gender form, as in "Spiegel-Ei"; written `|`, no space around it.
    Gender,
    /// Between the groups of a telephone number; written as a comma.
    Group,
    /// A clause.
    Clause,
    /// The end of a sentence.
    Sentence,
    /// The end of a list item or a fact.
    Item,
    /// The end of a paragraph.
    Paragraph,
    /// Before a new section.
    Section,
}

/// How fast something is said; a caller switches between the three with two keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Pace {
    /// For taking notes, or on a bad line.
    Slow,
    /// For older listeners: about 3.9 syllables a second, 106 words a minute.
    #[default]
    Normal,
    /// For those who know the line.
    Fast,
}

impl Pace {
    /// The three, slowest first.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    /// Its name in file names and folders; stable.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::Normal => "normal",
            Self::Fast => "fast",
        }
    }

    /// Speed in percent of [`Pace::Normal`]: a step of a quarter is heard as one, and the fastest stays at radio pace (5 syllables a
    /// second, Bose 2011).
    pub fn percent(self) -> u32 {
        match self {
            Self::Slow => 80,
            Self::Normal => 100,
            Self::Fast => 125,
        }
    }

    /// One step slower, or the slowest.
    #[must_use]
    pub fn slower(self) -> Self {
        if self == Self::Fast { Self::Normal } else { Self::Slow }
    }

    /// One step faster, or the fastest.
    #[must_use]
    pub fn faster(self) -> Self {
        if self == Self::Slow { Self::Normal } else { Self::Fast }
    }
}

impl Speech {
    /// Speech of plain words, empty for empty text.
    pub fn words(text: impl Into<String>) -> Self {
        let text = text.into();
        Self(if text.is_empty() { Vec::new() } else { vec![SpeechToken::Words(text)] })
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends other speech.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The words in one line, as `hoerblatt speak` prints them: letters of an initialism parted by spaces, a gender pause as `|`,
    /// groups of a number parted by commas.
    ///
    /// ```
    /// use hoerblatt_core::{Pause, Speech, SpeechToken};
    /// let speech = Speech(vec![
    ///     SpeechToken::Words("die Bürger".into()), SpeechToken::Pause(Pause::Gender), SpeechToken::Words("innen beim".into()),
    ///     SpeechToken::Spell(vec!["D".into(), "R".into(), "K".into()]), SpeechToken::Words(".".into()),
    /// ]);
    /// assert_eq!(speech.to_line(), "die Bürger|innen beim D R K.");
    /// ```
    pub fn to_line(&self) -> String {
        let mut line = String::new();
        write_tokens(&self.0, &mut line);
        line
    }
}

fn write_tokens(tokens: &[SpeechToken], line: &mut String) {
    for token in tokens {
        match token {
            SpeechToken::Words(words) | SpeechToken::Sounds { words, .. } => append_words(line, words.trim()),
            SpeechToken::Spell(letters) => append_words(line, &letters.join(" ")),
            SpeechToken::Foreign(_, inner) | SpeechToken::Strong(inner) => write_tokens(inner, line),
            SpeechToken::Pause(Pause::Gender) => line.push('|'),
            SpeechToken::Pause(Pause::Group | Pause::Clause) => append_words(line, ","),
            SpeechToken::Pause(_) => {}
        }
    }
}

/// Joins words by one space, except after a gender pause, and before punctuation that leans on the word before it.
pub fn append_words(line: &mut String, words: &str) {
    let Some(first) = words.chars().next() else { return };
    let leans = matches!(first, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | '“' | '‘' | '»' | '”');
    let open = line.is_empty() || line.ends_with([' ', '|', '(', '„', '‚', '«']);
    if !open && !leans {
        line.push(' ');
    }
    line.push_str(words);
}

/// Whether `text` may stand in [`SpeechToken::Words`].
///
/// Allowed are letters, combining marks, spaces, apostrophes, hyphens between letters, and the punctuation of a sentence with its
/// quotation marks, brackets and dashes. Never a digit, a symbol or an invisible sign.
pub fn is_speakable(text: &str) -> bool {
    let punctuation = |c: char| ".,;:!?…()„“‚‘”’»«›‹–'".contains(c);
    let mark = |c: char| unicode_normalization::char::is_combining_mark(c);
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let hyphen_in_word =
            c == '-' && before.is_alphabetic() && letters.peek().is_some_and(|next| next.is_alphabetic());
        // Full-width and superscript letters count as alphabetic; no engine reads `ª`.
        let sound = (c.is_alphabetic()
            && !matches!(c, 'ª' | 'º' | 'ʰ'..='ʸ' | '\u{2160}'..='\u{2188}' | '\u{24b6}'..='\u{24e9}'))
            || mark(c);
        if !(sound || c == ' ' || punctuation(c) || hyphen_in_word) {
            return false;
        }
        before = c;
    }
    true
}
