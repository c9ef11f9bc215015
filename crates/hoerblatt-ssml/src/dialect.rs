//! What does an engine understand, and how much at once?
//!
//! Each engine is one small file that says which elements it takes and where its limits are ([`Features`]); all of them are written by
//! `xml.rs`. A script that is too long for one request becomes numbered parts, split between pieces, else between sentences, and
//! only inside a sentence when nothing else is left. Each part is a valid document and begins with its number.

mod azure;
mod espeak;
mod google;
mod plain;
mod polly;
mod split;
mod w3c;
mod xml;

pub(crate) use xml::escape;

use crate::{Piece, Script};
use hoerblatt_core::{Pace, ScriptPhrase};

/// What an engine reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Dialect {
    /// SSML 1.1, the standard.
    W3c,
    /// SSML 1.0, for engines (and schemas) that stopped there.
    W3cOne0,
    /// Azure Speech.
    Azure,
    /// Google Cloud Text-to-Speech.
    Google,
    /// Amazon Polly.
    Polly,
    /// espeak-ng with `-m`.
    Espeak,
    /// Words only.
    Plain,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::W3c, Self::W3cOne0, Self::Azure, Self::Google, Self::Polly, Self::Espeak, Self::Plain];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::W3c => "w3c",
            Self::W3cOne0 => "w3c-1.0",
            Self::Azure => "azure",
            Self::Google => "google",
            Self::Polly => "polly",
            Self::Espeak => "espeak",
            Self::Plain => "plain",
        }
    }

    /// The dialect with this name.
    ///
    /// ```
    /// use hoerblatt_ssml::Dialect;
    /// assert_eq!(Dialect::named("polly"), Some(Dialect::Polly));
    /// assert_eq!(Dialect::named("say-as"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.name() == name)
    }

    /// The ending of its files, without the dot.
    pub fn extension(self) -> &'static str {
        if self == Self::Plain { "txt" } else { "ssml" }
    }
}

/// How a script is to be read.
#[derive(Debug, Clone, Default)]
pub struct RenderOptions {
    /// How fast.
    pub pace: Pace,
    /// The engine's voice by name, where the dialect names one (Azure must; default: one for the script's language).
    pub voice: Option<String>,
}

/// One request to an engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// What is sent: a whole document.
    pub text: String,
}

/// The script in a dialect, in as many parts as the engine's limits ask for; never none.
pub fn render(script: &Script, dialect: Dialect, options: &RenderOptions) -> Vec<Part> {
    let features = match dialect {
        Dialect::Plain => return vec![Part { number: 1, of: 1, text: plain::write(script) }],
        Dialect::W3c => w3c::ONE_1,
        Dialect::W3cOne0 => w3c::ONE_0,
        Dialect::Azure => azure::FEATURES,
        Dialect::Google => google::FEATURES,
        Dialect::Polly => polly::FEATURES,
        Dialect::Espeak => espeak::FEATURES,
    };
    let envelope = xml::Envelope::new(script, &features, options);
    let parts = split::split(script, &features, &envelope, options.pace);
    let of = parts.len();
    let numbered = parts.into_iter().zip(1..);
    numbered.map(|(body, number)| Part { number, of, text: envelope.around(&body) }).collect()
}

/// "Part 2 of 3", said before anything else of a part.
fn announcement(script: &Script, part: usize, parts: usize) -> Piece {
    let form = script.wording.say(ScriptPhrase::Part { part: part as u64, parts: parts as u64 });
    Piece { section: None, kind: crate::PieceKind::Heading(1), sentences: vec![crate::compact(form.spoken)] }
}

/// What an engine takes.
#[derive(Debug, Clone, Copy)]
struct Features {
    /// The `version` of `<speak>`.
    version: &'static str,
    /// `<emphasis>`.
    emphasis: bool,
    /// `<lang>`, new in SSML 1.1.
    lang: bool,
    /// `<phoneme alphabet="ipa">`.
    phoneme: bool,
    /// `<mark>` with the section's id before each heading.
    mark: bool,
    /// How `<prosody rate>` is written.
    rate: Rate,
    /// Whether `<voice name>` must be there.
    voice: bool,
    /// How much fits in one request.
    limit: Limit,
}

/// How a rate is written.
#[derive(Debug, Clone, Copy)]
enum Rate {
    /// `80%` of the usual rate.
    Percent,
    /// `0.8`, as SSML 1.0 has it.
    Factor,
}

/// How much an engine takes in one request.
#[derive(Debug, Clone, Copy)]
enum Limit {
    /// Any length.
    None,
    /// Bytes of the whole document, tags included.
    Bytes(usize),
    /// Characters of the whole document, and of its text without tags.
    Characters {
        /// With tags.
        whole: usize,
        /// Without.
        billed: usize,
    },
    /// Seconds of audio.
    Seconds(f64),
}
