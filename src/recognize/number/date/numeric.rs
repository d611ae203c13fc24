//! Dates of digits and marks.

use super::super::code::cue_before;
use super::super::site::Site;
use super::clock::with_time;
use super::figure::digits;
use super::point::Point;
use crate::text::CharClass;

/// 2024-05-01, 2024/5/1, 2024.5.1, 2024-05, 7·29.
pub(super) fn numeric(site: &Site<'_>, at: u32) -> Option<(Point, u32)> {
    if !site.is_digit(at) || at > 0 && is_inside_code(site, at - 1) {
        return None;
    }
    let (first, end) = digits(site, at)?;
    let mark = site.char(end);
    if mark == '·' && end - at <= 2 {
        let (day, end) = digits(site, end + 1)
            .filter(|(day, last)| (1..=31).contains(day) && last - end <= 3)?;
        let point = Point {
            month: u8::try_from(first).ok(),
            day: u8::try_from(day).ok(),
            ..Point::default()
        };
        return ((1..=12).contains(&first) && !is_inside_code(site, end)).then_some((point, end));
    }
    if end - at == 4 && mark == ')' && (1900..2100).contains(&first) && in_brackets(site, at, end) {
        let year = i32::try_from(first).ok();
        return Some((Point { year, ..Point::default() }, end));
    }
    if end - at != 4 || !(1000..3000).contains(&first) || !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let (month, middle) = digits(site, end + 1).filter(|(month, _)| (1..=12).contains(month))?;
    let mut point = Point {
        year: i32::try_from(first).ok(),
        month: u8::try_from(month).ok(),
        ..Point::default()
    };
    if site.char(middle) == mark {
        let (day, last) = digits(site, middle + 1).filter(|(day, _)| (1..=31).contains(day))?;
        point.day = u8::try_from(day).ok();
        let (timed, end) = with_time(site, point, last);
        return (!is_inside_code(site, end)).then_some((timed, end));
    }
    (mark == '-' && middle - end == 3 && !is_inside_code(site, middle)).then_some((point, middle))
}

/// Whether years stand in brackets: 《山谷》（2019）, 鲁迅（1881—1936，作家）; not 售价（1980）元, 编号（1950）.
pub(super) fn in_brackets(site: &Site<'_>, at: u32, end: u32) -> bool {
    at > site.floor
        && site.char(at - 1) == '('
        && matches!(site.char(end), ')' | '，' | ',' | ';')
        && !site.is_counted(end + 1)
        && !cue_before(site, at)
}

/// Whether a character joins digits to something longer.
pub(super) fn is_inside_code(site: &Site<'_>, at: u32) -> bool {
    site.view.class(at).any(CharClass::LATIN.or(CharClass::DIGIT))
        || matches!(site.char(at), '-' | '/' | '.')
}
