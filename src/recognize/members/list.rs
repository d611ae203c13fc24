//! Lists in running text: items parted by 、, the last two perhaps by 和 or 以及.

use super::Mention;
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
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
/// Furthest that 被 stands before 称为.
const PASSIVE: u32 = 6;
/// Longest quotation inside an item.
const WORD: u32 = 6;

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
        view.char(end) == '等'
            // 资质等级
            && view.char(end + 1) != '级'
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
            items.put(Span::new(start, end));
            if view.char(close + 1) != '、' {
                return (items, false);
            }
            end = close + 1;
            start = end + 1;
        } else if c == '、' {
            items.put(Span::new(start, end));
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
    items.put(Span::new(start, end));
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
        items.put(Span::new(start, mark));
        start = mark + 1;
        if !matches!(view.char(mark), '、' | '，' | ',' | ';') {
            break;
        }
    }
    let short = items.iter().all(|item| !item.is_empty() && item.len() <= ITEM);
    let goes_on = view.char(start - 1) == '、';
    (short && !goes_on && items.len() == wanted && wanted <= ITEMS).then_some(items)
}

fn ends_list(view: ViewText<'_>, at: u32) -> bool {
    let class = view.class(at);
    class.any(CharClass::CLAUSE_END.or(CharClass::OPEN).or(CharClass::CLOSE))
        || view.char(at) == '—'
}

/// Whether words stand around a short quotation: 村“两委”商议. A formula is one that everybody knows.
pub(super) fn is_word(reader: &Reader<'_>, quote: &Quote) -> bool {
    // Asked again for every formula near it.
    let known = quote.is_word.get();
    known.unwrap_or_else(|| {
        let word = stands_among_words(reader, quote);
        quote.is_word.set(Some(word));
        word
    })
}

