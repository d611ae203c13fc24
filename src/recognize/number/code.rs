//! Digits that name something: telephone and licence numbers, hotlines, document numbers.

use super::site::{Outcome, Site, number};
use crate::annotation::{NumberKind, Reason};
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::CharClass;

/// How far before the digits the word may stand that makes them a code: 许可证编号为：.
const CUE_REACH: u32 = 10;
/// How far behind the digits such a word may begin.
const CUE_AHEAD: u32 = 5;
/// How long the number of a case may be behind its year.
const CASE_REACH: u32 = 16;
/// From this many digits on, digits without a unit name something.
const LONG: u32 = 7;

/// Digits with a cue before or behind, or too many of them to count anything.
pub(super) fn code(site: &Site<'_>) -> Option<Outcome> {
    if !site.is_digit(site.at) {
        return None;
    }
    let span = extent(site);
    let digits = span.range().filter(|at| site.is_digit(*at as u32)).count() as u32;
    if digits < 3 {
        return None;
    }
    let joined = || (span.start..span.end).any(|at| matches!(site.char(at), '-' | '—' | ')'));
    // 1999转分机5216 turns nothing.
    let extended = || {
        let word = site.tables.codes.longest(site.view, span.end);
        word.is_some_and(|word| word.column(1) == "both" && word.length > 2)
    };
    let unit_follows =
        site.amount(site.at).is_some_and(|amount| site.unit(site.skip_blank(amount.end)).is_some())
            && !extended();
    let long = digits >= LONG && (!unit_follows || joined());
    // 203会议室
    let room = || {
        let room = site.tables.codes.longest(site.view, span.end);
        digits <= 4 && room.is_some_and(|word| word.column(1) == "room")
    };
    let cued = || cue_before(site, span.start) || cue_behind(site, span.end);
    // 12345, 00700: a number everybody knows, or one that a zero leads.
    let known = || {
        let row = site.tables.codes.get(site.view, span);
        row.is_some_and(|row| row.column(1) == "number")
            || site.char(site.at) == '0' && site.run_end(site.at) == span.end
    };
    (long || room() || !unit_follows && (known() || cued()))
        .then(|| Outcome::Number(number(span, NumberKind::Code, "code")))
}

/// 〔2024〕15号, （2022）某01刑终88号: a year in brackets opens the number of a document or case.
pub(super) fn case_number(site: &Site<'_>) -> Option<Outcome> {
    let open = site
        .at
        .checked_sub(1)
        .filter(|open| *open >= site.floor && matches!(site.char(*open), '(' | '〔' | '['))?;
    let close = site.run_end(site.at);
    if close - site.at != 4
        || !site.is_digit(site.at)
        || !matches!(site.char(close), ')' | '〕' | ']')
    {
        return None;
    }
    let end = (close + 1..close + CASE_REACH).find(|at| site.char(*at) == '号')?;
    let inside = (close + 1..end).all(|at| {
        site.view.class(at).any(CharClass::HAN.or(CharClass::DIGIT).or(CharClass::LATIN))
    });
    let numbered = site.is_digit(end - 1) && inside;
    numbered
        .then(|| Outcome::Number(number(Span::new(open, end + 1), NumberKind::Code, "case-number")))
}

/// All characters of the code: digits joined by hyphens, an area code in brackets.
fn extent(site: &Site<'_>) -> Span<View> {
    let mut end = site.at;
    while site.is_digit(end)
        || end - site.at <= 4
            && site.char(end) == '—'
            && site.char(site.at) == '0'
            && site.is_digit(end + 1)
        || matches!(site.char(end), '-' | 'X')
            && (site.is_digit(end + 1) || site.char(end) == 'X' && end > site.at)
    {
        end += 1;
    }
    let mut start = site.at;
    if site.char(end) == ')'
        && start > site.floor
        && site.char(start - 1) == '('
        && site.is_digit(end + 1)
        && site.char(site.at) == '0'
    {
        start -= 1;
        end += 1;
        while site.is_digit(end) || site.char(end) == '-' && site.is_digit(end + 1) {
            end += 1;
        }
    }
    Span::new(start, in_groups(site, start, end).unwrap_or(end))
}

