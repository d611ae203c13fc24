//! The lists of formulas with several numerals, in this sentence or the next one: 三清三建 ↔ 清人员、清账目、清积案；再建班子、建制度、建队伍.
//!
//! Nothing ties such a list to the formula but its words, so every item has to hold the head of its numeral, and there have to be
//! exactly as many as all numerals say.

use super::heads::{closing, opening};
use super::{Expansion, Mention, anchored, edge, list, trim};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{Slot, Sort};
use crate::recognize::slogan::{Reader, frame};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far before its list what is counted may stand.
const LEAD: u32 = 8;
/// How far behind the formula the list may end.
pub(super) const REACH: u32 = 120;
/// What ties the phrases of a series of clauses.
const CLAUSES: &str = "、，,;";
/// What ties the phrases of a list: one of the closer kind goes first.
const SERIES: [&str; 2] = ["、", CLAUSES];

/// “三重一大”, …凡重大决策、重要任免、重大项目、大额开支: as many items as all numerals say, each with the head it belongs to.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [_, _, ..] = mention.shape.slots[..] else { return None };
    if mention.shape.sort == Sort::Sum {
        return addends(mention, &earlier(mention, 0))
            .or_else(|| addends(mention, &pieces(mention, false)));
    }
    let total = mention.shape.total() as usize;
    if total < 3 {
        return None;
    }
    let paired = mention.shape.slots.first().map_or(0, |slot| slot.count as usize);
    let found = |pieces: &[Span<View>], marks: &str| {
        let tied = |a: &Span<View>, _: &Span<View>| marks.chars().any(|c| c == view.char(a.end));
        let long = |run: &&[Span<View>]| run.len() + 1 >= total || run.len() >= paired.max(2);
        pieces.chunk_by(tied).filter(long).find_map(|run| {
            // 重大决策、重要任免、重大项目和大额开支
            let mut parted = run.to_vec();
            list::split_last(view, &mut parted);
            let whole = run.windows(total).chain(run.windows(paired.max(2)));
            let whole = whole.chain(parted.windows(total).filter(|_| parted.len() > run.len()));
            whole.into_iter().find_map(|items| grouped(mention, items, total))
        })
    };
    let pieces = pieces(mention, true);
    let behind = SERIES.into_iter().find_map(|marks| found(&pieces, marks));
    let before = || found(&earlier(mention, u32::from(total > 3)), CLAUSES);
    behind.or_else(before).or_else(|| addends(mention, &pieces))
}

/// 建强内科、外科、儿科三个专科，布局康复、老年、疼痛，形成“3+3”: a list of its own length for every addend, one behind the other. For 三清三建, each
/// with what its numeral counts: 清人员、清账目、清积案；再建班子、建制度、建队伍.
fn addends(mention: &Mention<'_>, pieces: &[Span<View>]) -> Option<Expansion> {
    let Mention { reader, shape, .. } = *mention;
    let own = |run: &[Span<View>], slot: &Slot| {
        let mut items = run.to_vec();
        let wanted = slot.count as usize;
        list::split_last(reader.view, &mut items);
        if items.len() != wanted {
            return None;
        }
        let head = slot.counted();
        if !head.is_empty() {
            let head = reader.view.slice(head);
            let closing = || closing(mention, items.clone(), head);
            let told = || governed(mention, items.clone(), head);
            let led = || led(mention, items.clone(), head);
            return opening(mention, items.clone(), head)
                .or_else(closing)
                .or_else(told)
                .or_else(led);
        }
        list::summed(reader, &mut items, wanted);
        edge::last(reader, &mut items);
        edge::first(mention, &mut items)?;
        items.iter().all(|item| item.len() <= list::ITEM).then_some(items)
    };
    let tied = |a: &Span<View>, _: &Span<View>| reader.view.char(a.end) == '、';
    // 欠账率和纠纷数要降
    let joint = |at: u32| chars::AND.at(reader.view, at);
    let pairs = shape.slots.iter().all(|slot| slot.count == 2);
    let several = |run: &&[Span<View>]| {
        run.len() > 1 || pairs && run.iter().any(|one| (one.start + 1..one.end).any(joint))
    };
    let runs: Vec<_> = pieces.chunk_by(tied).filter(several).gather();
    let each = |runs: &[&[Span<View>]]| {
        let lists = runs.iter().zip(&shape.slots);
        lists.map(|(run, slot)| own(run, slot)).collect::<Option<Vec<_>>>()
    };
    let mut places = runs.windows(shape.slots.len());
    let lists = if shape.open { None } else { places.find_map(each) };
    lists.map(|lists| Expansion::complete(lists.concat()))
}

