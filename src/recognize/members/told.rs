//! Members that are told one by one, each with its rank: 第一关，…；第二关，…; 一是…，二是…; 头一道是…，还有一道是…; 一盼…，二盼….

use super::groups::BREAK;
use super::headings::{self, Style};
use super::list::ITEM;
use super::{Expansion, Mention};
use crate::gather::Put as _;
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Shape, Slot};
use crate::recognize::slogan::structure::OPEN;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far behind the formula the first rank may stand.
const FIRST: u32 = 40;
/// How far, where it says nothing of what is counted: 一是.
const NEAR: u32 = 10;
/// How far a rank may stand behind the one before it.
const NEXT: u32 = 80;
/// How far, where it opens a paragraph.
const FAR: u32 = 1200;
/// How far into its clause.
const LEAD: u32 = 3;
/// Longest step with its rank: 二审核.
const STEP: u32 = 4;
/// Longest time by which something is to be done.
const TIME: u32 = 10;
/// 一
const ONE: u16 = 0x4E00;
/// Longest member.
const LONGEST: u32 = ITEM + 6;

/// What is said behind every rank, number or word of order, where there are as many as the formula counts.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    ranked(mention)
        .or_else(|| numbered(mention))
        .or_else(|| ordered(mention))
        .or_else(|| counted_before(mention))
        .or_else(|| ranked_before(mention))
}

/// 一看人品，二看家风，三看口碑。…这“三看”: the ranks before their name.
fn ranked_before(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return None };
    let this = view.follows(mention.outer.start, '这');
    if slot.count < 3 || slot.head.len() != 1 || !this {
        return None;
    }
    let (start, head) = (mention.outer.start, view.at(slot.head.start));
    let low = start.saturating_sub(FAR);
    let first = |two: &[u16]| matches!(two, [ONE, other] if *other == head);
    let at = low + view.slice(Span::new(low, start + 1)).windows(2).rposition(first)? as u32;
    let items = ranked(&Mention { outer: Span::new(at, at), ..*mention })?;
    items.items.iter().all(|item| item.end <= start).then_some(items)
}

/// 垫着三块砖：一块是…。文件里称作“绿色三砖”: where the things are counted before their name.
fn counted_before(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return None };
    if slot.classifier >= slot.head.len() {
        return None;
    }
    let start = mention.outer.start;
    let last = view.before(slot.head.end);
    let counts = |at: u32| {
        let may_count = formula::may_start(view.unit(at));
        let number = may_count.then(|| formula::numeral(view, at)).flatten();
        number.filter(|found| found.0 == slot.count)
    };
    let thing = |at: u32| (at + 1..at + LEAD).find(|at| view.at(*at) == last);
    let named = |at: u32| {
        let classifier = at + counts(at)?.1;
        Some((at, Span::new(classifier, thing(classifier)? + 1)))
    };
    let low = start.saturating_sub(NEXT * slot.count.min(9));
    // Mostly what is counted is not said at all before.
    let said = view.slice(Span::new(low, start)).contains(&last);
    let low = if said { low } else { low.max(start.saturating_sub(2 * LEAD)) };
    let (at, head) = (low..start).find_map(named)?;
    let shape = Shape { slots: vec![Slot { head, classifier: 1, ..slot }], ..*mention.shape };
    ranked(&Mention { outer: Span::new(at, head.end), shape: &shape, ..*mention })
}

