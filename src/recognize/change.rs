//! Two figures of one indicator: 从2019年58座减少到2024年12座.
//!
//! The second figure follows the first in the same clause; between them stand a verb of change with 到, 至 or 为, and at
//! most the second figure's date. What is said of one figure alone (提升3.4个百分点) is its `direction`.

use super::data;
use super::gazetteer::Gazetteer;
use crate::annotation::{Change, Number, NumberKind, Value};
use crate::numeral::Decimal;
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::{CharClass, Normalizer, ViewText};

/// Longest stretch of words between two figures.
const BETWEEN: u32 = 10;
/// How far from the second figure the verb may end, where a time stands between.
const TIME: usize = 7;

/// Finds pairs of figures.
pub struct Changes {
    verbs: Gazetteer,
}

impl Changes {
    /// Builds the table of verbs.
    pub fn new(normalizer: &Normalizer) -> Self {
        Self { verbs: Gazetteer::new(data::rows(data::CHANGES), normalizer) }
    }

    /// All changes, sorted by start. The second figure counts what the first does.
    pub fn find(&self, view: ViewText<'_>, numbers: &mut [Number<View>]) -> Vec<Change<View>> {
        let mut changes = Vec::new();
        let mut index = 0;
        while index < numbers.len() {
            match self.at(view, numbers, index) {
                Some(change) => {
                    index = change.last as usize;
                    if let Some(last) = numbers.get_mut(index) {
                        last.of = change.of;
                    }
                    changes.push(change);
                }
                None => index += 1,
            }
        }
        // A length of time counts nothing; two of them have told what became shorter.
        for number in numbers.iter_mut().filter(|number| number.kind == NumberKind::Duration) {
            number.of = None;
        }
        changes
    }

    fn at(
        &self,
        view: ViewText<'_>,
        numbers: &[Number<View>],
        index: usize,
    ) -> Option<Change<View>> {
        let first = numbers.get(index)?;
        let (last_index, last) = second(numbers, index)?;
        if !(is_level(first) && is_level(last))
            || first.unit != last.unit
            || first.kind != last.kind
        {
            return None;
        }
        let words_end = numbers.get(index + 1).map_or(last.span.start, |next| next.span.start);
        let words = Span::new(first.span.end, words_end.max(first.span.end));
        let start = date_before(view, numbers, index).unwrap_or(first.span.start);
        // 由上年的3:1, 从 5 人, 从每天2班
        let lead = start.saturating_sub(match view.char(start.max(1) - 1) {
            ' ' => 1,
            '的' => 3,
            _ if view.char(start.max(2) - 2) == '每' => 2,
            _ => 0,
        });
        // 从第一名到第三名都有奖: from one rank to another.
        let rank = first.kind == NumberKind::Ordinal
            && (words.len() < 2 || !chars::RANK_UNIT.at(view, first.span.end - 1));
        // 3万元至5万元的税费降到80元: nor from what something is worth.
        let worth = matches!(first.value, Value::Range(_)) && view.char(words.start) == '的';
        if rank || worth {
            return None;
        }
        // 从6岁到60岁都能学: nor from one age.
        let led =
            lead > 0 && chars::FROM.at(view, lead - 1) && view.char(first.span.end - 1) != '岁';
        if !self.is_change(view, words, led) {
            return None;
        }
        Some(Change {
            span: Span::new(start, last.span.end),
            first: index as u32,
            last: last_index as u32,
            from: first.value.clone(),
            to: last.value.clone(),
            unit: first.unit.clone(),
            of: first.of.or(last.of),
            rule: "change",
        })
    }

    /// Whether the words between two figures say that one became the other: 减少到, 增至, 提升为; `led` by 从 or 由 any words do
    /// that end so: 由680分调整为700分, 从-2亿元到3亿元.
    fn is_change(&self, view: ViewText<'_>, words: Span<View>, led: bool) -> bool {
        if words.is_empty()
            || words.len() > BETWEEN
            || view.find(words.start, words.end, CharClass::CLAUSE_END).is_some()
        {
            return false;
        }
        let mut back = (words.start..words.end).rev();
        let Some(last) = back.find(|at| !chars::VERB_JOINT.at(view, *at)) else {
            return false;
        };
        // 由年初的52户减少到年末的7户, 回落至今年上半年5.9%: over a time without a numeral.
        let time = if chars::TIME_END.at(view, last) { TIME } else { 1 };
        let Some(end) =
            (words.start..=last).rev().take(time).find(|at| chars::TURNED.at(view, *at))
        else {
            return false;
        };
        led || words.range().any(|at| {
            let found = self.verbs.longest(view, at as u32);
            found.is_some_and(|verb| at as u32 + verb.length <= end + 1)
        })
    }
}

/// Whether it says where something stands: no score (0:1, 3:2).
fn is_level(number: &Number<View>) -> bool {
    match &number.value {
        Value::None => false,
        Value::Proportion(sides) => {
            let [level, one] = **sides;
            one == Decimal::from_integer(1) && level != Decimal::from_integer(0)
        }
        _ => true,
    }
}

/// The next figure, over one date that stands directly before it.
fn second(numbers: &[Number<View>], index: usize) -> Option<(usize, &Number<View>)> {
    let next = numbers.get(index + 1)?;
    if next.kind != NumberKind::Date {
        return Some((index + 1, next));
    }
    let behind = numbers.get(index + 2)?;
    (behind.span.start <= next.span.end + 1).then_some((index + 2, behind))
}

/// Where the date directly before a figure begins; 的 may stand between.
fn date_before(view: ViewText<'_>, numbers: &[Number<View>], index: usize) -> Option<u32> {
    let date = numbers.get(index.checked_sub(1)?)?;
    let start = numbers.get(index)?.span.start;
    let touches = date.span.end == start
        || date.span.end + 1 == start && matches!(view.char(date.span.end), '的' | ' ');
    (date.kind == NumberKind::Date && touches).then_some(date.span.start)
}
