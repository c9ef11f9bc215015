//! Signs: said by name, turned into a pause, or left out. Spec: `spec/symbol.md`.

use crate::read::{Found, Scene};
use crate::text::{at_line_start, char_at, char_before, digit_at, is_letter, is_space, past_spaces};
use hoerblatt_core::language::TokenKind;
use hoerblatt_core::{Pause, Speech, SpeechToken};

/// A sign that is not punctuation.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    let sign = char_at(text, at)?;
    let end = at + sign.len_utf8();
    let before = char_before(text, at);
    let next = char_at(text, end);
    let between_words = before.is_some_and(|c| is_letter(c) || is_space(c) || c == ')' || c == '.')
        && !at_line_start(text, at)
        && next.is_some();
    let said = |words: &str| Some(Found::words(at, end, words, "symbol", "name"));
    let gone = || Some(Found::speech(at, end, Speech::default(), "symbol", "decoration"));
    let pause = || Some(Found::speech(at, end, Speech(vec![SpeechToken::Pause(Pause::Clause)]), "symbol", "pause"));
    match sign {
        '*' | '†' if let Some(found) = crate::date::read_life(text, at, sign) => Some(found),
        '&' => said("und"),
        '+' if joins_weekdays(text, at, end) => said("und"),
        '+' if text[end..].starts_with("/-") || text[end..].starts_with("/–") => {
            let stop = end + 1 + char_at(text, end + 1).map_or(0, char::len_utf8);
            Some(Found::words(at, stop, "plus minus", "symbol", "name"))
        }
        '+' if joins_words(text, at, end) => said("und"),
        '+' if between_words && next.is_some_and(is_space) => said("plus"),
        '+' if before.is_some_and(|c| c.is_ascii_digit()) && digit_at(text, end) => said("plus"),
        '+' if next.is_some_and(is_letter) || before.is_some_and(is_letter) => said("plus"),
        '%' => said("Prozent"),
        '‰' => said("Promille"),
        '€' => said("Euro"),
        '$' => said("Dollar"),
        '£' => said("Pfund"),
        '=' => said("gleich"),
        '≈' | '~' if next.is_some_and(|c| c.is_ascii_digit() || is_space(c)) => said("circa"),
        '≥' => said("mindestens"),
        '≤' => said("höchstens"),
        '<' if counts_after(text, end) => said("weniger als"),
        '>' if counts_after(text, end) && !at_line_start(text, at) => said("über"),
        '<' if between_words || digit_at(text, past_spaces(text, end)) => said("kleiner als"),
        '>' if (between_words || digit_at(text, past_spaces(text, end))) && !at_line_start(text, at) => {
            said("größer als")
        }
        '×' | '⋅' => said("mal"),
        '÷' => said("geteilt durch"),
        '±' => said("plus minus"),
        '√' => said("Wurzel"),
        '∞' => said("unendlich"),
        'Ø' | '∅' | '⌀' => said("Durchschnitt"),
        '°' => said("Grad"),
        '@' if next.is_some_and(is_letter) => Some(handle(text, at)),
        '@' => said("at"),
        '\'' if digit_at(text, end) && !before.is_some_and(crate::text::is_letter) => gone(),
        '#' if next.is_some_and(|c| c.is_ascii_digit()) => said("Nummer"),
        '#' if next.is_some_and(is_letter) => said("Hashtag"),
        '©' => said("Copyright"),
        '†' => said("gestorben"),
        '*' if !at_line_start(text, at) && digit_at(text, past_spaces(text, end)) => said("geboren"),
        '*' if crate::date::day_at(text, past_spaces(text, end)).is_some_and(|day| day.year.is_some()) => {
            said("geboren")
        }
        '²' if before.is_some_and(|c| is_letter(c) || c.is_ascii_digit()) => said("hoch zwei"),
        '³' if before.is_some_and(|c| is_letter(c) || c.is_ascii_digit()) => said("hoch drei"),
        '→' | '➔' | '➜' | '⇒' | '➝' if between_words && next.is_some_and(is_space) => {
            if leads_to_a_place(text, at, end) { said("nach") } else { pause() }
        }
        '↔' | '⇄' if between_words => said("und"),
        '/' if before == Some('.') && crate::date::starts_in_list(text, end) => said("und"),
        '/' if both_letters(before, next) || before == Some(' ') && next == Some(' ') => slash(text, at, end),
        '/' if before.is_some_and(|c| c.is_ascii_digit()) && digit_at(text, end) => said("Schrägstrich"),
        // The gender pause as we write it, read back.
        '|' if before.is_some_and(is_letter) && next.is_some_and(is_letter) => {
            Some(Found::speech(at, end, Speech(vec![SpeechToken::Pause(Pause::Gender)]), "symbol", "gender pause"))
        }
        '|' | '¦' | '•' | '·' | '∙' | '‣' | '►' | '▶' | '▪' | '■' | '●' | '○' | '◦' | '◆' | '★' | '☆' | '✓' | '✔'
        | '➤' | '❖'
            if between_words =>
        {
            pause()
        }
        '\u{2160}'..='\u{2188}' => roman_sign(sign).and_then(said_owned(at, end)),
        _ if crate::number::foreign_digit(sign).is_some() => foreign_digits(text, at),
        '-' | '–' | '—' | '(' | ')' | '"' | ':' | '\'' | '[' | ']' | '{' | '}' | '‑' | '−' | '\u{2010}' => None,
        _ if sign.is_whitespace() || is_letter(sign) => None,
        '#' | '*' | '_' | '~' | '^' | '`' | '´' | '\\' | '<' | '>' | '|' | '/' | '+' | '•' | '·' => gone(),
        _ if sign.is_ascii() => gone(),
        _ => decoration(text, at),
    }
}

