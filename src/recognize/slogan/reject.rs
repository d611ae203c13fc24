//! Quoted strings that are no slogans: speech, dates, plans, scare quotes, metaphors, honours, terms, organisations.

use super::Reader;
use super::cues::Roles;
use super::formula;
use super::named;
use super::quoted::{self, Look, Verdict};
use super::structure::Quote;
use crate::annotation::Reason;
use crate::recognize::chars;
use crate::recognize::members::is_spelled_out;
use crate::text::CharClass;

/// How far behind a quote the verb of speaking is looked for.
const SPEAKER: u32 = 24;
/// How far behind a step the next one may be told.
const STEP: u32 = 80;
/// Longest name of a step.
const STEP_NAME: u32 = 6;

/// Somebody says it: a sentence with its mark inside, or a verb of speaking beside it.
pub(super) fn is_speech(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let inner = look.inner;
    let classes = view.slice(inner).iter().map(|unit| CharClass::of(*unit)).reduce(CharClass::or);
    let holds = |class| classes.is_some_and(|all| all.any(class));
    if holds(CharClass::SENTENCE_END) {
        return true;
    }
    let start = look.quote.outer().start;
    let has_comma = holds(CharClass::CLAUSE_END);
    let before = start > 0 && matches!(view.char(start - 1), ':' | '，' | ',');
    if before && cues.ending(view, start - 1, Roles::SPEECH).is_some() {
        return inner.len() > 8 && (has_comma || !goes_on(look));
    }
    has_comma && inner.len() > 16 && spoken_behind(look)
}

/// 会长表示，“夏日启航计划”名额增加: the sentence goes on behind what is only spoken of.
pub(super) fn goes_on(look: &Look<'_>) -> bool {
    let view = look.reader.view;
    let end = look.quote.outer().end;
    view.class(end).is(CharClass::HAN) || view.char(end) == '('
}

/// “……”，老张说。
pub(super) fn spoken_behind(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let end = look.quote.outer().end;
    (end..view.until(end, end + SPEAKER, CharClass::SENTENCE_END)).any(|at| {
        view.class(at + 1).any(CharClass::SENTENCE_END)
            && cues.ending(view, at + 1, Roles::SPEECH).is_some()
    })
}

/// “9·18”, “十四五”.
pub(super) fn date_or_plan(look: &Look<'_>) -> Option<Verdict> {
    let units = look.reader.view.slice(look.inner);
    let digit = |unit: &u16| CharClass::of(*unit).is(CharClass::DIGIT);
    let dots = || units.iter().filter(|unit| is_dot(**unit)).count();
    if units.len() <= 5 && units.iter().all(|u| digit(u) || is_dot(*u)) && dots() == 1 {
        return Some(Verdict::Rejected(Reason::Date, "quoted-date"));
    }
    let numerals = units
        .iter()
        .all(|unit| CharClass::of(*unit).is(CharClass::NUMERAL) && *unit != '零' as u32 as u16);
    let five = units.last().is_some_and(|unit| *unit == '五' as u32 as u16);
    let ten = units.first().is_some_and(|unit| *unit == '十' as u32 as u16);
    // 十五五 and 二五 name plans; 二三五 counts.
    if numerals && five && (units.len() == 2 || units.len() == 3 && ten) {
        return Some(Verdict::Rejected(Reason::Plan, "five-year-plan"));
    }
    (numerals && units.len() == 2 && !look.programme)
        .then_some(Verdict::Rejected(Reason::Date, "numeral-date"))
}

fn is_dot(unit: u16) -> bool {
    matches!(char::from_u32(u32::from(unit)), Some('·' | '.'))
}

/// “一摸底”…“二上门”…“三辅导”: a step, by its number behind those of all steps before it. Nobody counts with 二.
pub(super) fn is_ranked(look: &Look<'_>) -> bool {
    let Reader { view, page, .. } = *look.reader;
    let here = page.quotes.partition_point(|quote| quote.inner.start < look.inner.start);
    let mut steps = page.quotes.get(..here).unwrap_or(&[]).iter().rev();
    let (mut rank, mut step) = (formula::digit(view.char(look.inner.start)), look.inner);
    while let Some(number) = rank.filter(|number| *number > 1 && step.len() <= STEP_NAME) {
        let two = number == 2 && view.char(step.start) != '二';
        let Some(before) = steps.next().filter(|_| !two) else { return false };
        let follows = formula::digit(view.char(before.inner.start)) == Some(number - 1);
        if !follows || before.inner.end + STEP < step.start {
            return false;
        }
        if number == 2 {
            return true;
        }
        (rank, step) = (Some(number - 1), before.inner);
    }
    false
}

