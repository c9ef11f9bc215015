//! The documents with Rust in them, compiled and run as documentation tests.

#[doc = include_str!("developer.md")]
pub mod developer {}

#[doc = include_str!("../README.md")]
pub mod readme {}
