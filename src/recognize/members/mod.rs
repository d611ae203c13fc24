//! What formulas stand for, as the text itself says it: precision first, a false list is the worst error of the layer.
//!
//! ```text
//! 乡卫生院推广“四早”，即早发现、早报告、早隔离、早治疗。       after the formula, behind a marker
//! 老区围绕茶、药、菌“三张名片”做规划。                   directly before it
//! 以晾晒、除杂、通风为主要内容的“三序”管理                 before it, with a marker
//! ```
//!
//! A list is taken only where its length is the number of the formula *and* one more thing holds: a marker, a character
//! that all items share, or three and more items that touch the formula. Found at one mention, it serves them all; where
//! the text says nothing, the glossary may.

mod after;
mod anchored;
mod another;
mod before;
mod chant;
mod counted;
mod edge;
mod elsewhere;
mod figures;
mod fit;
mod framed;
mod groups;
mod headings;
mod heads;
mod known;
mod list;
mod mention;
mod name;
mod numerals;
mod ones;
mod parts;
mod place;
mod sentence;
mod series;
mod served;
mod shape;
mod spelled;
mod told;
mod trim;

use crate::annotation::{Member, MemberStatus, Slogan, SloganKind};
use crate::gather::Gather as _;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{Shape, Sort};
use crate::span::{Span, View};
use crate::text::CharClass;
use another::serves_another;
pub(crate) use counted::{COUNTED, count_names, is_counted, is_spelled_out};
pub(crate) use framed::framed;
use headings::Headings;
pub(crate) use list::split_last;
use mention::{Expansion, Mention};
use parts::Parts;
use shape::shape;

/// Gives every formula its members, and tells the shapes of those that count something.
pub(crate) fn attach(reader: &Reader<'_>, slogans: &mut [Slogan<View>]) -> Vec<Option<Shape>> {
    if !slogans.iter().any(|slogan| slogan.kind == SloganKind::Formula) {
        return Vec::new();
    }
    let headings = Headings::new(reader);
    let distinct = slogans.iter().map(|slogan| slogan.identity as usize + 1).max().unwrap_or(0);
    let mut best: Vec<Option<Expansion>> = vec![None; distinct];
    let formula = |slogan: &Slogan<View>| slogan.kind == SloganKind::Formula;
    let read = |slogan| if formula(slogan) { shape(reader, slogan.span) } else { None };
    let shapes: Vec<Option<Shape>> = slogans.iter().map(read).collect();
    for look in 0..3 {
        for (slogan, shape) in counting(slogans, &shapes) {
            let Some(slot) = best.get_mut(slogan.identity as usize) else { continue };
            if slot.as_ref().is_some_and(|known| look > 0 || known.rank() == 0) {
                continue;
            }
            let mention = Mention { reader, outer: outer(slogan), shape };
            let found = match look {
                0 => expansion(&mention, &headings).or_else(|| each_time(&mention, &headings)),
                1 => elsewhere::members(&mention, slogans).map(|found| trimmed(&mention, found)),
                _ => taken_up(&mention),
            };
            if let Some(found) = found
                && slot.as_ref().is_none_or(|known| found.rank() < known.rank())
            {
                *slot = Some(found);
            }
        }
    }
    align(reader, slogans, &shapes, &mut best);
    Parts::join(reader, slogans, &shapes, &mut best);
    let parts = Parts::new(reader, slogans, &shapes, &best);
    for (slogan, shape) in slogans.iter_mut().zip(&shapes).filter(|both| formula(both.0)) {
        let known = best.get(slogan.identity as usize).and_then(Option::as_ref);
        let known = known.or_else(|| parts.get(reader.view.slice(slogan.span)));
        fill(reader, slogan, shape.as_ref(), known);
    }
    shapes
}

