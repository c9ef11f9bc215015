//! What is wrong? A [`Diagnostic`] names a rule, a place and typed arguments; it holds no sentence of any language.
//!
//! The sentences live in the door crate, one file per language, so that they are reviewed as text. A rule is declared once
//! with [`rules!`](crate::rules!), which makes a constructor with typed arguments and an entry in the crate's `ALL`.

use crate::Span;
use chrono::{NaiveDate, NaiveTime};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; the output is right.
    Note,
    /// The output exists, but a reader or caller will miss something.
    Warning,
    /// The item (an event, a district, a picture, a file) is left out.
    Error,
}

/// What a rule is about; the report of `check` is grouped by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The files contradict themselves or cannot be read.
    Wrong,
    /// Something a reader or caller needs is not there.
    Missing,
    /// It will read badly.
    Reads,
    /// It will look bad.
    Looks,
    /// It will sound bad.
    Sounds,
    /// Something outside failed: a program, a folder, a disk.
    Outside,
}

/// A rule as declared: the id under which `explain` finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleInfo {
    /// Stable id in kebab case, e.g. `event-ends-before-start`.
    pub id: &'static str,
    /// Its usual severity.
    pub severity: Severity,
    /// Its chapter in the report.
    pub topic: Topic,
    /// Names of its arguments, as used in the sentences' templates.
    pub arguments: &'static [&'static str],
}

/// A typed value inside a diagnostic; the renderer writes it in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// Text from the data or a name of a key; quoted by the template, cleaned of control characters by the renderer.
    Text(String),
    /// A count or a whole number.
    Number(i64),
    /// A measured number.
    Decimal(f64),
    /// A calendar date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// Several texts, joined by the renderer.
    List(Vec<String>),
}

macro_rules! argument_from {
    ($($from:ty => $to:ident),* $(,)?) => {$(
        impl From<$from> for Argument { fn from(value: $from) -> Self { Self::$to(value.into()) } }
    )*};
}
argument_from! { &str => Text, String => Text, &String => Text, i64 => Number, i32 => Number, u32 => Number, f64 => Decimal, f32 => Decimal,
NaiveDate => Date, NaiveTime => Time, Vec<String> => List }
impl From<usize> for Argument {
    fn from(value: usize) -> Self {
        Self::Number(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

/// Something found in the data: rule, place, arguments.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Id of the rule.
    pub rule: &'static str,
    /// Severity of this finding.
    pub severity: Severity,
    /// Chapter of the report.
    pub topic: Topic,
    /// Where in the sources, if anywhere.
    pub span: Option<Span>,
    /// Arguments by name, in the order of the rule's declaration.
    pub arguments: Vec<(&'static str, Argument)>,
    /// Other places that belong to it ("first used here").
    pub notes: Vec<Span>,
}

impl Diagnostic {
    /// Builds a finding; called by the constructors that [`rules!`](crate::rules!) makes.
    pub fn new(rule: &RuleInfo, span: Option<Span>, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { rule: rule.id, severity: rule.severity, topic: rule.topic, span, arguments, notes: Vec::new() }
    }

    /// Adds another place that belongs to the finding.
    #[must_use]
    pub fn note(mut self, span: Option<Span>) -> Self {
        self.notes.extend(span);
        self
    }

    /// The argument called `name`.
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }
}

/// A result that may be there *and* carry findings.
///
/// `value` is `None` only where nothing usable could be made; a broken item inside a usable whole is left out and reported.
#[derive(Debug, Clone)]
#[must_use]
pub struct Checked<T> {
    /// What could be made.
    pub value: Option<T>,
    /// Everything that was found on the way.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value without findings.
    pub fn ok(value: T) -> Self {
        Self { value: Some(value), diagnostics: Vec::new() }
    }

    /// A value with findings.
    pub fn with(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value: Some(value), diagnostics }
    }

    /// Nothing but findings.
    pub fn failed(diagnostics: Vec<Diagnostic>) -> Self {
        Self { value: None, diagnostics }
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }

    /// Moves the findings into `all` and hands the value on.
    pub fn report_to(self, all: &mut Vec<Diagnostic>) -> Option<T> {
        all.extend(self.diagnostics);
        self.value
    }

    /// Changes the value, keeps the findings.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Checked<U> {
        Checked { value: self.value.map(change), diagnostics: self.diagnostics }
    }
}

/// Declares rules: for each a constructor `fn name(span, arguments…) -> Diagnostic`, and `ALL` with every declaration.
///
/// ```
/// hoerblatt_core::rules! {
///     /// An event has no time.
///     Warning Missing event_without_time = "event-without-time" { title };
/// }
/// let finding = event_without_time(None, "Tanzcafé");
/// assert_eq!(finding.rule, "event-without-time");
/// assert_eq!(ALL[0].arguments, ["title"]);
/// ```
#[macro_export]
macro_rules! rules {
    ($($(#[$doc:meta])+ $severity:ident $topic:ident $name:ident = $id:literal { $($argument:ident),* $(,)? };)+) => {
        /// Every rule declared here, in the order of declaration.
        pub const ALL: &[$crate::RuleInfo] = &[$($crate::RuleInfo {
            id: $id, severity: $crate::Severity::$severity, topic: $crate::Topic::$topic, arguments: &[$(stringify!($argument)),*],
        }),+];
        $($(#[$doc])+
        pub fn $name(span: impl Into<Option<$crate::Span>>, $($argument: impl Into<$crate::Argument>),*) -> $crate::Diagnostic {
            const INFO: $crate::RuleInfo = $crate::RuleInfo {
                id: $id, severity: $crate::Severity::$severity, topic: $crate::Topic::$topic, arguments: &[$(stringify!($argument)),*],
            };
            $crate::Diagnostic::new(&INFO, span.into(), vec![$((stringify!($argument), $argument.into())),*])
        })+
    };
}
