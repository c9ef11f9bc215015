//! A document built by hand: every kind of block, with text that tries to break out.

use chrono::NaiveDate;
use hoerblatt_core::{
    Block, CodePurpose, Document, DocumentScope, Fact, FactKind, Figure, Form, Inline, Language, Pause, QrCode, Role,
    Section, SectionId, Sentence, Speech, SpeechToken, Table, TableRow, language::pseudo::Pseudo, model::LanguageTag,
};
use std::sync::Arc;

/// Text that must come out as text.
pub(crate) const NASTY: &str = "${SHELL(reboot)}, ; ) \" & < > ' ]]> <!-- --> \u{0} \u{b} \u{fffe} \n </speak>";

/// A sentence of plain words.
pub(crate) fn sentence(text: &str) -> Sentence {
    Sentence(vec![Inline::Text(Form::plain(text))])
}

fn fact(kind: FactKind, label: &str, text: &str) -> Fact {
    Fact { kind, label: Form::plain(label), content: vec![sentence(text)] }
}

fn section(id: &str, role: Role, heading: &str, blocks: Vec<Block>, sections: Vec<Arc<Section>>) -> Arc<Section> {
    let heading = vec![Inline::Text(Form::plain(heading))];
    Arc::new(Section { id: SectionId(id.into()), role, heading, blocks, sections, span: None })
}

/// The sheet of an invented district.
pub(crate) fn document() -> Document {
    let gender = Speech(vec![
        SpeechToken::Words("die Bürger".into()),
        SpeechToken::Pause(Pause::Gender),
        SpeechToken::Words("innen beim".into()),
        SpeechToken::Spell(vec!["D".into(), "R".into(), "K".into()]),
        SpeechToken::Words(".".into()),
    ]);
    let named = Speech(vec![
        SpeechToken::Words("Mit".into()),
        SpeechToken::Sounds { words: "Oginski".into(), ipa: "oˈɡʲiɲski".into() },
        SpeechToken::Words("im".into()),
    ]);
    let turkish = LanguageTag::new("tr").expect("a tag");
    let article = vec![
        Block::Paragraph(vec![
            Sentence(vec![Inline::Text(Form { spoken: gender, ..Form::default() })]),
            Sentence(vec![
                Inline::Text(Form { spoken: named, ..Form::default() }),
                Inline::Strong(vec![Inline::Text(Form::plain("großen Saal")), Inline::Text(Form::plain(","))]),
                Inline::Foreign(turkish, vec![Inline::Text(Form::plain("hoş geldiniz"))]),
                Inline::Text(Form::plain("!")),
            ]),
        ]),
        Block::List(vec![vec![sentence("Ein Punkt.")], vec![sentence("Noch einer."), sentence("Und mehr.")]]),
        Block::Quote(vec![sentence("Das hat jemand gesagt.")]),
        Block::Figure(Figure {
            file: None,
            alt: Form::plain("Ein Haus mit Turm."),
            caption: Some(Form::plain("Das Stadthaus")),
            credit: None,
            span: None,
        }),
        Block::Code(QrCode {
            purpose: CodePurpose::Web,
            payload: "https://x.example".into(),
            text: vec![sentence("Diese Seite im Internet.")],
        }),
    ];
    let cell = |text: &str| vec![Inline::Text(Form::plain(text))];
    let overview = Table {
        caption: Form::plain("Datum und Titel aller Termine"),
        columns: vec![Form::plain("Datum"), Form::plain("Titel")],
        rows: vec![TableRow { event: None, cells: vec![cell("elfter Mai"), cell("Luftballons")] }],
    };
    let event = section(
        "programme/luftballons",
        Role::ArticleSection,
        NASTY,
        vec![Block::Facts(vec![
            fact(FactKind::Date, "", "Mittwoch, elfter Mai"),
            fact(FactKind::Place, "Ort:", "Saal & Café <unten>"),
            fact(FactKind::Phone, "Telefon:", "null drei null, zwei drei eins"),
            fact(FactKind::Web, "Internet:", "x Punkt example"),
        ])],
        vec![],
    );
    Document {
        language: LanguageTag::new("de").expect("a tag"),
        title: Form::plain("Das Blatt"),
        scope: DocumentScope::Publication,
        portal: Some(Form::plain("Seniorenportal")),
        kicker: None,
        headline: vec![Inline::Text(Form::plain("Alles neu macht der Mai"))],
        published: NaiveDate::from_ymd_opt(2026, 5, 5).expect("a day"),
        today: None,
        sections: vec![
            section("programme", Role::Programme, "Termine", vec![], vec![event]),
            section("article", Role::Article, "Der Anlass", article, vec![]),
            section("overview", Role::Overview, "Alle Termine", vec![Block::Table(overview)], vec![]),
        ],
        wording: Pseudo.wording(),
    }
}
