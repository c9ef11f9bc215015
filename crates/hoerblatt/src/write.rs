//! The only writer. A file is whole or absent, a set is all new or all old.
//!
//! A run writes its files into a folder beside the output folder, and puts them in place at the end:
//!
//! - **At one stroke**, where the system can exchange two folders in one step (Linux, one file system) and nobody stands in the output
//!   folder: the new folder gets everything that stays as a hard link, then the two change names. A run killed at any moment leaves the
//!   old set or the new one, never a mixture.
//! - **One by one** elsewhere: every file is renamed into place, prompts first (named by content, so old and new ones stand together),
//!   then what refers to them, the manifest last, and only then stale files go. A run killed in these few milliseconds leaves whole
//!   files of two sets and the old manifest; the next run sets it right.
//!
//! The exchange gives the folder a new identity, so a program whose working directory it is would look at the old one. That is why it is
//! not done while a process stands there (a small web server for a preview), and not by `watch`.
//!
//! A lock in the output folder keeps two runs apart. Nothing is flushed to the disk's platters: this is about killed programs and full
//! disks, not about power cuts, after which a run is repeated.

use crate::{
    manifest::{self, Entry, Manifest, Output},
    rules,
};
use hoerblatt_core::Diagnostic;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::Mutex,
    time::{Duration, Instant},
};

const LOCK: &str = ".hoerblatt.lock";
const STAGE: &str = ".hoerblatt-new";

/// An output folder with its lock held.
#[derive(Debug)]
pub struct OutputFolder {
    dir: PathBuf,
    stage: PathBuf,
    old: Manifest,
    _lock: File,
}

/// The files of a run, on their way into the output folder; may be filled by several threads.
#[derive(Debug)]
pub struct Stage<'o> {
    folder: &'o OutputFolder,
    old: BTreeMap<&'o str, &'o Entry>,
    entries: Mutex<BTreeMap<String, Entry>>,
    unchanged: Mutex<BTreeSet<String>>,
}

/// What a run changed in its output folder; paths relative to it, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files made by this run, unchanged ones included.
    pub files: Vec<String>,
    /// Those of them that were there before with the same bytes.
    pub unchanged: usize,
    /// Files of an earlier run that no longer belong to the set.
    pub removed: Vec<String>,
}

/// How the files get into place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Placing {
    /// At one stroke where possible.
    #[default]
    AtOnce,
    /// One by one: keeps the folder itself, for programs that watch it.
    OneByOne,
}

impl OutputFolder {
    /// Makes the folder if need be, and locks it; waits at most `patience` for another run to end.
    pub fn open(dir: &Path, patience: Duration) -> Result<Self, Diagnostic> {
        fs::create_dir_all(dir).map_err(|error| outside(dir, &error))?;
        let dir = dir.canonicalize().map_err(|error| outside(dir, &error))?;
        let lock = lock(&dir, patience)?;
        let inner = dir.join(STAGE);
        let beside = dir
            .parent()
            .zip(dir.file_name())
            .map(|(parent, name)| parent.join(format!(".{}{STAGE}", name.to_string_lossy())));
        // What a killed run left behind; nobody else can be using it, since the lock is ours.
        let _ = fs::remove_dir_all(&inner);
        let stage = match beside {
            Some(beside) if fresh_folder(&beside).is_ok() && same_home(&beside, &dir) => beside,
            Some(beside) => {
                let _ = fs::remove_dir_all(beside);
                inner
            }
            None => inner,
        };
        fs::create_dir_all(&stage).map_err(|error| outside(&stage, &error))?;
        #[expect(clippy::disallowed_methods, reason = "the writer reads the manifest of the run before")]
        let old = fs::read(dir.join(manifest::FILE)).ok().and_then(|bytes| Manifest::parse(&bytes)).unwrap_or_default();
        Ok(Self { dir, stage, old, _lock: lock })
    }

