//! The last look: of all series of neighbouring phrases around the mention that are as many as the formula says, the one that
//! fits it best.
//!
//! A series is a list (parted by 、) or clauses of one sentence. Each sign that it explains the formula counts a little: what is
//! counted stands in every item, the items have something in common, are of one length, stand alone in their clause or their
//! sentence, near the mention, behind a marker, before their sum or before a word that names them.

use super::groups::BREAK;
use super::list::{self, ITEM};
use super::{Expansion, Mention, before, edge, heads, known};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Sort};
use crate::recognize::slogan::frame;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far from the mention a series may begin or end.
const REACH: u32 = 160;
/// Longest words between the mention and a series near it.
const NEAR: u32 = 12;
/// Longest clause that names the series before it.
const NAMED: u32 = 24;
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
/// How many signs are enough.
const ENOUGH: u32 = 4;

/// Phrases side by side.
struct Series {
    items: Vec<Span<View>>,
    /// Whether 、 parts them; else they are clauses.
    listed: bool,
    /// Whether their sum stands behind the last: 胸痛、卒中、创伤三个中心.
    summed: bool,
    /// Where the words before the first item begin.
    from: u32,
}

/// The series that fits the mention best, if it fits at all.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    best(mention, fit)
}

/// The series that has nothing of the formula, but stands beside it alone, where no mention has a better one.
pub(super) fn beside(mention: &Mention<'_>) -> Option<Expansion> {
    best(mention, lone)
}

/// The series that fits best, by this measure.
fn best(mention: &Mention<'_>, fit: impl Fn(&Mention<'_>, &Series) -> u32) -> Option<Expansion> {
    if mention.shape.sort == Sort::Code {
        return None;
    }
    let mut best = (0, Vec::new());
    for series in candidates(mention).into_iter().filter_map(|series| edged(mention, series)) {
        let fit = fit(mention, &series);
        if fit > best.0 {
            best = (fit, series.items);
        }
    }
    (best.0 >= ENOUGH).then(|| Expansion { items: best.1, status: mention.whole() })
}

/// The sentence of the mention with the one before it and the one behind.
fn region(mention: &Mention<'_>) -> Span<View> {
    let Reader { view, page, .. } = *mention.reader;
    let Span { start, end, .. } = mention.outer;
    let ends = |mark: &u32| view.class(*mark).any(BREAK);
    let until = page.marks.partition_point(|mark| *mark < start);
    let before = page.marks.get(..until).unwrap_or(&[]).iter().rev().copied();
    let from = before.take_while(|mark| mark + REACH > start).filter(ends).nth(1);
    let apart = |mark: &u32| !ends(&(mark - 1));
    let to = page.marks_in(Span::new(end + 1, end + REACH)).filter(ends).filter(apart).nth(1);
    Span::new(
        from.map_or(start.saturating_sub(REACH), |mark| mark + 1),
        to.unwrap_or(end + REACH).min(view.len()),
    )
}

/// The phrases around the mention, each up to the mark behind it.
pub(super) fn phrases(mention: &Mention<'_>) -> Vec<Span<View>> {
    let page = mention.reader.page;
    let region = region(mention);
    let (mut phrases, mut start, mut inside) = (Vec::new(), region.start, 0);
    for mark in page.marks_in(region).chain([region.end]).filter(|mark| *mark >= region.start) {
        if mark < inside {
            continue;
        }
        // 村“两委”商议
        let word = page
            .quote_at(mark)
            .filter(|quote| mark != mention.outer.start && list::is_word(mention.reader, quote));
        if let Some(quote) = word {
            inside = quote.inner.end + 1;
            continue;
        }
        let outer = mention.outer;
        if (start..=mark).contains(&outer.start) {
            phrases.put(Span::new(start, list::led_up_to(mention).max(start)));
            start = outer.end;
        }
        if mark >= start {
            phrases.put(Span::new(start, mark));
            start = mark + 1;
        }
        inside = start;
    }
    phrases
}

/// The first character and the last of what the formula counts.
fn ends(mention: &Mention<'_>) -> Vec<u16> {
    let [slot] = mention.shape.slots[..] else { return Vec::new() };
    let [first, inner @ ..] = mention.reader.view.slice(heads::counted(mention, &slot)) else {
        return Vec::new();
    };
    std::iter::once(first).chain(inner.last()).copied().gather()
}

