//! Which words are districts? A town's list with the spellings that texts use.

use crate::{
    programme::{kinds::Kind, words::Words},
    scan::Scan,
    tree::{Tree, small},
};
use std::sync::LazyLock;

/// The districts of one town, found by any usual spelling.
///
/// ```
/// use hoerblatt_import::Gazetteer;
/// let dortmund = Gazetteer::dortmund();
/// assert_eq!(dortmund.find("INNENSTADT WEST").map(|found| found.district), Some("Innenstadt-West"));
/// assert_eq!(dortmund.find("Wickede").map(|found| found.district), Some("Brackel"));
/// assert!(dortmund.find("Luftballon").is_none());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Gazetteer {
    names: Vec<String>,
    /// The district that a spelling stands for, and whether it names only a part of it.
    spellings: Tree<(usize, bool)>,
}

/// A district that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundDistrict<'g> {
    /// Its name as the list writes it.
    pub district: &'g str,
    /// Whether the text named only a part of it, which then is a place of its own.
    pub part: bool,
}

#[derive(serde::Deserialize)]
struct File {
    #[serde(default)]
    district: Vec<Entry>,
}

#[derive(serde::Deserialize)]
struct Entry {
    name: String,
    #[serde(default)]
    spellings: Vec<String>,
    #[serde(default)]
    parts: Vec<String>,
}

impl Gazetteer {
    /// Reads a list in the format of `data/gazetteer/dortmund.toml`; the error is a sentence of the TOML reader.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: File = ::toml::from_str(text).map_err(|error| error.to_string())?;
        let mut gazetteer = Self::default();
        for entry in file.district {
            gazetteer.add(&entry.name, &entry.spellings, &entry.parts);
        }
        Ok(gazetteer)
    }

    /// The list for Dortmund that comes with the program.
    pub fn dortmund() -> Self {
        static DORTMUND: LazyLock<Gazetteer> =
            LazyLock::new(|| Gazetteer::parse(include_str!("../gazetteer/dortmund.toml")).unwrap_or_default());
        DORTMUND.clone()
    }

    /// Adds a district; what is there already keeps its spelling.
    pub fn add(&mut self, name: &str, spellings: &[String], parts: &[String]) {
        let known = self.spellings.find(letters(name)).filter(|(_, part)| !part).map(|&(at, _)| at);
        let at = known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        *self.spellings.place(letters(name)) = Some((at, false));
        for spelling in spellings {
            self.spellings.place(letters(spelling)).get_or_insert((at, false));
        }
        for part in parts {
            self.spellings.place(letters(part)).get_or_insert((at, true));
        }
    }

    /// The names in the order of the list.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The district that a text is the name of.
    pub fn find(&self, text: &str) -> Option<FoundDistrict<'_>> {
        let &(at, part) = self.spellings.find(letters(text))?;
        Some(FoundDistrict { district: &self.names[at], part })
    }

    /// The district that a text is the name of, with or without "Stadtbezirk" or "in" around it.
    pub(crate) fn find_labelled(&self, text: &str, words: &Words<'_>) -> Option<FoundDistrict<'_>> {
        self.find(text).or_else(|| self.find(without_district_word(text, words)?))
    }
}

/// "Stadtbezirk Hörde" → "Hörde"; "Hörde (Stadtbezirk)" likewise; `None` where no such word stands.
pub(crate) fn without_district_word<'t>(text: &'t str, words: &Words<'_>) -> Option<&'t str> {
    let is_word = |word: &str| words.kinds_folded(word.without_signs()).is(Kind::District);
    let text = text.trim();
    let (first, rest) = text.split_once([' ', ':'])?;
    if is_word(first) {
        return Some(rest.trim_matches([':', ' ', '-', '–']));
    }
    if words.kinds_folded(first).is(Kind::Preposition) {
        let rest = rest.trim();
        return without_district_word(rest, words).or_else(|| (!rest.contains(' ')).then_some(rest));
    }
    let (rest, last) = text.rsplit_once(' ')?;
    is_word(last).then(|| rest.trim_end_matches(['(', ' ']))
}

/// How spellings are compared: small letters, hyphens as spaces, no brackets or end signs.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let name = text.without_signs();
    let mut parted = false;
    small(name).filter_map(move |sign| {
        let beyond = !sign.is_ascii() && matches!(sign, '–' | '‑' | '\u{a0}');
        let parts = beyond || matches!(sign, ' ' | '-' | '/');
        let again = std::mem::replace(&mut parted, parts) && parts;
        (!again).then_some(if parts { ' ' } else { sign })
    })
}
