//! The twin says what the document says, as text whatever it holds, in no language of its own.

#![expect(clippy::disallowed_methods, reason = "tests read the repository's publications and their goldens")]

use chrono::{NaiveDate, NaiveTime};
use hoerblatt_core::{
    Block, Date, Document, DocumentScope, EventData, Fact, FactKind, Figure, Form, Id, Inline, Role, Scope, Section,
    SectionId, Sentence, Sources, StatusKind, Table, TableRow, Target, Value,
    compose::Composition,
    language::pseudo::Pseudo,
    model::{LanguageTag, Publication, When},
};
use hoerblatt_web::{AudioTrack, CalendarOptions, PageOptions, Picture, TextOptions, calendar, page, schema_org, text};
use std::{path::Path, sync::Arc};

const FILES: [&str; 6] =
    ["publication.toml", "article.toml", "programme.toml", "districts.toml", "offices.toml", "lexicon.toml"];

fn load(name: &str) -> Publication {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name);
    let mut sources = Sources::default();
    for file in FILES {
        if let Ok(text) = std::fs::read_to_string(folder.join(file)) {
            sources.add(file, text);
        }
    }
    Publication::read(&sources).value.expect("the repository's publications read")
}

fn documents(publication: &Publication) -> Vec<Document> {
    let composition = Composition::new(publication, &Pseudo, NaiveDate::from_ymd_opt(2026, 9, 1));
    let mut all = vec![composition.whole()];
    all.extend(publication.districts.iter().filter_map(|d| composition.document(&Scope::District(d.id.clone()))));
    all
}

fn everything() -> PageOptions {
    let picture = Picture { address: "bild.jpg".to_owned(), width: 800, height: 600 };
    let files = ["bild.png", "bild.jpg", "foto.png", "fest.png"].map(|file| (file.into(), picture.clone()));
    PageOptions {
        flyer: Some("hoerde.pdf".to_owned()),
        text: Some("hoerde.txt".to_owned()),
        calendar: Some("hoerde.ics".to_owned()),
        whole: Some("index.html".to_owned()),
        districts: vec![(Form::plain("⟦Hörde⟧"), "hoerde.html".to_owned())],
        tracks: vec![AudioTrack {
            title: Form::plain("⟦Ansage⟧"),
            address: "hoerde.wav".to_owned(),
            media_type: "audio/wav".to_owned(),
        }],
        pictures: files.into_iter().collect(),
        address: Some("https://example.org/hoerde.html".to_owned()),
    }
}

/// A publication made of one event with the given lines, everything else plain.
fn one_event(lines: &str) -> Document {
    let mut sources = Sources::default();
    sources.add("publication.toml", "title = \"Blatt\"".to_owned());
    sources.add("article.toml", "headline = \"Mai\"\nlead = \"Im Mai.\"\npublished = 2026-05-01".to_owned());
    sources.add("programme.toml", format!("[[event]]\n{lines}"));
    sources.add("districts.toml", "[[district]]\nid = \"hoerde\"\nname = \"Hörde\"".to_owned());
    let read = Publication::read(&sources);
    let publication = read.value.unwrap_or_else(|| panic!("{lines}: {:?}", read.diagnostics));
    assert_eq!(publication.programme.events.len(), 1, "{lines}: {:?}", read.diagnostics);
    publication.edition(Scope::Publication).compose(&Pseudo).value.unwrap()
}

/// The text between the tags of the body, and every attribute that is read aloud.
fn heard(html: &str) -> Vec<String> {
    let body = html.split_once("<body>").unwrap().1;
    let mut heard = Vec::new();
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or_else(|| panic!("a tag that does not end: {piece}"));
        for name in ["alt", "aria-label", "title"] {
            if let Some((_, value)) = tag.split_once(&format!(" {name}=\"")) {
                heard.push(value.split('"').next().unwrap().to_owned());
            }
        }
        heard.push(text.to_owned());
    }
    heard.retain(|text| !text.trim().is_empty());
    heard
}

/// Every open tag is closed in order.
fn assert_balanced(html: &str) {
    let mut open = Vec::new();
    for piece in html.split('<').skip(1).filter(|p| !p.starts_with('!')) {
        let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name), "at <{piece}"),
            None if ["meta", "link", "br", "img", "source"].contains(&name.as_str()) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
}

