//! `publication.toml`, and the six files together.

use super::{article, city, contact, event, phone, web, word};
use crate::{
    Checked, Diagnostic, FileId, Sources,
    file::{Findings, Table, Text, parse},
    model::{
        Id, Imprint, LanguageTag, Logo, PhoneSettings, PrintSettings, Prose, Publication, Region, Settings,
        SpeechSettings, VoiceSettings, WebSettings,
    },
    rules,
};
use std::collections::BTreeSet;
use toml::{Spanned, de::DeTable};

/// Reads all six files.
pub(crate) fn read(sources: &Sources) -> Checked<Publication> {
    let findings = Findings::default();
    let parsed = |name: &'static str, must: bool| {
        let file = sources.find(name);
        if file.is_none() && must {
            findings.push(rules::file_missing(None, name));
        }
        file.map(|file| (file, parse(sources, file, &findings)))
    };
    let [publication, article, programme, districts] =
        ["publication.toml", "article.toml", "programme.toml", "districts.toml"].map(|name| parsed(name, true));
    let [offices, lexicon] = ["offices.toml", "lexicon.toml"].map(|name| parsed(name, false));
    let value = assemble(Files {
        publication: root(&publication, &findings),
        article: root(&article, &findings),
        programme: root(&programme, &findings),
        districts: root(&districts, &findings),
        offices: root(&offices, &findings),
        lexicon: root(&lexicon, &findings),
    });
    let mut diagnostics = findings.into_diagnostics();
    drop_echoes(sources, &mut diagnostics);
    // Behind a missing quotation mark a key, a time or a whole event may have been swallowed: a sheet without it would look finished.
    let value = value.filter(|_| diagnostics.iter().all(|d| d.rule != "toml-syntax"));
    // In the order in which a reader meets them: by file, then by place.
    diagnostics.sort_by_key(|d| d.span.map(|span| (span.file, span.start)));
    Checked { value, diagnostics }
}

/// What else is found on a line with a syntax error is mostly its echo: half a date is also a wrong type.
fn drop_echoes(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    let line = |d: &Diagnostic| d.span.map(|span| (span.file, sources.position(span).line));
    let from_parser = |d: &Diagnostic| matches!(d.rule, "toml-syntax" | "date-impossible");
    let broken: BTreeSet<_> = diagnostics.iter().filter(|d| from_parser(d)).filter_map(line).collect();
    diagnostics.retain(|d| from_parser(d) || line(d).is_none_or(|at| !broken.contains(&at)));
}

type Parsed<'s> = Option<(FileId, Spanned<DeTable<'s>>)>;

fn root<'t>(file: &'t Parsed<'t>, findings: &'t Findings) -> Option<Table<'t>> {
    file.as_ref().map(|(id, root)| Table::new(*id, root, findings))
}

struct Files<'t> {
    publication: Option<Table<'t>>,
    article: Option<Table<'t>>,
    programme: Option<Table<'t>>,
    districts: Option<Table<'t>>,
    offices: Option<Table<'t>>,
    lexicon: Option<Table<'t>>,
}

/// Every file that is there is read, even when another one is missing: all problems at once.
fn assemble(files: Files<'_>) -> Option<Publication> {
    let lexicon = files.lexicon.as_ref().map(city::lexicon).unwrap_or_default();
    let city = files.districts.as_ref().map(|districts| city::read(districts, files.offices.as_ref()));
    let programme = files.programme.as_ref().zip(city.as_ref()).map(|(file, city)| event::read(file, &city.3));
    let article = files.article.as_ref().and_then(article::read);
    let head = files.publication.as_ref().and_then(head);
    if let Some((districts, ..)) = &city
        && districts.is_empty()
    {
        let at = files.districts.as_ref().map(|file| file.span);
        files.districts.iter().for_each(|file| file.report(rules::no_districts(at)));
    }
    let Files {
        publication,
        article: article_file,
        programme: programme_file,
        districts: district_file,
        offices: office_file,
        lexicon: lexicon_file,
    } = files;
    // Without districts neither programme nor offices were read; their keys are not unknown for that.
    let programme_file = programme_file.filter(|_| programme.is_some());
    let office_file = office_file.filter(|_| city.is_some());
    let all = [publication, article_file, programme_file, district_file, office_file, lexicon_file];
    all.into_iter().flatten().for_each(Table::finish);
    let (districts, groups, offices, _) = city.filter(|(districts, ..)| !districts.is_empty())?;
    let Head { title, portal, language, imprint, settings } = head?;
    Some(Publication {
        title,
        portal,
        language,
        article: article?,
        programme: programme?,
        districts,
        groups,
        offices,
        lexicon,
        imprint,
        settings,
    })
}

/// What `publication.toml` itself says.
struct Head {
    title: Prose,
    portal: Option<Prose>,
    language: LanguageTag,
    imprint: Option<Imprint>,
    settings: Settings,
}

