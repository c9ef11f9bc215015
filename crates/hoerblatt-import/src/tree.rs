//! Words by their letters: a list of a vocabulary as a tree, in which a text is found without copying, folding or hashing it.

use crate::scan::{self, LETTER, OTHER, SPACE, Scan};
use std::str::Chars;

/// Words with what is known of each.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tree<T> {
    /// What is known of the word that ends at each node.
    values: Vec<Option<T>>,
    /// Where the letters of German words lead from each node, by their columns; 0 where no word goes on so.
    next: Vec<[u32; COLUMNS]>,
    /// Where all other letters lead from each node.
    rare: Vec<Vec<(char, u32)>>,
}

/// The small letters of German words and the space between two of them have a column each; the first is for all others.
const COLUMNS: usize = 32;

/// The column of every sign up to "ÿ".
const COLUMN: [u8; 256] = {
    let mut columns = [0; 256];
    let (mut letter, mut column) = (b'a', 1);
    while letter <= b'z' {
        columns[letter as usize] = column;
        (letter, column) = (letter + 1, column + 1);
    }
    (columns['ä' as usize], columns['ö' as usize], columns['ü' as usize]) = (27, 28, 29);
    (columns['ß' as usize], columns[' ' as usize]) = (30, 31);
    columns
};

/// The same for letters, with capitals, by their bytes: what is 0 here is decoded.
const FOLDED: [u8; 256] = {
    let (mut columns, mut byte) = ([0; 256], 0);
    while byte < 0x80 {
        if (byte as u8).is_ascii_alphabetic() {
            columns[byte] = COLUMN[(byte as u8).to_ascii_lowercase() as usize];
        }
        byte += 1;
    }
    columns
};

impl<T> Default for Tree<T> {
    fn default() -> Self {
        let (next, rare) = (vec![[0; COLUMNS]], vec![Vec::new()]);
        Self { values: vec![None], next, rare }
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
        &mut self.values[at]
    }

    /// What is known of a whole word.
    #[inline]
    pub(crate) fn find(&self, letters: impl Iterator<Item = char>) -> Option<&T> {
        self.values[self.reach(0, letters)?].as_ref()
    }

    /// What is known of a whole word, whatever its capitals.
    #[inline]
    pub(crate) fn find_small(&self, word: &str) -> Option<&T> {
        self.values[self.reach_small(0, word)?].as_ref()
    }

    /// What is known of the words and phrases that stand in a text, whatever their capitals, in the order in which they end. A word is
    /// what no other sign parts; whatever parts the words of a phrase counts as a space.
    pub(crate) fn in_text<'t>(&'t self, text: &'t str) -> InText<'t, T> {
        InText { tree: self, text, at: 0, begun: None }
    }

    /// Where a phrase goes on with the next word of a text, and what follows that word.
    #[inline]
    fn next_word<'t>(&self, from: usize, text: &'t str) -> Option<(usize, &'t str)> {
        let space = self.step(from, ' ')?;
        let (start, word) = text.words().next()?;
        self.reach_small(space, word).map(|node| (node, &text[start + word.len()..]))
    }

    /// Where the small letters of a word lead.
    #[inline]
    fn reach_small(&self, from: usize, word: &str) -> Option<usize> {
        let (mut node, mut at) = (from, 0);
        while let Some(&byte) = word.as_bytes().get(at) {
            let column = usize::from(FOLDED[usize::from(byte)]);
            if column == 0 {
                let sign = word[at..].chars().next()?;
                node = self.step(node, small_letter(sign))?;
                at += sign.len_utf8();
                continue;
            }
            node = self.next[node][column] as usize;
            if node == 0 {
                return None;
            }
            at += 1;
        }
        Some(node)
    }

    /// Where the letters of a word lead.
    #[inline]
    fn reach(&self, from: usize, letters: impl Iterator<Item = char>) -> Option<usize> {
        let mut at = from;
        for letter in letters {
            at = self.step(at, letter)?;
        }
        Some(at)
    }

    /// The words with which a text begins, the shortest first: how many letters each has, and what is known of it.
    pub(crate) fn along(&self, letters: impl Iterator<Item = char>) -> impl Iterator<Item = (usize, &T)> {
        let mut at = 0;
        let reached = letters.map_while(move |letter| {
            at = self.step(at, letter)?;
            Some(at)
        });
        reached.enumerate().filter_map(|(before, node)| Some((before + 1, self.values[node].as_ref()?)))
    }

    #[inline(always)]
    fn step(&self, from: usize, letter: char) -> Option<usize> {
        let next = match column(letter) {
            0 => self.rare[from].iter().find(|(known, _)| *known == letter).map_or(0, |(_, next)| *next),
            column => self.next[from][column],
        };
        (next != 0).then_some(next as usize)
    }

    fn grow(&mut self, from: usize, letter: char) -> usize {
        let node = self.values.len();
        self.values.push(None);
        self.next.push([0; COLUMNS]);
        self.rare.push(Vec::new());
        // No vocabulary has four thousand million letters.
        let number = u32::try_from(node).unwrap_or(0);
        match column(letter) {
            0 => self.rare[from].push((letter, number)),
            column => self.next[from][column] = number,
        }
        node
    }
}