#[test]
fn no_word_comes_from_here() {
    for name in ["dortmund-2022", "musterstadt-2026"] {
        for document in documents(&load(name)) {
            let html = page(&document, &everything());
            assert_balanced(&html);
            for text in heard(&html) {
                let mut inside = false;
                let naked: String = text
                    .replace("&nbsp;", " ")
                    .replace("&amp;", " ")
                    .replace("&quot;", " ")
                    .chars()
                    .filter(|c| {
                        let naked = !inside && *c != '⟦';
                        inside = (inside || *c == '⟦') && *c != '⟧';
                        naked && c.is_alphanumeric()
                    })
                    .collect();
                assert!(naked.is_empty(), "{name}: {naked:?} in {text:?}");
            }
        }
    }
}

/// The words of headings in reading order.
fn headings(sections: &[Arc<Section>], found: &mut Vec<String>) {
    for section in sections {
        found.push(section.heading.iter().map(first_word).collect());
        headings(&section.sections, found);
    }
}

fn first_word(inline: &Inline) -> String {
    match inline {
        Inline::Text(form) | Inline::Value(_, form) | Inline::Abbreviation { form, .. } => form.written.clone(),
        Inline::Strong(inner) | Inline::Foreign(_, inner) | Inline::Link(_, inner) => {
            inner.iter().map(first_word).collect()
        }
        _ => String::new(),
    }
}

#[test]
fn headings_stand_in_the_documents_order_and_skip_no_level() {
    for document in documents(&load("musterstadt-2026")) {
        let html = page(&document, &PageOptions::default());
        let mut expected = vec![document.headline.iter().map(first_word).collect::<String>()];
        headings(&document.sections, &mut expected);
        let mut level_before = 0;
        let mut found = Vec::new();
        for piece in html.split("<h").skip(1).filter(|p| p.starts_with(|c: char| c.is_ascii_digit())) {
            let level = piece.as_bytes()[0] - b'0';
            assert!(level <= level_before + 1, "h{level} after h{level_before}");
            level_before = level;
            let inner = piece.split_once('>').unwrap().1.split("</h").next().unwrap();
            let text: String = inner.split('<').map(|p| p.split_once('>').map_or(p, |(_, text)| text)).collect();
            found.push(text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&").replace("&quot;", "\""));
        }
        assert_eq!(found, expected);
    }
}

#[test]
fn hostile_text_stays_text_everywhere() {
    let nasty = r#"</script><script>alert(1)</script> & \"x\" <!-- \\; , ]]> javascript:x"#;
    let document = one_event(&format!(
        "title = \"{nasty}\"\ndate = 2026-05-11\nplace = \"{nasty}\"\ndescription = \"[hier](javascript:alert(1)) {nasty}\""
    ));
    let html = page(&document, &everything());
    assert_balanced(&html.replace(&schema_org(&document, everything().address.as_deref()), ""));
    assert_eq!(html.matches("<script").count(), 1, "only the data block");
    assert_eq!(html.matches("</script").count(), 1);
    assert!(!html.contains("href=\"javascript"));
    let json: serde_json::Value = serde_json::from_str(&schema_org(&document, None)).unwrap();
    assert!(json["@graph"][0]["name"].as_str().unwrap().contains("</script>"));
    let entries = calendar(&document, &CalendarOptions::default());
    assert_eq!(entries.matches("BEGIN:VEVENT").count(), 1);
    assert!(unfolded(&entries).contains("\\;"));
}

fn unfolded(entries: &str) -> String {
    entries.replace("\r\n ", "")
}

/// The values of a property, in order.
fn values<'e>(entries: &'e str, name: &str) -> Vec<&'e str> {
    entries.lines().filter(|l| l.strip_prefix(name).is_some_and(|r| r.starts_with([':', ';']))).collect()
}

