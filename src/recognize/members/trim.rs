//! What belongs to no member, once the list is found: who does it, how many there are, what all of them are.

use super::{Mention, anchored, edge, list, name};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Slot};
use crate::recognize::slogan::frame;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Longest word that 把 may begin: 把关, 把手.
const SHORT: u32 = 3;
/// Longest deed at the end of a clause.
const DEED: u32 = 3;
/// Longest unit behind the number of an amount.
const UNIT: u32 = 2;

/// Trims the items of a list that explains the formula.
pub(super) fn all(mention: &Mention<'_>, items: &mut [Span<View>]) {
    groups(mention, items);
    even(mention, items);
    ahead(mention, items);
    had(mention, items);
    verbs(mention, items);
    marker(mention, items);
    points(mention, items);
    connected(mention, items);
    topics(mention, items);
    coupling(mention, items);
    turned(mention, items);
    amounts(mention, items);
    name::all(mention, items);
}

/// 让学员进班、进营，与战友同吃、同训: where the other items of a numeral open or close with what it counts, the first and
/// the last do too. Whether the items of every numeral open so.
pub(super) fn groups(mention: &Mention<'_>, items: &mut [Span<View>]) -> bool {
    let view = mention.reader.view;
    if items.len() != mention.shape.total() as usize {
        return false;
    }
    let mut led = 0;
    for (slot, group) in mention.shape.shares(items) {
        let head = view.slice(slot.counted());
        let opens = |at: u32| view.says(at, head);
        let closes = |item: &Span<View>| closes(view, *item, head);
        match group {
            _ if head.is_empty() => {}
            // 即建设滨江港，打造临港区、生态区 for 一港两区; 织密一张网 is a deed.
            [one] => {
                // 并鼓励屋顶菜圃增绿 for 三减一增
                let deed = mention.reader.cues.of(*head.first().unwrap_or(&0)).any(Roles::MORPHEME);
                let short = one.end.saturating_sub(DEED).max(one.start)..one.end.saturating_sub(1);
                let at = { short }
                    .find(|at| opens(*at))
                    .filter(|_| led > 0 && deed && one.len() > 2 * DEED);
                one.start = at.unwrap_or(one.start);
                // 司法所与人民法庭拧成一股绳 for 三所一庭
                let thing = head.len() == 1 && chars::THING.at(view, slot.head.end - 1);
                if let Some(place) = view.place(*one, head).filter(|at| thing && *at > 0) {
                    one.end = one.start + place + head.len() as u32;
                }
                // ，接受职工代表监督 for 一监督 is whole, and nothing leads to what stands behind 、.
                let clause = head.len() > 1
                    && view.class(one.start.wrapping_sub(1)).any(CharClass::CLAUSE_END)
                    || view.follows(one.start, '、');
                if mention.shape.slots.len() < 2 || !closes(one) || clause {
                    continue;
                }
                // 配上一张办税流程图 for 两册一图, but 织密一张网 is a deed.
                let long = one.start..one.end.saturating_sub(4);
                if let Some(at) = { long }.find(|at| view.char(*at) == '一') {
                    one.start = at + 2;
                } else if view.holds(*one, '一') {
                    continue;
                }
                let marker = mention.reader.cues.starting(view, one.start, Roles::MARKER_AFTER);
                one.start += marker.filter(|length| length + 1 < one.len()).unwrap_or(0);
                one.start += edge::verb(mention.reader, *one);
            }
            // （国家重大决策、重点项目）: a bracket holds nothing but the list.
            // 学生问没问？问得深不深？: a question is whole.
            [first, ..]
                if view.char(first.start.wrapping_sub(1)) == '(' || view.char(first.end) == '?' => {
            }
            [first, inner @ ..] if inner.iter().all(|item| opens(item.start)) => {
                // 课前过课、课后磨课: it opens so already.
                let mut places = (first.start..first.end).rev();
                let led_to = places.find(|at| opens(*at)).filter(|_| !opens(first.start));
                first.start = led_to.unwrap_or(first.start);
                led += usize::from(opens(first.start));
            }
            // 预算安排与进度挂钩、与绩效挂钩、与审计挂钩: it begins as the others do.
            [first, inner @ ..]
                if inner.len() > 1
                    && inner.iter().chain([&*first]).all(closes)
                    && inner.windows(2).all(|two| opens_alike(view, two)) =>
            {
                let near = list::lengths(inner).1 + 1;
                let begin = view.at(inner.first().map_or(0, |item| item.start));
                let from = first.end.saturating_sub(near).max(first.start);
                first.start =
                    (from..first.end).find(|at| view.at(*at) == begin).unwrap_or(first.start);
            }
            [inner @ .., last] if inner.iter().all(closes) => {
                let length = inner.first().map_or(0, |item| item.len());
                last.end = closing(view, *last, length, head);
                // 设瞭望岗、巡查岗，选聘护林员、护井员: a verb for every numeral.
                if mention.shape.slots.len() > 1 {
                    edge::first(mention, group);
                }
            }
            // 集团把骨干培养成党员、把党员培养成骨干
            [first, second] => {
                let near = |at: &u32| (first.end - at).abs_diff(second.len()) <= 1;
                let opens = |at: &u32| view.at(*at) == view.at(second.start) && near(at);
                first.start = (first.start..first.end).rev().find(opens).unwrap_or(first.start);
            }
            _ => {}
        }
    }
    led == mention.shape.slots.len()
}

