//! Lists and ranges of days: "5., 12. und 19. Mai", "vom 5. bis 7. Juni". They share their month, their year and what governs them.

use super::{apposition_article, day_at};
use crate::calendar::{month, names_a_day, short_weekday, weekday};
use crate::context::{self, article_before, inflect, setting_before};
use crate::inflection::{Case, Declension, Genus, Inflection};
use crate::noun::Noun;
use crate::text::{char_at, is_space, past_range_sign, past_spaces, word_before};

/// "Montag, 5., bis Freitag, 9. Juni": a comma may stand before "bis".
pub(super) fn past_comma_range(text: &str, at: usize) -> Option<usize> {
    (char_at(text, at) == Some(',')).then(|| past_range_sign(text, at + 1)).flatten()
}

/// The month that a day without one takes from the end of its list: "5., 12. und 19. Mai".
pub(super) fn implied_month(text: &str, at: usize) -> Option<((u32, &'static str), Option<i32>)> {
    let mut from = at;
    for _ in 0..16 {
        from = past_list_sign(text, from)?;
        let day = day_at(text, from)?;
        if let Some(month) = day.month {
            return Some((month, day.year));
        }
        from = day.end;
    }
    None
}

fn past_list_sign(text: &str, at: usize) -> Option<usize> {
    let mut next = past_spaces(text, at);
    let start = next;
    if char_at(text, next) == Some(',') {
        next = past_spaces(text, next + 1);
    }
    if let Some(after) = past_range_sign(text, next) {
        return Some(after);
    }
    for sign in ["und ", "u. ", "sowie ", "oder ", "auf ", "/", "+", "&", "am ", "und\u{a0}"] {
        if text[next..].starts_with(sign) {
            next = past_spaces(text, next + sign.len());
            if text[next..].starts_with("am ") {
                next += 3;
            }
            return Some(next);
        }
    }
    (next > start).then_some(next)
}

/// Whether a day of a list stands here: "18. März" after "17./".
pub(crate) fn starts_in_list(text: &str, at: usize) -> bool {
    day_at(text, at).is_some_and(|day| day.month.is_some() || implied_month(text, day.end).is_some())
}

/// The grammar of a date: from what governs it, or the list it stands in.
pub(super) fn inflection_at(text: &str, at: usize) -> Inflection {
    let start = before_inclusive(text, list_start(text, at));
    let setting = setting_before(text, start);
    let day = Noun { genus: Genus::Masculine, plural: false, ends_in_e: false };
    let article = article_before(text, start);
    // "verschoben auf Montag, den fünften Mai": of days "auf" says whither.
    let setting = match word_before(text, start).0 {
        "auf" | "Auf" => context::Setting { case: Some(Case::Accusative), ..setting },
        _ => setting,
    };
    let inflection = inflect(setting, Some(day), &article);
    let dative = inflection.case == Case::Dative && inflection.declension == Declension::Strong;
    if dative && start != at && weekday_before(text, at) {
        // "ab Montag, 16. Mai": the apposition follows the preposition weakly where no article helps.
        return Inflection { case: Case::Dative, ..inflection };
    }
    inflection
}

/// "bis einschließlich 12. August", "bis einschl. 12. August", "bis spätestens 31. Mai": the preposition before the adverb governs.
fn before_inclusive(text: &str, at: usize) -> usize {
    const ADVERBS: [&str; 8] =
        ["einschließlich", "einschl.", "inklusive", "inkl.", "spätestens", "voraussichtlich", "vorauss.", "längstens"];
    let bare = crate::text::trimmed(text, at, is_space);
    let start = ADVERBS.iter().find_map(|word| bare.strip_suffix(word));
    start.filter(|start| word_before(start, start.len()).0 == "bis").map_or(at, str::len)
}

/// The case of a date that explains the named day before it: "am Ostermontag, 18. April", "am 1. Weihnachtstag, 25.12.".
pub(super) fn apposition_case(text: &str, at: usize) -> Option<Case> {
    let bare = crate::text::trimmed(text, at, is_space).strip_suffix(',')?;
    let (word, start) = word_before(bare, bare.len());
    if !names_a_day(word) {
        return None;
    }
    let before = crate::text::trimmed(text, start, is_space);
    let base = match before.strip_suffix('.') {
        Some(number) => number.trim_end_matches(|c: char| c.is_ascii_digit()).len(),
        None => list_start(text, start),
    };
    setting_before(text, base).case.filter(|case| apposition_article(*case).is_some())
}

fn weekday_before(text: &str, at: usize) -> bool {
    let bare = crate::text::trimmed(text, at, |c: char| is_space(c) || c == ',');
    weekday(word_before(text, bare.len()).0).is_some()
}

/// Back over the dates, weekdays and joining words of a list, to where its governor stands.
pub(crate) fn list_start(text: &str, at: usize) -> usize {
    let mut start = at;
    for _ in 0..48 {
        let bare = crate::text::trimmed(text, start, is_space);
        let bare = bare.strip_suffix([',', '/', '+', '&', '–', '-']).unwrap_or(bare);
        let (word, word_start) = word_before(bare, bare.len());
        let joins = matches!(word, "und" | "oder" | "sowie" | "u");
        if joins && (date_ends(&text[..word_start]) || weekday_before(text, word_start))
            || weekday(word).is_some()
            || short_weekday(word).is_some() && bare.len() < start
        {
            start = word_start;
        } else if date_ends(bare) && (bare.len() < start) {
            start = before_date(bare);
        } else {
            return start;
        }
    }
    start
}

/// Whether a day, a month or a month's year ends here.
fn date_ends(before: &str) -> bool {
    let bare = crate::text::trimmed(before, before.len(), |c: char| is_space(c) || c == ',');
    before_date(bare) < bare.len()
}

/// The start of the piece of a date that ends a text: "5.", "05.05.", "Mai", "2022" after a month.
fn before_date(bare: &str) -> usize {
    let (word, start) = word_before(bare, bare.len());
    if month(word).is_some() {
        let rest = crate::text::trimmed(bare, start, is_space);
        return if rest.ends_with('.') { before_date(rest) } else { bare.len() };
    }
    let digits = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).take(5).count();
    if let Some(stop) = bare.strip_suffix('.') {
        let n = digits(stop);
        if (1..=2).contains(&n) {
            let start = stop.len() - n;
            let rest = &bare[..start];
            return match rest.strip_suffix('.').map(digits) {
                Some(m @ 1..=2) => start - 1 - m,
                _ => start,
            };
        }
        return bare.len();
    }
    let n = digits(bare);
    if n == 4 {
        let rest = bare[..bare.len() - 4].trim_end_matches(is_space);
        let (word, _) = word_before(rest, rest.len());
        if month(word).is_some() || rest.ends_with('.') {
            return before_date(rest).min(bare.len() - 4);
        }
    }
    bare.len()
}
