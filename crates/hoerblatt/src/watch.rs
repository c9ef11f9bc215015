//! Keeps the output fresh while somebody edits.
//!
//! The folder is looked at forty times a second: six file dates cost less than a thousandth of a second, work on every network drive,
//! and a save is answered within a tenth of a second.

use crate::{
    load::FILES,
    project::Project,
    publish,
    publish::{Outcome, PublishOptions},
};
use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// Publishes at once, and again after every change to the folder's files, until `after` says that it is enough.
pub fn watch(
    dir: &Path,
    out: &Path,
    options: &PublishOptions,
    after: &mut dyn FnMut(&Project, &Outcome) -> ControlFlow<()>,
) {
    loop {
        // The state is taken before reading: a change while we work is seen the next time.
        let mut state = look(dir, &Vec::new());
        let project = Project::read(dir);
        let pictures: Vec<PathBuf> = project.pictures.keys().cloned().collect();
        let outcome = publish(&project, out, options, &());
        if after(&project, &outcome).is_break() {
            return;
        }
        state.extend(look(dir, &pictures).into_iter().filter(|(path, _)| pictures.contains(path)));
        while look(dir, &pictures) == state {
            #[expect(clippy::disallowed_methods, reason = "waits for somebody to save a file")]
            std::thread::sleep(BETWEEN_LOOKS);
        }
    }
}

type State = BTreeMap<PathBuf, Option<(u64, Option<SystemTime>)>>;

/// Size and date of every file of the publication.
fn look(dir: &Path, pictures: &[PathBuf]) -> State {
    let files = FILES.iter().map(PathBuf::from).chain(pictures.iter().cloned());
    let state =
        |path: &PathBuf| std::fs::metadata(dir.join(path)).ok().map(|there| (there.len(), there.modified().ok()));
    files.map(|path| (path.clone(), state(&path))).collect()
}
