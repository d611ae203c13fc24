//! Maxims: a short sentence of parallel clauses that names nobody and dates nothing. Where in a text one may stand; what makes one
//! is in `wisdom`.
//!
//! ```text
//! 安全是企业的生命，质量是企业的灵魂。       a sentence of its own
//! 老人常说，米要慢慢淘，话要慢慢讲。        what somebody says, behind what announces it
//! ```

use super::cues::Roles;
use super::framed::Series;
use super::mirrored::{chains, mirrored, rests, turns};
use super::saying::{LONGEST_CLAUSE, saying_at};
use super::structure::is_word;
use super::wisdom::{
    balanced, counts, defines, even, holds, is_said, narrates, reports, says_alike, tells_today,
    wise,
};
use super::{Found, Reader, formula, frame};
use crate::annotation::SloganKind;
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::CharClass;

/// How far before a colon the count of what follows may stand.
const COUNT: u32 = 10;
/// Longest maxim.
const LONGEST: u32 = 40;

/// Finds maxims.
pub(super) fn find(reader: &Reader<'_>, found: &mut Found) {
    known(reader, found);
    announced(reader, found);
    for line in &reader.page.lines {
        closing(reader, *line, found);
        sentences(reader, behind_note(reader, *line), found);
    }
}

/// Whole sentences. Beats alone say something only where the line begins.
fn sentences(reader: &Reader<'_>, line: Span<View>, found: &mut Found) {
    let Reader { view, page, .. } = *reader;
    let ends = |at: &u32| view.class(*at).any(CharClass::SENTENCE_END);
    let later = page.marks_in(line).filter(ends).map(|at| at + 1);
    for start in std::iter::once(line.start).chain(later) {
        let rest = Span::new(behind_call(reader, start), line.end.max(start));
        let Some(sentence) = first_sentence(reader, rest) else { continue };
        let clauses = frame::parts(view, sentence);
        // 老站长常讲，…，…: the words before are no part of it.
        if let [before, first, second] = clauses[..]
            && close_pair(reader, before, first, second).is_some()
        {
            continue;
        }
        // 桅是船之骨，帆是船之翼，这一理念…: what is said of it is no part of it.
        if let [first, second, third] = clauses[..]
            && view.char(third.start) == '这'
            && holds(reader, third, Roles::CREED)
        {
            let pair = Span::new(first.start, second.end);
            let rule = wise(reader, pair, &[first, second]);
            let surname = reader.cues.of(view.at(second.start)).any(Roles::SURNAME);
            if let Some(rule) = rule.filter(|rule| *rule != "verse" && !surname) {
                found.slogan(reader, pair, SloganKind::Maxim, rule);
            }
            continue;
        }
        // 老话说得好，…: what it is called is no half of it.
        if let [before, _] = clauses[..]
            && reader.cues.ending(view, before.end, Roles::SAGE).is_some()
        {
            continue;
        }
        // 同志们！征途万里风正劲，…: a call goes before.
        let opens = start == line.start || matches!(view.char(start - 1), '！' | '!');
        // 井下没信号，学习怎么办？
        let alone = || opens && !in_stanza(reader, line) && view.look(sentence.end) != '?';
        // 旗帜指引方向，实干铸就未来。让我们…: a call comes after.
        let calls = |words: &str| view.starts_with(sentence.end + 1, words);
        let called = || start == line.start && (calls("让我们") || calls("我们将"));
        let wise = wise(reader, sentence, &clauses)
            .or_else(|| (called() && even(reader, &clauses)).then_some("verse"))
            .filter(|rule| *rule != "verse" || alone());
        if let Some(rule) = wise.filter(|_| !is_poem(reader, line)) {
            found.slogan(reader, sentence, SloganKind::Maxim, rule);
        }
    }
}

/// 同志们，…: where the words behind a call begin.
fn behind_call(reader: &Reader<'_>, start: u32) -> u32 {
    let view = reader.view;
    let called = |at: &u32| {
        matches!(view.look(at + 1), '，' | ',')
            && (view.char(*at) == '们' || view.starts_with(start, "各位"))
    };
    (start + 1..start + CALL).find(called).map_or(start, |at| at + 2)
}

