//! Text → spoken words, by themselves: for a look, for a comparison, for the ear.

use hoerblatt_core::{Language, Speech};

/// What is said for a text.
pub fn speech(language: &dyn Language, text: &str) -> Speech {
    Speech(language.read(text).flat_map(|token| token.spoken.0).collect())
}

/// What is said for each line of a text, one line for one line; an empty line stays empty.
///
/// ```
/// # #[cfg(feature = "de")] {
/// let german = hoerblatt::language_named("de").unwrap();
/// assert_eq!(hoerblatt::speak::lines(german.as_ref(), "am 11. Mai\n\n3 Uhr"), "am elften Mai\n\ndrei Uhr\n");
/// # }
/// ```
pub fn lines(language: &dyn Language, text: &str) -> String {
    let normal = normal(text);
    normal.lines().map(|line| format!("{}\n", speech(language, line).to_line())).collect()
}

/// Why a text is said as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// As it is written.
    pub written: String,
    /// As it is said.
    pub spoken: String,
    /// The class that recognised it.
    pub class: &'static str,
    /// The rule within the class.
    pub rule: &'static str,
    /// The grammar, in words.
    pub grammar: String,
}

/// The pieces of a text that are not said as they are written, each with its reason.
pub fn reasons(language: &dyn Language, text: &str) -> Vec<Reason> {
    let normal = normal(text);
    let tokens = language.read(&normal);
    let reason = |token: hoerblatt_core::language::Token<'_>| {
        let why = token.why?;
        Some(Reason {
            written: token.written.trim().replace(['\u{a0}', '\u{202f}'], " "),
            spoken: Speech(token.spoken.0).to_line(),
            class: why.class,
            rule: why.rule,
            grammar: language.describe(why.grammar),
        })
    };
    tokens.filter_map(reason).collect()
}

/// Text as a language takes it: composed characters, no control characters but line ends.
fn normal(text: &str) -> String {
    let ends = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = ends.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let mut lines: Vec<String> = kept.split('\n').map(|line| hoerblatt_core::model::Prose::new(line).text).collect();
    if lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n")
}

/// The text spoken by the embedded voice: a WAV file, 16 kHz, 16 bit, mono.
#[cfg(feature = "voice")]
pub fn wav(speech: &Speech) -> Result<Vec<u8>, hoerblatt_core::Diagnostic> {
    use hoerblatt_voice::{Chain, Format, Speaker, rules};
    let failed = |error| rules::from_error(&error, Vec::new());
    let mut voice = Speaker::Pico.start().map_err(failed)?;
    let sound =
        Chain::new(Format::Wav16).render(voice.as_mut(), speech, hoerblatt_core::Pace::Normal).map_err(failed)?;
    Ok(sound.bytes)
}