/// All series as long as the formula says.
fn candidates(mention: &Mention<'_>) -> Vec<Series> {
    // 由稽核、举报和飞检组成的“1+1+N”
    let wanted = (mention.shape.total() + u32::from(mention.shape.open)) as usize;
    if wanted < 2 {
        return Vec::new();
    }
    let phrases = phrases(mention);
    let mut all = listed(mention, &phrases, wanted);
    all.extend(clauses(mention, &phrases, wanted));
    all
}

/// Whether 、 parts two phrases that stand side by side.
fn in_list(view: ViewText<'_>, a: &Span<View>, b: &Span<View>) -> bool {
    b.start == a.end + 1 && view.char(a.end) == '、'
}

/// The lists of so many items.
fn listed(mention: &Mention<'_>, phrases: &[Span<View>], wanted: usize) -> Vec<Series> {
    let view = mention.reader.view;
    // 新成立的分厂、车间做到同步谋划、同步部署、同步考核: of a longer list those that say what is counted.
    let told: Vec<_> = ends(mention)
        .into_iter()
        .flat_map(|unit| {
            let holds = move |item: &Span<View>| view.slice(*item).contains(&unit);
            let tied =
                move |a: &Span<View>, b: &Span<View>| in_list(view, a, b) && holds(a) && holds(b);
            let part = |run: &&[Span<View>]| {
                let ([first, ..], [.., last]) = (run, run) else { return false };
                view.char(first.start.wrapping_sub(1)) == '、' || view.char(last.end) == '、'
            };
            phrases.chunk_by(tied).filter(part).gather()
        })
        .gather();
    // 让老人安心、子女放心，设计用心、服务贴心
    let mixed = ends(mention).into_iter().flat_map(|unit| {
        let closes =
            move |item: &Span<View>| view.before(item.end) == unit || view.at(item.start) == unit;
        let tied = move |a: &Span<View>, b: &Span<View>| {
            b.start == a.end + 1
                && matches!(view.char(a.end), '、' | '，' | ';')
                && closes(b)
                && (closes(a))
        };
        let parted = |run: &[Span<View>], mark: char| {
            run.windows(2).any(|two| matches!(two, [a, _] if view.char(a.end) == mark))
        };
        phrases
            .chunk_by(tied)
            .filter(|run| {
                run.len() == wanted && parted(run, '、') && (parted(run, '，') || parted(run, ';'))
            })
            .gather()
    });
    // 和 may join the last two, or the words of the last.
    let about = |run: &&[Span<View>]| (wanted - 1..=wanted + 1).contains(&run.len());
    let whole = phrases.chunk_by(|a, b| in_list(view, a, b));
    let series = |run: &[Span<View>]| {
        let mut items = run.to_vec();
        list::split_last(view, &mut items);
        list::rejoin(view, &mut items, wanted);
        let from = run.first()?.start;
        let end = items.last()?.end;
        list::summed(mention.reader, &mut items, wanted);
        let summed = items.last()?.end < end;
        (items.len() == wanted).then_some(Series { items, listed: true, summed, from })
    };
    whole.chain(told).chain(mixed).filter(about).filter_map(series).gather()
}

