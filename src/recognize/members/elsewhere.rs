//! Lists far from every mention: 班子好、队伍好、作用好 opens the paragraph that ends with “三好”支部. Nothing ties them to the formula but
//! their words, so they have to be parallels of just its length that open or close with what is counted.

use super::{Expansion, Mention};
use crate::annotation::{Slogan, SloganKind};
use crate::gather::Gather as _;
use crate::recognize::slogan::formula::Slot;
use crate::recognize::slogan::frame;
use crate::span::{Span, View};

/// How far from the mention the parallel may begin.
const REACH: u32 = 500;
/// What may stand between the parallels of two numerals.
const GAP: u32 = 2;

/// The items of the nearest parallel, or of neighbours for each numeral one.
pub(super) fn members(mention: &Mention<'_>, slogans: &[Slogan<View>]) -> Option<Expansion> {
    let slots = &mention.shape.slots;
    let (start, total) = (mention.outer.start, mention.shape.total() as usize);
    if total < 3 || slots.iter().any(|slot| slot.counted().is_empty()) {
        return None;
    }
    let from = slogans.partition_point(|slogan| slogan.span.start + REACH < start);
    let near = slogans.get(from..)?.iter().take_while(|slogan| slogan.span.start < start + REACH);
    let parallels: Vec<_> = near
        .filter(|slogan| slogan.kind == SloganKind::Parallel)
        .map(|slogan| slogan.span)
        .gather();
    let runs = (0..parallels.len()).flat_map(|at| {
        let rest = parallels.get(at..).unwrap_or(&[]);
        let all = rest.get(..slots.len()).filter(|all| all.len() > 1);
        [rest.get(..1), all].into_iter().flatten()
    });
    let told = runs.filter_map(|run| items(mention, run, total));
    let near = |items: &Vec<Span<View>>| {
        items.first().map_or(0, |first| first.start.abs_diff(mention.outer.start))
    };
    told.min_by_key(near).map(Expansion::complete)
}

/// The phrases of neighbours, where they are as many as the formula says and each has its head at an edge.
fn items(mention: &Mention<'_>, run: &[Span<View>], total: usize) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    // Nearly no parallel has a word of the formula, and to part it takes longer than to look.
    let head = |slot: &Slot| view.slice(slot.counted());
    let says = |slot: &Slot| run.iter().any(|span| view.place(*span, head(slot)).is_some());
    let tied = run.windows(2).all(|two| matches!(two, [a, b] if b.start <= a.end + GAP));
    if !tied || !mention.shape.slots.iter().any(says) {
        return None;
    }
    let mut items: Vec<_> = run.iter().flat_map(|span| frame::parts(view, *span)).gather();
    let told = items.len() == total;
    let edged = mention.shape.shares(&mut items).all(|(slot, group)| {
        let head = head(slot);
        group.iter().all(|item| view.opens(*item, head))
            || group.iter().all(|item| view.closes(*item, head))
    });
    // 亮了灯、亮了牌、亮了账 tells what happened.
    let done = items.iter().any(|item| view.holds(*item, '了'));
    (told && edged && !done).then_some(items)
}
