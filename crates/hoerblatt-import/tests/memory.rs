//! The worst inputs known stay within 256 MB. Each input is read by a process of its own, whose peak the system tells.

use hoerblatt_core::Sources;
use hoerblatt_import::{ImportOptions, Input, import};
use std::{io::Write, process::Command};
use support::workbook::{packed, workbook};
use zip::write::SimpleFileOptions;

#[path = "support/mod.rs"]
mod support;

/// What is promised, in KB.
const MOST_MEMORY: u64 = 256 << 10;

/// By this variable a test tells its child which input to read.
const CHILD: &str = "HOERBLATT_IMPORT_INPUT";

fn one_line() -> Vec<u8> {
    let words = "Seniorenbüro feiert 11. Mai mit 15 Uhr ";
    words.repeat((5 << 20) / words.len()).into_bytes()
}

fn deep_page() -> Vec<u8> {
    format!("<html><body>{}11. Mai Hörde: Markt", "<div>".repeat(100_000)).into_bytes()
}

fn nested_bullets() -> Vec<u8> {
    (0..400).map(|depth| format!("{}- 11. Mai: Punkt {depth}\n", " ".repeat(depth))).collect::<String>().into_bytes()
}

fn zip_bomb() -> Vec<u8> {
    let megabyte = vec![b' '; 1 << 20];
    packed(|writer| {
        writer.start_file("xl/workbook.xml", SimpleFileOptions::default()).expect("a file");
        for _ in 0..200 {
            writer.write_all(&megabyte).expect("its bytes");
        }
    })
}

/// More rows than any office has in a list.
fn huge_sheet() -> Vec<u8> {
    workbook("", |writer| {
        for row in 1..=40_000_u32 {
            let day = 44_600 + row % 700;
            let row = format!(
                "<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"><v>{day}</v></c><c r=\"B{row}\" t=\"inlineStr\"><is><t>Vortrag Nr. {row}</t></is></c>\
                 <c r=\"C{row}\" t=\"inlineStr\"><is><t>Rathaus</t></is></c></row>"
            );
            writer.write_all(row.as_bytes()).expect("a row");
        }
    })
}

/// Two cells at the corners of the largest sheet there is: a table of 17 thousand million cells.
fn wide_sheet() -> Vec<u8> {
    let cell = |name: &str| format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>Fest</t></is></c>");
    let rows = format!("<row r=\"1\">{}</row><row r=\"1048576\">{}</row>", cell("A1"), cell("XFD1048576"));
    workbook("", |writer| writer.write_all(rows.as_bytes()).expect("rows"))
}

type MakesInput = fn() -> Vec<u8>;

const INPUTS: &[(&str, MakesInput)] = &[
    ("5 MB in one line", one_line),
    ("100,000 open elements", deep_page),
    ("400 nested bullets", nested_bullets),
    ("a zip bomb", zip_bomb),
    ("a huge sheet", huge_sheet),
    ("a sheet with two far cells", wide_sheet),
];

/// The most memory that this process has used so far, in KB.
fn peak() -> Option<u64> {
    let status = support::read("/proc/self/status".as_ref()).ok()?;
    let status = String::from_utf8(status).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse().ok())
}

/// The child: reads its input and tells its peak. By itself, without the variable, it has nothing to do.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test learns from its parent what to read")]
fn child() {
    let Ok(name) = std::env::var(CHILD) else { return };
    let (_, make) = INPUTS.iter().find(|(known, _)| *known == name).expect("a known input");
    let bytes = make();
    let checked = import(
        &mut Sources::default(),
        &[Input { name: &name, bytes: &bytes }],
        &support::language(),
        &ImportOptions::default(),
    );
    let events = checked.value.map_or(0, |imported| imported.events.len());
    let mut rules: Vec<&str> = checked.diagnostics.iter().map(|finding| finding.rule).collect();
    rules.dedup();
    println!("peak {} KB, {events} events, {rules:?}", peak().unwrap_or(0));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test starts itself again")]
fn the_worst_inputs_stay_within_256_megabytes() {
    if peak().is_none() {
        println!("skipped: this system does not tell how much memory a process has used at most (/proc/self/status)");
        return;
    }
    for (name, _) in INPUTS {
        let program = std::env::current_exe().expect("this test");
        let child = Command::new(program).args(["--exact", "child", "--nocapture"]).env(CHILD, name).output();
        let output = String::from_utf8_lossy(&child.expect("a child").stdout).into_owned();
        let peak = output.split_once("peak ").and_then(|(_, rest)| rest.split(' ').next()?.parse::<u64>().ok());
        let peak = peak.unwrap_or_else(|| panic!("{name}: the child ended without a word: {output}"));
        println!("{name}: {} MB, {}", peak >> 10, output.lines().find(|l| l.contains("peak")).unwrap_or(""));
        assert!(peak <= MOST_MEMORY, "{name}: {} MB", peak >> 10);
    }
}
