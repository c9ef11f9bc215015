//! The script's own sentences.

super::phrases! {
    /// What a script adds to the document's text.
    ScriptPhrase in Script {
        /// A long script in parts: "Teil {part} von {parts}".
        Part { part: u64, parts: u64 },
        /// Before a list: "Liste mit {count} Punkten".
        ListOf { count: u64 },
        /// Before a picture's alternative text: "Bild:".
        Picture,
        /// Before a telephone number that is said a second time: "Noch einmal:".
        Again,
        /// The end: "Ende des Textes."
        End,
    }
}
