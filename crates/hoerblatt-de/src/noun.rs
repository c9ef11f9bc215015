//! The gender and number of the noun after a value: a table of heads, then suffix rules.
//!
//! A compound takes the gender of its last part ("Sommerfest" from "Fest"), so that a few hundred heads cover most of what a city
//! writes. The suffix rules are those of Duden 4, § 235 ff.; words they miss count as unknown, never as guessed.

use crate::inflection::Genus;
use std::{collections::HashMap, sync::LazyLock};

/// What is known of a noun as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Noun {
    pub genus: Genus,
    /// The form can only be a plural.
    pub plural: bool,
    /// The form ends in -e and may name a woman too: "die Vorsitzende".
    pub ends_in_e: bool,
}

static HEADS: LazyLock<HashMap<String, Noun>> = LazyLock::new(|| {
    let mut heads = HashMap::new();
    let rows = include_str!("../tables/nouns.tsv").lines().filter(|line| !line.starts_with('#'));
    for row in rows {
        let mut cells = row.split('\t');
        let (Some(singular), Some(genus), Some(plural)) = (cells.next(), cells.next(), cells.next()) else { continue };
        if genus == "p" {
            heads.insert(singular.to_owned(), Noun { genus: Genus::Feminine, plural: true, ends_in_e: false });
            continue;
        }
        let genus = match genus {
            "m" => Genus::Masculine,
            "f" => Genus::Feminine,
            _ => Genus::Neuter,
        };
        if plural != "-" {
            let many = Noun { genus, plural: plural != singular, ends_in_e: false };
            heads.entry(format!("{plural}n")).or_insert(Noun { plural: true, ..many });
            heads.entry(plural.to_owned()).or_insert(many);
        }
        let one = Noun { genus, plural: false, ends_in_e: singular.ends_with('e') };
        heads.insert(singular.to_owned(), one);
        if genus != Genus::Feminine {
            for ending in ["s", "es"] {
                heads.entry(format!("{singular}{ending}")).or_insert(one);
            }
        }
    }
    heads
});

/// A compound's head has at least this many bytes: shorter ones ("ei") end too many other words.
const SHORTEST_HEAD: usize = 3;

/// Looks a noun up; `None` where neither table nor suffix tells.
pub(crate) fn lookup(word: &str) -> Option<Noun> {
    if word.is_empty() || word.len() > crate::text::LONGEST_WORD {
        return None;
    }
    let word = word.rsplit('-').next().unwrap_or(word).to_lowercase();
    if let Some(noun) = HEADS.get(&word) {
        return Some(*noun);
    }
    // "Traktor", "Moderator" end in "tor", which is no part of theirs.
    if ["ktor", "ator", "itor", "utor"].iter().any(|agent| word.ends_with(agent)) {
        return Some(Noun { genus: Genus::Masculine, plural: false, ends_in_e: false });
    }
    let suffixes = word.char_indices().map(|(at, _)| &word[at..]).skip(1);
    suffixes.take_while(|s| s.len() >= SHORTEST_HEAD).find_map(|s| HEADS.get(s).copied()).or_else(|| by_suffix(&word))
}

/// Whether a word in small letters is itself a head of the table: the last part of a compound.
pub(crate) fn is_head(word: &str) -> bool {
    HEADS.contains_key(word)
}

/// Suffixes that fix the gender, with their plural.
const SUFFIXES: &[(&str, Genus, bool)] = &[
    ("ungen", Genus::Feminine, true),
    ("heiten", Genus::Feminine, true),
    ("keiten", Genus::Feminine, true),
    ("schaften", Genus::Feminine, true),
    ("ionen", Genus::Feminine, true),
    ("täten", Genus::Feminine, true),
    ("eien", Genus::Feminine, true),
    ("innen", Genus::Feminine, true),
    ("tagen", Genus::Masculine, true),
    ("ung", Genus::Feminine, false),
    ("heit", Genus::Feminine, false),
    ("keit", Genus::Feminine, false),
    ("schaft", Genus::Feminine, false),
    ("ion", Genus::Feminine, false),
    ("tät", Genus::Feminine, false),
    ("erei", Genus::Feminine, false),
    ("ik", Genus::Feminine, false),
    ("enz", Genus::Feminine, false),
    ("anz", Genus::Feminine, false),
    ("erin", Genus::Feminine, false),
    ("tin", Genus::Feminine, false),
    ("gin", Genus::Feminine, false),
    ("din", Genus::Feminine, false),
    ("chin", Genus::Feminine, false),
    ("ade", Genus::Feminine, false),
    ("tage", Genus::Masculine, true),
    ("chen", Genus::Neuter, false),
    ("lein", Genus::Neuter, false),
    ("ment", Genus::Neuter, false),
    ("ium", Genus::Neuter, false),
    ("nis", Genus::Neuter, false),
    ("ett", Genus::Neuter, false),
    ("iv", Genus::Neuter, false),
    ("ma", Genus::Neuter, false),
    ("tum", Genus::Neuter, false),
    ("um", Genus::Neuter, false),
    ("ierer", Genus::Masculine, false),
    ("iker", Genus::Masculine, false),
    ("ling", Genus::Masculine, false),
    ("us", Genus::Masculine, false),
    ("ich", Genus::Masculine, false),
    ("ig", Genus::Masculine, false),
    ("ant", Genus::Masculine, false),
    ("ismus", Genus::Masculine, false),
    ("ent", Genus::Masculine, false),
    ("ist", Genus::Masculine, false),
    ("eur", Genus::Masculine, false),
    ("ie", Genus::Feminine, false),
    ("ur", Genus::Feminine, false),
    ("e", Genus::Feminine, false),
];

fn by_suffix(word: &str) -> Option<Noun> {
    // "Olympischen", "Deutschen" are adjectives, "München" and "Aachen" towns: no diminutives.
    if word.ends_with("schen") || matches!(word, "münchen" | "aachen" | "sachsen") {
        return None;
    }
    let found = SUFFIXES.iter().find(|(suffix, ..)| word.len() > suffix.len() + 1 && word.ends_with(suffix));
    found.map(|&(_, genus, plural)| Noun { genus, plural, ends_in_e: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Genus::*;

    #[test]
    fn compounds_take_the_gender_of_their_head() {
        for (word, genus, plural) in [
            ("Sommerfest", Neuter, false),
            ("Stadtbezirk", Masculine, false),
            ("Seniorentage", Masculine, true),
            ("Tanzcafé", Neuter, false),
            ("Stunden", Feminine, true),
            ("Veranstaltung", Feminine, false),
            ("Geburtstag", Masculine, false),
            ("Bücherei", Feminine, false),
            ("Personen", Feminine, true),
        ] {
            let found = lookup(word).map(|noun| (noun.genus, noun.plural));
            assert_eq!(found, Some((genus, plural)), "{word}");
        }
        assert_eq!(lookup("Xyz"), None);
    }

    #[test]
    fn the_table_is_sorted() {
        let words: Vec<&str> = include_str!("../tables/nouns.tsv").lines().filter(|l| !l.starts_with('#')).collect();
        let mut sorted = words.clone();
        sorted.sort_by_key(|row| row.split('\t').next().unwrap_or("").to_owned());
        assert_eq!(words, sorted);
    }
}
