//! Points and spans of the calendar, in EDTF (ISO 8601-2).
//!
//! | written | edtf |
//! |---|---|
//! | 2024年5月6日20时15分 | `2024-05-06T20:15` |
//! | 3月15日 | `XXXX-03-15` |
//! | 2022年11月至2023年3月 | `2022-11/2023-03` |
//! | 2021年以来 | `2021/..` |
//! | 2025年一季度、2025年上半年、2025年底 | `2025-33`, `2025-40`, `2025-12-31` |
//! | 20世纪90年代 | `199X` |
//! | 民国113年, 光绪二十六年 | `2024`, `1900` |

use super::site::{Amount, Outcome, Site, number};
use crate::annotation::{Bound, NumberKind};
use crate::day;
use crate::numeral::{Decimal, Style, digit};
use crate::span::{Span, View};
use crate::text::CharClass;

/// A point of the calendar, as far as it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Point {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
    time: Option<Time>,
    /// A part of the year that is no month: EDTF codes 21–24, 33–36, 40–41; or a fixed interval.
    part: Option<Part>,
    /// The calendar is not the civil one, or the form has no EDTF.
    unwritable: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Time {
    hour: u8,
    minute: Option<u8>,
    second: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Code(u8),
    /// Months from … to …, inclusive.
    Months(u8, u8),
    /// Days of the point's month.
    Days(u8, u8),
    /// 年初, 年中, 年底.
    Day(u8, u8),
    /// 月底
    LastDay,
    /// A year that begins in one and ends in the next.
    SchoolYear,
    /// The first years of two decades, or of one twice.
    Decades(i32, i32),
    Century(i32),
}

impl Point {
    /// Whether it is a time of day and nothing else.
    fn is_clock(&self) -> bool {
        self.time.is_some() && self.year.is_none() && self.month.is_none() && self.day.is_none()
    }
}

/// 第三季度, 今（15）日: the date begins before its numeral.
pub(super) fn led(site: &Site<'_>) -> Option<Outcome> {
    if site.at <= site.floor {
        return None;
    }
    let lead = site.at - 1;
    let base = Point::default();
    let (found, start, end) = match site.char(lead) {
        '第' | '前' => {
            let (found, end) = quarter(site, lead, &base)?;
            (found, lead, end)
        }
        '(' if lead > site.floor
            && matches!(site.char(lead - 1), '今' | '昨' | '明' | '本' | '前') =>
        {
            let (value, end) = small(site, site.at, 31)?;
            let found = match (site.char(end), site.char(end + 1)) {
                (')', '日') => Point { day: Some(value), ..base },
                (')', '月') if value <= 12 => Point { month: Some(value), ..base },
                _ => return None,
            };
            (found, site.at, end)
        }
        // 正月十五, 腊月廿三
        '月' => {
            let word =
                site.tables.calendar_word_before(site.view, site.at, site.floor, "lunar_month");
            let end = lunar_day(site, site.at, true)?;
            (Point { unwritable: true, ..base }, word?.0, end)
        }
        _ => return None,
    };
    let mut date = number(Span::new(start, end), NumberKind::Date, "date-led");
    date.edtf = edtf(&[found], false);
    Some(Outcome::Number(date))
}

/// Reads a date at the site: one point, a range, an open span.
pub(super) fn date(site: &Site<'_>) -> Option<Outcome> {
    let start = era_start(site);
    let (first, end) = bare_range(site, site.at)
        .map(|(first, second, end)| (vec![first, second], end))
        .or_else(|| {
            let (first, end) = point(site, site.at, None)?;
            match second(site, &first, end) {
                Some((second, end)) => Some((vec![first, second], end)),
                None => Some((vec![first], end)),
            }
        })?;
    let start =
        if first.first().is_some_and(Point::is_clock) { day_part_start(site) } else { start };
    let open = site.view.starts_with(end, "以来") && first.len() == 1;
    let clock = first.last().is_some_and(|last| last.time.is_some());
    let (end, bound) = about(site, end, clock);
    let mut found =
        number(Span::new(start, end + if open { 2 } else { 0 }), NumberKind::Date, "date");
    found.bound = bound;
    found.edtf = edtf(&first, open);
    found.rule = match (open, first.len()) {
        (true, _) => "date-since",
        (_, 2) => "date-range",
        _ => "date",
    };
    Some(Outcome::Number(found))
}

