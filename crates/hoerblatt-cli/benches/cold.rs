//! Cold processes, as an office starts them: milliseconds from the command to the finished files.
//!
//! `HOERBLATT_BENCH_TYPST=typst cargo bench -p hoerblatt-cli` times Typst's program beside it on *one* flyer of the same words.
#![expect(clippy::disallowed_methods, reason = "a benchmark starts programs and measures time")]

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

const RUNS: usize = 40;
const PROGRAM: &str = env!("CARGO_BIN_EXE_hoerblatt");
const DISTRICT: &str = "hoerde";

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/dortmund-2022");
    let out = folder.path().join("out");
    let publish = |only: &str| {
        let mut command = Command::new(PROGRAM);
        command.arg("publish").arg(&data).arg("--out").arg(&out).args(["--only", only, "--quiet"]);
        command.env("HOERBLATT_CACHE", folder.path().join("cache"));
        command
    };
    let afresh = || drop(fs::remove_dir_all(&out));
    let flyers = time("12 flyers and 48 scripts, a new set", afresh, || publish("flyers,scripts"));
    time("the same again over the set", || (), || publish("flyers,scripts"));
    time("one flyer of them", afresh, || {
        let mut one = publish("flyers");
        one.args(["--district", DISTRICT]);
        one
    });
    assert!(publish("web").status().is_ok_and(|status| status.success()), "the web pages are made");
    if let Some(typst) = typst(folder.path(), &out.join(format!("web/{DISTRICT}.txt"))) {
        println!("all flyers and scripts take {:.2} times as long as one flyer takes Typst", flyers / typst);
    }
    let everything = |jobs: &'static str| {
        let mut command = publish("flyers,scripts,phone,audio,web");
        command.args(["--jobs", jobs]);
        command
    };
    assert!(everything("2").status().is_ok_and(|status| status.success()), "everything is made");
    time("everything once more, all prompts spoken before", || (), || everything("2"));
}

/// Runs a command again and again and prints the median and the least; gives the median, in ms.
fn time(what: &str, before: impl Fn(), command: impl Fn() -> Command) -> f64 {
    let run = || {
        before();
        let mut command = command();
        let started = Instant::now();
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        assert!(status.is_ok_and(|status| status.success()), "{command:?} fails");
        started.elapsed().as_secs_f64() * 1000.0
    };
    let mut all: Vec<f64> = (0..RUNS).map(|_| run()).collect();
    all.sort_by(f64::total_cmp);
    let median = all[RUNS / 2];
    println!("{what}: median {median:.1} ms, least {:.1} ms of {RUNS} cold processes", all[0]);
    median
}

/// Typst's program, where the environment names it, on the words of one flyer: paragraphs alone, less than a flyer holds.
fn typst(folder: &Path, words: &Path) -> Option<f64> {
    let program = std::env::var("HOERBLATT_BENCH_TYPST").ok()?;
    let text = fs::read_to_string(words).expect("the text twin of the flyer");
    let mut source = String::from(
        "#set document(title: \"Flyer\")\n#set page(paper: \"a4\", margin: 20mm)\n#set text(size: 18pt, lang: \"de\")\n",
    );
    for sign in text.chars() {
        if sign.is_ascii_punctuation() {
            source.push('\\');
        }
        source.push(sign);
    }
    let sheet = folder.join("sheet.typ");
    fs::write(&sheet, source).expect("a file");
    let command = || {
        let mut command = Command::new(&program);
        command.args(["compile", "--pdf-standard", "ua-1"]).arg(&sheet);
        command
    };
    Some(time("Typst, one flyer", || (), command))
}
