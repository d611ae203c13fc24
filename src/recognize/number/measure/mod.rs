//! Amounts with a unit: quantities, money, per cent, multiples, durations; ranges of them.
//!
//! ```text
//! 约 3000 余 个 以上        modifier numeral inner unit modifier
//! 10 ～ 20 万元             a range whose first part borrows the magnitude
//! 三年六个月                units of time side by side
//! ```
//!
//! `unit` finds what is counted, `value` says how much that is in terms of it; `duration` and `range` put several amounts
//! together.

mod duration;
mod iso;
mod opening;
mod power;
mod range;
mod sign;
mod unit;
mod value;

pub(super) use opening::{currency, several};
pub(super) use range::bare_range;
pub(super) use sign::sign;
pub(super) use unit::is_sum;

use super::site::{Amount, Outcome, Site, number, vague_bound};
use super::tables::UnitMatch;
use crate::annotation::{Bound, Number, NumberKind, Reason, Value};
use crate::recognize::chars;
use crate::span::{Span, View};
use duration::duration;
use power::power_of_ten;
use range::{neighbours, range, signed_range};
use std::sync::Arc;
use unit::{behind_core, doubled, more_pieces, unit_at};
use value::{fold_discount, scaled, tail};

/// One amount and its unit.
#[derive(Clone, Copy)]
struct Measure<'t> {
    amount: Amount,
    unit: UnitMatch<'t>,
    unit_start: u32,
    end: u32,
    /// 半 behind the unit: 一年半.
    half: bool,
}

/// Reads an amount with its unit, or a range.
pub(super) fn measure(site: &Site<'_>) -> Option<Outcome> {
    let (start, negative) = sign(site);
    let first = site.amount(site.at)?;
    let special = pieces(site, first)
        .or_else(|| pressures(site, first))
        .or_else(|| power_of_ten(site, start, negative, first))
        .or_else(|| neighbours(site, start, negative, first));
    if let Some(number) = special {
        return Some(Outcome::Number(number));
    }
    let unit = unit_at(site, first, first.end);
    if let Some(number) = range(site, start, negative, first, unit) {
        return Some(Outcome::Number(number));
    }
    let measure = more_pieces(site, first).or(unit).or_else(|| behind_core(site, first))?;
    let first = measure.amount;
    if measure.unit.name == Some("番") && !is_doubling(site) {
        return Some(Outcome::Rejected(
            Span::new(start, first.end),
            Reason::Idiom,
            "turn-of-phrase",
        ));
    }
    if measure.unit.kind == NumberKind::Duration {
        return Some(Outcome::Number(duration(site, start, measure)));
    }
    let value = scaled(first.low, measure.unit, measure.half)?;
    let value = match first.high {
        Some(high) => signed_range(negative, value, scaled(high, measure.unit, measure.half)?),
        None => {
            let value = if negative { value.negated() } else { value };
            Value::one(fold_discount(value, first, measure.unit))
        }
    };
    let (value, end) = tail(site, value, measure);
    Some(Outcome::Number(finish(site, start, Measure { end, ..measure }, value)))
}

/// 三十二个亿: 亿 is what is counted; not 2个亿元村.
fn pieces(site: &Site<'_>, amount: Amount) -> Option<Number<View>> {
    let end = amount.end + 2;
    let fits = site.char(amount.end) == '个'
        && site.char(amount.end + 1) == '亿'
        && !chars::OF_A_HUNDRED_MILLION.at(site.view, end);
    let value = fits.then(|| amount.low.times_power(8)).flatten()?;
    let mut found = number(Span::new(site.at, end), NumberKind::Quantity, "bare-numeral");
    found.value = Value::one(value);
    site.modify(&mut found, amount.vagueness);
    Some(found)
}

/// 150/90mmHg: two figures of one measurement; not 2023/24米.
fn pressures(site: &Site<'_>, first: Amount) -> Option<Number<View>> {
    let paired = site.char(first.end) == '/' && site.is_digit(first.end + 1);
    let second = paired.then(|| site.amount(first.end + 1)).flatten()?;
    let unit = unit_at(site, second, second.end).filter(|unit| {
        let is = |name| site.view.starts_with(unit.unit_start, name);
        is("mmHg") || is("毫米汞柱")
    })?;
    let value = Value::Fraction(Box::new([first.low, second.low]));
    Some(finish(site, site.at, unit, value))
}

/// 番 doubles behind 翻 only: 翻了一番, not 讨论了一番.
fn is_doubling(site: &Site<'_>) -> bool {
    (1..=3).any(|back| site.at >= site.floor + back && site.char(site.at - back) == '翻')
}

/// 零下六摄氏度: 零 opens no numeral of its own there.
pub(super) fn below_zero(site: &Site<'_>) -> Option<Outcome> {
    let below = site.view.starts_with(site.at, "零下") && site.is_numeral(site.at + 2);
    below.then(|| measure(&Site { at: site.at + 2, here: None, run: 0, ..*site })).flatten()
}