    /// The manifest of the run before; empty where there was none.
    pub fn old(&self) -> &Manifest {
        &self.old
    }

    /// Where the folder is, without `.` and links.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Begins a set.
    pub fn stage(&self) -> Stage<'_> {
        Stage { folder: self, old: self.old.by_path(), entries: Mutex::default(), unchanged: Mutex::default() }
    }
}

impl Drop for OutputFolder {
    fn drop(&mut self) {
        // After an exchange this is the old set, after a failure the unfinished new one.
        let _ = fs::remove_dir_all(&self.stage);
    }
}

impl Stage<'_> {
    /// Adds a file with its bytes.
    pub fn write(&self, path: &str, bytes: &[u8], output: Output, district: Option<&str>) -> Result<(), Diagnostic> {
        let target = self.target(path)?;
        let placed = self.folder.dir.join(path);
        #[expect(clippy::disallowed_methods, reason = "the writer compares with what is there")]
        let same = fs::metadata(&placed).is_ok_and(|there| there.is_file() && there.len() == bytes.len() as u64)
            && fs::read(&placed).is_ok_and(|there| there == bytes);
        if same && fs::hard_link(&placed, &target).is_ok() {
            self.note_unchanged(path);
        } else {
            put(&target, bytes).map_err(|error| outside(&placed, &error))?;
        }
        let (bytes, sha256) = (bytes.len() as u64, manifest::sha256(bytes));
        self.add(Entry {
            path: path.to_owned(),
            bytes,
            sha256,
            output,
            district: district.map(str::to_owned),
            prompt: None,
        });
        Ok(())
    }

    /// Takes over a prompt that the run before left, whole by its size, without reading it: its name tells its content.
    pub fn keep_prompt(&self, path: &str) -> Option<manifest::Prompt> {
        let entry = *self.old.get(path)?;
        let prompt = entry.prompt.clone()?;
        let placed = self.folder.dir.join(path);
        let there = fs::metadata(&placed).ok()?;
        let whole = there.is_file() && there.len() == entry.bytes;
        let target = self.target(path).ok().filter(|_| whole)?;
        fs::hard_link(&placed, target).ok()?;
        self.note_unchanged(path);
        self.add(entry.clone());
        Some(prompt)
    }

    /// Adds a prompt that was put at [`Self::path`].
    pub fn adopt(&self, path: &str, prompt: manifest::Prompt) -> Result<(), Diagnostic> {
        #[expect(clippy::disallowed_methods, reason = "the writer sums up what a voice wrote")]
        let bytes = fs::read(self.path(path)).map_err(|error| outside(&self.folder.dir.join(path), &error))?;
        let (length, sha256) = (bytes.len() as u64, manifest::sha256(&bytes));
        self.add(Entry {
            path: path.to_owned(),
            bytes: length,
            sha256,
            output: Output::Audio,
            district: None,
            prompt: Some(prompt),
        });
        Ok(())
    }

    /// Where a file of the set is until it is put in place.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.stage.join(path)
    }

    /// Whether the run before made this file.
    pub fn was_there(&self, path: &str) -> bool {
        self.old.contains_key(path)
    }

    /// The output folder.
    pub fn folder(&self) -> &Path {
        &self.folder.dir
    }

    /// Puts the set in place. `keeps` tells which files of the old manifest stay although this run did not make them: those it was not
    /// asked for, and those whose making failed.
    pub fn commit(self, title: &str, placing: Placing, keeps: impl Fn(&Entry) -> bool) -> Result<Written, Diagnostic> {
        let made = self.entries.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
        let unchanged = self.unchanged.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
        let folder = self.folder;
        let mut all = made.clone();
        let mut removed = Vec::new();
        for old in &folder.old.files {
            let there = || folder.dir.join(&old.path).is_file();
            if made.contains_key(&old.path) {
            } else if keeps(old) && there() {
                all.insert(old.path.clone(), old.clone());
            } else {
                removed.push(old.path.clone());
            }
        }
        let manifest = Manifest {
            generator: concat!("hoerblatt ", env!("CARGO_PKG_VERSION")).to_owned(),
            title: title.to_owned(),
            files: all.into_values().collect(),
        };
        put(&folder.stage.join(manifest::FILE), &manifest.to_bytes())
            .map_err(|error| outside(&folder.dir.join(manifest::FILE), &error))?;
        if !(placing == Placing::AtOnce && exchange(folder, &made, &removed)) {
            one_by_one(folder, &made, &unchanged, &removed)?;
        }
        Ok(Written { files: made.into_keys().collect(), unchanged: unchanged.len(), removed })
    }

    fn target(&self, path: &str) -> Result<PathBuf, Diagnostic> {
        let target = self.folder.stage.join(path);
        let parent = target.parent().unwrap_or(&self.folder.stage);
        fs::create_dir_all(parent).map_err(|error| outside(&self.folder.dir.join(path), &error))?;
        Ok(target)
    }

    fn add(&self, entry: Entry) {
        let mut entries = self.entries.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        entries.insert(entry.path.clone(), entry);
    }

    fn note_unchanged(&self, path: &str) {
        let mut unchanged = self.unchanged.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        unchanged.insert(path.to_owned());
    }
}

