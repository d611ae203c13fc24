//! Two amounts as the ends of a range, or one and its tolerance.

use super::super::site::{Amount, Outcome, Site, number};
use super::unit::with_unit;
use super::value::scaled;
use super::{Measure, finish, sign};
use crate::annotation::{Bound, Number, NumberKind, Value};
use crate::numeral::{self, Decimal, Style};
use crate::recognize::chars;
use crate::span::{Span, View};

/// 3—5个, 10～20万元, 2万至3万册, 5%—8%.
pub(super) fn range(
    site: &Site<'_>,
    start: u32,
    negative: bool,
    first: Amount,
    unit: Option<Measure<'_>>,
) -> Option<Number<View>> {
    if first.high.is_some() || first.style == Style::Positional {
        return None;
    }
    if site.char(first.end) == '±' {
        return around(site, start, first);
    }
    if unit.is_some_and(|unit| tells_change(site, start, unit.end)) {
        return None;
    }
    let after_unit = unit.and_then(|unit| Some((second_figure(site, unit.end)?, Some(unit))));
    let ((second_at, below), first_unit) =
        after_unit.or_else(|| Some((second_figure(site, first.end)?, None)))?;
    let second = site.amount(second_at).filter(|second| second.high.is_none())?;
    let last = with_unit(site, second)?;
    if first_unit.is_some_and(|unit| {
        unit.unit.name != last.unit.name
            || unit.unit.length != last.unit.length
            || unit.unit.kind != last.unit.kind
    }) {
        return None;
    }
    // 服役从三年至2027年5月
    let dated = site.char(last.unit_start) == '年' && second.low >= Decimal::from_integer(1000);
    if dated && first.low < Decimal::from_integer(100) {
        return None;
    }
    let low = scaled(borrowed(site, first, second)?, last.unit, false)?;
    let high = scaled(second.low, last.unit, last.half)?;
    // 零下5到8度, 零下10到7度: both of them; not 零下5度到8度.
    let carried = || first_unit.is_none() && negative && site.view.ends_with(site.at, "零下");
    let below = below.unwrap_or_else(carried);
    let (low, high) = match (negative, below) {
        (true, true) => (low.max(high).negated(), low.min(high).negated()),
        (true, false) => (low.negated(), high),
        (false, _) => (low, high),
    };
    let apart = first_unit.filter(|unit| chars::TO.at(site.view, unit.end));
    let apart = apart.filter(|_| !ranges(site, last.end) && reaches(site, start, low, high));
    if low >= high || below && !negative || apart.is_some() {
        return None;
    }
    let mut found = finish(site, start, last, Value::range(low, high));
    found.rule = "range";
    Some(found)
}

/// 两、三天, 七、八十人, 三、四百米: two digits side by side with 、 between them, and the magnitude of the second.
pub(super) fn neighbours(
    site: &Site<'_>,
    start: u32,
    negative: bool,
    first: Amount,
) -> Option<Number<View>> {
    let lone = first.end == site.at + 1 && site.char(first.end) == '、';
    let second_at = first.end + 1;
    let next = |at: u32| numeral::digit(site.view.at(at));
    let second = (lone && next(second_at)? == next(site.at)? + 1).then(|| site.amount(second_at));
    let last = with_unit(site, second.flatten().filter(|second| second.high.is_none())?)?;
    let figure = Some(Decimal::from_integer(i64::from(next(second_at)?)));
    // 三、四级, 五、六号楼, 二、三月: these are ranks and names; 三、四天 and 三、四张 are none.
    let lasts =
        last.unit.kind == NumberKind::Duration && !chars::CALENDAR.at(site.view, last.unit_start);
    let counts =
        lasts || chars::TALLIED.at(site.view, last.unit_start) || site.char(site.at) == '两';
    let least = u8::from(!counts);
    let power = (least..=8).find(|power| last.amount.low.over_power(*power) == figure)?;
    let low = scaled(first.low.times_power(power)?, last.unit, false)?;
    let high = scaled(last.amount.low, last.unit, false)?;
    let mut found = finish(site, start, last, signed_range(negative, low, high));
    (found.bound, found.rule) = (Bound::About, "range");
    Some(found)
}

/// 零下三四度: both ends below zero, the larger figure first.
pub(super) fn signed_range(negative: bool, low: Decimal, high: Decimal) -> Value {
    if negative { Value::range(high.negated(), low.negated()) } else { Value::range(low, high) }
}

