//! Names of months and weekdays: the one place where they stand, with their short forms, the southern ones and what offices type.

use Width::{Full, Short, Typed};
use chrono::Weekday;

/// How a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Width {
    /// In full: "Januar", also in capitals.
    Full,
    /// Cut, often with a full stop: "Jan."
    Short,
    /// As offices type it, and feasts that name their weekday: "Maerz", "Karfreitag". Only import asks for these.
    Typed,
}

/// Names of months in small letters: number, name that is said ("Jänner" stays what it is), how it is written.
const MONTH_NAMES: &[(&str, u32, &str, Width)] = &[
    ("januar", 1, "Januar", Full),
    ("jan", 1, "Januar", Short),
    ("jänner", 1, "Jänner", Full),
    ("jän", 1, "Jänner", Short),
    ("februar", 2, "Februar", Full),
    ("feb", 2, "Februar", Short),
    ("febr", 2, "Februar", Short),
    ("feber", 2, "Feber", Full),
    ("märz", 3, "März", Full),
    ("maerz", 3, "März", Typed),
    ("mrz", 3, "März", Short),
    ("mär", 3, "März", Short),
    ("april", 4, "April", Full),
    ("apr", 4, "April", Short),
    ("mai", 5, "Mai", Full),
    ("juni", 6, "Juni", Full),
    ("jun", 6, "Juni", Short),
    ("juno", 6, "Juno", Full),
    ("juli", 7, "Juli", Full),
    ("jul", 7, "Juli", Short),
    ("julei", 7, "Juli", Typed),
    ("august", 8, "August", Full),
    ("aug", 8, "August", Short),
    ("september", 9, "September", Full),
    ("sept", 9, "September", Short),
    ("sep", 9, "September", Short),
    ("oktober", 10, "Oktober", Full),
    ("okt", 10, "Oktober", Short),
    ("november", 11, "November", Full),
    ("nov", 11, "November", Short),
    ("dezember", 12, "Dezember", Full),
    ("dez", 12, "Dezember", Short),
];

/// Names of weekdays in small letters. Saturday has two: "Samstag" is written by us, "Sonnabend" stays.
const WEEKDAY_NAMES: &[(&str, Weekday, &str, Width)] = &[
    ("montag", Weekday::Mon, "Montag", Full),
    ("mo", Weekday::Mon, "Montag", Short),
    ("mon", Weekday::Mon, "Montag", Typed),
    ("dienstag", Weekday::Tue, "Dienstag", Full),
    ("di", Weekday::Tue, "Dienstag", Short),
    ("mittwoch", Weekday::Wed, "Mittwoch", Full),
    ("mi", Weekday::Wed, "Mittwoch", Short),
    ("mitt", Weekday::Wed, "Mittwoch", Typed),
    ("donnerstag", Weekday::Thu, "Donnerstag", Full),
    ("do", Weekday::Thu, "Donnerstag", Short),
    ("freitag", Weekday::Fri, "Freitag", Full),
    ("fr", Weekday::Fri, "Freitag", Short),
    ("samstag", Weekday::Sat, "Samstag", Full),
    ("sonnabend", Weekday::Sat, "Sonnabend", Full),
    ("sa", Weekday::Sat, "Samstag", Short),
    ("sam", Weekday::Sat, "Samstag", Typed),
    ("sonntag", Weekday::Sun, "Sonntag", Full),
    ("so", Weekday::Sun, "Sonntag", Short),
    ("ostermontag", Weekday::Mon, "Ostermontag", Typed),
    ("pfingstmontag", Weekday::Mon, "Pfingstmontag", Typed),
    ("gründonnerstag", Weekday::Thu, "Gründonnerstag", Typed),
    ("karfreitag", Weekday::Fri, "Karfreitag", Typed),
    ("ostersonntag", Weekday::Sun, "Ostersonntag", Typed),
    ("pfingstsonntag", Weekday::Sun, "Pfingstsonntag", Typed),
];

