//! Speaks standard input line by line: `cargo run -p hoerblatt-de --example lines < text.txt`. With `--why`, the class and rule of each piece.

use hoerblatt_core::{Language, language::TokenKind};
use hoerblatt_de::German;
use std::io::BufRead;

fn main() {
    let german = German::default();
    let why = std::env::args().any(|argument| argument == "--why");
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        println!("{}", german.speak_line(&line));
        if why {
            for token in german.read(&line) {
                if let Some(why) = token.why {
                    let kind = match token.kind {
                        TokenKind::Value(value) => format!("{value:?}"),
                        other => format!("{other:?}"),
                    };
                    let said = token.spoken.to_line();
                    println!(
                        "    {:?} => {said:?}  {}/{}  {}  {kind}",
                        token.written,
                        why.class,
                        why.rule,
                        german.describe(why.grammar)
                    );
                }
            }
        }
    }
}
