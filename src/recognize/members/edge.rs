//! Where a list begins and ends: the words that lead to its first item and those that follow its last one are cut off, by what
//! the other items are like.

use super::{Mention, list, opens_clause};
use crate::recognize::chars;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::{Reader, frame};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Whether a sign that opens lists stands at `at`.
pub(super) fn opens(view: ViewText<'_>, at: u32) -> bool {
    matches!(view.char(at), ':' | '—' | '(')
}

/// 一个不漏, 一样都不少: what says at `at` that no item of a list is missing.
pub(super) fn sums_up(view: ViewText<'_>, at: u32) -> bool {
    let at = at + u32::from(view.char(at) == '，');
    view.char(at) == '一' && chars::NONE_MISSING.at(view, at + 2)
}

/// Whether `item` is the last clause of a sentence, or before 这是三办: it is whole.
pub(super) fn is_clause(view: ViewText<'_>, item: Span<View>) -> bool {
    let ends = view.class(item.end).any(CharClass::SENTENCE_END);
    view.char(item.start - 1) == '，' && (ends || view.starts_with(item.end, "，这是"))
}

/// Whether 和 stands in `item`.
pub(super) fn joins(view: ViewText<'_>, item: Span<View>) -> bool {
    view.slice(item).iter().any(|unit| chars::AND.hold(*unit))
}

/// Cuts the words before the list off its first item; `None` where its edge cannot be told.
pub(super) fn first(mention: &Mention<'_>, items: &mut [Span<View>]) -> Option<()> {
    let reader = mention.reader;
    let view = reader.view;
    let [first, rest @ ..] = items else { return None };
    if rest.is_empty() {
        return None;
    }
    let (least, most) = list::lengths(rest);
    // 宣传党的路线、方针、政策下基层，调研下基层: a clause with a list in it is whole.
    if view.holds(*first, '、') {
        return Some(());
    }
    let opens_alike = view.at(first.start) == view.at(rest.first()?.start);
    let closes_alike = view.before(first.end) == view.before(rest.last()?.end);
    // 处理好眼前与长远的关系、东头与西头的关系: what joins the halves of all others stands in the first.
    let joint =
        |item: &Span<View>| (item.start + 1..item.end).rev().find(|at| view.char(*at) == '与');
    let paired = rest.iter().all(|item| joint(item).is_some());
    let halves = joint(first).filter(|_| paired).unwrap_or(first.end);
    let equal = first.len() >= least && first.len() <= most && (least == most || opens_alike);
    // ：部门之间共享不够、窗口授权不够: behind a colon only a verb leads to it.
    let marker = reader.cues.ending(view, first.start, Roles::MARKER_AFTER);
    let begins = opens(view, first.start.wrapping_sub(1)) || marker.is_some();
    let begins = begins && closes_alike && first.len() <= 2 * most;
    // “双线双报”，政府值班线报县府，应急线报指挥部: nothing leads to a clause right behind the name.
    let clause = first.start == mention.outer.end + 1
        && view.char(first.end) == '，'
        && first.len() <= most + 2;
    let whole = (begins || clause) && led(reader, first.start) == 0 || clause && closes_alike;
    // 村里大事先由村党组织提议、村委会商议: who does it, behind the last 由.
    let by = |at: &u32| view.char(at - 1) == '由' && !chars::BEFORE_BY.at(view, at.wrapping_sub(2));
    let by = (first.start + 1..first.end.saturating_sub(1)).rev().find(by);
    // 由单点向整体转变、由建设向运营转变
    let each = rest.iter().any(|item| view.char(item.start) == '由');
    let by = by.filter(|_| !each);
    // 村里的治保队、调解队、巡逻队
    let owner = |at: &u32| view.char(at - 1) == '的' && first.end - at == most;
    let owner = (first.start + 1..first.end).find(owner).filter(|_| least == most);
    let by = by.filter(|at| (least.saturating_sub(2)..=most + 2).contains(&(first.end - at)));
    let cut = by
        .or(owner)
        .or_else(|| (equal || whole).then_some(first.start))
        .or_else(|| equal_cut(reader, *first, rest, least, most))
        .or_else(|| prefix_cut(reader, *first, rest, least, most))
        .or_else(|| particle_cut(reader, *first, least, most))
        .or_else(|| lead_cut(reader, *first, least, most))
        // 研发和高端制造、文旅会展、现代金融: nobody begins a list behind 和.
        .filter(|cut| *cut < halves && (*cut == first.start || !chars::AND.at(view, cut - 1)))
        // 用活广播、报栏、微信: where all others have one length, a verb of two characters is none of the first.
        .or_else(|| {
            (least == most && first.len() == most + 2 && !closes_alike).then_some(first.start + 2)
        })
        .or_else(|| verb_cut(reader, *first, rest).filter(|cut| !chars::AND.at(view, *cut)))
        .or_else(|| {
            // 。岸电、氢能集卡、光伏屋顶: nothing leads to what opens the sentence.
            let before = view.class(first.start.wrapping_sub(1));
            let opened = before.any(CharClass::SENTENCE_END) && first.len() > 1;
            let near = opens_alike || opened || first.len() + 1 >= least;
            // 研发和高端制造、文旅会展、现代金融: what holds 和 may be longer.
            let joined = before.any(CharClass::CLAUSE_END) && joins(view, *first);
            let most = if joined { 2 * most } else { most };
            (near && first.len() <= most + 1).then_some(first.start)
        })?;
    let own = cut == first.start + 1 && opens_clause(reader, first.start);
    first.start = if own { first.start } else { cut };
    Some(())
}

