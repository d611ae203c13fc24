//! Strings of one phrase in quotation marks: a brand where something says that it is a name.
//!
//! ```text
//! 打造“茶乡先锋”             the verb before
//! 首期“青苗工程”             its own noun
//! 新建公园23处、“星光小站”9个   what the sentence around says: it is built, awarded, running, one of several
//! ```

use super::cues::Roles;
use super::quoted::{Look, Verdict, behind, programme};
use super::saying::{cried, is_creed};
use super::series::{is_theme, serves};
use super::structure::is_word;
use super::{Reader, reject};
use crate::annotation::{Reason, SloganKind};
use crate::recognize::chars;
use crate::span::Span;
use crate::text::CharClass;

/// Judges a string of one phrase.
pub(super) fn single(look: &Look<'_>) -> Option<Verdict> {
    let Reader { view, cues, .. } = *look.reader;
    let length = look.inner.len();
    // 17个“登记难”小区: what is wrong.
    let hard = length < 5 && cues.of(view.before(look.inner.end)).any(Roles::HARD);
    if length < 2 || hard && !(look.noun_is(Roles::NOUN_BRAND) && look.verb.any(Roles::VERB)) {
        return None;
    }
    let titled = reject::is_title(look);
    let work = cues.starting(view, look.behind, Roles::WORK).is_some();
    if work && !look.programme {
        return Some(Verdict::Rejected(Reason::Title, "title-of-work"));
    }
    if reject::holds_scare(look) && !look.programme || titled && reject::is_generic_honour(look) {
        return None;
    }
    if look.programme {
        return Some(Verdict::Slogan(SloganKind::Brand, "programme-noun"));
    }
    let believed = is_creed(look) || cried(look);
    if length >= 6 && believed || length == 5 && cried(look) {
        return Some(Verdict::Slogan(SloganKind::Maxim, "quoted-maxim"));
    }
    // 建立“道德银行”, “四点半学校”87所: what is set up or counted is nobody's firm.
    let called = is_called(look);
    let again = view.ends_with(look.quote.chain.start, "样的");
    let founded = look.verb.any(Roles::VERB_BRAND)
        || called
        || again
        || reject::before_is(look, Roles::FOUND.or(Roles::LAUNCH));
    let counted = is_counted(look.reader, look.quote.outer().end);
    let organization = reject::is_organization(look) && !((founded || counted) && length <= 8);
    if organization || reject::is_generic_honour(look) {
        return None;
    }
    let rule = match length {
        _ if called => Some("naming-verb"),
        0..=2 => None,
        3 => short(look),
        _ => beside(look).or_else(|| by_its_noun(look)).or_else(|| around(look)),
    };
    rule.map(|rule| Verdict::Slogan(SloganKind::Brand, rule))
}

