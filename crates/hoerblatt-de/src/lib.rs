//! (in work)

pub mod spot;

pub mod vocabulary;
