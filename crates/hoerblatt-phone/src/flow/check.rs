//! What can be proven about a line before anybody calls it?
//!
//! The graph is small and complete, so "can a caller get stuck?" is a question with an answer. Broken graphs are errors and are not
//! exported; what is merely hard on callers is a warning that names the prompt.

use super::{CallFlow, Key, Kind, Listen, NodeId, Purpose, Step};
use crate::{Durations, durations::seconds_until, rules};
use hoerblatt_core::{Diagnostic, Form, Pace};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque},
};

/// Seconds of a menu: four choices of four seconds and a breath.
const MOST_SECONDS_MENU: f64 = 18.0;

/// Seconds of an event's first part.
const MOST_SECONDS_EVENT: f64 = 20.0;

/// Choices of a menu besides help.
const MOST_CHOICES: usize = 4;

/// Key presses to any event, for a city of up to [`FEW_DISTRICTS`].
const MOST_PRESSES: u32 = 3;
const FEW_DISTRICTS: usize = 16;

/// How long callers take to their own district.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// Seconds to the farthest district.
    pub worst: f64,
    /// Mean seconds over all districts.
    pub mean: f64,
    /// The farthest district.
    pub farthest: Form,
}

/// Everything there is to say about a flow.
pub fn check(flow: &CallFlow, durations: &dyn Durations) -> Vec<Diagnostic> {
    let graph = Graph::of(flow);
    let mut found = names_twice(flow);
    found.extend(graph.broken_links());
    if !found.is_empty() {
        return found;
    }
    found.extend(graph.keys());
    found.extend(graph.reachability());
    found.extend(graph.silent_circles());
    found.extend(graph.presses());
    found.extend(lengths(flow, durations));
    found.extend(reach(flow, durations).map(|reach| {
        let tenths = |seconds: f64| (seconds * 10.0).round() / 10.0;
        rules::line_reach(None, tenths(reach.worst), tenths(reach.mean), reach.farthest.written)
    }));
    found
}

/// Seconds from the first word to the first word of each district, for a caller who presses a key as soon as it has been offered.
pub fn reach(flow: &CallFlow, durations: &dyn Durations) -> Option<Reach> {
    let times = Graph::of(flow).times(durations);
    let districts = flow.districts.iter().filter_map(|(name, id)| Some((name, *times.get(id)?)));
    let (farthest, worst) = districts.clone().max_by(|(_, a), (_, b)| a.total_cmp(b))?;
    #[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 districts")]
    let mean = districts.clone().map(|(_, time)| time).sum::<f64>() / districts.count() as f64;
    Some(Reach { worst, mean, farthest: farthest.clone() })
}

/// The nodes by number, for walking.
struct Graph<'f> {
    flow: &'f CallFlow,
    places: BTreeMap<&'f NodeId, usize>,
}

impl<'f> Graph<'f> {
    fn of(flow: &'f CallFlow) -> Self {
        Self { flow, places: flow.nodes.iter().enumerate().map(|(at, node)| (&node.id, at)).collect() }
    }

    fn broken_links(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let ends = [&self.flow.start, &self.flow.menu].map(|id| (id, id));
        let links = self.flow.nodes.iter().flat_map(|node| node.next().into_iter().map(|(_, to)| (&node.id, to)));
        for (from, to) in ends.into_iter().chain(links) {
            if !self.places.contains_key(to) {
                found.push(rules::flow_broken_link(None, &from.0, &to.0));
            }
        }
        for node in &self.flow.nodes {
            if let Some(missing) = node.prompt().filter(|prompt| !self.flow.prompts.contains_key(*prompt)) {
                found.push(rules::flow_broken_link(None, &node.id.0, missing));
            }
        }
        found
    }

