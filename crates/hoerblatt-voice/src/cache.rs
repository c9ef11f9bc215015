//! Where is what was rendered before?
//!
//! A folder of files named by what they hold: voice, pace, phrases, chain. A name that is there never needs to be rendered again, and
//! nothing in the folder ever has to be changed. A file appears by renaming, so two runs at once at worst do the same work twice.

use crate::{Chain, Sound, VoiceId, phrase};
use hoerblatt_core::{Pace, Speech};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    fs::{File, OpenOptions},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

/// A name made from content: the same voice, pace, words, pauses and chain have the same name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    /// The name of what this voice and chain make of `speech`. 128 bits of SHA-256 in hexadecimal.
    pub fn new(voice: &VoiceId, speech: &Speech, pace: Pace, chain: &Chain) -> Self {
        let mut text = format!("{}\n{}\n{}\n", voice.0, pace.name(), chain.id());
        for phrase in phrase::phrases(speech, &chain.pauses.at(pace)) {
            // Words hold no line break, so no two different lists of phrases give one text.
            let _ = writeln!(text, "{} {}", phrase.silence_ms, phrase.words);
        }
        let digest = Sha256::digest(text.as_bytes());
        Self(digest.iter().take(16).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        }))
    }

    /// As it stands in file names.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A folder of rendered prompts.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

/// First bytes of a cached file; then samples, level and length in text, a line break, and the sound.
const MAGIC: &str = "hoerblatt-sound-1";

impl Cache {
    /// The cache in `folder`, which is made when something is first kept.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// What was kept under this name; nothing if it is damaged.
    pub fn get(&self, key: &Key) -> Option<Sound> {
        #[expect(clippy::disallowed_methods, reason = "the cache is this crate's own")]
        let file = std::fs::read(self.path(key)).ok()?;
        let end = file.iter().take(100).position(|byte| *byte == b'\n')?;
        let mut fields = std::str::from_utf8(&file[..end]).ok()?.split(' ');
        let sound = &file[end + 1..];
        let (magic, samples, level) = (fields.next()?, fields.next()?, fields.next()?);
        let whole = magic == MAGIC && fields.next()?.parse() == Ok(sound.len());
        whole.then_some(())?;
        Some(Sound { bytes: sound.to_vec(), samples: samples.parse().ok()?, level_db: level.parse().ok()? })
    }

    /// Keeps a sound.
    ///
    /// # Errors
    /// If the folder cannot be written or is full; what was there stays.
    pub fn put(&self, key: &Key, sound: &Sound) -> io::Result<()> {
        std::fs::create_dir_all(&self.folder)?;
        let header = format!("{MAGIC} {} {:.2} {}\n", sound.samples, sound.level_db, sound.bytes.len());
        write_whole(&self.path(key), &[header.as_bytes(), &sound.bytes])
    }

    fn path(&self, key: &Key) -> PathBuf {
        self.folder.join(key.as_str())
    }
}

/// Writes a file beside its name and renames it: whoever looks sees the old one, the new one or none, never a part.
///
/// # Errors
/// If the folder cannot be written or is full; a file of this name stays as it was.
pub(crate) fn write_whole(path: &Path, parts: &[&[u8]]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let (beside, mut file) = new_file(folder)?;
    let written = parts.iter().try_for_each(|part| file.write_all(part));
    drop(file);
    let placed = written.and_then(|()| std::fs::rename(&beside, path));
    if placed.is_err() {
        // The first fault is the one to tell.
        let _ = std::fs::remove_file(&beside);
    }
    placed
}

/// A new file of a name that nobody else uses. The crate `tempfile` would do, but its errors name the random path, so that one full
/// disk would read like a hundred different faults; and its files are private, while the exchange runs as another user.
fn new_file(folder: &Path) -> io::Result<(PathBuf, File)> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    loop {
        let name = format!(".hoerblatt-{}-{}", std::process::id(), NEXT.fetch_add(1, Relaxed));
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            // Left by a process that was killed and had the same number.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format;

    fn key(text: &str, pace: Pace, format: Format) -> Key {
        Key::new(&VoiceId("v".into()), &Speech::words(text), pace, &Chain::new(format))
    }

    #[test]
    fn names_tell_contents_apart() {
        let names = [
            key("Guten Tag", Pace::Normal, Format::Alaw),
            key("Guten Morgen", Pace::Normal, Format::Alaw),
            key("Guten Tag", Pace::Slow, Format::Alaw),
            key("Guten Tag", Pace::Normal, Format::Ulaw),
            Key::new(&VoiceId("w".into()), &Speech::words("Guten Tag"), Pace::Normal, &Chain::new(Format::Alaw)),
        ];
        let mut different = names.to_vec();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), names.len());
        assert_eq!(names[0], key("Guten Tag", Pace::Normal, Format::Alaw));
        assert_eq!(names[0].as_str().len(), 32);
    }

    #[test]
    fn what_is_kept_comes_back_and_damage_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().join("sub"));
        let key = key("Guten Tag", Pace::Normal, Format::Alaw);
        assert_eq!(cache.get(&key), None);
        let sound = Sound { bytes: vec![0xd5; 320], samples: 320, level_db: -0.12 };
        cache.put(&key, &sound).unwrap();
        assert_eq!(cache.get(&key), Some(sound));
        let path = folder.path().join("sub").join(key.as_str());
        let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
        file.set_len(200).unwrap();
        assert_eq!(cache.get(&key), None, "a file that breaks off");
    }

    #[test]
    fn the_same_fault_has_the_same_words_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let fault = |path: &Path| write_whole(path, &[b"x"]).unwrap_err().to_string();
        let missing = folder.path().join("missing");
        assert_eq!(fault(&missing.join("a")), fault(&missing.join("b")));
        // A folder where the file should be: everything goes well until the last step.
        std::fs::create_dir(folder.path().join("taken")).unwrap();
        fault(&folder.path().join("taken"));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
