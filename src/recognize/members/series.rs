//! Phrases side by side around a mention, as many as the formula says: the items of a list, or the clauses of a sentence.

use super::groups::BREAK;
use super::{Mention, heads, list};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::structure::opens_quote;
use crate::span::{Span, View};
use crate::text::ViewText;

/// How far from the mention a series may begin or end.
const REACH: u32 = 160;
/// About as many phrases as stand so near.
const ROOM: usize = 48;

/// Phrases side by side.
pub(super) struct Series {
    pub items: Vec<Span<View>>,
    /// Whether 、 parts them; else they are clauses.
    pub listed: bool,
    /// Whether their sum stands behind the last: 胸痛、卒中、创伤三个中心.
    pub summed: bool,
    /// Where the words before the first item begin.
    pub from: u32,
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
    let (mut phrases, mut start, mut inside) = (Vec::with_capacity(ROOM), region.start, 0);
    for mark in page.marks_in(region).chain([region.end]).filter(|mark| *mark >= region.start) {
        if mark < inside {
            continue;
        }
        // 村“两委”商议
        // 物业骨干、“银发先锋”
        let listed = || mention.reader.view.follows(mark, '、');
        let quote =
            || page.quote_at(mark).filter(|quote| listed() || list::is_word(mention.reader, quote));
        let opens = mark != mention.outer.start && opens_quote(mention.reader.view.unit(mark));
        let word = opens.then(quote).flatten();
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

/// How many phrases a series has. 由稽核、举报和飞检组成的“1+1+N”: an open place is one more.
pub(super) fn wanted(mention: &Mention<'_>) -> usize {
    (mention.shape.total() + u32::from(mention.shape.open)) as usize
}

/// All series as long as the formula says, or the lists among them.
pub(super) fn candidates(mention: &Mention<'_>, lists: bool) -> Vec<Series> {
    let wanted = wanted(mention);
    if wanted < 2 {
        return Vec::new();
    }
    let phrases = phrases(mention);
    let mut all = listed(mention, &phrases, wanted);
    if !lists {
        all.extend(clauses(mention, &phrases, wanted));
    }
    all
}

/// Whether 、 parts two phrases that stand side by side.
fn in_list(view: ViewText<'_>, a: &Span<View>, b: &Span<View>) -> bool {
    b.start == a.end + 1 && view.look(a.end) == '、'
}

/// The lists of so many items.
fn listed(mention: &Mention<'_>, phrases: &[Span<View>], wanted: usize) -> Vec<Series> {
    let view = mention.reader.view;
    // 和 may join the last two, or the words of the last.
    let joined = |run: &[Span<View>]| run.last().is_some_and(|last| list::may_split(view, *last));
    let about = |run: &&[Span<View>]| match run.len() {
        length if length + 1 == wanted => joined(run),
        length => length == wanted || length == wanted + 1,
    };
    let mut runs = phrases.chunk_by(|a, b| in_list(view, a, b)).filter(about).gather();
    let ends = ends(mention);
    // 新成立的分厂、车间做到同步谋划、同步部署、同步考核: of a longer list those that say what is counted.
    for unit in &ends {
        let holds = |item: &Span<View>| view.slice(*item).contains(unit);
        let tied = |a: &Span<View>, b: &Span<View>| in_list(view, a, b) && holds(a) && holds(b);
        for run in phrases.chunk_by(tied).filter(about) {
            if let ([first, ..], [.., last]) = (run, run)
                && (view.follows(first.start, '、') || view.char(last.end) == '、')
            {
                runs.put(run);
            }
        }
    }
    // 让老人安心、子女放心，设计用心、服务贴心
    for unit in &ends {
        let closes =
            |item: &Span<View>| view.before(item.end) == *unit || view.at(item.start) == *unit;
        let tied = |a: &Span<View>, b: &Span<View>| {
            b.start == a.end + 1
                && matches!(view.look(a.end), '、' | '，' | ';')
                && closes(b)
                && closes(a)
        };
        for run in phrases.chunk_by(tied).filter(|run| run.len() == wanted) {
            let parted = |mark: char| {
                run.windows(2).any(|two| matches!(two, [a, _] if view.char(a.end) == mark))
            };
            if parted('、') && (parted('，') || parted(';')) {
                runs.put(run);
            }
        }
    }
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
    runs.into_iter().filter_map(series).gather()
}

/// So many clauses of one sentence.
fn clauses(mention: &Mention<'_>, phrases: &[Span<View>], wanted: usize) -> Vec<Series> {
    let view = mention.reader.view;
    let clauses: Vec<_> = phrases
        .chunk_by(|a, b| in_list(view, a, b))
        .filter_map(|run| Some(Span::new(run.first()?.start, run.last()?.end)))
        .gather();
    let in_sentence = |a: &Span<View>, b: &Span<View>| {
        b.start == a.end + 1 && matches!(view.look(a.end), '，' | ',' | ';')
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
