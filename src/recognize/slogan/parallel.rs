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
use super::frame::Shared;
use super::framed::Series;
use super::{Found, Reader, closing, frame, refrain};
use crate::annotation::SloganKind;
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::CharClass;

/// Longest phrase of a parallel.
pub(super) const PHRASE: u32 = 16;
/// Most phrases of a run looked at together.
const RUN: usize = 40;

/// Finds parallels.
pub(super) fn find(reader: &Reader<'_>, found: &mut Found) {
    let (mut run, mut asked) = (Vec::<Span<View>>::new(), Vec::new());
    let mut start = 0;
    let end = reader.view.len();
    for mark in reader.page.marks.iter().copied().chain(std::iter::once(end)) {
        let phrase = Span::new(start, mark);
        start = mark + 1;
        if phrase.len() >= 6 {
            chant(reader, phrase, found);
        }
        let joins = matches!(reader.view.look(mark), '、' | '，' | ',' | ';');
        match reader.view.look(mark) {
            '?' if phrase.len() > 2 => asked.put(phrase),
            _ => questions(reader, &std::mem::take(&mut asked), found),
        }
        if phrase.is_empty() || run.len() == RUN {
            read(reader, &run, found);
            run.clear();
        }
        if !phrase.is_empty() {
            run.put(phrase);
        }
        if !joins {
            read(reader, &run, found);
            run.clear();
        }
    }
}

/// 灯关没关？门锁没锁？窗关没关？ 灯关好没有？门锁好没有？…: three questions and more that one frame asks.
fn questions(reader: &Reader<'_>, run: &[Span<View>], found: &mut Found) {
    let [first, _, .., last] = run else { return };
    let view = reader.view;
    let denied = |at: u32| chars::NEGATION.at(view, at);
    let either = |at: u32| denied(at) && view.before(at) == view.at(at + 1);
    let chooses = |phrase: &Span<View>| (phrase.start + 1..phrase.end - 1).any(either);
    let done = |phrase: &Span<View>| view.ends_with(phrase.end, "没有");
    // 他是不是累了？我要不要等他？
    let told = |phrase: &Span<View>| (phrase.start..phrase.end).any(|at| chars::TOLD.at(view, at));
    let short = run.iter().all(|phrase| phrase.len() <= 10 && !told(phrase));
    if short && (run.iter().all(chooses) || run.iter().all(done)) {
        found.slogan(
            reader,
            Span::new(first.start, last.end),
            SloganKind::Parallel,
            "framed-series",
        );
    }
}

/// Finds the parallels of one run of phrases: three and more.
fn read(reader: &Reader<'_>, run: &[Span<View>], found: &mut Found) {
    if run.len() < 3 {
        return;
    }
    match over_semicolons(reader, run) {
        Some(span) => found.slogan(reader, span, SloganKind::Parallel, "framed-series"),
        None => parts(reader, run).for_each(|run| within(reader, run, found)),
    }
}

/// The phrases between one ； and the next.
fn parts<'r>(reader: &Reader<'_>, run: &'r [Span<View>]) -> impl Iterator<Item = &'r [Span<View>]> {
    run.chunk_by(|_, next| reader.view.char(next.start - 1) != ';')
}

