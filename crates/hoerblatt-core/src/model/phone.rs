//! Telephone numbers: digits for a machine, groups for an ear.

/// A telephone number with its written groups.
///
/// The groups are kept because people memorise and hear a number in the groups in which it is printed (DIN 5008 parts
/// country, area and subscriber number by a space and sets a hyphen before an extension).
///
/// ```
/// use hoerblatt_core::model::PhoneNumber;
/// let number = PhoneNumber::parse("(030) 23125-017").unwrap();
/// assert_eq!(number.groups(), ["030", "23125", "017"]);
/// assert_eq!(number.dialled("49"), "+4930231250 17".replace(' ', ""));
/// assert!(PhoneNumber::parse("Zimmer 4").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber {
    international: bool,
    groups: Vec<String>,
    extension: bool,
}

impl PhoneNumber {
    /// Reads digits in groups parted by space, hyphen, slash, dot or brackets; a leading `+` or `00` marks a country code.
    /// `None` if there is any other sign, or fewer than 3 or more than 18 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (international, body) = match text.strip_prefix('+') {
            Some(rest) => (true, rest.to_owned()),
            None => match text.strip_prefix("00") {
                Some(rest) if !rest.starts_with('0') => (true, rest.to_owned()),
                _ => (false, text.to_owned()),
            },
        };
        // "+49 (0)30 …": the bracketed zero is dialled only inside the country.
        let body = if international { body.replace("(0)", " ") } else { body };
        let parts = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '-' | '‑' | '–' | '/' | '.' | '(' | ')');
        if body.chars().any(|c| !c.is_ascii_digit() && !parts(c)) {
            return None;
        }
        let groups: Vec<String> = body.split(parts).filter(|g| !g.is_empty()).map(str::to_owned).collect();
        let digits: usize = groups.iter().map(String::len).sum();
        let last_sign = body.trim_end().rfind(['-', '‑', '–']);
        let extension = groups.len() > 1
            && last_sign.is_some_and(|at| body[at..].chars().skip(1).all(|c| c.is_ascii_digit() || c == ' '));
        (3..=18).contains(&digits).then_some(Self { international, groups, extension })
    }

    /// The groups of digits in the order in which they are said; a country code comes first, without its `+`.
    pub fn groups(&self) -> &[String] {
        &self.groups
    }

    /// Whether the first group is a country code.
    pub fn is_international(&self) -> bool {
        self.international
    }

    /// Whether the last group is an extension (written after a hyphen).
    pub fn has_extension(&self) -> bool {
        self.extension
    }

    /// All digits as written, without signs.
    pub fn digits(&self) -> String {
        self.groups.concat()
    }

    /// Whether it is a short or service number that is dialled as it is (110, 112, 115, 116 117).
    pub fn is_short(&self) -> bool {
        let digits = self.digits();
        !self.international && (digits.len() <= 4 || (digits.len() == 6 && digits.starts_with("116")))
    }

    /// The number as a machine dials it (E.164), with `country` (e.g. `49`) put in place of a leading zero; short numbers stay.
    pub fn dialled(&self, country: &str) -> String {
        let digits = self.digits();
        match (self.international, self.is_short(), digits.strip_prefix('0')) {
            (true, ..) => format!("+{digits}"),
            (false, false, Some(rest)) => format!("+{country}{rest}"),
            _ => digits,
        }
    }
}
