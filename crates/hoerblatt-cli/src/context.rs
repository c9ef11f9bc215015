//! What every command gets: the language, the form of messages, and the two streams.

use crate::{exit::Exit, options, surroundings::Surroundings};
use clap::ArgMatches;
use hoerblatt::{
    Tongue,
    core::{Diagnostic, Severity, Sources},
    report::{self, Format, Report},
};
use std::{
    cell::Cell,
    io::{ErrorKind, Write, stderr, stdout},
    path::PathBuf,
};

/// The common options, understood.
#[derive(Debug)]
pub(crate) struct Context {
    /// The language of help, messages and reports.
    pub tongue: Tongue,
    /// The form of findings.
    pub format: Format,
    /// Errors only.
    pub quiet: bool,
    /// Every file, too.
    pub verbose: bool,
    /// Warnings count as failures.
    pub fail_on_warning: bool,
    /// Whether a moving line may show how far the work is.
    pub may_show_progress: bool,
    /// Where things are kept that can be made again.
    pub cache: Option<PathBuf>,
    colour: bool,
    output_failed: Cell<bool>,
}

impl Context {
    /// The context of a command.
    pub(crate) fn new(matches: &ArgMatches, around: &Surroundings, tongue: Tongue) -> Self {
        let plain = around.no_color || around.accessible;
        let colour = match matches.get_one::<String>("color").map(String::as_str) {
            Some("always") => true,
            Some("never") => false,
            _ => around.stderr_is_terminal && around.stdout_is_terminal && !plain,
        };
        let by_itself = if around.stderr_is_terminal && !plain { Format::Snippet } else { Format::Plain };
        let quiet = matches.get_flag("quiet");
        Self {
            tongue,
            format: options::format(matches).unwrap_or(by_itself),
            quiet,
            verbose: matches.get_flag("verbose"),
            fail_on_warning: matches.get_one::<String>("fail-on").is_some_and(|word| word == "warning"),
            may_show_progress: around.stderr_is_terminal && !around.accessible && !quiet,
            cache: around.cache.clone(),
            colour,
            output_failed: Cell::new(false),
        }
    }

    /// Prints what was asked for, on standard output. A reader that has gone away is no error; a full disk is one.
    pub(crate) fn print(&self, text: &str) {
        self.print_bytes(text.as_bytes());
    }

    /// The same for bytes.
    pub(crate) fn print_bytes(&self, bytes: &[u8]) {
        let mut out = stdout().lock();
        if let Err(error) = out.write_all(bytes).and_then(|()| out.flush()) {
            self.output_failed.set(self.output_failed.get() || error.kind() != ErrorKind::BrokenPipe);
        }
    }

    /// Tells how it went: a line on standard output, unless only errors are wanted or a program reads.
    pub(crate) fn tell(&self, line: &str) {
        if !self.quiet && self.format != Format::Json {
            self.print(&format!("{line}\n"));
        }
    }

    /// Says something on standard error.
    pub(crate) fn say(&self, text: &str) {
        // There is nobody left to tell if this fails.
        let _ = stderr().lock().write_all(text.as_bytes());
    }

    /// Shows findings on standard error, in the form that was asked for.
    pub(crate) fn report(&self, sources: &Sources, findings: &[Diagnostic]) {
        let shown = self.shown(findings);
        let format = if self.format == Format::Sarif { Format::Plain } else { self.format };
        if !shown.is_empty() && format != Format::Json {
            self.say(&self.as_report(sources, &shown).render(format));
        }
    }

    /// One finding without a place.
    pub(crate) fn report_one(&self, finding: &Diagnostic) {
        if self.format == Format::Json {
            self.print(&self.as_report(&Sources::default(), std::slice::from_ref(finding)).render(Format::Json));
        } else {
            self.report(&Sources::default(), std::slice::from_ref(finding));
        }
    }

    /// The findings that are to be shown, in a reader's order.
    pub(crate) fn shown(&self, findings: &[Diagnostic]) -> Vec<Diagnostic> {
        let mut shown: Vec<Diagnostic> =
            findings.iter().filter(|finding| !self.quiet || finding.severity == Severity::Error).cloned().collect();
        report::sort(&mut shown);
        shown
    }

    /// Findings as a report in this context.
    pub(crate) fn as_report<'a>(&self, sources: &'a Sources, findings: &'a [Diagnostic]) -> Report<'a> {
        Report { sources, findings, tongue: self.tongue, colour: self.colour }
    }

    /// The end of a run, worse if its output could not be printed.
    pub(crate) fn end(&self, exit: Exit) -> Exit {
        if self.output_failed.get() {
            self.say(self.tongue.of(
                "Fehler: Die Ausgabe konnte nicht geschrieben werden. Prüfen Sie, ob der Datenträger voll ist.\n",
                "error: The output could not be written. Check whether the disk is full.\n",
            ));
            return Exit::Outside;
        }
        exit
    }
}
