//! The telephone line's own sentences.

use crate::Form;

super::phrases! {
    /// What callers hear beside the publication's own words, and what the person who installs the line reads.
    LinePhrase in Line {
        /// "Guten Tag. Sie hören: {title}."
        Greeting { title: Form },
        /// After the greeting, when events were added lately: "Es gibt neue Termine. Um sie zu hören, drücken Sie die {key}."
        New { key: char },
        /// A choice of a menu, function before key: "Für {what} drücken Sie die {key}."
        Choice { what: Form, key: char },
        /// "Für Ihren Stadtbezirk drücken Sie die {key}."
        ChoiceDistrict { key: char },
        /// "Für Termine nach Datum drücken Sie die {key}."
        ChoiceByDate { key: char },
        /// "Für den Artikel drücken Sie die {key}."
        ChoiceArticle { key: char },
        /// "Für die Büros drücken Sie die {key}."
        ChoiceOffices { key: char },
        /// "Für Hilfe drücken Sie die {key}."
        ChoiceHelp { key: char },
        /// "Für heute drücken Sie die {key}."
        ChoiceToday { key: char },
        /// "Für die nächsten sieben Tage drücken Sie die {key}."
        ChoiceWeek { key: char },
        /// "Für alle Termine drücken Sie die {key}."
        ChoiceAll { key: char },
        /// "Zum Wiederholen drücken Sie die {key}."
        ChoiceAgain { key: char },
        /// "Um mit {office} verbunden zu werden, drücken Sie die {key}."
        ChoiceConnect { office: Form, key: char },
        /// "Um mit einem Menschen zu sprechen, drücken Sie die {key}."
        ChoicePerson { key: char },
        /// "Ins Hauptmenü führt die {key}."
        ChoiceMenu { key: char },
        /// Above the districts' menu: "Welcher Stadtbezirk?"
        WhichDistrict,
        /// Above the offices' menu: "Welches Büro?"
        WhichOffice,
        /// The name of a group of districts that has none: "Eving, Brackel oder Hörde".
        OneOf { names: Vec<Form> },
        /// Before the events of a district; names the help key: "Sie hören die Termine in {district}. Hilfe zu den Tasten: die Acht."
        HelloDistrict { district: Form, help: char },
        /// Before the events of today.
        HelloToday { help: char },
        /// Before the events of the next seven days.
        HelloWeek { help: char },
        /// Before all events.
        HelloAll { help: char },
        /// Before the new events.
        HelloNew { help: char },
        /// Before the article.
        HelloArticle { help: char },
        /// There is nothing today.
        NoneToday,
        /// There is nothing in the next seven days.
        NoneWeek,
        /// No event is left at all.
        NoneLeft,
        /// After the last event of a district: "In {district} gibt es keine weiteren Termine."
        NoMoreIn { district: Form },
        /// After the last event of a list: "Es gibt keine weiteren Termine."
        NoMore,
        /// After the article: "Das war der Artikel."
        ArticleEnd,
        /// A day as a caller needs it: "Mittwoch, 11. Mai", with its year only where it is another than the sheet's; or a stretch of days.
        Day { date: chrono::NaiveDate, until: Option<chrono::NaiveDate>, with_year: bool },
        /// A cancelled event, before its day: "Achtung: Dieser Termin fällt aus."
        EventCancelled,
        /// A moved event, before its day: "Achtung: Dieser Termin wurde verlegt."
        EventMoved,
        /// A series goes on after the days that were said: "Und an {count} weiteren Tagen."
        MoreDays { count: u64 },
        /// On key 3, where nothing more is known: "Mehr ist zu diesem Termin nicht bekannt."
        NoDetails,
        /// The keys inside a list of events.
        Help { person: bool },
        /// Nothing was pressed: "Ich habe keine Taste gehört."
        NothingHeard,
        /// A key without meaning was pressed: "Diese Taste hat hier keine Bedeutung."
        WrongKey,
        /// Before the plain list of names: "Ich lese jetzt alle Stadtbezirke vor. Drücken Sie eine beliebige Taste, wenn Sie Ihren hören."
        NamesIntro,
        /// Before a transfer: "Ich verbinde Sie mit {office}."
        Connecting { office: Form },
        /// Before a transfer to the operator: "Ich verbinde Sie."
        ConnectingPerson,
        /// "{office} spricht gerade."
        Busy { office: Form },
        /// The operator is talking: "Die Leitung ist besetzt."
        BusyPerson,
        /// "{office} meldet sich nicht."
        NoAnswer { office: Form },
        /// The operator does not answer.
        NoAnswerPerson,
        /// "{office} ist jetzt nicht besetzt."
        Closed { office: Form },
        /// "Auf Wiederhören."
        Goodbye,
        /// Title of the installer's page: "{title} auf Ihrer Telefonanlage".
        SetupTitle { title: Form },
        /// Where the files go; the commands follow.
        SetupFiles,
        /// Including the dialplan and giving the line a number; the lines follow.
        SetupInclude,
        /// What to reload; the command follows.
        SetupReload,
        /// How to try it.
        SetupTry,
        /// How to roll back; the commands follow.
        SetupUndo,
        /// For FreePBX: which sample to use.
        SetupFreepbx,
        /// Up to which day public holidays are known to the dialplan; then export anew.
        SetupHolidays { until: chrono::NaiveDate },
    }
}
