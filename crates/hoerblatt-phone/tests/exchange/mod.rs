//! A small Asterisk: it reads an exported `extensions.conf` and plays calls on it.
//!
//! It knows the applications, functions and operators that the export uses, and panics on anything else, so that a test which passes
//! has executed every line that the caller's keys led to as it stands in the file.

mod expression;

use chrono::NaiveDateTime;
use hoerblatt_phone::simulate::{Action, Answer};
use std::collections::BTreeMap;

/// What happens in a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Happening {
    /// A sound file was played, to its end or cut off by a key.
    Played { file: String, cut: bool },
    /// The exchange called somebody.
    Dialled(String),
    /// The exchange hung up.
    HungUp,
}

/// A dialplan as read from a file: contexts, extensions, and their priorities from 1.
pub(crate) struct Dialplan {
    contexts: BTreeMap<String, BTreeMap<String, Vec<(String, String)>>>,
}

impl Dialplan {
    /// Reads the file as Asterisk's `pbx_config` does.
    pub(crate) fn read(text: &str) -> Self {
        let mut contexts: BTreeMap<String, BTreeMap<String, Vec<(String, String)>>> = BTreeMap::new();
        let (mut context, mut extension) = (String::new(), String::new());
        for line in text.lines() {
            assert!(!line.contains(";--"), "a block comment: {line:?}");
            let line = line.split(';').next().unwrap_or("").trim();
            if line.is_empty() {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                assert!(name.len() <= 79, "context {name} is too long");
                assert!(contexts.insert(name.to_owned(), BTreeMap::new()).is_none(), "context {name} twice");
                context = name.to_owned();
                continue;
            }
            let (keyword, value) = line.split_once("=>").unwrap_or_else(|| panic!("not a dialplan line: {line:?}"));
            let (priority, application) = match keyword.trim() {
                "exten" => {
                    let mut parts = value.trim().splitn(3, ',');
                    extension = parts.next().expect("an extension").to_owned();
                    (parts.next().expect("a priority"), parts.next().expect("an application"))
                }
                "same" => value.trim().split_once(',').expect("a priority and an application"),
                other => panic!("unknown keyword {other:?}"),
            };
            let steps = contexts.get_mut(&context).expect("a context").entry(extension.clone()).or_default();
            assert_eq!(priority == "1", steps.is_empty(), "priorities of {context},{extension} are not in order");
            assert!(matches!(priority, "1" | "n"), "priority {priority:?}");
            let (name, arguments) = application.split_once('(').expect("an application with arguments");
            let arguments = arguments.strip_suffix(')').unwrap_or_else(|| panic!("no end of arguments: {line:?}"));
            steps.push((name.to_owned(), arguments.to_owned()));
        }
        Self { contexts }
    }

    /// Every file that any line may play, with the pace as a variable.
    pub(crate) fn files(&self) -> Vec<String> {
        let steps = self.contexts.values().flat_map(BTreeMap::values).flatten();
        let plays = steps.filter(|(name, _)| matches!(name.as_str(), "Background" | "Playback"));
        plays.map(|(_, file)| file.clone()).collect()
    }

    /// A call to a context at a moment of its time zone, until the caller has nothing more to do or it ends.
    pub(crate) fn call(&self, context: &str, at: NaiveDateTime, actions: &[Action], answer: Answer) -> Vec<Happening> {
        let mut channel = Channel {
            plan: self,
            place: (context.to_owned(), "s".into(), 0),
            variables: BTreeMap::new(),
            at,
            actions: actions.to_vec().into(),
            answer,
            trace: Vec::new(),
        };
        let mut steps = 0;
        while channel.step() {
            steps += 1;
            assert!(steps < 100_000, "the call goes round in circles at {:?}", channel.place);
        }
        channel.trace
    }
}

/// One call.
struct Channel<'p> {
    plan: &'p Dialplan,
    /// Context, extension, priority from 0.
    place: (String, String, usize),
    variables: BTreeMap<String, String>,
    at: NaiveDateTime,
    actions: std::collections::VecDeque<Action>,
    answer: Answer,
    trace: Vec<Happening>,
}