/// By the verb directly before or the noun directly behind.
fn beside(look: &Look<'_>) -> Option<&'static str> {
    let Reader { view, cues, .. } = *look.reader;
    let verb = look.verb.any(Roles::VERB);
    if look.verb.any(Roles::VERB_BRAND) {
        return Some("naming-verb");
    }
    if awarded(look) {
        return Some("awarded-name");
    }
    // “师傅帮带”制, “院里说事”角
    let behind = view.class(look.behind + 1).is(CharClass::HAN);
    let post = match view.char(look.behind) {
        '制' => true,
        '角' => !behind,
        _ => false,
    };
    if post || look.noun_is(Roles::NOUN_ANY) && (verb || look.inner.len() >= 6) {
        return Some("noun-behind");
    }
    // 以“…”为题作报告: a title.
    // 以“…”为名，办了笔会; but 以“…”为名开设公司 is a pretext.
    let end = look.quote.chain.end;
    let held = || {
        let start = (end + 2..end + 5).find(|at| cues.starting(view, *at, Roles::LAUNCH).is_some());
        start.is_some_and(|start| {
            let end = view.run(start, start + LAUNCH, CharClass::HAN);
            cues.of(view.before(end)).any(Roles::EVENT)
                || (start..end).any(|at| view.starts_with(at, "一场"))
        })
    };
    let named = look.followed_by("为名") && held();
    if named || serves(look) || is_theme(look) && !look.followed_by("为题") {
        return Some("theme-frame");
    }
    // 实现“弯道超车”: what is aimed at is a figure of speech.
    let reached = || cues.ending(view, look.quote.chain.start, Roles::GOAL).is_some();
    // 采取“活封活扣”措施
    let taken = view.starts_with(look.behind, "措施");
    (verb && !taken && !look.followed_by("的") && !reached()).then_some("carried-out")
}

/// Strings of three characters need a verb, or a sum before them.
fn short(look: &Look<'_>) -> Option<&'static str> {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    // 实施“链长制”: the name ends with its own noun.
    let ending = cues.of(view.at(look.inner.end - 1));
    let verb = look.verb.any(Roles::VERB) && ending.any(Roles::NOUN)
        || reject::before_is(look, Roles::FOUND) && chars::VENUE.at(view, look.inner.end - 1);
    // 每月15日的“还款日” is a word for a day.
    let day = ["日的", "月的"].iter().any(|time| view.ends_with(start, time));
    if verb || is_event(look) && !day && !is_likened(look) || is_lent(look) {
        return Some("own-noun");
    }
    // 推行“大通关”, 推行“一表通”改革
    let launches = || cues.ending(view, start, Roles::LAUNCH).is_some();
    let ends = view.class(look.quote.chain.end).any(CharClass::CLAUSE_END);
    if (ends || look.noun_is(Roles::NOUN_ANY)) && launches() {
        return Some("launched");
    }
    if enumerated(look) {
        return Some("listed-with-brands");
    }
    if runs(look) {
        return Some("runs");
    }
    if is_medium(look) {
        return Some("medium-before");
    }
    comes_round(look).then_some("comes-round")
}

/// 做了一个小程序“渔村帮帮”，: the noun of a medium before its name, which something was brought to or has been running. 系统
/// “各自为战”，一个平台“大数据杀熟” say what they are like.
fn is_medium(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let (start, end) = (look.quote.outer().start, look.quote.chain.end);
    let Some(noun) = cues.ending(view, start, Roles::EVENT).filter(|noun| *noun > 1) else {
        return false;
    };
    let han = |at: &u32| view.class(*at).is(CharClass::HAN);
    let mut before = (start.saturating_sub(LAUNCH + noun)..start - noun).rev().take_while(han);
    let brought = before.any(|at| chars::PARTICLE.at(view, at) || chars::BROUGHT.at(view, at));
    let ends = view.class(end).any(CharClass::CLAUSE_END) || view.char(end) == '上';
    let denied = (look.inner.start..look.inner.end)
        .any(|at| chars::NEGATION.at(view, at) || cues.of(view.at(at)).any(Roles::HARD));
    let running = || cues.starting(view, end, Roles::RUNNING).is_some_and(|n| n > 1);
    !denied && (ends && brought || running())
}

/// 发放30万元“粮农贷”.
fn is_lent(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    view.follows(look.quote.chain.start, '元')
        && cues.ending(view, look.inner.end, Roles::NOUN_BRAND).is_some()
}

/// 首期“青苗工程”: a name that holds its own noun needs no verb. 安全是铁路的“饭碗工程” says what something is like.
fn by_its_noun(look: &Look<'_>) -> Option<&'static str> {
    let Reader { view, cues, .. } = *look.reader;
    let length = look.inner.len();
    let likened = look.noun.is_none() && is_likened(look);
    let own = cues
        .ending(view, look.inner.end, Roles::PROGRAMME.or(Roles::NOUN_BRAND))
        .is_some_and(|noun| !likened && noun >= 2 && (noun + 2..=14).contains(&length));
    let done = || (look.inner.start..look.inner.end).any(|at| chars::ONCE.at(view, at));
    let venue = length <= 8 && !likened && chars::VENUE.at(view, look.inner.end - 1) && !done();
    // 检修车间的“张桂英小组”, 结成“晚潮同盟”
    let ends = |noun| view.ends_with(look.inner.end, noun);
    let group = length == 5 && ends("小组")
        || ends("同盟") && reject::before_is(look, Roles::FOUND) && !reject::holds_scare(look);
    (own || group || venue || length <= 8 && is_event(look) || is_lent(look)).then_some("own-noun")
}

/// 板凳会, 采茶节; but 早班会 is no more than the ordinary word it ends with, and 不开会 is what somebody does not do.
fn is_event(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let word = cues.ending(view, look.inner.end, Roles::ORDINARY);
    let denied = (look.inner.start..look.inner.end).any(|at| chars::NEGATION.at(view, at));
    cues.of(view.before(look.inner.end)).any(Roles::EVENT)
        && word.is_none_or(|length| length < 2)
        && !denied
}

/// By what the sentence around says of it.
fn around(look: &Look<'_>) -> Option<&'static str> {
    let Reader { view, cues, .. } = *look.reader;
    if comes_round(look) {
        return Some("comes-round");
    }
    if runs(look) {
        return Some("runs");
    }
    if launched(look) {
        return Some("launched");
    }
    if enumerated(look) {
        return Some("listed-with-brands");
    }
    if is_medium(look) {
        return Some("medium-before");
    }
    let won = cues.starting(view, look.quote.chain.end + 1, Roles::HONOUR_VERB).is_some();
    (look.followed_by("中") && won).then_some("event-frame")
}

/// How far before a quote 是 is looked for.
const LIKENED: u32 = 10;

/// 乡亲们叫它“马背诊室”, 给队伍取名“渡口轻骑”, 新开的栏目叫“渔火”: what people call by a name, and what goes by one: a medium, or what has
/// its noun in the name. Somebody's nickname (叫他“老黄牛”) and the word for a kind of thing (把这种风叫“下山风”) are none.
pub(super) fn is_called(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let (start, length) = (look.quote.chain.start, look.inner.len());
    let given = look.verb.any(Roles::VERB_BRAND) && view.follows(start, '名');
    let linked = |at: &u32| chars::NAMED.at(view, *at);
    let linked = (start.saturating_sub(CALL)..start).rev().take_while(linked).count() as u32;
    let verb = (start - linked).saturating_sub(1);
    // 三百名“…” counts people.
    let named = linked > 0 && view.char(verb) == '名';
    // 这叫“…” says what it is like.
    let called = chars::NAME.at(view, verb) && !view.follows(verb, '这');
    if !given && !named && !called {
        return false;
    }
    let stops = |at: &u32| view.class(*at).any(CharClass::SENTENCE_END.or(CharClass::LINE_BREAK));
    let link = Span::new(start - linked, start);
    let before = (verb.saturating_sub(CALLER)..verb).rev().take_while(|at| !stops(at));
    let medium = |at: u32| cues.ending(view, at, Roles::EVENT).is_some_and(|noun| noun > 1);
    let own = || {
        let nouns = Roles::NOUN_BRAND.or(Roles::ORGANIZATION);
        cues.ending(view, look.inner.end, nouns).is_some_and(|noun| noun > 1 && noun + 2 <= length)
            || chars::VENUE.at(view, look.inner.end - 1) && (given || length > 3)
    };
    let people = |at: u32| chars::PEOPLE.at(view, at) || view.starts_with(at, "大家");
    // 称之为“…”, 称这是“…”, and a kind of thing (叫它“…模式”), say what it is like.
    let like = || ['之', '是'].into_iter().any(|word| view.holds(link, word));
    let kind = || chars::KIND_END.at(view, look.inner.end - 1);
    let said = || {
        length > 3
            && !view.holds(look.inner, '的')
            && !like()
            && !kind()
            && before.clone().any(people)
    };
    // 栏目叫, 栏目就叫, 栏目开了，叫; but 频道里称
    let far = given || view.follows(verb, '，');
    let near = || medium(verb) || view.follows(verb, '就') && medium(verb - 1);
    let titled = || near() || far && before.clone().any(medium);
    !before.clone().any(|at| chars::NO_NAME.at(view, at) || view.char(at) == '把')
        && (titled() || own() || said())
}

/// Longest words between the verb of naming and the name: 称之为, 叫这里是.
const CALL: u32 = 4;
/// How far before that verb those who call it so.
const CALLER: u32 = 16;

/// 是铁路的“饭碗工程”, 当“托管班”, 成了老人的“精神加油站”, 像一座“没有顶的礼堂”.
fn is_likened(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    // 结成“晚潮联盟”
    if reject::before_is(look, Roles::FOUND) {
        return false;
    }
    let han = |at: &u32| view.class(*at).is(CharClass::HAN);
    let mut before = (start.saturating_sub(LIKENED)..start).rev().take_while(han);
    let whose = view.follows(start, '的') || cues.ending(view, start, Roles::CLASSIFIER).is_some();
    let word = start.saturating_sub(1 + u32::from(view.follows(start, '了')));
    // 腾出两间房作为“渔家学堂”的教室
    let serves = ["作为", "做为"].iter().any(|word| view.ends_with(start, word));
    if serves && look.followed_by("的") || view.ends_with(start, "样的") {
        return false;
    }
    chars::LIKE.at(view, word) || whose && before.any(|at| chars::LIKE.at(view, at))
}

/// ，“港车北上”已累计…: the quote opens a clause, and what follows says that it is running.
fn runs(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    // 把“党员攻坚组”建在火场
    let opens = start == 0
        || view.class(start - 1).any(CharClass::CLAUSE_END.or(CharClass::LINE_BREAK))
        || chars::TAKING.at(view, start - 1);
    // 志愿队“山雀”走进…
    let named = || cues.ending(view, start, Roles::NOUN_BRAND).is_some_and(|length| length > 1);
    let running = cues.starting(view, look.quote.chain.end, Roles::RUNNING);
    // 共建的“星空角”最受欢迎
    let owned = || view.follows(start, '的') && look.inner.len() > 3;
    running.is_some_and(|length| opens || length > 1 && named() || length > 2 && owned())
}

/// 每月一期的“…”, 每月10日的“…”, 每月办一次“…”: what comes round goes by a name. A wage that is paid each month (每月3000元的) has none.
fn comes_round(look: &Look<'_>) -> bool {
    let view = look.reader.view;
    let end = look.quote.outer().start;
    let start = end.saturating_sub(LAUNCH);
    let mut before = (start..end).rev().take_while(|at| is_word(view.at(*at)));
    let Some(each) = before.find(|at| view.char(*at) == '每') else { return false };
    let round = chars::ROUND.at(view, each + 1);
    let class = |sought| view.find(each, end, sought).is_some();
    // “发薪日” of 每月5日的 is a word.
    let counted = class(CharClass::NUMERAL) || class(CharClass::DIGIT) && look.inner.len() > 3;
    let sum = view.holds(Span::new(each, end), '元');
    // 每月办一次“…”; but 每月吃一次, and 搞一次“突击检查”
    let once = look.inner.len() > 3
        && chars::TIMES.at(view, end - 1)
        && (each + 1..end).any(|at| chars::HOLDS.at(view, at))
        && !chars::PLAIN_END.at(view, look.inner.end - 1);
    round && (once || view.follows(end, '的') && counted && !sum)
}

/// How far before a quote the verb that launches it is looked for.
const LAUNCH: u32 = 10;

/// 推行党员“积分管理”, 举办第三届“金秋村晚”: a verb of launching, and words of whose it is or which one.
fn launched(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    let end = look.quote.chain.end;
    // 新建公园23处、“…”12个: the verb stands before all that is counted.
    let many = is_counted(look.reader, end);
    let open = |at| view.class(at).any(CharClass::HAN.or(CharClass::DIGIT));
    let closed = |at| !(open(at) || many && matches!(view.char(at), '、' | '，' | '“' | '”'));
    // 成立11支“…”: what is counted is a thing, and most verbs start one.
    let counted = cues.ending(view, start, Roles::CLASSIFIER).is_some_and(|length| {
        let before = start.saturating_sub(length + 1);
        view.class(before).any(CharClass::NUMERAL.or(CharClass::DIGIT))
    });
    let wanted = if counted { Roles::VERB_BRAND.or(Roles::LAUNCH) } else { Roles::LAUNCH };
    let reach = if many { LAUNCH * 2 } else { LAUNCH };
    // 工会办的“…”广受好评
    let maker = Roles::LAUNCH.or(Roles::FOUND);
    if view.follows(start, '的') && cues.ending(view, start - 1, maker).is_some() {
        return closed(end) || cues.starting(view, end, Roles::RUNNING).is_some();
    }
    (closed(end) || many)
        && (start.saturating_sub(reach)..start)
            .rev()
            .take_while(|at| !closed(*at) && view.char(*at) != '的')
            .any(|at| cues.ending(view, at + 1, wanted).is_some_and(|length| length > 1))
}

/// “…”12个: how many there are.
fn is_counted(reader: &Reader<'_>, at: u32) -> bool {
    let view = reader.view;
    let numeral = |at: &u32| view.class(*at).any(CharClass::DIGIT.or(CharClass::NUMERAL));
    let end = (at..at + 5).find(|at| !numeral(at)).unwrap_or(at);
    end > at && reader.cues.starting(view, end, Roles::MEASURE).is_none()
}

/// How many names between two quotes of one enumeration.
const NAME: u32 = 12;

/// 东厂“甲”、西厂“乙”、修理厂“丙丁”等品牌: the noun behind the last speaks for all.
fn enumerated(look: &Look<'_>) -> bool {
    let Reader { view, page, cues, .. } = *look.reader;
    let mut quote = look.quote;
    for _ in 0..8 {
        let comma = quote.chain.end;
        if view.char(comma) != '、' {
            return summed_up(look.reader, comma);
        }
        let open = view.run(comma + 1, comma + NAME - 1, CharClass::HAN);
        let acts = cues.ending(view, open, Roles::VERB.or(Roles::SCARE_BEFORE)).is_some();
        let Some(next) = page.quote_at(open).filter(|_| !acts) else { return false };
        // “青年说”、“巾帼讲堂”: the next one holds its noun.
        let own = cues.ending(view, next.inner.end, Roles::NOUN_BRAND);
        let held = own.is_some_and(|noun| noun > 1 && next.inner.len() >= noun + 2);
        if held || programme(look.reader, next, behind(look.reader, next)) {
            return true;
        }
        quote = next;
    }
    false
}

/// 东村的“甲”、西村的“乙”渐渐叫响: what all of them do. “甲”、“乙”……一个个学校品牌: behind the dots stands what all of them are. “甲”是叫得响的品牌: or behind 是, where a noun for
/// brands closes the clause; what is only a task or a way has no name.
fn summed_up(reader: &Reader<'_>, at: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    if view.char(at) == '是' {
        let end = view.run(at, at + PHRASE, CharClass::HAN);
        return end < at + PHRASE
            && cues.ending(view, end, Roles::NOUN_BRAND).is_some_and(|length| length > 1);
    }
    if cues.starting(view, at, Roles::RUNNING).is_some_and(|length| length > 3) {
        return true;
    }
    let dots = (at..at + 2).take_while(|at| view.char(*at) == '…').count() as u32;
    let start = at + dots;
    dots > 0
        && (start..view.run(start, start + PHRASE, CharClass::HAN)).any(|at| {
            let summed = Roles::NOUN_BRAND.or(Roles::NOUN_FORMULA);
            cues.starting(view, at, summed).is_some_and(|n| n > 1)
        })
}

/// How many characters behind an enumeration are read for what it sums up to.
const PHRASE: u32 = 16;

/// How far before a quote the verb of awarding is looked for.
const AWARD: u32 = 14;

/// 被命名为全市首批“…”.
fn awarded(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    // 每年腊月，寨里评“…”
    let low = start.saturating_sub(AWARD);
    let plain = chars::PLAIN_END.at(view, look.inner.end - 1);
    if view.follows(start, '评') && !plain && (low..start).any(|at| view.char(at) == '每') {
        return true;
    }
    (low..start)
        .rev()
        .take_while(|at| !view.class(*at).any(CharClass::CLAUSE_END))
        .any(|at| cues.starting(view, at, Roles::HONOUR_VERB).is_some())
}
