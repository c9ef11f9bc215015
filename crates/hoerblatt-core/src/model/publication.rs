//! The whole: one article, one programme, a city.

use super::{Article, Contact, District, DistrictGroup, Id, LanguageTag, Lexicon, Office, Programme, Prose, Settings};

/// One text, written once, for eye, ear and machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// What the sheet is called, e.g. "15+1 Jahre Seniorenbüros".
    pub title: Prose,
    /// The portal or series it appears in.
    pub portal: Option<Prose>,
    /// The language of all text that is not marked otherwise.
    pub language: LanguageTag,
    /// The article.
    pub article: Article,
    /// The events.
    pub programme: Programme,
    /// The districts in the order of the file.
    pub districts: Vec<District>,
    /// Groups of districts for the telephone menu; may be empty.
    pub groups: Vec<DistrictGroup>,
    /// The offices in the order of the file.
    pub offices: Vec<Office>,
    /// How names are said.
    pub lexicon: Lexicon,
    /// Who is responsible.
    pub imprint: Option<Imprint>,
    /// Choices for each arm.
    pub settings: Settings,
}

impl Publication {
    /// The district with this id.
    pub fn district(&self, id: &Id<District>) -> Option<&District> {
        self.districts.iter().find(|d| d.id == *id)
    }

    /// The office with this id.
    pub fn office(&self, id: &Id<Office>) -> Option<&Office> {
        self.offices.iter().find(|o| o.id == *id)
    }

    /// The office that serves a district: the one the district names, else the first that names the district.
    pub fn office_of(&self, district: &Id<District>) -> Option<&Office> {
        let named = self.district(district)?.office.as_ref().and_then(|id| self.office(id));
        named.or_else(|| self.offices.iter().find(|o| o.districts.contains(district)))
    }
}

/// Who is responsible for the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Imprint {
    /// The publisher and its address, as running text.
    pub text: Prose,
    /// How to reach it.
    pub contact: Contact,
}
