//! The last look: of all series of neighbouring phrases around the mention that are as many as the formula says, the one that
//! fits it best.
//!
//! A series is a list (parted by 、) or clauses of one sentence. Each sign that it explains the formula counts a little: what is
//! counted stands in every item, the items have something in common, are of one length, stand alone in their clause or their
//! sentence, near the mention, behind a marker, before their sum or before a word that names them.

use super::list::{self, ITEM};
use super::place::{place, points};
use super::series::{Series, candidates, wanted};
use super::{Expansion, Mention, edge, heads, known};
use crate::gather::Gather as _;
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Slot, Sort};
use crate::recognize::slogan::frame;
use crate::recognize::slogan::structure::{CLOSE, OPEN};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How much longer than the shortest the longest clause may be.
const SPREAD: u32 = 4;
/// Longest words of a sum: 三个问题.
const SUM: u32 = 6;
/// Longest item of a list that has nothing of the formula.
const THING: u32 = 12;
/// Length of an item that is a phrase and no thing.
const PHRASE: u32 = 4;
/// Longest noun between the formula and the comma behind it.
const NOUN: u32 = 5;
/// Longest words between a list and the end of its clause.
const TAIL: u32 = 12;
/// Longest word of an owner between the list and the formula: 群众身边的.
const OWNER: u32 = 8;
/// How many things are seldom as many as the formula says by chance.
const MANY: usize = 5;
/// How many signs are enough.
const ENOUGH: u32 = 4;

/// The series that fits the mention best, if it fits at all.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    best(mention, false)
}

/// The series that has nothing of the formula, but stands beside it alone, where no mention has a better one.
pub(super) fn beside(mention: &Mention<'_>) -> Option<Expansion> {
    let once = |ones: &[Slot]| ones.iter().all(|one| one.count == 1);
    // Two things side by side are nothing.
    let things = wanted(mention) > 2
        && !is_deed(mention)
        && mention.shape.slots.split_last().is_some_and(|both| once(both.1));
    if things { best(mention, true) } else { None }
}

/// The series that fits best, or that stands alone.
fn best(mention: &Mention<'_>, alone: bool) -> Option<Expansion> {
    if mention.shape.sort == Sort::Code {
        return None;
    }
    let mut best = (0, Vec::new());
    let series = candidates(mention, alone).into_iter();
    for series in series.filter_map(|series| edged(mention, series)) {
        let fit = if alone { lone(mention, &series) } else { fit(mention, &series) };
        if fit > best.0 {
            best = (fit, series.items);
        }
    }
    let items = best.1.into_iter().map(|item| unquoted(mention.reader.view, item)).gather();
    (best.0 >= ENOUGH).then_some(Expansion { items, status: mention.whole() })
}

/// The words of an item that is all a quotation.
fn unquoted(view: ViewText<'_>, item: Span<View>) -> Span<View> {
    let quoted = view.at(item.start) == OPEN && view.at(item.end.wrapping_sub(1)) == CLOSE;
    if quoted { Span::new(item.start + 1, item.end - 1) } else { item }
}

/// The series with sure edges, where it can be what the formula says.
fn edged(mention: &Mention<'_>, mut series: Series) -> Option<Series> {
    let items = &mut series.items;
    let cut = heads::cut(mention, items);
    let own = cut.is_some();
    if let Some(cut) = cut {
        *items = cut;
    } else if series.listed {
        edge::last(mention.reader, items);
        edge::first(mention, items).or_else(|| edge::even(mention, items))?;
    } else {
        led(mention, items);
    }
    let odd = |item: &Span<View>| {
        item.is_empty()
            || !own && item.len() > ITEM
            || item.start < mention.outer.end && mention.outer.start < item.end
            || mention.is_formula(*item)
    };
    let (least, most) = list::lengths(items);
    let spread = most - least;
    // What runs up to the mention is no clause.
    let open = items.last()?.end == mention.outer.start && !series.listed;
    let uneven = !series.listed
        && !own
        && spread > SPREAD
        && !explains(mention, items)
        && !points(mention, items);
    let good = !open && !items.iter().any(odd) && !list::trails_off(items);
    // 初审看资格，复审看预算，终审由专家组看效益
    (good && (!uneven || self::own(mention, &series) > 2)).then_some(series)
}

