//! The whole-project check: what is wrong, missing, or reads, looks or sounds badly.
//!
//! It runs everything that publishing runs, without writing, and asks besides what no single room can know: whether a reader finds the
//! time, the place and somebody to call, and whether the text is easy to read.

mod missing;
pub(crate) mod prose;
mod readability;
mod reads;

pub use readability::Score;

use crate::{Tongue, project::Project, report};
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
    /// How long callers wait for their own district, in seconds.
    pub way: Option<Way>,
}

/// How long a caller waits for the own district.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// In the longest case, in seconds.
    pub worst: f64,
    /// On average over the districts, in seconds.
    pub mean: f64,
}

impl Examination {
    /// What is worth knowing beside the findings, a sentence each.
    pub fn remarks(&self, tongue: Tongue) -> Vec<String> {
        let way = self.way.map(|way| {
            let (worst, mean) = (tongue.decimal(way.worst), tongue.decimal(way.mean));
            tongue.of(
                format!(
                    "Am Telefon dauert es bis zum eigenen Stadtbezirk höchstens {worst} Sekunden, im Mittel {mean}."
                ),
                format!("On the telephone it takes at most {worst} seconds to the own district, {mean} on average."),
            )
        });
        way.into_iter().collect()
    }
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
            }
        }
    }
    report::sort(&mut examination.findings);
    examination
}
