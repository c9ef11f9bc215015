//! What does the vocabulary know of a word, a label, a phrase? Every list is a [`Tree`], made once for a file.

use super::kinds::{self, Kind, Kinds};
use crate::{
    gazetteer::Gazetteer,
    lines::bare,
    scan::Scan,
    tree::{Tree, small},
};
use hoerblatt_core::language::{ArticlePart, Field, Vocabulary};

/// The words of a language by which entries are recognised, and the districts.
pub(crate) struct Words<'v> {
    pub vocabulary: &'v Vocabulary,
    pub gazetteer: &'v Gazetteer,
    ends: Tree<Ends>,
    towns: Tree<()>,
    bent: Tree<()>,
    kinds: Tree<Kinds>,
    fields: Tree<Field>,
    remarks: Tree<Field>,
    parts: Tree<ArticlePart>,
    related: Tree<()>,
    furniture: Tree<usize>,
    notices: Tree<()>,
    links: Tree<()>,
}

/// What the ending of a name tells.
#[derive(Debug, Clone, Copy, Default)]
struct Ends {
    event: bool,
    place: bool,
}

/// The endings of the names of events and places, from the last letter on.
fn ends(vocabulary: &Vocabulary) -> Tree<Ends> {
    let mut tree = Tree::default();
    for ending in &vocabulary.event_endings {
        tree.place(ending.chars().rev()).get_or_insert_with(Ends::default).event = true;
    }
    for ending in &vocabulary.place_endings {
        tree.place(ending.chars().rev()).get_or_insert_with(Ends::default).place = true;
    }
    tree
}

impl<'v> Words<'v> {
    pub(crate) fn new(vocabulary: &'v Vocabulary, gazetteer: &'v Gazetteer) -> Self {
        Self {
            ends: ends(vocabulary),
            towns: Tree::endings(&vocabulary.town_endings),
            bent: Tree::endings(&vocabulary.adjective_endings),
            kinds: kinds::kinds(vocabulary),
            fields: Tree::of(vocabulary.fields.iter().copied()),
            remarks: Tree::of(vocabulary.remarks.iter().copied()),
            parts: Tree::of(vocabulary.article_labels.iter().copied()),
            related: Tree::set(&vocabulary.related_headings),
            furniture: Tree::of(vocabulary.furniture.iter().map(|words| (*words, words.split(' ').count()))),
            notices: Tree::set(&vocabulary.notice_beginnings),
            links: Tree::set(&vocabulary.link_beginnings),
            vocabulary,
            gazetteer,
        }
    }

    /// Whether a word names an event; a "Bürgertreff" is a place, because that is the longer of its two endings.
    pub(crate) fn names_event(&self, word: &str) -> bool {
        self.names(word).0
    }

    /// Whether a word names an event, and whether it names a place.
    pub(crate) fn names(&self, word: &str) -> (bool, bool) {
        let (event, place) = self.longest_endings(name(word));
        (event > 0 && event >= place, place > 0)
    }

    pub(crate) fn names_place(&self, word: &str) -> bool {
        self.names(word).1
    }

    /// How many letters the longest ending of an event and that of a place have with which a word ends.
    fn longest_endings(&self, word: &str) -> (usize, usize) {
        self.ends.along(small(word).rev()).fold((0, 0), |(event, place), (letters, ends)| {
            (if ends.event { letters } else { event }, if ends.place { letters } else { place })
        })
    }

    /// Whether a word is a kind of event by itself and no longer name: "Vortrag".
    pub(crate) fn is_kind_of_event(&self, word: &str) -> bool {
        self.ends.find(small(word).rev()).is_some_and(|ends| ends.event)
    }

    /// Whether a word is a kind of place by itself and no longer name: "Haus".
    pub(crate) fn is_kind_of_place(&self, word: &str) -> bool {
        self.ends.find(small(word).rev()).is_some_and(|ends| ends.place)
    }

    /// Whether the last word of a heading ends like the name of a town.
    pub(crate) fn names_town(&self, text: &str) -> bool {
        self.towns.longest_ending(text) > 0
    }

    /// The kinds of a word as it is written: "im" leads to a place, "Im" begins a sentence.
    pub(crate) fn kinds(&self, word: &str) -> Kinds {
        self.kinds.find(word.chars()).copied().unwrap_or_default()
    }

    /// The kinds of a word, whatever its capitals.
    pub(crate) fn kinds_folded(&self, word: &str) -> Kinds {
        self.kinds.find_small(word).copied().unwrap_or_default()
    }

    pub(crate) fn is_preposition(&self, word: &str) -> bool {
        self.kinds(word).is(Kind::Preposition)
    }

    pub(crate) fn is_article(&self, word: &str) -> bool {
        self.kinds(word).is(Kind::Article)
    }