/// Whether `item` ends with the last character of `head`.
fn closes(view: ViewText<'_>, item: Span<View>, head: &[u16]) -> bool {
    !item.is_empty() && head.last() == Some(&view.at(item.end - 1))
}

/// Where the last item ends, if all others close with `head` and are of about this length: where it closes so too.
fn closing(view: ViewText<'_>, last: Span<View>, length: u32, head: &[u16]) -> u32 {
    let closes = |end: u32| closes(view, Span::new(last.start, end), head);
    // 村史家史、河史桥史: it may close so twice.
    let even = last.start + length;
    let clause = edge::is_clause(view, last);
    let least = match closes(even) {
        _ if clause || closes(last.end) => last.end,
        true => even,
        false => last.start + head.len() as u32 + 1,
    };
    (least..last.end).find(|end| closes(*end)).unwrap_or(last.end)
}

/// Whether two items begin with one character.
pub(super) fn opens_alike(view: ViewText<'_>, two: &[Span<View>]) -> bool {
    matches!(two, [a, b] if view.at(a.start) == view.at(b.start))
}

pub(super) fn rename(items: &mut [Span<View>], names: Option<Vec<Span<View>>>) {
    for (item, name) in items.iter_mut().zip(names.into_iter().flatten()) {
        *item = name;
    }
}

/// 首先是保人身，其次保行车; 一方面把…，另一方面把…; 一看来源，二看去向: what numbers the items is none of them.
fn points(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let words = Roles::MARKER_AFTER.or(Roles::MORE);
    let mut name = |item: &Span<View>| {
        // 再造一个海上新城 for 再造三个新城
        if view.at(item.start) == view.at(mention.inner().start) {
            return None;
        }
        let (point, roles) = cues.starting_as(view, item.start, words)?;
        let start = item.start + point;
        let start = start + u32::from(view.char(start) == '是');
        // 先治沟后治坡 for 三先
        let own = |slot: &Slot| view.at(slot.counted().start) == view.at(item.start);
        let own = mention.shape.slots.iter().any(own);
        let point = point > 1 || roles.any(Roles::MORE) && !own;
        (point && start + 1 < item.end).then_some(Span::new(start, item.end))
    };
    // 一看顶板，二看煤帮
    let mut rank = 0;
    let mut ranked = |item: &Span<View>| {
        rank += 1;
        // 第一课学倾听，第二课学放手
        let ordinal = u32::from(view.char(item.start) == '第');
        let (number, length) = formula::numeral(view, item.start + ordinal)?;
        let name: Span<View> = Span::new(item.start + ordinal + length, item.end);
        let head = mention.shape.slots.first()?.head.start;
        // “三步走”：一填表、二审核、三领证
        // 一季度立项、二季度开工; 一年打基础
        let sort = chars::OF_SORT.at(view, name.start)
            || chars::PLACED.at(view, name.start)
            || chars::LENGTH_OF_TIME.at(view, name.start);
        let step = view.char(head) == '步' && !sort;
        let counted = view.at(name.start) == view.at(head) || step;
        let name = Span::new(name.start + ordinal, name.end);
        (number == rank && name.len() > 1 && counted).then_some(name)
    };
    let names = list::each(items, &mut name).or_else(|| list::each(items, &mut ranked));
    rename(items, names);
}

