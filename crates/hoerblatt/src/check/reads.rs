//! What reads badly: long sentences, capitals, short forms, weekdays that do not fit, links without purpose.

use super::prose::{Piece, locate, pieces, runs, sentences};
use crate::{project::Project, rules};
use chrono::{Datelike, NaiveDate};
use hoerblatt_core::{
    Date, Diagnostic, Language, Run, Sources, SpeechToken, Styling, Value,
    language::{Token, TokenKind},
    model::{Event, PhoneNumber, Publication},
};
use std::collections::BTreeSet;

/// Most words in a sentence: longer ones are not taken in at one go (Bundesverwaltungsamt, Bürgernahe Verwaltungssprache: 20 words).
const MOST_WORDS: usize = 20;
/// Fewest digits of a number with its area code that a telephone can dial.
const FEWEST_DIGITS: usize = 7;
/// Words that are letters to everybody; they need no explanation.
const KNOWN_INITIALS: [&str; 12] = ["EU", "USA", "WC", "TV", "CD", "DVD", "PDF", "SMS", "PLZ", "ICE", "UKW", "OK"];

pub(super) fn check(
    project: &Project,
    publication: &Publication,
    language: &dyn Language,
    today: Option<NaiveDate>,
    findings: &mut Vec<Diagnostic>,
) {
    let mut reader =
        Reader { sources: &project.sources, publication, language, explained: explained(publication), findings };
    for piece in pieces(publication) {
        reader.piece(piece);
    }
    links(publication, findings);
    phones(publication, findings);
    events(publication, today, findings);
}

/// Whether the language reads a word in capitals as something else than its letters or itself: a value, or "elf" for "XI".
fn is_no_short_form(token: &Token<'_>, word: &str) -> bool {
    let letters = token.spoken.0.iter().any(|piece| matches!(piece, SpeechToken::Spell(_)));
    let itself = || token.spoken.to_line().to_lowercase().contains(&word.to_lowercase());
    matches!(token.kind, TokenKind::Value(_)) || !(letters || itself())
}

struct Reader<'r> {
    sources: &'r Sources,
    publication: &'r Publication,
    language: &'r dyn Language,
    explained: BTreeSet<String>,
    findings: &'r mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn piece(&mut self, piece: Piece<'_>) {
        for run in runs(piece.prose) {
            if !piece.heading {
                self.heading_in_text(piece, &run);
            }
            for (text, sentence) in sentences(self.language, &run) {
                if !piece.heading {
                    self.length(piece, text);
                }
                self.words(piece, text, &sentence);
                self.values(piece, &sentence);
            }
            self.link_texts(piece, &run);
        }
    }

    fn length(&mut self, piece: Piece<'_>, text: &str) {
        let words = count_words(text);
        if words > MOST_WORDS {
            let at = locate(self.sources, piece.prose, text);
            self.findings.push(rules::sentence_too_long(at, words, MOST_WORDS, text));
        }
    }

    /// A line that only looks like a heading is none for a screen reader: it cannot be jumped to.
    fn heading_in_text(&mut self, piece: Piece<'_>, run: &Run) {
        let all_strong =
            run.stylings.iter().any(|(range, styling)| *styling == Styling::Strong && *range == (0..run.text.len()));
        if run.text.starts_with('#') || (all_strong && !run.text.ends_with(['.', '!', '?', ':'])) {
            let at = locate(self.sources, piece.prose, &run.text);
            self.findings.push(rules::heading_in_text(at.or(piece.prose.span), run.text.as_str()));
        }
    }

    fn words(&mut self, piece: Piece<'_>, text: &str, sentence: &[Token<'_>]) {
        let is_read =
            |word: &str| sentence.iter().any(|token| token.written.contains(word) && is_no_short_form(token, word));
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| is_upper(word) && !is_read(word)) {
            let letters = word.chars().count();
            if letters >= 6 {
                self.findings.push(rules::capitals(locate(self.sources, piece.prose, word), word));
            } else if letters >= 2 && !KNOWN_INITIALS.contains(&word) && self.explained.insert(word.to_owned()) {
                self.findings.push(rules::abbreviation_unexplained(locate(self.sources, piece.prose, word), word));
            }
        }
    }

    fn values(&mut self, piece: Piece<'_>, sentence: &[Token<'_>]) {
        for token in sentence {
            match &token.kind {
                TokenKind::Value(Value::Date(date)) => self.weekday(piece, token, date),
                TokenKind::Value(Value::Dates(from, to)) => {
                    self.weekday(piece, token, from);
                    self.weekday(piece, token, to);
                }
                TokenKind::Value(Value::Phone(phone)) => {
                    let at = locate(self.sources, piece.prose, token.written.trim());
                    self.findings.extend(too_short(phone, at));
                }
                _ => {}
            }
        }
    }

    /// A date without a year is meant for the year of the article or the next one.
    fn weekday(&mut self, piece: Piece<'_>, token: &Token<'_>, date: &Date) {
        let Some(said) = date.weekday else { return };
        let published = self.publication.article.published.year();
        let years = date.year.map_or(vec![published, published + 1], |year| vec![year]);
        let days: Vec<NaiveDate> =
            years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, date.month, date.day)).collect();
        if let Some(&day) = days.first()
            && days.iter().all(|day| day.weekday() != said)
        {
            let text = token.written.trim();
            let weekday = self.language.write(&Value::Weekday(day.weekday()), hoerblatt_core::Style::Running);
            let at = locate(self.sources, piece.prose, text);
            self.findings.push(rules::weekday_contradicts_date(at, text, weekday, day));
        }
    }

    fn link_texts(&mut self, piece: Piece<'_>, run: &Run) {
        for (range, styling) in &run.stylings {
            let text = run.text.get(range.clone()).unwrap_or("");
            if matches!(styling, Styling::Link(_)) && says_nothing(text) {
                self.findings.push(rules::link_says_nothing(locate(self.sources, piece.prose, text), text));
            }
        }
    }
}

