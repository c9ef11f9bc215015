//! Every room's rules with its two files of sentences.

use crate::core;
use hoerblatt_core::RuleInfo;

/// A room: one crate with its rules and their sentences.
#[derive(Debug)]
pub struct Room {
    /// The crate's name without `hoerblatt-`; also the name of its message files.
    pub name: &'static str,
    /// Its rules.
    pub rules: &'static [RuleInfo],
    pub(crate) german: &'static str,
    pub(crate) english: &'static str,
}

macro_rules! room {
    ($name:literal, $rules:path) => {
        Room {
            name: $name,
            rules: $rules,
            german: include_str!(concat!("../messages/de/", $name, ".toml")),
            english: include_str!(concat!("../messages/en/", $name, ".toml")),
        }
    };
}

/// All rooms of this build, in the order of the work: reading first, then what is made of it.
pub const ALL: &[Room] = &[
    room!("core", core::rules::ALL),
    #[cfg(feature = "pdf")]
    room!("pdf", hoerblatt_pdf::rules::ALL),
    #[cfg(feature = "phone")]
    room!("phone", hoerblatt_phone::rules::ALL),
    #[cfg(feature = "voice")]
    room!("voice", hoerblatt_voice::rules::ALL),
    #[cfg(feature = "import")]
    room!("import", hoerblatt_import::rules::ALL),
    room!("door", crate::rules::ALL),
];

/// The declaration of the rule with this id.
pub fn rule(id: &str) -> Option<&'static RuleInfo> {
    ALL.iter().flat_map(|room| room.rules).find(|info| info.id == id)
}
