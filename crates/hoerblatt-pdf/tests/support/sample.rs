//! A language for layout tests: it writes as a German sheet looks and reads nothing out of prose, so that layout is tried without the German crate.

use chrono::{Datelike, NaiveDate, NaiveTime};
use hoerblatt_core::{
    Break, FactKind, Form, Grammar, Label, Language, Phrase, SheetPhrase, Speech, Style, Value, Wording,
    language::{Token, TokenKind, Vocabulary},
    model::{Access, LanguageTag, Money, PhoneNumber},
};
use std::borrow::Cow;

/// The language.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sample;

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const DAYS: [&str; 7] = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

fn day(date: &hoerblatt_core::Date, style: Style) -> String {
    let month = MONTHS.get(date.month as usize - 1).unwrap_or(&"");
    let weekday = date.weekday.map(|w| DAYS[w.num_days_from_monday() as usize]);
    let year = date.year.map(|y| format!("\u{a0}{y}")).unwrap_or_default();
    match (style, weekday) {
        (Style::Card, Some(weekday)) => format!("{weekday}, {}.\u{a0}{month}{year}", date.day),
        (Style::Table, Some(weekday)) => format!("{}., {}.\u{a0}{month}", &weekday[..2], date.day),
        _ => format!("{}.\u{a0}{month}{year}", date.day),
    }
}

fn plain(date: NaiveDate) -> String {
    format!("{}.\u{a0}{}", date.day(), MONTHS[date.month0() as usize])
}

fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn phone(number: &PhoneNumber) -> String {
    number.groups().join("\u{a0}")
}

fn money(money: &Money) -> String {
    format!("{},{:02}\u{a0}€", money.units(), money.cents())
}

impl Language for Sample {
    fn tag(&self) -> LanguageTag {
        LanguageTag::new("de").expect("a tag")
    }

