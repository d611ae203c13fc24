//! Lists in running text: items parted by 、, the last two perhaps by 和 or 以及.

use super::Mention;
use crate::gather::Gather as _;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::structure::{OPEN, Quote};
use crate::recognize::slogan::{formula, frame};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Most items of a list.
pub(super) const ITEMS: usize = 20;
/// Longest remark in brackets behind an item.
const REMARK: u32 = 24;
/// Longest bracket inside an item.
const BRACKET: u32 = 6;
/// Longest item.
pub(super) const ITEM: u32 = 24;
/// Longest quotation inside an item.
const WORD: u32 = 6;
/// How far into an item 是 may stand behind 一个 or 另一张.
const TOLD: u32 = 5;
/// Longest unit behind the number of an amount.
const UNIT: u32 = 2;

/// A list that begins at `at`: its items, and whether 等 closes it.
pub(super) fn forward(reader: &Reader<'_>, at: u32) -> (Vec<Span<View>>, bool) {
    let view = reader.view;
    // “青苗”育才工程、“灯塔”数字工程 are longer than their quotations.
    let longer = |quote: &Quote| {
        let listed = || view.slice(quote.inner).contains(&('、' as u16));
        view.class(quote.inner.end + 1).is(CharClass::HAN) && !listed()
    };
    let named = |at| reader.page.quote_at(at).filter(|quote| longer(quote));
    let quotes = reader
        .page
        .quote_at(at)
        .is_some_and(|quote| quote.chain != quote.outer() || !longer(quote));
    if quotes {
        return (quoted(reader, at), false);
    }
    let (mut items, mut start) = (Vec::new(), at);
    let mut end = at;
    // 自愿、公开、平等: behind one character it is half of a word, but in 茶、药、菌等.
    let etc = |items: &[Span<View>], start: u32, end: u32| {
        view.starts_with(end, "等")
            && (end != start + 1 || items.last().is_some_and(|last| last.len() == 1))
    };
    while items.len() < ITEMS && end - start <= ITEM {
        let c = view.char(end);
        let bracket = || (end + 2..=end + BRACKET).find(|at| view.char(*at) == ')');
        // 教育不断线（每周一课）、组织不断线（…）
        let remark = || (end + 2..=end + REMARK).find(|at| view.char(*at) == ')');
        let listed = |close: u32| view.char(close + 1) == '、' || !items.is_empty();
        if c == '('
            && end > start
            && let Some(close) = remark().filter(|close| listed(*close))
            && !view.class(close + 1).is(CharClass::HAN)
        {
            items.push(Span::new(start, end));
            if view.char(close + 1) != '、' {
                return (items, false);
            }
            end = close + 1;
            start = end + 1;
        } else if c == '、' {
            items.push(Span::new(start, end));
            start = end + 1;
        } else if c == '('
            && end > start
            && let Some(close) = bracket()
        {
            // 乡（镇）清单、村（社区）清单
            end = close;
        } else if end == start
            && let Some(quote) = named(end)
        {
            end = quote.inner.end;
        } else if let Some(quote) = reader.page.quote_at(end)
            && is_word(reader, quote)
        {
            end = quote.inner.end;
        } else if end >= view.len() || ends_list(view, end) || etc(&items, start, end) {
            break;
        }
        end += 1;
    }
    let closed = etc(&items, start, end);
    items.push(Span::new(start, end));
    split_last(view, &mut items);
    (items, closed)
}