/// 2016年左右, 上午8时许: where the date ends, and whether it is about then.
fn about(site: &Site<'_>, end: u32, clock: bool) -> (u32, Bound) {
    let fits = site.view.starts_with(end, "左右") || clock && site.char(end) == '许';
    let about = fits.then(|| site.modifier_after(end)).flatten();
    about.unwrap_or((end, Bound::Exact))
}

fn edtf(points: &[Point], open: bool) -> Option<Box<str>> {
    let texts: Option<Vec<String>> = points.iter().map(Point::edtf).collect();
    let text = match texts?.as_slice() {
        // 6月上旬至7月中旬: parts that are spans themselves lend their outer ends.
        [first, .., last] => {
            let (from, to) = (first.split('/').next()?, last.rsplit('/').next()?);
            format!("{from}/{to}")
        }
        texts => texts.concat(),
    };
    Some(if open { format!("{text}/..") } else { text }.into())
}

/// 公元前, 公元, 民国, 光绪 stand before the numeral and belong to the date.
fn era_start(site: &Site<'_>) -> u32 {
    let era = site.tables.calendar_word_before(site.view, site.at, site.floor, "era");
    era.map_or(site.at, |(start, _)| start)
}

/// 上午9时, 凌晨4时: the part of the day belongs to the time; not the 晚 of 今晚8时.
fn day_part_start(site: &Site<'_>) -> u32 {
    let part = site.tables.calendar_word_before(site.view, site.at, site.floor, "day_part");
    part.filter(|(_, word)| word.length > 1).map_or(site.at, |(start, _)| start)
}

/// A point; `inherited` lends the larger parts to the second point of a range.
fn point(site: &Site<'_>, at: u32, inherited: Option<&Point>) -> Option<(Point, u32)> {
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
        .or_else(|| day(site, at, &base))
        .or_else(|| quarter(site, at, &base))
        .or_else(|| {
            // 15日21时至22时: on the same day.
            let day = inherited.filter(|first| first.time.is_some()).and_then(|first| first.day);
            let (time, end) = clock(site, at)?;
            Some((Point { time: Some(time), day, ..base }, end))
        })
}

/// 2024年, 二〇二四年, 民国113年, 2024学年. Not 2000年历史 (a length of time).
fn year(site: &Site<'_>, at: u32) -> Option<(Point, u32)> {
    let amount = site.amount(at)?;
    if amount.vagueness.is_some() || !amount.low.is_integer() {
        return None;
    }
    let value = i32::try_from(amount.low.to_integer()?).ok()?;
    let civil = matches!(amount.style, Style::Arabic | Style::Positional)
        && (amount.end - at == 4 && (1000..=2999).contains(&value) || is_early(site, at, amount));
    // 五八年: a year of the last century.
    let short = amount.style == Style::Positional && (30..=99).contains(&value);
    let point = |year| Point { year: Some(year), ..Point::default() };
    if let Some(school) = site.tables.calendar_word(site.view, amount.end, "school_year") {
        let republican = site.is_digit(at) && REPUBLICAN.contains(&value);
        let year = if republican { value + 1911 } else { value };
        return (civil || republican).then(|| {
            let found = Point { part: Some(Part::SchoolYear), ..point(year) };
            (found, amount.end + school.length)
        });
    }
    let next = (site.char(amount.end) == '年').then_some(amount.end + 1)?;
    let year = if let Some(year) = year_of_era(site, at, value) {
        year
    } else if is_republican(site, at, value, next) {
        value + 1911
    } else if site.view.ends_with(at, "公元前") {
        1 - value
    } else if civil && !is_length(site, next) || site.view.ends_with(at, "公元") {
        value
    } else if short && !is_length(site, next) {
        value + 1900
    } else {
        return None;
    };
    // 2024年度
    Some((point(year), next + u32::from(site.char(next) == '度')))
}

/// The year by the era whose name stands before the numeral: 光绪 began in 1875, 民国 in 1912. No era has lasted longer than
/// the Republic; 民国1949年 counts from the birth of Christ.
fn year_of_era(site: &Site<'_>, at: u32, value: i32) -> Option<i32> {
    let (_, era) = site.tables.calendar_word_before(site.view, at, site.floor.min(at), "era")?;
    let first: i32 = era.column(2).parse().ok()?;
    (value <= *REPUBLICAN.end()).then(|| first + value - 1)
}

