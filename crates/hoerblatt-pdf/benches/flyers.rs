//! A thousand flyers: ms a page on one core and on two, pages a flyer, bytes a page, peak memory; then ten thousand, whose peak is the same.
//!
//! `HOERBLATT_BENCH_TYPST=typst cargo bench -p hoerblatt-pdf` times Typst's program beside it on a page of the same content.

#[path = "../tests/support/mod.rs"]
mod support;

use hoerblatt_core::Document;
use hoerblatt_pdf::{FlyerOptions, Press};
use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Publications × flyers of each: a thousand.
const PUBLICATIONS: u64 = 20;
const DISTRICTS: usize = 49;

#[derive(Default, Clone, Copy)]
struct Sum {
    flyers: usize,
    pages: usize,
    bytes: usize,
    presses: usize,
    press: f64,
    print: f64,
}

impl Sum {
    fn and(self, other: Self) -> Self {
        Self {
            flyers: self.flyers + other.flyers,
            pages: self.pages + other.pages,
            bytes: self.bytes + other.bytes,
            presses: self.presses + other.presses,
            press: self.press + other.press,
            print: self.print + other.print,
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn print(documents: &[(String, Document)], threads: usize) -> Sum {
    let started = Instant::now();
    let press = Press::new(documents.iter().map(|(_, d)| d), &support::fonts(), &FlyerOptions::default());
    let press = press.value.expect("a press");
    let mut sum = Sum { presses: 1, press: started.elapsed().as_secs_f64(), ..Sum::default() };
    let started = Instant::now();
    // The sheet of the whole city comes first and is as long as many of the others: whoever is free takes the next.
    let next = AtomicUsize::new(0);
    let work = || {
        let documents = std::iter::from_fn(|| documents.get(next.fetch_add(1, Ordering::Relaxed)));
        let pdfs = documents.filter_map(|(_, document)| press.flyer(document).value);
        pdfs.fold((0, 0, 0), |(n, p, b), pdf| (n + 1, p + pdf.pages, b + pdf.bytes.len()))
    };
    let parts: Vec<(usize, usize, usize)> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        handles.into_iter().map(|handle| handle.join().expect("no panic")).collect()
    });
    sum.print = started.elapsed().as_secs_f64();
    for (flyers, pages, bytes) in parts {
        sum.flyers += flyers;
        sum.pages += pages;
        sum.bytes += bytes;
    }
    sum
}

/// The largest amount of memory the process has held, MB; 0 where the system does not tell.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures memory")]
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("");
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

fn run(threads: usize) -> Sum {
    let mut all = Sum::default();
    for seed in 1..=PUBLICATIONS {
        let publication = support::corpus::publication(seed, DISTRICTS);
        let documents = support::documents(&publication, &support::sample::Sample);
        let sum = print(&documents, threads);
        all = all.and(sum);
    }
    all
}

fn report(name: &str, sum: Sum) {
    println!(
        "{name}: {} flyers, {:.1} pages a flyer, {:.3} ms a page, {:.1} kB a page; making the presses: {:.1} ms each; peak {:.0} MB",
        sum.flyers,
        sum.pages as f64 / sum.flyers as f64,
        sum.print * 1000.0 / sum.pages as f64,
        sum.bytes as f64 / 1000.0 / sum.pages as f64,
        sum.press * 1000.0 / sum.presses as f64,
        peak_memory(),
    );
}

fn main() {
    let one = run(1);
    report("one core", one);
    let two = run(2);
    report("two cores", two);
    println!("two cores are {:.2} times as fast", one.print / two.print);
    let ten = (0..10).map(|_| run(2)).fold(Sum::default(), Sum::and);
    report("ten times over", ten);
    typst();
}

/// Typst's program on the same kind of page, where the environment names it.
#[expect(clippy::disallowed_methods, reason = "a benchmark compares with another program where it is named")]
fn typst() {
    let Ok(program) = std::env::var("HOERBLATT_BENCH_TYPST") else { return };
    let publication = support::corpus::publication(1, DISTRICTS);
    let mut source = String::from(
        "#set document(title: \"Flyer\")\n#set page(paper: \"a4\", margin: 20mm)\n#set text(size: 18pt, lang: \"de\", hyphenate: false)\n",
    );
    source +=
        &format!("= {}\n\n{}\n", publication.article.headline.text, publication.article.lead.text.replace('*', "\\*"));
    for event in publication.programme.events.iter().take(4) {
        source += &format!("== {}\n*{}*\n\n", event.title.text.replace('*', "\\*"), event.when[0].date);
    }
    let folder = std::env::temp_dir().join("hoerblatt-bench-typst");
    let made = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join("sheet.typ"), source));
    if let Err(error) = made {
        println!("typst: {error}");
        return;
    }
    let started = Instant::now();
    let status = std::process::Command::new(program)
        .args(["compile", "--pdf-standard", "ua-1"])
        .arg(folder.join("sheet.typ"))
        .status();
    println!("typst, one flyer in a cold process: {:.0} ms ({status:?})", started.elapsed().as_secs_f64() * 1000.0);
}