/// 哪里有水，哪里有树；哪里有人，哪里有路: one word ties all phrases. 访老人，问冷暖；访学生，问难处；访…: or three groups of as many phrases,
/// each of which opens with a verb as that of the other groups does.
fn over_semicolons(reader: &Reader<'_>, run: &[Span<View>]) -> Option<Span<View>> {
    // 有没有实效，不看…，要看…；不看…，要看…；…: words may go before the first group.
    let length = parts(reader, run).nth(1)?.len();
    let before = parts(reader, run).next()?.len().saturating_sub(length);
    let run = run.get(before..)?;
    let [first, .., last] = run else { return None };
    let opens = |place: usize| run.get(place).map_or(0, |phrase| reader.view.at(phrase.start));
    let verb = |place: usize| reader.cues.of(opens(place)).any(Roles::MORPHEME);
    // 既要看数量，…: what opens the other groups may stand behind other words in the first.
    let model = |place: usize| if place.is_multiple_of(length) { length } else { place % length };
    let answers = |place: usize| opens(place) == opens(model(place)) && verb(place);
    let even = parts(reader, run).all(|part| part.len() == length);
    let short =
        run.iter().all(|phrase| frame::is_han(reader.view, *phrase) && phrase.len() <= PHRASE);
    // 办好教育，方向是根本；办好教育，…: or the same words.
    let words = |place: usize| run.get(place).map(|phrase| reader.view.slice(*phrase));
    let again = |place: usize| !place.is_multiple_of(length) || words(place) == words(0);
    let columns = if length == 2 { columns(reader, run) } else { None };
    let tied =
        columns.is_some() || (length..run.len()).all(answers) || (length..run.len()).all(again);
    if length > 1 && run.len() >= 3 * length && even && short && tied {
        let opening = (first.start..first.end).find(|at| reader.view.at(*at) == opens(length));
        let opening = opening.or(columns)?;
        return Some(Span::new(opening, last.end));
    }
    (0..run.len()).find_map(|first| {
        let (span, used) = refrain::one_word(reader, run, first)?;
        (first + used == run.len()).then_some(span)
    })
}

/// 海风再咸，咸不过汗水；礁石再硬，硬不过脊梁；…: where the first of such pairs begins, if the first phrases of all share something, and the
/// second ones.
fn columns(reader: &Reader<'_>, run: &[Span<View>]) -> Option<u32> {
    let Reader { view, cues, .. } = *reader;
    let column = |place: usize| run.iter().skip(place).step_by(2).copied().gather();
    let (mut firsts, seconds) = (column(0), column(1));
    // 如今海风再咸，…；礁石再硬，…: words may go before the first.
    if let [first, second, ..] = firsts.as_mut_slice()
        && first.len() > second.len()
    {
        first.start = first.end - second.len();
    }
    let shared = (frame::shared(view, &firsts), frame::shared(view, &seconds));
    let ((Some(one), Some(other)), Some(first)) = (shared, firsts.first()) else { return None };
    // 第一张网，是防风网
    if chars::ORDER.at(view, first.start) {
        return None;
    }
    // 再咸，咸不过
    let chained = || firsts.iter().all(|p| view.before(p.end) == view.at(p.end + 1));
    // 分片包干，抓进度；分类施策，抓质量
    let four = || firsts.iter().all(|p| p.len() == 4);
    let verb = || seconds.iter().all(|p| cues.of(view.at(p.start)).any(Roles::MORPHEME));
    // 海风再咸，也吹不散炊烟
    let even = |at: u32| view.char(at) == '再';
    let although = one.inner.is_some_and(|place| even(first.start + place)) && other.prefix > 0;
    // 难在夜间，就练摸黑
    let come = || firsts.iter().any(|p| view.follows(p.end, '了'));
    let follows =
        || one.prefix > 0 && !come() && seconds.iter().all(|p| chars::TIE.at(view, p.start));
    let tied = chained()
        || although
        || follows()
        // 天气好不好，看云, but 情节较轻的，处罚款
        || one.suffix > 1 && !view.follows(first.end, '的')
        || one.prefix > 0 && (other.prefix > 2 || other.prefix > 0 && four() && verb());
    tied.then_some(first.start)
}

/// Finds the parallels of phrases without ； between them.
fn within(reader: &Reader<'_>, run: &[Span<View>], found: &mut Found) {
    if run.len() < 3 {
        return;
    }
    let whole = clauses(reader, run);
    if (3..run.len()).contains(&whole.len()) && run.len() <= 2 * whole.len() {
        let over = (0..whole.len() - 2).find_map(|first| refrain::one_word(reader, &whole, first));
        if let Some((span, _)) = over {
            found.slogan(reader, span, SloganKind::Parallel, "framed-series");
        }
    }
    let mut at = 0;
    while at + 2 < run.len() {
        let Some((mut span, mut used)) = window(reader, run, at) else {
            at += 1;
            continue;
        };
        if let Some(end) = second_half(reader, run.get(at..).unwrap_or(&[]), span, used) {
            (span, used) = (Span::new(span.start, end), 2 * used);
        }
        span = without_place(reader, without_noun(reader, span));
        // What stands in quotation marks has been judged.
        let quote = span.start.checked_sub(1).and_then(|at| reader.page.quote_at(at));
        let judged = quote.is_some_and(|quote| quote.inner == span);
        if !judged && !reader.page.in_title(span.start) {
            found.slogan(reader, span, SloganKind::Parallel, "framed-series");
        }
        at += used;
    }
}

