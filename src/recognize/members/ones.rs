//! “四个一”: 每天陪孩子吃一顿饭，轮流来；每周通一次电话，…: what is done with one of something, in as many phrases as the formula counts.

use super::groups::BREAK;
use super::list::{self, ITEM};
use super::{Expansion, Mention, headings};
use crate::gather::Put as _;
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::span::{Span, View};
use crate::text::CharClass;

/// How far behind the formula the last phrase may begin.
const REACH: u32 = 240;
/// About as long as a sentence that tells of one.
const SENTENCE: u32 = 100;
/// How far behind the formula its sentence may end, where that says nothing more.
const NAMED: u32 = 8;
/// Longest verb that no list holds.
const LONGEST_VERB: u32 = 2;

/// The verb with 一 and what it is done with, of every phrase of this sentence, or of the next one.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, page, .. } = *mention.reader;
    let [slot] = mention.shape.slots[..] else { return None };
    let head = slot.counted();
    if slot.count < 2 || head.len() != 1 || view.char(head.start) != '一' {
        return None;
    }
    let ends = |mark: &u32| view.class(*mark).any(BREAK);
    let from = mention.outer.end;
    let far = (from + REACH).min(view.len());
    let (mut items, mut whole, mut start) = (Vec::new(), Vec::new(), from);
    for mark in page.marks_in(Span::new(from, far)).chain([far]) {
        let phrase = Span::new(start.min(mark), mark);
        if let Some(item) = done(mention.reader, phrase) {
            items.put(item);
            whole.put(phrase);
        }
        start = mark + 1;
        let named = items.is_empty() && mark < from + NAMED;
        if ends(&mark) && !named {
            break;
        }
    }
    // 按旬查一次渔具，逢月访一家码头: of one length, what comes before the verbs belongs to them.
    (items.len() == slot.count as usize && !list::even(&whole))
        .then(|| Expansion::complete(items))
        .or_else(|| openings(mention, slot.count, BREAK))
        .or_else(|| openings(mention, slot.count, CharClass::LINE_BREAK))
}

/// 要开展一次评先，…。要讲好一堂党课，…。 一、人人上一堂党课。…: what sentences, or lines, one behind the other, say first.
fn openings(mention: &Mention<'_>, count: u32, breaks: CharClass) -> Option<Expansion> {
    let Reader { view, page, .. } = *mention.reader;
    let from = mention.outer.end;
    let (mut items, mut start) = (Vec::new(), None);
    for mark in page.marks_in(Span::new(from, from + SENTENCE * count)) {
        if let Some(begin) = start.filter(|start| *start < mark) {
            start = None;
            match done(mention.reader, Span::new(begin, mark)) {
                Some(item) => items.put(item),
                None if items.is_empty() => {}
                None => break,
            }
        }
        let opens = view.class(mark).any(breaks);
        let words = headings::enumerator(view, mark + 1).2;
        start = opens.then_some(words + u32::from(view.char(words) == '要')).or(start);
    }
    (count > 2 && items.len() == count as usize).then(|| Expansion::complete(items))
}

/// 吃一顿饭 of 每天陪孩子吃一顿饭: the phrase from the verb on that 一 stands behind.
fn done(reader: &Reader<'_>, phrase: Span<View>) -> Option<Span<View>> {
    let Reader { view, cues, .. } = *reader;
    let one = (phrase.start + 1..phrase.end).find(|at| view.char(*at) == '一')?;
    let word = cues.ending(view, one, Roles::LEAD.or(Roles::VERB)).filter(|length| *length > 1);
    let verb = |at: u32| cues.of(view.at(at)).any(Roles::MORPHEME);
    // 拿下一项, but 陪老人下一盘棋
    let result = chars::DONE.at(view, one - 1)
        || chars::LIMIT.at(view, one - 1) && verb(one.saturating_sub(LONGEST_VERB));
    let led = one - phrase.start > LONGEST_VERB;
    let length = match word {
        Some(length) => length,
        None if !led || result => LONGEST_VERB,
        // 每周一次走访: nothing is done.
        None if !verb(one - 1) => return None,
        // 孩子们写一封信, but 撰写一篇心得, 办理一件
        None => 1 + u32::from(chars::HALF_VERB.at(view, one - 2) || verb(one - 2)),
    };
    // 给家人写一封信: for whom it is done belongs to it.
    let given = chars::GIVEN_TO.at(view, phrase.start);
    let start = if given { phrase.start } else { one.saturating_sub(length).max(phrase.start) };
    let plain = view.run(start, one, CharClass::HAN) == one;
    let item = Span::new(start, phrase.end);
    (plain && item.len() > length + 2 && item.len() <= ITEM).then_some(item)
}
