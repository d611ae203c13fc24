//! The value in terms of the unit, and what behind the unit adds to it.

use super::super::site::{Amount, Site};
use super::super::tables::UnitMatch;
use super::Measure;
use super::sign;
use crate::annotation::{NumberKind, Value};
use crate::numeral::{self, Decimal, Style};
use crate::recognize::chars;
use crate::span::{Span, View};

/// The value in terms of the unit: 三成五 is 35, 5角 is 0.5 CNY, 一倍半 is 1.5.
pub(super) fn scaled(value: Decimal, unit: UnitMatch<'_>, half: bool) -> Option<Decimal> {
    let value = if half { value.plus(Decimal::parse("0.5")?)? } else { value };
    if unit.factor == "1" { Some(value) } else { value.times(Decimal::parse(unit.factor)?) }
}

/// 六五折 is 6.5折.
pub(super) fn fold_discount(value: Decimal, amount: Amount, unit: UnitMatch<'_>) -> Decimal {
    let two_digits = amount.style == Style::Positional || value >= Decimal::from_integer(10);
    match unit.name {
        Some("折") if two_digits => value.over_power(1).unwrap_or(value),
        _ => value,
    }
}

/// What may still belong to it: 三成五, 5元3角, 元整.
pub(super) fn tail(site: &Site<'_>, value: Value, measure: Measure<'_>) -> (Value, u32) {
    let mut end = measure.end;
    let Some(mut value) = value.exact() else { return (value, end) };
    if let Some(behind) = behind_metres(site, measure)
        && let Some(value) = with_fraction(site, measure.amount, Span::new(end, behind))
    {
        return (value, behind);
    }
    match measure.unit.name {
        Some("percent") if measure.unit.factor == "10" => {
            if let Some((more, behind)) = behind_tenths(site, end) {
                value = value.plus(more).unwrap_or(value);
                end = behind;
            }
        }
        Some(currency) if measure.unit.kind == NumberKind::Money => {
            while let Some((more, next)) = smaller_coin(site, end, currency) {
                value = value.plus(more).unwrap_or(value);
                end = next;
            }
            // 六角八分钱
            let coins = end > measure.end || measure.unit.factor != "1";
            end += u32::from(coins && site.char(end) == '钱');
            if chars::IN_ALL.at(site.view, end) && !site.is_han(end + 1) {
                end += 1;
            }
        }
        _ => {
            if let Some((more, next)) = tenths(site, end, measure.unit) {
                value = value.plus(more).unwrap_or(value);
                end = next;
            }
        }
    }
    (Value::one(value), end)
}

/// 19米36, 1米8, 一米八: one or two digits behind the metres are their fraction; not 十米一岗.
fn behind_metres(site: &Site<'_>, measure: Measure<'_>) -> Option<u32> {
    let metres = measure.amount.low.is_integer()
        && !sign(site).1
        && measure.end == measure.unit_start + 1
        && site.char(measure.unit_start) == '米';
    if !metres {
        return None;
    }
    let end = site.run_end(measure.end);
    let ascii = site.is_digit(site.at);
    let written = |at| if ascii { site.is_digit(at) } else { site.han_digit(at).is_some() };
    let closed = ascii || !site.is_han(end) || chars::MEASURED.at(site.view, end);
    let digits = closed && (measure.end..end).all(written);
    let apart = || site.unit(end).is_none() && site.char(end) != '.';
    (digits && (1..=2).contains(&(end - measure.end)) && apart()).then_some(end)
}

/// The amount with the digits of `span` behind its point.
pub(super) fn with_fraction(site: &Site<'_>, amount: Amount, span: Span<View>) -> Option<Value> {
    let digit = |at| site.han_digit(at).map_or(site.char(at), |digit| char::from(b'0' + digit));
    let digits: String = (span.start..span.end).map(digit).collect();
    let fraction = Decimal::parse(&["0.", &digits].concat())?;
    Some(Value::one(amount.low.plus(fraction)?))
}

/// 三成五, 2成3, 一成半: how many per cent the characters behind 成 add, and where they end.
fn behind_tenths(site: &Site<'_>, at: u32) -> Option<(Decimal, u32)> {
    if site.char(at) == '半' {
        return Some((Decimal::from_integer(5), at + 1));
    }
    let digit = |at| site.char(at).to_digit(10).map(i64::from);
    let figure = digit(at).or_else(|| numeral::digit(site.view.at(at)).map(i64::from))?;
    let end = at + 1;
    // 胜率5成83，: the second is a tenth of it.
    if site.is_digit(at) && site.is_digit(end) && !site.is_numeral(end + 1) {
        let tenths =
            digit(end).and_then(|tenth| Decimal::from_integer(figure * 10 + tenth).over_power(1));
        return tenths
            .filter(|_| !site.is_han(end + 1) && !matches!(site.char(end + 1), '.' | '%'))
            .map(|more| (more, end + 1));
    }
    // 6成12岁以下儿童, 3成10年以上司龄: digits with a unit of their own.
    let own = site.is_digit(at) && site.unit(end).is_some();
    (!site.is_numeral(end) && site.char(end) != '.' && !own)
        .then_some((Decimal::from_integer(figure), end))
}

/// 二两 behind 三斤, 八分 behind 一亩, 五 behind 一尺 where nothing follows: their value and where they end.
fn tenths(site: &Site<'_>, at: u32, unit: UnitMatch<'_>) -> Option<(Decimal, u32)> {
    let named = !unit.tenth.is_empty() && site.is_numeral(at);
    let amount = named.then(|| site.amount(at)).flatten()?;
    let end = match site.view.starts_with(amount.end, unit.tenth) {
        true => amount.end + 1,
        false => amount.end,
    };
    let last = end == at + 1 && !site.is_digit(at) && !site.is_han(end);
    let fits = amount.high.is_none() && (end > amount.end || last);
    let tenths = fits.then(|| amount.low.over_power(1)).flatten()?;
    (amount.low < Decimal::from_integer(10)).then_some((tenths, end))
}

/// 3角 behind 5元, 九 behind 九块: its value and where it ends.
pub(super) fn smaller_coin(site: &Site<'_>, at: u32, currency: &str) -> Option<(Decimal, u32)> {
    if !site.is_numeral(at) {
        return None;
    }
    let amount = site.amount(at)?;
    let colloquial = amount.end == at + 1 && site.char(at - 1) == '块' && !site.is_han(at + 1);
    let (factor, width) = match site.char(amount.end) {
        '角' | '毛' => ("0.1", 1),
        '分' => ("0.01", 1),
        _ if colloquial => ("0.1", 0),
        _ => return None,
    };
    (currency == "CNY").then_some(())?;
    Some((amount.low.times(Decimal::parse(factor)?)?, amount.end + width))
}