/// 医院把钱投到胸痛、卒中、创伤: where all others have one length, the first has it too, if it opens its clause or is cut.
pub(super) fn even(mention: &Mention<'_>, items: &mut [Span<View>]) -> Option<()> {
    let view = mention.reader.view;
    let [first, rest @ ..] = items else { return None };
    let opens =
        view.class(first.start.wrapping_sub(1)).any(CharClass::CLAUSE_END.or(CharClass::OPEN));
    let (second, last) = (rest.first()?, rest.last()?);
    let joined = chars::AND.at(view, (first.end - second.len().min(first.end)).wrapping_sub(1));
    let alike = opens && (joined || view.at(first.end - 1) == view.at(last.end - 1));
    if rest.len() > 1 && list::even(rest) && first.len() > second.len() && !alike {
        first.start = first.end - second.len();
        return Some(());
    }
    opens.then_some(())
}

/// 桌椅、书架、游乐角一应俱全: the verb behind the last item, where that is much longer than the others, is none of it.
pub(super) fn last(reader: &Reader<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *reader;
    let [_, inner @ .., last] = items else { return };
    // 法官、调解员、网格员组成
    let made = cues.ending(view, last.end, Roles::MARKER_BEFORE).filter(|length| *length > 1);
    last.end -= made.filter(|length| length + 1 < last.len()).unwrap_or(0);
    // 是…企业、…企业的统称
    last.end -= u32::from(made.is_some() && view.follows(last.end, '的'));
    let (least, most) = list::lengths(inner);
    let (least, most) = (least.max(2), if inner.is_empty() { last.len() } else { most });
    // …，保住一片干净的海: a clause of its own is whole.
    let clause = is_clause(view, *last);
    if last.len() < most + 2 || clause {
        return;
    }
    let framed =
        inner.iter().all(|item| item.len() == most && view.at(item.start) == view.at(last.start))
            && !chars::BECAME.at(view, last.start + most - 1);
    let long = Roles::TAIL.or(Roles::BEFORE_PHRASE).or(Roles::MORPHEME);
    let behind = if last.len() > 2 * most + 1 { long } else { Roles::TAIL };
    // 把师傅培养成管理人员
    let acts = |at: &u32| led(reader, *at) > 1 && !chars::BECAME.at(view, at - 1);
    // 全 is half of a word in 安全.
    let half = |at: u32| cues.ending(view, at + 1, Roles::STATE).is_some_and(|length| length > 1);
    let more = |at: &u32| framed || cues.of(view.at(*at)).any(behind) && !half(*at);
    let far = last.start + most + 2;
    // 学校、医院、企业的党组织
    let said = inner.iter().any(|item| view.holds(*item, '的'));
    let owns = |at: &u32| !framed && !said && view.char(*at) == '的';
    // 社区党组织 is one word.
    let noun = |at: &u32| {
        cues.ending(view, last.end, Roles::NOUN).is_some_and(|all| last.end - all <= *at)
    };
    // 公示、全过程记录、法制审核一个不漏: what sums the list up.
    let sums = |at: &u32| {
        let word = cues.starting(view, *at, Roles::TAIL).is_some_and(|length| length > 1);
        word || sums_up(view, *at)
    };
    // 不想腐一体推进: as long as the others, before a word that follows lists.
    let even = last.start + most;
    let framed_tail = framed && cues.of(view.at(even)).any(Roles::TAIL);
    let tail = (last.start + 2..=far).find(sums).or(Some(even).filter(|_| framed_tail));
    let tail =
        tail.or_else(|| (last.start + least..=far).find(|at| owns(at) || acts(at) && !noun(at)));
    let tail = tail.or_else(|| (last.start + most..=far).find(more));
    last.end = tail.filter(|at| at + 1 < last.end).unwrap_or(last.end);
}

