//! What only shows when everything is made: how the flyers look, how the telephone line goes, what the voice can say.

use crate::{project::Project, publish};
use hoerblatt_core::{Diagnostic, compose::Composition, model::Publication};

pub(super) fn check(
    project: &Project,
    publication: &Publication,
    composition: &Composition<'_>,
    findings: &mut Vec<Diagnostic>,
) {
    let documents = publish::documents(publication, composition);
    #[cfg(feature = "pdf")]
    {
        use rayon::prelude::*;
        let options = publish::flyers::options(publication, &project.pictures);
        if let Some(press) = publish::flyers::press(documents.values(), &options, findings) {
            let found: Vec<Vec<Diagnostic>> =
                documents.par_iter().map(|(_, document)| press.layout(document).diagnostics).collect();
            findings.extend(found.into_iter().flatten());
        }
    }
    #[cfg(feature = "phone")]
    {
        // The flow itself is of no use here; what its planning finds is.
        let _ = publish::line::flow(project, publication, composition, &documents, findings);
    }
    #[cfg(feature = "voice")]
    findings.extend(hoerblatt_voice::Speaker::from_settings(&publication.settings.voice).err());
    let _ = (project, &documents);
}
