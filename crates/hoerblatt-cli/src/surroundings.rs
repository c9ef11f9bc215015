//! What surrounds the command: read once, here, and handed on.

use hoerblatt::Tongue;
use std::{
    io::{IsTerminal, stderr, stdout},
    path::PathBuf,
};

/// What the environment and the terminal say.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    /// The language of the user, by locale.
    pub tongue: Tongue,
    /// `NO_COLOR` is set (no-color.org).
    pub no_color: bool,
    /// `ACCESSIBLE=1`: plain sentences, no moving lines.
    pub accessible: bool,
    /// Standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// Where things are kept that can be made again, such as spoken prompts.
    pub cache: Option<PathBuf>,
}

impl Surroundings {
    /// Reads the environment.
    pub(crate) fn observe() -> Self {
        Self {
            tongue: Tongue::from_locale(&locale()),
            no_color: variable("NO_COLOR").is_some(),
            accessible: variable("ACCESSIBLE").is_some_and(|value| value != "0"),
            stdout_is_terminal: stdout().is_terminal(),
            stderr_is_terminal: stderr().is_terminal(),
            cache: cache(),
        }
    }
}

/// The first variable that names a language, in the order that POSIX gives them.
fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable).unwrap_or_default()
}

/// The user's cache folder after the XDG base directory specification; elsewhere the system's place for local data.
fn cache() -> Option<PathBuf> {
    let own = variable("HOERBLATT_CACHE").map(PathBuf::from);
    let xdg = || variable("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let local = || variable("LOCALAPPDATA").map(PathBuf::from);
    let home = || variable("HOME").map(|home| PathBuf::from(home).join(".cache"));
    own.or_else(|| xdg().or_else(local).or_else(home).map(|folder| folder.join("hoerblatt")))
}

#[expect(clippy::disallowed_methods, reason = "the environment is read in this file only")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
