//! Speech Synthesis Markup Language, W3C Recommendations of 2010 (1.1) and 2004 (1.0).

use super::{Features, Limit, Rate};

/// SSML 1.1: `lang` is new (with `token`, `w` and `lookup`, which we do not need).
pub(super) const ONE_1: Features = Features {
    version: "1.1",
    emphasis: true,
    lang: true,
    phoneme: true,
    mark: true,
    rate: Rate::Percent,
    voice: false,
    limit: Limit::None,
};

/// SSML 1.0: no `lang`; words of another language are said by the rules of the script's own.
pub(super) const ONE_0: Features = Features { version: "1.0", lang: false, rate: Rate::Factor, ..ONE_1 };
