//! (in work)
pub use hoerblatt_core as core;
#[cfg(feature = "ssml")]
pub use hoerblatt_ssml as ssml;

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
pub mod watch;
pub mod write;

pub use project::{Project, language_of};
pub use publish::{Outcome, PublishOptions, publish};
pub use tongue::Tongue;
