//! Menus: at most four choices each, function before key, a slower repetition after the first error.

use super::{Choice, Fallback, Planner, main_menu, node, to};
use crate::flow::{Edge, Key, Kind, Listen, NodeId, Purpose};
use hoerblatt_core::{Form, LinePhrase, Speech};

/// Choices in a menu (ISO/IEC 13714; two levels of four beat many narrow ones, Boren 2005).
pub(crate) const MOST_CHOICES: usize = 4;

/// As many choices as a menu can have keys for.
const MOST_KEYS: usize = 9;

/// Milliseconds to wait for a key in a menu, and in its repetition; 3–10 s by ISO/IEC 13714.
const WAIT: u32 = 5_000;
const WAIT_LONGER: u32 = 7_000;

/// Milliseconds after a name of the plain list: time to find a key.
const WAIT_NAME: u32 = 2_000;

impl Planner<'_> {
    /// A menu with its repetitions: `id`, then after an error `id_silent` or `id_wrong`, both leading to the slow `id_again`.
    pub(super) fn menu(
        &mut self,
        id: NodeId,
        head: Vec<Speech>,
        choices: Vec<Choice<'_>>,
        more: Vec<(Key, Edge)>,
        person: Option<NodeId>,
        fallback: &Fallback,
    ) -> NodeId {
        let mut pieces = head;
        let (mut keys, mut offered) = (Vec::new(), Vec::new());
        for (number, (phrase, leads_to)) in choices.into_iter().enumerate() {
            let Some(key) = Key::choice(number + 1) else { break };
            offered.push((key, pieces.len()));
            pieces.push(self.say(phrase(key.sign())));
            keys.push((key, to(&leads_to)));
        }
        keys.extend(more);
        let help = self.help(&id, person.as_ref());
        self.add_missing(&mut keys, Key::HELP, &help);
        self.add_missing(&mut keys, Key::PERSON, person.as_ref().unwrap_or(&help));
        let again = NodeId(format!("{id}_again"));
        let prompt = self.prompt(&id.0, pieces);
        let silent = self.excuse(&id, "silent", LinePhrase::NothingHeard, &keys, &again);
        let wrong = self.excuse(&id, "wrong", LinePhrase::WrongKey, &keys, &again);
        let first = Listen { prompt, slowly: false, wait: WAIT, keys, offered, wrong, silence: silent };
        let second = Listen {
            slowly: true,
            wait: WAIT_LONGER,
            wrong: fallback.wrong.clone(),
            silence: fallback.silence.clone(),
            ..first.clone()
        };
        self.add(again, Purpose::Menu, Kind::Listen(second));
        self.add(id, Purpose::Menu, Kind::Listen(first))
    }

    /// A key that the choices have not taken.
    fn add_missing(&self, keys: &mut Vec<(Key, Edge)>, key: Key, leads_to: &NodeId) {
        if keys.iter().all(|(other, _)| *other != key) {
            keys.push((key, to(leads_to)));
        }
    }

    /// A word before the repetition; whoever knows the key need not wait for it.
    fn excuse(
        &mut self,
        menu: &NodeId,
        what: &str,
        phrase: LinePhrase,
        keys: &[(Key, Edge)],
        again: &NodeId,
    ) -> NodeId {
        let words = self.say(phrase);
        let prompt = self.prompt(what, vec![words]);
        let listen = Listen {
            prompt,
            slowly: false,
            wait: 0,
            keys: keys.to_vec(),
            offered: Vec::new(),
            wrong: again.clone(),
            silence: again.clone(),
        };
        self.add(NodeId(format!("{menu}_{what}")), Purpose::Notice, Kind::Listen(listen))
    }

    /// A tree of names: by the given groups, else by balanced groups of at most four.
    pub(super) fn tree(&mut self, tree: &Tree<'_>, leaves: Vec<(Form, NodeId)>, fallback: &Fallback) -> NodeId {
        let id = node(tree.id);
        let groups = tree.groups.clone().unwrap_or_default();
        let groups = if groups.is_empty() { balanced(leaves.len()) } else { groups };
        if groups.len() <= 1 || (leaves.len() <= MOST_CHOICES && tree.groups.is_none()) {
            return self.flat(&id, &tree.head, leaves, &tree.back, fallback);
        }
        // Groups that a city made stay as they are; ours are divided until they can be remembered.
        let most = if tree.groups.is_some() { MOST_KEYS } else { MOST_CHOICES };
        let mut branches = Vec::new();
        for (number, (name, members)) in groups.into_iter().enumerate() {
            let members: Vec<(Form, NodeId)> = members.iter().filter_map(|at| leaves.get(*at)).cloned().collect();
            let branch = match members.as_slice() {
                [] => continue,
                // A group of one needs no menu of its own.
                [(name, only)] => (name.clone(), only.clone()),
                _ => {
                    let name = name.unwrap_or_else(|| self.one_of(&members));
                    let inner = format!("{}_{}", tree.id, number + 1);
                    let inner = Tree { id: &inner, back: id.clone(), groups: None, head: None };
                    let sub = if members.len() <= most {
                        self.flat(&node(inner.id), &inner.head, members, &id, fallback)
                    } else {
                        self.tree(&inner, members, fallback)
                    };
                    (name, sub)
                }
            };
            branches.push(branch);
        }
        self.flat(&id, &tree.head, branches, &tree.back, fallback)
    }

    /// One menu of names; more names than keys become groups.
    fn flat(
        &mut self,
        id: &NodeId,
        head: &Option<LinePhrase>,
        names: Vec<(Form, NodeId)>,
        back: &NodeId,
        fallback: &Fallback,
    ) -> NodeId {
        if names.len() > MOST_KEYS {
            let inner = Tree { id: &id.0, back: back.clone(), groups: None, head: head.clone() };
            return self.tree(&inner, names, fallback);
        }
        let choice = |(what, leads_to): (Form, NodeId)| -> Choice<'_> {
            (Box::new(move |key| LinePhrase::Choice { what: what.clone(), key }), leads_to)
        };
        let head = head.iter().map(|head| self.say(head.clone())).collect();
        let person = self.person.clone();
        self.menu(
            id.clone(),
            head,
            names.into_iter().map(choice).collect(),
            vec![(Key::BACK, to(back))],
            person,
            fallback,
        )
    }

    fn one_of(&self, members: &[(Form, NodeId)]) -> Form {
        self.wording.say(LinePhrase::OneOf { names: members.iter().map(|(name, _)| name.clone()).collect() })
    }

    /// The menu of the districts; with a single one, its events.
    pub(super) fn district_menu(&mut self, lists: &[(Form, NodeId)], names: &NodeId) -> Option<NodeId> {
        if let [(_, only)] = lists {
            return Some(only.clone());
        }
        (!lists.is_empty()).then_some(())?;
        let groups = self.groups();
        let tree = Tree { id: "districts", back: main_menu(), groups, head: None };
        Some(self.tree(&tree, lists.to_vec(), &Fallback { wrong: names.clone(), silence: names.clone() }))
    }

    /// The publication's groups as places in the list of districts; a district that no group holds gets a branch of its own.
    pub(super) fn groups(&self) -> Option<Groups> {
        let place = |id| self.districts.iter().position(|district| district.id == id);
        let mut groups: Groups = Vec::new();
        for (name, members) in &self.options.groups {
            groups.push((Some(name.clone()), members.iter().filter_map(place).collect()));
        }
        let missing = (0..self.districts.len()).filter(|at| !groups.iter().any(|(_, members)| members.contains(at)));
        let missing: Vec<usize> = missing.collect();
        if !groups.is_empty() && !missing.is_empty() {
            groups.push((None, missing));
        }
        (!groups.is_empty()).then_some(groups)
    }

    /// The names one after the other, any key for the one that was just heard: for callers who do not find the right key.
    pub(super) fn name_list(&mut self, lists: &[(Form, NodeId)]) -> NodeId {
        let end = self.operator.clone().unwrap_or_else(|| node("bye"));
        let words = self.say(LinePhrase::Goodbye);
        let prompt = self.prompt("bye", vec![words]);
        self.add(node("bye"), Purpose::Notice, Kind::End { prompt });
        if lists.len() < 2 {
            return end;
        }
        for (number, (name, list)) in lists.iter().enumerate() {
            let prompt = self.prompt(&list.0, vec![name.spoken.clone()]);
            let keys = Key::ALL.iter().map(|key| (*key, to(list))).collect();
            let next = if number + 1 < lists.len() { node(&format!("names_{}", number + 2)) } else { end.clone() };
            let listen = Listen {
                prompt,
                slowly: false,
                wait: WAIT_NAME,
                keys,
                offered: Vec::new(),
                wrong: next.clone(),
                silence: next,
            };
            self.add(node(&format!("names_{}", number + 1)), Purpose::Name, Kind::Listen(listen));
        }
        let words = self.say(LinePhrase::NamesIntro);
        let prompt = self.prompt("names", vec![words]);
        let first = node("names_1");
        let listen = Listen {
            prompt,
            slowly: false,
            wait: 0,
            keys: Vec::new(),
            offered: Vec::new(),
            wrong: first.clone(),
            silence: first,
        };
        self.add(node("names"), Purpose::Notice, Kind::Listen(listen))
    }
}

