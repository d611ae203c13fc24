//! The list further off in the sentence: 深化“三医联动”改革，推进医保、医疗、医药协同发展.
//!
//! Nothing ties such a list to the formula but its words, so all items have to open (or all to close) with the character
//! that the formula counts, there have to be three or more, and the list must not go on on either side.

use super::{Expansion, Mention};
use crate::recognize::slogan::Reader;
use crate::span::{Span, View};
use crate::text::CharClass;

/// How far behind the formula the list may begin.
const REACH: u32 = 48;

/// The list of this sentence whose items all hold the counted character at one edge.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, .. } = *mention.reader;
    let [slot] = mention.shape.slots[..] else { return None };
    let head = slot.head.start + slot.classifier;
    if slot.count < 3 || head >= slot.head.end {
        return None;
    }
    let unit = view.at(head);
    let limit = mention.outer.end + REACH;
    let mut at = mention.outer.end;
    while at < limit && !view.class(at).any(CharClass::SENTENCE_END) && at < view.len() {
        if view.at(at) == unit
            && let Some(items) = opening_with(mention, at, unit, slot.count)
        {
            return Some(Expansion::complete(items));
        }
        at += 1;
    }
    None
}

/// Items of one length from `at`, each opening with `unit`, exactly `count` of them.
fn opening_with(mention: &Mention<'_>, at: u32, unit: u16, count: u32) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let length = (at..at + 8).find(|i| view.char(*i) == '、')? - at;
    let place = |i: u32| at + i * (length + 1);
    let item = |i: u32| Span::new(place(i), place(i) + length);
    let fits = |i: u32| view.at(place(i)) == unit && words(mention, item(i));
    let parted = (1..count).all(|i| view.char(place(i) - 1) == '、');
    let goes_on = view.char(place(count) - 1) == '、' || at > 0 && view.char(at - 1) == '、';
    (length >= 2 && parted && !goes_on && (0..count).all(fits))
        .then(|| (0..count).map(item).collect())
}

fn words(mention: &Mention<'_>, item: Span<View>) -> bool {
    let view = mention.reader.view;
    view.slice(item).iter().all(|unit| CharClass::of(*unit).is(CharClass::HAN))
}