/// 三个键好记，启动、暂停、急停 for 三键: what is counted stands before the list.
fn led(mention: &Mention<'_>, mut items: Vec<Span<View>>, head: &[u16]) -> Option<Vec<Span<View>>> {
    let from = items.first()?.start.saturating_sub(LEAD);
    edge::last(mention.reader, &mut items);
    edge::first(mention, &mut items)?;
    let before = mention.reader.view.slice(Span::new(from, items.first()?.start));
    let told = before.windows(head.len()).any(|words| words == head);
    (told && items.iter().all(|item| item.len() <= list::ITEM)).then_some(items)
}

/// 专家库有一百多人，线索库汇集疑点，监管平台把关 for 两库一平台: of clauses only the things that they speak of.
fn subjects(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    for (slot, group) in mention.shape.shares(items) {
        let head = view.slice(slot.head);
        // 小病不出村 and 病人优先就诊 are whole.
        let whole = head.len() < 2
            || chars::NEGATION.at(view, slot.head.start)
            || mention.reader.cues.exact(view, slot.head).any(Roles::STATE);
        let clauses = group.first().is_some_and(|first| view.char(first.end) != '、');
        // ，接受职工监督 for 一监督 is whole.
        let clauses = clauses
            && !matches!(group, [one] if head.len() > 1 && view.closes(*one, head) && view.follows(one.start, '，'));
        for item in group.iter_mut().filter(|_| clauses) {
            // 最后通报派出所
            let more = mention.reader.cues.starting(view, item.start, Roles::MORE).unwrap_or(0);
            let words = view.slice(Span::new((item.start + more).min(item.end), item.end));
            let own = words.starts_with(head) || words.ends_with(head);
            if let Some(thing) = anchored::closing(mention.reader, *item, slot.head) {
                *item = thing;
            } else if let Some(at) = view.place(*item, head).filter(|at| *at > 1 && !own && !whole)
            {
                item.end = item.start + at + head.len() as u32;
            }
        }
    }
}

/// 住院量、门诊量和满意度升了 for 三升三降: what is counted is said behind the last item, of all of them.
fn governed(
    mention: &Mention<'_>,
    mut items: Vec<Span<View>>,
    head: &[u16],
) -> Option<Vec<Span<View>>> {
    let Reader { view, cues, .. } = *mention.reader;
    let (last, others) = items.split_last_mut()?;
    // 群众评议、党员互评、组织点评: each says it.
    let says = |item: &Span<View>| view.place(*item, head).is_some();
    if others.iter().any(says) {
        let each = mention.shape.slots.len() > 1
            && items.iter().all(|item| item.len() <= list::ITEM && says(item));
        return each.then_some(items);
    }
    let done = last.end - u32::from(view.follows(last.end, '了'));
    let said = view.closes(Span::new(last.start, done), head);
    last.end = (done - head.len() as u32).max(last.start + 1);
    let adverb = cues.of(view.at(last.end - 1)).any(Roles::BEFORE_PHRASE);
    last.end -= u32::from(adverb || view.follows(last.end, '全'));
    // 产值、出口额、企业数量实现翻番
    let verb = cues.ending(view, last.end, Roles::LEAD).filter(|length| *length > 1);
    last.end -= verb.filter(|length| length + 1 < last.len()).unwrap_or(0);
    let whole = items.iter().all(|item| item.len() > 1 && item.len() <= list::ITEM);
    edge::first(mention, &mut items)?;
    (said && whole && mention.shape.slots.len() > 1).then_some(items)
}

/// `items`, where each holds its own head or all of them.
fn grouped(mention: &Mention<'_>, items: &[Span<View>], total: usize) -> Option<Expansion> {
    let view = mention.reader.view;
    let paired = mention.counts_pairs(items);
    if items.len() != total && !paired {
        return None;
    }
    let mut items = by_numeral(mention, items).unwrap_or_else(|| items.to_vec());
    subjects(mention, &mut items);
    // 班组有目标、有台账，无事故、无违章: each numeral's items open with a word of their own.
    if !trim::groups(mention, &mut items) {
        // 党员编入网格，定岗位、定职责、定承诺: what one numeral counts says nothing of the words before another's.
        let share = mention.shape.slots.first().map_or(0, |slot| slot.count as usize);
        match items.get_mut(..share)? {
            // ——集中轮训打基础，…
            [one] if edge::opens(view, one.start.wrapping_sub(1)) => {}
            [one] => one.start += edge::verb(mention.reader, *one),
            own => edge::first(mention, own)?,
        }
    }
    let trails = list::trails_off(&items);
    // 市场监管所 closes with what is counted.
    let edge = || {
        let [.., before, last] = &items[..] else { return None };
        let (words, head) = (view.slice(*last), view.slice(mention.shape.slots.last()?.head));
        // 公开计量、公开投诉电话
        let near = last.len() <= before.len() + 2;
        Some(words.ends_with(head) || near && words.starts_with(head))
    };
    if !edge().unwrap_or(false) {
        edge::last(mention.reader, &mut items);
    }
    let han = items.iter().all(|item| frame::is_han(mention.reader.view, *item));
    (han && !trails && (paired || mention.heads_in(&items))).then(|| Expansion::complete(items))
}

