//! Case, gender, number and declension: what an ordinal, a "1" or a person noun takes from its sentence.
//!
//! Endings after Duden 4 (*Die Grammatik*, 2022), the tables of adjective declension: weak after "der", mixed after "ein", strong
//! without an article.

use hoerblatt_core::Grammar;

/// Grammatical case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Nominative,
    Genitive,
    Dative,
    Accusative,
}

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Genus {
    Masculine,
    Feminine,
    Neuter,
}

/// How an adjective declines: by what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Declension {
    /// Without an article: "elfter Mai".
    Strong,
    /// After "der", "am": "der elfte Mai".
    Weak,
    /// After "ein", "unser": "unser siebtes Tanzcafé".
    Mixed,
}

/// The grammar of one value in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inflection {
    pub case: Case,
    pub genus: Genus,
    pub plural: bool,
    pub declension: Declension,
    /// Stands before its noun: "ein Kind", not "eins".
    pub attributive: bool,
}

impl Default for Inflection {
    /// What stands by itself on a card: "elfter Mai".
    fn default() -> Self {
        Self::new(Case::Nominative, Genus::Masculine, Declension::Strong)
    }
}

impl Inflection {
    pub(crate) const fn new(case: Case, genus: Genus, declension: Declension) -> Self {
        Self { case, genus, plural: false, declension, attributive: false }
    }

    pub(crate) const fn attributive(self) -> Self {
        Self { attributive: true, ..self }
    }

    /// The ending of an adjective or ordinal, from `e` on: "e", "en", "er" …
    pub(crate) fn adjective_ending(self) -> &'static str {
        use {Case::*, Declension::*, Genus::*};
        match (self.declension, self.plural) {
            (Weak | Mixed, true) => "en",
            (Strong, true) => match self.case {
                Nominative | Accusative => "e",
                Genitive => "er",
                Dative => "en",
            },
            (declension, false) => match (declension, self.case, self.genus) {
                (Weak, Nominative, _) | (Weak, Accusative, Feminine | Neuter) => "e",
                (Weak, ..) => "en",
                (_, Nominative, Masculine) => "er",
                (_, Nominative | Accusative, Neuter) => "es",
                (_, Nominative | Accusative, Feminine) => "e",
                (_, Accusative, Masculine) => "en",
                (Mixed, Genitive | Dative, _) => "en",
                (Strong, Genitive, Feminine) | (Strong, Dative, Feminine) => "er",
                (Strong, Genitive, _) => "en",
                (Strong, Dative, _) => "em",
            },
        }
    }

    /// The forms of "ein" before a noun: "ein", "eine", "einen" …
    pub(crate) fn one(self) -> &'static str {
        use {Case::*, Genus::*};
        match (self.case, self.genus) {
            (Nominative, Masculine) | (Nominative | Accusative, Neuter) => "ein",
            (Nominative | Accusative, Feminine) => "eine",
            (Accusative, Masculine) => "einen",
            (Genitive | Dative, Feminine) => "einer",
            (Dative, _) => "einem",
            (Genitive, _) => "eines",
        }
    }

    /// In core's opaque bits. Zero is the default.
    pub(crate) fn grammar(self) -> Grammar {
        let case = self.case as u32;
        let genus = self.genus as u32;
        let declension = self.declension as u32;
        Grammar::from_bits(
            case | genus << 2 | declension << 4 | u32::from(self.plural) << 6 | u32::from(self.attributive) << 7,
        )
    }

    /// Back from core's bits; bits that nobody set are the default.
    pub(crate) fn of(grammar: Grammar) -> Self {
        let bits = grammar.bits();
        Self {
            case: match bits & 3 {
                0 => Case::Nominative,
                1 => Case::Genitive,
                2 => Case::Dative,
                _ => Case::Accusative,
            },
            genus: match bits >> 2 & 3 {
                1 => Genus::Feminine,
                2 => Genus::Neuter,
                _ => Genus::Masculine,
            },
            declension: match bits >> 4 & 3 {
                1 => Declension::Weak,
                2 => Declension::Mixed,
                _ => Declension::Strong,
            },
            plural: bits >> 6 & 1 == 1,
            attributive: bits >> 7 & 1 == 1,
        }
    }

    /// In words, for `speak --why`.
    pub(crate) fn describe(self) -> String {
        let case = match self.case {
            Case::Nominative => "Nominativ",
            Case::Genitive => "Genitiv",
            Case::Dative => "Dativ",
            Case::Accusative => "Akkusativ",
        };
        let number = match (self.plural, self.genus) {
            (true, _) => "Plural",
            (false, Genus::Masculine) => "maskulin",
            (false, Genus::Feminine) => "feminin",
            (false, Genus::Neuter) => "neutral",
        };
        let declension = match self.declension {
            Declension::Strong => "stark",
            Declension::Weak => "schwach",
            Declension::Mixed => "gemischt",
        };
        format!("{case}, {number}, {declension}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use {Case::*, Declension::*, Genus::*};

    #[test]
    fn endings_follow_the_grammar_tables() {
        let ending = |case, genus, declension| Inflection::new(case, genus, declension).adjective_ending();
        let row = |genus, declension| [Nominative, Genitive, Dative, Accusative].map(|c| ending(c, genus, declension));
        assert_eq!(row(Masculine, Strong), ["er", "en", "em", "en"]);
        assert_eq!(row(Feminine, Strong), ["e", "er", "er", "e"]);
        assert_eq!(row(Neuter, Strong), ["es", "en", "em", "es"]);
        assert_eq!(row(Masculine, Weak), ["e", "en", "en", "en"]);
        assert_eq!(row(Feminine, Weak), ["e", "en", "en", "e"]);
        assert_eq!(row(Neuter, Mixed), ["es", "en", "en", "es"]);
        assert_eq!(row(Masculine, Mixed), ["er", "en", "en", "en"]);
    }

    #[test]
    fn bits_come_back() {
        for bits in 0..256 {
            let once = Inflection::of(Grammar::from_bits(bits));
            assert_eq!(Inflection::of(once.grammar()), once);
        }
        assert_eq!(Inflection::default().grammar(), Grammar::default());
    }
}