/// Longest call.
const CALL: u32 = 6;

/// What somebody says that begins with a maxim, or is nothing else: its halves have one length and agree inside as well as at the end, or
/// are halves again.
pub(super) fn spoken(reader: &Reader<'_>, words: Span<View>, found: &mut Found) {
    let view = reader.view;
    let end = view.until(words.start, words.end, CharClass::SENTENCE_END);
    let sentence = Span::new(words.start, end);
    let clauses = frame::parts(view, sentence);
    let mark = |at: &u32| !is_word(view.at(*at));
    let joined = (sentence.start..sentence.end)
        .filter(mark)
        .all(|at| matches!(view.char(at), '，' | ',' | ';' | '‘' | '’'));
    let says = match clauses[..] {
        [first, second] => {
            says_alike(reader, first, second)
                || rests(reader, first, second)
                || end + 1 >= words.end && is_said(reader, sentence, &clauses)
        }
        [_, _, _, _] => {
            !tells_today(reader, &clauses) && balanced(reader, sentence, &clauses).is_some()
        }
        // 船再小，向前划，总会靠岸；…: three and three say enough.
        [_, _, _, _, _, _] => balanced(reader, sentence, &clauses).is_some(),
        _ => false,
    };
    if joined && view.look(end) != '?' && says {
        found.slogan(reader, sentence, SloganKind::Maxim, "quoted-wisdom");
    }
}

/// 孤舟泊野渡，细雨过前村。渔火两三点，钟声到客门。 A line of two sentences and more, of one beat throughout, is a poem.
fn is_poem(reader: &Reader<'_>, line: Span<View>) -> bool {
    let view = reader.view;
    let han = |at: u32| view.class(at).is(CharClass::HAN);
    let beat = view.run(line.start, line.end, CharClass::HAN) - line.start + 1;
    (4 * beat..=POEM).contains(&line.len())
        && (0..line.len()).all(|i| han(line.start + i) == ((i + 1) % beat > 0))
        && view.class(line.start + 2 * beat - 1).any(CharClass::SENTENCE_END)
}

/// Whether the line before or behind has the same beats: verse among verse is a poem, too.
fn in_stanza(reader: &Reader<'_>, line: Span<View>) -> bool {
    let han = |at: u32| reader.view.class(at).is(CharClass::HAN);
    let alike =
        |other: u32| (0..=line.len()).all(|i| han(line.start + i) == han(other + i)) && han(other);
    let step = line.len() + 1;
    line.len() <= POEM
        && (alike(line.start + step) || line.start >= step && alike(line.start - step))
}

/// Longest line that is looked at as a poem.
const POEM: u32 = 100;

/// Sayings that the data lists, wherever a clause begins and ends with them.
fn known(reader: &Reader<'_>, found: &mut Found) {
    let Reader { view, page, .. } = *reader;
    let mut start = 0;
    let mut last = Span::new(0, 0);
    for mark in page.marks.iter().copied().chain([view.len()]) {
        let from = std::mem::replace(&mut start, mark + 1);
        let clause = (1..=LONGEST_CLAUSE).contains(&mark.saturating_sub(from));
        let Some(length) = clause.then(|| saying_at(reader, from)).flatten() else {
            continue;
        };
        let end = answered(reader, Span::new(from, from + length));
        if !page.in_title(from) {
            // 道阻且长，行则将至；行而不辍，未来可期: two as long as each other that a mark joins are one.
            let joins = last.end + 1 == from
                && matches!(view.look(last.end), '，' | ',' | ';')
                && last.len() == length;
            last = Span::new(if joins { last.start } else { from }, end);
            found.slogan(reader, last, SloganKind::Maxim, "known-saying");
        }
    }
}

