//! Events told in sentences: "Am Mittwoch, 11. Mai, lädt das Seniorenbüro um 15 Uhr zu „99 und 1 Luftballon“ in das Haus am Park ein."
//!
//! A sentence is an event only if it announces (the language's words tell), names a title in quotation marks or between its verb
//! and its end, and its day is not past. Everything else stays body text.

use super::{
    Finder, Programme,
    clause::{clauses, day_by_day},
    clean_title,
    judge::Judge,
    kinds::Kind,
    mark::Mark,
    parts::EntryLine,
    passage::Passage,
    segment::Context,
    table::without_notice,
    venue::{behind_article, district_inside, labelled_venue, venue, venue_inside},
    when::{self, Timing},
    words::Words,
};
use crate::{event::ImportedEvent, limits::LONGEST_ENTRY, scan::Scan};
use hoerblatt_core::{Language, Notice, Span, Value};
use std::ops::Range;

/// A longer quotation is what somebody says.
const LONGEST_TITLE: usize = 14;

/// The name of a venue that announces its own events has no more words.
const LONGEST_HOST: usize = 5;

/// A sentence may tell again what one of this many events before it told; more would cost time that grows with the square of the text.
const RETOLD_WITHIN: usize = 100;

impl Finder<'_> {
    /// Looks at every sentence of running text that has a digit.
    pub(super) fn prose(&self, marks: &[Mark], programme: &mut Programme) {
        let mut untitled: Option<(EntryLine<'_>, Span, &str, Option<String>)> = None;
        for (at, line) in self.lines.iter().enumerate() {
            let open = self.free[at] && !programme.used[at] && marks[at].date;
            let prose = open && (marks[at].prose || line.is_prose());
            if !prose || line.text.len() > 40 * LONGEST_ENTRY {
                continue;
            }
            // Every sentence that tells of an event announces it or quotes its name; the others need not be parted.
            if !marks[at].kinds.is(Kind::Announcing) && !quotes(&line.text) {
                continue;
            }
            let sentences = sentences(&line.text, self.language);
            let passages = self.passages(&line.text, &sentences);
            let starts: Vec<usize> = passages.iter().map(|passage| passage.start).collect();
            for (number, Passage { start, text: sentence, dated }) in passages.into_iter().enumerate() {
                // Up to the next event's passage stands what belongs to this one: "Treffpunkt: Kulturinsel."
                let until = starts.get(number + 1).copied().unwrap_or(line.text.len());
                let around = if starts.len() == 1 { line.text.as_str() } else { &line.text[start..until] };
                if !self.may_tell(sentence, dated) {
                    continue;
                }
                let whole = EntryLine::new(sentence, self.language);
                let clauses = clauses(&whole);
                for clause in clauses.iter().cloned() {
                    let around = if clauses.len() == 1 { around } else { &sentence[clause.clone()] };
                    let begin = line.span.start + u32::try_from(start + clause.start).unwrap_or(0);
                    let span =
                        Span { start: begin, end: begin + u32::try_from(clause.len()).unwrap_or(0), ..line.span };
                    let said = if clause.len() == sentence.len() {
                        whole.clone()
                    } else {
                        EntryLine::new(&sentence[clause], self.language)
                    };
                    // "… im Bürgerhaus „Nebel über dem Fluss“": where nothing else names the event, the quotation behind its place does.
                    let quotation = self.quotation(&said);
                    let (quoted, behind_place) = match quotation {
                        Some((title, true)) => (None, Some(title)),
                        other => (other.map(|(title, _)| title), None),
                    };
                    if quoted.is_none() && !self.words.announces(sentence) {
                        continue;
                    }
                    let named = subject(&said, self.words)
                        .filter(|title| !self.is_only_a_kind(title))
                        .or_else(|| subject_behind(&said, self.words))
                        .or_else(|| subject(&said, self.words))
                        .or_else(|| invitation(&said, self.words));
                    // "Premiere ist am …": the name of the kind is quoted in another sentence, or it stands in the headline.
                    let title = quoted
                        .or_else(|| self.heading_of(at))
                        .or_else(|| named.clone().filter(|title| !self.is_only_a_kind(title)))
                        .or(behind_place)
                        .or_else(|| self.quoted_title(&EntryLine::new(&line.text, self.language)));
                    match title {
                        Some(title) => self.sentence(&said, &title, span, around, programme),
                        None => untitled = untitled.or(Some((said, span, around, named))),
                    }
                }
            }
        }
        // A text about a single event may name it nowhere but in its headline.
        let Some((said, span, around, kind)) = untitled.filter(|_| programme.events.is_empty()) else { return };
        let named = |text: &&str| text.pieces().any(|word| self.words.names_event(word));
        let headline = self.headline.filter(|headline| kind.is_some() || named(headline));
        if let Some(title) = headline.map(|headline| self.words.event_in(headline)).or(kind) {
            let title = without_notice(&title, self.language).0;
            let (title, venue) =
                venue_inside(&title, self.words).map_or((title, None), |(title, venue)| (title, Some(venue)));
            self.sentence(&said, &title, span, around, programme);
            if let Some(event) = programme.events.last_mut() {
                event.place = event.place.take().or(venue);
            }
        }
    }

    fn announces_or_quotes(&self, text: &str) -> bool {
        quotes(text) || self.words.announces(text)
    }

    /// Whether a passage announces something or quotes a name, and its sentence with the day tells neither of the past nor of what comes back.
    fn may_tell(&self, passage: &str, dated: &str) -> bool {
        let words = self.words;
        passage.len() <= LONGEST_ENTRY
            && self.announces_or_quotes(passage)
            && (!words.tells_past(dated) || !words.tells_past(&unquoted(dated)) || self.is_called_off(passage))
            && !words.is_look_alike(dated)
            && (!words.recurs(dated) || self.goes_on(dated))
    }

    /// "Vom 8. bis 14. Februar laufen Kinder täglich von 9 bis 12 Uhr kostenlos": what comes back within a stretch of days.
    fn goes_on(&self, sentence: &str) -> bool {
        self.language.spot(sentence).iter().any(|spot| matches!(spot.value, Value::Dates(..)))
    }

    /// "Absagen muss die Bibliothek „Kamishibai“, das für den 14. Mai geplant war": what was planned and is called off is told as past.
    fn is_called_off(&self, sentence: &str) -> bool {
        let called_off = |spot: &hoerblatt_core::language::Spot| {
            matches!(spot.value, Value::Notice(Notice::Cancelled | Notice::Moved))
        };
        self.announces_or_quotes(sentence) && self.language.spot(sentence).iter().any(called_off)
    }

    /// What a sentence quotes, unless it is the name of a place or a club ("Kleingartenverein „Zur Sonnenseite“") or what somebody says.
    fn quoted_title(&self, said: &EntryLine<'_>) -> Option<String> {
        let (title, owned) = self.quotation(said)?;
        (!owned).then_some(title)
    }

    /// What a sentence quotes, and whether it seems to be the name of the place before it.
    pub(super) fn quotation(&self, said: &EntryLine<'_>) -> Option<(String, bool)> {
        let quote = quotations(said.text).next()?;
        let title = &said.text[quote.clone()];
        let dated = said.spots.iter().any(|spot| spot.range.start < quote.end && quote.start < spot.range.end);
        let owner = said.text[..quote.start].trim_end_matches(['„', '»', '"', ' ']).rsplit(' ').next().unwrap_or("");
        // A name with a hyphen is whole: "auf dem Otto-Böhne-Platz „Ölberg singt“".
        let place = self.words.names_place(owner) && !self.words.names_event(owner) && !owner.contains('-');
        (!dated && title.spaced().count() <= LONGEST_TITLE).then(|| (title.to_owned(), place))
    }

    /// "Premiere", "Zum Auftakt": a kind of event with nothing but small words before it.
    fn is_only_a_kind(&self, title: &str) -> bool {
        let (before, kind) = title.rsplit_once(' ').unwrap_or(("", title));
        self.words.is_kind_of_event(kind) && before.split(' ').all(|word| word.chars().count() <= 3)
    }

    /// The heading right above a paragraph, if it names an event.
    fn heading_of(&self, at: usize) -> Option<String> {
        let above = at.checked_sub(1).filter(|&above| self.free[above])?;
        let line = &self.lines[above];
        let heading = line.is_heading() || line.gap && self.lines[at].gap && line.text.spaced().count() <= 6;
        let named = line.text.pieces().any(|word| self.words.names_event(word));
        (heading && named && !line.text.ends_with(['.', ':']) && !self.words.promises_programme(&line.text))
            .then(|| line.text.clone())
    }

    /// "Vom 5. bis 14. Juli ist in der Stadtbücherei die Ausstellung „Flüsse, Kanäle, Kraftwerke“ zu sehen": what goes on for days and is
    /// quoted behind its kind needs no clock time.
    fn shows(&self, said: &EntryLine<'_>, timing: &Timing) -> bool {
        let of_a_kind = |quote: Range<usize>| {
            let before = said.text[..quote.start].trim_end_matches(['„', '»', '"', ' ']);
            before.rsplit([' ', '-']).next().is_some_and(|word| self.words.names_event(word))
        };
        let named = |quote: Range<usize>| self.words.names_any_event(&said.text[quote.clone()]) || of_a_kind(quote);
        let shown = |quote| self.words.has_word(said.text, Kind::TakingPlace) || named(quote);
        matches!(timing.days.as_slice(), [(_, Some(_))]) && quotations(said.text).next().is_some_and(shown)
    }

    /// "ist im Cabaret Queue „Kohle weg“ zu sehen": a name of several words behind a small word with its article.
    fn plain_venue(&self, said: &EntryLine<'_>) -> Option<String> {
        let of_names =
            |name: &String| name.contains(' ') && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
        behind_article(said, self.words).filter(of_names)
    }

    fn sentence(&self, said: &EntryLine<'_>, title: &str, span: Span, around: &str, programme: &mut Programme) {
        let timing = when::timing(std::slice::from_ref(said), self.words);
        let context = Context::default();
        let judge = Judge { words: self.words, anchor: self.anchor, context: &context };
        // Without a clock time a dated sentence is too often about something else: a decision, an exhibition's end, a deadline.
        let certain = !timing.times.is_empty() || self.shows(said, &timing);
        if timing.days.is_empty() || !certain || !judge.dates_are_ahead(&timing) {
            return;
        }
        if programme.events.iter().rev().take(RETOLD_WITHIN).any(|event| alike(&event.title, title)) {
            return;
        }
        let parts = day_by_day(said, self.words, self.language);
        if parts.len() > 1 {
            for (part, place, district) in parts {
                let timing = when::timing(std::slice::from_ref(&part), self.words);
                let mut event = ImportedEvent::new(clean_title(title), span);
                (event.district_named, event.place, event.district) = (district.is_some(), place, district);
                judge.finish(event, &timing, programme);
            }
            return;
        }
        let mut event = ImportedEvent::new(clean_title(title), span);
        event.status = timing.status;
        event.place = venue(said, title, self.words)
            .or_else(|| self.plain_venue(said))
            .or_else(|| labelled_venue(around, self.words, self.language))
            .or_else(|| host(said, self.words));
        let guess = event.place.is_none().then(|| self.guessed_venue(said, title)).flatten();
        event.district = district_inside(said.text, self.words).map(str::to_owned);
        event.district_named = event.district.is_some();
        if judge.finish(event, &timing, programme) {
            let at = programme.events.len() - 1;
            programme.guesses.extend(guess.map(|guess| (at, guess)));
        }
    }

    /// "heißt es im Domicil „Alles auf Anfang“": the name behind a small word with its article, if it stands neither in the title nor for a day.
    fn guessed_venue(&self, said: &EntryLine<'_>, title: &str) -> Option<String> {
        behind_article(said, self.words)
            .filter(|name| !title.contains(name.as_str()) && self.language.spot(name).is_empty())
    }
}