/// “三条路径”：设立专班，订立条例，引入民间营运。: whether the clauses are the sentence behind the colon that the mention leads to.
fn explains(mention: &Mention<'_>, items: &[Span<View>]) -> bool {
    let view = mention.reader.view;
    let ([first, ..], [.., last]) = (items, items) else { return false };
    let noun = Span::new(mention.outer.end, (first.start.max(1) - 1).max(mention.outer.end));
    let led = first.start > mention.outer.end && edge::opens(view, first.start - 1);
    let whole = view.class(last.end).any(CharClass::SENTENCE_END);
    let counts = mention.shape.slots.iter().all(|slot| slot.classifier > 0);
    // “三条路子”：我看都走不通，…
    let asked = items.iter().any(|item| chars::TOLD.at(view, item.start));
    led && whole
        && counts
        && !asked
        && noun.len() <= NOUN
        && is_plain(mention, noun)
        && things(mention)
}

/// 老师要耐得住寂寞，经得起比较，守得住清贫: of clauses the first is as long as all others, where it is like them then.
fn led(mention: &Mention<'_>, items: &mut [Span<View>]) {
    let Some(first) = items.first().copied() else { return };
    if first.start < mention.outer.start
        && edge::even(mention, items).is_some()
        && in_common(mention, items) == 0
        && let Some(cut) = items.first_mut()
    {
        *cut = first;
    }
}

/// How many signs there are that the series explains the mention.
fn fit(mention: &Mention<'_>, series: &Series) -> u32 {
    let Series { items, listed, .. } = series;
    let view = mention.reader.view;
    let ([first, ..], [.., last]) = (&items[..], &items[..]) else { return 0 };
    let (own, common, sum) =
        (own(mention, series), in_common(mention, items), sum(mention, series));
    let common = common.max(u32::from(own > 0 && common == 0 && shares_word(mention, items)));
    let several = mention.shape.slots.len() > 1;
    // 一季度、二季度、三季度 are times.
    let times = items.iter().all(|item| view.class(item.start).any(CharClass::NUMERAL))
        && view.at(first.start) != view.at(last.start);
    // What the glossary knows rarely means something else: 三个区分开来 is no 把会议减下来、把文件压下来、….
    let single = mention.shape.slots.iter().all(|slot| slot.counted().len() < 2);
    // 看病、上学、住房，这“三座大山”: but here the text says so.
    let place = place(mention, series, own);
    let other = own < 3 - u32::from(single) && !place.named && known::is_listed(mention);
    // Two of anything are soon found, and so are things side by side.
    if other || times {
        return 0;
    }
    if !listed && explains(mention, items) {
        return ENOUGH;
    }
    // An addend says nothing of what it is.
    let summed = mention.shape.sort == Sort::Sum && place.named;
    let told = place.points || place.named && own > 2;
    if several && (own == 0 && !summed || !listed && !told) {
        return 0;
    }
    let pair = own > 0 && place.points || own > 1 && common > 0 && place.near && place.alone;
    if items.len() < 3 && own < 3 && !pair {
        return 0;
    }
    let tied = place.named || place.marked || sum > 2;
    let alike = own + common > 0;
    let even = list::even(items) && (*listed || first.len() > 2);
    // “五感”课：眼观潮汐，耳听渔歌，…。 “三国杀”：一种桌游，流行多年，玩家众多。 is what it is.
    // 先入户摸底，接着张榜公示，最后录入平台 for 三步走
    let steps = place.points
        && mention.reader.cues.ending(view, mention.inner().end, Roles::UNITED).is_some();
    let told = steps
        || place.marked
            && place.alone
            && even
            && (items.len() > 3 || first.len() != 4 || chars::ORDER.at(view, first.start));
    if !tied && !alike && !place.opens
        || !alike && !listed && sum == 0 && !told
        || own == 0 && !tied && !(place.near && place.alone && first.start > mention.outer.start)
    {
        return 0;
    }
    let many = u32::from(items.len() > 3) + u32::from(items.len() > 5);
    let far = place.far * u32::from(sum < 3 && !place.named);
    (own + common + sum + u32::from(even) + u32::from(steps) + many + place.signs())
        .saturating_sub(far + place.against)
}

