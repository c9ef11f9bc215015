//! The pages in `examples/` tell the truth: every command on them is run, every line of output compared.

#![expect(clippy::disallowed_methods, reason = "the pages make files and start the program")]

mod common;

use common::{command, edit, finish};
use std::{fs, path::Path, process::Command};

#[test]
fn a_clerks_first_ten_minutes() {
    run_page("buero.md");
}

#[test]
fn a_hotline_on_asterisk() {
    run_page("hotline.md");
}

#[test]
fn a_date_changed_an_hour_before_print() {
    run_page("aenderung.md");
}

fn run_page(name: &str) {
    let page =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)).expect("a page");
    let dir = tempfile::tempdir().expect("a folder");
    let mut ran = 0;
    for (info, body, line) in blocks(&page) {
        let at = format!("{name}:{line}");
        match info.split_once(' ').unwrap_or((info, "")) {
            ("text", file) if !file.is_empty() => fs::write(dir.path().join(file), body).expect("a file"),
            ("diff", file) => {
                let side =
                    |sign| body.lines().filter_map(|line| line.strip_prefix(sign)).collect::<Vec<_>>().join("\n");
                edit(&dir.path().join(file), &side('-'), &side('+'));
            }
            ("console", _) => ran += run_commands(body, dir.path(), &at),
            _ => {}
        }
    }
    assert!(ran > 0, "{name} runs nothing");
}

/// The fenced blocks of a page: what stands behind the fence, the text, its line.
fn blocks(page: &str) -> Vec<(&str, &str, usize)> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find("\n```") {
        let opened = &rest[at + 4..];
        let Some((info, after)) = opened.split_once('\n') else { break };
        let end = if after.starts_with("```") { 0 } else { after.find("\n```").map_or(after.len(), |end| end + 1) };
        let line = page[..page.len() - after.len()].lines().count() + 1;
        found.push((info, &after[..end], line));
        rest = &after[end..];
        rest = rest.find('\n').map_or("", |end| &rest[end..]);
    }
    found
}

fn run_commands(body: &str, dir: &Path, at: &str) -> usize {
    let commands: Vec<&str> = body.split("$ ").skip(1).collect();
    for text in &commands {
        let (typed, expected) = text.split_once('\n').unwrap_or((text, ""));
        let words = words(typed);
        let (program, arguments) = words.split_first().expect("a command");
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = match program.as_str() {
            "hoerblatt" => command(&arguments).current_dir(dir).output(),
            "ls" => Command::new("ls").args(&arguments).env("LC_ALL", "C").current_dir(dir).output(),
            other => panic!("{at}: only hoerblatt and ls are run, not {other}"),
        };
        let ran = finish(output.expect("the program runs"));
        let said = format!("{}{}", ran.err, ran.out);
        assert!(matches!(ran.code, 0 | 3), "{at}: $ {typed}\nended with {}\n{said}", ran.code);
        let (expected, got): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), said.lines().collect());
        assert!(fits(&expected, &got), "{at}: $ {typed}\nexpected:\n{}\nfound:\n{said}", expected.join("\n"));
    }
    commands.len()
}

/// Words as a shell parts them: by spaces, single quotes keep what is inside together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in line.split('\'').enumerate() {
        if number % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Whether the lines are those expected; `…` alone stands for any lines, inside a line for any signs.
fn fits(expected: &[&str], got: &[&str]) -> bool {
    match (expected.split_first(), got.split_first()) {
        (None, rest) => rest.is_none(),
        (Some((&"…", more)), rest) => fits(more, got) || rest.is_some_and(|(_, rest)| fits(expected, rest)),
        (Some((line, more)), Some((first, rest))) => line_fits(line, first) && fits(more, rest),
        (Some(_), None) => false,
    }
}

fn line_fits(expected: &str, got: &str) -> bool {
    let mut parts = expected.split('…');
    let Some(mut rest) = parts.next().and_then(|start| got.strip_prefix(start)) else { return false };
    let mut last = None;
    for part in parts {
        if let Some(before) = last.replace(part) {
            let Some(at) = rest.find(before) else { return false };
            rest = &rest[at + before.len()..];
        }
    }
    last.map_or(rest.is_empty(), |end| rest.ends_with(end))
}
