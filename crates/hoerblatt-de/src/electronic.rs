//! E-mail and web addresses, file names, hashtags: words as words, signs by name. Spec: `spec/electronic.md`.

use crate::cardinal::{cardinal, digits};
use crate::read::{Found, Scene};
use crate::text::{char_before, is_letter};
use hoerblatt_core::{Speech, Value};

/// Longer addresses are read by their first part.
const LONGEST: usize = 300;

/// An e-mail or web address at the start of a word.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let text = scene.text;
    if char_before(text, at)
        .is_some_and(|c| is_letter(c) || c.is_ascii_digit() || matches!(c, '@' | '.' | '-' | '_' | '/'))
    {
        return None;
    }
    let end = extent(text, at);
    let address = &text[at..end];
    if !address.contains(['.', '@']) {
        return None;
    }
    if is_email(address) {
        let bare = address.strip_prefix("mailto:").unwrap_or(address);
        let found = Found::speech(at, end, speak(address), "electronic", "e-mail");
        return Some(found.value(Value::Email(bare.to_owned())));
    }
    let rule = web_rule(address)?;
    let found = Found::speech(at, end, speak(address), "electronic", rule);
    Some(if rule == "file" { found } else { found.value(Value::Web(address.to_owned())) })
}

/// The end of the address: no space, no closing punctuation.
fn extent(text: &str, at: usize) -> usize {
    let mut end = at;
    for (index, c) in text[at..].char_indices().take(LONGEST) {
        let part = c.is_ascii_alphanumeric() || is_letter(c) || ".@-_/:?&=%#+~,;!$'*".contains(c);
        if !part {
            break;
        }
        end = at + index + c.len_utf8();
    }
    let kept = text[at..end]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '-', '_', '+', '~', '&', '=', '$', '#', '%']);
    // After a comma or semicolon without space something else begins.
    let kept = kept.split([',', ';']).next().unwrap_or(kept);
    at + kept.trim_end_matches(['.', ':', '!', '?']).len()
}

fn is_email(address: &str) -> bool {
    let address = address.strip_prefix("mailto:").unwrap_or(address);
    let Some((name, domain)) = address.split_once('@') else { return false };
    let sound =
        |part: &str| !part.is_empty() && part.chars().all(|c| is_letter(c) || c.is_ascii_digit() || "._-+".contains(c));
    sound(name)
        && sound(domain)
        && domain
            .rsplit_once('.')
            .is_some_and(|(host, tld)| !host.is_empty() && tld.len() >= 2 && tld.chars().all(is_letter))
}

const TLDS: &[&str] = &[
    "de", "at", "ch", "eu", "com", "org", "net", "info", "nrw", "ruhr", "koeln", "berlin", "hamburg", "bayern",
    "saarland", "example", "gov", "edu", "li", "lu", "fr", "nl", "pl", "tr", "ua", "uk", "it", "be", "dk", "social",
    "online", "shop", "app", "io", "tv", "biz", "wien", "tirol", "swiss", "museum", "jetzt", "gmbh", "reise", "city",
    "team", "events",
];

const FILES: &[&str] = &[
    "pdf", "docx", "doc", "xlsx", "xls", "odt", "txt", "html", "htm", "jpg", "jpeg", "png", "mp3", "mp4", "zip", "ics",
    "csv",
];

