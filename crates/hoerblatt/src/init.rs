//! A new publication: commented files that publish at once, to be changed line by line.

use crate::{Tongue, load::FILES, rules, write};
use hoerblatt_core::Diagnostic;
use std::path::{Path, PathBuf};

macro_rules! texts {
    ($tongue:literal) => {
        [
            include_str!(concat!("init/", $tongue, "/publication.toml")),
            include_str!(concat!("init/", $tongue, "/article.toml")),
            include_str!(concat!("init/", $tongue, "/programme.toml")),
            include_str!(concat!("init/", $tongue, "/districts.toml")),
            include_str!(concat!("init/", $tongue, "/offices.toml")),
            include_str!(concat!("init/", $tongue, "/lexicon.toml")),
        ]
    };
}

/// The files of a new publication with their text; the comments are in `tongue`, the publication itself is German.
pub fn files(tongue: Tongue) -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.into_iter().zip(tongue.of(texts!("de"), texts!("en")))
}

/// Writes them into `dir` and says which; nothing is overwritten.
pub fn init(dir: &Path, tongue: Tongue) -> Result<Vec<PathBuf>, Diagnostic> {
    if FILES.iter().any(|file| dir.join(file).exists()) {
        return Err(rules::folder_in_use(None, dir.display().to_string()));
    }
    files(tongue)
        .map(|(name, text)| {
            let path = dir.join(name);
            write::file(&path, text.as_bytes())?;
            Ok(path)
        })
        .collect()
}
