//! The commands: one file each, with its arguments, its help and its body.

use crate::{context::Context, exit::Exit};
use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Command};
use hoerblatt::{
    Project, Tongue,
    core::{Diagnostic, Document, Id, Scope, compose::Composition, file::nearest, model::District},
    rules,
};
use std::path::{Path, PathBuf};

mod call;
mod check;
mod completions;
mod explain;
mod flyer;
mod import;
mod init;
mod man;
mod phone;
mod preview;
mod publish;
mod script;
mod show;
mod speak;
mod watch;

/// A command as the tree knows it.
pub(crate) struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Its German name.
    pub alias: Option<&'static str>,
    /// Adds its arguments and help.
    pub command: fn(Command, Tongue) -> Command,
    /// Runs it.
    pub run: fn(&ArgMatches, &Context) -> Exit,
}

macro_rules! entries {
    ($($module:ident $name:literal $(= $alias:literal)?;)+) => {
        /// All commands, in the order in which an office meets them.
        pub(crate) const ALL: &[Entry] = &[$(Entry {
            name: $name,
            alias: { #[allow(unused_mut, unused_assignments, reason = "set where there is an alias")] { let mut alias = None; $(alias = Some($alias);)? alias } },
            command: $module::command,
            run: $module::run,
        }),+];
    };
}
entries! {
    init "init" = "neu";
    import "import" = "einlesen";
    check "check" = "pruefen";
    publish "publish" = "herausgeben";
    flyer "flyer";
    preview "preview" = "vorschau";
    script "script";
    phone "phone";
    call "call" = "anrufen";
    speak "speak" = "sprich";
    show "show";
    watch "watch";
    explain "explain" = "erklaere";
    completions "completions";
    man "man";
}

/// The argument that names a publication's folder.
pub(crate) fn folder(tongue: Tongue) -> Arg {
    Arg::new("folder")
        .value_name(tongue.of("ORDNER", "DIR"))
        .required(true)
        .value_parser(clap::value_parser!(PathBuf))
        .help_heading(tongue.of("Angaben", "Arguments"))
        .help(tongue.of("Ordner der Publikation", "Folder of the publication"))
}

/// An option with a value.
pub(crate) fn option(name: &'static str, value: &'static str, help: &'static str, tongue: Tongue) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .hide_possible_values(true)
        .help_heading(tongue.of("Optionen", "Options"))
        .help(help)
}

/// The argument `name` as a path.
pub(crate) fn path<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m PathBuf> {
    matches.get_one::<PathBuf>(name)
}

/// The argument `name` as text.
pub(crate) fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// `--district`, which must be one of the publication's; a finding is reported here.
pub(crate) fn district(
    matches: &ArgMatches,
    project: &Project,
    context: &Context,
) -> Result<Option<Id<District>>, Exit> {
    let (Some(asked), Some(publication)) = (text(matches, "district"), &project.publication) else { return Ok(None) };
    let found = Id::new(asked).filter(|id| publication.district(id).is_some());
    if found.is_none() {
        let near = nearest(asked, publication.districts.iter().map(|district| district.id.as_str())).unwrap_or("");
        context.report_one(&rules::district_unknown(None, asked, near));
        return Err(Exit::Usage);
    }
    Ok(found)
}

/// The option `--district`.
pub(crate) fn district_option(tongue: Tongue) -> Arg {
    option(
        "district",
        tongue.of("KÜRZEL", "ID"),
        tongue.of("Nur dieser Stadtbezirk, zum Beispiel hoerde", "This district only, for example hoerde"),
        tongue,
    )
}

/// The option `--today`.
pub(crate) fn today_option(tongue: Tongue) -> Arg {
    option(
        "today",
        tongue.of("TAG", "DAY"),
        tongue.of(
            "Tag (JJJJ-MM-TT), von dem an „vorbei“ und „neu“ gerechnet wird; ohne ihn fällt nichts weg",
            "Day (YYYY-MM-DD) from which “past” and “new” are reckoned; without it nothing is dropped",
        ),
        tongue,
    )
    .value_parser(|text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|error| error.to_string()))
}

/// `--today` as a day.
pub(crate) fn today(matches: &ArgMatches) -> Option<NaiveDate> {
    matches.get_one::<NaiveDate>("today").copied()
}

/// An option that names a file or folder.
pub(crate) fn path_option(name: &'static str, value: &'static str, help: &'static str, tongue: Tongue) -> Arg {
    option(name, value, help, tongue).value_parser(clap::value_parser!(PathBuf))
}

/// Reads the publication that the argument `folder` names.
pub(crate) fn read(matches: &ArgMatches) -> Project {
    Project::read(path(matches, "folder").map_or(Path::new("."), PathBuf::as_path))
}

/// The publication, and the part of it that `--district` names; without it, the whole.
pub(crate) fn read_scope(matches: &ArgMatches, context: &Context) -> Result<(Project, Scope), Exit> {
    let project = read(matches);
    let scope = district(matches, &project, context)?.map_or(Scope::Publication, Scope::District);
    Ok((project, scope))
}

/// Text to standard output or, with `-o`, to a file.
pub(crate) fn deliver(matches: &ArgMatches, context: &Context, text: &[u8]) -> Result<(), Exit> {
    let Some(file) = path(matches, "output") else {
        context.print_bytes(text);
        return Ok(());
    };
    hoerblatt::write::file(file, text).map_err(|finding| {
        context.report_one(&finding);
        Exit::Outside
    })?;
    made_file(context, file);
    Ok(())
}

/// The success line for one file.
pub(crate) fn made_file(context: &Context, file: &Path) {
    let name = hoerblatt::messages::clean(&file.display().to_string());
    context.tell(&context.tongue.of(format!("Geschrieben: {name}"), format!("Written: {name}")));
}

/// `-o FILE`.
pub(crate) fn output_option(help: &'static str, tongue: Tongue) -> Arg {
    path_option("output", tongue.of("DATEI", "FILE"), help, tongue).short('o')
}

/// The composed sheet of a scope; what stands in the way becomes findings.
pub(crate) fn compose(
    project: &Project,
    scope: &Scope,
    today: Option<NaiveDate>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Document> {
    let publication = project.publication.as_ref()?;
    let language = project.language().map_err(|finding| findings.push(finding)).ok()?;
    let composition = Composition::new(publication, language.as_ref(), today);
    findings.extend(composition.diagnostics.iter().cloned());
    composition.document(scope)
}
