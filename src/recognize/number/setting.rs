//! What stands before a number and says how to take it: rise or fall, rate, plan.

use super::tables::Tables;
use crate::annotation::{Direction, Number, NumberKind, Rate};
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Longest verb of a change.
const VERB: u32 = 3;
/// How far back in the clause a word like 同比 or 力争 is looked for.
const REACH: u32 = 24;

/// Sets direction, rate and plan of every number.
pub(super) fn attach(view: ViewText<'_>, tables: &Tables, numbers: &mut [Number<View>]) {
    let (mut floor, mut last) = (0, None);
    for number in numbers {
        if number.kind != NumberKind::Date && number.kind != NumberKind::Code {
            // 分别增长29%和36%: both of them grew.
            let listed = floor + 1 == number.span.start
                && number.kind == NumberKind::Percent
                && chars::ITEM_END.at(view, floor)
                && !view.class(number.span.end).any(CharClass::HAN);
            let said = || last.filter(|_| listed);
            number.direction = direction(view, tables, number, floor).or_else(said);
            words_before(view, tables, number, floor);
        }
        (floor, last) = (number.span.end, number.direction);
    }
}

/// The verb that ends where the number begins (了 and 约 may stand between): 增长6.4%, 提高了一倍.
fn direction(
    view: ViewText<'_>,
    tables: &Tables,
    number: &Number<View>,
    floor: u32,
) -> Option<Direction> {
    if number.kind == NumberKind::Ordinal {
        return None;
    }
    let up_or_down = |up: bool| Some(if up { Direction::Up } else { Direction::Down });
    // 跌破3000点: the modifier is the verb.
    if let Some(verb) = tables.changes.longest(view, number.span.start) {
        return up_or_down(verb.column(1) == "up");
    }
    let mut end = number.span.start;
    while end > floor && chars::VERB_JOINT.at(view, end - 1) && number.span.start - end < 2 {
        end -= 1;
    }
    if !tables.changes.may_end(view.before(end)) {
        return None;
    }
    let found = (1..=VERB).rev().filter(|length| end >= floor + length).find_map(|length| {
        let from = end - length;
        let row = tables.changes.get(view, crate::Span::new(from, end))?;
        // One character alone is a verb only where no word ends in it: 增, not 新增. 领涨 is a rise as 涨 is.
        let alone = length > 1
            || chars::PRICE.at(view, from)
            || from == floor && from > 0
            // 快3年了: nearly.
            || !CharClass::of(view.before(from)).any(CharClass::HAN) && view.char(from) != '快'
            || view.follows(from, '比');
        alone.then(|| row.column(1) == "up")
    })?;
    up_or_down(found)
}

/// Sets rate and plan. 同比, 人均, 每年 … stand shortly before, in the same clause: the nearest counts. 力争, 预计, 确保 …
/// before it in the sentence say that it is an aim, not a report.
fn words_before(view: ViewText<'_>, tables: &Tables, number: &mut Number<View>, floor: u32) {
    let start = number.span.start;
    let near = start.saturating_sub(REACH / 2).max(floor);
    // Whether a rate is still looked for.
    let mut open = true;
    let reach = Span::new(start.saturating_sub(REACH), start);
    let units = view.slice(reach).iter().copied();
    for (at, unit) in (reach.start..reach.end).zip(units).rev() {
        if !tables.halts.holds(unit) {
            continue;
        }
        let class = CharClass::of(unit);
        if class.any(CharClass::SENTENCE_END) {
            return;
        }
        open &= at >= near && !class.any(CharClass::CLAUSE_END) && view.char(at) != '、';
        if !tables.settings.may_start(unit) {
            continue;
        }
        if open && let Some(rate) = rate(view, tables, number, at) {
            number.rate = Some(rate);
            open = false;
        }
        number.planned |= tables.settings.matches(view, at).any(|word| word.column(1) == "planned");
    }
}

/// The rate whose word stands at `at`. 占 says a share of per cent only: 占地3亩 is none.
fn rate(view: ViewText<'_>, tables: &Tables, number: &Number<View>, at: u32) -> Option<Rate> {
    let word = tables.settings.longest(view, at)?;
    named(word.column(1)).filter(|rate| {
        at + word.length <= number.span.start
            && (*rate != Rate::Share || number.kind == NumberKind::Percent)
    })
}

fn named(name: &str) -> Option<Rate> {
    [Rate::Per, Rate::PerHead, Rate::YearOnYear, Rate::PeriodOnPeriod, Rate::Share]
        .into_iter()
        .find(|rate| rate.name() == name)
}