/// The letters with which the words of a list begin, for each length in bytes; every one is an ASCII letter. By them most words of a text
/// are told to be in none.
#[derive(Clone, Copy)]
pub(crate) struct Initials([u32; LENGTHS]);

/// One more than the longest word has.
const LENGTHS: usize = 17;

impl Initials {
    pub(crate) const NONE: Self = Self([0; LENGTHS]);

    pub(crate) const fn and(mut self, word: &str) -> Self {
        assert!(word.as_bytes()[0].is_ascii_lowercase());
        self.0[word.len()] |= 1 << (word.as_bytes()[0] - b'a');
        self
    }

    /// The words of both lists.
    pub(crate) const fn or(mut self, other: Self) -> Self {
        let mut length = 0;
        while length < LENGTHS {
            self.0[length] |= other.0[length];
            length += 1;
        }
        self
    }

    /// The same words with one more letter at their ends.
    const fn lengthened(self) -> Self {
        let (mut longer, mut length) = (Self::NONE, 1);
        while length < LENGTHS {
            longer.0[length] = self.0[length - 1];
            length += 1;
        }
        longer
    }

    const fn of<T>(names: &[Row<T>]) -> Self {
        let (mut initials, mut at) = (Self::NONE, 0);
        while at < names.len() {
            initials = initials.and(names[at].0);
            at += 1;
        }
        initials
    }

    /// Whether a word of this length and first letter is in the list, whatever its capitals.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let first = word.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
        first.is_ascii_lowercase() && self.0.get(word.len()).is_some_and(|letters| letters & 1 << (first - b'a') != 0)
    }
}

static MONTH_INITIALS: Initials = Initials::of(MONTH_NAMES);
static WEEKDAY_INITIALS: Initials = Initials::of(WEEKDAY_NAMES);

/// Of every month and weekday that an office types, "montags" among them.
pub(crate) const TYPED_INITIALS: Initials =
    Initials::of(MONTH_NAMES).or(Initials::of(WEEKDAY_NAMES)).or(Initials::of(WEEKDAY_NAMES).lengthened());

/// Whether a word is a name that begins with an ASCII letter, whatever its capitals.
#[inline]
pub(crate) fn same(word: &str, name: &str) -> bool {
    word.len() == name.len() && same_letters(word, name)
}

fn same_letters(word: &str, name: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(name);
    }
    word.as_bytes().first().map(u8::to_ascii_lowercase) == name.as_bytes().first().copied()
        && word.chars().flat_map(char::to_lowercase).eq(name.chars())
}

/// Whether a name is written as one: with a capital first, or all in capitals.
fn is_written_as_name(word: &str, capitals: bool) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && (letters.clone().all(char::is_lowercase) || capitals && letters.all(char::is_uppercase))
}

/// A month in running text: its number, and the name to say.
pub(crate) fn month(word: &str) -> Option<(u32, &'static str)> {
    let (_, number, said, width) = find(MONTH_NAMES, &MONTH_INITIALS, word)?;
    (*width != Typed && is_written_as_name(word, *width == Full)).then_some((*number, *said))
}

/// Whether a month's name is a short form, which may carry a full stop.
pub(crate) fn is_short_month(word: &str) -> bool {
    find(MONTH_NAMES, &MONTH_INITIALS, word).is_some_and(|(.., width)| *width == Short)
}

/// A month as an office types it, in full or cut, whatever its capitals.
pub(crate) fn typed_month(word: &str) -> Option<u32> {
    find(MONTH_NAMES, &MONTH_INITIALS, word).map(|(_, number, ..)| *number)
}

/// A month as an office types it, in full.
pub(crate) fn typed_full_month(word: &str) -> Option<u32> {
    find(MONTH_NAMES, &MONTH_INITIALS, word).filter(|(.., width)| *width != Short).map(|(_, number, ..)| *number)
}

/// A weekday by its full name, with the name to say.
pub(crate) fn weekday(word: &str) -> Option<(Weekday, &'static str)> {
    let (_, day, said, width) = find(WEEKDAY_NAMES, &WEEKDAY_INITIALS, word)?;
    (*width == Full && is_written_as_name(word, true)).then_some((*day, *said))
}

