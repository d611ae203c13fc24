//! Parallels whose phrases open alike, whatever their lengths.
//!
//! ```text
//! 守礁、守旗、守纪律                      one verb
//! 坚持质量第一，坚持绿色引领，坚持安全为本   one word
//! 修一口井、铺一段路、办一间图书室          a verb and the small word behind it
//! ```

use super::cues::Roles;
use super::framed::twice;
use super::parallel::{PHRASE, is_series_mark, is_within_verb, splits_word};
use super::structure::is_word;
use super::{Reader, frame};
use crate::recognize::chars;
use crate::span::{Span, View};

/// Where the phrase `run[first]` begins that opens as `fits` wants it, with two and more behind it that do from their starts; how
/// many these are. Lengths lie in `lengths`; between phrases that are no `clauses` stands 、.
#[inline(never)]
fn alike(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
    (least, most, clauses): (u32, u32, bool),
    fits: &dyn Fn(u32) -> bool,
) -> Option<(u32, usize)> {
    let goes_on = |phrase: &&Span<View>| {
        (least..=most).contains(&phrase.len())
            && (clauses || is_series_mark(reader, phrase.start - 1))
            && fits(phrase.start)
    };
    let rest = run.get(first + 1..)?.iter().take_while(goes_on).count();
    if rest < 2 {
        return None;
    }
    let head = run.get(first)?;
    let low = head.end.saturating_sub(most).max(head.start);
    let opens = |at: &u32| fits(*at) && !is_within_verb(reader, *at);
    let opening = (low..(head.end + 1).saturating_sub(least)).rev().find(opens)?;
    Some((opening, rest))
}

/// 守礁、守旗、守纪律: lengths differ, every phrase opens with one verb.
pub(super) fn one_verb(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let Reader { view, cues, .. } = *reader;
    let verb = view.at(run.get(first + 1)?.start);
    // 由群众跑转向干部跑…: words like 由 open long phrases as verbs do, but 从大连、从宁波 are places.
    // 把…搬进车间，把…写在炉前，把…用在产线: behind commas too, where all are brought somewhere.
    let brought = |phrase: &Span<View>| {
        view.char(phrase.start) == '把' && chars::BROUGHT.at(view, phrase.end - 3)
    };
    let story = run.get(first).is_some_and(|p| chars::HE.at(view, p.start));
    let clauses = !story && run.iter().skip(first + 1).take(2).all(brought);
    let lengths = match (cues.of(verb).any(Roles::MORPHEME), cues.of(verb).any(Roles::OPENER)) {
        (true, false) => (2, 8, false),
        (verb, true) => (if verb { 2 } else { 6 }, PHRASE, clauses),
        _ => return None,
    };
    let (opening, rest) = alike(reader, run, first, lengths, &|at| view.at(at) == verb)?;
    let head = run.get(first)?;
    let last = run.get(first + rest)?;
    if splits_word(reader, *head, opening, run.get(first + 1..=first + rest)?) {
        return None;
    }
    // 有时间、有精力、有底气做工作: the last goes on, and the others say where it ends.
    let length = head.end - opening;
    let equal = run.get(first + 1..first + rest)?.iter().all(|phrase| phrase.len() == length);
    let end =
        if equal && length < 5 && last.len() > length + 2 { last.start + length } else { last.end };
    Some((Span::new(opening, end), rest + 1))
}

