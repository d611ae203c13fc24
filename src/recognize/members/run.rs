//! Neighbouring phrases that hold what the formula counts, and where they begin and end.

use super::sentence::{CLAUSE, REACH};
use super::{Mention, edge, list};
use crate::gather::Gather as _;
use crate::recognize::chars;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::structure::{CLOSE, OPEN};
use crate::recognize::slogan::{Reader, frame};
use crate::span::{Span, View};
use crate::text::CharClass;

/// Longest clause that says who does what to whom.
const DOER: u32 = 10;
/// How much longer than the shortest the longest clause may be.
const SPREAD: u32 = 5;

/// Of neighbouring phrases, tied by `marks`, that hold `head`, the first as many as the formula says that `take` takes.
pub(super) fn run_of(
    mention: &Mention<'_>,
    pieces: &[Span<View>],
    head: &[u16],
    marks: &str,
    take: &dyn Fn(Vec<Span<View>>) -> Option<Vec<Span<View>>>,
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let wanted = mention.shape.total() as usize;
    let holds = |piece: &Span<View>| view.slice(*piece).windows(head.len()).any(|w| w == head);
    let joint = |at: u32| chars::AND.at(view, at);
    let mark =
        |piece: &Span<View>| joint(piece.end) || marks.chars().any(|c| c == view.char(piece.end));
    let tied = |a: &Span<View>, b: &Span<View>| mark(a) && holds(a) && holds(b);
    let found = |pieces: &[Span<View>]| {
        let opens = |piece: &Span<View>| view.slice(*piece).starts_with(head);
        let runs = pieces.chunk_by(tied).map(|run| match run.split_at_checked(wanted) {
            // 比技能，比服务，食堂也成了比武场: the first ones begin with it.
            Some((first, [next, ..])) if first.iter().all(opens) && !opens(next) => first,
            _ => run,
        });
        let mut whole = runs.filter(|run| run.len() == wanted && run.iter().all(holds));
        whole.find_map(|run| take(run.to_vec()))
    };
    // 党员大会、支委会和小组会: what is counted stands on either side.
    let parted = |piece: &Span<View>| {
        let halves = |at| [Span::new(piece.start, at), Span::new(at + 1, piece.end)];
        let near = piece.end.min(piece.start + REACH);
        let mut joints = (piece.start + 1..near).filter(|at| joint(*at)).map(halves);
        let both = joints.find(|halves| halves.iter().all(holds));
        both.map_or_else(|| vec![*piece], Vec::from)
    };
    let holding = pieces.iter().filter(|piece| holds(piece)).count();
    let whole = if holding < wanted { None } else { found(pieces) };
    whole.or_else(|| {
        let near = holding + 1 >= wanted && holding > 0;
        near.then(|| found(&pieces.iter().flat_map(parted).gather()))?
    })
}

/// The items with sure edges: they open with `head`, close with it, or are clauses around it.
pub(super) fn edges(
    mention: &Mention<'_>,
    items: Vec<Span<View>>,
    head: &[u16],
) -> Option<Vec<Span<View>>> {
    let items = opening(mention, items.clone(), head)
        .or_else(|| closing(mention, items.clone(), head))
        .or_else(|| inside(mention, items.clone(), head))
        .or_else(|| second(mention, items.clone(), head))
        .or_else(|| clauses(mention, items, head))?;
    // 聚焦“甲”“乙”: what ends before a quotation ends too early.
    let cut = |item: &Span<View>| mention.reader.page.quote_at(item.end).is_some();
    if items.iter().any(cut) {
        return None;
    }
    let mark =
        |unit: &u16| matches!(*unit, OPEN | CLOSE) || CharClass::of(*unit).is(CharClass::HAN);
    let han = items.iter().all(|item| mention.reader.view.slice(*item).iter().all(mark));
    let more = items.iter().all(|item| item.len() > head.len() as u32);
    (han && more && !items.iter().any(|item| mention.is_formula(*item))).then_some(items)
}