/// Whether a noun names a day by its end: "Ostermontag", "Heiligabend", "Advent".
pub(crate) fn names_a_day(word: &str) -> bool {
    const ENDS: [&str; 5] = ["tag", "mittwoch", "abend", "nacht", "advent"];
    crate::text::is_capital(word) && ENDS.iter().any(|end| word.to_lowercase().ends_with(end))
}

/// A weekday by its two letters: "Mo", "MO".
pub(crate) fn short_weekday(word: &str) -> Option<(Weekday, &'static str)> {
    let (_, day, said, width) = find(WEEKDAY_NAMES, &WEEKDAY_INITIALS, word)?;
    (*width == Short && is_written_as_name(word, true)).then_some((*day, *said))
}

/// A weekday as an office types it: "montags", "Mon", "Mo"; two letters only with their capital.
pub(crate) fn typed_weekday(word: &str) -> Option<Weekday> {
    let adverb = word
        .strip_suffix('s')
        .filter(|day| find(WEEKDAY_NAMES, &WEEKDAY_INITIALS, day).is_some_and(|(.., width)| *width == Full));
    let (_, day, _, width) = find(WEEKDAY_NAMES, &WEEKDAY_INITIALS, adverb.unwrap_or(word))?;
    (*width != Short || is_written_as_name(word, true)).then_some(*day)
}

/// Whether a word that stands for a weekday is the name of a feast: "Gründonnerstag".
pub(crate) fn is_feast(word: &str) -> bool {
    find(WEEKDAY_NAMES, &WEEKDAY_INITIALS, word).is_some_and(|(name, .., width)| *width == Typed && name.len() > 4)
}

type Row<T> = (&'static str, T, &'static str, Width);

fn find<T>(names: &'static [Row<T>], initials: &Initials, word: &str) -> Option<&'static Row<T>> {
    // Most words of a text end here.
    if !initials.may_hold(word) {
        return None;
    }
    names.iter().filter(|(name, ..)| name.len() == word.len()).find(|(name, ..)| same(word, name))
}

/// Every form of a month or weekday that running text may hold, as it is written.
pub(crate) fn keywords() -> impl Iterator<Item = String> {
    let months = MONTH_NAMES.iter().map(|(name, _, _, width)| (*name, *width));
    let days = WEEKDAY_NAMES.iter().map(|(name, _, _, width)| (*name, *width));
    months.chain(days).filter(|(_, width)| *width != Typed).map(|(name, _)| crate::text::capitalised(name))
}

/// The name of a weekday, as we write it.
pub(crate) fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAY_NAMES.iter().find(|(_, own, ..)| *own == day).map_or("", |(_, _, name, _)| name)
}

/// The name of a month, empty for a number that is none.
pub(crate) fn month_name(month: u32) -> &'static str {
    MONTH_NAMES.iter().find(|(_, number, ..)| *number == month).map_or("", |(_, _, name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_as_they_are_written() {
        for (word, number, said) in
            [("Mai", 5, "Mai"), ("MÄRZ", 3, "März"), ("Jänner", 1, "Jänner"), ("Sept", 9, "September")]
        {
            assert_eq!(month(word), Some((number, said)), "{word}");
        }
        for word in ["mai", "Maerz", "mAI", "JAN", "Ma", ""] {
            assert_eq!(month(word), None, "{word}");
        }
        assert_eq!(typed_month("MAERZ"), Some(3));
        assert_eq!(typed_full_month("jan"), None);
        assert_eq!(short_weekday("MO"), Some((Weekday::Mon, "Montag")));
        assert_eq!(weekday("Mo"), None);
        assert_eq!(typed_weekday("donnerstags"), Some(Weekday::Thu));
        assert_eq!(typed_weekday("so"), None);
        assert_eq!((weekday_name(Weekday::Sat), month_name(12), month_name(13)), ("Samstag", "Dezember", ""));
    }
}
