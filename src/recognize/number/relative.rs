//! Relative expressions, reckoned from a day that the caller gives: without one this file does nothing.
//!
//! | written, on 2025-03-01 | edtf |
//! |---|---|
//! | 去年, 今年以来, 上月 | `2024`, `2025/..`, `2025-02` |
//! | 去年7月, 3月5日, 15日 | `2024-07`, `2025-03-05`, `2025-03-15` |
//! | 近三年, 未来5年 | `2022-03-01/2025-03-01`, `2025-03-01/2030-03-01` |
//! | 两个月前 | `2025-01` |
//!
//! Words without a numeral (去年) are marked only here; a date behind one takes it into its span.

use super::date::{month_part, year_part};
use super::site::number;
use super::tables::Tables;
use crate::annotation::{Number, NumberKind};
use crate::day::{Day, written};
use crate::gather::Gather as _;
use crate::order::sorted_by;
use crate::recognize::gazetteer::Match;
use crate::span::{Span, View};
use crate::text::ViewText;

/// Resolves what `numbers` leave open, and adds the words that name a time by themselves.
pub(super) fn resolve(
    view: ViewText<'_>,
    tables: &Tables,
    numbers: &mut Vec<Number<View>>,
    today: Day,
) {
    let now = Now { view, tables, today };
    let mut floor = 0;
    for number in numbers.iter_mut() {
        match number.kind {
            NumberKind::Date => now.complete(number, floor),
            NumberKind::Duration => {
                if let Some(edtf) = now.stretch(number) {
                    number.set_edtf(&edtf);
                }
            }
            _ => {}
        }
        floor = number.span.end;
    }
    let words = now.words(numbers);
    numbers.extend(words);
    *numbers = sorted_by(std::mem::take(numbers), |number| (number.span.start, number.span.end));
}

struct Now<'t> {
    view: ViewText<'t>,
    tables: &'t Tables,
    today: Day,
}

/// What a word names: a day in it, and how much of that day is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grain {
    Century,
    Year,
    Quarter,
    Month,
    Week,
    Day,
}

