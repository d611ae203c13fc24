//! Where the items begin and end that say what the formula counts: they open with it, or close with it.

use super::{Mention, edge, list, opens_clause};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::Slot;
use crate::recognize::slogan::structure::CLOSE;
use crate::span::{Span, View};
use crate::text::CharClass;

/// Longest clause that opens with a word of what is counted.
const LONGEST: u32 = 40;

/// The items without the words before the first and behind the last, where the words that the formula counts, or one
/// character of them, say where these are.
pub(super) fn cut(mention: &Mention<'_>, items: &[Span<View>]) -> Option<Vec<Span<View>>> {
    let [slot] = mention.shape.slots[..] else { return None };
    let whole = mention.reader.view.slice(counted(mention, &slot));
    let edges = [whole.get(..1), whole.len().checked_sub(1).and_then(|at| whole.get(at..))];
    let edges = edges.into_iter().flatten().filter(|_| whole.len() > 1);
    // All but the first or the last have it.
    let has = |head: &&[u16]| {
        let others = items.iter().filter(|item| mention.reader.view.place(**item, head).is_none());
        others.take(2).count() < 2
    };
    std::iter::once(whole).chain(edges).filter(|head| !head.is_empty() && has(head)).find_map(
        |head| {
            closing(mention, items.to_vec(), head)
                .or_else(|| opening(mention, items.to_vec(), head))
                .or_else(|| inside(mention, items.to_vec(), head))
        },
    )
}

/// What the formula counts, with its classifier where that says what it is: 三色管理, but not 三项制度.
pub(super) fn counted(mention: &Mention<'_>, slot: &Slot) -> Span<View> {
    let Reader { view, cues, .. } = *mention.reader;
    let classifier = Span::new(slot.head.start, slot.head.start + slot.classifier);
    let tells = classifier.len() == 1 && !cues.exact(view, classifier).any(Roles::PLAIN_CLASSIFIER);
    if tells && slot.count > 2 { slot.head } else { slot.counted() }
}

/// 把人民调解、行政调解、司法调解拧到一处: where all others are of one length and have it in one place, the first and the last are so too.
fn inside(
    mention: &Mention<'_>,
    mut items: Vec<Span<View>>,
    head: &[u16],
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let [first, inner @ .., last] = items.as_mut_slice() else { return None };
    let length = inner.first()?.len();
    let clause = *first;
    first.start = first.start.max(first.end.saturating_sub(length));
    let cut = Span::new(last.start, last.end.min(last.start + length));
    // 初审看材料、复审看现场、终审由专家组看效益: the rest of its clause is its own, unless it closes as the others do.
    let whole = view.class(last.end).any(CharClass::CLAUSE_END);
    if whole && view.at(cut.end - 1) != view.at(inner.last()?.end - 1) {
        return None;
    }
    *last = cut;
    let place = |item: &Span<View>| view.place(*item, head);
    let at = place(first)?;
    let even =
        length > 2 && items.iter().all(|item| item.len() == length && place(item) == Some(at));
    // 局领导包片、科室包场: who does it, where nothing but his name opens the clause.
    let named = clause.len() == length + 1 && opens_clause(mention.reader, clause.start);
    if let Some(first) = items.first_mut().filter(|_| named) {
        *first = clause;
    }
    even.then_some(items)
}

