//! Months and days, lunar ones too.

use super::super::site::Site;
use super::clock::with_time;
use super::figure::small;
use super::part::month_part;
use super::point::{Part, Point};
use crate::annotation::Bound;
use crate::numeral::digit;
use crate::recognize::chars;

/// 3月, 3月15日, 3月上旬, 3月底, each with a time behind the day.
pub(super) fn month_day(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    // 元月 is January.
    let named = site.view.starts_with(at, "元月").then_some((1, at + 1));
    let (month, end) = named.or_else(|| small(site, at, 12))?;
    // 披露前一月末: a month earlier, not January.
    let counted = site.char(at) == '一' && at > site.floor && chars::BEFORE.at(site.view, at - 1);
    if site.char(end) != '月' || counted && base.year.is_none() {
        return None;
    }
    let mut found = Point { month: Some(month), ..base.clone() };
    let lunar = site.view.ends_with(at, "农历") || site.view.ends_with(at, "阴历");
    found.unwritable |= lunar;
    let behind = end + 1;
    let after_blank = site.skip_blank(behind);
    if let Some((day, end)) = day_number(site, after_blank) {
        found.day = Some(day);
        return Some(with_time(site, found, end));
    }
    if let Some(end) = lunar_day(site, behind, lunar || !site.is_digit(at)) {
        found.unwritable = true;
        return Some((found, end));
    }
    if let Some(end) = led_day(site, behind) {
        found.unwritable = true;
        return Some((found, end));
    }
    if let Some(word) = site.tables.calendar_word(site.view, behind, "month_part") {
        found.part = month_part(word.column(2));
        return Some((found, behind + word.length));
    }
    let is_word =
        base.year.is_none() && site.tables.calendar_word(site.view, behind, "no_month").is_some();
    (!is_word).then(|| (found, month_end(site, end)))
}

/// 月 or 月份.
pub(super) fn month_end(site: &Site<'_>, at: u32) -> u32 {
    if site.char(at + 1) == '份' { at + 2 } else { at + 1 }
}

/// 日, 号; not the 号 of 3月2号线 and 5月3—6号楼, but that of 3月2号线下.
pub(super) fn closes_day(site: &Site<'_>, at: u32) -> bool {
    let names = || {
        let word = site.tables.calendar_word(site.view, at + 1, "no_day");
        word.is_some_and(|word| !word.column_holds(2, site.char(at + 1 + word.length)))
    };
    site.char(at) == '日' || site.char(at) == '号' && !names()
}

/// 15日, 15号 behind a month.
fn day_number(site: &Site<'_>, at: u32) -> Option<(u8, u32)> {
    let (day, end) = small(site, at, 31)?;
    closes_day(site, end).then_some((day, end + 1))
}

/// 八月十五, 农历七月十二: a Han numeral behind the month, of which no unit says what it counts.
pub(super) fn lunar_day(site: &Site<'_>, at: u32, lunar: bool) -> Option<u32> {
    if !lunar || site.is_digit(at) || !site.is_numeral(at) {
        return None;
    }
    let (day, end) = small(site, at, 30)?;
    // 十月二十大, 七月十八洞村
    let other = chars::NO_DAY.at(site.view, end) || site.tables.opens_word(site.view, at, end);
    // 八月十五夜
    let night = site.char(end) == '夜';
    (day > 10 && !other && (night || site.unit(end).is_none())).then_some(end)
}

/// 初八, 初十, 廿三: a day of a lunar month that no numeral begins.
pub(super) fn led_day(site: &Site<'_>, at: u32) -> Option<u32> {
    let day = digit(site.view.at(at + 1)).is_some() || site.char(at + 1) == '十';
    (matches!(site.char(at), '初' | '廿') && day).then_some(at + 2)
}

/// 15日 alone; not 15日内, 连续5日.
pub(super) fn day(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    let (day, end) = small(site, at, 31)?;
    if site.char(end) != '日' {
        return None;
    }
    // 一日三次, 停课两日: so many days, not the first.
    let one = matches!(site.char(at), '一' | '两') && end == at + 1;
    let counted = one
        || chars::DAY_WORD.at(site.view, end + 1)
        || site.view.starts_with(end + 1, "以内")
        || at > 0 && chars::DAYS_LEAD.at(site.view, at - 1);
    // 三日三夜
    let nights = site.is_numeral(end + 1) && chars::NIGHT.at(site.view, end + 2);
    if base.month.is_none() && (counted || nights) {
        return None;
    }
    let (found, last) = with_time(site, Point { day: Some(day), ..base.clone() }, end + 1);
    let length = base.month.is_none() && found.time.is_none() && is_bounded(site, at, end + 1);
    (!length).then_some((found, last))
}

/// 超过三十日, 不少于三日, 五日以上十日以下: what has a bound is a length of time.
fn is_bounded(site: &Site<'_>, at: u32, end: u32) -> bool {
    let leads = |(_, bound): (u32, Bound)| bound != Bound::About;
    let bounds = |word| site.view.starts_with(end, word);
    site.modifier_before(at).is_some_and(leads)
        || (bounds("以上") || bounds("以下")) && site.modifier_after(end).is_some()
}

/// 1—8月, 1至6月 behind a year or alone; 五六月.
pub(super) fn bare_months(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    let pair = |unit| digit(unit).zip(digit(site.view.at(at + 1)));
    let (first, last, end) = match pair(site.view.at(at)) {
        Some((first, last)) if first > 0 => (first, last, at + 2),
        _ => {
            let (first, end) = small(site, at, 12)?;
            let (last, end) = small(site, site.second_of_range(end)?, 12)?;
            (first, last, end)
        }
    };
    (site.char(end) == '月' && first < last).then(|| {
        (Point { part: Some(Part::Months(first, last)), ..base.clone() }, month_end(site, end))
    })
}
