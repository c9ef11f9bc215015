//! The rules of reading a publication; their sentences live in the door crate.

crate::rules! {
    /// A file that the publication needs is not there.
    Error Wrong file_missing = "file-missing" { file };
    /// A file is not UTF-8.
    Error Wrong not_utf8 = "not-utf8" { file };
    /// The TOML cannot be read here.
    Error Wrong toml_syntax = "toml-syntax" { message };
    /// A key that no table knows; `nearest` is the known key most like it, or empty.
    Warning Wrong unknown_key = "unknown-key" { key, nearest };
    /// A value of the wrong type; both are names of TOML types.
    Error Wrong wrong_type = "wrong-type" { key, expected, found };
    /// A key that must be there is not.
    Error Wrong key_missing = "key-missing" { key };
    /// A text that must say something is empty.
    Error Wrong text_empty = "text-empty" { key };
    /// A word that is none of those allowed.
    Error Wrong unknown_word = "unknown-word" { key, word, allowed };
    /// An id with other signs than a–z, 0–9 and hyphen.
    Error Wrong id_unsound = "id-unsound" { id };
    /// An id that is used twice.
    Error Wrong id_twice = "id-twice" { id };
    /// An id that names nothing.
    Error Wrong id_unknown = "id-unknown" { id, nearest };
    /// A date that does not exist, e.g. 31 February.
    Error Wrong date_impossible = "date-impossible" { text };
    /// A time that does not exist.
    Error Wrong time_impossible = "time-impossible" { text };
    /// An event without a day.
    Error Wrong event_without_date = "event-without-date" { title };
    /// An event ends before it starts.
    Error Wrong event_ends_before_start = "event-ends-before-start" { title, from, until };
    /// An end without a start.
    Error Wrong event_end_without_start = "event-end-without-start" { title, until };
    /// A telephone number that cannot be read.
    Error Wrong phone_unsound = "phone-unsound" { text };
    /// An amount of money that cannot be read.
    Error Wrong money_unsound = "money-unsound" { text };
    /// An e-mail address without `@` or domain.
    Error Wrong email_unsound = "email-unsound" { text };
    /// A web address without scheme, or with a scheme other than https, http.
    Error Wrong web_unsound = "web-unsound" { text };
    /// A number outside its range.
    Error Wrong number_out_of_range = "number-out-of-range" { key, number, least, most };
    /// Text holds a control character; it is left out.
    Warning Wrong control_character = "control-character" { key, code };
    /// A path that leaves the publication's folder.
    Error Wrong path_unsound = "path-unsound" { text };
    /// A colour that is not written as #rrggbb.
    Error Wrong colour_unsound = "colour-unsound" { text };
    /// A language tag that is none.
    Error Wrong language_unsound = "language-unsound" { text };
    /// A publication without any district.
    Error Wrong no_districts = "no-districts" { };
    /// Words that the language could not read.
    Warning Sounds unreadable = "unreadable" { text };
}