    fn read<'p>(&'p self, prose: &'p str) -> Box<dyn Iterator<Item = Token<'p>> + 'p> {
        let mut from = 0;
        Box::new(prose.split_inclusive(". ").map(move |sentence| {
            let range = from..from + sentence.len();
            from = range.end;
            Token {
                range,
                written: Cow::Borrowed(sentence),
                spoken: Speech::words(sentence.trim()),
                kind: TokenKind::Words,
                why: None,
                ends_sentence: true,
            }
        }))
    }

    fn write(&self, value: &Value, style: Style) -> String {
        match value {
            Value::Date(date) => day(date, style),
            Value::Dates(a, b) => format!("{} bis {}", day(a, style), day(b, style)),
            Value::Time(at) => format!("{}\u{a0}Uhr", time(*at)),
            Value::Times(a, b) if style == Style::Table => format!("{}–{}\u{a0}Uhr", time(*a), time(*b)),
            Value::Times(a, b) => format!("{} bis {}\u{a0}Uhr", time(*a), time(*b)),
            Value::Phone(number) => phone(number),
            Value::Email(text) | Value::Web(text) => text.trim_start_matches("https://").to_owned(),
            Value::Money(amount) => money(amount),
            Value::Address(a) => {
                let town =
                    [a.postcode.as_deref(), a.town.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("\u{a0}");
                [a.street.clone(), Some(town)]
                    .into_iter()
                    .flatten()
                    .filter(|s| !s.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ")
            }
            Value::Hours(h) => {
                let days = |d: hoerblatt_core::model::WeekdayOrd| DAYS[d.0.num_days_from_monday() as usize];
                let range = if h.first == h.last {
                    days(h.first).to_owned()
                } else {
                    format!("{} bis {}", days(h.first), days(h.last))
                };
                format!("{range}: {} bis {}\u{a0}Uhr", time(h.from), time(h.until))
            }
            Value::Number(n) => n.whole.to_string(),
            Value::Weekday(d) => DAYS[d.num_days_from_monday() as usize].to_owned(),
            _ => "Wert".to_owned(),
        }
    }

    fn speak(&self, _: &Value, _: Grammar) -> Speech {
        Speech::words("Wert")
    }

    fn wording(&self) -> Wording {
        Wording::new(|phrase| Form::plain(say(phrase)))
    }

    fn hyphenate(&self, _: &str) -> Vec<Break> {
        Vec::new()
    }

    fn vocabulary(&self) -> &Vocabulary {
        static NONE: std::sync::OnceLock<Vocabulary> = std::sync::OnceLock::new();
        NONE.get_or_init(Vocabulary::default)
    }
}

fn say(phrase: &Phrase) -> String {
    match phrase {
        Phrase::Sheet(SheetPhrase::Page { page, pages }) => format!("Seite {page} von {pages}"),
        Phrase::Sheet(SheetPhrase::Contents) => "Inhalt".to_owned(),
        Phrase::Sheet(SheetPhrase::OnPage { page }) => format!("Seite {page}"),
        Phrase::Sheet(SheetPhrase::PrintNote) => {
            "Bitte auf mattem Papier ab 120 Gramm drucken und nicht durch die Schrift falten.".to_owned()
        }
        Phrase::Label(label) => label_text(label),
        _ => String::new(),
    }
}

fn label_text(label: &Label) -> String {
    match label {
        Label::Title { publication, district } => format!("{} – {}", publication.written, district.written),
        Label::EventsIn { district } => format!("Termine in {}", district.written),
        Label::Events => "Termine".into(),
        Label::NoEventsIn { district } => format!("In {} ist zurzeit kein Termin geplant.", district.written),
        Label::OfficeIn { district } => format!("Beratung in {}", district.written),
        Label::Offices => "Beratung".into(),
        Label::Article => "Der Anlass".into(),
        Label::Overview => "Alle Termine im Überblick".into(),
        Label::Links => "Mehr dazu".into(),
        Label::Notices => "Hinweise".into(),
        Label::Imprint => "Impressum".into(),
        Label::Fact { kind } => match kind {
            FactKind::Place => "Ort:",
            FactKind::Directions => "Anfahrt:",
            FactKind::Access => "Barrierefreiheit:",
            FactKind::Admission => "Eintritt:",
            FactKind::Registration => "Anmeldung:",
            FactKind::Districts => "Stadtbezirk:",
            FactKind::Phone => "Telefon:",
            FactKind::Email => "E-Mail:",
            FactKind::Web => "Internet:",
            FactKind::Hours => "Sprechzeiten:",
            FactKind::Person => "Ansprechperson:",
            FactKind::Carrier => "Träger:",
            _ => "",
        }
        .into(),
        Label::Access { access } => match access {
            Access::StepFree => "stufenlos erreichbar",
            Access::HearingLoop => "Induktionsschleife für Hörgeräte",
            Access::AccessibleToilet => "barrierefreie Toilette",
            Access::Steps => "nur über Stufen erreichbar",
            other => other.keyword(),
        }
        .into(),
        Label::Free => "Der Eintritt ist frei.".into(),
        Label::Price { price, reduced } => {
            format!("{}{}", money(price), reduced.map(|r| format!(", ermäßigt {}", money(&r))).unwrap_or_default())
        }
        Label::Cancelled { reason } => {
            format!("Fällt aus.{}", reason.as_ref().map(|r| format!(" {}", r.written)).unwrap_or_default())
        }
        Label::Moved { date, place } => {
            let date = date.map(|d| format!(" Ursprünglich am {}.", plain(d))).unwrap_or_default();
            let place = place.as_ref().map(|p| format!(" Ursprünglich: {}.", p.written)).unwrap_or_default();
            format!("Verlegt.{date}{place}")
        }
        Label::New => "Neu im Programm".into(),
        Label::Registration { required, until, office } => {
            let until = until.map(|d| format!(" bis zum {}", plain(d))).unwrap_or_default();
            let office = office.as_ref().map(|o| format!(" bei {}", o.written)).unwrap_or_default();
            format!("{}{until}{office}.", if *required { "erforderlich" } else { "möglich" })
        }
        Label::ByPhone { phone: number } => format!("Telefon {}", phone(number)),
        Label::WholeCity => "Ganze Stadt".into(),
        Label::Joined { names } => names.iter().map(|n| n.written.clone()).collect::<Vec<_>>().join(", "),
        Label::OverviewCaption => "Datum, Uhrzeit, Stadtbezirk und Titel aller Termine".into(),
        Label::ColumnDate => "Datum".into(),
        Label::ColumnTime => "Uhrzeit".into(),
        Label::ColumnDistrict => "Stadtbezirk".into(),
        Label::ColumnTitle => "Veranstaltung".into(),
        Label::CellCancelled => "fällt aus".into(),
        Label::CellMoved => "verlegt".into(),
        Label::Credit { credit, licence } => {
            format!(
                "Bild: {}{}",
                credit.written,
                licence.as_ref().map(|l| format!(", {}", l.written)).unwrap_or_default()
            )
        }
        Label::Published { date } => format!("Veröffentlicht am {}.", plain(*date)),
        Label::CodeCall { phone: number } => format!("Anrufen: {}", phone(number)),
        Label::CodeWeb { address } => format!("Diese Seite im Internet: {}", address.written),
        Label::CodeCalendar { title } => format!("„{}“ in den Kalender eintragen", title.written),
        Label::PurposeCall { name } => format!("{} anrufen", name.written),
        Label::PurposeMail { name } => format!("E-Mail an {} schreiben", name.written),
        Label::PurposeWeb { name } => format!("Internetseite: {}", name.written),
        Label::ClosedOnHolidays => "An Feiertagen geschlossen.".into(),
        _ => String::new(),
    }
}
