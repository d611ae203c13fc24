//! One sorted list: slogans never overlap, except that a formula may stand inside another kind.
//!
//! Where two candidates cross, the stronger stays: a couplet, names and formulas in quotation marks, maxims and parallels,
//! brands, formulas, formulations; of two alike the longer.

use crate::annotation::{Slogan, SloganKind};
use crate::gather::{Gather as _, Put as _};
use crate::order::sorted_by;
use crate::span::{Span, View};

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
        .gather();
    adopt(&mut slogans);
    slogans
}

/// Marks what has to give way. Most candidates touch no other; only those that do are weighed against each other.
fn dropped(candidates: &[Slogan<View>]) -> Vec<bool> {
    let mut dropped = vec![false; candidates.len()];
    let mut first = 0;
    while let Some(slogan) = candidates.get(first) {
        let start = slogan.span.start;
        let mut end = 0;
        let crowd = candidates.get(first..).unwrap_or(&[]).iter().take_while(|slogan| {
            let touches = end == 0 || slogan.span.start < end;
            end = end.max(slogan.span.end);
            touches
        });
        let next = first + crowd.count().max(1);
        if next - first > 1 {
            let kept = Kept::new(Span::new(start, end));
            weigh(candidates, first..next, kept, &mut dropped);
        }
        first = next;
    }
    dropped
}

fn weigh(
    candidates: &[Slogan<View>],
    crowd: std::ops::Range<usize>,
    mut kept: Kept,
    dropped: &mut [bool],
) {
    let rank = |i: &usize| {
        candidates.get(*i).map_or((0, 0), |s| (u32::from(strength(s)), u32::MAX - s.span.len()))
    };
    let order = sorted_by(crowd.gather(), rank);
    for i in order {
        let Some(Slogan { span, kind, .. }) = candidates.get(i) else { continue };
        if kept.admits(*span, *kind) {
            kept.add(*span, *kind, i as u32 + 1);
        } else if let Some(flag) = dropped.get_mut(i) {
            *flag = true;
        }
    }
}

/// The kept spans of a crowd, formulas apart from the rest, since neither set overlaps itself: for every unit of the crowd the
/// number of the span that covers it, 0 = none.
struct Kept {
    start: u32,
    formulas: Vec<u32>,
    others: Vec<u32>,
}

impl Kept {
    fn new(crowd: Span<View>) -> Self {
        let none = vec![0; crowd.len() as usize];
        Self { start: crowd.start, formulas: none.clone(), others: none }
    }

    fn admits(&self, span: Span<View>, kind: SloganKind) -> bool {
        let covers = |set| (span.start..span.end).map(move |at| self.cover(set, at));
        let free = |set| covers(set).all(|cover| cover == 0);
        // A formula may stand inside another slogan, never across its edge.
        let whole = |set| covers(set).all(|cover| cover == self.cover(set, span.start));
        let (formulas, others) = (&self.formulas, &self.others);
        match kind {
            SloganKind::Formula => free(formulas) && whole(others),
            SloganKind::Formulation => free(others) && free(formulas),
            _ => free(others),
        }
    }

    fn cover(&self, set: &[u32], at: u32) -> u32 {
        set.get((at - self.start) as usize).copied().unwrap_or(0)
    }

    fn add(&mut self, span: Span<View>, kind: SloganKind, number: u32) {
        let set = match kind {
            SloganKind::Formula => &mut self.formulas,
            _ => &mut self.others,
        };
        let units = (span.start - self.start) as usize..(span.end - self.start) as usize;
        set.get_mut(units).unwrap_or_default().fill(number);
    }
}

/// The smaller the stronger.
fn strength(slogan: &Slogan<View>) -> u8 {
    match (slogan.kind, slogan.quoted) {
        (SloganKind::Couplet, false) => 0,
        (SloganKind::Formulation, _) => 6,
        (SloganKind::Maxim | SloganKind::Parallel, _) => 2,
        (_, true) => 1,
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
        open.put((i, slogan.span.end));
    }
}
