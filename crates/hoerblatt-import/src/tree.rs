//! Words by their letters: a list of a vocabulary as a tree, in which a text is found without copying, folding or hashing it.
//!
//! Most words of a text are in no list, and the tree says so at their second or third letter.

/// Words with what is known of each.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tree<T> {
    nodes: Vec<Node<T>>,
    /// Where the first letters lead, by their number; 0 where no word begins so.
    first: [u32; LATIN],
}

/// First letters up to "ÿ" are found without a search: with them begins almost every word that is looked for.
const LATIN: usize = 256;

#[derive(Debug, Clone, PartialEq)]
struct Node<T> {
    /// What is known of the word that ends here.
    value: Option<T>,
    /// The letters that go on, in their order, and where they lead.
    next: Vec<(char, u32)>,
    /// Bits of those letters: almost every letter that leads nowhere is told by its own, without a search.
    bits: u64,
}

/// The bit of a letter, which others share.
#[inline]
fn bit(letter: char) -> u64 {
    1 << (letter as u32 % u64::BITS)
}

impl<T> Default for Tree<T> {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], first: [0; LATIN] }
    }
}

impl<T> Default for Node<T> {
    fn default() -> Self {
        Self { value: None, next: Vec::new(), bits: 0 }
    }
}

impl<T> Tree<T> {
    /// The words of a list, each with its value; of a word that stands twice the first counts.
    pub(crate) fn of<'w>(list: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        let mut tree = Self::default();
        for (word, value) in list {
            tree.place(word.chars()).get_or_insert(value);
        }
        tree
    }

    /// Where the value of a word stands, or will stand.
    pub(crate) fn place(&mut self, letters: impl Iterator<Item = char>) -> &mut Option<T> {
        let mut at = 0;
        for letter in letters {
            at = self.step(at, letter).unwrap_or_else(|| self.grow(at, letter));
        }
        &mut self.nodes[at].value
    }

    /// What is known of a whole word.
    pub(crate) fn find(&self, letters: impl Iterator<Item = char>) -> Option<&T> {
        let mut at = 0;
        for letter in letters {
            at = self.step(at, letter)?;
        }
        self.nodes[at].value.as_ref()
    }

    /// What is known of the words of a text, one after the other, whatever their capitals; a word is what no other sign parts.
    pub(crate) fn in_words(&self, text: &str) -> impl Iterator<Item = &T> {
        let mut signs = text.chars();
        std::iter::from_fn(move || {
            loop {
                let first = signs.find(|sign| sign.is_alphanumeric())?;
                let mut at = self.step(0, small_letter(first));
                while let Some(from) = at {
                    match signs.next().filter(|sign| sign.is_alphanumeric()) {
                        Some(sign) => at = self.step(from, small_letter(sign)),
                        None => break,
                    }
                }
                match at {
                    Some(node) if self.nodes[node].value.is_some() => return self.nodes[node].value.as_ref(),
                    Some(_) => {}
                    // A word of no list leaves the tree at its second or third letter; the others are passed over.
                    None => signs = past_word(signs.as_str()).chars(),
                }
            }
        })
    }

    /// The words with which a text begins, the shortest first: how many letters each has, and what is known of it.
    pub(crate) fn along(&self, letters: impl Iterator<Item = char>) -> impl Iterator<Item = (usize, &T)> {
        let mut at = 0;
        let reached = letters.map_while(move |letter| {
            at = self.step(at, letter)?;
            Some(at)
        });
        reached.enumerate().filter_map(|(before, node)| Some((before + 1, self.nodes[node].value.as_ref()?)))
    }

    #[inline]
    fn step(&self, from: usize, letter: char) -> Option<usize> {
        if let (0, Some(&node)) = (from, self.first.get(letter as usize)) {
            return (node != 0).then_some(node as usize);
        }
        let Node { next, bits, .. } = &self.nodes[from];
        if bits & bit(letter) == 0 {
            return None;
        }
        next.binary_search_by_key(&letter, |(known, _)| *known).ok().map(|at| next[at].1 as usize)
    }

    fn grow(&mut self, from: usize, letter: char) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node::default());
        self.nodes[from].bits |= bit(letter);
        let next = &mut self.nodes[from].next;
        let at = next.partition_point(|(known, _)| *known < letter);
        // No vocabulary has four thousand million letters.
        let number = u32::try_from(node).unwrap_or(0);
        next.insert(at, (letter, number));
        if let (0, Some(first)) = (from, self.first.get_mut(letter as usize)) {
            *first = number;
        }
        node
    }
}

