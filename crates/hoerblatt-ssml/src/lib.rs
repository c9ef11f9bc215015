//! # Hörblatt, the script
//!
//! What is read aloud, and how an engine is told. A [`Document`](hoerblatt_core::Document) already holds every spoken word; this crate puts
//! them in the order of listening and writes them in the dialect of an engine.
//!
//! ```text
//! Document ──script(Channel)──▶ Script ──render(Dialect)──▶ Parts (SSML or plain words)
//! ```
//!
//! | file | question |
//! |---|---|
//! | [`script()`] | what is said, in which order? |
//! | [`Channel`] | who listens? |
//! | [`prosody`] | how long is a pause, how long does it take? |
//! | [`Dialect`] | what does an engine understand, and how much at once? |
//! | [`lexicon()`] | how are names said, as a PLS file? |
//!
//! The engines differ in pauses, emphasis and phonemes only. The words are the same for all, because no engine's `say-as` can be
//! trusted with German (espeak-ng reads "11. Mai" as "elf Mai").

mod channel;
mod dialect;
mod lexicon;
pub mod prosody;
mod script;

pub use channel::Channel;
pub use dialect::{Dialect, Part, RenderOptions, render};
pub use lexicon::lexicon;
pub use script::{Piece, PieceKind, Script, compact, script, speech_of, speech_of_sentences};
