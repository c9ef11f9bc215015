//! Judges PDF files by the crate `page_validation`: PDF/UA-1 and PDF/A-2a, every rule, every file.
//!
//! Usage: `page_validation FILE.pdf…`. Prints what fails; the exit code is 1 if anything does.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    let mut faults = usize::from(files.is_empty());
    for file in &files {
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
            let name = file.to_string_lossy();
            match validate_pdf(file, &ValidationOptions::default().profile(profile)) {
                Ok(report) if report.is_compliant => {
                    println!("{name}: {profile}, {} rules passed", report.rules.passed);
                }
                Ok(report) => {
                    faults += report.failures.len();
                    report.failures.iter().for_each(|failure| println!("{name}: {profile}: {failure}"));
                }
                Err(error) => {
                    faults += 1;
                    println!("{name}: {profile}: {error}");
                }
            }
        }
    }
    println!("{} files, {faults} faults", files.len());
    ExitCode::from(u8::from(faults > 0))
}
