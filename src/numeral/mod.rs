//! Numerals: strings of numeral characters and the exact values they denote.
//!
//! A leaf: it knows no text, no positions and no units, and it has no floats.

mod decimal;
mod packed;
mod read;
mod words;

pub use decimal::Decimal;
pub use packed::Packed;
pub use read::{Numeral, Style, Vagueness, read};
pub use words::digit;
