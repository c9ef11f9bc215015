//! What is said of an event and an office: in two parts, so that each can be remembered.

use super::Planner;
use chrono::{Datelike, NaiveDate};
use hoerblatt_core::{
    Block, EventData, Fact, FactKind, LinePhrase, Pause, ScriptPhrase, Section, Speech, SpeechToken, StatusKind,
    model::When,
};
use hoerblatt_ssml::{compact, speech_of, speech_of_sentences};

/// So many days of a series are said at once: the next one. The others are among the details, for whoever writes them down.
const DAYS_AT_ONCE: usize = 1;

/// An event as it is told from a given day of its series on.
pub(super) struct Telling {
    /// The day of the series that is told first.
    pub(super) when: When,
    /// What, when, where.
    pub(super) short: Vec<Speech>,
    /// The days of the series that are left, where there is more than the one of the short part.
    pub(super) days: Vec<Speech>,
    /// Everything else; the same whichever day is told first.
    pub(super) details: Vec<Speech>,
}

impl Planner<'_> {
    /// The tellings of an event, one for each day of its series: what is over is not said any more.
    pub(super) fn tellings(&self, section: &Section, data: &EventData) -> Vec<Telling> {
        let facts = facts(section);
        let year = self.whole.published.year();
        let day = |when: &When| {
            let until = when.until_date;
            let with_year = when.date.year() != year || until.is_some_and(|until| until.year() != year);
            self.say(LinePhrase::Day { date: when.date, until, with_year })
        };
        let days = Appointments::of(&facts, data.when.iter().map(day).collect());
        let details = self.all_else(section, &facts);
        let telling = |(number, when): (usize, &When)| Telling {
            when: *when,
            short: self.short(section, data, &facts, &days, number),
            days: days.left(number),
            details: details.clone(),
        };
        data.when.iter().enumerate().map(telling).collect()
    }

    /// What, when, where: at most 20 seconds.
    fn short(
        &self,
        section: &Section,
        data: &EventData,
        facts: &[&Fact],
        days: &Appointments,
        from: usize,
    ) -> Vec<Speech> {
        let mut pieces = Vec::new();
        match data.status {
            StatusKind::Planned => {}
            StatusKind::Cancelled => pieces.push(self.say(LinePhrase::EventCancelled)),
            StatusKind::Moved => pieces.push(self.say(LinePhrase::EventMoved)),
        }
        let left = days.days.len().saturating_sub(from);
        pieces.extend(days.days.iter().skip(from).take(DAYS_AT_ONCE).cloned());
        if left > DAYS_AT_ONCE {
            pieces.push(self.say(LinePhrase::MoreDays { count: (left - DAYS_AT_ONCE) as u64 }));
        }
        pieces.extend(days.shared_time.clone());
        // Days, times and districts say what they are; their labels would cost a second each.
        pieces.extend(of_kind(facts, FactKind::Districts).map(|fact| speech_of_sentences(&fact.content)));
        pieces.push(speech_of(&section.heading));
        pieces.extend(of_kind(facts, FactKind::Place).map(|place| {
            let name = place.content.first().map(|sentence| speech_of(&sentence.0)).unwrap_or_default();
            join(place.label.spoken.clone(), name)
        }));
        pieces
    }

    fn all_else(&self, section: &Section, facts: &[&Fact]) -> Vec<Speech> {
        let mut pieces: Vec<Speech> = of_kind(facts, FactKind::Status).map(fact_speech).collect();
        pieces.extend(of_kind(facts, FactKind::Place).filter(|place| place.content.len() > 1).map(fact_speech));
        pieces.extend(of_kind(facts, FactKind::Directions).map(fact_speech));
        pieces.extend(section.blocks.iter().flat_map(prose));
        for kind in [FactKind::Access, FactKind::Admission, FactKind::Registration, FactKind::Person] {
            pieces.extend(of_kind(facts, kind).map(fact_speech));
        }
        pieces.extend(of_kind(facts, FactKind::Phone).flat_map(|phone| self.twice(phone)));
        pieces.extend(of_kind(facts, FactKind::Email).chain(of_kind(facts, FactKind::Web)).map(fact_speech));
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    /// Number twice, hours, place: what a caller of an office writes down.
    pub(super) fn office_facts(&self, section: &Section) -> Vec<Speech> {
        let facts = facts(section);
        let mut pieces: Vec<Speech> = of_kind(&facts, FactKind::Phone).flat_map(|phone| self.twice(phone)).collect();
        pieces.extend(of_kind(&facts, FactKind::Hours).map(fact_speech));
        pieces
    }

    /// A number with its label, and once more.
    fn twice(&self, phone: &Fact) -> [Speech; 2] {
        let again = self.wording.say(ScriptPhrase::Again).spoken;
        [fact_speech(phone), join(again, speech_of_sentences(&phone.content))]
    }
}

/// The days of an event as they are said, each with its own time.
struct Appointments {
    days: Vec<Speech>,
    /// A time that all days share, said once after them.
    shared_time: Option<Speech>,
}

impl Appointments {
    /// All days from one on with their time, where the short part cannot say them all.
    fn left(&self, from: usize) -> Vec<Speech> {
        if self.days.len().saturating_sub(from) <= DAYS_AT_ONCE {
            return Vec::new();
        }
        self.days.iter().skip(from).chain(&self.shared_time).cloned().collect()
    }

    /// The days in the order of the facts, with the times that stand after them there.
    fn of(facts: &[&Fact], days: Vec<Speech>) -> Self {
        let times = of_kind(facts, FactKind::Time).count();
        let shares = days.len() > 1 && times == 1;
        let mut all = Self { days, shared_time: None };
        let mut dates = 0;
        for fact in facts {
            match fact.kind {
                FactKind::Date => dates += 1,
                FactKind::Time if shares => all.shared_time = Some(speech_of_sentences(&fact.content)),
                FactKind::Time => {
                    if let Some(day) = all.days.get_mut(dates.max(1) - 1) {
                        day.0.push(SpeechToken::Pause(Pause::Clause));
                        *day = join(std::mem::take(day), speech_of_sentences(&fact.content));
                    }
                }
                _ => {}
            }
        }
        all
    }
}

fn facts(section: &Section) -> Vec<&Fact> {
    let blocks = section.blocks.iter();
    blocks.flat_map(|block| if let Block::Facts(facts) = block { facts.as_slice() } else { &[] }).collect()
}

fn of_kind<'f>(facts: &'f [&'f Fact], kind: FactKind) -> impl Iterator<Item = &'f Fact> {
    facts.iter().copied().filter(move |fact| fact.kind == kind)
}

/// Label and content.
fn fact_speech(fact: &Fact) -> Speech {
    join(fact.label.spoken.clone(), speech_of_sentences(&fact.content))
}

fn join(mut first: Speech, second: Speech) -> Speech {
    first.extend(second);
    compact(first)
}

/// What a block of running text says, sentence by sentence; pictures and codes are not for the ear.
pub(super) fn prose(block: &Block) -> Vec<Speech> {
    match block {
        Block::Paragraph(sentences) | Block::Quote(sentences) => sentences.iter().map(|s| speech_of(&s.0)).collect(),
        Block::List(items) => items.iter().map(|item| speech_of_sentences(item)).collect(),
        _ => Vec::new(),
    }
}

/// The day before which an event is among those of the next seven days.
pub(super) fn week_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(chrono::Days::new(6)).unwrap_or(day)
}
