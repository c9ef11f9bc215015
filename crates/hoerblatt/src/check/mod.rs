//! The whole-project check: what is wrong, missing, or reads, looks or sounds badly.
//!
//! It runs everything that publishing runs, without writing, and asks besides what no single room can know: whether a reader finds the
//! time, the place and somebody to call, and whether the text is easy to read.

mod made;
mod missing;
pub(crate) mod prose;
mod readability;
mod reads;

pub use readability::Score;

use crate::{project::Project, report};
use chrono::NaiveDate;
use hoerblatt_core::{Diagnostic, compose::Composition};

/// What to check against.
#[derive(Debug, Clone, Copy, Default)]
pub struct CheckOptions {
    /// The day from which "past" is reckoned; without it, events before the article's day are what is past.
    pub today: Option<NaiveDate>,
}

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct Examination {
    /// The findings, in a reader's order.
    pub findings: Vec<Diagnostic>,
    /// How easily each section of the article reads.
    pub scores: Vec<Score>,
}

/// Checks a project.
pub fn check(project: &Project, options: &CheckOptions) -> Examination {
    let mut examination = Examination { findings: project.findings.clone(), ..Examination::default() };
    if let Some(publication) = &project.publication {
        let findings = &mut examination.findings;
        missing::check(publication, findings);
        match project.language() {
            Err(finding) => findings.push(finding),
            Ok(language) => {
                reads::check(project, publication, language.as_ref(), options.today, findings);
                examination.scores = readability::scores(publication, language.as_ref(), findings);
                let composition = Composition::new(publication, language.as_ref(), options.today);
                findings.extend(composition.diagnostics.iter().cloned());
                made::check(project, publication, &composition, findings);
            }
        }
    }
    report::sort(&mut examination.findings);
    examination
}