/// A sentence without what it quotes: "Als der Hellweg noch Handelsstraße war" is a title and tells nothing of the past.
fn unquoted(sentence: &str) -> String {
    let mut rest = sentence.to_owned();
    for quote in quotations(sentence).collect::<Vec<_>>().into_iter().rev() {
        rest.replace_range(quote, "");
    }
    rest
}

/// Whether quotation marks stand in a text.
fn quotes(text: &str) -> bool {
    text.contains(['„', '»', '"'])
}

/// What a paragraph above a list announces: "Der Tanztee findet an folgenden Terminen statt:" → "Tanztee".
pub(super) fn announced(text: &str, words: &Words<'_>, language: &dyn Language) -> Option<String> {
    sentences(text, language).into_iter().rev().find_map(|(_, sentence)| {
        let said = EntryLine::new(sentence, language);
        quoted(sentence).or_else(|| subject(&said, words)).or_else(|| invitation(&said, words))
    })
}

/// "lädt … zum Tag des offenen Gartens", "beginnt mit einem Festgottesdienst in der Kirche": the noun behind a small word that names an
/// event, with the genitive that follows it.
fn invitation(said: &EntryLine<'_>, words: &Words<'_>) -> Option<String> {
    let sentence = said.text;
    let (mut before, mut article) = ("", false);
    let mut at = 0;
    for word in sentence.split_inclusive(' ') {
        let start = at;
        at += word.len();
        let bare = word.trim_end_matches([' ', ',', '.', '!', ':']);
        let inside = said.spots.iter().any(|spot| spot.range.contains(&start));
        let small = words.is_article(before) || words.is_preposition(before) || words.leads_to_event(before);
        // "zu einem großen Konzert": an adjective may stand between.
        let led = small || article && before.starts_with(char::is_lowercase);
        article = small;
        if !inside && led && bare.chars().count() >= 4 && words.names_event(bare) {
            let mut title = bare.to_owned();
            let (next, more) = sentence[at..].split_once(' ').unwrap_or_default();
            let follows = bare.len() == word.trim_end().len();
            let outdoors = more.split([' ', ',', '.']).next().filter(|noun| words.leads_no_place(noun));
            if let (true, true, Some(noun)) = (follows, words.is_preposition(next), outdoors) {
                // "zum Picknick im Grünen in den Nordpark"
                title = format!("{title} {next} {noun}");
            } else if follows && words.is_article(next) {
                let more: Vec<&str> = more.split(' ').take_while(|word| !words.is_preposition(word)).take(2).collect();
                let name = more.join(" ");
                title = format!("{title} {next} {}", name.split([',', '.', ';']).next().unwrap_or(""));
            }
            return Some(title.trim().to_owned());
        }
        before = bare;
    }
    None
}

fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one.contains(&other) || other.contains(&one)
}

/// The text in the first quotation marks that hold more than a single small word.
pub(super) fn quoted(sentence: &str) -> Option<String> {
    quotations(sentence).next().map(|quote| sentence[quote].to_owned())
}

/// Where the texts in quotation marks stand, without the marks; those of less than three letters are none.
pub(super) fn quotations(sentence: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let (start, open) = sentence[from..].char_indices().find(|(_, c)| matches!(c, '„' | '»' | '"'))?;
            let inside = from + start + open.len_utf8();
            let ends: &[char] = match open {
                '„' => &['“', '”', '"'],
                '»' => &['«'],
                _ => &['"'],
            };
            let end = inside + sentence[inside..].find(ends)?;
            from = end + sentence[end..].chars().next().map_or(0, char::len_utf8);
            let inner = &sentence[inside..end];
            if inner.trim().chars().count() >= 3 {
                let front = inside + inner.len() - inner.trim_start().len();
                return Some(front..front + inner.trim().len());
            }
        }
    })
}

/// "Das nächste Tanzcafé findet am … statt": the words from the capital before the verb, if they name an event.
fn subject(line: &EntryLine<'_>, words: &Words<'_>) -> Option<String> {
    let sentence = line.text;
    let verb = sentence.match_indices(' ').map(|(at, _)| at + 1).find(|&at| {
        let word = sentence[at..].split(' ').next().unwrap_or("");
        words.kinds(word).is(Kind::Announcing)
    })?;
    let before = sentence[..verb].trim_end();
    let blocked = line.spots.iter().any(|spot| spot.range.start < verb && !matches!(spot.value, Value::Notice(_)));
    if blocked {
        return None;
    }
    let mut rest = before;
    while let Some((first, more)) = rest.split_once(' ') {
        let small = first.to_lowercase();
        // "Das nächste Tanzcafé": the article and the small words up to the noun.
        if !words.is_article(&small) && first.starts_with(char::is_uppercase) {
            break;
        }
        rest = more;
    }
    let named = rest.pieces().any(|word| words.names_event(word));
    let short = rest.spaced().count() <= 6 && rest.starts_with(char::is_uppercase) && !rest.contains(',');
    (named && short).then(|| rest.to_owned())
}

