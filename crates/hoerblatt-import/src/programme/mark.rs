//! What does a line look like? Its dates and times, and where in the line they stand.

use super::{
    Finder,
    kinds::{Kind, Kinds},
    month,
    segment::is_day,
    words::Words,
};
use crate::{
    limits::LONGEST_ENTRY,
    lines::{Line, Shape, reads_as_prose},
    scan::Scan,
};
use chrono::NaiveDate;
use hoerblatt_core::{
    Date, Language, Value,
    language::{Bound, Field, Spot},
};

/// The look of a line.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mark {
    /// Its dates and times, if they were looked for.
    spots: Option<Vec<Spot>>,
    /// A day stands in it, not only a deadline.
    pub date: bool,
    /// A time stands in it.
    pub time: bool,
    /// It begins with a time.
    pub time_first: bool,
    /// It begins with a weekday that belongs to no date.
    pub weekday_first: bool,
    /// Nothing but days, times and joints.
    pub pure_date: bool,
    /// It begins with a label.
    pub label: Option<Field>,
    /// It is nothing but a label.
    pub label_alone: bool,
    /// It is running text.
    pub prose: bool,
    /// The kinds of all its words and phrases.
    pub kinds: Kinds,
}

impl Mark {
    /// Whether an entry may stand around it.
    pub(crate) fn is_anchor(&self) -> bool {
        self.date
            && !self.prose
            && !matches!(self.label, Some(Field::Registration | Field::Admission | Field::Description))
    }

    /// Its dates and times as far as they were looked for: a line without a digit may still hold a weekday or a notice.
    pub(crate) fn known_spots(&self) -> Option<&[Spot]> {
        self.spots.as_deref()
    }

    fn spots(&self) -> &[Spot] {
        self.known_spots().unwrap_or_default()
    }

    /// The day that it names first, if it is whole.
    fn first_day(&self) -> Option<NaiveDate> {
        match self.spots().first()?.value {
            Value::Date(date) => date.year.and_then(|_| date.calendar()),
            _ => None,
        }
    }

    /// Its days.
    pub(crate) fn days(&self) -> Vec<(Date, Option<Date>)> {
        let day = |spot: &Spot| match (&spot.value, spot.bound) {
            (Value::Date(date), Bound::On | Bound::From) => Some((*date, None)),
            (Value::Dates(first, last), _) => Some((*first, Some(*last))),
            _ => None,
        };
        self.spots().iter().filter_map(day).collect()
    }
}

/// What tells of an entry's status is no longer, in bytes.
const LONGEST_NOTICE: usize = 200;

/// Looks at every line that may belong to the programme.
pub(crate) fn marks(finder: &Finder<'_>) -> Vec<Mark> {
    let Finder { lines, free, kinds, words, language, anchor, .. } = *finder;
    let days = month::days(lines, free, language, words);
    let look = |((at, line), days): ((usize, &Line), Option<Vec<Spot>>)| {
        let mark = if free[at] { mark(line, days, kinds[at], words, language) } else { Mark::default() };
        // "Marburg, 7. März 2024. Der Kunstverein beginnt …": the day of the news leads a text and no entry.
        let dateline = anchor.news.is_some() && mark.first_day() == anchor.news && line.is_prose();
        Mark { prose: mark.prose || dateline, kinds: kinds[at], ..mark }
    };
    lines.iter().enumerate().zip(days).map(look).collect()
}

/// The look of a line; its dates and times may be known already.
fn mark(line: &Line, known: Option<Vec<Spot>>, kinds: Kinds, words: &Words<'_>, language: &dyn Language) -> Mark {
    let text = line.text.as_str();
    let row = matches!(line.shape, Shape::Row(_));
    if text.len() > LONGEST_ENTRY {
        // Its sentences are looked at one by one, if they announce anything.
        let digits = text.has_digit();
        return Mark { prose: !row, date: !row && digits, ..Mark::default() };
    }
    // Every date and time that a person may be at has a digit in it.
    let digits = text.has_digit();
    let spots = known.unwrap_or_else(|| if digits { language.spot(text) } else { Vec::new() });
    let label = words.label(text);
    let news = |spot: &Spot| is_day_of_news(text, spot, words);
    // "Anmeldeschluss für alle Angebote ist der 30. September.": a sentence about a deadline is no entry.
    let first_spot = spots.first().map_or(0, |spot| spot.range.start);
    let sentence = matches!(line.shape, Shape::Plain | Shape::Continued) && text.ends_with('.');
    let timed = spots.iter().any(|spot| matches!(spot.value, Value::Time(_) | Value::Times(..)));
    let look_alike = kinds.is(Kind::LookAlike);
    let prose = look_alike && first_spot > 0 && !timed && reads_as_prose(text);
    let deadline = look_alike && sentence && label.is_none() && (prose || words.is_look_alike(&text[..first_spot]));
    let spots = if deadline { Vec::new() } else { spots };
    let date = spots.iter().any(|spot| is_day(&spot.value, spot.bound) && !news(spot));
    let is_time = |spot: &Spot| matches!(spot.value, Value::Time(_) | Value::Times(..));
    let first = spots.first().filter(|spot| !text[..spot.range.start].contains(char::is_alphanumeric));
    let mark = Mark {
        date,
        time: spots.iter().any(is_time),
        time_first: first.is_some_and(is_time),
        weekday_first: !date && first.is_some_and(|spot| matches!(spot.value, Value::Weekday(_))),
        pure_date: !spots.is_empty() && is_pure(text, &spots, words),
        label_alone: label.is_some_and(|(_, end)| end == text.trim_end().len()),
        label: label.map(|(field, _)| field),
        prose: false,
        kinds,
        spots: digits.then_some(spots),
    };
    // A dated line is running text only if it does not look like an entry: long, and neither led by its date nor labelled.
    let entry_like = mark.label.is_some() || line.is_item() || line.is_heading() || row || mark.leads(text, words);
    let prose = if entry_like && mark.date {
        text.len() > 450
    } else {
        line.is_prose() && !row && !(mark.time_first && (line.is_item() || mark.is_parted_behind_time(text)))
    };
    // "Hinweis: Der Abend fällt leider aus. Karten werden erstattet." goes on with the labels above it.
    let labelled = mark.label.is_some() && !line.gap && text.len() <= 450;
    // "Der Termin ist verschoben. Ein neues Datum steht noch nicht fest." right below an entry tells of it.
    let short = prose && !line.gap && !mark.date && matches!(line.shape, Shape::Plain) && text.len() <= LONGEST_NOTICE;
    let noticed = short && language.spot(text).iter().any(|spot| matches!(spot.value, Value::Notice(_)));
    Mark { prose: prose && !labelled && !noticed, ..mark }
}

