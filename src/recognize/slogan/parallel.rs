//! Parallels: three or more neighbouring phrases on one frame, in running text.
//!
//! ```text
//! 坚持 以种促养、以养促加、以加促销 的路子
//! ```
//!
//! The phrases between two marks have sure edges, the first and the last have not: they are cut to the length of the ones
//! between. Plain lists of nouns (水稻、小麦、玉米) have equal lengths too, so the frame has to be one of phrases: a shared
//! verb in front, a shared predicate behind, a shared character inside, or verb and object throughout.

use super::cues::Roles;
use super::series::is_hard;
use super::structure::is_word;
use super::{Found, Reader, frame, refrain};
use crate::annotation::SloganKind;
use crate::span::{Span, View};
use crate::text::CharClass;

/// Longest phrase of a parallel.
pub(super) const PHRASE: u32 = 16;
/// Most phrases of a run looked at together.
const RUN: usize = 40;

/// Finds parallels.
pub(super) fn find(reader: &Reader<'_>, found: &mut Found) {
    let mut run: Vec<Span<View>> = Vec::new();
    let mut start = 0;
    let end = reader.view.len();
    for mark in reader.page.marks.iter().copied().chain(std::iter::once(end)) {
        let phrase = Span::new(start, mark);
        start = mark + 1;
        if phrase.len() >= 6 {
            chant(reader, phrase, found);
        }
        let joins = matches!(reader.view.look(mark), '、' | '，' | ',' | ';');
        if phrase.is_empty() || run.len() == RUN {
            read(reader, &run, found);
            run.clear();
        }
        if !phrase.is_empty() {
            run.push(phrase);
        }
        if !joins {
            read(reader, &run, found);
            run.clear();
        }
    }
}

/// Finds the parallels of one run of phrases.
fn read(reader: &Reader<'_>, run: &[Span<View>], found: &mut Found) {
    match over_semicolons(reader, run) {
        Some(span) => found.slogan(reader, span, SloganKind::Parallel, "framed-series"),
        None => parts(reader, run).for_each(|run| within(reader, run, found)),
    }
}

/// The phrases between one ； and the next.
fn parts<'r>(reader: &Reader<'_>, run: &'r [Span<View>]) -> impl Iterator<Item = &'r [Span<View>]> {
    run.chunk_by(|_, next| reader.view.look(next.start - 1) != ';')
}

/// 哪里有水，哪里有树；哪里有人，哪里有路: one word ties all phrases, or one is taken up in every pair.
fn over_semicolons(reader: &Reader<'_>, run: &[Span<View>]) -> Option<Span<View>> {
    parts(reader, run).nth(1)?;
    let tied = |first: usize| {
        let (span, used) = refrain::one_word(reader, run, first)?;
        (first + used == run.len()).then_some(span)
    };
    (0..run.len()).find_map(tied).or_else(|| echoed(reader, run))
}

/// 群众想什么，我们就干什么；群众缺什么，我们就补什么；…: three pairs and more that open alike; the second phrase closes with a word that the
/// first has too.
fn echoed(reader: &Reader<'_>, run: &[Span<View>]) -> Option<Span<View>> {
    let view = reader.view;
    let word = |end: u32| view.slice(Span::new(end - 2, end));
    let (first, last) = (run.first()?, run.last()?);
    let echoes = |pair: &[Span<View>]| {
        matches!(pair, [a, b] if a.len().min(b.len()) > 3
            && view.at(a.start) == view.at(first.start)
            && word(b.end) == word(last.end)
            && (a.start + 2..=a.end).any(|end| word(end) == word(last.end))
            && frame::is_han(view, *a)
            && frame::is_han(view, *b))
    };
    let pairs = || parts(reader, run);
    (pairs().count() > 2 && pairs().all(echoes)).then(|| Span::new(first.start, last.end))
}