/// Whether a list is all that the clause before the mention says, or the one behind it: enough, where no mention has a better one.
fn lone(mention: &Mention<'_>, series: &Series) -> u32 {
    let Series { items, .. } = series;
    let view = mention.reader.view;
    let [first, .., last] = &items[..] else { return 0 };
    let (least, most) = list::lengths(items);
    // “八件实事”。如今字迹还看得清：修路、引水、改厕、…: nobody lists so many by chance.
    let opened = first.start > mention.outer.end && edge::opens(view, first.start - 1);
    if series.listed && items.len() > MANY && opened && most <= least + SPREAD {
        return ENOUGH;
    }
    if items.len() < 3 || most > THING.min(least + SPREAD) {
        return 0;
    }
    // 电扇、冰柜、净水机一应俱全，“三样清凉”
    let mark = view.run(last.end, last.end + TAIL, CharClass::HAN);
    let mark = if mark < last.end + TAIL { mark } else { last.end };
    let alone = match first.start > mention.outer.start {
        true => alone_behind(mention, series, mark),
        false => alone_before(mention, series, mark),
    };
    if alone { ENOUGH } else { 0 }
}

/// 四比, 三送, 四个一: what is done has to be said in every item.
pub(super) fn is_deed(mention: &Mention<'_>) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    let slot = mention.shape.slots.last();
    slot.is_some_and(|slot| {
        slot.head.len() == 1 && cues.of(view.at(slot.head.start)).any(Roles::MORPHEME)
    })
}

/// 带头过“五关”，识图用图、指挥作业、…: a clause behind, perhaps behind the noun, that is nothing but the list up to `mark`.
fn alone_behind(mention: &Mention<'_>, series: &Series, mark: u32) -> bool {
    let Series { items, from, .. } = series;
    let Reader { view, cues, .. } = *mention.reader;
    let end = items.last().map_or(0, |last| last.end);
    let (least, most) = list::lengths(items);
    let comma = from.saturating_sub(1).max(mention.outer.end);
    let noun = Span::new(mention.outer.end, comma);
    let begins = view.char(comma) == '，' && noun.len() <= NOUN && is_plain(mention, noun);
    // 开展“三查”，站长、班长、值班员都要签字
    let stop = if series.summed || items.len() > 3 { mark } else { end };
    let clause = view.class(stop).any(CharClass::CLAUSE_END);
    let ends = view.class(end).any(CharClass::SENTENCE_END);
    // 学习星、勤劳星、和睦星，“三颗星”; 添置“四大件”，床、柜、灶、灯。
    let counted = view.at(mention.inner().end - 1);
    let closed = items.iter().all(|item| item.len() > 1 && view.at(item.end - 1) == counted);
    // 山里有“三宝”，木耳、香菇、茶油，哪样都不愁卖
    let there = view.follows(mention.outer.start, '有') && !is_deed(mention);
    let short = noun.is_empty() && (closed || (ends || there) && most < PHRASE);
    let phrases = least >= PHRASE && (ends || most == least);
    // “五箭齐发”，渔业、养殖、加工、运输、旅游同步出手: things that go together; but “四步法”，站长、班长、队长、组长一起开会.
    let joined = || cues.starting(view, end, Roles::TAIL).is_some_and(|length| length > 1);
    let closing = items.first().map_or(0, |first| view.before(first.end));
    let together = items.len() > 3
        && most == least
        && !chars::METHOD.at(view, mention.inner().end - 1)
        && !items.iter().all(|item| view.before(item.end) == closing)
        && joined();
    // 电工12人、焊工9人: how many there are of each.
    let digit = |at: u32| view.class(at).is(CharClass::DIGIT);
    let amount = |item: &Span<View>| (item.start..item.end).any(digit);
    begins
        && clause
        && !items.iter().any(amount)
        && (phrases || items.len() > 4 && least + 1 >= PHRASE || short || together)
}

