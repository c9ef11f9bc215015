//! Where does an office's text say when? Dates, times and notices as offices type them, for import.
//!
//! Reading aloud must not guess; import may, because a person sees the result before it is published. So this grammar is wider than
//! that of [`read`](crate): `ab 21.00Uhr`, `7. + 8. September`, `Sonnabend, den 3.Mai`, `Mai 2919`, `31. Februar` are all found, and it makes
//! no speech, which keeps it at tens of megabytes a second.
//!
//! | written | found |
//! |---|---|
//! | `Mittwoch, den 11. Mai 2022` · `Mi., 11.05.22` · `2022-05-11` | one date with its weekday |
//! | `8.–14. Oktober` · `28.4. bis 3.5.2023` · `vom 3. bis 9. Mai` | a range |
//! | `7. und 14. Mai` · `7. + 8. September` · `3.5., 10.5. und 17.5.2023` | one date each; the last one's month and year count for all |
//! | `17./18. März` | a range: the sign joins neighbouring days |
//! | `15-17 Uhr` · `von 15:00 bis 17.30h` · `ab 21.00Uhr` · `gegen 18.45 Uhr` | a time or a stretch |
//! | `abgesagt` · `fällt aus` · `verlegt` · `ausverkauft` | a notice |

mod date;
mod lexeme;
mod time;

use crate::calendar::{self, Initials, same};
use hoerblatt_core::{
    Notice, Value,
    language::{Bound, Spot},
};
use lexeme::{Kind, Lexemes};

/// Finds dates, times, weekdays and notices, in order and without overlap.
///
/// ```
/// use hoerblatt_core::Value;
/// let found = hoerblatt_de::spot::spot("Mi, 25. Mai, 14-16 Uhr: Fachvortrag");
/// assert!(matches!(found[0].value, Value::Date(day) if (day.day, day.month) == (25, 5)));
/// assert!(matches!(found[1].value, Value::Times(..)));
/// ```
pub fn spot(text: &str) -> Vec<Spot> {
    let lexemes = Lexemes::new(text);
    let mut spots: Vec<Spot> = Vec::new();
    let mut at = 0;
    while let Some(kind) = lexemes.kind(at) {
        let found = match kind {
            Kind::Number => date::dates(&lexemes, at).or_else(|| time::times(&lexemes, at)),
            Kind::Word => word(&lexemes, at),
            _ => None,
        };
        let Some((found, next)) = found else {
            at += 1;
            continue;
        };
        let floor = spots.last().map_or(0, |last| last.range.end);
        let first = spots.len();
        spots.extend(found);
        if let Some(spot) = spots.get_mut(first) {
            lead(&lexemes, at, floor, spot);
        }
        if let [.., notice, day] = spots.as_mut_slice() {
            moved_from(text, notice, day);
        }
        at = next;
    }
    share_years(text, &mut spots);
    spots
}

/// What was found, and the lexeme after it.
type Found = Option<(Vec<Spot>, usize)>;

/// A weekday, a month by itself, or a notice.
fn word(lexemes: &Lexemes<'_>, at: usize) -> Found {
    if !WORD_INITIALS.may_hold(lexemes.text(at)) {
        return None;
    }
    if let Some(found) = notice(lexemes, at) {
        return Some(found);
    }
    if let Some(weekday) = lexemes.weekday(at) {
        let joined = (at + 1..at + 4).find(|&next| lexemes.is_range_sign(next));
        let until = joined.and_then(|sign| {
            let next = lexemes.skip_space(sign + 1);
            Some((lexemes.weekday(next)?, next))
        });
        if let Some((last, next)) = until {
            let range = lexemes.range(at, next + 1);
            return Some((vec![Spot { range, value: Value::Weekdays(weekday, last), bound: Bound::On }], next + 1));
        }
        // "Mi" by itself is too short to tell; "Mi:" and "Mi." are how lists write it, but so they do initials.
        // "Tischabendmahl am Gründonnerstag" names the feast and no day of the week.
        if lexemes.text(at).len() > 3 && !calendar::is_feast(lexemes.text(at)) && !date::follows_weekday(lexemes, at) {
            let range = lexemes.range(at, at + 1);
            return Some((vec![Spot { range, value: Value::Weekday(weekday), bound: Bound::On }], at + 1));
        }
        return None;
    }
    let after = lexemes.skip_space(at + 1);
    let year = lexemes.number(after).filter(|&(_, digits)| digits == 4).map(|(year, _)| year)?;
    let month = lexemes.full_month(at)?;
    let value = Value::Month { month, year: i32::try_from(year).ok() };
    Some((vec![Spot { range: lexemes.range(at, after + 1), value, bound: Bound::On }], after + 1))
}