/// ：（1）会议减少；（2）报表减少；…: what stands behind the numbers that follow the colon.
fn numbered(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let total = mention.shape.total();
    let (mut at, mut reach, mut items) = (mention.outer.end, NEAR, Vec::new());
    for rank in 1..=total + 1 {
        let number = |mark: u32| {
            let (style, number, start) = headings::enumerator(view, mark + 1);
            // 1.水费, but 1.5元水费
            let bullet = chars::BULLET.at(view, mark + 1);
            let start = start + u32::from(bullet);
            let counts = match style {
                _ if bullet => view.class(mark).any(CharClass::LINE_BREAK),
                Style::Bracketed => number == rank,
                Style::Digit => number == rank && !view.class(start).is(CharClass::DIGIT),
                _ => false,
            };
            let led = rank > 1 || view.holds(Span::new(at, mark + 1), ':');
            // “三定”。⏎出差要带：⏎· 身份证 is a list of its own.
            let own = !bullet || rank > 1 || view.find(at, mark - 1, BREAK).is_none();
            let led = led && own;
            (counts && led).then_some(start)
        };
        let mut marks = mention.reader.page.marks_in(Span::new(at, at + reach));
        let Some(start) = marks.find_map(number) else { break };
        let start = view.run(start, start + NEAR, CharClass::SPACE);
        let end = clause_end(view, start);
        if end - start >= LONGEST {
            return None;
        }
        items.put(Span::new(start, end));
        (at, reach) = (end, NEXT);
    }
    (total > 1 && items.len() == total as usize).then(|| Expansion::complete(items))
}

/// 先是查班子。…接着查账目。…最后查作风。…: what stands behind the words that put it in order.
fn ordered(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, page, cues, .. } = *mention.reader;
    let [slot] = mention.shape.slots[..] else { return None };
    let end = mention.outer.end;
    let mut items = Vec::new();
    for mark in page.marks_in(Span::new(end, end + NEXT * slot.count)) {
        if view.class(mark).any(CharClass::LINE_BREAK) || items.is_empty() && mark > end + FIRST {
            break;
        }
        let start = mark + 1;
        let Some(length) = cues.starting(view, start, Roles::MORE) else { continue };
        let (opening, closing) = (view.at(start), view.at(start + length - 1));
        let first = chars::FIRST_OF.hold(opening) || chars::ORDER.hold(opening);
        let last = chars::LAST_OF.hold(opening) || chars::RANK.hold(opening);
        let fits = match items.len() as u32 + 1 {
            1 => first,
            place if place == slot.count => last,
            _ => chars::IN_ORDER.hold(closing) && !last,
        };
        if !fits {
            continue;
        }
        let said = start + length;
        let said = said + is(view, said);
        items.put(Span::new(said, clause_end(view, said)));
        if last {
            break;
        }
    }
    let whole = items.iter().all(|item: &Span<View>| !item.is_empty() && item.len() < LONGEST);
    (slot.count > 2 && items.len() == slot.count as usize && whole)
        .then(|| Expansion::complete(items))
}

/// Where the clause at `start` ends, or the text, or what may be a member.
fn clause_end(view: ViewText<'_>, start: u32) -> u32 {
    let far = (start + LONGEST).min(view.len().max(start));
    view.until(start, far, CharClass::CLAUSE_END)
}

/// What is said behind every rank.
fn ranked(mention: &Mention<'_>) -> Option<Expansion> {
    let Mention { reader, shape, .. } = *mention;
    let view = reader.view;
    let [slot] = shape.slots[..] else { return None };
    let (mut at, mut reach, mut items) = (mention.outer.end, FIRST, Vec::new());
    let lines = &reader.page.lines;
    let said = |at: u32, reach: u32, rank: u32| {
        // 实在不行才走第四步，判。
        let begins = |at: &u32| {
            view.class(at.wrapping_sub(1)).any(CharClass::CLAUSE_END.or(CharClass::CLOSE))
                || rank > 1 && view.char(*at) == '第'
        };
        let near = (at..(at + reach).min(view.len())).filter(begins);
        // 第二张网，…: each may open a paragraph of its own.
        let below = lines.get(lines.partition_point(|line| line.start < at)..).unwrap_or(&[]);
        let below = below.iter().map(|line| line.start).take_while(|start| *start < at + FAR);
        let below = below.filter(|_| rank > 1);
        near.chain(below).find_map(|at| said(mention, at, rank))
    };
    for rank in 1..=slot.count {
        let start = said(at, reach, rank)?;
        let ends = |at: &u32| *at >= view.len() || view.class(*at).any(CharClass::CLAUSE_END);
        let end = (start..start + LONGEST).find(ends).filter(|end| *end > start)?;
        // 第二步，到2030年，产量翻一番
        let time = chars::TO.at(view, start) && end - start < TIME;
        let end = if time { clause_end(view, end + 1) } else { end };
        let quote = reader.page.quote_at(start).map(|quote| quote.inner);
        let quoted = |item: &Span<View>| view.at(item.start - 1) == OPEN;
        let again = !items.is_empty() && items.iter().all(quoted);
        let quote = quote.filter(|inner| inner.end + 1 == end || again);
        items.put(quote.unwrap_or(Span::new(start, end)));
        (at, reach) = (end, NEXT);
    }
    // 两个疑问，一是…，二是…，三是…
    let more = said(at, NEXT, slot.count + 1).is_some();
    (items.len() > 1 && !more).then(|| Expansion::complete(items))
}