/// 三统三分——统一规划、统一供苗、统一验收，分户栽植、分户管护、分户受益: where the second half ends of what says what the words before
/// stand for.
fn second_half(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: Span<View>,
    used: usize,
) -> Option<u32> {
    let view = reader.view;
    let half = run.get(used..2 * used)?;
    let goes_on = run.get(2 * used).is_some_and(|next| is_series_mark(reader, next.start - 1));
    let [opening, rest @ ..] = half else { return None };
    let beat = run.get(1).is_some_and(|one| frame::is_one_beat(one.len(), opening.len()));
    let shared = frame::shared(view, half)?;
    // 送医、送药、送健康: what opens alike may differ in length.
    let even = rest.iter().all(|phrase| {
        let fits = shared.prefix > 0 || phrase.len() == opening.len();
        fits && is_series_mark(reader, phrase.start - 1)
    });
    let before = first.start.checked_sub(1)?;
    let spells_out = matches!(view.char(before), ':' | '—' | '(')
        || reader.cues.ending(view, first.start, Roles::MARKER_AFTER).is_some();
    let last = rest.last()?;
    let whole = opening.start == first.end + 1 && !goes_on && beat && even && spells_out;
    whole.then_some(last.end)
}

/// 人人有责、人人尽责、人人享有的街区: where no other phrase holds 的, the last ends before it, as long as the others or at its own end.
fn without_noun(reader: &Reader<'_>, span: Span<View>) -> Span<View> {
    let parts = frame::parts(reader.view, span);
    let [others @ .., last] = parts.as_slice() else { return span };
    let of =
        |phrase: &Span<View>| (phrase.start..phrase.end).find(|at| reader.view.char(*at) == '的');
    let Some(at) = of(last).filter(|_| !others.iter().any(|phrase| of(phrase).is_some())) else {
        return span;
    };
    let even = || others.iter().all(|p| p.len() > 3 && p.len() == at - last.start);
    // 保民生、保工资、保运转的次序: all open with one verb, and the one before says how long they are.
    let near = || {
        let shared = frame::shared(reader.view, &parts).map_or(0, |shared| shared.prefix);
        shared == 1 && others.last().is_some_and(|p| p.len() == at - last.start)
    };
    let cut = at + 1 == last.end || even() || near();
    Span::new(span.start, if cut { at } else { span.end })
}

/// 把心思放在练嗓子、练身段、练眼神上: the last character goes with the 在 before.
fn without_place(reader: &Reader<'_>, span: Span<View>) -> Span<View> {
    let view = reader.view;
    let others = || {
        frame::parts(view, span).iter().rev().skip(1).all(|p| !chars::LIMITED.at(view, p.end - 1))
    };
    let placed =
        view.follows(span.start, '在') && chars::LIMITED.at(view, span.end - 1) && others();
    Span::new(span.start, span.end - u32::from(placed))
}

/// 务必谦虚谨慎、艰苦奋斗，务必敢于斗争、善于斗争，…: the clauses of `run`, what 、 joins taken together.
fn clauses(reader: &Reader<'_>, run: &[Span<View>]) -> Vec<Span<View>> {
    let parts = run.chunk_by(|_, next| is_series_mark(reader, next.start - 1));
    let ends = parts.filter_map(|part| part.first().zip(part.last()));
    ends.map(|(first, last)| Span::new(first.start, last.end)).gather()
}

