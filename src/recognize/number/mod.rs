//! The number layer: every numeral of the view is read or rejected with a reason.

use crate::annotation::{Number, Rejection};
use crate::span::View;
use crate::text::{Normalizer, Text};

/// The number recogniser with its tables.
pub struct NumberRecognizer {}

impl NumberRecognizer {
    /// Builds the tables.
    pub fn new(_normalizer: &Normalizer) -> Self {
        Self {}
    }

    /// Reads all numerals of `text`: numbers and rejections, each sorted and without overlap.
    pub fn recognize(&self, _text: &Text<'_>) -> (Vec<Number<View>>, Vec<Rejection<View>>) {
        (Vec::new(), Vec::new())
    }
}
