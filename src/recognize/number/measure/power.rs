//! A figure and a power of ten: 6.02×10^23, 12.3×10⁹/L, 1.6×10⁻³.

use super::super::site::{Amount, Site, number};
use super::finish;
use super::unit::unit_at;
use crate::annotation::{Number, NumberKind, Value};
use crate::span::{Span, View};

/// The number, where × and 10 with an exponent stand behind `first`. 12.3×109/L has lost its raised digits.
pub(super) fn power_of_ten(
    site: &Site<'_>,
    start: u32,
    negative: bool,
    first: Amount,
) -> Option<Number<View>> {
    let times = site.skip_blank(first.end);
    let ten = site.skip_blank(times + 1);
    if site.char(times) != '×' || !site.view.starts_with(ten, "10") {
        return None;
    }
    let raised = u32::from(site.char(ten + 2) == '^');
    // 3×10-15厘米: a plain - leads to the end of a range.
    let sign = site.char(ten + 2 + raised);
    let minus = sign == '⁻' || raised > 0 && sign == '-';
    let (power, end) = exponent(site, ten + 2 + raised + u32::from(minus))?;
    let per = site.char(end) == '/';
    if raised == 0 && !minus && site.is_digit(ten + 2) && !per {
        return None;
    }
    let value = if minus { first.low.over_power(power)? } else { first.low.times_power(power)? };
    let value = Value::one(if negative { value.negated() } else { value });
    let unit = unit_at(site, first, end + u32::from(per));
    let Some(mut measure) = unit.filter(|unit| unit.unit.factor == "1") else {
        let mut found = number(Span::new(start, end), NumberKind::Quantity, "bare-numeral");
        found.value = value;
        return Some(found);
    };
    measure.unit_start -= u32::from(per);
    measure.unit.length += u32::from(per);
    Some(finish(site, start, measure, value))
}

/// The digit that `c` raises: ² is 2.
fn raised(c: char) -> Option<u32> {
    match c {
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁰' | '⁴'..='⁹' => Some(u32::from(c) - u32::from('⁰')),
        _ => None,
    }
}

fn exponent(site: &Site<'_>, at: u32) -> Option<(u8, u32)> {
    let digit = |at: u32| site.char(at).to_digit(10).or_else(|| raised(site.char(at)));
    let end = (at..at + 2).take_while(|at| digit(*at).is_some()).last()? + 1;
    let power = (at..end).filter_map(digit).fold(0, |power, digit| power * 10 + digit);
    Some((u8::try_from(power).ok()?, end))
}