fn head(file: &Table<'_>) -> Option<Head> {
    let title = file.required_prose("title");
    let portal = file.prose("portal");
    let language = match file.text("language") {
        Some(text) => tag(file, text),
        None => LanguageTag::new("de"),
    };
    let imprint = file.table("imprint").and_then(|table| {
        let imprint = table.required_prose("text").map(|text| Imprint { text, contact: contact(&table) });
        table.finish();
        imprint
    });
    let settings = Settings {
        print: file.table("print").map(print).unwrap_or_default(),
        phone: file.table("phone").map(line).unwrap_or_default(),
        voice: file.table("voice").map(voice).unwrap_or_default(),
        web: file.table("web").map(twin).unwrap_or_default(),
        speech: file.table("speech").map(speech).unwrap_or_default(),
    };
    Some(Head { title: title?, portal, language: language?, imprint, settings })
}

fn tag(file: &Table<'_>, Text { text, span }: Text) -> Option<LanguageTag> {
    let tag = LanguageTag::new(text.trim());
    if tag.is_none() {
        file.report(rules::language_unsound(span, text));
    }
    tag
}

/// One of the words that a setting allows.
fn choice(table: &Table<'_>, key: &'static str, allowed: &[&'static str]) -> Option<String> {
    let text = table.text(key)?;
    let words: Vec<(&str, &str)> = allowed.iter().map(|&word| (word, word)).collect();
    word(table, text, key, &words).map(str::to_owned)
}

/// A whole number within `least..=most`.
fn whole(table: &Table<'_>, key: &'static str, least: u32, most: u32) -> Option<u32> {
    table.number(key, f64::from(least), f64::from(most)).map(|n| n as u32)
}

fn print(table: Table<'_>) -> PrintSettings {
    let logo = table.table("logo").and_then(|written| {
        written.require("file");
        let file = written.text("file").and_then(|text| article::inside(&written, text));
        let alt = written.required_prose("alt");
        written.finish();
        Some(Logo { file: file?, alt: alt? })
    });
    let settings = PrintSettings {
        // 16 pt is the least that counts as large print (UKAAF G003); above 28 a line holds too few words.
        size: table.number("size", 16.0, 28.0),
        paper: choice(&table, "paper", &["a4", "a5", "letter"]),
        theme: choice(&table, "theme", &["black-on-white", "white-on-black", "yellow-on-black", "city"]),
        colour: table.text("colour").and_then(|text| colour(&table, text)),
        max_pages: whole(&table, "max-pages", 1, 10_000),
        logo,
        hyphen: choice(&table, "hyphen", &["soft", "plain"]),
    };
    table.finish();
    settings
}

fn colour(table: &Table<'_>, Text { text, span }: Text) -> Option<String> {
    let digits = text.trim().strip_prefix('#').unwrap_or("");
    let sound = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    if !sound {
        table.report(rules::colour_unsound(span, text.as_str()));
    }
    sound.then(|| format!("#{}", digits.to_lowercase()))
}

fn line(table: Table<'_>) -> PhoneSettings {
    let id = table.text("line").and_then(|text| {
        let sound = Id::<PhoneSettings>::new(text.text.trim());
        if sound.is_none() {
            table.report(rules::id_unsound(text.span, text.text));
        }
        sound.map(|id| id.to_string())
    });
    let country = table.text("country").and_then(|text| {
        let digits = text.text.trim().trim_start_matches('+').to_owned();
        let sound = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        if !sound {
            table.report(rules::phone_unsound(text.span, text.text));
        }
        sound.then_some(digits)
    });
    let settings = PhoneSettings {
        line: id,
        number: phone(&table, "number"),
        operator: phone(&table, "operator"),
        dial: table.text("dial").map(|text| text.text),
        country,
        region: table.text("region").map(|text| Region(text.text.trim().to_owned())),
        time_zone: table.text("time-zone").map(|text| text.text.trim().to_owned()),
        greeting: table.prose("greeting"),
    };
    table.finish();
    settings
}

fn voice(table: Table<'_>) -> VoiceSettings {
    let settings = VoiceSettings {
        engine: choice(&table, "engine", &["pico", "espeak-ng", "piper", "command"]),
        command: table.texts("command").into_iter().map(|text| text.text).collect(),
        timeout_seconds: whole(&table, "timeout-seconds", 1, 600),
    };
    table.finish();
    settings
}

fn twin(table: Table<'_>) -> WebSettings {
    let base = web(&table, "base").map(|base| if base.ends_with('/') { base } else { format!("{base}/") });
    table.finish();
    WebSettings { base }
}

fn speech(table: Table<'_>) -> SpeechSettings {
    let gender = choice(&table, "gender", &["pause", "pair"]);
    table.finish();
    SpeechSettings { gender }
}
