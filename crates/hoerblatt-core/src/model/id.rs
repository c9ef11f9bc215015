//! Ids as written in the TOML: short, stable, lower case.

use std::{fmt, hash::Hash, marker::PhantomData, sync::Arc};

/// The id of a `T` (an event, a district, an office): `[a-z0-9-]+`, unique among its kind, used in file names.
///
/// ```
/// use hoerblatt_core::{Id, model::District};
/// let id: Id<District> = Id::new("innenstadt-west").unwrap();
/// assert_eq!(id.as_str(), "innenstadt-west");
/// assert!(Id::<District>::new("../etc").is_none());
/// ```
pub struct Id<T> {
    text: Arc<str>,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// An id, or `None` if the text has anything but `a–z`, `0–9` and inner hyphens, or more than 64 characters.
    pub fn new(text: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let sound = !text.is_empty() && text.len() <= 64 && text.chars().all(fits);
        (sound && !text.starts_with('-') && !text.ends_with('-')).then(|| Self { text: text.into(), of: PhantomData })
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self { text: Arc::clone(&self.text), of: PhantomData }
    }
}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.text)
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
