//! What does a caller hear? The line without a telephone.

use super::{CallFlow, Key, Kind, Listen, Node, NodeId, is_open};
use crate::Durations;
use chrono::NaiveDateTime;
use hoerblatt_core::Pace;
use std::collections::BTreeMap;

/// A prompt that was heard.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// Seconds from the beginning of the call to its first word.
    pub at: f64,
    /// Seconds of it that were heard; 0 where a key was pressed at once.
    pub seconds: f64,
    /// The file that plays, below the line's folder and without its ending: `normal/menu-…`.
    pub prompt: String,
    /// What it says.
    pub text: String,
    /// The node that says it.
    pub node: NodeId,
}

/// What a caller does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Presses a key when the line waits for one.
    Press(Key),
    /// Presses a key while the prompt has just begun (barge-in).
    PressAtOnce(Key),
    /// Does nothing until the line goes on by itself.
    Wait,
}

/// What happens when the line calls somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answer {
    /// Somebody answers; the rest of the call is a conversation.
    #[default]
    Answered,
    /// The line is busy.
    Busy,
    /// Nobody answers.
    NoAnswer,
}

/// How a call stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The line waits for a key.
    Listening,
    /// The caller talks to somebody under this number.
    Connected(String),
    /// The line has hung up.
    Over,
}

/// Reads what a caller does: `1` presses a key when the current prompt has ended, `!1` at once, `.` waits for the timeout.
///
/// The error is the part that cannot be read.
///
/// ```
/// use hoerblatt_phone::simulate::{Action, actions};
/// assert_eq!(actions("1 !2 # .").unwrap().len(), 4);
/// assert_eq!(actions("1 x").unwrap_err(), "x");
/// ```
pub fn actions(keys: &str) -> Result<Vec<Action>, String> {
    let one = |word: &str| {
        let (at_once, sign) = word.strip_prefix('!').map_or((false, word), |rest| (true, rest));
        let mut signs = sign.chars();
        match (signs.next(), signs.next()) {
            (Some('.'), None) if !at_once => Ok(Action::Wait),
            (Some(sign), None) => {
                let key = Key::new(sign).ok_or_else(|| word.to_owned())?;
                Ok(if at_once { Action::PressAtOnce(key) } else { Action::Press(key) })
            }
            _ => Err(word.to_owned()),
        }
    };
    keys.split_whitespace().map(one).collect()
}

/// A whole call: everything that is heard until the keys are used up, the last prompt to its end, and how the call then stands.
pub fn simulate(
    flow: &CallFlow,
    actions: &[Action],
    at: NaiveDateTime,
    answer: Answer,
    durations: &dyn Durations,
) -> (Vec<Heard>, State) {
    let mut call = Call::begin(flow, at, answer, durations);
    let mut all = Vec::new();
    for action in actions {
        all.extend(call.act(*action));
        if *call.state() != State::Listening {
            break;
        }
    }
    all.extend(call.listen());
    let state = call.state().clone();
    (all, state)
}

/// A call, step by step, for a simulator that a person uses.
///
/// The line never speaks ahead of the caller: what it says next is heard with the next [`Call::act`] or [`Call::listen`].
#[derive(Clone)]
pub struct Call<'f> {
    flow: &'f CallFlow,
    nodes: BTreeMap<&'f NodeId, &'f Node>,
    durations: &'f dyn Durations,
    begun: NaiveDateTime,
    answer: Answer,
    pace: Pace,
    seconds: f64,
    node: &'f NodeId,
    /// Whether the prompt of the node has been heard to its end.
    heard: bool,
    state: State,
}

impl<'f> Call<'f> {
    /// A call that begins at a moment, in the line's time zone.
    pub fn begin(flow: &'f CallFlow, at: NaiveDateTime, answer: Answer, durations: &'f dyn Durations) -> Self {
        Self {
            flow,
            nodes: flow.index(),
            durations,
            begun: at,
            answer,
            pace: Pace::Normal,
            seconds: 0.0,
            node: &flow.start,
            heard: false,
            state: State::Listening,
        }
    }

    /// How the call stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Seconds since the call began.
    pub fn seconds(&self) -> f64 {
        self.seconds
    }

    /// Hears everything up to where the line waits for a key.
    pub fn listen(&mut self) -> Vec<Heard> {
        let mut all = Vec::new();
        while let Some(listen) = self.go_on(&mut all) {
            if !self.heard {
                all.extend(self.say(&listen.prompt, listen.slowly, true));
                self.heard = true;
            }
            if listen.wait > 0 {
                break;
            }
            self.jump(&listen.silence);
        }
        all
    }

    /// Does something, and returns what was heard before it took effect.
    pub fn act(&mut self, action: Action) -> Vec<Heard> {
        let mut all = match action {
            Action::PressAtOnce(_) => Vec::new(),
            Action::Press(_) | Action::Wait => self.listen(),
        };
        let Some(listen) = self.go_on(&mut all) else { return all };
        if !self.heard {
            all.extend(self.say(&listen.prompt, listen.slowly, false));
        }
        match action {
            Action::Press(key) | Action::PressAtOnce(key) => self.press(key, listen),
            Action::Wait => {
                self.seconds += f64::from(listen.wait) / 1000.0;
                self.jump(&listen.silence);
            }
        }
        all
    }

    fn press(&mut self, key: Key, listen: &'f Listen) {
        match listen.keys.iter().find(|(other, _)| *other == key) {
            Some((_, edge)) => {
                self.pace = edge.pace.map_or(self.pace, |change| change.of(self.pace));
                self.jump(&edge.to);
            }
            None => self.jump(&listen.wrong),
        }
    }

    /// Passes switches and transfers up to a node that listens; `None` when the call is over.
    fn go_on(&mut self, all: &mut Vec<Heard>) -> Option<&'f Listen> {
        while self.state == State::Listening {
            let Some(node) = self.nodes.get(self.node).copied() else {
                self.state = State::Over;
                break;
            };
            match &node.kind {
                Kind::Listen(listen) => return Some(listen),
                Kind::ByDay { cases, otherwise } => {
                    let today = self.begun.date();
                    let case = cases.iter().find(|(days, _)| days.contains(today));
                    self.jump(case.map_or(otherwise, |(_, to)| to));
                }
                Kind::ByHours { hours, open, closed } => {
                    self.jump(if is_open(hours, &self.flow.holidays, self.begun) { open } else { closed });
                }
                Kind::Connect { prompt, number, seconds, busy, no_answer } => {
                    all.extend(self.say(prompt, false, true));
                    match self.answer {
                        Answer::Answered => self.state = State::Connected(number.clone()),
                        Answer::Busy => self.jump(busy),
                        Answer::NoAnswer => {
                            self.seconds += f64::from(*seconds);
                            self.jump(no_answer);
                        }
                    }
                }
                Kind::End { prompt } => {
                    all.extend(self.say(prompt, false, true));
                    self.state = State::Over;
                }
            }
        }
        None
    }

    fn jump(&mut self, to: &'f NodeId) {
        self.node = to;
        self.heard = false;
    }

    fn say(&mut self, name: &str, slowly: bool, to_the_end: bool) -> Option<Heard> {
        let prompt = self.flow.prompts.get(name)?;
        let pace = if slowly { Pace::Slow } else { self.pace };
        let seconds = if to_the_end { self.durations.seconds(prompt, pace) } else { 0.0 };
        let heard = Heard {
            at: self.seconds,
            seconds,
            prompt: prompt.path(pace),
            text: prompt.text(),
            node: self.node.clone(),
        };
        self.seconds += seconds;
        Some(heard)
    }
}
