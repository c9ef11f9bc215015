//! Every number, day, minute and price there is to say.
//!
//! The numbers are judged by an independent program, `num2words` from PyPI, where Python has it. With `CI=true` a missing judge is a
//! failure; elsewhere the test says that it was not there.

#![expect(clippy::disallowed_methods, reason = "the judge is a program that only tests start")]

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use hoerblatt_core::model::{Currency, Money};
use hoerblatt_core::{Date, Grammar, Language, Number, Value};
use hoerblatt_de::German;
use std::process::Command;

fn said(german: &German, value: &Value) -> String {
    german.speak(value, Grammar::default()).to_line()
}

/// The judge says the numbers from its first argument up to its second.
const JUDGE: &str = "
import sys
from num2words import num2words
for n in range(int(sys.argv[1]), int(sys.argv[2])):
    sys.stdout.write(num2words(n, lang='de') + '\\n')
";

/// The judge takes a quarter of a millisecond a number, so several work side by side.
const JUDGES: u64 = 8;

#[test]
fn every_integer_to_a_million_is_said_as_the_judge_says_it() {
    let present = Command::new("python3").args(["-c", "import num2words"]).output();
    if !present.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "the judge num2words is missing: pip install num2words");
        eprintln!("NOT JUDGED: python3 with num2words is missing (pip install num2words)");
        return;
    }
    let bound = |part: u64| part * 1_000_001 / JUDGES;
    let judge = |part: u64| {
        let (from, to) = (bound(part).to_string(), bound(part + 1).to_string());
        Command::new("python3").args(["-c", JUDGE, &from, &to]).output().expect("the judge starts")
    };
    let judged: Vec<_> = std::thread::scope(|scope| {
        let working: Vec<_> = (0..JUDGES).map(|part| scope.spawn(move || judge(part))).collect();
        working.into_iter().map(|one| one.join().expect("the judge ends")).collect()
    });
    let german = German::default();
    let mut n = 0;
    for output in judged {
        for expected in String::from_utf8(output.stdout).expect("the judge writes UTF-8").lines() {
            // The judge's one slip: "einhunderteinstausend". Duden writes "einhunderteintausend".
            let expected = expected.to_lowercase().replace("einstausend", "eintausend");
            assert_eq!(said(&german, &Value::Number(Number::from(n))).to_lowercase(), expected, "{n}");
            n += 1;
        }
    }
    assert_eq!(n, 1_000_001);
}

#[test]
fn every_day_is_said_in_four_cases() {
    let german = German::default();
    let mut day = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day");
    let last = NaiveDate::from_ymd_opt(2100, 12, 31).expect("a day");
    while day <= last {
        let (d, written) = (day.day(), german.write(&Value::Date(Date::plain(day)), hoerblatt_core::Style::Running));
        let stem = stem(d);
        for (before, ending) in [("", "er"), ("des ", "en"), ("am ", "en"), ("den ", "en")] {
            let spoken = german.speak_line(&format!("{before}{written}"));
            let expected = format!("{before}{stem}{ending} ");
            assert!(spoken.starts_with(&expected), "{before}{written} is said {spoken}, not {expected}");
            assert!(!spoken.contains(|c: char| c.is_numeric()), "{spoken}");
        }
        day = day + Days::new(1);
    }
}

/// The ordinal stems of the days of a month, written out by hand.
fn stem(day: u32) -> &'static str {
    const STEMS: [&str; 31] = [
        "erst",
        "zweit",
        "dritt",
        "viert",
        "fünft",
        "sechst",
        "siebt",
        "acht",
        "neunt",
        "zehnt",
        "elft",
        "zwölft",
        "dreizehnt",
        "vierzehnt",
        "fünfzehnt",
        "sechzehnt",
        "siebzehnt",
        "achtzehnt",
        "neunzehnt",
        "zwanzigst",
        "einundzwanzigst",
        "zweiundzwanzigst",
        "dreiundzwanzigst",
        "vierundzwanzigst",
        "fünfundzwanzigst",
        "sechsundzwanzigst",
        "siebenundzwanzigst",
        "achtundzwanzigst",
        "neunundzwanzigst",
        "dreißigst",
        "einunddreißigst",
    ];
    STEMS[day as usize - 1]
}

#[test]
fn every_minute_is_read_back_and_said() {
    let german = German::default();
    for hour in 0..24 {
        for minute in 0..60 {
            let value = Value::Time(NaiveTime::from_hms_opt(hour, minute, 0).expect("a time"));
            let spoken = said(&german, &value);
            for written in
                [format!("{hour}.{minute:02} Uhr"), format!("{hour:02}:{minute:02} Uhr"), format!("{hour}:{minute:02}")]
            {
                assert_eq!(german.speak_line(&written), spoken, "{written}");
            }
            assert!(spoken.contains(" Uhr") && !spoken.contains(|c: char| c.is_numeric()));
        }
    }
}

#[test]
fn every_price_to_a_hundred_euro_is_said_alike_however_it_is_written() {
    let german = German::default();
    for cents in 1..=10_000_u64 {
        let spoken = said(&german, &Value::Money(Money::new(cents, Currency::Eur)));
        let (euro, rest) = (cents / 100, cents % 100);
        for written in
            [format!("{euro},{rest:02} €"), format!("{euro},{rest:02} Euro"), format!("EUR {euro},{rest:02}")]
        {
            assert_eq!(german.speak_line(&written), spoken, "{written}");
        }
        if rest == 0 {
            assert_eq!(german.speak_line(&format!("{euro},- €")), spoken);
        }
    }
}
