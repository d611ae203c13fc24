//! Parallels whose phrases differ in length: what ties them is a word that opens or closes every one.
//!
//! ```text
//! 守礁、守旗、守纪律           one verb
//! 原料必检、半成品必检、成品必检   one ending
//! ```

use super::cues::Roles;
use super::framed::twice;
use super::parallel::{PHRASE, is_series_mark, is_within_verb, splits_word};
use super::structure::is_word;
use super::{Reader, frame};
use crate::gather::Gather as _;
use crate::span::{Span, View};
use crate::text::CharClass;

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
    if !cues.of(verb).any(Roles::MORPHEME) {
        return None;
    }
    let most = if cues.of(verb).any(Roles::OPENER) { 12 } else { 8 };
    let (opening, rest) = alike(reader, run, first, (2, most, false), &|at| view.at(at) == verb)?;
    let head = run.get(first)?;
    let last = run.get(first + rest)?;
    if splits_word(reader, *head, opening, run.get(first + 1..=first + rest)?) {
        return None;
    }
    // 有时间、有精力、有底气做工作: the last goes on, and the others say where it ends.
    let length = head.end - opening;
    let equal = run.get(first + 1..first + rest)?.iter().all(|phrase| phrase.len() == length);
    let end = if equal && last.len() > length + 2 { last.start + length } else { last.end };
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
        let asks = view.look(second + place) == '不';
        // 一条船一个岗、一个码头一面旗
        let each = unit == ONE && view.at(second) == ONE;
        let small = || cues.of(unit).any(Roles::PREDICATE.or(Roles::MODERN)) || unit == ONE;
        if !asks && (place > 2 && !each || !small()) {
            return None;
        }
        let fits = |at: u32| {
            view.at(at + place) == unit
                && match (asks, each) {
                    (true, _) => view.at(at + place - 1) == view.at(at + place + 1),
                    (_, true) => view.at(at) == ONE,
                    _ => cues.of(view.at(at)).any(Roles::MORPHEME),
                }
        };
        alike(reader, run, first, (4, 12, false), &fits)
    })?;
    Some((Span::new(opening, run.get(first + rest)?.end), rest + 1))
}

/// 一
const ONE: u16 = 0x4E00;

/// 老师傅传手艺、班组长搭台子、青年工人练本领: lengths differ, every phrase closes with a verb and its object of two, which are no things.
pub(super) fn one_beat(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let Reader { view, cues, .. } = *reader;
    let role = |at: u32, roles| cues.of(view.at(at)).any(roles);
    // 青年工人练基本功夫: or its object of four.
    let beats = |phrase: &Span<View>| {
        let acts = |back: &u32| phrase.len() > back + 1 && role(phrase.end - back, Roles::MORPHEME);
        [3, 5].iter().any(acts) && !role(phrase.end - 1, Roles::SUFFIX.or(Roles::MODERN))
    };
    let goes_on = |phrase: &&Span<View>| {
        phrase.len() <= 10 && beats(phrase) && is_series_mark(reader, phrase.start - 1)
    };
    let rest = run.get(first + 1..)?.iter().take_while(goes_on).count();
    let others = run.get(first + 1..=first + rest).filter(|others| others.len() >= 2)?;
    let head = run.get(first).filter(|head| beats(head))?;
    let differ = others.iter().any(|other| view.before(other.end) != view.before(head.end));
    let start = behind_verb(reader, *head, others).filter(|at| differ && head.end - at > 4)?;
    let span = Span::new(start, others.last()?.end);
    let plain = |at: u32| is_word(view.at(at)) || is_series_mark(reader, at);
    (span.start..span.end).all(plain).then_some((span, rest + 1))
}

/// 坚持质量第一，坚持绿色引领，坚持安全为本: every phrase opens with one verb of two characters.
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
    let each = view.look(second.start) == '一' && twice(reader, second.start);
    let opens = |at: u32| match each {
        true => view.char(at) == '一' && twice(reader, at),
        false => view.slice(Span::new(at, at + 2)) == word,
    };
    if !run.get(first + 2).is_some_and(|third| opens(third.start)) {
        return None;
    }
    let orders = Roles::VERB.or(Roles::SCARE_BEFORE).or(Roles::LEAD).or(Roles::REFRAIN);
    if !each && cues.starting(view, second.start, orders).is_none_or(|(n, _)| n != 2) {
        return None;
    }
    let (opening, rest) = alike(reader, run, first, (4, PHRASE + 4, true), &opens)?;
    let phrases = run.get(first + 1..=first + rest)?;
    let head = Span::new(opening, run.get(first)?.end);
    let plain = phrases.iter().chain([&head]).all(|phrase| frame::is_han(view, *phrase));
    plain.then(|| (Span::new(opening, phrases.last().map_or(0, |p| p.end)), rest + 1))
}

