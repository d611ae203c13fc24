//! What stands at a numeral, seen at a glance: its first character and the ones beside it.
//!
//! A text holds a numeral every forty bytes, and most rules are about few of them. A rule names the signs without which it
//! can find nothing; the scanner asks it only where it sees one of them. Signs never decide, they save asking.

use super::site::Site;
use crate::text::CharClass;

/// A set of signs.
#[derive(Clone, Copy)]
pub(super) struct Signs(u32);

impl Signs {
    const NONE: Self = Self(0);
    /// Every numeral has this one.
    pub(super) const ANY: Self = Self(1);
    /// It begins with a Han numeral.
    pub(super) const HAN: Self = Self(1 << 1);
    /// 第 前 ( 月 初 廿 before it.
    pub(super) const LED: Self = Self(1 << 2);
    /// An opening bracket before it.
    pub(super) const BRACKET: Self = Self(1 << 3);
    /// + on one side.
    pub(super) const PLUS: Self = Self(1 << 4);
    /// The name of a street ends before it.
    pub(super) const STREET: Self = Self(1 << 5);
    /// Latin letters, or what may stand between them and digits.
    pub(super) const LATIN: Self = Self(1 << 6);
    /// What counts points stands behind it, or 其 before.
    pub(super) const POINT: Self = Self(1 << 7);
    /// A named period may begin with it.
    pub(super) const PERIOD: Self = Self(1 << 8);
    /// A calendar word or the mark of a date behind it, or digits that may shorten a year.
    pub(super) const CALENDAR: Self = Self(1 << 9);
    /// 分 behind it.
    pub(super) const FRACTION: Self = Self(1 << 10);
    /// A mark of proportions behind it.
    pub(super) const PROPORTION: Self = Self(1 << 11);
    /// 年 or a mark of ranges behind it.
    pub(super) const CLASSES: Self = Self(1 << 12);
    /// A word of ranks behind it, or 前 before.
    pub(super) const RANK: Self = Self(1 << 13);
    /// Three digits and more, or digits that may go on behind a mark.
    pub(super) const CODE: Self = Self(1 << 14);
    /// A mark of ranges behind it.
    pub(super) const RANGE: Self = Self(1 << 15);
    /// 大 behind it.
    pub(super) const GREAT: Self = Self(1 << 16);

    /// The signs of the numeral at `site`, whose run and amount were read.
    pub(super) fn of(site: &Site<'_>) -> Self {
        let first = if site.is_digit(site.at) { Self::ANY } else { Self::ANY.or(Self::HAN) };
        let end = site.run_end(site.at);
        let behind = site.here.map_or(end, |amount| amount.end);
        let mut signs = first.or(before(site)).or(behind_run(site, end)).or(ahead(site, behind));
        if behind != end {
            signs = signs.or(ahead(site, end));
        }
        let width = end - site.at;
        if width >= 3 {
            signs = signs.or(Self::CODE);
        }
        // 2023—24赛季, （2019）
        if width >= 4 && (site.is_digit(end + 1) || site.char(end) == ')') {
            signs = signs.or(Self::CALENDAR);
        }
        if site.tables.periods.may_start(site.view.at(site.at)) {
            signs = signs.or(Self::PERIOD);
        }
        signs
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a sign.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

fn before(site: &Site<'_>) -> Signs {
    let unit = site.view.before(site.at);
    let sign = match char::from_u32(u32::from(unit)) {
        Some('第' | '月' | '初' | '廿') => Signs::LED,
        Some('至' | '到') if site.view.ends_with(site.at - 1, "元月") => Signs::LED,
        Some('前') => Signs::LED.or(Signs::RANK),
        Some('(') => Signs::LED.or(Signs::BRACKET).or(Signs::POINT),
        Some('〔' | '[') => Signs::BRACKET,
        Some('+' | '“') => Signs::PLUS,
        Some('路' | '街' | '巷' | '弄' | '道') => Signs::STREET,
        Some('其') => Signs::POINT,
        Some('-' | '/' | '.' | '_' | '=' | ':') => Signs::LATIN,
        _ => Signs::NONE,
    };
    // Windows 11
    let unit = if unit == u16::from(b' ') { site.view.before(site.at - 1) } else { unit };
    if CharClass::of(unit).any(CharClass::LATIN) { sign.or(Signs::LATIN) } else { sign }
}

/// What the end of the run of numeral characters says.
fn behind_run(site: &Site<'_>, end: u32) -> Signs {
    let unit = site.view.at(end);
    let sign = match char::from_u32(u32::from(unit)) {
        Some('+') => Signs::PLUS,
        Some('、' | '是' | '要' | '则' | '来') => Signs::POINT,
        Some('.') => Signs::POINT.or(Signs::LATIN),
        Some('-') => Signs::CODE.or(Signs::LATIN),
        Some('—' | 'X') => Signs::CODE,
        Some('\t' | '\n') => Signs::POINT,
        Some(')' | ' ') => Signs::CODE.or(Signs::POINT),
        _ => Signs::NONE,
    };
    if CharClass::of(unit).any(CharClass::LATIN) { sign.or(Signs::LATIN) } else { sign }
}

/// What the character behind a numeral says.
fn ahead(site: &Site<'_>, end: u32) -> Signs {
    let unit = site.view.at(end);
    let mut sign = match char::from_u32(u32::from(unit)) {
        Some('年') => Signs::CALENDAR.or(Signs::CLASSES),
        Some('世' | '月' | '日' | '季' | '时' | '点' | '·') => Signs::CALENDAR,
        // 2024.5.1, not 3.5
        Some('.') if end == site.at + 4 => Signs::CALENDAR,
        Some('个') if site.char(end + 1) == '季' => Signs::CALENDAR,
        Some(':' | '/') => Signs::CALENDAR.or(Signs::PROPORTION),
        Some('比') => Signs::PROPORTION,
        Some('至' | '到' | '-' | '—' | '~') => {
            Signs::RANGE.or(Signs::CALENDAR).or(Signs::CLASSES).or(Signs::PROPORTION)
        }
        Some(' ') => Signs::RANGE.or(Signs::CALENDAR),
        Some('、') => Signs::CLASSES,
        Some('分') => Signs::FRACTION,
        Some('路') => Signs::STREET.or(Signs::RANK),
        Some('线') => Signs::STREET,
        Some('大') => Signs::GREAT.or(Signs::RANK),
        Some('号' | '届' | '楼' | '期' | '级') => Signs::RANK,
        _ => Signs::NONE,
    };
    if site.tables.calendar.may_start(unit) {
        sign = sign.or(Signs::CALENDAR);
    }
    if site.tables.ranks.may_start(unit) {
        sign = sign.or(Signs::RANK);
    }
    sign
}