/// Groups of leaves by their places, with a name where they have one.
pub(super) type Groups = Vec<(Option<Form>, Vec<usize>)>;

/// What a tree of names is built from, beside the names.
pub(super) struct Tree<'t> {
    pub(super) id: &'t str,
    pub(super) back: NodeId,
    pub(super) groups: Option<Groups>,
    /// What is asked first, in the uppermost menu only.
    pub(super) head: Option<LinePhrase>,
}

/// At most four groups of nearly equal size, in order.
fn balanced(count: usize) -> Groups {
    let groups = count.div_ceil(MOST_CHOICES).clamp(1, MOST_CHOICES);
    let start = |group: usize| group * count / groups;
    (0..groups).map(|group| (None, (start(group)..start(group + 1)).collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::balanced;

    #[test]
    fn groups_are_balanced_and_hold_everyone_once() {
        let sizes = |count| balanced(count).iter().map(|(_, members)| members.len()).collect::<Vec<_>>();
        assert_eq!(sizes(5), [2, 3]);
        assert_eq!(sizes(12), [4, 4, 4]);
        assert_eq!(sizes(16), [4, 4, 4, 4]);
        assert_eq!(sizes(30), [7, 8, 7, 8]);
        for count in 1..200 {
            let all: Vec<usize> = balanced(count).into_iter().flat_map(|(_, members)| members).collect();
            assert_eq!(all, (0..count).collect::<Vec<_>>());
        }
    }
}
