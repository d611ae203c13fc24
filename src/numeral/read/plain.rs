//! Numerals of digits alone: a short way for nine of ten.

use super::super::Decimal;
use super::super::words::{digit, large_place, small_place};
use super::{Numeral, Style};

/// Most digits that are sure to fit into 64 bits.
const SHORT: usize = 18;

/// Nine of ten numerals: `312`, `6.4`, `3.5亿`, with nothing behind that could be a part of it. The reader reads them as
/// well, with much more ado.
pub(super) fn plain(units: &[u16]) -> Option<Numeral> {
    let (whole, length) = digits(units, 0, 0);
    let unit = |at: usize| units.get(at).copied().unwrap_or(0);
    let point = unit(length) == u16::from(b'.') && matches!(unit(length + 1), 0x30..=0x39);
    let from = if point { length + 1 } else { length };
    let (value, end) = if point { digits(units, from, whole) } else { (whole, length) };
    if length == 0 || end > SHORT {
        return None;
    }
    let low = Decimal::from_digits(value, (end - from) as u8);
    let (low, style, end) = match large_place(unit(end)) {
        Some(power) => (low.times_power(power)?, Style::Mixed, end + 1),
        None => (low, Style::Arabic, end),
    };
    let closed = !may_go_on(unit(end));
    closed.then_some(Numeral {
        length: end,
        core_length: end,
        low,
        high: None,
        vagueness: None,
        style,
    })
}

/// Takes digits from `at` on behind those of `value`; the digits together, and where they end. Too many of them are counted only.
fn digits(units: &[u16], at: usize, value: i64) -> (i64, usize) {
    let mut value = value;
    let mut end = at;
    while let Some(unit @ 0x30..=0x39) = units.get(end) {
        value = value.wrapping_mul(10).wrapping_add(i64::from(unit - 0x30));
        end += 1;
    }
    (value, end)
}

/// Whether a numeral may go on with `unit`.
fn may_go_on(unit: u16) -> bool {
    // A comma or a blank groups digits, a point opens decimals.
    matches!(unit, 0x20 | 0x2C | 0x2E | 0x30..=0x39)
        || digit(unit).is_some()
        || small_place(unit).is_some()
        || large_place(unit).is_some()
        || matches!(char::from_u32(u32::from(unit)), Some('点' | '余' | '多' | '来' | '几' | '+'))
}
