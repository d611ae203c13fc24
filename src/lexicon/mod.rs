//! The lexicon: bytes → lookups.

use crate::error::Error;

/// A compiled lexicon.
pub struct Lexicon {}

impl Lexicon {
    /// Reads a compiled lexicon.
    pub fn from_bytes(_bytes: &[u8]) -> Result<Self, Error> {
        Err(Error::LexiconDamaged("unknown format"))
    }
}
