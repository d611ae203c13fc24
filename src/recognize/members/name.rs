//! What of each item is the name of what is counted: 绿牌 of 守信的挂绿牌, 茶文化 of 茶文化是面子.

use super::trim::{opens_alike, rename};
use super::{Mention, anchored, list};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Slot, Sort};
use crate::recognize::slogan::structure::OPEN;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far into an item 是 may stand behind 一个 or 另一张.
const TOLD: u32 = 5;

/// Leaves of each item what names it.
pub(super) fn all(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    role(mention, items);
    counted(mention, items);
    summed(mention, items);
    one(mention, items);
    said(mention, items);
    etc(view, items);
    whose(mention, items);
    hung(mention, items);
    quoted(mention, items);
    subject(mention, items);
    ranked(mention, items);
}

/// 以护林为核心 for 一核: of what one thing is for, the thing. 以经济建设为中心 for 一个中心 is whole.
fn role(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let mut at = 0;
    for slot in &mention.shape.slots {
        let head = view.slice(slot.counted());
        let one = items
            .get_mut(at as usize)
            .filter(|item| slot.count == 1 && view.char(item.start) == '以');
        if let Some(item) = one
            && let Some(is) = (item.start + 2..item.end).find(|at| view.char(*at) == '为')
        {
            let role = Span::new(is + 1, item.end);
            let named = role.len() == head.len() as u32 + 1 && view.place(role, head).is_some();
            *item = if named { Span::new(item.start + 1, is) } else { *item };
        }
        at += slot.count;
    }
}

/// 门前一块身份牌 for 三块牌, 一本记欠账，一本记承诺 for 三本账: one of what is counted is no part of any.
fn counted(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let own = |slot: &&Slot| slot.classifier == 1 && view.char(slot.head.start) != '个';
    let Some(slot) = mention.shape.slots.first().filter(own) else { return };
    let classifier = view.at(slot.head.start);
    let one = |at: &u32| view.char(*at) == '一' && view.at(at + 1) == classifier;
    let mut name = |item: &Span<View>| {
        let name = Span::new((item.start..item.end).find(one)? + 2, item.end);
        (name.len() > slot.counted().len()).then_some(name)
    };
    let Some(names) = list::each(items, &mut name) else { return };
    rename(items, Some(names));
    let alike = items.windows(2).all(|two| opens_alike(view, two));
    let verb = |item: &Span<View>| cues.of(view.at(item.start)).any(Roles::MORPHEME);
    if alike && items.iter().all(verb) {
        items.iter_mut().for_each(|item| item.start += 1);
    }
}

/// 1名网格长、3名网格员和若干名志愿者 for 1+3+N: what the sum says itself is no part of any; 一个党委统揽 says what is done.
fn summed(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    if mention.shape.sort != Sort::Sum {
        return;
    }
    let mut name = |item: &Span<View>| {
        let some = 2 * u32::from(view.starts_with(item.start, "若干"));
        let numeral = formula::numeral(view, item.start).map_or(some, |found| found.1);
        let counted = Roles::CLASSIFIER.or(Roles::PLAIN_CLASSIFIER);
        let classifier = cues.starting(view, item.start + numeral, counted)?;
        let name = Span::new(item.start + numeral + classifier, item.end);
        let closing = cues.of(view.before(item.end));
        let acts =
            cues.ending(view, item.end, Roles::DEED.or(Roles::VERB).or(Roles::LEAD)).is_some()
                || closing.any(Roles::MORPHEME) && !closing.any(Roles::SUFFIX);
        (numeral > 0 && name.len() > 1 && !acts).then_some(name)
    };
    // 一级医院、三级医院
    let names = list::each(items, &mut name);
    let told = |names: &Vec<Span<View>>| {
        names.windows(2).all(|two| matches!(two, [a, b] if view.slice(*a) != view.slice(*b)))
    };
    rename(items, names.filter(told));
}