/// Finds the parallels of phrases without ； between them.
fn within(reader: &Reader<'_>, run: &[Span<View>], found: &mut Found) {
    if run.len() < 3 {
        return;
    }
    let mut at = 0;
    while at + 2 < run.len() {
        match window(reader, run, at) {
            Some((span, used)) => {
                // What stands in quotation marks has been judged.
                let quote = span.start.checked_sub(1).and_then(|at| reader.page.quote_at(at));
                let judged = quote.is_some_and(|quote| quote.inner == span);
                if !judged && !reader.page.in_title(span.start) {
                    found.slogan(reader, span, SloganKind::Parallel, "framed-series");
                }
                at += used;
            }
            None => at += 1,
        }
    }
}

/// A parallel whose first phrase is `run[first]`: its span and how many phrases it took.
fn window(reader: &Reader<'_>, run: &[Span<View>], first: usize) -> Option<(Span<View>, usize)> {
    // 有的拍照、有的品茶: who did what.
    if run.get(first + 1).is_none_or(|phrase| reader.view.starts_with(phrase.start, "有的")) {
        return None;
    }
    refrain::one_order(reader, run, first)
        .or_else(|| equal_lengths(reader, run, first))
        .or_else(|| refrain::one_verb(reader, run, first))
        .or_else(|| refrain::one_ending(reader, run, first))
        .or_else(|| refrain::one_word(reader, run, first))
        .or_else(|| refrain::one_manner(reader, run, first))
        .or_else(|| refrain::one_place(reader, run, first))
        .or_else(|| refrain::one_beat(reader, run, first))
        .or_else(|| refrain::one_act(reader, run, first))
}

/// Phrases of one length, the first and the last cut to it; as many as stand on the frame.
fn equal_lengths(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let view = reader.view;
    let length = run.get(first + 1)?.len();
    let head =
        run.get(first).filter(|head| head.len() >= length && (2..=PHRASE).contains(&length))?;
    let alike = run.get(first + 1..)?.iter().take(MANY).take_while(|p| p.len() == length);
    let last = run.get(first + 1 + alike.clone().count()).filter(|last| last.len() > length);
    if last.is_none() && alike.clone().count() < 2 {
        return None;
    }
    let cut = head.end - length;
    if is_within_verb(reader, cut) {
        return None;
    }
    let mut phrases = vec![Span::new(cut, head.end)];
    phrases.extend(alike);
    let mut held = frame::shared(view, &phrases);
    if held.is_some_and(opens_with_one) && splits_word(reader, *head, cut, &phrases) {
        return None;
    }
    if let Some(last) = last {
        let cut = Span::new(last.start, last.start + length);
        let fewer = held;
        phrases.push(cut);
        held = frame::shared(view, &phrases);
        // 不是减责任、减担当，更不是躺平: behind another mark the series is over.
        let mark = |phrase: &Span<View>| view.char(phrase.start - 1);
        let goes_on = run.get(first + 1).is_some_and(|second| mark(second) == mark(last));
        // 抓在手上、扛在肩上、落在行动上: what closes all others closes the last.
        let closing = fewer.is_some_and(|shared| shared.suffix > 0)
            && last.len() == length + 1
            && view.at(last.end - 1) == view.at(head.end - 1);
        // 平安是福、平安是家、平安是责任: what three characters open goes to its end, unless words behind a series follow.
        let opened = held.is_some_and(|shared| shared.prefix > 2)
            && last.len() <= PHRASE
            && !reader.cues.of(reader.view.at(cut.end)).any(Roles::TAIL);
        let whole = closing || opened || ends_one_later(reader, *last, &phrases, held);
        let closed = whole || tail_fits(reader, cut.end, &phrases, held);
        if goes_on && closed && is_parallel(reader, &phrases, held) {
            let span = cover(reader, &phrases)?;
            return Some((
                if whole { Span::new(span.start, last.end) } else { span },
                phrases.len(),
            ));
        }
        phrases.pop();
        held = fewer;
    }
    while phrases.len() >= 3 {
        if is_parallel(reader, &phrases, held) {
            return Some((cover(reader, &phrases)?, phrases.len()));
        }
        phrases.pop();
        held = frame::shared(view, &phrases);
    }
    None
}