/// 2810 3828, 400 820 8820 behind a word that says what it is: groups of three or four digits.
fn in_groups(site: &Site<'_>, start: u32, end: u32) -> Option<u32> {
    let group = |from: u32| {
        let to = site.run_end(from);
        (site.char(from.wrapping_sub(1)) == ' ' && (3..=4).contains(&(to - from))).then_some(to)
    };
    let last = std::iter::successors(Some(end), |end| group(*end + 1)).last()?;
    // 0571-8765 4321
    let area = site.char(site.at) == '0' && (start..end).any(|at| site.char(at) == '-');
    // 139 1234 5678
    let mobile = site.char(start) == '1' && end - start == 3 && last == end + 10;
    let mobile = mobile && site.char(end + 5) == ' ';
    (last > end && (area || mobile || cue_before(site, start))).then_some(last)
}

/// Whether a word that codes stand behind precedes `start`: 编号：, 邮编（.
pub(super) fn cue_before(site: &Site<'_>, start: u32) -> bool {
    let mut at = start;
    let low = start.saturating_sub(CUE_REACH).max(site.floor);
    while at > low {
        at -= 1;
        if site.view.class(at).any(CharClass::SENTENCE_END)
            || matches!(site.char(at), ',' | '，' | ';')
        {
            return false;
        }
        let cue = site.tables.codes.longest(site.view, at);
        let cue = cue.filter(|cue| !matches!(cue.column(1), "label" | "part"));
        if cue.is_some_and(|cue| at + cue.length <= start && links(site, at + cue.length, start)) {
            return true;
        }
    }
    false
}

/// Only 为, 是, 号, a colon, a bracket or letters (刊号CN) may stand between a cue and its digits.
fn links(site: &Site<'_>, from: u32, to: u32) -> bool {
    (from..to)
        .all(|at| site.view.class(at).any(CharClass::LATIN) || chars::CODE_LINK.at(site.view, at))
}

fn cue_behind(site: &Site<'_>, end: u32) -> bool {
    let cue = |at| site.tables.codes.longest(site.view, at).filter(|cue| cue.column(1) == "both");
    // 1999县民专线
    let own = (end..end + CUE_AHEAD).take_while(|at| site.is_han(*at));
    let four = || site.run_end(site.at) == end && end - site.at >= 4;
    cue(end).is_some()
        || four() && own.into_iter().any(|at| site.char(at + 1) == '线' && cue(at).is_some())
}

/// Windows 11, GB/T 19001—2016: digits without a unit behind Latin letters and a blank are the number of a model or a norm.
fn model(site: &Site<'_>) -> Option<Outcome> {
    let digits = site.run_end(site.at);
    let year = digits + 1;
    let dated = matches!(site.char(digits), '-' | '—') && site.run_end(year) == year + 4;
    let end = if dated { year + 4 } else { digits };
    let plain = (site.at..end).all(|at| at == digits || site.is_digit(at));
    let goes_on = matches!(site.char(end), '.' | ',' | '-' | '—' | '~' | '/' | ':' | '至');
    let counts = goes_on || site.unit(site.skip_blank(end)).is_some();
    (plain && end - site.at <= 10 && !counts)
        .then(|| Outcome::Rejected(Span::new(site.at, end), Reason::Name, "model"))
}

/// How far back an address of the net is followed.
const ADDRESS: u32 = 100;