/// Writes one file by itself: beside its name, then renamed. For `-o FILE`.
pub fn file(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}{STAGE}", std::process::id()));
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(|error| outside(path, &error))?;
    }
    let placed = put(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    placed.map_err(|error| {
        let _ = fs::remove_file(&beside);
        outside(path, &error)
    })
}

/// Renames every file into its place: prompts, then the rest, the manifest, and then removes what is stale.
fn one_by_one(
    folder: &OutputFolder,
    made: &BTreeMap<String, Entry>,
    unchanged: &BTreeSet<String>,
    removed: &[String],
) -> Result<(), Diagnostic> {
    let prompts = made.values().filter(|entry| entry.output == Output::Audio);
    let others = made.values().filter(|entry| entry.output != Output::Audio);
    let paths = prompts.chain(others).map(|entry| entry.path.as_str()).filter(|path| !unchanged.contains(*path));
    for path in paths.chain([manifest::FILE]) {
        let placed = folder.dir.join(path);
        let parent = placed.parent().unwrap_or(&folder.dir);
        let renamed = fs::create_dir_all(parent).and_then(|()| fs::rename(folder.stage.join(path), &placed));
        renamed.map_err(|error| outside(&placed, &error))?;
    }
    for path in removed {
        let _ = fs::remove_file(folder.dir.join(path));
        remove_empty_parents(&folder.dir, path);
    }
    Ok(())
}

fn remove_empty_parents(root: &Path, path: &str) {
    let mut parent = Path::new(path).parent();
    while let Some(folder) = parent.filter(|folder| !folder.as_os_str().is_empty()) {
        // Fails for a folder that still holds something, which is what we want.
        if fs::remove_dir(root.join(folder)).is_err() {
            return;
        }
        parent = folder.parent();
    }
}

/// Completes the new folder with hard links to everything that stays, and exchanges it for the old one. `false` where that is not
/// possible; then nothing has changed.
#[cfg(target_os = "linux")]
fn exchange(folder: &OutputFolder, made: &BTreeMap<String, Entry>, removed: &[String]) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    let leave: BTreeSet<&str> =
        made.keys().map(String::as_str).chain(removed.iter().map(String::as_str)).chain([manifest::FILE]).collect();
    folder.stage.parent() == folder.dir.parent()
        && !somebody_stands_in(&folder.dir)
        && link_rest(&folder.dir, &folder.stage, "", &leave).is_some()
        && renameat_with(CWD, &folder.stage, CWD, &folder.dir, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &OutputFolder, _: &BTreeMap<String, Entry>, _: &[String]) -> bool {
    false
}