/// A parallel whose first phrase is `run[first]`: its span and how many phrases it took.
fn window(reader: &Reader<'_>, run: &[Span<View>], first: usize) -> Option<(Span<View>, usize)> {
    // 有的拍照、有的品茶: who did what.
    if run.get(first + 1).is_none_or(|phrase| reader.view.starts_with(phrase.start, "有的")) {
        return None;
    }
    if let Some(found) = echoes(reader, run, first) {
        return Some(found);
    }
    let word = refrain::one_word(reader, run, first);
    // 严禁无票作业，严禁违规动火，严禁擅自解除闭锁: where lengths differ, the word that opens every phrase says more than they.
    let differ = |(_, used): &(Span<View>, usize)| {
        let rest = run.get(first + 1..first + used).unwrap_or_default();
        rest.windows(2).any(|pair| matches!(pair, [a, b] if a.len() != b.len()))
    };
    let found = word
        .filter(differ)
        .or_else(|| equal_lengths(reader, run, first))
        .or_else(|| refrain::one_verb(reader, run, first))
        .or(word)
        .or_else(|| refrain::one_place(reader, run, first));
    let Some(found) = found else { return closing::one_ending(reader, run, first) };
    if first + found.1 == run.len() {
        return Some(found);
    }
    // 每周一次走访、每月一次班会、每学期一份案例; 领导带头学、党员主动学、流动党员线上学: those of one length are only some of those that
    // open or close alike.
    [refrain::one_verb(reader, run, first), closing::one_ending(reader, run, first)]
        .into_iter()
        .flatten()
        .find(|other| other.1 > found.1)
        .or(Some(found))
}

/// 补网的补网，修舱的修舱，给船底刷漆的给船底刷漆: everybody does what they do.
fn echoes(reader: &Reader<'_>, run: &[Span<View>], first: usize) -> Option<(Span<View>, usize)> {
    let view = reader.view;
    let echo = |phrase: &&Span<View>| {
        let half = phrase.len() / 2;
        half > 1
            && view.char(phrase.start + half) == '的'
            && phrase.len() % 2 == 1
            && view.closes(**phrase, view.slice(Span::new(phrase.start, phrase.start + half)))
    };
    let run = run.get(first..)?;
    let count = run.iter().take_while(echo).count();
    let last = run.get(count.checked_sub(1).filter(|_| count > 2)?)?;
    Some((Span::new(run.first()?.start, last.end), count))
}