/// Words as a reader counts them.
pub(super) fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn is_upper(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(|c| c.is_uppercase())
}

/// Short forms that the lexicon spells out, or the text itself does: "Volkshochschule (VHS)", "VHS (Volkshochschule)".
fn explained(publication: &Publication) -> BTreeSet<String> {
    let lexicon =
        publication.lexicon.entries.iter().filter(|entry| entry.expansion.is_some()).map(|entry| entry.written.clone());
    let mut explained: BTreeSet<String> = lexicon.collect();
    for piece in pieces(publication) {
        let text = &piece.prose.text;
        for (open, _) in text.match_indices('(') {
            let inside = text[open + 1..].split(')').next().unwrap_or("").trim();
            let before = text[..open].split_whitespace().next_back().unwrap_or("");
            explained.extend([inside, before].into_iter().filter(|word| is_upper(word)).map(str::to_owned));
        }
    }
    explained
}

/// A link is read out of its context, in a list of links: its words must say where it leads (WCAG 2.2, 2.4.9).
fn says_nothing(text: &str) -> bool {
    const EMPTY: [&str; 16] = [
        "hier",
        "mehr",
        "weiter",
        "link",
        "klick",
        "klicken sie hier",
        "mehr dazu",
        "mehr infos",
        "mehr informationen",
        "weitere informationen",
        "weiterlesen",
        "website",
        "internetseite",
        "here",
        "more",
        "click here",
    ];
    let bare = text.trim().trim_end_matches(['.', '!', '…', '>', '»', ':']).trim().to_lowercase();
    EMPTY.contains(&bare.as_str()) || bare.starts_with("http") || bare.starts_with("www.")
}

fn links(publication: &Publication, findings: &mut Vec<Diagnostic>) {
    for link in publication.article.links.iter().filter(|link| says_nothing(&link.text.text)) {
        findings.push(rules::link_says_nothing(link.text.span.or(link.span), link.text.text.as_str()));
    }
}

fn phones(publication: &Publication, findings: &mut Vec<Diagnostic>) {
    let settings = &publication.settings.phone;
    let mut all: Vec<(&PhoneNumber, Option<hoerblatt_core::Span>)> = Vec::new();
    all.extend(settings.number.iter().chain(&settings.operator).map(|phone| (phone, None)));
    all.extend(
        publication
            .offices
            .iter()
            .filter_map(|office| Some((office.contact.phone.as_ref()?, office.name.span.or(office.span)))),
    );
    for event in &publication.programme.events {
        let phone = event.registration.as_ref().and_then(|registration| registration.contact.phone.as_ref());
        all.extend(phone.map(|phone| (phone, event.title.span.or(event.span))));
    }
    all.extend(
        publication.imprint.iter().filter_map(|imprint| Some((imprint.contact.phone.as_ref()?, imprint.text.span))),
    );
    findings.extend(all.into_iter().filter_map(|(phone, at)| too_short(phone, at)));
}

fn too_short(phone: &PhoneNumber, at: Option<hoerblatt_core::Span>) -> Option<Diagnostic> {
    let digits = phone.digits();
    let service = matches!(digits.as_str(), "110" | "112" | "115" | "19222" | "19240")
        || digits.starts_with("116")
        || digits.starts_with("118");
    (!service && digits.len() < FEWEST_DIGITS)
        .then(|| rules::phone_too_short(at, phone.groups().join(" "), digits.len()))
}

fn events(publication: &Publication, today: Option<NaiveDate>, findings: &mut Vec<Diagnostic>) {
    let published = publication.article.published;
    let mut seen = BTreeSet::new();
    for event in &publication.programme.events {
        let (at, title) = (event.title.span.or(event.span), event.title.text.as_str());
        let last = event.last_day();
        match today {
            Some(today) if last < today => findings.push(rules::event_over(at, title, last, today)),
            None if last < published => findings.push(rules::event_before_article(at, title, last, published)),
            _ => {}
        }
        for when in &event.when {
            if !seen.insert(key(event, when.date, when.from)) {
                findings.push(rules::event_twice(at, title, when.date));
            }
        }
    }
}

fn key(
    event: &Event,
    date: NaiveDate,
    from: Option<chrono::NaiveTime>,
) -> (String, NaiveDate, Option<chrono::NaiveTime>, String) {
    let districts: Vec<&str> = event.districts.iter().map(|id| id.as_str()).collect();
    (event.title.text.to_lowercase(), date, from, districts.join(" "))
}