/// What phrases have in common, looked up once.
type Held = Option<frame::Shared>;

/// Whether phrases open with one character, and agree in nothing more than their ends.
fn opens_with_one(shared: frame::Shared) -> bool {
    shared.prefix == 1 && (shared.inner.is_none() || shared.suffix == 0)
}

/// Most phrases of one parallel.
const MANY: usize = 11;

fn is_parallel(reader: &Reader<'_>, phrases: &[Span<View>], held: Held) -> bool {
    // Clauses meet by chance in one place: long ones have to agree in two.
    let clauses =
        phrases.iter().skip(1).any(|p| matches!(reader.view.char(p.start - 1), '，' | ','));
    let long = phrases.first().is_some_and(|phrase| phrase.len() >= 5);
    // 不是减责任、减担当，更不是…: short ones close with the mark they began with.
    let mark = |phrase: &Span<View>| reader.view.char(phrase.start - 1);
    let mixed = match phrases {
        // 门上，贴横幅、贴标语、贴画: what goes before the series has a mark of its own.
        [_, second, third, fourth, ..]
            if mark(second) != mark(third) && mark(third) == mark(fourth) =>
        {
            true
        }
        [_, second, .., last] => mark(second) != mark(last),
        _ => false,
    };
    phrases.len() >= 3
        && is_frame(reader, phrases, held)
        && (!(clauses && long || mixed) || is_tied(reader, phrases, held))
}

/// From the first phrase to the last. 以对党负责、对人民负责、对未来负责: what opens all others opens the first.
fn cover(reader: &Reader<'_>, phrases: &[Span<View>]) -> Option<Span<View>> {
    let view = reader.view;
    let [first, rest @ ..] = phrases else { return None };
    let unit = view.at(rest.first()?.start);
    let opened = rest.iter().all(|phrase| view.at(phrase.start) == unit);
    let start = (first.start..first.end).find(|at| opened && view.at(*at) == unit);
    Some(Span::new(start.unwrap_or(first.start), rest.last()?.end))
}

/// Whether the words behind a cut phrase may follow a series; a frame of several characters needs no such word.
fn tail_fits(reader: &Reader<'_>, at: u32, phrases: &[Span<View>], held: Held) -> bool {
    // 以破釜沉舟的决心、背水一战的勇气、滴水穿石的韧劲推进…: a noun ends where those before it did.
    let noun =
        |i: u32| phrases.iter().all(|p| p.len() > 5 && reader.view.char(p.start + i) == '的');
    held.and_then(|shared| shared.inner).is_some_and(noun)
        || reader.cues.of(reader.view.at(at)).any(Roles::TAIL)
        || is_tied(reader, phrases, held)
}

/// Whether more than one place ties the phrases.
fn is_tied(reader: &Reader<'_>, phrases: &[Span<View>], held: Held) -> bool {
    is_strong(reader, phrases, held) || is_bound(reader, phrases, held)
}

/// 把药送到床头、把饭送到桌上、把信送到最远村: the last phrase has one character more, which is no word behind a series.
fn ends_one_later(
    reader: &Reader<'_>,
    last: Span<View>,
    phrases: &[Span<View>],
    held: Held,
) -> bool {
    let long =
        phrases.first().is_some_and(|phrase| phrase.len() >= 5 && phrase.len() + 1 == last.len());
    long && (opened(held) || is_strong(reader, phrases, held))
        && !reader.cues.of(reader.view.at(last.end - 1)).any(Roles::TAIL)
}

/// Whether all phrases open with the same character.
fn opened(held: Held) -> bool {
    held.is_some_and(|shared| shared.prefix > 0)
}

