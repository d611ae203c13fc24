//! Chinese numerals as edges of the route: 三千五百, 第十四, 五百余万, 三点五, 百分之六十, 三分之二.
//!
//! An edge begins only where no numeral stands before, so that each run is read once, whatever its length.

use super::route::{Best, Lengths, NAT};
use crate::lexicon::{Character, Flags, LONGEST, Lexicon, Tag};

/// A run of two numerals or more.
const RUN: i32 = 8 * NAT;
/// A run with a decimal point.
const DECIMAL: i32 = 6 * NAT;
/// Fractions: nothing else looks like them.
const FRACTION: i32 = 0;

const ORDINAL: u16 = 0x7B2C; // 第
const POINT: u16 = 0x70B9; // 点
const HUNDRED: u16 = 0x767E; // 百
const PART: u16 = 0x5206; // 分
const OF: u16 = 0x4E4B; // 之
const ONE: u16 = 0x4E00; // 一
const SEVERAL: u16 = 0x51E0; // 几

/// The edges of numerals from `at`, whose character is `first`.
#[inline(always)]
pub(super) fn edges(
    first: &Character,
    units: &[u16],
    at: usize,
    lexicon: &Lexicon,
    known: Lengths,
    best: &mut Best<'_>,
) {
    let ordinal = units.get(at) == Some(&ORDINAL);
    if ordinal || first.flags.any(Flags::NUMERAL) {
        numerals(Reading { units, lexicon }, at, ordinal, known, best);
    }
}

/// Whether the character at `at` counts what follows, since a numeral stands before it: 一/条/路, 三/股/劲.
#[inline(always)]
pub(super) fn counts(character: &Character, units: &[u16], at: usize, lexicon: &Lexicon) -> bool {
    let numeral = |unit: u16| {
        unit == SEVERAL || lexicon.character(lexicon.id(unit)).flags.any(Flags::NUMERAL)
    };
    let before = || at.checked_sub(1).and_then(|at| units.get(at));
    character.flags.any(Flags::CLASSIFIER) && before().is_some_and(|unit| numeral(*unit))
}

/// The characters of a run.
#[derive(Clone, Copy)]
struct Reading<'r> {
    units: &'r [u16],
    lexicon: &'r Lexicon,
}

impl Reading<'_> {
    fn at(self, at: usize) -> u16 {
        self.units.get(at).copied().unwrap_or(0)
    }

    fn is(self, at: usize, flags: Flags) -> bool {
        let unit = self.at(at);
        unit != 0 && self.lexicon.character(self.lexicon.id(unit)).flags.any(flags)
    }

    /// Where the characters from `from` on that `holds` says yes to end.
    fn run(self, from: usize, holds: impl Fn(usize) -> bool) -> usize {
        let limit = self.units.len().min(from + LONGEST);
        (from..limit).find(|at| !holds(*at)).unwrap_or(limit)
    }

    fn numerals(self, from: usize) -> usize {
        self.run(from, |at| self.is(at, Flags::NUMERAL))
    }
}

#[inline(never)]
fn numerals(reading: Reading<'_>, at: usize, ordinal: bool, known: Lengths, best: &mut Best<'_>) {
    let mut add = |end: usize, cost: i32| {
        let length = end - at;
        if length <= LONGEST && !known.removed(length) {
            best.add(length, cost, Tag::NUMBER);
        }
    };
    let begins = at == 0 || !reading.is(at - 1, Flags::NUMERAL);
    if begins {
        let start = at + usize::from(ordinal);
        let end = reading.numerals(start);
        let full = if ordinal { end } else { with_remainder(reading, start, end) };
        if end > start && full - at >= 2 {
            if reading.at(full) == POINT && reading.is(full + 1, Flags::NUMERAL) {
                add(reading.numerals(full + 1), DECIMAL);
            }
            add(full, RUN);
        }
        if !ordinal
            && reading.at(end) == PART
            && reading.at(end + 1) == OF
            && reading.is(end + 2, Flags::NUMERAL)
        {
            add(reading.numerals(end + 2), FRACTION);
        }
    }
    if reading.at(at) == HUNDRED && reading.at(at + 1) == PART && reading.at(at + 2) == OF {
        let end = reading.run(at + 3, |at| {
            reading.is(at, Flags::NUMERAL) || matches!(reading.at(at), POINT | SEVERAL)
        });
        if end > at + 3 {
            add(end, FRACTION);
        }
    }
}

/// The end with 多 余 几 and 万 亿 behind it; 一多 and 一几 are no numbers.
fn with_remainder(reading: Reading<'_>, start: usize, end: usize) -> usize {
    if end > start && reading.is(end, Flags::REMAINDER) && reading.at(end - 1) != ONE {
        reading.run(end + 1, |at| reading.is(at, Flags::SCALE))
    } else {
        end
    }
}
