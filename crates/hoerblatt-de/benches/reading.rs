//! How many bytes of running text are read a second on one core; the goal is 5 MB/s.
//!
//! `cargo bench -p hoerblatt-de`. Three texts: what a city writes (this crate's own test sentences), the same as one line of 5 MB, and
//! the hard case in which every word must be changed.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hoerblatt_de::German;
use std::hint::black_box;

/// The written sides of the municipal test sentences, one sentence a line.
fn municipal() -> String {
    let rows = include_str!("../tests/municipal.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split('\t').nth(1)).collect::<Vec<_>>().join("\n")
}

const PROSE: &str = "Bei Fragen und Unterstützungsbedarf hinsichtlich Pflege, Alter und Älterwerden vermitteln die Büros persönlich \
    zugeschnittene Angebote: telefonisch, in den offenen Bürozeiten und in Hausbesuchen. Am 11. Mai feiern rund 50 Mitarbeiter*innen \
    von 15 bis 17.30 Uhr im 1. Stock. Die Förderung des bürgerschaftlichen Engagements steht ebenfalls auf der Agenda. ";

fn reading(criterion: &mut Criterion) {
    let german = German::default();
    let dense = municipal().repeat(4);
    let prose = PROSE.repeat(2_000);
    let one_line = PROSE.repeat(5_000_000 / PROSE.len());
    let mut group = criterion.benchmark_group("speech");
    group.sample_size(10);
    for (name, text) in [("running text", &prose), ("one line of 5 MB", &one_line), ("test sentences", &dense)] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                hoerblatt_core::Language::read(&german, black_box(text))
                    .map(|token| token.spoken.0.len())
                    .sum::<usize>()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
