//! How much is taken in. Each limit keeps a run within seconds and 256 MB, whatever is sent.

/// One input file. The largest press archive that was seen had 4 MB; beyond 32 MB it is no article and no list.
pub const MOST_INPUT_BYTES: usize = 32 << 20;

/// What a zip may unpack to. An office's list of 20,000 rows unpacks to about 12 MB; a bomb claims gigabytes.
pub const MOST_UNPACKED_BYTES: u64 = 48 << 20;

/// Files inside a zip. A Word file has about 20, a workbook one per sheet.
pub const MOST_ZIP_ENTRIES: usize = 2_000;

/// Events of one import; ten times what the largest of the publications may hold.
pub const MOST_EVENTS: usize = 100_000;

/// Dates of one recurrence without an end: a year of weekly dates; what comes later will be imported again.
pub const MOST_RECURRENCES: u16 = 52;

/// Cells of one spreadsheet row or one CSV record that are looked at.
pub const MOST_COLUMNS: usize = 64;

/// Characters of a line in which dates are looked for; longer lines are prose or no text at all, and are kept as body text.
pub const LONGEST_ENTRY: usize = 600;

/// Characters of a source line shown in a comment.
pub const LONGEST_COMMENT: usize = 160;
