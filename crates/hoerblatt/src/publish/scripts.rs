//! A district's scripts: for a screen reader and for the telephone, each as SSML 1.1 and as plain words.

use super::{Output, Work};
use hoerblatt_core::{
    Diagnostic,
    model::{District, Id},
};
use hoerblatt_ssml::{Channel, Dialect, RenderOptions, render, script};

pub(super) fn make(work: &Work<'_>, district: &Id<District>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let Some(document) = work.documents.get(district) else { return findings };
    for channel in Channel::ALL {
        let script = script(document, channel);
        for (dialect, ending) in [(Dialect::W3c, "ssml"), (Dialect::Plain, "txt")] {
            let text: String =
                render(&script, dialect, &RenderOptions::default()).into_iter().map(|part| part.text).collect();
            let path = format!("scripts/{district}.{}.{ending}", channel.name());
            work.write(&path, text.as_bytes(), Output::Scripts, district, &mut findings);
        }
    }
    findings
}
