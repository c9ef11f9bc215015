//! The call flow: everything that can happen in a call, as a graph.
//!
//! A node either says one prompt and listens ([`Kind::Listen`]), chooses by date or by opening hours, connects, or ends. There are no
//! counters and no memory besides the pace: what happens after a second error is another node. So the graph *is* the
//! behaviour; [`check`] can prove things about it, and an exchange needs nothing but jumps.
//!
//! The date and the hour are those of the beginning of the call.

pub mod check;
pub mod dump;
pub mod plan;
pub mod simulate;

use crate::Prompt;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use hoerblatt_core::{
    Form, Pace,
    model::{Event, Id, LanguageTag, OpeningHours},
};
use std::{collections::BTreeMap, fmt};

/// A planned line.
#[derive(Debug, Clone)]
pub struct CallFlow {
    /// What it is called in file names and contexts: `[a-z0-9_-]+`; an underscore parts what ids, which have none, could not keep apart.
    pub line: String,
    /// Its language.
    pub language: LanguageTag,
    /// The title of the publication.
    pub title: Form,
    /// IANA time zone in which dates and hours are meant.
    pub time_zone: String,
    /// How the exchange reaches a number, with `{number}` in it.
    pub dial: String,
    /// Days on which offices with opening hours are closed, in order.
    pub holidays: Vec<NaiveDate>,
    /// Where a call begins.
    pub start: NodeId,
    /// The main menu.
    pub menu: NodeId,
    /// The first node of each district with its name, in the order of the publication.
    pub districts: Vec<(Form, NodeId)>,
    /// The nodes in the order in which they were planned.
    pub nodes: Vec<Node>,
    /// The prompts by name.
    pub prompts: BTreeMap<String, Prompt>,
    /// The engine's own sentences, for what an export says to the person who installs it.
    pub wording: hoerblatt_core::Wording,
}

/// The stable name of a node: `[a-z0-9_-]+`; an underscore parts what ids, which have none, could not keep apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub String);

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A place in a call.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its name.
    pub id: NodeId,
    /// What it is for.
    pub purpose: Purpose,
    /// What happens.
    pub kind: Kind,
}

/// What a node is for; `check` measures menus and events by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// The first words.
    Greeting,
    /// Choices.
    Menu,
    /// An event: what, when, where.
    Event(Id<Event>),
    /// The details of an event.
    Details(Id<Event>),
    /// A part of the article.
    Article,
    /// An office.
    Office,
    /// A name in the plain list.
    Name,
    /// Anything else that is said.
    Notice,
    /// Nothing is said.
    Switch,
}

/// What happens at a node.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Says a prompt and takes a key, during or after it.
    Listen(Listen),
    /// Goes on by the day: to the first case whose days hold today, else elsewhere.
    ByDay {
        /// The cases in order.
        cases: Vec<(Days, NodeId)>,
        /// Where to go when none holds.
        otherwise: NodeId,
    },
    /// Goes on by opening hours and public holidays.
    ByHours {
        /// When somebody is there; empty: always.
        hours: Vec<OpeningHours>,
        /// Where to go then.
        open: NodeId,
        /// Where to go otherwise.
        closed: NodeId,
    },
    /// Says a prompt to its end and connects; the call ends with the conversation.
    Connect {
        /// What is said before.
        prompt: String,
        /// What is dialled: digits, perhaps after a `+`.
        number: String,
        /// Seconds to let it ring.
        seconds: u32,
        /// Where to go when the line is busy.
        busy: NodeId,
        /// Where to go when nobody answers, or the call cannot be made.
        no_answer: NodeId,
    },
    /// Says a prompt to its end and hangs up.
    End {
        /// What is said.
        prompt: String,
    },
}

/// A prompt with the keys that may be pressed.
#[derive(Debug, Clone, PartialEq)]
pub struct Listen {
    /// What is said.
    pub prompt: String,
    /// Whether it is said slowly whatever pace was chosen: after an error.
    pub slowly: bool,
    /// Milliseconds to wait for a key after the prompt; 0: goes straight on.
    pub wait: u32,
    /// What each key does.
    pub keys: Vec<(Key, Edge)>,
    /// The choices that the prompt offers, each with the number of the piece that offers it.
    pub offered: Vec<(Key, usize)>,
    /// Where any other key leads.
    pub wrong: NodeId,
    /// Where silence leads.
    pub silence: NodeId,
}

/// Where a key leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The next node.
    pub to: NodeId,
    /// A change of pace on the way.
    pub pace: Option<PaceChange>,
}

/// What leads from one node to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A key.
    Key(Key),
    /// Any key that has no meaning here.
    WrongKey,
    /// Nothing that the caller does.
    Itself,
}

/// A change of pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaceChange {
    /// One step slower, or the slowest.
    Slower,
    /// One step faster, or the fastest.
    Faster,
}