/// 水、电，以及气: what sets an item beside the one before it is none of it.
fn connected(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    for item in items {
        let more = cues.starting(view, item.start, Roles::MORE).unwrap_or(0);
        // 缺工、缺水，更缺接班人
        let own = |slot: &Slot| view.at(slot.counted().start) == view.at(item.start + more);
        // 也是村里的信息员
        let more = more + u32::from(more > 0 && view.char(item.start + more) == '是');
        if more > 1 || mention.shape.slots.iter().any(own) {
            item.start += more.min(item.len() - 1);
        }
    }
}

/// 防火排在前头，…；防虫靠的是喜鹊；防盗嘛，…: of clauses that open with what is counted only that, where a particle or more words set
/// the shortest apart and a verb goes on from the others.
fn topics(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let ([slot], [first, _, ..]) = (&mention.shape.slots[..], &*items) else { return };
    let head = view.at(slot.counted().start);
    if view.at(first.start) == head && items.iter().all(|item| view.at(item.start) == head) {
        items.iter_mut().for_each(|item| {
            item.end -= u32::from(item.len() > 2 && chars::TOPIC.at(view, item.end - 1));
        });
        let length = list::lengths(items).0;
        let set_apart =
            |two: &[Span<View>]| matches!(two, [a, b] if a.len() == length && a.end + 1 < b.start);
        let particle = |item: &Span<View>| chars::TOPIC.at(view, item.end);
        let verb = Roles::MORPHEME.or(Roles::BEFORE_PHRASE);
        let goes_on = |item: &Span<View>| {
            item.len() == length || cues.of(view.at(item.start + length)).any(verb)
        };
        let apart = items.windows(2).any(set_apart) || items.iter().any(particle);
        if length > slot.counted().len().max(1) && apart && items.iter().all(goes_on) {
            items.iter_mut().for_each(|item| item.end = item.start + length);
        }
    }
}

/// 党员既是党建带头人，又是学术带头人: what couples the items is none of them.
fn coupling(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let [first, others @ ..] = items else { return };
    let both = (first.start..first.end).find(|at| view.char(*at) == '既');
    let again = |item: &Span<View>| chars::COUPLING.at(view, item.start);
    let Some(both) = both.filter(|_| others.iter().all(again)) else { return };
    first.start = both;
    for item in items.iter_mut() {
        item.start += 1 + u32::from(chars::COUPLED.at(view, item.start + 1));
    }
    // 既可以出钱，也可以出力
    let Some(&Span { start, end, .. }) = items.first() else { return };
    let [slot] = mention.shape.slots[..] else { return };
    let same = |at: &u32| items.iter().all(|item| view.at(item.start + at) == view.at(start + at));
    let same = (0..end - start)
        .take_while(same)
        .take_while(|at| view.at(start + at) != view.at(slot.head.start))
        .count() as u32;
    if view.at(start + same) == view.at(slot.head.start) {
        items.iter_mut().for_each(|item| item.start += same);
    }
}