/// Phrases of one length, the first and the last cut to it; as many as stand on the frame.
fn equal_lengths(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let run = run.get(first..)?;
    let length = run.get(1)?.len();
    let head = run.first().filter(|head| head.len() >= length && (2..=PHRASE).contains(&length))?;
    // 亮身份、亮承诺、亮作风，比学习、比服务、比业绩: behind another mark the series is over, but for pairs: 比技能、比产量，看质量、看安全.
    let listed = |place: usize| run.get(place).map(|p| is_series_mark(reader, p.start - 1));
    let paired = [1, 2, 3].map(listed) == [Some(true), Some(false), Some(true)];
    let one_mark =
        |p: &&Span<View>| paired || listed(1) == Some(is_series_mark(reader, p.start - 1));
    let same = |phrase: &&Span<View>| phrase.len() == length && one_mark(phrase);
    let alike = run.get(1..)?.iter().take(MANY).take_while(same);
    let count = alike.clone().count();
    let longer = run.get(1 + count).filter(|last| last.len() > length && one_mark(last));
    if count < 2 && longer.is_none() {
        return None;
    }
    let cut = head.end - length;
    if is_within_verb(reader, cut) {
        return None;
    }
    let mut phrases = Vec::with_capacity(MANY + 2);
    phrases.put(Span::new(cut, head.end));
    alike.for_each(|phrase| phrases.put(*phrase));
    let shared = frame::shared(reader.view, &phrases);
    if shared.is_some_and(opens_with_one) && splits_word(reader, *head, cut, &phrases) {
        return None;
    }
    // 老张摆摆手，不答话，…: where clauses open with nothing in common, the first is cut where a phrase may begin.
    let begins = || {
        let roles = Roles::LEAD.or(Roles::VERB).or(Roles::SPEECH).or(Roles::GOAL);
        let roles = roles.or(Roles::ENDS_NOUN).or(Roles::BEFORE_PHRASE);
        cut == head.start || reader.cues.ending(reader.view, cut, roles).is_some()
    };
    let opens = |phrases: &[Span<View>]| {
        let tied = |shared: Shared| shared.prefix > 0 || shared.within > 1;
        listed(1) == Some(true) || frame::shared(reader.view, phrases).is_some_and(tied) || begins()
    };
    if let Some(last) = longer {
        // 人少了、灯暗了、下半夜静了: where not the openings tie, its last characters are what is like the others.
        phrases.put(Span::new(last.end - length, last.end));
        let near = last.len() <= length + length / 2;
        let closes = frame::shared(reader.view, &phrases).is_some_and(|all| {
            let opens = |place: usize| run.get(place).map(|p| reader.view.at(p.start));
            let listed = listed(1) == Some(true) && opens(1) != opens(1 + count);
            let inner = last.len() == length + 1 && listed;
            all.prefix == 0 && (all.suffix > 0 && near || inner)
        });
        let back = phrases.pop()?;
        let cut = match closes && shared.is_none_or(|shared| shared.prefix == 0) {
            true => back,
            false => Span::new(last.start, last.start + length),
        };
        // 会写、会讲、会算、会写总结: cut so, it would be said twice.
        let said = phrases.iter().any(|p| reader.view.slice(*p) == reader.view.slice(cut));
        phrases.put(cut);
        let series = Series::new(reader, &phrases);
        let whole = closes || said || ends_later(reader, *last, &series);
        // 一条心干到底，一股劲使到底，把日子过好: what the others share, the last shares too.
        let shares = series.shared.is_some() || shared.is_none();
        if shares
            && (whole || tail_fits(reader, last.start + length, &series))
            && opens(&phrases)
            && is_parallel(reader, &phrases)
        {
            let end = if whole { last.end } else { last.start + length };
            // 支部建在堤上、小组建在闸上、党员亮在浪头上的思路: the last may be longer by one, and closes as the others do.
            let closing = |p: &Span<View>| reader.view.before(p.end) == reader.view.at(end);
            let (_, others) = phrases.split_last()?;
            let end = end + u32::from(!whole && others.iter().all(closing));
            // 山是绿的，水是清的，腰包是鼓的，笑脸是真的: others may go on as long.
            let like = |phrase: &&Span<View>| {
                let cut = Span::new(phrase.end.saturating_sub(length), phrase.end);
                let pair = [cut, *phrases.first().unwrap_or(&cut), *phrases.last().unwrap_or(&cut)];
                phrase.len() == last.len()
                    && one_mark(phrase)
                    && frame::shared(reader.view, &pair).is_some_and(|all| all.suffix > 0)
            };
            let more = run.get(phrases.len()..).unwrap_or_default().iter().take_while(like);
            let more = more.take(if closes { MANY } else { 0 });
            let (end, count) = more.fold((end, phrases.len()), |(_, n), p| (p.end, n + 1));
            return Some((Span::new(cover(reader, &phrases)?, end), count));
        }
        phrases.pop();
    }
    while phrases.len() >= 3 {
        if opens(&phrases) && is_parallel(reader, &phrases) {
            let span = Span::new(cover(reader, &phrases)?, phrases.last()?.end);
            return Some((span, phrases.len()));
        }
        phrases.pop();
    }
    None
}

/// Whether phrases open with one character, and agree in nothing more than their ends.
fn opens_with_one(shared: Shared) -> bool {
    shared.prefix == 1 && (shared.inner.is_none() || shared.suffix == 0)
}

/// Most phrases of one parallel.
const MANY: usize = 11;

