//! Decimals for keeping: a text holds very many of them.

use super::Decimal;

/// A [`Decimal`] in nine bytes where its digits fit into 64 bits, as nearly all do.
///
/// ```
/// use quandian::numeral::{Decimal, Packed};
/// let value = Decimal::parse("6.4");
/// assert_eq!(value.map(|value| Packed::from(value).get()), value);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed(Kept);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kept {
    /// Digits, little-endian, and scale.
    Short([u8; 8], u8),
    Long(Box<Decimal>),
}

impl From<Decimal> for Packed {
    fn from(value: Decimal) -> Self {
        Self(match value.short() {
            Some((digits, scale)) => Kept::Short(digits.to_le_bytes(), scale),
            None => Kept::Long(Box::new(value)),
        })
    }
}

impl Packed {
    /// The value.
    pub fn get(&self) -> Decimal {
        match &self.0 {
            Kept::Short(digits, scale) => Decimal::from_short(i64::from_le_bytes(*digits), *scale),
            Kept::Long(value) => **value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Packed};

    #[test]
    fn nothing_is_lost() {
        for text in ["0", "-3.5", "9223372036854775807", "-9223372036854775809", "0.0000001"] {
            let value = Decimal::parse(text).unwrap();
            assert_eq!(Packed::from(value).get(), value, "{text}");
        }
    }
}
