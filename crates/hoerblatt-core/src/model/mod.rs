//! What is meant: one file per noun, plain structs with public fields.
//!
//! Everything here is resolved against the other files (ids exist, dates are dates) but not yet against a language: dates are
//! not words, prose is not sentences. [`crate::read`] makes a [`Publication`]; code may build one just as well.

mod article;
mod contact;
mod district;
mod event;
mod id;
mod image;
mod lexicon;
mod money;
mod office;
mod phone;
mod place;
mod programme;
mod prose;
mod publication;
mod settings;

pub use article::{Article, ArticleSection, Link};
pub use contact::{Admission, Contact, Registration};
pub use district::{District, DistrictGroup};
pub use event::{Access, Event, Status, When};
pub use id::Id;
pub use image::Image;
pub use lexicon::{Lexicon, LexiconEntry, LexiconForm, Reading};
pub use money::{Currency, Money};
pub use office::{Office, OpeningHours, Region, WeekdayOrd};
pub use phone::PhoneNumber;
pub use place::{Address, Place};
pub use programme::Programme;
pub use prose::{LanguageTag, Prose};
pub use publication::{Imprint, Publication};
pub use settings::{Logo, PhoneSettings, PrintSettings, Settings, SpeechSettings, VoiceSettings, WebSettings};
