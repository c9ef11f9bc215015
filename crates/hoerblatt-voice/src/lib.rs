//! # Hörblatt's voice: speech becomes sound that a telephone line plays
//!
//! ```text
//! Speech ──phrases──▶ Voice ──▶ Pcm ──band, rate──▶ ──level──▶ ──packets, coding──▶ file
//! ```
//!
//! | question | where |
//! |---|---|
//! | what is said in one go, and how long is it quiet after it? | [`Phrase`], [`Pauses`] |
//! | who speaks? | [`Voice`]: [`Pico`] (embedded) or [`Command`] (any program); chosen by [`Speaker`] |
//! | which frequencies, how many samples a second? | [`Band`], [`Resampler`] |
//! | how loud? | [`level`] |
//! | what does the exchange play? | [`Format`], [`codec`], [`wav`] |
//! | all of it for one prompt | [`Chain`] |
//! | all of it for many, on all cores, never twice | [`Studio`], [`Cache`] |
//!
//! ```
//! use hoerblatt_core::{Pace, Speech};
//! use hoerblatt_voice::{Cache, Chain, Format, Prompt, Speaker, Studio};
//! use std::ops::ControlFlow;
//!
//! let folder = tempfile::tempdir()?;
//! let studio = Studio {
//!     speaker: &Speaker::Pico,
//!     chain: &Chain::new(Format::Alaw),
//!     cache: &Cache::new(folder.path().join("cache")),
//! };
//! let speech = Speech::words("Guten Tag. Sie hören die Termine für Hörde.");
//! let prompts = [Prompt { name: "greeting".into(), speech, pace: Pace::Normal }];
//! let made = studio.render(&prompts, &folder.path().join("sounds"), &|_| ControlFlow::Continue(()));
//! let greeting = &made.value.unwrap().prompts[0];
//! assert_eq!(greeting.bytes as f64 / 8000.0, greeting.seconds);
//! # Ok::<(), std::io::Error>(())
//! ```

mod band;
mod cache;
mod chain;
mod command;
mod engine;
mod format;
mod g722;
mod pauses;
mod phrase;
#[cfg(feature = "pico")]
mod pico;
mod render;
mod speaker;

pub mod codec;
pub mod level;
pub mod rules;
pub mod wav;

pub use band::{Band, Resampler};
pub use cache::{Cache, Key};
pub use chain::{Chain, Sound};
pub use command::Command;
pub use engine::{Pcm, Voice, VoiceError, VoiceId};
pub use format::Format;
pub use pauses::Pauses;
pub use phrase::{Phrase, phrases};
#[cfg(feature = "pico")]
pub use pico::Pico;
pub use render::{Progress, Prompt, RenderedPrompt, Rendering, Studio};
pub use speaker::Speaker;
