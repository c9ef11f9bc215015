//! The sentences the engine itself prints and says: "Seite 2 von 3", "drücken Sie die Eins".
//!
//! A crate that renders knows no language, yet it must say how many pages there are. It asks for a [`Phrase`] with typed slots and gets
//! a [`Form`]; the language inflects what fills the slots. Whole sentences, never words to be glued together: other languages put
//! them in another order.
//!
//! Each arm has its own list of phrases: [`Label`] (compose), [`SheetPhrase`] (flyer), [`ScriptPhrase`] (script), [`LinePhrase`] (telephone),
//! [`WebPhrase`] (HTML, calendar).

mod label;
mod line;
mod script;
mod sheet;
mod web;

pub use label::Label;
pub use line::LinePhrase;
pub use script::ScriptPhrase;
pub use sheet::SheetPhrase;
pub use web::WebPhrase;

use crate::{
    Form,
    model::{Access, Money, OpeningHours, PhoneNumber},
};
use chrono::{NaiveDate, NaiveTime};
use std::{fmt, sync::Arc};

/// The engine's sentences in one language; cheap to clone.
#[derive(Clone)]
pub struct Wording(Arc<dyn Fn(&Phrase) -> Form + Send + Sync>);

impl Wording {
    /// Wording from the function that says each phrase.
    pub fn new(say: impl Fn(&Phrase) -> Form + Send + Sync + 'static) -> Self {
        Self(Arc::new(say))
    }

    /// The phrase with its slots filled.
    pub fn say(&self, phrase: impl Into<Phrase>) -> Form {
        (self.0)(&phrase.into())
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wording")
    }
}

/// Anything the engine prints or says by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Phrase {
    /// Headings and labels of the document.
    Label(Label),
    /// The flyer's own sentences.
    Sheet(SheetPhrase),
    /// The script's own sentences.
    Script(ScriptPhrase),
    /// The telephone line's own sentences.
    Line(LinePhrase),
    /// The HTML twin's and the calendar's own sentences.
    Web(WebPhrase),
}

impl Phrase {
    /// One example of every phrase there is; what a language's contract and the pseudo-language run through.
    pub fn samples() -> Vec<Self> {
        let mut all: Vec<Self> = Label::samples().into_iter().map(Self::from).collect();
        all.extend(SheetPhrase::samples().into_iter().map(Self::from));
        all.extend(ScriptPhrase::samples().into_iter().map(Self::from));
        all.extend(LinePhrase::samples().into_iter().map(Self::from));
        all.extend(WebPhrase::samples().into_iter().map(Self::from));
        all
    }

    /// Its name in code.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Label(phrase) => phrase.name(),
            Self::Sheet(phrase) => phrase.name(),
            Self::Script(phrase) => phrase.name(),
            Self::Line(phrase) => phrase.name(),
            Self::Web(phrase) => phrase.name(),
        }
    }

    /// What fills its slots, in the order of declaration.
    pub fn slots(&self) -> Vec<Slot> {
        match self {
            Self::Label(phrase) => phrase.slots(),
            Self::Sheet(phrase) => phrase.slots(),
            Self::Script(phrase) => phrase.slots(),
            Self::Line(phrase) => phrase.slots(),
            Self::Web(phrase) => phrase.slots(),
        }
    }
}

/// What may fill a slot of a phrase.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// Text that is already resolved.
    Form(Form),
    /// Several of them, joined by the language.
    Forms(Vec<Form>),
    /// A count.
    Count(u64),
    /// A day.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A key of the telephone: `0`–`9`, `*`, `#`.
    Key(char),
    /// A telephone number.
    Phone(PhoneNumber),
    /// Anything that is chosen, not said: a kind of fact, of access.
    Choice(String),
}

/// A type that may stand in a slot.
pub trait SlotValue: Clone {
    /// The slot.
    fn slot(&self) -> Slot;
    /// An example.
    fn sample() -> Self;
}

macro_rules! slot_values {
    ($($type:ty: $value:ident => $slot:expr, $sample:expr;)+) => {$(
        impl SlotValue for $type {
            fn slot(&self) -> Slot { let $value = self; $slot }
            fn sample() -> Self { $sample }
        }
    )+};
}
slot_values! {
    Form: v => Slot::Form(v.clone()), Form::plain("Muster");
    Vec<Form>: v => Slot::Forms(v.clone()), vec![Form::plain("Muster"), Form::plain("Probe")];
    u64: v => Slot::Count(*v), 2;
    char: v => Slot::Key(*v), '1';
    PhoneNumber: v => Slot::Phone(v.clone()), PhoneNumber::parse("030 23125 017").expect("a sound number");
    NaiveDate: v => Slot::Date(*v), NaiveDate::from_ymd_opt(2026, 5, 11).expect("a day");
    NaiveTime: v => Slot::Time(*v), NaiveTime::from_hms_opt(15, 30, 0).expect("a time");
    Access: v => Slot::Choice(v.keyword().to_owned()), Access::StepFree;
    crate::FactKind: v => Slot::Choice(format!("{v:?}")), crate::FactKind::Place;
    Money: v => Slot::Choice(format!("{} {}", v.hundredths(), v.currency().code())), Money::new(250, crate::model::Currency::Eur);
    Vec<OpeningHours>: v => Slot::Choice(format!("{v:?}")), Vec::new();
    bool: v => Slot::Choice(v.to_string()), true;
}
impl<T: SlotValue> SlotValue for Option<T> {
    fn slot(&self) -> Slot {
        self.as_ref().map_or_else(|| Slot::Choice(String::new()), SlotValue::slot)
    }
    fn sample() -> Self {
        Some(T::sample())
    }
}

/// Declares the phrases of one arm: the enum, names, slots and samples.
macro_rules! phrases {
    ($(#[$outer:meta])* $name:ident in $arm:ident { $($(#[$doc:meta])+ $variant:ident $({ $($slot:ident: $type:ty),+ $(,)? })?),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, PartialEq)]
        pub enum $name {
            $($(#[$doc])+ $variant $({ $(#[doc = "See the sentence above."] $slot: $type),+ })?,)+
        }
        impl $name {
            /// One example of each.
            pub fn samples() -> Vec<Self> {
                vec![$(Self::$variant $({ $($slot: <$type as $crate::wording::SlotValue>::sample()),+ })?),+]
            }
            /// Its name in code.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$variant { .. } => stringify!($variant)),+ }
            }
            /// What fills its slots.
            pub fn slots(&self) -> Vec<$crate::wording::Slot> {
                match self { $(Self::$variant $({ $($slot),+ })? => vec![$($($crate::wording::SlotValue::slot($slot)),+)?]),+ }
            }
        }
        impl From<$name> for $crate::wording::Phrase {
            fn from(phrase: $name) -> Self { Self::$arm(phrase) }
        }
    };
}
use phrases;