/// 一张是隐患清单，另一张是销号清单; 红的是积分账，蓝的是民情账; 靠门那张是签到桌，靠窗那张叫整理桌: what tells one from the other is none of it.
fn one(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let slot = mention.shape.slots.first().filter(|slot| slot.classifier == 1);
    let classifier = slot.map(|slot| view.at(slot.head.start));
    let mut told = |item: &Span<View>| {
        let says = |at: &u32| chars::NAMES.at(view, *at) && classifier == Some(view.before(*at));
        let is = |at: &u32| {
            let one = || view.holds(Span::new(item.start, *at), '一') || view.follows(*at, '的');
            says(at) || *at < item.start + TOLD && view.char(*at) == '是' && one()
        };
        let is = (item.start + 1..item.end.max(2) - 2).find(is)?;
        Some(Span::new(is + 1, item.end))
    };
    rename(items, list::each(items, &mut told));
}

/// 讲师队伍负责授课，咨询师队伍负责疏导: what all say of the things that are counted is no part of their names.
fn said(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return };
    let thing = view.slice(slot.counted());
    let things = slot.classifier > 0 && thing.len() > 1 && view.char(slot.head.start) != '个';
    // 储备库管未来，保障库管当下 for 四库
    // 带路看井、带路看渠 for 五带路
    let plain = || {
        slot.classifier == 0 || !items.iter().any(|item| view.opens(*item, view.slice(slot.head)))
    };
    let single = thing.len() == 1 && anchored::is_thing(mention.reader, slot.counted()) && plain();
    // 新城突出产城融合，门城突出通道经济 for 两城联建
    let whole = |item: &Span<View>| view.place(*item, thing).is_some();
    let one = slot.classifier == 0 && thing.len() > 2 && !items.iter().any(whole);
    let cut = if one { 1 } else { thing.len() };
    let Some(thing) = thing.get(..cut).filter(|_| things || one || single) else {
        return;
    };
    // 处级抓总，科级抓线 for 三级管理
    let level = view.slice(Span::new(slot.head.start, slot.head.start + 1));
    let levels =
        view.char(slot.head.start) == '级' && slot.classifier > 0 && !items.iter().any(whole);
    let thing = if levels { level } else { thing };
    let mut name = |item: &Span<View>| {
        let at = view.place(*item, thing)?;
        let end = item.start + at + thing.len() as u32;
        // 攻坚战 is a word.
        (at > 0 && end + 1 < item.end).then_some(Span::new(item.start, end))
    };
    let alike = |names: &Vec<Span<View>>| {
        names.windows(2).all(|two| matches!(two, [a, b] if view.at(a.end) == view.at(b.end)))
    };
    rename(items, list::each(items, &mut name).filter(|names| things || levels || alike(names)));
}

/// 法律顾问、志愿者等多方力量: who all of them are is none of the last.
fn etc(view: ViewText<'_>, items: &mut [Span<View>]) {
    let Some(last) = items.last_mut() else { return };
    let sums = |at: u32| {
        view.class(at).any(CharClass::NUMERAL.or(CharClass::DIGIT)) || view.char(at) == '多'
    };
    let etc = |at: &u32| chars::SUMMING.at(view, *at) && sums(at + 1);
    last.end = (last.start + 2..last.end).find(etc).unwrap_or(last.end);
}

/// 即没有门卫、没有围墙、没有物业的小区: of phrases that open alike, what all of them tell of is none of the last.
fn whose(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let of = |item: &Span<View>| (item.start + 2..item.end).find(|at| view.char(*at) == '的');
    let [first, .., last] = *items else { return };
    // 乡里的护林员、村里的护草员 for 两员
    let mut named = |item: &Span<View>| {
        let name = Span::new(of(item)? + 1, item.end);
        let counted = mention.shape.slots.first()?.counted();
        let thing = counted.len() == 1 && anchored::is_thing(mention.reader, counted);
        (thing && name.len() > 2 && view.closes(name, view.slice(counted))).then_some(name)
    };
    let names = list::each(items, &mut named);
    if names.is_some() {
        return rename(items, names);
    }
    let others = items.get(..items.len() - 1).unwrap_or(&[]);
    // 指导员、宣传员，也是村里的信息员
    let only = !others.iter().any(|item| of(item).is_some());
    if let Some(name) = named(&last).filter(|_| only) {
        items.last_mut().into_iter().for_each(|last| *last = name);
        return;
    }
    // 一次家访、一封给自己的信
    let numbered = view.class(last.start).any(CharClass::NUMERAL);
    let alike = !numbered && others.iter().all(|item| view.at(item.start) == view.at(last.start));
    let listed = others.len() > 1 && view.char(first.end) == '、';
    let told = alike && listed && others.iter().all(|item| of(item).is_none());
    if let Some(last) = items.last_mut().filter(|_| told) {
        last.end = of(last).unwrap_or(last.end);
    }
}

