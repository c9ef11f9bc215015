//! Large cities: seconds and peak memory of `publish --only flyers,scripts` for up to 10,000 events in 100 districts.
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark starts programs, measures time and reads what the system tells of memory"
)]

use std::{
    fmt::Write,
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// Districts, each with a hundred events.
const CITIES: [usize; 3] = [10, 50, 100];
const EVENTS: usize = 100;

fn main() {
    for districts in CITIES {
        let folder = tempfile::tempdir().expect("a folder");
        let city = folder.path().join("city");
        write_city(&city, districts).expect("the files are written");
        let started = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_hoerblatt"))
            .arg("publish")
            .arg(&city)
            .arg("--out")
            .arg(folder.path().join("out"))
            .args(["--only", "flyers,scripts", "--quiet"])
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let peak = peak_megabytes(&mut child);
        let seconds = started.elapsed().as_secs_f64();
        let events = districts * EVENTS;
        println!(
            "{districts} districts, {events} events: {seconds:.1} s, {:.2} ms an event, peak {peak:.0} MB",
            seconds * 1000.0 / events as f64
        );
    }
}

/// Waits for the end and gives the most memory that was seen (VmHWM); 0 where the system does not tell.
fn peak_megabytes(child: &mut Child) -> f64 {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0_f64;
    while child.try_wait().expect("a child can be waited for").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("");
        let kilobytes: f64 = line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0.0);
        peak = peak.max(kilobytes / 1024.0);
        sleep(Duration::from_millis(20));
    }
    peak
}

fn write_city(dir: &Path, districts: usize) -> std::io::Result<()> {
    fs::create_dir_all(dir)?;
    let mut areas = String::new();
    let mut programme = String::from("title = \"Programm\"\n");
    for district in 1..=districts {
        let _ = writeln!(areas, "[[district]]\nid = \"bezirk-{district}\"\nname = \"Bezirk {district}\"");
        for event in 0..EVENTS {
            let (month, day, hour) = (4 + event % 6, 1 + event % 28, 8 + event % 10);
            let _ = writeln!(
                programme,
                "[[event]]\ntitle = \"Nachmittag {event} mit Musik und Kuchen\"\ndate = 2026-{month:02}-{day:02}\nfrom = \"{hour:02}:30\"\n\
                 district = \"bezirk-{district}\"\nplace = \"Haus {event}\"\nadmission = {{ free = true }}"
            );
        }
    }
    fs::write(dir.join("publication.toml"), "title = \"Programm\"\nlanguage = \"de\"\n")?;
    fs::write(
        dir.join("article.toml"),
        "headline = \"Viele Termine\"\npublished = 2026-03-02\nlead = \"Es gibt viel zu sehen. Kommen Sie vorbei.\"\n",
    )?;
    fs::write(dir.join("districts.toml"), areas)?;
    fs::write(dir.join("programme.toml"), programme)
}