impl PaceChange {
    /// The pace after the change.
    pub fn of(self, pace: Pace) -> Pace {
        match self {
            Self::Slower => pace.slower(),
            Self::Faster => pace.faster(),
        }
    }
}

/// A key of the telephone: `0`–`9`, `*`, `#`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(char);

impl Key {
    /// The next item.
    pub const NEXT: Self = Self('#');
    /// The item before, or up.
    pub const BACK: Self = Self('*');
    /// A person, or help where there is none (ISO/IEC 13714).
    pub const PERSON: Self = Self('0');
    /// Again.
    pub const AGAIN: Self = Self('2');
    /// Details.
    pub const DETAILS: Self = Self('3');
    /// Slower.
    pub const SLOWER: Self = Self('7');
    /// What the keys do.
    pub const HELP: Self = Self('8');
    /// Faster.
    pub const FASTER: Self = Self('9');
    /// All twelve, as they stand on the telephone.
    pub const ALL: [Self; 12] = [
        Self('1'),
        Self('2'),
        Self('3'),
        Self('4'),
        Self('5'),
        Self('6'),
        Self('7'),
        Self('8'),
        Self('9'),
        Self('*'),
        Self('0'),
        Self('#'),
    ];

    /// The key with this sign.
    pub fn new(sign: char) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.0 == sign)
    }

    /// The key of the choice with this number, 1–9.
    pub fn choice(number: usize) -> Option<Self> {
        char::from_digit(u32::try_from(number).ok()?, 10).filter(|sign| *sign != '0').map(Self)
    }

    /// Its sign.
    pub fn sign(self) -> char {
        self.0
    }
}

/// Stretches of days, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days(pub Vec<(Option<NaiveDate>, NaiveDate)>);

impl Days {
    /// Every day up to this one.
    pub fn until(last: NaiveDate) -> Self {
        Self(vec![(None, last)])
    }

    /// From one day to another.
    pub fn between(first: NaiveDate, last: NaiveDate) -> Self {
        Self(vec![(Some(first), last)])
    }

    /// Whether a day is among them.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.0.iter().any(|(first, last)| first.is_none_or(|first| first <= day) && day <= *last)
    }

    /// Whether no day is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All days of both, overlapping and adjoining stretches put together.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        self.0.extend(&other.0);
        self.0.sort_unstable();
        let mut joined: Vec<(Option<NaiveDate>, NaiveDate)> = Vec::new();
        for (first, last) in self.0 {
            match joined.last_mut() {
                Some((_, end)) if first.is_none_or(|first| end.succ_opt().is_none_or(|after| first <= after)) => {
                    *end = last.max(*end);
                }
                _ => joined.push((first, last)),
            }
        }
        Self(joined)
    }
}

/// Whether somebody is there at a moment; no hours at all mean: always.
pub fn is_open(hours: &[OpeningHours], holidays: &[NaiveDate], at: NaiveDateTime) -> bool {
    let weekday = at.weekday().num_days_from_monday();
    let minute = |time: chrono::NaiveTime| time.hour() * 60 + time.minute();
    let now = minute(at.time());
    let covers = |hours: &OpeningHours| {
        let days = hours.first.0.num_days_from_monday()..=hours.last.0.num_days_from_monday();
        days.contains(&weekday) && minute(hours.from) <= now && now < minute(hours.until)
    };
    hours.is_empty() || (holidays.binary_search(&at.date()).is_err() && hours.iter().any(covers))
}

impl CallFlow {
    /// The node of a name.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == *id)
    }

    /// The nodes by name, for whoever walks the graph.
    pub fn index(&self) -> BTreeMap<&NodeId, &Node> {
        self.nodes.iter().map(|node| (&node.id, node)).collect()
    }
}

impl Node {
    /// Every node that may come next, and what leads there.
    pub fn next(&self) -> Vec<(Step, &NodeId)> {
        match &self.kind {
            Kind::Listen(listen) => {
                let keys = listen.keys.iter().map(|(key, edge)| (Step::Key(*key), &edge.to));
                keys.chain([(Step::WrongKey, &listen.wrong), (Step::Itself, &listen.silence)]).collect()
            }
            Kind::ByDay { cases, otherwise } => {
                cases.iter().map(|(_, to)| (Step::Itself, to)).chain([(Step::Itself, otherwise)]).collect()
            }
            Kind::ByHours { open, closed, .. } => vec![(Step::Itself, open), (Step::Itself, closed)],
            Kind::Connect { busy, no_answer, .. } => vec![(Step::Itself, busy), (Step::Itself, no_answer)],
            Kind::End { .. } => Vec::new(),
        }
    }

    /// The prompt it says.
    pub fn prompt(&self) -> Option<&str> {
        match &self.kind {
            Kind::Listen(listen) => Some(&listen.prompt),
            Kind::Connect { prompt, .. } | Kind::End { prompt } => Some(prompt),
            Kind::ByDay { .. } | Kind::ByHours { .. } => None,
        }
    }
}
