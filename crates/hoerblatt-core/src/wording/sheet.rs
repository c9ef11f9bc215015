//! The flyer's own sentences.

super::phrases! {
    /// What layout adds: page numbers, continuation.
    SheetPhrase in Sheet {
        /// "Seite {page} von {pages}"
        Page { page: u64, pages: u64 },
        /// Over the list of what stands on which page: "Inhalt".
        Contents,
        /// In that list: "Seite {page}".
        OnPage { page: u64 },
        /// Under the imprint: on what paper to print, and how to fold.
        PrintNote,
    }
}
