//! What stands before a number and says how to take it: rise or fall, rate, plan.

use super::tables::Tables;
use crate::annotation::{Direction, Number, NumberKind, Rate};
use crate::span::View;
use crate::text::{CharClass, ViewText};

/// Longest verb of a change.
const VERB: u32 = 3;
/// How far back in the clause a word like 同比 or 力争 is looked for.
const REACH: u32 = 24;

/// Sets direction, rate and plan of every number.
pub(super) fn attach(view: ViewText<'_>, tables: &Tables, numbers: &mut [Number<View>]) {
    let mut floor = 0;
    for number in numbers {
        if number.kind != NumberKind::Date && number.kind != NumberKind::Code {
            number.direction = direction(view, tables, number, floor);
            number.rate = rate(view, tables, number, floor);
            number.planned = planned(view, tables, number.span.start);
        }
        floor = number.span.end;
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
    let mut end = number.span.start;
    while end > floor
        && matches!(view.char(end - 1), '了' | ' ' | '的' | '近')
        && number.span.start - end < 2
    {
        end -= 1;
    }
    let found = (1..=VERB).rev().filter(|length| end >= floor + length).find_map(|length| {
        let from = end - length;
        let row = tables.changes.get(view, crate::Span::new(from, end))?;
        // One character alone is a verb only where no word ends in it: 增, not 新增.
        let alone = length > 1
            || from == floor
            || !view.class(from - 1).any(CharClass::HAN)
            || view.char(from - 1) == '比';
        alone.then(|| row.column(1) == "up")
    })?;
    Some(if found { Direction::Up } else { Direction::Down })
}

/// 同比, 人均, 每年 … shortly before, in the same clause: the nearest counts.
fn rate(view: ViewText<'_>, tables: &Tables, number: &Number<View>, floor: u32) -> Option<Rate> {
    let low = number.span.start.saturating_sub(REACH / 2).max(floor);
    for at in (low..number.span.start).rev() {
        if view.class(at).any(CharClass::CLAUSE_END) || view.char(at) == '、' {
            return None;
        }
        let word =
            tables.settings.longest(view, at).filter(|word| at + word.length <= number.span.start);
        let Some(rate) = word.and_then(|word| named(word.column(1))) else { continue };
        // 占 says a share of per cent only: 占地3亩 is none.
        if rate != Rate::Share || number.kind == NumberKind::Percent {
            return Some(rate);
        }
    }
    None
}

fn named(name: &str) -> Option<Rate> {
    [Rate::Per, Rate::PerHead, Rate::YearOnYear, Rate::PeriodOnPeriod, Rate::Share]
        .into_iter()
        .find(|rate| rate.name() == name)
}

/// 力争, 预计, 确保 … before it in the sentence: an aim, not a report.
fn planned(view: ViewText<'_>, tables: &Tables, start: u32) -> bool {
    let low = start.saturating_sub(REACH);
    let sentence =
        (low..start).rev().take_while(|at| !view.class(*at).any(CharClass::SENTENCE_END));
    sentence
        .into_iter()
        .any(|at| tables.settings.matches(view, at).any(|word| word.column(1) == "planned"))
}