/// Whether three phrases and more of one length are said one after the other. Long clauses meet by chance in one place: these have to
/// agree in two.
fn is_parallel(reader: &Reader<'_>, phrases: &[Span<View>]) -> bool {
    let clauses = phrases.get(1).is_some_and(|second| !is_series_mark(reader, second.start - 1));
    let series = Series::new(reader, phrases);
    phrases.len() >= 3
        && ((!clauses || series.length() < 5 || series.is_tied()) && series.is_framed()
            || clauses && series.is_aligned())
}

/// Where the first phrase begins. 以对党负责、对人民负责、对未来负责: what opens all others opens the first.
fn cover(reader: &Reader<'_>, phrases: &[Span<View>]) -> Option<u32> {
    let view = reader.view;
    let [first, second, rest @ ..] = phrases else { return None };
    let unit = view.at(second.start);
    let opened = rest.iter().all(|phrase| view.at(phrase.start) == unit);
    let start = (first.start..first.end).find(|at| opened && view.at(*at) == unit);
    let start = start.or_else(|| aligned(reader, *first, phrases.get(1..)?));
    Some(start.unwrap_or_else(|| whole_subject(reader, first.start)))
}

/// 让院里白天有歌声、傍晚有琴声、晚上有笑声: where the first one begins that holds later what ties the others inside.
fn aligned(reader: &Reader<'_>, first: Span<View>, others: &[Span<View>]) -> Option<u32> {
    let Reader { view, cues, .. } = *reader;
    let place = frame::shared(view, others)?.inner?;
    let tie = view.at(others.first()?.start + place);
    let at = (first.start..first.start + place).find(|at| view.at(*at) == tie)?;
    let start = at.checked_sub(place)?;
    let joins = cues.of(tie).any(Roles::MORPHEME.or(Roles::FRAME));
    (joins && frame::is_han(view, Span::new(start, at))).then_some(start)
}

/// 做到管理人员能上能下、员工能进能出: where the first phrase is cut within the words behind a verb, it begins at the verb.
fn whole_subject(reader: &Reader<'_>, cut: u32) -> u32 {
    let Reader { view, cues, .. } = *reader;
    let orders = |at: u32| cues.ending(view, at, Roles::LEAD.or(Roles::VERB)).is_some();
    let plain = !orders(cut)
        && !cues.of(view.before(cut)).any(Roles::ENDS_NOUN.or(Roles::CLASSIFIER))
        && !cues.of(view.at(cut)).any(Roles::MORPHEME.or(Roles::OPENER));
    let two = cut.saturating_sub(2);
    let behind = plain
        && frame::is_han(view, Span::new(two, cut))
        && cues.ending(view, two, Roles::LEAD).is_some_and(|length| length > 1);
    if behind { two } else { cut }
}

/// Whether the words behind a cut phrase may follow a series. A frame of several characters, or one at the ends, needs no such word.
fn tail_fits(reader: &Reader<'_>, at: u32, series: &Series<'_>) -> bool {
    let Reader { view, cues, .. } = *reader;
    // 以破釜沉舟的决心、背水一战的勇气、滴水穿石的韧劲推进…: a noun ends where those before it did.
    let noun = |place: u32| view.char(at - series.length() + place) == '的';
    // 更快速度、更优服务、更低成本推动…: what has an opening ends before a verb.
    let verb = || cues.starting(view, at, Roles::VERB.or(Roles::LEAD)).is_some_and(|n| n > 1);
    series.shared.is_some_and(|shared| {
        shared.suffix > 0 || shared.inner.is_some_and(noun) || shared.prefix > 0 && verb()
    }) || cues.of(view.at(at)).any(Roles::TAIL)
        || series.is_tied()
}

