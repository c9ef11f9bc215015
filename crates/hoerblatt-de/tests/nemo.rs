//! The German cases that NVIDIA publishes for its text normaliser NeMo: another team's idea of right German.
//!
//! Compared without spaces, because NeMo parts its numbers ("ein hundert drei und zwanzig"). A few cases are no German ("eins million
//! euro", "ein stunde") and stay missed; so the share counts, not each case. Its files `ordinal`, `electronic` and `date` are left out:
//! they read dates in the nominative whatever stands before them.

use hoerblatt_de::German;

const CASES: &str = include_str!("nemo.tsv");

/// The share of cases that must be right, per cent.
const ASKED: usize = 95;

#[test]
fn nemo_would_agree() {
    let german = German::default();
    let mut missed = Vec::new();
    let mut all = 0;
    for line in CASES.lines().filter(|line| !line.starts_with('#')) {
        let [kind, written, readings] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}")
        };
        all += 1;
        let said = german.speak_line(written);
        if !readings.split(" // ").any(|reading| letters(reading) == letters(&said)) {
            missed.push(format!("{kind}: {written}\n   said {said}\n   NeMo {readings}"));
        }
    }
    let right = all - missed.len();
    assert!(right * 100 >= all * ASKED, "{right} of {all} are right; missed:\n{}", missed.join("\n"));
}

fn letters(line: &str) -> String {
    let bare: String = line.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    bare.replace("einhundert", "hundert").replace("eintausend", "tausend")
}