/// 亮身份、亮承诺，比技能、比服务: the first `wanted` items of a list that goes over commas.
pub(super) fn grouped(reader: &Reader<'_>, at: u32, wanted: usize) -> Option<Vec<Span<View>>> {
    let view = reader.view;
    let (mut items, mut start) = (Vec::new(), at);
    let next = reader.page.marks.partition_point(|mark| *mark < at);
    // “两委”会商议: words stand behind the quotation.
    let inside = |mark: &u32| {
        let quote = reader.page.quote_at(*mark).or_else(|| reader.page.quote_closing_at(*mark));
        quote.is_some_and(|quote| {
            quote.inner.len() <= WORD && view.class(quote.inner.end + 1).is(CharClass::HAN)
        })
    };
    let marks = reader.page.marks.get(next..)?.iter().copied().take(3 * wanted);
    for mark in marks.filter(|mark| !inside(mark)).take(wanted) {
        items.push(Span::new(start, mark));
        start = mark + 1;
        if !matches!(view.char(mark), '、' | '，' | ',' | ';') {
            break;
        }
    }
    // 修路、修桥，实现绿化、美化: the verb of a group is none of its first item.
    let lengths: Vec<_> = items.iter().skip(1).map(|item| item.len()).chain([0]).gather();
    for (item, next) in items.iter_mut().zip(lengths) {
        let verb = reader.cues.starting(view, item.start, Roles::LEAD).map_or(0, |found| found.0);
        if verb > 1 && item.len() == verb + next {
            item.start += verb;
        }
    }
    let short = items.iter().all(|item| !item.is_empty() && item.len() <= ITEM);
    let goes_on = view.char(start - 1) == '、';
    (short && !goes_on && items.len() == wanted && wanted <= ITEMS).then_some(items)
}

/// 从少数人说变为大家说，从等人、等事变为找人、找事，从…: the clauses of the sentence from `at` on, in which 、 may stand.
pub(super) fn clauses(reader: &Reader<'_>, at: u32, wanted: usize) -> Option<Vec<Span<View>>> {
    let view = reader.view;
    let next = reader.page.marks.partition_point(|mark| *mark < at);
    let marks = reader.page.marks.get(next..)?.iter().copied().take(ITEMS * 2);
    let ends =
        |mark: &u32| view.class(*mark).any(CharClass::SENTENCE_END.or(CharClass::LINE_BREAK));
    let (mut items, mut start) = (Vec::new(), at);
    for mark in marks {
        if !ends(&mark) && !matches!(view.char(mark), '，' | ',' | ';') {
            continue;
        }
        items.push(Span::new(start, mark));
        start = mark + 1;
        if ends(&mark) {
            break;
        }
    }
    let short = items.iter().all(|item| !item.is_empty() && item.len() <= ITEM);
    let whole = ends(&start.checked_sub(1)?) && items.len() == wanted;
    (short && whole).then_some(items)
}

fn ends_list(view: ViewText<'_>, at: u32) -> bool {
    let class = view.class(at);
    class.any(CharClass::CLAUSE_END.or(CharClass::OPEN).or(CharClass::CLOSE))
        || view.char(at) == '—'
}

/// Whether words stand around a short quotation: 村“两委”商议. A formula is one that everybody knows.
pub(super) fn is_word(reader: &Reader<'_>, quote: &Quote) -> bool {
    let Reader { view, cues, lists, .. } = *reader;
    let Span { start, end, .. } = quote.outer();
    let han = |at: u32| view.class(at).is(CharClass::HAN);
    let short = quote.inner.len() <= WORD && frame::is_han(view, quote.inner);
    let known = || lists.glossary.holds(view, quote.inner);
    let unknown = || formula::parse(view, quote.inner, cues).is_none();
    short
        && start > 0
        && han(start - 1)
        && if han(end) { unknown() || known() } else { view.at(end) != OPEN && known() }
}

/// Items that each stand in quotation marks of their own, from `at`.
fn quoted(reader: &Reader<'_>, at: u32) -> Vec<Span<View>> {
    let Some(first) = reader.page.quote_at(at) else { return Vec::new() };
    let chain = first.chain;
    let from = reader.page.quotes.partition_point(|quote| quote.inner.start <= at);
    let quotes = reader.page.quotes.get(from..).unwrap_or(&[]);
    let items: Vec<_> = quotes
        .iter()
        .take(ITEMS)
        .take_while(|quote| quote.inner.end < chain.end)
        .filter(|quote| quote.chain == chain)
        .map(|quote| quote.inner)
        .gather();
    match items[..] {
        [one] => frame::parts(reader.view, one),
        _ => items,
    }
}

