//! Members that are told one by one, each in a clause of its own, whatever else stands in it: 两个务必 ↔ 务必保持谦虚、谨慎，务必保持艰苦奋斗;
//! 两张清单 ↔ 一张是正面清单，列明…；一张是负面清单，….

use super::{Expansion, Mention};
use crate::span::{Span, View};
use crate::text::CharClass;

/// How far from the formula the clauses may stand.
const REACH: u32 = 160;
/// Longest clause.
const CLAUSE: u32 = 40;
/// Longest word between the clauses and the formula: 把“两个务必”.
const BETWEEN: u32 = 2;

/// The clauses behind the mention, or those before it.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return None };
    let wanted = slot.count as usize;
    let head = view.slice(slot.counted());
    let opens = |clause: &Span<View>| view.slice(*clause).starts_with(head);
    let fits = |run: &[Span<View>]| run.len() == wanted && wanted > 1 && run.iter().all(opens);
    let start = mention.outer.start;
    let (behind, before) = (
        clauses(mention, mention.outer.end, mention.outer.end + REACH),
        clauses(mention, start.saturating_sub(REACH), start),
    );
    let runs = |clauses: &[Span<View>]| {
        let tied = |a: &Span<View>, b: &Span<View>| opens(a) && opens(b);
        clauses.chunk_by(tied).find(|run| fits(run)).map(<[Span<View>]>::to_vec)
    };
    // The last of those before reaches to the formula.
    let near =
        |run: &Vec<Span<View>>| run.last().is_some_and(|last| start - last.end <= 1 + BETWEEN);
    let opened = || runs(&behind).or_else(|| runs(&before).filter(near));
    let items = if head.len() > 1 { opened() } else { None };
    items.or_else(|| told(mention, &behind)).map(Expansion::complete)
}

/// 一张是…，另一张是…: what is said of each that is counted.
fn told(mention: &Mention<'_>, clauses: &[Span<View>]) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return None };
    let name = |clause: &Span<View>| {
        let one = clause.start + u32::from(view.char(clause.start) == '另');
        let counted = view.char(one) == '一' && view.at(one + 1) == view.at(slot.head.start);
        let named = Span::new((one + 3).min(clause.end), clause.end);
        (counted && view.char(one + 2) == '是' && !named.is_empty()).then_some(named)
    };
    let items: Vec<_> = clauses.iter().filter_map(name).collect();
    (slot.classifier > 0 && items.len() == slot.count as usize).then_some(items)
}

/// The clauses that begin between `from` and `to`, in one paragraph; 、 parts none.
fn clauses(mention: &Mention<'_>, from: u32, to: u32) -> Vec<Span<View>> {
    let view = mention.reader.view;
    let (mut clauses, mut start) = (Vec::new(), None);
    for mark in mention.reader.page.marks_in(Span::new(from, to)) {
        let breaks = view.class(mark).any(CharClass::LINE_BREAK);
        if !breaks && !view.class(mark).any(CharClass::CLAUSE_END) {
            continue;
        }
        // 一是务必…，一是务必…
        let point = |at: &u32| if view.starts_with(*at, "一是") { at + 2 } else { *at };
        if let Some(start) =
            start.as_ref().map(point).filter(|start| (2..=CLAUSE).contains(&(mark - start)))
        {
            clauses.push(Span::new(start, mark));
        }
        start = Some(mark + 1);
        if breaks && from == mention.outer.end {
            break;
        }
        if breaks {
            clauses.clear();
        }
    }
    clauses
}
