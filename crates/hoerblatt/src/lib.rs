//! # Hörblatt: a sheet you can hear
//!
//! One text, a city's news article with its event programme, becomes a large-print tagged flyer for each district, scripts to read aloud, a
//! telephone line, and web pages. This crate is the door: it loads a publication's folder, checks it, and publishes it. Whatever the command
//! `hoerblatt` can do, a program that embeds this crate can do.
//!
//! ```
//! # #[cfg(all(feature = "de", feature = "ssml"))] {
//! use hoerblatt::{Project, PublishOptions, Tongue, init, publish, publish::Output};
//!
//! let folder = std::env::temp_dir().join(format!("hoerblatt-tour-{}", std::process::id()));
//! let (town, out) = (folder.join("town"), folder.join("out"));
//! init::init(&town, Tongue::English).unwrap();
//!
//! let project = Project::read(&town); // never fails: what is wrong stands in `findings`
//! let options = PublishOptions { only: [Output::Scripts].into(), ..PublishOptions::default() };
//! let outcome = publish(&project, &out, &options, &());
//! assert_eq!(outcome.written.unwrap().files.len(), 8); // two districts, two channels, SSML and text
//! # std::fs::remove_dir_all(folder).unwrap();
//! # }
//! ```
//!
//! | step | question | where |
//! |---|---|---|
//! | [`load`], [`Project`] | what stands in the folder? | the only place that reads files |
//! | [`check`] | what is wrong, missing, or reads, looks or sounds badly? | the rooms' findings, and the door's own rules |
//! | [`messages`], [`explain`], [`report`] | how is it told, and to whom? | sentences in two languages, four formats |
//! | [`fix`] | what can be corrected without asking? | |
//! | [`publish`](mod@publish) | what is made? | one file per kind of output |
//! | [`write`](mod@write), [`manifest`] | how does it get on the disk? | the only place that writes files |
//! | [`watch`] | what did a save change? | |
//! | [`init`] | how does one begin? | |
//! | [`speak`] | what does a text sound like? | |
//!
//! # Features
//!
//! All are additive, and all but `preview` are on by default; with none, the crate still loads, checks and explains.
//!
//! | feature | gives |
//! |---|---|
//! | `de` | German, the language of the text |
//! | `pdf` | flyers |
//! | `preview` | flyers as pictures (with `pdf`; not on by default) |
//! | `ssml` | scripts |
//! | `phone` | the call flow, its simulator, exports for exchanges (with `ssml`) |
//! | `voice` | spoken prompts |
//! | `web` | HTML twins, calendars, plain text |
//! | `import` | what offices have (Word, Excel, web pages, calendars) as a publication |
//!
//! # A second language
//!
//! It is a crate that implements [`core::Language`], a feature here, and one arm in [`language_of`].

pub use hoerblatt_core as core;
#[cfg(feature = "de")]
pub use hoerblatt_de as de;
#[cfg(feature = "import")]
pub use hoerblatt_import as import;
#[cfg(feature = "pdf")]
pub use hoerblatt_pdf as pdf;
#[cfg(feature = "phone")]
pub use hoerblatt_phone as phone;
#[cfg(feature = "ssml")]
pub use hoerblatt_ssml as ssml;
#[cfg(feature = "voice")]
pub use hoerblatt_voice as voice;
#[cfg(feature = "web")]
pub use hoerblatt_web as web;

mod project;
mod tongue;

pub mod check;
pub mod explain;
pub mod fix;
pub mod init;
#[cfg(feature = "import")]
pub mod intake;
pub mod load;
pub mod manifest;
pub mod messages;
#[cfg(feature = "preview")]
pub mod preview;
pub mod publish;
pub mod report;
pub mod rooms;
pub mod rules;
pub mod speak;
pub mod watch;
pub mod write;

pub use project::{Project, language_named, language_of};
pub use publish::{Outcome, PublishOptions, publish};
pub use tongue::Tongue;