/// 打铁必须自身硬，正人先要正己。 Where what a saying that is one clause goes with ends: behind the last clause of the sentence, as long as it,
/// or about as long where that begins with what it says twice.
fn answered(reader: &Reader<'_>, saying: Span<View>) -> u32 {
    let view = reader.view;
    let start = saying.end + 1;
    let longest = start + saying.len() + 1;
    let end = view.run(start, longest, CharClass::HAN);
    let clause = Span::new(start, end);
    let plain = |at| !reader.cues.of(view.at(at)).any(Roles::MODERN);
    let answers = frame::is_han(view, saying)
        && !view.starts_with(start, "大家")
        && matches!(view.char(saying.end), '，' | ',')
        && (clause.len() == saying.len()
            // 远亲不如近邻，近邻不如老搭档
            || view.closes(saying, view.slice(Span::new(start, start + 2)))
            || clause.len() + 1 >= saying.len()
                && (start + 1..end).any(|at| view.at(at) == view.at(start)))
        && (view.class(end).any(CharClass::SENTENCE_END)
            || view.char(end) == ';'
            // 上下同欲者胜，左右同心者强，…
            || clause.len() == saying.len()
                && (0..clause.len()).any(|i| view.at(start + i) == view.at(saying.start + i)))
        && (start..end).all(plain)
        && !narrates(reader, &[clause]);
    if answers { end } else { saying.end }
}

/// 编者按：…: the words of the paper itself begin behind the note.
fn behind_note(reader: &Reader<'_>, line: Span<View>) -> Span<View> {
    let note = reader.cues.starting(reader.view, line.start, Roles::NOTE);
    let behind = note.map(|length| line.start + length);
    let start = behind.filter(|at| reader.view.char(*at) == ':').map(|colon| colon + 1);
    Span::new(start.unwrap_or(line.start), line.end)
}

/// 记住一句老话：…，…。 俗话说，…，…。 老人常说，…，…。 Two clauses and more that are said to be a saying; behind any colon, two built alike.
fn announced(reader: &Reader<'_>, found: &mut Found) {
    let Reader { view, page, cues, .. } = *reader;
    for mark in page.marks.iter().copied() {
        if let Some(words) = lettered(reader, mark) {
            found.slogan(reader, words, SloganKind::Maxim, "announced-maxim");
        }
        let before = match view.char(mark) {
            ':' | '—' => Roles::CREED.or(Roles::SAGE),
            '，' | ',' => Roles::SAGE,
            _ => continue,
        };
        // 常说, 常对徒弟讲, 总说
        let low = mark.saturating_sub(OFTEN);
        let often = cues.ending(view, mark, Roles::SPEECH);
        let always = || often.is_some_and(|verb| view.follows(mark - verb, '总'));
        let often = || often.is_some() && view.holds(Span::new(low, mark), '常');
        // 他引前辈的话提醒大家：…
        let cited = || view.char(mark) == ':' && (low..mark).any(|at| view.starts_with(at, "的话"));
        // 口号是：
        let named = mark - u32::from(view.follows(mark, '是'));
        let sure = often() || cues.ending(view, named, before).is_some();
        let known = sure || always() || cited();
        if !known && view.char(mark) != ':' {
            continue;
        }
        let start = mark + 1 + u32::from(matches!(view.look(mark + 1), ' ' | '—'));
        let rest = Span::new(start, view.len().min(start + LONGEST + 1).max(start));
        // 老话讲，远水不解近渴。 他引了一句古语：…。 One clause, where nothing but a saying can follow.
        let saying = cues.ending(view, mark, Roles::SAGE).is_some()
            && (view.char(mark) == ':' || chars::SAID.at(view, mark.wrapping_sub(1)));
        let least = if known { 5 } else { 8 };
        let Some(sentence) = short_sentence(reader, rest, least) else { continue };
        let clauses = frame::parts(view, sentence);
        let about = |words: Span<View>| {
            view.starts_with(words.start, "大家")
                || (words.start..words.end).any(|at| chars::TOLD.at(view, at))
        };
        let said = match clauses[..] {
            // 她讲了一个谚语：大家都没听懂。
            [clause] => {
                saying && clause.len() <= 14 && !about(clause) && !reports(reader, &clauses)
            }
            // 口头禅：慢慢淘，沙子自己会沉。 有句老话：船小了一块板，出不了远海。
            [first, second]
                if saying
                    && view.char(mark) == ':'
                    && first.len() + second.len() <= 18
                    && !about(second) =>
            {
                true
            }
            // 一句话：乘客的平安，就是我们的牵挂。 他常说，你把船当家，船就把你当人。
            [first, second] if known && turns(reader, first, second) => true,
            // 菜单写着：大份十元，小份六元。
            [first, second] if !known => {
                (says_alike(reader, first, second) || is_said(reader, sentence, &clauses))
                    && !counts(reader, first, second)
            }
            // 他引了一句话：视人如亲，不在嘴上，在脚下。
            [_, first, second] if known && turns(reader, first, second) => true,
            // 三条规矩：果农…，车队…，门店…: three say more than one thing, where they are counted.
            [_, _, _]
                if view.find(mark.saturating_sub(COUNT), mark, CharClass::NUMERAL).is_some() =>
            {
                false
            }
            // 他引用总理的话：…; 老王总说：工资不高，事情不少: one length is not enough there.
            _ if !sure => known && is_said(reader, sentence, &clauses),
            _ => even(reader, &clauses) || wise(reader, sentence, &clauses).is_some(),
        };
        if said && !is_series(reader, &clauses) {
            found.slogan(reader, sentence, SloganKind::Maxim, "announced-maxim");
        }
    }
}