/// 周强负责布线，吴敏负责调音; 一班…，二班…: who does what, by names or numbers.
pub(super) fn is_shared_out(reader: &Reader<'_>, phrases: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *reader;
    let opening = |phrase: &Span<View>| view.at(phrase.start);
    let named = |phrase: &Span<View>| {
        let unit = opening(phrase);
        cues.of(unit).any(Roles::SURNAME) || CharClass::of(unit).any(CharClass::NUMERAL)
    };
    phrases.iter().all(named)
        && phrases.windows(2).all(|pair| matches!(pair, [a, b] if opening(a) != opening(b)))
}

/// Whether the phrases agree in two places.
fn is_strong(reader: &Reader<'_>, phrases: &[Span<View>], held: Held) -> bool {
    held.is_some_and(|shared| {
        let within = u32::from(shared.inner.is_some());
        let long = shared.within > 2 && !is_shared_out(reader, phrases);
        shared.prefix + shared.suffix + within >= 2 || long
    })
}

/// Whether long clauses are bound by how they open: 以…，以…，以…; 层层…，人人…，处处…; 勤的…，懒的….
fn is_bound(reader: &Reader<'_>, phrases: &[Span<View>], held: Held) -> bool {
    let Reader { view, cues, .. } = *reader;
    let leads = |first: &Span<View>| {
        let roles = cues.of(view.at(first.start));
        let told = cues.starting(view, first.start, Roles::REPORT).is_some();
        first.len() >= 5 && roles.any(Roles::MORPHEME.or(Roles::LEAD)) && !told
    };
    // 支部建设是基础，产业发展是支撑，村民增收是根本
    let is = |p: &Span<View>| p.len() > 4 && view.char(p.end - 3) == '是';
    opened(held) && phrases.first().is_some_and(leads)
        || phrases.iter().all(is)
        || doubled(reader, phrases)
        || phrases.iter().all(|phrase| view.char(phrase.start + 1) == '的')
}

/// 层层, 一项项: the character at `at`, or the one behind 一, is said twice.
pub(super) fn twice(reader: &Reader<'_>, at: u32) -> bool {
    let at = at + u32::from(reader.view.char(at) == '一');
    reader.view.at(at) == reader.view.at(at + 1)
}

/// 层层、级级、人人: every phrase opens with one character said twice.
fn doubled(reader: &Reader<'_>, phrases: &[Span<View>]) -> bool {
    phrases.iter().all(|phrase| phrase.len() >= 4 && twice(reader, phrase.start))
}

