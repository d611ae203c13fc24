//! What makes clauses a maxim: how they are built and tied, and that they tell nothing.
//!
//! ```text
//! 安全是企业的生命，质量是企业的灵魂。   是, 企业 and 的 stand in the same places
//! 减掉多余之负，方能担起应尽之责。     方能 ties the clauses
//! ```

use super::cues::Roles;
use super::framed::{Series, is_row};
use super::mirrored::{mirrored, seeks};
use super::{Reader, frame};
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::CharClass;

/// Whether a whole sentence is a maxim.
pub(super) fn wise(
    reader: &Reader<'_>,
    sentence: Span<View>,
    clauses: &[Span<View>],
) -> Option<&'static str> {
    match reader.view.holds(sentence, ';') {
        true => balanced(reader, sentence, clauses)
            .or_else(|| defines(reader, clauses).then_some("copula-maxim"))
            .or_else(|| twofold(reader, clauses)),
        // 班子强不强，关键看“领头人”: other clauses with quotation marks are about what they name.
        false => mirrored(reader, clauses).or_else(|| rule(reader, clauses)).filter(|rule| {
            *rule == "crossed-maxim"
                || clauses.iter().all(|clause| frame::is_han(reader.view, *clause))
        }),
    }
}

/// Whether a whole sentence is a maxim also where somebody says it: a link or a copula ties it, not its beats.
pub(super) fn is_said(reader: &Reader<'_>, sentence: Span<View>, clauses: &[Span<View>]) -> bool {
    wise(reader, sentence, clauses).is_some_and(|rule| !matches!(rule, "verse" | "framed-maxim"))
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
    // 揠苗者，其苗必槁; but 违者，必须罚款
    let bound = |clause: &Span<View>| {
        (clause.start..clause.start + 3)
            .any(|at| view.char(at) == '必' && !cues.of(view.at(at + 1)).any(Roles::BEFORE_PHRASE))
    };
    if let [first, second] = clauses
        && view.follows(first.end, '者')
        && second.len() <= 8
        && bound(second)
    {
        return Some("copula-maxim");
    }
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
        let said = |clause: &Span<View>| {
            cues.ending(view, clause.end, Roles::SPEECH.or(Roles::SAGE)).is_some()
        };
        clauses.len() > 2 && clauses.first().is_some_and(said)
    };
    // 在展厅里，最显眼的不是…，而是…: what is seen somewhere. 若一味…，…: what is argued.
    let seen = || {
        clauses.len() > 2
            && clauses.first().is_some_and(|clause| {
                let scene =
                    view.char(clause.start) == '在' && chars::LOCATED.at(view, clause.end - 1);
                scene || chars::IF.at(view, clause.start)
            })
    };
    let tied =
        left && cues.starting(view, last.start, Roles::MAXIM_LINK).is_some() && !told() && !seen();
    if tied && last.len() <= 9 && !narrates(reader, clauses) {
        return Some("linked-maxim");
    }
    framed(reader, clauses)
}

/// Whether the clauses say what something is.
pub(super) fn defines(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let view = reader.view;
    // 哪里有险情，哪里就有党员; but 谁知道他在哪里，哪里都找不到他, 不知哪里是东，哪里是西
    let opens = |clause: &Span<View>| view.starts_with(clause.start, "哪里");
    let then = |clause: &Span<View>| view.holds(*clause, '就');
    let place = |clause: &Span<View>| {
        let mut units = clause.start..clause.end;
        view.holds(*clause, '哪')
            && units.clone().any(|at| view.starts_with(at, "哪里"))
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
    // 判得准是水平，服得了人是功夫: what one can do
    let able = || clauses.iter().all(|clause| view.char(clause.start + 1) == '得');
    first.len().abs_diff(second.len()) <= 1
        && view.char(first.start) != '一'
        && !chars::POINTING.at(view, first.start)
        && is.is_some_and(|at| view.char(second.start + at - first.start) == '是')
        && (agreeing(reader, clauses, &|_| true) >= 4 || able())
        && !narrates(reader, clauses)
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
        // 高血压是父亲给的，高血糖是吃出来的: what things are like.
        view.holds(Span::new(clause.start + 2, clause.end - 1), '是')
            && clause.len() <= 18
            && !view.follows(clause.end, '的')
    };
    // 一本是进货账，一本是出货账: one and the other.
    let counts = view.char(second.start) == '一' && view.char(second.start + 2) == '是';
    let alike = || frame::shared(view, clauses).is_some_and(|shared| shared.prefix >= 2);
    // 第一个到的是班长，第一个走的也是他
    let points = chars::POINTING.at(view, first.start);
    !points
        && first.len().abs_diff(second.len()) <= 3
        && is(first)
        && is(second)
        && !counts
        && alike()
}

