//! What offices have → a publication's folder: reads the files, hands them to [`import`](hoerblatt_import), writes the folder.

use crate::{
    load::{self, FILES},
    rules, write,
};
use hoerblatt_core::{Diagnostic, Language, Sources};
use hoerblatt_import::{ImportOptions, Imported, Input, import};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// Largest file in bytes that is taken in.
const LARGEST: u64 = 64 << 20;
/// Where an import keeps what it wrote the last time, to tell what was edited since.
const RECORDED: &str = "imported";

/// What was read of an office's files.
#[derive(Debug, Default)]
pub struct Intake {
    /// Their texts, so that findings can name lines.
    pub sources: Sources,
    /// What they tell; `None` where nothing could be used.
    pub imported: Option<Imported>,
    /// What was found on the way.
    pub findings: Vec<Diagnostic>,
}

/// Reads `files`, the most important first. A file that cannot be read is reported; the others are used.
pub fn read(files: &[PathBuf], language: &dyn Language, options: &ImportOptions) -> Intake {
    let mut intake = Intake::default();
    let mut contents = Vec::new();
    for file in files {
        let name = file.display().to_string();
        match load::read(file, LARGEST) {
            Ok(Some(bytes)) => contents.push((name, bytes)),
            Ok(None) => intake.findings.push(rules::input_missing(None, name)),
            Err(finding) => intake.findings.push(finding),
        }
    }
    let inputs: Vec<Input<'_>> = contents.iter().map(|(name, bytes)| Input { name, bytes }).collect();
    if !inputs.is_empty() {
        let imported = import(&mut intake.sources, &inputs, language, options);
        intake.imported = imported.report_to(&mut intake.findings);
    }
    intake
}

/// Writes what was read as the folder `dir`, keeping what was edited there by hand; the paths written.
pub fn write(intake: &mut Intake, dir: &Path) -> Option<Vec<PathBuf>> {
    let imported = intake.imported.as_ref()?;
    let files = imported.to_files(&intake.sources, &existing(dir)).report_to(&mut intake.findings)?;
    let mut written = Vec::new();
    for (name, text) in files {
        let path = dir.join(name);
        if let Err(finding) = write::file(&path, text.as_bytes()) {
            intake.findings.push(finding);
            return None;
        }
        written.push(path);
    }
    Some(written)
}

/// The folder's files as they are, those of the last import too.
fn existing(dir: &Path) -> BTreeMap<String, String> {
    let recorded = FILES.iter().map(|file| format!("{RECORDED}/{file}"));
    let names = FILES.iter().map(|file| (*file).to_owned()).chain(recorded);
    let text = |name: String| {
        let bytes = load::read(&dir.join(&name), LARGEST).ok()??;
        Some((name, String::from_utf8(bytes).ok()?))
    };
    names.filter_map(text).collect()
}
