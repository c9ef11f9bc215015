//! The engine's own sentences in German, one file per arm as in core.
//!
//! Each sentence is plain German running text, read by the same reader as the city's prose; so what is printed and what is said come
//! from one place. What fills a slot as a [`Form`] keeps its own spoken part.

mod label;
mod line;
mod script;
mod sheet;
mod web;

use crate::German;
use crate::read::Reader;
use chrono::NaiveDate;
use hoerblatt_core::model::{Money, PhoneNumber};
use hoerblatt_core::{Date, Form, Language, Phrase, Speech, Style, Value};

/// A phrase with its slots filled.
pub(crate) fn say(german: &German, phrase: &Phrase) -> Form {
    let words = Words(german);
    match phrase {
        Phrase::Label(label) => label::say(words, label),
        Phrase::Sheet(phrase) => sheet::say(words, phrase),
        Phrase::Script(phrase) => script::say(words, phrase),
        Phrase::Line(phrase) => line::say(words, phrase),
        Phrase::Web(phrase) => web::say(words, phrase),
    }
}

/// What an arm's sentences are made with.
#[derive(Clone, Copy)]
struct Words<'g>(&'g German);

impl Words<'_> {
    /// A sentence without slots, or with numbers, dates and times already written into it.
    fn say(self, running: &str) -> Form {
        let mut form = Form::default();
        for token in Reader::new(self.0, running) {
            form.written.push_str(&token.written);
            form.spoken.0.extend(token.spoken.0);
        }
        form
    }

    /// A sentence in which each `{}` is filled by a form.
    fn fill(self, running: &str, slots: &[&Form]) -> Form {
        let mut form = Form::default();
        for (index, piece) in running.split("{}").enumerate() {
            if let Some(slot) = index.checked_sub(1).and_then(|i| slots.get(i)) {
                form = form.then(slot);
            }
            form = form.then(&self.say(piece));
        }
        form
    }

    /// A sentence with "in {}" for a part of a town: "in Hörde", but "in der Innenstadt-Nord" and "im Westend".
    ///
    /// Names of parts stand without an article unless their last word is a noun that has kept one (Duden 9, *Ortsnamen*).
    fn within(self, running: &str, district: &Form) -> Form {
        let sides = ["Innen", "Alt", "Neu", "Nord", "Süd", "West", "Ost", "Kern", "Vor", "Unter", "Ober"];
        let name = district.written.split([' ', '-']).next().unwrap_or("");
        let town = name.strip_suffix("stadt").is_some_and(|side| sides.contains(&side));
        let (small, large) = match name {
            _ if town => ("in der {}", "In der {}"),
            "Westend" | "Ostend" | "Zentrum" | "Stadtzentrum" => ("im {}", "Im {}"),
            _ if name.ends_with("viertel") => ("im {}", "Im {}"),
            _ => ("in {}", "In {}"),
        };
        self.fill(&running.replacen("in {}", small, 1).replacen("In {}", large, 1), &[district])
    }

    /// A day with its weekday: "Montag, 11. Mai 2026".
    fn day(self, date: NaiveDate) -> String {
        self.0.write(&Value::Date(Date::with_weekday(date)), Style::Running)
    }

    /// A day without its weekday: "11. Mai 2026".
    fn date(self, date: NaiveDate) -> String {
        self.0.write(&Value::Date(Date::plain(date)), Style::Running)
    }

    /// A price: "2,50 Euro".
    fn price(self, money: Money) -> String {
        self.0.write(&Value::Money(money), Style::Running)
    }

    /// A telephone number as a form of its own.
    fn phone(self, number: &PhoneNumber) -> Form {
        self.value(&Value::Phone(number.clone()))
    }

    /// A value that stands by itself.
    fn value(self, value: &Value) -> Form {
        Form {
            written: self.0.write(value, Style::Running),
            breaks: Vec::new(),
            spoken: self.0.speak(value, Default::default()),
        }
    }

    /// "Hörde, Brackel und Eving".
    fn joined(self, names: &[Form]) -> Form {
        let mut form = Form::default();
        for (index, name) in names.iter().enumerate() {
            form = match (index, index + 1 == names.len()) {
                (0, _) => form,
                (_, true) => form.then(&self.say(" und ")),
                (_, false) => form.then(&Form { written: ", ".into(), breaks: Vec::new(), spoken: Speech::words(",") }),
            };
            form = form.then(name);
        }
        form
    }
}
