//! Which year? Most press texts name none: it follows from the day of the news, a heading, or the weekday.

use chrono::{Datelike, Days, NaiveDate};
use hoerblatt_core::Date;

/// A programme may begin this many days before its news and still be meant: a reminder in the middle of a series.
const BACK: i64 = 90;

/// Years that a text may mean; anything else is a typing error.
pub(crate) const PLAUSIBLE: std::ops::RangeInclusive<i32> = 1000..=2100;

/// Before this year lies history, whatever the day of the news: no office imports a programme of the last century.
pub(crate) const HISTORY: i32 = 1990;

/// What is known about the year.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Anchor {
    /// The day of the news.
    pub news: Option<NaiveDate>,
    /// A year that a heading names, or that all complete dates share.
    pub year: Option<i32>,
}

/// What was done about a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Written, or inferred without doubt.
    Fine,
    /// Nothing tells it.
    Unknown,
    /// What was written cannot be meant: `Mai 2919`.
    Implausible,
    /// There is no such day: 31 February.
    Impossible,
    /// The weekday contradicts the date.
    OtherWeekday,
}

/// Completes a date.
pub(crate) fn complete(mut date: Date, anchor: Anchor) -> (Date, Verdict) {
    let mut verdict = Verdict::Fine;
    if date.year.is_some_and(|year| !PLAUSIBLE.contains(&year)) {
        verdict = Verdict::Implausible;
        date.year = None;
    }
    if !exists_in_any_year(date) {
        return (date, Verdict::Impossible);
    }
    if date.year.is_none() {
        date.year = infer(date, anchor);
        if date.year.is_none() {
            return (date, if verdict == Verdict::Fine { Verdict::Unknown } else { verdict });
        }
    }
    match date.calendar() {
        None => (date, Verdict::Impossible),
        Some(day) if date.weekday.is_some_and(|weekday| weekday != day.weekday()) => {
            (date, if verdict == Verdict::Fine { Verdict::OtherWeekday } else { verdict })
        }
        Some(_) => (date, verdict),
    }
}

/// 29 February exists in some year; 31 February in none.
pub(crate) fn exists_in_any_year(date: Date) -> bool {
    NaiveDate::from_ymd_opt(date.year.unwrap_or(2000), date.month, date.day).is_some()
}

fn infer(date: Date, anchor: Anchor) -> Option<i32> {
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, date.month, date.day);
    if let Some(news) = anchor.news {
        let earliest = news.checked_sub_days(Days::new(BACK as u64))?;
        let next = (news.year() - 1..=news.year() + 8).filter_map(in_year).find(|day| *day >= earliest)?;
        // Where the next such day is far from the news, a weekday decides between the years around it. For a day soon after the
        // news it does not: a wrong weekday is then likelier than a date a year ahead.
        let doubtful = !(0..=240).contains(&(next - news).num_days());
        let fits = |year: &i32| in_year(*year).is_some_and(|day| Some(day.weekday()) == date.weekday);
        let reach = [next.year(), next.year() + 1, next.year() - 1];
        let proven = date.weekday.filter(|_| doubtful).and_then(|_| reach.into_iter().find(fits)).filter(|year| {
            in_year(*year).is_some_and(|day| (day - news).num_days() <= 400 && (day - news).num_days() >= -BACK)
        });
        let named = anchor.year.filter(|year| in_year(*year).is_some_and(|day| day >= earliest));
        return proven.or(named).or(Some(next.year()));
    }
    anchor.year.filter(|year| in_year(*year).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(day: u32, month: u32, news: &str) -> Option<i32> {
        let anchor = Anchor { news: news.parse().ok(), year: None };
        complete(Date { year: None, month, day, weekday: None }, anchor).0.year
    }

    #[test]
    fn the_year_turns_with_the_programme() {
        assert_eq!(year(11, 5, "2022-05-05"), Some(2022));
        assert_eq!(year(14, 1, "2023-12-11"), Some(2024));
        assert_eq!(year(5, 12, "2023-12-11"), Some(2023));
        assert_eq!(year(2, 5, "2022-05-05"), Some(2022));
        assert_eq!(year(29, 2, "2022-05-05"), Some(2024));
        assert_eq!(year(1, 5, ""), None);
    }

    #[test]
    fn a_weekday_proves_the_year_and_a_wrong_one_is_told() {
        let anchor = Anchor { news: NaiveDate::from_ymd_opt(2022, 5, 5), year: None };
        let monday = Date { year: None, month: 5, day: 11, weekday: Some(chrono::Weekday::Mon) };
        assert_eq!(complete(monday, anchor).1, Verdict::OtherWeekday);
        let far = Date { year: Some(2919), month: 5, day: 11, weekday: None };
        assert_eq!(complete(far, anchor), (Date { year: Some(2022), ..far }, Verdict::Implausible));
        let never = Date { year: None, month: 2, day: 31, weekday: None };
        assert_eq!(complete(never, anchor).1, Verdict::Impossible);
    }
}
