//! Every program runs and makes what its first lines promise.
#![expect(clippy::disallowed_methods, reason = "a test starts programs and reads what they made")]

use std::{fs, process::Command};

#[test]
fn flyer_from_code_makes_a_pdf() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let target = folder.path().join("mai.pdf");
    let run = Command::new(env!("CARGO_BIN_EXE_flyer_from_code")).arg(&target).output().expect("the program starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert!(fs::read(target).expect("the flyer").starts_with(b"%PDF-1.7"));
}

#[test]
fn speak_a_sentence_says_words_and_makes_sound() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let target = folder.path().join("satz.wav");
    let mut program = Command::new(env!("CARGO_BIN_EXE_speak_a_sentence"));
    let run = program.arg("Am 11. Mai um 15 Uhr").arg(&target).output().expect("the program starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(String::from_utf8_lossy(&run.stdout), "Am elften Mai um fünfzehn Uhr\n");
    let sound = fs::read(target).expect("the sound");
    // At least a second of 16 kHz, 16 bit, mono.
    assert!(sound.starts_with(b"RIFF") && sound.len() > 32_000, "{} bytes", sound.len());
}
