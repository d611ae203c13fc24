//! Years: of our era, of the Republic, of emperors; not lengths of time.

use super::super::site::Site;
use super::figure::small;
use super::part::closes_quarter;
use super::point::{Part, Point};
use crate::numeral::Style;
use crate::recognize::chars;
use crate::text::CharClass;

/// 2024年, 二〇二四年, 民国113年, 2024学年, 2025财年. Not 2000年历史 (a length of time).
pub(super) fn year(site: &Site<'_>, at: u32) -> Option<(Point, u32)> {
    let amount = site.amount(at)?;
    if amount.vagueness.is_some() || !amount.low.is_integer() {
        return None;
    }
    let value = i32::try_from(amount.low.to_integer()?).ok()?;
    let civil = matches!(amount.style, Style::Arabic | Style::Positional)
        && amount.end - at == 4
        && (1000..=2999).contains(&value);
    // 五八年: a year of the last century. 08年: of this one, no length has such a zero.
    let short = amount.style == Style::Positional && (30..=99).contains(&value);
    let young = site.char(at) == '0' && amount.end == at + 2;
    let point = |year| Point { year: Some(year), ..Point::default() };
    let named = |role| site.tables.calendar_word(site.view, amount.end, role);
    let school = named("school_year").map(|word| (word, Some(Part::SchoolYear)));
    if let Some((word, part)) = school.or_else(|| Some((named("business_year")?, None))) {
        let republican = site.is_digit(at) && REPUBLICAN.contains(&value);
        let year = if republican { value + 1911 } else { value };
        return (civil || republican).then(|| {
            let found = Point { part, ..point(year) };
            (found, amount.end + word.length)
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
    } else if young {
        value + 2000
    } else {
        // 元丰六年十月十二日: of an era that nobody listed.
        let month = || small(site, next, 12).filter(|(_, end)| site.char(*end) == '月');
        let day = |(_, month)| small(site, month + 1, 31);
        let dated = !site.is_digit(at)
            && month().and_then(day).is_some_and(|(_, end)| site.char(end) == '日');
        return dated.then(|| (Point { unwritable: true, ..Point::default() }, next));
    };
    // 2024年度
    Some((point(year), next + u32::from(site.char(next) == '度')))
}

/// 公元前, 公元, 民国, 光绪 stand before the numeral and belong to the date.
pub(super) fn era_start(site: &Site<'_>) -> u32 {
    let era = site.tables.calendar_word_before(site.view, site.at, site.floor, "era");
    era.map_or(site.at, |(start, _)| start)
}

/// The year by the era whose name stands before the numeral: 光绪 began in 1875, 民国 in 1912. No era has lasted longer than
/// the Republic; 民国1949年 counts from the birth of Christ.
fn year_of_era(site: &Site<'_>, at: u32, value: i32) -> Option<i32> {
    let (_, era) = site.tables.calendar_word_before(site.view, at, site.floor.min(at), "era")?;
    let first: i32 = era.column(2).parse().ok()?;
    (value <= *REPUBLICAN.end()).then(|| first + value - 1)
}

/// Years of the Republic of our time.
pub(super) const REPUBLICAN: std::ops::RangeInclusive<i32> = 80..=139;

/// 113年第3季, 112年度, 113年5月: a year of the Republic without its era, as the press of Taiwan writes it. In a text that is
/// at home there 113年 alone is one too, where nothing says that it is a length of time.
fn is_republican(site: &Site<'_>, at: u32, year: i32, next: u32) -> bool {
    // 三十三年十月十日, 廿六年七月: those of the mainland, written in full.
    let full = || {
        // 二十八年冬 where a clause begins; 守了三十年秋 is a length of time.
        if chars::SEASON.at(site.view, next) && !site.is_han(next + 1) {
            let opens = at == 0 || site.view.class(at - 1).any(CharClass::CLAUSE_END);
            return Some(opens && year > 20 && year % 10 > 0);
        }
        let (_, month) = small(site, next, 12).filter(|(_, end)| site.char(*end) == '月')?;
        let day = || small(site, month + 1, 31).is_some_and(|(_, end)| site.char(end) == '日');
        Some(year >= 20 || day())
    };
    if !site.is_digit(at) {
        return (10..=38).contains(&year) && full() == Some(true);
    }
    if !REPUBLICAN.contains(&year) {
        return false;
    }
    let month = || {
        site.view.starts_with(next, "元月")
            || small(site, next, 12).is_some_and(|(_, end)| site.char(end) == '月')
    };
    let season = || {
        chars::QUARTER_LEAD.at(site.view, next)
            && small(site, next + 1, 4).is_some_and(|(_, end)| closes_quarter(site, end))
    };
    month()
        || season()
        || site.tables.calendar_word(site.view, next, "republican").is_some()
        || (at > site.at || !is_length(site, next))
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
