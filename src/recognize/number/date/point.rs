//! A point of the calendar, and how EDTF writes it.

use crate::day;

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
        let year = year_text(self.year);
        let month = self.month.map_or_else(|| "XX".to_owned(), |month| format!("{month:02}"));
        Some(match (self.part, self.month, self.day) {
            (Some(part), ..) => part.edtf(self.year, self.month),
            (None, None, None) => year,
            (None, Some(_), None) => format!("{year}-{month}"),
            (None, _, Some(day)) => {
                format!("{year}-{month}-{day:02}{}", self.time.map_or_else(String::new, Time::edtf))
            }
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
        let year = year_text(of);
        match self {
            Self::Code(code) => format!("{year}-{code}"),
            Self::Months(first, last) => format!("{year}-{first:02}/{year}-{last:02}"),
            Self::Days(1, 1) => format!("{year}-{month:02}-01"),
            Self::Days(first, to) => {
                format!("{year}-{month:02}-{first:02}/{year}-{month:02}-{:02}", to.min(last))
            }
            Self::Day(month, day) => format!("{year}-{month:02}-{day:02}"),
            Self::SchoolYear => format!("{year}/{:04}", of.map_or(0, |year| year + 1)),
            Self::LastDay => format!("{year}-{month:02}-{last:02}"),
            Self::Decades(first, last) if first == last => format!("{}X", first / 10),
            Self::Decades(first, last) => format!("{}X/{}X", first / 10, last / 10),
            Self::Century(first) => format!("{}XX", first / 100),
        }
    }
}

fn year_text(year: Option<i32>) -> String {
    match year {
        None => "XXXX".to_owned(),
        Some(year) if year < 0 => format!("-{:04}", -year),
        Some(year) => format!("{year:04}"),
    }
}

impl Time {
    pub(super) fn edtf(self) -> String {
        let minute = self.minute.map_or_else(String::new, |minute| format!(":{minute:02}"));
        let second = self.second.map_or_else(String::new, |second| format!(":{second:02}"));
        format!("T{:02}{minute}{second}", self.hour)
    }
}