/// Where all other items have one length and a character in common, the first has them too.
fn equal_cut(
    reader: &Reader<'_>,
    first: Span<View>,
    rest: &[Span<View>],
    least: u32,
    most: u32,
) -> Option<u32> {
    if least != most || first.len() < least {
        return None;
    }
    let cut = Span::new(first.end - least, first.end);
    let mut all = vec![cut];
    all.extend(rest);
    let shared = frame::shared(reader.view, &all)?;
    // 推行支部工作清单、问题清单: a verb says where the first begins.
    let verb = led(reader, first.start);
    let led = if verb > 0 { first.start + verb } else { cut.start };
    // 建设竹产业示范区、生态先行区域: nothing begins in the midst of a verb.
    if led > cut.start && first.start < cut.start && led + 2 < first.end {
        return Some(led);
    }
    let near = shared.prefix == 0
        && led < cut.start
        && cut.start - led <= 2
        && !opens_list(reader, first, cut.start);
    Some(if near { led } else { cut.start })
}

/// 推行支部与年级联、与社区联、与企业联: where all other items open with one character, the first has it too; or with it behind
/// their first ones: 要上好礼仪课、签好保证书、写好家信.
fn prefix_cut(
    reader: &Reader<'_>,
    first: Span<View>,
    rest: &[Span<View>],
    least: u32,
    most: u32,
) -> Option<u32> {
    let view = reader.view;
    let second = rest.first()?.start;
    (0..3).filter(|place| rest.len() > 1 && first.len() > *place).find_map(|place| {
        let has = |start: u32| view.at(start + place) == view.at(second + place);
        let fits =
            |at: &u32| (least.saturating_sub(1)..=most + 1).contains(&(first.end - at)) && has(*at);
        let all = rest.iter().all(|item| item.len() > place && has(item.start));
        (first.start..first.end - place).rev().find(fits).filter(|_| all)
    })
}

/// 推行支部建在船上、党小组建在码头; 把国企改革、数据改革一抓到底: behind the verb that opens the first item, or 把, where no other begins with one.
fn verb_cut(reader: &Reader<'_>, first: Span<View>, rest: &[Span<View>]) -> Option<u32> {
    let length = verb(reader, first);
    (length > 0 && !rest.iter().any(|item| verb(reader, *item) > 0)).then_some(first.start + length)
}

/// How long the verb is that opens `item`, of more than one character.
pub(super) fn verb(reader: &Reader<'_>, item: Span<View>) -> u32 {
    let verb = led(reader, item.start);
    if verb > 1 && verb + 2 < item.len() { verb } else { 0 }
}

/// How long the verb or the word is that leads to a list at `at`, 0 where there is none.
#[inline(never)]
pub(super) fn led(reader: &Reader<'_>, at: u32) -> u32 {
    reader.cues.starting(reader.view, at, Roles::LEAD.or(Roles::VERB)).unwrap_or(0)
}

/// 归根结底是理想信念、宗旨意识、责任担当: where all others have one length, the first has it behind 是.
fn particle_cut(reader: &Reader<'_>, first: Span<View>, least: u32, most: u32) -> Option<u32> {
    let cut = first.end.checked_sub(most).filter(|cut| *cut > first.start)?;
    let leads = Roles::BEFORE_PHRASE.or(Roles::OPENER);
    let led = reader.cues.of(reader.view.at(cut - 1)).any(leads);
    (led && least == most && most > 2).then_some(cut)
}

/// Behind the last word that opens a list.
pub(super) fn lead_cut(
    reader: &Reader<'_>,
    first: Span<View>,
    least: u32,
    most: u32,
) -> Option<u32> {
    let opens = |at: &u32| *at > first.start && opens_list(reader, first, *at);
    let between = |least: u32, most: u32| {
        let low = first.end.saturating_sub(most).max(first.start);
        (low..=first.end.checked_sub(least.max(1))?).rev().find(opens)
    };
    // 把握好创新、开放、融合: 创 is a verb, but 新 would be shorter than all others.
    let long = first.len() > most + 1;
    between(least, most).or_else(|| between(least.saturating_sub(1), most + 2).filter(|_| long))
}

fn opens_list(reader: &Reader<'_>, first: Span<View>, at: u32) -> bool {
    // 构建起, 形成了: the verb stands before its particle, and no item begins with 了.
    let view = reader.view;
    // 把成果: it opens a word.
    let particle = chars::DONE.at(view, at - 1) && !chars::TAKING.at(view, at.wrapping_sub(2));
    let verb = particle && ends_with_lead(reader, first, at - 1);
    verb || !chars::NO_START.at(view, at) && ends_with_lead(reader, first, at)
}

fn ends_with_lead(reader: &Reader<'_>, first: Span<View>, at: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    let verb = Roles::LEAD.or(Roles::VERB);
    // 设 in 设计师 is half of a verb.
    let whole = |start: u32| start + led(reader, start) <= at;
    let found = cues.ending(view, at, verb).map(|length| at - length);
    // 开展办案评估: 办 is half of the word behind the verb.
    let led = |start| cues.ending(view, start, verb).is_some_and(|length| length > 1);
    let half = |start| start + 1 == at && !cues.of(view.at(start)).any(Roles::LEAD);
    let found = found.filter(|start| !(half(*start) && led(*start)));
    found.is_some_and(|start| start >= first.start && whole(start))
}
