//! Ways to reach somebody.

use super::money::Money;
use super::{Id, Office, PhoneNumber, Prose};
use chrono::NaiveDate;

/// Ways to reach an office or an organiser.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Contact {
    /// A person's name.
    pub person: Option<Prose>,
    /// Telephone.
    pub phone: Option<PhoneNumber>,
    /// E-mail address, checked to have one `@` and a domain.
    pub email: Option<String>,
    /// Web address with its scheme.
    pub web: Option<String>,
}

impl Contact {
    /// Whether there is no way at all.
    pub fn is_empty(&self) -> bool {
        self.phone.is_none() && self.email.is_none() && self.web.is_none()
    }
}

/// What an event costs.
#[derive(Debug, Clone, PartialEq)]
pub struct Admission {
    /// The price; `None` together with `free == false` means that only the note tells.
    pub price: Option<Money>,
    /// A reduced price.
    pub reduced: Option<Money>,
    /// Nothing to pay.
    pub free: bool,
    /// Anything else: "Spenden erbeten", "inklusive Kaffee".
    pub note: Option<Prose>,
}

/// Whether and how to register.
#[derive(Debug, Clone, PartialEq)]
pub struct Registration {
    /// Whether one must.
    pub required: bool,
    /// Until which day.
    pub until: Option<NaiveDate>,
    /// With which office.
    pub office: Option<Id<Office>>,
    /// Or in which other way.
    pub contact: Contact,
    /// Anything else: "höchstens 20 Plätze".
    pub note: Option<Prose>,
}
