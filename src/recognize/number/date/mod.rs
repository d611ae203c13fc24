//! Points and spans of the calendar, in EDTF (ISO 8601-2).
//!
//! | written | edtf |
//! |---|---|
//! | 2024年5月6日20时15分 | `2024-05-06T20:15` |
//! | 3月15日 | `XXXX-03-15` |
//! | 2022年11月至2023年3月 | `2022-11/2023-03` |
//! | 2021年以来, 2000年以前 | `2021/..`, `../2000` |
//! | 2025年一季度、2025年上半年、2025年底 | `2025-33`, `2025-40`, `2025-12-31` |
//! | 20世纪90年代 | `199X` |
//! | 民国113年, 光绪二十六年 | `2024`, `1900` |
//!
//! `point` is what a date says, `figure` the numbers it is made of; the other files read one part of the calendar each.

mod century;
mod clock;
mod figure;
mod month;
mod numeric;
mod part;
mod point;
mod range;
mod year;

pub(super) use part::{month_part, year_part};

use super::site::{Outcome, Site, number};
use crate::annotation::{Bound, NumberKind};
use crate::recognize::chars;
use crate::span::Span;
use century::decade;
use clock::{clock, is_twofold};
use figure::small;
use month::{bare_months, day, led_day, lunar_day, month_day};
use numeric::numeric;
use part::{part_word, quarter};
use point::Point;
use range::{bare_range, days_of_month, second};
use year::{era_start, year};

/// 第三季度, 今（15）日: the date begins before its numeral.
pub(super) fn led(site: &Site<'_>) -> Option<Outcome> {
    if site.at <= site.floor {
        return None;
    }
    if let Some(january) = january(site) {
        return Some(january);
    }
    let lead = site.at - 1;
    let base = Point::default();
    let (found, start, end) = match site.char(lead) {
        '第' | '前' => {
            let (found, end) = quarter(site, lead, &base)?;
            (found, lead, end)
        }
        '(' if lead > site.floor && chars::THIS.at(site.view, lead - 1) => {
            let (value, end) = small(site, site.at, 31)?;
            let found = match (site.char(end), site.char(end + 1)) {
                (')', '日') => Point { day: Some(value), ..base },
                (')', '月') if value <= 12 => Point { month: Some(value), ..base },
                _ => return None,
            };
            (found, site.at, end)
        }
        // 正月十五, 腊月初八
        '月' | '初' | '廿' => {
            let (month, end) = match site.char(lead) {
                '月' => (site.at, lunar_day(site, site.at, true)?),
                _ => (lead, led_day(site, lead)?),
            };
            let word =
                site.tables.calendar_word_before(site.view, month, site.floor, "lunar_month");
            (Point { unwritable: true, ..base }, word?.0, end)
        }
        _ => return None,
    };
    let mut date = number(Span::new(start, end), NumberKind::Date, "date-led");
    if let Some(edtf) = edtf(&[found], None) {
        date.set_edtf(&edtf);
    }
    Some(Outcome::Number(date))
}

/// 元月15日, 元月6—8日, 元月二日至三月五日, 元月至三月: January has no numeral of its own.
fn january(site: &Site<'_>) -> Option<Outcome> {
    let behind_mark = u32::from(chars::TO.at(site.view, site.at - 1));
    let start = site.at.checked_sub(2 + behind_mark).filter(|start| *start >= site.floor)?;
    let named = site.view.starts_with(start, "元月");
    let (first, end) = month_day(site, start, &Point::default()).filter(|_| named)?;
    let (points, end) = from_point(site, first, end);
    (end > site.at).then(|| dated(site, start, &points, end))
}

/// Reads a date at the site: one point, a range, an open span.
pub(super) fn date(site: &Site<'_>) -> Option<Outcome> {
    let start = era_start(site);
    let (points, end) = bare_range(site, site.at)
        .map(|(first, second, end)| (vec![first, second], end))
        .or_else(|| {
            let (first, end) = point_at(site, site.at, None)?;
            Some(from_point(site, first, end))
        })?;
    Some(dated(site, start, &points, end))
}

/// The point that ends at `end`, and a second one where a range goes on there.
fn from_point(site: &Site<'_>, first: Point, end: u32) -> (Vec<Point>, u32) {
    if let Some((first, last, end)) = days_of_month(site, &first, end) {
        return (vec![first, last], end);
    }
    match second(site, &first, end) {
        Some((second, end)) => (vec![first, second], end),
        None => (vec![first], end),
    }
}

