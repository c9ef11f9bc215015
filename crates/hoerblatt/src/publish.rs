//! (in work)

/// Hears how far the work is.
pub trait Progress: Sync {
    /// `done` of `total` pieces are finished.
    fn step(&self, done: usize, total: usize);
}
