//! What a run made: `manifest.json` names every file with its size and checksum, and what each prompt says.
//!
//! It is written last. Whoever copies a set to a print shop or an exchange can tell by it whether everything arrived, and the next run
//! knows by it which files are its own to remove.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Name of the manifest in the output folder.
pub const FILE: &str = "manifest.json";

/// Every file of a set, in the order of its paths.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Program and version that made the set.
    pub generator: String,
    /// The publication's title.
    pub title: String,
    /// The files.
    pub files: Vec<Entry>,
}

/// A part of the output that can be asked for by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Output {
    /// One PDF per district.
    Flyers,
    /// Two scripts per district, as SSML and as text.
    Scripts,
    /// The telephone line's files without its prompts.
    Phone,
    /// The prompts.
    Audio,
    /// HTML twins and calendars.
    Web,
}

impl Output {
    /// All of them, in the order of writing.
    pub const ALL: [Self; 5] = [Self::Flyers, Self::Scripts, Self::Phone, Self::Audio, Self::Web];

    /// Its word in `--only`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Flyers => "flyers",
            Self::Scripts => "scripts",
            Self::Phone => "phone",
            Self::Audio => "audio",
            Self::Web => "web",
        }
    }
}

/// One file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its path in the output folder, with `/`.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// What it belongs to.
    pub output: Output,
    /// The district it is for, if it is for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// For a prompt: what is said.
    #[serde(flatten, default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<Prompt>,
}

/// What a prompt says, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prompt {
    /// The words.
    pub text: String,
    /// Id of the voice.
    pub voice: String,
    /// `slow`, `normal` or `fast`.
    pub pace: String,
    /// How long it lasts, in seconds.
    pub seconds: f64,
}

impl Manifest {
    /// Reads a manifest; `None` for anything that is none. A path that leaves the folder is dropped: the next run removes files by it.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut manifest: Self = serde_json::from_slice(bytes).ok()?;
        manifest.files.retain(|entry| is_inside(&entry.path));
        Some(manifest)
    }

    /// The manifest as JSON with a line end.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The files by path.
    pub fn by_path(&self) -> BTreeMap<&str, &Entry> {
        self.files.iter().map(|entry| (entry.path.as_str(), entry)).collect()
    }
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a path stays in the folder it is joined to.
pub(crate) fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains('\\')
        && path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_cannot_name_a_file_outside_its_folder() {
        let entry = |path: &str| format!(r#"{{"path":"{path}","bytes":1,"sha256":"","output":"flyers"}}"#);
        let files = ["flyers/hoerde.pdf", "../../etc/passwd", "/etc/passwd", "C:/x", "a//b"].map(entry).join(",");
        let manifest = Manifest::parse(format!(r#"{{"generator":"","title":"","files":[{files}]}}"#).as_bytes())
            .expect("a manifest");
        assert_eq!(manifest.files.iter().map(|entry| entry.path.as_str()).collect::<Vec<_>>(), ["flyers/hoerde.pdf"]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let prompt = Prompt { text: "Guten Tag.".into(), voice: "pico".into(), pace: "normal".into(), seconds: 1.25 };
        let entry = |prompt| Entry {
            path: "a/b.alaw".into(),
            bytes: 3,
            sha256: sha256(b"abc"),
            output: Output::Audio,
            district: None,
            prompt,
        };
        let manifest = Manifest {
            generator: "hoerblatt".into(),
            title: "T".into(),
            files: vec![entry(Some(prompt)), entry(None)],
        };
        assert_eq!(Manifest::parse(&manifest.to_bytes()), Some(manifest));
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