/// 设立锅炉班、钳工班、电焊班，“三支尖兵”: a verb opens the list, or it is all that its clause says, and between `mark` and the mention
/// nothing is said but whose it is.
fn alone_before(mention: &Mention<'_>, series: &Series, mark: u32) -> bool {
    let Series { items, from, .. } = series;
    let Reader { view, cues, .. } = *mention.reader;
    let start = items.first().map_or(0, |first| first.start);
    let owner: Span<View> = Span::new(mark + 1, mention.outer.start.max(mark + 1));
    let this = owner.len() <= 2 && view.char(owner.start) == '这';
    let whose = owner.len() <= OWNER && view.follows(owner.end, '的');
    // 推动整改、监督、治理贯通，“三位一体”的格局
    let united = cues.ending(view, mention.inner().end, Roles::UNITED).is_some();
    let made = united && cues.exact(view, owner).any(Roles::LEAD.or(Roles::VERB));
    let alone = match view.char(mark) {
        '，' => (owner.is_empty() || this || whose || made) && is_plain(mention, owner),
        '。' => owner.is_empty(),
        _ => false,
    };
    let led = start > *from;
    let whole = *from == 0 || view.class(from - 1).any(CharClass::CLAUSE_END);
    // 慰问了步兵连、侦察连: what was done once is no name for it.
    let done = chars::ONCE.at(view, start.wrapping_sub(1));
    let single = view.char(mention.inner().end - 1) == '一';
    let built = led && Roles::VERB_BRAND.or(Roles::FOUND).any(mention.reader.verb_before(start));
    let verbs = || items.iter().all(|item| mention.begins_with_verb(*item));
    let alike = list::alike(items);
    let phrases = alike && list::lengths(items).0 >= PHRASE;
    let tied = (items.len() > 3 || phrases || united) && !done && !single
        || things(mention) && (built && list::even(items) || alike && verbs());
    alone && (led || whole) && tied
}

/// Whether nothing but Chinese characters stands there.
fn is_plain(mention: &Mention<'_>, words: Span<View>) -> bool {
    words.is_empty() || frame::is_han(mention.reader.view, words)
}

/// Whether the formula counts things, by a classifier of their own: 三项, 四支; 个 counts anything, but 三个环节 are parts of one thing.
fn things(mention: &Mention<'_>) -> bool {
    let [slot] = mention.shape.slots[..] else { return false };
    let noun = slot.head.len() - slot.classifier;
    let counted = if slot.classifier > 0 { noun > 1 } else { noun == 2 };
    let Reader { view, cues, .. } = *mention.reader;
    let named = Span::new(slot.head.start + 1, slot.head.end);
    let parts = || cues.exact(view, named).any(Roles::CLASSIFIER);
    counted && (view.char(slot.head.start) != '个' || parts())
}

/// What the sum before the list or behind it says: more where it counts what the formula does.
fn sum(mention: &Mention<'_>, series: &Series) -> u32 {
    let view = mention.reader.view;
    let [slot] = mention.shape.slots[..] else { return 0 };
    let ([first, ..], [.., last]) = (&series.items[..], &series.items[..]) else { return 0 };
    let opening = first.start.saturating_sub(1);
    let before = Span::new(opening.saturating_sub(SUM), opening);
    let counts = |at: u32| formula::numeral(view, at).is_some_and(|found| found.0 == slot.count);
    // 想明白三个问题：
    let clear = before.end <= mention.outer.start || before.start >= mention.outer.end;
    let told = clear && edge::opens(view, opening) && (before.start..before.end).any(counts);
    let noun = match (series.summed, told) {
        (true, _) => Span::new(last.end, last.end + SUM),
        (_, true) => before,
        _ => return 0,
    };
    let head = view.slice(slot.counted());
    1 + 2 * u32::from(view.slice(noun).iter().any(|unit| head.contains(unit)))
}

