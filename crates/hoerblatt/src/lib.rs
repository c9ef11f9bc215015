//! (in work)
pub use hoerblatt_core as core;

mod nearest;
mod tongue;

pub mod explain;
pub mod load;
pub mod manifest;
pub mod messages;
pub mod publish;
pub mod report;
pub mod rooms;
pub mod rules;
pub mod write;

pub use tongue::Tongue;
