//! The telephone line's own sentences: short, and the function always before the key.

use super::Words;
use chrono::NaiveDate;
use hoerblatt_core::{Date, Form, LinePhrase, Speech, Value};

pub(super) fn say(german: Words<'_>, phrase: &LinePhrase) -> Form {
    let press = |what: &str, key: char| german.say(&format!("{what} {}.", key_after(key)));
    match phrase {
        LinePhrase::Greeting { title } => german.fill("Guten Tag. Sie hören: {}.", &[title]),
        LinePhrase::New { key } => press("Es gibt neue Termine. Um sie zu hören,", *key),
        LinePhrase::Choice { what, key } => german.fill(&format!("Für {{}} {}.", key_after(*key)), &[what]),
        LinePhrase::ChoiceDistrict { key } => press("Für Ihren Stadtbezirk", *key),
        LinePhrase::ChoiceByDate { key } => press("Für Termine nach Datum", *key),
        LinePhrase::ChoiceArticle { key } => press("Für den Artikel", *key),
        LinePhrase::ChoiceOffices { key } => press("Für Beratung und Kontakt", *key),
        LinePhrase::ChoiceHelp { key } => press("Für Hilfe", *key),
        LinePhrase::ChoiceToday { key } => press("Für die Termine von heute", *key),
        LinePhrase::ChoiceWeek { key } => press("Für die nächsten sieben Tage", *key),
        LinePhrase::ChoiceAll { key } => press("Für alle Termine", *key),
        LinePhrase::ChoiceAgain { key } => press("Zum Wiederholen", *key),
        // The name stands before a colon: there it needs neither article nor case.
        LinePhrase::ChoiceConnect { office, key } => {
            german.fill(&format!("{{}}: Für ein Gespräch {}.", key_after(*key)), &[office])
        }
        LinePhrase::ChoicePerson { key } => press("Für ein Gespräch mit einem Menschen", *key),
        LinePhrase::ChoiceMenu { key } => german.say(&format!("Ins Hauptmenü führt die {}.", key_name(*key))),
        LinePhrase::WhichDistrict => german.say("Welcher Stadtbezirk?"),
        LinePhrase::WhichOffice => german.say("Welches Büro?"),
        LinePhrase::OneOf { names } => one_of(german, names),
        LinePhrase::HelloDistrict { district, help } => {
            german.within(&format!("Termine in {{}}. {}", help_key(*help)), district)
        }
        LinePhrase::HelloToday { help } => hello(german, "Termine von heute", *help),
        LinePhrase::HelloWeek { help } => hello(german, "Termine der nächsten sieben Tage", *help),
        LinePhrase::HelloAll { help } => hello(german, "Alle Termine", *help),
        LinePhrase::HelloNew { help } => hello(german, "Neue Termine", *help),
        LinePhrase::HelloArticle { help } => hello(german, "Der Artikel", *help),
        LinePhrase::NoneToday => german.say("Heute ist kein Termin."),
        LinePhrase::NoneWeek => german.say("In den nächsten sieben Tagen ist kein Termin."),
        LinePhrase::NoneLeft => german.say("Zurzeit ist kein Termin geplant."),
        LinePhrase::NoMoreIn { district } => german.within("In {} gibt es keine weiteren Termine.", district),
        LinePhrase::NoMore => german.say("Es gibt keine weiteren Termine."),
        LinePhrase::ArticleEnd => german.say("Das war der Artikel."),
        LinePhrase::Day { date, until, with_year } => day(german, *date, *until, *with_year),
        LinePhrase::EventCancelled => german.say("Achtung: Dieser Termin fällt aus."),
        LinePhrase::EventMoved => german.say("Achtung: Dieser Termin wurde verlegt."),
        LinePhrase::MoreDays { count: 1 } => german.say("Und an einem weiteren Tag."),
        LinePhrase::MoreDays { count } => german.say(&format!("Und an {count} weiteren Tagen.")),
        LinePhrase::NoDetails => german.say("Mehr ist zu diesem Termin nicht bekannt."),
        LinePhrase::Help { person } => help(german, *person),
        LinePhrase::NothingHeard => german.say("Ich habe keine Taste gehört."),
        LinePhrase::WrongKey => german.say("Diese Taste ist hier nicht belegt."),
        LinePhrase::NamesIntro => {
            german.say("Ich lese jetzt alle Stadtbezirke vor. Wenn Sie Ihren hören, drücken Sie eine beliebige Taste.")
        }
        LinePhrase::Connecting { office } => german.fill("Ich verbinde Sie: {}.", &[office]),
        LinePhrase::ConnectingPerson => german.say("Ich verbinde Sie."),
        LinePhrase::Busy { office } => german.fill("{}: Dort wird gerade gesprochen.", &[office]),
        LinePhrase::BusyPerson => german.say("Dort wird gerade gesprochen."),
        LinePhrase::NoAnswer { office } => german.fill("{}: Es meldet sich niemand.", &[office]),
        LinePhrase::NoAnswerPerson => german.say("Es meldet sich niemand."),
        LinePhrase::Closed { office } => german.fill("{}: Zurzeit ist niemand da.", &[office]),
        LinePhrase::Goodbye => german.say("Auf Wiederhören."),
        LinePhrase::SetupTitle { .. }
        | LinePhrase::SetupFiles
        | LinePhrase::SetupInclude
        | LinePhrase::SetupReload
        | LinePhrase::SetupTry
        | LinePhrase::SetupUndo
        | LinePhrase::SetupFreepbx
        | LinePhrase::SetupHolidays { .. } => setup(german, phrase),
    }
}

