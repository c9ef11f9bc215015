//! Headings and labels of the document.

use super::Words;
use hoerblatt_core::{FactKind, Form, Label, model::Access};

pub(super) fn say(german: Words<'_>, label: &Label) -> Form {
    match label {
        Label::Title { publication, district } => german.fill("{} – {}", &[publication, district]),
        Label::EventsIn { district } => german.within("Termine in {}", district),
        Label::Events => german.say("Termine"),
        Label::NoEventsIn { district } => german.within("In {} ist zurzeit kein Termin geplant.", district),
        Label::NoEvents => german.say("Zurzeit ist kein Termin geplant."),
        Label::OfficeIn { district } => german.within("Beratung in {}", district),
        Label::Offices => german.say("Beratung und Kontakt"),
        Label::Article => german.say("Der Anlass"),
        Label::Overview => german.say("Alle Termine im Überblick"),
        Label::OverviewElsewhere { count } => {
            german.say(&format!("Die Liste aller {count} Termine ist zu lang für dieses Blatt."))
        }
        Label::Links => german.say("Mehr dazu"),
        Label::Notices => german.say("Hinweise"),
        Label::Imprint => german.say("Impressum"),
        Label::Fact { kind } => german.say(fact(*kind)),
        Label::Access { access } => german.say(access_words(*access)),
        Label::Free => german.say("Der Eintritt ist frei."),
        Label::Price { price, reduced: None } => german.say(&german.price(*price)),
        Label::Price { price, reduced: Some(reduced) } => {
            german.say(&format!("{}, ermäßigt {}", german.price(*price), german.price(*reduced)))
        }
        Label::Cancelled { reason: None } => german.say("Fällt aus."),
        Label::Cancelled { reason: Some(reason) } => german.fill("Fällt aus: {}", &[reason]),
        Label::Moved { date: None, place: None } => german.say("Verlegt."),
        Label::Moved { date: Some(date), place: None } => {
            german.say(&format!("Verlegt. Ursprünglich am {}.", german.day(*date)))
        }
        Label::Moved { date: None, place: Some(place) } => german.fill("Verlegt. Ursprünglicher Ort: {}", &[place]),
        Label::Moved { date: Some(date), place: Some(place) } => {
            german.fill(&format!("Verlegt. Ursprünglich am {}, Ort: {{}}", german.day(*date)), &[place])
        }
        Label::New => german.say("Neu im Programm."),
        Label::Registration { required, until, office } => registration(german, *required, *until, office.as_ref()),
        Label::ByPhone { phone } => german.fill("Telefon {}", &[&german.phone(phone)]),
        Label::Each { time } => german.fill("jeweils {}", &[time]),
        Label::WholeCity => german.say("Ganze Stadt"),
        Label::Joined { names } => german.joined(names),
        Label::OverviewCaption => german.say("Die Termine der Reihe nach"),
        Label::ColumnDate => german.say("Datum"),
        Label::ColumnTime => german.say("Uhrzeit"),
        Label::ColumnDistrict => german.say("Stadtbezirk"),
        Label::ColumnTitle => german.say("Veranstaltung"),
        Label::CellCancelled => german.say("fällt aus"),
        Label::CellMoved => german.say("verlegt"),
        Label::Credit { credit, licence: None } => german.fill("Bild: {}", &[credit]),
        Label::Credit { credit, licence: Some(licence) } => german.fill("Bild: {}, Lizenz: {}", &[credit, licence]),
        Label::Published { date } => german.say(&format!("Veröffentlicht am {}.", german.date(*date))),
        Label::CodeCall { phone } => german.fill("Anrufen: {}", &[&german.phone(phone)]),
        Label::CodeWeb { address } => german.fill("Diese Seite im Internet: {}", &[address]),
        Label::CodeCalendar { title } => german.fill("{} in den Kalender eintragen", &[title]),
        Label::PurposeCall { name } => german.fill("{} anrufen", &[name]),
        Label::PurposeMail { name } => german.fill("E-Mail an {} schreiben", &[name]),
        Label::PurposeWeb { name } => german.fill("Internetseite: {}", &[name]),
        Label::ClosedOnHolidays => german.say("An Feiertagen geschlossen."),
    }
}

fn fact(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Time => "Uhrzeit:",
        FactKind::Districts => "Stadtbezirk:",
        FactKind::Place => "Ort:",
        FactKind::Directions => "Anfahrt:",
        FactKind::Access => "Barrierefreiheit:",
        FactKind::Admission => "Eintritt:",
        FactKind::Registration => "Anmeldung:",
        FactKind::Person => "Ansprechperson:",
        FactKind::Phone => "Telefon:",
        FactKind::Email => "E-Mail:",
        FactKind::Web => "Internet:",
        FactKind::Hours => "Sprechzeiten:",
        FactKind::Carrier => "Träger:",
        FactKind::Published => "Veröffentlicht:",
        // Status, "new" and the date say enough by themselves.
        _ => "",
    }
}

fn access_words(access: Access) -> &'static str {
    match access {
        Access::StepFree => "stufenlos erreichbar",
        Access::Lift => "Aufzug vorhanden",
        Access::AccessibleToilet => "barrierefreie Toilette",
        Access::HearingLoop => "Induktionsschleife für Hörgeräte",
        Access::SignLanguage => "Dolmetschen in Deutsche Gebärdensprache",
        Access::SpeechToText => "Schriftdolmetschen",
        Access::AudioDescription => "Audiodeskription",
        Access::EasyLanguage => "Leichte Sprache",
        Access::GuideDogs => "Assistenzhunde willkommen",
        Access::AccessibleParking => "Parkplatz für Menschen mit Behinderung",
        Access::TactileGuidance => "tastbares Leitsystem",
        Access::Steps => "nur über Stufen erreichbar",
        _ => "",
    }
}

/// Stands after "Anmeldung:".
fn registration(german: Words<'_>, required: bool, until: Option<chrono::NaiveDate>, office: Option<&Form>) -> Form {
    let lead = if required { "erforderlich" } else { "möglich, aber nicht nötig" };
    let until = until.map_or(String::new(), |day| format!(", bis zum {}", german.date(day)));
    match office {
        Some(office) => german.fill(&format!("{lead}{until}, Kontakt: {{}}."), &[office]),
        None => german.say(&format!("{lead}{until}.")),
    }
}
