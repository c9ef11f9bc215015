//! What is heard one after the other: events of a district or by date, the article.
//!
//! A list goes on by itself, so that a caller who presses nothing hears everything. Which events are left is decided at every
//! step by the day of the call.

use super::{NEW_FOR_DAYS, Planner, main_menu, node, text, to, with_pace};
use crate::flow::{Days, Edge, Key, Kind, Listen, NodeId, PaceChange, Purpose};
use chrono::NaiveDate;
use hoerblatt_core::{Form, Label, LinePhrase, Role, Section, Speech, model::When};
use hoerblatt_ssml::{compact, prosody, speech_of};

/// Milliseconds after an item, before the next one begins.
const WAIT: u32 = 3_000;

/// Milliseconds at the end of a list.
const WAIT_END: u32 = 5_000;

/// Seconds of one stretch of the article: like an event, no longer than can be heard again.
const STRETCH: f64 = 20.0;

/// A list before it becomes nodes.
struct List {
    id: String,
    hello: Speech,
    none: Speech,
    end: Speech,
    /// What key 0 does, with the name of the office for the end of the list.
    person: Option<(NodeId, Option<Form>)>,
    items: Vec<Item>,
}

/// One item in its variants, each for its days; `None`: always.
struct Item {
    readable: String,
    variants: Vec<Variant>,
}

struct Variant {
    days: Option<Days>,
    purpose: Purpose,
    short: Vec<Speech>,
    details: Option<Details>,
}

/// What key 3 tells.
struct Details {
    purpose: Purpose,
    /// The days of a series, said before the rest.
    days: Vec<Speech>,
    rest: Vec<Speech>,
}

/// Which days of a call an appointment is told on.
type DaysOf = fn(&When) -> Days;

fn not_over(when: &When) -> Days {
    Days::until(when.last_day())
}

fn today(when: &When) -> Days {
    Days::between(when.date, when.last_day())
}

fn within_a_week(when: &When) -> Days {
    Days::between(text::week_before(when.date), when.last_day())
}

