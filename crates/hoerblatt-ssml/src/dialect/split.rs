//! How does a script fit an engine's limits? In parts, split where a listener expects a pause.

use super::{Features, Limit, announcement, xml};
use crate::{Piece, Script, prosody};
use hoerblatt_core::{Pace, Speech, SpeechToken};

/// The bodies of the parts, each with its announcement where there is more than one.
pub(super) fn split(script: &Script, features: &Features, envelope: &xml::Envelope, pace: Pace) -> Vec<String> {
    let scale = Scale { features, pace };
    let unlimited = matches!(features.limit, Limit::None);
    if unlimited || scale.fits(&scale.whole(envelope, &script.pieces)) {
        return vec![xml::body(&script.pieces, features)];
    }
    // The announcement is as long as its longest number; a script of a thousand parts would be another problem.
    let mut start = scale.of_text(&envelope.empty());
    start.add(&scale.of_piece(&announcement(script, 999, 999)));
    let mut parts = Vec::new();
    let mut current = Vec::new();
    let mut filled = start;
    for piece in script.pieces.iter().flat_map(|piece| scale.divided(piece, &start)) {
        let cost = scale.of_piece(&piece);
        filled.add(&cost);
        if !current.is_empty() && !scale.fits(&filled) {
            parts.push(std::mem::take(&mut current));
            filled = start;
            filled.add(&cost);
        }
        current.push(piece);
    }
    parts.push(current);
    let of = parts.len();
    let body = |(at, pieces): (usize, &Vec<Piece>)| {
        let announced = announcement(script, at + 1, of);
        xml::body(std::iter::once(&announced).chain(pieces), features)
    };
    parts.iter().enumerate().map(body).collect()
}

/// What a stretch of a document costs in every currency an engine may count in.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    bytes: usize,
    characters: usize,
    billed: usize,
    seconds: f64,
}

impl Cost {
    fn add(&mut self, other: &Self) {
        self.bytes += other.bytes;
        self.characters += other.characters;
        self.billed += other.billed;
        self.seconds += other.seconds;
    }
}

/// Measures against one engine's limit.
struct Scale<'f> {
    features: &'f Features,
    pace: Pace,
}

impl Scale<'_> {
    fn fits(&self, cost: &Cost) -> bool {
        match self.features.limit {
            Limit::None => true,
            Limit::Bytes(most) => cost.bytes <= most,
            Limit::Characters { whole, billed } => cost.characters <= whole && cost.billed <= billed,
            Limit::Seconds(most) => cost.seconds <= most,
        }
    }

    fn of_text(&self, xml: &str) -> Cost {
        let mut inside_tag = false;
        let billed = xml.chars().filter(|&c| {
            let counts = !inside_tag && c != '<';
            inside_tag = (inside_tag || c == '<') && c != '>';
            counts
        });
        Cost { bytes: xml.len(), characters: xml.chars().count(), billed: billed.count(), seconds: 0.0 }
    }

    fn of_piece(&self, piece: &Piece) -> Cost {
        let spoken: f64 = piece.sentences.iter().map(|sentence| prosody::seconds(sentence, self.pace)).sum();
        let pause = piece.pause_before().unwrap_or_else(|| piece.pause_after());
        let silence = f64::from(prosody::milliseconds(pause)) / 1000.0;
        // The piece twice less once: what it adds to a body, its silence included.
        let (one, two) = (xml::body([piece], self.features), xml::body([piece, piece], self.features));
        Cost { seconds: spoken + silence, ..self.of_text(&two[one.len()..]) }
    }

    fn whole(&self, envelope: &xml::Envelope, pieces: &[Piece]) -> Cost {
        let mut cost = self.of_text(&envelope.empty());
        pieces.iter().for_each(|piece| cost.add(&self.of_piece(piece)));
        cost
    }

    /// The piece itself where it fits into an empty part, else its sentences, else the words of a sentence.
    fn divided(&self, piece: &Piece, start: &Cost) -> Vec<Piece> {
        let fits = |piece: &Piece| {
            let mut cost = *start;
            cost.add(&self.of_piece(piece));
            self.fits(&cost)
        };
        if fits(piece) {
            return vec![piece.clone()];
        }
        let alone = |sentence: &Speech| Piece { sentences: vec![sentence.clone()], ..piece.clone() };
        let mut all = Vec::new();
        for sentence in &piece.sentences {
            let mut rest = vec![alone(sentence)];
            while let Some(next) = rest.pop() {
                match halves(&next.sentences[0]) {
                    Some((first, second)) if !fits(&next) => rest.extend([alone(&second), alone(&first)]),
                    _ => all.push(next),
                }
            }
        }
        all
    }
}

/// A speech in two halves, between two tokens or else between two words; `None` for a single letter.
fn halves(speech: &Speech) -> Option<(Speech, Speech)> {
    if speech.0.len() > 1 {
        let (first, second) = speech.0.split_at(speech.0.len() / 2);
        return Some((Speech(first.to_vec()), Speech(second.to_vec())));
    }
    match speech.0.first()? {
        SpeechToken::Words(words) => {
            let middle = words.len() / 2;
            let spaces = words.match_indices(' ').map(|(at, _)| at);
            let nearest = |places: &mut dyn Iterator<Item = usize>| places.min_by_key(|at| at.abs_diff(middle));
            // A single word longer than a whole request is no word; it is cut rather than refused.
            let at = nearest(&mut spaces.filter(|&at| at > 0))
                .or_else(|| nearest(&mut words.char_indices().map(|(at, _)| at).filter(|&at| at > 0)))?;
            Some((Speech::words(&words[..at]), Speech::words(words[at..].trim_start())))
        }
        SpeechToken::Strong(inner) => {
            let (first, second) = halves(&Speech(inner.clone()))?;
            Some((Speech(vec![SpeechToken::Strong(first.0)]), Speech(vec![SpeechToken::Strong(second.0)])))
        }
        SpeechToken::Foreign(language, inner) => {
            let (first, second) = halves(&Speech(inner.clone()))?;
            let wrap = |half: Speech| Speech(vec![SpeechToken::Foreign(language.clone(), half.0)]);
            Some((wrap(first), wrap(second)))
        }
        _ => None,
    }
}
