//! A publication → everything that is made of it: plan → parallel work → one set of files.
//!
//! The work is cut into jobs, one per district and kind of output. A job that fails, or even panics, leaves its own files as the run
//! before made them and stops no other. Files go through [`write`](crate::write), so that a set is all old or all new.

#[cfg(feature = "ssml")]
mod scripts;

pub use crate::manifest::Output;

use crate::{
    load::Pictures,
    project::{Project, language_of},
    report, rules,
    write::{OutputFolder, Placing, Stage, Written},
};
use chrono::NaiveDate;
use hoerblatt_core::{
    Diagnostic, Document, Scope, Severity,
    compose::Composition,
    model::{District, Id, Publication},
};
use rayon::prelude::*;
use std::{
    collections::BTreeSet,
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

/// Hears how far the work is; called from any thread.
pub trait Progress: Sync {
    /// `done` of `total` pieces are finished.
    fn step(&self, done: usize, total: usize);
}

impl Progress for () {
    fn step(&self, _: usize, _: usize) {}
}

/// What to publish, and how.
#[derive(Debug, Clone, Default)]
pub struct PublishOptions {
    /// Which outputs; empty means all that this build can make.
    pub only: BTreeSet<Output>,
    /// One district instead of all; the telephone line is always for all.
    pub district: Option<Id<District>>,
    /// How many threads; `None` means one per core.
    pub jobs: Option<NonZero<usize>>,
    /// The day from which "past" and "new" are reckoned.
    pub today: Option<NaiveDate>,
    /// Where spoken prompts are kept from run to run; `None`: in the output folder.
    pub cache: Option<PathBuf>,
    /// How long another run on the same folder is waited for.
    pub patience: Duration,
    /// How the files get into place.
    pub placing: Placing,
}

/// What a run made and found.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// What was written; `None` where nothing could be.
    pub written: Option<Written>,
    /// Everything that was found, those of reading included, in a reader's order.
    pub findings: Vec<Diagnostic>,
}

/// The outputs that this build can make.
pub fn available() -> BTreeSet<Output> {
    let built = |output: &Output| match output {
        Output::Flyers => cfg!(feature = "pdf"),
        Output::Scripts => cfg!(feature = "ssml"),
        Output::Phone => cfg!(feature = "phone"),
        Output::Audio => cfg!(all(feature = "phone", feature = "voice")),
        Output::Web => cfg!(feature = "web"),
    };
    Output::ALL.into_iter().filter(built).collect()
}

/// Publishes a project into the folder `out`.
pub fn publish(project: &Project, out: &Path, options: &PublishOptions, progress: &dyn Progress) -> Outcome {
    let mut findings = project.findings.clone();
    let written = run(project, out, options, progress, &mut findings);
    report::sort(&mut findings);
    Outcome { written, findings }
}

/// What every job sees.
pub(crate) struct Work<'w> {
    pub(crate) publication: &'w Publication,
    pub(crate) composition: &'w Composition<'w>,
    pub(crate) pictures: &'w Pictures,
    pub(crate) options: &'w PublishOptions,
    pub(crate) stage: &'w Stage<'w>,
    pub(crate) progress: &'w dyn Progress,
}

/// One piece of work: an output of one district, or of the whole.
struct Job<'w> {
    output: Output,
    district: Option<&'w Id<District>>,
    run: Box<dyn Fn() -> Vec<Diagnostic> + Send + Sync + 'w>,
}

