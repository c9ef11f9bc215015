//! The large-print sheet as data: sizes, leading, measure, colours. Every number names its source.
//!
//! Sources in short: *UKAAF* G003 and MS03 (clear and large print), *ACB* large print guidelines 2025, *RNIB* clear print, *DBSV* and *LWL*
//! (German guides for readable print), *leserlich.info* (DIN 1450), *WCAG* 2.2.

use crate::font::Weight;

/// The paper a sheet is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 148 × 210 mm.
    A5,
    /// 8.5 × 11 in.
    Letter,
}

impl Paper {
    /// Reads `a4`, `a5`, `letter` as `publication.toml` and the command line write them.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "a4" => Some(Self::A4),
            "a5" => Some(Self::A5),
            "letter" => Some(Self::Letter),
            _ => None,
        }
    }

    /// Width and height in pt.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::A5 => (419.53, 595.28),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// A colour of screen and office printer, sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Black.
    pub const BLACK: Self = Self(0, 0, 0);
    /// White.
    pub const WHITE: Self = Self(255, 255, 255);
    /// The yellow of high-contrast screens.
    pub const YELLOW: Self = Self(255, 255, 0);

    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let sound = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        if sound { Some(Self(part(0)?, part(2)?, part(4)?)) } else { None }
    }

    /// Relative luminance, WCAG 2.2.
    pub fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let v = f64::from(value) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast ratio with another colour, 1 to 21, WCAG 2.2.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// Least contrast of anything that is read: WCAG 2.2 success criterion 1.4.6 (AAA).
pub const LEAST_CONTRAST: f64 = 7.0;

/// The colours of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Theme {
    /// The default, and what a copier makes of everything.
    #[default]
    BlackOnWhite,
    /// For readers whom a white page dazzles.
    WhiteOnBlack,
    /// The same, warmer.
    YellowOnBlack,
    /// Headings and bars in the city's colour, text in black on white.
    City,
}

impl Theme {
    /// Reads the word that `publication.toml` and the command line use.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "black-on-white" => Some(Self::BlackOnWhite),
            "white-on-black" => Some(Self::WhiteOnBlack),
            "yellow-on-black" => Some(Self::YellowOnBlack),
            "city" => Some(Self::City),
            _ => None,
        }
    }

    /// Whether light letters stand on dark paper: leserlich.info asks for more size and weight then.
    pub fn is_dark(self) -> bool {
        matches!(self, Self::WhiteOnBlack | Self::YellowOnBlack)
    }
}

/// The colours that a theme comes down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The page.
    pub paper: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Bars, frames and the blocks of cancelled events.
    pub accent: Rgb,
}

/// Body sizes on offer, pt. UKAAF and RLP: large print begins at 16; ACB: 18 for any text.
pub const SIZES: [f32; 5] = [16.0, 18.0, 20.0, 24.0, 28.0];

/// What a line of text is, typographically.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Voice {
    /// Running text.
    Body,
    /// Running text that matters more; emphasis is by weight alone (UKAAF: no italics, underline or capitals).
    Strong,
    /// The headline.
    Headline,
    /// A heading of the outermost sections.
    Heading,
    /// A heading below that, an event's title, an appointment's time.
    Subheading,
    /// The day on a card: the first thing the eye finds.
    Date,
    /// An office's telephone number: the largest type after the headline.
    Phone,
}

/// Size, leading and weight of a voice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Type size, pt.
    pub size: f32,
    /// Distance of baselines, pt.
    pub leading: f32,
    /// Weight.
    pub weight: Weight,
}

/// The sheet: paper, body size and everything that follows from them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// Body size, pt.
    pub size: f32,
    /// Paper width, pt.
    pub width: f32,
    /// Paper height, pt.
    pub height: f32,
    /// Colours.
    pub palette: Palette,
}

impl Sheet {
    /// A sheet of `paper` with running text of `size` pt.
    pub fn new(paper: Paper, size: f32, palette: Palette) -> Self {
        let (width, height) = paper.size();
        Self { size, width, height, palette }
    }

    /// The vertical step that all distances are multiples of: a quarter of the body's leading.
    pub fn step(&self) -> f32 {
        self.size * BODY_LEADING / 4.0
    }

    /// A blank line: the gap between paragraphs (UKAAF: at least one blank line).
    pub fn blank(&self) -> f32 {
        self.step() * 4.0
    }

    /// Left and right margin, pt. DBSV asks for at least 10 mm on A4; 20 mm leaves room for the hand and the hole punch.
    pub fn margin_x(&self) -> f32 {
        self.width * 20.0 / 210.0
    }

    /// Top margin, pt.
    pub fn margin_top(&self) -> f32 {
        self.width * 18.0 / 210.0
    }

    /// Bottom margin below the page number, pt.
    pub fn margin_bottom(&self) -> f32 {
        self.width * 13.0 / 210.0
    }

    /// Width of the type area, pt.
    pub fn measure(&self) -> f32 {
        self.width - 2.0 * self.margin_x()
    }

    /// Room of the page number with the space above it.
    pub fn footer(&self) -> f32 {
        self.step() * 7.0
    }

    /// The lowest point that content may reach, from the top of the page.
    pub fn content_bottom(&self) -> f32 {
        self.height - self.margin_bottom() - self.footer()
    }

    /// Height that content has on a page.
    pub fn content_height(&self) -> f32 {
        self.content_bottom() - self.margin_top()
    }

    /// Thickness of rules and frames, pt. DBSV, LWL: at least 1 pt.
    pub fn rule(&self) -> f32 {
        (self.size / 12.0).max(1.0)
    }

    /// Size, leading and weight of a voice.
    pub fn style(&self, voice: Voice) -> Style {
        let (scale, weight) = match voice {
            Voice::Body => (1.0, Weight::Regular),
            Voice::Strong => (1.0, Weight::Bold),
            Voice::Headline => (1.85, Weight::Bold),
            Voice::Phone => (1.7, Weight::Bold),
            Voice::Date => (1.6, Weight::Bold),
            Voice::Heading => (1.5, Weight::Bold),
            Voice::Subheading => (1.25, Weight::Bold),
        };
        // On A5 the measure is 70 % of A4's; display sizes give way so that a long German word still fits, running text does not.
        let narrow = (self.measure() / self.size / 26.8).min(1.0);
        let scale = if scale > 1.25 { 1.25 + (scale - 1.25) * narrow } else { scale };
        let size = match voice {
            Voice::Body | Voice::Strong => self.size,
            // Stadt Münster, ACB: headings at least 4 pt above the text.
            _ => (self.size * scale).max(self.size + 4.0),
        };
        let leading = match voice {
            Voice::Body | Voice::Strong => self.size * BODY_LEADING,
            _ => (size * DISPLAY_LEADING / self.step()).ceil() * self.step(),
        };
        Style { size, leading, weight }
    }
}

/// Leading of running text in sizes. ACB, Lebenshilfe: at least 1.5.
pub const BODY_LEADING: f32 = 1.5;
/// Least leading of display lines in sizes; rounded up to the vertical step. Bundesregierung's style guide: never below 1.2.
pub const DISPLAY_LEADING: f32 = 1.2;
