//! The exported dialplan does what the simulator says, whatever a caller presses; and Asterisk itself can read it.

mod common;
mod exchange;

use chrono::{NaiveDateTime, NaiveTime};
use common::{day, line, load, plan};
use exchange::{Dialplan, Happening};
use hoerblatt_phone::{
    CallFlow, Estimated, check,
    export::asterisk,
    flow::Key,
    simulate::{Action, Answer, Heard, State, simulate},
};
use proptest::prelude::*;
use std::{collections::BTreeSet, process::Command, sync::LazyLock};

struct Line {
    flow: CallFlow,
    dialplan: Dialplan,
}

fn exported(flow: CallFlow) -> Line {
    let dialplan = Dialplan::read(&text(&flow));
    Line { flow, dialplan }
}

fn text(flow: &CallFlow) -> String {
    asterisk::files(flow).into_iter().find(|file| file.path.starts_with("extensions-")).expect("a dialplan").text
}

static LINES: LazyLock<[Line; 3]> = LazyLock::new(|| {
    [
        exported(line("dortmund-2022", None)),
        exported(line("musterstadt-2026", None)),
        exported(line("musterstadt-2026", Some(day("2026-08-25")))),
    ]
});

/// What the simulator says, in the terms of an exchange.
fn told(flow: &CallFlow, heard: &[Heard], state: &State) -> Vec<Happening> {
    let file = |heard: &Heard| Happening::Played {
        file: format!("{}/{}", flow.line, heard.prompt),
        cut: heard.seconds == 0.0,
    };
    let mut all: Vec<Happening> = heard.iter().map(file).collect();
    all.extend(match state {
        State::Listening => None,
        State::Connected(number) => Some(Happening::Dialled(flow.dial.replace("{number}", number))),
        State::Over => Some(Happening::HungUp),
    });
    all
}

fn assert_same(line: &Line, at: NaiveDateTime, actions: &[Action], answer: Answer) {
    let (heard, state) = simulate(&line.flow, actions, at, answer, &Estimated);
    let trace = line.dialplan.call(&asterisk::entry(&line.flow), at, actions, answer);
    assert_eq!(told(&line.flow, &heard, &state), trace, "{actions:?} at {at}, {answer:?}");
}

fn keys() -> impl Strategy<Value = Action> {
    let key = proptest::sample::select(Key::ALL.to_vec());
    // Callers press sensible keys more often than not; 1 to 4 lead deeper.
    let choice = (1_usize..=4).prop_map(|number| Key::choice(number).expect("a key"));
    let key = prop_oneof![2 => choice, 2 => key, 1 => Just(Key::NEXT)];
    prop_oneof![
        5 => key.clone().prop_map(Action::Press),
        2 => key.prop_map(Action::PressAtOnce),
        2 => Just(Action::Wait),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_on_any_day_give_the_same_call(
        line in 0_usize..3,
        actions in proptest::collection::vec(keys(), 0..30),
        days in -30_i64..200,
        minutes in 0_u32..1440,
        answer in proptest::sample::select(vec![Answer::Answered, Answer::Busy, Answer::NoAnswer]),
    ) {
        let line = &LINES[line];
        let first = if line.flow.line == "dortmund" { day("2022-05-05") } else { day("2026-09-01") };
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).expect("a time");
        let at = (first + chrono::Duration::days(days)).and_time(time);
        assert_same(line, at, &actions, answer);
    }
}

#[test]
fn every_file_that_is_played_is_in_the_list_of_sounds() {
    for line in LINES.iter() {
        let known: BTreeSet<String> = asterisk::sounds(&line.flow).collect();
        for file in line.dialplan.files() {
            for pace in ["slow", "normal", "fast"] {
                let path = format!("sounds/{}", file.replace("${HB_PACE}", pace));
                assert!(known.contains(&path), "{path} would be silence");
            }
        }
    }
}

/// What somebody might write into a title to see what happens.
const NASTY: &[&str] = &[
    "${SHELL(reboot)}",
    "a,b;c)d\\\"e&f<g",
    ";--",
    "--;",
    "Zeile\\nexten => s,1,System(reboot)",
    "$[1 + 1]",
    "[context]",
    "#include \\\"/etc/passwd\\\"",
    "x\\u007f\\u0085\\u2028y",
];

#[test]
fn text_from_the_data_is_never_dialplan() {
    let long = "Ü".repeat(300);
    for nasty in NASTY.iter().copied().chain([long.as_str()]) {
        let calm = load("dortmund-2022", |_, text| text);
        let odd = load("dortmund-2022", |file, text| match file {
            "programme.toml" => text.replacen("Markt der Möglichkeiten", nasty, 1),
            "publication.toml" => text.replacen("title = \"", &format!("title = \"{nasty} "), 1),
            "districts.toml" => text.replacen("name = \"Eving\"", &format!("name = \"{nasty}\""), 1),
            _ => text,
        });
        let (calm, odd) = (plan(&calm, None).value.expect("a line"), plan(&odd, None).value.expect("a line"));
        // Ids come from titles; beyond those and the hashes in names, only comments may differ.
        let shape = |flow: &CallFlow| -> Vec<String> {
            let lines = text(flow);
            let lines = lines.lines().filter(|line| !line.starts_with(';')).map(str::to_owned);
            lines.map(|line| line.chars().filter(|c| !c.is_ascii_alphanumeric() && *c != '-').collect()).collect()
        };
        assert_eq!(shape(&calm), shape(&odd), "{nasty:?} changes the dialplan");
        let comments = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ';' | '.');
        let odd_text = text(&odd);
        let odd_comment =
            odd_text.lines().filter(|line| line.starts_with(';')).find(|line| !line.chars().all(comments));
        assert_eq!(odd_comment, None, "a comment holds more than letters and digits");
        Dialplan::read(&odd_text);
    }
}

