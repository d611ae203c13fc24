//! Numerals that the text takes up one by one: “1+2”，即1个总站、2个分站; “一轴”是沿江路，“两片”是东片和西片.

use super::edge;
use super::list::{self, ITEM};
use super::{Expansion, Mention, series};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Slot, Sort};
use crate::recognize::slogan::frame;
use crate::recognize::slogan::structure::CLOSE;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far behind the formula the first numeral may stand.
const FIRST: u32 = 24;
/// How far behind a code the first numeral that counts something may stand.
const COUNTED: u32 = 40;
/// How far behind a code the sentence may begin that spells it out.
const LATER: u32 = 300;
/// How far before a code the sentence may begin that spells it out.
const BEFORE: u32 = 160;
/// How far behind 为 the word may stand that the formula counts.
const NAME: u32 = 5;
/// How long what a thing does mostly is.
const DEED: u32 = 4;
/// Longest 这一条主线.
const THIS: u32 = 5;
/// How far a numeral may stand behind the one before it.
const NEXT: u32 = 80;
/// How far one in quotation marks.
const FAR: u32 = 120;

/// A numeral of the formula with the words it counts.
#[derive(Clone, Copy)]
struct Part {
    /// `None` for an open place.
    count: Option<u32>,
    head: Span<View>,
}

/// Where the text takes a numeral up.
#[derive(Clone, Copy)]
struct Place {
    words: Span<View>,
    /// Where that begins which is said of it: behind “1”是, or with the numeral itself in 1个总站.
    said: u32,
}

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