/// The date of one or two points between `start` and `end`.
fn dated(site: &Site<'_>, start: u32, first: &[Point], end: u32) -> Outcome {
    let open = Open::at(site, end).filter(|_| first.len() == 1);
    let clock = first.last().is_some_and(|last| last.time.is_some());
    let (end, bound) = about(site, end, clock);
    let mut found = number(
        Span::new(start, end + if open.is_some() { 2 } else { 0 }),
        NumberKind::Date,
        "date",
    );
    found.bound = bound;
    if let Some(edtf) = edtf(first, open) {
        found.set_edtf(&edtf);
    }
    found.rule = match (open, first.len()) {
        (Some(Open::Since), _) => "date-since",
        (Some(Open::Until), _) => "date-until",
        (_, 2) => "date-range",
        _ => "date",
    };
    Outcome::Number(found)
}

/// 万历十五年: the name of the era begins with a numeral.
pub(super) fn of_era(site: &Site<'_>) -> Option<Outcome> {
    let era = site.tables.calendar_word(site.view, site.at, "era")?;
    date(&Site { at: site.at + era.length, here: None, run: 0, ..*site })
}

/// 2016年左右, 上午8时许: where the date ends, and whether it is about then.
fn about(site: &Site<'_>, end: u32, clock: bool) -> (u32, Bound) {
    let fits = site.view.starts_with(end, "左右") || clock && site.char(end) == '许';
    let about = fits.then(|| site.modifier_after(end)).flatten();
    about.unwrap_or((end, Bound::Exact))
}

/// The side to which a date is left open.
#[derive(Clone, Copy)]
enum Open {
    Since,
    Until,
}

impl Open {
    fn at(site: &Site<'_>, end: u32) -> Option<Self> {
        let opens = |word| site.view.starts_with(end, word);
        opens("以来").then_some(Self::Since).or_else(|| opens("以前").then_some(Self::Until))
    }
}

fn edtf(points: &[Point], open: Option<Open>) -> Option<String> {
    let text = match points {
        // 6月上旬至7月中旬: parts that are spans themselves lend their outer ends.
        [first, last] => {
            let (first, last) = (first.edtf()?, last.edtf()?);
            [first.split('/').next()?, "/", last.rsplit('/').next()?].concat()
        }
        points => points.first()?.edtf()?,
    };
    Some(match open {
        Some(Open::Since) => text + "/..",
        Some(Open::Until) => ["../", &text].concat(),
        None => text,
    })
}

/// A point; `inherited` lends the larger parts to the second point of a range.
fn point_at(site: &Site<'_>, at: u32, inherited: Option<&Point>) -> Option<(Point, u32)> {
    if let Some(found) = numeric(site, at) {
        return Some(found);
    }
    if let Some(found) = decade(site, at) {
        return Some(found);
    }
    if let Some((base, end)) = year(site, at) {
        return Some(within_year(site, end, &base).unwrap_or((base, end)));
    }
    let base = inherited.cloned().unwrap_or_default();
    let base = Point { day: None, time: None, part: None, ..base };
    month_day(site, at, &base)
        .or_else(|| bare_months(site, at, &base).filter(|_| !site.is_digit(at)))
        .or_else(|| day(site, at, &base))
        .or_else(|| quarter(site, at, &base))
        .or_else(|| {
            // 15日21时至22时: on the same day.
            let day = inherited.filter(|first| first.time.is_some()).and_then(|first| first.day);
            let (time, end) = clock(site, at)?;
            let unwritable = inherited.is_none() && is_twofold(site, at, time);
            Some((Point { time: Some(time), day, unwritable, ..base }, end))
        })
}

/// What may follow a year: month, quarter, half, season, beginning, end.
fn within_year(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    let at = site.skip_blank(at);
    if let Some(found) = part_word(site, at) {
        return Some((Point { part: Some(found.0), ..base.clone() }, found.1));
    }
    if !site.is_numeral(at) && !chars::PART_LEAD.at(site.view, at) {
        return None;
    }
    bare_months(site, at, base)
        .or_else(|| month_day(site, at, base))
        .or_else(|| quarter(site, at, base))
}
