//! On which days is nobody there? The public holidays of the German Länder.
//!
//! Source: the holiday acts (Feiertagsgesetze) of the Länder as in force in 2026. Holidays of single towns (Augsburg's Peace Festival,
//! Corpus Christi in parts of Saxony and Thuringia, the Assumption in most Bavarian towns) are given where the Land's act names the
//! region; Easter Sunday and Whit Sunday are Sundays anyway.

use chrono::{Datelike, Days, NaiveDate};

/// When a holiday is.
#[derive(Debug, Clone, Copy)]
enum Day {
    /// Month and day.
    Fixed(u32, u32),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The Wednesday before 23 November (the last before the Sunday of the Dead).
    Repentance,
}

use Day::{Easter, Fixed, Repentance};

/// In every Land.
const EVERYWHERE: &[Day] = &[
    Fixed(1, 1),   // New Year
    Easter(-2),    // Good Friday
    Easter(1),     // Easter Monday
    Fixed(5, 1),   // Labour Day
    Easter(39),    // Ascension
    Easter(50),    // Whit Monday
    Fixed(10, 3),  // German Unity
    Fixed(12, 25), // Christmas
    Fixed(12, 26), // Boxing Day
];

const EPIPHANY: Day = Fixed(1, 6);
const WOMEN: Day = Fixed(3, 8);
const CORPUS_CHRISTI: Day = Easter(60);
const ASSUMPTION: Day = Fixed(8, 15);
const CHILDREN: Day = Fixed(9, 20);
const REFORMATION: Day = Fixed(10, 31);
const ALL_SAINTS: Day = Fixed(11, 1);

/// What each Land adds, by ISO 3166-2.
const LAENDER: &[(&str, &[Day])] = &[
    ("DE-BB", &[Easter(0), Easter(49), REFORMATION]),
    ("DE-BE", &[WOMEN]),
    ("DE-BW", &[EPIPHANY, CORPUS_CHRISTI, ALL_SAINTS]),
    ("DE-BY", &[EPIPHANY, CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS]),
    ("DE-HB", &[REFORMATION]),
    ("DE-HE", &[CORPUS_CHRISTI]),
    ("DE-HH", &[REFORMATION]),
    ("DE-MV", &[WOMEN, REFORMATION]),
    ("DE-NI", &[REFORMATION]),
    ("DE-NW", &[CORPUS_CHRISTI, ALL_SAINTS]),
    ("DE-RP", &[CORPUS_CHRISTI, ALL_SAINTS]),
    ("DE-SH", &[REFORMATION]),
    ("DE-SL", &[CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS]),
    ("DE-SN", &[REFORMATION, Repentance]),
    ("DE-ST", &[EPIPHANY, REFORMATION]),
    ("DE-TH", &[CHILDREN, REFORMATION]),
];

/// The public holidays of a Land (`DE-NW`) in a year, in order; `None` for a region that is not listed.
///
/// ```
/// use hoerblatt_phone::holidays;
/// let days = holidays("DE-NW", 2026).unwrap();
/// assert_eq!(days.len(), 11);
/// assert_eq!(days[1].to_string(), "2026-04-03"); // Good Friday
/// assert!(holidays("FR-75", 2026).is_none());
/// ```
pub fn holidays(region: &str, year: i32) -> Option<Vec<NaiveDate>> {
    let (_, own) = LAENDER.iter().find(|(code, _)| *code == region)?;
    let mut days: Vec<NaiveDate> = EVERYWHERE.iter().chain(*own).filter_map(|day| day.in_year(year)).collect();
    days.sort_unstable();
    days.dedup();
    Some(days)
}

/// The codes of all regions whose holidays are known.
pub fn regions() -> impl Iterator<Item = &'static str> {
    LAENDER.iter().map(|(code, _)| *code)
}

impl Day {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Easter(after) => easter(year)?.checked_add_signed(chrono::Duration::days(after)),
            Repentance => {
                let limit = NaiveDate::from_ymd_opt(year, 11, 22)?;
                let since_wednesday = (limit.weekday().num_days_from_monday() + 7 - 2) % 7;
                limit.checked_sub_days(Days::new(u64::from(since_wednesday)))
            }
        }
    }
}

/// Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let both = epact + weekday - 7 * shift + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(both / 31).ok()?, u32::try_from(both % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_the_calendar_has_it() {
        // From the published tables of Easter dates.
        let known = [
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2019-04-21",
            "2022-04-17",
            "2026-04-05",
            "2027-03-28",
            "2038-04-25",
        ];
        for date in known {
            let date: NaiveDate = date.parse().expect("a date");
            assert_eq!(easter(date.year()), Some(date));
        }
    }

    #[test]
    fn repentance_day_is_a_wednesday_eleven_days_before_advent() {
        for (year, day) in [(2022, 16), (2023, 22), (2024, 20), (2025, 19), (2026, 18)] {
            assert_eq!(Repentance.in_year(year), NaiveDate::from_ymd_opt(year, 11, day));
        }
    }

    #[test]
    fn every_land_has_its_number_of_days() {
        let count = |region| holidays(region, 2026).map(|days| days.len());
        assert_eq!(regions().count(), 16);
        assert_eq!(
            [count("DE-BE"), count("DE-BY"), count("DE-SN"), count("DE-HH")],
            [Some(10), Some(13), Some(11), Some(10)]
        );
    }
}
