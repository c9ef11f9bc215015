//! Prints every flyer of a publication of this repository: `cargo run -p hoerblatt-pdf --example flyers -- dortmund-2022 OUT [size] [paper] [theme]`.

#[path = "../tests/support/mod.rs"]
mod support;

use hoerblatt_pdf::{FlyerOptions, Paper, Press, Theme};
use std::{env, error::Error, fs, path::Path};

#[expect(clippy::disallowed_methods, reason = "an example program writes what it made")]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [name, out, rest @ ..] = &arguments[..] else {
        return Err("usage: flyers PUBLICATION OUT [size] [paper] [theme]".into());
    };
    let publication = support::publication(name);
    let documents = support::documents(&publication, &support::sample::Sample);
    let options = FlyerOptions {
        size_pt: rest.first().map_or(Ok(18.0), |size| size.parse())?,
        paper: rest.get(1).and_then(|word| Paper::parse(word)).unwrap_or_default(),
        theme: rest.get(2).and_then(|word| Theme::parse(word)).unwrap_or_default(),
        colour: Some("#00507d".to_owned()),
        pictures: support::pictures(name, &publication),
        ..FlyerOptions::default()
    };
    let press = Press::new(documents.iter().map(|(_, document)| document), &support::fonts(), &options);
    for finding in &press.diagnostics {
        println!("{}: {:?}", finding.rule, finding.arguments);
    }
    let press = press.value.ok_or("no press")?;
    fs::create_dir_all(out)?;
    for (id, document) in &documents {
        let pdf = press.flyer(document);
        for finding in &pdf.diagnostics {
            println!("{id}: {}: {:?}", finding.rule, finding.arguments);
        }
        let Some(pdf) = pdf.value else { continue };
        fs::write(Path::new(out).join(format!("{id}.pdf")), &pdf.bytes)?;
        println!("{id}: {} pages, {} bytes", pdf.pages, pdf.bytes.len());
    }
    Ok(())
}
