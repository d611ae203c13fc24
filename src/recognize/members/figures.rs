//! Figures of a code or a sum that the words behind take up in turn, each with what it counts: “1210”：1名专员跟踪，2小时内响应，10个工作日内办结.

use super::list::ITEM;
use super::numerals::{NEXT, Part, Place, called, counts_something, listed_before, placed, said};
use super::{Expansion, Mention, edge, series};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Sort};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far behind a code the first numeral that counts something may stand.
const COUNTED: u32 = 40;
/// How long what a thing does mostly is.
const DEED: u32 = 4;

/// “1213”工作法，认准1个方向，用好广播、报栏2个窗口，管好1本账，走好3步棋: of the numerals that count something in this sentence
/// the first are those of the code.
pub(super) fn counted_in_order(
    mention: &Mention<'_>,
    parts: &[Part],
    start: u32,
    end: u32,
) -> Option<Expansion> {
    let view = mention.reader.view;
    let few = mention.shape.sort == Sort::Sum && parts.len() < 3;
    if mention.shape.sort == Sort::Counted || few {
        return None;
    }
    let ends = |at: &u32| *at >= end || view.class(*at).any(CharClass::SENTENCE_END);
    // 中间是1个总台，外面一圈是5个班组: what is written in digits is taken up in digits.
    let digits = view.class(mention.inner().start).is(CharClass::DIGIT)
        && (start..end.min(start + COUNTED)).any(|at| view.class(at).is(CharClass::DIGIT));
    let counts = |at: u32| !digits || !view.class(at).is(CharClass::NUMERAL);
    let (mut at, mut reach) = (start, COUNTED);
    let mut places: Vec<Place> = Vec::new();
    for part in parts {
        let near = view.until(at, end.min(at + reach), CharClass::SENTENCE_END);
        let mut own = (at..near).filter(|at| counts(*at));
        let (place, count) = own.find_map(|at| counts_something(mention.reader, at))?;
        if part.count != count {
            return None;
        }
        (at, reach) = (place.words.end, NEXT);
        places.put(place);
    }
    let end = (at..at + NEXT).find(ends).unwrap_or(at + NEXT);
    let items = match mention.shape.sort {
        Sort::Code => deeds(mention.reader, &places, start, end),
        _ => things(mention, parts, &places, start, end)?,
    };
    (!happened(view, &items)).then(|| Expansion { items, status: mention.whole() })
}

/// 认准1个方向 | 用好广播、报栏2个窗口: a code has one member for each figure, its clause.
fn deeds(reader: &Reader<'_>, places: &[Place], start: u32, end: u32) -> Vec<Span<View>> {
    let Reader { view, page, cues, .. } = *reader;
    let mut from = start;
    let deed = |place: &Place| {
        let marks = || page.marks_in(Span::new(from, place.words.start));
        let last = marks().filter(|mark| view.char(*mark) != '、').last();
        let begin = last.or_else(|| marks().next()).map(|mark| mark + 1);
        let opens = from == start && edge::opens(view, start.wrapping_sub(1));
        let begin = begin.or(opens.then_some(start));
        // 林场锚定1个目标: who does it is none of the first.
        let verb = cues.ending(view, place.said, Roles::LEAD).filter(|_| last.is_none());
        let begin = begin.or(verb.map(|length| place.said - length)).unwrap_or(place.said);
        let marker = cues.starting(view, begin, Roles::MARKER_AFTER).unwrap_or(0);
        let begin = begin + marker + u32::from(view.char(begin + marker) == '由');
        let begin = begin.min(place.words.start);
        let stop = view.run(place.words.end, end, CharClass::HAN);
        let next = view.class(stop).any(CharClass::DIGIT);
        let stop = stop - u32::from(next && chars::AND.at(view, stop - 1));
        from = place.words.end;
        Span::new(begin, stop)
    };
    let mut items = places.iter().map(deed).gather();
    lead(view, &mut items, places.iter().map(|place| place.words.start));
    items
}

/// 每个点1名责任人、2名监测员、3条路线: where all others begin with the numeral, so does the first.
fn lead(view: ViewText<'_>, items: &mut [Span<View>], numerals: impl Iterator<Item = u32> + Clone) {
    let mut begins = items.iter().zip(numerals.clone()).skip(1);
    if begins.all(|(item, numeral)| item.start == numeral)
        && let (Some(first), Some(numeral)) = (items.first_mut(), { numerals }.next())
        && view.char(first.start) == '每'
    {
        first.start = numeral;
    }
}

/// 采摘、炒制、包装 before 3个重点, what is said behind 1个总站: a member for each thing.
fn things(
    mention: &Mention<'_>,
    parts: &[Part],
    places: &[Place],
    start: u32,
    end: u32,
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let stops = places.iter().skip(1).map(|next| next.said).chain([end]);
    let (mut items, mut from) = (Vec::new(), start);
    for ((place, stop), part) in places.iter().zip(stops).zip(parts) {
        let wanted = part.count.unwrap_or(0) as usize;
        let listed = listed_before(mention, place.said, from, wanted);
        // 网格员、民警、医生3名固定力量
        let summed = listed.and_then(|listed| {
            let stop = view.run(place.words.end, stop, CharClass::HAN);
            Some(vec![Span::new(listed.first()?.start, stop)])
        });
        let own = summed.or_else(|| called(mention.reader, place.said, from));
        let own = own.or_else(|| said(mention, *place, stop, part.count))?;
        // 楼长1名，保安3名: what is counted stands before.
        if own.iter().any(|item| item.len() < place.words.len() + 2) {
            return None;
        }
        items.extend(own);
        from = place.words.end;
    }
    Some(items)
}

