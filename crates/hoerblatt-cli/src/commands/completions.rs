//! `completions SHELL`: what the shell needs to complete commands and options.

use crate::{app, context::Context, exit::Exit};
use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;
use hoerblatt::Tongue;

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Gibt aus, womit die Shell Befehle und Optionen vervollständigt.",
            "Prints what the shell needs to complete commands and options.",
        ))
        .override_usage("hoerblatt completions SHELL")
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(value_parser!(Shell))
                .hide_possible_values(true)
                .help_heading(tongue.of("Angaben", "Arguments"))
                .help(tongue.of("bash, zsh, fish, powershell oder elvish", "bash, zsh, fish, powershell or elvish")),
        )
        .after_help(tongue.of(
            "Beispiel:\n  hoerblatt completions bash > ~/.local/share/bash-completion/completions/hoerblatt",
            "Example:\n  hoerblatt completions bash > ~/.local/share/bash-completion/completions/hoerblatt",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let Some(&shell) = matches.get_one::<Shell>("shell") else { return Exit::Usage };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut app::tree(context.tongue), "hoerblatt", &mut script);
    context.print_bytes(&script);
    Exit::Done
}
