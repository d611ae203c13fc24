//! One sorted list: slogans never overlap, except that a formula may stand inside another kind.
//!
//! Where two candidates cross, the stronger stays: a couplet, what stands in quotation marks, maxims and parallels, brands,
//! formulas, formulations; of two alike the longer.

use crate::annotation::{Slogan, SloganKind};
use crate::order::sorted_by;
use crate::span::View;
use std::collections::BTreeMap;

/// Settles the candidates.
pub(super) fn settle(candidates: Vec<Slogan<View>>) -> Vec<Slogan<View>> {
    let mut candidates = sorted_by(candidates, |s| (s.span.start, u32::MAX - s.span.end));
    candidates.dedup_by(|next, kept| {
        let same = next.span == kept.span;
        if same && strength(next) < strength(kept) {
            std::mem::swap(next, kept);
        }
        same
    });
    let dropped = dropped(&candidates);
    let mut slogans: Vec<Slogan<View>> = candidates
        .into_iter()
        .zip(dropped)
        .filter(|(_, dropped)| !dropped)
        .map(|(slogan, _)| slogan)
        .collect();
    adopt(&mut slogans);
    slogans
}

/// Marks what has to give way. Most candidates touch no other; only those that do are weighed against each other.
fn dropped(candidates: &[Slogan<View>]) -> Vec<bool> {
    let mut dropped = vec![false; candidates.len()];
    let mut first = 0;
    while first < candidates.len() {
        let mut end = 0;
        let crowd = candidates.get(first..).unwrap_or(&[]).iter().take_while(|slogan| {
            let touches = end == 0 || slogan.span.start < end;
            end = end.max(slogan.span.end);
            touches
        });
        let next = first + crowd.count().max(1);
        if next - first > 1 {
            weigh(candidates, first..next, &mut dropped);
        }
        first = next;
    }
    dropped
}

fn weigh(candidates: &[Slogan<View>], crowd: std::ops::Range<usize>, dropped: &mut [bool]) {
    let rank = |i: &usize| {
        candidates.get(*i).map_or((0, 0), |s| (u32::from(strength(s)), u32::MAX - s.span.len()))
    };
    let order = sorted_by(crowd.collect(), rank);
    let mut kept = Kept::default();
    for i in order {
        let Some(slogan) = candidates.get(i) else { continue };
        if kept.admits(slogan) {
            kept.add(slogan);
        } else if let Some(flag) = dropped.get_mut(i) {
            *flag = true;
        }
    }
}

/// Ends of spans by their starts. The key is wider than it must be: maps of one type are one piece of code.
type Ends = BTreeMap<u64, u32>;

/// Kept spans, formulas apart from the rest; neither set overlaps itself.
#[derive(Default)]
struct Kept {
    formulas: Ends,
    others: Ends,
}

impl Kept {
    fn admits(&self, slogan: &Slogan<View>) -> bool {
        let (start, end) = (slogan.span.start, slogan.span.end);
        let before = ..u64::from(end);
        let clash =
            |set: &Ends| set.range(before).next_back().is_some_and(|(_, stop)| *stop > start);
        // A formula may stand inside another slogan, never across its edge.
        let crosses = |set: &Ends, inside: bool| {
            set.range(before).rev().take_while(|(_, stop)| **stop > start).any(|(from, stop)| {
                let from = *from as u32;
                if inside { from > start || *stop < end } else { from < start || *stop > end }
            })
        };
        match slogan.kind {
            SloganKind::Formula => !clash(&self.formulas) && !crosses(&self.others, true),
            SloganKind::Formulation => !clash(&self.others) && !clash(&self.formulas),
            _ => !clash(&self.others) && !crosses(&self.formulas, false),
        }
    }

    fn add(&mut self, slogan: &Slogan<View>) {
        let set = match slogan.kind {
            SloganKind::Formula => &mut self.formulas,
            _ => &mut self.others,
        };
        set.insert(u64::from(slogan.span.start), slogan.span.end);
    }
}

/// The smaller the stronger.
fn strength(slogan: &Slogan<View>) -> u8 {
    match (slogan.kind, slogan.quoted) {
        (SloganKind::Couplet, false) => 0,
        (SloganKind::Formulation, _) => 6,
        (_, true) => 1,
        (SloganKind::Maxim | SloganKind::Parallel, _) => 2,
        (SloganKind::Brand, _) => 3,
        _ => 5,
    }
}

/// Ties each slogan to the one it stands inside.
fn adopt(slogans: &mut [Slogan<View>]) {
    let mut open: Vec<(u32, u32)> = Vec::new();
    for (i, slogan) in (0u32..).zip(slogans.iter_mut()) {
        while open.last().is_some_and(|(_, end)| *end <= slogan.span.start) {
            open.pop();
        }
        slogan.parent = open.last().map(|(parent, _)| *parent);
        open.push((i, slogan.span.end));
    }
}
