//! Blanks that typesetting puts between digits and Han: `2024 年 5 月`, `近 30 % 以上`.
//!
//! The rules read a text without them; what they found is led back over the blanks. The words keep them, since a blank is a
//! token like any other.

use super::tables::Tables;
use crate::gather::Gather as _;
use crate::span::{Span, View};
use crate::text::{CharClass, Text, ViewText};

/// The places of such blanks, ascending.
pub(super) struct Blanks(Vec<u32>);

impl Blanks {
    pub(super) fn find(view: ViewText<'_>, tables: &Tables) -> Self {
        let units = view.units();
        let blanks = (0..).zip(units).filter(|(_, unit)| **unit == u16::from(b' '));
        Self(blanks.map(|(at, _)| at).filter(|at| parts(view, tables, *at)).gather())
    }

    /// The text without them, where there are any.
    pub(super) fn leave_out<'s>(&self, text: &Text<'s>) -> Option<Text<'s>> {
        (!self.0.is_empty()).then(|| text.without(&self.0))
    }

    /// Where a span of the text without them stands in the text with them.
    pub(super) fn lead_back(&self, span: Span<View>) -> Span<View> {
        let end = span.end.checked_sub(1).map_or(0, |last| self.place(last) + 1);
        Span::new(self.place(span.start).min(end), end)
    }

    fn place(&self, at: u32) -> u32 {
        let mut before = (0, self.0.len());
        // The blank at index k stands before the unit `blank - k` of the shorter text.
        while before.0 < before.1 {
            let middle = (before.0 + before.1) / 2;
            match self.0.get(middle) {
                Some(blank) if *blank - middle as u32 <= at => before.0 = middle + 1,
                _ => before.1 = middle,
            }
        }
        at + before.0 as u32
    }
}

/// Whether the blank at `at` stands between digits and what belongs to them.
fn parts(view: ViewText<'_>, tables: &Tables, at: u32) -> bool {
    let numeral = CharClass::DIGIT.or(CharClass::NUMERAL);
    let word = |at: u32| view.class(at).any(CharClass::HAN) && !view.class(at).any(numeral);
    let sign = |at: u32| matches!(view.char(at), '%' | '‰' | '℃');
    let digit = |at: u32| view.class(at).any(CharClass::DIGIT);
    let Some(before) = at.checked_sub(1) else { return false };
    let behind_digits = digit(before) && (word(at + 1) || sign(at + 1));
    (behind_digits && !numbers_heading(view, tables, before))
        || word(before) && digit(at + 1)
        || sign(before) && word(at + 1)
}

/// 2 探头, 3.2 帧频: whether the figure that ends at `last` is the first thing of its line and neither a unit nor a part of a
/// date follows it.
fn numbers_heading(view: ViewText<'_>, tables: &Tables, last: u32) -> bool {
    let dotted = |at: &u32| view.char(*at) == '.';
    let figure = |at: &u32| view.class(*at).any(CharClass::DIGIT) || dotted(at);
    let start = (0..=last).rev().find(|at| !figure(at));
    let heads = start.is_none_or(|at| view.class(at).any(CharClass::LINE_BREAK));
    let counted = || {
        let plain = !(start.unwrap_or(0)..last).any(|at| dotted(&at));
        tables.unit(view, last + 2).is_some_and(|unit| plain || !unit.is_classifier)
    };
    // 2023 年底, 5 月 8 日; not 2 月亮升起
    let dates = || match view.char(last + 2) {
        '年' => start.map_or(0, |at| at + 1) + 3 == last,
        '月' | '日' => !view.class(last + 3).any(CharClass::HAN) || view.char(last + 3) == '底',
        _ => false,
    };
    heads && !dates() && !counted()
}