/// Links every file below `from` that is not in `leave` into `to`. `None` for anything that is neither file nor folder.
#[cfg(target_os = "linux")]
fn link_rest(from: &Path, to: &Path, below: &str, leave: &BTreeSet<&str>) -> Option<()> {
    for entry in fs::read_dir(from.join(below)).ok()? {
        let entry = entry.ok()?;
        let name = entry.file_name().into_string().ok()?;
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        let kind = entry.file_type().ok()?;
        if kind.is_dir() {
            let stays_empty = fs::read_dir(entry.path()).ok()?.next().is_none();
            link_rest(from, to, &path, leave)?;
            if stays_empty {
                fs::create_dir_all(to.join(&path)).ok()?;
            }
        } else if kind.is_file() && !leave.contains(path.as_str()) {
            let target = to.join(&path);
            fs::create_dir_all(target.parent()?).ok()?;
            fs::hard_link(entry.path(), target).ok()?;
        } else if !kind.is_file() {
            return None;
        }
    }
    // The folder itself as it was: a group that may write here shall still be able to.
    if to.join(below).is_dir() {
        fs::set_permissions(to.join(below), fs::metadata(from.join(below)).ok()?.permissions()).ok()?;
    }
    Some(())
}

/// Whether a process has its working directory at or below `dir`, as far as the system shows us.
#[cfg(target_os = "linux")]
fn somebody_stands_in(dir: &Path) -> bool {
    let Ok(processes) = fs::read_dir("/proc") else { return true };
    processes.flatten().any(|process| fs::read_link(process.path().join("cwd")).is_ok_and(|cwd| cwd.starts_with(dir)))
}

/// Whether two folders are on one file system and belong to one user, so that they may change places.
#[cfg(unix)]
fn same_home(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let home = |path: &Path| fs::metadata(path).map(|there| (there.dev(), there.uid())).ok();
    home(a).is_some() && home(a) == home(b)
}

#[cfg(not(unix))]
fn same_home(_: &Path, _: &Path) -> bool {
    false
}

fn fresh_folder(dir: &Path) -> io::Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir)?;
    }
    fs::create_dir(dir)
}

fn lock(dir: &Path, patience: Duration) -> Result<File, Diagnostic> {
    #[expect(clippy::disallowed_methods, reason = "how long another run is waited for is not part of any output")]
    let began = Instant::now();
    let path = dir.join(LOCK);
    loop {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| outside(dir, &error))?;
        match file.try_lock() {
            Ok(()) if is_still(&file, &path) => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) if began.elapsed() >= patience => {
                return Err(rules::output_locked(None, dir.display().to_string()));
            }
            Err(TryLockError::WouldBlock) => {
                #[expect(clippy::disallowed_methods, reason = "waits for another run to end")]
                std::thread::sleep(Duration::from_millis(20));
            }
            // A file system without locks: one user on a memory stick shall still be able to publish.
            Err(TryLockError::Error(_)) => return Ok(file),
        }
    }
}

/// Whether the locked file is still the one of that name: the folder may have been removed while we waited.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(ours), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
    (ours.dev(), ours.ino()) == (there.dev(), there.ino())
}

#[cfg(not(unix))]
fn is_still(_: &File, path: &Path) -> bool {
    path.exists()
}

#[expect(clippy::disallowed_methods, reason = "this is the one writer")]
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(path, bytes)
}

/// A failure of the file system as a finding.
pub(crate) fn outside(path: &Path, error: &io::Error) -> Diagnostic {
    use io::ErrorKind as Kind;
    let path = path.display().to_string();
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => rules::disk_full(None, path),
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => rules::output_forbidden(None, path),
        Kind::NotADirectory | Kind::AlreadyExists | Kind::IsADirectory => rules::output_is_file(None, path),
        _ => rules::output_failed(None, path, error.to_string()),
    }
}