/// Whether phrases of one length stand on one frame.
fn is_frame(reader: &Reader<'_>, phrases: &[Span<View>], held: Held) -> bool {
    let Reader { view, cues, .. } = *reader;
    if phrases.iter().any(|phrase| !frame::is_han(view, *phrase)) || is_hard(reader, phrases) {
        return false;
    }
    let Some(length) = phrases.first().map(|phrase| phrase.len()) else { return false };
    if doubled(reader, phrases) {
        return true;
    }
    let verb = |phrase: &Span<View>| cues.of(view.at(phrase.start)).any(Roles::MORPHEME);
    let thing = |phrase: &Span<View>| cues.of(view.at(phrase.end - 1)).any(Roles::SUFFIX);
    let state = |phrase: &Span<View>| cues.ending(view, phrase.end, Roles::STATE) == Some(2);
    let result = |p: &Span<View>| cues.of(view.at(p.start + 1)).any(Roles::PREDICATE);
    match held {
        Some(shared) => is_shared_frame(reader, phrases, shared),
        None if length == 3 => {
            let said = |phrase: &Span<View>| cues.of(view.at(phrase.end - 1)).any(Roles::PREDICATE);
            let doing = phrases.iter().all(verb);
            // 政治强、业务精、作风硬
            let verbs = phrases.iter().filter(|phrase| verb(phrase)).count();
            let being = phrases.iter().all(said) && verbs * 3 <= phrases.len();
            let things = phrases.iter().filter(|phrase| thing(phrase)).count();
            // 备足煤、修好炉、管好线
            let done = doing && phrases.iter().all(result);
            done || (doing || being) && things * 2 < phrases.len()
        }
        // 选优、育强、管严、用好
        None if length == 2 => {
            let said = |phrase: &Span<View>| cues.of(view.at(phrase.end - 1)).any(Roles::PREDICATE);
            phrases.len() >= 4 && phrases.iter().all(|phrase| verb(phrase) && said(phrase))
        }
        None if length > 4 => {
            let series = phrases.iter().skip(1).all(|p| is_series_mark(reader, p.start - 1));
            // 原原本本学、逐字逐句悟、联系实际做
            let said = |p: &Span<View>| cues.of(view.at(p.end - 1)).any(Roles::PREDICATE);
            let acts = length == 5 && phrases.iter().all(|p| said(p) && !thing(p));
            // 当好主心骨、选准突破口: a verb with its result
            let done = length == 5 && phrases.iter().all(|p| verb(p) && result(p));
            // 清单式管理、项目化推进
            let styled = |p: &Span<View>| matches!(view.char(p.start + 2), '化' | '式');
            let manner = length == 5 && phrases.iter().all(styled);
            // 刀刃向内查问题、举一反三建制度
            let object = |p: &Span<View>| cues.of(view.at(p.end - 3)).any(Roles::MORPHEME);
            // 加强领导班子、完善考核办法: plain verbs with their objects
            let order = |p: &Span<View>| {
                let word = cues.starting(view, p.start, Roles::VERB.or(Roles::LEAD));
                word.is_some_and(|(n, _)| n == 2)
            };
            let tails = (5..=7).contains(&length)
                && phrases.iter().all(object)
                && phrases.iter().filter(|phrase| thing(phrase)).count() * 3 <= phrases.len()
                && !phrases.iter().all(order);
            // 题目从车间里来、办法由老师傅定
            let placed = |p: &Span<View>| cues.of(view.at(p.start + 2)).any(Roles::OPENER);
            let led = length > 5 && phrases.iter().all(placed);
            series
                && length <= 8
                && (acts || done || manner || tails || led || phrases.iter().all(state))
        }
        None => {
            length == 4
                && (phrases.iter().all(state)
                    || all_beat(reader, phrases)
                    || phrases.iter().all(|p| dares(reader, *p)))
        }
    }
}

/// 学深悟透, 入脑入心: a verb in the first place and one in the third.
fn beats_twice(reader: &Reader<'_>, phrase: Span<View>) -> bool {
    let verb = |at: u32| reader.cues.of(reader.view.at(at)).any(Roles::MORPHEME);
    verb(phrase.start) && verb(phrase.start + 2)
}

/// 强筋铸魂、真抓实干: all beat twice, some of them in the second place and the fourth.
fn all_beat(reader: &Reader<'_>, phrases: &[Span<View>]) -> bool {
    let late = |p: &Span<View>| beats_twice(reader, Span::new(p.start + 1, p.end + 1));
    let early = |p: &Span<View>| beats_twice(reader, *p);
    phrases.iter().any(early) && phrases.iter().all(|p| early(p) || late(p))
}

/// 勇当先锋, 敢闯新路: two verbs and an object.
fn dares(reader: &Reader<'_>, phrase: Span<View>) -> bool {
    let verb = |at: u32| reader.cues.of(reader.view.at(at)).any(Roles::MORPHEME);
    verb(phrase.start) && verb(phrase.start + 1)
}

