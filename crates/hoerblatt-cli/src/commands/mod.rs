//! The commands: one file each, with its arguments, its help and its body.

use crate::{context::Context, exit::Exit};
use clap::{Arg, ArgMatches, Command};
use hoerblatt::Tongue;
use std::path::PathBuf;

mod completions;
mod explain;
mod man;

/// A command as the tree knows it.
pub(crate) struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Its German name.
    pub alias: Option<&'static str>,
    /// Adds its arguments and help.
    pub command: fn(Command, Tongue) -> Command,
    /// Runs it.
    pub run: fn(&ArgMatches, &Context) -> Exit,
}

macro_rules! entries {
    ($($module:ident $name:literal $(= $alias:literal)?;)+) => {
        /// All commands, in the order in which an office meets them.
        pub(crate) const ALL: &[Entry] = &[$(Entry {
            name: $name,
            alias: { #[allow(unused_mut, unused_assignments, reason = "set where there is an alias")] { let mut alias = None; $(alias = Some($alias);)? alias } },
            command: $module::command,
            run: $module::run,
        }),+];
    };
}
entries! {
    explain "explain" = "erklaere";
    completions "completions";
    man "man";
}

/// The argument that names a publication's folder.
pub(crate) fn folder(tongue: Tongue) -> Arg {
    Arg::new("folder")
        .value_name(tongue.of("ORDNER", "DIR"))
        .required(true)
        .value_parser(clap::value_parser!(PathBuf))
        .help_heading(tongue.of("Angaben", "Arguments"))
        .help(tongue.of("Ordner der Publikation", "Folder of the publication"))
}

/// An option with a value.
pub(crate) fn option(name: &'static str, value: &'static str, help: &'static str, tongue: Tongue) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .hide_possible_values(true)
        .help_heading(tongue.of("Optionen", "Options"))
        .help(help)
}

/// The argument `name` as a path.
pub(crate) fn path<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m PathBuf> {
    matches.get_one::<PathBuf>(name)
}

/// The argument `name` as text.
pub(crate) fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}