impl Planner<'_> {
    /// The lists of all districts: their names and where they begin.
    pub(super) fn district_lists(&mut self) -> Vec<(Form, NodeId)> {
        let mut lists = Vec::new();
        for at in 0..self.districts.len() {
            let district = &self.districts[at];
            let (name, document) = (district.name.clone(), district.document);
            let id = format!("district_{}", district.id);
            let help = Key::HELP.sign();
            let list = List {
                hello: self.say(LinePhrase::HelloDistrict { district: name.clone(), help }),
                none: compact(self.wording.say(Label::NoEventsIn { district: name.clone() }).spoken),
                end: self.say(LinePhrase::NoMoreIn { district: name.clone() }),
                person: self.person_for(document),
                items: self.items(document, not_over),
                id,
            };
            lists.push((name, self.list(list)));
        }
        lists
    }

    /// The lists of today, the next seven days, and all.
    pub(super) fn date_lists(&mut self) -> (NodeId, NodeId, NodeId) {
        let help = Key::HELP.sign();
        let mut make = |id: &str, hello, none, days: DaysOf| {
            let list = List {
                id: id.to_owned(),
                hello: self.say(hello),
                none: self.say(none),
                end: self.say(LinePhrase::NoMore),
                person: self.person.clone().map(|person| (person, None)),
                items: self.items(self.whole, days),
            };
            self.list(list)
        };
        (
            make("today", LinePhrase::HelloToday { help }, LinePhrase::NoneToday, today),
            make("week", LinePhrase::HelloWeek { help }, LinePhrase::NoneWeek, within_a_week),
            make("all", LinePhrase::HelloAll { help }, LinePhrase::NoneLeft, not_over),
        )
    }

    /// The list of what is new, and the last day on which it is.
    pub(super) fn new_list(&mut self) -> Option<(NodeId, NaiveDate)> {
        let until = self.whole.today?.checked_add_days(chrono::Days::new(NEW_FOR_DAYS))?;
        let is_new: Vec<bool> = self.events(self.whole).map(|(_, data)| data.new).collect();
        let items = self.items(self.whole, not_over).into_iter().zip(is_new);
        let items: Vec<Item> = items.filter(|(_, new)| *new).map(|(item, _)| item).collect();
        let last = items.iter().flat_map(|item| &item.variants).filter_map(|v| v.days.as_ref()?.0.last());
        let last = last.map(|(_, last)| *last).max()?;
        let list = List {
            id: "new".into(),
            hello: self.say(LinePhrase::HelloNew { help: Key::HELP.sign() }),
            none: self.say(LinePhrase::NoMore),
            end: self.say(LinePhrase::NoMore),
            person: self.person.clone().map(|person| (person, None)),
            items,
        };
        Some((self.list(list), until.min(last)))
    }

    /// The events of a document, each told on the days that `days` gives.
    fn items(&self, document: &hoerblatt_core::Document, days: DaysOf) -> Vec<Item> {
        let item = |(section, data): (&Section, &hoerblatt_core::EventData)| {
            let variant = |telling: text::Telling| Variant {
                days: Some(days(&telling.when)),
                purpose: Purpose::Event(data.event.clone()),
                short: telling.short,
                details: Some(Details {
                    purpose: Purpose::Details(data.event.clone()),
                    days: telling.days,
                    rest: telling.details,
                }),
            };
            let variants = self.tellings(section, data).into_iter().map(variant).collect();
            Item { readable: data.event.to_string(), variants }
        };
        self.events(document).map(item).collect()
    }

    /// The article in stretches; `None` where there is none.
    pub(super) fn article(&mut self) -> Option<NodeId> {
        let article = self.whole.sections.iter().find(|section| section.role == Role::Article)?;
        let mut stretches = Vec::new();
        stretch(speech_of(&self.whole.headline), article, &mut stretches);
        for part in &article.sections {
            stretch(speech_of(&part.heading), part, &mut stretches);
        }
        let item = |short: Vec<Speech>| Item {
            readable: "article".into(),
            variants: vec![Variant { days: None, purpose: Purpose::Article, short, details: None }],
        };
        let list = List {
            id: "article".into(),
            hello: self.say(LinePhrase::HelloArticle { help: Key::HELP.sign() }),
            none: Speech::default(),
            end: self.say(LinePhrase::ArticleEnd),
            person: self.person.clone().map(|person| (person, None)),
            items: stretches.into_iter().map(item).collect(),
        };
        Some(self.list(list))
    }

    /// The nodes of a list; returns where it begins.
    fn list(&mut self, list: List) -> NodeId {
        let id = list.id.clone();
        let person = list.person.as_ref().map(|(node, _)| node.clone());
        let days = list.items.iter().flat_map(|item| &item.variants).filter_map(|variant| variant.days.as_ref());
        let any = days.fold(Days::default(), |all, days| all.or(days));
        let guarded = !any.is_empty();
        let count = list.items.len();
        if count == 0 {
            return self.nothing_left(&id, list.none, person.as_ref());
        }
        let before = |number: usize| match number {
            0 => main_menu(),
            _ if guarded => node(&format!("{id}_{number}_back")),
            _ => node(&format!("{id}_{number}")),
        };
        let end = self.list_end(&list, &before(count));
        for (number, item) in (1..).zip(list.items) {
            let next = if number < count { node(&format!("{id}_{}", number + 1)) } else { end.clone() };
            self.item(&id, number, item, &Around { next, before: before(number - 1), person: person.clone() });
        }
        let first = node(&format!("{id}_1"));
        let mut keys = vec![(Key::NEXT, to(&first)), (Key::BACK, to(&main_menu()))];
        keys.extend(person.iter().map(|person| (Key::PERSON, to(person))));
        let prompt = self.prompt(&id, vec![list.hello]);
        let (wrong, silence) = (first.clone(), first);
        let hello = Kind::Listen(Listen { prompt, slowly: false, wait: 0, keys, offered: Vec::new(), wrong, silence });
        if !guarded {
            return self.add(node(&id), Purpose::Notice, hello);
        }
        let none = self.nothing_left(&id, list.none, person.as_ref());
        let hello = self.add(node(&format!("{id}_hello")), Purpose::Notice, hello);
        self.add(node(&id), Purpose::Switch, Kind::ByDay { cases: vec![(any, hello)], otherwise: none })
    }

    /// One item: gates that look at the day, forwards and backwards, and what is said on each of its days.
    fn item(&mut self, list: &str, number: usize, item: Item, around: &Around) {
        let id = format!("{list}_{number}");
        let guarded = item.variants.iter().any(|variant| variant.days.is_some());
        let mut cases = Vec::new();
        for (at, variant) in item.variants.into_iter().enumerate() {
            let said = if guarded { node(&format!("{id}_{}", at + 1)) } else { node(&id) };
            if let Some(days) = &variant.days {
                cases.push((days.clone(), said.clone()));
            }
            self.variant(&said, &item.readable, variant, around);
        }
        if guarded {
            let back = node(&format!("{id}_back"));
            self.add(back, Purpose::Switch, Kind::ByDay { cases: cases.clone(), otherwise: around.before.clone() });
            self.add(node(&id), Purpose::Switch, Kind::ByDay { cases, otherwise: around.next.clone() });
        }
    }

    fn variant(&mut self, id: &NodeId, readable: &str, variant: Variant, around: &Around) {
        let help = self.help(id, around.person.as_ref());
        let mut keys = vec![
            (Key::NEXT, to(&around.next)),
            (Key::BACK, to(&around.before)),
            (Key::AGAIN, to(id)),
            (Key::SLOWER, with_pace(id, PaceChange::Slower)),
            (Key::FASTER, with_pace(id, PaceChange::Faster)),
            (Key::HELP, to(&help)),
            (Key::PERSON, to(around.person.as_ref().unwrap_or(&help))),
        ];
        if let Some(details) = variant.details {
            let more = self.details(id, readable, details, &keys, &help, &around.next);
            keys.push((Key::DETAILS, to(&more)));
        }
        let prompt = self.prompt(readable, variant.short);
        let listen = item_listen(prompt, keys, &help, &around.next);
        self.add(id.clone(), variant.purpose, Kind::Listen(listen));
    }

    /// The nodes behind key 3, with the event's keys; returns the first.
    fn details(
        &mut self,
        event: &NodeId,
        readable: &str,
        details: Details,
        keys: &[(Key, Edge)],
        help: &NodeId,
        next: &NodeId,
    ) -> NodeId {
        let (days, rest) = (NodeId(format!("{event}_days")), NodeId(format!("{event}_more")));
        let first = if details.days.is_empty() { rest.clone() } else { days.clone() };
        let own = |(key, edge): &(Key, Edge)| match *key {
            Key::BACK => (*key, to(event)),
            Key::AGAIN | Key::SLOWER | Key::FASTER => (*key, Edge { to: first.clone(), pace: edge.pace }),
            _ => (*key, edge.clone()),
        };
        let mut own: Vec<(Key, Edge)> = keys.iter().map(own).collect();
        own.push((Key::DETAILS, to(&first)));
        if !details.days.is_empty() {
            let prompt = self.prompt(readable, details.days);
            let listen = Listen { wait: 0, ..item_listen(prompt, own.clone(), help, &rest) };
            self.add(days, details.purpose.clone(), Kind::Listen(listen));
        }
        let prompt = if details.rest.is_empty() {
            let words = self.say(LinePhrase::NoDetails);
            self.prompt("no-details", vec![words])
        } else {
            self.prompt(readable, details.rest)
        };
        self.add(rest, details.purpose, Kind::Listen(item_listen(prompt, own, help, next)));
        first
    }

    /// After the last item: again, a person, or the menu.
    fn list_end(&mut self, list: &List, last: &NodeId) -> NodeId {
        let id = node(&format!("{}_end", list.id));
        let mut pieces = vec![list.end.clone()];
        let (mut keys, mut offered) = (Vec::new(), Vec::new());
        let mut offer = |planner: &Self, phrase: &dyn Fn(char) -> LinePhrase, leads_to: &NodeId| {
            let Some(key) = Key::choice(offered.len() + 1) else { return };
            offered.push((key, pieces.len()));
            pieces.push(planner.say(phrase(key.sign())));
            keys.push((key, to(leads_to)));
        };
        offer(self, &|key| LinePhrase::ChoiceAgain { key }, &node(&list.id));
        match &list.person {
            Some((person, Some(office))) => {
                offer(self, &|key| LinePhrase::ChoiceConnect { office: office.clone(), key }, person);
            }
            Some((person, None)) => offer(self, &|key| LinePhrase::ChoicePerson { key }, person),
            None => {}
        }
        pieces.push(self.say(LinePhrase::ChoiceMenu { key: Key::NEXT.sign() }));
        keys.push((Key::NEXT, to(&main_menu())));
        keys.push((Key::BACK, to(last)));
        keys.extend(list.person.iter().map(|(person, _)| (Key::PERSON, to(person))));
        let prompt = self.prompt(&format!("{}_end", list.id), pieces);
        let listen =
            Listen { prompt, slowly: false, wait: WAIT_END, keys, offered, wrong: main_menu(), silence: main_menu() };
        self.add(id, Purpose::Menu, Kind::Listen(listen))
    }

    /// No event of the list is left on the day of the call.
    fn nothing_left(&mut self, list: &str, words: Speech, person: Option<&NodeId>) -> NodeId {
        let back = self.say(LinePhrase::ChoiceMenu { key: Key::NEXT.sign() });
        let prompt = self.prompt(&format!("{list}_none"), vec![words, back]);
        let mut keys = vec![(Key::NEXT, to(&main_menu())), (Key::BACK, to(&main_menu()))];
        keys.extend(person.map(|person| (Key::PERSON, to(person))));
        let listen = Listen {
            prompt,
            slowly: false,
            wait: WAIT,
            keys,
            offered: Vec::new(),
            wrong: main_menu(),
            silence: main_menu(),
        };
        self.add(node(&format!("{list}_none")), Purpose::Notice, Kind::Listen(listen))
    }
}

/// Where an item's keys lead.
struct Around {
    next: NodeId,
    before: NodeId,
    person: Option<NodeId>,
}

/// An item goes on to the next by itself; a key without meaning explains the keys.
fn item_listen(prompt: String, keys: Vec<(Key, Edge)>, help: &NodeId, next: &NodeId) -> Listen {
    Listen { prompt, slowly: false, wait: WAIT, keys, offered: Vec::new(), wrong: help.clone(), silence: next.clone() }
}

/// A section's heading and sentences in stretches of at most [`STRETCH`] seconds, cut between sentences.
fn stretch(heading: Speech, section: &Section, stretches: &mut Vec<Vec<Speech>>) {
    let mut current = vec![heading];
    let mut seconds = 0.0;
    for sentence in section.blocks.iter().flat_map(text::prose).filter(|sentence| !sentence.is_empty()) {
        let more = prosody::seconds(&sentence, hoerblatt_core::Pace::Normal);
        if seconds + more > STRETCH && !current.is_empty() {
            stretches.push(std::mem::take(&mut current));
            seconds = 0.0;
        }
        seconds += more;
        current.push(sentence);
    }
    if !current.is_empty() {
        stretches.push(current);
    }
}