#[test]
fn a_dial_string_from_the_data_is_refused_where_it_could_mean_more() {
    for dial in
        ["SIP/{number}@x,30,g", "${SHELL(x)}{number}", "{number})", "nothing", "{number}{number}", "a b{number}"]
    {
        let publication = load("musterstadt-2026", |_, text| text.replace("PJSIP/{number}@amt", dial));
        let checked = plan(&publication, None);
        assert!(checked.value.is_none() && checked.diagnostics.iter().any(|d| d.rule == "dial-unsound"), "{dial}");
    }
}

/// A folder that goes away, with the export in it.
#[expect(clippy::disallowed_methods, reason = "the judges read files")]
fn written(flow: &CallFlow) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for file in asterisk::files(flow) {
        std::fs::write(folder.path().join(file.path), file.text).expect("a file");
    }
    folder
}

/// Runs an outside judge; required where CI=true, skipped with a line elsewhere.
#[expect(clippy::disallowed_methods, reason = "an outside judge is a program")]
fn judge(command: &mut Command, required: bool) -> Option<std::process::Output> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.output() {
        Ok(output) => Some(output),
        Err(_) => {
            assert!(!required || std::env::var("CI").as_deref() != Ok("true"), "{name} is missing");
            eprintln!("skipped: {name} is missing");
            None
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "an outside judge is a program")]
fn asterisklint_has_nothing_to_say() {
    for line in LINES.iter() {
        let folder = written(&line.flow);
        // The dialplan is a part to be included: the exchange has sections of its own.
        let include = format!("[general]\n[globals]\n#include \"extensions-{}.conf\"\n", line.flow.line);
        std::fs::write(folder.path().join("extensions.conf"), include).expect("a file");
        let mut command = Command::new("asterisklint");
        let command = command.arg("dialplan-check").arg("extensions.conf").current_dir(folder.path());
        let Some(output) = judge(command, true) else { return };
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{said}");
    }
}

/// A real Asterisk reads every context; no Debian release has it everywhere, so it is asked only where it is installed.
#[test]
#[expect(clippy::disallowed_methods, reason = "an outside judge is a program")]
fn a_real_asterisk_reads_every_context() {
    let program = std::env::var("HOERBLATT_ASTERISK").unwrap_or_else(|_| "asterisk".into());
    if judge(Command::new(&program).arg("-V"), false).is_none() {
        return;
    }
    for line in LINES.iter() {
        let folder = written(&line.flow);
        let path = folder.path().display().to_string();
        let here = |name: &str, text: String| std::fs::write(folder.path().join(name), text).expect("a file");
        let keys = [
            "astetcdir",
            "astvarlibdir",
            "astdbdir",
            "astkeydir",
            "astdatadir",
            "astagidir",
            "astspooldir",
            "astrundir",
            "astlogdir",
        ];
        let places: String = keys.iter().map(|key| format!("{key} => {path}\n")).collect();
        here("asterisk.conf", format!("[directories]\n{places}[options]\n"));
        here("extensions.conf", format!("#include \"extensions-{}.conf\"\n", line.flow.line));
        here("logger.conf", "[general]\n[logfiles]\nconsole => error,warning\n".into());
        let modules = ["pbx_config", "app_dial", "app_exec", "app_playback", "func_logic", "func_strings"];
        let modules: String = modules.iter().map(|module| format!("load => {module}.so\n")).collect();
        here("modules.conf", format!("[modules]\nautoload=no\n{modules}"));
        let mut server = Command::new(&program);
        server.args(["-f", "-C"]).arg(folder.path().join("asterisk.conf"));
        let mut server =
            server.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().expect("it starts");
        let ask = |what: &str| {
            let mut command = Command::new(&program);
            let output = command.arg("-C").arg(folder.path().join("asterisk.conf")).args(["-rx", what]).output();
            output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
        };
        let mut shown = String::new();
        for _ in 0..50 {
            if ask("core waitfullybooted").contains("fully booted") {
                shown = ask("dialplan show");
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
        ask("core stop now");
        server.kill().ok();
        server.wait().ok();
        for node in &line.flow.nodes {
            let context = format!("[ Context '{}' created by 'pbx_config' ]", asterisk::context(&line.flow, &node.id));
            assert!(shown.contains(&context), "{context} is missing in:\n{}", &shown[..shown.len().min(2000)]);
        }
    }
}

#[test]
fn the_reach_of_a_line_is_told() {
    let reach = check::reach(&LINES[0].flow, &Estimated).expect("districts");
    assert!(reach.mean < reach.worst && reach.worst < 120.0, "{reach:?}");
}
