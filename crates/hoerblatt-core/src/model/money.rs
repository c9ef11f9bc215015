//! Amounts of money.

/// A currency that offices print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Currency {
    /// Euro and Cent.
    Eur,
    /// Swiss francs and Rappen.
    Chf,
    /// US dollars and cents.
    Usd,
    /// Pounds and pence.
    Gbp,
}

impl Currency {
    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Eur => "EUR",
            Self::Chf => "CHF",
            Self::Usd => "USD",
            Self::Gbp => "GBP",
        }
    }
}

/// An exact amount: hundredths of a currency unit.
///
/// ```
/// use hoerblatt_core::model::{Currency, Money};
/// let price = Money::parse("2,50 €").unwrap();
/// assert_eq!((price.hundredths(), price.currency()), (250, Currency::Eur));
/// assert_eq!(Money::parse("3").unwrap().hundredths(), 300);
/// assert!(Money::parse("2,505").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    hundredths: u64,
    currency: Currency,
}

impl Money {
    /// An amount of `hundredths` (cents) of `currency`.
    pub fn new(hundredths: u64, currency: Currency) -> Self {
        Self { hundredths, currency }
    }

    /// Reads what a price field of the TOML may hold: `3`, `2.50`, `2,50`, each with or without `€` or `EUR`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let bare = text.trim_start_matches(['€', ' ']).trim_end_matches('€');
        let bare = bare.trim_end_matches("EUR").trim_end_matches("Euro").trim();
        let (units, rest) = bare.split_once([',', '.']).unwrap_or((bare, ""));
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        let hundredths = match rest.len() {
            0 if !bare.ends_with([',', '.']) => 0,
            2 if digits(rest) => rest.parse().ok()?,
            _ => return None,
        };
        (digits(units) && units.len() <= 9).then_some(())?;
        Some(Self { hundredths: units.parse::<u64>().ok()? * 100 + hundredths, currency: Currency::Eur })
    }

    /// Whole amount in hundredths.
    pub fn hundredths(self) -> u64 {
        self.hundredths
    }

    /// Whole units, rounded down.
    pub fn units(self) -> u64 {
        self.hundredths / 100
    }

    /// The remainder after the whole units, 0–99.
    pub fn cents(self) -> u64 {
        self.hundredths % 100
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }
}