/// Words that tell that something does not take place as announced, longest first.
const NOTICES: &[(&[&str], Notice)] = &[
    (&["findet", "leider", "nicht", "statt"], Notice::Cancelled),
    (&["muss", "leider", "ausfallen"], Notice::Cancelled),
    (&["findet", "nicht", "statt"], Notice::Cancelled),
    (&["fällt", "leider", "aus"], Notice::Cancelled),
    (&["muss", "ausfallen"], Notice::Cancelled),
    (&["müssen", "ausfallen"], Notice::Cancelled),
    (&["fällt", "aus"], Notice::Cancelled),
    (&["fallen", "aus"], Notice::Cancelled),
    (&["absagen", "muss"], Notice::Cancelled),
    (&["absagen", "müssen"], Notice::Cancelled),
    (&["ausfallen", "muss"], Notice::Cancelled),
    (&["ausfallen", "müssen"], Notice::Cancelled),
    (&["finden", "nicht", "statt"], Notice::Cancelled),
    (&["wird", "nicht", "stattfinden"], Notice::Cancelled),
    (&["faellt", "aus"], Notice::Cancelled),
    (&["neuer", "termin"], Notice::Moved),
    (&["neuer", "ort"], Notice::Moved),
    (&["entfällt"], Notice::Cancelled),
    (&["entfallen"], Notice::Cancelled),
    (&["entfaellt"], Notice::Cancelled),
    (&["abgesagt"], Notice::Cancelled),
    (&["gestrichen"], Notice::Cancelled),
    (&["absage"], Notice::Cancelled),
    (&["storniert"], Notice::Cancelled),
    // Calendars and lists exported from programs say it in English.
    (&["cancelled"], Notice::Cancelled),
    (&["canceled"], Notice::Cancelled),
    (&["postponed"], Notice::Moved),
    (&["verschoben"], Notice::Moved),
    (&["verlegt"], Notice::Moved),
    (&["nachholtermin"], Notice::Moved),
    (&["ersatztermin"], Notice::Moved),
    (&["ausverkauft"], Notice::SoldOut),
    (&["ausgebucht"], Notice::SoldOut),
];

static NOTICE_INITIALS: Initials = {
    let (mut initials, mut at) = (Initials::NONE, 0);
    while at < NOTICES.len() {
        initials = initials.and(NOTICES[at].0[0]);
        at += 1;
    }
    initials
};

/// Of every word that is asked for, but within a date: most words of a text are none of them.
static WORD_INITIALS: Initials = NOTICE_INITIALS.or(calendar::TYPED_INITIALS);

fn notice(lexemes: &Lexemes<'_>, at: usize) -> Found {
    let first = lexemes.text(at);
    if !NOTICE_INITIALS.may_hold(first) {
        return None;
    }
    for (words, notice) in NOTICES.iter().filter(|(words, _)| same(first, words[0])) {
        if begins_with_condition(lexemes, at) {
            return None;
        }
        let mut next = at + 1;
        let follows = words[1..].iter().all(|word| {
            next = lexemes.skip_space(next);
            next += 1;
            lexemes.kind(next - 1) == Some(Kind::Word) && same(lexemes.text(next - 1), word)
        });
        let parted = words.len() == 2 && !follows && ends_clause(lexemes, at + 1, words[1]);
        if parted {
            // "fällt wegen Erkrankung des Autors leider aus": what stands between stays in the text.
            let spot = Spot { range: lexemes.range(at, at + 1), value: Value::Notice(*notice), bound: Bound::On };
            return Some((vec![spot], at + 1));
        }
        if follows {
            let spot = Spot { range: lexemes.range(at, next), value: Value::Notice(*notice), bound: Bound::On };
            return Some((vec![spot], next));
        }
    }
    None
}

/// So many words may stand inside "fällt … aus".
const LONGEST_BRACKET: usize = 9;

/// What makes a condition of the words between: "fällt nur bei Regen aus".
const CONDITIONS: &[&str] = &["bei", "nur", "nicht", "nie", "sonst", "eventuell", "vielleicht"];

/// What a condition begins with: "Bei bedecktem Himmel entfällt der Abend".
const IFS: &[&str] = &["bei", "falls", "sollte", "sollten", "wenn"];