    fn keys(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (node, listen) in self.listening() {
            let mut seen = BTreeSet::new();
            for (key, _) in &listen.keys {
                if !seen.insert(*key) {
                    found.push(rules::flow_key_twice(None, &node.0, key.sign().to_string()));
                }
            }
            for (number, (key, _)) in listen.offered.iter().enumerate() {
                if Key::choice(number + 1) != Some(*key) || !seen.contains(key) {
                    found.push(rules::flow_key_gap(None, &node.0, key.sign().to_string()));
                }
            }
            let is_help = |key: &Key| {
                let leads_to = listen.keys.iter().find(|(other, _)| other == key);
                leads_to.is_some_and(|(_, edge)| edge.to.0 == format!("{node}_help"))
            };
            let count = listen.offered.iter().filter(|(key, _)| !is_help(key)).count();
            if count > MOST_CHOICES && !listen.slowly {
                found.push(rules::menu_too_many_choices(None, &node.0, count, MOST_CHOICES));
            }
        }
        found
    }

    fn listening(&self) -> impl Iterator<Item = (&'f NodeId, &'f Listen)> {
        self.flow.nodes.iter().filter_map(|node| match &node.kind {
            Kind::Listen(listen) => Some((&node.id, listen)),
            _ => None,
        })
    }

    /// Every node can be reached, and leads back to the menu and to a person or the end.
    fn reachability(&self) -> Vec<Diagnostic> {
        let nodes = &self.flow.nodes;
        let next: Vec<Vec<usize>> = nodes.iter().map(|node| self.all_next(node)).collect();
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
        for (from, all) in next.iter().enumerate() {
            all.iter().for_each(|to| before[*to].push(from));
        }
        let is_end = |at: &usize| matches!(nodes[*at].kind, Kind::Connect { .. } | Kind::End { .. });
        let reached = flood(&next, [self.places[&self.flow.start]]);
        let to_menu = flood(&before, [self.places[&self.flow.menu]]);
        let to_end = flood(&before, (0..nodes.len()).filter(is_end));
        let mut found = Vec::new();
        for (at, node) in nodes.iter().enumerate() {
            if !reached[at] {
                found.push(rules::flow_unreachable(None, &node.id.0));
            }
            let final_word = matches!(node.kind, Kind::End { .. });
            if !(to_menu[at] || final_word) || !to_end[at] {
                found.push(rules::flow_no_way_back(None, &node.id.0));
            }
        }
        found
    }

    fn all_next(&self, node: &super::Node) -> Vec<usize> {
        node.next().into_iter().map(|(_, to)| self.places[to]).collect()
    }

    /// A caller who never presses a key comes to an end.
    fn silent_circles(&self) -> Vec<Diagnostic> {
        let silent = |node: &super::Node| match &node.kind {
            Kind::Listen(listen) => vec![self.places[&listen.silence]],
            _ => self.all_next(node),
        };
        let next: Vec<Vec<usize>> = self.flow.nodes.iter().map(silent).collect();
        // Taking away what has nothing before it leaves exactly the circles and what hangs on them.
        let mut before = vec![0_usize; next.len()];
        next.iter().flatten().for_each(|to| before[*to] += 1);
        let mut free: VecDeque<usize> = (0..next.len()).filter(|at| before[*at] == 0).collect();
        while let Some(at) = free.pop_front() {
            for to in &next[at] {
                before[*to] -= 1;
                if before[*to] == 0 {
                    free.push_back(*to);
                }
            }
        }
        let caught = self.flow.nodes.iter().zip(before).filter(|(_, before)| *before > 0);
        caught.map(|(node, _)| rules::flow_silent_circle(None, &node.id.0)).collect()
    }

    /// How many keys a caller presses to each node, at least.
    fn fewest_presses(&self) -> Vec<Option<u32>> {
        let mut fewest: Vec<Option<u32>> = vec![None; self.flow.nodes.len()];
        let mut queue = VecDeque::from([(self.places[&self.flow.start], 0)]);
        while let Some((at, presses)) = queue.pop_front() {
            if fewest[at].is_some_and(|known| known <= presses) {
                continue;
            }
            fewest[at] = Some(presses);
            let node = &self.flow.nodes[at];
            for (step, to) in node.next() {
                // Errors are no way to an event, nor is waiting for a menu to give up; waiting for the next item of a list is.
                if step == Step::WrongKey || (step == Step::Itself && node.purpose == Purpose::Menu) {
                    continue;
                }
                // What takes no key is walked first, so that the first visit is the cheapest.
                match step {
                    Step::Key(_) => queue.push_back((self.places[to], presses + 1)),
                    Step::WrongKey | Step::Itself => queue.push_front((self.places[to], presses)),
                }
            }
        }
        fewest
    }