/// 天宝十四载（755年）: three digits alone in brackets are a year.
fn is_early(site: &Site<'_>, at: u32, amount: Amount) -> bool {
    let bracketed = at > 0 && site.char(at - 1) == '(' && site.char(amount.end + 1) == ')';
    bracketed && amount.style == Style::Arabic && amount.end - at == 3
}

/// Years of the Republic of our time.
const REPUBLICAN: std::ops::RangeInclusive<i32> = 80..=139;

/// 113年第3季, 112年度, 113年5月: a year of the Republic without its era, as the press of Taiwan writes it. In a text that is
/// at home there 113年 alone is one too, where nothing says that it is a length of time.
fn is_republican(site: &Site<'_>, at: u32, year: i32, next: u32) -> bool {
    if !site.is_digit(at) || !REPUBLICAN.contains(&year) {
        return false;
    }
    let month = || small(site, next, 12).is_some_and(|(_, end)| site.char(end) == '月');
    let season = || {
        site.char(next) == '第'
            && small(site, next + 1, 4).is_some_and(|(_, end)| site.char(end) == '季')
    };
    month()
        || season()
        || site.tables.calendar_word(site.view, next, "republican").is_some()
        || !is_length(site, next)
            && !site.tables.is_span_of_time(site.view, at, site.floor)
            && site.home_currency() == Some("TWD")
}

/// Whether 2000年 is a length of time by what follows: 历史, 左右; 来 and 前 where the year is not of our time.
fn is_length(site: &Site<'_>, at: u32) -> bool {
    let follows = |role| site.tables.calendar_word(site.view, at, role).is_some();
    follows("length") || follows("length_long_ago") && !follows("no_length") && !is_recent(site, at)
}

/// Whether the year before 年 lies in living memory: 2020年前 is before 2020, 3000年前 is long ago.
fn is_recent(site: &Site<'_>, at: u32) -> bool {
    let unit = |back: u32| at.checked_sub(back).map_or('\0', |at| site.char(at));
    let century =
        matches!((unit(5), unit(4)), ('1' | '一', '9' | '九') | ('2' | '二', '0' | '〇' | '零'));
    century && (unit(3), unit(2)) != ('0', '0')
}

/// What may follow a year: month, quarter, half, season, beginning, end.
fn within_year(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    let at = site.skip_blank(at);
    if let Some(found) = part_word(site, at) {
        return Some((Point { part: Some(found.0), ..base.clone() }, found.1));
    }
    if !site.is_numeral(at) && !matches!(site.char(at), '前' | '第') {
        return None;
    }
    bare_months(site, at, base)
        .or_else(|| month_day(site, at, base))
        .or_else(|| quarter(site, at, base))
}

