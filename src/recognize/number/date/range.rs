//! Two points as the ends of a range.

use super::super::site::Site;
use super::clock::over_next_day;
use super::figure::small;
use super::month::{closes_day, month_end};
use super::numeric::in_brackets;
use super::point::{Point, Time};
use super::point_at;
use crate::numeral::{Decimal, Style};
use crate::recognize::chars;

/// 周, 月, 每
const WEEK: u16 = 0x5468;
const MONTH: u16 = 0x6708;
const EACH: u16 = 0x6BCF;

/// 2021—2025年, 5日至8日 and the like, where only the second part carries the unit.
pub(super) fn bare_range(site: &Site<'_>, at: u32) -> Option<(Point, Point, u32)> {
    if let Some((years, end)) = bare_years(site, at) {
        return Some((years.0, years.1, end));
    }
    let (first, end) = small(site, at, 31)?;
    let (last, end) = small(site, site.second_of_range(end)?, 31)?;
    match site.char(end) {
        '月' if last <= 12 && first < last => {
            let month = |month| Point { month: Some(month), ..Point::default() };
            Some((month(first), month(last), month_end(site, end)))
        }
        // 14—15时
        '时' if first < last && last <= 24 && !chars::HOURS.at(site.view, end + 1) => {
            let hour = |hour| Point {
                time: Some(Time { hour, minute: None, second: None }),
                ..Point::default()
            };
            Some((hour(first), hour(last), end + 1))
        }
        // 每週1至2日: how many
        '日' if first < last && !matches!(site.view.before(at), WEEK | MONTH | EACH) => {
            let day = |day| Point { day: Some(day), ..Point::default() };
            Some((day(first), day(last), end + 1))
        }
        _ => None,
    }
}

/// 2021—2025年, 2023—2024赛季, 2024/25学年.
fn bare_years(site: &Site<'_>, at: u32) -> Option<((Point, Point), u32)> {
    let four = |at| {
        let amount = site.amount(at)?;
        let fits = matches!(amount.style, Style::Arabic | Style::Positional)
            && amount.end - at == 4
            && amount.low >= Decimal::from_integer(1000)
            && amount.low < Decimal::from_integer(3000);
        fits.then_some((i32::try_from(amount.low.to_integer()?).ok()?, amount.end))
    };
    let (first, end) = four(at)?;
    let short = || {
        // 二○二○至二一年度
        let last = site.amount(end + 1).filter(|last| {
            last.end - end == 3 && matches!(last.style, Style::Arabic | Style::Positional)
        })?;
        Some((first - first % 100 + i32::try_from(last.low.to_integer()?).ok()?, last.end))
    };
    let (last, end) = match site.char(end) {
        '/' => short().or_else(|| four(end + 1))?,
        _ => site.second_of_range(end).and_then(four).or_else(short)?,
    };
    let word = |role| site.tables.calendar_word(site.view, end, role);
    let year = site.char(end) == '年';
    let named = word("school_year").or_else(|| word("business_year"));
    let bracketed = in_brackets(site, at, end);
    let end = match named {
        Some(word) => end + word.length,
        None if bracketed => end,
        None => end + 1 + u32::from(site.char(end + 1) == '度'),
    };
    let point = |year| Point { year: Some(year), ..Point::default() };
    (first < last && (year || bracketed || named.is_some()))
        .then(|| ((point(first), point(last)), end))
}

/// 5月13—16日: two days of the month that was read, only the second with 日.
pub(super) fn days_of_month(
    site: &Site<'_>,
    month: &Point,
    at: u32,
) -> Option<(Point, Point, u32)> {
    if month.grain() != (true, false, false) || month.part.is_some() {
        return None;
    }
    let (first, end) = small(site, site.skip_blank(at), 31)?;
    let (last, end) = small(site, site.second_of_range(end)?, 31)?;
    let day = |day| Point { day: Some(day), ..month.clone() };
    (first < last && closes_day(site, end)).then(|| (day(first), day(last), end + 1))
}

/// The second point of a range behind 至 — - 到.
pub(super) fn second(site: &Site<'_>, first: &Point, end: u32) -> Option<(Point, u32)> {
    // 10月1日起至10月31日
    let from = end + u32::from(site.char(end) == '起');
    let behind = site.behind_range_mark(from)?;
    let at = over_next_day(site, behind);
    site.is_numeral(at).then_some(())?;
    let (mut second, end) = point_at(site, at, Some(first))?;
    // 下午2点至4点: in the same half of the day.
    if let (Some(from), Some(to)) = (first.time, &mut second.time)
        && at == behind
        && (to.hour..to.hour + 12).contains(&from.hour)
        && from.hour > to.hour.max(11)
    {
        to.hour += 12;
    }
    (second.grain() == first.grain() || second.time.is_some() == first.time.is_some())
        .then_some((second, end))
}
