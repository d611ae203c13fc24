//! Maxims: a short sentence of parallel clauses that names nobody and dates nothing.
//!
//! ```text
//! 安全是企业的生命，质量是企业的灵魂。   是, 企业 and 的 stand in the same places
//! 减掉多余之负，方能担起应尽之责。     方能 ties the clauses
//! ```

use super::cues::Roles;
use super::framed::Series;
use super::saying::saying_at;
use super::structure::is_word;
use super::{Found, Reader, frame};
use crate::annotation::SloganKind;
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::CharClass;

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
        (view.char(*at) == '们' || view.starts_with(start, "各位"))
            && matches!(view.char(at + 1), '，' | ',')
    };
    (start + 1..start + CALL).find(called).map_or(start, |at| at + 2)
}

/// Longest call.
const CALL: u32 = 6;

/// What somebody says that begins with a maxim, or is nothing else: its halves have one length and agree inside as well as at the end, or
/// are halves again.
pub(super) fn spoken(reader: &Reader<'_>, words: Span<View>, found: &mut Found) {
    let view = reader.view;
    let ends = |at: &u32| view.class(*at).any(CharClass::SENTENCE_END);
    let end = (words.start..words.end).find(ends).unwrap_or(words.end);
    let sentence = Span::new(words.start, end);
    let clauses = frame::parts(view, sentence);
    let mark = |at: &u32| !is_word(view.at(*at));
    let joined = (sentence.start..sentence.end)
        .filter(mark)
        .all(|at| matches!(view.char(at), '，' | ',' | ';' | '‘' | '’'));
    let says = match clauses[..] {
        [first, second] => {
            says_alike(reader, first, second)
                || end + 1 >= words.end && is_said(reader, sentence, &clauses)
        }
        [_, _, _, _] => {
            !tells_today(reader, &clauses) && balanced(reader, sentence, &clauses).is_some()
        }
        _ => false,
    };
    if joined && view.look(end) != '?' && says {
        found.slogan(reader, sentence, SloganKind::Maxim, "quoted-wisdom");
    }
}

/// Whether a whole sentence is a maxim also where somebody says it: a link or a copula ties it, not its beats.
fn is_said(reader: &Reader<'_>, sentence: Span<View>, clauses: &[Span<View>]) -> bool {
    wise(reader, sentence, clauses).is_some_and(|rule| !matches!(rule, "verse" | "framed-maxim"))
}

/// Whether a numeral stands in one of two clauses.
fn counts(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    (first.start..second.end).any(|at| reader.view.class(at).any(CharClass::NUMERAL))
}

/// Whether a character that only today's language has stands in one of the clauses.
fn tells_today(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let today = |at| reader.cues.of(reader.view.at(at)).any(Roles::MODERN);
    clauses.iter().any(|clause| (clause.start..clause.end).any(today))
}

/// 预算有限，创意无限; 刀常磨才快，账常算才清: two halves of one length that agree at the end and inside, or in three places and not in how they
/// open. What is said today (的, 是) both say in the same place.
fn says_alike(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    let length = first.len();
    // 工资多少，奖金多少？ 大的上小学，小的上中学: who does what.
    let asks = view.look(second.end) == '?'
        || view.char(first.start + 1) == '的'
        || view.char(first.start) == '先';
    if asks || length != second.len() || !(4..=9).contains(&length) {
        return false;
    }
    let halves = [first, second];
    let series = Series::new(reader, &halves);
    let shared = series.shared.unwrap_or_default();
    let today = |at: u32| cues.of(view.at(at)).any(Roles::MODERN);
    let alone = |i: u32| {
        let (one, other) = (first.start + i, second.start + i);
        view.at(one) != view.at(other) && (today(one) || today(other))
    };
    let turns = |half: &Span<View>| cues.of(view.at(half.end - 2)).any(Roles::FRAME);
    let closes = (1..=length / 2).contains(&shared.suffix)
        && (shared.within > 0
            || shared.prefix == 1 && shared.suffix > 1
            || shared.suffix == 1 && halves.iter().all(turns));
    let usual = |unit: u16| cues.of(unit).any(Roles::USUAL);
    let frames = |unit: u16| cues.of(unit).any(Roles::FRAME) && !usual(unit);
    // 居家以俭为先，处世以和为贵: two places are enough where they tie the words.
    let agrees = shared.prefix == 0
        && shared.suffix <= length / 2
        && (agreeing(reader, &halves, &|unit| !usual(unit)) > 2
            || agreeing(reader, &halves, &frames) > 1);
    (closes || agrees)
        && !series.shares_out()
        && !(0..length).any(alone)
        && !reports(reader, &halves)
}

