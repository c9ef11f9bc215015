//! Who listens?

/// The way a script reaches its listener.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// A reader at a computer, who can jump and repeat: everything, with lists announced and pictures described.
    ScreenReader,
    /// A caller, who cannot: no pictures, no web addresses, no table of other districts; telephone numbers twice.
    Phone,
}

impl Channel {
    /// Both.
    pub const ALL: [Self; 2] = [Self::ScreenReader, Self::Phone];

    /// Its name in file names and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::ScreenReader => "screen-reader",
            Self::Phone => "phone",
        }
    }

    /// The channel with this name.
    ///
    /// ```
    /// use hoerblatt_ssml::Channel;
    /// assert_eq!(Channel::named("phone"), Some(Channel::Phone));
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.name() == name)
    }
}