/// 垄上点豆子，垄间插薯秧，垄边搭瓜架: three and more that only agree in their places are a parallel.
fn is_series(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let even = clauses.windows(2).all(|pair| matches!(pair, [a, b] if a.len() == b.len()));
    clauses.len() > 2 && even && Series::new(reader, clauses).is_aligned()
}

/// 墙上写着潮起必归，潮落必补八个字: two clauses of one length that say the same in one place before the number of their characters, behind what they are written with.
fn lettered(reader: &Reader<'_>, mark: u32) -> Option<Span<View>> {
    let view = reader.view;
    let end = mark
        .checked_sub(3)
        .filter(|_| view.unit(mark - 1) == ZI && view.ends_with(mark, "个字"))?;
    let (count, length) = formula::numeral(view, end)?;
    let start = end.checked_sub(count + 1)?;
    let clauses = frame::parts(view, Span::new(start, end));
    let written = view.follows(start, '着') && length == 1;
    let [first, second] = clauses[..] else { return None };
    // 闲人免进，后果自负八个字: a notice says nothing in the same place.
    let same = |i: u32| view.at(first.start + i) == view.at(second.start + i);
    (written && even(reader, &clauses) && (0..first.len()).any(same))
        .then_some(Span::new(start, end))
}

/// 字
const ZI: u16 = 0x5B57;

/// How far before what announces a saying it may stand that it is said often, or whose words they are.
const OFTEN: u32 = 8;

/// The last two clauses of a sentence, and the first two: only what is built as closely as those.
fn closing(reader: &Reader<'_>, line: Span<View>, found: &mut Found) {
    let view = reader.view;
    let mut clauses = [Span::new(line.start, line.start); 3];
    let mut start = line.start;
    for at in reader.page.marks_in(line) {
        let [_, second, third] = clauses;
        clauses = [second, third, Span::new(std::mem::replace(&mut start, at + 1), at)];
        let ends = |at: u32| view.class(at).any(CharClass::SENTENCE_END);
        let joins = |clause: Span<View>| matches!(view.char(clause.end), '，' | ',');
        let [head, middle, tail] = clauses;
        if !joins(head) || !joins(middle) || head.end + 1 != middle.start {
            continue;
        }
        // 他说，宁可…，不可…，…: what somebody says opens there, too.
        let said = |at: u32| {
            let said = reader.cues.ending(view, at, Roles::SPEECH.or(Roles::SAGE));
            matches!(view.char(at), '，' | ',') && said.is_some()
        };
        let opens = head.start == line.start || ends(head.start - 1) || said(head.start - 1);
        // 办事没有捷径，山不转路转，路不转人转，…: what is chained so closely is one wherever it stands.
        if chains(reader, middle, tail) {
            let span = Span::new(middle.start, tail.end);
            found.slogan(reader, span, SloganKind::Maxim, "mirrored-maxim");
            continue;
        }
        // 可见快不在多，慢不在少，…
        let shown = u32::from(opens && view.starts_with(head.start, "可见")) * 2;
        let head = Span::new(head.start + shown, head.end);
        let pairs = [(ends(at), head, middle, tail), (opens, tail, head, middle)];
        for (_, other, first, second) in pairs.into_iter().filter(|pair| pair.0) {
            let plain = frame::is_han(view, first) && frame::is_han(view, second);
            if let Some(rule) = plain.then(|| close_pair(reader, other, first, second)).flatten() {
                let span = Span::new(first.start, second.end);
                found.slogan(reader, span, SloganKind::Maxim, rule);
            }
        }
    }
}

