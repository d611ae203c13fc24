//! The list after the formula: ： —— （ 即 包括 分别是.

use super::edge;
use super::groups::BREAK;
use super::list::{self, ITEM};
use super::numerals::placed;
use super::{Expansion, Mention};
use crate::annotation::MemberStatus;
use crate::gather::Gather as _;
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Slot, Sort};
use crate::recognize::slogan::frame;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How many characters of a noun may stand between the formula and the marker: “双会”调处机制，即.
const NOUN: u32 = 12;

/// Longest chant.
const CHANT: u32 = 32;
/// How far behind the formula the quotations may stand that tell it one by one.
const QUOTED: u32 = 80;
/// Most quotations looked at for them.
const QUOTES: usize = 48;
/// How far behind it the last character of 四字诀 may be quoted.
const FAR: u32 = 1500;

/// The list behind this mention.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    if !mention.is_countable() {
        return None;
    }
    let found = quoted_each(mention).or_else(|| in_part(mention)).or_else(|| chanted(mention));
    if let Some(found) = found {
        return Some(found);
    }
    // “双人双锁”，两个人到场，两把锁齐开
    let several = mention.shape.slots.iter().any(|slot| slot.count > 1);
    if several
        && mention.reader.view.char(mention.outer.end) == '，'
        && let Some(all) = takes_up(mention, mention.outer.end + 1)
    {
        return Some(Expansion { items: all, status: mention.whole() });
    }
    let Marker { at, strong, named } = marker(mention)?;
    let (mut items, closed) = list::forward(mention.reader, at);
    if items.is_empty() {
        return None;
    }
    let wanted = mention.shape.total() as usize + usize::from(mention.shape.open);
    list::rejoin(mention.reader.view, &mut items, wanted);
    if items.len() != wanted
        && let Some(all) = list::grouped(mention.reader, at, wanted)
        && let Some(all) = if mention.heads_in(&all) { Some(all) } else { in_turn(mention, &all) }
    {
        return Some(Expansion { items: all, status: mention.whole() });
    }
    if let Some(all) = takes_up(mention, at) {
        return Some(Expansion { items: all, status: mention.whole() });
    }
    if items.len() < 2 {
        return None;
    }
    // “三灯”办法派工：急活亮红灯、难活亮黄灯、常活亮绿灯
    let twin = items.len() > 2
        && items.iter().all(|item| {
            item.len() > 2 && Some(item.len()) == items.first().map(|first| first.len())
        })
        && frame::shared(mention.reader.view, &items).is_some();
    let many = items.len() > 3 && list::alike(&items) && mention.counts(&items);
    let own = items.len() > 2 && mention.counts(&items) && mention.heads_in(&items);
    if !(named || twin || many || own) {
        return None;
    }
    // 即在送达文书时同步开展影响评估、风险提示、帮扶回访
    let most = items.iter().skip(1).map(|item| item.len()).max().unwrap_or(0);
    if items.len() > 2 && items.first().is_some_and(|first| first.len() > 2 * most + 1) {
        edge::first(mention, &mut items);
    }
    // 没有门卫、没有物业管理公司: each says it of its own.
    let opens = frame::shared(mention.reader.view, &items).is_some_and(|shared| shared.prefix > 0);
    if !own && !opens {
        edge::last(mention.reader, &mut items);
    }
    accept(mention, items, strong, closed)
}

/// 组织联建、党员共管，阵地联用、资源共享 for 两联两共: what each numeral counts, told one after the other.
fn in_turn(mention: &Mention<'_>, items: &[Span<View>]) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let slots = &mention.shape.slots;
    let heads = slots.iter().map(|slot| view.slice(slot.counted())).cycle();
    let has =
        |(item, head): (&Span<View>, &[u16])| !head.is_empty() && view.place(*item, head).is_some();
    let told = slots.len() > 1 && items.iter().zip(heads).all(has);
    let own = |first| items.iter().copied().skip(first).step_by(slots.len());
    told.then(|| (0..slots.len()).flat_map(own).gather())
}