/// Whether the clause before a lexeme begins with a condition.
fn begins_with_condition(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let clause = (at.saturating_sub(2 * LONGEST_BRACKET)..at).rev();
    let inside = clause.take_while(|&at| matches!(lexemes.kind(at), Some(Kind::Word | Kind::Space)));
    let first = inside.filter(|&at| lexemes.kind(at) == Some(Kind::Word)).last();
    first.is_some_and(|first| IFS.iter().any(|word| same(lexemes.text(first), word)))
}

/// Whether the clause from a lexeme on ends with a word and names no condition.
fn ends_clause(lexemes: &Lexemes<'_>, from: usize, word: &str) -> bool {
    let clause = (from..from + 2 * LONGEST_BRACKET)
        .take_while(|&at| matches!(lexemes.kind(at), Some(Kind::Word | Kind::Space)) || lexemes.text(at) == "-");
    let words: Vec<&str> =
        clause.filter(|&at| lexemes.kind(at) == Some(Kind::Word)).map(|at| lexemes.text(at)).collect();
    let condition = words.iter().any(|word| CONDITIONS.iter().any(|condition| same(word, condition)));
    !condition && words.last().is_some_and(|last| same(last, word))
}

/// Takes in what stands before a date or time and belongs to it: its weekday, "am", "von", "ab", "bis zum", "statt".
fn lead(lexemes: &Lexemes<'_>, at: usize, floor: usize, spot: &mut Spot) {
    if matches!(spot.value, Value::Notice(_) | Value::Month { .. }) {
        return;
    }
    let mut first = at;
    loop {
        let Some(before) = lexemes.before(first) else { return };
        if lexemes.start(before) < floor || lexemes.kind(before) != Some(Kind::Word) {
            return;
        }
        let weekday = lexemes.weekday(before);
        match (&mut spot.value, weekday) {
            (Value::Date(day), Some(weekday)) if day.weekday.is_none() => day.weekday = Some(weekday),
            (Value::Dates(day, _), Some(weekday)) if day.weekday.is_none() => day.weekday = Some(weekday),
            (_, Some(_)) => {}
            (_, None) => match lexemes.text(before).to_lowercase().as_str() {
                "am" | "an" | "den" | "dem" | "der" | "um" | "von" | "vom" | "gegen" | "ca" | "circa" | "etwa"
                | "zwischen" | "in" | "die" => {}
                "ab" | "seit" => spot.bound = Bound::From,
                "bis" | "zum" | "spätestens" | "spaetestens" => {
                    let until = lexemes.text(before).to_lowercase() != "zum"
                        || lexemes.before(before).is_some_and(|b| lexemes.text(b).eq_ignore_ascii_case("bis"));
                    if !until {
                        return;
                    }
                    spot.bound = Bound::Until;
                }
                "statt" | "ursprünglich" | "anstatt" | "anstelle" | "ehemals" | "bisher" | "zuvor" | "vorher"
                | "eigentlich" => spot.bound = Bound::Former,
                _ => return,
            },
        }
        first = before;
        spot.range.start = lexemes.start(before);
    }
}

/// "verschoben vom 19. Oktober": the day right behind "vom" is the former one.
fn moved_from(text: &str, notice: &Spot, day: &mut Spot) {
    let from = text[day.range.clone()].to_lowercase().starts_with("vom ");
    let adjacent = text[notice.range.end..day.range.start].trim().is_empty();
    if notice.value == Value::Notice(Notice::Moved) && matches!(day.value, Value::Date(_)) && from && adjacent {
        day.bound = Bound::Former;
    }
}

/// In "3.5., 10.5. und 17.5.2023" the year at the end counts for all that are joined by nothing but a comma, a sign or "und".
fn share_years(text: &str, spots: &mut [Spot]) {
    for at in (1..spots.len()).rev() {
        let between = text[spots[at - 1].range.end..spots[at].range.start].trim();
        if !matches!(between, "," | "und" | "u." | "+" | "&" | "/" | "sowie" | "-" | "–" | "bis" | "") {
            continue;
        }
        let year = match &spots[at].value {
            Value::Date(day) | Value::Dates(day, _) => day.year,
            _ => None,
        };
        match &mut spots[at - 1].value {
            Value::Date(day) if day.year.is_none() => day.year = year,
            Value::Dates(first, last) if last.year.is_none() => (first.year, last.year) = (first.year.or(year), year),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