/// So many clauses of one sentence.
fn clauses(mention: &Mention<'_>, phrases: &[Span<View>], wanted: usize) -> Vec<Series> {
    let view = mention.reader.view;
    let clauses: Vec<_> = phrases
        .chunk_by(|a, b| in_list(view, a, b))
        .filter_map(|run| Some(Span::new(run.first()?.start, run.last()?.end)))
        .gather();
    let in_sentence = |a: &Span<View>, b: &Span<View>| {
        b.start == a.end + 1 && matches!(view.char(a.end), '，' | ',' | ';')
    };
    let mut all = Vec::new();
    for run in clauses.chunk_by(in_sentence) {
        // 务必谦虚，务必奋斗，务必敢斗 are three, and no two of them.
        let opening = |clause: &Span<View>| view.at(clause.start);
        let one_of = |(from, items): &(usize, &[Span<View>])| {
            let beside = [run.get(from.wrapping_sub(1)), run.get(from + wanted)];
            let rest = items.iter().skip(1).map(opening);
            let goes_on = |other: &Span<View>| rest.clone().all(|unit| unit == opening(other));
            beside.into_iter().flatten().any(goes_on)
        };
        let windows = run.windows(wanted).enumerate().filter(|window| !one_of(window));
        all.extend(windows.filter_map(|(_, items)| {
            let from = items.first()?.start;
            Some(Series { items: items.to_vec(), listed: false, summed: false, from })
        }));
    }
    all
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
    let Series { items, listed, .. } = series;
    let view = mention.reader.view;
    let ([first, .., last], [ones @ .., _]) = (&items[..], &mention.shape.slots[..]) else {
        return 0;
    };
    let verb = is_deed(mention);
    let (least, most) = list::lengths(items);
    let list = *listed && items.len() > 2 && most <= THING.min(least + SPREAD);
    if !list || verb || ones.iter().any(|one| one.count > 1) {
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
fn is_deed(mention: &Mention<'_>) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    let slot = mention.shape.slots.last();
    slot.is_some_and(|slot| {
        slot.head.len() == 1 && cues.of(view.at(slot.head.start)).any(Roles::MORPHEME)
    })
}

/// 带头过“五关”，识图用图、指挥作业、…: a clause behind, perhaps behind the noun, that is nothing but the list up to `mark`.
fn alone_behind(mention: &Mention<'_>, series: &Series, mark: u32) -> bool {
    let Series { items, from, .. } = series;
    let view = mention.reader.view;
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
    let short = noun.is_empty() && (closed || ends && most < PHRASE);
    let phrases = least >= PHRASE && (ends || most == least);
    // 电工12人、焊工9人: how many there are of each.
    let digit = |at: u32| view.class(at).is(CharClass::DIGIT);
    let amount = |item: &Span<View>| (item.start..item.end).any(digit);
    begins
        && clause
        && !items.iter().any(amount)
        && (phrases || items.len() > 4 && least + 1 >= PHRASE || short)
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
            view.at(item.start) == *unit || view.at(item.start + more) == *unit
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

/// What the place of a series says.
#[derive(Default)]
struct Place {
    /// Few words stand between it and the mention.
    near: bool,
    /// It opens the sentence behind the one that the mention closes.
    next: bool,
    /// None does.
    touches: bool,
    /// It is all of its clause, or all of its sentence.
    alone: bool,
    /// Words name it with the mention: 管它叫“三个一次”.
    named: bool,
    /// It is what the mention says: 会议、报表是压在头上的“两座大山”.
    is: bool,
    /// A colon, a dash or a bracket opens it.
    marked: bool,
    /// Words number its phrases.
    points: bool,
    /// Its phrases are what is done, and open the sentence behind the one that the mention closes.
    opens: bool,
    /// What it costs that a sentence ends between.
    far: u32,
    /// How many other signs speak against it.
    against: u32,
}

impl Place {
    fn signs(&self) -> u32 {
        let Self { near, next, touches, alone, named, is, marked, .. } = *self;
        [near, next, touches, alone, named, named, named, is, marked, marked]
            .map(u32::from)
            .iter()
            .sum()
    }
}

/// 一方面…，另一方面…; 既…，又…; 先…，再…
fn points(mention: &Mention<'_>, items: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    items.iter().all(|item| cues.starting(view, item.start, Roles::MORE).is_some())
}

fn place(mention: &Mention<'_>, series: &Series, own: u32) -> Place {
    let Reader { view, cues, .. } = *mention.reader;
    let ([first, ..], [.., last]) = (&series.items[..], &series.items[..]) else {
        return Place::default();
    };
    let outer = mention.outer;
    let behind = first.start >= outer.end;
    let between: Span<View> = match behind {
        true => Span::new(outer.end, first.start.min(series.from)),
        false => Span::new(last.end, outer.start),
    };
    let ends = |at: u32| view.class(at).any(BREAK);
    let word = |at: &u32| view.class(*at).any(CharClass::HAN.or(CharClass::DIGIT));
    let marks = (between.start..between.end).filter(|at| !word(at)).count();
    let apart = view.find(between.start, between.end, BREAK).is_some();
    let most = if behind {
        NEAR
    } else if apart {
        1
    } else {
        NEAR / 2
    };
    let near = marks <= 1 && between.len() <= most;
    let left = first.start.wrapping_sub(1);
    // 业界要在“三感”上下功夫，即新鲜感、人情味、故事感
    let marker = || {
        let length = cues.ending(view, first.start, Roles::MARKER_AFTER)?;
        let says = length == 1 || chars::IS.at(view, left);
        Some(says && view.follows(first.start - length, '，'))
    };
    let opened = edge::opens(view, left) || behind && marker() == Some(true);
    let bounded = |at: u32| view.class(at).any(CharClass::CLAUSE_END) || view.char(at) == '—';
    let alone = match series.listed {
        true => {
            (bounded(left) || first.start == 0) && (bounded(last.end) || last.end == outer.start)
        }
        false => {
            (ends(left) || opened || behind && near)
                && (ends(last.end)
                    || !behind && last.end + 1 >= outer.start
                    || behind && view.class(last.end + 1).is(CharClass::DIGIT))
        }
    };
    let points = !series.listed && points(mention, &series.items);
    // “四位一体”监督运转顺畅，这一体系包括纪检、巡察、…
    let marker = cues.ending(view, first.start, Roles::MARKER_AFTER);
    let led = first.start - marker.unwrap_or(0);
    let led = marker.is_some() && (led <= series.from || view.char(series.from) == '这');
    // “三员”由法官、调解员、网格员组成; but who a team is has a name for what it does.
    let closes = |length: u32| length > 1 && bounded(last.end + length);
    let made = view.follows(first.start, '由')
        && cues.starting(view, last.end, Roles::MARKER_BEFORE).is_some_and(closes)
        && cues.starting(view, outer.end, Roles::NOUN).is_none();
    let told = behind
        && (own > 0 || !is_deed(mention))
        && (led || near && (made || edge::sums_up(view, last.end)));
    let whole = made || edge::sums_up(view, last.end);
    let alone = alone || series.listed && told && (whole || bounded(last.end));
    // 紧扣“四市战略”，拼经济、稳就业、惠民生: what was done.
    let acts = series.listed && series.items.iter().all(|item| mention.begins_with_verb(*item));
    let done = behind && own == 0 && acts && !apart;
    // 推行“三会”制度以来，会议短了: what came of it. 亮了灯、亮了牌。这次“三亮”…
    let comma = u32::from(view.char(between.start) == '，');
    let is = view.char(between.start + comma) == '是' && view.follows(between.end, '的');
    let named = !behind && between.len() <= NAMED && (is || names(mention, between));
    let came = behind && chars::SINCE_THEN.at(view, series.from.wrapping_sub(2))
        || !behind
            && (apart || !named)
            && (if apart { series.from } else { first.start }..last.end)
                .any(|at| view.char(at) == '了');
    let far = if near || !apart || behind && own > 2 { 0 } else { 2 - u32::from(behind) };
    let against = u32::from(done) + 4 * u32::from(came);
    Place {
        near,
        next: behind && near && apart && ends(series.from.wrapping_sub(1)),
        touches: between.is_empty(),
        alone,
        named,
        is: !behind && is,
        marked: (near || !apart) && (opened || points || told),
        points,
        opens: behind && near && apart && (acts || mention.counts_characters()),
        far,
        against,
    }
}

/// Whether the words between a series and the mention behind it name the series: 这三件事, 管它叫“三个一次”.
fn names(mention: &Mention<'_>, between: Span<View>) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    // 老师、民警组成“三必到”小分队: the team is what they make, and has a name for what it does.
    let team = cues.starting(view, mention.outer.end, Roles::NOUN).is_some();
    let name = |at: u32| {
        let marker = cues.ending(view, at, Roles::MARKER_BEFORE).filter(|length| *length > 1);
        let makes = |length: u32| cues.exact(view, Span::new(at - length, at)).any(Roles::COVERS);
        marker.is_some_and(|length| !(team && makes(length)))
            || cues.ending(view, at, Roles::NAMING).is_some()
    };
    view.follows(between.end, '这')
        || before::this(mention)
        || (between.start + 1..=between.end).any(name)
}
