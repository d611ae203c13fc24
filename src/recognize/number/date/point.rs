//! A point of the calendar, and how EDTF writes it.

use crate::day::{self, UNSAID, written};

/// A point of the calendar, as far as it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) time: Option<Time>,
    /// A part of the year that is no month: EDTF codes 21–24, 33–36, 40–41; or a fixed interval.
    pub(super) part: Option<Part>,
    /// The calendar is not the civil one, or the form has no EDTF.
    pub(super) unwritable: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
    pub(super) second: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
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
    /// How fine the point is, for matching the two ends of a range.
    pub(super) fn grain(&self) -> (bool, bool, bool) {
        (self.month.is_some(), self.day.is_some(), self.time.is_some())
    }

    /// A time without a day is one of ISO 8601 alone. `None` where there is no form for it: a lunar day, 4月31日.
    pub(super) fn edtf(&self) -> Option<String> {
        let unreal = self.day > Some(self.month.map_or(31, |month| self.most_days(month)));
        if self.unwritable || unreal {
            return None;
        }
        if let (Some(time), None) = (self.time, self.day) {
            return Some(time.edtf());
        }
        if let Some(part) = self.part {
            return Some(part.edtf(self.year, self.month));
        }
        let form = match (self.month, self.day) {
            (None, None) => "4",
            (_, None) => "4-2",
            _ => "4-2-2",
        };
        let figures = [self.year.unwrap_or(UNSAID), figure(self.month), figure(self.day)];
        let date = written(form, &figures);
        Some(match self.time {
            Some(time) => date + &time.edtf(),
            None => date,
        })
    }

    /// The days of `month`; a year that is not said may be a leap year.
    fn most_days(&self, month: u8) -> u8 {
        day::last_day(self.year.unwrap_or(4), month)
    }
}

impl Part {
    pub(crate) fn edtf(self, of: Option<i32>, month: Option<u8>) -> String {
        let month = month.unwrap_or(12);
        // A year that is not said is taken for a common one.
        let last = day::last_day(of.unwrap_or(1), month);
        let year = of.unwrap_or(UNSAID);
        let [month, last] = [month, last].map(i32::from);
        match self {
            Self::Code(code) => written("4-1", &[year, code.into()]),
            Self::Months(first, last) => {
                written("4-2/4-2", &[year, first.into(), year, last.into()])
            }
            Self::Days(1, 1) => written("4-2-2", &[year, month, 1]),
            Self::Days(first, to) => {
                let to = last.min(to.into());
                written("4-2-2/4-2-2", &[year, month, first.into(), year, month, to])
            }
            Self::Day(month, day) => written("4-2-2", &[year, month.into(), day.into()]),
            Self::SchoolYear => written("4/4", &[year, of.map_or(0, |year| year + 1)]),
            Self::LastDay => written("4-2-2", &[year, month, last]),
            Self::Decades(first, last) if first == last => written("1X", &[first / 10]),
            Self::Decades(first, last) => written("1X/1X", &[first / 10, last / 10]),
            Self::Century(first) => written("1XX", &[first / 100]),
        }
    }
}

/// A figure as it is written, where it is said.
fn figure(said: Option<u8>) -> i32 {
    said.map_or(UNSAID, i32::from)
}

impl Time {
    pub(super) fn edtf(self) -> String {
        let form = if self.second.is_some() { "T2:2:2" } else { "T2:2" };
        let [minute, second] = [self.minute, self.second].map(|said| said.map_or(0, i32::from));
        written(form, &[i32::from(self.hour), minute, second])
    }
}
