//! Numerals: strings of numeral characters and the exact values they denote.
//!
//! A leaf: it knows no text, no positions and no units, and it has no floats.

mod decimal;
mod read;

pub use decimal::Decimal;
pub use read::{Numeral, Style, Vagueness, digit, read};
