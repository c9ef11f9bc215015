//! Venues and postal addresses.

use super::Prose;

/// Where something takes place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// What the venue is called.
    pub name: Prose,
    /// Its address.
    pub address: Option<Address>,
    /// Room, floor or entrance, as written: "Raum 2.14", "Eingang am Hof".
    pub room: Option<Prose>,
    /// How to get there: bus and tram lines, stops.
    pub directions: Option<Prose>,
}

/// A postal address after DIN 5008: street and number, post code and town.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// Street with house number: "Märkische Straße 24–26 a".
    pub street: Option<String>,
    /// Post code, digits (and letters abroad).
    pub postcode: Option<String>,
    /// Town.
    pub town: Option<String>,
}