/// Two mirrored clauses that the `other` one is no third to.
fn close_pair(
    reader: &Reader<'_>,
    other: Span<View>,
    first: Span<View>,
    second: Span<View>,
) -> Option<&'static str> {
    let view = reader.view;
    let said = |end: u32| reader.cues.ending(view, end, Roles::SPEECH.or(Roles::SAGE)).is_some();
    // 她说，水清了，鱼就清了。
    // 他表示，…: what an office states is news.
    let stated = || chars::STATED.at(view, other.end.wrapping_sub(1));
    if other.start < first.start && said(other.end) && !stated() && rests(reader, first, second) {
        return Some("mirrored-maxim");
    }
    if first.len() < 4 || other.len() == first.len() {
        return None;
    }
    // 难在缺人，也难在缺钱
    if reader.cues.of(view.at(second.start)).any(Roles::MORE) {
        return None;
    }
    let pair = [first, second];
    let alike = || says_alike(reader, first, second);
    let like = if other.start > second.end {
        // 整机保修一年，电机保修三年，…; 学在深处，干在实处，是大家的口头禅。 …，…，乡亲们都信这个理。
        let says = |at: u32| view.char(at) == '是' || view.char(at) == '这';
        let named = (other.start..other.end).any(says)
            && reader.cues.ending(view, other.end, Roles::CREED).is_some();
        // 青年兴则城市兴，青年强则城市强，这句话…
        let taken_up = || {
            view.char(other.start) == '这'
                && reader.cues.starting(view, other.start + 1, Roles::CREED).is_some()
        };
        // 勤能补拙，俭可养廉，愿家训传到下一辈。
        let wished = || {
            chars::WISH.at(view, other.start)
                && (other.start..other.end)
                    .any(|at| reader.cues.starting(view, at, Roles::CREED).is_some_and(|n| n > 1))
        };
        alike() && !counts(reader, first, second)
            || (named || taken_up() || wished()) && even(reader, &pair)
    } else {
        // 老站长说，…，…。 师生们说，一支粉笔写春秋，三尺讲台系家国。
        // 司机说，前面路口在修路，后面车子已排队: both have to open with a numeral.
        let counted = || pair.iter().all(|half| view.class(half.start).any(CharClass::NUMERAL));
        let verse =
            || first.len() == 7 && counted() && even(reader, &pair) && !tells_today(reader, &pair);
        said(other.end) && (alike() || verse())
    };
    let rule = match like {
        true => Some("mirrored-maxim"),
        false => {
            mirrored(reader, &pair).or_else(|| defines(reader, &pair).then_some("copula-maxim"))
        }
    };
    let tail = Span::new(other.end.saturating_sub(first.len()).max(other.start), other.end);
    rule.filter(|_| mirrored(reader, &[tail, first]).is_none())
}

/// The first sentence of the line, where it is short, closed by 。 and of Han clauses only.
fn first_sentence(reader: &Reader<'_>, line: Span<View>) -> Option<Span<View>> {
    short_sentence(reader, line, 8)
}

/// The same, of so many characters at `least`.
fn short_sentence(reader: &Reader<'_>, line: Span<View>, least: u32) -> Option<Span<View>> {
    let view = reader.view;
    for at in line.start..line.end.min(line.start + LONGEST + 1) {
        let class = CharClass::of(view.unit(at));
        if class.any(CharClass::SENTENCE_END) {
            return (at - line.start >= least).then(|| Span::new(line.start, at));
        }
        let mark = view.look(at);
        let comma = matches!(mark, '，' | ',');
        let quote = matches!(mark, '“' | '”') && at > line.start;
        if !class.is(CharClass::HAN) && !comma && !quote && mark != ';' {
            return None;
        }
    }
    None
}