/// Adds modifiers, bound and unit name.
fn finish(site: &Site<'_>, start: u32, measure: Measure<'_>, value: Value) -> Number<View> {
    let mut end = measure.end;
    let mut bound = vague_bound(measure.amount.vagueness);
    if let Some((to, said)) =
        trailing_more(site, end, measure.unit).or_else(|| site.modifier_after(end))
    {
        (end, bound) = (to, said);
    }
    let named = named_currency(site, start, measure.unit);
    let start = named.map_or(start, |(from, _)| from);
    // ￥159.8万元: the sign and the word.
    let signed = measure.unit.is_plain_money && start > site.floor && site.char(start - 1) == '¥';
    let start = start - u32::from(signed);
    let mut from = start;
    if let Some((modifier, said)) = site.modifier_before(start) {
        (from, bound) = (modifier, said);
    }
    // 压缩近4个小时, 历时近三年
    let nearly = || {
        site.changes_before(from)
            || site.tables.calendar_word_before(site.view, from, site.floor, "lasting").is_some()
    };
    let near = || site.char(from) == '近' && start - from <= 2;
    if measure.unit.kind == NumberKind::Duration && near() && !nearly() {
        // 近五年 is the last five years, not less than five.
        bound = vague_bound(measure.amount.vagueness);
    }
    let mut found = number(Span::new(from, end), measure.unit.kind, rule(measure.unit));
    found.value = value;
    found.bound = bound;
    let home = measure.unit.is_plain_money.then(|| site.home_currency()).flatten();
    let iso = named.map(|(_, iso)| iso).or(home);
    found.unit = Some(iso.map_or_else(|| unit_name(site, measure), |iso| site.shared(iso)));
    found
}

/// 新台币1.4亿元: the currency whose name stands before the amount, with where it begins; 元 alone says nothing of it.
fn named_currency<'t>(site: &Site<'t>, start: u32, unit: UnitMatch<'_>) -> Option<(u32, &'t str)> {
    if !unit.is_plain_money {
        return None;
    }
    (2..=4).rev().filter(|length| start >= site.floor + length).find_map(|length| {
        let from = start - length;
        let iso = site.tables.currency_name(site.view, Span::new(from, start))?;
        Some((from, iso))
    })
}

fn unit_name(site: &Site<'_>, measure: Measure<'_>) -> Arc<str> {
    match measure.unit.name {
        Some(name) => site.shared(name),
        // 四个半月: months, not moons.
        None if measure.unit_start > measure.amount.end + 1
            && site.char(measure.unit_start) == '月' =>
        {
            let piece = measure.unit_start - 2;
            site.shared(&format!("{}月", site.surface(Span::new(piece, piece + 1))))
        }
        None => {
            let end = measure.unit_start + measure.unit.length;
            site.surface(Span::new(measure.unit_start, doubled(site, end, measure.unit)))
        }
    }
}

fn rule(unit: UnitMatch<'_>) -> &'static str {
    match unit.kind {
        NumberKind::Percent => "percent",
        NumberKind::Money => "money",
        NumberKind::Ratio => "multiple",
        NumberKind::Duration => "duration",
        _ if unit.is_classifier => "numeral-classifier",
        _ => "numeral-unit",
    }
}

/// 多 behind the unit (20公里多, 两年多没回家), where no noun follows that 多 would begin, and no numeral: 比30人多5人. 一分多钟
/// is one unit.
fn trailing_more(site: &Site<'_>, end: u32, unit: UnitMatch<'_>) -> Option<(u32, Bound)> {
    // 七斤多鲜叶, 一里多路, 两成多农户: as it is spoken; not 三天多次, 五亩多肉, 十斤多少钱, and 一吨多付200元 is what each costs more.
    let spoken = matches!(unit.kind, NumberKind::Quantity | NumberKind::Percent)
        && !unit.is_classifier
        && !site.is_digit(site.at)
        && (site.char(site.at) != '一' || chars::EXTENT.at(site.view, end + 1))
        && !chars::MUCH.at(site.view, end + 1);
    if site.view.starts_with(end, "多钟") {
        return Some((end + 2, Bound::MoreThan));
    }
    let more = chars::MORE.at(site.view, end)
        && !site.is_numeral(site.skip_blank(end + 1))
        && (!site.is_han(end + 1) || spoken || chars::SINCE.at(site.view, end + 1));
    more.then_some((end + 1, Bound::MoreThan))
}

/// 一个多月, 一个半小时: whether 个 and 多, 来 or 半 stand between the numeral and a unit of time.
pub(super) fn lasts_longer(site: &Site<'_>) -> bool {
    site.amount(site.at).is_some_and(|amount| more_pieces(site, amount).is_some())
}