fn web_rule(address: &str) -> Option<&'static str> {
    let lower = address.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return (lower.len() > 8 && lower[8..].contains(|c: char| is_letter(c))).then_some("address");
    }
    if lower.starts_with("www.") && lower.len() > 5 {
        return Some("address");
    }
    let host = lower.split(['/', '?', ':']).next().unwrap_or("");
    let labels: Vec<&str> = host.split('.').collect();
    let sound = labels.len() >= 2
        && labels
            .iter()
            .all(|l| !l.is_empty() && l.chars().all(|c| is_letter(c) || c.is_ascii_digit() || c == '-' || c == '_'));
    let last = labels.last()?;
    // "bit.ly/3xYz": an unknown domain is one where a path follows.
    let path = address.contains('/')
        && address[..host.len()] == *host
        && (2..=4).contains(&last.len())
        && last.bytes().all(|b| b.is_ascii_lowercase());
    if sound && path && labels[labels.len() - 2].len() >= 2 && labels[0].chars().any(is_letter) {
        return Some("address");
    }
    if sound && TLDS.contains(last) && labels[labels.len() - 2].len() >= 2 && labels[0].chars().any(is_letter) {
        return Some("domain");
    }
    (sound && labels.len() == 2 && FILES.contains(last)).then_some("file")
}

/// An address for the ear.
pub(crate) fn speak(address: &str) -> Speech {
    let lower = address.to_ascii_lowercase();
    // The scheme tells a machine, not a caller.
    let from = ["https://", "http://", "mailto:"].into_iter().find(|s| lower.starts_with(s)).map_or(0, str::len);
    let address = address[from..].trim_end_matches('/');
    let mut words: Vec<String> = Vec::new();
    let mut run = String::new();
    for c in address.chars() {
        if is_letter(c) || c.is_ascii_digit() {
            let breaks = run.chars().next_back().is_some_and(|last| last.is_ascii_digit() != c.is_ascii_digit());
            if breaks {
                push_run(&mut words, &mut run);
            }
            run.push(c);
            continue;
        }
        push_run(&mut words, &mut run);
        let name = match c {
            '.' => "Punkt",
            '@' => "at",
            '-' => "Bindestrich",
            '_' => "Unterstrich",
            '/' => "Schrägstrich",
            ':' => "Doppelpunkt",
            '?' => "Fragezeichen",
            '&' => "Und-Zeichen",
            '=' => "gleich",
            '%' => "Prozent",
            '#' => "Raute",
            '+' => "plus",
            '~' => "Tilde",
            '!' => "Ausrufezeichen",
            '$' => "Dollar",
            '*' => "Stern",
            _ => continue,
        };
        words.push(name.to_owned());
    }
    push_run(&mut words, &mut run);
    Speech::words(words.join(" "))
}

/// Letters as a word, capitals of a short form and "www" as letters; short numbers as numbers, long ones digit by digit.
fn push_run(words: &mut Vec<String>, run: &mut String) {
    if run.is_empty() {
        return;
    }
    let word = std::mem::take(run);
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let year = word.len() == 4 && matches!(&word[..2], "19" | "20");
        let short = word.len() <= 2 && !word.starts_with('0');
        words.push(match word.parse() {
            Ok(n) if year => crate::cardinal::year(n),
            Ok(n) if short => cardinal(n),
            _ => digits(&word),
        });
        return;
    }
    let lower = word.to_lowercase();
    let spelled = matches!(
        lower.as_str(),
        "www"
            | "nrw"
            | "pdf"
            | "awo"
            | "drk"
            | "vhs"
            | "dgb"
            | "spd"
            | "cdu"
            | "fdp"
            | "asb"
            | "gmbh"
            | "html"
            | "php"
            | "tv"
            | "uk"
            | "fb"
            | "wdr"
            | "ndr"
            | "mdr"
            | "swr"
            | "dlrg"
            | "adfc"
            | "vdk"
            | "jsp"
            | "kv"
            | "ov"
            | "bvb"
            | "tsv"
            | "sv"
            | "fc"
            | "lwl"
            | "lvr"
            | "thw"
    ) && lower != "awo";
    // "bit.ly/3xYz": in a short link the letters follow no word.
    let mixed = word.len() <= 4 && word.starts_with(char::is_lowercase) && word.contains(char::is_uppercase);
    if spelled || mixed || word.len() <= 4 && !lower.contains(['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'ü']) {
        words.push(word.chars().map(String::from).collect::<Vec<_>>().join(" "));
    } else {
        words.push(word);
    }
}
