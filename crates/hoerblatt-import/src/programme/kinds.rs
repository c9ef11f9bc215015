//! Kinds of small words and phrases, one bit each: what stands in a text is found in one pass.

use crate::{scan::Scan, tree::Tree};
use hoerblatt_core::language::{Field, Vocabulary};

/// A kind of small word, or of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Leads to a place: "im", "auf".
    Preposition,
    /// "der", "einem".
    Article,
    /// Leads to a place and holds its article: "im".
    FusedArticle,
    /// "jeweils".
    Each,
    /// "jeden", "wöchentlich".
    Recurring,
    /// Says nothing by itself: "und", "Uhr".
    Joint,
    /// "wurde", "fand".
    Past,
    /// "findet", "lädt".
    Announcing,
    /// Leads to what somebody is invited to: "zum", "mit".
    Occasion,
    /// Leads to no place: "(im) Rahmen".
    NoPlace,
    /// "Stadtbezirk".
    District,
    /// Speaks of a whole programme: "alle".
    Whole,
    /// Tells where something takes place: "statt", "gezeigt".
    TakingPlace,
    /// Begins what describes: "mit", "von".
    Describing,
    /// Begins a letter: "liebe".
    Greeting,
    /// A feast day that stands before its date: "Karfreitag".
    DayName,
    /// Goes on with the phrase before a comma: "mehr".
    Turn,
    /// Denies what follows: "nicht".
    Negation,
    /// Stands before what is not known yet: "einem".
    Indefinite,
    /// Stands between a noun and the one it belongs to: "der".
    Genitive,
    /// The label of a place begins with it: "Treffpunkt".
    PlaceLabel,
    /// Speaks of office hours, deadlines, bus lines and the like: "anmeldeschluss".
    LookAlike,
    /// Tells where something takes place only now and then: "bei regen".
    Exception,
    /// Stands behind the number of what it counts: "jahre".
    Counted,
    /// Names a programme: "alle termine im überblick".
    ProgrammeName,
    /// Stands before the name of who made a picture: "foto".
    Credit,
}

/// All kinds of one word, of which most are in two or three lists, or of all words and phrases of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u32);

impl Kinds {
    pub(crate) fn is(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    fn add(&mut self, kind: Kind) {
        self.0 |= 1 << kind as u32;
    }

    /// Whether a programme is named, and no office hours and the like.
    pub(crate) fn promise_programme(self) -> bool {
        self.is(Kind::ProgrammeName) && !self.is(Kind::LookAlike)
    }

    /// Whether it is any of them.
    pub(crate) fn is_any(self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|kind| self.is(*kind))
    }
}

impl FromIterator<Kinds> for Kinds {
    fn from_iter<I: IntoIterator<Item = Kinds>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |all, kinds| all | kinds.0))
    }
}

/// The kinds of all small words of a vocabulary.
pub(super) fn kinds(vocabulary: &Vocabulary) -> Tree<Kinds> {
    let mut tree = Tree::default();
    for (kind, list) in [
        (Kind::Preposition, &vocabulary.place_prepositions),
        (Kind::Article, &vocabulary.articles),
        (Kind::FusedArticle, &vocabulary.fused_articles),
        (Kind::Each, &vocabulary.each),
        (Kind::Recurring, &vocabulary.recurring),
        (Kind::Joint, &vocabulary.joints),
        (Kind::Past, &vocabulary.past),
        (Kind::Announcing, &vocabulary.announcing),
        (Kind::Occasion, &vocabulary.occasions),
        (Kind::NoPlace, &vocabulary.no_places),
        (Kind::District, &vocabulary.district_words),
        (Kind::Whole, &vocabulary.whole),
        (Kind::TakingPlace, &vocabulary.taking_place),
        (Kind::Describing, &vocabulary.describing),
        (Kind::Greeting, &vocabulary.greetings),
        (Kind::DayName, &vocabulary.day_names),
        (Kind::Turn, &vocabulary.turns),
        (Kind::Negation, &vocabulary.negations),
        (Kind::Indefinite, &vocabulary.indefinite),
        (Kind::Genitive, &vocabulary.genitive_articles),
        (Kind::LookAlike, &vocabulary.not_an_event),
        (Kind::Exception, &vocabulary.exceptions),
        (Kind::Counted, &vocabulary.counted),
        (Kind::ProgrammeName, &vocabulary.programme_headings),
        (Kind::Credit, &vocabulary.picture_credit),
    ] {
        for word in list {
            tree.place(word.chars()).get_or_insert(Kinds::default()).add(kind);
        }
    }
    for (label, _) in vocabulary.fields.iter().filter(|(_, field)| *field == Field::Place) {
        let first = label.words().next().map_or("", |(_, word)| word);
        tree.place(first.chars()).get_or_insert(Kinds::default()).add(Kind::PlaceLabel);
    }
    tree
}
