//! What differs between the three countries: Austria's months, Switzerland's double s and francs. Spec: `spec/region.md`.
//!
//! Text is read as it stands: "Jänner" stays "Jänner" everywhere. A region only decides what we write and say ourselves, and how the
//! Swiss "Fr. 20" is understood.

use hoerblatt_core::model::Region;
use hoerblatt_core::{Form, Speech, SpeechToken};

/// The country of a publication, as far as its German differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Country {
    #[default]
    Germany,
    /// January is "Jänner".
    Austria,
    /// No "ß" (Council for German Orthography, § 25 E2); "Fr." before a number is money.
    Switzerland,
}

impl Country {
    /// The country of an ISO 3166-2 code: "AT-9", "CH-ZH". Liechtenstein writes like Switzerland.
    pub(crate) fn of(region: Option<&Region>) -> Self {
        match region.and_then(|region| region.0.get(..2)) {
            Some("AT") => Self::Austria,
            Some("CH" | "LI") => Self::Switzerland,
            _ => Self::Germany,
        }
    }

    /// Our own words as the country writes them.
    pub(crate) fn written(self, words: String) -> String {
        match self {
            Self::Germany => words,
            Self::Austria => words.replace("Januar", "Jänner"),
            Self::Switzerland => words.replace('ß', "ss"),
        }
    }

    /// Our own words as the country says them; "ss" and "ß" sound alike.
    pub(crate) fn spoken(self, words: String) -> String {
        match self {
            Self::Austria => words.replace("Januar", "Jänner"),
            Self::Germany | Self::Switzerland => words,
        }
    }

    /// A whole phrase of ours.
    pub(crate) fn form(self, form: Form) -> Form {
        if self == Self::Germany {
            return form;
        }
        let say = |token| match token {
            SpeechToken::Words(words) => SpeechToken::Words(self.spoken(words)),
            other => other,
        };
        let spoken = Speech(form.spoken.0.into_iter().map(say).collect());
        Form { written: self.written(form.written), spoken, breaks: form.breaks }
    }
}

#[cfg(test)]
mod tests {
    use crate::{German, LanguageSettings};
    use hoerblatt_core::model::Region;
    use hoerblatt_core::{Date, Grammar, Language, Style, Value};

    #[test]
    fn a_region_writes_and_says_its_own_words() {
        let german = |code: &str| {
            German::new(&LanguageSettings { region: Some(Region(code.into())), ..LanguageSettings::default() })
        };
        let (day, month) =
            (Value::Date(Date { year: None, month: 1, day: 6, weekday: None }), Value::Month { month: 1, year: None });
        assert_eq!(german("AT-9").write(&day, Style::Running), "6.\u{a0}Jänner");
        assert_eq!(german("AT-9").speak(&month, Grammar::default()).to_line(), "Jänner");
        assert_eq!(german("DE-NW").write(&month, Style::Running), "Januar");
        assert_eq!(german("CH-ZH").speak_line("Der Eintritt kostet Fr. 20."), "Der Eintritt kostet zwanzig Franken.");
        assert_eq!(german("DE-NW").speak_line("Am Fr. 20. Mai"), "Am Freitag, dem zwanzigsten Mai");
    }
}
