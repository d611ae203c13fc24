//! Exact decimal numbers.

use std::cmp::Ordering;
use std::fmt;

/// An exact decimal: `digits × 10^-scale`. Displays without exponent and without trailing zeros.
///
/// ```
/// use quandian::numeral::Decimal;
/// let value = Decimal::parse("6.40").and_then(|v| v.times_power(4));
/// assert_eq!(value.map(|v| v.to_string()).as_deref(), Some("64000"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits as an `i128` in four words: a text holds very many values, and an `i128` is aligned to 16 bytes.
    words: [u32; 4],
    scale: u8,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { words: [0; 4], scale: 0 };

    const fn make(digits: i128, scale: u8) -> Self {
        let words =
            [digits as u32, (digits >> 32) as u32, (digits >> 64) as u32, (digits >> 96) as u32];
        Self { words, scale }
    }

    const fn digits(self) -> i128 {
        let [a, b, c, d] = self.words;
        (a as i128) | (b as i128) << 32 | (c as i128) << 64 | (d as i128) << 96
    }

    /// A whole number.
    pub const fn from_integer(value: i64) -> Self {
        Self::make(value as i128, 0)
    }

    /// Reads `-?digits(.digits)?` in ASCII. `None` where it is anything else or has more than 36 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if whole.is_empty() || whole.len() + fraction.len() > 36 {
            return None;
        }
        let mut digits = 0i128;
        for byte in whole.bytes().chain(fraction.bytes()) {
            digits = digits * 10 + i128::from(char::from(byte).to_digit(10)?);
        }
        Some(Self::normal(if negative { -digits } else { digits }, fraction.len() as u8))
    }

    /// The one representation of a value: no trailing zeros behind the point.
    fn normal(mut digits: i128, mut scale: u8) -> Self {
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Self::make(digits, scale)
    }

    /// Times `10^power`; `None` on overflow.
    pub fn times_power(self, power: u8) -> Option<Self> {
        let (digits, scale) = match self.scale.checked_sub(power) {
            Some(scale) => (self.digits(), scale),
            None => (
                self.digits().checked_mul(10i128.checked_pow(u32::from(power - self.scale))?)?,
                0,
            ),
        };
        Some(Self::normal(digits, scale))
    }

    /// Divided by `10^power`.
    pub fn over_power(self, power: u8) -> Option<Self> {
        Some(Self::normal(self.digits(), self.scale.checked_add(power)?))
    }

    /// Both with the larger scale of the two.
    fn aligned(self, other: Self) -> Option<(i128, i128, u8)> {
        let scale = self.scale.max(other.scale);
        let lift =
            |v: Self| v.digits().checked_mul(10i128.checked_pow(u32::from(scale - v.scale))?);
        Some((lift(self)?, lift(other)?, scale))
    }

    /// The sum; `None` on overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Some(Self::normal(a.checked_add(b)?, scale))
    }

    /// The difference; `None` on overflow.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// The product; `None` on overflow.
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self::normal(
            self.digits().checked_mul(other.digits())?,
            self.scale.checked_add(other.scale)?,
        ))
    }

    /// The quotient rounded half up to `places` decimals; `None` for a zero divisor or on overflow.
    pub fn over(self, divisor: Self, places: u8) -> Option<Self> {
        let (a, b, _) = self.aligned(divisor)?;
        if b == 0 {
            return None;
        }
        let scaled = a.checked_mul(10i128.checked_pow(u32::from(places) + 1)?)?.checked_div(b)?;
        let rounding = if scaled < 0 { -5 } else { 5 };
        Some(Self::normal((scaled + rounding) / 10, places))
    }

    /// With the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self::make(-self.digits(), self.scale)
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.digits() < 0
    }

    /// Whether it has no fraction.
    pub const fn is_integer(self) -> bool {
        self.scale == 0
    }

    /// The value as an `i64`, where it is a whole number that fits.
    pub fn to_integer(self) -> Option<i64> {
        if self.scale == 0 { i64::try_from(self.digits()).ok() } else { None }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.aligned(*other) {
            Some((a, b, _)) => a.cmp(&b),
            // Out of range of the alignment: the sign and the whole part decide.
            None => (self.digits().signum(), self.whole())
                .cmp(&(other.digits().signum(), other.whole())),
        }
    }
}

impl Decimal {
    fn whole(self) -> i128 {
        10i128.checked_pow(u32::from(self.scale)).map_or(0, |p| self.digits() / p)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits() < 0 { "-" } else { "" };
        let digits = self.digits().unsigned_abs().to_string();
        let scale = usize::from(self.scale);
        if scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn displays_exactly() {
        for text in ["0", "64000", "0.05", "-3.5", "123456789012345678901234567890"] {
            assert_eq!(d(text).to_string(), text);
        }
        assert_eq!(d("4.780").to_string(), "4.78");
        assert_eq!(d("4.78").times_power(8).unwrap().to_string(), "478000000");
        assert_eq!(d("35").over_power(1).unwrap().to_string(), "3.5");
    }

    #[test]
    fn computes_exactly() {
        assert_eq!(d("0.1").plus(d("0.2")), Some(d("0.3")));
        assert_eq!(d("7").minus(d("33")), Some(d("-26")));
        assert_eq!(d("-26").over(d("33"), 4), Some(d("-0.7879")));
        assert_eq!(d("1").over(d("0"), 2), None);
        assert!(d("33.75") > d("33"));
        assert_eq!(d("1.5").times(d("4")), Some(d("6")));
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", "-", ".5", "1.2.3", "一", "1e5", "1234567890123456789012345678901234567"]
        {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }
}