/// Strings that the data lists as something else.
pub(super) fn listed(look: &Look<'_>, counts: bool) -> Option<Verdict> {
    let Reader { view, lists, cues, .. } = *look.reader;
    let directly = look.noun_is(Roles::NOUN_BRAND);
    let reject = |reason, rule| Some(Verdict::Rejected(reason, rule));
    if look.roles.any(Roles::SCARE) {
        return reject(Reason::ScareQuote, "listed-scare");
    }
    // 三联 names a bookshop, “三联”机制 does not.
    let short = counts
        && look.inner.len() == 2
        && (look.noun.is_some() || look.verb.any(Roles::VERB_OTHER));
    let ordinary = look.roles.any(Roles::ORDINARY);
    let long = look.inner.len() >= 4;
    let starts = look.verb.any(Roles::VERB_BRAND) || long && before_is(look, Roles::LAUNCH);
    let founded = look.programme && starts && !ordinary;
    // 建立“一生一档”台账
    let each = quoted::is_one_each(view.slice(look.inner))
        && (look.noun.is_some() || look.verb.any(Roles::VERB));
    // “一带一路”建设: what is a name goes by it.
    let reason = lists.no_formula(view, look.inner);
    let other = reason != Some(Reason::Name);
    let named =
        other && (each || directly && look.inner.len() >= 4) || founded && look.inner.len() >= 3;
    if let Some(reason) = reason.filter(|_| !short && !named) {
        return reject(reason, "listed-numeral-word");
    }
    if look.roles.any(Roles::METAPHOR) && !directly && before_is(look, Roles::SCARE_BEFORE) {
        return reject(Reason::ScareQuote, "scare-verb");
    }
    // “领头雁”培训工程
    let named = directly || look.programme;
    if look.roles.any(Roles::METAPHOR) && !named {
        return reject(Reason::Metaphor, "listed-metaphor");
    }
    if look.roles.any(Roles::HONOUR)
        && !before_is(look, Roles::FOUND)
        && (!look.programme || is_title(look))
    {
        return reject(Reason::GenericHonour, "listed-honour");
    }
    // 十佳青年, 百佳医生
    let best = || cues.starting(view, look.inner.start, Roles::PRAISE).is_some();
    if view.class(look.inner.start).any(CharClass::NUMERAL) && !directly && best() {
        return reject(Reason::GenericHonour, "numbered-honour");
    }
    if ordinary && !(directly && look.inner.len() >= 3) {
        return reject(Reason::Term, "ordinary-word");
    }
    look.roles.any(Roles::MEETING).then_some(Verdict::Rejected(Reason::Term, "meeting"))
}

/// Whether digits in quotation marks are a scheme: four and more are, unless they look like a telephone number or a year
/// (12345热线, “110”) and no noun of schemes follows.
pub(super) fn is_code_name(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let end = look.quote.chain.end;
    let behind = end..view.run(end, end + SERVICE, CharClass::HAN);
    if behind.clone().any(|at| cues.starting(view, at, Roles::HOTLINE).is_some()) {
        return false;
    }
    let opens = |literal: &str| view.starts_with(look.inner.start, literal);
    // 思路是“12345”：锚定一个目标，…; but 拨打“12345”：咨询
    let told = view.char(end) == ':' && chars::SAYS.at(view, look.inner.start.wrapping_sub(2));
    let follows = |roles: Roles| behind.clone().any(|at| cues.starting(view, at, roles).is_some());
    // 紧扣“12345”年度工作思路
    let explained = told || follows(Roles::NOUN_FORMULA);
    let hotline =
        !explained && look.inner.len() == 5 && ["12", "10", "95", "96"].iter().any(|w| opens(w));
    let han = view.class(look.inner.start).is(CharClass::HAN);
    let year = look.inner.len() == 4 && (opens("19") || opens("20"));
    // 一二三四 counts, 九一八 names a day, 4-4-2 is how a team stands.
    let stepped = view.char(look.inner.start + 1) == '-';
    let named = hotline || year || stepped || han && !opens("一二三");
    // “125”号文件
    if view.char(end) == '号' {
        return false;
    }
    // 按“532”的分配办法: what it serves as may follow a word.
    let scheme = || follows(Roles::NOUN_FORMULA.or(Roles::NOUN_ANY));
    // 推广“333”，; but 开通“120”, and 发布“300”指数
    let ends = view.class(end).any(CharClass::CLAUSE_END);
    let launched = || ends && look.verb.any(Roles::VERB) && !opens("1");
    look.programme
        || look.noun.is_some()
        || !named && (look.inner.len() >= 4 || scheme() || launched())
        || is_spelled_out(look.reader, look.inner)
}

/// How far behind a code the word for telephones may stand: “1966”长照专线.
const SERVICE: u32 = 8;

/// 从“…”到“…”, 变“…”为“…”, 让“…”变成“…”: what was, against what is.
pub(super) fn is_contrast(look: &Look<'_>) -> bool {
    let Reader { view, page, .. } = *look.reader;
    let outer = look.quote.outer();
    let before = outer.start.saturating_sub(1);
    let closed = |n: u32| before.checked_sub(n).and_then(|at| page.quote_closing_at(at)).is_some();
    let second = chars::BECAME.at(view, before) && (1..=2).any(closed);
    let opened = |n: u32| page.quote_at(outer.end + n).is_some();
    let first =
        chars::WAS.at(view, before) && chars::BECOMING.at(view, outer.end) && (1..=2).any(opened);
    outer.start > 0 && (first || second)
}

