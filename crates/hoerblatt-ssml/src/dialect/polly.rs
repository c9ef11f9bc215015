//! Amazon Polly: 6,000 characters a request, of which 3,000 are billed; tags are free, but an unsupported one is an error.
//!
//! Source: "Quotas in Amazon Polly" and "Supported SSML tags", docs.aws.amazon.com/polly.

use super::{Features, Limit, Rate};

pub(super) const FEATURES: Features = Features {
    version: "1.1",
    // Refused by the neural voices, the only ones that read German well.
    emphasis: false,
    lang: true,
    phoneme: true,
    mark: true,
    rate: Rate::Percent,
    voice: false,
    limit: Limit::Characters { whole: 6_000, billed: 3_000 },
};