/// Where the second figure of a range begins, its sign behind it, and whether that says it is below zero: 零下3℃, 零上2℃, -2%.
fn second_figure(site: &Site<'_>, at: u32) -> Option<(u32, Option<bool>)> {
    let at = site.behind_range_mark(at)?;
    let (at, below) = match (site.char(at), site.char(at + 1)) {
        ('零', '下') => (at + 2, Some(true)),
        ('零', '上') => (at + 2, Some(false)),
        ('-' | '负', _) => (at + 1, Some(true)),
        _ => (at, None),
    };
    site.is_numeral(at).then_some((at, below))
}

/// 利润从-2亿元到3亿元: one figure became the other; 从2元到9元不等 is a range.
pub(super) fn tells_change(site: &Site<'_>, start: u32, end: u32) -> bool {
    let led = || start > site.floor && chars::FROM.at(site.view, start - 1);
    site.char(end) == '到' && led() && !(end..end + 16).any(|at| ranges(site, at))
}

/// Whether it is said at `at` that the two before are ends of a range.
fn ranges(site: &Site<'_>, at: u32) -> bool {
    site.view.starts_with(at, "不等") || site.view.starts_with(at, "之间")
}

/// 减少约600人至11.7万人: by how much, and to how much, where the two lie far apart. 剂量增加1片至10片 is a range.
fn reaches(site: &Site<'_>, start: u32, low: Decimal, high: Decimal) -> bool {
    let far = || low.times_power(1).and_then(|low| low.plus(low)).is_some_and(|low| low <= high);
    let from = site.modifier_before(start).map_or(start, |(from, _)| from);
    site.changes_before(from) && far()
}

/// 25±2℃: from 23 to 27.
fn around(site: &Site<'_>, start: u32, middle: Amount) -> Option<Number<View>> {
    let at = middle.end + 1;
    let off = site.is_digit(at).then(|| site.amount(at)).flatten()?;
    let last = with_unit(site, off)?;
    // 28.3±0.1亿: the magnitude serves both.
    let middle = middle.low.times_power(magnitude(site, off))?;
    let low = middle.minus(off.low)?;
    let mut found = finish(site, start, last, Value::range(low, middle.plus(off.low)?));
    found.rule = "tolerance";
    Some(found)
}

/// 18.5—23.9之间: two plain figures; with the weaker separators only before 之间 or with decimals.
pub(crate) fn bare_range(site: &Site<'_>) -> Option<Outcome> {
    let (start, negative) = sign(site);
    let plain = |amount: &Amount| {
        amount.style == Style::Arabic && amount.high.is_none() && amount.vagueness.is_none()
    };
    let first = site.amount(site.at).filter(plain)?;
    let second_at = site.second_of_range(first.end)?;
    let second = site.amount(second_at).filter(plain)?;
    let said = site.view.starts_with(second.end, "之间")
        || !second.low.is_integer() && (!first.low.is_integer() || first.low == Decimal::ZERO);
    if negative || !said || first.low >= second.low || site.char(second.end) == '.' {
        return None;
    }
    let mut found = number(Span::new(start, second.end), NumberKind::Quantity, "bare-range");
    found.value = Value::range(first.low, second.low);
    Some(Outcome::Number(found))
}

/// 10 of 10～20万: the magnitude of the second part serves both.
fn borrowed(site: &Site<'_>, first: Amount, second: Amount) -> Option<Decimal> {
    let magnitude = magnitude(site, second);
    let plain = matches!(first.style, Style::Arabic | Style::Han)
        && first.low < Decimal::from_integer(10_000);
    let lifted = first.low.times_power(magnitude)?;
    Some(if plain && magnitude > 0 && lifted < second.low { lifted } else { first.low })
}

/// The power of the 万 or 亿 a numeral ends in.
fn magnitude(site: &Site<'_>, amount: Amount) -> u8 {
    let at = |end: u32| match (site.char(end - 2), site.char(end - 1)) {
        ('万', '亿') | (_, '兆') => 12,
        (_, '亿') => 8,
        // 6±2百万
        ('千', '万') if amount.style == Style::Mixed => 7,
        ('百', '万') if amount.style == Style::Mixed => 6,
        (_, '万') => 4,
        (_, '千') if amount.style == Style::Mixed => 3,
        (_, '百') if amount.style == Style::Mixed => 2,
        _ => 0,
    };
    at(amount.end).max(at(amount.core_end))
}
