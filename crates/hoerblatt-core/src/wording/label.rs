//! Headings and labels of the document.

use crate::{
    FactKind, Form,
    model::{Access, Money, PhoneNumber},
};
use chrono::NaiveDate;

super::phrases! {
    /// What compose writes into the document beside the publication's own words.
    Label in Label {
        /// Title of a district's document: "15+1 Jahre Seniorenbüros – Hörde".
        Title { publication: Form, district: Form },
        /// Heading of a district's events: "Termine in Hörde".
        EventsIn { district: Form },
        /// Heading of all events, where the programme has none of its own: "Termine".
        Events,
        /// A district without events: "In Hörde ist zurzeit kein Termin geplant."
        NoEventsIn { district: Form },
        /// No events at all.
        NoEvents,
        /// Heading of a district's office: "Ihr Seniorenbüro" would be the city's word, so: "Beratung in Hörde".
        OfficeIn { district: Form },
        /// Heading of all offices.
        Offices,
        /// Heading of the article: "Der Anlass".
        Article,
        /// Heading of the table of all dates: "Alle Termine im Überblick".
        Overview,
        /// Says that the table of all dates is too long for paper: "Die Liste aller {count} Termine ist zu lang für dieses Blatt."
        OverviewElsewhere { count: u64 },
        /// Heading of links: "Mehr dazu".
        Links,
        /// Heading of notices: "Hinweise".
        Notices,
        /// Heading of the imprint: "Impressum".
        Imprint,
        /// The label of a fact with its colon, e.g. "Ort:"; empty form where none is needed (date).
        Fact { kind: FactKind },
        /// A kind of access in words: "stufenlos erreichbar".
        Access { access: Access },
        /// "Der Eintritt ist frei."
        Free,
        /// "{price}, ermäßigt {reduced}"
        Price { price: Money, reduced: Option<Money> },
        /// "Fällt aus." with the reason after it.
        Cancelled { reason: Option<Form> },
        /// "Verlegt." With what was announced before: "ursprünglich am {date}", "ursprünglich: {place}".
        Moved { date: Option<NaiveDate>, place: Option<Form> },
        /// "Neu im Programm."
        New,
        /// After the label "Anmeldung:": "erforderlich" or "möglich", ", bis zum {until}", ", Kontakt: {office}".
        Registration { required: bool, until: Option<NaiveDate>, office: Option<Form> },
        /// "Telefon {phone}" inside running text.
        ByPhone { phone: PhoneNumber },
        /// A time that several days share: "jeweils {time}".
        Each { time: Form },
        /// An event for the whole city: "Ganze Stadt".
        WholeCity,
        /// Several names joined: "Hörde, Brackel und Eving".
        Joined { names: Vec<Form> },
        /// Caption of the table of all dates: "Die Termine der Reihe nach".
        OverviewCaption,
        /// Column head: "Datum".
        ColumnDate,
        /// Column head: "Uhrzeit".
        ColumnTime,
        /// Column head: "Stadtbezirk".
        ColumnDistrict,
        /// Column head: "Veranstaltung".
        ColumnTitle,
        /// In the table: cancelled.
        CellCancelled,
        /// In the table: moved.
        CellMoved,
        /// "Bild: {credit}" with the licence where one is known.
        Credit { credit: Form, licence: Option<Form> },
        /// "Veröffentlicht am {date}."
        Published { date: NaiveDate },
        /// Beside the code that calls: "Anrufen: {phone}".
        CodeCall { phone: PhoneNumber },
        /// Beside the code that opens a page: "Diese Seite im Internet: {address}".
        CodeWeb { address: Form },
        /// Beside the code that offers a calendar entry: "{title} in den Kalender eintragen".
        CodeCalendar { title: Form },
        /// What a telephone link does: "{name} anrufen".
        PurposeCall { name: Form },
        /// What a mail link does: "E-Mail an {name} schreiben".
        PurposeMail { name: Form },
        /// Where a web link leads: "Internetseite: {name}".
        PurposeWeb { name: Form },
        /// Opening hours: closed on public holidays.
        ClosedOnHolidays,
    }
}
