//! Judges how pages look, roughly: where ink lies, in squares of about 2 cm, against a reviewed grid of digits. Words may change and lines may
//! move a little; a lost picture, a blank page, text over text or a black box does not go unseen.
//!
//! Usage: `ink GOLDEN.txt FILE.pdf PAGE`. `UPDATE=1` writes the grid anew. The exit code is 1 if the page looks different.
#![expect(
    clippy::disallowed_methods,
    reason = "a judge of finished files starts an outside program and keeps its own goldens"
)]

use std::{
    fs,
    process::{Command, ExitCode},
};

/// Pixels an inch; enough for the mean of a square.
const DPI: usize = 30;
/// Squares across and down.
const COLUMNS: usize = 10;
const ROWS: usize = 14;
/// Steps of darkness by which a square may differ.
const SLACK: u8 = 2;
/// Squares that may differ by more, of 140: two lines more or less.
const MOST_OFF: usize = 12;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [golden, flyer, page] = &arguments[..] else { return ExitCode::from(2) };
    match judge(golden, flyer, page) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            println!("{flyer}, page {page}: {fault}");
            ExitCode::from(1)
        }
    }
}

fn judge(golden: &str, flyer: &str, page: &str) -> Result<(), String> {
    let args = ["-r", &DPI.to_string(), "-gray", "-f", page, "-l", page, flyer].map(str::to_owned);
    let output = Command::new("pdftoppm").args(args).output().map_err(|error| format!("pdftoppm: {error}"))?;
    let found = grid(&output.stdout).ok_or("there is no such page")?;
    if std::env::var_os("UPDATE").is_some() {
        return fs::write(golden, &found).map_err(|error| format!("{golden}: {error}"));
    }
    let wanted = fs::read_to_string(golden).map_err(|error| format!("{golden}: {error}"))?;
    let off = wanted.bytes().zip(found.bytes()).filter(|(a, b)| a.abs_diff(*b) > SLACK).count();
    if off > MOST_OFF || wanted.len() != found.len() {
        return Err(format!(
            "{off} of {} squares look different (UPDATE=1 accepts it)\nwas:\n{wanted}now:\n{found}",
            COLUMNS * ROWS
        ));
    }
    Ok(())
}

/// The picture (PGM, 8 bit) as digits: 0 the page's own lightest, 9 black. Large type covers an eighth of its ground, so the root of the darkness
/// is taken, which parts text from nothing.
fn grid(picture: &[u8]) -> Option<String> {
    let mut fields = picture.splitn(4, |byte| byte.is_ascii_whitespace());
    let (kind, width, height) = (fields.next()?, number(fields.next()?)?, number(fields.next()?)?);
    // What is left begins with the largest value and one white space.
    let pixels = fields.next()?.splitn(2, |byte| byte.is_ascii_whitespace()).nth(1)?;
    if kind != b"P5" || pixels.len() < width * height {
        return None;
    }
    let mut out = String::new();
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            let (top, bottom) = (height * row / ROWS, height * (row + 1) / ROWS);
            let (left, right) = (width * column / COLUMNS, width * (column + 1) / COLUMNS);
            let square = (top..bottom).flat_map(|y| &pixels[y * width + left..y * width + right]);
            let (sum, count) =
                square.fold((0_usize, 0_usize), |(sum, count), &light| (sum + usize::from(255 - light), count + 1));
            let dark = sum as f32 / (255 * count.max(1)) as f32;
            out.push(char::from(b'0' + (dark.sqrt() * 9.0).round() as u8));
        }
        out.push('\n');
    }
    Some(out)
}

fn number(text: &[u8]) -> Option<usize> {
    std::str::from_utf8(text).ok()?.parse().ok()
}