/// 孩子则要做到心中有国、眼中有人、…: a list begins and ends where the parallel does that is made of its items.
fn align(
    reader: &Reader<'_>,
    slogans: &[Slogan<View>],
    shapes: &[Option<Shape>],
    best: &mut [Option<Expansion>],
) {
    for (slogan, shape) in counting(slogans, shapes) {
        let Some(Some(found)) = best.get_mut(slogan.identity as usize) else { continue };
        // What the glossary says has its edges.
        if !reader.lists.glossary.members(reader.view, slogan.span).is_empty() {
            continue;
        }
        for (_, group) in shape.shares(&mut found.items) {
            let [first, _, .., last] = group else { continue };
            let from = slogans.partition_point(|other| other.span.start < first.start);
            let near = slogans.iter().skip(from).take_while(|other| other.span.start < first.end);
            let mut parallels = near.filter(|other| other.kind == SloganKind::Parallel);
            let whole = |other: &&Slogan<View>| other.span.end > last.start + 1;
            if let Some(parallel) = parallels.find(whole) {
                let own = parallel.span.start == first.start + 1;
                if !(own && opens_clause(reader, first.start)) {
                    first.start = parallel.span.start;
                }
                if !reader.view.class(last.end).any(CharClass::CLAUSE_END) {
                    last.end = last.end.min(parallel.span.end);
                }
            }
        }
    }
}

/// 局领导包片: whether the character that opens a clause at `at` belongs to the one who acts, and leads to nothing.
fn opens_clause(reader: &Reader<'_>, at: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    let acts = Roles::OPENER.or(Roles::LEAD).or(Roles::MORPHEME).or(Roles::BEFORE_PHRASE);
    view.class(at.wrapping_sub(1)).any(CharClass::CLAUSE_END) && !cues.of(view.at(at)).any(acts)
}

/// The formulas that count something, with their shapes.
fn counting<'s>(
    slogans: &'s [Slogan<View>],
    shapes: &'s [Option<Shape>],
) -> impl Iterator<Item = (&'s Slogan<View>, &'s Shape)> + Clone {
    slogans.iter().zip(shapes).filter_map(|(slogan, shape)| Some((slogan, shape.as_ref()?)))
}

/// With its quotation marks.
fn outer(slogan: &Slogan<View>) -> Span<View> {
    match slogan.quoted {
        true => Span::new(slogan.span.start - 1, slogan.span.end + 1),
        false => slogan.span,
    }
}

/// The list before a mention of what no mention explains, where the glossary has not another one.
fn taken_up(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, lists, .. } = *mention.reader;
    let quoted = mention.inner() != mention.outer;
    // 一国两制 needs no explaining.
    if !quoted || lists.is_formula(view, mention.inner()) {
        return None;
    }
    let mut found = fit::beside(mention)?;
    trim::amounts(mention, &mut found.items);
    let formula = found.items.iter().any(|item| mention.is_formula(*item));
    (!formula && !serves_another(mention, &found)).then_some(found)
}

/// 一日三查, 一案双查: where nothing is as many as all numerals say, what the last one counts, behind the ones that say how often.
fn each_time(mention: &Mention<'_>, headings: &Headings) -> Option<Expansion> {
    let [ones @ .., slot] = &mention.shape.slots[..] else { return None };
    let once = !ones.is_empty() && ones.iter().all(|one| one.count == 1);
    if !once || slot.count < 2 || mention.shape.sort != Sort::Counted {
        return None;
    }
    let shape = Shape { slots: vec![*slot], ..*mention.shape };
    expansion(&Mention { shape: &shape, ..*mention }, headings)
}