fn stands_among_words(reader: &Reader<'_>, quote: &Quote) -> bool {
    let Reader { view, cues, lists, .. } = *reader;
    let Span { start, end, .. } = quote.outer();
    let han = |at: u32| view.class(at).is(CharClass::HAN);
    let short = quote.inner.len() <= WORD && frame::is_han(view, quote.inner);
    let known = || lists.glossary.holds(view, quote.inner);
    let unknown = || formula::parse(view, quote.inner, cues).is_none();
    short
        && start > 0
        && han(start - 1)
        && if han(end) {
            unknown() || known()
        } else {
            view.at(end) != OPEN && (known() || quote.chain == quote.outer() && unknown())
        }
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

/// Where in `last` a joining word may stand. Without marks it may be all of the text: nobody joins what is so long.
fn inside(last: Span<View>) -> Span<View> {
    Span::new(last.start + 1, last.end.saturating_sub(1).min(last.start + 3 * ITEM))
}

/// Whether a joining word may part `last`.
#[inline(never)]
pub(super) fn may_split(view: ViewText<'_>, last: Span<View>) -> bool {
    view.slice(inside(last)).iter().any(|unit| chars::AND.hold(*unit))
}

/// Parts the last item at its joining word: 茶叶和花椒.
pub(crate) fn split_last(view: ViewText<'_>, items: &mut Vec<Span<View>>) {
    let Some(last) = items.pop() else { return };
    let Span { start, end, .. } = inside(last);
    let joint = |word: &str| (start..end).find(|at| view.starts_with(*at, word));
    let words = [("以及", 2), ("和", 1), ("与", 1), ("及", 1)].into_iter();
    let found = may_split(view, last)
        .then(|| words.into_iter().find_map(|(word, length)| Some((joint(word)?, length))))
        .flatten();
    match found {
        Some((at, length)) => {
            items.put(Span::new(last.start, at));
            items.put(Span::new(at + length, last.end));
        }
        None => items.put(last),
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
        // 物业骨干、“银发先锋”: a quotation may be an item.
        let quote = stop.checked_sub(1).and_then(|close| reader.page.quote_closing_at(close));
        let quote = quote.map(Quote::outer).filter(|outer| view.follows(outer.start, '、'));
        if let Some(outer) = quote.filter(|_| items.len() <= wanted) {
            items.put(Span::new(outer.start + 1, outer.end - 1));
            stop = outer.start - 1;
            continue;
        }
        let mark = reader.page.mark_before(stop);
        let start = mark.map_or(0, |mark| mark + 1).max(stop.saturating_sub(ITEM * 2));
        if start >= stop {
            break;
        }
        items.put(Span::new(start, stop));
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

/// Where the words begin that tie a list to the mention behind it: …组成的, …为标准开展, …被村民称为; else where that begins.
pub(super) fn led_up_to(mention: &Mention<'_>) -> u32 {
    let Reader { view, cues, .. } = *mention.reader;
    let start = mention.outer.start;
    let ending = |end: u32, roles| cues.ending(view, end, roles).filter(|length| *length > 1);
    let marker = |end: u32| ending(end, Roles::MARKER_BEFORE).map(|length| end - length);
    let verb = || ending(start, Roles::VERB.or(Roles::LEAD)).and_then(|verb| marker(start - verb));
    let Some(marker) = marker(start).or_else(verb) else { return start };
    let passive = (marker.saturating_sub(PASSIVE)..marker).rev();
    let mut passive = passive.take_while(|at| view.class(*at).is(CharClass::HAN));
    // 银杏、香榧、红豆杉被村民称为“三宝”
    let end = passive.find(|at| view.char(*at) == '被').unwrap_or(marker);
    let end = end - u32::from(view.follows(end, '，') || view.follows(end, ','));
    // 集生产、仓储、住宿于一体的
    let end = end - u32::from(view.follows(end, '于'));
    end - u32::from(view.follows(end, '等'))
}

/// 思想教育、安全和环保管理: where a list is one item too long, 和 may join the words of its last one, unless they close alike.
pub(super) fn rejoin(view: ViewText<'_>, items: &mut Vec<Span<View>>, wanted: usize) {
    let [.., before, last] = items[..] else { return };
    let alike = before.len() == last.len() || view.at(before.end - 1) == view.at(last.end - 1);
    // 厨厕清爽美、邻里和睦美
    let whole = items.len().checked_sub(3).and_then(|other| items.get(other));
    let alike = alike && whole.is_none_or(|other| other.len() != last.end - before.start);
    // 党建与经营、党建与改革两个融合
    let sum = |at: u32| formula::numeral(view, at).is_some_and(|sum| sum.0 as usize == wanted);
    let told = || (last.start + 1..last.end).any(sum);
    if items.len() == wanted + 1
        && (wanted > 2 || told())
        && view.char(before.end) != '、'
        && !alike
    {
        items.truncate(wanted);
        items.pop();
        items.put(Span::new(before.start, last.end));
    }
}

/// …、小豆坊、小食品间办得红红火火: the last item is so long that it is not told where it ends.
pub(super) fn trails_off(items: &[Span<View>]) -> bool {
    let Some((last, rest)) = items.split_last() else { return false };
    let (_, most) = lengths(rest);
    rest.len() > 1 && last.len() > 2 * most + 2
}

/// What `part` makes of the items, if it makes something of each. Written out once: a loop of its own is dear for what is rare.
#[inline(never)]
pub(super) fn each(
    items: &[Span<View>],
    part: &mut dyn FnMut(&Span<View>) -> Option<Span<View>>,
) -> Option<Vec<Span<View>>> {
    items.iter().map(part).collect()
}

/// The lengths of the shortest item and of the longest.
#[inline(never)]
pub(super) fn lengths(items: &[Span<View>]) -> (u32, u32) {
    let lengths = || items.iter().map(|item| item.len());
    (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0))
}

/// Whether the lengths of items are near enough to be items of one list.
pub(super) fn alike(items: &[Span<View>]) -> bool {
    let (least, most) = lengths(items);
    most - least <= 1
}

/// Whether all are of one length.
pub(super) fn even(items: &[Span<View>]) -> bool {
    items.windows(2).all(|two| matches!(two, [a, b] if a.len() == b.len()))
}

/// Whether the numeral at `at` is the sum of `wanted` items.
fn sums(view: ViewText<'_>, at: u32, wanted: usize) -> bool {
    formula::numeral(view, at).is_some_and(|found| found.0 as usize == wanted)
}

/// 税务所、法庭、司法所三家单位: the sum behind the last item is cut off; but 通过三级考核 is one item.
pub(super) fn summed(reader: &Reader<'_>, items: &mut [Span<View>], wanted: usize) {
    let Some((last, rest)) = items.split_last_mut() else { return };
    let least = lengths(rest).0.max(1);
    // 氢能6个: nobody writes a numeral of a name in digits.
    let digit = |at: &u32| reader.view.class(*at).is(CharClass::DIGIT);
    // 推动党建与生产经营、党建与改革发展两个融合: the first may be longer by its verb.
    let counts =
        |at: &u32| reader.cues.starting(reader.view, at + 1, Roles::PLAIN_CLASSIFIER).is_some();
    let far = |at: &u32| *at >= last.start + least || digit(at) || counts(at);
    if let Some(at) =
        (last.start + least.min(2)..last.end).filter(far).find(|at| sums(reader.view, *at, wanted))
    {
        last.end = at;
    }
}