/// What the word before the chain of quotes turns away.
pub(super) fn by_word_before(look: &Look<'_>) -> Option<Verdict> {
    let Reader { view, cues, .. } = *look.reader;
    let named = look.noun_is(Roles::NOUN_BRAND) && !look.noun_is(Roles::NOUN_ANY);
    let end = look.quote.chain.end;
    let behind = end + u32::from(view.char(end) == '的');
    if cues.starting(view, behind, Roles::CALLED).is_some() && look.inner.len() <= 12 {
        return Some(Verdict::Rejected(Reason::Term, "spoken-of"));
    }
    let called = before_is(look, Roles::NAMING) && !look.verb.any(Roles::VERB_BRAND);
    // 东村叫“月光议事”，西村叫“灶边说事”: where others are called something too, these are names.
    let called = called && !are_called(look) && !named::is_called(look);
    if called && !look.programme && look.inner.len() <= 12 {
        return Some(Verdict::Rejected(Reason::Term, "naming"));
    }
    if before_is(look, Roles::SCARE_BEFORE) && !named {
        return Some(Verdict::Rejected(Reason::ScareQuote, "scare-verb"));
    }
    is_trouble(look).then_some(Verdict::Rejected(Reason::ScareQuote, "scare-noun"))
}

/// Whether the next string in quotation marks, or the one before, stands behind the same verb.
fn are_called(look: &Look<'_>) -> bool {
    let Reader { view, page, .. } = *look.reader;
    let outer = look.quote.outer();
    let verb = view.at(outer.start.saturating_sub(1));
    let given = |other: &Quote| {
        let start = other.outer().start;
        start > 0 && view.at(start - 1) == verb
    };
    let next = (outer.end + 1..=outer.end + NEXT).find_map(|at| page.quote_at(at));
    let mut before = outer.start.saturating_sub(NEXT)..outer.start.saturating_sub(1);
    let last = before.find_map(|at| page.quote_closing_at(at));
    next.is_some_and(given) || last.is_some_and(given)
}

/// Longest stretch between two such names.
const NEXT: u32 = 10;

/// “看不上病、看不起病”等难题, “等靠要”倾向: what is wrong, by the noun behind. A longer noun (问题清单) is another one.
fn is_trouble(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let noun = cues.starting_as(view, look.behind, Roles::TROUBLE.or(Roles::NOUN));
    noun.is_some_and(|(_, roles)| roles.any(Roles::TROUBLE))
}

/// “…”“…”等荣誉称号.
pub(super) fn is_title(look: &Look<'_>) -> bool {
    look.reader.cues.starting(look.reader.view, look.behind, Roles::TITLED).is_some()
}

pub(super) fn before_is(look: &Look<'_>, roles: Roles) -> bool {
    look.reader.cues.ending(look.reader.view, look.quote.chain.start, roles).is_some()
}

/// 先进集体, 示范连队: a word of praise and a common noun.
pub(super) fn is_generic_honour(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    // 全市先进基层党组织: the level says what kind of thing it is.
    let start = look.inner.start;
    let level = match (view.char(start), view.char(start + 1)) {
        ('全', _) | ('省' | '市' | '县', '级') => 2,
        _ => 0,
    };
    // 全国节水示范城市: what it is praised for goes before.
    let praised =
        |at: u32| cues.starting(view, at, Roles::PRAISE).is_some_and(|n| n > 1 || level == 0);
    let field = if level > 0 { FIELD } else { 0 };
    // 组建“红旗突击队”: a team is no honour.
    let founded = before_is(look, Roles::FOUND)
        && cues.ending(view, look.inner.end, Roles::NOUN_BRAND).is_some();
    !founded
        && look.inner.len() <= 6 + 2 * level + field
        && (level > 0 || look.verb.any(Roles::VERB))
        && (start + level..=start + level + field).any(praised)
}

/// Longest word for what an honour of a level is given for.
const FIELD: u32 = 6;

/// 四通公司, 百联集团.
pub(super) fn is_organization(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    cues.ending(view, look.inner.end, Roles::ORGANIZATION).is_some_and(|length| length >= 2)
}

/// 拍脑袋决策 opens with a listed scare word.
pub(super) fn holds_scare(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    cues.starting(view, look.inner.start, Roles::SCARE).is_some_and(|length| length >= 3)
}

/// Nothing speaks for a slogan.
pub(super) fn leftover(look: &Look<'_>) -> Verdict {
    if is_generic_honour(look) {
        return Verdict::Rejected(Reason::GenericHonour, "generic-honour");
    }
    if is_organization(look) {
        return Verdict::Rejected(Reason::Organization, "organization");
    }
    if holds_scare(look) {
        return Verdict::Rejected(Reason::ScareQuote, "scare-inside");
    }
    let digits = |unit: &u16| CharClass::of(*unit).is(CharClass::DIGIT);
    if look.reader.view.slice(look.inner).iter().all(digits) {
        return Verdict::Rejected(Reason::Other, "plain-digits");
    }
    match look.inner.len() {
        0..=4 => Verdict::Rejected(Reason::Metaphor, "bare-word"),
        _ => Verdict::Rejected(Reason::Term, "bare-phrase"),
    }
}