impl Channel<'_> {
    /// Executes one priority; false when the call is over.
    fn step(&mut self) -> bool {
        let (context, extension, priority) = self.place.clone();
        let extensions = self.plan.contexts.get(&context).unwrap_or_else(|| panic!("no context {context}"));
        let steps = extensions.get(&extension).unwrap_or_else(|| panic!("no extension {extension} in {context}"));
        let (name, arguments) =
            steps.get(priority).unwrap_or_else(|| panic!("{context},{extension} ends at {priority}"));
        let arguments = expression::substitute(arguments, &self.variables, self.at);
        self.place.2 += 1;
        self.execute(name, &arguments)
    }

    fn execute(&mut self, name: &str, arguments: &str) -> bool {
        match name {
            "Answer" => assert!(arguments.is_empty(), "Answer takes nothing here"),
            "Set" => {
                let (variable, value) = arguments.split_once('=').expect("Set(name=value)");
                self.variables.insert(variable.to_owned(), value.to_owned());
            }
            "ExecIf" => {
                let (condition, then) = arguments.split_once('?').expect("ExecIf(condition?application)");
                if expression::is_true(condition) {
                    let (name, inner) = then.split_once('(').expect("an application");
                    return self.execute(name, inner.strip_suffix(')').expect("its end"));
                }
            }
            "Goto" => self.goto(arguments),
            "GotoIf" => {
                let (condition, then) = arguments.split_once('?').expect("GotoIf(condition?where)");
                assert!(!then.contains(':'), "GotoIf with an else branch is not used: {then}");
                if expression::is_true(condition) {
                    self.goto(then);
                }
            }
            "Background" => match self.actions.front().copied() {
                Some(Action::PressAtOnce(key)) => {
                    self.actions.pop_front();
                    self.trace.push(Happening::Played { file: arguments.to_owned(), cut: true });
                    self.press(&key.sign().to_string());
                }
                _ => self.trace.push(Happening::Played { file: arguments.to_owned(), cut: false }),
            },
            "WaitExten" => {
                assert!(arguments.parse::<f64>().is_ok_and(|seconds| seconds > 0.0), "WaitExten({arguments})");
                match self.actions.pop_front() {
                    None => return false,
                    Some(Action::Press(key)) => self.press(&key.sign().to_string()),
                    Some(Action::Wait) => self.press("t"),
                    Some(Action::PressAtOnce(key)) => panic!("{key:?} should have been pressed during the prompt"),
                }
            }
            "Playback" => self.trace.push(Happening::Played { file: arguments.to_owned(), cut: false }),
            "Dial" => {
                let (callee, seconds) = arguments.split_once(',').expect("Dial(callee,seconds)");
                assert!(seconds.parse::<u32>().is_ok(), "Dial with options is not used: {arguments}");
                let status = match self.answer {
                    Answer::Answered => {
                        self.trace.push(Happening::Dialled(callee.to_owned()));
                        return false;
                    }
                    Answer::Busy => "BUSY",
                    Answer::NoAnswer => "NOANSWER",
                };
                self.variables.insert("DIALSTATUS".into(), status.into());
            }
            "Hangup" => {
                self.trace.push(Happening::HungUp);
                return false;
            }
            other => panic!("unknown application {other}({arguments})"),
        }
        true
    }

    /// Jumps to the extension of a key in the present context, or to `i` where there is none.
    fn press(&mut self, key: &str) {
        let known = self.plan.contexts[&self.place.0].contains_key(key);
        let extension = if known || key == "t" { key } else { "i" };
        self.place = (self.place.0.clone(), extension.to_owned(), 0);
    }

    fn goto(&mut self, target: &str) {
        let parts: Vec<&str> = target.split(',').collect();
        let [context, extension, "1"] = parts.as_slice() else { panic!("Goto({target}) is not context,extension,1") };
        self.place = ((*context).to_owned(), (*extension).to_owned(), 0);
    }
}