#[inline(always)]
fn column(letter: char) -> usize {
    COLUMN.get(letter as usize).map_or(0, |column| usize::from(*column))
}

/// See [`Tree::in_text`].
pub(crate) struct InText<'t, T> {
    tree: &'t Tree<T>,
    text: &'t str,
    /// Up to where the text was read.
    at: usize,
    /// A phrase that may go on: its node, and the byte behind its last word.
    begun: Option<(usize, usize)>,
}

impl<'t, T> Iterator for InText<'t, T> {
    type Item = &'t T;

    #[inline]
    fn next(&mut self) -> Option<&'t T> {
        loop {
            let reached = match self.begun.take() {
                Some((node, behind)) => {
                    let next = self.tree.next_word(node, &self.text[behind..]);
                    next.map(|(node, rest)| (node, self.text.len() - rest.len()))
                }
                None => {
                    self.at = scan::find(self.text, self.at, LETTER);
                    if self.at == self.text.len() {
                        return None;
                    }
                    self.word().map(|node| (node, self.at))
                }
            };
            let Some((node, behind)) = reached else { continue };
            self.begun = (self.tree.next[node][column(' ')] != 0).then_some((node, behind));
            if let Some(value) = &self.tree.values[node] {
                return Some(value);
            }
        }
    }
}

impl<T> InText<'_, T> {
    /// Reads a word and finds it: most words of a text leave the tree before their end, and the rest of them is passed over.
    #[inline]
    fn word(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut node = 0;
        while let Some(&byte) = bytes.get(self.at) {
            let column = usize::from(FOLDED[usize::from(byte)]);
            let next = if column != 0 {
                self.at += 1;
                self.tree.next[node][column] as usize
            } else {
                match scan::letter(self.text, self.at) {
                    Some(letter) => {
                        self.at += letter.len_utf8();
                        self.tree.step(node, small_letter(letter)).unwrap_or(0)
                    }
                    None => return Some(node),
                }
            };
            if next == 0 {
                self.at = scan::find(self.text, self.at, SPACE | OTHER);
                return None;
            }
            node = next;
        }
        Some(node)
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
}

/// A text in small letters, letter by letter.
#[derive(Debug, Clone)]
pub(crate) struct Small<'t>(Chars<'t>);

/// A text in small letters.
#[inline]
pub(crate) fn small(text: &str) -> Small<'_> {
    Small(text.chars())
}

impl Iterator for Small<'_> {
    type Item = char;

    #[inline(always)]
    fn next(&mut self) -> Option<char> {
        self.0.next().map(small_letter)
    }
}

impl DoubleEndedIterator for Small<'_> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<char> {
        self.0.next_back().map(small_letter)
    }
}

#[inline(always)]
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
            assert_eq!(phrases.in_text(text).next().is_some(), stands, "{text}");
        }
    }

    #[test]
    fn beginnings_come_shortest_first() {
        let tree = Tree::of([("ein", 1), ("eintritt", 2), ("ein", 3)]);
        assert_eq!(tree.along(small("Eintritt frei")).collect::<Vec<_>>(), [(3, &1), (8, &2)]);
        assert_eq!((tree.find(small("EIN")), tree.find(small("eint"))), (Some(&1), None));
    }
}
