//! A list of prompts becomes a folder of sound files.

use crate::{Cache, Chain, Key, Sound, Speaker, Voice, VoiceError, cache::write_whole, rules};
use hoerblatt_core::{Checked, Diagnostic, Pace, Speech};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
    },
};

/// Something to be said, and what its file is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The file's name without extension; it may have folders, parted by `/`.
    pub name: String,
    /// What is said.
    pub speech: Speech,
    /// How fast.
    pub pace: Pace,
}

/// A prompt that is there as a file.
#[derive(Debug, Clone, PartialEq)]
pub struct RenderedPrompt {
    /// Its name, as asked for.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// How long it plays.
    pub seconds: f64,
    /// Its active-speech level in dB relative to an RMS of 2600; within ±0.5.
    pub level_db: f64,
    /// Length of the file.
    pub bytes: usize,
}

/// What a run made.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendering {
    /// The prompts that are there, in the order asked for.
    pub prompts: Vec<RenderedPrompt>,
    /// How many sounds were spoken in this run; the others were in the cache.
    pub spoken: usize,
    /// Whether the run was stopped before its end. What it spoke is in the cache; the next run goes on from there.
    pub stopped: bool,
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Sounds that are done, found or failed.
    pub done: usize,
    /// All of them.
    pub total: usize,
}

/// Who speaks, and how it is made ready.
#[derive(Debug, Clone, Copy)]
pub struct Studio<'s> {
    /// The voice.
    pub speaker: &'s Speaker,
    /// Format and pauses.
    pub chain: &'s Chain,
    /// Where rendered sounds are kept from run to run.
    pub cache: &'s Cache,
}

impl Studio<'_> {
    /// Speaks what the cache does not hold and writes every prompt into `out` as `<name>.<extension>`.
    ///
    /// Runs on all threads of the current rayon pool. `progress` is called after each sound, from any thread; when it breaks,
    /// the run ends soon. A prompt that fails is reported and left out; the others are written. The same prompts give
    /// the same files on any number of threads, with an empty cache or a full one.
    pub fn render(
        &self,
        prompts: &[Prompt],
        out: &Path,
        progress: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Checked<Rendering> {
        let keys: Vec<Key> = prompts.iter().map(|prompt| self.key(prompt)).collect();
        let jobs = self.jobs(prompts, &keys);
        let run = Run {
            studio: *self,
            jobs: &jobs,
            next: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
            stopped: AtomicBool::new(false),
            progress,
            findings: Mutex::default(),
        };
        let found = run.all();
        let findings = run.findings.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut diagnostics = findings.diagnostics();
        let unsayable: BTreeSet<String> = prompts.iter().flat_map(|p| self.speaker.unsayable(&p.speech)).collect();
        if !unsayable.is_empty() {
            diagnostics.push(rules::voice_cannot_say(None, Vec::from_iter(unsayable)));
        }
        let mut written = Vec::with_capacity(prompts.len());
        let mut full = BTreeMap::new();
        for (prompt, key) in prompts.iter().zip(&keys) {
            let Some(sound) = found.get(key) else { continue };
            let path = out.join(format!("{}.{}", prompt.name, self.chain.format.extension()));
            match deliver(&path, &sound.bytes) {
                Ok(()) => written.push(RenderedPrompt {
                    name: prompt.name.clone(),
                    path,
                    seconds: sound.samples as f64 / f64::from(self.chain.format.rate_hz()),
                    level_db: sound.level_db,
                    bytes: sound.bytes.len(),
                }),
                // A disk that is full for one prompt is full for all: one sentence tells it.
                Err(error) => drop(full.entry(error.to_string()).or_insert(path)),
            }
        }
        for (reason, path) in full {
            diagnostics.push(rules::prompt_not_written(None, path.to_string_lossy().into_owned(), reason));
        }
        Checked::with(
            Rendering { prompts: written, spoken: findings.spoken, stopped: run.stopped.into_inner() },
            diagnostics,
        )
    }

    /// The name of a prompt's sound; equal for prompts that sound alike.
    pub fn key(&self, prompt: &Prompt) -> Key {
        Key::new(&self.speaker.id(), &prompt.speech, prompt.pace, self.chain)
    }

    /// Each sound once, the longest first, so that no thread is left with a long one at the end.
    fn jobs<'p>(&self, prompts: &'p [Prompt], keys: &[Key]) -> Vec<Job<'p>> {
        let mut jobs: BTreeMap<&Key, Job<'p>> = BTreeMap::new();
        for (prompt, key) in prompts.iter().zip(keys) {
            let job = Job { key: key.clone(), prompt, length: prompt.speech.to_line().len() };
            jobs.entry(key).or_insert(job);
        }
        let mut jobs: Vec<Job<'p>> = jobs.into_values().collect();
        jobs.sort_by_key(|job| std::cmp::Reverse(job.length));
        jobs
    }
}

