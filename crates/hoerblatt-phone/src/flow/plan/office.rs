//! Offices, transfers, and who is behind key 0.

use super::{Choice, Fallback, Planner, main_menu, menu::MOST_CHOICES, menu::Tree, node, to};
use crate::flow::{Key, Kind, Listen, NodeId, Purpose};
use hoerblatt_core::{
    Document, Form, LinePhrase, OfficeData, Role, Section, Speech,
    model::{OpeningHours, PhoneNumber},
};

/// Seconds to let an office's telephone ring: about six rings.
const RING: u32 = 30;

/// Milliseconds to wait after an office's facts.
const WAIT: u32 = 5_000;

/// Who is called, in words.
struct Callee {
    /// Part of the nodes' names.
    id: String,
    /// The office's name; `None` for the operator.
    name: Option<Form>,
    phone: PhoneNumber,
    hours: Vec<OpeningHours>,
    /// What is said when nobody can be reached: number and hours.
    facts: Vec<Speech>,
}

impl<'d> Planner<'d> {
    /// Offices that can be called, as nodes; settles who is behind key 0 outside of any district.
    pub(super) fn plan_offices(&mut self) {
        let offices = self.callable(self.whole);
        for (section, data, phone) in &offices {
            let facts = self.office_facts(section);
            let callee = Callee {
                id: data.office.to_string(),
                name: Some(data.name.clone()),
                phone: (*phone).clone(),
                hours: data.hours.clone(),
                facts,
            };
            self.connection(&callee);
            self.office(&callee, offices.len());
        }
        if let Some(phone) = &self.options.operator {
            let callee = Callee {
                id: "line_operator".into(),
                name: None,
                phone: phone.clone(),
                hours: Vec::new(),
                facts: Vec::new(),
            };
            self.operator = Some(self.connection(&callee));
        }
        let only =
            if let [(_, data, _)] = offices.as_slice() { Some(connection_id(data.office.as_str())) } else { None };
        self.operator = self.operator.take().or(only);
        let choose = (!offices.is_empty()).then(|| node("offices"));
        self.person = self.operator.clone().or(choose);
    }

    /// The offices of a document that have a number, in order.
    fn callable(&self, document: &'d Document) -> Vec<(&'d Section, &'d OfficeData, &'d PhoneNumber)> {
        let offices = document.sections.iter().filter(|section| section.role == Role::Offices);
        let offices = offices.flat_map(|section| &section.sections).filter_map(|section| match &section.role {
            Role::Office(data) => Some((section.as_ref(), data.as_ref(), data.phone.as_ref()?)),
            _ => None,
        });
        offices.collect()
    }

    /// The person behind key 0 while a district is heard: its own office, else the one for the whole line.
    pub(super) fn person_for(&self, district: &'d Document) -> Option<(NodeId, Option<Form>)> {
        let known = self.callable(self.whole);
        let own = self
            .callable(district)
            .into_iter()
            .find(|(_, data, _)| known.iter().any(|(_, other, _)| other.office == data.office));
        match own {
            Some((_, data, _)) => Some((connection_id(data.office.as_str()), Some(data.name.clone()))),
            None => self.person.clone().map(|person| (person, None)),
        }
    }

    /// The branch of the offices; none where no number is known.
    pub(super) fn office_menu(&mut self, names: &NodeId) -> Option<NodeId> {
        let offices = self.callable(self.whole);
        let fallback = Fallback { wrong: names.clone(), silence: names.clone() };
        let leaf = |data: &OfficeData| (data.name.clone(), office_id(data.office.as_str()));
        let leaves: Vec<(Form, NodeId)> = offices.iter().map(|(_, data, _)| leaf(data)).collect();
        match leaves.as_slice() {
            [] => return None,
            [(_, only)] => return Some(only.clone()),
            _ => {}
        }
        let by_district = (leaves.len() > MOST_CHOICES).then(|| self.offices_by_district()).flatten();
        let tree = |groups, head| Tree { id: "offices", back: main_menu(), groups, head };
        Some(match by_district {
            Some(leaves) => self.tree(&tree(self.groups(), Some(LinePhrase::WhichDistrict)), leaves, &fallback),
            None => self.tree(&tree(None, Some(LinePhrase::WhichOffice)), leaves, &fallback),
        })
    }

    /// The office of every district under the district's name, where each has one: callers know their district, not its office.
    fn offices_by_district(&self) -> Option<Vec<(Form, NodeId)>> {
        let of = |document| self.callable(document).first().map(|(_, data, _)| office_id(data.office.as_str()));
        self.districts.iter().map(|district| Some((district.name.clone(), of(district.document)?))).collect()
    }

