//! Parallels known by the formula that counts them: 反贪污、反浪费、反官僚主义 for 三反.

use super::counting;
use crate::annotation::{Member, MemberStatus, Slogan, SloganKind};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{Shape, Slot};
use crate::recognize::slogan::frame::is_one_beat;
use crate::span::{Span, View};
use crate::text::CharClass;

/// How far into its clause a member may begin that is all there is to it.
const AHEAD_IN_CLAUSE: u32 = 8;
/// How far before the first phrase of a list a parallel may begin that ends with it.
const AHEAD: u32 = 120;

/// The lists of formulas whose phrases all hold what is counted: 反贪污、反浪费、反官僚主义 for 三反. 会计师、税务师、律师 are things.
pub(crate) fn framed(
    reader: &Reader<'_>,
    slogans: &[Slogan<View>],
    shapes: &[Option<Shape>],
) -> Vec<Span<View>> {
    let mut lists = Vec::new();
    let complete = |both: &(&Slogan<View>, _)| both.0.status == MemberStatus::Complete;
    for (slogan, shape) in counting(slogans, shapes).filter(complete) {
        let text = |member: &Member<View>| match member {
            Member::Text { span, .. } => Some(*span),
            Member::Glossary(_) => None,
        };
        let mut items: Vec<_> = slogan.members.iter().filter_map(text).gather();
        if let [Slot { classifier: 0, .. }] = shape.slots[..] {
            clauses(reader, &mut items);
        }
        // 清文件、定篇幅，清会议、定时长: all that several numerals count is one, where one of its parts is.
        let named = |whole: &Span<View>| is_named_before(reader, slogans, slogan, whole.start);
        let whole = whole(reader, shape, &items).filter(named);
        let mut parallel = false;
        for (slot, group) in shape.shares(&mut items) {
            let [first, .., last] = *group else { continue };
            // 每学期讲一堂课、…: what was found up to the same end begins more surely; what begins there goes on to the last.
            let from = slogans.partition_point(|other| other.span.start + AHEAD < first.start);
            let near = slogans.iter().skip(from).take_while(|other| other.span.start < last.end);
            let kept = |other: &&Slogan<View>| other.kind == SloganKind::Parallel;
            let mut parallels = near.filter(kept).map(|other| other.span);
            let begun = parallels.clone().any(|span| span.start == first.start);
            // 局领导包片、科室包点: one that lacks the first character, or the first of all, is to begin with it.
            let late = |span: &Span<View>| span.start > first.start;
            let known = parallels.any(|span| span.end == last.end && !late(&span));
            let framed = !known && is_framed(reader, group, slot.counted(), begun);
            parallel |= known || framed;
            if framed && whole.is_none() {
                lists.put(Span::new(first.start, last.end));
            }
        }
        lists.extend(whole.filter(|_| parallel));
    }
    lists
}

/// 接诊要热心，检查要细心 for 两心: where all members close clauses that say more, the clauses.
fn clauses(reader: &Reader<'_>, items: &mut [Span<View>]) {
    let page = reader.page;
    let start = |item: &Span<View>| page.mark_before(item.start).map_or(0, |mark| mark + 1);
    let closing = items.first().map_or(0, |first| reader.view.before(first.end));
    let more = |item: &Span<View>| {
        let ahead = item.start - start(item);
        (3..=AHEAD_IN_CLAUSE).contains(&ahead) && reader.view.before(item.end) == closing
    };
    if items.iter().all(more) {
        items.iter_mut().for_each(|item| item.start = start(item));
    }
}

/// Where the `items` of a formula with several numerals stand side by side, in one beat.
fn whole(reader: &Reader<'_>, shape: &Shape, items: &[Span<View>]) -> Option<Span<View>> {
    let [first, .., last] = items else { return None };
    let [slot, _, ..] = &shape.slots[..] else { return None };
    let second = items.get(slot.count as usize)?;
    let near = |item: &Span<View>| item.len() <= first.len() + 1;
    let several = shape.slots.iter().all(|slot| slot.count > 1);
    let whole = several
        && is_one_beat(first.len(), second.len())
        && items.iter().all(near)
        && is_row(reader, items);
    whole.then_some(Span::new(first.start, last.end))
}

/// “三进三送”活动，成立小分队，进…，送…: whether no clause stands between the list at `at` and the name `slogan`, said again or not. What is
/// done otherwise is one thing and another.
fn is_named_before(
    reader: &Reader<'_>,
    slogans: &[Slogan<View>],
    slogan: &Slogan<View>,
    at: u32,
) -> bool {
    let low = at.saturating_sub(AHEAD);
    let ends = CharClass::CLAUSE_END.or(CharClass::SENTENCE_END);
    let stops = |at: &u32| reader.view.class(*at).any(ends);
    let clause = (low..at).rev().filter(stops).nth(1).unwrap_or(low);
    let from = slogans.partition_point(|other| other.span.start < clause);
    let mut near = slogans.iter().skip(from).take_while(|other| other.span.start <= at);
    near.any(|other| other.identity == slogan.identity) || at < slogan.span.start
}

/// Whether a mark and nothing else stands between each item and the next.
fn is_row(reader: &Reader<'_>, items: &[Span<View>]) -> bool {
    let parts = |at: u32| matches!(reader.view.char(at), '、' | '，' | ';');
    items.windows(2).all(|two| matches!(two, [a, b] if b.start == a.end + 1 && parts(a.end)))
}

/// Whether three and more phrases side by side hold `head`: all at one end, where they are no things, or within.
fn is_framed(reader: &Reader<'_>, group: &[Span<View>], head: Span<View>, begun: bool) -> bool {
    let Reader { view, cues, .. } = *reader;
    let opens = |item: &Span<View>| view.at(item.start) == view.at(head.start);
    let closes = |item: &Span<View>| view.at(item.end - 1) == view.at(head.end - 1);
    // 三农 are things: what is counted has to be done, or to be so.
    let acts = Roles::MORPHEME.or(Roles::PREDICATE).or(Roles::OPENER);
    let acts = |at: u32| cues.of(view.at(at)).any(acts);
    // 四个一流: 一流环境、…
    let one = head.len() > 1 && view.char(head.start) == '一';
    let opened = (one || acts(head.start)) && group.iter().all(opens);
    let closed = acts(head.end - 1) && group.iter().all(closes);
    // 食得好、行得稳、搵得到人 for 四得; 综合办公室、督查办公室 are things.
    let holds = |item: &Span<View>| view.place(*item, view.slice(head)).is_some();
    let last = |item: &Span<View>| view.before(item.end);
    let within = || {
        group.iter().all(|item| holds(item) && !closes(item))
            && !group.iter().all(opens)
            && !group.windows(2).all(|two| matches!(two, [a, b] if last(a) == last(b)))
    };
    group.len() > 2
        && !head.is_empty()
        && is_row(reader, group)
        && (begun || opened || closed || within())
}
