//! A folder → [`Sources`] and pictures as bytes: the only place that reads a publication's files.

use crate::rules;
use hoerblatt_core::{Checked, Diagnostic, Sources, Span, model::Publication, rules as core_rules};
use std::{
    collections::BTreeMap,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The files of a publication; the last two may be absent.
pub const FILES: [&str; 6] =
    ["publication.toml", "article.toml", "programme.toml", "districts.toml", "offices.toml", "lexicon.toml"];

/// Largest TOML file in bytes. 10,000 events are about 4 MB; what is larger is no programme.
const LARGEST_TEXT: u64 = 32 << 20;
/// Largest picture in bytes.
const LARGEST_PICTURE: u64 = 64 << 20;

/// Pictures by the path under which the publication names them.
pub type Pictures = BTreeMap<PathBuf, Arc<[u8]>>;

/// Reads the TOML files of the folder `dir`, each named by its path so that a report can be followed.
///
/// A folder that is not there gives nothing; a file that is not UTF-8 is read as far as it goes and reported where it breaks, so
/// that everything else that is wrong is reported in the same run.
pub fn sources(dir: &Path) -> Checked<Sources> {
    if !dir.is_dir() {
        return Checked::failed(vec![rules::folder_missing(None, dir.display().to_string())]);
    }
    let (mut sources, mut findings) = (Sources::default(), Vec::new());
    for name in FILES {
        let path = dir.join(name);
        match read(&path, LARGEST_TEXT) {
            Ok(Some(bytes)) => findings.extend(add(&mut sources, &path, bytes)),
            // Which files must be there is known to the reader of the publication.
            Ok(None) => {}
            Err(finding) => findings.push(finding),
        }
    }
    Checked::with(sources, findings)
}

fn add(sources: &mut Sources, path: &Path, bytes: Vec<u8>) -> Option<Diagnostic> {
    let name = path.display().to_string();
    match String::from_utf8(bytes) {
        Ok(text) => {
            sources.add(name, text);
            None
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let file = sources.add(name.clone(), String::from_utf8_lossy(error.as_bytes()));
            Some(core_rules::not_utf8(Span::new(file, at..at + '\u{fffd}'.len_utf8()), name))
        }
    }
}

/// Reads the pictures that a publication names. One that is not there or cannot be read is reported and left out.
pub fn pictures(dir: &Path, publication: &Publication) -> Checked<Pictures> {
    let image = publication.article.image.as_ref().and_then(|image| Some((image.file.clone()?, image.span)));
    let logo = publication.settings.print.logo.as_ref().map(|logo| (logo.file.clone(), logo.alt.span));
    let (mut pictures, mut findings) = (Pictures::new(), Vec::new());
    for (file, span) in image.into_iter().chain(logo) {
        let path = dir.join(&file);
        match read(&path, LARGEST_PICTURE) {
            Ok(Some(bytes)) => {
                pictures.insert(file, bytes.into());
            }
            Ok(None) => findings.push(rules::picture_missing(span, path.display().to_string())),
            Err(mut finding) => {
                finding.span = span;
                findings.push(finding);
            }
        }
    }
    Checked::with(pictures, findings)
}

/// A file's bytes; `None` if it is not there.
pub(crate) fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>, Diagnostic> {
    let name = || path.display().to_string();
    let unreadable = |error: std::io::Error| rules::file_unreadable(None, name(), error.to_string());
    #[expect(clippy::disallowed_methods, reason = "the door reads the files of a publication")]
    let file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large without reading all of it, and a device never ends.
    file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let length = bytes.len() as u64;
    if length > most {
        return Err(rules::file_too_large(None, name(), i64::try_from(length >> 20).unwrap_or(0), (most >> 20) as i64));
    }
    Ok(Some(bytes))
}