/// 以蜜桃为主业、以蘑菇和茶叶为副业 for “一主两副”: what stands between 以 and 为 is what the numeral counts.
fn served(mention: &Mention<'_>, start: u32, end: u32) -> Option<Expansion> {
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
fn being(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [_, _, ..] = mention.shape.slots[..] else { return None };
    let mut at = mention.outer.end;
    let end = view.until(at, at + BEFORE, CharClass::LINE_BREAK);
    let mut items = Vec::new();
    for slot in &mention.shape.slots {
        let head = view.slice(slot.head);
        let said = |is: u32| {
            if view.char(is) != '是' {
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
    let find = |from: u32, word: char| (from..end).find(|at| view.char(*at) == word);
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

/// Where the sentence of the mention begins, as far as it is read.
fn sentence_start(mention: &Mention<'_>) -> u32 {
    let view = mention.reader.view;
    let end = mention.outer.start;
    let stops = CharClass::SENTENCE_END.or(CharClass::LINE_BREAK);
    let stop = (end.saturating_sub(BEFORE)..end).rev().find(|at| view.class(*at).any(stops));
    stop.map_or(end.saturating_sub(BEFORE), |at| at + 1)
}

/// “1213”工作法，认准1个方向，用好广播、报栏2个窗口，管好1本账，走好3步棋: of the numerals that count something in this sentence
/// the first are those of the code.
fn counted_in_order(
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
    places.iter().map(deed).gather()
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
fn unsaid(view: ViewText<'_>, items: &mut [Span<View>]) {
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
    let (mut items, mut rest, mut start) = (Vec::new(), &code[..], None);
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
            start?;
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
    }
    // 每课课前1分钟、每个长假前30分钟开展提醒, but 3个工作日办结 goes on to the end of its clause.
    let closing = |item: &Span<View>| view.before(item.end);
    let clause = items.last().is_some_and(|last| view.class(last.end).any(CharClass::CLAUSE_END));
    let (last, inner) = items.split_last_mut()?;
    let alike = inner.iter().all(|item| Some(closing(item)) == inner.first().map(closing));
    if !clause || alike && inner.first().map(closing) != Some(closing(last)) {
        edge::last(mention.reader, &mut items);
    }
    let told = rest.is_empty() && items.len() > 1 && !happened(view, &items);
    (told && items.iter().all(|item| item.len() <= ITEM)).then(|| Expansion::complete(items))
}

/// A numeral before what it counts at `at`, or the N of an open place before a classifier (not X光机), and its value.
fn counts_something(reader: &Reader<'_>, at: u32) -> Option<(Place, Option<u32>)> {
    let Reader { view, cues, .. } = *reader;
    // 多个小组, 若干条线
    let some = match view.char(at) {
        '多' => 1,
        '若' => 2 * u32::from(view.char(at + 1) == '干'),
        _ => u32::from(view.class(at).is(CharClass::LATIN)),
    };
    // Nearly everywhere nothing does, and whole sentences are asked.
    if some == 0 && !formula::may_stand(view, at) {
        return None;
    }
    let open = || (some > 0).then_some((None, some));
    let numeral = formula::numeral(view, at).map(|(count, length)| (Some(count), length));
    let (count, length) = numeral.or_else(open)?;
    let inside = at > 0 && view.class(at - 1).any(CharClass::DIGIT.or(CharClass::NUMERAL));
    let end = at + length;
    let sign = count.is_none() || view.class(at).is(CharClass::DIGIT);
    let this = at > 0 && view.char(at - 1) == '这' && count == Some(1);
    let time = lasts(view, end);
    let counts = this
        || time
        || sign && view.class(end).is(CharClass::HAN)
        || cues.starting(view, end, Roles::CLASSIFIER.or(Roles::PLAIN_CLASSIFIER)).is_some();
    // 每周5天
    let often = at > 1 && view.char(at - 2) == '每';
    (!inside && counts && (time || !placed(view, end)))
        .then_some((Place { words: Span::new(at, end), said: at - 2 * u32::from(often) }, count))
}

/// 紧扣高质量发展这一主线: what 这一 takes up.
fn called(reader: &Reader<'_>, at: u32, from: u32) -> Option<Vec<Span<View>>> {
    let Reader { view, page, .. } = *reader;
    let end = at.checked_sub(1).filter(|this| view.char(*this) == '这')?;
    let start = page.mark_before(end).map_or(0, |mark| mark + 1);
    let item = Span::new((start + edge::led(reader, start)).min(end), end);
    (start >= from && (2..=ITEM).contains(&item.len())).then(|| vec![item])
}

/// 采摘、炒制、包装 before 3个重点.
fn listed_before(
    mention: &Mention<'_>,
    at: u32,
    from: u32,
    wanted: usize,
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let (mut items, goes_on) = list::backward(mention.reader, at, wanted);
    let starts = items.first().is_some_and(|first| first.start >= from);
    if wanted < 2 || goes_on || items.len() != wanted || !starts {
        return None;
    }
    edge::first(mention, &mut items)?;
    let digits = |item: &Span<View>| {
        item.is_empty() || view.find(item.start, item.end, CharClass::DIGIT).is_some()
    };
    (!items.iter().any(digits)).then_some(items)
}

/// The members behind numerals that each open a phrase, from `from` on.
fn taken_up_in_order(mention: &Mention<'_>, parts: &[Part], from: u32) -> Option<Expansion> {
    let view = mention.reader.view;
    let (mut at, mut reach) = (from, FIRST);
    let mut places = Vec::new();
    for part in parts {
        // 局长带着记者转了一圈才说：“2”是…: nothing else stands in quotation marks so.
        let near =
            |place: &Place| place.words.start < at + reach || view.at(place.words.end) == CLOSE;
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
    let open = part.count.is_none() && view.class(at).is(CharClass::LATIN);
    if !open && !formula::may_stand(view, at) && head.first() != Some(&view.at(at)) {
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
    let behind = behind + u32::from(matches!(view.char(behind), '，' | '则'));
    let behind = behind + u32::from(bare && view.char(behind) == '的');
    // “五员”有护理员、药剂员、…
    let has = quoted && !head.is_empty() && view.char(behind) == '有';
    let is = (has || view.char(behind) == '为').then_some(1);
    // 二是 numbers a point.
    let point = head.is_empty() && !quoted && view.class(at).is(CharClass::HAN);
    match cues.starting(view, behind, Roles::MARKER_AFTER).or(is) {
        Some(_) if point => None,
        Some(marker) => Some(Place { words, said: behind + marker }),
        None => {
            counts_something(mention.reader, at).map(|(place, _)| place).filter(|_| head.is_empty())
        }
    }
}

/// 3月, 2号楼, 4层: a date, an address.
fn placed(view: ViewText<'_>, at: u32) -> bool {
    chars::PLACED.at(view, at)
}

/// 七日, 三年: a length of time, where no digits stand before it.
fn lasts(view: ViewText<'_>, at: u32) -> bool {
    chars::LENGTH_OF_TIME.at(view, at) && !view.class(at.saturating_sub(1)).is(CharClass::DIGIT)
}

/// What is said of a numeral up to `stop`: a list of its length, or the phrase.
fn said(
    mention: &Mention<'_>,
    place: Place,
    stop: u32,
    count: Option<u32>,
) -> Option<Vec<Span<View>>> {
    let Mention { reader, shape, .. } = *mention;
    let view = reader.view;
    let wanted = count.unwrap_or(0) as usize;
    // “N”是楼长、店主、保洁员等: all that is listed.
    if count.is_none() {
        let (items, _) = list::forward(reader, place.said);
        if let [first, .., last] = items[..]
            && last.end <= stop
        {
            // 遍布镇街、园区的若干服务点和工作站: a list inside a phrase.
            let listed = items.iter().rfind(|item| view.follows(item.start, '、')).unwrap_or(&last);
            let part =
                view.holds(Span::new(listed.start, last.end), '的') && !view.holds(first, '的');
            return Some(if part { vec![Span::new(first.start, last.end)] } else { items });
        }
    }
    let from = place.said.max(place.words.end);
    // “碧水”总品牌: a quotation that opens what is said is part of it.
    let quote = reader.page.quote_at(from).map(|quote| quote.inner);
    let past = quote.map_or(from, |inner| inner.end + 1).min(stop);
    let phrase = view.run(past, stop, CharClass::HAN.or(CharClass::DIGIT));
    let bare = place.said == place.words.start;
    let marker = reader.cues.starting(view, phrase + 1, Roles::MARKER_AFTER);
    let behind = phrase + 1 + marker.unwrap_or(0);
    let listed = if bare { behind } else { place.said };
    if wanted > 1 && listed < stop {
        let (mut items, _) = list::forward(reader, listed);
        let end = items.last().map_or(0, |last| last.end);
        list::rejoin(view, &mut items, wanted);
        list::summed(reader, &mut items, wanted);
        let last = items.last().map_or(0, |last| last.end);
        if items.len() == wanted && last <= stop {
            if last < end {
                unled(reader, &mut items);
            }
            // “3”即红榜、积分、议事三件法宝: a member for each addend.
            let first = items.first().map_or(0, |first| first.start);
            let whole = last < end && end <= stop && shape.sort != Sort::Counted;
            return Some(if whole { vec![Span::new(first, end)] } else { items });
        }
    }
    // 锚定一个目标，建设科研高地；….
    let clause = view.find(behind, stop, CharClass::CLAUSE_END);
    if let Some(end) = clause.filter(|end| bare && wanted == 1 && view.char(*end) == ';')
        && end - behind <= ITEM
    {
        return Some(vec![Span::new(behind, end)]);
    }
    let joined = ["以及", "和", "与", "及"].into_iter().find(|word| view.ends_with(phrase, word));
    // Before a mark it is the end of a verb: 参与、
    let closed = view.class(phrase).any(CharClass::CLAUSE_END) || view.char(phrase) == '、';
    let joined = joined.filter(|_| !closed);
    let end = phrase - joined.map_or(0, |word| word.chars().count() as u32);
    // 由1名法官、2名调解员组成; 1名医生、1名村医轮流上门
    let makes = |at: &u32| {
        let behind = Roles::MARKER_BEFORE.or(Roles::TAIL);
        reader.cues.starting(view, *at, behind).is_some_and(|length| length > 1)
    };
    let end = (past..end).find(makes).filter(|_| bare).unwrap_or(end);
    // 一名师傅搭配两名徒弟: a verb stands before the next.
    let next = phrase == stop && formula::numeral(view, stop).is_some();
    let tied = joined.is_none() && next && end > past + 3;
    let end = end - if tied { 2 } else { 0 };
    let item = match quote {
        Some(inner) if bare || inner.end + 1 != end => Span::new(place.said, end.max(place.said)),
        Some(inner) => inner,
        None => Span::new(place.said, end.max(place.said)),
    };
    let item = pointed(reader, item);
    (1..=ITEM).contains(&item.len()).then(|| vec![item])
}

/// 建好支部、班组、责任区三级阵地: the verb of their sum is none of the first.
fn unled(reader: &Reader<'_>, items: &mut [Span<View>]) {
    let lead = |item: &Span<View>| {
        let verb = edge::led(reader, item.start);
        if verb < item.len() { verb } else { 0 }
    };
    let [first, others @ ..] = items else { return };
    if others.iter().all(|item| lead(item) == 0) {
        first.start += lead(first);
    }
}

/// 突出质量这个核心, 安全生产这条主线: what 这 points back to, without the verb.
fn pointed(reader: &Reader<'_>, item: Span<View>) -> Span<View> {
    let view = reader.view;
    let this = (item.start + 2..item.end).rev().find(|at| view.char(*at) == '这');
    let Some(this) = this.filter(|at| item.end - at <= THIS) else { return item };
    Span::new((item.start + edge::led(reader, item.start)).min(this), this)
}