/// What the text says around one mention, strongest place first.
fn expansion(mention: &Mention<'_>, headings: &Headings) -> Option<Expansion> {
    let before = || before::members(mention).map(|found| told_later(mention, found));
    let near = || after::members(mention).or_else(before);
    // “五个一”课堂：学一段理论，…: a list beside the mention that says what is counted goes before headings that do so too.
    let own = |found: &Expansion| found.rank() == 0 && mention.heads_in(&found.items);
    let sure = |found: &Expansion| !known::contradicts(mention, found);
    let headed = || {
        let headed = headings.members(mention)?;
        // 带着感情、带着问题，这“两个带着”
        let this = mention.reader.view.follows(mention.outer.start, '这');
        let beside = || fit::members(mention).filter(|_| this);
        near().or_else(beside).filter(own).or(Some(headed))
    };
    let found = || {
        told::members(mention)
            .or_else(|| ones::members(mention))
            .or_else(headed)
            .or_else(|| spelled::members(mention))
            .or_else(|| headings.counting(mention, &spelled::code(mention)?))
            .or_else(near)
            .or_else(|| chant::members(mention))
            .or_else(|| headings.below(mention))
            .or_else(|| groups::asked(mention))
            .or_else(|| sentence::members(mention).filter(sure))
            .or_else(|| groups::members(mention))
            .or_else(|| fit::members(mention).filter(sure).map(|found| told_later(mention, found)))
            .or_else(|| anchored::members(mention).filter(sure))
            .filter(|found| !serves_another(mention, found))
    };
    // What the glossary says word for word has no words to trim.
    known::members(mention, mention.inner())
        .or_else(|| found().map(|found| trimmed(mention, found)))
}

/// 把甲、乙、丙编进“三员”。甲当宣传员，乙当…: members told one by one go before a list, where only they say what is counted.
fn told_later(mention: &Mention<'_>, found: Expansion) -> Expansion {
    let counted = |later: &Expansion| mention.heads_in(&later.items);
    let later = || anchored::members(mention).filter(counted);
    if mention.heads_in(&found.items) { found } else { later().unwrap_or(found) }
}

fn trimmed(mention: &Mention<'_>, mut found: Expansion) -> Expansion {
    trim::all(mention, &mut found.items);
    found
}

fn fill(
    reader: &Reader<'_>,
    slogan: &mut Slogan<View>,
    shape: Option<&Shape>,
    known: Option<&Expansion>,
) {
    if let Some(known) = known {
        let groups = shape.map_or(1, |shape| shape.slots.len());
        // The ones of 一日三查 have no items.
        let ones = shape.map_or(0, |shape| shape.total().saturating_sub(known.items.len() as u32));
        let first = if (ones as usize) < groups { ones } else { 0 };
        slogan.members = (first..)
            .zip(&known.items)
            .map(|(i, span)| {
                let each = known.items.len() == groups;
                let group = if each { i as u8 } else { group(shape, groups, i) };
                Member::Text { span: *span, group }
            })
            .gather();
        slogan.status = known.status;
        return;
    }
    let listed = listed(reader, slogan.span, shape);
    if listed.is_empty() {
        return;
    }
    let number = listed.len() as u32;
    // 四水四定: one number twice, and every member with both heads. 一岗双责: two.
    let last = |shape: &Shape| shape.slots.last().is_none_or(|slot| slot.count == number);
    slogan.status = match shape.is_none_or(|shape| shape.total() == number || last(shape)) {
        true => MemberStatus::Complete,
        false => MemberStatus::Mismatch,
    };
    slogan.members = listed.into_iter().map(Member::Glossary).gather();
}

/// What the glossary says of the formula, or of each of its numerals: 六稳六保.
fn listed(reader: &Reader<'_>, span: Span<View>, shape: Option<&Shape>) -> Vec<Box<str>> {
    let glossary = &reader.lists.glossary;
    let listed = glossary.members(reader.view, span);
    let Some(shape) = shape.filter(|shape| listed.is_empty() && shape.slots.len() > 1) else {
        return listed;
    };
    let mut all = Vec::new();
    for (part, slot) in shape.parts(span.start) {
        let half = glossary.members(reader.view, part);
        if half.len() != slot.count as usize {
            return listed;
        }
        all.extend(half);
    }
    all
}

/// To which numeral the item `index` belongs, where every numeral has items of its own.
fn group(shape: Option<&Shape>, groups: usize, index: u32) -> u8 {
    let Some(shape) = shape.filter(|_| groups > 1) else { return 0 };
    let mut end = 0;
    for (place, slot) in (0u8..).zip(&shape.slots) {
        end += slot.count;
        if index < end {
            return place;
        }
    }
    0
}
