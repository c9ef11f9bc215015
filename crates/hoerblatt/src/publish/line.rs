//! The telephone line: its flow, the prompts, and what an exchange needs.
//!
//! A dialplan that names a prompt which is not there is silence for a caller. So the line is all or nothing: if one prompt cannot be
//! spoken, the line of the run before stays as it was.

use super::{Output, Work};
use crate::project::Project;
use hoerblatt_core::{
    Diagnostic, Document,
    compose::Composition,
    model::{District, Id, Publication},
};
use hoerblatt_phone::{CallFlow, Estimated, LineOptions};
use std::collections::BTreeMap;

/// What an exchange takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Target {
    /// Asterisk and FreePBX: a dialplan with its prompts.
    Asterisk,
    /// The flow as JSON with its schema, for other exchanges.
    Json,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Asterisk, Self::Json];

    /// Its word on the command line, and its folder.
    pub fn word(self) -> &'static str {
        match self {
            Self::Asterisk => "asterisk",
            Self::Json => "json",
        }
    }
}

/// Plans the line of a publication, with durations as estimated.
pub fn flow(
    project: &Project,
    publication: &Publication,
    composition: &Composition<'_>,
    documents: &BTreeMap<Id<District>, Document>,
    findings: &mut Vec<Diagnostic>,
) -> Option<CallFlow> {
    let whole = composition.whole();
    let districts: Vec<&Document> =
        publication.districts.iter().filter_map(|district| documents.get(&district.id)).collect();
    CallFlow::plan(&whole, &districts, &options(project, publication, composition), &Estimated).report_to(findings)
}

fn options(project: &Project, publication: &Publication, composition: &Composition<'_>) -> LineOptions {
    let phone = &publication.settings.phone;
    let usual = LineOptions::default();
    let (voice, chain) = sound(publication);
    LineOptions {
        line: phone.line.clone().or_else(|| folder_name(project)).unwrap_or(usual.line),
        groups: composition.groups.clone(),
        operator: phone.operator.clone(),
        dial: phone.dial.clone().unwrap_or(usual.dial),
        country: phone.country.clone().unwrap_or(usual.country),
        region: phone.region.as_ref().map(|region| region.0.clone()),
        time_zone: phone.time_zone.clone().unwrap_or(usual.time_zone),
        greeting: composition.greeting.clone(),
        voice,
        chain,
    }
}

/// The folder's name, where an exchange takes it.
fn folder_name(project: &Project) -> Option<String> {
    let dir = project.dir.canonicalize().ok()?;
    let name: String = dir.file_name()?.to_str()?.to_ascii_lowercase();
    (name.len() <= 32).then(|| Id::<District>::new(&name))?.map(|id| id.as_str().to_owned())
}

/// Who speaks, and what is done to the sound: both are part of the prompts' names.
#[cfg(feature = "voice")]
fn sound(publication: &Publication) -> (String, String) {
    let speaker = hoerblatt_voice::Speaker::from_settings(&publication.settings.voice);
    (speaker.map_or_else(|_| String::new(), |speaker| speaker.id().0), prompts::chain().id())
}

#[cfg(not(feature = "voice"))]
fn sound(_: &Publication) -> (String, String) {
    let usual = LineOptions::default();
    (usual.voice, usual.chain)
}

/// Writes the line's files; `None` if it failed and the old one shall stay.
pub(super) fn make(work: &Work<'_>, flow: &CallFlow, findings: &mut Vec<Diagnostic>) -> Option<()> {
    #[cfg(feature = "voice")]
    let seconds = prompts::make(work, flow, findings)?;
    #[cfg(not(feature = "voice"))]
    let seconds = BTreeMap::new();
    let durations = hoerblatt_phone::Measured(seconds);
    for target in Target::ALL
        .into_iter()
        .filter(|target| work.options.targets.is_empty() || work.options.targets.contains(target))
    {
        let files = match target {
            Target::Asterisk => hoerblatt_phone::export::asterisk::files(flow),
            Target::Json => hoerblatt_phone::export::json::files(flow, &durations),
        };
        for file in files {
            let path = format!("phone/{}/{}", target.word(), file.path);
            if let Err(finding) = work.stage.write(&path, file.text.as_bytes(), Output::Phone, None) {
                findings.push(finding);
                return None;
            }
        }
    }
    Some(())
}

