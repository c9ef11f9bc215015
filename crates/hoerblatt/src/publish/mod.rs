//! A publication → everything that is made of it: plan → parallel work → one set of files.
//!
//! The work is cut into jobs, one per district and kind of output. A job that fails, or even panics, leaves its own files as the run
//! before made them and stops no other. Files go through [`write`](crate::write), so that a set is all old or all new.

#[cfg(feature = "pdf")]
pub mod flyers;
#[cfg(feature = "phone")]
pub mod line;
#[cfg(feature = "ssml")]
mod scripts;
#[cfg(feature = "web")]
mod web;

pub use crate::manifest::Output;

use crate::{
    manifest::Entry,
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
    collections::{BTreeMap, BTreeSet},
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
    /// For which exchanges; empty means all.
    #[cfg(feature = "phone")]
    pub targets: BTreeSet<line::Target>,
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
struct Work<'w> {
    project: &'w Project,
    publication: &'w Publication,
    composition: &'w Composition<'w>,
    documents: BTreeMap<Id<District>, Document>,
    options: &'w PublishOptions,
    asked: &'w BTreeSet<Output>,
    stage: &'w Stage<'w>,
    progress: &'w dyn Progress,
    #[cfg(feature = "pdf")]
    press: Option<hoerblatt_pdf::Press>,
}

/// One piece of work: an output of one district, or of the whole.
struct Job<'w> {
    output: Output,
    district: Option<&'w Id<District>>,
    run: Box<dyn Fn() -> Vec<Diagnostic> + Send + Sync + 'w>,
}

/// Files of the set that this run could not make: an output, of a district or of the whole.
type Failed = BTreeSet<(Output, Option<String>)>;

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
    let asked = if options.only.is_empty() { available() } else { options.only.clone() };
    let stage = folder.stage();
    let failed = on_threads(options.jobs, || {
        let work = Work {
            project,
            publication,
            composition: &composition,
            documents: documents(publication, &composition),
            options,
            asked: &asked,
            stage: &stage,
            progress,
            #[cfg(feature = "pdf")]
            press: None,
        };
        work_off(work, findings)
    });
    // A full disk is the end of the whole run, not of one district: the old set stays.
    if findings.iter().any(|finding| is_about_writing(finding.rule)) {
        return None;
    }
    let keeps = |entry: &Entry| {
        let ours =
            options.district.as_ref().is_none_or(|id| entry.district.as_deref().is_none_or(|of| of == id.as_str()));
        !(ours && is_asked(&asked, entry)) || failed.contains(&(entry.output, entry.district.clone()))
    };
    stage.commit(&publication.title.text, options.placing, keeps).map_err(|finding| findings.push(finding)).ok()
}

/// Whether this run was to make such a file. Prompts belong to the line: they are made with it and go with it.
fn is_asked(asked: &BTreeSet<Output>, entry: &Entry) -> bool {
    asked.contains(&entry.output) || (entry.output == Output::Audio && asked.contains(&Output::Phone))
}

fn is_about_writing(rule: &str) -> bool {
    matches!(rule, "disk-full" | "output-forbidden" | "output-is-file" | "output-failed")
}

/// The documents of all districts.
pub fn documents(publication: &Publication, composition: &Composition<'_>) -> BTreeMap<Id<District>, Document> {
    let document = |district: &District| {
        let document = composition.document(&Scope::District(district.id.clone()))?;
        Some((district.id.clone(), document))
    };
    publication.districts.iter().filter_map(document).collect()
}

/// Does everything and says what failed.
fn work_off(work: Work<'_>, findings: &mut Vec<Diagnostic>) -> Failed {
    let mut failed = Failed::new();
    #[cfg(feature = "pdf")]
    let work = with_press(work, findings, &mut failed);
    do_jobs(&plan(&work), work.progress, findings, &mut failed);
    #[cfg(feature = "phone")]
    if work.asked.contains(&Output::Phone) || work.asked.contains(&Output::Audio) {
        make_line(&work, findings, &mut failed);
    }
    failed
}

#[cfg(feature = "pdf")]
fn with_press<'w>(mut work: Work<'w>, findings: &mut Vec<Diagnostic>, failed: &mut Failed) -> Work<'w> {
    if work.asked.contains(&Output::Flyers) {
        let options = flyers::options(work.publication, &work.project.pictures);
        work.press = flyers::press(work.documents.values(), &options, findings);
        if work.press.is_none() {
            failed.extend(work.documents.keys().map(|id| (Output::Flyers, Some(id.as_str().to_owned()))));
        }
    }
    work
}