/// 上半年, 下半年, 年底, 春季 …
fn part_word(site: &Site<'_>, at: u32) -> Option<(Part, u32)> {
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
pub(super) fn year_part(value: &str) -> Option<Part> {
    Some(match value.split_once('-') {
        Some((month, day)) => Part::Day(month.parse().ok()?, day.parse().ok()?),
        None => Part::Code(value.parse().ok()?),
    })
}

/// `1-10` are days, `31` the last day of the month, `1` the first.
pub(super) fn month_part(value: &str) -> Option<Part> {
    Some(match value.split_once('-') {
        Some((first, last)) => Part::Days(first.parse().ok()?, last.parse().ok()?),
        None if value == "31" => Part::LastDay,
        None => Part::Days(1, 1),
    })
}

/// 1—8月, 1至6月 behind a year or alone.
fn bare_months(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    let (first, end) = small(site, at, 12)?;
    let second_at = site.second_of_range(end)?;
    let (last, end) = small(site, second_at, 12)?;
    (site.char(end) == '月' && first < last).then(|| {
        (Point { part: Some(Part::Months(first, last)), ..base.clone() }, month_end(site, end))
    })
}

/// 3月, 3月15日, 3月上旬, 3月底, each with a time behind the day.
fn month_day(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    let (month, end) = small(site, at, 12)?;
    // 披露前一月末: a month earlier, not January.
    let counted =
        site.char(at) == '一' && at > site.floor && matches!(site.char(at - 1), '前' | '上');
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
    if site.char(behind) == '初' && digit(site.view.at(behind + 1)).is_some() {
        found.unwritable = true;
        return Some((found, behind + 2));
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
fn month_end(site: &Site<'_>, at: u32) -> u32 {
    if site.char(at + 1) == '份' { at + 2 } else { at + 1 }
}

/// 15日, 15号 behind a month.
fn day_number(site: &Site<'_>, at: u32) -> Option<(u8, u32)> {
    let (day, end) = small(site, at, 31)?;
    matches!(site.char(end), '日' | '号').then_some((day, end + 1))
}

/// 八月十五, 农历七月廿三: a Han numeral behind the month, of which no unit says what it counts.
fn lunar_day(site: &Site<'_>, at: u32, lunar: bool) -> Option<u32> {
    if !lunar || site.is_digit(at) || !site.is_numeral(at) {
        return None;
    }
    let (day, end) = small(site, at, 30)?;
    // 十月二十大, 七月十八洞村
    let other = matches!(site.char(end), '大' | '中') || site.tables.opens_word(site.view, at, end);
    (day > 10 && !other && site.unit(end).is_none()).then_some(end)
}

/// 15日 alone; not 15日内, 连续5日.
fn day(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    let (day, end) = small(site, at, 31)?;
    if site.char(end) != '日' {
        return None;
    }
    let next = site.char(end + 1);
    // 一日三次: one day, not the first.
    let one = site.char(at) == '一' && end == at + 1;
    let counted = one
        || matches!(
            next,
            '内' | '假' | '游' | '之' | '均' | '后' | '元' | '报' | '益' | '常' | '本'
        )
        || site.view.starts_with(end + 1, "以内")
        || at > site.floor
            && matches!(site.char(at - 1), '续' | '时' | '共' | '每' | '第' | '期' | '了' | '满');
    if counted && base.month.is_none() {
        return None;
    }
    Some(with_time(site, Point { day: Some(day), ..base.clone() }, end + 1))
}

/// 一季度, 第三季度, 前三季度.
fn quarter(site: &Site<'_>, at: u32, base: &Point) -> Option<(Point, u32)> {
    let lead = site.char(at);
    let from = if matches!(lead, '前' | '第') { at + 1 } else { at };
    let (which, end) = small(site, from, 4)?;
    let end = if site.char(end) == '个' { end + 1 } else { end };
    let season = lead == '第' && site.char(end) == '季' && site.char(end + 1) != '度';
    // The press of Taiwan and Hong Kong leaves 度 off.
    if season && (base.year.is_some() || site.home_currency().is_some()) {
        return Some((Point { part: Some(Part::Code(32 + which)), ..base.clone() }, end + 1));
    }
    // 前三季, 首三季: without 度 where the first quarters are summed up.
    let summed = matches!(site.char(at.wrapping_sub(1)), '前' | '首') && at > site.floor;
    if summed && which > 1 && site.char(end) == '季' && site.char(end + 1) != '度' {
        return Some((Point { part: Some(Part::Months(1, which * 3)), ..base.clone() }, end + 1));
    }
    if !site.view.starts_with(end, "季度") || (lead != '前' && site.char(end - 1) == '个') {
        return None;
    }
    let leading = lead == '前' || (at > site.floor && site.char(at - 1) == '前');
    let part = if leading { Part::Months(1, which * 3) } else { Part::Code(32 + which) };
    Some((Point { part: Some(part), ..base.clone() }, end + 2))
}

/// 20世纪90年代, 20世纪八九十年代, 90年代, 21世纪.
fn decade(site: &Site<'_>, at: u32) -> Option<(Point, u32)> {
    let century = small(site, at, 99).filter(|(_, end)| site.view.starts_with(*end, "世纪"));
    let Some((value, end)) = century else { return decades_of_ours(site, at) };
    let (century, end) = ((i32::from(value) - 1) * 100, end + 2);
    if let Some((first, last, end)) = tens(site, end) {
        return Some((in_part(Part::Decades(century + first, century + last)), end));
    }
    let counted = site.view.starts_with(end, "以来")
        || !site.is_han(end)
        || !matches!(site.char(end), '多' | '前');
    counted.then(|| (in_part(Part::Century(century)), end))
}

/// 90年代, 上世纪七八十年代: decades of the last century, or of this one where they can be.
fn decades_of_ours(site: &Site<'_>, at: u32) -> Option<(Point, u32)> {
    let (first, last, end) = tens(site, at)?;
    let century = if site.view.ends_with(at, "上世纪") || last >= 30 { 1900 } else { 2000 };
    Some((in_part(Part::Decades(century + first, century + last)), end))
}

fn in_part(part: Part) -> Point {
    Point { part: Some(part), ..Point::default() }
}

/// The first and the last decade of 90年代, 八九十年代, and where the words end.
fn tens(site: &Site<'_>, at: u32) -> Option<(i32, i32, u32)> {
    let amount = site.amount(at).filter(|amount| site.view.starts_with(amount.end, "年代"))?;
    let whole = |value: Decimal| i32::try_from(value.to_integer()?).ok();
    let first = whole(amount.low)?;
    let last = amount.high.map_or(Some(first), whole)?;
    (first % 10 == 0 && (0..100).contains(&first) && last < 100).then_some((
        first,
        last,
        amount.end + 2,
    ))
}

/// 2024-05-01, 2024/5/1, 2024.5.1, 2024-05, 7·29.
fn numeric(site: &Site<'_>, at: u32) -> Option<(Point, u32)> {
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

/// Whether a character joins digits to something longer.
fn is_inside_code(site: &Site<'_>, at: u32) -> bool {
    site.view.class(at).any(CharClass::LATIN.or(CharClass::DIGIT))
        || matches!(site.char(at), '-' | '/' | '.')
}

/// A time of day behind a date: 20时59分, 上午9时, 9:30.
fn with_time(site: &Site<'_>, mut point: Point, end: u32) -> (Point, u32) {
    let mut at = site.skip_blank(over_weekday(site, end));
    // From which hour on the word says that it is one of the second half of the day.
    let part = site.tables.calendar_word(site.view, at, "day_part");
    let noon = part.and_then(|part| part.column(2).parse::<u8>().ok());
    at += part.map_or(0, |part| part.length);
    match clock(site, at) {
        Some((mut time, end)) => {
            if noon.is_some_and(|from| (from..12).contains(&time.hour)) {
                time.hour += 12;
            }
            point.time = Some(time);
            (point, end)
        }
        None => (point, end),
    }
}

/// 1月7日（星期日）上午9时: behind the bracket.
fn over_weekday(site: &Site<'_>, at: u32) -> u32 {
    let week =
        site.char(at) == '(' && site.tables.calendar_word(site.view, at + 1, "weekday").is_some();
    let close = week.then(|| (at..at + 6).find(|at| site.char(*at) == ')')).flatten();
    close.map_or(at, |close| close + 1)
}

/// 20时59分, 8时30分15秒, 9点半, 22:15.
fn clock(site: &Site<'_>, at: u32) -> Option<(Time, u32)> {
    let (hour, end) = small_from_zero(site, at, 24)?;
    match site.char(end) {
        ':' => colon_clock(site, hour, end),
        '时' | '点' => han_clock(site, at, hour, end),
        _ => None,
    }
}

fn colon_clock(site: &Site<'_>, hour: u8, colon: u32) -> Option<(Time, u32)> {
    if is_score(site, colon) {
        return None;
    }
    let two = |at: u32| digits(site, at).filter(|(value, end)| *value < 60 && end - at == 2);
    let (minute, end) = two(colon + 1)?;
    let minute = u8::try_from(minute).ok();
    match (site.char(end) == ':').then(|| two(end + 1)).flatten() {
        Some((second, end)) => {
            Some((Time { hour, minute, second: u8::try_from(second).ok() }, end))
        }
        None => (!is_inside_code(site, end)).then_some((Time { hour, minute, second: None }, end)),
    }
}

/// 比分为22:25、25:19: a result among results, told by the word before them or by one that no clock shows.
fn is_score(site: &Site<'_>, colon: u32) -> bool {
    site.known.list_around(colon, || score_list(site, colon))
}

/// The list that `colon` stands in, and whether it is one of results.
fn score_list(site: &Site<'_>, colon: u32) -> (Span<View>, bool) {
    let listed = |at: u32| {
        site.is_digit(at) || matches!(site.char(at), ':' | '、' | '，' | ',' | '和' | ' ')
    };
    let start = (0..colon).rev().find(|at| !listed(*at)).map_or(0, |at| at + 1);
    let end = (colon..).find(|at| !listed(*at)).unwrap_or(colon);
    let told = site.view.ends_with(start, "比分") || site.view.ends_with(start, "比分为");
    // 25:19 and 11:8 are no times.
    let late = (start..end).any(|at| {
        let behind = site.char(at) == ':' && at >= start + 2;
        let hour = || (site.char(at - 2), site.char(at - 1));
        let brief = || site.is_digit(at + 1) && !site.is_digit(at + 2);
        behind && (brief() || matches!(hour(), ('2', '4'..='9') | ('3'..='9', '0'..='9')))
    });
    (Span::new(start, end), told || late || site.char(start.wrapping_sub(1)) == '以')
}

fn han_clock(site: &Site<'_>, at: u32, hour: u8, mark: u32) -> Option<(Time, u32)> {
    let next = mark + 1;
    if site.char(mark) == '点' && site.char(next) == '半' {
        return Some((Time { hour, minute: Some(30), second: None }, next + 1));
    }
    let Some((minute, end)) =
        small_from_zero(site, next, 59).filter(|(_, end)| site.char(*end) == '分')
    else {
        return whole_hour(site, at, hour, mark);
    };
    let second = small_from_zero(site, end + 1, 59).filter(|(_, end)| site.char(*end) == '秒');
    Some(match second {
        Some((second, end)) => (Time { hour, minute: Some(minute), second: Some(second) }, end + 1),
        None => (Time { hour, minute: Some(minute), second: None }, end + 1),
    })
}

/// 9时, 三点整, 3点钟: not 3点意见, 一时.
fn whole_hour(site: &Site<'_>, at: u32, hour: u8, mark: u32) -> Option<(Time, u32)> {
    let time = Time { hour, minute: None, second: None };
    let next = mark + 1;
    if matches!(site.char(next), '整' | '钟') {
        return Some((time, next + 1));
    }
    let led = site.view.ends_with(at, "日")
        || site.tables.calendar_word_before(site.view, at, site.floor, "day_part").is_some();
    // …，10点，: a clause of its own.
    let apart = site.char(mark) == '点'
        && at > 0
        && site.view.class(at - 1).any(CharClass::CLAUSE_END)
        && matches!(site.char(next), '，' | ',');
    let hour_mark = site.char(mark) == '时'
        && site.is_digit(at)
        && !matches!(site.char(next), '速' | '段' | '差' | '代' | '空' | '间' | '长');
    (led || hour_mark || apart).then_some((time, next))
}

/// 周, 月, 每
const WEEK: u16 = 0x5468;
const MONTH: u16 = 0x6708;
const EACH: u16 = 0x6BCF;

/// 2021—2025年, 5日至8日 and the like, where only the second part carries the unit.
fn bare_range(site: &Site<'_>, at: u32) -> Option<(Point, Point, u32)> {
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
        '时' if first < last && last <= 24 && !matches!(site.char(end + 1), '间' | '长' | '段') =>
        {
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
    // 114至117年度, in a text at home in Taiwan
    let republican = |at| {
        let (year, end) = digits(site, at).filter(|(_, end)| end - at <= 3)?;
        let year = i32::try_from(year).ok().filter(|year| REPUBLICAN.contains(year))?;
        (site.home_currency() == Some("TWD")).then_some((year + 1911, end))
    };
    if let Some((first, end)) = republican(at)
        && let Some((last, end)) = site.second_of_range(end).and_then(republican)
        && site.char(end) == '年'
        && first < last
    {
        let year = |year| Point { year: Some(year), ..Point::default() };
        let school = site.tables.calendar_word(site.view, end, "school_year");
        let length = school.map_or(1 + u32::from(site.char(end + 1) == '度'), |word| word.length);
        return Some(((year(first), year(last)), end + length));
    }
    let (first, end) = four(at)?;
    let short = || {
        let (last, end) = digits(site, end + 1).filter(|(_, last)| last - end == 3)?;
        Some((first - first % 100 + i32::try_from(last).ok()?, end))
    };
    let (last, end) = match site.char(end) {
        '/' => short().or_else(|| four(end + 1))?,
        _ => site.second_of_range(end).and_then(four).or_else(short)?,
    };
    let word = |role| site.tables.calendar_word(site.view, end, role);
    let year = site.char(end) == '年';
    let named = word("school_year").or_else(|| word("business_year"));
    let end = match named {
        Some(word) => end + word.length,
        None => end + 1 + u32::from(site.char(end + 1) == '度'),
    };
    let point = |year| Point { year: Some(year), ..Point::default() };
    (first < last && (year || named.is_some())).then(|| ((point(first), point(last)), end))
}

/// The second point of a range behind 至 — - 到.
fn second(site: &Site<'_>, first: &Point, end: u32) -> Option<(Point, u32)> {
    // 10月1日起至10月31日
    let from = end + u32::from(site.char(end) == '起');
    let at = site.second_of_range(from)?;
    let (second, end) = point(site, at, Some(first))?;
    (second.grain() == first.grain() || second.time.is_some() == first.time.is_some())
        .then_some((second, end))
}

/// A whole number from 1 to `most`, Arabic or Han.
fn small(site: &Site<'_>, at: u32, most: u8) -> Option<(u8, u32)> {
    small_from_zero(site, at, most).filter(|(value, _)| *value > 0)
}

fn small_from_zero(site: &Site<'_>, at: u32, most: u8) -> Option<(u8, u32)> {
    if site.is_digit(at) {
        let (value, end) = digits(site, at).filter(|(_, end)| end - at <= 2)?;
        return u8::try_from(value).ok().filter(|value| *value <= most).map(|value| (value, end));
    }
    let amount = site
        .amount(at)
        .filter(|amount| matches!(amount.style, Style::Han | Style::Magnitude))
        .filter(|amount| amount.vagueness.is_none())?;
    let value = u8::try_from(amount.low.to_integer()?).ok().filter(|value| *value <= most)?;
    Some((value, amount.end))
}

/// A run of ASCII digits.
fn digits(site: &Site<'_>, at: u32) -> Option<(u32, u32)> {
    let mut value = 0u32;
    let mut end = at;
    while site.is_digit(end) {
        value = value.checked_mul(10)?.checked_add(u32::from(site.view.at(end)) - 0x30)?;
        end += 1;
    }
    (end > at).then_some((value, end))
}

impl Point {
    /// How fine the point is, for matching the two ends of a range.
    fn grain(&self) -> (bool, bool, bool) {
        (self.month.is_some(), self.day.is_some(), self.time.is_some())
    }

    /// `None` where EDTF has no form for it: a time without a date, a lunar day.
    fn edtf(&self) -> Option<String> {
        if self.unwritable || (self.time.is_some() && self.day.is_none()) {
            return None;
        }
        let year = self.year.map_or_else(
            || "XXXX".to_owned(),
            |year| if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") },
        );
        let month = self.month.map_or_else(|| "XX".to_owned(), |month| format!("{month:02}"));
        Some(match (self.part, self.month, self.day) {
            (Some(part), ..) => part.edtf(&year, self.month),
            (None, None, None) => year,
            (None, Some(_), None) => format!("{year}-{month}"),
            (None, _, Some(day)) => {
                format!("{year}-{month}-{day:02}{}", self.time.map_or_else(String::new, Time::edtf))
            }
        })
    }
}

impl Part {
    pub(super) fn edtf(self, year: &str, month: Option<u8>) -> String {
        let month = month.unwrap_or(12);
        match self {
            Self::Code(code) => format!("{year}-{code}"),
            Self::Months(first, last) => format!("{year}-{first:02}/{year}-{last:02}"),
            Self::Days(1, 1) => format!("{year}-{month:02}-01"),
            Self::Days(first, last) => {
                let last = last.min(last_day(year, month));
                format!("{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}")
            }
            Self::Day(month, day) => format!("{year}-{month:02}-{day:02}"),
            Self::SchoolYear => {
                let next = year.parse::<i32>().map_or(0, |year| year + 1);
                format!("{year}/{next:04}")
            }
            Self::LastDay => format!("{year}-{month:02}-{:02}", last_day(year, month)),
            Self::Decades(first, last) if first == last => format!("{}X", first / 10),
            Self::Decades(first, last) => format!("{}X/{}X", first / 10, last / 10),
            Self::Century(first) => format!("{}XX", first / 100),
        }
    }
}

fn last_day(year: &str, month: u8) -> u8 {
    // A year that is not said is taken for a common one.
    day::last_day(year.parse().unwrap_or(1), month)
}

impl Time {
    fn edtf(self) -> String {
        let minute = self.minute.map_or_else(String::new, |minute| format!(":{minute:02}"));
        let second = self.second.map_or_else(String::new, |second| format!(":{second:02}"));
        format!("T{:02}{minute}{second}", self.hour)
    }
}