#[cfg(feature = "voice")]
mod prompts {
    use super::{super::Work, CallFlow};
    use crate::manifest;
    use hoerblatt_core::{Diagnostic, Pace, Severity};
    use hoerblatt_voice::{Cache, Chain, Format, Prompt, Speaker, Studio};
    use std::{collections::BTreeMap, ops::ControlFlow};

    /// What is done to the sound for an exchange.
    pub(super) fn chain() -> Chain {
        Chain::new(Format::Alaw)
    }

    /// How many prompts are spoken before they are put down: bounds the memory of a city with ten thousand events.
    const BATCH: usize = 240;

    /// Speaks every prompt that the run before did not leave, and gives the seconds of all by their paths.
    pub(super) fn make(
        work: &Work<'_>,
        flow: &CallFlow,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<BTreeMap<String, f64>> {
        let speaker =
            Speaker::from_settings(&work.publication.settings.voice).map_err(|finding| findings.push(finding)).ok()?;
        let chain = chain();
        let folder = format!("phone/asterisk/sounds/{}", flow.line);
        let mut seconds = BTreeMap::new();
        let mut wanted = Vec::new();
        for prompt in flow.prompts.values() {
            for pace in Pace::ALL {
                let path = prompt.path(pace);
                match work.stage.keep_prompt(&format!("{folder}/{path}.{}", chain.format.extension())) {
                    Some(kept) => drop(seconds.insert(path, kept.seconds)),
                    None => wanted.push((Prompt { name: path, speech: prompt.speech(), pace }, prompt.text())),
                }
            }
        }
        let (total, voice) = (wanted.len(), speaker.id().0);
        let home = work.options.cache.clone().unwrap_or_else(|| work.stage.folder().join(".hoerblatt-cache"));
        let cache = Cache::new(home.join("voice"));
        let studio = Studio { speaker: &speaker, chain: &chain, cache: &cache };
        for (number, batch) in wanted.chunks(BATCH).enumerate() {
            let (prompts, texts): (Vec<Prompt>, Vec<&str>) =
                batch.iter().map(|(prompt, text)| (prompt.clone(), text.as_str())).unzip();
            let before = number * BATCH;
            let progress = |progress: hoerblatt_voice::Progress| {
                work.progress.step(before + progress.done, total);
                ControlFlow::Continue(())
            };
            let made = studio.render(&prompts, &work.stage.path(&folder), &progress);
            let failed = made.has_errors();
            findings.extend(made.diagnostics.into_iter().map(as_disk_full));
            let rendering = made.value.filter(|rendering| !failed && rendering.prompts.len() == prompts.len())?;
            for ((rendered, prompt), text) in rendering.prompts.iter().zip(&prompts).zip(texts) {
                let told = manifest::Prompt {
                    text: text.to_owned(),
                    voice: voice.clone(),
                    pace: prompt.pace.name().to_owned(),
                    seconds: (rendered.seconds * 1000.0).round() / 1000.0,
                };
                seconds.insert(rendered.name.clone(), told.seconds);
                let path = format!("{folder}/{}.{}", rendered.name, chain.format.extension());
                work.stage.adopt(&path, told).map_err(|finding| findings.push(finding)).ok()?;
            }
        }
        Some(seconds)
    }

    /// A prompt that did not fit on the disk is a full disk, whoever noticed it.
    fn as_disk_full(finding: Diagnostic) -> Diagnostic {
        let reason = finding.argument("reason").map(|reason| format!("{reason:?}")).unwrap_or_default();
        let full =
            reason.contains("os error 28") || reason.contains("No space left") || reason.contains("os error 122");
        match finding.argument("path") {
            Some(hoerblatt_core::Argument::Text(path)) if full && finding.severity == Severity::Error => {
                crate::rules::disk_full(None, path.as_str())
            }
            _ => finding,
        }
    }
}