/// 推进医保、医疗、医药协同: the words before the first item and behind the last are cut off.
pub(super) fn opening(
    mention: &Mention<'_>,
    mut items: Vec<Span<View>>,
    head: &[u16],
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let [first, rest @ ..] = items.as_mut_slice() else { return None };
    if !rest.iter().all(|item| view.slice(*item).starts_with(head)) {
        return None;
    }
    let (last, inner) = rest.split_last_mut()?;
    let length = inner.first().map_or(last.len(), |item| item.len());
    let series = inner.iter().all(|item| view.char(item.end) == '、');
    let closed = view.at(last.end) == CLOSE;
    // 不举新债、不加税、不减现有福利: the first has a length of its own.
    let opens = |at: &u32| view.slice(Span::new(*at, first.end)).starts_with(head);
    let opened = (first.start..=first.start + 1).find(opens);
    let own = opened.is_some_and(|at| first.end - at != length);
    let even = !inner.is_empty() && inner.iter().all(|item| item.len() == length);
    let equal = series && !closed && even && !own;
    let cut = Span::new(last.start, last.start + length);
    // 会讲、会做、会做思想工作: cut so, it would be said twice.
    let twice = inner.iter().any(|item| view.slice(*item) == view.slice(cut));
    // 小书屋、小活动室建到工区: a verb of one character stands before 到.
    let to = (cut.end + 2..cut.end + 4).find(|at| chars::BROUGHT.at(view, *at));
    // 落到促生产、促增收、促和谐上
    let upon = view.follows(last.end, '上');
    if equal && last.len() > length + u32::from(!upon) && !twice {
        last.end = to.map_or(cut.end, |at| at - 1);
    }
    let most = rest.iter().map(|item| item.len()).max()?;
    let least = rest.iter().map(|item| item.len()).min()?;
    // 一队一长、一户一档: the first begins with it, whatever follows.
    let whole = first.len() <= most + 2 && view.slice(*first).starts_with(head);
    let led = |at: &u32| {
        let length = first.end - at;
        length + 2 >= least
            && length <= most + 2
            && view.slice(Span::new(*at, first.end)).starts_with(head)
    };
    let start = if whole { first.start } else { (first.start..first.end).rev().find(led)? };
    *first = Span::new(start, first.end);
    (most <= list::ITEM && !list::trails_off(&items)).then_some(items)
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
    if rest.len() < 2 && !pair || !rest.iter().all(|item| view.slice(*item).ends_with(head)) {
        return None;
    }
    // 党史军史、战例战史、旅史连史编成: as long as the others, where that closes so.
    let length = rest.last().map_or(0, |before| before.len()).max(1);
    let even = (last.start + length..last.end).chain(last.start + 1..=last.end);
    let end = even.into_iter().find(|at| view.slice(Span::new(last.start, *at)).ends_with(head))?;
    *last = Span::new(last.start, end);
    if pair {
        rest.copy_from_slice(&[pair_cut(mention.reader, *rest.first()?, *last)?]);
    } else {
        edge::first(mention, &mut items)?;
    }
    items.iter().all(|item| item.len() <= list::ITEM).then_some(items)
}