#[test]
fn calendars_keep_the_form_of_rfc_5545() {
    for name in ["dortmund-2022", "musterstadt-2026"] {
        for document in documents(&load(name)) {
            let entries = calendar(&document, &CalendarOptions::default());
            assert_eq!(entries.matches('\n').count(), entries.matches("\r\n").count(), "every line ends with CRLF");
            for line in entries.split("\r\n") {
                assert!(line.len() <= 75, "{} octets: {line}", line.len());
            }
            let whole = unfolded(&entries);
            let mut ids = values(&whole, "UID");
            let all = ids.len();
            assert_eq!(all, whole.matches("BEGIN:VEVENT").count());
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "each id once");
        }
    }
}

#[test]
fn appointments_say_what_was_meant() {
    let entry = |lines: &str| {
        unfolded(&calendar(
            &one_event(&format!("id = \"fest\"\ntitle = \"Fest\"\n{lines}")),
            &CalendarOptions::default(),
        ))
    };
    let lines = |entry: &str, names: &[&str]| -> Vec<String> {
        let event = entry.split_once("BEGIN:VEVENT").unwrap().1.to_owned();
        names.iter().flat_map(|name| values(&event, name).into_iter().map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    let times = ["DTSTART", "DTEND", "RRULE", "UID"];
    assert_eq!(
        lines(&entry("date = 2026-05-11"), &times),
        ["DTSTART;VALUE=DATE:20260511", "DTEND;VALUE=DATE:20260512", "UID:fest@hoerblatt"]
    );
    assert_eq!(
        lines(&entry("date = 2026-12-30\nuntil-date = 2026-12-31"), &times)[..2],
        ["DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270101"]
    );
    assert_eq!(
        lines(&entry("date = 2026-05-11\nfrom = \"15:00\"\nuntil = \"17:30\""), &times)[..2],
        ["DTSTART;TZID=Europe/Berlin:20260511T150000", "DTEND;TZID=Europe/Berlin:20260511T173000"]
    );
    assert_eq!(
        lines(&entry("date = 2026-06-01\nuntil-date = 2026-06-03\nfrom = \"10:00\"\nuntil = \"16:00\""), &times)[..3],
        [
            "DTSTART;TZID=Europe/Berlin:20260601T100000",
            "DTEND;TZID=Europe/Berlin:20260601T160000",
            "RRULE:FREQ=DAILY;COUNT=3"
        ]
    );
    assert_eq!(
        lines(&entry("date = 2026-06-01\nuntil-date = 2026-06-02\nfrom = \"20:00\"\nuntil = \"01:00\""), &times)[..2],
        ["DTSTART;TZID=Europe/Berlin:20260601T200000", "DTEND;TZID=Europe/Berlin:20260602T010000"]
    );
    assert_eq!(
        lines(&entry("dates = [2026-05-11, 2026-05-18]\nfrom = \"15:00\""), &["UID"]),
        ["UID:fest@hoerblatt", "UID:fest-2@hoerblatt"]
    );
    let cancelled = entry("date = 2026-05-11\nstatus = \"cancelled\"");
    assert_eq!(
        lines(&cancelled, &["STATUS", "SUMMARY", "DTSTAMP"]),
        ["STATUS:CANCELLED", "SUMMARY:⟦CancelledTitle⟧ ⟦Fest⟧", "DTSTAMP:20260501T000000Z"]
    );
}

#[test]
fn a_zone_whose_rules_are_unknown_leaves_times_without_zone() {
    let document = one_event("title = \"Fest\"\ndate = 2026-05-11\nfrom = \"15:00\"");
    let in_zone = |zone: &str| calendar(&document, &CalendarOptions { zone: zone.to_owned(), ..Default::default() });
    assert!(in_zone("Europe/Vienna").contains("TZID:Europe/Vienna\r\n"));
    let floating = in_zone("Pacific/Auckland");
    assert!(floating.contains("DTSTART:20260511T150000\r\n") && !floating.contains("VTIMEZONE"));
}

#[test]
fn wrapping_plain_text_loses_nothing() {
    for document in documents(&load("musterstadt-2026")) {
        let narrow = text(&document, &TextOptions { width: Some(60) });
        let wide = text(&document, &TextOptions::default());
        assert!(!wide.contains(['\u{a0}', '\u{202f}', '\t']) && !wide.contains("\n\n\n") && wide.ends_with('\n'));
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&narrow), words(&wide), "wrapping loses nothing");
    }
}

