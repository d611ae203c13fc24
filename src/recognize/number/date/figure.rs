//! The small whole numbers that dates are made of.

use super::super::site::Site;
use crate::numeral::Style;

/// A whole number from 1 to `most`, Arabic or Han.
#[inline(never)]
pub(super) fn small(site: &Site<'_>, at: u32, most: u8) -> Option<(u8, u32)> {
    small_from_zero(site, at, most).filter(|(value, _)| *value > 0)
}

pub(super) fn small_from_zero(site: &Site<'_>, at: u32, most: u8) -> Option<(u8, u32)> {
    if site.is_digit(at) {
        let (value, end) = digits(site, at).filter(|(_, end)| end - at <= 2)?;
        return u8::try_from(value).ok().filter(|value| *value <= most).map(|value| (value, end));
    }
    let amount = site
        .amount(at)
        .filter(|amount| matches!(amount.style, Style::Han | Style::Magnitude))
        .filter(|amount| amount.vagueness.is_none())?;
    let value = u8::try_from(amount.low.to_integer()?).ok().filter(|value| *value <= most)?;
    Some((value, amount.end))
}

/// A run of ASCII digits.
#[inline(never)]
pub(super) fn digits(site: &Site<'_>, at: u32) -> Option<(u32, u32)> {
    let mut value = 0u32;
    let mut end = at;
    while site.is_digit(end) {
        value = value.checked_mul(10)?.checked_add(u32::from(site.view.at(end)) - 0x30)?;
        end += 1;
    }
    (end > at).then_some((value, end))
}
