//! The list before the formula: in quotation marks, with a marker, or directly touching it.

use super::edge;
use super::list::{self, ITEM, ITEMS};
use super::{Expansion, Mention};
use crate::annotation::MemberStatus;
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Sort};
use crate::recognize::slogan::frame;
use crate::recognize::slogan::structure::CLOSE;
use crate::span::{Span, View};
use crate::text::CharClass;

/// The list before this mention.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    if !mention.is_countable() {
        return None;
    }
    quoted(mention)
        .or_else(|| marked(mention))
        .or_else(|| renamed(mention))
        .or_else(|| twin(mention))
        .or_else(|| touching(mention))
        .or_else(|| in_brackets(mention))
}

/// “茶、药、菌”（的）三张名片: the quotations directly before, whose phrases are as many as the formula says.
fn quoted(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, page, .. } = *mention.reader;
    let start = mention.outer.start;
    let start = start - u32::from(view.follows(start, '的') || view.follows(start, '为'));
    if start == 0 || view.at(start - 1) != CLOSE || mention.shape.sort == Sort::Sum {
        return None;
    }
    let quote = page.quote_closing_at(start - 1)?;
    if quote.nests {
        return None;
    }
    let mut items = frame::parts(view, quote.inner);
    // “船长+网格”“两员制”: two names, one beside the other.
    let chain = ['—', '·', '.'].iter().any(|sign| view.holds(quote.inner, *sign));
    let apart = mention.inner() == mention.outer && start == mention.outer.start;
    if items.len() < 2 && (chain || apart) {
        items = addends(mention.reader, quote.inner);
    }
    // “读书会”“故事会”“辩论会”“三会”
    if items.len() < 2 {
        items = quotes_before(mention, start)?;
    }
    let plain = !items.iter().any(|item| mention.is_formula(*item));
    (items.len() > 1 && plain && mention.counts(&items)).then(|| Expansion::complete(items))
}

/// 平台+直播+招聘, 县—乡—村, 仁爱·精诚·协作.
fn addends(reader: &Reader<'_>, span: Span<View>) -> Vec<Span<View>> {
    let plus = |at: &u32| matches!(reader.view.char(*at), '+' | '—' | '·' | '.');
    let mut start = span.start;
    let mut items = Vec::new();
    for at in (span.start..span.end).filter(plus).take(ITEMS).chain(std::iter::once(span.end)) {
        items.put(Span::new(start, at));
        start = at + 1;
    }
    items
}

/// Whether 这种, 这套 or 这个 stands before the mention.
pub(super) fn this(mention: &Mention<'_>) -> bool {
    let (view, at) = (mention.reader.view, mention.outer.start);
    at > 1 && view.char(at - 2) == '这' && chars::KIND_OF.at(view, at - 1)
}

/// “…”和“…、…”为主要内容的: quotes one after another, their phrases taken together.
fn quotes_before(mention: &Mention<'_>, end: u32) -> Option<Vec<Span<View>>> {
    let Reader { view, page, .. } = *mention.reader;
    let last = page.quote_closing_at(end.checked_sub(1)?)?;
    let chain = last.chain;
    let until = page.quotes.partition_point(|quote| quote.inner.start < end);
    let near = page.quotes.get(until.saturating_sub(ITEMS)..until)?;
    let items: Vec<_> = near
        .iter()
        .filter(|quote| quote.chain == chain)
        .flat_map(|quote| frame::parts(view, quote.inner))
        .gather();
    (items.len() > 1 && !items.iter().any(|item| mention.is_formula(*item))).then_some(items)
}

/// 以…为主要内容的“三查”; 由…组成的“1+1+N”.
fn marked(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, cues, .. } = *mention.reader;
    let start = mention.outer.start;
    let end = list::led_up_to(mention);
    if end == start {
        return None;
    }
    let items = quotes_before(mention, end).or_else(|| plain_before(mention, end))?;
    // 老师、民警、医生组成“三必到”小分队: the team is what they make, and has a name for what it does.
    let weak = cues.ending(view, start, Roles::COVERS).is_some_and(|length| length > 1);
    if weak && cues.starting(view, mention.outer.end, Roles::NOUN).is_some() {
        return None;
    }
    let status = match () {
        () if mention.counts(&items) => MemberStatus::Complete,
        () if mention.shape.open => MemberStatus::Open,
        () if view.char(end) == '等' => MemberStatus::Partial,
        () => return None,
    };
    Some(Expansion { items, status })
}