/// 设立专营部门、配备专职队伍 for 两专; 对工序有细心，对同事有真心 for 两心: what stands before the one character that is counted.
fn ahead(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let [slot] = mention.shape.slots[..] else { return };
    let head = view.slice(slot.counted());
    let deed = cues.of(*head.first().unwrap_or(&0)).any(Roles::MORPHEME);
    if slot.classifier > 0 || head.len() != 1 || deed {
        return;
    }
    let about = |item: &Span<View>| view.char(item.start) == '对';
    let must = |item: &Span<View>| (item.start + 2..item.end - 1).find(|at| view.char(*at) == '要');
    let mut named = |item: &Span<View>| {
        let has = (item.start + 1..item.end).find(|at| view.char(*at) == '有');
        // 接诊要热心，检查要细心
        let has = has.filter(|_| about(item)).or(must(item));
        let start = match has.filter(|_| view.closes(*item, head)) {
            Some(has) => has + 1 + u32::from(view.char(has + 1) == '有'),
            None => (view.place(*item, head) == Some(2)).then_some(item.start + 2)?,
        };
        (item.end > start + 1).then_some(Span::new(start, item.end))
    };
    let acting = items.iter().filter(|item| edge::led(mention.reader, item.start) == 2).count();
    let musts = items.iter().all(|item| must(item).is_some());
    if items.iter().all(about) || musts || 2 * acting > items.len() {
        rename(items, list::each(items, &mut named));
    }
}

/// 进门有迎声 for 三声, 清早有书声 for 三声校园, 河里有河长 for 两长; 乡里有总河长，村里有巡河员 for 三级河长: what there is. 有纠纷必到 for 三必到 is done.
fn had(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let ([slot], [first, ..]) = (&mention.shape.slots[..], &*items) else { return };
    let closing = view.before(first.end);
    let thing = slot.counted().len() == 1
        || view.before(slot.head.end) != closing
        || anchored::is_thing(mention.reader, slot.counted());
    let barred = view.holds(slot.head, '有') || chars::NEGATION.at(view, slot.counted().start);
    let own = items.iter().all(|item| view.before(item.end) == closing)
        && view.slice(slot.head).contains(&closing);
    let mut name = |item: &Span<View>| {
        let has = (item.start + 2..item.end - 1).rev().find(|at| view.follows(*at, '有'))?;
        let place = slot.classifier > 0 && chars::LOCATED.at(view, has.wrapping_sub(2));
        (own || place).then_some(Span::new(has, item.end))
    };
    if thing && !barred {
        rename(items, list::each(items, &mut name));
    }
}

/// 过好信念关，过好权力关 for 两关: where every item closes with what is counted, the verb that opens each is none of them.
fn verbs(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let [slot] = mention.shape.slots[..] else { return };
    let head = view.slice(slot.counted());
    let shared = frame::shared(view, items).unwrap_or_default();
    let prefix = shared.prefix;
    let counts = slot.classifier > 0 && view.char(slot.head.start) != '个';
    let counts =
        counts && items.iter().all(|item| view.before(item.end) == view.at(slot.counted().start));
    let apart = items.len() > 2 && prefix == 0;
    // 打好治水战、打好治气战 for 两大战役
    let kinds = prefix == 2 && chars::GROUP.at(view, slot.head.start);
    // 邻里有纠纷必到 for 三必到 is what is done.
    let thing = head.len() < 2 || anchored::is_thing(mention.reader, slot.counted());
    let mut name = |item: &Span<View>| {
        let verb = Some(item.start + edge::led(mention.reader, item.start));
        let verb = verb.filter(|at| *at > item.start + 1);
        let names = |at: &u32| apart && thing && chars::NAMES.at(view, at - 1);
        let last = item.end.checked_sub(head.len() as u32 + 2)?;
        // 企业开需求单，部门开服务单 for 三张单子
        let same =
            shared.inner.map(|at| item.start + at + 1).filter(|_| counts && shared.suffix > 0);
        let same = same.filter(|at| cues.of(view.at(at - 1)).any(Roles::MORPHEME.or(Roles::LEAD)));
        if let Some(start) = same.filter(|at| at + 2 < item.end) {
            return Some(Span::new(start, item.end));
        }
        // 叫居室美, 归到协助清单
        let start = (item.start + 1..last + 1).rev().find(names).or(verb)?;
        let whole = start <= last && (kinds || view.closes(*item, head));
        whole.then_some(Span::new(start, item.end))
    };
    rename(items, list::each(items, &mut name).filter(|_| !head.is_empty()));
}

