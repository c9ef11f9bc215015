//! How fast prompts are made: the scripts of all districts of the Dortmund publication, each section a prompt, in all three paces.
//!
//! Prints sound made in a second of work, with one thread and with all, and how long a second run takes that finds everything done.
//! `HOERBLATT_BENCH_KEEP` names a folder in which the sounds are kept, to be listened to and measured.

#![expect(clippy::disallowed_methods, reason = "a bench reads the clock, the publication and where to keep its sounds")]

use hoerblatt_core::{Pace, Pause, Scope, Sources, Speech, SpeechToken, compose::Composition, model::Publication};
use hoerblatt_de::{German, LanguageSettings};
use hoerblatt_ssml::{Channel, script};
use hoerblatt_voice::{Cache, Chain, Format, Prompt, Rendering, Speaker, Studio};
use std::{
    collections::{BTreeMap, HashSet},
    ops::ControlFlow,
    path::Path,
    time::Instant,
};

const FILES: [&str; 6] =
    ["publication.toml", "article.toml", "programme.toml", "districts.toml", "offices.toml", "lexicon.toml"];

fn main() {
    let prompts = prompts();
    let keep = std::env::var_os("HOERBLATT_BENCH_KEEP");
    for threads in [1, std::thread::available_parallelism().map_or(1, usize::from)] {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let folder = keep.as_ref().map_or(temporary.path(), Path::new).join(threads.to_string());
        let folder = folder.as_path();
        let (made, seconds) = timed(&prompts, folder, threads);
        let sound: f64 = made.prompts.iter().map(|prompt| prompt.seconds).sum();
        let bytes: usize = made.prompts.iter().map(|prompt| prompt.bytes).sum();
        println!(
            "{threads} threads: {} prompts ({} spoken), {:.1} min of sound, {:.1} MB in {seconds:.2} s: {:.0} × faster than played",
            made.prompts.len(),
            made.spoken,
            sound / 60.0,
            bytes as f64 / 1e6,
            sound / seconds
        );
        let worst = made.prompts.iter().map(|prompt| prompt.level_db.abs()).fold(0.0, f64::max);
        let (again, seconds) = timed(&prompts, folder, threads);
        println!("  worst level {worst:.2} dB; second run: {} spoken, {:.0} ms", again.spoken, seconds * 1000.0);
    }
}

fn timed(prompts: &[Prompt], folder: &Path, threads: usize) -> (Rendering, f64) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let (chain, cache) = (Chain::new(Format::Alaw), Cache::new(folder.join("cache")));
    let studio = Studio { speaker: &Speaker::Pico, chain: &chain, cache: &cache };
    let start = Instant::now();
    let made = pool.install(|| studio.render(prompts, &folder.join("sounds"), &|_| ControlFlow::Continue(())));
    let seconds = start.elapsed().as_secs_f64();
    for finding in &made.diagnostics {
        println!("{}: {:?}", finding.rule, finding.arguments);
    }
    (made.value.expect("a rendering"), seconds)
}

/// What is said of each section of each district, once in each pace; what districts share is one prompt, so that every second of
/// sound is worked for.
fn prompts() -> Vec<Prompt> {
    let publication = publication();
    let settings = LanguageSettings { lexicon: publication.lexicon.clone(), ..LanguageSettings::default() };
    let german = German::new(&settings);
    let composition = Composition::new(&publication, &german, None);
    let mut sections: BTreeMap<String, Speech> = BTreeMap::new();
    for district in &publication.districts {
        let Some(document) = composition.document(&Scope::District(district.id.clone())) else { continue };
        for piece in script(&document, Channel::Phone).pieces {
            let name = piece.section.as_ref().map_or(district.id.to_string(), |id| id.0.clone());
            let own = if name.starts_with("programme/") { name } else { format!("{}/{name}", district.id) };
            let speech = sections.entry(own).or_default();
            for sentence in piece.sentences {
                speech.extend(sentence);
                speech.0.push(SpeechToken::Pause(Pause::Sentence));
            }
        }
    }
    let mut said = HashSet::new();
    sections.retain(|_, speech| said.insert(speech.clone()));
    let each = |(name, speech): (String, Speech)| {
        Pace::ALL.map(|pace| Prompt { name: format!("{}/{name}", pace.name()), speech: speech.clone(), pace })
    };
    sections.into_iter().flat_map(each).collect()
}

fn publication() -> Publication {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/dortmund-2022");
    let mut sources = Sources::default();
    for file in FILES {
        if let Ok(text) = std::fs::read_to_string(folder.join(file)) {
            sources.add(file, text);
        }
    }
    Publication::read(&sources).value.expect("the publication reads")
}
