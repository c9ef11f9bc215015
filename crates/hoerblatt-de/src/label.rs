//! Words that name what a number labels: "Zimmer 12", "Linie 440", "Seite 3". After them a number is only counted, and a full stop
//! after it ends the sentence.

use crate::text::word_before;

/// Whether a labelling noun stands right before a byte.
pub(crate) fn before(text: &str, at: usize) -> bool {
    let (word, start) = word_before(text, at);
    if word.is_empty() {
        // "Nr. 12"
        let bare = crate::text::trimmed(text, at, crate::text::is_space);
        // "Kursnr.: 251", "Raum: 12"
        let bare = bare.strip_suffix(':').unwrap_or(bare);
        let (named, _) = word_before(bare, bare.len());
        if is_label(named) && named != "Stand" {
            return true;
        }
        return bare.strip_suffix('.').is_some_and(|rest| {
            let (short, _) = word_before(rest, rest.len());
            short.ends_with("nr")
                || matches!(
                    short,
                    "Nr" | "Nrn"
                        | "Hausnr"
                        | "Zi"
                        | "Rn"
                        | "Kap"
                        | "Bd"
                        | "Abs"
                        | "Art"
                        | "Ziff"
                        | "Abb"
                        | "Tab"
                        | "Str"
                        | "S"
                        | "Kl"
                )
        });
    }
    let _ = start;
    is_label(word)
}

/// Whether the label before a byte names a code, whose parts are never a range: "Kursnr. 24-105".
pub(crate) fn before_code(text: &str, at: usize) -> bool {
    const CODED: &[&str] = &["kurs", "veranstaltung", "artikel", "bestell", "buchung", "seminar"];
    let bare = crate::text::trimmed(text, at, |c| crate::text::is_space(c) || matches!(c, '.' | ':'));
    let label = word_before(bare, bare.len()).0.to_lowercase();
    CODED.iter().any(|coded| label.starts_with(coded)) && (label.ends_with("nr") || label.ends_with("nummer"))
}

/// Whether a paper of a council stands before a byte: its number has parts, never a range, "Vorlage 28123-23".
pub(crate) fn before_paper(text: &str, at: usize) -> bool {
    let paper = word_before(text, at).0.to_lowercase();
    paper.ends_with("drucksache") || paper.ends_with("vorlage")
}

/// Whether a number is labelled together with the ones before it: "Klassen 3 und 4.", "Linien 412, 414 und 437."
pub(crate) fn before_list(text: &str, at: usize) -> bool {
    let mut start = at;
    for step in 0..8 {
        let bare = crate::text::trimmed(text, start, crate::text::is_space);
        let (word, word_at) = word_before(text, start);
        let joint = match word {
            "und" | "oder" | "sowie" | "bis" => word_at,
            // A comma alone may part a label from a date: "Zimmer 12, 5. Mai".
            "" if step > 0 && bare.ends_with(',') => bare.len() - 1,
            _ => break,
        };
        let end = crate::text::trimmed(text, joint, crate::text::is_space).len();
        let digits = text[..end].bytes().rev().take(5).take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            break;
        }
        start = end - digits;
    }
    before(text, start)
}

/// Whether a labelling noun stands before a number that may look like a year.
pub(crate) fn before_number(text: &str, at: usize) -> bool {
    // "§ 1827", "S. 1234", "DIN 1450": numbers of a row, not of time.
    let bare = crate::text::trimmed(text, at, crate::text::is_space);
    let (word, _) = word_before(text, at);
    let of_a_row = bare.ends_with('§')
        || bare.ends_with("S.")
        || bare.ends_with("Bl.")
        || matches!(
            word,
            "DIN" | "ISO" | "EN" | "HRB" | "HRA" | "VR" | "Drucksache" | "Vorlage" | "Postfach" | "Kurs" | "Flurstück"
        );
    of_a_row || before(text, at) && !matches!(word, "Jahr" | "Saison" | "Haushalt" | "Bundesliga" | "Klasse")
}

/// Whether a noun labels the number after it.
pub(crate) fn is_label(word: &str) -> bool {
    if LABELS.binary_search(&word).is_ok() {
        return true;
    }
    const PLURALS: &[&str] =
        &["klassen", "gruppen", "stufen", "hallen", "seiten", "räume", "räumen", "gleise", "gleisen"];
    if PLURALS.iter().any(|head| word.to_lowercase().ends_with(head)) {
        return true;
    }
    const HEADS: &[&str] = &[
        "nummer", "zimmer", "linie", "linien", "raum", "saal", "straße", "gleis", "platz", "seite", "klasse", "gruppe",
        "phase", "stufe", "teil", "band", "absatz", "artikel", "kapitel", "weg", "allee", "halle", "block", "bus",
        "bahn",
    ];
    HEADS.iter().any(|head| word.len() > head.len() && word.ends_with(head))
}

const LABELS: &[&str] = &[
    "Absatz",
    "Abschnitt",
    "Abteilung",
    "Akt",
    "Anlage",
    "Apollo",
    "Artikel",
    "Aufgang",
    "Aufzug",
    "Ausgabe",
    "Autobahn",
    "Bahn",
    "Bahnsteig",
    "Band",
    "Blatt",
    "Block",
    "Bus",
    "Buslinie",
    "Bühne",
    "Code",
    "Ebene",
    "Eingang",
    "Etage",
    "Fach",
    "Folge",
    "Gate",
    "Gleis",
    "Gruppe",
    "Halle",
    "Haus",
    "Hausnummer",
    "Heft",
    "Kanal",
    "Kapitel",
    "Kategorie",
    "Klasse",
    "Kurs",
    "Lektion",
    "Level",
    "Linie",
    "Linien",
    "Los",
    "Modul",
    "Nummer",
    "Nummern",
    "Paragraf",
    "Paragraph",
    "Parkdeck",
    "Pflegegrad",
    "Pflegestufe",
    "Phase",
    "Platz",
    "Position",
    "Psalm",
    "Punkt",
    "Raum",
    "Reihe",
    "Route",
    "S-Bahn",
    "Saal",
    "Satz",
    "Schalter",
    "Seite",
    "Sektor",
    "Sparte",
    "Spur",
    "Staffel",
    "Stand",
    "Station",
    "Stiege",
    "Stimmzettel",
    "Straßenbahn",
    "Straßenbahnlinie",
    "Stufe",
    "Tarifstufe",
    "Teil",
    "Top",
    "Tor",
    "Tram",
    "Tür",
    "U-Bahn",
    "Variante",
    "Vers",
    "Version",
    "Wahlkreis",
    "Wohnung",
    "Zeile",
    "Ziffer",
    "Zimmer",
    "Zone",
    "Zug",
];

#[cfg(test)]
mod tests {
    #[test]
    fn labels_are_found_whatever_their_order() {
        let mut sorted = super::LABELS.to_vec();
        sorted.sort_unstable();
        assert_eq!(super::LABELS, sorted);
    }
}
