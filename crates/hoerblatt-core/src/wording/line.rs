//! The telephone line's own sentences.

use crate::Form;

super::phrases! {
    /// What callers hear beside the publication's own words.
    LinePhrase in Line {
        /// "Guten Tag. Sie hören: {title}."
        Greeting { title: Form },
        /// A choice of a menu, function before key: "Für {what} drücken Sie die {key}."
        Choice { what: Form, key: char },
        /// "Auf Wiederhören."
        Goodbye,
    }
}
