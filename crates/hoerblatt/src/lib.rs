//! (in work)
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
pub mod load;
pub mod manifest;
pub mod messages;
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