    /// Whether an adjective is bent by the small word before it: "alten".
    pub(crate) fn is_bent(&self, word: &str) -> bool {
        word.starts_with(char::is_lowercase) && self.bent.longest_ending(word) > 0
    }

    /// Whether a word such as "Stadtbezirk" stands in a text.
    pub(crate) fn says_district(&self, text: &str) -> bool {
        self.has_word(text, Kind::District)
    }

    /// Whether a word ends like an adjective that the word before it bends, whatever its capitals: "Heiligen".
    pub(crate) fn bends(&self, word: &str) -> bool {
        self.bent.longest_ending(word) > 0
    }

    /// Whether a noun behind a small word leads to no place: "im Rahmen", "im Anschluss".
    pub(crate) fn leads_no_place(&self, word: &str) -> bool {
        self.kinds_folded(word).is(Kind::NoPlace)
    }

    /// Whether a small word stands before what somebody is invited to: "zum", "mit".
    pub(crate) fn leads_to_event(&self, word: &str) -> bool {
        self.kinds(word).is(Kind::Occasion)
    }

    /// The field that a column or a label names.
    pub(crate) fn field(&self, name: &str) -> Option<Field> {
        self.fields.find_small(name.trim_matches([':', '*', ' ', '.', '?'])).copied()
    }

    /// The first name of a field, by which a label is written.
    pub(crate) fn name_of(&self, field: Field) -> Option<&'v str> {
        self.vocabulary.fields.iter().find(|(_, known)| *known == field).map(|(name, _)| *name)
    }

    /// The part of an article that a label names.
    pub(crate) fn article_part(&self, label: &str) -> Option<ArticlePart> {
        self.parts.find_small(label).copied()
    }

    /// The field named at the beginning of a line, and where its value begins.
    pub(crate) fn label(&self, text: &str) -> Option<(Field, usize)> {
        if let Some((field, end)) = pictogram(text) {
            return Some((field, end));
        }
        if let Some(colon) = label_end(text) {
            let spaced = text[colon + 1..].starts_with(char::is_whitespace) || colon + 1 == text.len();
            let field = self.field(bare(&text[..colon])).filter(|_| spaced);
            return field.map(|field| (field, (colon + 1).min(text.len())));
        }
        // "Wann 11. Mai", "Wo Rathaus": question words need no colon.
        let (first, rest) = text.split_once(' ')?;
        if !rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return None;
        }
        let field = self.field(bare(first))?;
        let question = matches!(field, Field::When)
            || (first.chars().count() <= 3 && matches!(field, Field::Place | Field::Title | Field::Description));
        question.then_some((field, first.len()))
    }

    /// What a remark is about, by its first words.
    pub(crate) fn remark(&self, text: &str) -> Option<Field> {
        let ends = |letters: usize| text.chars().nth(letters).is_none_or(|next| !next.is_alphanumeric() && next != '-');
        let by_word = self.remarks.along(small(text)).filter(|(letters, _)| ends(*letters)).last();
        by_word.map(|(_, field)| *field).or_else(|| {
            let price = text.contains('€') || text.spaced().any(|word| word.eq_ignore_ascii_case("euro"));
            price
                .then_some(Field::Admission)
                .or_else(|| (text.contains('@') && !text.contains(' ')).then_some(Field::Phone))
        })
    }

    /// Whether a remark is about nothing but this word.
    pub(crate) fn is_remark(&self, word: &str) -> bool {
        self.remarks.find_small(word).is_some()
    }

    /// Whether a text speaks of office hours, deadlines, bus lines and the like.
    pub(crate) fn is_look_alike(&self, text: &str) -> bool {
        self.has_word(text, Kind::LookAlike)
    }

    /// Whether a heading or a line before a list promises a programme.
    pub(crate) fn promises_programme(&self, text: &str) -> bool {
        self.kinds_in(text).promise_programme()
    }

    /// Whether a heading is the name of a programme and nothing more.
    pub(crate) fn is_programme_name(&self, heading: &str) -> bool {
        self.kinds_folded(heading).is(Kind::ProgrammeName)
    }

    /// Whether a heading stands above links to other news.
    pub(crate) fn heads_related_news(&self, heading: &str) -> bool {
        self.related.find_small(heading).is_some()
    }

    /// Whether a text is the name of a button; one of several words may go on ("Zum Inhalt springen (Taste 1)").
    pub(crate) fn is_button(&self, text: &str) -> bool {
        let whole = |letters: usize| text.chars().nth(letters).is_none();
        let short = || text.spaced().count() <= LONGEST_BUTTON;
        self.furniture.along(small(text)).any(|(letters, words)| whole(letters) || *words > 1 && short())
    }

    /// Whether a text begins like a legal notice.
    pub(crate) fn begins_notice(&self, text: &str) -> bool {
        self.notices.along(small(text)).next().is_some()
    }

    /// Whether a text begins like the line that leads on.
    pub(crate) fn begins_link(&self, text: &str) -> bool {
        self.links.along(small(text)).next().is_some()
    }

    /// The kinds of all words of a text together, whatever their capitals.
    pub(crate) fn kinds_in(&self, text: &str) -> Kinds {
        self.kinds.in_text(text).copied().collect()
    }

    /// Whether a sentence tells of the past.
    pub(crate) fn tells_past(&self, text: &str) -> bool {
        self.has_word(text, Kind::Past)
    }

    /// Whether a sentence announces something.
    pub(crate) fn announces(&self, text: &str) -> bool {
        self.has_word(text, Kind::Announcing)
    }

    /// Whether something comes back without a date: "jeden Mittwoch".
    pub(crate) fn recurs(&self, text: &str) -> bool {
        self.has_word(text, Kind::Recurring)
    }

    /// Whether a sentence tells where something takes place only now and then: "bei Regen".
    pub(crate) fn is_exception(&self, text: &str) -> bool {
        self.has_word(text, Kind::Exception)
    }

    /// Whether any word of a text names an event.
    pub(crate) fn names_any_event(&self, text: &str) -> bool {
        text.pieces().any(|word| self.names_event(word))
    }

    /// Whether a word of a kind stands in a text, whatever its capitals.
    pub(crate) fn has_word(&self, text: &str, kind: Kind) -> bool {
        self.kinds.in_text(text).any(|kinds| kinds.is(kind))
    }

    /// The event that a headline announces: what it quotes, what it invites to, else all of it.
    pub(crate) fn event_in(&self, headline: &str) -> String {
        if let Some(quoted) = super::prose::quoted(headline) {
            return quoted;
        }
        let mut rest = headline;
        let mut announced = false;
        while let Some((word, more)) = rest.split_once(' ') {
            let named = more.pieces().take(2).any(|word| self.names_event(word));
            if announced && word.starts_with(char::is_lowercase) && more.starts_with(char::is_uppercase) && named {
                return more.to_owned();
            }
            announced |= self.announces(word);
            rest = more;
        }
        headline.to_owned()
    }

    /// The words before a preposition inside: in "Tanzcafé im Bürgerhaus" only "Tanzcafé" tells what the piece is.
    pub(crate) fn head<'t>(&self, text: &'t str) -> &'t str {
        let mut at = 0;
        for word in text.cut(b' ') {
            if at > 0 && self.is_preposition(word.trim()) {
                return &text[..at];
            }
            at += word.len() + 1;
        }
        text
    }
}

