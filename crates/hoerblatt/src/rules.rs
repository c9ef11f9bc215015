//! The door's own rules: loading and writing, what is missing for readers, what reads badly.

hoerblatt_core::rules! {
    // --- loading
    /// The publication's folder is not there.
    Error Wrong folder_missing = "folder-missing" { path };
    /// A new publication shall be made where there is one.
    Error Outside folder_in_use = "folder-in-use" { path };
    /// A file that shall be imported is not there.
    Error Wrong input_missing = "input-missing" { path };
    /// A file of the publication cannot be read.
    Error Outside file_unreadable = "file-unreadable" { path, reason };
    /// A file of the publication is larger than any real one.
    Error Wrong file_too_large = "file-too-large" { path, megabytes, most };
    /// A picture that the publication names is not there; the sheet goes without it.
    Error Wrong picture_missing = "picture-missing" { path };
    /// No language of this build reads the publication.
    Error Wrong language_unsupported = "language-unsupported" { language };
    /// The district that was asked for is not one of the publication's.
    Error Wrong district_unknown = "district-unknown" { id, nearest };
    /// A fault of the program itself, held back to the part in which it arose.
    Error Wrong internal_fault = "internal-fault" { part };

    // --- writing
    /// The folder for the output cannot be written.
    Error Outside output_forbidden = "output-forbidden" { path };
    /// The disk is full.
    Error Outside disk_full = "disk-full" { path };
    /// There is a file where the output folder should be.
    Error Outside output_is_file = "output-is-file" { path };
    /// Another run writes to the same folder and does not end.
    Error Outside output_locked = "output-locked" { path };
    /// Writing failed for another reason.
    Error Outside output_failed = "output-failed" { path, reason };

    // --- what is missing for readers
    /// An event without a time.
    Warning Missing event_without_time = "event-without-time" { title };
    /// An event without a place.
    Warning Missing event_without_place = "event-without-place" { title };
    /// An event that does not say how its place can be reached without steps.
    Warning Missing event_without_access = "event-without-access" { title };
    /// An event that does not say what it costs.
    Warning Missing event_without_price = "event-without-price" { title };
    /// Registration is asked for, but nobody is named.
    Warning Missing registration_without_contact = "registration-without-contact" { title };
    /// A publication without any telephone number.
    Warning Missing no_phone = "no-phone" { };
    /// An office without a telephone number.
    Warning Missing office_without_phone = "office-without-phone" { name };
    /// A picture whose text says nothing about what it shows.
    Warning Missing alt_says_nothing = "alt-says-nothing" { alt };
    /// A picture without its author.
    Warning Missing picture_without_credit = "picture-without-credit" { };
    /// A picture without its licence.
    Warning Missing picture_without_licence = "picture-without-licence" { };
    /// A link without its address.
    Warning Missing link_without_address = "link-without-address" { text };
    /// Nobody is named as responsible.
    Warning Missing no_imprint = "no-imprint" { };
    /// A district without an event.
    Note Missing district_without_event = "district-without-event" { name };

    // --- what reads badly
    /// A sentence of more than twenty words.
    Warning Reads sentence_too_long = "sentence-too-long" { words, most, text };
    /// A section that few will read with ease.
    Note Reads section_hard_to_read = "section-hard-to-read" { heading, flesch, sentence, syllables };
    /// A short form that nobody explains.
    Warning Reads abbreviation_unexplained = "abbreviation-unexplained" { text };
    /// A weekday that does not fit its date.
    Warning Reads weekday_contradicts_date = "weekday-contradicts-date" { text, weekday, date };
    /// An event that is over on the day that was given.
    Warning Reads event_over = "event-over" { title, date, today };
    /// An event before the day on which the article was published.
    Warning Reads event_before_article = "event-before-article" { title, date, published };
    /// An event that stands in the programme twice.
    Warning Reads event_twice = "event-twice" { title, date };
    /// A telephone number with too few digits to be dialled.
    Warning Reads phone_too_short = "phone-too-short" { text, digits };
    /// A link whose words do not say where it leads.
    Warning Reads link_says_nothing = "link-says-nothing" { text };
    /// Words in capitals.
    Warning Reads capitals = "capitals" { text };
    /// A heading that is only text.
    Warning Reads heading_in_text = "heading-in-text" { text };
}
