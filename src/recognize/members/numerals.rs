//! A numeral that the text takes up, and what it says of it: 3个支部; 采摘、炒制、包装3个重点; “3”即红榜、积分、议事三件法宝.

use super::list::{self, ITEM};
use super::{Mention, edge};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Sort};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far a numeral may stand behind the one before it.
pub(super) const NEXT: u32 = 80;
/// Longest 这一条主线.
const THIS: u32 = 5;

/// A numeral of the formula with the words it counts.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// `None` for an open place.
    pub(super) count: Option<u32>,
    pub(super) head: Span<View>,
}

/// Where the text takes a numeral up.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) words: Span<View>,
    /// Where that begins which is said of it: behind “1”是, or with the numeral itself in 1个总站.
    pub(super) said: u32,
}

/// A numeral before what it counts at `at`, or the N of an open place before a classifier (not X光机), and its value.
pub(super) fn counts_something(reader: &Reader<'_>, at: u32) -> Option<(Place, Option<u32>)> {
    let Reader { view, cues, .. } = *reader;
    // 多个小组, 若干条线
    let some = match view.char(at) {
        '多' => 1,
        '若' => 2 * u32::from(view.char(at + 1) == '干'),
        _ => u32::from(view.class(at).is(CharClass::LATIN)),
    };
    // Nearly everywhere nothing does, and whole sentences are asked.
    if some == 0 && !formula::may_stand(view, at) {
        return None;
    }
    let open = || (some > 0).then_some((None, some));
    let numeral = formula::numeral(view, at).map(|(count, length)| (Some(count), length));
    let (count, length) = numeral.or_else(open)?;
    let inside = at > 0 && view.class(at - 1).any(CharClass::DIGIT.or(CharClass::NUMERAL));
    let end = at + length;
    let sign = count.is_none() || view.class(at).is(CharClass::DIGIT);
    let this = at > 0 && view.char(at - 1) == '这' && count == Some(1);
    let time = lasts(view, end);
    let counts = this
        || time
        || sign && view.class(end).is(CharClass::HAN)
        || cues.starting(view, end, Roles::CLASSIFIER.or(Roles::PLAIN_CLASSIFIER)).is_some();
    // 每周5天
    let often = at > 1 && view.char(at - 2) == '每';
    (!inside && counts && (time || !placed(view, end)))
        .then_some((Place { words: Span::new(at, end), said: at - 2 * u32::from(often) }, count))
}

/// 3月, 2号楼, 4层: a date, an address.
pub(super) fn placed(view: ViewText<'_>, at: u32) -> bool {
    chars::PLACED.at(view, at)
}

/// 七日, 三年: a length of time, where no digits stand before it.
fn lasts(view: ViewText<'_>, at: u32) -> bool {
    chars::LENGTH_OF_TIME.at(view, at) && !view.class(at.saturating_sub(1)).is(CharClass::DIGIT)
}

/// 采摘、炒制、包装 before 3个重点.
pub(super) fn listed_before(
    mention: &Mention<'_>,
    at: u32,
    from: u32,
    wanted: usize,
) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let (mut items, goes_on) = list::backward(mention.reader, at, wanted);
    let starts = items.first().is_some_and(|first| first.start >= from);
    if wanted < 2 || goes_on || items.len() != wanted || !starts {
        return None;
    }
    edge::first(mention, &mut items)?;
    let digits = |item: &Span<View>| {
        item.is_empty() || view.find(item.start, item.end, CharClass::DIGIT).is_some()
    };
    (!items.iter().any(digits)).then_some(items)
}

/// 紧扣高质量发展这一主线: what 这一 takes up.
pub(super) fn called(reader: &Reader<'_>, at: u32, from: u32) -> Option<Vec<Span<View>>> {
    let Reader { view, page, .. } = *reader;
    let end = at.checked_sub(1).filter(|this| view.char(*this) == '这')?;
    let start = page.mark_before(end).map_or(0, |mark| mark + 1);
    let item = Span::new((start + edge::led(reader, start)).min(end), end);
    (start >= from && (2..=ITEM).contains(&item.len())).then(|| vec![item])
}