/// “头船领航”“新芽培育”“百舸争流”三项行动，这便是“三舟工程”; “早班看、午间查、夜里巡”，三件事合起来就是“三勤法”: quotations summed up by the number of
/// the formula, which is what they are called.
fn renamed(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, page, cues, .. } = *mention.reader;
    let end = mention.outer.start;
    let clause = page.mark_before(end)? + 1;
    let names = Roles::NAMING.or(Roles::MARKER_AFTER).or(Roles::MARKER_BEFORE);
    let named = cues.ending(view, end, names).is_some();
    // 这是“三人组”推荐的: of somebody.
    let ends = view.class(mention.outer.end).any(CharClass::CLAUSE_END);
    if !ends || !named && !view.starts_with(clause, "这") {
        return None;
    }
    let total = mention.shape.total();
    let sums = |at: &u32| {
        formula::numeral(view, *at).is_some_and(|(count, length)| {
            let classifier = cues.starting(view, at + length, Roles::CLASSIFIER);
            count == total && classifier.is_some()
        })
    };
    let sum = (clause.saturating_sub(SUM)..end).rev().find(sums)?;
    let items = quotes_before(mention, sum - u32::from(view.follows(sum, '，')))?;
    (items.len() > 2 && mention.counts(&items)).then(|| Expansion::complete(items))
}

/// How far before the clause of the name its sum may stand.
const SUM: u32 = 12;

fn plain_before(mention: &Mention<'_>, end: u32) -> Option<Vec<Span<View>>> {
    let wanted = if mention.shape.open { ITEMS } else { mention.shape.total() as usize };
    let (mut items, goes_on) = list::backward(mention.reader, end, wanted);
    let few = items.len() < 2 || goes_on;
    if few {
        return None;
    }
    edge::last(mention.reader, &mut items);
    edge::first(mention, &mut items)?;
    items.iter().all(|item| item.len() <= ITEM).then_some(items)
}

/// 落实妇女发展纲要、儿童发展纲要（“两纲”）: the bracket says what the list before it is called.
fn in_brackets(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let ([slot], Span { start, end, .. }) = (&mention.shape.slots[..], mention.outer) else {
        return None;
    };
    if !view.follows(start, '(') || view.char(end) != ')' {
        return None;
    }
    let (mut items, goes_on) = list::backward(mention.reader, start - 1, slot.count as usize);
    edge::first(mention, &mut items)?;
    let told = mention.counts(&items) && (items.len() > 2 || mention.heads_in(&items));
    (told && !goes_on).then(|| Expansion::complete(items))
}

/// 基层基础“强双基”: two words of two characters that open or close with the counted one.
fn twin(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return None };
    let start = mention.outer.start;
    if slot.count != 2 || slot.head.len() != 1 || start < 4 {
        return None;
    }
    let head = view.at(slot.head.start);
    let opens = view.at(start - 4) == head && view.at(start - 2) == head;
    let closes = view.at(start - 3) == head && view.at(start - 1) == head;
    let items = vec![Span::new(start - 4, start - 2), Span::new(start - 2, start)];
    let han = items.iter().all(|item| frame::is_han(view, *item));
    (han && (opens || closes)).then(|| Expansion::complete(items))
}

/// A series that touches the formula, or is parted from it by 的 or 等 only.
fn touching(mention: &Mention<'_>) -> Option<Expansion> {
    let view = mention.reader.view;
    if mention.shape.sort != Sort::Counted {
        return None;
    }
    let start = mention.outer.start;
    if list::led_up_to(mention) < start {
        return None;
    }
    let by_de = view.follows(start, '的');
    let closed = view.follows(start, '等');
    // 以甲、乙、丙为“三支撑”, but 不敢为、不愿为、不会为“三不为”
    let last = mention.reader.page.mark_before(start).unwrap_or(0);
    let serves = view.follows(start, '为') && !view.follows(last, '为');
    // 排查、整改、验收要“三同步”
    let has_to = view.follows(start, '要');
    // 对新党员、新干部、新教师开展“三新”谈话; 水、电、路这“三件大事”: a verb may stand between, or 这.
    let this = view.follows(start, '这');
    let end = start - u32::from(by_de || closed || serves || has_to || this);
    let ending = |roles| mention.reader.cues.ending(view, start, roles).unwrap_or(0);
    // 社区党组织 is a noun.
    let verb = ending(Roles::VERB);
    let verb = if ending(Roles::NOUN) > verb { 0 } else { verb };
    let between = verb.max(u32::from(this));
    let ends = [start - between, end];
    let wanted = mention.shape.total() as usize;
    ends.into_iter().skip(usize::from(between == 0)).find_map(|end| {
        let (mut items, goes_on) = list::backward(mention.reader, end, wanted);
        let from = items.first()?.start;
        // 在大厅、窗口、车站设置了“三道提醒”
        if view.follows(end, '了') {
            edge::last(mention.reader, &mut items);
        }
        let items = edged(mention, items)?;
        // 街道、社区、小区推行“三张清单”: who does it; 领导包联、部门帮扶、专班推进“三项机制”
        if verb > 0 && end == start && !list::even(&items) {
            return None;
        }
        if between > 0 && end + between == start {
            // 联合工会、商会、银行建立“三方会商”机制: parties are whoever is listed.
            let own =
                (this || counts_parties(mention)) && items.len() > 2 || mention.heads_in(&items);
            let whole = !goes_on && mention.counts(&items);
            return (own && whole).then(|| Expansion::complete(items));
        }
        match names_nouns(mention, &items, from, by_de) && !goes_on {
            true => Some(Expansion::complete(items)),
            false => judge(mention, items, by_de, closed, goes_on),
        }
    })
}

