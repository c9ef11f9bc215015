//! Azure Speech: based on SSML 1.0 with `<lang>`, a `<voice>` in every document, at most ten minutes of audio a request.
//!
//! Source: "Speech Synthesis Markup Language (SSML) overview" and "Speech service quotas and limits", learn.microsoft.com.

use super::{Features, Limit, Rate};

/// Nine minutes: the ten of the service, less what our estimate may be off.
const SECONDS: f64 = 540.0;

pub(super) const FEATURES: Features = Features {
    version: "1.0",
    emphasis: true,
    lang: true,
    phoneme: true,
    // Azure's own element is called `bookmark`; nothing listens for it here.
    mark: false,
    rate: Rate::Percent,
    voice: true,
    limit: Limit::Seconds(SECONDS),
};

/// The neural voices that speak when no other is chosen.
const VOICES: &[(&str, &str)] = &[
    ("ar", "ar-EG-SalmaNeural"),
    ("de", "de-DE-KatjaNeural"),
    ("en", "en-GB-SoniaNeural"),
    ("pl", "pl-PL-ZofiaNeural"),
    ("ru", "ru-RU-SvetlanaNeural"),
    ("tr", "tr-TR-EmelNeural"),
    ("uk", "uk-UA-PolinaNeural"),
];

/// A voice for a language; where none is known, the multilingual one.
pub(super) fn voice(primary: &str) -> &'static str {
    VOICES.iter().find(|(language, _)| *language == primary).map_or("en-US-AvaMultilingualNeural", |(_, voice)| voice)
}