/// Where that begins which is said of the one of this rank, if the clause at `at` tells it.
fn said(mention: &Mention<'_>, at: u32, rank: u32) -> Option<u32> {
    let Mention { reader, shape, .. } = *mention;
    let view = reader.view;
    let [slot] = shape.slots[..] else { return None };
    let numeral = |at: u32| Some((at, formula::numeral(view, at)?));
    let (place, (number, length)) = (at..at + LEAD).find_map(numeral)?;
    let (bare, lead) = (place == at, view.at(place - 1));
    let ordinal = !bare && chars::ORDINAL.hold(lead);
    let ranked = number == rank && (bare || ordinal);
    let (first, last) = (rank == 1, rank == slot.count);
    let near = at <= mention.outer.end + NEAR;
    let ends = first && chars::FIRST_OF.hold(lead) || last && chars::LAST_OF.hold(lead);
    let again = number == 1 && (bare || ends || chars::ANOTHER.hold(lead));
    let counted = place + length;
    let own = |from: u32| {
        let both = (from..slot.head.end).zip(counted..);
        both.take_while(|(a, b)| view.at(*a) == view.at(*b)).count() as u32
    };
    // 第一课堂 of 三个课堂
    let own = own(slot.head.start).max(own(slot.head.start + slot.classifier));
    // 第一关 of 三级把关
    let word = reader.cues.starting(view, counted, Roles::CLASSIFIER.or(Roles::PLAIN_CLASSIFIER));
    let start = counted + if own > 0 || bare { own } else { word.unwrap_or(0) };
    let is = is(view, start);
    let mark = view.class(start).any(CharClass::CLAUSE_END);
    let piece = view.char(slot.head.start) == '个';
    let steps = |at: u32| view.char(slot.head.start) == '步' && !chars::POINT.at(view, at);
    let near_steps = || {
        (!first || at <= mention.outer.end + 1)
            && steps(counted)
            && clause_end(view, at) - at < STEP
    };
    match () {
        () if ranked && ordinal && is > 0 => Some(start + is),
        () if ranked && ordinal && (mark || own > 0 && !piece) => {
            // 第一张网，是安全网
            let said = start + u32::from(mark);
            Some(said + u32::from(mark && view.char(said) == '是'))
        }
        () if ranked && bare && own == 0 && is > 0 && (!first || near) => Some(start + is),
        // “三步走”，一填，二审，三领
        () if ranked && bare && own + is == 0 && near_steps() && !mark => Some(counted),
        // 一盼路通: the numeral alone is none of it.
        () if ranked && bare && own == 1 && !mark && is == 0 && slot.classifier == 0 => {
            Some(counted)
        }
        () if (again || ranked && bare) && own > 0 && is > 0 => Some(start + is),
        () => None,
    }
}

/// How long 是 is at `at`, or 为, 则是, 才是.
fn is(view: ViewText<'_>, at: u32) -> u32 {
    match (chars::SAYS.at(view, at), view.char(at + 1)) {
        (true, _) => 1,
        (false, '是') if view.class(at).is(CharClass::HAN) => 2,
        _ => 0,
    }
}