/// What is said of a numeral up to `stop`: a list of its length, or the phrase.
pub(super) fn said(
    mention: &Mention<'_>,
    place: Place,
    stop: u32,
    count: Option<u32>,
) -> Option<Vec<Span<View>>> {
    let Mention { reader, shape, .. } = *mention;
    let view = reader.view;
    let wanted = count.unwrap_or(0) as usize;
    // “N”是楼长、店主、保洁员等: all that is listed.
    if count.is_none() {
        let (items, _) = list::forward(reader, place.said);
        if let [first, .., last] = items[..]
            && last.end <= stop
        {
            // 遍布镇街、园区的若干服务点和工作站: a list inside a phrase.
            let listed = items.iter().rfind(|item| view.follows(item.start, '、')).unwrap_or(&last);
            let part =
                view.holds(Span::new(listed.start, last.end), '的') && !view.holds(first, '的');
            return Some(if part { vec![Span::new(first.start, last.end)] } else { items });
        }
    }
    let from = place.said.max(place.words.end);
    // “碧水”总品牌: a quotation that opens what is said is part of it.
    let quote = reader.page.quote_at(from).map(|quote| quote.inner);
    let past = quote.map_or(from, |inner| inner.end + 1).min(stop);
    let phrase = view.run(past, stop, CharClass::HAN.or(CharClass::DIGIT));
    let bare = place.said == place.words.start;
    let marker = reader.cues.starting(view, phrase + 1, Roles::MARKER_AFTER);
    let behind = phrase + 1 + marker.unwrap_or(0);
    let listed = if bare { behind } else { place.said };
    if wanted > 1 && listed < stop {
        let (mut items, _) = list::forward(reader, listed);
        let end = items.last().map_or(0, |last| last.end);
        list::rejoin(view, &mut items, wanted);
        list::summed(reader, &mut items, wanted);
        let last = items.last().map_or(0, |last| last.end);
        if items.len() == wanted && last <= stop {
            if last < end {
                unled(reader, &mut items);
            }
            // “3”即红榜、积分、议事三件法宝: a member for each addend.
            let first = items.first().map_or(0, |first| first.start);
            let whole = last < end && end <= stop && shape.sort != Sort::Counted;
            return Some(if whole { vec![Span::new(first, end)] } else { items });
        }
    }
    // 锚定一个目标，建设科研高地；….
    let clause = view.find(behind, stop, CharClass::CLAUSE_END);
    if let Some(end) = clause.filter(|end| bare && wanted == 1 && view.char(*end) == ';')
        && end - behind <= ITEM
    {
        return Some(vec![Span::new(behind, end)]);
    }
    let joined = ["以及", "和", "与", "及"].into_iter().find(|word| view.ends_with(phrase, word));
    // Before a mark it is the end of a verb: 参与、
    let closed = view.class(phrase).any(CharClass::CLAUSE_END) || view.char(phrase) == '、';
    let joined = joined.filter(|_| !closed);
    let end = phrase - joined.map_or(0, |word| word.chars().count() as u32);
    // 由1名法官、2名调解员组成; 1名医生、1名村医轮流上门
    let makes = |at: &u32| {
        let behind = Roles::MARKER_BEFORE.or(Roles::TAIL);
        reader.cues.starting(view, *at, behind).is_some_and(|length| length > 1)
    };
    let end = (past..end).find(makes).filter(|_| bare).unwrap_or(end);
    // 一名师傅搭配两名徒弟: a verb stands before the next.
    let next = phrase == stop && formula::numeral(view, stop).is_some();
    let tied = joined.is_none() && next && end > past + 3;
    let end = end - if tied { 2 } else { 0 };
    let item = match quote {
        Some(inner) if bare || inner.end + 1 != end => Span::new(place.said, end.max(place.said)),
        Some(inner) => inner,
        None => Span::new(place.said, end.max(place.said)),
    };
    let item = pointed(reader, item);
    (1..=ITEM).contains(&item.len()).then(|| vec![item])
}

/// 建好支部、班组、责任区三级阵地: the verb of their sum is none of the first.
fn unled(reader: &Reader<'_>, items: &mut [Span<View>]) {
    let lead = |item: &Span<View>| {
        let verb = edge::led(reader, item.start);
        if verb < item.len() { verb } else { 0 }
    };
    let [first, others @ ..] = items else { return };
    if others.iter().all(|item| lead(item) == 0) {
        first.start += lead(first);
    }
}

/// 突出质量这个核心, 安全生产这条主线: what 这 points back to, without the verb.
fn pointed(reader: &Reader<'_>, item: Span<View>) -> Span<View> {
    let view = reader.view;
    let this = (item.start + 2..item.end).rev().find(|at| view.char(*at) == '这');
    let Some(this) = this.filter(|at| item.end - at <= THIS) else { return item };
    Span::new((item.start + edge::led(reader, item.start)).min(this), this)
}