/// 推进医保、医疗、医药协同: the words before the first item and behind the last are cut off.
pub(super) fn opening(
    mention: &Mention<'_>,
    mut items: Vec<Span<View>>,
    head: &[u16],
) -> Option<Vec<Span<View>>> {
    let Reader { view, cues, .. } = *mention.reader;
    let [first, rest @ ..] = items.as_mut_slice() else { return None };
    if !rest.iter().all(|item| view.opens(*item, head)) {
        return None;
    }
    let (last, inner) = rest.split_last_mut()?;
    let length = inner.first().map_or(last.len(), |item| item.len());
    let series = inner.iter().all(|item| view.char(item.end) == '、');
    let closed = view.at(last.end) == CLOSE;
    // 不举新债、不加税、不减现有福利: the first has a length of its own.
    let opens = |at: &u32| view.opens(Span::new(*at, first.end), head);
    let opened = (first.start..=first.start + 1).find(opens);
    let own = opened.is_some_and(|at| first.end - at != length);
    let even = !inner.is_empty() && inner.iter().all(|item| item.len() == length);
    let equal = series && !closed && even && !own;
    let cut = Span::new(last.start, last.start + length);
    // 会讲、会做、会做思想工作: cut so, it would be said twice.
    let twice = inner.iter().any(|item| view.slice(*item) == view.slice(cut));
    // 小书屋、小活动室建到工区: a verb of one character stands before 到.
    let whole_verb =
        |at: u32| cues.ending(view, at + 1, Roles::LEAD).is_some_and(|length| length > 1);
    let to = (cut.end + 2..cut.end + 4)
        .find(|at| chars::BROUGHT.at(view, *at))
        // 一体推进
        .filter(|at| !whole_verb(*at));
    // 落到促生产、促增收、促和谐上
    let upon = view.follows(last.end, '上');
    // 缺水、缺工、缺年轻人。
    let verb = cues.starting(view, cut.end, Roles::VERB.or(Roles::LEAD).or(Roles::TAIL));
    let whole = view.class(last.end).any(CharClass::CLAUSE_END)
        // 不使用不可逆物料
        && (length + 2..=length + 2 + u32::from(length > 4)).contains(&last.len())
        && verb.is_none();
    if equal && !whole && last.len() > length + u32::from(!upon) && !twice {
        last.end = to.map_or(cut.end, |at| at - 1);
    }
    let (least, most) = list::lengths(rest);
    // 一队一长、一户一档: the first begins with it, whatever follows.
    let clause = view.class(first.start.wrapping_sub(1)).any(CharClass::CLAUSE_END);
    let whole = (clause || first.len() <= most + 2) && view.opens(*first, head);
    // 推行一船一旗、一岗一诺、一月一评: what stands twice in all others stands twice in the first.
    let holds = |item: Span<View>, place: u32| {
        view.opens(Span::new((item.start + place).min(item.end), item.end), head)
    };
    let again = (1..least).find(|place| rest.iter().all(|item| holds(*item, *place)));
    let led = |at: &u32| {
        let item = Span::new(*at, first.end);
        let length = item.len();
        length + 2 >= least
            && length <= most + 2
            && holds(item, 0)
            && again.is_none_or(|place| holds(item, place))
    };
    let start = if whole { first.start } else { (first.start..first.end).rev().find(led)? };
    *first = Span::new(start, first.end);
    // 以新船型、新航线、新货种为核心
    if let Some(last) = rest.last_mut().filter(|_| view.follows(start, '以')) {
        let is = (last.start..last.end).find(|at| view.char(*at) == '为');
        last.end = is.unwrap_or(last.end);
    }
    let longest = if head.len() > 1 { LONGEST } else { list::ITEM };
    (most <= longest && !list::trails_off(&items)).then_some(items)
}

/// 围绕政治功能强、支部班子强、党员队伍强的目标.
pub(super) fn closing(
    mention: &Mention<'_>,
    mut items: Vec<Span<View>>,
    head: &[u16],
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let (last, rest) = items.split_last_mut()?;
    let pair = rest.len() == 1 && head.len() > 1;
    if rest.len() < 2 && !pair || !rest.iter().all(|item| view.closes(*item, head)) {
        return None;
    }
    // 党史军史、战例战史、旅史连史编成: as long as the others, where that closes so.
    let length = rest.last().map_or(0, |before| before.len()).max(1);
    let even = (last.start + length..last.end).chain(last.start + 1..=last.end);
    let whole = last.len() <= length + 1 && view.closes(*last, head);
    // 家里出了大事的也要谈一谈
    // 最后由质检员专检
    let Reader { cues, .. } = *mention.reader;
    let more = || {
        cues.starting(view, last.start, Roles::MORE).is_some()
            && view.class(last.end).any(CharClass::CLAUSE_END)
    };
    let whole = whole || (edge::is_clause(view, *last) || more()) && view.closes(*last, head);
    let even = even.filter(|at| !whole || *at == last.end);
    let end = even.into_iter().find(|at| view.closes(Span::new(last.start, *at), head))?;
    *last = Span::new(last.start, end);
    if pair {
        rest.copy_from_slice(&[pair_cut(mention.reader, *rest.first()?, *last)?]);
    } else {
        edge::first(mention, &mut items).or_else(|| edge::even(mention, &mut items))?;
    }
    items.iter().all(|item| item.len() <= list::ITEM).then_some(items)
}

/// 要求党员到班组报到、到村组报到: of two, the first begins as the second does, or is no longer.
fn pair_cut(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> Option<Span<View>> {
    let view = reader.view;
    // ：党建与生产相融合，支部与车间相融合
    if edge::opens(view, first.start.wrapping_sub(1)) && first.len() <= second.len() + 2 {
        return Some(first);
    }
    let near = |at: &u32| (first.end - at).abs_diff(second.len()) <= 2;
    let alike = |at: &u32| view.at(*at) == view.at(second.start) && near(at);
    match (first.start..first.end).rev().find(alike) {
        Some(start) => Some(Span::new(start, first.end)),
        None => {
            // 选拔种植带头人、加工带头人; 设生产组长、安全组长: the verb.
            let longer = first.len().saturating_sub(second.len());
            let led = longer == 2 || edge::led(reader, first.start) == longer;
            let (least, most) = (second.len().saturating_sub(3).max(3), second.len() + 1);
            let cut = || edge::lead_cut(reader, first, least, most);
            let start = if led { first.start + longer } else { cut().unwrap_or(first.start) };
            let first = Span::new(start, first.end);
            (first.len() <= second.len()).then_some(first)
        }
    }
}
