//! How easily a section reads: three formulas for German, and what to change.
//!
//! | formula | says | source |
//! |---|---|---|
//! | Flesch-Amstad | 0 (hard) to 100 (easy); plain German is above 60 | Amstad 1978: 180 − sentence length − 58.5 × syllables a word |
//! | LIX | below 40 easy, above 60 hard | Björnsson 1968: sentence length + share of words over six letters |
//! | Wiener Sachtextformel 1 | years of school | Bamberger, Vanecek 1984 |
//!
//! A formula knows nothing of sense and order: it finds sections worth a second look, it judges nobody's text.

use super::{
    prose::{runs, sentences},
    reads::count_words,
};
use crate::{Tongue, messages, rules};
use hoerblatt_core::{
    Diagnostic, Language,
    model::{Prose, Publication},
};

/// Below this many words the formulas measure chance.
const FEWEST_WORDS: usize = 30;
/// Flesch-Amstad below which a section is hard for people who read little.
const HARD_BELOW: f64 = 50.0;

/// The scores of one section.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The section's heading, or the beginning of its text.
    pub heading: String,
    /// Flesch-Amstad.
    pub flesch: f64,
    /// LIX.
    pub lix: f64,
    /// Wiener Sachtextformel: years of school.
    pub wiener: f64,
    /// Words a sentence, on average.
    pub words_per_sentence: f64,
    /// Syllables a word, on average.
    pub syllables_per_word: f64,
    /// The longest words, longest first.
    pub longest: Vec<String>,
}

impl Score {
    /// The scores in one sentence, and what to change in the next.
    pub fn sentence(&self, tongue: Tongue) -> String {
        let heading = messages::clean(&self.heading);
        let number = |value| tongue.decimal(value);
        let (flesch, lix, wiener) = (number(self.flesch), number(self.lix), number(self.wiener));
        let scores = tongue.of(
            format!(
                "„{heading}“: {}, Flesch-Amstad {flesch}, LIX {lix}, Wiener Sachtextformel {wiener}.",
                self.grade(tongue)
            ),
            format!(
                "“{heading}”: {}, Flesch-Amstad {flesch}, LIX {lix}, Wiener Sachtextformel {wiener}.",
                self.grade(tongue)
            ),
        );
        format!("{scores} {}", self.advice(tongue)).trim_end().to_owned()
    }

    fn grade(&self, tongue: Tongue) -> &'static str {
        match self.flesch {
            score if score >= 70.0 => tongue.of("leicht", "easy"),
            score if score >= 60.0 => tongue.of("verständlich", "plain"),
            score if score >= HARD_BELOW => tongue.of("etwas schwer", "rather hard"),
            _ => tongue.of("schwer", "hard"),
        }
    }

    /// What would change the score most: shorter sentences, or other words for the longest.
    fn advice(&self, tongue: Tongue) -> String {
        if self.flesch >= 60.0 {
            return String::new();
        }
        // One word less a sentence gains a point, a tenth of a syllable a word nearly six.
        let by_sentences = self.words_per_sentence - 12.0;
        let by_words = (self.syllables_per_word - 1.7) * 58.5;
        if by_sentences >= by_words {
            let length = tongue.decimal(self.words_per_sentence);
            return tongue.of(
                format!("Teilen Sie lange Sätze: im Mittel sind es {length} Wörter, gut sind 12."),
                format!("Divide long sentences: there are {length} words on average, 12 are good."),
            );
        }
        let words = tongue.list(&self.longest.iter().map(|word| messages::clean(word)).collect::<Vec<_>>());
        tongue.of(format!("Suchen Sie kürzere Wörter für {words}."), format!("Find shorter words for {words}."))
    }
}

