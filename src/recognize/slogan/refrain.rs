//! Parallels whose phrases differ in length: what ties them is a word that opens or closes every one.
//!
//! ```text
//! 守礁、守旗、守纪律           one verb
//! 原料必检、半成品必检、成品必检   one ending
//! ```

use super::cues::Roles;
use super::parallel::{PHRASE, is_series_mark, splits_word};
use super::structure::is_word;
use super::{Reader, frame};
use crate::span::{Span, View};

/// 严禁无票作业，严禁违规动火，严禁擅自解除闭锁: where lengths differ, the word that opens every phrase says more than they.
pub(super) fn one_order(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let (span, used) = one_word(reader, run, first)?;
    let phrases = run.get(first + 1..first + used)?;
    let differ = phrases.windows(2).any(|pair| matches!(pair, [a, b] if a.len() != b.len()));
    differ.then_some((span, used))
}

/// 守礁、守旗、守纪律: lengths differ, every phrase opens with one verb.
pub(super) fn one_verb(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let Reader { view, cues, .. } = *reader;
    let verb = view.at(run.get(first + 1)?.start);
    if !cues.of(verb).any(Roles::MORPHEME) {
        return None;
    }
    let most = if cues.of(verb).any(Roles::OPENER) { 12 } else { 8 };
    let fits = |phrase: &&Span<View>| {
        (2..=most).contains(&phrase.len())
            && view.at(phrase.start) == verb
            && is_series_mark(reader, phrase.start - 1)
    };
    let rest = run.get(first + 1..)?.iter().take_while(fits).count();
    let head = run.get(first)?;
    let opening = (head.start..head.end.saturating_sub(1))
        .rev()
        .take(most as usize)
        .find(|at| view.at(*at) == verb)?;
    let last = run.get(first + rest)?;
    if rest < 2 || splits_word(reader, *head, opening, run.get(first + 1..=first + rest)?) {
        return None;
    }
    // 有时间、有精力、有底气做工作: the last goes on, and the others say where it ends.
    let length = head.end - opening;
    let equal = run.get(first + 1..first + rest)?.iter().all(|phrase| phrase.len() == length);
    let end = if equal && last.len() > length + 2 { last.start + length } else { last.end };
    Some((Span::new(opening, end), rest + 1))
}

/// 坚持质量第一，坚持绿色引领，坚持安全为本: every phrase opens with one verb of two characters.
pub(super) fn one_word(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let Reader { view, cues, .. } = *reader;
    let second = run.get(first + 1)?;
    let orders = Roles::VERB.or(Roles::SCARE_BEFORE).or(Roles::LEAD).or(Roles::REFRAIN);
    if cues.starting(view, second.start, orders).is_none_or(|(n, _)| n != 2) {
        return None;
    }
    let word = view.slice(Span::new(second.start, second.start + 2));
    let opens = |at: u32| view.slice(Span::new(at, at + 2)) == word;
    let fits = |phrase: &&Span<View>| {
        (4..=PHRASE + 4).contains(&phrase.len())
            && opens(phrase.start)
            && frame::is_han(view, **phrase)
    };
    let rest = run.get(first + 1..)?.iter().take_while(fits).count();
    let head = run.get(first)?;
    let low = head.end.saturating_sub(PHRASE).max(head.start);
    let opening = (low..head.end.saturating_sub(3)).rev().find(|at| opens(*at))?;
    let whole = frame::is_han(view, Span::new(opening, head.end));
    let end = run.get(first + rest)?.end;
    (whole && rest >= 2).then_some((Span::new(opening, end), rest + 1))
}

/// 安全是天、安全是家、安全是责任: lengths differ, every phrase opens with the same words and 是, 就是 or 为.
pub(super) fn one_copula(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let view = reader.view;
    let head = run.get(first)?;
    let second = run.get(first + 1)?;
    let same = (0..head.len().min(second.len()))
        .take_while(|i| view.at(head.start + i) == view.at(second.start + i))
        .count() as u32;
    let opening = view.slice(Span::new(head.start, head.start + same));
    if same < 3 || view.char(head.start + same - 1) != '是' {
        return None;
    }
    let fits = |phrase: &&Span<View>| {
        phrase.len() <= PHRASE && phrase.len() > same && view.slice(**phrase).starts_with(opening)
    };
    let count = run.get(first..)?.iter().take_while(fits).count();
    let end = run.get(first + count.checked_sub(1)?)?.end;
    (count >= 3).then_some((Span::new(head.start, end), count))
}

