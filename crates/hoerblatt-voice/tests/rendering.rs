//! A list of prompts becomes files: once, whole, the same on any number of threads, and one failure does not take the others along.

#![expect(clippy::disallowed_methods, reason = "tests look at files")]

use hoerblatt_core::{Checked, Pace, Pause, Severity, Speech, SpeechToken};
use hoerblatt_voice::{Cache, Chain, Format, Pauses, Progress, Prompt, Rendering, Speaker, Studio, codec, level};
use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

fn prompt(name: &str, text: &str, pace: Pace) -> Prompt {
    Prompt { name: name.to_owned(), speech: Speech::words(text), pace }
}

fn programme() -> Vec<Prompt> {
    let events = [
        ("bewegung", "Am Mittwoch, dem elften Mai, ist in Hombruch Bewegung und Begegnung im Park."),
        ("tanzcafe", "Am Sonntag, dem fünfzehnten Mai, ist in Hörde Tanzcafé. Der Eintritt ist frei."),
        ("markt", "Am Freitag, dem zwanzigsten Mai, ist in Eving der Markt der Möglichkeiten."),
    ];
    let each =
        |(name, text): &(&str, &str)| Pace::ALL.map(|pace| prompt(&format!("{}/{name}", pace.name()), text, pace));
    events.iter().flat_map(each).collect()
}

fn render(prompts: &[Prompt], folder: &Path, threads: usize) -> Checked<Rendering> {
    render_with(prompts, folder, threads, &Chain::new(Format::Alaw), &|_| ControlFlow::Continue(()))
}

fn render_with(
    prompts: &[Prompt],
    folder: &Path,
    threads: usize,
    chain: &Chain,
    progress: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Checked<Rendering> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let cache = Cache::new(folder.join("cache"));
    let studio = Studio { speaker: &Speaker::Pico, chain, cache: &cache };
    pool.install(|| studio.render(prompts, &folder.join("out"), progress))
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                all.insert(name, std::fs::read(path).unwrap());
            }
        }
    }
    all
}

#[test]
fn the_same_files_on_one_thread_and_on_three_and_in_any_order() {
    let (one, three) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let prompts = programme();
    assert!(render(&prompts, one.path(), 1).diagnostics.is_empty());
    let mut reversed = prompts;
    reversed.reverse();
    assert!(render(&reversed, three.path(), 3).diagnostics.is_empty());
    let (one, three) = (files(&one.path().join("out")), files(&three.path().join("out")));
    assert_eq!(one.keys().collect::<Vec<_>>(), three.keys().collect::<Vec<_>>());
    assert_eq!(one.len(), 9);
    assert!(one == three, "files differ");
}

#[test]
fn a_second_run_speaks_nothing_and_an_edit_speaks_only_what_says_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut prompts = programme();
    let first = render(&prompts, folder.path(), 2).value.unwrap();
    assert_eq!((first.spoken, first.prompts.len(), first.stopped), (9, 9, false));
    let before = files(&folder.path().join("out"));
    let second = render(&prompts, folder.path(), 2).value.unwrap();
    assert_eq!(second, Rendering { spoken: 0, ..first });
    for edited in prompts.iter_mut().filter(|p| p.name.ends_with("markt")) {
        edited.speech = Speech::words("Der Markt der Möglichkeiten entfällt.");
    }
    assert_eq!(render(&prompts, folder.path(), 2).value.unwrap().spoken, 3);
    let after = files(&folder.path().join("out"));
    let changed: Vec<&String> =
        after.iter().filter(|(name, bytes)| before[*name] != **bytes).map(|(name, _)| name).collect();
    assert_eq!(changed, ["fast/markt.alaw", "normal/markt.alaw", "slow/markt.alaw"]);
}

#[test]
fn what_is_said_twice_is_spoken_once() {
    let folder = tempfile::tempdir().unwrap();
    let prompts = [prompt("a", "Ja", Pace::Normal), prompt("b", "Ja", Pace::Normal)];
    let made = render(&prompts, folder.path(), 2).value.unwrap();
    assert_eq!((made.spoken, made.prompts.len()), (1, 2));
}

#[test]
fn a_stopped_run_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let stop_at_three = |progress: Progress| {
        if progress.done == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let prompts = programme();
    let chain = Chain::new(Format::Alaw);
    let first = render_with(&prompts, folder.path(), 1, &chain, &stop_at_three).value.unwrap();
    assert_eq!((first.spoken, first.stopped, first.prompts.len()), (3, true, 3));
    let calls = AtomicUsize::new(0);
    let count = |progress: Progress| {
        assert_eq!(progress.total, 9);
        calls.fetch_add(1, Relaxed);
        ControlFlow::Continue(())
    };
    let second = render_with(&prompts, folder.path(), 2, &chain, &count).value.unwrap();
    assert_eq!((second.spoken, second.stopped, second.prompts.len()), (6, false, 9));
    assert_eq!(calls.into_inner(), 9);
}