impl Now<'_> {
    /// `Y-1` is last year, `M0` this month.
    fn read(&self, word: Match<'_>) -> Option<(Grain, Day)> {
        let value = word.column(2);
        let by: i32 = value.get(1..)?.parse().ok()?;
        let today = self.today;
        Some(match value.as_bytes().first()? {
            b'C' => (Grain::Century, today.plus_months(by * 1200)),
            b'Y' => (Grain::Year, today.plus_months(by * 12)),
            b'Q' => (Grain::Quarter, today.plus_months(by * 3)),
            b'M' => (Grain::Month, today.plus_months(by)),
            b'W' => (Grain::Week, today.plus_days(by * 7)),
            _ => (Grain::Day, today.plus_days(by)),
        })
    }

    /// 去年7月, 本月15日, 3月5日: fills what the date does not say.
    fn complete(&self, number: &mut Number<View>, floor: u32) {
        let edtf = number.edtf().unwrap_or_default();
        if edtf.split('/').all(|end| !end.starts_with("XXXX")) {
            return;
        }
        let (from, tables) = (number.span.start, self.tables);
        let word = tables.calendar_word_before(self.view, from, floor, "relative");
        let named = word.and_then(|(start, word)| Some((start, self.read(word)?)));
        let (start, day) = match named {
            Some((start, (Grain::Year | Grain::Month, day))) => (start, day),
            _ => (from, self.today),
        };
        let ends: Vec<String> = edtf.split('/').map(|end| filled(end, day)).gather();
        number.set_edtf(&ends.join("/"));
        number.span.start = start;
        number.rule = "relative-date";
    }

    /// 近三年, 5年来, 未来十年, 两个月前.
    fn stretch(&self, number: &Number<View>) -> Option<String> {
        let (start, end) = (number.span.start, number.span.end);
        let before = |role| self.tables.calendar_word_before(self.view, start, 0, role).is_some();
        let (count, unit) = simple(number.iso()?)?;
        let moved = |by: i32| match unit {
            b'Y' => self.today.plus_months(count.saturating_mul(12).saturating_mul(by)),
            b'M' => self.today.plus_months(count.saturating_mul(by)),
            b'W' => self.today.plus_days(count.saturating_mul(7).saturating_mul(by)),
            _ => self.today.plus_days(count.saturating_mul(by)),
        };
        let past =
            self.view.char(start) == '近' || before("until_now") || self.view.char(end - 1) == '来';
        if past {
            return Some(between(moved(-1), self.today));
        }
        if before("from_now") {
            return Some(between(self.today, moved(1)));
        }
        let point = match (self.view.char(end), self.view.char(end + 1)) {
            ('前', next) if next != '后' => moved(-1),
            _ => return None,
        };
        let form = match unit {
            b'Y' => "4",
            b'M' => "4-2",
            _ => "4-2-2",
        };
        Some(written(form, &point.figures()))
    }

    /// 去年, 今年底, 上月中旬, 昨天: words that stand outside of all numbers.
    fn words(&self, numbers: &[Number<View>]) -> Vec<Number<View>> {
        let mut found = Vec::new();
        let mut next = numbers.iter().peekable();
        let mut at = 0;
        while at < self.view.len() {
            while next.peek().is_some_and(|number| number.span.end <= at) {
                next.next();
            }
            let limit = next.peek().map_or(u32::MAX, |number| number.span.start);
            if at >= limit {
                at = next.peek().map_or(at + 1, |number| number.span.end);
                continue;
            }
            match self.named(at).filter(|named| named.span.end <= limit) {
                Some(named) => {
                    at = named.span.end;
                    found.push(named);
                }
                None => at += 1,
            }
        }
        found
    }

    fn named(&self, at: u32) -> Option<Number<View>> {
        let word = self.tables.calendar_word(self.view, at, "relative")?;
        let (grain, day) = self.read(word)?;
        let end = at + word.length;
        let (end, edtf) = self.part(grain, day, end).unwrap_or((end, self.whole(grain, day)));
        let open = self.view.starts_with(end, "以来") && !edtf.contains('/');
        let end = end + if open { 2 } else { 0 };
        let mut found = number(Span::new(at, end), NumberKind::Date, "relative-word");
        found.set_edtf(&if open { edtf + "/.." } else { edtf });
        Some(found)
    }

    /// 今年上半年, 去年底, 上月下旬.
    fn part(&self, grain: Grain, day: Day, at: u32) -> Option<(u32, String)> {
        let role = if grain == Grain::Month { "month_part" } else { "year_part" };
        let word = self.tables.calendar_word(self.view, at, role)?;
        let part = match grain {
            Grain::Year => year_part(word.column(2))?,
            Grain::Month => month_part(word.column(2))?,
            _ => return None,
        };
        Some((at + word.length, part.edtf(Some(day.year()), Some(day.month()))))
    }

    fn whole(&self, grain: Grain, day: Day) -> String {
        let [year, month, _] = day.figures();
        match grain {
            Grain::Century => written("2XX", &[year / 100]),
            Grain::Year => written("4", &[year]),
            Grain::Quarter => written("4-1", &[year, 33 + (month - 1) / 3]),
            Grain::Month => written("4-2", &[year, month]),
            Grain::Week => {
                let monday = day.plus_days(-i32::from(day.weekday()));
                between(monday, monday.plus_days(6))
            }
            Grain::Day => written("4-2-2", &day.figures()),
        }
    }
}

/// One end of a date, its open year and month taken from `day`.
fn filled(end: &str, day: Day) -> String {
    let Some(rest) = end.strip_prefix("XXXX") else { return end.to_owned() };
    match rest.strip_prefix("-XX") {
        Some(rest) => written("4-2", &day.figures()) + rest,
        None => written("4", &day.figures()) + rest,
    }
}

fn between(first: Day, last: Day) -> String {
    let ([a, b, c], [d, e, f]) = (first.figures(), last.figures());
    written("4-2-2/4-2-2", &[a, b, c, d, e, f])
}

/// `P5Y` → (5, Y): whole numbers of one unit of the calendar.
fn simple(iso: &str) -> Option<(i32, u8)> {
    let unit = *iso.as_bytes().last().filter(|unit| b"YMWD".contains(unit))?;
    let count = iso.strip_prefix('P')?.get(..iso.len() - 2)?;
    Some((count.parse().ok()?, unit))
}
