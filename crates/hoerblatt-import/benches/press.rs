//! Office files per second on one core: `cargo bench -p hoerblatt-import`. The goal for press text is 10 MB/s.
//!
//! The page of fixtures is the hard case: entries in every shape that was seen, hardly any prose between them.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hoerblatt_core::Sources;
use hoerblatt_import::{ImportOptions, Input, import};
use std::path::Path;

/// As in the program, so that the figures are those of `hoerblatt import`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Large enough that what grows with the square of the text would show.
const BYTES: usize = 4 << 20;

/// A page as offices send it: prose, a list, prose again; repeated with headings as in an archive.
fn archive() -> String {
    let page = "In diesem Jahr feiern die Büros ihren Geburtstag. Die Einrichtung der wohnortnahen Beratung wurde schon vor einem Jahr so alt, \
        doch gefeiert werden konnte damals nicht, und so holen alle zusammen das Fest nun nach, mit Musik und Kuchen.\n\n\
        Programmübersicht\n\n- 11. Mai Aplerbeck: Luftballons und Lieder\n- 12. Mai, 15 bis 17 Uhr, Bürgerhaus: Miteinander reden\n\
        - 13. Mai Hörde: Markt der Möglichkeiten\n\nEine gute Geschichte\n\nAls im Jahr 2005 in den Stadtbezirken ein befristeter Versuch \
        begann, ahnte niemand, dass daraus eine feste Einrichtung werden sollte, die rund 50 Menschen beschäftigt und viele berät.\n\n";
    format!("Jubiläum\n\nSeniorenbüros feiern\n\nNachricht vom 05.05.2022\n\n{}", page.repeat(BYTES / page.len()))
}

/// Every plain text among the fixtures, one after the other.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the fixtures")]
fn fixtures() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut folders: Vec<_> =
        std::fs::read_dir(folder).expect("fixtures").flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let texts: Vec<String> =
        folders.iter().filter_map(|folder| std::fs::read_to_string(folder.join("input.txt")).ok()).collect();
    let page = texts.join("\n\n") + "\n\n";
    page.repeat(BYTES / page.len())
}

fn web_page() -> String {
    let section = "<h2>Programmübersicht</h2>\n<p>In diesem Jahr feiern die Büros ihren <b>Geburtstag</b>, mit Musik und Kuchen, und alle sind \
        herzlich eingeladen.</p>\n<ul class=\"liste\">\n<li>11. Mai <em>Aplerbeck</em>: Luftballons und Lieder</li>\n\
        <li>12. Mai, 15 bis 17 Uhr, Bürgerhaus: Miteinander reden</li>\n</ul>\n<div><a href=\"/mehr\">Weitere Informationen</a></div>\n";
    format!(
        "<!doctype html>\n<html><body><main><h1>Seniorenbüros feiern</h1>\n<p>Nachricht vom 05.05.2022</p>\n{}</main></body></html>",
        section.repeat(BYTES / section.len())
    )
}

fn list() -> String {
    let row = |at: usize| {
        format!(
            "{:02}.{:02}.2024;{}:30;Hörde;Bürgersaal;Vortrag Nr. {at}: Sicher im Netz;Eintritt frei\n",
            at % 28 + 1,
            at % 12 + 1,
            at % 9 + 10
        )
    };
    let rows: String = (0..BYTES / row(0).len()).map(row).collect();
    format!("Datum;Uhrzeit;Stadtbezirk;Ort;Titel;Beschreibung\n{rows}")
}

fn press(criterion: &mut Criterion) {
    let german = hoerblatt_de::German::default();
    let mut group = criterion.benchmark_group("press");
    for (name, text) in [("text", archive()), ("fixtures", fixtures()), ("html", web_page()), ("csv", list())] {
        group.throughput(Throughput::BytesDecimal(text.len() as u64)).sample_size(10);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let input = Input { name: "archiv", bytes: text.as_bytes() };
                import(&mut Sources::default(), &[input], &german, &ImportOptions::default())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, press);
criterion_main!(benches);