/// 要求党员到班组报到、到村组报到: of two, the first begins as the second does, or is no longer.
fn pair_cut(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> Option<Span<View>> {
    let Reader { view, cues, .. } = *reader;
    // ：党建与生产相融合，支部与车间相融合
    if edge::opens(view, first.start.wrapping_sub(1)) && first.len() <= second.len() + 2 {
        return Some(first);
    }
    let near = |at: &u32| (first.end - at).abs_diff(second.len()) <= 2;
    let alike = |at: &u32| view.at(*at) == view.at(second.start) && near(at);
    match (first.start..first.end).rev().find(alike) {
        Some(start) => Some(Span::new(start, first.end)),
        // 书记既是党建带头人、又是学术带头人
        None if chars::AGAIN.at(view, second.start) => {
            let both = (first.start..first.end).find(|at| view.char(*at) == '既')?;
            Some(Span::new(both, first.end))
        }
        None => {
            // 选拔种植带头人、加工带头人; 设生产组长、安全组长: the verb.
            let longer = first.len().saturating_sub(second.len());
            let verb = cues.starting(view, first.start, Roles::VERB.or(Roles::LEAD));
            let led = longer == 2 || verb.is_some_and(|found| found.0 == longer);
            let (least, most) = (second.len().saturating_sub(3).max(3), second.len() + 1);
            let cut = || edge::lead_cut(reader, first, least, most);
            let start = if led { first.start + longer } else { cut().unwrap_or(first.start) };
            let first = Span::new(start, first.end);
            (first.len() <= second.len()).then_some(first)
        }
    }
}

/// 引入“三调联动”，把人民调解、行政调解、司法调解…: items of one length with what is counted in the same place.
pub(super) fn inside(
    mention: &Mention<'_>,
    mut items: Vec<Span<View>>,
    head: &[u16],
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let [first, rest @ ..] = items.as_mut_slice() else { return None };
    let length = rest.first().filter(|second| second.len() >= 3)?.len();
    let place =
        |item: &Span<View>| view.slice(*item).windows(head.len()).position(|window| window == head);
    let (last, _) = rest.split_last_mut()?;
    // 上一堂警示课 at the end of its clause is whole.
    let whole = last.len() == length + 1 && view.class(last.end).any(CharClass::CLAUSE_END);
    if last.len() > length && !whole {
        last.end = last.start + length;
    }
    if first.len() > length + 1 {
        first.start = first.end - length;
    }
    let series = items.iter().skip(1).all(|item| view.char(item.start - 1) == '、');
    let (first, rest) = items.split_first()?;
    let (at, end) = (place(first)?, |item: &Span<View>| Some(item.len() as usize - place(item)?));
    let alike = rest.iter().all(|item| place(item) == Some(at))
        || rest.iter().all(|item| end(item) == end(first));
    let inner = rest.split_last().map_or(rest, |(_, inner)| inner);
    let even = list::alike(&items) && inner.iter().all(|item| item.len() == length);
    (series && even && alike && items.len() > 2).then_some(items)
}

/// 每名学生要读百本书、走百里路、写百篇日记: what is counted is the second character of every item.
pub(super) fn second(
    mention: &Mention<'_>,
    mut items: Vec<Span<View>>,
    head: &[u16],
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let series = items.iter().skip(1).all(|item| view.char(item.start - 1) == '、');
    edge::first(mention, &mut items).filter(|()| series && items.len() > 2)?;
    let has =
        |item: &Span<View>| view.slice(*item).get(1..).is_some_and(|rest| rest.starts_with(head));
    let near = |item: &Span<View>| item.len() > 2 && item.len() <= list::ITEM / 2;
    items.iter().all(|item| has(item) && near(item)).then_some(items)
}

/// 政治引领力明显增强，组织凝聚力明显提升，队伍战斗力明显提高: clauses that a word of two characters ties.
pub(super) fn clauses(
    mention: &Mention<'_>,
    items: Vec<Span<View>>,
    head: &[u16],
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let most = items.iter().map(|item| item.len()).max()?;
    let least = items.iter().map(|item| item.len()).min()?;
    let first = items.first()?;
    let opens = first.start > mention.outer.end;
    let shared = frame::shared(view, &items).unwrap_or_default();
    let framed = items.len() > 2 || shared.prefix > 0;
    // 为人民服务，为改革开放和现代化建设服务
    let enclosed = shared.prefix > 0 && shared.suffix >= head.len() as u32;
    let place =
        |item: &Span<View>| view.slice(*item).windows(head.len()).position(|window| window == head);
    // 观看一部警示片、撰写一篇心得: one character ties where it stands in the same place.
    let turned = items.iter().all(|item| view.char(item.start) == '把');
    // “三级联保”机制。书记保区队，组长保班组，党员保身边人: the sentence says who does it to whom.
    let begins = view.class(first.start - 1).any(CharClass::SENTENCE_END);
    let told = begins && items.len() > 2 && most <= DOER;
    let placed = head.len() > 1
        || turned
        || told
        || items.windows(2).all(|two| matches!(two, [a, b] if place(a) == place(b)));
    (placed && opens && framed && most <= CLAUSE && (enclosed || most - least <= SPREAD))
        .then_some(items)
}
