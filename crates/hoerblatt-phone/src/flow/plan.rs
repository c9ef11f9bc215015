//! How does a call go? From the documents of a publication to the graph.
//!
//! | file | plans |
//! |---|---|
//! | `menu` | menus with their re-prompts, trees of names, the plain list of names |
//! | `list` | what is heard one after the other: events, the article |
//! | `office` | offices, transfers, the person behind key 0 |
//! | `text` | what is said of an event and an office |

mod list;
mod menu;
mod office;
mod text;

use super::{CallFlow, Days, Edge, Key, Kind, Listen, Node, NodeId, PaceChange, Purpose};
use crate::{Durations, Prompt, flow::check, holidays, rules};
use chrono::{Datelike, NaiveDate};
use hoerblatt_core::{
    Checked, Diagnostic, Document, DocumentScope, EventData, Form, LinePhrase, Role, Section, Speech, Wording,
    model::{District, Id, PhoneNumber},
};
use std::collections::BTreeMap;

/// For how many days an event is called new; the same as in an edition.
const NEW_FOR_DAYS: u64 = 14;

/// What a publication chooses for its line.
#[derive(Debug, Clone)]
pub struct LineOptions {
    /// What the line is called in file names and contexts: `[a-z0-9-]+`, at most 32 characters.
    pub line: String,
    /// Groups of districts for the menu; empty: balanced groups of at most four in the given order.
    pub groups: Vec<(Form, Vec<Id<District>>)>,
    /// A person to talk to where no office is responsible.
    pub operator: Option<PhoneNumber>,
    /// How the exchange reaches a number, with `{number}` in it.
    pub dial: String,
    /// Country code for national numbers, without `+`.
    pub country: String,
    /// Region for public holidays, e.g. `DE-NW`; `None`: none are known.
    pub region: Option<String>,
    /// IANA time zone in which dates and hours are meant.
    pub time_zone: String,
    /// A greeting in the city's own words; `None`: the line's own.
    pub greeting: Option<Form>,
    /// Who speaks; part of the prompts' names.
    pub voice: String,
    /// What is done to the sound; part of the prompts' names.
    pub chain: String,
}

impl Default for LineOptions {
    /// A line on a FreePBX in Germany, spoken by the embedded voice.
    fn default() -> Self {
        Self {
            line: "line".into(),
            groups: Vec::new(),
            operator: None,
            dial: "Local/{number}@from-internal".into(),
            country: "49".into(),
            region: None,
            time_zone: "Europe/Berlin".into(),
            greeting: None,
            voice: "pico".into(),
            chain: "telephone".into(),
        }
    }
}

impl CallFlow {
    /// Plans the line and checks it; a flow whose graph is broken, or whose options an exchange could misread, is not handed out.
    pub fn plan(
        whole: &Document,
        districts: &[&Document],
        options: &LineOptions,
        durations: &dyn Durations,
    ) -> Checked<CallFlow> {
        let mut diagnostics = unsound(options);
        if !diagnostics.is_empty() {
            return Checked::failed(diagnostics);
        }
        let flow = Planner::new(whole, districts, options).flow(&mut diagnostics);
        diagnostics.extend(check::check(&flow, durations));
        let checked = Checked::with(flow, diagnostics);
        if checked.has_errors() { Checked::failed(checked.diagnostics) } else { checked }
    }
}

/// What an exchange could read as something else than text.
fn unsound(options: &LineOptions) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if Id::<District>::new(&options.line).is_none() || options.line.len() > 32 {
        found.push(rules::line_id_unsound(None, &options.line));
    }
    let letters = |text: &str, more: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c));
    if !letters(&options.dial.replacen("{number}", "", 1), "/@._:+-") || options.dial.matches("{number}").count() != 1 {
        found.push(rules::dial_unsound(None, &options.dial));
    }
    if !letters(&options.time_zone, "/_+-") || options.time_zone.is_empty() {
        found.push(rules::time_zone_unsound(None, &options.time_zone));
    }
    found
}

