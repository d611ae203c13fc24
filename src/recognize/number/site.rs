//! A place of the view where a numeral begins, and what can be read around it.

use super::region;
use super::tables::{Tables, UnitMatch, bound};
use crate::annotation::{Bound, Number, NumberKind, Reason, Value};
use crate::numeral::{self, Decimal, Style, Vagueness};
use crate::span::{Span, View};
use crate::text::{CharClass, Cursor, Text, ViewText};
use std::cell::{Cell, OnceCell};
use std::sync::Arc;

/// What a rule makes of a numeral.
pub(super) enum Outcome {
    /// A number.
    Number(Number<View>),
    /// Every numeral run of the span is left out.
    Rejected(Span<View>, Reason, &'static str),
}

/// Where a rule is asked.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) view: ViewText<'a>,
    pub(super) tables: &'a Tables,
    /// The first unit of the numeral.
    pub(super) at: u32,
    /// What stands before belongs to an earlier number.
    pub(super) floor: u32,
    /// The numeral at `at`, once it was read: every rule asks for it.
    pub(super) here: Option<Amount>,
    /// Where the run of numeral characters at `at` ends, once that was read; 0 before.
    pub(super) run: u32,
    pub(super) known: &'a Known<'a>,
}

/// What several rules ask for, once it was looked up.
#[derive(Default)]
pub(super) struct Known<'a> {
    /// The currency of a plain 元 in this text.
    home: OnceCell<Option<&'a str>>,
    /// The last place where a unit was looked for, and the unit: nearly all rules ask behind the same numeral.
    unit: Cell<Option<(u32, Option<UnitMatch<'a>>)>>,
    /// The last run of numeral characters: many numbers may lie in one (3万3万3万).
    run: Cell<(u32, u32)>,
    /// The last list of what may be results, and whether they are: each of them asks, and the list may be long.
    list: Cell<Option<(Span<View>, bool)>>,
    /// Units named lately, each at a place of its own: a text names few, again and again.
    named: [Cell<Option<Arc<str>>>; 32],
    /// Where the source was last looked at.
    cursor: Cell<Option<Cursor<'a>>>,
}

impl Known<'_> {
    /// What `read` says of the list around `at`; a list is read once.
    pub(super) fn list_around(&self, at: u32, read: impl FnOnce() -> (Span<View>, bool)) -> bool {
        match self.list.get() {
            Some((list, known)) if list.range().contains(&(at as usize)) => known,
            _ => {
                let list = read();
                self.list.set(Some(list));
                list.1
            }
        }
    }

    /// `name`, shared with those who had it lately.
    fn share(&self, name: &str) -> Arc<str> {
        let hash =
            name.bytes().fold(0, |all: usize, byte| all.wrapping_mul(31) + usize::from(byte));
        let Some(slot) = self.named.get(hash % self.named.len()) else { return name.into() };
        let known = slot.take().filter(|known| **known == *name);
        let shared = known.unwrap_or_else(|| name.into());
        slot.set(Some(shared.clone()));
        shared
    }
}

/// What an inner 余 or 几 says.
pub(super) fn vague_bound(vague: Option<Vagueness>) -> Bound {
    match vague {
        Some(Vagueness::More) => Bound::MoreThan,
        Some(Vagueness::About) => Bound::About,
        None => Bound::Exact,
    }
}

/// Shorter runs are soon read again.
const LONG_RUN: u32 = 32;

/// A numeral read at a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) end: u32,
    /// End without an inner modifier (余 多 来 几).
    pub(super) core_end: u32,
    pub(super) low: Decimal,
    pub(super) high: Option<Decimal>,
    pub(super) vagueness: Option<Vagueness>,
    pub(super) style: Style,
}

impl<'a> Site<'a> {
    /// The numeral at `at`.
    pub(super) fn amount(&self, at: u32) -> Option<Amount> {
        if at == self.at && self.here.is_some() {
            return self.here;
        }
        let amount = self.amount_within(at, at.saturating_add(MAX_NUMERAL))?;
        // 220千伏: 千 belongs to the unit. 三千米 is 3000 m, though: only digits are read so.
        let last = amount.end - 1;
        let prefix = amount.style == Style::Mixed && matches!(self.char(last), '千' | '兆' | '百');
        if prefix && self.tables.unit_with_prefix(self.view, last) || self.is_next(amount) {
            self.amount_within(at, last)
        } else {
            Some(amount)
        }
    }

