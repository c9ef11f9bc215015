//! What holds across the rooms.
#![expect(clippy::disallowed_methods, reason = "tests read the repository's files")]

mod document;
mod pseudo;
mod seed;