impl Tree<()> {
    /// A list of which nothing more is known.
    pub(crate) fn set(list: &[&str]) -> Self {
        Self::of(list.iter().map(|word| (*word, ())))
    }

    /// Endings, from the last letter on.
    pub(crate) fn endings(list: &[&str]) -> Self {
        let mut tree = Self::default();
        for ending in list {
            *tree.place(ending.chars().rev()) = Some(());
        }
        tree
    }

    /// How many letters the longest of these endings has that a word ends with; 0 where there is none.
    pub(crate) fn longest_ending(&self, word: &str) -> usize {
        self.along(small(word).rev()).last().map_or(0, |(length, ())| length)
    }

    /// Whether one of these phrases stands in a text, at words' ends; whatever parts its words counts as a space.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        let mut signs = text.chars();
        loop {
            let rest = signs.as_str();
            match signs.next() {
                None => return false,
                Some(sign) if !sign.is_alphanumeric() => {}
                Some(_) if self.leads(rest) => return true,
                Some(_) => signs = past_word(signs.as_str()).chars(),
            }
        }
    }

    /// Whether a text begins with one of these phrases.
    fn leads(&self, text: &str) -> bool {
        let mut at = 0;
        let mut parted = false;
        for sign in text.chars() {
            let letter = if sign.is_alphanumeric() { small_letter(sign) } else { ' ' };
            if letter == ' ' && std::mem::replace(&mut parted, true) {
                continue;
            }
            if letter == ' ' && self.nodes[at].value.is_some() {
                return true;
            }
            parted = letter == ' ';
            match self.step(at, letter) {
                Some(next) => at = next,
                None => return false,
            }
        }
        self.nodes[at].value.is_some()
    }
}

/// What follows the word in which a text begins.
fn past_word(text: &str) -> &str {
    let letters = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let rest = &text[letters..];
    let parted = rest.bytes().next().is_none_or(|byte| byte.is_ascii());
    if parted { rest } else { rest.trim_start_matches(char::is_alphanumeric) }
}

/// A text in small letters, letter by letter.
pub(crate) fn small(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().map(small_letter)
}

#[inline]
fn small_letter(sign: char) -> char {
    match sign {
        '\0'..='\u{7f}' => sign.to_ascii_lowercase(),
        'ß'..='ÿ' => sign,
        // Only a Turkish capital I with its dot becomes two; no vocabulary holds it.
        _ => sign.to_lowercase().next().unwrap_or(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::{Tree, small};

    #[test]
    fn the_longest_ending_counts() {
        let endings = Tree::endings(&["treff", "ürgertreff", "café", "fest"]);
        let lengths = ["Bürgertreff", "TREFF", "Tanzcafé", "Festung", "reff", ""].map(|w| endings.longest_ending(w));
        assert_eq!(lengths, [10, 5, 4, 0, 0, 0]);
    }

    #[test]
    fn phrases_stand_at_words_ends() {
        let phrases = Tree::set(&["anmeldung bis", "frist", "in kraft"]);
        for (text, stands) in [
            ("Anmeldung  bis 3. Mai", true),
            ("Die Frist", true),
            ("fristlos", false),
            ("tritt in, Kraft", true),
            ("in Krafträumen", false),
            ("Anmeldung", false),
            ("ist Anmeldung Frist", true),
        ] {
            assert_eq!(phrases.stands_in(text), stands, "{text}");
        }
    }

    #[test]
    fn beginnings_come_shortest_first() {
        let tree = Tree::of([("ein", 1), ("eintritt", 2), ("ein", 3)]);
        assert_eq!(tree.along(small("Eintritt frei")).collect::<Vec<_>>(), [(3, &1), (8, &2)]);
        assert_eq!((tree.find(small("EIN")), tree.find(small("eint"))), (Some(&1), None));
    }
}