/// 一个窗口收件，两道岗位核对，三个环节限时 for 一窗两核三限时: a phrase for every numeral, which opens with it and says what it counts.
fn takes_up(mention: &Mention<'_>, at: u32) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let slots = &mention.shape.slots;
    let items = list::grouped(mention.reader, at, slots.len()).filter(|_| slots.len() > 1)?;
    let says = |(item, slot): (&Span<View>, &Slot)| {
        let number = formula::numeral(view, item.start).filter(|found| found.0 == slot.count);
        let head = view.slice(slot.head);
        // 3+2，也就是三天合练、两天补差
        let own = head.is_empty() || view.slice(*item).iter().any(|unit| head.contains(unit));
        // 2号楼办公，3号楼会议
        let counts = |length: u32| length + 1 < item.len() && !placed(view, item.start + length);
        number.is_some_and(|found| counts(found.1)) && own
    };
    items.iter().zip(slots).all(says).then_some(items)
}

/// 开展“五带头”，带头学理论、带头反违章、带头带徒弟等: some of them, each with what is counted before it.
fn in_part(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return None };
    let end = mention.outer.end;
    let comma = view.run(end, end + NOUN / 2, CharClass::HAN);
    if !matches!(view.char(comma), '，' | ',') || slot.count < 4 || comma == end + NOUN / 2 {
        return None;
    }
    let (items, closed) = list::forward(mention.reader, comma + 1);
    // 带 in 五带路 looks like a classifier.
    let heads = [slot.head.start, slot.head.start + slot.classifier];
    let opens = |item: &Span<View>| {
        heads.iter().any(|start| {
            let head = view.slice(Span::new(*start, slot.head.end));
            !head.is_empty() && view.opens(*item, head)
        })
    };
    let some = (3..slot.count as usize).contains(&items.len());
    (closed && some && items.iter().all(opens))
        .then_some(Expansion { items, status: MemberStatus::Partial })
}

/// “三访”，访老户访新户访难户: without a mark between them, each of one length and opening with what is counted.
fn chanted(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return None };
    let sign = |at: &u32| matches!(view.char(*at), '，' | ':');
    let start = Some(mention.outer.end).filter(sign)? + 1;
    let end = view.run(start, start + CHANT, CharClass::HAN);
    let length = (end - start) / slot.count.max(2);
    let begins = (0..slot.count).map(|place| start + place * length);
    let items: Vec<_> = begins.map(|at| Span::new(at, at + length)).gather();
    let opens = |item: &Span<View>| view.opens(*item, view.slice(slot.counted()));
    let whole = length * slot.count == end - start && length > slot.counted().len();
    (slot.count > 2 && whole && items.iter().all(opens)).then(|| Expansion::complete(items))
}

/// 念好“三字诀”，“稳”字当头，“细”字托底，“快”字收尾: the characters quoted one by one. “青年三好”：“好租”每月补贴，“好学”免费，“好创”给贷款: quotations of
/// one length, each with what is counted.
fn quoted_each(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, page, .. } = *mention.reader;
    let [slot] = mention.shape.slots[..] else { return None };
    let from = page.quotes.partition_point(|quote| quote.inner.start <= mention.outer.end);
    let character = |item: &Span<View>| item.len() == 1 && view.char(item.end + 1) == '字';
    // 突出一个“快”字。…突出一个“联”字。…: each may open a paragraph.
    let characters = mention.counts_characters();
    let reach = mention.outer.end + if characters { FAR } else { QUOTED };
    let near = page.quotes.get(from..)?.iter().map(|quote| quote.inner);
    let near = near.take(QUOTES).take_while(|quote| quote.end <= reach);
    let near = near.filter(|quote| !characters || character(quote));
    let items: Vec<_> = near.take(slot.count as usize).gather();
    let last = items.last().filter(|_| items.len() == slot.count as usize)?;
    // 剪了个“福”字 on another page is none of them.
    let before = |item: &Span<View>| view.at(item.start.saturating_sub(2));
    let led = |two: &[Span<View>]| matches!(two, [a, b] if before(a) == before(b));
    let characters =
        characters && (last.end <= mention.outer.end + QUOTED || items.windows(2).all(led));
    let told = items.len() > 2 && list::even(&items) && mention.heads_in(&items);
    let each = told && view.find(mention.outer.end, last.start, BREAK).is_none();
    (characters || each).then(|| Expansion::complete(items))
}

/// What opens the list.
struct Marker {
    /// Where the list begins.
    at: u32,
    /// Whether it is a word (即) rather than a sign (：).
    strong: bool,
    /// Whether nothing or a known noun stands between formula and marker.
    named: bool,
}