/// 10.0.0.1 is a code, 2.4.17 a version, 4-3-3 the order of a team; the digits of https://… and of who@where name nothing that counts.
pub(super) fn net_address(site: &Site<'_>) -> Option<Outcome> {
    let mut end = site.run_end(site.at);
    let mark = site.char(end);
    let most = if mark == '-' { 1 } else { 3 };
    let short = |from: u32, to: u32| (1..=most).contains(&(to - from));
    let mut groups = u32::from(site.is_digit(site.at) && short(site.at, end));
    while (1..=4).contains(&groups)
        && matches!(mark, '.' | '-')
        && site.char(end) == mark
        && short(end + 1, site.run_end(end + 1))
    {
        end = site.run_end(end + 1);
        groups += 1;
    }
    let span = Span::new(site.at, end);
    // 每隔1-3-5天: what has a unit is an amount.
    let counts = || mark == '-' && site.unit(end).is_some_and(|unit| !unit.is_classifier);
    if (groups == 3 || groups == 4 && mark == '-') && !counts() {
        return Some(Outcome::Rejected(span, Reason::Name, "version"));
    }
    // 2.1.3.5 is a place in a book.
    let wide = (span.start + 1..span.end).any(|at| site.is_digit(at) && site.is_digit(at - 1));
    if groups == 4 && wide {
        return Some(Outcome::Number(number(span, NumberKind::Code, "net-address")));
    }
    let part = |at: &u32| {
        let sign =
            matches!(site.char(*at), '/' | '.' | ':' | '-' | '_' | '=' | '?' | '&' | '@' | '%');
        sign || site.view.class(*at).any(CharClass::LATIN.or(CharClass::DIGIT))
    };
    let low = site.at.saturating_sub(ADDRESS).max(site.floor);
    let start = (low..site.at).rev().take_while(part).last()?;
    let scheme = |at: u32| site.view.starts_with(at, "://") || site.char(at) == '@' && at > start;
    let address = (start..site.at).any(scheme);
    let end = (site.at..site.at + ADDRESS).take_while(part).last()? + 1;
    address.then(|| Outcome::Rejected(Span::new(site.at, end), Reason::Name, "net-address"))
}

/// How far digits and points are followed.
const DOTTED: u32 = 64;

/// Digits grown together with Latin letters: G60, 5G, H7N9, C919. They name something.
pub(super) fn alphanumeric(site: &Site<'_>) -> Option<Outcome> {
    if !site.is_digit(site.at) {
        return None;
    }
    let latin = |at: u32| site.view.class(at).any(CharClass::LATIN);
    if site.at >= site.floor + 2 && site.char(site.at - 1) == ' ' && latin(site.at - 2) {
        return model(site);
    }
    let reach = site.at + DOTTED;
    let digits_end =
        (site.at..reach).find(|at| !site.is_digit(*at) && site.char(*at) != '.').unwrap_or(reach);
    let joined = |at: u32| matches!(site.char(at), '-' | '/' | '.' | '_');
    let before = site.at > site.floor
        && (latin(site.at - 1) || site.at >= 2 && latin(site.at - 2) && joined(site.at - 1));
    let unit = site.unit(digits_end);
    // 14.4V/6600mAh
    let before = before && !(site.char(site.at - 1) == '/' && unit.is_some());
    let behind = latin(digits_end) && unit.is_none();
    if !before && !behind || before && unit.is_some_and(|unit| unit.kind == NumberKind::Money) {
        return None;
    }
    // GDP12.5万元
    let amount = site.here.filter(|amount| before && amount.end > digits_end);
    if amount.is_some_and(|amount| site.unit(amount.end).is_some()) {
        return None;
    }
    if before && (site.char(digits_end) == '-' && cue_before(site, site.at)) {
        return None;
    }
    if before && site.tables.currency_ends(site.view, site.floor, site.at) {
        return None;
    }
    let end = (site.at..)
        .find(|at| !site.is_digit(*at) && !latin(*at) && site.char(*at) != '.')
        .unwrap_or(digits_end);
    Some(Outcome::Rejected(Span::new(site.at, end), Reason::Name, "alphanumeric"))
}