/// Parts the last item at its joining word: 茶叶和花椒.
pub(super) fn split_last(view: ViewText<'_>, items: &mut Vec<Span<View>>) {
    let Some(last) = items.pop() else { return };
    let joint = |word: &str| {
        (last.start + 1..last.end.saturating_sub(1)).find(|at| view.starts_with(*at, word))
    };
    let found = [("以及", 2), ("和", 1), ("与", 1), ("及", 1)]
        .into_iter()
        .find_map(|(word, length)| joint(word).map(|at| (at, length)));
    match found {
        Some((at, length)) => {
            items.push(Span::new(last.start, at));
            items.push(Span::new(at + length, last.end));
        }
        None => items.push(last),
    }
    items.retain(|item| !item.is_empty());
}

/// The last items of the list that ends at `end`, `wanted` at most, the first still with the words before it; and
/// whether the list goes on before them.
pub(super) fn backward(reader: &Reader<'_>, end: u32, wanted: usize) -> (Vec<Span<View>>, bool) {
    let view = reader.view;
    // From the last item to the first.
    let (mut items, mut stop) = (Vec::new(), end);
    loop {
        let mark = reader.page.mark_before(stop);
        let start = mark.map_or(0, |mark| mark + 1).max(stop.saturating_sub(ITEM * 2));
        if start >= stop {
            break;
        }
        items.push(Span::new(start, stop));
        if items.len() == 1 {
            split_last(view, &mut items);
            items.reverse();
        }
        let joined = mark.is_some_and(|mark| mark + 1 == start && view.char(mark) == '、');
        if !joined || items.len() > wanted {
            break;
        }
        stop = start - 1;
    }
    let more = view.char(items.last().map_or(0, |first| first.start.wrapping_sub(1))) == '、';
    items.reverse();
    if !more {
        rejoin(view, &mut items, wanted);
    }
    let goes_on = items.len() > wanted;
    let extra = items.len().saturating_sub(wanted);
    items.drain(..extra);
    (items, goes_on)
}

/// 思想教育、安全和环保管理: where a list is one item too long, 和 may join the words of its last one, unless they close alike.
pub(super) fn rejoin(view: ViewText<'_>, items: &mut Vec<Span<View>>, wanted: usize) {
    let [.., before, last] = items[..] else { return };
    let alike = before.len() == last.len() || view.at(before.end - 1) == view.at(last.end - 1);
    if items.len() == wanted + 1 && wanted > 2 && view.char(before.end) != '、' && !alike {
        items.truncate(wanted);
        items.pop();
        items.push(Span::new(before.start, last.end));
    }
}

