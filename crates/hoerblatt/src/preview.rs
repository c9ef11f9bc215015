//! A finished flyer as pictures, for people who want to look before they print. Feature `preview`.

use crate::{rules, write};
use hoerblatt_core::Diagnostic;
use hoerblatt_pdf::Pdf;
use std::path::{Path, PathBuf};

/// Draws every page of a flyer with `dpi` pixels an inch (20 to 300) and writes `dir/name-1.png`, `dir/name-2.png` and so on. Each file is whole or
/// absent. Pages that an earlier, longer flyer of this name left behind go away.
///
/// # Errors
///
/// A finding if a file or the folder cannot be written.
///
/// ```
/// # #[cfg(feature = "de")] {
/// use hoerblatt::{Project, Tongue, core::compose::Composition, init, preview, publish::flyers};
///
/// let folder = std::env::temp_dir().join(format!("hoerblatt-preview-{}", std::process::id()));
/// init::init(&folder.join("town"), Tongue::English).unwrap();
/// let project = Project::read(&folder.join("town"));
/// let (publication, language) = (project.publication.as_ref().unwrap(), project.language().unwrap());
/// let document = Composition::new(publication, language.as_ref(), None).whole();
/// let options = flyers::options(publication, &project.pictures);
/// let pdf = hoerblatt::pdf::flyer(&document, &flyers::fonts(), &options).value.unwrap();
///
/// let files = preview::write(&pdf, &folder.join("look"), "town", 30.0).unwrap();
/// assert_eq!(files.len(), pdf.pages);
/// # std::fs::remove_dir_all(folder).unwrap();
/// # }
/// ```
pub fn write(pdf: &Pdf, dir: &Path, name: &str, dpi: f32) -> Result<Vec<PathBuf>, Diagnostic> {
    let file = |page: usize| dir.join(format!("{name}-{page}.png"));
    let mut files = Vec::with_capacity(pdf.pages);
    for (at, picture) in hoerblatt_pdf::preview(&pdf.bytes, dpi).enumerate() {
        let file = file(at + 1);
        let picture = picture.map_err(|error| rules::output_failed(None, file.display().to_string(), error))?;
        write::file(&file, &picture)?;
        files.push(file);
    }
    let stale = (files.len() + 1..).map(file).take_while(|file| file.is_file());
    for file in stale {
        std::fs::remove_file(&file).map_err(|error| write::outside(&file, &error))?;
    }
    Ok(files)
}
