//! A publication on its way through the door: read once, then checked, published, shown.

use crate::{
    load::{self, Pictures},
    rules,
};
use hoerblatt_core::{Diagnostic, Language, Severity, Sources, model::Publication};
use std::path::{Path, PathBuf};

/// A publication's folder as it was read.
#[derive(Debug)]
pub struct Project {
    /// The folder.
    pub dir: PathBuf,
    /// Its files.
    pub sources: Sources,
    /// What they mean; `None` where no sheet can be made of them.
    pub publication: Option<Publication>,
    /// Its pictures.
    pub pictures: Pictures,
    /// What was found while reading.
    pub findings: Vec<Diagnostic>,
}

impl Project {
    /// Reads the folder `dir`; never fails, says in `findings` what is wrong. A path to one of its files means the folder.
    ///
    /// A file that is not UTF-8 leaves no publication: names would be printed with wrong letters.
    pub fn read(dir: &Path) -> Self {
        let names_a_file =
            dir.file_name().is_some_and(|name| load::FILES.iter().any(|file| name == *file)) && dir.is_file();
        let dir = if names_a_file { dir.parent().unwrap_or(dir) } else { dir };
        let mut findings = Vec::new();
        let Some(sources) = load::sources(dir).report_to(&mut findings) else {
            return Self { findings, ..Self::nothing(dir) };
        };
        let unreadable = findings.iter().any(|finding| finding.severity == Severity::Error);
        let publication = Publication::read(&sources).report_to(&mut findings).filter(|_| !unreadable);
        let pictures = publication.as_ref().map(|publication| load::pictures(dir, publication));
        let pictures = pictures.and_then(|pictures| pictures.report_to(&mut findings)).unwrap_or_default();
        Self { dir: dir.to_owned(), sources, publication, pictures, findings }
    }

    fn nothing(dir: &Path) -> Self {
        let (sources, pictures) = (Sources::default(), Pictures::new());
        Self { dir: dir.to_owned(), sources, publication: None, pictures, findings: Vec::new() }
    }

    /// The language of the publication, with its lexicon; a finding where there is no publication or this build has no such language.
    pub fn language(&self) -> Result<Box<dyn Language>, Diagnostic> {
        match &self.publication {
            Some(publication) => language_of(publication),
            None => Err(rules::folder_missing(None, self.dir.display().to_string())),
        }
    }
}

/// The language that a publication is written in, with the publication's lexicon inside.
///
/// A second language is one feature and one arm here.
pub fn language_of(publication: &Publication) -> Result<Box<dyn Language>, Diagnostic> {
    match publication.language.primary() {
        #[cfg(feature = "de")]
        "de" => Ok(Box::new(german(publication))),
        _ => Err(rules::language_unsupported(None, publication.language.as_str())),
    }
}

/// The language of a tag without a publication, for text that belongs to none.
pub fn language_named(tag: &str) -> Result<Box<dyn Language>, Diagnostic> {
    match tag {
        #[cfg(feature = "de")]
        "de" => Ok(Box::new(hoerblatt_de::German::default())),
        _ => Err(rules::language_unsupported(None, tag)),
    }
}

#[cfg(feature = "de")]
fn german(publication: &Publication) -> hoerblatt_de::German {
    use hoerblatt_de::{Gender, German, LanguageSettings};
    let settings = &publication.settings;
    German::new(&LanguageSettings {
        lexicon: publication.lexicon.clone(),
        gender: if settings.speech.gender.as_deref() == Some("pair") { Gender::Pair } else { Gender::Pause },
        region: settings.phone.region.clone(),
    })
}
