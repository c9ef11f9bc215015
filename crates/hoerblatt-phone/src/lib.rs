//! # Hörblatt, the telephone line
//!
//! The events of a city for people who have a telephone and nothing else: a greeting, a menu of at most four choices, one's own district
//! after two keys, every event in two parts that can be heard again, slower, faster, and a person behind key 0.
//!
//! ```text
//! Documents ──plan──▶ CallFlow ──check──▶ findings
//!                        │ ├──simulate──▶ what a caller hears
//!                        │ └──export────▶ Asterisk dialplan, JSON
//!                        └──prompts─────▶ a voice
//! ```
//!
//! | file | question |
//! |---|---|
//! | [`flow`] | what can happen in a call? |
//! | [`flow::plan`] | how does a call go? |
//! | [`flow::check`] | what can be proven about it? |
//! | [`simulate`] | what does a caller hear? |
//! | [`Prompt`] | what is played, and what is the file called? |
//! | [`holidays()`] | when is nobody there? |
//! | [`export`] | what does an exchange need? |
//!
//! Durations come in as a value ([`Durations`]): estimated, or measured by whoever rendered the prompts. This crate makes no sound, knows
//! no language, and reads no clock: the day of a call is the exchange's business, in whose dialplan all dates stand as numbers.

mod durations;
pub mod export;
pub mod flow;
mod holidays;
mod prompt;
pub mod rules;

pub use durations::{Durations, Estimated, Measured};
pub use flow::{CallFlow, check, plan::LineOptions, simulate};
pub use holidays::{holidays, regions};
pub use prompt::Prompt;
