//! How a run ends: the exit codes that scripts rely on.

use hoerblatt::core::{Diagnostic, Severity, Topic};
use std::process::ExitCode;

/// The exit codes of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: done; warnings may have been printed.
    Done,
    /// 1: errors found; nothing usable.
    Errors,
    /// 2: wrong usage.
    Usage,
    /// 3: done in part; the report names what failed.
    Part,
    /// 4: something outside is missing or failed.
    Outside,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl Exit {
    /// How a run ends that made something, by what was found on the way.
    pub(crate) fn after_making(findings: &[Diagnostic], fail_on_warning: bool) -> Self {
        let has = |severity| findings.iter().any(|finding| finding.severity == severity);
        match (has(Severity::Error), has(Severity::Warning)) {
            (true, _) => Self::Part,
            (false, true) if fail_on_warning => Self::Errors,
            _ => Self::Done,
        }
    }

    /// How a run ends that made nothing.
    pub(crate) fn after_nothing(findings: &[Diagnostic]) -> Self {
        let outside = |finding: &Diagnostic| finding.severity == Severity::Error && finding.topic == Topic::Outside;
        if findings.iter().any(outside) { Self::Outside } else { Self::Errors }
    }

    /// How a check ends.
    pub(crate) fn after_check(findings: &[Diagnostic], fail_on_warning: bool) -> Self {
        match Self::after_making(findings, fail_on_warning) {
            Self::Part => Self::after_nothing(findings),
            exit => exit,
        }
    }
}
