//! What is written in the TOML?
#![doc = include_str!("FORMAT.md")]