/// How surely the items say what is counted.
fn own(mention: &Mention<'_>, series: &Series) -> u32 {
    let Reader { view, cues, .. } = *mention.reader;
    let items = &series.items;
    let [slot] = mention.shape.slots[..] else {
        return if mention.heads_in(items) { 3 } else { 0 };
    };
    // 管理一条，技术一条，技能一条 for 三条路
    let one = |at: u32| view.char(at) == '一' && view.at(at + 1) == view.at(slot.head.start);
    let each = |item: &Span<View>| item.len() > 2 && one(item.end - 2);
    if slot.classifier > 0 && items.len() > 2 && items.iter().all(each) {
        return 3;
    }
    let head = view.slice(heads::counted(mention, &slot));
    let ([open, ..], [.., close]) = (head, head) else { return 0 };
    // 土地、劳力、耕畜、农具固定给生产队 for 四固定
    let end = items.last().map_or(0, |last| last.end);
    let said = |at: u32| view.says(at, head);
    let behind = end > mention.outer.end;
    if head.len() > 1 && behind && series.listed && items.len() > 2 && (end..end + 3).any(said) {
        return 3;
    }
    let has = |item: &Span<View>| view.place(*item, head).is_some();
    let edge = |unit: &u16| {
        // 既查物，也查人
        let begins = |item: &Span<View>| {
            let more = cues.starting(view, item.start, Roles::MORE).unwrap_or(0);
            // 既核查来源，又核查去向 for 双查
            let word = u32::from(more > 0 && items.len() == 2);
            view.at(item.start) == *unit
                || (0..=word).any(|at| view.at(item.start + more + at) == *unit)
        };
        items.iter().all(begins) || items.iter().all(|item| view.at(item.end - 1) == *unit)
    };
    let edges = edge(open) || edge(close);
    // 亮出身份、责任和承诺 for 三亮
    let first = items.first().map_or(0, |first| first.start);
    let governs = series.listed
        && (series.from..first).any(|at| {
            view.at(at) == *open
                && (at + 1 == first || at + 2 == first && chars::PARTICLE.at(view, at + 1))
        });
    // 读百本书、走百里路 for 三个一百: one character of it in the same place.
    let placed = |unit: &u16| {
        let place = |item: &Span<View>| view.slice(*item).iter().position(|other| other == unit);
        let first = items.first().and_then(place);
        first.is_some() && items.iter().all(|item| place(item) == first)
    };
    let several = items.len() > 2;
    // 河长守河岸、镇干部守堤段
    let held = |unit: &u16| items.iter().all(|item| view.slice(*item).contains(unit));
    // 把老师傅培养成党员，把党员培养成老师傅
    let turned = |unit: &u16| {
        held(unit) && frame::shared(view, items).is_some_and(|shared| shared.prefix > 0)
    };
    match head.len() {
        1 if !several && turned(open) => 3,
        1 if !several => 2 * u32::from(edges),
        1 if edges || governs => 4,
        1 if placed(open) => 3,
        2.. if items.iter().all(has) => 3,
        2.. if several && (edges || head.iter().any(placed)) => 3,
        _ if edges || several && (held(open) || held(close)) => 2,
        _ => u32::from(mention.heads_in(items)),
    }
}

/// How much the items have in common.
fn in_common(mention: &Mention<'_>, items: &[Span<View>]) -> u32 {
    let Reader { view, cues, .. } = *mention.reader;
    let Some(first) = items.first() else { return 0 };
    let shared = frame::shared(view, items).unwrap_or_default();
    let telling = |at: u32| !cues.of(view.at(at)).any(Roles::USUAL);
    let second =
        |item: &Span<View>| item.len() > 2 && view.at(item.start + 1) == view.at(first.start + 1);
    // 让能人有奔头，让新人有盼头: what comes of it.
    let came = view.char(first.start) == '让';
    if came {
        return 0;
    }
    if shared.prefix > 1 || shared.suffix > 1 || shared.within > 1 {
        return 2;
    }
    let one = shared.prefix > 0 && telling(first.start)
        || shared.suffix > 0 && telling(first.end - 1)
        || shared.inner.is_some_and(|at| telling(first.start + at))
        || items.iter().all(second) && telling(first.start + 1);
    u32::from(one)
}

/// 出车前检查车况，途中检查精神: whether a word of two characters stands somewhere in all items.
fn shares_word(mention: &Mention<'_>, items: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    let Some(first) = items.first() else { return false };
    let shared = |at: u32| {
        let word = view.slice(Span::new(at, at + 2));
        let telling = !cues.of(view.at(at)).any(Roles::USUAL);
        telling && items.iter().all(|item| view.place(*item, word).is_some())
    };
    (first.start..first.end - 1).any(shared)
}
