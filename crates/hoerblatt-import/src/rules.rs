//! The rules of import; their sentences live in the door crate.

hoerblatt_core::rules! {
    /// A file has no bytes or no words.
    Error Wrong import_empty = "import-empty" { file };
    /// A file is of a kind that cannot be read: a picture, a program, a PDF.
    Error Wrong import_unreadable = "import-unreadable" { file, kind };
    /// A file is locked with a password.
    Error Wrong import_encrypted = "import-encrypted" { file };
    /// A file is larger, or unpacks to more, than is taken in.
    Error Wrong import_too_large = "import-too-large" { file, megabytes };
    /// A packed file (docx, xlsx, ods) is damaged.
    Error Wrong import_broken = "import-broken" { file, reason };
    /// Bytes that fit no encoding; they are replaced by U+FFFD.
    Warning Wrong import_encoding = "import-encoding" { file, line, column };
    /// Control characters were left out.
    Warning Wrong import_control = "import-control" { file, count };
    /// A record has more or fewer cells than its head.
    Note Wrong import_ragged = "import-ragged" { file, line };
    /// A sheet hides rows; they are left out.
    Warning Wrong hidden_rows = "import-hidden-rows" { file, sheet, rows, text };
    /// A sheet hides a column; it is left out.
    Warning Wrong hidden_column = "import-hidden-column" { file, sheet, column, text };
    /// A cell's formula has no result in the file.
    Warning Missing formula_without_value = "import-formula-without-value" { file, sheet, cell };
    /// A calendar entry cannot be read.
    Warning Wrong import_calendar = "import-calendar" { file, line, reason };
    /// A time zone that is not known; the time is taken as written.
    Warning Wrong import_zone = "import-zone" { zone };
    /// An entry has a day but no title; it stays in the text.
    Warning Missing event_without_title = "import-event-without-title" { text };
    /// An entry names no title; it has that of the text above it.
    Note Missing title_from_above = "import-title-from-above" { text, title };
    /// A line looks like an event, but not enough; it stays in the text.
    Note Wrong perhaps_an_event = "import-perhaps-an-event" { text };
    /// Nothing tells the year.
    Warning Missing year_unknown = "import-year-unknown" { title, date };
    /// A year that cannot be meant was replaced.
    Warning Wrong year_implausible = "import-year-implausible" { text, year };
    /// A day that does not exist.
    Warning Wrong no_such_day = "import-no-such-day" { text, title };
    /// The weekday does not fit the date; the date is kept.
    Warning Wrong weekday_differs = "import-weekday-differs" { title, date };
    /// The same event stands twice; it was taken once.
    Note Wrong event_twice = "import-event-twice" { title, date };
    /// Two files say different things about one event; the first is kept.
    Warning Wrong sources_differ = "import-sources-differ" { title, field, kept, other };
    /// A line that belongs to the page and not to the article was left out.
    Note Wrong left_out = "import-left-out" { text };
    /// The news has no date.
    Warning Missing news_date_missing = "import-news-date-missing" { };
    /// There is no headline.
    Warning Missing headline_missing = "import-headline-missing" { };
    /// No event was found.
    Note Missing no_events = "import-no-events" { };
    /// More events than are taken in.
    Warning Wrong too_many_events = "import-too-many-events" { most };
    /// Edited by hand and changed in the source, too; the edit is kept.
    Warning Wrong import_conflict = "import-conflict" { file, key, mine, theirs };
    /// Something the source no longer has was edited by hand; it stays.
    Warning Wrong import_gone = "import-gone" { file, key };
}