/// 聚焦芯片、人工智能、军工、安防（等）“四大产业”: a formula of things, and a list as long that a verb or its clause opens.
fn names_nouns(mention: &Mention<'_>, items: &[Span<View>], from: u32, by_de: bool) -> bool {
    let view = mention.reader.view;
    let ([slot], [first, others @ ..]) = (&mention.shape.slots[..], items) else { return false };
    let things = slot.classifier > 0 && slot.head.len() > slot.classifier + 1;
    let great = chars::GROUP.at(view, slot.head.start) || counts_parties(mention);
    let opened = first.start > from;
    let counted = (slot.count > 2 || great && opened) && mention.counts(items);
    let clause = from == 0 || view.class(from - 1).any(CharClass::CLAUSE_END);
    let (_, most) = list::lengths(others);
    let room = if edge::joins(view, *first) { most } else { 2 };
    let alone = clause && first.len() <= most + room;
    let led = if by_de { opened && tells_things(mention, items) } else { opened || alone };
    // 配备救生衣、对讲机、药箱“三件套”
    let pieces = slot.classifier > 0 && slot.head.len() > slot.classifier && opened && !by_de;
    ((things || great) && led || pieces) && counted
}

/// Whether the formula counts parties: 三方会商; 方案 and 方面 are words of their own.
fn counts_parties(mention: &Mention<'_>) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    let [slot] = mention.shape.slots[..] else { return false };
    let words = Roles::NOUN.or(Roles::CLASSIFIER);
    let word = cues.starting(view, slot.head.start, words).is_some_and(|length| length > 1);
    view.char(slot.head.start) == '方' && !word
}

/// 建立周调度、月通报、季观摩的“三项制度”: things of about one length, or with a word before the last. 山界清楚、人员稳定 are qualities
/// of what is named.
fn tells_things(mention: &Mention<'_>, items: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    let state = |item: &Span<View>| cues.ending(view, item.end, Roles::STATE) == Some(2);
    let joined = items.last().is_some_and(|last| view.char(last.start - 1) != '、');
    (joined || list::alike(items)) && !items.iter().all(state)
}

/// The items with a sure edge in front, where they can be members at all.
fn edged(mention: &Mention<'_>, mut items: Vec<Span<View>>) -> Option<Vec<Span<View>>> {
    if items.len() < 2 {
        return None;
    }
    edge::first(mention, &mut items)?;
    // 有灵魂、有本事、有品德的新时代“四有”军人
    if let [first, .., last] = items.as_mut_slice()
        && mention.reader.view.char(last.start + first.len()) == '的'
        && mention.every_head_in(*last)
    {
        last.end = last.end.min(last.start + first.len());
    }
    // 在渔业、航运等领域谈妥“两项往来”
    let etc =
        |item: &Span<View>| mention.reader.view.holds(Span::new(item.start + 2, item.end), '等');
    let odd = |item: &Span<View>| item.is_empty() || item.len() > ITEM || mention.is_formula(*item);
    // 中药等本地产业、现代金融
    let some = items.last().is_some_and(etc);
    (!some && !items.iter().any(odd) && !list::trails_off(&items)).then_some(items)
}

fn judge(
    mention: &Mention<'_>,
    items: Vec<Span<View>>,
    by_de: bool,
    closed: bool,
    goes_on: bool,
) -> Option<Expansion> {
    let view = mention.reader.view;
    let shared = frame::shared(view, &items).unwrap_or_default();
    let edges = shared.prefix.max(shared.suffix);
    let own = mention.heads_in(&items);
    if closed {
        // 毛竹、香菇、茶油等“三大特产”
        let [slot, ..] = mention.shape.slots[..] else { return None };
        // 退役军人、返乡青年等“五类人员”: who they are is all that the formula says.
        let named = slot.head.len() > slot.classifier + 1 && !mention.counts(&items);
        let good = items.len() > 2 && (own || edges > 0 || list::alike(&items)) || named;
        let status = match mention.counts(&items) {
            true => MemberStatus::Complete,
            false => MemberStatus::Partial,
        };
        return good.then_some(Expansion { items, status });
    }
    let united = mention.reader.cues.ending(view, mention.inner().end, Roles::UNITED).is_some();
    let enough = match items.len() {
        _ if own => true,
        _ if goes_on => false,
        number if by_de => {
            number > 2 && (united || edges > 0 && list::lengths(&items).0 > 2)
                || number > 3 && (edges > 0 || tells_things(mention, &items))
        }
        number => number > 2 && (united || edges > 0 || list::alike(&items)),
    };
    (enough && mention.counts(&items)).then(|| Expansion::complete(items))
}