/// 浇水多、施肥少，翻土多、锄草少 for 两多两少, 访老人，问冷暖；访新居民，问难处 for 两访两问: where the heads take turns, the items of the first numeral and then those of the second.
fn by_numeral(mention: &Mention<'_>, items: &[Span<View>]) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let [one, other] = mention.shape.slots[..] else { return None };
    let edge = |item: &Span<View>, head: Span<View>| {
        let (words, head) = (view.slice(*item), view.slice(head));
        words.ends_with(head) || words.starts_with(head)
    };
    let turns =
        |pair: &[Span<View>]| matches!(pair, [a, b] if edge(a, one.head) && edge(b, other.head));
    let every = |first: usize| items.iter().skip(first).step_by(2).copied();
    let good = one.count == other.count && items.chunks(2).all(turns);
    good.then(|| every(0).chain(every(1)).gather())
}

/// The phrases behind the mention, as far as they may belong to it.
fn pieces(mention: &Mention<'_>, far: bool) -> Vec<Span<View>> {
    let Reader { view, page, .. } = *mention.reader;
    let from = mention.outer.end;
    let heading = page
        .lines
        .get(page.lines.partition_point(|line| line.end < from))
        .is_some_and(|line| line.len() <= 30);
    let mut sentences = u32::from(far) + u32::from(heading);
    let next = page.marks.partition_point(|mark| *mark < from);
    let mut pieces = Vec::new();
    let (mut start, mut inside) = (from, from);
    for mark in page.marks.get(next..).unwrap_or(&[]).iter().copied().chain([view.len()]) {
        if start > from + REACH {
            break;
        }
        if mark < inside {
            continue;
        }
        // 村“两委”商议
        let quote = page.quote_at(mark).filter(|_| mark > start);
        if let Some(quote) = quote.filter(|quote| list::is_word(mention.reader, quote)) {
            inside = quote.inner.end + 1;
            continue;
        }
        // 问来由，问诉求，问证据，这是三问；…: what sums them up is none of them.
        if !view.starts_with(start, "这是") {
            pieces.put(Span::new(start, mark));
        }
        // 推行“三会”制度以来，会议少了: what came of it.
        let after = chars::SINCE_THEN.at(view, mark.wrapping_sub(1));
        if start == from && after && !view.ends_with(mark, "起来") {
            return Vec::new();
        }
        // 这套办法并不复杂：…: the next paragraph speaks of it.
        let line = view.class(mark).any(CharClass::LINE_BREAK);
        if line && !heading && !speaks_of_it(view, mark) {
            break;
        }
        if view.class(mark).any(CharClass::SENTENCE_END) && start < mark {
            if sentences == 0 {
                break;
            }
            sentences -= 1;
        }
        start = mark + 1;
    }
    pieces
}

/// Whether the line behind the break at `mark` begins with 这.
fn speaks_of_it(view: ViewText<'_>, mark: u32) -> bool {
    view.char(view.run(mark, view.len(), CharClass::LINE_BREAK)) == '这'
}

/// The phrases of this sentence and so many before it, up to the mention: 政治建关、改革强关、科技兴关，是大家始终不渝的“三关”目标.
pub(super) fn earlier(mention: &Mention<'_>, mut sentences: u32) -> Vec<Span<View>> {
    let Reader { view, page, .. } = *mention.reader;
    let until = page.marks.partition_point(|mark| *mark < mention.outer.start);
    let marks = page.marks.get(..until).unwrap_or(&[]).iter().rev();
    let ends =
        |mark: &u32| view.class(*mark).any(CharClass::SENTENCE_END.or(CharClass::LINE_BREAK));
    let mut end = mention.outer.start - u32::from(view.follows(mention.outer.start, '的'));
    let mut pieces = Vec::new();
    let mut inside = end;
    for mark in marks.map(|mark| Some(*mark)).chain([None]) {
        if mark.is_some_and(|mark| mark >= inside) {
            continue;
        }
        let quote = mark.and_then(|mark| page.quote_closing_at(mark));
        if let Some(quote) = quote.filter(|quote| list::is_word(mention.reader, quote)) {
            inside = quote.outer().start;
            continue;
        }
        pieces.put(Span::new(mark.map_or(0, |mark| mark + 1), end));
        let over = |mark: &u32| mark + REACH < mention.outer.start;
        if mark.is_none_or(|mark| over(&mark) || ends(&mark) && sentences == 0) {
            break;
        }
        sentences -= u32::from(mark.is_some_and(|mark| ends(&mark)));
        end = mark.unwrap_or(0);
    }
    pieces.reverse();
    pieces
}
