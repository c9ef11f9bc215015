//! What is written in the TOML?
//!
//! [`Table`] is a spanned reader over `toml`'s recoverable parse. It accepts generously and reports everything at once: every syntax
//! error, every unknown key with the nearest known one, every wrong type (derived serde would stop at the first). What the values mean
//! together is asked one layer up, in [`read`](crate::read).
//!
#![doc = include_str!("FORMAT.md")]

mod nearest;
mod table;

pub use nearest::nearest;
pub use table::{DateOrTable, Findings, Table, Text, parse};
