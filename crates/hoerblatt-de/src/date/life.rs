//! The dates of a life: "* 3.5.1931 † 12.11.2023", "geb. 3.4.38", "gest. am 12. Mai".

use super::{Day, day_at, weak_dative};
use crate::read::{Found, Scene};
use crate::text::{at_line_start, char_before, is_space, past_spaces, trimmed, word_at};

/// A birth year of two figures after this one belongs to the century before: "geb. 03.04.38" is no child of the future. Named, not
/// asked of a clock: the same text is always read alike.
const LATEST_BIRTH: i32 = 2025;

/// A star or a cross before a day: "geboren am …", "gestorben am …". A star before a date at the start of a line is a bullet unless a
/// cross follows in the line.
pub(crate) fn read_life(text: &str, at: usize, sign: char) -> Option<Found> {
    let end = at + sign.len_utf8();
    let born = sign == '*';
    let line = text[end..].chars().take(80).take_while(|c| *c != '\n').any(|c| c == '†');
    if born && at_line_start(text, at) && !line {
        return None;
    }
    let comma = !born && char_before(text, trimmed(text, at, is_space).len()).is_some_and(|c| c.is_ascii_digit());
    let (words, stop) = day_of_a_life(text, past_spaces(text, end), born)?;
    Some(Found::words(at, stop, format!("{}{words}", if comma { ", " } else { "" }), "date", "of a life"))
}

/// "geb. 3.4.1938", "gest. am 5.6.2020": the short forms before a day, with "am" or without.
pub(crate) fn read_short_life(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let word = word_at(text, at);
    let born = matches!(word, "geb" | "Geb");
    if !born && !matches!(word, "gest" | "Gest") {
        return None;
    }
    let stop = at + word.len();
    let from = past_spaces(text, stop + usize::from(text[stop..].starts_with('.')));
    let from = if text[from..].starts_with("am ") { from + "am ".len() } else { from };
    let (words, end) = day_of_a_life(text, from, born)?;
    Some(Found::words(at, end, words, "date", "of a life"))
}

fn day_of_a_life(text: &str, at: usize, born: bool) -> Option<(String, usize)> {
    let day = day_at(text, at).filter(|day| day.month.is_some())?;
    let word = if born { "geboren" } else { "gestorben" };
    let end = day.end;
    let day = if born { in_the_past(text, day) } else { day };
    Some((format!("{word} am {}", weak_dative(&day)), end))
}

/// A year that was completed from two figures, and lies ahead, moved back by a century.
fn in_the_past(text: &str, day: Day) -> Day {
    let completed = |year: &i32| *year > LATEST_BIRTH && !text[..day.end].ends_with(&year.to_string());
    let year = day.year.map(|year| if completed(&year) { year - 100 } else { year });
    Day { year, ..day }
}
