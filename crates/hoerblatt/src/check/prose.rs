//! Every piece of running text of a publication, sentence by sentence, with the place in the files where it stands.

use hoerblatt_core::{
    Language, Markup, Run, Sources, Span, Styling,
    language::Token,
    markup,
    model::{Prose, Publication},
};

/// A piece of running text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'p> {
    /// The text.
    pub prose: &'p Prose,
    /// Whether it is a heading or title: no sentences, no paragraphs.
    pub heading: bool,
}

/// All prose that readers see, in the order of the sheet.
pub(crate) fn pieces(publication: &Publication) -> Vec<Piece<'_>> {
    let article = &publication.article;
    let text = |prose| Piece { prose, heading: false };
    let heading = |prose| Piece { prose, heading: true };
    let mut all = vec![heading(&publication.title)];
    all.extend(article.kicker.iter().chain([&article.headline]).map(heading));
    all.push(text(&article.lead));
    for section in &article.body {
        all.extend(section.heading.iter().map(heading));
        all.push(text(&section.text));
    }
    all.extend(article.notices.iter().map(text));
    all.extend(article.links.iter().map(|link| text(&link.text)));
    all.extend(publication.programme.title.iter().map(heading));
    all.extend(publication.programme.intro.iter().map(text));
    for event in &publication.programme.events {
        all.push(heading(&event.title));
        all.extend(event.description.iter().map(text));
        all.extend(event.admission.iter().filter_map(|admission| admission.note.as_ref()).map(text));
        all.extend(event.registration.iter().filter_map(|registration| registration.note.as_ref()).map(text));
        all.extend(event.place.iter().filter_map(|place| place.directions.as_ref()).map(text));
    }
    all.extend(publication.imprint.iter().map(|imprint| text(&imprint.text)));
    all
}

/// The runs of a piece of prose: one per paragraph, list item or quotation.
pub(crate) fn runs(prose: &Prose) -> Vec<Run> {
    let flat = |part| match part {
        Markup::Paragraph(run) | Markup::Quote(run) => vec![run],
        Markup::List(items) => items,
    };
    markup(&prose.text).into_iter().flat_map(flat).collect()
}

/// A sentence: its text and its tokens.
pub(crate) type Sentence<'t> = (&'t str, Vec<Token<'t>>);

/// The sentences of a run in the publication's own language; what is marked as foreign has other words and other rules.
pub(crate) fn sentences<'t>(language: &'t dyn Language, run: &'t Run) -> Vec<Sentence<'t>> {
    let foreign: Vec<_> = run.stylings.iter().filter(|(_, styling)| matches!(styling, Styling::Foreign(_))).collect();
    let mut sentences = Vec::new();
    let mut open: Vec<Token<'t>> = Vec::new();
    let mut tokens = language.read(&run.text).peekable();
    while let Some(token) = tokens.next() {
        let ends = token.ends_sentence || tokens.peek().is_none();
        open.push(token);
        if ends {
            let tokens = std::mem::take(&mut open);
            let range =
                tokens.first().map_or(0, |token| token.range.start)..tokens.last().map_or(0, |token| token.range.end);
            let text = run.text.get(range.clone()).unwrap_or("");
            let start = range.start + text.len() - text.trim_start().len();
            if !foreign.iter().any(|(inside, _)| inside.contains(&start)) {
                sentences.push((text.trim(), tokens));
            }
        }
    }
    sentences
}

/// Where a phrase of `prose` stands in the files; the whole prose where it cannot be found (escapes, markup inside).
pub(crate) fn locate(sources: &Sources, prose: &Prose, phrase: &str) -> Option<Span> {
    let span = prose.span?;
    let source = sources.text(span);
    // A sentence is shown where it begins: its first words find it, however its lines are broken.
    let wanted: Vec<&str> = phrase.split_whitespace().take(6).collect();
    let first = wanted.first()?;
    let starts = source.match_indices(first).map(|(at, _)| at);
    let found = starts.filter_map(|at| ends_at(&source[at..], &wanted).map(|length| at..at + length)).next();
    Some(
        found.map_or(span, |range| {
            Span::new(span.file, span.start as usize + range.start..span.start as usize + range.end)
        }),
    )
}

/// How far `words` reach at the beginning of `source`, whatever white space stands between them.
fn ends_at(source: &str, words: &[&str]) -> Option<usize> {
    let mut at = 0;
    for word in words {
        let rest = &source[at..];
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        trimmed.starts_with(word).then_some(())?;
        at += word.len();
    }
    Some(at)
}
