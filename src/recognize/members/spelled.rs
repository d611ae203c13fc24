//! Numerals that the text takes up one by one: “1+2”，即1个总站、2个分站; “一轴”是沿江路，“两片”是东片和西片.

use super::figures::{counted_in_order, figures, unsaid};
use super::numerals::{NEXT, Part, Place, counts_something, said};
use super::served::{being, served};
use super::{Expansion, Mention};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Sort};
use crate::recognize::slogan::structure::CLOSE;
use crate::span::Span;
use crate::text::CharClass;

/// How far behind the formula the first numeral may stand.
const FIRST: u32 = 24;
/// How far behind a code the sentence may begin that spells it out.
const LATER: u32 = 300;
/// How far before a code the sentence may begin that spells it out.
pub(super) const BEFORE: u32 = 160;
/// How far one in quotation marks.
const FAR: u32 = 120;

/// The members behind the numerals of this mention, or before what they count.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    let mut found = found(mention)?;
    if mention.shape.sort == Sort::Sum {
        unsaid(mention.reader.view, &mut found.items);
    }
    Some(found)
}

/// Whether the sentence spells a code out and then gives it its name, 工友叫它“121”, or a colon behind it leads to what its figures do.
pub(super) fn is_named(mention: &Mention<'_>) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    let (start, end) = (sentence_start(mention), mention.outer.start);
    let named = view.follows(end, '它') || cues.ending(view, end, Roles::NAMING).is_some();
    let parts = parts(mention);
    let told = |start, end| counted_in_order(mention, parts.as_ref()?, start, end);
    // 概括为“123”：抓牢一个重点，…
    let behind = mention.outer.end;
    named && told(start, end).is_some()
        || view.char(behind) == ':'
            && told(behind + 1, view.len()).is_some_and(|found| acts(mention, &found))
}

/// Whether something is done in every item: 抓牢一个重点, but not 1只猫.
fn acts(mention: &Mention<'_>, found: &Expansion) -> bool {
    found.items.iter().all(|item| counts_something(mention.reader, item.start).is_none())
}

/// The members, wherever the numerals are taken up.
fn found(mention: &Mention<'_>) -> Option<Expansion> {
    let parts = parts(mention)?;
    let Reader { view, page, .. } = *mention.reader;
    let from = mention.outer.end;
    let behind = || counted_in_order(mention, &parts, from, view.len());
    // 走出“123”的路子。…这样定：抓牢一个重点，…: a later sentence, or what its colon leads to.
    let later = || {
        let opens = |mark: &u32| view.char(*mark) == ':';
        let mut marks = page.marks_in(Span::new(from, from + LATER)).filter(opens);
        let told = |mark: u32| {
            counted_in_order(mention, &parts, mark + 1, view.len())
                .filter(|found| acts(mention, found))
        };
        if parts.len() > 2 { marks.find_map(told) } else { None }
    };
    let (start, end) = (sentence_start(mention), mention.outer.start);
    taken_up_in_order(mention, &parts, mention.outer.end)
        .or_else(|| figures(mention, true))
        .or_else(behind)
        .or_else(|| counted_in_order(mention, &parts, start, end))
        .or_else(|| figures(mention, false))
        .or_else(|| served(mention, start, end))
        .or_else(|| served(mention, mention.outer.end, mention.outer.end + BEFORE))
        .or_else(|| being(mention))
        .or_else(later)
}

/// Where the sentence of the mention begins, as far as it is read.
fn sentence_start(mention: &Mention<'_>) -> u32 {
    let view = mention.reader.view;
    let end = mention.outer.start;
    let stops = CharClass::SENTENCE_END.or(CharClass::LINE_BREAK);
    let stop = (end.saturating_sub(BEFORE)..end).rev().find(|at| view.class(*at).any(stops));
    stop.map_or(end.saturating_sub(BEFORE), |at| at + 1)
}

/// The members behind numerals that each open a phrase, from `from` on.
fn taken_up_in_order(mention: &Mention<'_>, parts: &[Part], from: u32) -> Option<Expansion> {
    let view = mention.reader.view;
    let (mut at, mut reach) = (from, FIRST);
    let mut places = Vec::new();
    for part in parts {
        // 局长带着记者转了一圈才说：“2”是…: nothing else stands in quotation marks so.
        // 一河，就是清溪河: nor does what is counted open a clause so.
        let near = |place: &Place| {
            place.words.start < at + reach
                || view.at(place.words.end) == CLOSE
                || !part.head.is_empty()
        };
        let place = |at| taken_up(mention, at, *part).filter(near);
        let place = (at.max(1)..at + FAR).find_map(place)?;
        (at, reach) = (place.words.end, NEXT);
        places.put(place);
    }
    let ends = |at: &u32| view.class(*at).any(CharClass::SENTENCE_END) || view.char(*at) == ';';
    let end = (at..at + NEXT).find(|at| *at >= view.len() || ends(at))?;
    let stops = places.iter().skip(1).map(|next| next.words.start).chain([end]);
    let mut items = Vec::new();
    for ((place, stop), part) in places.iter().zip(stops).zip(parts) {
        let own = said(mention, *place, stop, part.count)?;
        let bare = place.words.len() == part.head.len();
        if bare && part.count.is_some_and(|count| own.len() != count as usize) {
            return None;
        }
        items.extend(own);
    }
    Some(Expansion { items, status: mention.whole() })
}

