//! A flyer from a publication that was built in code: no folder, no TOML.
//!
//! `cargo run -p hoerblatt-examples --bin flyer_from_code -- FILE.pdf`

use chrono::{NaiveDate, NaiveTime};
use hoerblatt::{
    Tongue,
    core::{
        Checked, Diagnostic, Id, Scope,
        model::{
            Article, District, Event, LanguageTag, Lexicon, Place, Programme, Prose, Publication, Settings, Status,
            When,
        },
    },
    language_of, messages,
    pdf::{FlyerOptions, flyer},
    publish::flyers::fonts,
};
use std::{error::Error, process::ExitCode};

/// One event in one district. An id that is no id is `None`.
fn publication() -> Option<Publication> {
    let published = NaiveDate::from_ymd_opt(2026, 5, 4)?;
    let quarter = Id::new("hafenviertel")?;
    let event = Event {
        id: Id::new("fruehstueck")?,
        title: Prose::new("Frühstück am Kai"),
        when: vec![When {
            date: NaiveDate::from_ymd_opt(2026, 5, 11)?,
            until_date: None,
            from: NaiveTime::from_hms_opt(9, 30, 0),
            until: NaiveTime::from_hms_opt(11, 0, 0),
        }],
        districts: vec![quarter.clone()],
        place: Some(Place { name: Prose::new("Speicher III"), address: None, room: None, directions: None }),
        description: Some(Prose::new("Wir decken den Tisch für 20 Nachbar*innen. Bringen Sie Hunger mit.")),
        admission: None,
        registration: None,
        access: Vec::new(),
        status: Status::Planned,
        added: None,
        span: None,
    };
    Some(Publication {
        title: Prose::new("Mai im Hafenviertel"),
        portal: None,
        language: LanguageTag::new("de")?,
        article: Article {
            kicker: None,
            headline: Prose::new("Der Mai beginnt mit einem Frühstück"),
            lead: Prose::new("Am 11. Mai wird am Kai gefrühstückt. Alle sind eingeladen."),
            published,
            image: None,
            body: Vec::new(),
            notices: Vec::new(),
            links: Vec::new(),
        },
        programme: Programme { title: None, intro: None, events: vec![event] },
        districts: vec![District { id: quarter, name: Prose::new("Hafenviertel"), office: None, span: None }],
        groups: Vec::new(),
        offices: Vec::new(),
        lexicon: Lexicon::default(),
        imprint: None,
        settings: Settings::default(),
    })
}

/// The value, or the findings that kept it from being as sentences.
fn usable<T>(checked: Checked<T>) -> Result<T, String> {
    checked.value.ok_or_else(|| checked.diagnostics.iter().map(sentence).collect::<Vec<_>>().join("\n"))
}

fn sentence(finding: &Diagnostic) -> String {
    messages::sentence(finding, Tongue::German).message
}

fn run(target: &std::ffi::OsStr) -> Result<usize, Box<dyn Error>> {
    let publication = publication().ok_or("the publication in this file is unsound")?;
    let language = language_of(&publication).map_err(|finding| sentence(&finding))?;
    let scope = Scope::District(publication.districts[0].id.clone());
    let document = usable(publication.edition(scope).compose(language.as_ref()))?;
    let pdf = usable(flyer(&document, &fonts(), &FlyerOptions::default()))?;
    #[expect(
        clippy::disallowed_methods,
        reason = "a program may write a file; the library's own writer is for whole sets"
    )]
    std::fs::write(target, &pdf.bytes)?;
    Ok(pdf.pages)
}

fn main() -> ExitCode {
    let Some(target) = std::env::args_os().nth(1) else {
        eprintln!("flyer_from_code FILE.pdf");
        return ExitCode::from(2);
    };
    match run(&target) {
        Ok(pages) => println!("{} hat {pages} Seiten.", target.to_string_lossy()),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
