//! The documents with Rust in them, compiled and run as documentation tests.

#[cfg(doctest)]
#[doc = include_str!("developer.md")]
pub mod developer {}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub mod readme {}