struct Job<'p> {
    key: Key,
    prompt: &'p Prompt,
    length: usize,
}

struct Run<'r> {
    studio: Studio<'r>,
    jobs: &'r [Job<'r>],
    next: AtomicUsize,
    done: AtomicUsize,
    stopped: AtomicBool,
    progress: &'r (dyn Fn(Progress) -> ControlFlow<()> + Sync),
    findings: Mutex<Findings>,
}

impl Run<'_> {
    fn all(&self) -> BTreeMap<Key, Sound> {
        let found = Mutex::new(BTreeMap::new());
        rayon::scope(|scope| {
            for _ in 0..rayon::current_num_threads().min(self.jobs.len()) {
                scope.spawn(|_| {
                    let mine = self.one_thread();
                    found.lock().unwrap_or_else(PoisonError::into_inner).extend(mine);
                });
            }
        });
        found.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn one_thread(&self) -> Vec<(Key, Sound)> {
        let mut voice = None;
        let mut mine = Vec::new();
        while let Some(job) = self.jobs.get(self.next.fetch_add(1, Relaxed)) {
            if self.stopped.load(Relaxed) {
                break;
            }
            mine.extend(self.one(job, &mut voice).map(|sound| (job.key.clone(), sound)));
            let done = self.done.fetch_add(1, Relaxed) + 1;
            if (self.progress)(Progress { done, total: self.jobs.len() }).is_break() {
                self.stopped.store(true, Relaxed);
            }
        }
        mine
    }

    fn one(&self, job: &Job<'_>, voice: &mut Option<Box<dyn Voice>>) -> Option<Sound> {
        let Studio { speaker, chain, cache } = self.studio;
        let speech = &job.prompt.speech;
        if let Some(sound) = cache.get(&job.key) {
            return Some(sound);
        }
        if voice.is_none() {
            *voice = self.note(job, speaker.start());
        }
        let voice = voice.as_mut()?;
        let sound = self.note(job, chain.render(voice.as_mut(), speech, job.prompt.pace))?;
        let kept = cache.put(&job.key, &sound);
        let mut findings = self.findings.lock().unwrap_or_else(PoisonError::into_inner);
        findings.spoken += 1;
        if let Err(error) = kept {
            findings.cache_faults.insert(error.to_string());
        }
        Some(sound)
    }

    fn note<T>(&self, job: &Job<'_>, result: Result<T, VoiceError>) -> Option<T> {
        let error = match result {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        if matches!(error, VoiceError::NotFound { .. } | VoiceError::NotStarted { .. }) {
            // It will not be found for the next prompt either.
            self.stopped.store(true, Relaxed);
        }
        let mut findings = self.findings.lock().unwrap_or_else(PoisonError::into_inner);
        findings.failed.entry(error).or_default().insert(job.prompt.name.clone());
        None
    }
}

/// What went wrong, gathered from all threads; sorted, so that a report does not depend on who was first.
#[derive(Default)]
struct Findings {
    spoken: usize,
    failed: BTreeMap<VoiceError, BTreeSet<String>>,
    cache_faults: BTreeSet<String>,
}

impl Findings {
    fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut all: Vec<Diagnostic> = self
            .failed
            .iter()
            .map(|(error, names)| rules::from_error(error, names.iter().cloned().collect()))
            .collect();
        all.extend(self.cache_faults.iter().map(|reason| rules::cache_not_written(None, reason)));
        all
    }
}

/// Writes a prompt unless the same is there already.
fn deliver(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "compares what was exported before with what is to be exported")]
    let same = std::fs::read(path).is_ok_and(|there| there == bytes);
    if same {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    write_whole(path, &[bytes])
}
