//! What the numerals of a formula count, told by what it is for or by what it is: 以蜜桃为主业、以蘑菇和茶叶为副业; 古城是核，河滩和茶山是两带.

use super::list::{self, ITEM};
use super::numerals::{counts_something, listed_before, said};
use super::spelled::BEFORE;
use super::{Expansion, Mention, edge};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Slot, Sort};
use crate::recognize::slogan::frame;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far behind 为 the word may stand that the formula counts.
const NAME: u32 = 5;

/// 以蜜桃为主业、以蘑菇和茶叶为副业 for “一主两副”: what stands between 以 and 为 is what the numeral counts.
pub(super) fn served(mention: &Mention<'_>, start: u32, end: u32) -> Option<Expansion> {
    let view = mention.reader.view;
    if mention.shape.sort == Sort::Code {
        return None;
    }
    let end = view.until(start, end, CharClass::SENTENCE_END);
    // 以平台为支撑、以申报、走访为渠道 for 1+2: an addend says nothing of what it is.
    let mut named = mention.shape.sort == Sort::Sum || mention.shape.total() > 3;
    let (mut at, mut items) = (start, Vec::new());
    let open = mention.shape.open.then_some(None);
    for slot in mention.shape.slots.iter().map(Some).chain(open) {
        let later = if items.is_empty() { None } else { being_for(view, at, end) };
        let (own, role) = match later.or_else(|| with_is(view, at, end)) {
            Some(place) => (enclosed(view, place, slot)?, place.end),
            // 2+3+X: what may come is not told.
            None if slot.is_none() => {
                let more = may_come(mention.reader, at, end, &mut items);
                if more.is_none() && mention.shape.slots.len() > 1 {
                    return None;
                }
                items.extend(more);
                break;
            }
            None => summed(mention, at, end, slot?.count)?,
        };
        let head = slot.map(|slot| view.at(slot.head.start + slot.classifier));
        let said = view.slice(Span::new(role + 1, (role + NAME).min(view.len())));
        named |= head.is_some_and(|head| said.contains(&head));
        items.extend(own);
        at = role + 1;
    }
    named.then(|| Expansion { items, status: mention.whole() })
}

/// 古城是核，河滩和茶山是两带 for “一核两带”: what stands before 是 and the words that the numeral counts.
pub(super) fn being(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [_, _, ..] = mention.shape.slots[..] else { return None };
    let mut at = mention.outer.end;
    let end = view.until(at, at + BEFORE, CharClass::LINE_BREAK);
    let mut items = Vec::new();
    for slot in &mention.shape.slots {
        let head = view.slice(slot.head);
        let said = |is: u32| {
            if view.look(is) != '是' {
                return None;
            }
            let numeral = formula::numeral(view, is + 1).filter(|found| found.0 == slot.count);
            let words = is + 1 + numeral.map_or(0, |found| found.1);
            let stop = words + head.len() as u32;
            (view.says(words, head) && view.class(stop).any(CharClass::CLAUSE_END))
                .then_some((is, stop))
        };
        let (is, stop) = (at + 1..end).find_map(said).filter(|_| !head.is_empty())?;
        let (own, goes_on) = list::backward(mention.reader, is, slot.count as usize);
        let whole = own.first().is_some_and(|first| first.start >= at) && !goes_on;
        if !whole || own.len() != slot.count as usize {
            return None;
        }
        items.extend(own);
        at = stop;
    }
    Some(Expansion::complete(items))
}

/// From 以 to the 为 behind it, the first such from `at` on.
fn with_is(view: ViewText<'_>, at: u32, end: u32) -> Option<Span<View>> {
    let find = |from: u32, word: char| (from..end).find(|at| view.look(*at) == word);
    let with = find(at, '以')?;
    let is = find(with, '为')?;
    Some(Span::new((with..is).rev().find(|at| view.char(*at) == '以')?, is))
}

/// 以木材为本，竹材、藤材为翼: the clause from `at` on whose 为 takes up the 以 before it, up to that.
fn being_for(view: ViewText<'_>, at: u32, end: u32) -> Option<Span<View>> {
    let mark = view.find(at, end, CharClass::CLAUSE_END)?;
    let is = (mark + 1..end).find(|at| view.char(*at) == '为')?;
    let place = Span::new(mark, is);
    let clause = |at: u32| !view.class(at).any(CharClass::CLAUSE_END) && view.char(at) != '以';
    (mark + 1..is).all(clause).then_some(place)
}

/// The list between 以 and 为, as long as `slot` says.
fn enclosed(view: ViewText<'_>, place: Span<View>, slot: Option<&Slot>) -> Option<Vec<Span<View>>> {
    let mut items = frame::parts(view, Span::new(place.start + 1, place.end));
    list::split_last(view, &mut items);
    let counted = slot.is_none_or(|slot| items.len() == slot.count as usize);
    (counted && items.iter().all(|item| item.len() <= ITEM)).then_some(items)
}

/// 以支部为核心，德育、智育、体育三个方向发力 for 一核三翼: the list before its sum, and where that stands. 以总院为核心，串起3家分院 for 1+3: the sum
/// with what it counts.
fn summed(mention: &Mention<'_>, at: u32, end: u32, count: u32) -> Option<(Vec<Span<View>>, u32)> {
    let view = mention.reader.view;
    let counted = |at: u32| counts_something(mention.reader, at);
    let (place, _) = (at..end).filter_map(counted).find(|found| found.1 == Some(count))?;
    let own = || {
        let stop = (place.words.end..end).find(|at| counted(*at).is_some()).unwrap_or(end);
        // 6个产业增速达15
        let told =
            |item: &Span<View>| view.find(place.words.end, item.end, CharClass::DIGIT).is_some();
        said(mention, place, stop, Some(count))
            .filter(|own| mention.shape.sort == Sort::Sum && !own.iter().any(told))
    };
    // 新能源、新材料等6个产业
    let some = || {
        let end = place.said.checked_sub(1).filter(|end| view.char(*end) == '等')?;
        let (mut items, _) = list::backward(mention.reader, end, count as usize);
        let starts = items.first().is_some_and(|first| first.start >= at);
        edge::first(mention, &mut items).filter(|()| starts).map(|()| items)
    };
    let mut items =
        listed_before(mention, place.said, at, count as usize).or_else(some).or_else(own)?;
    // 以县医院为总院，11家卫生院为分院
    if let Some(last) = items.last_mut() {
        let is = (last.start..last.end).find(|at| view.char(*at) == '为');
        last.end = is.unwrap_or(last.end);
    }
    Some((items, place.words.start))
}

/// 3个支部和若干个小组: what comes behind the last addend, for an open place.
fn may_come(
    reader: &Reader<'_>,
    from: u32,
    end: u32,
    items: &mut [Span<View>],
) -> Option<Span<View>> {
    let Reader { view, cues, .. } = *reader;
    let last = items.last_mut()?;
    let joint = (from..end)
        .find(|at| chars::SOME_JOINT.at(view, *at) && view.starts_with(at + 1, "若干"))?;
    last.end = last.end.min(joint);
    // 若干个小组组成的
    let makes = |at: &u32| cues.starting(view, *at, Roles::MARKER_BEFORE).is_some();
    let ends = |at: &u32| !view.class(*at).is(CharClass::HAN) || makes(at);
    let stop = (joint + 1..=end).find(ends)?;
    (stop - joint <= ITEM).then_some(Span::new(joint + 1, stop))
}
