//! The unit of an amount, behind it, behind a blank, or behind 个.

use super::super::site::{Amount, Site};
use super::super::tables::UnitMatch;
use super::Measure;
use super::value::smaller_coin;
use crate::annotation::NumberKind;
use crate::numeral::{Decimal, Style, Vagueness};
use crate::recognize::chars;

pub(super) fn unit_at<'t>(site: &Site<'t>, amount: Amount, at: u32) -> Option<Measure<'t>> {
    let start = site.skip_blank(at);
    let unit = site.unit(start)?;
    // 看了三个点: points of a rate only behind a verb of change, or with decimals.
    let counted = unit.name == Some("percentage_point") && site.view.starts_with(start, "个点");
    let unit = match counted && amount.low.is_integer() && !site.changes_before(site.at) {
        true => site.tables.classifier(site.view, start)?,
        false => unit,
    };
    let unit = match is_colloquial(site, amount, start) {
        true => UnitMatch {
            kind: NumberKind::Money,
            name: Some("CNY"),
            is_classifier: false,
            is_plain_money: true,
            ..unit
        },
        false => unit,
    };
    // 千亿级; not 十级
    let great = amount.style == Style::Magnitude && amount.low > Decimal::from_integer(10);
    if great && site.char(start) == '级' {
        return None;
    }
    let end = doubled(site, start + unit.length, unit);
    if start > at
        && unit.is_classifier
        && amount.style != Style::Arabic
        && amount.style != Style::Mixed
    {
        return None;
    }
    // 3艘半毁, 3艘半沉: of things 半 says what became of them, unless nothing but 的 follows.
    let whole = unit.is_classifier && site.is_han(end + 1) && site.char(end + 1) != '的';
    // 5米半径, 3天半价, 1.2米半票: a word of its own begins with it.
    let own = !amount.low.is_integer() || chars::HALF_WORD.at(site.view, end + 1);
    let half = site.char(end) == '半' && !whole && !own;
    let half = half && matches!(unit.name, None | Some("倍"));
    Some(Measure { amount, unit, unit_start: start, end: end + u32::from(half), half })
}

/// The amount's unit, directly behind it or behind a blank. Where nothing fits behind an inner modifier (几, 来), the
/// numeral before it is tried.
pub(super) fn with_unit<'t>(site: &Site<'t>, amount: Amount) -> Option<Measure<'t>> {
    unit_at(site, amount, amount.end).or_else(|| behind_core(site, amount))
}

pub(super) fn behind_core<'t>(site: &Site<'t>, amount: Amount) -> Option<Measure<'t>> {
    let bare = Amount { end: amount.core_end, vagueness: None, ..amount };
    (amount.core_end < amount.end).then(|| unit_at(site, bare, bare.end)).flatten()
}

/// 7个多小时, 两个来月, 三个半月: 多, 来 or 半 between 个 and a unit of time; 千把斤.
pub(super) fn more_pieces<'t>(site: &Site<'t>, amount: Amount) -> Option<Measure<'t>> {
    if amount.style == Style::Magnitude && site.char(amount.end) == '把' {
        let found = unit_at(site, amount, amount.end + 1)?;
        let vagueness = Some(Vagueness::About);
        return Some(Measure { amount: Amount { vagueness, ..amount }, ..found });
    }
    let (vagueness, half) = match site.char(amount.end + 1) {
        '多' => (Some(Vagueness::More), false),
        '来' => (Some(Vagueness::About), false),
        '半' => (amount.vagueness, true),
        _ => return None,
    };
    // 一个来年计划, 一个多日未归的人: years and days go without 个.
    let unit = amount.end + 2;
    let bare = chars::LENGTH_OF_TIME.at(site.view, unit) || chars::DAY.at(site.view, unit);
    if site.char(amount.end) != '个' || bare {
        return None;
    }
    let found = unit_at(site, amount, unit)?;
    (found.unit.kind == NumberKind::Duration).then_some(Measure {
        amount: Amount { vagueness, ..amount },
        half,
        ..found
    })
}

/// 3万块, 五百块: a large sum, or one in words, where nothing follows that is counted by the piece. Fewer are stones and boards:
/// 立界碑300块; but 一天挣130块. Coins
/// may follow: 九块六角.
fn is_colloquial(site: &Site<'_>, amount: Amount, unit: u32) -> bool {
    // 豆花5块: no verb.
    let earned = || {
        let verb = site.at.wrapping_sub(1);
        chars::EARNED.at(site.view, verb) && !chars::FLOWER.at(site.view, verb.wrapping_sub(1))
    };
    let large = || {
        !site.is_han(unit + 1)
            && site.char(unit + 1) != '“'
            && (earned()
                || amount.low
                    >= Decimal::from_integer(if amount.style == Style::Han { 100 } else { 10_000 }))
    };
    site.char(unit) == '块' && (is_sum(site, unit) || large())
}

/// 块六角, 块五毛: coins behind; not 块三角地.
pub(crate) fn is_sum(site: &Site<'_>, unit: u32) -> bool {
    let coin = || smaller_coin(site, unit + 1, "CNY").map(|(_, end)| end);
    site.char(unit) == '块'
        && coin().is_some_and(|end| !site.tables.opens_word(site.view, unit + 1, end))
}

/// 台（套）, 件（套）: a second classifier in brackets, and where it closes; 毫升/分钟, 元/股, 毫克/100毫升, 千克每立方米: a second unit behind a
/// stroke or 每.
pub(super) fn doubled(site: &Site<'_>, end: u32, unit: UnitMatch<'_>) -> u32 {
    if site.char(end) == '/' && unit.kind != NumberKind::Percent {
        // 部/百人, 毫克/100毫升
        let power = match site.char(end + 1) {
            '百' | '千' | '万' => 1,
            '1' if site.char(end + 2) == '0' => site.run_end(end + 1) - end - 1,
            _ => 0,
        };
        // 12V/100Ah: two measurements.
        let per_unit = end + 1 + power;
        if power > 1 && !site.is_han(per_unit) && !matches!(site.char(per_unit), 'g' | 'm') {
            return end;
        }
        let per = site.tables.unit(site.view, per_unit).map(|per| power + per.length);
        // 45元/科: one character, whatever it is; not 35岁/女.
        let priced = unit.kind == NumberKind::Money || unit.is_classifier;
        let lone = || (priced && site.is_han(end + 1) && !site.is_han(end + 2)).then_some(1);
        return per.or_else(lone).map_or(end, |length| end + 1 + length);
    }
    // 12毫瓦每米开尔文: no word behind it that 每 would begin.
    if unit.kind == NumberKind::Quantity && !unit.is_classifier && site.char(end) == '每' {
        let unit = |at| site.tables.unit(site.view, at).map(|unit| at + unit.length);
        let per = unit(end + 1).map(|at| unit(at).unwrap_or(at));
        return per.filter(|per| !site.is_han(*per) || site.char(*per) == '的').unwrap_or(end);
    }
    if !unit.is_classifier || site.char(end) != '(' {
        return end;
    }
    let second = site.tables.classifier(site.view, end + 1).map(|second| end + 1 + second.length);
    second.filter(|close| site.char(*close) == ')').map_or(end, |close| close + 1)
}