/// 原料必检、半成品必检、成品必检: lengths differ, every phrase closes with the same words, which say something.
pub(super) fn one_ending(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let Reader { view, cues, .. } = *reader;
    let last = run.get(first + 2).filter(|last| last.len() > 2)?;
    // 教书和育人相统一、潜心问道和关注社会相统一: three characters say enough, and tie longer phrases.
    let refrain = refrain(reader, run.get(first..first + 3)?);
    // 人员下沉、技术力量下沉、设备下沉
    let state = cues.ending(view, last.end, Roles::STATE) == Some(2);
    if !refrain && !state && !cues.of(view.at(last.end - 2)).any(Roles::FRAME) {
        return None;
    }
    let ending = view.slice(Span::new(last.end - 2, last.end));
    let longest = if refrain || state { PHRASE } else { 10 };
    let ends = |phrase: &&Span<View>| {
        (3..=longest).contains(&phrase.len())
            && view.slice(Span::new(phrase.end - 2, phrase.end)) == ending
    };
    let rest = run.get(first + 1..)?.iter().take_while(ends).count();
    let head = run.get(first).filter(ends)?;
    if rest < 2 {
        return None;
    }
    let others = run.get(first + 1..=first + rest)?;
    let start = match state && !refrain {
        true => behind_verb(reader, *head, others)?,
        false => behind_lead(reader, *head, others, refrain),
    };
    let end = run.get(first + rest)?.end;
    let parted = (start..end).all(|at| is_word(view.at(at)) || is_series_mark(reader, at));
    (parted && start + 2 < head.end).then_some((Span::new(start, end), rest + 1))
}

/// 设施全面提速、服务质量全面提升: lengths differ, every phrase closes with a state that comes about in one manner.
pub(super) fn one_manner(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let Reader { view, cues, .. } = *reader;
    let head = run.get(first).filter(|head| head.len() >= 6)?;
    let manner = |end: u32| view.slice(Span::new(end - 4, end - 2));
    let fits = |phrase: &&Span<View>| {
        (6..=PHRASE).contains(&phrase.len())
            && manner(phrase.end) == manner(head.end)
            && cues.ending(view, phrase.end, Roles::STATE) == Some(2)
            && frame::is_han(view, **phrase)
    };
    let rest = run.get(first + 1..)?.iter().take_while(fits).count();
    let others = run.get(first + 1..=first + rest).filter(|others| others.len() >= 2)?;
    let start = behind_verb(reader, *head, others)?;
    let state = cues.ending(view, head.end, Roles::STATE) == Some(2);
    let whole = state && frame::is_han(view, Span::new(start, head.end));
    whole.then_some((Span::new(start, others.last()?.end), rest + 1))
}

/// Where a phrase begins behind 即, 做到 and the like; a long one also behind 要坚持.
fn behind_lead(reader: &Reader<'_>, head: Span<View>, others: &[Span<View>], long: bool) -> u32 {
    let Reader { view, cues, .. } = *reader;
    let marker = |at| cues.starting(view, at, Roles::MARKER_AFTER.or(Roles::LEAD));
    let verb = |at| cues.starting(view, at, Roles::LEAD.or(Roles::VERB)).filter(|_| long);
    // 讲教书的故事、育人的故事: the first is as long as the others, behind a verb.
    let length = others.first().map_or(0, |other| other.len());
    let cut = head.end.saturating_sub(length);
    let equal = others.iter().all(|other| other.len() == length);
    let opens = !cues.of(view.at(cut)).any(Roles::ENDS_NOUN) && cut > head.start;
    if long && equal && opens && cues.of(view.at(cut - 1)).any(Roles::MORPHEME) {
        return cut;
    }
    let from = head.start + u32::from(long && view.char(head.start) == '要');
    from + marker(from).or_else(|| verb(from)).map_or(0, |(length, _)| length)
}

/// Where the first phrase begins that is no longer than the `others`, behind a verb where words stand before it.
fn behind_verb(reader: &Reader<'_>, head: Span<View>, others: &[Span<View>]) -> Option<u32> {
    let most = others.iter().map(|phrase| phrase.len()).max()?;
    let least = others.iter().map(|phrase| phrase.len()).min()?;
    let verb = |at: u32| {
        let word = at - u32::from(reader.view.ends_with(at, "了"));
        let length = reader.cues.ending(reader.view, word, Roles::LEAD.or(Roles::VERB));
        length.is_some_and(|n| n > 1) && reader.view.char(at) != '了'
    };
    let low = head.end.saturating_sub(most + 1).max(head.start);
    let high = head.end.checked_sub(least.saturating_sub(1))?;
    let cut = (low..=high).find(|at| *at > head.start && verb(*at));
    cut.or_else(|| (head.len() <= most).then_some(head.start))
}

/// Whether three long phrases close with the same three characters that name no thing.
fn refrain(reader: &Reader<'_>, phrases: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *reader;
    let tail = |phrase: &Span<View>| view.slice(Span::new(phrase.end - 3, phrase.end));
    let long = phrases.iter().all(|phrase| phrase.len() >= 6);
    long && phrases.windows(2).all(|pair| matches!(pair, [a, b] if tail(a) == tail(b)))
        && phrases.iter().all(|phrase| !cues.of(view.at(phrase.end - 1)).any(Roles::SUFFIX))
}