/// "Den Auftakt macht am Freitag, 12. Januar, um 19.11 Uhr die Große Prunksitzung in der Stadthalle": the words behind the time up to a
/// small word, if they name an event.
fn subject_behind(line: &EntryLine<'_>, words: &Words<'_>) -> Option<String> {
    let timed = line.spots.iter().rfind(|spot| matches!(spot.value, Value::Time(_) | Value::Times(..)))?;
    let (article, rest) = line.text[timed.range.end..].trim_start().split_once(' ')?;
    let belongs = |word: &&str| word.starts_with(char::is_uppercase) || words.is_article(word);
    let name: Vec<&str> =
        words.head(rest).trim_end_matches(['.', ' ']).split(' ').take_while(belongs).take(6).collect();
    let whole = name.last().is_some_and(|word| word.starts_with(char::is_uppercase) && !word.ends_with(','));
    // "das Gebet der Religionen": what stands before the genitive names it.
    let named =
        name.iter().take_while(|word| !words.is_article(word)).last().is_some_and(|word| words.names_event(word));
    (words.is_article(article) && whole && named).then(|| name.join(" "))
}

/// "lädt die Stadtbibliothek zu …", "zeigt das sweetSixteen-Kino …": the venue that announces an event itself, right behind its verb.
fn host(said: &EntryLine<'_>, words: &Words<'_>) -> Option<String> {
    let mut rest = said.text;
    while let Some((word, more)) = rest.split_once(' ') {
        rest = more;
        let (article, name) = more.split_once(' ')?;
        if !words.kinds(word).is(Kind::Announcing) || !words.is_article(article) {
            continue;
        }
        let mut end = 0;
        for piece in name.split(' ').take(LONGEST_HOST) {
            end += piece.len() + 1;
            let goes_on =
                piece.ends_with('-') || words.kinds(piece).is(Kind::Joint) || piece.starts_with(char::is_uppercase);
            let (event, place) = words.names(piece);
            // "zeigt das Haus" names no venue.
            let named = end > piece.len() + 1 || !words.is_kind_of_place(piece);
            if place && named && (!event || !words.is_kind_of_event(piece)) {
                return Some(name[..end - 1].trim_end_matches([',', '.']).to_owned());
            }
            if !goes_on {
                break;
            }
        }
    }
    None
}

/// Sentences with their offset; the language tells a full stop from an ordinal or an abbreviation.
pub(super) fn sentences<'t>(text: &'t str, language: &dyn Language) -> Vec<(usize, &'t str)> {
    let sentences = language.sentences(text).into_iter();
    let sentences = sentences.map(|range| (range.start, text[range].trim())).collect();
    whole_quotations(text, sentences)
}

/// "… bei „Digital? Aber sicher!“ genau richtig." is one sentence: what ends inside quotation marks goes on, if they are closed soon.
fn whole_quotations<'t>(text: &'t str, sentences: Vec<(usize, &'t str)>) -> Vec<(usize, &'t str)> {
    let open = |sentence: &str| sentence.matches('„').count() > sentence.matches(['“', '”', '"']).count();
    if !text.contains('„') || !sentences.iter().any(|(_, sentence)| open(sentence)) {
        return sentences;
    }
    let mut whole: Vec<(usize, &str)> = Vec::new();
    for (start, sentence) in sentences {
        match whole.last_mut() {
            Some((begin, last)) if open(last) && start + sentence.len() - *begin <= LONGEST_ENTRY => {
                *last = &text[*begin..start + sentence.len()];
            }
            _ => whole.push((start, sentence)),
        }
    }
    whole
}