/// 一个中队居中调度，六个小组分头对接，N支小分队随叫随到: of clauses that each close with four characters on what it does, the thing.
pub(super) fn unsaid(view: ViewText<'_>, items: &mut [Span<View>]) {
    let counted = |item: &Span<View>| {
        let numeral = view
            .class(item.start)
            .any(CharClass::NUMERAL.or(CharClass::DIGIT).or(CharClass::LATIN));
        numeral
            && item.len() > 2 * DEED
            && !view.follows(item.end, '、')
            && view.char(item.end) != '、'
    };
    if items.len() > 2 && items.iter().all(counted) {
        items.iter_mut().for_each(|item| item.end -= DEED);
    }
}

/// 用了2台挖机 tells what happened.
fn happened(view: ViewText<'_>, items: &[Span<View>]) -> bool {
    let done =
        |item: &Span<View>| view.holds(Span::new(item.start.saturating_sub(1), item.end), '了');
    items.iter().any(done)
}

/// “1210”：1名专员跟踪，2小时内响应，10个工作日内办结: phrases behind the code whose first figures are its own, one behind the other; round
/// ones without their zeros: 421 ↔ 续建400个、新开工200个、储备100个; “532”分红，五成留作股金，三成…，两成…. With a `sign` before them, each
/// with one numeral: ：做强一个园区、办好两个基地, but 即做强一个园区 says what is counted.
pub(super) fn figures(mention: &Mention<'_>, sign: bool) -> Option<Expansion> {
    let Reader { view, cues, .. } = *mention.reader;
    if mention.shape.sort != Sort::Code || mention.shape.open {
        return None;
    }
    let digit = |at: u32| view.char(at).to_digit(10).or_else(|| formula::digit(view.char(at)));
    let figure = |words: Span<View>| (words.start..words.end).map_while(digit).gather();
    let code: Vec<u32> = figure(mention.inner());
    let phrases = series::phrases(mention);
    let behind = phrases.iter().skip_while(|phrase| phrase.start <= mention.outer.end);
    let behind = behind.filter(|phrase| !phrase.is_empty());
    let (mut items, mut numerals, mut rest, mut start) = (Vec::new(), Vec::new(), &code[..], None);
    let mut skips = false;
    for phrase in behind {
        if rest.is_empty() {
            break;
        }
        let mut begin = start.take().unwrap_or(phrase.start);
        let mark = phrase.start - 1;
        let led = !items.is_empty() || edge::opens(view, mark) && !view.follows(mark, '即');
        if sign && (!led || view.char(mark) == ';') {
            return None;
        }
        let Some(from) = (phrase.start..phrase.end).find(|at| digit(*at).is_some()) else {
            // 做强港口、铁路、物流三大主业
            start = Some(begin).filter(|_| !sign && view.char(phrase.end) == '、');
            // “3510”办理，客户来了，3天答复，…
            let sentence =
                view.find(mention.outer.end, phrase.end + 1, CharClass::SENTENCE_END).is_none();
            let ahead = items.is_empty() && sentence;
            if start.is_none() && !ahead {
                return None;
            }
            skips |= ahead;
            continue;
        };
        // ——每个班组建立一个小组、…
        let verb = cues.ending(view, from, Roles::LEAD).filter(|_| sign && items.is_empty());
        begin = verb.map_or(begin, |length| from - length);
        let figure: Vec<u32> = figure(Span::new(from, phrase.end));
        let zeros = figure.iter().rev().take_while(|digit| **digit == 0).count();
        let round = figure.get(..figure.len() - zeros)?;
        rest = rest.strip_prefix(&figure[..]).or_else(|| rest.strip_prefix(round))?;
        // 续建项目400个: how many there are is no part of the name.
        let digits = view.class(from).is(CharClass::DIGIT);
        let amount =
            digits && from > phrase.start + 1 && phrase.end - from < figure.len() as u32 + 2;
        // 3层
        if placed(view, from + figure.len() as u32) {
            return None;
        }
        items.put(Span::new(begin, if amount { from } else { phrase.end }));
        numerals.put(from);
    }
    lead(view, &mut items, numerals.iter().copied());
    // 每课课前1分钟、每个长假前30分钟开展提醒, but 3个工作日办结 goes on to the end of its clause.
    let closing = |item: &Span<View>| view.before(item.end);
    let clause = items.last().is_some_and(|last| view.class(last.end).any(CharClass::CLAUSE_END));
    let (last, inner) = items.split_last_mut()?;
    let alike = inner.iter().all(|item| Some(closing(item)) == inner.first().map(closing));
    if !clause || alike && inner.first().map(closing) != Some(closing(last)) {
        edge::last(mention.reader, &mut items);
    }
    // “119”，有人受伤，1辆车赶到，19人参加: two figures are soon found further on.
    let told = rest.is_empty() && items.len() > 1 + usize::from(skips) && !happened(view, &items);
    (told && items.iter().all(|item| item.len() <= ITEM)).then(|| Expansion::complete(items))
}