#[test]
fn two_runs_at_once_on_one_cache_do_not_disturb_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let prompts = programme();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let made = render(&prompts, folder.path(), 1);
                assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
                assert_eq!(made.value.unwrap().prompts.len(), 9);
            });
        }
    });
    let alone = tempfile::tempdir().unwrap();
    assert!(render(&prompts, alone.path(), 2).diagnostics.is_empty());
    assert!(files(&folder.path().join("out")) == files(&alone.path().join("out")));
    assert_eq!(files(&folder.path().join("cache")).len(), 9, "no temporary file stays");
}

#[test]
fn a_prompt_that_cannot_be_said_is_named_and_the_others_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let prompts = [
        prompt("kyrillisch", "Влада", Pace::Normal),
        prompt("gemischt", "Lesung mit Влада und Şahin", Pace::Normal),
        prompt("deutsch", "Guten Tag", Pace::Normal),
    ];
    let made = render(&prompts, folder.path(), 2);
    let rules: Vec<_> = made.diagnostics.iter().map(|d| (d.rule, d.severity, format!("{:?}", d.arguments))).collect();
    assert_eq!(
        rules,
        [
            ("prompt-silent", Severity::Error, r#"[("prompts", List(["kyrillisch"]))]"#.to_owned()),
            ("voice-cannot-say", Severity::Warning, r#"[("words", List(["Влада"]))]"#.to_owned()),
        ]
    );
    let again = render(&prompts, folder.path(), 2);
    assert_eq!(again.diagnostics, made.diagnostics, "told again when nothing has to be spoken");
    let names: Vec<String> = made.value.unwrap().prompts.into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["gemischt", "deutsch"]);
}

#[test]
fn a_folder_that_cannot_be_written_gives_one_sentence_and_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    // A file where the folder should be: works for every user, root too.
    std::fs::write(folder.path().join("out"), "old").unwrap();
    let made = render(&programme(), folder.path(), 2);
    assert_eq!(made.value.unwrap().prompts, []);
    assert_eq!(made.diagnostics.iter().map(|d| d.rule).collect::<Vec<_>>(), ["prompt-not-written"]);
    assert_eq!(std::fs::read_to_string(folder.path().join("out")).unwrap(), "old");
}

#[test]
fn a_cache_that_cannot_be_written_costs_time_but_no_prompt() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("cache"), "").unwrap();
    let made = render(&programme(), folder.path(), 2);
    assert_eq!(made.diagnostics.iter().map(|d| d.rule).collect::<Vec<_>>(), ["cache-not-written"]);
    assert_eq!(made.value.unwrap().prompts.len(), 9);
}

/// What a caller hears of an A-law file.
fn heard(bytes: &[u8]) -> Vec<f32> {
    bytes.iter().map(|byte| f32::from(codec::from_alaw(*byte))).collect()
}

#[test]
fn every_prompt_has_the_level_no_clipping_and_whole_packets() {
    let folder = tempfile::tempdir().unwrap();
    let made = render(&programme(), folder.path(), 2).value.unwrap();
    for prompt in &made.prompts {
        let bytes = std::fs::read(&prompt.path).unwrap();
        assert_eq!(bytes.len() % 160, 0);
        assert_eq!(bytes.len() as f64 / 8000.0, prompt.seconds);
        let samples = heard(&bytes);
        let db = level::relative_db(level::active_level(&samples, 8000).unwrap());
        assert!(db.abs() < 0.5, "{}: {db} dB", prompt.name);
        assert!((db - prompt.level_db).abs() < 0.1, "{}: {db} dB, told {}", prompt.name, prompt.level_db);
        // The highest interval of A-law begins at 31,744.
        assert!(samples.iter().all(|s| s.abs() < 30_000.0), "{}", prompt.name);
        assert!(samples[samples.len() - 480..].iter().all(|s| s.abs() <= 8.0), "{} ends in silence", prompt.name);
    }
}

#[test]
fn a_pause_is_exactly_as_long_in_the_file_as_asked_for() {
    let groups = Speech(vec![
        SpeechToken::Words("null zwei drei eins".into()),
        SpeechToken::Pause(Pause::Group),
        SpeechToken::Words("fünf null".into()),
    ]);
    let length = |group_ms: u32| {
        let folder = tempfile::tempdir().unwrap();
        let prompts = [Prompt { name: "nummer".into(), speech: groups.clone(), pace: Pace::Normal }];
        let chain = Chain { format: Format::Alaw, pauses: Pauses { group_ms, ..Pauses::default() } };
        let made = render_with(&prompts, folder.path(), 1, &chain, &|_| ControlFlow::Continue(()));
        made.value.unwrap().prompts[0].bytes
    };
    // Whole packets of 20 ms, so that padding does not blur the comparison.
    assert_eq!(length(400) - length(0), 8 * 400);
    assert_eq!(length(1000) - length(400), 8 * 600);
}