/// 修一口井、铺一段路、办一间图书室: lengths differ, a verb opens every phrase and one small word follows it. 标准对不对得上、账目清不清:
/// or every phrase asks.
pub(super) fn one_place(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let Reader { view, cues, .. } = *reader;
    let second = run.get(first + 1)?.start;
    let (opening, rest) = (1..=4).find_map(|place| {
        let unit = view.at(second + place);
        let asks = view.char(second + place) == '不';
        // 一条船一个岗、一个码头一面旗
        let each = unit == ONE && view.at(second) == ONE;
        // 宽敞的货场、整洁的食堂 are things.
        let small = || {
            let small = cues.of(unit).any(Roles::PREDICATE.or(Roles::MODERN)) || unit == ONE;
            small && view.char(second + place) != '的'
        };
        if !asks && (place > 2 && !each || !small()) {
            return None;
        }
        let fits = |at: u32| match (asks, each) {
            (true, _) => {
                view.at(at + place) == unit && view.at(at + place - 1) == view.at(at + place + 1)
            }
            (_, true) => view.at(at + place) == unit && view.at(at) == ONE,
            _ => {
                // 讲一堂课、走访一次宿舍: a verb of one character or of two, and something is counted.
                let one = |n: u32| view.at(at + n) == ONE;
                let acts = cues.of(view.at(at)).any(Roles::MORPHEME);
                let two = unit == ONE && (one(2) && is_word(view.at(at + 4)) || one(1) && acts);
                two || view.at(at + place) == unit && acts
            }
        };
        alike(reader, run, first, (4, 12, false), &fits)
    })?;
    // 精读一本专著、上好一节公开课: where all others open with a verb of two characters, the first does.
    let head = run.get(first)?.start;
    let two = |phrase: &Span<View>| view.at(phrase.start + 2) == ONE;
    let all = run.get(first + 1..=first + rest)?.iter().all(two);
    let opening = opening - u32::from(all && opening > head && view.at(opening + 1) == ONE);
    Some((Span::new(opening, run.get(first + rest)?.end), rest + 1))
}

/// 一
const ONE: u16 = 0x4E00;

/// 坚持质量第一，坚持绿色引领，坚持安全为本: every phrase opens with one verb of two characters or more.
#[inline(never)]
pub(super) fn one_word(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let Reader { view, cues, .. } = *reader;
    let second = run.get(first + 1)?;
    let word = view.slice(Span::new(second.start, second.start + 2));
    // 一项项规划落地生根，一个个村庄焕然一新
    let each = view.char(second.start) == '一' && twice(reader, second.start);
    // 既会种树又会算账，既懂土又懂水，既…
    let both = view.char(second.start) == '既';
    // 既查账，也查人，还查作风
    let more = |at: u32| cues.of(view.at(at)).any(Roles::MORE);
    let verb = view.at(second.start + 1);
    let adds = !both && more(second.start) && cues.of(verb).any(Roles::MORPHEME);
    // 管的是…，管的是…; 听得懂、听得进、听得明白
    let said = view.starts_with(second.start + 1, "的是") || view.char(second.start + 1) == '得';
    let opens = |at: u32| match each {
        true => view.char(at) == '一' && twice(reader, at),
        false if adds => (more(at) || view.char(at) == '既') && view.at(at + 1) == verb,
        false => both && view.char(at) == '既' || view.slice(Span::new(at, at + 2)) == word,
    };
    if !run.get(first + 2).is_some_and(|third| opens(third.start)) {
        return None;
    }
    let orders =
        Roles::VERB.or(Roles::SCARE_BEFORE).or(Roles::LEAD).or(Roles::REFRAIN).or(Roles::DEED);
    if !each
        && !both
        && !adds
        && !said
        && cues.starting(view, second.start, orders).is_none_or(|n| n < 2)
    {
        return None;
    }
    let least = if said { 3 } else { 4 };
    let (opening, rest) = alike(reader, run, first, (least, PHRASE + 4, true), &opens)?;
    if adds && view.char(opening) != '既' {
        return None;
    }
    let phrases = run.get(first + 1..=first + rest)?;
    let head = Span::new(opening, run.get(first)?.end);
    let plain = phrases
        .iter()
        .chain([&head])
        .all(|phrase| frame::parts(view, *phrase).iter().all(|part| frame::is_han(view, *part)));
    // 铁一般信仰、铁一般纪律、铁一般担当已经熔铸…: the last goes on behind a small word, and the others say where it ends.
    let last = phrases.last()?;
    let end = last.start + head.len();
    let goes_on = last.end > end + 2
        && phrases.iter().rev().skip(1).all(|phrase| phrase.len() == head.len())
        && cues.of(view.at(end)).any(Roles::TAIL.or(Roles::USUAL).or(Roles::BEFORE_PHRASE));
    plain.then(|| (Span::new(opening, if goes_on { end } else { last.end }), rest + 1))
}
