//! What a city may choose for its flyers.

use crate::{
    rules,
    sheet::{LEAST_CONTRAST, Palette, Paper, Rgb, SIZES, Sheet, Theme},
    words::HyphenPolicy,
};
use hoerblatt_core::{Diagnostic, Form};
use std::{collections::BTreeMap, path::PathBuf};

/// How the flyers of a publication are printed.
#[derive(Debug, Clone)]
pub struct FlyerOptions {
    /// Body size in pt: 16, 18, 20, 24 or 28. Everything else follows from it, nothing is smaller.
    pub size_pt: f32,
    /// The paper.
    pub paper: Paper,
    /// The colours.
    pub theme: Theme,
    /// The city's colour as `#rrggbb`, for [`Theme::City`].
    pub colour: Option<String>,
    /// More pages than this are an error.
    pub max_pages: Option<u32>,
    /// How hyphens at line ends are written.
    pub hyphen: HyphenPolicy,
    /// The city's logo.
    pub logo: Option<Logo>,
    /// The bytes of every picture that a document or the logo names, by the path it is named with.
    pub pictures: BTreeMap<PathBuf, Vec<u8>>,
}

/// A city's logo.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    /// Its file, a key of [`FlyerOptions::pictures`].
    pub file: PathBuf,
    /// What it shows.
    pub alt: Form,
}

impl Default for FlyerOptions {
    fn default() -> Self {
        Self {
            size_pt: 18.0,
            paper: Paper::default(),
            theme: Theme::default(),
            colour: None,
            max_pages: None,
            hyphen: HyphenPolicy::default(),
            logo: None,
            pictures: BTreeMap::new(),
        }
    }
}

impl FlyerOptions {
    /// The sheet that these options come down to; `None` with a finding where they cannot be met.
    pub fn sheet(&self, diagnostics: &mut Vec<Diagnostic>) -> Option<Sheet> {
        if !SIZES.contains(&self.size_pt) {
            let allowed: Vec<String> = SIZES.iter().map(ToString::to_string).collect();
            diagnostics.push(rules::size_unsound(None, self.size_pt, allowed));
            return None;
        }
        let palette = self.palette(diagnostics)?;
        Some(Sheet::new(self.paper, self.size_pt, palette))
    }

    fn palette(&self, diagnostics: &mut Vec<Diagnostic>) -> Option<Palette> {
        let plain = |paper, ink| Some(Palette { paper, ink, accent: ink });
        match self.theme {
            Theme::BlackOnWhite => plain(Rgb::WHITE, Rgb::BLACK),
            Theme::WhiteOnBlack => plain(Rgb::BLACK, Rgb::WHITE),
            Theme::YellowOnBlack => plain(Rgb::BLACK, Rgb::YELLOW),
            Theme::City => {
                let Some(text) = &self.colour else {
                    diagnostics.push(rules::colour_missing(None));
                    return None;
                };
                let Some(colour) = Rgb::parse(text) else {
                    diagnostics.push(hoerblatt_core::rules::colour_unsound(None, text.as_str()));
                    return None;
                };
                let contrast = colour.contrast(Rgb::WHITE);
                if contrast < LEAST_CONTRAST {
                    let contrast = (contrast * 10.0).round() / 10.0;
                    diagnostics.push(rules::contrast_too_low(None, text, contrast, LEAST_CONTRAST));
                    return None;
                }
                Some(Palette { paper: Rgb::WHITE, ink: Rgb::BLACK, accent: colour })
            }
        }
    }
}