fn do_jobs(jobs: &[Job<'_>], progress: &dyn Progress, findings: &mut Vec<Diagnostic>, failed: &mut Failed) {
    let (done, total) = (AtomicUsize::new(0), jobs.len());
    let run = |job: &Job<'_>| {
        let fault = |_| vec![rules::internal_fault(None, part(job))];
        let found = catch_unwind(AssertUnwindSafe(&job.run)).unwrap_or_else(fault);
        progress.step(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        found
    };
    let results: Vec<Vec<Diagnostic>> = jobs.par_iter().map(run).collect();
    for (job, found) in jobs.iter().zip(results) {
        if found.iter().any(|finding| finding.severity == Severity::Error) {
            failed.insert((job.output, job.district.map(|id| id.as_str().to_owned())));
        }
        findings.extend(found);
    }
}

/// Cuts the work into jobs.
fn plan<'w>(work: &'w Work<'w>) -> Vec<Job<'w>> {
    type Make = fn(&Work<'_>, &Id<District>) -> Vec<Diagnostic>;
    let makers: &[(Output, Make)] = &[
        #[cfg(feature = "pdf")]
        (Output::Flyers, flyers::make),
        #[cfg(feature = "ssml")]
        (Output::Scripts, scripts::make),
        #[cfg(feature = "web")]
        (Output::Web, web::district),
    ];
    let chosen = |district: &&District| work.options.district.as_ref().is_none_or(|id| *id == district.id);
    let mut jobs: Vec<Job<'w>> = Vec::new();
    for district in work.publication.districts.iter().filter(chosen) {
        for &(output, make) in makers.iter().filter(|(output, _)| work.asked.contains(output)) {
            let run = Box::new(move || make(work, &district.id));
            jobs.push(Job { output, district: Some(&district.id), run });
        }
    }
    #[cfg(feature = "web")]
    if work.asked.contains(&Output::Web) {
        jobs.push(Job { output: Output::Web, district: None, run: Box::new(move || web::whole(work)) });
    }
    jobs
}

fn part(job: &Job<'_>) -> String {
    let district = job.district.map(|id| format!("/{id}")).unwrap_or_default();
    format!("{}{district}", job.output.word())
}

/// The telephone line; it is one for all districts.
#[cfg(feature = "phone")]
fn make_line(work: &Work<'_>, findings: &mut Vec<Diagnostic>, failed: &mut Failed) {
    let mut found = Vec::new();
    let made = catch_unwind(AssertUnwindSafe(|| {
        let flow = line::flow(work.project, work.publication, work.composition, &work.documents, &mut found)?;
        line::make(work, &flow, &mut found)
    }));
    if made.is_err() {
        found.push(rules::internal_fault(None, Output::Phone.word()));
    }
    if !matches!(made, Ok(Some(()))) {
        failed.extend([(Output::Phone, None), (Output::Audio, None)]);
    }
    findings.extend(found);
}

impl Work<'_> {
    /// Writes a file of a district; a failure becomes a finding.
    fn write(&self, path: &str, bytes: &[u8], output: Output, district: &Id<District>, findings: &mut Vec<Diagnostic>) {
        findings.extend(self.stage.write(path, bytes, output, Some(district.as_str())).err());
    }

    /// Whether a file will stand in the finished set: made by this run, or left by the one before.
    #[cfg(feature = "web")]
    fn will_be_there(&self, path: &str, output: Output) -> bool {
        self.asked.contains(&output) || self.stage.was_there(path)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_one_job_leaves_the_others() {
        let district = Id::new("hoerde").expect("an id");
        let job = |output, run: fn() -> Vec<Diagnostic>| Job { output, district: Some(&district), run: Box::new(run) };
        let jobs = [job(Output::Flyers, || panic!("a fault of ours")), job(Output::Scripts, Vec::new)];
        let (mut findings, mut failed) = (Vec::new(), Failed::new());
        do_jobs(&jobs, &(), &mut findings, &mut failed);
        assert_eq!(findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["internal-fault"]);
        assert_eq!(failed.into_iter().collect::<Vec<_>>(), [(Output::Flyers, Some("hoerde".to_owned()))]);
    }
}
