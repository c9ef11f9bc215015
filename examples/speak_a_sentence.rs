//! Says a German sentence: prints its words and, if a file is named, speaks them into a WAV file.
//!
//! `cargo run -p hoerblatt-examples --bin speak_a_sentence -- "Am 11. Mai um 15 Uhr" [FILE.wav]`

use hoerblatt::{Tongue, language_named, messages, speak};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [sentence, target @ ..] = &arguments[..] else {
        eprintln!("speak_a_sentence SENTENCE [FILE.wav]");
        return ExitCode::from(2);
    };
    match say(sentence, target.first().map(String::as_str)) {
        Ok(words) => println!("{words}"),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The words that are said.
fn say(sentence: &str, target: Option<&str>) -> Result<String, String> {
    let in_words = |finding| messages::sentence(&finding, Tongue::German).message;
    let german = language_named("de").map_err(in_words)?;
    let speech = speak::speech(german.as_ref(), sentence);
    if let Some(target) = target {
        let sound = speak::wav(&speech).map_err(in_words)?;
        #[expect(clippy::disallowed_methods, reason = "a program may write a file")]
        std::fs::write(target, sound).map_err(|error| format!("{target}: {error}"))?;
    }
    Ok(speech.to_line())
}