/// “三联”，是机关联村、干部联组: what leads to the list is none of it.
fn marker(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let last = items.last().map_or(0, |last| last.end);
    let [first, second, ..] = items else { return };
    let together = view.char(first.start) == '集' && view.starts_with(last, "于一体");
    let marker = cues.starting(view, first.start, Roles::MARKER_AFTER);
    // “五员”有护理员、药剂员、…
    // 集生产、仓储、住宿于一体
    let has = u32::from(together || view.char(first.start) == '有');
    let marker = marker.unwrap_or(has);
    if view.at(first.start) != view.at(second.start) && first.len() > marker + 1 {
        first.start += marker;
    }
}

/// 把国企改革、数据改革…一抓到底; 对权力的敬畏之心; 对农业、商业的改造: neither 把 nor whom it is about is part of what is counted.
fn turned(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    for (slot, group) in mention.shape.shares(items) {
        let [first, .., last] = group else { continue };
        let opens = |item: &Span<View>, c: char| view.char(item.start) == c;
        let of = (last.start..=last.end).find(|at| view.char(*at) == '的');
        let about = opens(first, '对');
        match of.filter(|_| about) {
            Some(of) if !opens(last, '对') => {
                first.start += 1;
                last.end = of;
            }
            Some(_) if view.at(last.end - 1) == view.at(slot.head.end - 1) => {
                for item in group {
                    let of = (item.start..item.end).find(|at| view.char(*at) == '的');
                    item.start = of.map_or(item.start, |of| of + 1);
                }
            }
            _ => {
                first.start +=
                    u32::from(opens(first, '把') && !opens(last, '把') && first.len() > SHORT)
            }
        }
    }
}

/// 实现支部联建、产业联兴、资源共享: where all others of a numeral have one length, a verb is none of the first.
fn even(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    for (_, group) in mention.shape.shares(items) {
        let [first, inner @ .., last] = group else { return };
        let Some(Span { start, .. }) = inner.first().copied() else { return };
        let length = inner.first().map_or(0, |item| item.len());
        let even = |item: &Span<View>| item.len() == length;
        let verb = Span::new(first.start, first.end.saturating_sub(length).max(first.start));
        let all = inner.iter().all(even);
        let own = length < 3 || view.at(first.start) == view.at(start);
        if all && even(last) && !own && cues.exact(view, verb).any(Roles::VERB.or(Roles::LEAD)) {
            first.start = verb.end;
        }
    }
}

/// 责任清单9项、任务清单15项: where every item says how many there are of it, that is no part of its name.
pub(super) fn amounts(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let digit = |at: &u32| view.char(*at).is_ascii_digit();
    let mut name = |item: &Span<View>| {
        let named = (item.start..item.end).find(digit).filter(|at| *at > item.start + 1)?;
        let unit = view.find(named, item.end, CharClass::HAN)?;
        // 每亩补助1200元 is what is done.
        let share = ['元', '%'].iter().any(|sign| view.holds(Span::new(named, item.end), *sign));
        (item.end - unit <= UNIT && !share).then_some(Span::new(item.start, named))
    };
    let inner = mention.inner();
    if (inner.start..inner.end).any(|at| digit(&at)) {
        return;
    }
    // 一名法官、一名调解员、一名网格员 for 三员
    let mut person = |item: &Span<View>| {
        let (one, length) = formula::numeral(view, item.start)?;
        let name = Span::new(item.start + length + 1, item.end);
        (one == 1 && chars::PERSON.at(view, name.start - 1) && name.len() > 1).then_some(name)
    };
    let single = view.holds(inner, '一');
    // 东街一份、西街一份
    let end = items.last().map_or(0, |last| last.end);
    let mut each_one = |item: &Span<View>| {
        let name = Span::new(item.start, item.end.checked_sub(2)?);
        let same = view.at(item.end - 1) == view.at(end - 1) && view.char(name.end) == '一';
        // 开店一条 for 三条道
        let counted = mention.shape.slots.first().map_or(0, |slot| view.at(slot.head.start));
        let same = same && view.at(end - 1) != counted;
        (same && name.len() > 1).then_some(name)
    };
    let ones = list::each(items, &mut each_one).filter(|_| !single);
    let names = list::each(items, &mut person).filter(|_| !single);
    rename(items, ones.or(names).or_else(|| list::each(items, &mut name)));
}