/// Whether an arrow stands between two places, "Hafen → Hörde", and not before a step of a way, "Aufzug → 2. Etage". Several arrows are
/// a way too: "Rathaus → Bürgerservice → Ausweis beantragen"; two "nach" in a row are no German.
fn leads_to_a_place(text: &str, at: usize, end: usize) -> bool {
    /// Bytes on either side that tell; a line of bounded length, so that no text is read twice.
    const LOOK: usize = 160;
    const ARROWS: [char; 5] = ['→', '➔', '➜', '⇒', '➝'];
    let before = text[text.floor_char_boundary(at.saturating_sub(LOOK))..at].rsplit('\n').next().unwrap_or("");
    let after = text[end..text.ceil_char_boundary(end + LOOK)].split('\n').next().unwrap_or("");
    let single = !before.contains(ARROWS) && !after.contains(ARROWS);
    single && char_at(text, past_spaces(text, end)).is_some_and(char::is_uppercase)
}

/// "Bus + Bahn": between words with spaces around it the sign is "und"; between figures and inside names it is "plus".
fn joins_words(text: &str, at: usize, end: usize) -> bool {
    let (before, _) = crate::text::word_before(text, at);
    let spaced = char_before(text, at).is_some_and(is_space) && past_spaces(text, end) > end;
    spaced && before.len() > 1 && crate::text::next_word(text, end).len() > 1
}

/// "< 5 Personen", "> 60 Jahre": a number that counts or measures something is many or few, not large or small.
fn counts_after(text: &str, end: usize) -> bool {
    crate::numeral::numeral(text, past_spaces(text, end)).is_some_and(|number| {
        let noun = crate::text::next_word(text, number.end);
        crate::text::is_capital(noun) || crate::measure::is_unit_word(text, number.end)
    })
}

/// "Sa + So": the sign joins two days.
fn joins_weekdays(text: &str, at: usize, end: usize) -> bool {
    let day = |word: &str| crate::calendar::weekday(word).or_else(|| crate::calendar::short_weekday(word)).is_some();
    let bare = crate::text::trimmed(text, at, |c| is_space(c) || c == '.');
    day(crate::text::word_before(bare, bare.len()).0) && day(crate::text::word_at(text, past_spaces(text, end)))
}

/// "@freibad_stockheide": the name of an account, its signs by name.
fn handle(text: &str, at: usize) -> Found {
    let part = |c: char| is_letter(c) || c.is_ascii_digit() || matches!(c, '@' | '_' | '.');
    let name = text[at..].split(|c| !part(c)).next().unwrap_or("").trim_end_matches('.');
    Found::speech(at, at + name.len(), crate::electronic::speak(name), "electronic", "account")
}

fn both_letters(before: Option<char>, next: Option<char>) -> bool {
    let part = |c: char| is_letter(c) || matches!(c, ')' | '(' | '.' | '“' | '„');
    before.is_some_and(part) && next.is_some_and(part)
}

/// "und/oder" is said "und oder"; any other slash between words is a short pause.
fn slash(text: &str, at: usize, end: usize) -> Option<Found> {
    let joins = |word: &str| matches!(word, "und" | "oder" | "bzw");
    if joins(crate::text::word_before(text, at).0) && joins(crate::text::word_at(text, end)) {
        return Some(Found::words(at, end, " ", "symbol", "slash"));
    }
    Some(Found::speech(at, end, Speech(vec![SpeechToken::Pause(Pause::Clause)]), "symbol", "slash"))
}

fn said_owned(at: usize, end: usize) -> impl Fn(String) -> Option<Found> {
    move |words| Some(Found::words(at, end, words, "symbol", "name"))
}

/// Ⅳ as a character of its own.
fn roman_sign(sign: char) -> Option<String> {
    let index = sign as u32;
    let n = match index {
        0x2160..=0x216b => index - 0x2160 + 1,
        0x2170..=0x217b => index - 0x2170 + 1,
        0x216c | 0x217c => 50,
        0x216d | 0x217d => 100,
        0x216e | 0x217e => 500,
        0x216f | 0x217f => 1000,
        _ => return None,
    };
    Some(crate::cardinal::cardinal(u64::from(n)))
}

/// Digits of another script or of full width, digit by digit.
fn foreign_digits(text: &str, at: usize) -> Option<Found> {
    let mut end = at;
    let mut words = Vec::new();
    for c in text[at..].chars().take(40) {
        let Some(digit) = crate::number::foreign_digit(c) else { break };
        words.push(crate::cardinal::digit(b'0' + digit));
        end += c.len_utf8();
    }
    Some(Found::words(at, end, words.join(" "), "symbol", "foreign digits").kind(TokenKind::Unreadable))
}

/// Emoji and other pictures: not said. A number sign we do not know is named to the checker.
fn decoration(text: &str, at: usize) -> Option<Found> {
    let mut end = at;
    for c in text[at..].chars().take(24) {
        if is_letter(c)
            || c.is_ascii()
            || c.is_whitespace()
            || crate::plain::is_punctuation(c) && c != '\u{200d}'
            || matches!(c, '–' | '—' | '€' | '½' | '¼' | '¾' | '§' | '−')
        {
            break;
        }
        end += c.len_utf8();
    }
    let end = end.max(at + char_at(text, at).map_or(1, char::len_utf8));
    let numeric = text[at..end].chars().any(char::is_numeric);
    let found = Found::speech(at, end, Speech::default(), "symbol", "decoration");
    Some(if numeric { found.kind(TokenKind::Unreadable) } else { found })
}
