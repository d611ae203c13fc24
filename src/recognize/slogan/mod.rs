//! The slogan layer.

use crate::annotation::{Rejection, Slogan};
use crate::span::View;
use crate::text::{Normalizer, Text};

/// The slogan recogniser with its tables.
pub struct SloganRecognizer {}

impl SloganRecognizer {
    /// Builds the tables.
    pub fn new(_normalizer: &Normalizer) -> Self {
        Self {}
    }

    /// Finds the slogans of `text`, sorted by start (outer before inner), and what was considered and left out.
    pub fn recognize(&self, _text: &Text<'_>) -> (Vec<Slogan<View>>, Vec<Rejection<View>>) {
        (Vec::new(), Vec::new())
    }
}
