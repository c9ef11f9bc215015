//! `speak [TEXT]`: what a text sounds like, as words or as sound.

use crate::{context::Context, exit::Exit};
use clap::{Arg, ArgAction, ArgMatches, Command};
use hoerblatt::{Project, Tongue, core::Language, language_named, messages::clean, report::Format, speak};
use serde_json::json;
use std::{
    io::{Read, stdin},
    process::Stdio,
};

/// Most bytes that are read from standard input: a long novel.
const MOST: u64 = 64 << 20;

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    let switch = |name: &'static str, help| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help_heading(tongue.of("Optionen", "Options")).help(help)
    };
    command
        .about(tongue.of(
            "Spricht einen Text: als Wörter, wie sie gesprochen werden, oder zum Anhören.",
            "Speaks a text: as the words that are said, or to listen to.",
        ))
        .override_usage(tongue.of("hoerblatt sprich [TEXT] [OPTIONEN]", "hoerblatt speak [TEXT] [OPTIONS]"))
        .arg(
            Arg::new("text")
                .value_name("TEXT")
                .num_args(1..)
                .help_heading(tongue.of("Angaben", "Arguments"))
                .help(tongue.of("Was gesprochen wird; ohne ihn wird die Standardeingabe gelesen", "What is spoken; without it, standard input is read")),
        )
        .arg(switch("lines", tongue.of("Für jede Zeile eine Zeile, auch für leere", "One line for each line, empty ones, too")))
        .arg(switch("why", tongue.of("Zu jeder Änderung: Klasse, Grammatik und Regel", "For every change: class, grammar and rule")))
        .arg(switch("play", tongue.of("Gleich anhören", "Listen at once")))
        .arg(super::output_option(tongue.of("Als Tondatei (WAV) speichern", "Save as a sound file (WAV)"), tongue))
        .arg(super::path_option(
            "publication",
            tongue.of("ORDNER", "DIR"),
            tongue.of("Mit den Namen aus lexicon.toml dieser Publikation", "With the names in lexicon.toml of this publication"),
            tongue,
        ))
        .after_help(tongue.of(
            "Beispiele:\n  hoerblatt sprich \"Am 11. Mai um 15.30 Uhr\"\n  hoerblatt sprich --why \"zum 15. Mal\"\n  hoerblatt sprich --lines < saetze.txt",
            "Examples:\n  hoerblatt speak \"Am 11. Mai um 15.30 Uhr\"\n  hoerblatt speak --why \"zum 15. Mal\"\n  hoerblatt speak --lines < sentences.txt",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let language = match language(matches) {
        Ok(language) => language,
        Err(finding) => {
            context.report_one(&finding);
            return Exit::Errors;
        }
    };
    let text = match input(matches) {
        Ok(text) => text,
        Err(error) => {
            let reason = clean(&error.to_string());
            context.say(&context.tongue.of(
                format!("Fehler: Die Eingabe kann nicht gelesen werden ({reason}).\n"),
                format!("error: The input cannot be read ({reason}).\n"),
            ));
            return Exit::Outside;
        }
    };
    let (file, play) = (super::path(matches, "output"), matches.get_flag("play"));
    if file.is_some() || play {
        return sound(matches, context, language.as_ref(), &text, play);
    }
    if matches.get_flag("why") {
        context.print(&why(context, language.as_ref(), &text));
        return Exit::Done;
    }
    let lines = speak::lines(language.as_ref(), &text);
    if matches.get_flag("lines") {
        context.print(&lines);
    } else {
        context
            .print(&lines.lines().filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect::<String>());
    }
    Exit::Done
}

fn language(matches: &ArgMatches) -> Result<Box<dyn Language>, hoerblatt::core::Diagnostic> {
    match super::path(matches, "publication") {
        Some(dir) => Project::read(dir).language(),
        None => language_named("de"),
    }
}

/// The words given, else standard input; what is no UTF-8 in it is read as well as can be.
fn input(matches: &ArgMatches) -> std::io::Result<String> {
    if let Some(words) = matches.get_many::<String>("text") {
        return Ok(words.cloned().collect::<Vec<_>>().join(" "));
    }
    let mut bytes = Vec::new();
    stdin().lock().take(MOST).read_to_end(&mut bytes)?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    Ok(String::from_utf8_lossy(bytes).into_owned())
}

fn why(context: &Context, language: &dyn Language, text: &str) -> String {
    let reasons = speak::reasons(language, text);
    if context.format == Format::Json {
        let object: Vec<_> = reasons
            .iter()
            .map(|r| json!({ "written": r.written, "spoken": r.spoken, "class": r.class, "rule": r.rule, "grammar": r.grammar }))
            .collect();
        return hoerblatt::report::json_text(&json!(object));
    }
    let tongue = context.tongue;
    let (class, rule, grammar) = tongue.of(("Klasse", "Regel", "Grammatik"), ("class", "rule", "grammar"));
    let line = |r: &speak::Reason| {
        let grammar = if r.grammar.is_empty() { String::new() } else { format!(", {grammar} {}", r.grammar) };
        format!("{} => {} ({class} {}, {rule} {}{grammar})\n", clean(&r.written), clean(&r.spoken), r.class, r.rule)
    };
    let changes: String = reasons.iter().map(line).collect();
    format!("{}{changes}", speak::lines(language, text))
}

fn sound(matches: &ArgMatches, context: &Context, language: &dyn Language, text: &str, play: bool) -> Exit {
    let bytes = match speak::wav(&speak::speech(language, text)) {
        Ok(bytes) => bytes,
        Err(finding) => {
            context.report_one(&finding);
            return Exit::after_nothing(std::slice::from_ref(&finding));
        }
    };
    if super::path(matches, "output").is_some()
        && let Err(exit) = super::deliver(matches, context, &bytes)
    {
        return exit;
    }
    if play && !heard(&bytes) {
        context.say(context.tongue.of(
            "Fehler: Es wurde kein Programm gefunden, das Ton abspielt. Speichern Sie mit -o DATEI.wav, und öffnen Sie die Datei.\n",
            "error: No program was found that plays sound. Save it with -o FILE.wav and open that file.\n",
        ));
        return Exit::Outside;
    }
    Exit::Done
}

/// Plays a WAV file through the first of the usual programs that is there and takes sound from a pipe.
#[expect(clippy::disallowed_methods, reason = "to play sound is what the user asked for; no shell is involved")]
fn heard(wav: &[u8]) -> bool {
    use std::io::Write;
    const PLAYERS: [(&str, &[&str]); 4] = [
        ("aplay", &["-q", "-"]),
        ("pw-cat", &["--playback", "-"]),
        ("ffplay", &["-nodisp", "-autoexit", "-loglevel", "quiet", "-"]),
        ("play", &["-q", "-t", "wav", "-"]),
    ];
    PLAYERS.iter().any(|(program, arguments)| {
        let started = std::process::Command::new(program)
            .args(*arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut player) = started else { return false };
        let fed = player.stdin.take().is_some_and(|mut pipe| pipe.write_all(wav).is_ok());
        player.wait().is_ok_and(|status| status.success()) && fed
    })
}