    /// What is said of an office, with one choice: to be connected.
    fn office(&mut self, callee: &Callee, offices: usize) {
        let id = office_id(&callee.id);
        let name = callee.name.clone().unwrap_or_default();
        let mut pieces = vec![name.spoken.clone()];
        pieces.extend(callee.facts.iter().cloned());
        let connect = Key::choice(1).unwrap_or(Key::PERSON);
        let offered = vec![(connect, pieces.len())];
        pieces.push(self.say(LinePhrase::ChoiceConnect { office: name, key: connect.sign() }));
        pieces.push(self.say(LinePhrase::ChoiceMenu { key: Key::NEXT.sign() }));
        let prompt = self.prompt(&callee.id, pieces);
        let connection = connection_id(&callee.id);
        let back = if offices > 1 { node("offices") } else { main_menu() };
        let keys = vec![
            (connect, to(&connection)),
            (Key::AGAIN, to(&id)),
            (Key::PERSON, to(&connection)),
            (Key::BACK, to(&back)),
            (Key::NEXT, to(&main_menu())),
        ];
        let listen =
            Listen { prompt, slowly: false, wait: WAIT, keys, offered, wrong: id.clone(), silence: main_menu() };
        self.add(id, Purpose::Office, Kind::Listen(listen));
    }

    /// The way to a person: by opening hours to the call or to the news that nobody is there.
    fn connection(&mut self, callee: &Callee) -> NodeId {
        let id = &callee.id;
        let name = || callee.name.clone().unwrap_or_default();
        let named = callee.name.is_some();
        let words = |office: LinePhrase, person: LinePhrase| if named { office } else { person };
        let connecting = words(LinePhrase::Connecting { office: name() }, LinePhrase::ConnectingPerson);
        let busy = words(LinePhrase::Busy { office: name() }, LinePhrase::BusyPerson);
        let no_answer = words(LinePhrase::NoAnswer { office: name() }, LinePhrase::NoAnswerPerson);
        let busy = self.unreachable(&format!("busy_{id}"), busy, callee);
        let no_answer = self.unreachable(&format!("noanswer_{id}"), no_answer, callee);
        let connecting = self.say(connecting);
        let prompt = self.prompt(&format!("call_{id}"), vec![connecting]);
        let number = callee.phone.dialled(&self.options.country);
        let call = Kind::Connect { prompt, number, seconds: RING, busy, no_answer };
        let connection = connection_id(id);
        if callee.hours.is_empty() {
            return self.add(connection, Purpose::Office, call);
        }
        let open = self.add(node(&format!("call_{id}")), Purpose::Office, call);
        let closed = self.unreachable(&format!("closed_{id}"), LinePhrase::Closed { office: name() }, callee);
        self.add(connection, Purpose::Switch, Kind::ByHours { hours: callee.hours.clone(), open, closed })
    }

    /// Why nobody could be reached, number and hours, and the way to the menu; a caller who does nothing is let go.
    fn unreachable(&mut self, id: &str, why: LinePhrase, callee: &Callee) -> NodeId {
        let mut pieces = vec![self.say(why)];
        pieces.extend(callee.facts.iter().cloned());
        pieces.push(self.say(LinePhrase::ChoiceMenu { key: Key::NEXT.sign() }));
        let prompt = self.prompt(id, pieces);
        let keys = vec![(Key::NEXT, to(&main_menu())), (Key::BACK, to(&main_menu())), (Key::AGAIN, to(&node(id)))];
        let listen = Listen {
            prompt,
            slowly: false,
            wait: WAIT,
            keys,
            offered: Vec::new(),
            wrong: main_menu(),
            silence: node("bye"),
        };
        self.add(node(id), Purpose::Notice, Kind::Listen(listen))
    }

    /// The menu of the three lists by date.
    pub(super) fn by_date(&mut self, names: &NodeId) -> NodeId {
        let (today, week, all) = self.date_lists();
        let choices: Vec<Choice<'_>> = vec![
            (Box::new(|key| LinePhrase::ChoiceToday { key }), today),
            (Box::new(|key| LinePhrase::ChoiceWeek { key }), week),
            (Box::new(|key| LinePhrase::ChoiceAll { key }), all),
        ];
        let fallback = Fallback { wrong: names.clone(), silence: names.clone() };
        let person = self.person.clone();
        self.menu(node("dates"), Vec::new(), choices, vec![(Key::BACK, to(&main_menu()))], person, &fallback)
    }
}

fn office_id(id: &str) -> NodeId {
    node(&format!("office_{id}"))
}

fn connection_id(id: &str) -> NodeId {
    node(&format!("connect_{id}"))
}