/// Whether a whole sentence is a maxim.
fn wise(reader: &Reader<'_>, sentence: Span<View>, clauses: &[Span<View>]) -> Option<&'static str> {
    match (sentence.start..sentence.end).any(|at| reader.view.look(at) == ';') {
        true => balanced(reader, sentence, clauses)
            .or_else(|| defines(reader, clauses).then_some("copula-maxim")),
        // 班子强不强，关键看“领头人”: other clauses with quotation marks are about what they name.
        false => mirrored(reader, clauses).or_else(|| rule(reader, clauses)).filter(|rule| {
            *rule == "crossed-maxim"
                || clauses.iter().all(|clause| frame::is_han(reader.view, *clause))
        }),
    }
}

/// 孤舟泊野渡，细雨过前村。渔火两三点，钟声到客门。 A line of two sentences and more, of one beat throughout, is a poem.
fn is_poem(reader: &Reader<'_>, line: Span<View>) -> bool {
    let view = reader.view;
    let han = |at: u32| view.class(at).is(CharClass::HAN);
    let beat = (line.start..line.end).take_while(|at| han(*at)).count() as u32 + 1;
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
        let Some(length) = (mark > from).then(|| saying_at(view, from)).flatten() else {
            continue;
        };
        let end = answered(reader, Span::new(from, from + length));
        if !page.in_title(from) {
            // 道阻且长，行则将至；行而不辍，未来可期: two as long as each other that a semicolon joins are one.
            let joins = last.end + 1 == from && view.char(last.end) == ';' && last.len() == length;
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
    let end = (start..longest).find(|at| !view.class(*at).is(CharClass::HAN)).unwrap_or(longest);
    let clause = Span::new(start, end);
    let plain = |at| !reader.cues.of(view.at(at)).any(Roles::MODERN);
    let answers = frame::is_han(view, saying)
        && matches!(view.char(saying.end), '，' | ',')
        && (clause.len() == saying.len()
            || clause.len() + 1 >= saying.len()
                && (start + 1..end).any(|at| view.at(at) == view.at(start)))
        && (view.class(end).any(CharClass::SENTENCE_END) || view.char(end) == ';')
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
        let before = match view.look(mark) {
            ':' => Roles::CREED.or(Roles::SAGE),
            '，' | ',' => Roles::SAGE,
            _ => continue,
        };
        let often = view.char(mark.saturating_sub(2)) == '常'
            && cues.ending(view, mark, Roles::SPEECH).is_some();
        let known = often || cues.ending(view, mark, before).is_some();
        if !known && view.look(mark) != ':' {
            continue;
        }
        let start = mark + 1 + u32::from(view.char(mark + 1) == ' ');
        let rest = Span::new(start, view.len().min(start + LONGEST + 1).max(start));
        let Some(sentence) = first_sentence(reader, rest) else { continue };
        let clauses = frame::parts(view, sentence);
        let said = match clauses[..] {
            // 菜单写着：大份十元，小份六元。
            [first, second] if !known => {
                (says_alike(reader, first, second) || is_said(reader, sentence, &clauses))
                    && !counts(reader, first, second)
            }
            _ => known && (even(reader, &clauses) || wise(reader, sentence, &clauses).is_some()),
        };
        if said {
            found.slogan(reader, sentence, SloganKind::Maxim, "announced-maxim");
        }
    }
}

/// Whether clauses of one length tell of nothing that happened.
pub(super) fn even(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    // 路线对了头，一步一层楼: verse may say 了.
    let verse = || matches!(clauses, [first, _] if matches!(first.len(), 5 | 7));
    clauses.len() > 1
        && clauses.windows(2).all(|pair| matches!(pair, [a, b] if a.len() == b.len()))
        && (verse() || !narrates(reader, clauses))
}

/// The last two clauses of a sentence, and the first two: only what is built as closely as those.
fn closing(reader: &Reader<'_>, line: Span<View>, found: &mut Found) {
    let view = reader.view;
    let mut clauses = [Span::new(line.start, line.start); 3];
    let mut start = line.start;
    for at in reader.page.marks_in(line) {
        clauses.rotate_left(1);
        if let Some(last) = clauses.last_mut() {
            *last = Span::new(std::mem::replace(&mut start, at + 1), at);
        }
        let ends = |at: u32| view.class(at).any(CharClass::SENTENCE_END);
        let joins = |clause: Span<View>| matches!(view.look(clause.end), '，' | ',');
        let [head, middle, tail] = clauses;
        if !joins(head) || !joins(middle) || head.end + 1 != middle.start {
            continue;
        }
        let opens = head.start == line.start || ends(head.start - 1);
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
    if first.len() < 4 || other.len() == first.len() {
        return None;
    }
    let view = reader.view;
    let pair = [first, second];
    let alike = || says_alike(reader, first, second);
    let like = if other.start > second.end {
        // 整机保修一年，电机保修三年，…; 学在深处，干在实处，是大家的口头禅。
        let named = view.char(other.start) == '是'
            && reader.cues.ending(view, other.end, Roles::CREED).is_some();
        alike() && !counts(reader, first, second) || named && even(reader, &pair)
    } else {
        // 老站长说，…，…。 师生们说，一支粉笔写春秋，三尺讲台系家国。
        let said = reader.cues.ending(view, other.end, Roles::SPEECH.or(Roles::SAGE)).is_some();
        // 司机说，前面路口在修路，后面车子已排队: both have to open with a numeral.
        let counted = || pair.iter().all(|half| view.class(half.start).any(CharClass::NUMERAL));
        let verse =
            || first.len() == 7 && counted() && even(reader, &pair) && !tells_today(reader, &pair);
        said && (alike() || verse())
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

/// 路好不好，要看车快不快: the first clause asks by 不 between two of one character, the other says what to look at.
fn asks(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let view = reader.view;
    let asked = first.len() >= 4
        && view.look(first.end - 2) == '不'
        && view.before(first.end) == view.at(first.end - 3);
    let looks = view.holds(Span::new(second.start, second.start + 3), '看');
    asked && looks && second.len() <= first.len() + 4
}

/// 山不离水，…水不离山: what opens each clause closes or follows in the other.
pub(super) fn crosses(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let view = reader.view;
    let holds = |clause: Span<View>, other: Span<View>| {
        let word = view.slice(Span::new(other.start, other.start + 2));
        (clause.start + 2..clause.end.saturating_sub(1))
            .any(|at| view.slice(Span::new(at, at + 2)) == word)
    };
    let long = first.len() >= 5 && second.len() >= 5 && first.len().abs_diff(second.len()) <= 2;
    long && first.len() <= 14 && holds(first, second) && holds(second, first)
}

/// Two clauses of one length, tied or with a copula, that agree in four places.
pub(super) fn mirrored(reader: &Reader<'_>, clauses: &[Span<View>]) -> Option<&'static str> {
    let Reader { view, cues, .. } = *reader;
    let [first, second] = clauses else { return None };
    let copula = |clause: &Span<View>| holds(reader, *clause, Roles::MAXIM_COPULA);
    let same = |i: &u32| view.at(first.start + i) == view.at(second.start + i);
    // 没有走不通的路，只有不肯迈的脚
    let tied = || cues.starting(view, second.start, Roles::MAXIM_LINK).is_some_and(|n| n > 1);
    let said = || {
        let agreeing = (0..first.len()).filter(same).count();
        agreeing >= 4 && copula(first) && copula(second)
            || agreeing >= 2 && tied() && !narrates(reader, clauses)
    };
    if asks(reader, *first, *second)
        || crosses(reader, *first, *second) && !narrates(reader, clauses)
    {
        return Some("crossed-maxim");
    }
    let equal = first.len() == second.len() && first.len() <= 14;
    // 理论指导实践，实践检验理论
    let word = view.slice(Span::new(second.start, second.start + 2));
    let chained = equal && first.len() > 4 && view.slice(*first).ends_with(word);
    // 乡亲所盼，我们所向
    let sought = |clause: &Span<View>| clause.len() > 3 && view.char(clause.end - 2) == '所';
    let sought = equal && clauses.iter().all(sought);
    (equal && said()
        || answers(reader, *first, *second)
        || sought
        || chained && !narrates(reader, clauses))
    .then_some("mirrored-maxim")
}

/// 等来的是愁，不如干出来的是甜; 心里有群众，群众才能信你: a link in the second, which closes like the first.
/// 荣誉是打出来的，不是摆出来的: the same is said and denied.
fn answers(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    // 人心稳了，改革才能稳: what comes about there is only supposed.
    let first = Span::new(first.start, first.end - u32::from(view.follows(first.end, '了')));
    let longest = first.len().max(second.len());
    // Nearly no two clauses close alike.
    if longest > 12 || view.before(first.end) != view.before(second.end) {
        return false;
    }
    let clauses = [first, second];
    let link = |at: u32| {
        let word = cues.starting(view, at, Roles::MAXIM_LINK.or(Roles::MAXIM_COPULA));
        word.is_some_and(|length| length > 1)
    };
    let linked = || longest <= 10 && (second.start..second.end).any(link);
    let is = |clause: &Span<View>| view.holds(*clause, '是');
    let denied = || view.ends_with(second.end, "出来的") && clauses.iter().all(is);
    (linked() || denied()) && !narrates(reader, &clauses)
}

/// The first sentence of the line, where it is short, closed by 。 and of Han clauses only.
fn first_sentence(reader: &Reader<'_>, line: Span<View>) -> Option<Span<View>> {
    let view = reader.view;
    for at in line.start..line.end.min(line.start + LONGEST + 1) {
        let class = CharClass::of(view.at(at));
        if class.any(CharClass::SENTENCE_END) {
            return (at - line.start >= 8).then(|| Span::new(line.start, at));
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

/// 山再高，往上攀，总能登顶；路再长，走下去，定能到达: two halves of one build.
fn balanced(
    reader: &Reader<'_>,
    sentence: Span<View>,
    clauses: &[Span<View>],
) -> Option<&'static str> {
    let view = reader.view;
    let middle = (sentence.start..sentence.end).find(|at| view.char(*at) == ';')?;
    let (first, second) =
        (Span::<View>::new(sentence.start, middle), Span::<View>::new(middle + 1, sentence.end));
    // 第一，…；第二，…: points. 先放油，再放盐；…: steps.
    let counts = chars::ORDER.at(view, sentence.start);
    // 心近了，路就不远；人和了，事就好办: what has come about has its end; but 门开了，猫跑出去；….
    let come = |clause: &Span<View>| view.follows(clause.end, '了');
    let then = |clause: &Span<View>| view.holds(*clause, '就');
    let told = match clauses {
        [a, b, c, d] if [a, c].into_iter().all(come) && [b, d].into_iter().all(then) => {
            reports(reader, &[*b, *d])
        }
        _ => reports(reader, clauses),
    };
    if !clauses.len().is_multiple_of(2) || counts || told {
        return None;
    }
    if concedes(reader, clauses) {
        return Some("balanced-maxim");
    }
    if first.len() != second.len() {
        return None;
    }
    let agreeing = (0..first.len())
        .filter(|i| {
            let unit = view.at(first.start + i);
            unit == view.at(second.start + i) && CharClass::of(unit).is(CharClass::HAN)
        })
        .count();
    // 支部强，百事昌；骨干硬，队伍壮. Four and four paint a view: 江岸平原，麦浪翻金；…
    let short = clauses.len() == 4 && clauses.iter().all(|clause| clause.len() == first.len() / 2);
    (agreeing >= 2 || short && first.len() <= 7).then_some("balanced-maxim")
}

/// 岗位虽小，连着万家灯火；线路虽长，靠的是一颗匠心: the first clauses of both halves are built alike. 作风是一面镜子，…；作风是一杆秤，…: they may
/// differ in length where the second ones do not.
fn concedes(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let [a, b, c, d] = clauses else { return false };
    let alike = |one: &Span<View>, other: &Span<View>| {
        frame::shared(reader.view, &[*one, *other])
            .map_or((0, 0), |shared| (shared.prefix, shared.prefix + shared.suffix + shared.within))
    };
    let even = a.len() == c.len() && (3..=6).contains(&a.len()) && alike(a, c).1 > 0;
    let near = a.len().abs_diff(c.len()) == 1 && a.len() <= 8 && b.len() == d.len();
    even || near && alike(a, c).0 > 1 && alike(b, d).1 > 0
}

fn rule(reader: &Reader<'_>, clauses: &[Span<View>]) -> Option<&'static str> {
    let Reader { view, cues, .. } = *reader;
    // 金杯银杯不如口碑，这是老话: what is said of a saying is no part of it, and points teach nothing.
    let comment = |clause: &Span<View>| clause.len() < 2 || chars::POINTING.at(view, clause.start);
    if !(2..=4).contains(&clauses.len()) || clauses.iter().any(comment) {
        return None;
    }
    if defines(reader, clauses) {
        return Some("copula-maxim");
    }
    // 医者，人之司命也, but 他说无钱可用，我也
    let classical = |clause: &&Span<View>| holds(reader, **clause, Roles::CLASSICAL);
    let last = clauses.last().filter(classical);
    // 法者，天下之公器
    let subject = || {
        clauses.len() == 2
            && clauses
                .first()
                .is_some_and(|clause| clause.len() <= 3 && view.follows(clause.end, '者'))
    };
    if last.is_some_and(|last| view.follows(last.end, '也') || last.len() <= 8 && subject()) {
        return Some("copula-maxim");
    }
    // 乡村振兴，一头连着沃野，一头连着餐桌, but 南北两渠，一条流向东村，一条流向西村
    let last = clauses.last()?;
    if let [_, first, second] = *clauses
        && frame::shared(view, &[first, second]).is_some_and(|shared| {
            view.holds(Span::new(first.start, first.start + shared.prefix), '着')
        })
    {
        return Some("framed-maxim");
    }
    // 屋里很静，只有钟在走: what is left of nothing must have been denied.
    let denied = || view.holds(Span::new(last.start.saturating_sub(12), last.start), '没');
    let left = !view.starts_with(last.start, "只有") || denied();
    // 老乡回忆，最难的不是钱，而是信任: somebody says it.
    let told = || {
        let said = |clause: &Span<View>| cues.ending(view, clause.end, Roles::SPEECH).is_some();
        clauses.len() > 2 && clauses.first().is_some_and(said)
    };
    let tied = left && cues.starting(view, last.start, Roles::MAXIM_LINK).is_some() && !told();
    if tied && last.len() <= 9 && !narrates(reader, clauses) {
        return Some("linked-maxim");
    }
    framed(reader, clauses)
}

/// Whether `clause` holds a word with `role`.
fn holds(reader: &Reader<'_>, clause: Span<View>, role: Roles) -> bool {
    let found =
        |at: u32| reader.cues.starting(reader.view, at, role).is_some_and(|n| at + n <= clause.end);
    (clause.start..clause.end).any(found)
}

/// Whether the clauses say what something is.
pub(super) fn defines(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let view = reader.view;
    // 哪里有险情，哪里就有党员; but 谁知道他在哪里，哪里都找不到他, 不知哪里是东，哪里是西
    let opens = |clause: &Span<View>| view.starts_with(clause.start, "哪里");
    let then = |clause: &Span<View>| view.holds(*clause, '就');
    let place = |clause: &Span<View>| {
        let mut units = clause.start..clause.end;
        units.clone().any(|at| view.starts_with(at, "哪里"))
            && !units.any(|at| chars::TOLD.at(view, at))
            && (clauses.first().is_some_and(opens) || clauses.iter().any(then))
    };
    clauses.iter().all(|clause| holds(reader, *clause, Roles::MAXIM_COPULA))
        || clauses.iter().all(place)
        || likens(reader, clauses)
        || twins(reader, clauses)
        || equates(reader, clauses)
}

/// 质量是企业的命根子，信誉是企业的脸面: two clauses of nearly one length that agree in four places, one of them 是. 一本是…，一本是… is one
/// and the other.
fn likens(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let view = reader.view;
    let [first, second] = clauses else { return false };
    let is = (first.start + 2..first.end).find(|at| view.char(*at) == '是');
    first.len().abs_diff(second.len()) <= 1
        && view.look(first.start) != '一'
        && !chars::POINTING.at(view, first.start)
        && !narrates(reader, clauses)
        && is.is_some_and(|at| view.char(second.start + at - first.start) == '是')
        && agreeing(reader, clauses, &|_| true) >= 4
}

/// 乘客的需要，就是公交的方向: the second is the first's equal behind its copula, and both are somebody's.
fn equates(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *reader;
    let [first, second] = clauses else { return false };
    let copula = cues.starting(view, second.start, Roles::MAXIM_COPULA);
    copula.is_some_and(|length| {
        let rest = second.start + length;
        let owned = |i: u32| view.char(first.start + i) == '的' && view.char(rest + i) == '的';
        second.end == rest + first.len() && (1..first.len()).any(owned)
    })
}

/// 一个人遇到好老师是人生的幸运，一所学校…: two clauses of nearly one length that open alike and say what something is.
fn twins(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let view = reader.view;
    let [first, second] = clauses else { return false };
    let is = |clause: &Span<View>| {
        view.holds(Span::new(clause.start + 2, clause.end - 1), '是') && clause.len() <= 18
    };
    // 一本是进货账，一本是出货账: one and the other.
    let counts = view.char(second.start) == '一' && view.char(second.start + 2) == '是';
    let alike = frame::shared(view, clauses).is_some_and(|shared| shared.prefix >= 2);
    alike && !counts && is(first) && is(second) && first.len().abs_diff(second.len()) <= 3
}

/// Equal clauses with a character in the same place, or verse.
fn framed(reader: &Reader<'_>, clauses: &[Span<View>]) -> Option<&'static str> {
    let Reader { view, cues, .. } = *reader;
    let (last, rest) = clauses.split_last()?;
    let length = rest.first()?.len();
    // 服务跟着民意走，治理才能接地气
    let link = |at: u32| {
        let word = cues.starting(view, at, Roles::MAXIM_LINK.or(Roles::MAXIM_COPULA));
        word.is_some_and(|length| length > 1)
    };
    let linked = || (last.start + 1..last.end).any(link) && !reports(reader, clauses);
    if clauses.len() == 2 && last.len() == length && length < 10 && linked() {
        return Some("linked-maxim");
    }
    if rest.iter().any(|clause| clause.len() != length) || length > 14 || narrates(reader, clauses)
    {
        return None;
    }
    let equal = last.len() == length;
    // 岗位有大小，责任无轻重
    let frames = |clause: &Span<View>| {
        matches!(clause.len(), 5 | 7) && reader.cues.of(view.at(clause.end - 3)).any(Roles::FRAME)
    };
    let answered = clauses.len() == 2 && clauses.iter().all(frames);
    let usual = |unit: u16| reader.cues.of(unit).any(Roles::USUAL);
    let plain = agreeing(reader, clauses, &|unit| !usual(unit));
    // 甲方按时付款，乙方按时交货: what two longer clauses share must be what such sentences turn on.
    let hinged = || agreeing(reader, clauses, &|unit| !usual(unit) && is_hinge(reader, unit)) > 0;
    let many = clauses.len() > 2 || length <= 4 && plain > 1;
    let agreed = answered || plain > 0 && (many || hinged());
    // 坚持…，坚持…，坚持…: that is a parallel. 一班…，二班…，三班…: that is who does what.
    let series = Series::new(reader, clauses);
    let parallel = series.shared.is_some_and(|shared| shared.prefix > 1) || series.shares_out();
    // 会计有两本账，一本是明账，一本是暗账: one and the other.
    let one = |clause: &Span<View>| view.char(clause.start) == '一';
    if clauses.len() > 2 && (parallel || rest.iter().skip(1).chain([last]).all(one)) {
        return None;
    }
    if agreed && (equal || clauses.len() > 2) {
        return Some("framed-maxim");
    }
    // 责任在肩，使命为先, but 父母在外，儿女在家 says where they are
    let is = |clause: &Span<View>| reader.cues.of(view.at(clause.start + 2));
    let placed = clauses.iter().all(|clause| is(clause).any(Roles::USUAL));
    let framed = || !placed && clauses.iter().all(|clause| is(clause).any(Roles::FRAME));
    let beats = matches!(length, 5 | 7) || length == 4 && framed();
    // 村看村，户看户，群众看的是干部
    let summed = clauses.len() == 3 && length == 3 && last.len() == 7;
    // 雨越下越大，路越走越滑: verse says nothing twice in one place.
    let tells = || agreeing(reader, clauses, &|_| true) > 0;
    (equal && clauses.len() == 2 && beats && !tells() || summed).then_some("verse")
}

/// In how many places all clauses have the same character, of those that count.
fn agreeing(reader: &Reader<'_>, clauses: &[Span<View>], counts: &dyn Fn(u16) -> bool) -> usize {
    let view = reader.view;
    let Some((last, rest)) = clauses.split_last() else { return 0 };
    let same = |i: &u32| {
        let unit = view.at(last.start + i);
        counts(unit)
            && rest.iter().all(|clause| *i < clause.len() && view.at(clause.start + i) == unit)
    };
    (0..last.len()).filter(same).count()
}

/// 是, 比, 之, 不, a numeral: what a maxim turns on.
fn is_hinge(reader: &Reader<'_>, unit: u16) -> bool {
    chars::HINGE.hold(unit)
        || CharClass::of(unit).any(CharClass::NUMERAL)
        || reader.cues.of(unit).any(Roles::FRAME)
}

/// Whether it tells what happened, or what goes on.
fn narrates(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let view = reader.view;
    // 民生连着民心 tells of nothing that goes on.
    let lasts = |clause: &Span<View>| {
        let tied = |at| view.follows(at, '连') || view.follows(at, '跟');
        (clause.start..clause.end).any(|at| view.look(at) == '着' && !tied(at))
    };
    clauses.iter().any(lasts) || reports(reader, clauses)
}

/// Whether it tells what happened: aspect marks, or the words of a report.
fn reports(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *reader;
    let tells = |at: u32| {
        let aspect = match view.char(at) {
            '了' => !view.follows(at, '为'),
            c => c == '过' && view.char(at + 1) != '得' && !view.follows(at, '不'),
        };
        aspect || cues.starting(view, at, Roles::REPORT).is_some()
    };
    clauses.iter().any(|clause| (clause.start..clause.end).any(tells))
}
