//! Members that stand without a mark between them: 同吃同住同出海 for “三同”.

use super::{Expansion, Mention, known};
use crate::gather::Put as _;
use crate::span::Span;
use crate::text::CharClass;

/// How far behind the formula they may begin.
const REACH: u32 = 40;
/// Longest of them: 同出海.
const LONGEST: u32 = 3;

/// As many words of two or three characters as the formula says, each of which begins with what it counts, in the same sentence. 妈妈包饺子包馄饨
/// has nothing of “三包”, which everybody knows.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return None };
    let single = slot.classifier == 0 && slot.head.len() == 1;
    if !single || slot.count < 3 || known::is_listed(mention) {
        return None;
    }
    let head = view.at(slot.head.start);
    let from = mention.outer.end;
    let end = view.until(from, view.len().min(from + REACH), CharClass::SENTENCE_END);
    let start = (from..end).find(|at| view.at(*at) == head)?;
    let stop = view.run(start, start + LONGEST * slot.count + 1, CharClass::HAN);
    let mut items = Vec::new();
    let mut at = start;
    while at < stop {
        let next = (at + 1..stop).find(|next| view.at(*next) == head).unwrap_or(stop);
        items.put(Span::new(at, next));
        at = next;
    }
    let word = |item: &Span<_>| (2..=LONGEST).contains(&item.len());
    let told = items.len() as u32 == slot.count && items.iter().all(word);
    told.then(|| Expansion::complete(items))
}
