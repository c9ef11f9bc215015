//! Press text per second on one core: `cargo bench -p hoerblatt-import`. At least 10 MB/s are promised.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hoerblatt_core::Sources;
use hoerblatt_import::{ImportOptions, Input, import};

/// A page as offices send it: prose, a list, prose again; repeated with headings as in an archive.
fn archive(megabytes: usize) -> String {
    let page = "In diesem Jahr feiern die Büros ihren Geburtstag. Die Einrichtung der wohnortnahen Beratung wurde schon vor einem Jahr so alt, \
        doch gefeiert werden konnte damals nicht, und so holen alle zusammen das Fest nun nach, mit Musik und Kuchen.\n\n\
        Programmübersicht\n\n- 11. Mai Aplerbeck: Luftballons und Lieder\n- 12. Mai, 15 bis 17 Uhr, Bürgerhaus: Miteinander reden\n\
        - 13. Mai Hörde: Markt der Möglichkeiten\n\nEine gute Geschichte\n\nAls im Jahr 2005 in den Stadtbezirken ein befristeter Versuch \
        begann, ahnte niemand, dass daraus eine feste Einrichtung werden sollte, die rund 50 Menschen beschäftigt und viele berät.\n\n";
    format!(
        "Jubiläum\n\nSeniorenbüros feiern\n\nNachricht vom 05.05.2022\n\n{}",
        page.repeat((megabytes << 20) / page.len())
    )
}

fn press(criterion: &mut Criterion) {
    let text = archive(4);
    let german = hoerblatt_de::German::default();
    let mut group = criterion.benchmark_group("press");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
    group.bench_function("text", |bencher| {
        bencher.iter(|| {
            let input = Input { name: "archiv.txt", bytes: text.as_bytes() };
            import(&mut Sources::default(), &[input], &german, &ImportOptions::default())
        });
    });
    group.finish();
}

criterion_group!(benches, press);
criterion_main!(benches);