/// A day, or a stretch of days, in the nominative in which it stands by itself.
fn day(german: Words<'_>, date: NaiveDate, until: Option<NaiveDate>, with_year: bool) -> Form {
    let of = if with_year { Date::with_weekday } else { Date::without_year };
    let value = until.map_or(Value::Date(of(date)), |until| Value::Dates(of(date), of(until)));
    german.value(&value)
}

/// What is written on the page for the person who installs the line.
fn setup(german: Words<'_>, phrase: &LinePhrase) -> Form {
    match phrase {
        LinePhrase::SetupTitle { title } => german.fill("{} auf Ihrer Telefonanlage", &[title]),
        LinePhrase::SetupFiles => german.say(
            "Kopieren Sie den Wählplan und die Ansagen an ihren Platz. Heißt der Ordner für Ansagen bei Ihnen anders, passen Sie \
             die zweite Zeile an.",
        ),
        LinePhrase::SetupInclude => german.say(
            "Binden Sie den Wählplan am Ende Ihres eigenen ein. Geben Sie der Ansage dann in einem Ihrer Kontexte eine Nummer. \
             Die Zeilen sind ein Beispiel.",
        ),
        LinePhrase::SetupReload => german.say("Laden Sie den Wählplan neu."),
        LinePhrase::SetupTry => german.say(
            "Prüfen Sie, ob er da ist, und rufen Sie die Nummer an. Vergangene Termine entfallen von selbst, denn der Wählplan \
             vergleicht bei jedem Anruf das Datum.",
        ),
        LinePhrase::SetupUndo => {
            german.say("So nehmen Sie alles zurück. Löschen Sie vorher die Zeilen, die Sie eingetragen haben.")
        }
        LinePhrase::SetupFreepbx => {
            german.say("Bei FreePBX übernehmen Sie die Zeilen dieser Datei in Ihre eigene für besondere Kontexte.")
        }
        LinePhrase::SetupHolidays { until } => german.say(&format!(
            "Feiertage kennt der Wählplan bis zum {}. Geben Sie ihn vorher neu heraus.",
            german.date(*until)
        )),
        _ => Form::default(),
    }
}

fn hello(german: Words<'_>, what: &str, help: char) -> Form {
    german.say(&format!("{what}. {}", help_key(help)))
}

fn help_key(key: char) -> String {
    format!("Hilfe gibt die {}.", key_name(key))
}

fn help(german: Words<'_>, person: bool) -> Form {
    let keys = "Mit der Raute-Taste hören Sie den nächsten Termin, mit der Stern-Taste den vorigen. Mit der Zwei hören Sie den \
                Termin noch einmal, mit der Drei die Einzelheiten. Mit der Sieben spreche ich langsamer, mit der Neun schneller.";
    let more = if person { " Mit der Null erreichen Sie einen Menschen." } else { "" };
    german.say(&format!("{keys}{more}"))
}

/// "Eving, Brackel oder Hörde".
fn one_of(german: Words<'_>, names: &[Form]) -> Form {
    let comma = || Form { written: ", ".into(), breaks: Vec::new(), spoken: Speech::words(",") };
    let mut form = Form::default();
    for (index, name) in names.iter().enumerate() {
        form = match (index, index + 1 == names.len()) {
            (0, _) => form,
            (_, true) => form.then(&german.say(" oder ")),
            (_, false) => form.then(&comma()),
        };
        form = form.then(name);
    }
    form
}

/// The first choice of a menu says what to do, "drücken Sie die Eins"; the others are heard as its continuation, "die Zwei". That
/// spares a caller a second for each choice, two menus deep.
fn key_after(key: char) -> String {
    let press = if matches!(key, '2'..='9') { "" } else { "drücken Sie " };
    format!("{press}die {}", key_name(key))
}

/// What a key is called: "Eins", "Stern-Taste", "Raute-Taste".
fn key_name(key: char) -> &'static str {
    match key {
        '0' => "Null",
        '1' => "Eins",
        '2' => "Zwei",
        '3' => "Drei",
        '4' => "Vier",
        '5' => "Fünf",
        '6' => "Sechs",
        '7' => "Sieben",
        '8' => "Acht",
        '9' => "Neun",
        '*' => "Stern-Taste",
        '#' => "Raute-Taste",
        _ => "Taste",
    }
}