fn marker(mention: &Mention<'_>) -> Option<Marker> {
    let Reader { view, cues, .. } = *mention.reader;
    let from = mention.outer.end;
    // “四看”看的是…
    if let [slot] = mention.shape.slots[..]
        && !slot.head.is_empty()
        && view.says(from, view.slice(slot.head))
        && view.starts_with(from + slot.head.len(), "的是")
    {
        return Some(Marker { at: from + slot.head.len() + 2, strong: true, named: true });
    }
    // ⏎三支队伍。抢修队、巡线队、义工队，…
    let line = view.class(mention.outer.start.wrapping_sub(1)).any(CharClass::LINE_BREAK);
    if view.char(from) == '。' && (line || mention.outer.start == 0) {
        return Some(Marker { at: from + 1, strong: false, named: true });
    }
    let asked = view.run(from, from + NOUN, CharClass::HAN);
    if view.char(asked) == '?' {
        return Some(Marker { at: answer(view, asked + 1), strong: false, named: false });
    }
    for at in from..=from + NOUN {
        if at > from && !view.class(at - 1).is(CharClass::HAN) || view.char(at) == '的' {
            return None;
        }
        let noun = cues.ending(view, at, Roles::NOUN).is_some_and(|length| at - length >= from);
        let comma = matches!(view.char(at), '，' | ',') && mention.counts_characters();
        let plain = comma.then_some((at + 1, false));
        if let Some((begins, strong)) = marker_at(mention.reader, at).or(plain) {
            return Some(Marker { at: begins, strong, named: noun || at == from });
        }
        // “四新”企业指…
        if noun && view.char(at) == '指' && !chars::POINTS_TO.at(view, at + 1) {
            return Some(Marker { at: at + 1, strong: true, named: true });
        }
    }
    None
}

fn marker_at(reader: &Reader<'_>, at: u32) -> Option<(u32, bool)> {
    let Reader { view, cues, .. } = *reader;
    let comma = matches!(view.char(at), '，' | ',');
    let word = at + u32::from(comma);
    let length = cues.starting(view, word, Roles::MARKER_AFTER)?;
    let span = Span::new(word, word + length);
    let sign = !view.class(word).is(CharClass::HAN);
    if cues.exact(view, span).any(Roles::COVERS) || sign && comma {
        return None;
    }
    // 即将, 即便, 即使 begin no list.
    let adverb = view.char(word) == '即' && length == 1 && chars::AT_ONCE.at(view, word + 1);
    let mut end = span.end;
    while view.char(end) == '—' || view.char(end) == ':' || view.char(end) == ' ' {
        end += 1;
    }
    // （即无业主会、无物业、无保安）
    // （即问即答、即来即办）
    let next = (end + 1..end + NOUN).find(|at| view.char(*at) == '、').unwrap_or(end);
    end += u32::from(sign && view.char(end) == '即' && view.char(next + 1) != '即');
    (!adverb).then_some((end, !sign))
}

/// What is “三问”？⏎记者：问… : where the answer to a question begins.
fn answer(view: ViewText<'_>, from: u32) -> u32 {
    let start = view.run(from, from + NOUN, CharClass::LINE_BREAK);
    let colon = (start..start + NOUN).find(|at| view.char(*at) == ':');
    let speaker =
        colon.filter(|colon| start > from && view.run(start, *colon, CharClass::HAN) == *colon);
    speaker.map_or(start, |colon| colon + 1)
}

fn accept(
    mention: &Mention<'_>,
    items: Vec<Span<View>>,
    strong: bool,
    closed: bool,
) -> Option<Expansion> {
    let view = mention.reader.view;
    if items.iter().any(|item| item.len() > ITEM || item.is_empty()) {
        return None;
    }
    // Smart（智慧）、Sustainability（永续）: a remark says where the last one ends.
    let closed_by = items.last().is_some_and(|last| view.char(last.end) == '(');
    if list::trails_off(&items) && !closed_by {
        return None;
    }
    let framed = frame::shared(view, &items).is_some_and(|s| s.prefix > 0 || s.suffix > 0);
    let own = mention.heads_in(&items);
    if mention.counts(&items) {
        // “两节”（元旦、春节）
        let bracket = view.char(mention.outer.end) == '(';
        let good = strong || framed || own || bracket || items.len() >= 3;
        return good.then(|| Expansion::complete(items));
    }
    if mention.shape.open && strong {
        return Some(Expansion { items, status: MemberStatus::Open });
    }
    if closed && strong && mention.shape.sort == Sort::Counted {
        return Some(Expansion { items, status: MemberStatus::Partial });
    }
    (framed && (own || strong)).then_some(Expansion { items, status: MemberStatus::Mismatch })
}