/// The figures of a code.
pub(super) fn code(mention: &Mention<'_>) -> Option<Vec<u32>> {
    let parts = parts(mention).filter(|_| mention.shape.sort == Sort::Code)?;
    parts.iter().map(|part| part.count).collect()
}

fn parts(mention: &Mention<'_>) -> Option<Vec<Part>> {
    let Mention { reader, shape, .. } = *mention;
    let bare = |count| Part { count, head: Span::new(0, 0) };
    let slots = shape.slots.iter().map(|slot| Part { count: Some(slot.count), head: slot.head });
    let mut parts: Vec<_> = match shape.sort {
        Sort::Code => {
            let value = |c: char| c.to_digit(10).or_else(|| formula::digit(c));
            let Span { start, end, .. } = mention.inner();
            let end = end - u32::from(shape.open);
            let sign = |at: &u32| reader.view.char(*at) != '-';
            (start..end).filter(sign).map(|at| bare(value(reader.view.char(at)))).gather()
        }
        Sort::Sum | Sort::Counted => slots.gather(),
    };
    if shape.open {
        // 1+N+1
        let inner = mention.inner();
        let place = reader.view.find(inner.start, inner.end, CharClass::LATIN);
        let before = shape.slots.iter().filter(|slot| Some(slot.head.start) <= place).count();
        let sum = shape.sort == Sort::Sum;
        parts.insert(if sum { before.min(parts.len()) } else { parts.len() }, bare(None));
    }
    (parts.len() > 1).then_some(parts)
}

/// The numeral at `at`, where it opens a phrase or stands in quotation marks.
fn taken_up(mention: &Mention<'_>, at: u32, part: Part) -> Option<Place> {
    let Reader { view, cues, .. } = *mention.reader;
    let head = view.slice(part.head);
    // Asked at every character.
    let unit = view.unit(at);
    let open = part.count.is_none() && CharClass::of(unit).is(CharClass::LATIN);
    if !open && !formula::may_start(unit) && head.first() != Some(&unit) {
        return None;
    }
    let before = view.class(at - 1);
    // 打头的1，是…
    let told = view.class(at).is(CharClass::DIGIT) && view.starts_with(at + 1, "，是");
    let opens = told
        || before.any(CharClass::CLAUSE_END.or(CharClass::OPEN).or(CharClass::CLOSE))
        || chars::TAKEN_UP.at(view, at - 1)
        || cues.ending(view, at, Roles::MARKER_AFTER.or(Roles::NAMING)).is_some();
    if !opens || before.any(CharClass::DIGIT.or(CharClass::LATIN)) {
        return None;
    }
    // 核是镇党委，联的是村社、部门 for 一核两联: what is counted alone.
    let bare = !head.is_empty() && view.says(at, head);
    let length = match part.count {
        Some(_) if bare => 0,
        // 0是零差错
        Some(0) => (view.char(at) == '0').then_some(1)?,
        Some(count) => formula::numeral(view, at).filter(|found| found.0 == count)?.1,
        None => open.then_some(1)?,
    };
    let end = at + length + part.head.len();
    if view.slice(Span::new(at + length, end)) != head {
        return None;
    }
    let words = Span::new(at, end);
    let quoted = view.at(end) == CLOSE;
    let behind = end + u32::from(quoted);
    // 三片呢，是竹林、菜园和湿地
    let topic = chars::TOPIC.at(view, behind) || view.char(behind) == '者';
    let topic = topic && view.char(behind + 1) == '，';
    let behind = behind + u32::from(topic && !head.is_empty());
    let behind = behind + u32::from(matches!(view.char(behind), '，' | '则'));
    let behind = behind + u32::from(bare && view.char(behind) == '的');
    // “五员”有护理员、药剂员、…
    let has = quoted && !head.is_empty() && view.char(behind) == '有';
    let is = (has || view.char(behind) == '为').then_some(1);
    // 二是 numbers a point.
    let point = head.is_empty() && !quoted && view.class(at).is(CharClass::HAN);
    let behind = behind + u32::from(view.char(behind) == '则');
    let told = |at| cues.starting(view, at, Roles::MARKER_AFTER.or(Roles::NAMING));
    // 三片呢，从上往下数，依次是竹林、菜园和湿地
    let later = || {
        let next = view.find(behind, behind + FIRST, CharClass::CLAUSE_END)? + 1;
        let marker = told(next).filter(|length| *length > 1)?;
        (topic && view.char(next - 1) == '，').then_some(next + marker - behind)
    };
    match told(behind).or(is).or_else(later) {
        Some(_) if point => None,
        Some(marker) => Some(Place { words, said: behind + marker }),
        None => {
            counts_something(mention.reader, at).map(|(place, _)| place).filter(|_| head.is_empty())
        }
    }
}
