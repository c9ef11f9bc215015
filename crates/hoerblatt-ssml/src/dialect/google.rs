//! Google Cloud Text-to-Speech: 5,000 bytes a request, in which tags count and an umlaut is two.
//!
//! Source: "Quotas and limits" and "Speech Synthesis Markup Language (SSML)", cloud.google.com/text-to-speech.

use super::{Features, Limit, Rate};

pub(super) const FEATURES: Features = Features {
    version: "1.1",
    emphasis: true,
    lang: true,
    phoneme: true,
    mark: true,
    rate: Rate::Percent,
    voice: false,
    limit: Limit::Bytes(5_000),
};
