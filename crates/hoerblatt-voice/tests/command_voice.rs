//! Programs as voices: what works, and every way in which one can fail.

#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "tests write the programs that they call")]

use hoerblatt_core::{Pace, Severity, Speech, model::VoiceSettings};
use hoerblatt_voice::{Cache, Chain, Command, Format, Prompt, Speaker, Studio, Voice, VoiceError, wav::WavError};
use std::{ops::ControlFlow, path::Path};

/// A shell script as a program, with everything else as its arguments.
fn script(folder: &Path, body: &str, arguments: &[&str]) -> Command {
    let path = folder.join("voice.sh");
    std::fs::write(&path, body).unwrap();
    let mut command = vec!["sh".to_owned(), path.to_string_lossy().into_owned()];
    command.extend(arguments.iter().map(|a| (*a).to_owned()));
    let mut command = Command::new(&command).unwrap();
    command.timeout_seconds = 5;
    command
}

/// A WAV file for scripts to hand out.
fn wav(folder: &Path, rate_hz: u32) -> String {
    let path = folder.join("ready.wav");
    let mut file = Format::Wav8.encode((0..8000).map(|n| if n % 20 < 10 { 3000 } else { -3000 }).collect());
    file[24..28].copy_from_slice(&rate_hz.to_le_bytes());
    std::fs::write(&path, file).unwrap();
    path.to_string_lossy().into_owned()
}

fn phrase(mut command: Command, words: &str) -> Result<u32, VoiceError> {
    command.phrase(words, Pace::Normal).map(|pcm| pcm.rate_hz)
}

#[test]
fn a_file_or_standard_output_both_work() {
    let folder = tempfile::tempdir().unwrap();
    let ready = wav(folder.path(), 22_050);
    let to_file = script(folder.path(), "cp \"$1\" \"$2\"", &[&ready, "{out}", "{text}"]);
    assert_eq!(phrase(to_file, "Guten Tag"), Ok(22_050));
    let to_pipe = script(folder.path(), "cat \"$1\"", &[&ready]);
    assert_eq!(phrase(to_pipe, "Guten Tag"), Ok(22_050));
}

#[test]
fn the_words_arrive_whole_and_never_as_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let (ready, heard) = (wav(folder.path(), 8000), folder.path().join("heard"));
    let nasty = "Köln; touch x && $(reboot) `id` \"'\n{out} {rate}";
    let heard_path = heard.to_string_lossy();
    let as_argument = script(folder.path(), "printf %s \"$2\" > \"$3\"; cat \"$1\"", &[&ready, "{text}", &heard_path]);
    assert_eq!(phrase(as_argument, nasty), Ok(8000));
    assert_eq!(std::fs::read_to_string(&heard).unwrap(), nasty);
    let as_input = script(folder.path(), "cat > \"$2\"; cat \"$1\"", &[&ready, &heard_path]);
    assert_eq!(phrase(as_input, nasty), Ok(8000));
    assert_eq!(std::fs::read_to_string(&heard).unwrap(), nasty);
}

#[test]
fn paces_reach_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let (ready, heard) = (wav(folder.path(), 8000), folder.path().join("heard"));
    let mut command = script(
        folder.path(),
        "echo \"$2 $3\" >> \"$4\"; cat \"$1\"",
        &[&ready, "{rate}", "{stretch}", &heard.to_string_lossy()],
    );
    for pace in Pace::ALL {
        command.phrase("Ja", pace).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&heard).unwrap(), "112 1.25\n140 1.00\n175 0.80\n");
}

#[test]
fn each_failure_has_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let program = || "sh".to_owned();
    let missing = Command::new(&["no-such-voice-program".to_owned(), "{text}".to_owned()]).unwrap();
    assert_eq!(phrase(missing, "Ja"), Err(VoiceError::NotFound { program: "no-such-voice-program".to_owned() }));
    let fails =
        script(folder.path(), "echo; echo '  model not found\u{1b}[1m' >&2; echo more >&2; exit 7", &["{text}"]);
    let message = "model not found[1m".to_owned();
    assert_eq!(phrase(fails, "Ja"), Err(VoiceError::Failed { program: program(), status: "7".to_owned(), message }));
    let killed = script(folder.path(), "kill -SEGV $$", &["{text}"]);
    assert_eq!(
        phrase(killed, "Ja"),
        Err(VoiceError::Failed { program: program(), status: "-11".to_owned(), message: String::new() })
    );
    let silent = script(folder.path(), "true", &["{text}", "{out}"]);
    assert_eq!(phrase(silent, "Ja"), Err(VoiceError::WroteNothing { program: program() }));
    let zeros = folder.path().join("zeros.wav");
    std::fs::write(&zeros, Format::Wav8.encode(vec![0; 800])).unwrap();
    let zeros = script(folder.path(), "cat \"$1\"", &[&zeros.to_string_lossy()]);
    assert_eq!(phrase(zeros, "Ja"), Err(VoiceError::WroteNothing { program: program() }));
    let text = script(folder.path(), "echo hello", &["{text}"]);
    assert_eq!(phrase(text, "Ja"), Err(VoiceError::BadSound { program: program(), found: WavError::NotWav }));
    let ready = wav(folder.path(), 4000);
    let slow = script(folder.path(), "cat \"$1\"", &[&ready]);
    let found = WavError::Unusable { coding: 1, channels: 1, bits: 16, rate_hz: 4000 };
    assert_eq!(phrase(slow, "Ja"), Err(VoiceError::BadSound { program: program(), found }));
}