fn is_shared_frame(reader: &Reader<'_>, phrases: &[Span<View>], shared: frame::Shared) -> bool {
    let Reader { view, cues, .. } = *reader;
    let Some(first) = phrases.first().copied() else { return false };
    let role = |at: u32, roles| cues.of(view.at(at)).any(roles);
    let verbs = phrases.iter().all(|phrase| role(phrase.start, Roles::MORPHEME));
    // 知农爱农、为农解忧、助农增收
    if first.len() == 4 && all_beat(reader, phrases) {
        return true;
    }
    // 党建与项目相融、党建与服务相融
    if shared.prefix > 1 && shared.suffix > 1 {
        return true;
    }
    let things = phrases.iter().filter(|phrase| role(phrase.end - 1, Roles::SUFFIX)).count();
    // 案例说德、案例说纪; 学校的树学校栽、学校的路学校修
    let opening = first.start..first.start + shared.prefix;
    let said = |at: u32| role(at, Roles::FRAME.or(Roles::MODERN).or(Roles::MORPHEME));
    if shared.prefix > 2 && opening.skip(2).any(said) && things * 2 < phrases.len() {
        return true;
    }
    // 有事好商量、遇事多商量
    let closed = shared.suffix > 1 && shared.suffix + shared.within > 2;
    if closed && first.len() < 7 && !role(first.end - 1, Roles::SUFFIX) {
        return true;
    }
    // 广辟市场、广纳人才
    let second = |p: &Span<View>| role(p.start + 1, Roles::MORPHEME.or(Roles::PREDICATE));
    if shared.prefix == 1 && first.len() == 4 && phrases.iter().all(second) {
        return true;
    }
    // 班前查、班中看、班后评
    let done = |p: &Span<View>| role(p.end - 1, Roles::MORPHEME);
    if shared.prefix == 1 && first.len() == 3 && things == 0 && phrases.iter().all(done) {
        return true;
    }
    if shared.prefix > 0 {
        let verb = role(first.start, Roles::MORPHEME)
            || first.len() > 4 && role(first.start, Roles::LEAD)
            || cues
                .starting(view, first.start, Roles::VERB)
                .is_some_and(|(n, _)| n <= shared.prefix);
        if verb || shared.suffix > 0 && role(first.end - 1, Roles::PREDICATE) {
            return true;
        }
    }
    // 质量立企、创新兴企、人才强企; 一线调研、一线会商
    let acts = |p: &Span<View>| role(p.start + 2, Roles::MORPHEME);
    let placed = || cues.exact(view, Span::new(first.start, first.start + 2)).any(Roles::OPENER);
    let tied = shared.suffix == 1 && first.len() == 4 || shared.prefix == 2 && placed();
    if tied && phrases.iter().all(acts) {
        return true;
    }
    if shared.suffix > 0 {
        // 发现一起、查处一起、通报一起
        let counted = shared.suffix == 2 && first.len() >= 4 && view.char(first.end - 2) == '一';
        if counted {
            return true;
        }
        // 干与不干不一样、干多干少不一样
        let things = role(first.end - 1, Roles::SUFFIX);
        let refrain = shared.suffix >= 3 && first.len() >= shared.suffix + 2;
        // 夜间巡查有骨干: a thing, but there is one.
        let has = shared.suffix == 3 && role(first.end - 3, Roles::FRAME);
        let framed = || (0..shared.suffix).any(|i| role(first.end - 1 - i, Roles::FRAME));
        if refrain && (has || !things && framed()) {
            return true;
        }
        // 组织设置规范化、队伍建设专业化
        if role(first.end - 1, Roles::STATE) && first.len() > 4 {
            return true;
        }
        // 加大招商力度、提升服务温度: each opens with a verb of its own.
        let ordered = |p: &Span<View>| {
            let verb = cues.starting(view, p.start, Roles::VERB.or(Roles::LEAD));
            verb.is_some_and(|(length, _)| length == 2)
        };
        if first.len() >= 6 && shared.prefix == 0 && phrases.iter().all(ordered) {
            return true;
        }
        let predicate = role(first.end - 1, Roles::PREDICATE) && shared.suffix < 2;
        // 安心从教、热心从教、舒心从教
        if shared.suffix + 1 == first.len() && first.len() >= 4 && !things {
            return true;
        }
        let state = shared.suffix >= 2 && cues.ending(view, first.end, Roles::STATE) == Some(2);
        if predicate || state || verbs && !things {
            return true;
        }
    }
    // 一窗受理、一站调处、一网流转
    let state = |phrase: &Span<View>| cues.ending(view, phrase.end, Roles::STATE) == Some(2);
    if (4..=8).contains(&first.len()) && phrases.iter().all(state) {
        return true;
    }
    // 感党恩、听党话、跟党走
    // 包到乡、沉到村、落到田
    let reached = shared.inner == Some(1) && role(first.start + 1, Roles::PREDICATE);
    if first.len() == 3 && shared.inner.is_some() && verbs && (things == 0 || reached) {
        return true;
    }
    // 讲好乡村故事、传播乡村声音
    if shared.within > 1 && verbs {
        return true;
    }
    shared.inner.is_some_and(|i| {
        first.len() >= 4 && !role(first.start + i, Roles::SUFFIX) && shared.suffix < 2
            || role(first.start + i, Roles::FRAME)
    })
}