/// Whether the last phrase goes to its own end. 平安是福、平安是家、平安是责任: what two characters open does, unless words behind a series
/// follow; 把药送到床头、把饭送到桌上、把信送到最远村: and what is one character longer.
fn ends_later(reader: &Reader<'_>, last: Span<View>, series: &Series<'_>) -> bool {
    let length = series.length();
    let tail = |at: u32| reader.cues.of(reader.view.at(at)).any(Roles::TAIL);
    // 名字刻在心中, 灯亮了起来: these close what is said.
    let closes = reader.cues.of(reader.view.before(last.end)).any(Roles::BEFORE_PHRASE);
    // 用事实说话，用数据评判，用群众满意度检验: one verb does where clauses open with it.
    let opening = reader.cues.of(reader.view.at(last.start));
    let verb = opening.any(Roles::MORPHEME) && !opening.any(Roles::BEFORE_PHRASE);
    let Some(shared) = series.shared else {
        // 修家电、教电商、画文化墙
        let listed = is_series_mark(reader, last.start - 1) && frame::is_han(reader.view, last);
        let many = length == 3 && series.phrases.len() > 3;
        return many && verb && last.len() == 4 && listed && !tail(last.end - 1);
    };
    let clause =
        verb && shared.prefix > 0 && matches!(reader.view.char(last.start - 1), '，' | ',');
    // 让渔港更美、让渔船更新、让渔民更有奔头
    let let_be =
        reader.view.char(last.start) == '让' && shared.prefix > 0 && last.len() <= length + 2;
    let opened = shared.prefix > 1 || clause || let_be;
    let opened = opened && last.len() <= PHRASE && !tail(last.start + length);
    let later = length >= 4 && last.len() == length + 1 && (!tail(last.end - 1) || closes);
    opened || later
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
    reader.view.char(at) == '、'
}

/// 讲学习讲政治讲正气: one character opens three or more beats of one length, without marks between, at the end of a phrase.
fn chant(reader: &Reader<'_>, phrase: Span<View>, found: &mut Found) {
    let view = reader.view;
    for beat in [3, 2, 4] {
        let openings = phrase.start..(phrase.end + 1).saturating_sub(3 * beat);
        // Nearly no phrase has one character at the head of three beats.
        let thrice = |at: &u32| {
            let unit = view.unit(*at);
            view.unit(at + beat) == unit && view.unit(at + 2 * beat) == unit
        };
        let chanted = openings.filter(thrice).find_map(|at| chanted(reader, at, beat, phrase.end));
        if let Some(span) = chanted {
            return found.slogan(reader, span, SloganKind::Parallel, "chant");
        }
    }
    // 学法尊法守法用法: four verbs and more, with one object each time, to the end.
    let verb = |at: &u32| reader.cues.of(view.at(*at)).any(Roles::MORPHEME);
    let beats = (1..=phrase.len() / 2).map(|i| phrase.end - 2 * i);
    let object = view.before(phrase.end);
    let beats =
        beats.take_while(|at| view.at(at + 1) == object && verb(at) && view.at(*at) != object);
    if let Some(start) = beats.skip(3).last() {
        let span = Span::new(start, phrase.end);
        // 买菜洗菜切菜炒菜: things tell what is done.
        if !uniform(reader, span, 2) && !reader.cues.of(object).any(Roles::SUFFIX) {
            found.slogan(reader, span, SloganKind::Parallel, "chant");
        }
    }
}

/// The beats that begin at `at` with the same character, where it is what phrases are made of.
fn chanted(reader: &Reader<'_>, at: u32, beat: u32, stop: u32) -> Option<Span<View>> {
    let view = reader.view;
    let unit = view.at(at);
    let room = ((stop - at) / beat).min(MANY as u32);
    let beats = (0..room).take_while(|i| view.at(at + i * beat) == unit).count() as u32;
    let span = Span::new(at, at + beats * beat);
    let verb =
        reader.cues.of(unit).any(Roles::MORPHEME) && !CharClass::of(unit).any(CharClass::NUMERAL);
    let plain = || frame::is_han(view, span);
    // 办文办会办事能力, 高中生高职生高校教师: before other words beats are an attribute, or no beats.
    (span.end == stop && verb && plain() && !uniform(reader, span, beat)).then_some(span)
}

/// Whether all beats are the same.
fn uniform(reader: &Reader<'_>, span: Span<View>, beat: u32) -> bool {
    let view = reader.view;
    (span.start..span.end - beat).all(|at| view.at(at) == view.at(at + beat))
}