/// Puts the graph together.
struct Planner<'d> {
    options: &'d LineOptions,
    whole: &'d Document,
    districts: Vec<DistrictSheet<'d>>,
    wording: &'d Wording,
    nodes: Vec<Node>,
    prompts: BTreeMap<String, Prompt>,
    /// Where key 0 leads outside of any district.
    person: Option<NodeId>,
    /// Where a caller is led who presses nothing: somebody who is there for the whole line.
    operator: Option<NodeId>,
}

/// A district with its document.
struct DistrictSheet<'d> {
    id: &'d Id<District>,
    name: &'d Form,
    document: &'d Document,
}

impl<'d> Planner<'d> {
    fn new(whole: &'d Document, districts: &[&'d Document], options: &'d LineOptions) -> Self {
        let sheet = |document: &&'d Document| match &document.scope {
            DocumentScope::District { id, name } => Some(DistrictSheet { id, name, document }),
            DocumentScope::Publication => None,
        };
        let districts = districts.iter().filter_map(sheet).collect();
        Self {
            options,
            whole,
            districts,
            wording: &whole.wording,
            nodes: Vec::new(),
            prompts: BTreeMap::new(),
            person: None,
            operator: None,
        }
    }

    fn flow(mut self, diagnostics: &mut Vec<Diagnostic>) -> CallFlow {
        self.plan_offices();
        if self.person.is_none() {
            diagnostics.push(rules::line_without_person(None));
        }
        let lists = self.district_lists();
        let names = self.name_list(&lists);
        let start = self.front(&lists, &names);
        let holidays = self.holidays(diagnostics);
        CallFlow {
            line: self.options.line.clone(),
            language: self.whole.language.clone(),
            title: self.whole.title.clone(),
            time_zone: self.options.time_zone.clone(),
            dial: self.options.dial.clone(),
            holidays,
            start,
            menu: main_menu(),
            districts: lists,
            nodes: self.nodes,
            prompts: self.prompts,
            wording: self.whole.wording.clone(),
        }
    }

    /// The public holidays from the year of publication to the one after the last event.
    fn holidays(&self, diagnostics: &mut Vec<Diagnostic>) -> Vec<NaiveDate> {
        let Some(region) = &self.options.region else { return Vec::new() };
        let last =
            self.events(self.whole).filter_map(|(_, data)| data.when.iter().map(|when| when.last_day()).max()).max();
        let first = self.whole.published.year();
        let last = last.map_or(first, |day| day.year().clamp(first, first + 10)) + 1;
        let years: Option<Vec<Vec<NaiveDate>>> = (first..=last).map(|year| holidays(region, year)).collect();
        let Some(years) = years else {
            diagnostics.push(rules::region_unknown(None, region));
            return Vec::new();
        };
        years.concat()
    }

    /// The events of a document with their values.
    fn events<'s>(&self, document: &'s Document) -> impl Iterator<Item = (&'s Section, &'s EventData)> + use<'s> {
        let programme = document.sections.iter().filter(|section| section.role == Role::Programme);
        programme.flat_map(|programme| &programme.sections).filter_map(|section| match &section.role {
            Role::Event(data) => Some((section.as_ref(), data.as_ref())),
            _ => None,
        })
    }

    fn say(&self, phrase: LinePhrase) -> Speech {
        hoerblatt_ssml::compact(self.wording.say(phrase).spoken)
    }

    /// Keeps a prompt and gives its name.
    fn prompt(&mut self, readable: &str, pieces: Vec<Speech>) -> String {
        let prompt = Prompt::new(readable, pieces, &self.options.voice, &self.options.chain);
        let name = prompt.name.clone();
        self.prompts.insert(name.clone(), prompt);
        name
    }

    fn add(&mut self, id: NodeId, purpose: Purpose, kind: Kind) -> NodeId {
        self.nodes.push(Node { id: id.clone(), purpose, kind });
        id
    }

    /// Greeting and main menu; returns where a call begins.
    fn front(&mut self, lists: &[(Form, NodeId)], names: &NodeId) -> NodeId {
        let mut choices: Vec<Choice<'_>> = Vec::new();
        if let Some(districts) = self.district_menu(lists, names) {
            choices.push((Box::new(|key| LinePhrase::ChoiceDistrict { key }), districts));
        }
        choices.push((Box::new(|key| LinePhrase::ChoiceByDate { key }), self.by_date(names)));
        if let Some(article) = self.article() {
            choices.push((Box::new(|key| LinePhrase::ChoiceArticle { key }), article));
        }
        if let Some(offices) = self.office_menu(names) {
            choices.push((Box::new(|key| LinePhrase::ChoiceOffices { key }), offices));
        }
        choices.push((Box::new(|key| LinePhrase::ChoiceHelp { key }), help_id(&main_menu())));
        let new = self.new_list();
        let more = new.iter().map(|(list, _)| (Key::NEXT, to(list))).collect();
        let fallback =
            Fallback { wrong: names.clone(), silence: self.operator.clone().unwrap_or_else(|| names.clone()) };
        let person = self.person.clone();
        let menu = self.menu(main_menu(), Vec::new(), choices, more, person, &fallback);
        let greeting = self.options.greeting.as_ref().map(|form| form.spoken.clone());
        let greeting = greeting.unwrap_or_else(|| self.say(LinePhrase::Greeting { title: self.whole.title.clone() }));
        let plain = self.greeting("greeting", vec![greeting.clone()], &menu);
        let Some((_, until)) = new else { return plain };
        let news = self.say(LinePhrase::New { key: Key::NEXT.sign() });
        let with_news = self.greeting("greeting-new", vec![greeting, news], &menu);
        let cases = vec![(Days::until(until), with_news)];
        self.add(node("start"), Purpose::Switch, Kind::ByDay { cases, otherwise: plain })
    }

    /// First words: a key pressed meanwhile is a choice of the menu, and the greeting is not said again.
    fn greeting(&mut self, id: &str, pieces: Vec<Speech>, menu: &NodeId) -> NodeId {
        let keys = self.nodes.iter().find(|node| node.id == *menu).map(|node| match &node.kind {
            Kind::Listen(listen) => listen.keys.clone(),
            _ => Vec::new(),
        });
        let prompt = self.prompt(id, pieces);
        let listen = Listen {
            prompt,
            slowly: false,
            wait: 0,
            keys: keys.unwrap_or_default(),
            offered: Vec::new(),
            wrong: node("menu_wrong"),
            silence: menu.clone(),
        };
        self.add(node(id), Purpose::Greeting, Kind::Listen(listen))
    }

    /// What the keys do, and back to where the caller was.
    fn help(&mut self, from: &NodeId, person: Option<&NodeId>) -> NodeId {
        let words = self.say(LinePhrase::Help { person: person.is_some() });
        let prompt = self.prompt("help", vec![words]);
        let mut keys = vec![(Key::NEXT, to(from)), (Key::BACK, to(from))];
        keys.extend(person.map(|person| (Key::PERSON, to(person))));
        let (wrong, silence) = (from.clone(), from.clone());
        let listen = Listen { prompt, slowly: false, wait: 0, keys, offered: Vec::new(), wrong, silence };
        self.add(help_id(from), Purpose::Notice, Kind::Listen(listen))
    }
}

/// A choice of a menu: what is said once its key is known, and where it leads.
type Choice<'c> = (Box<dyn Fn(char) -> LinePhrase + 'c>, NodeId);

/// Where a menu leads when a caller does not find his way.
#[derive(Debug, Clone)]
struct Fallback {
    /// After the second wrong key.
    wrong: NodeId,
    /// After the second silence.
    silence: NodeId,
}

fn node(id: &str) -> NodeId {
    NodeId(id.to_owned())
}

/// The node that explains the keys of another.
fn help_id(from: &NodeId) -> NodeId {
    NodeId(format!("{from}_help"))
}

fn main_menu() -> NodeId {
    node("menu")
}

fn to(id: &NodeId) -> Edge {
    Edge { to: id.clone(), pace: None }
}

fn with_pace(id: &NodeId, pace: PaceChange) -> Edge {
    Edge { to: id.clone(), pace: Some(pace) }
}
