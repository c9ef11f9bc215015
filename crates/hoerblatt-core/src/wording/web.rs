//! The HTML twin's and the calendar's own sentences.

super::phrases! {
    /// What the HTML twin and the calendar add.
    WebPhrase in Web {
        /// First link of a page: "Zum Inhalt springen".
        SkipLink,
        /// Before the links to other forms of the same sheet: "Dieses Blatt in anderer Form".
        OtherForms,
    }
}