impl Mark {
    /// "10 Uhr, Stadtkirche: Familiengottesdienst zum Beginn der Aktion „Brot für die Welt“": a sentence would go on behind its time.
    fn is_parted_behind_time(&self, text: &str) -> bool {
        let end = self.spots().first().map_or(0, |spot| spot.range.end);
        text.len() <= 200 && text[end..].starts_with([',', ':', '|']) && !text.ends_with('.')
    }

    /// Whether the first day or time stands at the beginning of a text, behind at most a notice or a label,
    /// and is not simply the beginning of a sentence ("Am 3. Mai findet …").
    fn leads(&self, text: &str, words: &Words<'_>) -> bool {
        let mut spots = self.spots().iter().filter(|spot| !matches!(spot.value, Value::Notice(_))).peekable();
        let Some(first) = spots.next() else { return false };
        // "Am 11. Mai ab 10 Uhr wird gepflanzt": what follows the whole time tells.
        let mut end = first.range.end;
        while let Some(next) =
            spots.next_if(|next| text[end..next.range.start].trim_matches([',', ' ', '(']).is_empty())
        {
            end = next.range.end;
        }
        let rest = text[end..].trim_start();
        // "Am Mittwoch, 11. Mai, lädt …": a small word that leads no place goes on with a sentence.
        let next = rest.trim_start_matches([',', ' ']).split([' ', ',', ':']).next().unwrap_or("");
        let sentence = next.starts_with(char::is_lowercase)
            && !words.kinds(next).is_any(&[Kind::Preposition, Kind::Each, Kind::Recurring]);
        if sentence {
            return false;
        }
        let before = &text[..first.range.start];
        // "Der für den 20. Februar geplante Abend …" begins a sentence.
        // So does "Familien sind am 24. November willkommen. Dort …".
        let article = before.split(' ').next().is_some_and(|word| words.kinds_folded(word).is(Kind::Article));
        if (article || self.kinds.is(Kind::Announcing) && words.announces(before))
            && text.ends_with('.')
            && reads_as_prose(text)
        {
            return false;
        }
        let letters = before.chars().filter(|c| c.is_alphabetic()).count();
        // "Grillnachmittag in Eving – Donnerstag, 20. Juni, 14 Uhr …"
        let days = self.spots().iter().filter(|spot| is_day(&spot.value, spot.bound)).count();
        let titled = (days == 1 || !reads_as_prose(text))
            && before.spaced().count() <= 9
            && before.trim_end().ends_with(['–', '—', '-', ':', '|'])
            && !before.contains(". ");
        let parted = rest.starts_with([':', '–', '-', '|', ',', '(']);
        titled || letters <= 12 && (parted || text.len() - first.range.end < 200)
    }
}

/// "Neue Räume im Bürgerhaus (Nachricht vom 12.08.2021)": the day of another piece of news.
fn is_day_of_news(text: &str, spot: &Spot, words: &Words<'_>) -> bool {
    let written = &text[..spot.range.end];
    let digit = written[spot.range.start..].find(|c: char| c.is_ascii_digit()).map_or(0, |at| spot.range.start + at);
    let before = text[..digit].trim_end();
    if before.is_empty() {
        return false;
    }
    let before = before.to_lowercase();
    words.vocabulary.news_date.iter().any(|label| before.ends_with(label) && label.contains(' '))
}

fn is_pure(text: &str, spots: &[Spot], words: &Words<'_>) -> bool {
    let starts = std::iter::once(0).chain(spots.iter().map(|spot| spot.range.end));
    let ends = spots.iter().map(|spot| spot.range.start).chain([text.len()]);
    let between = starts.zip(ends).map(|(start, end)| text.get(start..end).unwrap_or(""));
    let words_left = between.flat_map(|piece| piece.split(|c: char| !c.is_alphanumeric()));
    let words_left: Vec<&str> = words_left.filter(|word| !word.is_empty()).collect();
    // "Sonntag, 7. Dezember (2. Advent)"
    let feast = words_left.iter().any(|word| words.kinds_folded(word).is(Kind::DayName));
    words_left.into_iter().all(|word| {
        feast && word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_digit())
            || words.kinds_folded(word).is_any(&[
                Kind::Joint,
                Kind::Each,
                Kind::Preposition,
                Kind::Article,
                Kind::DayName,
            ])
            || words
                .field(word)
                .is_some_and(|f| matches!(f, Field::Date | Field::When | Field::Time | Field::From | Field::Until))
    })
}
