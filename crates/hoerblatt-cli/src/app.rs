//! Every command in one tree, in the language of its user.

use crate::{commands, context::Context, exit::Exit, options, surroundings::Surroundings, usage};
use clap::{Arg, ArgAction, Command, builder::Styles, error::ErrorKind};
use hoerblatt::Tongue;
use std::{
    ffi::OsString,
    io::{Write, stderr, stdout},
};

/// Understands the arguments and runs the command.
pub(crate) fn run(arguments: &[OsString], around: &Surroundings) -> Exit {
    let tongue = options::tongue_of(arguments).unwrap_or(around.tongue);
    let matches = match tree(tongue).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return not_a_command(&error, tongue),
    };
    let Some((name, matches)) = matches.subcommand() else { return Exit::Usage };
    let Some(command) = commands::ALL.iter().find(|command| command.name == name) else { return Exit::Usage };
    let context = Context::new(matches, around, tongue);
    let exit = (command.run)(matches, &context);
    context.end(exit)
}

/// Help and version go to standard output; what was typed wrong is explained on standard error.
fn not_a_command(error: &clap::Error, tongue: Tongue) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A reader that has gone away is no error.
            let _ = write!(stdout(), "{}", error.render());
            Exit::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(stderr(), "{}", error.render());
            Exit::Usage
        }
        _ => {
            let _ = writeln!(stderr(), "{}", usage::explain(error, tongue));
            Exit::Usage
        }
    }
}

/// The tree of commands.
pub(crate) fn tree(tongue: Tongue) -> Command {
    let mut tree = Command::new("hoerblatt")
        .bin_name("hoerblatt")
        .version(env!("CARGO_PKG_VERSION"))
        .about(tongue.of(
            "Ein Blatt, das man hören kann: aus einem Text werden Großdruck-Handzettel, Vorlesetexte und eine Telefonansage.",
            "A sheet you can hear: one text becomes large-print flyers, scripts to read aloud and a telephone line.",
        ))
        .styles(Styles::plain())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .infer_long_args(false)
        .subcommand_help_heading(tongue.of("Befehle", "Commands"))
        .override_usage(tongue.of("hoerblatt BEFEHL [ANGABEN] [OPTIONEN]", "hoerblatt COMMAND [ARGUMENTS] [OPTIONS]"))
        .help_template(template(tongue))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help_heading(tongue.of("Optionen", "Options"))
                .help(tongue.of("Version des Programms", "Version of the program")),
        )
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help_heading(tongue.of("Optionen", "Options"))
                .help(tongue.of("Diese Hilfe", "This help")),
        )
        .arg(Arg::new("lang").long("lang").value_parser(["de", "en"]).hide(true))
        .after_help(tongue.of(
            "Zum Beginnen:\n  hoerblatt neu meine-stadt\n  hoerblatt herausgeben meine-stadt --out fertig\n\nMehr zu einem Befehl: hoerblatt BEFEHL --help",
            "To begin:\n  hoerblatt init my-town\n  hoerblatt publish my-town --out out\n\nMore about a command: hoerblatt COMMAND --help",
        ));
    for entry in commands::ALL {
        tree = tree.subcommand(subcommand(entry, tongue));
    }
    tree
}

fn subcommand(entry: &commands::Entry, tongue: Tongue) -> Command {
    let mut command = (entry.command)(Command::new(entry.name), tongue)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(template(tongue));
    if let Some(alias) = entry.alias {
        command = command.visible_alias(alias);
    }
    options::common(command, tongue)
}

/// Our own template: clap's headings are English.
fn template(tongue: Tongue) -> &'static str {
    tongue.of(
        "{about}\n\nAufruf: {usage}\n\n{all-args}\n\n{after-help}",
        "{about}\n\nUsage: {usage}\n\n{all-args}\n\n{after-help}",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_sound_in_both_languages() {
        for tongue in Tongue::ALL {
            tree(tongue).debug_assert();
        }
    }

    #[test]
    fn german_help_holds_none_of_claps_english_words() {
        let mut german = tree(Tongue::German);
        let mut pages = vec![german.render_long_help().to_string()];
        let names: Vec<String> = german.get_subcommands().map(|command| command.get_name().to_owned()).collect();
        for name in names {
            let command = german.find_subcommand_mut(&name).expect("a subcommand");
            pages.push(command.render_long_help().to_string());
        }
        for page in pages {
            for word in [
                "Usage",
                "Options:",
                "Commands:",
                "Arguments:",
                "possible values",
                "default:",
                "aliases",
                "Print help",
                "[OPTIONS]",
            ] {
                assert!(!page.contains(word), "English word “{word}” in:\n{page}");
            }
        }
    }
}