/// The scores of the article's sections; a hard one is a finding as well. Other languages than German have other formulas.
pub(super) fn scores(publication: &Publication, language: &dyn Language, findings: &mut Vec<Diagnostic>) -> Vec<Score> {
    if publication.language.primary() != "de" {
        return Vec::new();
    }
    let article = &publication.article;
    let lead = [(&article.headline, &article.lead)].into_iter();
    let body = article.body.iter().map(|section| (section.heading.as_ref().unwrap_or(&section.text), &section.text));
    let mut scores = Vec::new();
    for (heading, text) in lead.chain(body) {
        let Some(score) = score(heading, text, language) else { continue };
        if score.flesch < HARD_BELOW {
            let finding = rules::section_hard_to_read(
                heading.span,
                score.heading.as_str(),
                score.flesch,
                score.words_per_sentence,
                score.syllables_per_word,
            );
            findings.push(finding);
        }
        scores.push(score);
    }
    scores
}

fn score(heading: &Prose, text: &Prose, language: &dyn Language) -> Option<Score> {
    let (mut words, mut sentence_count) = (Vec::new(), 0_usize);
    for run in runs(text) {
        for (line, _) in sentences(language, &run) {
            sentence_count += usize::from(count_words(line) > 0);
            words.extend(line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    if words.len() < FEWEST_WORDS || sentence_count == 0 {
        return None;
    }
    let count = words.len() as f64;
    let share = |test: &dyn Fn(&str) -> bool| words.iter().filter(|word| test(word)).count() as f64 / count * 100.0;
    let words_per_sentence = count / sentence_count as f64;
    let syllables_per_word = words.iter().map(|word| syllables(word)).sum::<usize>() as f64 / count;
    let long = share(&|word| word.chars().count() > 6);
    let (many, one) = (share(&|word| syllables(word) >= 3), share(&|word| syllables(word) == 1));
    let mut longest = words.clone();
    longest.sort_by_key(|word| {
        (std::cmp::Reverse(syllables(word)), std::cmp::Reverse(word.chars().count()), word.clone())
    });
    longest.dedup();
    longest.truncate(3);
    let heading: String = heading.text.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
    Some(Score {
        heading,
        flesch: 180.0 - words_per_sentence - 58.5 * syllables_per_word,
        lix: words_per_sentence + long,
        wiener: 0.1935 * many + 0.1672 * words_per_sentence + 0.1297 * long - 0.0327 * one - 0.875,
        words_per_sentence,
        syllables_per_word,
        longest,
    })
}

/// Syllables of a German word: groups of vowels, a diphthong being one.
fn syllables(word: &str) -> usize {
    const DIPHTHONGS: [&str; 11] = ["au", "ei", "ai", "eu", "äu", "ie", "aa", "ee", "oo", "ey", "ay"];
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let is_vowel = |c: char| "aeiouyäöüáéèêíóúçğ".contains(c) && c != 'ç' && c != 'ğ';
    let (mut count, mut at) = (0, 0);
    while at < letters.len() {
        if is_vowel(letters[at]) {
            count += 1;
            let pair: String = letters[at..letters.len().min(at + 2)].iter().collect();
            // Mu-se-um, Ju-bi-lä-um: the Latin ending begins a syllable of its own.
            let latin = matches!(pair.as_str(), "eu" | "äu") && letters[at + 2..] == ['m'];
            at += usize::from(DIPHTHONGS.contains(&pair.as_str()) && !latin);
            // The u of "qu" is no vowel.
            count -= usize::from(letters[at] == 'u' && at > 0 && letters[at - 1] == 'q');
        }
        at += 1;
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn syllables_are_counted_as_duden_divides_words() {
        let words = [
            ("Haus", 1),
            ("Seniorenbüro", 6),
            ("Beratung", 3),
            ("Quelle", 2),
            ("Aktion", 3),
            ("Tee", 1),
            ("bei", 1),
            ("Veranstaltung", 4),
            ("Museum", 3),
            ("Jubiläum", 4),
            ("neu", 1),
            ("Häuser", 2),
            ("Straße", 2),
            ("zwölf", 1),
        ];
        for (word, expected) in words {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }
}
