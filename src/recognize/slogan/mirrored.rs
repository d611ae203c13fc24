//! What makes two clauses a maxim by how one answers the other.
//!
//! ```text
//! 理论指导实践，实践检验理论      each takes up a word of the other
//! 干部多走一里路，乡亲少走十里弯    more in the one, less in the other
//! 宁走十步远，不走一步险         what is done rather, and what is not
//! ```

use super::Reader;
use super::cues::Roles;
use super::wisdom::{counts, holds, narrates, tells_today};
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Two clauses of one length, tied or with a copula, that agree in four places.
pub(super) fn mirrored(reader: &Reader<'_>, clauses: &[Span<View>]) -> Option<&'static str> {
    let Reader { view, cues, .. } = *reader;
    let [first, second] = clauses else { return None };
    let copula = |clause: &Span<View>| holds(reader, *clause, Roles::MAXIM_COPULA);
    let same = |i: &u32| view.at(first.start + i) == view.at(second.start + i);
    // 没有走不通的路，只有不肯迈的脚
    let tied = || cues.starting(view, second.start, Roles::MAXIM_LINK).is_some_and(|n| n > 1);
    let said = || {
        let agreeing = (0..first.len()).filter(same).count();
        agreeing >= 4 && copula(first) && copula(second)
            || agreeing >= 2 && tied() && !narrates(reader, clauses)
    };
    if asks(reader, *first, *second) && !narrates(reader, &[*first])
        || crosses(reader, *first, *second) && !narrates(reader, clauses)
    {
        return Some("crossed-maxim");
    }
    let equal = first.len() == second.len() && first.len() <= 14;
    // 理论指导实践，实践检验理论; 一条渠水养活一片园子，一片园子养活一个村子
    let closes = |n| view.closes(*first, view.slice(Span::new(second.start, second.start + n)));
    let chained = equal && first.len() > 4 && (closes(2) || first.len() > 6 && closes(4));
    let sought = equal && seeks(view, clauses);
    let opposed = || {
        let differ = |i: &u32| {
            let (one, other) = (view.at(first.start + i), view.at(second.start + i));
            one != other && chars::OPPOSED.hold(one) && chars::OPPOSED.hold(other)
        };
        // 甲队有人，乙队无人 tells of two of a kind.
        let place = (0..first.len()).find(differ);
        (4..=5).contains(&first.len())
            && place.is_some_and(|place| !(0..place).any(|i| same(&i)))
            && !tells_today(reader, clauses)
            && !counts(reader, *first, *second)
            && !narrates(reader, clauses)
    };
    // 干部多走一里路，乡亲少走十里弯
    let weighed = || {
        let more = |at: u32, other: u32| view.char(at) == '多' && view.char(other) == '少';
        let (one, other) = (first.start, second.start);
        (6..=9).contains(&first.len())
            && (2..4).any(|i| more(one + i, other + i) || more(other + i, one + i))
            && !tells_today(reader, clauses)
            && !narrates(reader, clauses)
    };
    (equal && (said() || opposed() || weighed())
        || denies(reader, *first, *second)
        || prefers(reader, *first, *second)
        || counts_less(reader, *first, *second)
        || answers(reader, *first, *second)
        || sought
        || chained && !narrates(reader, clauses))
    .then_some("mirrored-maxim")
}

/// 乡亲所盼，我们所向: whether every clause closes with what somebody seeks.
pub(super) fn seeks(view: ViewText<'_>, clauses: &[Span<View>]) -> bool {
    clauses.iter().all(|clause| clause.len() > 3 && view.char(clause.end - 2) == '所')
}

/// 树有高矮，荫凉没有高矮: the first clause has two poles, and the second has none.
fn denies(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let view = reader.view;
    let poles = |end: u32| chars::POLES.at(view, end - 2) && chars::POLES.at(view, end - 1);
    let has = |end: u32| view.ends_with(end.saturating_sub(2), "有");
    (4..=12).contains(&first.len())
        && second.len().abs_diff(first.len()) <= 3
        && has(first.end)
        && poles(first.end)
        && poles(second.end)
        && (second.start..second.end - 2).any(|at| chars::NEGATION.at(view, at))
        && !chars::POINTING.at(view, second.start)
}

/// 山不转路转，路不转人转: the second takes up a character of the first, and denies as it does.
pub(super) fn chains(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let view = reader.view;
    let length = first.len();
    let same = |i: &u32| view.at(first.start + i) == view.at(second.start + i);
    let denied = |i: u32| same(&i) && chars::NEGATION.at(view, first.start + i);
    let opening = view.at(second.start);
    (4..=7).contains(&length)
        && second.len() == length
        && matches!(view.char(first.end), '，' | ',')
        && view.at(first.start) != opening
        && (2..length).any(|i| view.at(first.start + i) == opening)
        && (1..length).any(denied)
        && (0..length).filter(same).count() >= 3
        && !tells_today(reader, &[first, second])
        && !narrates(reader, &[first, second])
}

/// 用户的平安，就是我们的牵挂; 你把船当家，船就把你当人: behind what announces a saying, a copula or words that change places are enough.
pub(super) fn turns(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    let copula = || cues.starting(view, second.start, Roles::MAXIM_COPULA).is_some();
    let holds = |clause: Span<View>, unit: u16| {
        (clause.start + 2..clause.end).any(|at| view.at(at) == unit)
    };
    let taken = |clause: Span<View>| view.holds(clause, '把');
    let swapped = || {
        [first, second].into_iter().all(taken)
            && holds(first, view.at(second.start))
            && holds(second, view.at(first.start))
    };
    let told = |at: u32| chars::ONCE.at(view, at);
    first.len().max(second.len()) <= 16
        && ((copula() || swapped() || rather(reader, first, second))
            && !(first.start..second.end).any(told)
            || rests(reader, first, second))
}

/// 功夫不在锣响，在手稳; 戏好不怕巷深，怕的是没人听: the second goes on from what the first denies, or from how it closes.
fn rather(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let view = reader.view;
    let opening = view.at(second.start);
    let denied = |at: u32| chars::NEGATION.at(view, at) && view.at(at + 1) == opening;
    (4..=14).contains(&first.len())
        && (3..=14).contains(&second.len())
        && ((first.start..first.end - 1).any(denied)
            || view.before(first.end) == opening
            || view.closes(first, view.slice(Span::new(second.start, second.start + 2))))
        && !(first.start..second.end).any(|at| chars::TOLD.at(view, at))
}

/// 水清了，鱼就清了; 看得准路，才走得准步: 就 or 才 in the second, which says the same in one place, or closes as the first does.
pub(super) fn rests(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    let Some(tie) = (second.start..second.start + 3).find(|at| chars::TIE.at(view, *at)) else {
        return false;
    };
    let rest: Span<View> = Span::new(tie + 1 + u32::from(view.follows(tie + 2, '能')), second.end);
    let bare = |clause: Span<View>| clause.end - u32::from(view.follows(clause.end, '了'));
    let says = |unit: u16| {
        CharClass::of(unit).is(CharClass::HAN) && !cues.of(unit).any(Roles::USUAL.or(Roles::SUFFIX))
    };
    let same = |one: u32, other: u32| says(view.at(one)) && view.at(one) == view.at(other);
    let alike = (1..first.len().min(rest.len())).any(|i| same(first.start + i, rest.start + i));
    // 利率降了，房贷就降了; 药换了，针才能换: what changes with what, and who may do what.
    let closes = !chars::DRIFT.at(view, bare(second).wrapping_sub(1))
        && !view.follows(tie + 2, '能')
        && same(bare(first).wrapping_sub(1), bare(second).wrapping_sub(1));
    (3..=9).contains(&first.len())
        && (4..=10).contains(&second.len())
        && (closes || tie == second.start && alike)
        && !(first.start..second.end)
            .any(|at| chars::HE.at(view, at) || chars::POINTING.at(view, at))
}

/// 宁走十步远，不走一步险: what is done rather, and what is not.
fn prefers(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let view = reader.view;
    // 宁愿坐火车，不愿坐飞机: what somebody likes better.
    view.char(first.start) == '宁'
        && view.char(first.start + 1) != '愿'
        && (reader.cues.of(view.at(first.start + 1)).any(Roles::MORPHEME)
            || first.len() == second.len())
        && chars::NEGATION.at(view, second.start)
        && (4..=12).contains(&first.len())
        && second.len().abs_diff(first.len()) <= 2
        && !(first.start..second.end).any(|at| chars::ONCE.at(view, at))
}

/// 话不在多，贵在管用
fn counts_less(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    let copula = cues.starting(view, second.start, Roles::MAXIM_COPULA);
    first.len() <= 8
        && second.len() <= 8
        && (first.start + 1..first.end.saturating_sub(2)).any(|at| view.starts_with(at, "不在"))
        && copula.is_some_and(|length| length > 1 && view.char(second.start + length - 1) == '在')
}

/// 山不离水，…水不离山: what opens each clause closes or follows in the other.
pub(super) fn crosses(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let view = reader.view;
    let holds = |clause: Span<View>, other: Span<View>| {
        let word = view.slice(Span::new(other.start, other.start + 2));
        (clause.start + 2..clause.end.saturating_sub(1))
            .any(|at| view.slice(Span::new(at, at + 2)) == word)
    };
    // 山养人，人也要养山
    let short = || {
        first.len() == 3
            && (3..=5).contains(&second.len())
            && view.at(second.start) == view.at(first.start + 2)
            && view.at(second.end - 2) == view.at(first.start + 1)
            && view.at(second.end - 1) == view.at(first.start)
            // 狗追猫，猫也追狗
            && view.holds(second, '要')
    };
    let long = first.len() >= 5 && second.len() >= 5 && first.len().abs_diff(second.len()) <= 2;
    long && first.len() <= 14 && holds(first, second) && holds(second, first) || short()
}

/// 路好不好，要看车快不快: the first clause asks by 不 between two of one character, the other says what to look at, or whom to ask.
fn asks(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let view = reader.view;
    let asked = first.len() >= 4
        && view.char(first.end - 2) == '不'
        && view.before(first.end) == view.at(first.end - 3);
    let looks = view.holds(Span::new(second.start, second.start + 3), '看')
        || view.ends_with(second.end, "说了算") && !chars::KIN.at(view, second.start);
    asked && looks && second.len() <= first.len() + 4
}

/// 没有人，就没有服务; 吃得饱，才走得远: 就 or 才 opens the second, which goes on as the first does, and as long.
pub(super) fn follows(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let view = reader.view;
    let same = |i: u32| view.at(first.start + i) == view.at(second.start + 1 + i);
    chars::TIE.at(view, second.start)
        && (3..=8).contains(&first.len())
        && (first.len()..=first.len() + 2).contains(&second.len())
        && (0..first.len()).any(same)
        && !narrates(reader, &[first, second])
}

/// 等来的是愁，不如干出来的是甜; 心里有群众，群众才能信你: a link in the second, which closes like the first.
/// 荣誉是打出来的，不是摆出来的: the same is said and denied.
fn answers(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    // 人心稳了，改革才能稳: what comes about there is only supposed.
    let first = Span::new(first.start, first.end - u32::from(view.follows(first.end, '了')));
    let longest = first.len().max(second.len());
    // Nearly no two clauses close alike.
    if longest > 12 || view.before(first.end) != view.before(second.end) {
        return false;
    }
    let clauses = [first, second];
    let link = |at: u32| {
        let word = cues.starting(view, at, Roles::MAXIM_LINK.or(Roles::MAXIM_COPULA));
        word.is_some_and(|length| length > 1)
    };
    let linked = || longest <= 10 && (second.start..second.end).any(link);
    let is = |clause: &Span<View>| view.holds(*clause, '是');
    let denies =
        |clause: &Span<View>| (clause.start..clause.end).any(|at| chars::NEGATION.at(view, at));
    let denied = || {
        view.ends_with(second.end, "出来的") && clauses.iter().all(is) && clauses.iter().any(denies)
    };
    (linked() || denied()) && !narrates(reader, &clauses)
}
