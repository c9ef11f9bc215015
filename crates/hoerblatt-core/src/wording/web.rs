//! The HTML twin's and the calendar's own sentences.

use crate::Form;

super::phrases! {
    /// What the HTML twin and the calendar add.
    WebPhrase in Web {
        /// First link of a page: "Zum Inhalt springen".
        SkipLink,
        /// Before the links to other forms of the same sheet: "Dieses Blatt in anderer Form".
        OtherForms,
        /// Link to the flyer: "Großdruck als PDF".
        Flyer,
        /// Link to the plain text: "Reiner Text, auch für die Braillezeile".
        PlainText,
        /// Link to the calendar file: "Termine für den Kalender".
        CalendarFile,
        /// Heading of the recordings: "Zum Anhören".
        Listen,
        /// Before the links to the districts' pages: "Stadtbezirke".
        Districts,
        /// Link from a district's page to the page of all: "Alle Termine der Stadt".
        WholeProgramme,
        /// A cancelled event in a calendar: "Entfällt: {title}".
        CancelledTitle { title: Form },
        /// A moved event in a calendar: "Verlegt: {title}".
        MovedTitle { title: Form },
    }
}
