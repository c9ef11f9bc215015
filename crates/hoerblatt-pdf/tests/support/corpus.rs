//! A thousand varied flyers from a seed: publications with many districts, few and many events, short and long texts, difficult names.

use chrono::{Days, NaiveDate, NaiveTime};
use hoerblatt_core::{
    Id,
    model::{
        Access, Address, Admission, Article, ArticleSection, Contact, District, Event, Imprint, LanguageTag, Lexicon,
        Link, Money, Office, PhoneNumber, Place, Programme, Prose, Publication, Registration, Settings, Status, When,
    },
};

/// A small generator (xorshift64*), so that the corpus is the same everywhere and for ever.
pub struct Dice(u64);

impl Dice {
    /// From a seed other than 0.
    pub fn new(seed: u64) -> Self {
        Self(seed.max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() as usize) % end.max(1)
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const WORDS: &[&str] = &[
    "und",
    "mit",
    "der",
    "die",
    "das",
    "im",
    "für",
    "bei",
    "alle",
    "neue",
    "gemeinsam",
    "Nachbarschaft",
    "Seniorenbüro",
    "Stadtbezirk",
    "Veranstaltung",
    "Kaffee",
    "Kuchen",
    "Musik",
    "Beratung",
    "Unterstützung",
    "Bürger*innen",
    "Wegbegleiter*innen",
    "Begegnung",
    "Garten",
    "Bergbaugeschichte",
    "Kooperationsnetzwerk",
    "Online-Angebot",
    "Gesundheits- und",
    "Mobilitätstag",
    "wohnortnah",
    "kostenlos",
    "Gäste",
    "eingeladen",
    "Vielfältigkeit",
    "Aktionen",
    "Jubiläum",
    "Nachmittag",
    "Spaziergang",
    "Lesung",
    "Vortrag",
    "Pflegeversicherung",
    "zum",
    "zur",
    "von",
    "bis",
    "Tanz",
    "Chor",
    "singen",
    "lernen",
    "fragen",
    "helfen",
    "Hilfe",
    "Rat",
    "Tat",
    "Wohnen",
    "Alter",
    "jung",
    "alt",
    "Freude",
];
const NAMES: &[&str] = &[
    "Wichernhaus",
    "Çiğdem Yıldız",
    "Łukasz Wójcik",
    "Олена Шевченко",
    "Eugen-Krautscheid-Haus",
    "Wilhelm-Hansmann-Haus",
    "Dietrich-Keuning-Haus",
    "Café Größenwahn",
    "Begegnungszentrum am Park",
    "مركز اللقاء",
    "Bürgerhaus Pulsschlag",
];
const DISTRICTS: &[&str] = &[
    "Aplerbeck",
    "Hörde",
    "Brackel",
    "Eving",
    "Huckarde",
    "Lütgendortmund",
    "Innenstadt-West",
    "Mengede",
    "Scharnhorst",
];

fn sentence(dice: &mut Dice, least: usize, most: usize) -> String {
    let count = least + dice.below(most - least + 1);
    let mut text: Vec<&str> = (0..count).map(|_| dice.pick(WORDS)).collect();
    if dice.chance(10) {
        text.push(dice.pick(NAMES));
    }
    let mut line = text.join(" ");
    if let Some(first) = line.get(..1).map(str::to_uppercase) {
        line.replace_range(..1, &first);
    }
    line + "."
}

fn paragraphs(dice: &mut Dice, most: usize) -> Prose {
    let paragraph =
        |dice: &mut Dice| (0..1 + dice.below(4)).map(|_| sentence(dice, 5, 18)).collect::<Vec<_>>().join(" ");
    let all: Vec<String> = (0..1 + dice.below(most)).map(|_| paragraph(dice)).collect();
    Prose::new(&all.join("\n\n"))
}

fn id<T>(text: &str) -> Id<T> {
    Id::new(text).expect("a sound id")
}

fn phone(dice: &mut Dice) -> Option<PhoneNumber> {
    PhoneNumber::parse(&format!("030 23125 {:03}", dice.below(1000)))
}

fn event(dice: &mut Dice, number: usize, districts: usize) -> Event {
    let date = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day") + Days::new(dice.below(200) as u64);
    let hour = u32::try_from(9 + dice.below(10)).unwrap_or(9);
    let from = dice.chance(85).then(|| NaiveTime::from_hms_opt(hour, 30 * (hour % 2), 0)).flatten();
    let until = from.filter(|_| dice.chance(60)).map(|f| f + chrono::TimeDelta::minutes(90));
    let place = dice.chance(80).then(|| Place {
        name: Prose::new(dice.pick(NAMES)),
        address: Some(Address {
            street: Some(format!("Märkische Straße {}", 1 + dice.below(200))),
            postcode: Some("44141".into()),
            town: Some("Dortmund".into()),
        }),
        room: None,
        directions: dice.chance(30).then(|| Prose::new("U-Bahn U41, Haltestelle Willem-van-Vloten-Straße.")),
    });
    let status = match dice.below(20) {
        0 => Status::Cancelled { reason: Some(Prose::new("Die Referentin ist erkrankt.")) },
        1 => Status::Moved { from: None, from_place: Some(Prose::new("Altes Rathaus")) },
        _ => Status::Planned,
    };
    let access = [Access::StepFree, Access::HearingLoop, Access::AccessibleToilet];
    Event {
        id: id(&format!("e{number}")),
        title: Prose::new(sentence(dice, 2, 8).trim_end_matches('.')),
        when: vec![When { date, until_date: None, from, until }],
        districts: (0..1 + dice.below(2)).map(|_| id(&format!("d{}", dice.below(districts)))).collect(),
        place,
        description: dice.chance(50).then(|| paragraphs(dice, 1)),
        admission: dice.chance(60).then(|| Admission {
            price: Some(Money::new(250, hoerblatt_core::model::Currency::Eur)),
            reduced: None,
            free: false,
            note: None,
        }),
        registration: dice.chance(30).then(|| Registration {
            required: true,
            until: Some(date),
            office: None,
            contact: Contact { phone: phone(dice), ..Contact::default() },
            note: None,
        }),
        access: access[..dice.below(4)].to_vec(),
        status,
        added: None,
        span: None,
    }
}

/// A publication with `districts` districts; its whole and its districts make `districts + 1` flyers.
pub fn publication(seed: u64, districts: usize) -> Publication {
    let mut dice = Dice::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let dice = &mut dice;
    let events = (0..districts * 2).map(|number| event(dice, number, districts)).collect();
    let district = |number: usize| District {
        id: id(&format!("d{number}")),
        name: Prose::new(DISTRICTS[number % DISTRICTS.len()]),
        office: Some(id(&format!("o{number}"))),
        span: None,
    };
    let offices = (0..districts).map(|number| Office {
        id: id(&format!("o{number}")),
        name: Prose::new(&format!("Seniorenbüro {}", DISTRICTS[number % DISTRICTS.len()])),
        carrier: None,
        contact: Contact { phone: phone(dice), email: Some("seniorenbuero@example.org".into()), ..Contact::default() },
        place: None,
        districts: vec![id(&format!("d{number}"))],
        hours: Vec::new(),
        span: None,
    });
    let offices = offices.collect();
    Publication {
        title: Prose::new("15 Jahre Seniorenbüros"),
        portal: Some(Prose::new("Seniorenportal")),
        language: LanguageTag::new("de").expect("a tag"),
        article: Article {
            kicker: Some(Prose::new("Jubiläum")),
            headline: Prose::new(sentence(dice, 5, 12).trim_end_matches('.')),
            lead: paragraphs(dice, 2),
            published: NaiveDate::from_ymd_opt(2026, 2, 1).expect("a day"),
            image: None,
            body: (0..dice.below(4))
                .map(|_| ArticleSection { heading: Some(Prose::new("Gute Nachbarschaft")), text: paragraphs(dice, 3) })
                .collect(),
            notices: vec![Prose::new("Dieser Hinweis gilt für alle Angaben.")],
            links: vec![Link {
                text: Prose::new("Weitere Informationen"),
                address: Some("https://example.org/".into()),
                span: None,
            }],
        },
        programme: Programme { title: None, intro: None, events },
        districts: (0..districts).map(district).collect(),
        groups: Vec::new(),
        offices,
        lexicon: Lexicon::default(),
        imprint: Some(Imprint {
            text: Prose::new("Stadt Musterstadt, Rathaus, 12345 Musterstadt"),
            contact: Contact::default(),
        }),
        settings: Settings::default(),
    }
}