/// 守信的挂绿牌，失信的挂红牌 for 两色牌; 先列缺货清单，再定补货清单 for 两张清单: what is done with each of the things is none of their names.
fn hung(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let ([slot], [first, ..]) = (&mention.shape.slots[..], &*items) else { return };
    let (verb, thing) = (view.at(first.start), view.slice(slot.counted()));
    let acts = |item: &Span<View>| cues.of(view.at(item.start)).any(Roles::MORPHEME);
    let one =
        chars::THING.hold(view.before(slot.head.end)) && !view.slice(slot.head).contains(&verb);
    let same = |item: &Span<View>| {
        let closes = view.before(item.end) == view.before(slot.head.end);
        item.len() > 2 && view.at(item.start) == verb && closes
    };
    let sheets = slot.classifier > 0 && thing.len() > 1 && items.len() > 2;
    let sheet =
        |item: &Span<View>| item.len() == slot.counted().len() + 3 && view.closes(*item, thing);
    let acting = items.iter().filter(|item| acts(item)).count();
    if one && acts(first) && items.iter().all(same)
        || sheets && 2 * acting >= items.len() && items.iter().all(sheet)
    {
        items.iter_mut().for_each(|item| item.start += 1);
    }
}

/// 由政府管的“大事”，归村里办的“小事”: of items that each close with a quotation, that.
fn quoted(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, page, .. } = *mention.reader;
    let mut quoted = |item: &Span<View>| {
        let name = page.quote_closing_at(item.end.checked_sub(1)?)?.inner;
        let only = (item.start..name.start - 1).all(|at| view.at(at) != OPEN);
        (only && name.start > item.start).then_some(name)
    };
    rename(items, list::each(items, &mut quoted));
}

/// 茶文化是面子，茶产业是里子 for 两茶: of what each thing is, the thing.
fn subject(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return };
    // 业务部门是第一道，风控部门是第二道 for 三道防线
    let classifier = view.at(slot.head.start);
    let mut ranked = |item: &Span<View>| {
        let numeral = item.end.checked_sub(2).filter(|_| view.before(item.end) == classifier)?;
        let is = numeral - u32::from(view.follows(numeral, '第'));
        let name = Span::new(item.start, is.checked_sub(1)?);
        let counts = slot.classifier > 0 && view.class(numeral).any(CharClass::NUMERAL);
        (counts && view.char(name.end) == '是' && name.len() > 1).then_some(name)
    };
    rename(items, list::each(items, &mut ranked));
    let Some(head) = view.slice(slot.counted()).get(..1) else { return };
    let mut name = |item: &Span<View>| {
        let is = (item.start + 2..item.end).find(|at| view.char(*at) == '是')?;
        let (thing, what) = (Span::new(item.start, is), Span::new(is, item.end));
        (view.opens(thing, head) && view.place(what, head).is_none()).then_some(thing)
    };
    rename(items, list::each(items, &mut name));
}

/// 操作前先问，到了现场要看，动手前必须复诵 for 一问二看三复诵: when each is to be done is none of it.
fn ranked(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let slots = &mention.shape.slots;
    if slots.len() < 3 || slots.iter().any(|slot| slot.count > 1) {
        return;
    }
    let leads = |at: &u32| {
        let then = [chars::ORDER, chars::IN_ORDER].iter().any(|set| set.at(view, at - 1));
        then || cues.of(view.before(*at)).any(Roles::BEFORE_PHRASE.or(Roles::MORE))
    };
    let deed = |(item, slot): (&Span<View>, &Slot)| {
        let head = item.start + view.place(*item, view.slice(slot.head).get(..1)?)?;
        let start = (item.start + 1..=head).rev().find(leads);
        Some(Span::new(start.unwrap_or(item.start), item.end))
    };
    let deeds = items.iter().zip(slots).map(deed).collect();
    rename(items, deeds);
}