    fn presses(&self) -> Vec<Diagnostic> {
        if self.flow.districts.len() > FEW_DISTRICTS {
            return Vec::new();
        }
        let mut events: BTreeMap<&str, u32> = BTreeMap::new();
        for (node, presses) in self.flow.nodes.iter().zip(self.fewest_presses()) {
            if let (Purpose::Event(event), Some(presses)) = (&node.purpose, presses) {
                let known = events.entry(event.as_str()).or_insert(presses);
                *known = presses.min(*known);
            }
        }
        let far = events.into_iter().filter(|(_, presses)| *presses > MOST_PRESSES);
        far.map(|(event, presses)| rules::event_too_far(None, event, presses, MOST_PRESSES)).collect()
    }

    /// Seconds to the first word of each node that can be reached by keys as they are offered.
    fn times(&self, durations: &dyn Durations) -> BTreeMap<NodeId, f64> {
        let mut times: BTreeMap<NodeId, f64> = BTreeMap::new();
        let Some(&start) = self.places.get(&self.flow.start) else { return times };
        let mut queue = BinaryHeap::from([Reverse((0_u64, start))]);
        while let Some(Reverse((millis, at))) = queue.pop() {
            let node = &self.flow.nodes[at];
            if times.contains_key(&node.id) {
                continue;
            }
            #[expect(clippy::cast_precision_loss, reason = "a call is shorter than 2^52 ms")]
            times.insert(node.id.clone(), millis as f64 / 1000.0);
            for (seconds, to) in self.ways(node, durations) {
                if let Some(&to) = self.places.get(to) {
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "seconds are not negative"
                    )]
                    queue.push(Reverse((millis + (seconds * 1000.0) as u64, to)));
                }
            }
        }
        times
    }

    fn ways(&self, node: &'f super::Node, durations: &dyn Durations) -> Vec<(f64, &'f NodeId)> {
        let Kind::Listen(listen) = &node.kind else {
            return node.next().into_iter().map(|(_, to)| (0.0, to)).collect();
        };
        let Some(prompt) = self.flow.prompts.get(&listen.prompt) else { return Vec::new() };
        let pace = if listen.slowly { Pace::Slow } else { Pace::Normal };
        let offered = listen.offered.iter().filter_map(|(key, piece)| {
            let (_, edge) = listen.keys.iter().find(|(other, _)| other == key)?;
            Some((seconds_until(prompt, *piece, pace, durations), &edge.to))
        });
        let after = durations.seconds(prompt, pace) + f64::from(listen.wait) / 1000.0;
        offered.chain([(after, &listen.silence)]).collect()
    }
}

fn names_twice(flow: &CallFlow) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let twice = flow.nodes.iter().filter(|node| !seen.insert(&node.id));
    twice.map(|node| rules::flow_node_twice(None, &node.id.0)).collect()
}

/// Which nodes can be reached from the given ones.
fn flood(next: &[Vec<usize>], from: impl IntoIterator<Item = usize>) -> Vec<bool> {
    let mut reached = vec![false; next.len()];
    let mut open: Vec<usize> = from.into_iter().collect();
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            open.extend(&next[at]);
        }
    }
    reached
}

/// Menus and events that take longer than can be remembered.
fn lengths(flow: &CallFlow, durations: &dyn Durations) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for node in &flow.nodes {
        let most = match node.purpose {
            Purpose::Menu => MOST_SECONDS_MENU,
            Purpose::Event(_) => MOST_SECONDS_EVENT,
            _ => continue,
        };
        let Some(prompt) = node.prompt().and_then(|name| flow.prompts.get(name)) else { continue };
        let seconds = durations.seconds(prompt, Pace::Normal);
        if seconds > most && told.insert(&prompt.name) {
            let tenths = (seconds * 10.0).round() / 10.0;
            found.push(match node.purpose {
                Purpose::Menu => rules::menu_too_long(None, &prompt.name, tenths, most),
                _ => rules::event_prompt_too_long(None, &prompt.name, tenths, most),
            });
        }
    }
    found
}
