//! espeak-ng 1.51 with `-m`, as measured: `break`, `emphasis`, `mark` and rates work; `phoneme` is ignored and its words are said.
//!
//! `xml:lang` on `<s>` or `<p>` makes the *next* sibling foreign, so foreign words always stand in `<lang>`.

use super::{Features, Limit, Rate};

pub(super) const FEATURES: Features = Features {
    version: "1.1",
    emphasis: true,
    lang: true,
    phoneme: false,
    mark: true,
    rate: Rate::Percent,
    voice: false,
    limit: Limit::None,
};