/// 让学员进班、进营，与战友同吃、同训: where the other items of a numeral open or close with what it counts, the first and
/// the last do too. Of 以支部为核心 for 一核, 支部. Whether the items of every numeral open so.
pub(super) fn trim_groups(mention: &Mention<'_>, items: &mut [Span<View>]) -> bool {
    let view = mention.reader.view;
    if items.len() != mention.shape.total() as usize {
        return false;
    }
    let (mut rest, mut led) = (items, 0);
    for slot in &mention.shape.slots {
        let Some((group, others)) = rest.split_at_mut_checked(slot.count as usize) else {
            return false;
        };
        rest = others;
        let head = view.slice(slot.counted());
        let opens = |at: u32| view.slice(Span::new(at, at + head.len() as u32)) == head;
        let edge = head.get(head.len().saturating_sub(1)..).unwrap_or(head);
        let closes = |start: u32, end: u32| view.slice(Span::new(start, end)).ends_with(edge);
        match group {
            _ if head.is_empty() => {}
            [one] => *one = core(view, *one),
            // （国家重大决策、重点项目）: a bracket holds nothing but the list.
            [first, ..] if view.char(first.start.wrapping_sub(1)) == '(' => {}
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
                    && inner.iter().chain([&*first]).all(|item| closes(item.start, item.end))
                    && inner.windows(2).all(|two| opens_alike(view, two)) =>
            {
                let near = inner.iter().map(|item| item.len()).max().unwrap_or(0) + 1;
                let begin = view.at(inner.first().map_or(0, |item| item.start));
                let from = first.end.saturating_sub(near).max(first.start);
                first.start =
                    (from..first.end).find(|at| view.at(*at) == begin).unwrap_or(first.start);
            }
            [inner @ .., last] if inner.iter().all(|item| closes(item.start, item.end)) => {
                let least = last.start + head.len() as u32 + 1;
                // 村史家史、河史桥史: it may close so twice.
                let even = last.start + inner.first().map_or(0, |item| item.len());
                let whole = closes(last.start, last.end);
                let least = match closes(last.start, even) {
                    _ if whole => last.end,
                    true => even,
                    false => least,
                };
                last.end = (least..last.end).find(|at| closes(last.start, *at)).unwrap_or(last.end);
                // 设瞭望岗、巡查岗，选聘护林员、护井员: a verb for every numeral.
                if mention.shape.slots.len() > 1 {
                    trim_first(mention, group);
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

/// Whether two items begin with one character.
fn opens_alike(view: ViewText<'_>, two: &[Span<View>]) -> bool {
    matches!(two, [a, b] if view.at(a.start) == view.at(b.start))
}

/// 党员既是党建带头人，又是学术带头人: what couples the items is none of them.
pub(super) fn trim_coupling(view: ViewText<'_>, items: &mut [Span<View>]) {
    let [first, others @ ..] = items else { return };
    let both = (first.start..first.end).find(|at| view.char(*at) == '既');
    let again = |item: &Span<View>| matches!(view.char(item.start), '又' | '也' | '还');
    let Some(both) = both.filter(|_| others.iter().all(again)) else { return };
    first.start = both;
    for item in items {
        item.start += 1 + u32::from(matches!(view.char(item.start + 1), '是' | '当'));
    }
}

/// 过好信念关，过好权力关 for 两关: where every item closes with what is counted, the verb that opens each is none of them.
pub(super) fn trim_verbs(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let [slot] = mention.shape.slots[..] else { return };
    let head = view.slice(slot.counted());
    let name = |item: &Span<View>| {
        let (verb, _) = cues.starting(view, item.start, Roles::LEAD.or(Roles::VERB))?;
        let name = Span::new(item.start + verb, item.end);
        let whole = verb > 1 && view.slice(*item).ends_with(head);
        (whole && name.len() > head.len() as u32 + 1).then_some(name)
    };
    if let Some(names) =
        items.iter().map(name).collect::<Option<Vec<_>>>().filter(|_| !head.is_empty())
    {
        items.copy_from_slice(&names);
    }
}

/// “三联”，是机关联村、干部联组: what leads to the list is none of it.
pub(super) fn trim_marker(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let [first, second, ..] = items else { return };
    let marker = cues.starting(view, first.start, Roles::MARKER_AFTER).map_or(0, |found| found.0);
    if view.at(first.start) != view.at(second.start) && first.len() > marker + 1 {
        first.start += marker;
    }
}

/// 一张是隐患清单，另一张是销号清单: what tells one from the other is none of it.
pub(super) fn trim_one(view: ViewText<'_>, items: &mut [Span<View>]) {
    let told = |item: &Span<View>| {
        let is =
            (item.start + 1..item.end.min(item.start + TOLD)).find(|at| view.char(*at) == '是')?;
        let one = (item.start..is).any(|at| view.char(at) == '一');
        (one && is + 2 < item.end).then_some(Span::new(is + 1, item.end))
    };
    if let Some(names) = items.iter().map(told).collect::<Option<Vec<_>>>() {
        items.copy_from_slice(&names);
    }
}

/// 支部联建、产业联兴、实现资源共享、难题共解活动: where all others of a numeral have one length, neither a verb nor a noun of programmes
/// belongs to the first or the last.
pub(super) fn trim_even(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *mention.reader;
    let mut rest = items;
    for slot in &mention.shape.slots {
        let Some((group, others)) = rest.split_at_mut_checked(slot.count as usize) else { return };
        rest = others;
        let [first, inner @ .., last] = group else { return };
        let Some(Span { start, .. }) = inner.first().copied() else { return };
        let length = inner.first().map_or(0, |item| item.len());
        let even = |item: &Span<View>| item.len() == length;
        let verb = Span::new(first.start, first.end.saturating_sub(length).max(first.start));
        let noun = Span::new((last.start + length).min(last.end), last.end);
        let all = inner.iter().all(even);
        // 干部革命化、年轻化、知识化、专业化: two characters more than all others, and the same end.
        let end = view.at(last.end - 1);
        let ends = |item: &Span<View>| view.at(item.end - 1) == end;
        if all
            && even(last)
            && inner.len() > 1
            && length == 3
            && slot.counted().len() == 1
            && first.len() == length + 2
            && ends(first)
            && inner.iter().all(ends)
        {
            first.start += 2;
        }
        let own = length < 3 || view.at(first.start) == view.at(start);
        if all && even(last) && !own && cues.exact(view, verb).any(Roles::VERB.or(Roles::LEAD)) {
            first.start = verb.end;
        }
        if all && even(first) && length > 2 && cues.exact(view, noun).any(Roles::NOUN_BRAND) {
            last.end = noun.start;
        }
    }
}

/// 责任清单9项、任务清单15项: where every item says how many there are of it, that is no part of its name.
pub(super) fn trim_amounts(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let digit = |at: &u32| view.char(*at).is_ascii_digit();
    let name = |item: &Span<View>| {
        let named = (item.start..item.end).find(digit).filter(|at| *at > item.start + 1)?;
        let unit = (named..item.end).find(|at| view.class(*at).is(CharClass::HAN))?;
        (item.end - unit <= UNIT).then_some(Span::new(item.start, named))
    };
    let inner = mention.inner();
    if (inner.start..inner.end).any(|at| digit(&at)) {
        return;
    }
    if let Some(names) = items.iter().map(name).collect::<Option<Vec<_>>>() {
        items.copy_from_slice(&names);
    }
}

/// 法律顾问、志愿者等多方力量: who all of them are is none of the last.
pub(super) fn trim_etc(view: ViewText<'_>, items: &mut [Span<View>]) {
    let Some(last) = items.last_mut() else { return };
    let sums = |at: u32| {
        view.class(at).any(CharClass::NUMERAL.or(CharClass::DIGIT)) || view.char(at) == '多'
    };
    let etc = |at: &u32| view.char(*at) == '等' && sums(at + 1);
    last.end = (last.start + 2..last.end).find(etc).unwrap_or(last.end);
}

/// 讲师队伍负责授课，咨询师队伍负责疏导: what all say of the things that are counted is no part of their names.
pub(super) fn trim_said(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return };
    let thing = view.slice(slot.counted());
    if slot.classifier == 0 || thing.len() < 2 || view.char(slot.head.start) == '个' {
        return;
    }
    let name = |item: &Span<View>| {
        let at = view.slice(*item).windows(thing.len()).position(|words| words == thing)?;
        let end = item.start + (at + thing.len()) as u32;
        // 攻坚战 is a word.
        (end + 1 < item.end).then_some(Span::new(item.start, end))
    };
    let names = items.iter().map(name).collect::<Option<Vec<_>>>().unwrap_or_default();
    let alike =
        names.windows(2).all(|two| matches!(two, [a, b] if view.at(a.end) == view.at(b.end)));
    if alike && names.len() == items.len() {
        items.copy_from_slice(&names);
    }
}

/// 劳动、人事、分配制度改革 for 三项制度改革: what is counted, said once behind the last item, is said of them all.
pub(super) fn trim_counted(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return };
    let head = slot.counted();
    let closes = |item: &Span<View>| view.slice(*item).ends_with(view.slice(head));
    let all = items.len() > 2 && mention.counts(items);
    let Some((last, others)) = items.split_last_mut().filter(|_| all) else { return };
    let most = others.iter().map(|item| item.len()).max().unwrap_or(0);
    let name = last.len().saturating_sub(head.len());
    if head.len() > 1
        && (2..=most + 1).contains(&name)
        && closes(last)
        && !others.iter().any(closes)
    {
        last.end -= head.len();
    }
}

/// 以护林为核心 for 一核: of what one thing is for, the thing. 以经济建设为中心 for 一个中心 is whole.
pub(super) fn trim_role(mention: &Mention<'_>, items: &mut [Span<View>]) {
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
            let role = view.slice(Span::new(is + 1, item.end));
            let short = role.len() == head.len() + 1;
            let named = short && role.windows(head.len().max(1)).any(|words| words == head);
            *item = if named { Span::new(item.start + 1, is) } else { *item };
        }
        at += slot.count;
    }
}

/// What stands between 以 and 为 before `item`, else the item.
fn core(view: ViewText<'_>, item: Span<View>) -> Span<View> {
    let Some(is) = item.start.checked_sub(1).filter(|at| view.char(*at) == '为') else {
        return item;
    };
    let from = is.saturating_sub(ITEM / 2);
    let with = (from..is).rev().take_while(|at| view.class(*at).is(CharClass::HAN));
    let with = with.into_iter().find(|at| view.char(*at) == '以');
    with.filter(|at| at + 1 < is).map_or(item, |at| Span::new(at + 1, is))
}

/// Cuts the words before the list off its first item; `None` where its edge cannot be told.
pub(super) fn trim_first(mention: &Mention<'_>, items: &mut [Span<View>]) -> Option<()> {
    let reader = mention.reader;
    let view = reader.view;
    let [first, rest @ ..] = items else { return None };
    if rest.is_empty() {
        return None;
    }
    let least = rest.iter().map(|item| item.len()).min()?;
    let most = rest.iter().map(|item| item.len()).max()?;
    let opens_alike = view.at(first.start) == view.at(rest.first()?.start);
    // 处理好眼前与长远的关系、东头与西头的关系: what joins the halves of all others stands in the first.
    let joint =
        |item: &Span<View>| (item.start + 1..item.end).rev().find(|at| view.char(*at) == '与');
    let paired = rest.iter().all(|item| joint(item).is_some());
    let halves = joint(first).filter(|_| paired).unwrap_or(first.end);
    let equal = first.len() >= least && first.len() <= most && (least == most || opens_alike);
    let cut = equal
        .then_some(first.start)
        .or_else(|| equal_cut(reader, *first, rest, least, most))
        .or_else(|| prefix_cut(reader, *first, rest, least, most))
        .or_else(|| lead_cut(reader, *first, least, most))
        .or_else(|| particle_cut(reader, *first, least, most))
        .filter(|cut| *cut < halves)
        // 用活广播、报栏、微信: where all others have one length, a verb of two characters is none of the first.
        .or_else(|| (least == most && first.len() == most + 2).then_some(first.start + 2))
        .or_else(|| verb_cut(reader, *first, rest))
        // 送来的姜汤、热饭、雨衣
        .or_else(|| {
            let owner = |at: &u32| view.char(at - 1) == '的' && first.end - at == most;
            (first.start + 1..first.end).find(owner).filter(|_| least == most)
        })
        .or_else(|| {
            let near = opens_alike || first.len() + 1 >= least;
            (near && first.len() <= most + 1).then_some(first.start)
        })?;
    *first = Span::new(cut, first.end);
    let by = view.char(cut) == '由' && view.at(cut) != view.at(rest.first()?.start);
    if by || least == most && first.len() == most + 1 {
        first.start = behind_particle(reader, *first);
    }
    Some(())
}

/// 但重复投资、进度落后; 由船东、货主、码头: what leads to a phrase is none of it.
fn behind_particle(reader: &Reader<'_>, first: Span<View>) -> u32 {
    let leads = Roles::BEFORE_PHRASE.or(Roles::OPENER).or(Roles::MORE);
    first.start + u32::from(reader.cues.of(reader.view.at(first.start)).any(leads))
}

/// 桌椅、书架、游乐角一应俱全: the verb behind the last item, where that is much longer than the others, is none of it.
pub(super) fn trim_last(reader: &Reader<'_>, items: &mut [Span<View>]) {
    let Reader { view, cues, .. } = *reader;
    let [_, inner @ .., last] = items else { return };
    let most = inner.iter().map(|item| item.len()).max().unwrap_or(last.len());
    let least = inner.iter().map(|item| item.len()).min().unwrap_or(0).max(2);
    if last.len() < most + 2 {
        return;
    }
    let framed =
        inner.iter().all(|item| item.len() == most && view.at(item.start) == view.at(last.start));
    let long = Roles::TAIL.or(Roles::BEFORE_PHRASE).or(Roles::MORPHEME);
    let behind = if last.len() > 2 * most + 1 { long } else { Roles::TAIL };
    let verb = Roles::VERB.or(Roles::LEAD);
    let acts = |at: &u32| cues.starting(view, *at, verb).is_some_and(|found| found.0 > 1);
    // 全 is half of a word in 安全.
    let half = |at: u32| cues.ending(view, at + 1, Roles::STATE).is_some_and(|length| length > 1);
    let more = |at: &u32| framed || cues.of(view.at(*at)).any(behind) && !half(*at);
    let far = last.start + most + 2;
    // 学校、医院、企业的党组织
    let owns = |at: &u32| !framed && view.char(*at) == '的';
    // 社区党组织 is one word.
    let noun = |at: &u32| {
        cues.ending(view, last.end, Roles::NOUN).is_some_and(|all| last.end - all <= *at)
    };
    let tail = (last.start + least..=far).find(|at| owns(at) || acts(at) && !noun(at));
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
    let verb = reader.cues.starting(reader.view, first.start, Roles::LEAD.or(Roles::VERB));
    let led = verb.map_or(cut.start, |(length, _)| first.start + length);
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
        let fits = |at: &u32| (least - 1..=most + 1).contains(&(first.end - at)) && has(*at);
        let all = rest.iter().all(|item| item.len() > place && has(item.start));
        (first.start..first.end - place).rev().find(fits).filter(|_| all)
    })
}