    /// 约170万5岁以下儿童: one digit behind 万 with a unit of its own is the next number.
    fn is_next(&self, amount: Amount) -> bool {
        let last = amount.end - 1;
        amount.style == Style::Mixed
            && self.is_digit(last)
            && matches!(self.char(last - 1), '万' | '亿')
            && self.tables.unit(self.view, amount.end).is_some()
    }

    /// The numeral at `at`, of what stands before `end`.
    pub(super) fn amount_within(&self, at: u32, end: u32) -> Option<Amount> {
        let read = numeral::read(self.view.slice(Span::new(at, end)))?;
        Some(Amount {
            end: at + read.length as u32,
            core_end: at + read.core_length as u32,
            low: read.low,
            high: read.high,
            vagueness: read.vagueness,
            style: read.style,
        })
    }

    /// The currency of a plain 元, where the text says where it is at home: `TWD`, `HKD`.
    pub(super) fn home_currency(&self) -> Option<&'a str> {
        *self.known.home.get_or_init(|| region::currency(self.text, self.tables))
    }

    /// The unit at `at`: [`Tables::unit`].
    pub(super) fn unit(&self, at: u32) -> Option<UnitMatch<'a>> {
        match self.known.unit.get() {
            Some((place, unit)) if place == at => unit,
            _ => {
                let unit = self.tables.unit(self.view, at);
                self.known.unit.set(Some((at, unit)));
                unit
            }
        }
    }

    /// Whether a unit stands at `at`, a classifier at the end of its phrase: （80）元起, （23）人，; not （5）组件.
    pub(super) fn is_counted(&self, at: u32) -> bool {
        self.unit(at).is_some_and(|unit| !unit.is_classifier || !self.is_han(at + unit.length))
    }

    // A call, not a copy: rules ask it in hundreds of places.
    #[inline(never)]
    pub(super) fn char(&self, at: u32) -> char {
        self.view.look(at)
    }

    // A call, as all that is asked in dozens of places.
    #[inline(never)]
    pub(super) fn is_digit(&self, at: u32) -> bool {
        matches!(self.view.unit(at), 0x30..=0x39)
    }

    pub(super) fn is_han(&self, at: u32) -> bool {
        self.view.class(at).any(CharClass::HAN)
    }

    /// Whether a digit or a Han numeral stands at `at`.
    #[inline(never)]
    pub(super) fn is_numeral(&self, at: u32) -> bool {
        is_numeral(self.view.unit(at))
    }

    /// The value of the Han digit at `at`.
    pub(super) fn han_digit(&self, at: u32) -> Option<u8> {
        numeral::digit(self.view.at(at))
    }

    /// The end of the maximal run of numeral characters that begins at `at`.
    pub(super) fn run_end(&self, at: u32) -> u32 {
        if at == self.at && self.run > 0 {
            return self.run;
        }
        let (start, end) = self.known.run.get();
        if (start..end).contains(&at) {
            return end;
        }
        let rest = self.view.slice(Span::new(at, self.view.len()));
        let end = at + rest.iter().take_while(|unit| is_numeral(**unit)).count() as u32;
        if end > at + LONG_RUN {
            self.known.run.set((at, end));
        }
        end
    }

    /// `at`, or behind one blank: 约 30 家.
    pub(super) fn skip_blank(&self, at: u32) -> u32 {
        if self.view.look(at) == ' ' { at + 1 } else { at }
    }

    /// Where the second part of a range begins, behind — - ~ 至 到 at `at`.
    pub(super) fn second_of_range(&self, at: u32) -> Option<u32> {
        self.behind_range_mark(at).filter(|next| self.is_numeral(*next))
    }

    /// Where a range that began before `at` goes on, if a mark of ranges stands there: a numeral, or its sign.
    pub(super) fn behind_range_mark(&self, at: u32) -> Option<u32> {
        let at = self.skip_blank(at);
        let width = match self.view.look(at) {
            '—' if self.char(at + 1) == '—' => 2,
            '—' | '-' | '~' | '至' | '到' => 1,
            _ => return None,
        };
        Some(self.skip_blank(at + width))
    }

    /// A leading modifier that ends at `start`, with what it says; the longest one.
    pub(super) fn modifier_before(&self, start: u32) -> Option<(u32, Bound)> {
        let end = if start > self.floor && self.view.before(start) == u16::from(b' ') {
            start - 1
        } else {
            start
        };
        if !self.tables.modifiers.may_end(self.view.before(end)) {
            return None;
        }
        (1..=4).rev().filter(|length| end >= self.floor + length).find_map(|length| {
            let from = end - length;
            let found = self.tables.modifiers.get(self.view, Span::new(from, end))?;
            let before = if from == 0 { '\0' } else { self.char(from - 1) };
            // 中超 is a league: 中超16支球队. 其中超百万元 is not of it.
            let beside =
                from == 0 || !found.column_holds(3, before) || self.view.ends_with(from, "其中");
            // 上 is a modifier before a bare magnitude only: 上万名, not 墙上三幅, 上十一颗.
            let bare = || self.is_place_word(start) && self.han_digit(start + 1).is_none();
            let needs = found.column(4) != "magnitude" || bare();
            // > 四十个: a quoted line of Markdown.
            let quotes = self.char(from) == '>'
                && (from == 0 || self.view.class(from - 1).any(CharClass::LINE_BREAK));
            let fits = found.column(1) == "before" && beside && needs && !quotes;
            fits.then(|| (from, bound(found.column(2))))
        })
    }

    /// Whether a verb of change ends at `at`, 了 behind it passed over.
    pub(super) fn changes_before(&self, at: u32) -> bool {
        let end = if at > self.floor && self.char(at - 1) == '了' { at - 1 } else { at };
        let may_end = self.tables.changes.may_end(self.view.before(end));
        may_end
            && (1..=3).filter(|length| end >= self.floor + length).any(|length| {
                self.tables.changes.get(self.view, Span::new(end - length, end)).is_some()
            })
    }

    fn is_place_word(&self, at: u32) -> bool {
        matches!(self.char(at), '十' | '百' | '千' | '万' | '亿')
    }

    /// A trailing modifier at `end`.
    pub(super) fn modifier_after(&self, end: u32) -> Option<(u32, Bound)> {
        let found = self
            .tables
            .modifiers
            .matches(self.view, end)
            .filter(|found| found.column(1) == "after")
            .last()?;
        let next = self.char(end + found.length);
        (!found.column_holds(3, next)).then(|| (end + found.length, bound(found.column(2))))
    }

    /// Adds the modifiers before and behind; what is `vague` has a bound without any.
    pub(super) fn modify(&self, found: &mut Number<View>, vague: Option<Vagueness>) {
        found.bound = vague_bound(vague);
        if let Some((end, bound)) = self.modifier_after(found.span.end) {
            (found.span.end, found.bound) = (end, bound);
        }
        if let Some((start, bound)) = self.modifier_before(found.span.start) {
            (found.span.start, found.bound) = (start, bound);
        }
    }

    /// The unit's own characters in the source, so that Traditional text keeps its forms.
    pub(super) fn surface(&self, span: Span<View>) -> Arc<str> {
        let mut cursor = self.known.cursor.take().unwrap_or_else(|| self.text.cursor());
        let source = cursor.span(span);
        self.known.cursor.set(Some(cursor));
        match self.text.source().get(source.range()) {
            Some(slice) if self.is_han(span.start) && slice.bytes().all(|byte| byte != b'*') => {
                self.shared(slice)
            }
            _ => self.shared(&self.view.to_string(span)),
        }
    }

    /// A unit by a name that is not its own characters: `percent`, `CNY`.
    pub(super) fn shared(&self, name: &str) -> Arc<str> {
        self.known.share(name)
    }
}

/// Whether `unit` is a digit or a Han numeral.
pub(super) fn is_numeral(unit: u16) -> bool {
    CharClass::of(unit).any(CharClass::DIGIT.or(CharClass::NUMERAL))
}

/// No numeral is longer; what is longer is a code.
const MAX_NUMERAL: u32 = 64;

/// A number with nothing said yet but where it stands.
#[inline(never)]
pub(super) fn number(span: Span<View>, kind: NumberKind, rule: &'static str) -> Number<View> {
    Number {
        span,
        kind,
        value: Value::None,
        unit: None,
        bound: Bound::Exact,
        of: None,
        times: None,
        direction: None,
        rate: None,
        planned: false,
        rule,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_once_however_many_ask() {
        let (known, list) = (Known::default(), Span::new(10, 60_010));
        let mut steps = 0;
        let mut ask = |at: u32, list: Span<View>, says: bool| {
            known.list_around(at, || {
                steps += list.len();
                (list, says)
            })
        };
        assert!((10..60_010).all(|at| ask(at, list, true)));
        assert!(!ask(60_012, Span::new(60_011, 60_016), false));
        assert_eq!(steps, 60_005);
    }
}