#[test]
fn a_program_that_hangs_is_stopped_with_its_children() {
    let folder = tempfile::tempdir().unwrap();
    let pids = folder.path().join("pids");
    // The child ignores the polite signals and holds the pipes open.
    let body = "sh -c 'trap \"\" TERM HUP INT; echo $$; sleep 600' >> \"$1\" & echo $$ >> \"$1\"; wait";
    let mut hangs = script(folder.path(), body, &[&pids.to_string_lossy(), "{text}"]);
    hangs.timeout_seconds = 1;
    assert_eq!(phrase(hangs, "Ja"), Err(VoiceError::Hung { program: "sh".to_owned(), seconds: 1 }));
    let pids = std::fs::read_to_string(&pids).unwrap();
    assert_eq!(pids.lines().count(), 2);
    for pid in pids.lines() {
        // A busy machine takes a moment to end what was killed.
        let ends = (0..500).any(|_| {
            let ended = has_ended(pid);
            if !ended {
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
            ended
        });
        assert!(ends, "{pid} still runs");
    }
}

/// A zombie that nobody has collected yet has ended too.
fn has_ended(pid: &str) -> bool {
    let state = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_else(|_| "- (gone) Z".to_owned());
    state.rsplit(')').next().unwrap().trim_start().starts_with('Z')
}

#[test]
fn a_program_that_leaves_a_child_with_the_pipe_does_not_hold_us_up() {
    let folder = tempfile::tempdir().unwrap();
    let ready = wav(folder.path(), 8000);
    let leaves = script(folder.path(), "cat \"$1\"; sleep 600 &", &[&ready]);
    assert_eq!(phrase(leaves, "Ja"), Ok(8000), "the pipe is closed when the program ends");
}

#[test]
fn settings_choose_the_voice() {
    let settings = |engine: Option<&str>, command: &[&str]| VoiceSettings {
        engine: engine.map(str::to_owned),
        command: command.iter().map(|c| (*c).to_owned()).collect(),
        timeout_seconds: Some(7),
    };
    let rule = |settings: &VoiceSettings| Speaker::from_settings(settings).map_err(|d| d.rule);
    assert_eq!(rule(&settings(None, &[])), Ok(Speaker::Pico));
    assert_eq!(rule(&settings(Some("pico"), &[])), Ok(Speaker::Pico));
    let espeak = Command { timeout_seconds: 7, ..Command::espeak_ng() };
    assert_eq!(rule(&settings(Some("espeak-ng"), &[])), Ok(Speaker::Command(espeak)));
    let own = Command::new(&["say".to_owned(), "{text}".to_owned()]).unwrap();
    assert_eq!(rule(&settings(None, &["say", "{text}"])), Ok(Speaker::Command(Command { timeout_seconds: 7, ..own })));
    assert_eq!(rule(&settings(Some("piper"), &[])), Err("voice-without-command"));
    assert_eq!(rule(&settings(Some("command"), &[" "])), Err("voice-without-command"));
    assert_eq!(rule(&settings(Some("festival"), &[])), Err("voice-unknown"));
    assert_eq!(rule(&settings(None, &["say", "{speed}"])), Err("voice-command-slot"));
}

#[test]
fn one_sentence_for_a_fault_that_all_prompts_share() {
    let folder = tempfile::tempdir().unwrap();
    let prompts = ["a", "b", "c"].map(|name| Prompt {
        name: name.to_owned(),
        speech: Speech::words(format!("Wort {name}")),
        pace: Pace::Normal,
    });
    let rules = |speaker: &Speaker| {
        let (chain, cache) = (Chain::new(Format::Alaw), Cache::new(folder.path().join("cache")));
        let made =
            Studio { speaker, chain: &chain, cache: &cache }
                .render(&prompts, &folder.path().join("out"), &|_| ControlFlow::Continue(()));
        let found: Vec<_> = made.diagnostics.into_iter().map(|d| (d.rule, d.severity, d.arguments.len())).collect();
        (found, made.value.unwrap().prompts.len())
    };
    let missing = Speaker::Command(Command::new(&["no-such-voice-program".to_owned()]).unwrap());
    assert_eq!(rules(&missing), (vec![("voice-not-found", Severity::Error, 1)], 0));
    let fails = Speaker::Command(script(folder.path(), "echo broken >&2; exit 1", &["{text}"]));
    assert_eq!(rules(&fails), (vec![("voice-failed", Severity::Error, 4)], 0));
    let ready = wav(folder.path(), 16_000);
    let picky = script(folder.path(), "case \"$2\" in *b*) exit 3;; esac; cat \"$1\"", &[&ready, "{text}"]);
    assert_eq!(rules(&Speaker::Command(picky)), (vec![("voice-failed", Severity::Error, 4)], 2));
}

#[test]
fn espeak_ng_speaks_where_it_is_installed() {
    let installed = std::process::Command::new("espeak-ng").arg("--version").output().is_ok();
    if !installed {
        let ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(!ci, "espeak-ng is not installed: not tried");
        println!("espeak-ng is not installed: not tried");
        return;
    }
    let mut voice = Command::espeak_ng();
    let speech = Speech::words("Am Mittwoch, dem elften Mai, ist in Hörde Tanzcafé. Der Eintritt ist frei.");
    let [slow, normal, fast] = Pace::ALL.map(|pace| voice.say(&speech, pace).unwrap().seconds());
    assert!(slow > normal && normal > fast && (3.0..9.0).contains(&normal), "{slow} {normal} {fast}");
    let sound = Chain::new(Format::Alaw).render(&mut voice, &speech, Pace::Normal).unwrap();
    assert!(sound.level_db.abs() < 0.5, "{}", sound.level_db);
}