/// 推行支部建在船上、党小组建在码头: behind the verb that opens the first item, where no other begins with one.
fn verb_cut(reader: &Reader<'_>, first: Span<View>, rest: &[Span<View>]) -> Option<u32> {
    let verb = |item: &Span<View>| {
        let verb = reader.cues.starting(reader.view, item.start, Roles::LEAD.or(Roles::VERB));
        verb.map(|(length, _)| length).filter(|length| *length > 1 && length + 2 < item.len())
    };
    let length = verb(&first).filter(|_| !rest.iter().any(|item| verb(item).is_some()))?;
    Some(first.start + length)
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
    let particle = matches!(view.char(at - 1), '起' | '了' | '出' | '好' | '成' | '着');
    let verb = particle && ends_with_lead(reader, first, at - 1);
    verb || !matches!(view.char(at), '了' | '的') && ends_with_lead(reader, first, at)
}

fn ends_with_lead(reader: &Reader<'_>, first: Span<View>, at: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    let verb = Roles::LEAD.or(Roles::VERB);
    // 设 in 设计师 is half of a verb.
    let whole =
        |start: u32| cues.starting(view, start, verb).is_none_or(|found| start + found.0 <= at);
    let found = cues.ending(view, at, verb).map(|length| at - length);
    found.is_some_and(|start| start >= first.start && whole(start))
}

