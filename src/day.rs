//! A day of the civil calendar: what relative expressions (去年, 近三年) are reckoned from.
//!
//! There is no clock in this crate. Who wants 去年 to mean a year says which day the text was written on.

use crate::error::Error;
use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar.
///
/// ```
/// use quandian::Day;
/// let day: Day = "2025-03-01".parse()?;
/// assert_eq!(day.to_string(), "2025-03-01");
/// assert!("2025-02-30".parse::<Day>().is_err());
/// # Ok::<(), quandian::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl FromStr for Day {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).ok_or(Error::Option("a reference date is written YYYY-MM-DD"))
    }
}

fn parse(text: &str) -> Option<Day> {
    let [a, b, c, d, b'-', e, f, b'-', g, h] = *text.as_bytes() else { return None };
    let digit = |all: u32, byte: &u8| Some(all * 10 + char::from(*byte).to_digit(10)?);
    let number = |bytes: &[u8]| bytes.iter().try_fold(0, digit);
    let year = number(&[a, b, c, d])? as i32;
    let (month, day) = (number(&[e, f])? as u8, number(&[g, h])? as u8);
    let fits = (1..=12).contains(&month) && (1..=last_day(year, month)).contains(&day);
    fits.then_some(Day { year, month, day })
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written("4-2-2", &self.figures()))
    }
}

impl Day {
    /// Year, month and day.
    pub(crate) fn figures(self) -> [i32; 3] {
        [self.year, i32::from(self.month), i32::from(self.day)]
    }

    pub(crate) fn year(self) -> i32 {
        self.year
    }

    pub(crate) fn month(self) -> u8 {
        self.month
    }

    /// So many months on, or back; the 31st becomes the last day of a shorter month.
    pub(crate) fn plus_months(self, months: i32) -> Self {
        let count = self
            .year
            .saturating_mul(12)
            .saturating_add(i32::from(self.month) - 1)
            .saturating_add(months);
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u8 + 1);
        Self { year, month, day: self.day.min(last_day(year, month)) }
    }

    /// So many days on, or back.
    pub(crate) fn plus_days(self, days: i32) -> Self {
        let mut left = days.clamp(-4_000_000, 4_000_000) + i32::from(self.day);
        let mut first = Self { day: 1, ..self };
        while left < 1 {
            first = first.plus_months(-1);
            left += i32::from(last_day(first.year, first.month));
        }
        while left > i32::from(last_day(first.year, first.month)) {
            left -= i32::from(last_day(first.year, first.month));
            first = first.plus_months(1);
        }
        Self { day: left as u8, ..first }
    }

    /// 0 for Monday.
    pub(crate) fn weekday(self) -> u8 {
        // Zeller's congruence, shifted so that the week begins on Monday.
        let (month, year) = match self.month {
            1 | 2 => (i32::from(self.month) + 12, self.year - 1),
            month => (i32::from(month), self.year),
        };
        let days = i32::from(self.day) + 13 * (month + 1) / 5 + year + year.div_euclid(4)
            - year.div_euclid(100)
            + year.div_euclid(400);
        (days + 5).rem_euclid(7) as u8
    }
}

/// What stands for a figure that is not said.
pub(crate) const UNSAID: i32 = i32::MIN;

/// What `form` says, with one of `figures` for each digit in it: of four places for 4, of two for 2, of as many as it takes for 1.
/// What formatting writes at each place where a date is made is written here once.
#[inline(never)]
pub(crate) fn written(form: &str, figures: &[i32]) -> String {
    let mut text = String::new();
    let mut figures = figures.iter().copied();
    for sign in form.bytes() {
        let places = u32::from(sign.wrapping_sub(b'0'));
        if places > 9 {
            put(&mut text, sign);
            continue;
        }
        let figure = figures.next().unwrap_or(UNSAID);
        if figure == UNSAID {
            (0..places).for_each(|_| put(&mut text, b'X'));
            continue;
        }
        if figure < 0 {
            put(&mut text, b'-');
        }
        digits(&mut text, figure.unsigned_abs(), places);
    }
    text
}

fn digits(text: &mut String, figure: u32, places: u32) {
    if places > 1 || figure > 9 {
        digits(text, figure / 10, places.saturating_sub(1));
    }
    put(text, b'0' + (figure % 10) as u8);
}

#[inline(never)]
fn put(text: &mut String, sign: u8) {
    text.push(char::from(sign));
}

/// The last day of a month.
pub(crate) fn last_day(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn counts_over_months_and_years() {
        assert_eq!(day("2025-03-01").plus_days(-1), day("2025-02-28"));
        assert_eq!(day("2024-03-01").plus_days(-1), day("2024-02-29"));
        assert_eq!(day("2024-12-30").plus_days(3), day("2025-01-02"));
        assert_eq!(day("2025-03-31").plus_months(-1), day("2025-02-28"));
        assert_eq!(day("2025-01-15").plus_months(-13), day("2023-12-15"));
    }

    #[test]
    fn writes_figures() {
        assert_eq!(written("4-2/2", &[-7, 123, UNSAID]), "-0007-123/XX");
        assert_eq!(written("1XX/1", &[19, 0]), "19XX/0");
    }

    #[test]
    fn knows_the_weekday() {
        assert_eq!(day("2025-03-03").weekday(), 0);
        assert_eq!(day("2025-03-02").weekday(), 6);
        assert_eq!(day("2024-02-29").weekday(), 3);
    }

    #[test]
    fn turns_away_what_is_no_day() {
        for text in ["", "2025", "2025-13-01", "2025-02-29", "25-02-01", "2025-2-1", "2025-+1-01"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }
}