fn run(
    project: &Project,
    out: &Path,
    options: &PublishOptions,
    progress: &dyn Progress,
    findings: &mut Vec<Diagnostic>,
) -> Option<Written> {
    let publication = project.publication.as_ref()?;
    let language = language_of(publication).map_err(|finding| findings.push(finding)).ok()?;
    let folder = OutputFolder::open(out, options.patience).map_err(|finding| findings.push(finding)).ok()?;
    let composition = Composition::new(publication, language.as_ref(), options.today);
    findings.extend(composition.diagnostics.iter().cloned());
    let stage = folder.stage();
    let asked: BTreeSet<Output> = match options.only.is_empty() {
        true => available(),
        false => options.only.clone(),
    };
    let work =
        Work { publication, composition: &composition, pictures: &project.pictures, options, stage: &stage, progress };
    let failed = on_threads(options.jobs, || work_off(&work, &asked, findings));
    // A full disk is the end of the whole run, not of one district: the old set stays.
    if findings.iter().any(|finding| is_about_writing(finding.rule)) {
        return None;
    }
    let keeps = |entry: &crate::manifest::Entry| {
        let district = entry.district.as_deref();
        let asked_for = asked.contains(&entry.output)
            && options.district.as_ref().is_none_or(|id| district.is_none_or(|d| d == id.as_str()));
        !asked_for || failed.contains(&(entry.output, entry.district.clone()))
    };
    stage.commit(&publication.title.text, options.placing, keeps).map_err(|finding| findings.push(finding)).ok()
}

fn is_about_writing(rule: &str) -> bool {
    matches!(rule, "disk-full" | "output-forbidden" | "output-is-file" | "output-failed")
}

/// Does all jobs and says which of them failed.
fn work_off(
    work: &Work<'_>,
    asked: &BTreeSet<Output>,
    findings: &mut Vec<Diagnostic>,
) -> BTreeSet<(Output, Option<String>)> {
    let jobs = plan(work, asked);
    let (done, total) = (AtomicUsize::new(0), jobs.len());
    let results: Vec<Vec<Diagnostic>> = jobs
        .par_iter()
        .map(|job| {
            let found = catch_unwind(AssertUnwindSafe(&job.run))
                .unwrap_or_else(|_| vec![rules::internal_fault(None, part(job))]);
            work.progress.step(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            found
        })
        .collect();
    let mut failed = BTreeSet::new();
    for (job, found) in jobs.iter().zip(results) {
        if found.iter().any(|finding| finding.severity == Severity::Error) {
            failed.insert((job.output, job.district.map(|id| id.as_str().to_owned())));
        }
        findings.extend(found);
    }
    failed
}

fn part(job: &Job<'_>) -> String {
    let district = job.district.map(|id| format!("/{id}")).unwrap_or_default();
    format!("{}{district}", job.output.word())
}

/// Cuts the work into jobs.
fn plan<'w>(work: &'w Work<'w>, asked: &BTreeSet<Output>) -> Vec<Job<'w>> {
    let mut jobs: Vec<Job<'w>> = Vec::new();
    let chosen = |district: &&District| work.options.district.as_ref().is_none_or(|id| *id == district.id);
    for district in work.publication.districts.iter().filter(chosen) {
        let mut add = |output, run: fn(&Work<'_>, &Id<District>) -> Vec<Diagnostic>| {
            if asked.contains(&output) {
                jobs.push(Job { output, district: Some(&district.id), run: Box::new(move || run(work, &district.id)) });
            }
        };
        #[cfg(feature = "ssml")]
        add(Output::Scripts, scripts::make);
    }
    jobs
}

impl Work<'_> {
    /// The document of a district.
    pub(crate) fn document(&self, district: &Id<District>) -> Option<Document> {
        self.composition.document(&Scope::District(district.clone()))
    }

    /// Writes a file of a district; a failure becomes a finding.
    pub(crate) fn write(
        &self,
        path: &str,
        bytes: &[u8],
        output: Output,
        district: &Id<District>,
        findings: &mut Vec<Diagnostic>,
    ) {
        findings.extend(self.stage.write(path, bytes, output, Some(district.as_str())).err());
    }
}

/// Runs on `jobs` threads.
fn on_threads<T: Send>(jobs: Option<NonZero<usize>>, run: impl FnOnce() -> T + Send) -> T {
    let pool = jobs.and_then(|jobs| rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build().ok());
    match pool {
        Some(pool) => pool.install(run),
        None => run(),
    }
}
