//! Lengths of time, of one unit or of several side by side.

use super::super::site::{Amount, Site};
use super::super::tables::UnitMatch;
use super::iso::{Iso, minutes};
use super::range::tells_change;
use super::unit::unit_at;
use super::value::{scaled, with_fraction};
use super::{Measure, finish};
use crate::annotation::{Number, NumberKind, Value};
use crate::numeral::Decimal;
use crate::recognize::chars;
use crate::span::{Span, View};

/// 近五年, 三年六个月, 5年来, 两个半月, 六个月至一年二个月.
pub(super) fn duration(site: &Site<'_>, start: u32, first: Measure<'_>) -> Number<View> {
    let mut iso = Iso::default();
    let complete = iso.add(first.amount, first.unit, first.half);
    let (end, parts, ranges) = more_time(site, first, &mut iso);
    let value = match (first.amount.high, parts) {
        (Some(high), 1) => Value::range(first.amount.low, high),
        (None, 1) if end == first.end => {
            scaled(first.amount.low, first.unit, first.half).map_or(Value::None, Value::one)
        }
        _ => Value::None,
    };
    let value = if parts == 1 { split_second(site, first, end).unwrap_or(value) } else { value };
    let mut found = finish(site, start, Measure { end, ..first }, value);
    if found.value == Value::None {
        found.unit = None;
    }
    if let Some(iso) = iso.text().filter(|_| first.amount.high.is_none() && complete && !ranges) {
        found.set_iso(&iso);
    }
    found.span.end = since(site, found.span.end);
    found
}

/// 来 or 以来 behind a duration belongs to it.
fn since(site: &Site<'_>, end: u32) -> u32 {
    if site.view.starts_with(end, "以来") {
        end + 2
    } else if site.char(end) == '来' && !chars::COMING.at(site.view, end + 1) {
        end + 1
    } else {
        end
    }
}

/// Smaller units of time side by side, and a second length in other units behind 至; the end, the number of parts, and
/// whether there is a second length.
fn more_time(site: &Site<'_>, first: Measure<'_>, iso: &mut Iso) -> (u32, u32, bool) {
    let (mut end, mut parts, mut ranges) = (first.end, 1, false);
    if first.half || first.amount.high.is_some() {
        return (end, parts, ranges);
    }
    while parts < 6 {
        let next_at = if site.is_numeral(end) {
            // 三年零两个月
            Some(end + u32::from(site.char(end) == '零' && site.is_numeral(end + 1)))
        } else {
            site.second_of_range(end).filter(|_| !ranges && !tells_change(site, site.at, end))
        };
        let amount = next_at.and_then(|at| site.amount(at));
        let Some(next) = amount.and_then(|amount| time_at(site, amount)) else {
            break;
        };
        let crosses = !site.is_numeral(end);
        // 服务三年至2027年; 一年365天: so many in one.
        let large = next.amount.low >= Decimal::from_integer(100);
        // 学习1个月至6月
        let dated = site.char(next.unit_start) == '月';
        // 2年至3个月前: a range ends in what is longer.
        let length = |measure: Measure<'_>| minutes(measure.amount.low, measure.unit.iso);
        let grows = || length(first) < length(next);
        if next.unit.kind != NumberKind::Duration
            || next.amount.high.is_some()
            || large
            || crosses && (dated || !grows())
        {
            break;
        }
        if crosses {
            (ranges, *iso) = (true, Iso::default());
        }
        if !iso.add(next.amount, next.unit, next.half) {
            break;
        }
        end = next.end;
        parts += 1;
    }
    let end = hundredths(site, end, iso).or_else(|| nights(site, first, end)).unwrap_or(end);
    (end, parts, ranges)
}

/// The next part; 分 is a minute here.
fn time_at<'t>(site: &Site<'t>, amount: Amount) -> Option<Measure<'t>> {
    let found = unit_at(site, amount, amount.end)?;
    let minute =
        found.unit.is_classifier && found.unit.length == 1 && site.char(found.unit_start) == '分';
    let unit = if minute {
        UnitMatch { kind: NumberKind::Duration, iso: "PT{}M", is_classifier: false, ..found.unit }
    } else {
        found.unit
    };
    Some(Measure { unit, ..found })
}

/// 七天七夜, 三天两夜: the nights lie within the days.
fn nights(site: &Site<'_>, days: Measure<'_>, end: u32) -> Option<u32> {
    let by_day = end == days.end && chars::DAY.at(site.view, end - 1);
    let nights = (by_day && site.is_numeral(end)).then(|| site.amount(end)).flatten()?;
    chars::NIGHT.at(site.view, nights.end).then_some(nights.end + 1)
}

/// 55秒38: one to three digits behind the seconds are their fraction.
fn hundredths(site: &Site<'_>, end: u32, iso: &mut Iso) -> Option<u32> {
    let digits = site.run_end(end) - end;
    if !(1..=3).contains(&digits)
        || !site.is_digit(end)
        || site.char(end - 1) != '秒'
        || site.is_han(end + digits) && site.unit(end + digits).is_some()
    {
        return None;
    }
    let fraction = site.view.to_string(Span::new(end, end + digits));
    iso.split_second(&fraction).then_some(end + digits)
}

/// 9秒83: the value of seconds with a fraction behind them.
fn split_second(site: &Site<'_>, seconds: Measure<'_>, end: u32) -> Option<Value> {
    let behind = end > seconds.end && site.char(seconds.end - 1) == '秒';
    behind.then(|| with_fraction(site, seconds.amount, Span::new(seconds.end, end))).flatten()
}
