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
    /// The digits as an `i128` in bytes: a text holds very many values, and an `i128` is aligned to 16 bytes.
    bytes: [u8; 16],
    scale: u8,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { bytes: [0; 16], scale: 0 };

    const fn make(digits: i128, scale: u8) -> Self {
        Self { bytes: digits.to_le_bytes(), scale }
    }

    const fn digits(self) -> i128 {
        i128::from_le_bytes(self.bytes)
    }

    /// The digits where they fit into 64 bits, as nearly all do: an `i128` costs several times as much to reckon with.
    const fn short_digits(self) -> Option<i64> {
        let digits = self.digits();
        let (low, high) = (digits as i64, (digits >> 64) as i64);
        if high == low >> 63 { Some(low) } else { None }
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

    /// Digits and scale, where the digits fit into 64 bits.
    pub(super) fn short(self) -> Option<(i64, u8)> {
        self.short_digits().map(|digits| (digits, self.scale))
    }

    /// What [`Self::short`] took apart.
    pub(super) const fn from_short(digits: i64, scale: u8) -> Self {
        Self::make(digits as i128, scale)
    }

    /// `digits × 10^-scale`.
    pub(super) fn from_digits(digits: i64, scale: u8) -> Self {
        Self::normal(i128::from(digits), scale)
    }

    /// The one representation of a value: no trailing zeros behind the point.
    fn normal(mut digits: i128, mut scale: u8) -> Self {
        if scale == 0 {
            return Self::make(digits, 0);
        }
        if let Ok(mut short) = i64::try_from(digits) {
            while scale > 0 && short % 10 == 0 {
                short /= 10;
                scale -= 1;
            }
            return Self::make(short as i128, scale);
        }
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Self::make(digits, scale)
    }

    /// Times `10^power`; `None` on overflow.
    pub fn times_power(self, power: u8) -> Option<Self> {
        if let (Some(short), Some(rest)) = (self.short_digits(), power.checked_sub(self.scale))
            && let Some(digits) = lifted(short, rest)
        {
            return Some(Self::make(digits as i128, 0));
        }
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
        if self.scale == other.scale {
            return Some((self.digits(), other.digits(), self.scale));
        }
        let scale = self.scale.max(other.scale);
        let lift =
            |v: Self| v.digits().checked_mul(10i128.checked_pow(u32::from(scale - v.scale))?);
        Some((lift(self)?, lift(other)?, scale))
    }

    /// The sum; `None` on overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        if let (Some(a), Some(b), true) =
            (self.short_digits(), other.short_digits(), self.scale == other.scale)
            && let Some(sum) = a.checked_add(b)
        {
            return Some(Self::normal(sum as i128, self.scale));
        }
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

/// `digits × 10^power`, where it fits.
fn lifted(digits: i64, power: u8) -> Option<i64> {
    digits.checked_mul(10i64.checked_pow(u32::from(power))?)
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Some(a), Some(b), true) =
            (self.short_digits(), other.short_digits(), self.scale == other.scale)
        {
            return a.cmp(&b);
        }
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

/// Longest text: a sign, a point, and the digits, of which there are at most as many as a scale can be large, and one.
const LONGEST: usize = 258;

impl Decimal {
    /// Adds its text to `text`: what [`Display`](fmt::Display) writes, sooner.
    pub fn push_to(self, text: &mut String) {
        text.push_str(self.written(&mut [0; LONGEST]));
    }

    /// Its text, written into `buffer` from the last digit to the first.
    fn written(self, buffer: &mut [u8; LONGEST]) -> &str {
        let mut start = LONGEST;
        let mut put = |byte: u8| {
            start -= 1;
            if let Some(slot) = buffer.get_mut(start) {
                *slot = byte;
            }
        };
        let (mut rest, mut places) = (self.digits().unsigned_abs(), 0);
        while rest > 0 || places <= usize::from(self.scale) {
            if places == usize::from(self.scale) && places > 0 {
                put(b'.');
            }
            let digit;
            (rest, digit) = match u64::try_from(rest) {
                Ok(short) => (u128::from(short / 10), (short % 10) as u8),
                Err(_) => (rest / 10, (rest % 10) as u8),
            };
            put(b'0' + digit);
            places += 1;
        }
        if self.is_negative() {
            put(b'-');
        }
        buffer.get(start..).and_then(|text| str::from_utf8(text).ok()).unwrap_or("")
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written(&mut [0; LONGEST]))
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
        let long = "123456789012345678901234567890";
        let small = "0.00000000000000000000000000000000001";
        for text in ["0", "64000", "0.05", "-3.5", "-0.07", "-9223372036854775808", long, small] {
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
        // Over the edge of 64 bits and back.
        let edge = d("9223372036854775807");
        assert_eq!(edge.plus(d("1")), Some(d("9223372036854775808")));
        assert_eq!(edge.plus(d("1")).and_then(|sum| sum.minus(d("1"))), Some(edge));
        assert_eq!(d("5000000000").times_power(10), Some(d("50000000000000000000")));
        assert!(d("9223372036854775808") > edge && d("-9223372036854775809") < edge);
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", "-", ".5", "1.2.3", "一", "1e5", "1234567890123456789012345678901234567"]
        {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }
}