/// A sheet built by hand, so that its goldens change only with this crate.
fn sheet() -> Document {
    let text = |text: &str| Inline::Text(Form::plain(text));
    let sentence = |words: &str| Sentence(vec![text(words)]);
    let fact = |kind, label: &str, content: Vec<Sentence>| Fact { kind, label: Form::plain(label), content };
    let day = NaiveDate::from_ymd_opt(2026, 5, 11).unwrap();
    let date = Inline::Value(Box::new(Value::Date(Date::with_weekday(day))), Form::plain("Montag, 11.\u{a0}Mai"));
    let call = Target { address: "tel:+493023125017".to_owned(), purpose: "Seniorenbüro anrufen".to_owned() };
    let turkish = LanguageTag::new("tr").unwrap();
    let event = EventData {
        event: Id::new("tanz").unwrap(),
        title: Form::plain("Tanz & Tee"),
        when: vec![When { date: day, until_date: None, from: NaiveTime::from_hms_opt(15, 0, 0), until: None }],
        districts: Vec::new(),
        place: None,
        access: Vec::new(),
        admission: None,
        status: StatusKind::Moved,
        new: false,
        phone: None,
    };
    let section = |id: &str, role, heading: &str, blocks, sections| {
        let heading = vec![text(heading)];
        Arc::new(Section { id: SectionId(id.to_owned()), role, heading, blocks, sections, span: None })
    };
    let facts = vec![
        fact(FactKind::Status, "", vec![sentence("Verlegt.")]),
        fact(FactKind::Date, "", vec![Sentence(vec![date.clone()])]),
        fact(FactKind::Place, "Ort:", vec![sentence("Bürgersaal"), sentence("Hörder Straße 1")]),
        fact(FactKind::Phone, "Telefon:", vec![Sentence(vec![Inline::Link(call, vec![text("030 23125-017")])])]),
    ];
    let words = Sentence(vec![
        Inline::Strong(vec![text("Alle")]),
        text(" sagen "),
        Inline::Foreign(turkish, vec![text("hoş geldiniz")]),
    ]);
    let blocks = vec![
        Block::Facts(facts),
        Block::Paragraph(vec![words, sentence("Bis bald!")]),
        Block::List(vec![vec![sentence("Kaffee")], vec![sentence("Kuchen")]]),
        Block::Quote(vec![sentence("Schön war es.")]),
    ];
    let tanz = section("programme/tanz", Role::Event(Box::new(event)), "Tanz & Tee", blocks, Vec::new());
    let rows = vec![TableRow { event: None, cells: vec![vec![date], vec![text("Tanz & Tee")]] }];
    let columns = vec![Form::plain("Datum"), Form::plain("Titel")];
    let table = Block::Table(Table { caption: Form::plain("Alle Termine"), columns, rows });
    let figure = Block::Figure(Figure {
        file: Some("bild.jpg".into()),
        alt: Form::plain("Ein Saal voller Leute"),
        caption: Some(Form::plain("Im Saal")),
        credit: Some(Form::plain("Bild: Stadt")),
        span: None,
    });
    Document {
        language: LanguageTag::new("de").unwrap(),
        title: Form::plain("Blatt"),
        scope: DocumentScope::Publication,
        portal: Some(Form::plain("Portal")),
        kicker: Some(Form::plain("Programm")),
        headline: vec![text("Mai")],
        published: NaiveDate::from_ymd_opt(2026, 5, 1).unwrap(),
        today: None,
        sections: vec![
            section("programme", Role::Programme, "Termine", Vec::new(), vec![tanz]),
            section("overview", Role::Overview, "Überblick", vec![table, figure], Vec::new()),
        ],
        wording: hoerblatt_core::Language::wording(&Pseudo),
    }
}

#[test]
fn a_small_sheet_comes_out_as_written_here() {
    golden("page.html", &page(&sheet(), &everything()));
    golden("calendar.ics", &calendar(&sheet(), &CalendarOptions::default()));
    golden("text.txt", &text(&sheet(), &TextOptions::default()));
}

fn golden(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var("UPDATE").is_ok() {
        return std::fs::write(&path, now).unwrap();
    }
    let then = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(then == now, "{name} has changed: look at it with UPDATE=1 cargo test -p hoerblatt-web and git diff");
}