/// Where the colon or tab stands that may end a label.
pub(crate) fn label_end(text: &str) -> Option<usize> {
    let beginning = &text.as_bytes()[..text.len().min(LONGEST_LABEL + 1)];
    beginning.iter().position(|byte| matches!(byte, b':' | b'\t'))
}

/// A label is no longer than this, in bytes.
const LONGEST_LABEL: usize = 40;

/// A button has no more words.
const LONGEST_BUTTON: usize = 9;

/// The field that a picture sign at the beginning of a line stands for, as posts in social networks use them, and where its value begins.
pub(crate) fn pictogram(text: &str) -> Option<(Field, usize)> {
    let sign = text.chars().next().filter(|sign| *sign >= '\u{231a}')?;
    let field = match sign {
        '📅' | '📆' | '🗓' => Field::When,
        '⏰' | '⌚' | '⏱' | '⏲' | '🕐'..='🕧' => Field::Time,
        '📍' | '📌' | '🏠' | '🏡' | '🏢' | '🏛' | '🗺' | '🧭' => Field::Place,
        '💶' | '💰' | '🎟' | '🎫' | '💵' => Field::Admission,
        '📞' | '☎' | '📱' => Field::Phone,
        '📧' | '✉' | '📩' => Field::Email,
        '🌐' | '🔗' => Field::Web,
        '📝' | '🖊' | '✍' => Field::Registration,
        _ => return None,
    };
    let rest = text[sign.len_utf8()..].trim_start_matches(['\u{fe0f}', ':', ' ', '\u{a0}']);
    Some((field, text.len() - rest.len()))
}

/// A word without the signs around it, if it is written like the name of a thing, with a capital; "machten" and "einladen" end like
/// venues, too.
fn name(word: &str) -> &str {
    let word = word.without_signs();
    let named = |name: &str| match name.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        _ => name.starts_with(char::is_uppercase),
    };
    // "sweetSixteen-Kino"
    let by_last = || word.rsplit_once('-').is_some_and(|(_, last)| named(last));
    if named(word) || word.bytes().any(|byte| byte == b'-') && by_last() { word } else { "" }
}
