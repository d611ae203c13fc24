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
            number.rate = rate(view, number, floor);
            number.planned = planned(view, number.span.start);
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

fn rate(view: ViewText<'_>, number: &Number<View>, floor: u32) -> Option<Rate> {
    const WORDS: [(&str, Rate); 12] = [
        ("同比", Rate::YearOnYear),
        ("环比", Rate::PeriodOnPeriod),
        ("人均", Rate::PerHead),
        ("户均", Rate::PerHead),
        ("占比", Rate::Share),
        ("占", Rate::Share),
        ("每年", Rate::Per),
        ("每月", Rate::Per),
        ("每天", Rate::Per),
        ("每人", Rate::PerHead),
        ("每户", Rate::PerHead),
        ("每", Rate::Per),
    ];
    let low = number.span.start.saturating_sub(REACH / 2).max(floor);
    let mut at = number.span.start;
    while at > low {
        at -= 1;
        if view.class(at).any(CharClass::CLAUSE_END) || view.char(at) == '、' {
            return None;
        }
        if let Some((word, rate)) = WORDS.iter().find(|(word, _)| view.starts_with(at, word)) {
            let fits = *word != "占" || number.kind == NumberKind::Percent;
            if fits && at + word.chars().count() as u32 <= number.span.start {
                return Some(*rate);
            }
        }
    }
    None
}

/// 力争, 到2027年达到, 确保 … in the clause before: an aim, not a report.
fn planned(view: ViewText<'_>, start: u32) -> bool {
    const WORDS: [&str; 10] =
        ["力争", "争取", "预计", "计划", "拟", "目标", "有望", "确保", "预期", "将达"];
    let low = start.saturating_sub(REACH);
    let mut at = start;
    while at > low {
        at -= 1;
        if view.class(at).any(CharClass::SENTENCE_END) || view.char(at) == ';' {
            return false;
        }
        if WORDS.iter().any(|word| view.starts_with(at, word)) {
            return true;
        }
    }
    false
}
