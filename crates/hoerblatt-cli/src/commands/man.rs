//! `man`: the manual page.

use crate::{app, context::Context, exit::Exit, man};
use clap::{ArgMatches, Command};
use hoerblatt::Tongue;

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of("Gibt die Handbuchseite aus (roff).", "Prints the manual page (roff)."))
        .override_usage("hoerblatt man")
        .after_help(tongue.of(
            "Beispiel:\n  hoerblatt man > ~/.local/share/man/de/man1/hoerblatt.1",
            "Example:\n  hoerblatt man > ~/.local/share/man/man1/hoerblatt.1",
        ))
}

pub(crate) fn run(_: &ArgMatches, context: &Context) -> Exit {
    context.print(&man::page(app::tree(context.tongue), context.tongue));
    Exit::Done
}
