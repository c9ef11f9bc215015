//! The manual page from the same tree as the help, in both languages: generators for clap know English headings only.

use clap::{Arg, Command};
use hoerblatt::Tongue;

/// The page for section 1, as roff.
pub(crate) fn page(mut tree: Command, tongue: Tongue) -> String {
    tree.build();
    let about = text(tree.get_about());
    let mut page = format!(".TH HOERBLATT 1 \"\" \"hoerblatt {}\"\n", env!("CARGO_PKG_VERSION"));
    section(&mut page, tongue.of("BEZEICHNUNG", "NAME"));
    page.push_str(&format!("hoerblatt \\- {}\n", escape(&about)));
    section(&mut page, tongue.of("ÜBERSICHT", "SYNOPSIS"));
    page.push_str(&escape(
        tongue.of("hoerblatt BEFEHL [ANGABEN] [OPTIONEN]\n", "hoerblatt COMMAND [ARGUMENTS] [OPTIONS]\n"),
    ));
    section(&mut page, tongue.of("BEFEHLE", "COMMANDS"));
    for command in tree.get_subcommands() {
        let aliases: Vec<&str> = command.get_visible_aliases().collect();
        let names = [&[command.get_name()], aliases.as_slice()].concat().join(", ");
        page.push_str(&format!(".SS {}\n{}\n", escape(&names), escape(&text(command.get_about()))));
        // Options that all commands share have a section of their own.
        for argument in
            command.get_arguments().filter(|argument| !argument.is_hide_set() && !is_common(argument, tongue))
        {
            entry(&mut page, argument);
        }
        if let Some(example) = command.get_after_help() {
            page.push_str(&format!(".PP\n.nf\n{}\n.fi\n", escape(&example.to_string())));
        }
    }
    section(&mut page, tongue.of("OPTIONEN FÜR ALLE BEFEHLE", "OPTIONS FOR ALL COMMANDS"));
    let any = tree.get_subcommands().next();
    for argument in
        any.iter().flat_map(|command| command.get_arguments()).filter(|argument| is_common(argument, tongue))
    {
        entry(&mut page, argument);
    }
    section(&mut page, tongue.of("RÜCKGABEWERTE", "EXIT STATUS"));
    for (code, meaning) in exit_codes(tongue) {
        page.push_str(&format!(".TP\n{code}\n{}\n", escape(meaning)));
    }
    section(&mut page, tongue.of("UMGEBUNG", "ENVIRONMENT"));
    for (name, meaning) in environment(tongue) {
        page.push_str(&format!(".TP\n{name}\n{}\n", escape(meaning)));
    }
    page
}

fn is_common(argument: &Arg, tongue: Tongue) -> bool {
    argument.get_help_heading() == Some(tongue.of("Für alle Befehle", "For all commands"))
}

fn section(page: &mut String, heading: &str) {
    page.push_str(&format!(".SH {heading}\n"));
}

fn entry(page: &mut String, argument: &Arg) {
    let values = argument.get_value_names().filter(|_| argument.get_action().takes_values());
    let value = values.map(|names| names.iter().map(|name| format!(" {name}")).collect::<String>()).unwrap_or_default();
    let short = argument.get_short().map(|short| format!("\\-{short}, ")).unwrap_or_default();
    let name = match argument.get_long() {
        Some(long) => format!("{short}{}{}", escape(&format!("--{long}")), escape(&value)),
        None if argument.get_short().is_some() => format!("{}{}", short.trim_end_matches(", "), escape(&value)),
        None => escape(value.trim()),
    };
    page.push_str(&format!(".TP\n.B {name}\n{}\n", escape(&text(argument.get_help()))));
}

fn text(styled: Option<&clap::builder::StyledStr>) -> String {
    styled.map(ToString::to_string).unwrap_or_default()
}

/// Text as roff takes it: a leading dot or quote would be a command, a bare hyphen a dash.
fn escape(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    let line = |line: &str| if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line.to_owned() };
    escaped.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn exit_codes(tongue: Tongue) -> [(u8, &'static str); 5] {
    [
        (0, tongue.of("Erledigt; Warnungen sind möglich.", "Done; there may have been warnings.")),
        (1, tongue.of("Fehler gefunden; nichts Brauchbares entstanden.", "Errors found; nothing usable was made.")),
        (2, tongue.of("Falscher Aufruf.", "Wrong usage.")),
        (
            3,
            tongue.of(
                "Zum Teil erledigt; der Bericht nennt, was fehlt.",
                "Done in part; the report names what is missing.",
            ),
        ),
        (
            4,
            tongue.of(
                "Etwas außerhalb fehlt oder scheiterte: ein Programm, ein Ordner, ein voller Datenträger.",
                "Something outside is missing or failed: a program, a folder, a full disk.",
            ),
        ),
    ]
}

fn environment(tongue: Tongue) -> [(&'static str, &'static str); 4] {
    [
        (
            "LC_ALL, LC_MESSAGES, LANG",
            tongue.of(
                "Sprache der Meldungen, wo \u{201e}--lang\u{201c} fehlt.",
                "Language of the messages without --lang.",
            ),
        ),
        ("NO_COLOR", tongue.of("Keine Farbe, keine Zeichnungen.", "No colour, no drawing.")),
        (
            "ACCESSIBLE",
            tongue.of(
                "1: ganze Sätze, keine bewegten Zeilen; für Vorleseprogramme.",
                "1: whole sentences, no moving lines; for screen readers.",
            ),
        ),
        (
            "HOERBLATT_CACHE",
            tongue.of(
                "Ordner für gesprochene Ansagen, damit keine zweimal entsteht.",
                "Folder for spoken prompts, so that none is made twice.",
            ),
        ),
    ]
}