/// 消防安全网、防溺水网、防欺凌网: 防 opens the others, but in the first it is half a word. Where all close with one thing
/// too, the words before the cut have to let a phrase open, or what opens it is no half of a word.
pub(super) fn splits_word(
    reader: &Reader<'_>,
    head: Span<View>,
    at: u32,
    others: &[Span<View>],
) -> bool {
    let Reader { view, cues, .. } = *reader;
    let closing = view.at(head.end - 1);
    let things = !cues.of(closing).any(Roles::PREDICATE)
        && others.iter().all(|other| view.at(other.end - 1) == closing);
    let opens = at == head.start
        || cues.ending(view, at, Roles::LEAD.or(Roles::VERB)).is_some()
        || cues.of(view.at(at - 1)).any(Roles::MORPHEME.or(Roles::BEFORE_PHRASE));
    things && !opens && !cues.of(view.at(at)).any(Roles::OPENER)
}

/// 建立以…: 立 opens nothing.
pub(super) fn is_within_verb(reader: &Reader<'_>, at: u32) -> bool {
    let verb = reader.cues.ending(reader.view, at + 1, Roles::VERB.or(Roles::LEAD));
    verb.is_some_and(|length| length > 1)
}

pub(super) fn is_series_mark(reader: &Reader<'_>, at: u32) -> bool {
    reader.view.look(at) == '、'
}

/// 讲学习讲政治讲正气: one character opens three or more beats of one length, without marks between.
fn chant(reader: &Reader<'_>, phrase: Span<View>, found: &mut Found) {
    let view = reader.view;
    for beat in [3, 2, 4] {
        let Some(last) = phrase.end.checked_sub(beat) else { continue };
        let unit = view.at(last);
        // Two of three beats first: nearly no phrase has them.
        if phrase.len() / beat < 3 || view.at(last - beat) != unit {
            continue;
        }
        let beats = (0..phrase.len() / beat)
            .take_while(|i| view.at(last - i * beat) == unit)
            .count() as u32;
        let start = last - (beats.max(1) - 1) * beat;
        let verb = reader.cues.of(unit).any(Roles::MORPHEME)
            && !CharClass::of(unit).any(CharClass::NUMERAL);
        let span = Span::new(start, phrase.end);
        let plain = view.slice(span).iter().all(|unit| is_word(*unit)) && frame::is_han(view, span);
        if beats >= 3 && verb && plain && !uniform(reader, span, beat) {
            found.slogan(reader, span, SloganKind::Parallel, "chant");
            return;
        }
    }
}

/// Whether all beats are the same.
fn uniform(reader: &Reader<'_>, span: Span<View>, beat: u32) -> bool {
    let view = reader.view;
    (span.start..span.end - beat).all(|at| view.at(at) == view.at(at + beat))
}
