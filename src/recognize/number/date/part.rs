//! Parts of a year that are no month: seasons, halves, quarters, 年底; parts of a month.

use super::super::site::Site;
use super::figure::small;
use super::point::{Part, Point};
use crate::recognize::chars;

/// 上半年, 下半年, 年底, 春季 …
pub(super) fn part_word(site: &Site<'_>, at: u32) -> Option<(Part, u32)> {
    let found = site.tables.calendar_word(site.view, at, "year_part")?;
    let end = at + found.length;
    let part_of_word = found.length == 1
        && match site.char(at) {
            '春' | '秋' | '冬' => site.is_han(end) && site.char(end) != '，',
            '初' => site.tables.calendar_word(site.view, at, "no_part").is_some(),
            _ => false,
        };
    (!part_of_word).then_some((year_part(found.column(2))?, end))
}

/// `40` is a code of EDTF, `12-31` a day.
pub(crate) fn year_part(value: &str) -> Option<Part> {
    Some(match value.split_once('-') {
        Some((month, day)) => Part::Day(figure(month)?, figure(day)?),
        None => Part::Code(figure(value)?),
    })
}

/// `1-10` are days, `31` the last day of the month, `1` the first.
pub(crate) fn month_part(value: &str) -> Option<Part> {
    Some(match value.split_once('-') {
        Some((first, last)) => Part::Days(figure(first)?, figure(last)?),
        None if value == "31" => Part::LastDay,
        None => Part::Days(1, 1),
    })
}

/// A number of a row.
#[inline(never)]
fn figure(text: &str) -> Option<u8> {
    text.parse().ok()
}

/// 季 of a quarter; not of 三季稻 and 三季作物.
pub(super) fn closes_quarter(site: &Site<'_>, at: u32) -> bool {
    site.char(at) == '季' && !chars::CROP.at(site.view, at + 1)
}

/// 三季度末, 90年代初期, 20世纪中叶: where the words for a part of it end.
pub(super) fn part_behind(site: &Site<'_>, at: u32) -> u32 {
    let part = chars::PART.at(site.view, at);
    match site.char(at + 1) {
        '期' | '叶' if part => at + 2,
        _ if chars::PART_WORD.at(site.view, at + 1) => at,
        _ => at + u32::from(chars::END_OF.at(site.view, at)),
    }
}

/// 一季度, 第三季度, 前三季度.
pub(super) fn quarter(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    let lead = site.char(at);
    let from = if chars::QUARTER_LEAD.at(site.view, at) { at + 1 } else { at };
    let (which, end) = small(site, from, 4)?;
    let end = if site.char(end) == '个' { end + 1 } else { end };
    let season = lead == '第' && site.char(end) == '季' && site.char(end + 1) != '度';
    // The press of Taiwan and Hong Kong leaves 度 off.
    if season && (base.year.is_some() || site.home_currency().is_some()) {
        return Some((Point { part: Some(Part::Code(32 + which)), ..base.clone() }, end + 1));
    }
    // 前三季, 首三季: without 度 where the first quarters are summed up.
    let led = chars::FIRST.at(site.view, at.wrapping_sub(1)) && at > site.floor;
    let summed = led || lead == '前' && base.year.is_some();
    if summed && which > 1 && closes_quarter(site, end) && site.char(end + 1) != '度' {
        return Some((Point { part: Some(Part::Months(1, which * 3)), ..base.clone() }, end + 1));
    }
    if !site.view.starts_with(end, "季度") || (lead != '前' && site.char(end - 1) == '个') {
        return None;
    }
    let leading = lead == '前' || (at > site.floor && site.char(at - 1) == '前');
    let end = end + 2;
    let closes = site.char(end) == '末';
    let part = match leading {
        true => Part::Months(1, which * 3),
        false if closes => Part::Day(which * 3, if matches!(which, 1 | 4) { 31 } else { 30 }),
        false => Part::Code(32 + which),
    };
    Some((Point { part: Some(part), ..base.clone() }, end + u32::from(closes)))
}