/// Whether `clause` holds a word with `role`.
pub(super) fn holds(reader: &Reader<'_>, clause: Span<View>, role: Roles) -> bool {
    let Reader { view, cues, .. } = *reader;
    let found = |at: u32| cues.starting(view, at, role).is_some_and(|n| at + n <= clause.end);
    // Asked at every character of nearly every clause.
    (clause.start..clause.end).filter(|at| cues.may_open(view.unit(*at), role)).any(found)
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
    // 小渔网兜住大日子，小本账记着大民生
    let weighs = || length > 4 && agreeing(reader, clauses, &|u| chars::COMPARED.hold(u)) > 1;
    let agreed = answered || plain > 0 && (many || hinged() || weighs());
    // 会计有两本账，一本是明账，一本是暗账: one and the other.
    let one = |clause: &Span<View>| view.char(clause.start) == '一';
    let is_one = |clause: &Span<View>| one(clause) && view.char(clause.start + 2) == '是';
    // 前排坐老人，后排坐孩子
    // 先放油，后放盐; 每天扫地，每周洗车
    let turn = chars::ORDER.at(view, last.start.min(rest.first()?.start))
        || clauses.iter().all(|clause| view.char(clause.start) == '每');
    if turn || clauses.iter().all(|clause| is_row(reader, clause.start)) {
        return None;
    }
    if clauses.iter().all(is_one) {
        return None;
    }
    // 眼光上放远，步子上放稳，收成上才能放心; but 菜是热的，饭是凉的，汤是咸的: three alike are a row of things, or a parallel.
    let concludes = || clauses.len() > 2 && !equal && linked();
    // 船之所往，网之所撒，人之所盼
    let pair = clauses.len() == 2 || seeks(view, clauses);
    if agreed && (equal && pair || concludes()) {
        return (!describes(reader, clauses)).then_some("framed-maxim");
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
    // 修船这一块，从补漆开始
    // 架子搭起来，还要转得动
    let points = || {
        clauses.iter().any(|clause| view.holds(*clause, '这'))
            || cues.of(view.at(last.start)).any(Roles::MORE)
            // 码头东边的灯，每晚都亮到半夜: what something does.
            || length > 4 && rest.iter().any(|clause| view.follows(clause.end - 1, '的'))
    };
    (equal && clauses.len() == 2 && beats && !tells() && !points() || summed).then_some("verse")
}

/// 我坐前排，你坐后排; 左边是山，右边是海; 茶是热的，水是凉的; 有人喝茶，有人喝酒; 票价不贵，位置不好: who, where, and what things are like.
/// 一式三份，一桌一盘; 一个唱歌，一个弹琴; 大的归你，小的归我: how many, and which.
fn describes(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let view = reader.view;
    let all = |tells: &dyn Fn(&Span<View>) -> bool| clauses.iter().all(tells);
    let numeral = |at: &u32| view.class(*at).any(CharClass::NUMERAL);
    let numerals = |clause: &Span<View>| (clause.start..clause.end).filter(numeral).count();
    all(&|clause| chars::SPEAKER.at(view, clause.start) || chars::HE.at(view, clause.start))
        || all(&|clause| chars::SPOT.at(view, clause.start + 1))
        || all(&|clause| view.follows(clause.end, '的') && view.holds(*clause, '是'))
        || all(&|clause| view.starts_with(clause.start, "有人"))
        || all(&|clause| clause.len() < 6 && numerals(clause) > 1)
        || all(&|clause| clause.len() < 6 && view.starts_with(clause.start, "一个"))
        || all(&|clause| view.char(clause.start + 1) == '的')
        || all(&|clause| clause.len() == 4 && view.char(clause.start + 2) == '不')
}

/// Whether clauses of one length tell of nothing that happened.
pub(super) fn even(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    // 路线对了头，一步一层楼: verse may say 了.
    let verse = || matches!(clauses, [first, _] if matches!(first.len(), 5 | 7));
    clauses.len() > 1
        && clauses.windows(2).all(|pair| matches!(pair, [a, b] if a.len() == b.len()))
        && (verse() || !narrates(reader, clauses))
}

/// 预算有限，创意无限; 刀常磨才快，账常算才清: two halves of one length that agree at the end and inside, or in three places and not in how they
/// open. What is said today (的, 是) both say in the same place.
pub(super) fn says_alike(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    let length = first.len();
    // 工资多少，奖金多少？ 大的上小学，小的上中学: who does what.
    let asks = view.char(second.end) == '?'
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
    // 善种树者护其根，善持家者教其子
    let old = || shared.prefix == 1 && shared.within > 1 && !tells_today(reader, &halves);
    let agrees = (shared.prefix == 0 || old())
        && shared.suffix <= length / 2
        && (agreeing(reader, &halves, &|unit| !usual(unit)) > 2
            || agreeing(reader, &halves, &frames) > 1);
    (closes || agrees)
        && !series.shares_out()
        && !(0..length).any(alone)
        && !reports(reader, &halves)
}

/// Whether a numeral stands in one of two clauses.
pub(super) fn counts(reader: &Reader<'_>, first: Span<View>, second: Span<View>) -> bool {
    reader.view.find(first.start, second.end, CharClass::NUMERAL).is_some()
}

/// Whether a character that only today's language has stands in one of the clauses.
pub(super) fn tells_today(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let today = |at| reader.cues.of(reader.view.at(at)).any(Roles::MODERN);
    clauses.iter().any(|clause| (clause.start..clause.end).any(today))
}

/// 山再高，往上攀，总能登顶；路再长，走下去，定能到达: two halves of one build.
pub(super) fn balanced(
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

/// 服务没有最好，只有更好；乡亲的小事，就是村里的大事: two maxims in one sentence.
fn twofold(reader: &Reader<'_>, clauses: &[Span<View>]) -> Option<&'static str> {
    let [a, b, c, d] = *clauses else { return None };
    let halves = reader.view.char(b.end) == ';';
    let wise =
        |half: &[Span<View>]| mirrored(reader, half).or_else(|| rule(reader, half)).is_some();
    (halves && wise(&[a, b]) && wise(&[c, d])).then_some("balanced-maxim")
}

/// 岗位虽小，连着万家灯火；线路虽长，靠的是一颗匠心: the first clauses of both halves are built alike. 作风是一面镜子，…；作风是一杆秤，…: they may
/// differ in length where the second ones do not.
fn concedes(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let [a, b, c, d] = clauses else { return false };
    let alike = |one: &Span<View>, other: &Span<View>| {
        frame::shared(reader.view, &[*one, *other])
            .map_or((0, 0), |shared| (shared.prefix, shared.prefix + shared.suffix + shared.within))
    };
    // 众力并，则万钧举；人心齐，则泰山移
    let follows = || b.len() == d.len() && alike(b, d).0 > 0;
    let even = a.len() == c.len() && (3..=6).contains(&a.len()) && (alike(a, c).1 > 0 || follows());
    let near = a.len().abs_diff(c.len()) == 1 && a.len() <= 8 && b.len() == d.len();
    even || near && alike(a, c).0 > 1 && alike(b, d).1 > 0
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
pub(super) fn narrates(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let view = reader.view;
    // 民生连着民心 tells of nothing that goes on.
    let lasts = |clause: &Span<View>| {
        let tied = |at| view.follows(at, '连') || view.follows(at, '跟');
        (clause.start..clause.end).any(|at| view.char(at) == '着' && !tied(at))
    };
    // 上午有雾，下午无雾
    let timed = |clause: &Span<View>| (0..2).any(|i| chars::TIME_OF_DAY.at(view, clause.start + i));
    clauses.iter().any(lasts) || clauses.iter().all(timed) || reports(reader, clauses)
}

/// Whether it tells what happened: aspect marks, or the words of a report.
pub(super) fn reports(reader: &Reader<'_>, clauses: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *reader;
    let tells = |at: u32| {
        let aspect = match view.look(at) {
            // 为了, 服得了人
            '了' => !view.follows(at, '为') && !view.follows(at, '得'),
            c => c == '过' && view.char(at + 1) != '得' && !view.follows(at, '不'),
        };
        aspect || cues.starting(view, at, Roles::REPORT).is_some()
    };
    clauses.iter().any(|clause| (clause.start..clause.end).any(tells))
}
