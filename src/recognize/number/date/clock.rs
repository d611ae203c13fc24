//! Times of day, alone and behind a date; not results of matches.

use super::super::site::Site;
use super::figure::{digits, small_from_zero};
use super::numeric::is_inside_code;
use super::point::{Point, Time};
use crate::recognize::chars;
use crate::span::{Span, View};

/// A time of day behind a date: 20时59分, 上午9时, 9:30.
pub(super) fn with_time(site: &Site<'_>, mut point: Point, end: u32) -> (Point, u32) {
    let at = site.skip_blank(over_weekday(site, end));
    let part = site.tables.calendar_word(site.view, at, "day_part");
    match clock(site, at + part.map_or(0, |part| part.length)) {
        Some((time, end)) => {
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

/// A time of day, in the half of the day that the word before it says: 晚上9点半, 下午3时.
pub(super) fn clock(site: &Site<'_>, at: u32) -> Option<(Time, u32)> {
    let (mut time, end) = clock_face(site, at)?;
    // From which hour on the word says that it is one of the second half of the day; but 中午11点.
    let from = noon(site, at).unwrap_or(12);
    if (from..12.min(from + 10)).contains(&time.hour) {
        time.hour += 12;
    }
    // 夜里12点, 晚上12点半, 凌晨12点: but 中午12点, 上午12点.
    if time.hour == 12 && from > 1 && from != 12 {
        time.hour = if from < 12 && time.minute.is_none() { 24 } else { 0 };
    }
    Some((time, end))
}

fn noon(site: &Site<'_>, at: u32) -> Option<u8> {
    let part = site.tables.calendar_word_before(site.view, at, site.floor, "day_part");
    part.and_then(|(_, part)| part.column(2).parse().ok())
}

/// 九点半: in the morning or in the evening.
pub(super) fn is_twofold(site: &Site<'_>, at: u32, time: Time) -> bool {
    let spoken = || (at..at + 3).any(|at| site.char(at) == '点');
    (1..=12).contains(&time.hour) && noon(site, at).is_none() && spoken()
}

/// 20时59分, 8时30分15秒, 9点半, 22:15.
fn clock_face(site: &Site<'_>, at: u32) -> Option<(Time, u32)> {
    let (hour, end) = small_from_zero(site, at, 24).or_else(|| hour_before_one(site, at))?;
    match site.char(end) {
        ':' => colon_clock(site, hour, end),
        '时' | '点' => han_clock(site, at, hour, end),
        _ => None,
    }
}

/// 下午两点一场: behind a part of the day no decimals follow 点.
fn hour_before_one(site: &Site<'_>, at: u32) -> Option<(u8, u32)> {
    site.tables.calendar_word_before(site.view, at, site.floor, "day_part")?;
    let mark = (at + 1..at + 4).find(|at| site.char(*at) == '点')?;
    let amount = site.amount_within(at, mark).filter(|amount| amount.end == mark)?;
    Some((u8::try_from(amount.low.to_integer()?).ok().filter(|hour| *hour <= 24)?, mark))
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
        None => (!is_inside_code(site, end) || opens_range(site, end))
            .then_some((Time { hour, minute, second: None }, end)),
    }
}

/// Behind 次日 at `at`, where it stands there: 22点至次日6点.
pub(super) fn over_next_day(site: &Site<'_>, at: u32) -> u32 {
    let word = site.tables.calendar_word(site.view, at, "next_day");
    at + word.map_or(0, |word| word.length)
}

/// 9:00-11:30
fn opens_range(site: &Site<'_>, at: u32) -> bool {
    site.char(at) == '-' && digits(site, at + 1).is_some_and(|(_, end)| site.char(end) == ':')
}

/// 比分为22:25、25:19, 师生比1:12: a result among results, told by the word before them or by one that no clock shows.
fn is_score(site: &Site<'_>, colon: u32) -> bool {
    site.known.list_around(colon, || score_list(site, colon))
}

/// How far before a result its word may stand.
const RESULT: u32 = 12;

/// The list that `colon` stands in, and whether it is one of results.
fn score_list(site: &Site<'_>, colon: u32) -> (Span<View>, bool) {
    let listed = |at: u32| {
        site.is_digit(at) || matches!(site.char(at), ':' | '、' | '，' | ',' | '和' | ' ')
    };
    let start = (0..colon).rev().find(|at| !listed(*at)).map_or(0, |at| at + 1);
    let end = (colon..).find(|at| !listed(*at)).unwrap_or(colon);
    // 师生比1:12; but 比12:30早到
    let is = start - u32::from(site.view.follows(start, '为'));
    // 比分依次是21:18, 比例由1:30改善至1:25; but 比分牌前合影，20:15
    let first = (start..end).find(|at| site.is_digit(*at)).unwrap_or(start);
    let clause = |at: &u32| !matches!(site.char(*at), '，' | '。' | ';');
    let mut near = (first.saturating_sub(RESULT)..first).rev().take_while(clause);
    let told = near.any(|at| names_results(site, at, first))
        || site.view.follows(is, '比')
            && (is < start || !site.is_han(end) || !site.is_digit(end - 1));
    // 25:19 and 11:8 are no times.
    let late = (start..end).any(|at| {
        let behind = site.char(at) == ':' && at >= start + 2;
        let hour = || (site.char(at - 2), site.char(at - 1));
        let brief = || site.is_digit(at + 1) && !site.is_digit(at + 2);
        behind && (brief() || matches!(hour(), ('2', '4'..='9') | ('3'..='9', '0'..='9')))
    });
    (Span::new(start, end), told || late || site.char(start.wrapping_sub(1)) == '以')
}

/// 比分, 比例, 师生比由 at `at`, of the result at `first`; but 比例会议10:30, 同期比从8:15, 比由8:00改到9:00.
fn names_results(site: &Site<'_>, at: u32, first: u32) -> bool {
    if site.char(at) != '比' || !chars::COMPARISON.at(site.view, at + 1) {
        return false;
    }
    // 8:30, 11:00: a half or a full hour; but 1:30.
    let colon = (first..first + 3).find(|at| site.char(*at) == ':').unwrap_or(first);
    let half = match (site.char(colon + 1), site.char(colon + 2)) {
        ('0', '0') => true,
        ('3', '0') => colon > first + 1 || site.char(first) != '1',
        _ => false,
    };
    let clock = half && !site.is_digit(colon + 3) && site.char(colon + 3) != ':';
    let compares =
        chars::FROM.at(site.view, at + 1) && chars::COMPARING.at(site.view, at.wrapping_sub(1));
    site.char(at + 1) == '分' || !clock && !compares
}

fn han_clock(site: &Site<'_>, at: u32, hour: u8, mark: u32) -> Option<(Time, u32)> {
    let next = mark + 1;
    if (site.char(mark) == '点' || site.is_digit(at))
        && site.char(next) == '半'
        && !chars::HALF_WORD.at(site.view, next + 1)
    {
        return Some((Time { hour, minute: Some(30), second: None }, next + 1));
    }
    // 四点一刻
    let quarters = if site.char(next + 1) == '刻' { site.char(next) } else { '\0' };
    let quarter = match quarters {
        '一' => Some(15),
        '三' => Some(45),
        _ => None,
    };
    if quarter.is_some() && site.char(mark) == '点' {
        return Some((Time { hour, minute: quarter, second: None }, next + 2));
    }
    if site.char(mark) == '点'
        && site.is_digit(at)
        && let Some((minute, end)) = brief_minute(site, next)
    {
        return Some((Time { hour, minute: Some(minute), second: None }, end));
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

/// 11点40放学: two digits and nothing that they count; 8点30多人到场, 9点18：00.
fn brief_minute(site: &Site<'_>, at: u32) -> Option<(u8, u32)> {
    let (minute, end) = digits(site, at).filter(|(minute, _)| *minute < 60)?;
    let whole = site.amount(at).is_some_and(|amount| amount.end == end) && end - at == 2;
    let goes_on = matches!(site.char(end), '.' | ':' | '-' | '—' | '~' | '%' | '分');
    let counts = goes_on || site.unit(end).is_some();
    Some((u8::try_from(minute).ok()?, end)).filter(|_| whole && !counts)
}

/// 周三10点
fn behind_weekday(site: &Site<'_>, at: u32) -> bool {
    at > 1 && chars::WEEK.at(site.view, at - 2) && site.is_numeral(at - 1)
}

/// 9时, 三点整, 3点钟: not 3点意见, 一时.
fn whole_hour(site: &Site<'_>, at: u32, hour: u8, mark: u32) -> Option<(Time, u32)> {
    let time = Time { hour, minute: None, second: None };
    let next = mark + 1;
    if chars::SHARP.at(site.view, next) {
        return Some((time, next + 1));
    }
    // 早上7点到9点, 7点到9点: each is one where the other is.
    let hour_at = |at| small_from_zero(site, at, 24).filter(|(_, end)| site.char(*end) == '点');
    // 提出7点到9点意见: points of another kind.
    let said = |at| site.tables.calendar_word(site.view, at, "no_clock").is_some();
    if said(next) {
        return None;
    }
    let led = at > site.at
        // 9点到校
        || site.tables.calendar_word(site.view, next, "at_clock").is_some()
        || site
            .behind_range_mark(next)
            .map(|at| over_next_day(site, at))
            .and_then(hour_at)
            .is_some_and(|(_, end)| !said(end + 1))
        || site.view.follows(at, '日')
        || behind_weekday(site, at)
        || site.tables.calendar_word_before(site.view, at, site.floor, "day_part").is_some();
    let hour_mark =
        site.char(mark) == '时' && site.is_digit(at) && !chars::HOUR_WORD.at(site.view, next);
    (led || hour_mark).then_some((time, next))
}