/// …、小豆坊、小食品间办得红红火火: the last item is so long that it is not told where it ends.
pub(super) fn trails_off(items: &[Span<View>]) -> bool {
    let Some((last, rest)) = items.split_last() else { return false };
    let most = rest.iter().map(|item| item.len()).max().unwrap_or(0);
    rest.len() > 1 && last.len() > 2 * most + 2
}

/// Whether the lengths of items are near enough to be items of one list.
pub(super) fn alike(items: &[Span<View>]) -> bool {
    let most = items.iter().map(|item| item.len()).max().unwrap_or(0);
    let least = items.iter().map(|item| item.len()).min().unwrap_or(0);
    most - least <= 1
}

/// Whether all are of one length.
pub(super) fn even(items: &[Span<View>]) -> bool {
    items.windows(2).all(|two| matches!(two, [a, b] if a.len() == b.len()))
}

/// 税务所、法庭、司法所三家单位: the sum behind the last item is cut off; but 通过三级考核 is one item.
pub(super) fn summed(reader: &Reader<'_>, items: &mut [Span<View>], wanted: usize) {
    let Some((last, rest)) = items.split_last_mut() else { return };
    let least = rest.iter().map(|item| item.len()).min().unwrap_or(0).max(1);
    let sum = |at: &u32| {
        formula::numeral(reader.view, *at).is_some_and(|found| found.0 as usize == wanted)
    };
    // 氢能6个: nobody writes a numeral of a name in digits.
    let digit = |at: &u32| reader.view.class(*at).is(CharClass::DIGIT);
    let far = |at: &u32| *at >= last.start + least || digit(at);
    if let Some(at) = (last.start + least.min(2)..last.end).filter(far).find(sum) {
        last.end = at;
    }
}
