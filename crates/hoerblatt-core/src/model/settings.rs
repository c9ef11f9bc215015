//! What a publication may choose for each arm: the `[print]`, `[phone]`, `[voice]`, `[web]` and `[speech]` tables of `publication.toml`.

use super::{PhoneNumber, Prose, Region};
use std::path::PathBuf;

/// All settings of a publication.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// The flyer.
    pub print: PrintSettings,
    /// The telephone line.
    pub phone: PhoneSettings,
    /// The voice.
    pub voice: VoiceSettings,
    /// The HTML twin.
    pub web: WebSettings,
    /// How text is read.
    pub speech: SpeechSettings,
}

/// `[print]`: the flyer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PrintSettings {
    /// Body size in pt.
    pub size: Option<f64>,
    /// `a4`, `a5` or `letter`.
    pub paper: Option<String>,
    /// `black-on-white`, `white-on-black`, `yellow-on-black` or `city`.
    pub theme: Option<String>,
    /// The city's colour as `#rrggbb`, for the theme `city`.
    pub colour: Option<String>,
    /// At most this many pages.
    pub max_pages: Option<u32>,
    /// The city's logo.
    pub logo: Option<Logo>,
    /// `soft` (heard as one word; default) or `plain`: how a hyphen at a line end is encoded.
    pub hyphen: Option<String>,
}

/// A logo is a picture that must say what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    /// The file, relative to the publication's folder.
    pub file: PathBuf,
    /// What it shows.
    pub alt: Prose,
}

/// `[phone]`: the telephone line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PhoneSettings {
    /// What the line is called in file names and contexts; default: the folder's name.
    pub line: Option<String>,
    /// The number people dial.
    pub number: Option<PhoneNumber>,
    /// A person to talk to where no office is given.
    pub operator: Option<PhoneNumber>,
    /// How the exchange reaches the outside, e.g. `PJSIP/{number}@trunk`.
    pub dial: Option<String>,
    /// Country code for national numbers, without `+`; default 49.
    pub country: Option<String>,
    /// Region for public holidays.
    pub region: Option<Region>,
    /// IANA time zone; default Europe/Berlin.
    pub time_zone: Option<String>,
    /// A greeting in the city's own words.
    pub greeting: Option<Prose>,
}

/// `[voice]`: who speaks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VoiceSettings {
    /// `pico` (default) or the name of a table `[voice.<name>]` with a command.
    pub engine: Option<String>,
    /// Program and arguments of an outside voice; `{text}`, `{out}` and `{rate}` are filled in, no shell is involved.
    pub command: Vec<String>,
    /// Seconds after which the program is stopped; default 30.
    pub timeout_seconds: Option<u32>,
}

/// `[web]`: the HTML twin.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WebSettings {
    /// Where the pages will stand, ending in `/`; gives QR codes their addresses.
    pub base: Option<String>,
}

/// `[speech]`: how text is read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SpeechSettings {
    /// `pause` (default) or `pair`: how gender forms are said.
    pub gender: Option<String>,
}