/// 原料必检、半成品必检、成品必检: lengths differ, every phrase closes with the same words, which say something.
pub(super) fn one_ending(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let Reader { view, cues, .. } = *reader;
    let [head, second, third, ..] = run.get(first..)? else { return None };
    // 天更蓝了、水更清了、空气更甜了: what the words close with may stand around a third.
    let frames = |back: &u32| cues.of(view.at(second.end - back)).any(Roles::FRAME);
    let same = view.before(head.end - 1) == view.before(second.end - 1);
    let turned = turns(reader, second) || !same && acts(reader, second);
    let back = if same || turned { 2 } else { Some(3).filter(frames)? };
    let tail = |phrase: &Span<View>| {
        let plain = !turned || !turns(reader, phrase) && (same || !acts(reader, phrase));
        (if plain { view.at(phrase.end - back) } else { 0 }, view.before(phrase.end))
    };
    let ending = tail(second);
    // 全班共学的规矩: behind the last, words may follow.
    let closes = |phrase: &Span<View>, longest: u32| {
        let ended = |end: &u32| {
            let whole = *end == phrase.end || cues.of(view.at(*end)).any(Roles::TAIL);
            whole && tail(&Span::new(phrase.start, *end)) == ending
        };
        let end = (phrase.start + 3..=phrase.end.min(phrase.start + longest)).find(ended)?;
        Some(Span::new(phrase.start, end))
    };
    let third = closes(third, PHRASE)?;
    // 教书和育人相统一、潜心问道和关注社会相统一: three characters say enough, and tie longer phrases.
    let refrain = refrain(reader, &[*head, *second, third]);
    // 人员下沉、技术力量下沉、设备下沉
    let state = cues.ending(view, second.end, Roles::STATE) == Some(2);
    if !refrain && !state && !turned && !frames(&back) {
        return None;
    }
    let longest = if refrain || state { PHRASE } else { 10 };
    let whole = |phrase: &Span<View>| closes(phrase, longest).filter(|p| p.end == phrase.end);
    let head = whole(head)?;
    let mut others: Vec<Span<View>> = run.get(first + 1..)?.iter().map_while(whole).gather();
    others.extend(run.get(first + 1 + others.len()).and_then(|last| closes(last, longest)));
    let end = others.last().filter(|_| others.len() > 1)?.end;
    let lead = || behind_lead(reader, head, &others, refrain);
    let verb = || behind_verb(reader, head, &others);
    let start = match (refrain, state) {
        (false, true) => verb()?,
        (false, false) if turned => verb().unwrap_or_else(lead),
        _ => lead(),
    };
    let joins = |at| is_series_mark(reader, at) || refrain && view.char(at) == '，';
    let parted = (start..end).all(|at| is_word(view.at(at)) || joins(at));
    (parted && start + 2 < head.end).then_some((Span::new(start, end), others.len() + 1))
}

/// 田里的活轻了、跑腿的人少了、事办得顺了: what has come about.
fn turns(reader: &Reader<'_>, phrase: &Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    view.ends_with(phrase.end, "了") && cues.of(view.at(phrase.end - 2)).any(Roles::PREDICATE)
}

/// 班长领学、技术员研学、全班共学: a phrase that closes with a verb of one character.
fn acts(reader: &Reader<'_>, phrase: &Span<View>) -> bool {
    let closing = reader.cues.of(reader.view.before(phrase.end));
    phrase.len() > 3 && closing.any(Roles::MORPHEME) && !closing.any(Roles::SUFFIX)
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
    let verb = |at| cues.starting(view, at, Roles::LEAD).filter(|_| long);
    // 讲教书的故事、育人的故事: the first is as long as the others, behind a verb.
    let length = others.first().map_or(0, |other| other.len());
    let cut = head.end.saturating_sub(length);
    let equal = others.iter().all(|other| other.len() == length);
    let opens = !cues.of(view.at(cut)).any(Roles::ENDS_NOUN) && cut > head.start;
    // 新兵必须跑在前、练在前、学在前
    if !long && equal && cut > head.start && cues.ending(view, cut, Roles::LEAD).is_some() {
        return cut;
    }
    if long && equal && opens && cues.of(view.at(cut - 1)).any(Roles::MORPHEME) {
        return cut;
    }
    // 师生与家长联、与村组联: what opens all others opens the first.
    let opener = others.first().map_or(0, |other| view.at(other.start));
    let opened = others.iter().all(|other| view.at(other.start) == opener);
    if let Some(at) = (head.start..head.end).find(|at| opened && view.at(*at) == opener) {
        return at;
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
    // 十二万人次: what is counted is no refrain.
    let said = |phrase: &Span<View>| {
        frame::is_han(view, Span::new(phrase.end - 3, phrase.end))
            && !view.class(phrase.end - 3).any(CharClass::NUMERAL)
    };
    long && phrases.iter().all(said)
        && phrases.windows(2).all(|pair| matches!(pair, [a, b] if tail(a) == tail(b)))
        && phrases.iter().all(|phrase| !cues.of(view.at(phrase.end - 1)).any(Roles::SUFFIX))
}
